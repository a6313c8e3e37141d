"""Words of sympathy."""

from __future__ import annotations

import pytest

from bot.conversation.sympathy import SORRY, with_sympathy
from bot.conversation.wording import Part
from bot.turn import FrontDesk
from tests.turns import take

ANSWER = Part("A.", "answer", ("pregnancy_safety",))
TOLD = Part("B.", "smalltalk", ("smalltalk",), label="smalltalk/about_me")


@pytest.mark.parametrize(
    ("part", "text", "name"),
    [
        (ANSWER, "im 9 weeks and had 2 miscarriages. is it safe for me", "sorry_loss"),
        (ANSWER, "Lost my first baby last spring. Pregnant again, 18 wks. Is it really safe?", "sorry_loss"),
        (ANSWER, "can i come after my miscarriage in june", "sorry_loss"),
        (ANSWER, "does it cause miscarriage", ""),
        (ANSWER, "i'm scared of losing the baby, is it safe", ""),
        (ANSWER, "never had a miscarriage, is it safe", ""),
        (ANSWER, "i lost the baby weight, does that matter", ""),
        (ANSWER, "my hip hurts, is it safe", ""),
        (TOLD, "im so tired. been in pain for 3 yrs and nobody believes me", "sorry_hard"),
        (TOLD, "my hip hurts all night", "sorry_pain"),
        (TOLD, "im 30 weeks", ""),
        (TOLD, "my mum died in march and since then my hip", "sorry_loss"),
        (TOLD, "its kind of embarassing", "no_shame"),
        (ANSWER, "not pregnant anymore... lost it at 14 weeks", "sorry_loss"),
        (TOLD, "im not pregnant anymore. he died", "sorry_loss"),
        (TOLD, "i miscarried last month", "sorry_loss"),
        (TOLD, "we lost it.", "sorry_loss"),
        (ANSWER, "lost a baby two years ago, 10 weeks now, is it safe", "sorry_loss"),
        (ANSWER, "im desperate, does it work", "sorry_hard"),
        (ANSWER, "so tired of this, does it work", ""),
        (TOLD, "just sick of this", "sorry_hard"),
        (TOLD, "hips sore on both sides, 31 wks", "sorry_pain"),
        (TOLD, "back to work monday", ""),
        (TOLD, "sick of it all", ""),
        (TOLD, "i was in tears at work", "sorry_hard"),
        (TOLD, "I lost my husband in March and my hip is a wreck", "sorry_loss"),
        (TOLD, "I'm 81 and my husband passed in March", "sorry_loss"),
        (ANSWER, "I had a baby 5 months ago and my SI still kills when I roll over. is it safe", ""),
        (ANSWER, "can you do needles if i had a baby 2 weeks ago", ""),
        (ANSWER, "we had twins in june, is it too late", ""),
        (TOLD, "my husband passed out at the blood test", ""),
        (TOLD, "i lost it with my landlord", ""),
    ],
)
def test_who_tells_of_something_hard_hears_a_word(desk: FrontDesk, part: Part, text: str, name: str) -> None:
    """Told, not asked about; pain alone only where nothing was asked, since nearly every question here is about pain."""
    content = desk.content
    parts, said = with_sympathy([part], text, {}, content, "web")

    assert said == ([name] if name else [])
    assert parts[0].text.startswith(content.reply(name, "web") if name else part.text)


@pytest.mark.parametrize(("part", "follows"), [(ANSWER, "A."), (TOLD, "I'm here for what you want to know")])
def test_a_loss_is_followed_by_an_answer_or_by_an_ear(desk: FrontDesk, part: Part, follows: str) -> None:
    """Who tells of one and asks nothing is offered no list of questions."""
    parts, _said = with_sympathy([part], "i miscarried last month", {}, desk.content, "web")

    assert parts[0].text.startswith(f"I'm so sorry for your loss. {follows}")


def test_it_is_said_once(desk: FrontDesk) -> None:
    """The second time it would sound like a machine."""
    parts, said = with_sympathy([TOLD], "my hip hurts all night", {SORRY: ["sorry_pain"]}, desk.content, "web")

    assert (parts, said) == ([TOLD], ["sorry_pain"])


def test_it_comes_before_the_answer(desk: FrontDesk) -> None:
    """In a whole turn."""
    reply = take(desk, "I had two miscarriages. is acupuncture safe in pregnancy?")

    assert reply.messages[0]["text"].startswith("I'm so sorry for your loss. ")


def test_who_is_in_tears_is_not_told_that_it_is_out_of_scope(desk: FrontDesk) -> None:
    """Nor asked what she would like to know; the second time she is heard in other words."""
    lost = Part("C.", "out_of_scope", ("out_of_scope",), label="out_of_scope")
    (heard,), said = with_sympathy([lost], "in tears at the store today", {}, desk.content, "web")
    (again,), _ = with_sympathy([TOLD], "so fed up", {SORRY: said}, desk.content, "web")

    assert (heard.kind, heard.text.startswith("I'm sorry, that sounds really hard. Ask me whatever")) == ("smalltalk", True)
    assert again.text.startswith("I can imagine.")
