"""The safety figures of `make evaluate`: counted over the shipped path, with honest bounds."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot import content, safety
from bot.brain import BrainDown
from bot.evaluation.red_flags import SETS, Heard, bounds, by_set, cases, figures, listen, table
from bot.settings import ROOT
from bot.store import open_store
from bot.turn import FrontDesk
from tests.turns import KEYS

URGENT = """kind: bleeding
phrases:
  - im 20 weeks and bleeding
  - {two_messages: [im 30 wks, bleeding]}
  - I would rather not say
"""
CALM = """kind: bleeding
phrases:
  - can needles make you bleed
  - {two_messages: [where are you, how long is it]}
"""
HEARD = [
    Heard(("a",), "clot", True, True, True),
    Heard(("b", "c"), "clot", True, False, True),
    Heard(("d",), "clot", True, False, False),
    Heard(("e",), "clot", False, False, True),
]


class NoBrain:
    async def answer(self, *arguments: object) -> dict[str, object]:
        raise BrainDown


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for group, text in (("urgent", URGENT), ("calm", CALM)):
        (tmp_path / group).mkdir()
        (tmp_path / group / "bleeding.yml").write_text(text)
    return tmp_path


def test_each_case_is_asked_through_the_whole_path(
    known: content.Content, flags: safety.Safety, folder: Path, tmp_path: Path
) -> None:
    """One message or two in one conversation; what patterns hear alone stands beside what the whole path hears."""
    store = open_store(f"sqlite:///{tmp_path}/safety.db")
    heard = asyncio.run(listen(FrontDesk(known, flags, store, NoBrain(), *KEYS), folder))
    store.close()

    assert [(each.urgent, each.by_patterns, each.by_all) for each in heard] == [
        (True, True, True),
        (True, True, True),
        (True, False, False),
        (False, False, False),
        (False, False, False),
    ]


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(0, 0, 0.0, 1.0), (10, 10, 0.7225, 1.0), (0, 10, 0.0, 0.2775), (400, 400, 0.9905, 1.0), (5, 10, 0.2366, 0.7634)],
)
def test_bounds_are_wilsons(hits: int, of: int, low: float, high: float) -> None:
    """The published formula: never outside 0 to 1, and never of no width."""
    assert bounds(hits, of) == pytest.approx((low, high), abs=5e-4)


def test_figures_tell_patterns_and_all_apart() -> None:
    """What the classifier adds, in sensitivity and in false alarms, can be read off."""
    found = figures(HEARD)

    assert (found["safety_sensitivity"], found["safety_sensitivity_patterns"]) == pytest.approx((2 / 3, 1 / 3))
    assert (found["safety_false_alarms"], found["safety_false_alarms_patterns"]) == (1.0, 0.0)


def test_each_set_is_reported_beside_all_together() -> None:
    """A set that does worse than another can't hide in the sum."""
    found = by_set({"first": HEARD[:2], "second": HEARD[2:]})

    assert [found[name]["safety_sensitivity"] for name in ("first", "second", "all")] == pytest.approx([1.0, 0.0, 2 / 3])


FEWEST = {
    "first": (400, 15, 300),
    "second": (400, 15, 300),
    "sixth": (19 * 14, 14, 150),
    "seventh": (19 * 14, 13, 150),
    "ninth": (19 * 13, 13, 150),
    "tenth": (19 * 13, 13, 150),
    "eleventh": (19 * 11, 10, 120),
    "twelfth": (19 * 8, 8, 90),
    "thirteenth": (151, 7, 98),
    "fourteenth": (151, 7, 98),
    "fifteenth": (149, 7, 99),
    "sixteenth": (152, 8, 100),
    "seventeenth": (152, 8, 100),
    "eighteenth": (152, 8, 100),
    "twentieth": (246, 12, 190),
    "twentyfirst": (152, 8, 120),
    "twentysecond": (152, 8, 120),
    "twentythird": (150, 7, 120),
    "twentyfourth": (150, 7, 119),
    "twentyfifth": (152, 8, 120),
    "twentysixth": (152, 8, 120),
    "twentyseventh": (149, 7, 119),
    "twentyeighth": (140, 7, 110),
    "twentyninth": (140, 7, 110),
    "thirtieth": (140, 7, 110),
    "thirtyfirst": (140, 7, 110),
    "thirtysecond": (140, 7, 110),
    "thirtythird": (140, 7, 110),
}
"""Urgent phrasings, those of one kind, and calm ones; what stood word for word in an earlier set was left out of a later one."""
FEWEST_ELSEWHERE = (19 * 14, 14, 220)


@pytest.mark.parametrize("name", SETS)
def test_every_set_is_there(name: str) -> None:
    """Hundreds of urgent phrasings over all kinds, and hundreds that only look so."""
    found = list(cases(ROOT / SETS[name]))
    kinds = [kind for kind, urgent, _ in found if urgent]
    fewest_urgent, fewest_of_a_kind, fewest_calm = FEWEST.get(name, FEWEST_ELSEWHERE)

    assert len(kinds) >= fewest_urgent
    assert len(found) - len(kinds) >= fewest_calm
    assert min(map(kinds.count, set(kinds))) >= fewest_of_a_kind


def test_the_table_names_what_was_missed() -> None:
    """By kind with counts, and every miss and false alarm in its words."""
    shown = table(HEARD)

    assert "clot: d" in shown.split("missed:")[1].split("false alarms:")[0]
    assert "clot: e" in shown.split("false alarms:")[1]
    assert "66.7%" in shown
