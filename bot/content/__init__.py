"""What the bot knows, from `data/`: read with `load`, judged with `check`."""

from bot.content.check import Problem, check, gone
from bot.content.load import ContentError, load, phrases
from bot.content.model import Content, Example, Fact, Reference, Response, Topic

__all__ = [
    "Content",
    "ContentError",
    "Example",
    "Fact",
    "Problem",
    "Reference",
    "Response",
    "Topic",
    "check",
    "gone",
    "load",
    "phrases",
]
