"""Every danger is heard however it is told, and ordinary questions stay ordinary."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import content, safety
from bot.content.load import parse
from bot.settings import ROOT
from tests.disguises import DISGUISES

HERE = Path(__file__).parent
URGENT, CALM = (
    [(kind, text) for kind, texts in parse(HERE / name, name).items() for text in texts] for name in ("urgent.yml", "calm.yml")
)
KINDS = """bleeding ectopic waters_broken preterm_labour baby_moving_less preeclampsia fever_with_pain infected_needle_site
cauda_equina chest_and_breath clot stroke_and_seizure head_injury allergic_reaction overdose_poisoning suicide_self_harm despair
violence_at_home postpartum severe_vomiting itching_or_jaundice low_blood_sugar grave_back_pain
sick_newborn postpartum_psychosis cord_prolapse abruption meningitis""".split()
INVISIBLE = "\u200b\u200c\u200d\u2060\u00ad\ufeff\u180e\u034f\u2800"
CHATTER = "My back has been sore for a long while and I wonder how many visits people like me need. "
COMMON_FALSE_ALARMS = 0.003
"""The share of calm phrases of the clinic's own training and test data that may sound urgent: 1 in 333."""


def test_every_kind_of_the_issue_is_there(flags: safety.Safety) -> None:
    """The issue's nineteen and nine more, each with a tier, advice for the web and for SMS, and cases of both sorts here."""
    assert sorted(flag.id for flag in flags.flags) == sorted(KINDS)
    assert {flag.tier for flag in flags.flags} == {"now", "today", "crisis"}
    assert all({"text", "sms"} <= set(flag.says) for flag in flags.flags)
    for kind in KINDS:
        assert sum(each == kind for each, _ in URGENT) >= 12, kind
        assert sum(each == kind for each, _ in CALM) >= 8, kind


def test_a_process_that_serves_compiles_every_pattern(flags: safety.Safety) -> None:
    """No patient's message waits for what could be done between messages."""
    asyncio.run(flags.get_ready())

    parts = [part for flag in flags.flags for pattern in (*flag.patterns, *flag.doubts) for part in pattern.parts]

    assert all("looks_like" in vars(part) for part in parts)


@pytest.mark.parametrize(("kind", "text"), URGENT)
def test_danger_is_heard(flags: safety.Safety, kind: str, text: str) -> None:
    """Plain, indirect, misspelt, for somebody else, as a question: each is an emergency."""
    assert flags.check(text) is not None


@pytest.mark.parametrize(("kind", "text"), CALM)
def test_ordinary_questions_stay_calm(flags: safety.Safety, kind: str, text: str) -> None:
    """Denied, asked in general, long over, or a saying: no emergency."""
    assert flags.check(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("im 30 wks . bleeding", "bleeding"),
        ("is it safe at 30 weeks . bleeding", "bleeding"),
        ("had my baby last week . fever of 102", "postpartum"),
        ("im 32 weeks . seeing spots", "preeclampsia"),
        ("my left calf hurts . its swollen", "clot"),
        ("no bleeding at 20 weeks . now im bleeding", "bleeding"),
        ("im so scared . he hit me again", "violence_at_home"),
    ],
)
def test_danger_told_in_two_messages_is_named(flags: safety.Safety, text: str, kind: str) -> None:
    """The join of two messages is read as neighbouring sentences, and gets the advice of its kind."""
    found = flags.check(text)

    assert found is not None
    assert found.id == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("everyone would be better off without me, baby is 5 weeks", "suicide_self_harm"),
        ("i had a baby 2 weeks ago and i want to die", "suicide_self_harm"),
        ("gave birth last month. i dont want to be here anymore", "suicide_self_harm"),
        ("6 weeks postpartum and i feel worthless, cant stop crying", "despair"),
        ("2 weeks postpartum and i feel like running away from everyone", "despair"),
        ("had my baby 3 weeks ago and i want to die. i am bleeding so heavy again", "bleeding"),
        ("gave birth 4 days ago, i think im going to die", "postpartum"),
        ("im 3 weeks postpartum and scared i will hurt the baby", "postpartum"),
    ],
)
def test_a_new_mother_hears_the_crisis_line_first(flags: safety.Safety, text: str, kind: str) -> None:
    """Who would rather be dead, or despairs, is told of 988 first; a danger of the body, or to the child, 911 first."""
    found = flags.check(text)

    assert found is not None
    assert found.id == kind


@pytest.mark.parametrize(
    "text",
    [
        "he said he will kill me if i dont come home",
        "hes gonna kill me if i break up with him",
        "im suicidal about work",
        "my wife passed out on the sofa shes 34 weeks",
        "she is out cold on the table",
        "i regret having been born",
    ],
)
def test_what_may_be_an_idiom_is_danger_where_it_may_be_meant(flags: safety.Safety, text: str) -> None:
    """A saying calms only in words that nobody in danger would choose."""
    assert flags.check(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "no fever but my chest hurts",
        "i have no bleeding, my waters broke at 30 weeks",
        "not sure if im bleeding or what, 12 weeks",
        "what are signs of a stroke, my face is drooping",
        "can acupuncture help, im having chest pain",
        "had a stroke in 2010 and now my face is drooping again",
        "no contractions until today, now every 5 minutes at 30 weeks",
        "never had chest pain like this",
        "my back is killing me and i cant feel between my legs",
        "scared to death of needles and i want to die",
        "the cost is killing me. also im coughing up blood",
    ],
)
def test_what_calms_one_hit_never_silences_another(flags: safety.Safety, text: str) -> None:
    """A negator, a general question, an old story or a saying reaches no further than the hit it governs."""
    assert flags.check(text) is not None


@pytest.mark.parametrize(
    "before",
    [
        "scan was perfect",
        "everything checked out last week",
        "false alarm on friday",
        "they ruled out a clot",
        "my neighbor swears by needles",
        "i overdosed on pie",
    ],
)
def test_what_was_settled_or_said_before_silences_nothing_that_follows(flags: safety.Safety, before: str) -> None:
    """In the same sentence, in front of any danger there is."""
    assert [text for _, text in URGENT if flags.check(f"{before}, {text}") is None] == []


@pytest.mark.parametrize(
    "text",
    [
        "can acupuncture help with chest pain and tight breathing",
        "what are signs of preeclampsia",
        "is bleeding a risk of needles",
    ],
)
def test_doubt_is_told_apart(flags: safety.Safety, text: str) -> None:
    """Near enough to danger for a word on when to call, and no emergency."""
    assert (flags.check(text), flags.doubtful(text) is None) == (None, False)


AMBIGUOUS = [
    "i hurt myself again",
    "i tried again last night",
    "i did something bad",
    "ive done something stupid",
    "i won't be around next week",
    "im not going to be here next month",
    "i wont be here tomorrow",
    "i plan to do it on saturday",
    "i decided to do it",
    "is there a reason to keep going",
    "in a bad place",
    "which way is painless",
    "whats the least painful way",
    "my husband won't let me sleep",
    "i just think about it. driving mostly",
    "into a tree",
]


@pytest.mark.parametrize("text", AMBIGUOUS)
def test_what_may_be_a_crisis_or_a_booking_is_in_doubt(flags: safety.Safety, text: str) -> None:
    """Short and alone it is neither an emergency nor calm: a word on when to call belongs with the answer."""
    assert (flags.check(text), flags.doubtful(text) is None) == (None, False)


@pytest.mark.parametrize("text", ["where are you", "how long do the needles stay in", "can i park there", "thanks"])
def test_plain_questions_leave_no_doubt(flags: safety.Safety, text: str) -> None:
    """An everyday question gets its answer and nothing more."""
    assert not flags.doubtful(text)


def test_voices_that_tell_to_die_are_a_crisis_of_their_own(flags: safety.Safety) -> None:
    """The crisis line is named: by suicide's advice, and by psychosis' where a baby is told of."""
    alone = flags.check("i hear voices telling me to kill myself")
    after_birth = flags.check("postpartum psychosis 2 weeks after birth, i want to die")

    assert (alone and alone.id, after_birth and after_birth.id) == ("suicide_self_harm", "postpartum_psychosis")
    assert after_birth is not None
    assert all("988" in each for each in (after_birth.again, after_birth.advice("web"), after_birth.advice("sms")))


@pytest.mark.parametrize("disguise", DISGUISES)
def test_danger_is_heard_in_any_disguise(flags: safety.Safety, disguise: str) -> None:
    """Letters from elsewhere and marks nobody sees change nothing."""
    for text in ("i have chest pain", "im pregnant and bleeding", "i want to die"):
        assert flags.check(DISGUISES[disguise](text)) is not None, text


def test_look_alike_letters_are_read(flags: safety.Safety) -> None:
    """Cyrillic and Greek letters that look Latin are read as they look."""
    assert flags.check("с\u04bbеѕt раіn") is not None


@settings(deadline=None, max_examples=60)
@given(case=st.sampled_from(URGENT), data=st.data())
def test_nothing_invisible_hides_a_hit(flags: safety.Safety, case: tuple[str, str], data: st.DataObject) -> None:
    """Invisible characters anywhere and any mix of capitals leave an emergency an emergency."""
    written = "".join(
        (each.upper() if data.draw(st.booleans()) else each) + data.draw(st.sampled_from(["", "", "", *INVISIBLE]))
        for each in case[1]
    )

    assert flags.check(written) is not None


@settings(deadline=None, max_examples=100)
@given(text=st.text(max_size=300))
def test_any_text_gets_a_verdict(flags: safety.Safety, text: str) -> None:
    """No text makes the check stumble."""
    assert flags.check(text) is None or flags.check(text).tier in safety.TIERS
    assert flags.doubtful(text) is None or flags.doubtful(text).doubts


@settings(deadline=None, max_examples=40)
@given(case=st.sampled_from(URGENT), before=st.integers(0, 30), after=st.integers(0, 30))
def test_an_emergency_buried_in_a_long_message_is_found(
    flags: safety.Safety, case: tuple[str, str], before: int, after: int
) -> None:
    """However much calm text stands around it."""
    assert flags.check(f"{CHATTER * before}. {case[1]}. {CHATTER * after}") is not None


def test_the_clinics_own_phrases_stay_calm(flags: safety.Safety) -> None:
    """Of all that trains and measures the topics, hardly a phrase sounds urgent."""
    found = {**content.phrases(ROOT / "data"), **content.phrases(ROOT / "tests" / "data")}
    calm = sorted({text for label, texts in found.items() if label not in ("emergency", "look_alike") for text in texts})[::8]

    alarmed = [text for text in calm if flags.check(text)]

    assert len(alarmed) <= COMMON_FALSE_ALARMS * len(calm), alarmed


def test_what_follows_a_danger_is_looked_for_under_that_danger_only(flags: safety.Safety) -> None:
    """`temp is 97` tells something of a newborn, nothing of a leg."""
    found = flags.following("sick_newborn", "temp is 97")

    assert found is not None
    assert "rules nothing out" in found.words("web")
    assert flags.following("clot", "temp is 97") is None
    assert flags.following("", "temp is 97") is None
