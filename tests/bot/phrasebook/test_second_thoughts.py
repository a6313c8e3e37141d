"""Words that take back a request that was sent, told from those that only may."""

from __future__ import annotations

import pytest

from bot.phrasebook.second_thoughts import maybe_back, plainly_back

OF_THE_CALL = (
    "stop, i dont want anyone calling|she doesnt need the call anymore|Please no call. I go to doctor first"
    "|actually dont bother calling me|my mum says no she doesnt want the call now|I'd like to retract my call back request."
    "|no need to ring me, i found someone closer|stop the call back request|can you take me out of the callback thing"
    "|mom changed her mind please dont call|cancel her call|she already booked, no need to call|she quit, dont call"
    "|sorry mom says no. undo the call for mom|cancel the ring|take greg off the list please|cancel gregs call"
    "|the chat guy. i want my number gone|please tell them not to ring|my sister changed her mind about the call"
    "|pls drop dan's request|stop that call for my mom pls|no more calls please"
).split("|")
OF_IT = (
    "can u cancel that|oops can u take that back|scrap it"
    "|take it back sorry, ill just text them|no longer needed|please cancel|cancel it i said|undo that"
    "|nvm i booked online|call the whole thing off|she booked. cancel it|its 5 now dont bother"
    "|second thoughts i'll ring them myself|actually Ed is my brother its his number my bad cancel|cancel it, wrong number!!"
    "|somebody just called so u can cancel|nope, cancel it all|changed my mind, sorry!|yes take it back too|cancel both"
    "|my husband doesn't want it after all"
).split("|")
NEITHER = (
    "no problem|ok|thanks|no|not now|no call before noon|don't call me, i'm asleep|don't call my work|cancel my appointment"
    "|never mind the typo|not needed until friday|call me back|dont call me when i work|do i need to cancel"
    "|i don't want it to hurt|no need to thank me|she doesn't want a call, i do|cancel that and call 610 555 0123"
    "|please cancel my appointment|can they cancel|dont call my mom|mom says dont call before noon"
    "|changed my mind, make it friday|changed my mind, use my cell|she cancelled her visit so cancel my appointment"
    "|take me off my meds|stop the pain|my husband changed his mind about acupuncture|no calls at work please"
    "|take the stairs off the list|undo the knots|can i stop it|drop it off|dont worry|don't think so|call mom"
    "|it hurts now stop|cancel mondays call|my mom called, call me back|how do i cancel the call"
    "|thanks, don't bother with the visit"
).split("|")


@pytest.mark.parametrize("text", OF_THE_CALL)
def test_what_names_the_call_takes_it_back(text: str) -> None:
    """Whatever was spoken of since."""
    assert plainly_back(text, right_behind=True)
    assert plainly_back(text, right_behind=False)


@pytest.mark.parametrize("text", OF_IT)
def test_what_names_nothing_takes_back_what_was_said_right_before(text: str) -> None:
    """Later it only may be meant so."""
    assert plainly_back(text, right_behind=True)
    assert (plainly_back(text, right_behind=False), maybe_back(text)) == (False, True)


@pytest.mark.parametrize("text", ["never mind", "nvm", "no need, thanks", "dont"])
def test_what_only_may_be_meant_so_is_in_doubt(text: str) -> None:
    """It takes back nothing by itself."""
    assert (plainly_back(text, right_behind=True), maybe_back(text)) == (False, True)


@pytest.mark.parametrize("text", NEITHER)
def test_anything_else_takes_nothing_back(text: str) -> None:
    """Thanks, conditions, another time or number, a visit."""
    assert not maybe_back(text)


def test_a_call_held_off_is_taken_back_and_one_not_to_be_sent_may_be() -> None:
    """`Don't send it` names nothing, so later it is only asked about."""
    assert plainly_back("hold off on calling please", False)
    assert (plainly_back("i said dont send it. stop", False), maybe_back("i said dont send it. stop")) == (False, True)
