"""What tells who someone is, out of the text before it is stored or logged."""

from bot.privacy.mask import Span, mask, spans

__all__ = ["Span", "mask", "spans"]
