"""What a topic is like beyond its words: `properties:` in its own file, where whoever adds or renames one sees them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any


@dataclass(frozen=True)
class Properties:
    """The properties of a topic; what its file leaves out is as here."""

    practical: bool = False
    """Whether it is a matter of the desk, such as an address: no practitioner need know what one tells behind it."""
    one_thing: bool = False
    """Whether it is a single thing, such as a price or an address: who asks on about it asks for the same. `massage?` behind
    `cupping?` asks for another of the same topic."""
    again: str = ""
    """The name of the reply that meets who asks on about what isn't covered, where it must not go without a doctor's name:
    `should I stop the zoloft first`."""
    in_danger: str = ""
    """What a question is while something is urgent: `answered`, in however few words, where it has nothing to do with a body;
    `of_it`, where `should i wait` sounds like it and asks about the danger; `of_needles`, where `can needles help` does. Any
    other topic is answered where enough words ask for it."""
    why: str = ""
    """The label of the answer to `why?` behind this one."""
    more: str = ""
    """The label of what `tell me more` behind this one leads to."""
    when_pregnant: str = ""
    """The label of the answer to `and when pregnant?` behind this one."""
    unread: tuple[str, ...] = field(default=(), metadata={"in_file": False})
    """Names in the file that are no property, or whose value is none that it may have."""
    line: int = field(default=1, compare=False, metadata={"in_file": False})

    @property
    def leads(self) -> dict[str, str]:
        """The labels that it leads to, by the names of the properties."""
        found = {"why": self.why, "more": self.more, "when_pregnant": self.when_pregnant}
        return {name: label for name, label in found.items() if label}


ANSWERED, OF_IT, OF_NEEDLES = "answered", "of_it", "of_needles"
ALLOWED: Mapping[str, frozenset[str]] = {"in_danger": frozenset((ANSWERED, OF_IT, OF_NEEDLES))}
"""The values that a property of words may have, where not any will do."""
NAMES = tuple(each.name for each in fields(Properties) if each.metadata.get("in_file", True))
"""What may stand under `properties:`."""
NO_PROPERTIES = Properties()


def properties_of(told: Mapping[str, Any], line: int = 1) -> Properties:
    """The properties in a topic's file, as YAML was read; what can't be understood is left as if it weren't there, and named.

    Args:
        told: what stands under `properties:`.
        line: where in the file that is.
    """
    read = {name: value for name, value in told.items() if name in NAMES and _may_be(name, value)}
    return Properties(**read, unread=tuple(str(name) for name in told if name not in read), line=line)


def _may_be(name: str, value: object) -> bool:
    if not isinstance(value, type(getattr(NO_PROPERTIES, name))):
        return False
    return name not in ALLOWED or value in ALLOWED[name]
