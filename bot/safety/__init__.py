"""The red-flag check: what sounds like danger, found by patterns alone, before any model, database or network."""

from bot.safety.check import Safety
from bot.safety.flags import TIERS, RedFlag
from bot.safety.load import load
from bot.safety.reading import plainly

__all__ = ["TIERS", "RedFlag", "Safety", "load", "plainly"]
