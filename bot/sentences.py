"""Sentences that a shell and the console share: worded by the templates here, which the console's pages use too."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.content import ContentError
from bot.content.check import Problem
from bot.content.complaint import Complaint
from bot.content.remarks import Remark

if TYPE_CHECKING:  # what a publishing is built on words its complaints here
    from bot.publishing.kept import Publication

TEMPLATES = Path(__file__).parent / "templates"


def ended(publication: Publication) -> str:
    """Why a publishing came to nothing, with what to do; empty where it didn't."""
    return _worded("_publishing.html", "ended", publication)


def cannot(kind: str) -> str:
    """Why one can't be begun, taken live or gone back to, by the kind of a `CannotPublish`."""
    return _worded("_publishing.html", "cannot", kind)


def words(against: Complaint) -> str:
    """A complaint as a sentence."""
    return _worded("_remark.html", "words", against)


def said(remark: Remark) -> str:
    """What is remarked on a draft; what only a developer can mend with file and line."""
    return remark.what or _worded("_remark.html", "said", remark)


def mended_by(problem: Problem) -> str:
    """What a developer reads of a problem, who mends it in the file."""
    return problem.what or words(problem.complaint)


def refusal(problem: Problem) -> ContentError:
    """What is raised where a problem keeps content from being served."""
    return ContentError(problem.file, problem.line, mended_by(problem))


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
