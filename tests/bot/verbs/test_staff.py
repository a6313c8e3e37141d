"""The operator lets people into the console from a shell."""

from __future__ import annotations

import argparse
from collections.abc import Callable

import pytest

from bot.settings import Settings
from bot.store import open_store
from bot.store.staff import Staff
from bot.verbs.staff import add_arguments, greet_owner, run


@pytest.fixture
def chosen(make_settings: Callable[..., Settings]) -> Settings:
    return make_settings(PUBLIC_URL="https://desk.example.org")


def token(link: str) -> str:
    address, _, found = link.partition("?invite=")
    assert address == "https://desk.example.org/staff/login"
    return found


def test_the_first_start_prints_the_owners_link(chosen: Settings) -> None:
    """While nobody owns the console the start prints a link that makes an owner; then it is silent."""
    told: list[str] = []
    greet_owner(chosen, told.append)
    store = open_store(chosen.database_url)
    made = Staff(store.engine).join(token(told[-1]), "Olive", "hash")
    store.close()
    before = len(told)
    greet_owner(chosen, told.append)

    assert (made.role, len(told)) == ("owner", before)


@pytest.mark.parametrize(("words", "role"), [(["invite"], "editor"), (["invite", "--role", "owner"], "owner")])
def test_invite_prints_a_link(chosen: Settings, capsys: pytest.CaptureFixture[str], words: list[str], role: str) -> None:
    """`staff invite` prints one link and nothing else."""
    parser = argparse.ArgumentParser()
    add_arguments(parser)

    done = run(chosen, parser.parse_args(words))
    store = open_store(chosen.database_url)
    offered = Staff(store.engine).invitation(token(capsys.readouterr().out.strip()))
    store.close()

    assert (done, offered.role) == (0, role)
