"""Small questions on what a body does."""

from __future__ import annotations

import pytest

from bot.content import topics
from tests.bot.phrasebook.test_remarks import named

PAIN, PREGNANT = topics.WHAT_IS_SI_PAIN, topics.PREGNANCY_SI_PAIN


@pytest.mark.parametrize(
    ("text", "label", "said", "name"),
    [
        ("like is it normal my pelvis clicks", PREGNANT, (), "clicking"),
        ("it doesnt hurt just clicks", PAIN, ("remark/clicking",), "clicking"),
        ("it doesnt hurt just clicks", PAIN, (topics.PRICE,), ""),
        ("my car wont start it just clicks", "out_of_scope", (PREGNANT,), ""),
        ("you guys fix cracked phone screens?", "out_of_scope", (), ""),
        ("has it worked for other pregnant ladies w/ spd", topics.EVIDENCE_PREGNANCY, (), ""),
        ("My son wants a tattoo. Do you do walk-ins?", "out_of_scope", (), ""),
        ("tattoo touch up how much", "out_of_scope", (), ""),
        ("i have a big tattoo on my lower back is that a problem", topics.HEALTH_CONDITIONS, (), "tattoos"),
        ("why do my hips crack", "clarify", (), "clicking"),
        ("my hips crack and it hurts, is it normal", PREGNANT, (), ""),
        ("TWINS 26 wks pelvis cracking when i roll over", PREGNANT, (), ""),
        ("do i just click the link", "clarify", (), ""),
        ("is it normal that my pubic bone hurts when i roll over in bed", PREGNANT, (), "of_the_front"),
        ("can acupuncture help pubic bone pain then", topics.RIGHT_FOR_ME, (), "of_the_front"),
        ("is it good for spd", "clarify", (), "of_the_front"),
        ("my back hurts when i roll over", PREGNANT, (), ""),
        ("is SI pain dangerous for baby", PREGNANT, (), "pain_and_baby"),
        ("can pelvic pain harm the baby", topics.PREGNANCY_SAFETY, (), "pain_and_baby"),
        ("can acupuncture for si pain harm the baby", topics.PREGNANCY_SAFETY, (), ""),
        ("could it make me go early", topics.PREGNANCY_SAFETY, ("remark/pain_and_baby",), "pain_and_birth"),
        ("could it make me go early", topics.PREGNANCY_SAFETY, (topics.PREGNANCY_SAFETY,), ""),
        ("will i be able to push with it", "clarify", (PREGNANT,), "pain_and_birth"),
        ("can si pain cause early labor", "clarify", (), "pain_and_birth"),
        ("will i be able to have a natural birth with this pain", PREGNANT, (), "pain_and_birth"),
        ("can acupuncture for si pain start labor", topics.INDUCING_LABOUR, (), ""),
        ("can needles start labor", topics.INDUCING_LABOUR, (PREGNANT,), ""),
        ("so is it going to happen again", topics.WHAT_TO_EXPECT, (PREGNANT,), "will_it_last"),
        ("hers went away after birth. will mine", PREGNANT, (PAIN,), "will_it_last"),
        ("will i have to come again", topics.WHAT_TO_EXPECT, (topics.FREQUENCY,), ""),
        ("19 weeks and my lower back is killing me. is it the SI thing?", PREGNANT, (), "might_be_si"),
        ("is it si pain", PREGNANT, (), ""),
        ("how would i know for sure tho", topics.NOT_KNOWN, (PREGNANT,), "pain_judge"),
        ("how do you know it works", topics.NOT_KNOWN, (PREGNANT,), ""),
        ("how do i know", topics.NOT_KNOWN, (topics.PRICE,), ""),
        ("dr says si joint not sciatica sorry", PAIN, (), "diagnosed_si"),
        ("my pt told me its my si", topics.ABOUT_ME, (), "diagnosed_si"),
        ("i was told its my si joint by my pt", topics.ABOUT_ME, (), "diagnosed_si"),
        ("my doctor says si joint, what is that?", PAIN, (), ""),
        ("whats worse sitting or standing w this", PAIN, (), "worse_how"),
        ("is it worse when sitting", PAIN, (), ""),
        ("do i need an xray", topics.REFERRAL, (), "imaging"),
        ("should i bring my mri", topics.REFERRAL, (), "imaging"),
        ("my mri showed nothing", topics.ABOUT_ME, (), ""),
        ("got one alr. shows arthritis in si", topics.REFERRAL, (), "arthritis_named"),
        ("i have rheumatoid arthritis", topics.HEALTH_CONDITIONS, (), ""),
        ("can i come w my period", "clarify", (), "on_period"),
        ("ive missed my period", "clarify", (), ""),
        ("also tattoos on back prob?", "out_of_scope", (), "tattoos"),
        ("do you do tattoos", "out_of_scope", (), ""),
    ],
)
def test_a_question_of_the_body_is_known_by_its_words(text: str, label: str, said: tuple[str, ...], name: str) -> None:
    """Where the answer beside it would miss it; needles, treatment and other pains stay where they belong."""
    kind = "not_covered" if label.startswith("not_covered/") else "answer" if label.startswith("faq/") else label
    assert named(text, label, kind, said) == name
