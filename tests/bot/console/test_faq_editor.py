"""Writing an FAQ: refused with what to change, never overwriting somebody else, and nothing it holds ever runs."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.applications import Starlette

from tests.console import Staff, asked, signed_in

SAVE = "/staff/faqs/save"
PHRASES = "\n".join(f"way number {word}" for word in "one two three four five six seven eight".split())
NEW: dict[str, Any] = {"title": "Hours", "web": "Please call the clinic.", "sms": "Please call.", "phrases": PHRASES}
FACT = {"fact_says": "Patients may call the clinic.", "fact_who": "Olive", "fact_since": "2026-11-01"}


def as_typed(at: Staff, **changes: Any) -> dict[str, Any]:
    """The form of an FAQ as it stands, with some fields changed."""
    draft = at.parts.editor.faq("faq/stretching")
    form = {name: getattr(draft, name) for name in ("topic", "group", "number", "title", "web", "sms", "facts")}
    return {**form, "phrases": "\n".join(draft.phrases), **changes}


def test_a_new_faq_with_its_fact_is_one_save(app: Starlette, owner: Staff) -> None:
    """Question, answer, eight ways of asking and the fact on the spot are kept together, and the question leaves the inbox."""
    turn = asked(app, "what are your hours")

    seen = owner.post(SAVE, {**NEW, **FACT, "turns": turn})
    saved = owner.parts.editor.faq("faq/hours")

    assert (seen.status_code, seen.headers["location"]) == (303, "/staff/faqs/faq/hours?done=saved_learn")
    assert (saved.title, len(saved.phrases), len(saved.facts)) == ("Hours", 8, 1)
    assert owner.parts.editor.content.facts[saved.facts[0]].source == "clinic"
    assert "<article" not in owner.get("/staff/questions").text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"phrases": "only one"}, "1 of 8"),
        ({"web": "It takes 45 minutes."}, "45"),
        ({"web": "It is completely safe."}, "completely safe"),
        ({"web": "Call {nobody}."}, "nobody"),
        ({"phrases": PHRASES + "\n[x](y)"}, "[x](y)"),
        ({"phrases": PHRASES + "\n/restart"}, "/restart"),
        ({"sms": "x" * 400}, "too long"),
    ],
)
def test_what_would_harm_is_refused_with_what_to_change(owner: Staff, changes: dict[str, str], words: str) -> None:
    """Nothing is kept, the page says what to change, and what was typed is still there."""
    owner.post("/staff/facts", FACT)
    fact = next(each.id for each in owner.parts.editor.facts() if each.says == FACT["fact_says"])
    before = owner.parts.library.version()

    seen = owner.post(SAVE, {**NEW, "facts": fact, **changes})

    assert (seen.status_code, owner.parts.library.version()) == (422, before)
    assert words.casefold() in seen.text.casefold()
    assert "way number" in seen.text or "phrases" in changes


def test_a_fact_is_typed_once(owner: Staff) -> None:
    """Where the answer is not yet fit, the fact made on the spot is kept and already chosen."""
    seen = owner.post(SAVE, {**NEW, **FACT, "phrases": "one"})

    assert seen.status_code == 422
    assert f"checked>{FACT['fact_says']}" in seen.text
    assert [each.says for each in owner.parts.editor.facts()].count(FACT["fact_says"]) == 1


def test_two_editors_never_overwrite(app: Starlette, owner: Staff) -> None:
    """The second to save is shown what the first changed; saving once more is then a choice, and both stay in the history."""
    second = signed_in(app, "Otto", "owner")
    theirs = as_typed(second, web="Stretching may take 30 minutes.", sms="")
    owner.post(SAVE, as_typed(owner, web="Stretching may take 20 minutes. See {stretch_page}.", title="Stretching well"))

    conflict = second.post(SAVE, theirs)
    newest = owner.parts.editor.faq("faq/stretching")
    again = second.post(SAVE, {**theirs, "number": newest.number})

    assert (conflict.status_code, "Olive changed this while you were writing" in conflict.text) == (409, True)
    assert newest.title == "Stretching well"
    assert (again.status_code, owner.parts.editor.faq("faq/stretching").web) == (303, "Stretching may take 30 minutes.")
    assert len(owner.parts.editor.history("data/faq/stretching.yml")) == 3


def test_an_editor_proposes_and_an_owner_approves(owner: Staff, editor: Staff) -> None:
    """An editor's wording waits; approved, patients get it. New ways of asking are kept at once."""
    wording = editor.post(SAVE, as_typed(editor, sms="Stretching takes 20 minutes or so."))
    unchanged = editor.parts.editor.faq("faq/stretching").sms
    listed = owner.get("/staff/publish").text
    waiting = owner.parts.proposals.open()
    approved = owner.post(f"/staff/proposals/{waiting[0].id}", {"decision": "approved"})
    asking = editor.post(SAVE, as_typed(editor, phrases=as_typed(editor)["phrases"] + "\nis bending good"))

    assert (wording.headers["location"], unchanged) == (
        "/staff/faqs/faq/stretching?done=proposed",
        "Stretching may take 20 minutes.",
    )
    assert ("Proposed by editors" in listed, approved.status_code) == (True, 303)
    assert owner.parts.editor.faq("faq/stretching").sms == "Stretching takes 20 minutes or so."
    assert asking.headers["location"].endswith("saved_learn")
    assert "is bending good" in owner.parts.editor.faq("faq/stretching").phrases


def test_a_fact_that_is_typed_counts_while_typing(owner: Staff) -> None:
    """The figure in a fact that stands in the form, not kept yet, is no complaint; what the fact still lacks is one."""
    fact = {"fact_says": "A visit costs 50 dollars.", "fact_who": "Olive", "fact_since": "2026-11-01"}
    form, before = {**NEW, "web": "A visit costs 50 dollars."}, owner.parts.library.version()

    without = owner.post("/staff/faqs/check", form).text
    typed = owner.post("/staff/faqs/check", {**form, **fact}).text
    whole = owner.post(SAVE, {**form, **fact, "only": "check"}).text
    unfit = owner.post("/staff/faqs/check", {**form, **fact, "fact_since": ""}).text

    assert ["at least one fact" in each for each in (without, typed, whole, unfit)] == [True, False, False, False]
    assert ["among the facts" in each for each in (typed, whole, unfit)] == [False, False, False]
    assert "since which day" in unfit
    assert owner.parts.library.version() == before
    assert owner.post(SAVE, {**form, **fact}).status_code == 303


def test_danger_is_no_way_of_asking(owner: Staff) -> None:
    """Words that get emergency advice are refused while typing and on saving, by name, with what to do."""
    form = {**NEW, **FACT, "phrases": PHRASES + "\nmy chest hurts"}

    typed = owner.post("/staff/faqs/check", form)
    saved = owner.post(SAVE, form)
    shown = owner.post("/staff/try/correct", {"label": "faq/stretching", "said": "my chest hurts"})

    assert (typed.status_code, saved.status_code, shown.status_code) == (200, 422, 422)
    assert all("“my chest hurts” sounds like an emergency" in each.text for each in (typed, saved, shown))


def test_checking_keeps_nothing(owner: Staff) -> None:
    """Without scripts the same remarks come by a button, and while typing as a piece of the page."""
    before = owner.parts.library.version()

    whole = owner.post(SAVE, {**NEW, "phrases": "one", "only": "check"})
    piece = owner.post("/staff/faqs/check", {**NEW, "phrases": "one"})

    assert (whole.status_code, piece.status_code, owner.parts.library.version()) == (200, 200, before)
    assert all("1 of 8" in each.text for each in (whole, piece))
    assert ("<html" in whole.text, "<html" in piece.text) == (True, False)


@pytest.mark.parametrize("title", ["../../../etc/passwd", "a/b/c", "CON", "x\n- id: y", "{% raw %}", "<script>alert(1)</script>"])
def test_titles_make_no_paths_and_run_nowhere(owner: Staff, title: str) -> None:
    """Whatever the title, the file is one of ours in its folder, and pages show the title as text."""
    seen = owner.post(SAVE, {**NEW, **FACT, "title": title})
    files = [name for name in owner.parts.library.texts() if name.startswith("data/faq/")]

    assert seen.status_code in (303, 422)
    assert all(name.count("/") == 2 and ".." not in name for name in files)
    assert "<script>alert" not in owner.get("/staff/faqs").text
