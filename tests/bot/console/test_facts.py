"""Facts and contact details stand once and are changed once."""

from __future__ import annotations

from html import unescape

import pytest

from tests.console import Staff

FACT = {"fact_says": "The clinic has <b>one</b> step at the door.", "fact_who": "Olive", "fact_since": "2026-11-01"}


def test_a_clinic_fact_says_who_and_since_when(editor: Staff) -> None:
    """It is kept with its source and shown as text; without who says so or since when it is refused and nothing typed is lost."""
    refused = editor.post("/staff/facts", {**FACT, "fact_who": ""})
    undated = editor.post("/staff/facts", {**FACT, "fact_since": ""})
    added = editor.post("/staff/facts", {**FACT, "fact_says": "There is one step at the door."})
    page = editor.get("/staff/facts?q=ONE+STEP").text

    assert (undated.status_code, "since which day" in undated.text) == (422, True)
    assert (refused.status_code, "&lt;b&gt;one&lt;/b&gt;" in refused.text) == (422, True)
    assert (added.status_code, "There is one step" in page, "since 2026-11-01" in page) == (303, True, True)


def test_a_new_phone_number_is_in_every_answer(owner: Staff) -> None:
    """Changed here, the number is in what patients are told at once."""
    saved = owner.post("/staff/facts/contact", {"clinic_phone": "610.555.0199"})

    assert saved.status_code == 303
    assert "610.555.0199" in owner.app.state.desk.content.reply("brain_down", "web")


@pytest.mark.parametrize("given", [{"clinic_phone": "call us"}, {"booking_page": "our website"}])
def test_a_number_can_be_called_and_a_page_opened(owner: Staff, given: dict[str, str]) -> None:
    """What is no phone number or web address is refused with a sentence, and every answer stays as it was."""
    before = owner.parts.library.version()

    seen = owner.post("/staff/facts/contact", given)

    assert (seen.status_code, owner.parts.library.version()) == (422, before)
    assert f"“{next(iter(given.values()))}” is no" in seen.text


def test_braces_in_contact_details_are_refused(owner: Staff) -> None:
    """What would show patients a placeholder is not taken."""
    seen = owner.post("/staff/facts/contact", {"clinic_phone": "{booking_page}"})

    assert seen.status_code == 422


def test_a_work_that_nobody_has_checked_is_told(owner: Staff) -> None:
    """Staff see each work that answers name, and which of them the clinic has yet to look up."""
    page = owner.get("/staff/facts").text
    works = owner.parts.library.content().references.values()

    assert [str(work) in unescape(page) for work in works] == [True] * 8
    assert page.count("nobody has checked it yet") == sum(not work.verified for work in works) > 0


def test_the_page_names_what_rests_on_a_fact(owner: Staff) -> None:
    """Beside each fact stand the answers that cite it."""
    page = owner.get("/staff/facts?q=Ada+Byron").text

    assert '<a href="/staff/faqs/faq/stretching">Stretching</a>' in page


HOURS = {
    "timezone": "America/New_York",
    "monday_from": "09:00",
    "monday_to": "17:00",
    "friday_from": "10:00",
    "friday_to": "12:30",
    "hours_who": "Olive",
    "hours_since": "2026-11-01",
}
ALL_CLOSED = dict.fromkeys((each for each in HOURS if "day_" in each), "")


def test_the_clinic_s_hours_are_filled_in_once(owner: Staff) -> None:
    """Kept as the fact that replies take them from, shown in the form again, and changed in place."""
    saved = owner.post("/staff/facts/hours", HOURS)
    again = owner.post("/staff/facts/hours", {**HOURS, "monday_to": "18:00"})
    page = owner.get("/staff/facts").text
    fact = owner.parts.editor.hours()
    assert fact

    assert (saved.status_code, again.status_code) == (303, 303)
    assert dict(fact.hours) == {"timezone": "America/New_York", "monday": "09:00-18:00", "friday": "10:00-12:30"}
    assert fact.says == "Somebody at the clinic answers at these times: Monday 9 am–6 pm, Friday 10 am–12:30 pm."
    assert 'name="monday_to" value="18:00"' in page
    assert fact.id in owner.app.state.desk.content.facts


@pytest.mark.parametrize(
    "change",
    [{"monday_to": ""}, {"monday_to": "08:00"}, {"timezone": "Mars"}, ALL_CLOSED, {"hours_who": ""}, {"hours_since": ""}],
)
def test_hours_that_nobody_can_read_are_refused(owner: Staff, change: dict[str, str]) -> None:
    """Half a day, one that ends before it begins, an unknown zone, no open day, nobody who says so: nothing typed is lost."""
    seen = owner.post("/staff/facts/hours", {**HOURS, **change})
    kept = "12:30" if change is not ALL_CLOSED else "America/New_York"

    assert (seen.status_code, owner.parts.editor.hours()) == (422, None)
    assert ('role="alert"' in seen.text, "`" in seen.text, f'value="{kept}"' in seen.text) == (True, False, True)


def test_an_editor_reads_the_hours(owner: Staff, editor: Staff) -> None:
    """An editor sees them and has no form."""
    owner.post("/staff/facts/hours", HOURS)
    page = editor.get("/staff/facts").text

    assert ("09:00 to 17:00" in page, "Save the hours" in page) == (True, False)
    assert editor.post("/staff/facts/hours", HOURS).status_code == 403
