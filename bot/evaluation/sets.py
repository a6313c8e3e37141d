"""The sets of held-out messages, each by a writer who saw neither the training phrases nor the sets before."""

from __future__ import annotations

from pathlib import Path

LATER = (
    *("second", "third", "fourth", "fifth", "sixth", "seventh"),
    *("eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth", "twentyfirst", "twentysecond", "twentythird"),
    *("twentyfourth", "twentyfifth", "twentysixth", "twentyseventh", "twentyeighth", "twentyninth"),
    *("thirtieth", "thirtyfirst", "thirtysecond", "thirtythird"),
)


def under(folder: Path) -> dict[str, Path]:
    """The sets by name, in the order they were written: the first lies in the folder itself, each later one in its own below."""
    return {"first": folder, **{name: folder / name for name in LATER}}
