"""Nothing of the console is served around the check of who asks."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from bot.console.access import OPEN, OWNER, StaffRoute
from bot.console.site import routes
from bot.publishing.lane import WHY
from bot.store.revisions import Change
from tests.console import Staff, asked, signed_in

PATHS = {
    "{group}/{name}": "faq/stretching",
    "{id:int}": "1",
    "{key}": "0" * 32,
    "{rest:path}": "nowhere",
}
FOREIGN = re.compile(r"\b(?:intents?|yaml|yml|models?|utter_\w+|nlu|retrain\w*|metadata|channel:)|data/", re.I)
PAGES = [route for route in routes() if isinstance(route, StaffRoute)]
CLOSED = [route for route in PAGES if route.role != OPEN]


def address(route: StaffRoute) -> str:
    path = route.path
    for name, value in PATHS.items():
        path = path.replace(name, value)
    assert "{" not in path
    return path


def foreign(text: str) -> list[str]:
    """Words on a page that only those who program know."""
    return FOREIGN.findall(re.sub(r"<[^>]*>", " ", text))


def walked(at: Staff, route: StaffRoute) -> int:
    token = at.token() if at.name else "0"
    if route.changes:
        return at.client.post(address(route), data={"form_token": token}, follow_redirects=False).status_code
    return at.get(address(route)).status_code


def test_only_the_door_is_open() -> None:
    """The login page and what it posts to are all that needs no session."""
    assert {route.path for route in PAGES if route.role == OPEN} == {"/staff/login"}


def test_strangers_get_nowhere(anybody: Staff) -> None:
    """Without a session every page leads to the login, and every change is refused."""
    found = {(route.path, route.changes): walked(anybody, route) for route in CLOSED}

    assert found == {(route.path, route.changes): 401 if route.changes else 303 for route in CLOSED}


def refused(app: Starlette, role: str) -> set[tuple[str, bool]]:
    """What a role may not do; each route with a session of its own, for one of them signs out."""
    found = set()
    for route in CLOSED:
        if walked(signed_in(app, role, role), route) in (401, 403):
            found.add((route.path, route.changes))
    return found


def test_each_role_gets_its_routes_and_no_other(app: Starlette) -> None:
    """An editor is refused every owner's route, and refused no other; an owner is refused none."""
    own = {(route.path, route.changes) for route in CLOSED if route.role == OWNER}

    assert (refused(app, "editor"), refused(app, "owner")) == (own, set())


def test_no_page_fails(owner: Staff) -> None:
    """Every page an owner can open is served, save those of things that don't exist."""
    found = {route.path: owner.get(address(route)).status_code for route in CLOSED if not route.changes}

    assert {path: code for path, code in found.items() if code not in (200, 404, 308)} == {}


def test_pages_speak_the_clinics_language(owner: Staff) -> None:
    """Words of those who program never stand on a page."""
    pages = {route.path: owner.get(address(route)).text for route in CLOSED if not route.changes}

    assert {path: foreign(text) for path, text in pages.items()} == dict.fromkeys(pages, [])


def refusals(at: Staff) -> list[httpx.Response]:
    """What can't be saved: answers, ways of asking that stand elsewhere, contact details, each for another reason."""
    draft = at.parts.editor.faq("faq/stretching")
    elsewhere = at.parts.editor.faq("faq/frequency").phrases[0]
    form = {"topic": "stretching", "group": "faq", "number": draft.number, "title": "Stretching", "facts": draft.facts}
    form.update(web=draft.web, sms=draft.sms, phrases="\n".join(draft.phrases))
    broken: list[dict[str, Any]] = [
        {"facts": []}, {"facts": ["gone"]}, {"sms": "x" * 400}, {"sms": "", "web": "x" * 400}, {"phrases": elsewhere},
        {"web": "It takes 45 minutes, always."}, {"pregnant_web": "Stretching may take 20 minutes."}, {"web": "{nobody}"},
    ]  # fmt: skip
    seen = [at.post("/staff/faqs/save", {**form, **each}) for each in broken]
    turn = asked(at.app, elsewhere)
    seen.append(at.post("/staff/questions/file", {"turns": turn, "do": "added:faq/stretching", "phrase": elsewhere}))
    seen.append(at.post("/staff/try/correct", {"label": "faq/stretching", "said": elsewhere}))
    seen.append(at.post("/staff/facts/contact", {"clinic_phone": "call us"}))
    return seen


def test_refusals_speak_the_clinics_language(owner: Staff) -> None:
    """What can't be saved is told in words of the front desk, with no name or line of a file."""
    seen = refusals(owner)

    assert [each.status_code for each in seen] == [422] * len(seen)
    assert [foreign(each.text) for each in seen] == [[]] * len(seen)
    assert [each.url.path for each in seen if "only whoever looks after" in each.text] == []


def test_conflicts_speak_the_clinics_language(app: Starlette, owner: Staff) -> None:
    """So does what somebody else was faster with, and a file of any kind that was changed on both sides."""
    draft = owner.parts.editor.faq("faq/stretching")
    owner.parts.editor.switch("faq/stretching", False, "Otto")
    form = {"topic": "stretching", "group": "faq", "number": draft.number, "title": "Stretching", "web": "Please call."}
    both = [owner.post("/staff/faqs/save", {**form, "facts": draft.facts, "phrases": "\n".join(draft.phrases)})]
    for name in ("nlu/person", "facts/clinic", "smalltalk/thanks"):
        file = owner.parts.settings.data / f"{name}.yml"
        text, number = file.read_text(), owner.parts.library.numbers()[f"data/{name}.yml"]
        owner.parts.revisions.add([Change(f"data/{name}.yml", text.replace("the", "their"), number)], "Otto")
        file.write_text(text.replace("the", "this"))
    both.append(owner.get("/staff/files"))
    owner.post("/staff/files", {"file": "data/nlu/person.yml", "keep": "store"})
    both.append(owner.get("/staff/log"))

    assert [each.status_code for each in both] == [409, 200, 200]
    assert [foreign(each.text) for each in both] == [[], [], []]
    assert both[1].text.count('<section class="card">') == 3


@pytest.mark.parametrize("why", [*WHY, "content: Price", "a word of an older program"])
def test_failed_publishings_speak_the_clinics_language(owner: Staff, why: str) -> None:
    """So does a publishing that came to nothing."""
    number = owner.parts.publishing.begin("Olive")
    owner.parts.publishing._publications.end(number, "failed", why, {}, b"", 0)

    page = owner.get(f"/staff/publish/{number}").text

    assert ("as before" in page, foreign(page)) == (True, [])


@pytest.mark.parametrize("asked", ["/staff/faqs?q=x&show=off", "/staff/log"])
def test_the_login_leads_on(anybody: Staff, asked: str) -> None:
    """Who was on the way to a page is taken there after signing in."""
    seen = anybody.get(asked).headers["location"]

    assert seen == f"/staff/login?next={asked.replace('?', '%3F').replace('=', '%3D').replace('&', '%26')}"


def test_a_lost_change_is_shown_for_copying(owner: Staff) -> None:
    """What was typed into a form that can't be carried out any more stands on the page that says so, but for passwords."""
    typed = {"web": "a long answer", "password": "hush hush hush", "form_token": "0"}

    seen = owner.client.post("/staff/faqs/save", data=typed)

    assert (seen.status_code, "a long answer" in seen.text, "hush" in seen.text) == (403, True, False)


def test_a_body_without_end_is_refused(owner: Staff) -> None:
    """More than two megabytes are not read."""
    seen = owner.client.post("/staff/document", content=b"x", headers={"content-length": "9999999"})

    assert seen.status_code in (400, 413)


def test_answers_are_not_kept_by_browsers(owner: Staff) -> None:
    """Pages with patients' words are never cached, nothing may run in them but our own files, and nobody may frame them."""
    headers = owner.get("/staff/questions").headers
    policy = headers["content-security-policy"]

    assert headers["cache-control"] == "no-store"
    assert "unsafe" not in policy
    assert all(
        each in policy for each in ("script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
    )
