"""bot/widget/conversation.js: whatever goes wrong, a message is sent once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.bot.widget.conftest import Enter
from tests.bot.widget.scripted import Scripted
from tests.bot.widget.visits import Visit
from tests.conftest import Assistant
from tests.edges import Edge

MESSAGES = "/chat/messages"
NUMBER = "484.222.0854"
QUESTION = "where is the clinic located"
ANSWER = "141 West Wayne Ave"


def failing(times: int, fail: Callable[[Route], None], method: str = "POST") -> Callable[[Route], None]:
    """A route that fails a few times for requests of a method and then goes through, as others do at once."""
    left = [times]

    def handle(route: Route) -> None:
        if route.request.method != method or left[0] == 0:
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


def refusing_the_history(times: int, status: int) -> Callable[[Route], None]:
    """A route that refuses to tell so often what was said, and lets messages through."""
    refused = {"status": status, "headers": {"Retry-After": "1"}, "json": {"error": {}}}
    return failing(times, lambda route: route.fulfill(**refused), "GET")


@pytest.mark.parametrize("status", [429, 503])
def test_a_history_that_is_refused_comes_later(scripted: Scripted, enter: Enter, status: int) -> None:
    """A server that can't tell at once what was said is asked again, and the chat is whole after all."""
    visit = enter(scripted.url).open()
    visit.ask("hello")
    visit.page.route(f"**{MESSAGES}", refusing_the_history(2, status))
    visit.reload()

    expect(visit.said).to_have_count(1)
    expect(visit.replies.last).to_contain_text("I see.")


def test_no_message_waits_for_the_history(scripted: Scripted, enter: Enter) -> None:
    """While the server can't tell what was said, a new message goes out all the same."""
    visit = enter(scripted.url).open()
    visit.ask("hello")
    visit.page.route(f"**{MESSAGES}", refusing_the_history(1000, 503))
    visit.reload()
    visit.say("my chest hurts")

    expect(visit.replies.last).to_contain_text("I see.")
    expect(visit.said.last).not_to_contain_text("Not sent")
