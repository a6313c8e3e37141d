"""bot/widget/conversation.js: whatever goes wrong, a message is sent once, and nothing is kept that need not be."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.bot.widget.conftest import Enter
from tests.bot.widget.scripted import Scripted, said
from tests.bot.widget.visits import Visit
from tests.conftest import Assistant
from tests.edges import Edge

MESSAGES = "/chat/messages"
NUMBER = "484.222.0854"
QUESTION = "where is the clinic located"
ANSWER = "141 West Wayne Ave"


def failing(times: int, fail: Callable[[Route], None]) -> Callable[[Route], None]:
    """A route that fails a few times and then goes through."""
    left = [times]

    def handle(route: Route) -> None:
        if route.request.method != "POST" or left[0] == 0:
            route.continue_()
            return
        left[0] -= 1
        fail(route)

    return handle


def answered_but_lost(route: Route) -> None:
    """The server gets the message; its answer never arrives."""
    route.fetch()
    route.abort()


def expect_unsent(visit: Visit) -> None:
    """The message stays, marked, with a way to try again, and the number is in sight."""
    expect(visit.said).to_have_count(1)
    expect(visit.said.last).to_contain_text("Not sent")
    expect(visit.said.get_by_role("button", name="Try again")).to_be_visible()
    expect(visit.status.get_by_role("link", name=NUMBER)).to_be_visible()
    expect(visit.panel.get_by_role("link", name=f"Call {NUMBER}")).to_be_visible()


def expect_answered_once(visit: Visit) -> None:
    """One question, one answer, nothing left over, and every try under the same id."""
    expect(visit.replies.last).to_contain_text(ANSWER)
    expect(visit.said).to_have_count(1)
    expect(visit.said.last).not_to_contain_text("Not sent")
    expect(visit.status).to_have_text("")
    assert len({body["id"] for body in visit.posted(MESSAGES)}) == 1


FAILURES = {
    "connection refused": lambda route: route.abort("connectionrefused"),
    "answer lost": answered_but_lost,
    "server error": lambda route: route.fulfill(status=500, json={"error": {}}),
    "not ready": lambda route: route.fulfill(status=503, body="<html>"),
    "no JSON": lambda route: route.fulfill(status=200, body="<html>"),
    "not the shape": lambda route: route.fulfill(status=200, json={}),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_a_failed_message_recovers_by_itself(assistant: Assistant, enter: Enter, failure: str) -> None:
    """Whatever fails, the message stays as "not sent"; without anyone's help it then arrives, once."""
    visit = enter(assistant.url).open()
    visit.page.route(f"**{MESSAGES}", failing(1, FAILURES[failure]))
    visit.say(QUESTION)

    expect_unsent(visit)
    expect_answered_once(visit)
    assert len(visit.posted(MESSAGES)) == 2


def test_try_again_tries_at_once(assistant: Assistant, enter: Enter) -> None:
    """The patient needn't wait; and the focus, which was on the button that goes, is on the input then."""
    visit = enter(assistant.url).open()
    visit.page.route(f"**{MESSAGES}", failing(1, FAILURES["server error"]))
    visit.say(QUESTION)
    visit.said.get_by_role("button", name="Try again").click()

    expect(visit.input).to_be_focused()
    expect_answered_once(visit)


def test_offline_and_back(assistant: Assistant, enter: Enter) -> None:
    """What is said offline waits, in order, and goes out when the connection is back."""
    visit = enter(assistant.url).open()
    visit.page.context.set_offline(True)
    visit.say("hello")
    expect(visit.said.last).to_contain_text("Not sent")
    visit.say(QUESTION)
    expect(visit.said.last).to_contain_text("Not sent")
    visit.page.context.set_offline(False)

    expect(visit.log.locator(".message").last).to_contain_text(ANSWER)
    expect(visit.log.get_by_text("Not sent")).to_have_count(0)
    assert visit.log.locator(".bubble").nth(1).inner_text() == "hello"


def test_an_answer_that_never_comes(scripted: Scripted, enter: Enter) -> None:
    """After twenty seconds without an answer the message counts as not sent."""
    visit = enter("about:blank")
    visit.page.clock.install()
    visit.page.goto(scripted.url)
    visit.open()
    visit.page.route(f"**{MESSAGES}", lambda route: None)
    with visit.page.expect_request(f"**{MESSAGES}"):
        visit.say("hello")
    visit.page.clock.run_for(19_000)
    expect(visit.said.last).not_to_contain_text("Not sent")
    visit.page.clock.run_for(2_000)

    expect_unsent(visit)


def test_too_many_messages(assistant: Assistant, tmp_path: Path, enter: Enter) -> None:
    """Past the limit the patient reads how long it takes, as the server says, and the message stays."""
    with Edge.beside(assistant, tmp_path, MESSAGES_PER_MINUTE="1") as edge:
        visit = enter(edge.url).open()
        visit.ask("hello")
        with visit.page.expect_response(f"**{MESSAGES}") as refused:
            visit.say(QUESTION)

        expect(visit.status).to_contain_text(f"Trying again in {refused.value.headers['retry-after']} seconds")
        expect(visit.said.last.get_by_role("button", name="Try again")).to_be_visible()


def test_a_session_that_has_expired(assistant: Assistant, enter: Enter) -> None:
    """A token the server no longer knows is replaced without a word, and the message goes out under the id it had."""
    visit = enter(assistant.url).open()
    visit.ask("hello")
    visit.page.evaluate(
        "k => sessionStorage.setItem(k, JSON.stringify({ ...JSON.parse(sessionStorage[k]), token: 'old' }))", "clinic-chat"
    )
    visit.reload()
    visit.say(QUESTION)

    expect_answered_once_more(visit)


def expect_answered_once_more(visit: Visit) -> None:
    expect(visit.replies.last).to_contain_text(ANSWER)
    tries = [body["id"] for body in visit.posted(MESSAGES) if body["text"] == QUESTION]
    assert len(set(tries)) == 1


def test_a_session_that_expires_under_a_message(assistant: Assistant, enter: Enter) -> None:
    """A 401 in answer to a message starts a new session and sends the message again with the same id."""
    visit = enter(assistant.url).open()
    visit.ask("hello")
    visit.page.route(f"**{MESSAGES}", failing(1, lambda route: route.fulfill(status=401, json={"error": {}})))
    visit.say(QUESTION)

    expect_answered_once_more(visit)
    assert len(visit.posted("/chat/sessions")) == 2
    assert len([body for body in visit.posted(MESSAGES) if body["text"] == QUESTION]) == 2


def test_a_message_the_server_refuses(scripted: Scripted, enter: Enter) -> None:
    """A message that can't be taken comes back into the input, to be changed; what was typed meanwhile stays."""
    visit = enter(scripted.url).open()
    visit.page.route(f"**{MESSAGES}", lambda route: route.fulfill(status=422, json={"error": {}}))
    visit.say("odd words")

    expect(visit.input).to_have_value("odd words")
    expect(visit.said).to_have_count(0)
    expect(visit.status).to_contain_text("please change your message")


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


def test_an_unsent_message_survives_a_reload(assistant: Assistant, enter: Enter) -> None:
    """What had not gone out before a reload goes out after it, under the same id."""
    visit = enter(assistant.url).open()
    visit.page.route(f"**{MESSAGES}", lambda route: route.abort())
    visit.say(QUESTION)
    expect_unsent(visit)
    visit.page.unroute_all()
    visit.reload()

    expect_answered_once(visit)


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
    """ "Start over" shows an empty chat and begins a new conversation; a reload doesn't bring the old one back."""
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
    expect(visit.status).to_have_text("Your chat was erased.")

    assert visit.stored() == []
    for token in tokens:
        chat = assistant.chat()
        chat.token = token
        assert chat.client.get(MESSAGES, headers=chat.headers).json()["messages"] == []
    assert len(tokens) == 2


def test_erasing_may_fail(assistant: Assistant, enter: Enter) -> None:
    """An erasure that did not reach the server is said to have failed, and the chat stays."""
    visit = enter(assistant.url).open()
    visit.ask(QUESTION)
    visit.page.route("**/chat/sessions", lambda route: route.abort())
    visit.panel.get_by_role("button", name="Erase my chat").click()
    visit.panel.get_by_role("button", name="Yes").last.click()

    expect(visit.status).to_contain_text("That did not work")
    expect(visit.said).to_have_count(1)


def test_a_followed_link_is_counted_without_a_name(scripted: Scripted, enter: Enter) -> None:
    """Using a link to the clinic is counted by the name the server gave it, or by what it is, and without the session's token."""
    urls = [
        "https://book.example/x",
        "tel:+14842220854",
        "sms:+14842220854",
        "https://www.google.com/maps/search/?q=1",
        "https://x.example/",
    ]
    buttons = [{"title": f"Link {index}", "url": url} for index, url in enumerate(urls)]
    buttons[4]["name"] = "link_map"
    scripted.replies["book"] = [said("Here.", "handoff", buttons=buttons)]
    visit = enter(scripted.url).open()
    reply = visit.ask("book")
    visit.panel.evaluate("(panel) => panel.addEventListener('click', (event) => event.target.href && event.preventDefault())")
    for index in range(5):
        reply.get_by_role("link", name=f"Link {index}").click()
    visit.panel.get_by_role("link", name="Text us").click()

    names = ["link_book", "link_call", "link_text", "link_map", "link_map", "link_text"]
    assert visit.posted("/chat/clicks") == [{"what": name} for name in names]
    assert not any("authorization" in request.headers for request in visit.requests if request.url.endswith("/clicks"))


def test_storage_may_be_blocked(scripted: Scripted, enter: Enter) -> None:
    """In a browser that refuses storage the chat works and lasts as long as the page."""
    visit = enter("about:blank")
    visit.page.add_init_script("Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no') } })")
    visit.page.goto(scripted.url)

    expect(visit.open().ask("hello")).to_contain_text("I see.")
    assert visit.complaints == []
