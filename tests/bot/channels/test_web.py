"""The website's chat as a widget sees it: sessions, messages, history, against the running assistant."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.conftest import Assistant, Chat
from tests.contract import contract, kept, kinds, refusal
from tests.turns import VAGUE

QUESTION = "how long do the needles stay in"


def past(chat: Chat) -> list[dict[str, Any]]:
    response = kept(chat.client.get("/chat/messages", headers=chat.headers))
    assert response.status_code == 200
    return response.json()["messages"]


def test_a_session_begins_with_an_honest_greeting(chat: Chat) -> None:
    """The first words say: automated, not medical advice, nobody is watching, 911."""
    response = kept(chat.client.post("/chat/sessions", json={}))
    greeting = response.json()["messages"][0]["text"].lower()

    assert response.status_code == 201
    assert [told in greeting for told in ("automated", "not medical advice", "nobody is watching", "911")] == [True] * 4


@pytest.mark.parametrize("body", [b"", b"{}", b"not json", b'{"sender": "admin"}'])
def test_a_session_is_ours_whatever_the_client_claims(chat: Chat, body: bytes) -> None:
    """Nothing in the request chooses who the patient is: each call is another session."""
    tokens = [kept(chat.client.post("/chat/sessions", content=body)).json()["token"] for _ in range(2)]

    assert tokens[0] != tokens[1]


def test_an_answer_has_text_topic_and_sources(chat: Chat) -> None:
    """A question from the guide is answered with what it rests on, in the contract's shape."""
    message = kept(chat.send(QUESTION)).json()["messages"][0]

    assert (message["kind"], message["topics"]) == ("answer", ["session_length"])
    assert "20–30 minutes" in message["text"]
    assert message["sources"][0]["section"] != ""


def test_a_handoff_brings_links(chat: Chat) -> None:
    """Wanting to book leads to the booking page and the number."""
    urls = [button["url"] for message in chat.ask("I want to book an appointment") for button in message["buttons"]]

    assert "https://www.mainlinewomensacupuncture.com/janeapp" in urls
    assert "tel:+14842220854" in urls


def test_a_button_leads_where_it_says(chat: Chat) -> None:
    """The value of an offered choice, sent back, answers that choice; sent once more it is no longer open."""
    asked = next(messages for word in VAGUE if (messages := chat.ask(word))[-1]["kind"] == "clarify")
    value = asked[-1]["buttons"][0]["value"]

    taken = kept(chat.send(value=value))
    again = kept(chat.send(value=value))

    assert taken.json()["messages"][0]["topics"] == asked[-1]["topics"][:1]
    assert refusal(again) == (422, "choice")


def test_the_same_id_brings_the_same_reply(chat: Chat) -> None:
    """A message sent again under its id is answered again with the same words, and is one message in the history."""
    first, second = (kept(chat.send(QUESTION, id="my-1")).json() for _ in range(2))

    assert first == second
    assert [message["id"] for message in past(chat)] == ["my-1", "my-1.0"]


def test_the_same_id_at_once_is_one_turn(chat: Chat) -> None:
    """Five repetitions in flight together have one reply."""
    chat.open()

    with ThreadPoolExecutor(5) as pool:
        replies = list(pool.map(lambda _: kept(chat.send(QUESTION, id="my-1")).json(), range(5)))

    assert replies == [replies[0]] * 5
    assert len(past(chat)) == 2


@pytest.mark.parametrize("other", [{"text": "where are you"}, {"text": QUESTION, "value": "x"}, {"value": "x"}])
def test_the_same_id_with_other_words_is_a_conflict(chat: Chat, other: dict[str, str]) -> None:
    """An id already used for another message is 409, and the first message stands."""
    chat.send(QUESTION, id="my-1")

    response = kept(chat.client.post("/chat/messages", json={"id": "my-1", **other}, headers=chat.headers))

    assert refusal(response) == (409, "conflict")
    assert [message["text"] for message in past(chat)][:1] == [QUESTION]


def test_without_an_id_each_message_is_a_new_one(chat: Chat) -> None:
    """A client that gives no ids may say the same thing twice."""
    ids = [chat.ask("thank you")[0]["id"] for _ in range(2)]

    assert ids[0] != ids[1]
    assert len(past(chat)) == 4


def test_history_tells_both_sides_in_order_and_masked(chat: Chat) -> None:
    """What the patient said is shown as stored, numbers and addresses masked; what we said as it was sent."""
    replies = [chat.ask("where is the clinic? I'm ana@example.org, (610) 555-1234"), chat.ask(QUESTION)]

    told = past(chat)

    assert [(each["from"], each["text"]) for each in told if each["from"] == "patient"] == [
        ("patient", "where is the clinic? I'm [email], [phone]"),
        ("patient", QUESTION),
    ]
    assert [each for each in told if each["from"] == "assistant"] == [
        {**message, "from": "assistant"} for reply in replies for message in reply
    ]
    assert [each["from"] for each in told][0] == "patient"


def test_an_emergency_is_in_the_history_too(chat: Chat) -> None:
    """The advice that was given can be read again."""
    assert kinds(chat.send("I have chest pain")) == ["emergency"]

    assert [(each["from"], each["kind"]) for each in past(chat)][-1] == ("assistant", "emergency")


def test_one_patient_sees_nothing_of_another(assistant: Assistant) -> None:
    """History and replies under an id are the session's own."""
    mine, theirs = assistant.chat().open(), assistant.chat().open()
    mine.send(QUESTION, id="my-1")

    assert past(theirs) == []
    assert theirs.send("where is the clinic", id="my-1").json()["messages"][0]["topics"] == ["location"]


def test_erasing_leaves_nothing(assistant: Assistant, chat: Chat) -> None:
    """After DELETE the history is empty, and no file holds the words."""
    chat.send("where is the clinic, xyzzyquux", id="my-1")

    response = kept(chat.client.delete("/chat/sessions", headers=chat.headers))
    held = b"".join(path.read_bytes() for path in assistant.folder.iterdir())

    assert (response.status_code, past(chat), b"xyzzyquux" in held) == (204, [], False)


def test_an_erased_session_may_be_erased_again_and_go_on(chat: Chat) -> None:
    """Erasing twice is fine, and the patient may go on asking."""
    chat.send(QUESTION)

    statuses = [chat.client.delete("/chat/sessions", headers=chat.headers).status_code for _ in range(2)]

    assert (statuses, kinds(chat.send(QUESTION))) == ([204, 204], ["answer"])


def test_the_contract_is_served(chat: Chat) -> None:
    """Programs can read the contract from the assistant itself, and it names every call of the chat."""
    served = chat.client.get("/openapi.json")

    assert (served.status_code, served.headers["content-type"], served.json()) == (200, "application/json", contract())
    assert {(path, method) for path, routes in contract()["paths"].items() for method in routes} >= {
        ("/chat/sessions", "post"), ("/chat/sessions", "delete"), ("/chat/messages", "post"), ("/chat/messages", "get"),
        ("/chat/feedback", "post"), ("/health/live", "get"), ("/health/ready", "get"),
    }  # fmt: skip
