"""What the templates word, without a page around it: a shell says the same as the console."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.publishing import Publication

TEMPLATES = Path(__file__).parent / "templates"


def ended(publication: Publication) -> str:
    """Why a publishing came to nothing, with what to do; empty where it didn't."""
    return _worded("_publishing.html", "ended", publication)


def cannot(kind: str) -> str:
    """Why one can't be begun, taken live or gone back to, by the kind of a `CannotPublish`."""
    return _worded("_publishing.html", "cannot", kind)


def _worded(template: str, macro: str, about: Any) -> str:
    return str(getattr(_environment().get_template(template).module, macro)(about))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=False,  # noqa: S701 — plain text
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
