"""bot/widget/transcript.js: what the patient sees and a screen reader announces of the conversation."""

from __future__ import annotations

import threading

import pytest
from playwright.sync_api import expect

from tests.bot.widget.conftest import Enter
from tests.bot.widget.scripted import Scripted, said
from tests.bot.widget.visits import Visit
from tests.conftest import Assistant

ADDED = """log => { window.added = [];
new MutationObserver((records) => records.forEach((r) => r.addedNodes.forEach((n) => added.push(n.textContent.slice(0, 30)))))
  .observe(log, { childList: true }) }"""
HOME = "You can talk to someone free and in confidence at 800-799-7233. In danger now? Call 911."
HOTLINE = said(HOME, "emergency", topics=["violence_at_home"], restore=False)


def test_the_log_announces_only_what_is_new(scripted: Scripted, enter: Enter) -> None:
    """The log is a live region from the start; each turn adds the question and the answer to it, and nothing is said again."""
    visit = enter(scripted.url).open()
    visit.ask("first")
    visit.log.evaluate(ADDED)
    visit.ask("second")

    assert visit.page.evaluate("added") == ["You:second", "Assistant:I see.Was this helpfu"[:16]]
    assert visit.log.get_attribute("aria-live") is None
    assert visit.log.locator("[role=log], [role=status]").count() == 0


def test_typing_is_told_apart_from_the_log(scripted: Scripted, enter: Enter) -> None:
    """While the answer is on its way three dots show and a status line says so, outside the log; both go when it is there."""
    answering = threading.Event()
    scripted.wait = lambda path: answering.wait(20) and None if path == "/chat/messages" else None
    visit = enter(scripted.url).open()
    visit.say("hello")
    try:
        expect(visit.status).to_have_text("The assistant is typing")
        expect(visit.panel.locator(".dots")).to_be_visible()
    finally:
        answering.set()

    expect(visit.status).to_have_text("")
    expect(visit.panel.locator(".dots")).to_be_hidden()


def test_an_old_conversation_is_not_read_aloud(scripted: Scripted, enter: Enter) -> None:
    """What a reload brings back is there to be read: the log is silent while it is put in, and speaks again afterwards."""
    visit = enter(scripted.url).open()
    visit.ask("hello")
    visit.page.reload()
    visit.launcher.focus()
    silent = visit.page.locator(".log[aria-live=off] .patient")
    expect(silent).to_have_count(1)

    expect(visit.page.locator(".log:not([aria-live])")).to_have_count(1)


def test_a_real_emergency_cannot_be_overlooked(assistant: Assistant, enter: Enter) -> None:
    """Danger is answered as an alert with icon, border, heading and the number to tap."""
    visit = enter(assistant.url).open()
    visit.say("I have crushing chest pain")
    alert = visit.panel.get_by_role("alert")

    expect(alert.get_by_role("heading", name="This may be urgent")).to_be_visible()
    expect(alert.locator(".warning")).to_be_visible()
    expect(alert).to_have_css("border-top-width", "2px")
    expect(alert.get_by_role("link", name="Call 911")).to_have_attribute("href", "tel:911")


def test_an_emergency_opens_a_closed_panel(scripted: Scripted, enter: Enter) -> None:
    """When the patient has closed the chat before urgent advice arrives, the chat shows it."""
    answering = threading.Event()
    scripted.replies["chest pain"] = [said("Call 911 now.", "emergency", topics=["chest_pain"])]
    scripted.wait = lambda path: answering.wait(20) and None if path == "/chat/messages" else None
    visit = enter(scripted.url).open()
    visit.say("chest pain")
    visit.page.keyboard.press("Escape")
    expect(visit.panel).to_be_hidden()
    answering.set()

    expect(visit.panel.get_by_role("alert")).to_be_visible()


@pytest.mark.parametrize("message", [HOTLINE, {**HOTLINE, "topics": []}, {**HOTLINE, "restore": True}])
def test_violence_at_home_draws_no_eye(scripted: Scripted, enter: Enter, message: dict[str, object]) -> None:
    """Advice on violence at home looks like any answer, and neither it nor what was said comes back after a reload."""
    scripted.replies["he hits me"] = [message]
    visit = enter(scripted.url).open()
    visit.ask("hello")
    reply = visit.ask("he hits me")
    expect(reply).to_contain_text("800-799-7233")
    assert visit.panel.get_by_role("alert").count() == 0
    assert reply.locator("h3, .warning, .alarm").count() == 0
    assert "he hits me" not in str(visit.page.evaluate("Object.values(sessionStorage)"))
    visit.reload()

    expect(visit.said).to_have_count(1)
    expect(visit.log).not_to_contain_text("800-799-7233")


def test_real_advice_on_violence_at_home(assistant: Assistant, enter: Enter) -> None:
    """What the real assistant says to someone in danger at home is plain, and gone after a reload with what was said."""
    visit = enter(assistant.url).open()
    visit.ask("hello")
    reply = visit.ask("my husband hits me and I am scared")
    expect(reply).to_contain_text("911")
    assert (visit.panel.get_by_role("alert").count(), reply.locator(".alarm").count()) == (0, 0)
    visit.reload()

    expect(visit.said).to_have_count(1)


def test_the_call_back_form_by_quick_replies(scripted: Scripted, enter: Enter) -> None:
    """Each step's offers are buttons; one taken is shown in its words, sent by its value, and the old offers are gone."""
    offers = [{"title": "Morning", "value": "v1"}, {"title": "Never mind", "value": "v2"}]
    scripted.replies = {
        "call me": [said("When is a good time?", "handoff", buttons=offers)],
        "v1": [said("Thank you. They will call you in the morning.", "handoff")],
    }
    visit = enter(scripted.url).open()
    visit.ask("call me").get_by_role("button", name="Morning").click()

    expect(visit.replies.last).to_contain_text("They will call you")
    expect(visit.said.last).to_contain_text("Morning")
    expect(visit.input).to_be_focused()
    expect(visit.log.get_by_role("button", name="Never mind")).to_have_count(0)
    assert [sorted(body) for body in visit.posted("/chat/messages")] == [["id", "text"], ["id", "value"]]
    assert visit.posted("/chat/messages")[-1]["value"] == "v1"


def test_the_offers_of_the_last_reply_survive_a_reload(scripted: Scripted, enter: Enter) -> None:
    """A step of the form that waits for an answer still offers its choices after a reload."""
    scripted.replies["call me"] = [said("When?", "handoff", buttons=[{"title": "Morning", "value": "v1"}])]
    visit = enter(scripted.url).open()
    visit.ask("call me")
    visit.reload()

    expect(visit.replies.last.get_by_role("button", name="Morning")).to_be_visible()


def test_starter_questions(assistant: Assistant, enter: Enter) -> None:
    """A tap on a starter question asks it and gets an answer; then the starters are gone."""
    visit = enter(assistant.url).open()
    visit.panel.get_by_role("button", name="What is SI joint pain?").click()

    expect(visit.replies.last).to_contain_text("joint")
    expect(visit.panel.get_by_role("button", name="How do I book?")).to_have_count(0)


@pytest.mark.parametrize(("button", "helpful"), [("Yes", True), ("No", False)])
def test_was_this_helpful(assistant: Assistant, enter: Enter, button: str, helpful: bool) -> None:
    """A verdict on an answer reaches the server and is thanked for; the focus stays there."""
    visit = enter(assistant.url).open()
    reply = visit.ask("how long does a session take")
    with visit.page.expect_response("**/chat/feedback") as given:
        reply.get_by_role("group", name="Was this helpful?").get_by_role("button", name=button).click()

    expect(reply.get_by_text("Thank you for telling us.")).to_be_focused()
    assert given.value.status == 204
    assert visit.posted("/chat/feedback")[0]["helpful"] is helpful


def test_a_verdict_that_is_lost(scripted: Scripted, enter: Enter) -> None:
    """A verdict that could not be sent is said to be lost and may be given again."""
    scripted.replies["hello"] = [said("Hello.")]
    visit = enter(scripted.url).open()
    reply = visit.ask("hello")
    visit.page.route("**/chat/feedback", lambda route: route.abort())
    reply.get_by_role("button", name="Yes").click()

    expect(visit.status).to_contain_text("That did not work")
    expect(reply.get_by_role("button", name="Yes")).to_be_visible()


def test_a_long_answer_is_read_from_its_beginning(scripted: Scripted, enter: Enter) -> None:
    """After a long answer the question stands at the top of the log, with the answer's beginning below it in sight."""
    scripted.replies["long"] = [said("\n\n".join(f"Paragraph {number}. " + "Words and words. " * 12 for number in range(12)))]
    visit = enter(scripted.url).open()
    for _ in range(2):
        visit.ask("long")

    expect(visit.said.last).to_be_in_viewport(ratio=1)
    expect(visit.replies.last.get_by_text("Paragraph 0")).to_be_in_viewport()
    expect(visit.replies.last.get_by_text("Paragraph 11")).not_to_be_in_viewport()


def test_an_empty_reply_is_admitted(scripted: Scripted, enter: Enter) -> None:
    """No silent blank: a reply without messages says so."""
    scripted.replies["hello"] = []
    visit = enter(scripted.url).open()
    visit.say("hello")

    expect(visit.status).to_have_text("No answer came. Please call us.")


def test_privacy_link(scripted: Scripted, enter: Enter) -> None:
    """The clinic's privacy page is linked in the opening line when the site names it."""
    scripted.pages["/"] = scripted.pages["/"].replace("defer", 'data-privacy="/privacy" defer')
    visit = enter(scripted.url).open()

    expect(visit.panel.get_by_role("link", name="Privacy")).to_have_attribute("href", f"{scripted.url}/privacy")


def in_order(visit: Visit) -> list[str]:
    return visit.log.locator(".bubble").all_inner_texts()


def test_messages_sent_at_once_stay_in_order(scripted: Scripted, enter: Enter) -> None:
    """Whoever sends three messages without waiting gets three answers, each below its question."""
    for word in ("one", "two", "three"):
        scripted.replies[word] = [said(f"Answer {word}.", "smalltalk")]
    visit = enter(scripted.url).open()
    for word in ("one", "two", "three"):
        visit.say(word)
    expect(visit.replies).to_have_count(4)

    assert in_order(visit)[1:] == ["one", "Answer one.", "two", "Answer two.", "three", "Answer three."]
