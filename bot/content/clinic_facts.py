"""What the clinic itself says: facts it adds, and its contact details, looked over before they are kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.content import contact
from bot.content.complaint import complaint
from bot.content.model import Fact
from bot.content.remarks import Remark
from bot.content.wholesome import answer_complaint, one_line, slug

FIELDS = ("fact_says", "fact_who", "fact_since")
"""Where a form has what a `NewFact` holds, in its order."""


@dataclass(frozen=True)
class NewFact:
    """A fact that the clinic adds: what it says, who says so and since when (an ISO date)."""

    says: str
    who: str
    since: str


def on_fact(fact: NewFact) -> list[Remark]:
    """Why it can't be kept as it is; nothing where it can."""
    says = one_line(fact.says)
    found = (
        answer_complaint(says, ()) if says else complaint("no_words"),
        None if one_line(fact.who) else complaint("no_speaker"),
        None if _is_day(fact.since) else complaint("no_day"),
    )
    return [Remark(field, each) for field, each in zip(FIELDS, found) if each]


def made(fact: NewFact, known: Mapping[str, Fact]) -> Fact:
    """The fact as it is kept, with an id unlike all that are known."""
    says = one_line(fact.says)
    return Fact(slug(says, known, "-"), says, "clinic", who=one_line(fact.who), since=one_line(fact.since))


def on_contact(values: Mapping[str, str]) -> Iterator[Remark]:
    """Why contact details can't be kept.

    Args:
        values: new ones by placeholder: one that ends in `_phone` is a number, one in `_page` an address on the web.
    """
    for name, value in values.items():
        if not value or answer_complaint(value, ()):
            yield Remark(name, complaint("no_detail"))
        elif against := contact.unfit(name, value):
            yield Remark(name, against)


def _is_day(given: str) -> bool:
    try:
        return bool(date.fromisoformat(one_line(given)))
    except ValueError:
        return False
