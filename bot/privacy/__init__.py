"""What tells who someone is, out of the text before it is stored or logged."""

from bot.privacy.mask import KINDS, Span, mask, spans
from bot.privacy.person_model import get_ready
from bot.privacy.words import spare

__all__ = ["KINDS", "Span", "get_ready", "mask", "spans", "spare"]
