"""That somebody is in good hands, or home again."""

from __future__ import annotations

import pytest

from bot.conversation.alarm_over import ended
from bot.turn import FrontDesk
from tests.turns import take


@pytest.mark.parametrize(
    ("urgent", "text"),
    [
        ("bleeding", "they took me in, im ok, baby ok, home resting since tuesday. how often do people come for hip pain"),
        ("cauda_equina", "hospital called me in, driving there with my sister now. can i still come friday for the si joint"),
        ("cauda_equina", "it wasnt numbness ever, it was my waters. had him last nite, 6lb 2. do you see ppl after birth"),
        ("cord_prolapse", "update: baby's out by c section, both fine. how soon can i start acupuncture for my pelvis"),
        ("cord_prolapse", "that was 3 weeks ago, he's home and fat and happy. how long is a session"),
        (
            "preterm_labour",
            "the labor line had me come in, got checked, its nothing they said, home now. how many visits",
        ),
        ("preterm_labour", "no labor, monitor was flat, cervix closed, they sent me home. can you just answer about the visits"),
        ("baby_moving_less", "went to triage, shes kicking like a mule, heartbeat great. so does acupuncture help with pgp"),
        ("baby_moving_less", "she's fine, they checked her, nst was perfect. how long do i lie there with the needles"),
        ("preeclampsia", "my sister is taking me in now. can i have my tylenol before we go"),
        ("preeclampsia", "in hospital on magnesium, they induced me, she's born. whats your address"),
        ("stroke_and_seizure", "medics have him now. he was going to bring me to my appointment, how do i cancel"),
        ("chest_and_breath", "he had a stent, hes home and grumpy. how long is a session"),
        ("allergic_reaction", "been to er, steroid shot, all good now. so are the needles made of nickel? allergic to that too"),
        ("allergic_reaction", "its over, discharged, 2 epipens in my purse. how many sessions do people need"),
        ("sick_newborn", "shes in the hospital on antibiotics, doing better. when can i come, my pelvis is wrecked from birth"),
        ("stroke_and_seizure", "ok ambulance took her. can you move her monday appt"),
        (
            "stroke_and_seizure",
            "shes in rehab now, doing ok. what does a first visit look like",
        ),
        (
            "head_injury",
            "he's fine, concussion only, home watching cartoons. my SI is killing me. how often would i come",
        ),
        ("cauda_equina", "had surgery on the disc, home 2 weeks now. can acupuncture help after"),
        ("infected_needle_site", "went to urgent care, got antibiotics. was it the needle? who do i complain to"),
        ("infected_needle_site", "what i'm asking is what's the phone number to complain, i have the antibiotics already"),
        ("bleeding", "im at the er now they gave me meds. does acupuncture help si pain after birth"),
        ("bleeding", "5 wks later now, bleeding stopped ages ago, ob signed me off. whats a session like"),
        ("preterm_labour", "im in labor and delivery now. whats your address"),
        ("clot", "they admitted me and gave me heparin. how do i cancel"),
        ("fever_with_pain", "got antibiotics from my ob. how long is a session"),
    ],
)
def test_help_that_came_or_is_over_is_heard(urgent: str, text: str) -> None:
    """Reached, in care, treated, discharged, home again or delivered."""
    assert ended(text, urgent)


@pytest.mark.parametrize(
    ("urgent", "text"),
    [
        ("bleeding", "they sent me home but im still bleeding"),
        ("bleeding", "er sent me home, bleeding again"),
        ("bleeding", "im home now and soaking pads"),
        ("bleeding", "im at the er parking lot, should i go in"),
        ("bleeding", "at the er, been waiting 5 hours, nobody has seen me"),
        ("bleeding", "had him sunday"),
        ("clot", "should i be in the hospital"),
        ("clot", "i was in the hospital last year"),
        ("clot", "i dont want to be in the hospital"),
        ("chest_and_breath", "hes home now"),
        ("chest_and_breath", "im a nurse at the hospital"),
        ("infected_needle_site", "got antibiotics but its spreading"),
        ("infected_needle_site", "i have antibiotics from last year i could take"),
        ("fever_with_pain", "got antibiotics, fever 104 now"),
        ("preterm_labour", "my sister had a c section"),
        ("preterm_labour", "i had a c section before"),
        ("stroke_and_seizure", "my husband is driving me there"),
        ("cord_prolapse", "baby's not out yet"),
        ("preeclampsia", "they discharged me yesterday and now im seeing spots"),
        ("head_injury", "he was discharged, now hes sleepy"),
        ("head_injury", "im home alone"),
        ("sick_newborn", "we are at the er and shes floppy and blue"),
        ("baby_moving_less", "went to triage last week and all was fine"),
        ("cauda_equina", "we left the er, the wait was 6 hours"),
        ("cauda_equina", "had surgery on the disc last year"),
        ("allergic_reaction", "been to er, steroid shot, throat swelling again"),
        ("preeclampsia", "they sent me home, headache is back"),
        ("waters_broken", "she's here with me"),
        ("waters_broken", "he's here"),
        ("preterm_labour", "my husband? hes out"),
        ("overdose_poisoning", "in the er they would just judge me"),
        ("chest_and_breath", "in the hospital they told me its panic"),
        ("bleeding", "had the c section, bleeding through pads"),
        ("bleeding", "baby was born sunday"),
        ("preeclampsia", "had the baby, my head is splitting"),
        ("stroke_and_seizure", "they took her to the er last week"),
        ("clot", "my sister is taking me in, but after lunch"),
        ("clot", "in the hospital they would only send me away"),
        ("chest_and_breath", "they sent him home, he cant breathe"),
        ("fever_with_pain", "i got antibiotics, still shaking with chills"),
        ("waters_broken", "i had my first in the er"),
        ("chest_and_breath", "they sent me home and my chest is tight"),
        ("head_injury", "discharged, but the pain is unbearable"),
        ("clot", "in the er now, my leg is so hot"),
        ("infected_needle_site", "went to urgent care, got antibiotics, the spot is more red"),
        ("fever_with_pain", "they sent me home, i feel awful"),
        ("baby_moving_less", "they checked me last week and it was fine"),
    ],
)
def test_no_end_silences_what_goes_on(urgent: str, text: str) -> None:
    """A sign beside it, another time, somebody else, or help that wasn't there: the advice stands."""
    assert ended(text, urgent) == ""


CORD = "there is a loop of something ropey hanging out of me?? 36 weeks"


def test_behind_it_questions_are_answered_plainly(desk: FrontDesk) -> None:
    """A warm word once, and then nothing of help any more."""
    take(desk, CORD)

    born = take(desk, "update: baby's out by c section, both fine. where are you located")
    later = take(desk, "how long is a session")

    assert str(born.messages[0]["text"]) == desk.content.reply("over_born_first", "web")
    assert (later.kind, "help first" in str(later.messages[0]["text"])) == ("answer", False)


def test_the_name_of_what_it_was_is_no_new_alarm(desk: FrontDesk) -> None:
    """Told of the danger that was open; the same words out of nowhere are one, and so is a sign beside them."""
    take(desk, "my son fell down the stairs and hit his head, he keeps throwing up")
    told = take(desk, "he's fine, concussion only, home watching cartoons. where are you located")
    sign = take(desk, "they sent him home with a concussion, now he is throwing up again")

    assert (told.kind, sign.kind) == ("answer", "emergency")


def test_a_sign_that_is_heard_beside_the_end_is_an_alarm(desk: FrontDesk) -> None:
    """Only the name of the illness is none."""
    take(desk, "i have chest pain")

    assert take(desk, "they sent me home and i have chest pain").kind == "emergency"


def test_a_crisis_and_violence_know_no_such_end(desk: FrontDesk) -> None:
    """What is said there has rules of its own."""
    take(desk, "i want to kill myself")

    assert take(desk, "they sent me home").kind == "emergency"


@pytest.mark.parametrize(
    ("urgent", "text"),
    [
        ("sick_newborn", "he was born sunday, discharged tuesday"),
        ("sick_newborn", "we came home from the hospital"),
        ("postpartum", "i was discharged this morning"),
        ("baby_moving_less", "we got checked monday, all fine"),
        ("baby_moving_less", "had him kicking yesterday"),
        ("fever_with_pain", "my mom got home"),
        ("cauda_equina", "had a spinal operation in may"),
        ("stroke_and_seizure", "mom is home watching tv"),
        ("stroke_and_seizure", "she got antibiotics for her tooth"),
    ],
)
def test_another_time_or_another_matter_is_no_help(urgent: str, text: str) -> None:
    """Home from a birth is where these begin, and a check of Monday saw nothing of today."""
    assert ended(text, urgent) == ""
