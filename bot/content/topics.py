"""The topics that the program knows by name: the one place where a label stands in code, in the order of the folders in `data/`.

What every topic may be like stands in its own file (`properties.py`). Here are those that a pattern leads to or from, and those
that the program does something with.
"""

from __future__ import annotations

from pathlib import Path

BOOKING = "faq/booking"
CAUSES = "faq/causes"
CONTACT = "faq/contact"
EVIDENCE = "faq/evidence"
EVIDENCE_PREGNANCY = "faq/evidence_pregnancy"
FREQUENCY = "faq/frequency"
GUIDELINES = "faq/guidelines"
HOW_ACUPUNCTURE_HELPS = "faq/how_acupuncture_helps"
HOW_SOON_RELIEF = "faq/how_soon_relief"
INTEGRATIVE_CARE = "faq/integrative_care"
LOCATION = "faq/location"
NEEDLES_PAIN = "faq/needles_pain"
NON_DRUG = "faq/non_drug"
NON_PREGNANCY = "faq/non_pregnancy"
PERSONALISED_PLAN = "faq/personalised_plan"
PRACTITIONER = "faq/practitioner"
PREGNANCY_SAFETY = "faq/pregnancy_safety"
PREGNANCY_SI_PAIN = "faq/pregnancy_si_pain"
REFERENCES = "faq/references"
RIGHT_FOR_ME = "faq/right_for_me"
SESSION_LENGTH = "faq/session_length"
WHAT_IS_SI_PAIN = "faq/what_is_si_pain"
WHAT_TO_EXPECT = "faq/what_to_expect"

AFTERCARE = "not_covered/aftercare"
CHILDREN = "not_covered/children"
COMPANIONS = "not_covered/companions"
DOCTORS_ADVICE = "not_covered/doctors_advice"
EATING_AND_PREPARATION = "not_covered/eating_and_preparation"
EXERCISES_AT_HOME = "not_covered/exercises_at_home"
HEALTH_CONDITIONS = "not_covered/health_conditions"
HOURS = "not_covered/hours"
INDUCING_LABOUR = "not_covered/inducing_labour"
LANGUAGES = "not_covered/languages"
MEDICINES = "not_covered/medicines"
MEN = "not_covered/men"
NEEDLE_SAFETY = "not_covered/needle_safety"
NEW_PATIENTS = "not_covered/new_patients"
OTHER = "not_covered/other"
OTHER_CONDITIONS = "not_covered/other_conditions"
OTHER_THERAPIES = "not_covered/other_therapies"
PRICE = "not_covered/price"
PRIVACY = "not_covered/privacy"
REFERRAL = "not_covered/referral"
STUDY_DETAILS = "not_covered/study_details"

ABOUT_ME = "smalltalk/about_me"
AFFIRM = "smalltalk/affirm"
BOT = "smalltalk/bot"
CAPABILITIES = "smalltalk/capabilities"
CLINIC_COMPLAINT = "smalltalk/clinic_complaint"
COMPLAINT = "smalltalk/complaint"
DENY = "smalltalk/deny"
FORGET_ME = "smalltalk/forget_me"
GOODBYE = "smalltalk/goodbye"
GREET = "smalltalk/greet"
HELP_ARRANGED = "smalltalk/help_arranged"
HOW_ARE_YOU = "smalltalk/how_are_you"
IS_IT_URGENT = "smalltalk/is_it_urgent"
NOT_KNOWN = "smalltalk/not_known"
PRAISE = "smalltalk/praise"
RELIEVED = "smalltalk/relieved"
THANKS = "smalltalk/thanks"
UNSURE = "smalltalk/unsure"
WHAT_YOU_KNOW = "smalltalk/what_you_know"

MORE = "follow_up/more"
PREGNANT = "follow_up/pregnant"
WHY = "follow_up/why"

CALLBACK = "callback"
EMERGENCY = "emergency"
LOOK_ALIKE = "look_alike"
OUT_OF_SCOPE = "out_of_scope"
PERSON = "person"

LABELS = tuple(value for name, value in tuple(globals().items()) if name.isupper())
"""All of them; that each is a topic is seen to by `bot check`."""
FILE = "bot/content/topics.py"


def lines() -> dict[str, int]:
    """Each label with the line where it stands here."""
    text = Path(__file__).read_text(encoding="utf-8").splitlines()
    return {label: number for label in LABELS for number, line in enumerate(text, 1) if line.endswith(f' = "{label}"')}
