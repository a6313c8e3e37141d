"""Whatever happens in whatever order: one answer for each message, one request for each call-back, nobody's words to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from bot import content, safety
from bot.settings import ROOT
from bot.store import open_store
from bot.turn import FrontDesk
from tests.clinic_day import ClinicDay
from tests.hands import Hands
from tests.turns import KEYS

# A day that fails is told as it was: shortening it would replay it by the hundred, for hours.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
FEW = settings(
    max_examples=5,
    stateful_step_count=20,
    deadline=None,
    derandomize=True,
    phases=PHASES,
    suppress_health_check=list(HealthCheck),
)
MANY = settings(FEW, max_examples=300, stateful_step_count=50, derandomize=False, print_blob=True)

DONE = ("cut before", "cut after", "restarted", "published")
HAPPENS = ("confirmed", "cut before", "cut after", "sent again", "in new words", "restarted", "published")


@pytest.fixture(scope="module")
def hands(brain: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hands]:
    """The hands, for the form of the brain in this process."""
    started = Hands.start(tmp_path_factory.mktemp("hands") / "log")
    yield started
    started.stop()


@pytest.fixture
def day(known: content.Content, flags: safety.Safety, brain: Any, hands: Hands, database_url: str) -> Iterator[type[ClinicDay]]:
    """Days of two edges over one database."""
    hands.held_by(brain)

    def opened() -> FrontDesk:
        return FrontDesk(known, flags, open_store(database_url), brain, *KEYS)

    def published() -> None:
        brain._agent.load_model(str(ROOT / "models" / "assistant.tar.gz"))

    desks = [opened(), opened()]
    own = {"desks": desks, "opened": staticmethod(opened), "published": staticmethod(published)}
    yield type("Day", (ClinicDay,), {**own, "known": known, "happened": Counter()})
    for desk in desks:
        desk.store.close()


def test_five_days(day: type[ClinicDay], record_property: Callable[[str, object], None]) -> None:
    """Patients on web and text messages, staff who edit and publish, erasures, restarts, cut commits, ids used again."""
    run_state_machine_as_test(day, settings=FEW)
    record_property("injections", sum(day.happened[each] for each in DONE))

    assert [each for each in HAPPENS if not day.happened[each]] == []


@pytest.mark.long
def test_three_hundred_days(day: type[ClinicDay], record_property: Callable[[str, object], None]) -> None:
    """The same, longer, and other days each time."""
    run_state_machine_as_test(day, settings=MANY)
    record_property("injections", sum(day.happened[each] for each in DONE))
