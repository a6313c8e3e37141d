"""The three chat widgets that `make bench-widget` compares, each on a page of one server."""

from __future__ import annotations

import gzip
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.program import Failed
from tests.bot.widget.scripted import Answer, Scripted

VIEWPORT = '<meta name="viewport" content="width=device-width">'
PAGE = f'<!doctype html><html lang="en">{VIEWPORT}<title>A clinic</title>{{head}}<h1>A clinic</h1>{{body}}'


@dataclass(frozen=True)
class Side:
    """One widget: what a site embeds, and how a visitor finds its launcher and its input, as JavaScript."""

    name: str
    head: str
    body: str
    launcher: str
    input: str
    package: str = ""
    file: str = ""


OURS = Side(
    "ours", '<script src="/widget/chat.js" defer></script>', "",
    "document.querySelector('clinic-chat')?.shadowRoot?.querySelector('.launcher')",
    "document.querySelector('clinic-chat')?.shadowRoot?.querySelector('textarea')",
)  # fmt: skip
RASA_WEBCHAT = Side(
    "rasa_webchat", '<script src="/rasa_webchat.js" defer></script><script src="/rasa_webchat_start.js" defer></script>', "",
    "document.querySelector('.rw-launcher')", "document.querySelector('.rw-new-message')", "rasa-webchat", "lib/index.js",
)  # fmt: skip
DEEP_CHAT = Side(
    "deep_chat", '<script src="/deep_chat.js" type="module"></script>', '<deep-chat connect=\'{"url": "/chat"}\'></deep-chat>',
    "null", "document.querySelector('deep-chat')?.shadowRoot?.querySelector('#text-input')",
    "deep-chat", "dist/deepChat.bundle.js",
)  # fmt: skip
NOTHING = Side("nothing", "", "", "null", "document.querySelector('h1')")
SIDES = (OURS, RASA_WEBCHAT, DEEP_CHAT)
STARTS = {
    "/rasa_webchat_start.js": b"WebChat.default({ socketUrl: origin, hideWhenNotConnected: false, withRules: false }, null)"
}


class Widgets(Scripted):
    """Serves every side's page and files, gzipped sizes known, and notes what is asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__({f"/{side.name}": PAGE.format(head=side.head, body=side.body) for side in (*SIDES, NOTHING)}, policy="")
        self.files = {f"/{side.name}.js": _fetched(side, folder) for side in SIDES if side.package} | STARTS
        self.asked: list[str] = []

    def answer(self, method: str, path: str, given: dict[str, Any]) -> Answer:
        """As a plain web server."""
        if path != "/favicon.ico" and path not in self.pages:
            self.asked.append(path)
        if path in self.files:
            return 200, {"Content-Type": "text/javascript"}, self.files[path]
        return super().answer(method, path, given)

    def gzipped(self, paths: list[str]) -> int:
        """Bytes of these files as a server sends them compressed."""
        return sum(
            len(gzip.compress(super(Widgets, self).answer("GET", path, {})[2] or self.files.get(path, b""))) for path in paths
        )


def _fetched(side: Side, folder: Path) -> bytes:
    """The newest release's script from the npm registry.

    Raises:
        Failed: npm is missing or could not fetch it.
    """
    place = folder / side.name
    place.mkdir()
    try:
        subprocess.run(["npm", "pack", side.package, "--silent"], cwd=place, check=True, capture_output=True, timeout=120)
    except (OSError, subprocess.SubprocessError) as error:
        raise Failed(f"npm could not fetch {side.package}: {type(error).__name__}") from error
    with tarfile.open(next(place.glob("*.tgz"))) as archive:
        found = archive.extractfile(f"package/{side.file}")
        assert found is not None
        return found.read()
