"""Call-backs: sealed until somebody opens one, and that is noted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import update
from starlette.applications import Starlette

from bot.sealing import seal
from bot.store import callbacks as requests
from bot.store.console_tables import callback_work
from bot.store.tables import callbacks
from bot.store.transactions import writing
from tests.console import Staff

KEY = "a" * 32
TOLD = {
    "name": "Dana <b>Reed</b>",
    "phone": "+1 (610) 555-0134",
    "time": "mornings",
    "reason": "hips",
    "questions": ["is it safe"],
}


@pytest.fixture
def waiting(app: Starlette, editor: Staff) -> Staff:
    """One request in the queue."""
    add(editor, KEY)
    return editor


@pytest.fixture
def full(waiting: Staff) -> Staff:
    """More requests than the queue lists; the newest is `b…`."""
    for each in range(requests.LISTED):
        add(waiting, f"{each:032}")
    add(waiting, "b" * 32)
    return waiting


def add(at: Staff, key: str, ago: timedelta = timedelta(), told: Mapping[str, object] = TOLD) -> None:
    sealed = seal(at.parts.settings.secret_for("sealing"), dict(told))
    with writing(at.parts.desk.store.engine) as connection:
        requests.add(connection, key, "web_1", "web", sealed)
        moment = {"created_at": datetime.now(timezone.utc) - ago}
        connection.execute(update(callbacks).where(callbacks.c.key == key).values(moment))


def test_a_request_is_opened_by_somebody(waiting: Staff) -> None:
    """The list tells nothing personal; the page of one shows all of it as text, and who looked is noted."""
    listed = waiting.get("/staff/callbacks").text
    page = waiting.get(f"/staff/callbacks/{KEY}").text

    assert ("Dana" in listed, "555" in listed) == (False, False)
    assert all(each in page for each in ("Dana &lt;b&gt;Reed", 'href="tel:+16105550134"', "mornings", "hips", "is it safe"))
    assert [(each.actor, each.action) for each in waiting.parts.audit.recent(1)] == [("Edith", "looked at a call-back")]


def test_overdue_ones_come_first(waiting: Staff) -> None:
    """Who waits longer than a day stands on top and is marked."""
    add(waiting, "b" * 32, timedelta(days=2))

    page = waiting.get("/staff/callbacks").text

    assert page.index("b" * 32) < page.index(KEY)
    assert page.count("overdue</span>") == 1


def test_the_newest_of_many_is_opened_and_changed(full: Staff) -> None:
    """However many wait, each has its page and can be taken; the list says that it holds not all, and home counts them all."""
    path = f"/staff/callbacks/{'b' * 32}"
    opened = full.get(path)
    full.post(path, {"take": "yes"})
    taken, listed = full.get(path).text, full.get("/staff/callbacks").text

    assert (opened.status_code, "Dana &lt;b&gt;Reed" in opened.text, "Taken by <strong>Edith" in taken) == (200, True, True)
    assert ("b" * 32 in listed, f"No more than {requests.LISTED} are listed" in listed) == (False, True)
    assert f"<strong>{requests.LISTED + 2}</strong> call-backs waiting" in full.get("/staff").text


def test_the_last_one_seen_to_comes_first(waiting: Staff) -> None:
    """Among those that are done the clinic finds what it did last on top."""
    add(waiting, "b" * 32)
    for key in (KEY, "b" * 32):
        waiting.post(f"/staff/callbacks/{key}", {"status": "closed"})
    page = waiting.get("/staff/callbacks?show=done").text

    assert page.index("b" * 32) < page.index(KEY)


def test_a_request_goes_its_way(waiting: Staff) -> None:
    """Called it is taken, booked it leaves the queue, and it can be brought back."""
    path = f"/staff/callbacks/{KEY}"
    waiting.post(path, {"status": "called"})
    called = waiting.get("/staff/callbacks").text
    waiting.post(path, {"status": "booked"})
    done = waiting.get("/staff/callbacks?show=done").text
    waiting.post(path, {"status": "new"})

    assert ("called" in called, "Edith" in called) == (True, True)
    assert ("booked" in done, "Nobody waits" in waiting.get("/staff/callbacks").text) == (True, False)


def test_notes_are_sealed(waiting: Staff) -> None:
    """Notes may name the patient, so the database can't be read for them."""
    waiting.post(f"/staff/callbacks/{KEY}", {"notes": "Dana prefers <i>mornings</i>"})
    with waiting.parts.desk.store.engine.connect() as connection:
        kept = connection.execute(callback_work.select()).one().notes

    assert "Dana" not in kept
    assert "Dana prefers &lt;i&gt;mornings" in waiting.get(f"/staff/callbacks/{KEY}").text


def test_what_is_gone_is_a_kind_page(waiting: Staff) -> None:
    """A request that was withdrawn can't be changed any more."""
    found = [waiting.post(f"/staff/callbacks/{'c' * 32}", each).status_code for each in ({"status": "called"}, {"take": "yes"})]

    assert (found, waiting.get(f"/staff/callbacks/{'c' * 32}").status_code) == ([404, 404], 404)


def test_who_worked_on_a_request_is_noted(waiting: Staff) -> None:
    """Taking one and writing notes stand in the log, and of the notes not a word."""
    waiting.post(f"/staff/callbacks/{KEY}", {"take": "yes"})
    waiting.post(f"/staff/callbacks/{KEY}", {"notes": "prefers mornings"})

    found = [(each.actor, each.action, each.subject, each.detail) for each in waiting.parts.audit.recent(2)]

    assert found == [("Edith", "wrote notes on a call-back", KEY, ""), ("Edith", "took a call-back", KEY, "")]


@pytest.mark.parametrize("phone", ["(610) 555-0134 ext. 12", "cell is (610) 555-0134 work is (484) 555-0102"])
def test_the_first_number_alone_is_dialled(editor: Staff, phone: str) -> None:
    """With no extension and no second number run into it; all of it is shown."""
    add(editor, KEY, told={**TOLD, "phone": phone})
    page = editor.get(f"/staff/callbacks/{KEY}").text

    assert ('href="tel:6105550134"' in page, f"Call {phone}" in page) == (True, True)
