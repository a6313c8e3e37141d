"""A person at the staff console, as the tests drive it: signed in, with the form token in every change."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from typing import Any

import httpx
from sqlalchemy import select
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.console.passwords import hashed
from bot.console.services import Services
from bot.store import Feedback, StoredTurn
from bot.store.staff import NameTaken, Person
from bot.store.tables import turns
from tests.stored import keep

PASSWORD = "correct horse battery staple"
_hash: list[str] = []
TOKEN = re.compile(r'name="form_token" value="([0-9a-f]+)"')


@dataclass
class Staff:
    """One browser at the console."""

    client: TestClient
    app: Starlette
    name: str = ""

    @property
    def parts(self) -> Services:
        """What the console works with, to look behind the pages."""
        return self.app.state.console

    def get(self, path: str, **options: Any) -> httpx.Response:
        """A page; redirects are not followed unless asked."""
        return self.client.get(path, **{"follow_redirects": False, **options})

    def token(self) -> str:
        """The form token of this session or visit."""
        found = TOKEN.search(self.client.get("/staff/account").text)
        assert found
        return found[1]

    def post(self, path: str, data: dict[str, Any] | None = None, **options: Any) -> httpx.Response:
        """A change as a form of ours sends it; redirects are not followed."""
        given = {"form_token": self.token(), **(data or {})}
        return self.client.post(path, data=given, **{"follow_redirects": False, **options})


def person(app: Starlette, name: str, role: str) -> Person:
    """Somebody with a role; hashing a password once is enough for all of them."""
    if not _hash:
        _hash.append(hashed(PASSWORD))
    staff = app.state.console.staff
    try:
        return staff.join(staff.invite(role, "the tests"), name, _hash[0])
    except NameTaken:
        return staff.named(name)


def visitor(app: Starlette) -> Staff:
    """A browser that is not signed in."""
    return Staff(TestClient(app, base_url="http://testserver", raise_server_exceptions=False), app)


def signed_in(app: Starlette, name: str, role: str) -> Staff:
    """A browser in which somebody has signed in, without the time that takes."""
    at, who = visitor(app), person(app, name, role)
    token = at.parts.sessions.start(who.id, "tests")
    at.client.cookies.set("staff", str(at.parts.cookies._signer.dumps(token)))
    at.name = name
    return at


def asked(app: Starlette, text: str, kind: str = "not_covered", topic: str = "not_covered/price", **options: Any) -> int:
    """A patient's question as the store keeps it; the id of its turn."""
    number = secrets.randbelow(10**12)
    said = options.get("reply", "No.")
    reply = {"id": f"m{number}.0", "text": said, "kind": kind, "topics": [topic], "sources": [], "buttons": []}
    guesses = options.get("guesses", [["faq/stretching", 0.6], ["not_covered/price", 0.2]])
    turn = StoredTurn(f"m{number}", "d" * 64, text, [reply], kind, 0.5, guesses=guesses)
    store = app.state.desk.store
    keep(store, turn, f"web_{number}", options.get("channel", "web"))
    if "unhelpful" in options:
        store.add_feedback(f"web_{number}", Feedback(f"m{number}.0", False, options["unhelpful"]))
    with store.engine.connect() as connection:
        return int(connection.execute(select(turns.c.id).order_by(turns.c.id.desc()).limit(1)).scalar_one())
