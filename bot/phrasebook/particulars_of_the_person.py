"""What depends on who asks, and what one is to do: `so si joint?`, `is it too late`, `who decides`."""

from __future__ import annotations

from bot.phrasebook.particular import COMBINED, IN_PREGNANCY, OFTEN, PREGNANCY_PAIN, SAFETY, SUITS, WHAT_IS_SI, Particular, words
from bot.phrasebook.staying import WHEN_IT_HURTS

WEEKS = r"\b(?:\d{1,2}|twelve|twenty|thirty) ?(?:weeks?|wks?|w)\b"
OF_THE_PERSON = (
    Particular(
        "smalltalk/is_it_urgent",
        "",
        words(
            r"\b(?:warning|danger|serious|bad) signs?\b|\bred flags?\b|\b(?:when|what|which)\b.*\b(?:something|need|reason"
            r"|have) to"
            r" (?:be )?worr(?:y|ied)\b|\bwhen (?:to|should|do|would) (?:i |you |one |we )?(?:be )?(?:worr(?:y|ied)"
            r"|concerned|get help)\b"
        ),
        words(r"\b(?:needles?|acu\w*|pay|price|dog|review|clinic|practitioner)\b"),
        mistaken=(
            WHAT_IS_SI,
            PREGNANCY_PAIN,
            IN_PREGNANCY,
            "faq/causes",
            "not_covered/other",
            "out_of_scope",
            "smalltalk/relieved",
        ),
        most=20,
    ),
    Particular(
        WHAT_IS_SI,
        "pain_judge",
        words(
            r"^\W*so (?:it'?s |is it |that'?s )?(?:my |the |an )?si(?: joint)?\W*$|\bis (?:it|that|this|mine) (?:my|the) si\b"
            r"|\bwho (?:can|could|would|do i ask)\b.*\b(?:tell|say|find out|check|diagnos\w*|know)\b"
            r"|\bhow (?:do|would|can|will|wd) (?:i|you|u|they) (?:know|tell)\b"
        ),
        behind=True,
    ),
    Particular(WHAT_IS_SI, "pain_judge", WHEN_IT_HURTS, behind=True),
    Particular(
        WHAT_IS_SI,
        "pain_test",
        words(r"\b(?:can|could|do|will|would) (?:you|u|ya|they|she|the \w+) (?:\w+ )?(?:test|check|diagnose|examine)\b"),
        words(r"\b(?:needles?|baby|blood|insur\w*|with|my (?:doctor|ob|midwife))\b"),
        behind=True,
    ),
    Particular(
        SUITS,
        "stage",
        words(rf"\btoo (?:late|early|soon|far)\b|{WEEKS}"),
        words(r"\b(?:ago|old|since|post|had|birth|born|pain for|hurt\w* for|years?)\b"),
        mistaken=(),
    ),
    Particular(
        SUITS,
        "stage",
        words(
            rf"\b(?:too (?:late|early|soon) (?:to|for))\b.*\b(?:start|begin|come|acu\w*)\b.*|{WEEKS}.*\btoo (?:late"
            rf"|early)\b"
        ),
        words(r"\b(?:ago|old|since|labou?r|induc\w*|breech|cancel|book|today|tonight)\b"),
        mistaken=("not_covered/inducing_labour",),
    ),
    Particular(SAFETY, "stage", words(r"\btoo (?:late|early|soon|far)\b")),
    Particular(
        SUITS,
        "age",
        words(r"\btoo old\b|\b(?:age|old) (?:limit|matters?)\b|\bat (?:my|her|his) age\b"),
        words(r"\b(?:kids?|child\w*|sons?|daughters?|teen\w*|baby|boys?|girls?|toddler|young)\b"),
        mistaken=("not_covered/health_conditions", "not_covered/new_patients", "not_covered/children"),
    ),
    Particular(
        "faq/personalised_plan",
        "plan_who",
        words(
            r"\bwho(?:'s)? (?:\w+ )?(?:decid\w*|picks?|choos\w*|chose|figures?|sets?)\b|^\W*(?:me|you|is it me|me or (?:you"
            r"|u))\W*$"
        ),
    ),
    Particular(
        COMBINED,
        "care_keep",
        words(
            r"\b(?:should|do|can|must|could|shall) i (?:\w+ )?(?:stop|quit|drop|pause|give up|leave|skip|cancel)\b"
            r"|^\W*(?:so )?(?:stop|quit|drop|pause|keep)\b"
        ),
    ),
    Particular(
        OFTEN,
        "often_end",
        words(
            r"\b(?:forever|for (?:life|good|ever)|rest of my life|ever (?:stop|end|done|finish\w*)|when (?:do|does"
            r"|can) (?:i|it) (?:stop"
            r"|end|finish))\b"
        ),
    ),
    Particular(
        OFTEN,
        "often_long_term",
        words(r"\bchronic\b|\b(?:for|had (?:it|this)|been) (?:\w+ )?(?:years|decades)\b|\b\d+ (?:years|yrs)\b"),
        words(r"\b(?:old|ago|live|drive)\b"),
    ),
    Particular(
        "faq/how_soon_relief",
        "soon_slow",
        words(
            r"^\W*(?:oh |wow |ugh |so |that'?s |thats |is it )*(?:(?:that|so|really|pretty|very|kinda) )?(?:slow"
            r"|long)(?: huh| then)?\W*$"
        ),
        behind=True,
    ),
    Particular(
        "faq/practitioner",
        "who_woman_or_man",
        words(
            r"\b(?:is|are|it'?s|would|will|a|any)\b.*\b(?:man|woman|women|lady|ladies|male|female|guy|dude)\b"
            r"|\b(?:man|woman|lady|male|female) (?:acupunctur\w*|practitioner|doctor|one|who|treat\w*|do\w*)\b"
        ),
        words(r"\b(?:pregnan\w*|treat(?:s|ed)? (?:men|women|a man)|husband|for (?:men|women)|see (?:men|women)|1?\d\d)\b"),
        mistaken=("not_covered/companions",),
        most=10,
    ),
    Particular(
        "faq/practitioner",
        "who_years",
        words(
            r"\bhow (?:long|many years)\b.*\b(?:been|doing|practi[cs]\w*|at (?:it|this))\b|\bexperience[ds]?\b"
            r"|\bsince when\b"
        ),
        words(r"\bpregnan\w*|moms?\b"),
    ),
    Particular(
        "faq/contact",
        "said_cannot",
        words(
            r"\b(?:can|could|will|would) (?:you|u|ya) (?:please |pls )?(?:tell|let|inform|notify|warn) (?:them|her|him"
            r"|the clinic|dr)\b"
        ),
        mistaken=("faq/booking",),
    ),
    Particular(
        "faq/contact",
        "contact_number",
        words(
            r"\b(?:only|just|use|not|different|other|another)\b.*\b(?:my|this|that) (?:work|home|cell|mobile|other|new"
            r"|mom'?s) ?(?:number|phone|cell)?\b"
            r"|\bnot (?:on )?(?:my|the) (?:home|house|husband'?s|shared)\b.*\b(?:number|phone|line)\b"
        ),
        mistaken=("not_covered/privacy",),
    ),
)
