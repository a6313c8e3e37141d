"""The clinic hears of what patients ask for: by e-mail and by a signed webhook, until each says that it has it."""

from bot.outbox.courier import Courier, courier, how_the_clinic_hears

__all__ = ["Courier", "courier", "how_the_clinic_hears"]
