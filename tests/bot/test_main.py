"""`python -m bot <verb>` as it fails: one sentence that says what to do, exit code 1, and no traceback."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from bot.__main__ import VERBS
from bot.content import topics
from bot.run.processes import free_port
from bot.settings import ROOT
from bot.store import open_store
from bot.store.revisions import Change
from tests.content_office import library_of
from tests.project import copy_project, put, run_bot, sentences
from tests.system import eventually

KEY = {"SECRET_KEY": "k" * 40}
NOWHERE = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0", "PIP_NO_CACHE_DIR": "1"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project to break."""
    return copy_project(tmp_path / "project")


def cut_off(path: Path) -> None:
    """Leave the first half of a file."""
    whole = path.read_bytes()
    put(path, whole[: len(whole) // 2])


def swap(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    put(path, text.replace(old, new, 1))


def refused(done: subprocess.CompletedProcess[bytes]) -> str:
    """The one sentence with which a command gave up."""
    said = sentences(done.stderr)

    assert done.returncode == 1, done.stderr.decode()
    assert len(said) == 1, said
    return said[0]


MODEL, ENCODER, TOKENIZER = "models/assistant.tar.gz", "models/encoder/model.onnx", "models/encoder/tokenizer.json"
ANSWER, FACTS, REPLIES, FLAG = (
    "data/faq/location.yml",
    "data/facts/clinic.yml",
    "data/replies/edge.yml",
    "data/red_flags/chest_and_breath.yml",
)
OPT_OUT, UNREAD = "data/sms/opt_out.yml", "'my (leg'"
BROKEN: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "an archive cut off": (MODEL, cut_off, f"{MODEL} is damaged: delete it and"),
    "an archive that is none": (MODEL, partial(put, content="x"), f"{MODEL} is damaged: delete it and"),
    "an encoder cut off": (ENCODER, cut_off, f"{ENCODER} is not the file it should be: delete it and"),
    "another tokenizer": (TOKENIZER, partial(put, content="{}"), f"{TOKENIZER} is not the file it should be: delete it and"),
    "no encoder, no network": (ENCODER, Path.unlink, "The sentence encoder could not be fetched"),
    "an answer that is no YAML": (ANSWER, partial(put, content="nlu: [\n"), f"{ANSWER}, line "),
    "an empty answer": (ANSWER, partial(put, content=""), f"{ANSWER}, line 1: "),
    "an answer in Latin-1": (ANSWER, partial(put, content=b"nlu: \xe9\n"), f"{ANSWER}, line 1: "),
    "a fact without its source": (FACTS, partial(swap, old="source:", new="from:"), f"{FACTS}, line "),
    "a reply file that is no YAML": (REPLIES, partial(put, content="{"), f"{REPLIES}, line "),
    "a red flag that is no YAML": (FLAG, partial(put, content="{"), f"{FLAG}, line "),
    "a danger that can't be read": (
        FLAG,
        partial(swap, old="sounds_like:\n", new=f"sounds_like:\n  - {UNREAD}\n"),
        f"{FLAG}, line ",
    ),
    "an opt-out that can't be read": (
        OPT_OUT,
        partial(swap, old="sounds_like:\n", new=f"sounds_like:\n  - {UNREAD}\n"),
        f"{OPT_OUT}, line ",
    ),
}


@pytest.mark.parametrize(
    ("verb", "name"), [*(("run", name) for name in BROKEN), ("ask", "an archive cut off"), ("ask", "an empty answer")]
)
def test_a_broken_part_is_named_in_one_sentence(project: Path, verb: str, name: str) -> None:
    """A damaged model, encoder or content file keeps the assistant from starting, by name and with what to do."""
    path, harm, expected = BROKEN[name]
    harm(project / path)

    assert expected in refused(run_bot(project, verb, **KEY, **NOWHERE))


@pytest.mark.parametrize("verb", ["run", "ask", "train", "edge"])
def test_an_answer_that_must_not_be_served_is_not(project: Path, verb: str) -> None:
    """An answer that promises what no fact says stops each verb, and the file and line are told."""
    swap(project / "data/faq/location.yml", "  - text: ", "  - text: We cure everybody for 99 dollars. ")
    done = run_bot(project, verb, **KEY, **({"BRAIN_URL": "http://127.0.0.1:9"} if verb == "edge" else {}))

    said = sentences(done.stdout + done.stderr)

    assert done.returncode == 1
    assert said
    assert all(each.startswith("data/faq/location.yml, line ") for each in said)


def test_an_edge_serves_nothing_that_was_taken_unchecked(project: Path) -> None:
    """Where the store itself holds what must not be served, an edge names all of it and doesn't listen."""
    file, store = "data/faq/location.yml", open_store(f"sqlite:///{project}/bot.db")
    library = library_of(project / "data", store)
    library.save([Change(file, library.texts()[file].replace("  - text: ", "  - text: It costs 99 dollars. "), 1)], "files")
    store.close()
    given = {"BRAIN_URL": "http://127.0.0.1:9", "DATABASE_URL": f"sqlite:///{project}/bot.db"}
    done = run_bot(project, "edge", **KEY, **given)

    assert done.returncode == 1
    assert f"{file}, line " in done.stdout.decode()
    assert " to mend" in done.stderr.decode()


@pytest.mark.parametrize("port", ["65536", "eighty", "80;rm"])
def test_a_bad_port_is_named(port: str) -> None:
    """A PORT that can't be one is refused with what it must be, before anything is started."""
    said = refused(run_bot(ROOT, "run", PORT=port))

    assert said == f"PORT must be a whole number from 1 to 65535, not {port!r}."


def test_a_busy_port_is_named() -> None:
    """Where another program has the port, the sentence says how to take another."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = refused(run_bot(ROOT, "run", PORT=str(port), **KEY))

    assert said.startswith(f"Port {port} is already in use")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "BRAIN_URL is missing"),
        ({"BRAIN_URL": "localhost:5005"}, "BRAIN_URL must be an address"),
        ({"BRAIN_URL": "http://127.0.0.1:9", "DATABASE_URL": "mysql://x/y"}, "DATABASE_URL must begin with"),
        ({"BRAIN_URL": "http://127.0.0.1:9", "DATABASE_URL": "postgresql://127.0.0.1:9/no"}, "The database can't be opened"),
        ({"BRAIN_URL": "http://127.0.0.1:9", "DATABASE_URL": "sqlite:////proc/no/bot.db"}, "The database can't be opened"),
        ({"BRAIN_URL": "http://127.0.0.1:9", "CORS_ORIGINS": "example.org"}, "CORS_ORIGINS holds 'example.org'"),
    ],
)
def test_an_edge_that_cannot_serve_says_why(environment: dict[str, str], expected: str) -> None:
    """The edge alone, too, gives up in one sentence that names the setting."""
    assert expected in refused(run_bot(ROOT, "edge", **{**KEY, "BRAIN_URL": "", **environment}))


@pytest.mark.parametrize("verb", ["check", "encoder"])
def test_a_sound_project_passes(project: Path, verb: str) -> None:
    """On what is shipped, checking and fetching end well, say nothing else, and need no folder made before."""
    done = run_bot(project, verb, **KEY, **NOWHERE)

    assert (done.returncode, done.stdout, sentences(done.stderr)) == (0, b"", [])


def test_what_has_to_be_mended_is_said_with_its_place(project: Path) -> None:
    """A line for each problem: file, line, and the sentence that staff read of it too."""
    swap(project / ANSWER, "is at {clinic_address}. If", "is 99 steps away. If")
    done = run_bot(project, "check", **KEY, **NOWHERE)

    assert done.returncode == 1
    assert done.stdout.decode() == f"{ANSWER}, line 4: The number 99 is not among the facts this answer cites.\n"


def test_a_topic_that_code_names_and_that_is_gone_is_said_with_its_place(project: Path) -> None:
    """Who renames or deletes a topic's file hears where its name still stands."""
    (project / "data" / "not_covered" / "men.yml").unlink()
    done = run_bot(project, "check", **KEY, **NOWHERE)

    assert done.returncode == 1
    place = f"{topics.FILE}, line {topics.lines()[topics.MEN]}"
    assert done.stdout.decode().startswith(f"{place}: no topic is called not_covered/men: change its name here too, or say ")


def test_every_verb_is_told() -> None:
    """`--help` names each verb with its sentence, and a word that is none is refused."""
    shown = " ".join(run_bot(ROOT, "--help").stdout.decode().split())

    assert [name for name, verb in VERBS.items() if " ".join(str(verb.run.__doc__).split()) not in shown] == []
    assert run_bot(ROOT, "fly").returncode == 2


def test_make_names_only_verbs_there_are() -> None:
    """Each verb that the Makefile passes on exists."""
    line = next(line for line in (ROOT / "Makefile").read_text().splitlines() if line.startswith("check "))

    assert set(line.split(":")[0].split()) <= set(VERBS)


def test_a_fresh_clone_with_a_key_of_its_own_starts(project: Path) -> None:
    """With SECRET_KEY given and no folder made before, `run` comes up and says where, and Ctrl-C ends it well."""
    command, said = [sys.executable, "-m", "bot", "run"], project / "said"
    with open(said, "wb") as output:
        running = subprocess.Popen(command, cwd=project, env={**os.environ, **KEY, "PORT": str(free_port())}, stderr=output)
    try:
        assert eventually(lambda: "· ready: http://localhost:" in said.read_text(), 60)
    finally:
        running.send_signal(signal.SIGINT)

    assert running.wait(timeout=30) == 0
