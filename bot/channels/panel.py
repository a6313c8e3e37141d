"""The chat's panel: written in parts, sent as one file, for each request more is time that a patient waits after a click."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

PARTS = ("strings.js", "transcript.js", "conversation.js", "panel.js")
STYLE = "panel.css"
IMPORTS = re.compile(r"^import .*\n", re.MULTILINE)


def joined(folder: Path) -> str:
    """The parts in `folder` as one module with the style sheet in `STYLE`: names that they import are defined beside them."""
    style = json.dumps((folder / STYLE).read_text(encoding="utf-8"), ensure_ascii=False)
    scripts = [IMPORTS.sub("", (folder / name).read_text(encoding="utf-8")) for name in PARTS]
    return "\n".join([f"const STYLE = {style};", *scripts])


def route(folder: Path) -> Route:
    """GET /widget/panel.js; a browser that has it is told so."""
    script = joined(folder).encode()

    async def panel(request: Request) -> Response:
        return unless_known(request, script, "text/javascript")

    return Route("/widget/panel.js", panel)


def unless_known(request: Request, body: bytes, media_type: str) -> Response:
    """What was asked for, or that the browser has it already."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    known = tag in request.headers.get("if-none-match", "")  # a proxy that compresses marks it as weak: W/"…"
    return Response(b"" if known else body, 304 if known else 200, {"ETag": tag}, media_type)
