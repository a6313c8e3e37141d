"""Everything in one file, and an assistant from it that behaves as the one before."""

from __future__ import annotations

import argparse
import shutil
import socket
import sqlite3
import tarfile
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from ruamel.yaml import YAML
from starlette.testclient import TestClient

from bot import safety, settings
from bot.app import create_app
from bot.brain import HttpBrain
from bot.content import Content
from bot.conversation.callback import CallbackKeeper
from bot.editing.library import Library
from bot.evaluation.masking import unmarked
from bot.run.processes import free_port
from bot.sealing import unseal
from bot.settings import ROOT, Settings
from bot.store import open_store
from bot.store.callbacks import Callbacks
from bot.store.revisions import Change, Revisions
from bot.turn import FrontDesk
from bot.verbs import backup, restore
from tests.conftest import Chat
from tests.stored import CHAT, a_turn, keep
from tests.turns import KEYS, take

TELLING = ("phone", "email", "number", "birthdate")
QUESTION, EDITED = "how long do the needles stay in", "data/faq/session_length.yml"
DAY = 24 * 3600


@pytest.fixture
def house(tmp_path: Path, database_url: str) -> Settings:
    """An installation with a model, a key of its own making and an empty database."""
    shutil.copytree(ROOT / "data", tmp_path / "house" / "data")
    (tmp_path / "house" / "models").mkdir()
    shutil.copy2(ROOT / "models" / "assistant.tar.gz", tmp_path / "house" / "models")
    return installed(tmp_path / "house", DATABASE_URL=database_url)


@pytest.fixture
def hut(tmp_path: Path) -> Settings:
    """The least there is to back up: one file of content, one turn, a key of its own making."""
    (tmp_path / "hut" / "data" / "faq").mkdir(parents=True)
    (tmp_path / "hut" / "data" / "faq" / "one.yml").write_text("nlu: []")
    return inhabited(installed(tmp_path / "hut"))


def inhabited(chosen: Settings) -> Settings:
    store = open_store(chosen.database_url)
    keep(store, a_turn())
    store.close()
    return chosen


def installed(root: Path, **environment: str) -> Settings:
    given = {"BRAIN_URL": f"http://127.0.0.1:{free_port()}", "PORT": str(free_port()), **environment}
    root.mkdir(exist_ok=True)
    return settings.load(given, root=root)


def elsewhere(request: pytest.FixtureRequest, house: Settings, tmp_path: Path, **environment: str) -> Settings:
    """An empty folder and an empty database of the same kind."""
    postgres = house.database_url.startswith("postgresql")
    url = request.getfixturevalue("postgres").new_database() if postgres else f"sqlite:///{tmp_path}/restored/var/bot.db"
    return installed(tmp_path / "restored", DATABASE_URL=url, **environment)


def said(verb: ModuleType, chosen: Settings, *words: str) -> int:
    parser = argparse.ArgumentParser()
    verb.add_arguments(parser)
    return verb.run(chosen, parser.parse_args(words))


def lived_in(house: Settings) -> str:
    """A patient wrote, one asked to be called back, and somebody edited an answer; gives the patient's token."""
    with TestClient(create_app(house)) as client:
        chat = Chat(client).open()
        chat.ask("I have chest pain")
        store = client.app.state.desk.store  # type: ignore[attr-defined]
        asked = {"callback_name": "Olive", "callback_number": "+14845550100"}
        request = CallbackKeeper(house.secret_for("sealing")).request(CHAT, "web", asked, [])
        keep(store, a_turn(), also=request)
        library = Library(house.data, Revisions(store.engine))
        text = library.texts()[EDITED]
        changed = text.replace("- text: ", "- text: As ever. ", 1)
        library.save([Change(EDITED, changed, library.numbers()[EDITED])], "olive")
    return chat.token


def behaviour(chosen: Settings, token: str, brain: Any) -> dict[str, Any]:
    """What a patient and the staff see of an installation."""
    with TestClient(create_app(chosen)) as client:
        chat = Chat(client, token)
        desk: FrontDesk = client.app.state.desk  # type: ignore[attr-defined]
        requests = Callbacks(desk.store.engine).listed()
        answers = FrontDesk(
            desk.content,
            safety.load(chosen.data / "red_flags"),
            desk.store,
            brain,
            chosen.secret_for("digests"),
            chosen.secret_for("sealing"),
        )
        answered = take(answers, QUESTION, "again", chat="web_fresh")
        return {
            "history": client.get("/chat/messages", headers=chat.headers).json(),
            "call-backs": [unseal(chosen.secret_for("sealing"), each.sealed, DAY) for each in requests],
            "answer": [message["text"] for message in answered.messages],
            "urgent": chat.open().ask("my face is drooping"),
            "files": {str(path.relative_to(chosen.data)): path.read_text() for path in chosen.data.rglob("*.yml")},
        }


def without_ids(seen: dict[str, Any]) -> dict[str, Any]:
    return {**seen, "urgent": [{**message, "id": ""} for message in seen["urgent"]]}


def test_a_restored_assistant_behaves_as_before(
    request: pytest.FixtureRequest, house: Settings, tmp_path: Path, brain: Any
) -> None:
    """In an empty folder, from one file: the same history under the same token, call-backs that can be read, edited answers."""
    token = lived_in(house)

    assert said(backup, house, str(tmp_path / "all.tar.gz")) == 0
    before = behaviour(house, token, brain)
    empty = elsewhere(request, house, tmp_path)
    assert said(restore, empty, str(tmp_path / "all.tar.gz")) == 0
    restored = settings.load({"DATABASE_URL": empty.database_url, "BRAIN_URL": empty.brain_url}, root=empty.root)
    after = behaviour(restored, token, brain)

    assert without_ids(after) == without_ids(before)
    assert before["call-backs"][0]["name"] == "Olive"
    assert before["history"]["messages"][0]["text"] == "I have chest pain"
    assert before["answer"][0].startswith("As ever. ")
    assert (restored.models / "assistant.tar.gz").read_bytes() == (house.models / "assistant.tar.gz").read_bytes()


def test_no_byte_on_the_disk_tells_who_wrote(hut: Settings, known: Content, flags: safety.Safety, tmp_path: Path) -> None:
    """Sentences with numbers and addresses of all kinds, said to the front desk: at least 95 in 100 of those are nowhere in the
    database's files nor in a backup.
    """
    lines = [unmarked(line) for line in YAML(typ="safe").load(ROOT / "tests" / "privacy.yml")["private"].splitlines()]
    told = [(text, [text[span.start : span.end] for span in spans if span.kind in TELLING]) for text, spans in lines]
    private = {each.encode() for _, found in told for each in found}
    store = open_store(hut.database_url)
    desk = FrontDesk(known, flags, store, HttpBrain(hut.brain_url, "secret", 5.0), *KEYS)
    for text, found in told:
        if found:
            take(desk, text)
    on_disk = b"".join(path.read_bytes() for path in hut.var.glob("bot.db*"))
    store.close()
    said(backup, hut, str(tmp_path / "all.tar.gz"))
    with tarfile.open(tmp_path / "all.tar.gz") as archive:
        backed_up = b"".join(file.read() for member in archive if (file := archive.extractfile(member)))

    assert len(private) >= 50
    assert b"[phone]" in on_disk
    assert b"[phone]" in backed_up
    for written in (on_disk, backed_up):
        assert sum(each in written for each in private) <= 0.05 * len(private)


def test_what_it_makes_is_for_its_owner_alone(hut: Settings, tmp_path: Path) -> None:
    """The archive, and everything with secrets that a restore writes, has mode 0600; nothing is left lying about."""
    said(backup, hut, str(tmp_path / "all.tar.gz"))
    empty = installed(tmp_path / "restored")
    said(restore, empty, str(tmp_path / "all.tar.gz"))
    kept = [path for path in (tmp_path / "all.tar.gz", *empty.var.rglob("*")) if path.is_file()]

    assert {path.name: path.stat().st_mode & 0o777 for path in kept} == dict.fromkeys(
        ("all.tar.gz", "secret_key", "secret_key-before-restore", "bot.db"), 0o600
    )
    assert sorted(path.name for path in empty.var.iterdir()) == ["bot.db", "secret_key", "secret_key-before-restore"]


def test_a_database_that_holds_something_is_not_overwritten(
    hut: Settings, database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without --force nothing changes where something was; with it the backup takes its place."""
    said(backup, hut, str(tmp_path / "all.tar.gz"))
    held = installed(tmp_path / "held", DATABASE_URL=database_url)
    store = open_store(held.database_url)
    keep(store, a_turn(), "web_held")

    refused = said(restore, held, str(tmp_path / "all.tar.gz"))
    kept = len(store.history("web_held"))
    forced = said(restore, held, str(tmp_path / "all.tar.gz"), "--force")
    gone = len(store.history("web_held"))
    store.close()

    assert (refused, kept, forced, gone) == (1, 1, 0, 0)
    assert "--force" in capsys.readouterr().err


def test_another_key_is_refused(hut: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where SECRET_KEY is given, the archive holds no key, and is restored only under the same one."""
    given = installed(hut.root, SECRET_KEY="g" * 40)
    said(backup, given, str(tmp_path / "all.tar.gz"))
    told = capsys.readouterr().err

    other = said(restore, installed(tmp_path / "one", SECRET_KEY="h" * 40), str(tmp_path / "all.tar.gz"))
    same = said(restore, installed(tmp_path / "two", SECRET_KEY="g" * 40), str(tmp_path / "all.tar.gz"))

    assert (other, same) == (1, 0)
    assert "is not in it" in told
    assert not (tmp_path / "one" / "data").exists()
    assert b"g" * 40 not in (tmp_path / "all.tar.gz").read_bytes()


def test_a_broken_backup_changes_nothing(hut: Settings, tmp_path: Path) -> None:
    """A file that was cut off is refused before anything is touched."""
    said(backup, hut, str(tmp_path / "all.tar.gz"))
    whole = (tmp_path / "all.tar.gz").read_bytes()
    (tmp_path / "all.tar.gz").write_bytes(whole[: len(whole) // 2])
    empty = installed(tmp_path / "restored")

    assert said(restore, empty, str(tmp_path / "all.tar.gz")) == 1
    assert sorted(path.name for path in empty.root.rglob("*")) == ["secret_key", "var"]


def test_a_backup_of_a_later_version_changes_nothing(hut: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Tables that this program doesn't know are refused before a file is touched, with --force too."""
    with closing(sqlite3.connect(hut.var / "bot.db")) as later, later:
        later.execute("UPDATE alembic_version SET version_num = '9999'")
    said(backup, hut, str(tmp_path / "all.tar.gz"))
    held = installed(tmp_path / "held")
    (held.data / "faq").mkdir(parents=True)
    (held.data / "faq" / "own.yml").write_text("mine")
    inhabited(held)
    before = {path: path.read_bytes() for path in held.root.rglob("*") if path.is_file()}

    assert said(restore, held, str(tmp_path / "all.tar.gz"), "--force") == 1
    assert "later version" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in held.root.rglob("*") if path.is_file()} == before


def test_the_key_that_stood_there_is_put_aside(hut: Settings, tmp_path: Path) -> None:
    """What was sealed under it can still be opened by whoever brings it back; the backup's own key is nothing to put aside."""
    said(backup, hut, str(tmp_path / "all.tar.gz"))
    held = installed(tmp_path / "held")
    said(restore, held, str(tmp_path / "all.tar.gz"))
    again = settings.load({"PORT": str(free_port())}, root=held.root)

    assert said(restore, again, str(tmp_path / "all.tar.gz"), "--force") == 0
    assert (held.var / "secret_key").read_text() == hut.secret_key
    assert (held.var / "secret_key-before-restore").read_text() == held.secret_key


def test_a_running_assistant_is_not_restored_under(hut: Settings, tmp_path: Path) -> None:
    """While something serves the port, a restore is refused."""
    said(backup, hut, str(tmp_path / "all.tar.gz"))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        running = installed(tmp_path / "restored", PORT=str(taken.getsockname()[1]))

        assert said(restore, running, str(tmp_path / "all.tar.gz")) == 1


def test_content_that_stood_there_is_put_aside(hut: Settings, tmp_path: Path) -> None:
    """A fresh clone's own data/ gives way, and can still be found."""
    said(backup, hut, str(tmp_path / "all.tar.gz"))
    clone = installed(tmp_path / "restored")
    (clone.data / "faq").mkdir(parents=True)
    (clone.data / "faq" / "own.yml").write_text("mine")
    said(restore, clone, str(tmp_path / "all.tar.gz"))

    assert (clone.var / "data-before-restore" / "faq" / "own.yml").read_text() == "mine"
    assert not (clone.data / "faq" / "own.yml").exists()
