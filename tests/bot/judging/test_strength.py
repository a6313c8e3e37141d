"""How strong each topic is, before anything was published and after."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.content import Content
from bot.judging.strength import Strength
from bot.safety import Safety
from bot.settings import ROOT, Settings
from bot.store import Store, open_store
from bot.store.releases import Releases
from tests.office import shipped_office
from tests.system import eventually

FEW_QUESTIONS = "tests/data/faq/location.yml"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path}/bot.db")
    yield store
    store.close()


def test_the_model_that_came_with_the_program_is_asked_in_the_background(opened: Store, known: Content, flags: Safety) -> None:
    """Nobody waits for the figures, and soon every topic that has test questions has one."""
    strength: Strength = shipped_office(opened, known, flags).strength

    assert strength.known() == {}
    assert eventually(lambda: {f"faq/{topic}" for topic in known.shipped_topics} <= set(strength.known()), 120)
    assert all(0.5 < share <= 1 for label, share in strength.known().items() if label.startswith("faq/"))


def test_what_a_publishing_found_is_told_as_it_was_found(opened: Store, known: Content, flags: Safety) -> None:
    """A published version was asked before it went live: its figures need no asking."""
    found = shipped_office(opened, known, flags)
    Releases(opened.engine, Settings(root=ROOT, secret_key="k" * 40).secret_for("releases")).add(
        b"a model", "Olive", 1, {"strength": {"faq/booking": 0.75}}, choose=True
    )

    assert found.strength.known() == {"faq/booking": 0.75}


def test_without_a_model_there_are_no_figures(
    opened: Store, known: Content, flags: Safety, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The page does without them, and the log says why."""
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    (tmp_path / "data").symlink_to(ROOT / "data")
    (tmp_path / "models").mkdir()
    strength = shipped_office(opened, known, flags, tmp_path).strength

    assert strength.known() == {}
    assert eventually(lambda: "how strong each topic is" in caplog.text, 30)
    assert strength.known() == {}


def test_what_could_not_be_asked_is_asked_again(
    opened: Store, known: Content, flags: Safety, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """What kept the figures from being found may be over: who looks later has them."""
    (tmp_path / "data").symlink_to(ROOT / "data")
    (tmp_path / "models").mkdir()
    (tmp_path / "tests" / "data" / "faq").mkdir(parents=True)
    (tmp_path / FEW_QUESTIONS).symlink_to(ROOT / FEW_QUESTIONS)
    strength = shipped_office(opened, known, flags, tmp_path).strength
    strength.known()
    assert eventually(lambda: "how strong each topic is" in caplog.text, 30)
    (tmp_path / "models").rmdir()
    (tmp_path / "models").symlink_to(ROOT / "models")

    assert eventually(lambda: "faq/location" in strength.known(), 120)
