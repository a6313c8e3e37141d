"""The list of FAQs: found by any word, switched off at a click, signed by an owner."""

from __future__ import annotations

from starlette.applications import Starlette

from tests.console import Staff, asked

ONE = "/staff/faqs/faq/stretching"


def test_the_list_tells_of_each(app: Starlette, owner: Staff) -> None:
    """Title, how often it was asked, and that nobody has signed it stand on the list."""
    asked(app, "x", "answer", "stretching")

    page = owner.get("/staff/faqs").text

    assert all(each in page for each in ("Stretching", "draft", '<td class="number">1</td>', "the files"))


def test_patients_own_words_find_an_faq(owner: Staff) -> None:
    """Searching looks through titles, answers and ways of asking, and shows nothing else."""
    found = owner.get("/staff/faqs?q=LIMBERING").text
    none = owner.get("/staff/faqs?q=<b>zzz").text

    assert ("Stretching" in found, "How often" in found) == (True, False)
    assert ("Nothing found" in none, "<b>zzz" in none) == (True, False)


def test_an_editor_switches_off_and_an_owner_on(owner: Staff, editor: Staff) -> None:
    """Anybody stops a wrong answer at once; bringing it back is an owner's."""
    off = editor.post(f"{ONE}/switch", {"on": "no"}).status_code
    refused = editor.post(f"{ONE}/switch", {"on": "yes"}).status_code
    state = owner.parts.editor.faq("faq/stretching").on
    on = owner.post(f"{ONE}/switch", {"on": "yes"}).status_code

    assert (off, refused, state, on, owner.parts.editor.faq("faq/stretching").on) == (303, 403, False, 303, True)


def test_a_sign_off_needs_its_days(owner: Staff) -> None:
    """Who signed, when, and when it is due again; without a day it is refused."""
    signed = {"by": "Dr. Ada Byron", "on": "2026-11-25", "due": "2027-11-25"}

    assert owner.post(f"{ONE}/sign", {**signed, "due": "soon"}).status_code == 422
    assert owner.post(f"{ONE}/sign", signed).status_code == 303
    assert owner.parts.editor.faq("faq/stretching").reviewed.by == "Dr. Ada Byron"
