"""What could not be answered waits in the inbox, alike ones together, and nothing in it runs."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path

import pytest
from starlette.applications import Starlette

from bot import privacy
from bot.console.inbox import grouped, learnable
from bot.store.revisions import Change
from tests.benchmarks.generated import generate
from tests.console import Staff, asked

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)> what does it cost"


def test_questions_that_mean_the_same_come_together(app: Starlette, owner: Staff) -> None:
    """Near-duplicates are one entry with a count, the newest entry first, each with its best guesses."""
    for text in ("do you sell gift cards", "can i get a gift card", "is there parking", "gift cards for sale?"):
        asked(app, text)
    items = owner.parts.review.questions(datetime(2020, 1, 1, tzinfo=timezone.utc))

    groups = grouped(owner.parts, items)
    page = owner.get("/staff/questions").text

    assert [len(group.items) for group in groups] == [3, 1]
    assert groups[0].guesses == (("faq/stretching", "Stretching"), ("not_covered/price", "What it costs"))
    assert ("asked 3 times" in page, page.index("gift cards for sale") < page.index("is there parking")) == (True, True)


@pytest.mark.parametrize(("path", "kind"), [("/staff/questions", "not_covered"), ("/staff/questions/answers", "answer")])
def test_many_topics_are_listed_once(app: Starlette, owner: Staff, tmp_path: Path, path: str, kind: str) -> None:
    """With a hundred FAQs the page holds one list for all its questions, not one for each; with few each has its own."""
    for text in ("do you sell gift cards", "is there parking", "can my husband wait inside"):
        asked(app, text, kind, "stretching")
    few = owner.get(path).text
    for group in ("facts", "faq"):
        (tmp_path / "many" / group).mkdir(parents=True)
    generate(tmp_path / "many", 100)
    files = list((tmp_path / "many").rglob("*.yml"))
    changes = [Change(f"data/{each.relative_to(tmp_path / 'many')}", each.read_text(), 0) for each in files]
    owner.parts.library.save(changes, "Olive")
    many = owner.get(path).text

    assert (few.count("<select"), few.count("<datalist"), few.count('list="every-topic"')) == (3, 0, 0)
    assert (many.count("<select"), many.count("<datalist"), many.count('list="every-topic"')) == (0, 1, 3)
    assert many.count('value="faq/generated_0001"') == 1


@pytest.mark.parametrize("tab", ["", "/answers", "/emergencies"])
def test_what_patients_write_never_runs(app: Starlette, owner: Staff, tab: str) -> None:
    """Chat text, comments and replies stand on the pages as text, whatever they hold."""
    asked(app, SCRIPT, unhelpful=SCRIPT, reply=SCRIPT)
    asked(app, SCRIPT, "answer", "stretching", reply=SCRIPT)
    asked(app, SCRIPT, "emergency", "<b>chest", reply=SCRIPT)

    page = owner.get(f"/staff/questions{tab}").text

    assert "&lt;script&gt;alert(1)" in page
    assert ("<script>alert" in page, "<img" in page, "<b>chest" in page) == (False, False, False)


def test_close_calls_come_first(app: Starlette, owner: Staff) -> None:
    """Of answered questions those with the nearest second guess are looked over first."""
    asked(app, "a clear one", "answer", "stretching", guesses=[["faq/stretching", 0.9], ["faq/frequency", 0.1]])
    asked(app, "a close one", "answer", "stretching", guesses=[["faq/stretching", 0.5], ["faq/frequency", 0.49]])

    page = owner.get("/staff/questions/answers").text

    assert page.index("a close one") < page.index("a clear one")


@pytest.mark.parametrize("kind", privacy.KINDS)
def test_no_mask_is_learned(kind: str) -> None:
    """Whatever kind masking knows leaves no word of its own in what a question teaches."""
    assert learnable(f"mine is [{kind}] today") == "mine is today"


@pytest.mark.parametrize(
    ("said", "learned"),
    [
        ("my number is [phone], call", "my number is , call"),
        ("/restart [x](y) {z}", "restart x y z"),
        ("x" * 500, "x" * 200),
        ("[phone]", ""),
        ("i was born [birthdate], is it safe at [time]?", "i was born , is it safe at ?"),
        ("[call-back details]", ""),
    ],
)
def test_only_plain_words_are_learned(said: str, learned: str) -> None:
    """Masks and marks that mean something in a file are left out of what a question teaches."""
    assert learnable(said) == learned
