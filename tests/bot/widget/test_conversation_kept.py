"""bot/widget/conversation.js: what is kept in the browser and at the server, and how it is erased."""

from __future__ import annotations

import json
from datetime import date

import pytest
from playwright.sync_api import expect

from bot.console.figures import summed
from bot.store import open_store
from bot.store.counts import Counts
from tests.bot.channels.test_web_erasure import WHOLE, statuses
from tests.bot.widget.conftest import Enter
from tests.bot.widget.scripted import Scripted, said
from tests.bot.widget.test_conversation import (
    ANSWER,
    MESSAGES,
    NUMBER,
    QUESTION,
    answered_but_lost,
    expect_answered_once,
    expect_unsent,
    failing,
)
from tests.bot.widget.visits import Visit
from tests.conftest import Assistant


def test_nothing_is_kept_before_the_patient_speaks(assistant: Assistant, enter: Enter) -> None:
    """Looking, opening and following the number leave nothing in the browser and ask the chat nothing; the first message does."""
    visit = enter(assistant.url).open()
    visit.panel.get_by_role("link", name=f"Call {NUMBER}").evaluate(
        "(a) => a.addEventListener('click', (e) => e.preventDefault())"
    )
    visit.panel.get_by_role("link", name=f"Call {NUMBER}").click()
    before = (visit.stored(), [path for path in visit.paths() if path.startswith("/chat")])
    visit.ask("hello")

    assert before == ([], [])
    assert visit.stored() == ["clinic-chat"]
    assert visit.page.evaluate("[localStorage.length, document.cookie]") == [0, ""]


def test_a_reload_shows_the_conversation_again(assistant: Assistant, enter: Enter) -> None:
    """In the same tab question and answer come back, each once; the words themselves were not kept in the browser."""
    visit = enter(assistant.url).open()
    visit.ask(QUESTION)
    kept = json.dumps(visit.page.evaluate("Object.values(sessionStorage)"))
    visit.reload()

    expect(visit.replies.last).to_contain_text(ANSWER)
    expect(visit.said).to_have_text(["You:" + QUESTION])
    assert (QUESTION in kept, ANSWER in kept) == (False, False)


def test_an_unsent_message_leaves_no_trace(assistant: Assistant, enter: Enter) -> None:
    """Words that did not go out are kept nowhere: whoever loads the page next does not find "my husband hits me" on it."""
    visit = enter(assistant.url).open()
    visit.ask("hello")
    visit.page.route(f"**{MESSAGES}", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    visit.say("my husband hits me")
    expect(visit.said.last).to_contain_text("Not sent")
    kept = json.dumps(visit.page.evaluate("Object.values(sessionStorage)"))
    visit.page.unroute_all()
    visit.reload()

    expect(visit.said).to_have_text(["You:hello"])
    assert "husband" not in kept


def test_a_reply_lost_by_a_reload_is_not_asked_for_twice(assistant: Assistant, enter: Enter) -> None:
    """A message that had arrived but whose answer was lost shows once after a reload, with its answer."""
    visit = enter(assistant.url).open()
    visit.page.route(f"**{MESSAGES}", failing(1, answered_but_lost))
    visit.say(QUESTION)
    expect_unsent(visit)
    visit.reload()

    expect_answered_once(visit)
    expect(visit.log.get_by_text(ANSWER)).to_have_count(1)


def test_a_shared_device(assistant: Assistant, enter: Enter) -> None:
    """Another tab of the same browser knows nothing of the conversation."""
    visit = enter(assistant.url).open()
    visit.ask(QUESTION)
    other = Visit(visit.page.context.new_page())
    other.page.goto(assistant.url)
    other.open()

    expect(other.said).to_have_count(0)


def test_start_over(assistant: Assistant, enter: Enter) -> None:
    """Starting over shows an empty chat and begins a new conversation; a reload doesn't bring the old one back."""
    visit = enter(assistant.url).open()
    visit.ask(QUESTION)
    visit.panel.get_by_role("button", name="Start over").click()
    expect(visit.said).to_have_count(0)
    expect(visit.input).to_be_focused()
    visit.reload()

    expect(visit.said).to_have_count(0)
    visit.ask("hello")
    assert len(visit.posted("/chat/sessions")) == 2


def test_erase_my_chat(assistant: Assistant, enter: Enter) -> None:
    """Asked to erase, and told that it is meant, the chat erases this conversation and those started over before, everywhere."""
    visit = enter(assistant.url).open()
    tokens = []
    visit.page.on(
        "response", lambda r: tokens.append(r.json()["token"]) if r.url.endswith("/sessions") and r.status == 201 else None
    )
    visit.ask(QUESTION)
    visit.panel.get_by_role("button", name="Start over").click()
    visit.ask("hello")
    visit.panel.get_by_role("button", name="Erase my chat").click()
    visit.panel.get_by_role("button", name="Yes").last.click()
    expect(visit.status).to_have_text("Your chat was erased. What stays: a daily count and a note that a chat was erased.")

    assert visit.stored() == []
    for token in tokens:
        chat = assistant.chat()
        chat.token = token
        assert chat.client.get(MESSAGES, headers=chat.headers).json()["messages"] == []
    assert len(tokens) == 2


@pytest.mark.parametrize(
    ("button", "told", "status"),
    [("Yes", "Your call-back request was taken back.", "withdrawn"), ("No", "Your call-back request stays", "new")],
)
def test_erasing_asks_about_an_open_request(assistant: Assistant, enter: Enter, button: str, told: str, status: str) -> None:
    """Whoever waits for a call is asked, before the chat goes, whether the request goes too, and told what became of it.

    Also where the chat with the request was started over.
    """
    visit = enter(assistant.url).open()
    for words in WHOLE:
        visit.ask(words)
    visit.panel.get_by_role("button", name="Start over").click()
    visit.ask("hello")
    visit.panel.get_by_role("button", name="Erase my chat").click()
    visit.panel.get_by_role("button", name="Yes").last.click()
    expect(visit.panel.get_by_text("Take back your call-back request, too?")).to_be_visible()
    expect(visit.panel.locator(".tools").get_by_role("button", name="No")).to_be_focused()
    assert (visit.stored(), statuses(assistant)[-1]) == (["clinic-chat"], "new")
    visit.panel.locator(".tools").get_by_role("button", name=button).click()

    expect(visit.status).to_contain_text(told)
    assert (visit.stored(), statuses(assistant)[-1]) == ([], status)


def test_erasing_may_fail(assistant: Assistant, enter: Enter) -> None:
    """An erasure that did not reach the server is said to have failed, and the chat stays."""
    visit = enter(assistant.url).open()
    visit.ask(QUESTION)
    visit.page.route("**/chat/sessions?*", lambda route: route.abort())
    visit.panel.get_by_role("button", name="Erase my chat").click()
    visit.panel.get_by_role("button", name="Yes").last.click()

    expect(visit.status).to_contain_text("That did not work")
    expect(visit.said).to_have_count(1)


def test_a_followed_link_is_counted_without_a_name(scripted: Scripted, enter: Enter) -> None:
    """Using a link to the clinic is counted by what it is, and without the session's token."""
    urls = [
        "https://book.example/x",
        "tel:+14842220854",
        "sms:+14842220854",
        "https://www.google.com/maps/search/?q=1",
    ]
    buttons = [{"title": f"Link {index}", "url": url} for index, url in enumerate(urls)]
    scripted.replies["book"] = [said("Here.", "handoff", buttons=buttons)]
    visit = enter(scripted.url).open()
    reply = visit.ask("book")
    visit.panel.evaluate("(panel) => panel.addEventListener('click', (event) => event.target.href && event.preventDefault())")
    for index in range(4):
        reply.get_by_role("link", name=f"Link {index}").click()
    visit.panel.get_by_role("link", name="Text us").click()

    names = ["link_book", "link_call", "link_text", "link_map", "link_text"]
    assert visit.posted("/chat/clicks") == [{"what": name} for name in names]
    assert not any("authorization" in request.headers for request in visit.requests if request.url.endswith("/clicks"))


def test_a_followed_link_reaches_the_figures(assistant: Assistant, enter: Enter) -> None:
    """At the real server one call made from the chat is one click in the store, and no booking in the figures that staff read."""

    def figures() -> tuple[int, int]:
        store = open_store(assistant.environment["DATABASE_URL"])
        daily = Counts(store.engine).daily(date.min)
        store.close()
        return sum(each.n for each in daily if (each.what, each.topic) == ("click", "link_call")), summed(daily, 0).clicks

    visit = enter(assistant.url).open()
    visit.ask("hello")
    before = figures()
    call = visit.panel.get_by_role("link", name=f"Call {NUMBER}")
    call.evaluate("(a) => a.addEventListener('click', (event) => event.preventDefault())")
    with visit.page.expect_response("**/chat/clicks") as counted:
        call.click()

    assert counted.value.status == 204
    assert figures() == (before[0] + 1, before[1])


def test_storage_may_be_blocked(scripted: Scripted, enter: Enter) -> None:
    """In a browser that refuses storage the chat works and lasts as long as the page."""
    visit = enter("about:blank")
    visit.page.add_init_script("Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no') } })")
    visit.page.goto(scripted.url)

    expect(visit.open().ask("hello")).to_contain_text("I see.")
    assert visit.complaints == []
