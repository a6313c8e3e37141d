"""The red-flag check: what sounds like danger, found by patterns alone, before any model, database or network.

`flags` reads `data/red_flags` and checks, `plain` undoes disguises, `words` undoes misspellings, `patterns` is the language of
`sounds_like`, `reading` finds patterns in a message and knows what calms them.
"""

from bot.safety.flags import TIERS, RedFlag, Safety, load
from bot.safety.plain import plainly

__all__ = ["TIERS", "RedFlag", "Safety", "load", "plainly"]
