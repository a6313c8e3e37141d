"""What depends on who asks, and what one is to do: `so si joint?`, `is it too late`, `who decides`."""

from __future__ import annotations

from bot.content import topics
from bot.phrasebook.particular import COMBINED, IN_PREGNANCY, OFTEN, PREGNANCY_PAIN, SAFETY, SUITS, WHAT_IS_SI, Particular, words
from bot.phrasebook.staying import WHEN_IT_HURTS

WEEKS = r"\b(?:\d{1,2}|twelve|twenty|thirty) ?(?:weeks?|wks?)\b"
OF_THE_PERSON = (
    Particular(
        topics.IS_IT_URGENT,
        "",
        words(
            r"\b(?:warning|danger|serious|bad) signs?\b|\bred flags?\b|\b(?:when|what|which)\b.*\b(?:something|need|reason"
            r"|have) to (?:be )?worr(?:y|ied)\b|\bwhen (?:to|should|do|would) (?:i |you |one |we )?(?:be )?(?:worr(?:y|ied)"
            r"|concerned|get help)\b"
        ),
        words(r"\b(?:needles?|acu\w*|pay|price|dog|review|clinic|practitioner)\b"),
        mistaken=(
            WHAT_IS_SI,
            PREGNANCY_PAIN,
            IN_PREGNANCY,
            topics.CAUSES,
            topics.OTHER,
            "out_of_scope",
            topics.RELIEVED,
        ),
        most=20,
    ),
    Particular(
        WHAT_IS_SI,
        "pain_judge",
        words(
            r"^\W*so (?:it'?s |is it |that'?s )?(?:my |the |an )?si(?: joint)?\W*$|\bis (?:it|that|this|mine) (?:my|the) si\b"
            r"|\bwho (?:can|could|would|do i ask)\b.*\b(?:tell|say|find out|check|diagnos\w*|know)\b|\bhow (?:do|would|can"
            r"|will|wd) (?:i|you|u|they) (?:know|tell)\b"
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
        words(WEEKS),
        words(r"\b(?:ago|old|since|post|had|birth|born|pain for|hurt\w* for|years?|worth|point)\b"),
        behind=True,
    ),
    Particular(
        SUITS,
        "late",
        words(
            r"\btoo (?:late|early|soon)(?:\W*$| (?:now|then)\b| to (?:start|begin|come|try|do|get|have|help)\b| for (?:me|us"
            r"|her|him|you|acu\w*|needles?)\b)"
        ),
        words(r"\b(?:ago|old|labou?r|induc\w*|breech|cancel|book|today|tonight|call|text|morning|evening)\b"),
        mistaken=(topics.INDUCING_LABOUR,),
    ),
    Particular(
        SUITS,
        "late",
        words(
            r"\b(?:due|weeks?|wks?|left|last|end)\b.*\b(?:worth|any point(?: in)?) (?:starting|it|coming|trying|a try|doing)\b"
            r"|\b(?:worth|any point(?: in)?) (?:starting|it|coming|trying|a try|doing)\b.*\b(?:due|weeks?|wks?|left"
            r"|so late|at the end)\b"
        ),
        words(r"\b(?:ago|old|money|cost\w*|post ?partum)\b"),
        mistaken=(topics.UNSURE, SAFETY, "out_of_scope", topics.OTHER),
    ),
    Particular(SAFETY, "stage", words(r"\btoo (?:late|early|soon|far)\b"), words(r"\b(?:cancel|book|call|text)\b"), behind=True),
    Particular(
        SUITS,
        "age",
        words(r"\btoo old\b|\b(?:age|old) (?:limit|matters?)\b|\bat (?:my|her|his) age\b"),
        words(r"\b(?:kids?|child\w*|sons?|daughters?|teen\w*|baby|boys?|girls?|toddler|young)\b"),
        mistaken=(topics.HEALTH_CONDITIONS, topics.NEW_PATIENTS, topics.CHILDREN),
    ),
    Particular(
        topics.PERSONALISED_PLAN,
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
        *(OFTEN, "often_missed", words(r"\bif (?:i|she|we|u|you) (?:\w+ )?(?:miss|skip|can'?t (?:come|make))\b")),
        mistaken=("out_of_scope",),
    ),
    Particular(
        OFTEN,
        "",
        words(r"^\W*(?:(?:and|so|ok)\W+)*how many (?:x|times?|visits?|sessions?|appts?)(?: (?:a|per|each) (?:week|wk))?\W*$"),
        mistaken=("out_of_scope",),
    ),
    Particular(
        OFTEN,
        "often_end",
        words(
            r"\b(?:forever|for (?:life|good|ever)|rest of my life|ever (?:stop|end|done|finish\w*)|when (?:do|does|can) (?:i"
            r"|it) (?:stop|end|finish))\b"
        ),
    ),
    Particular(
        OFTEN,
        "often_long_term",
        words(r"\bchronic\b|\b(?:for|had (?:it|this)|been) (?:\w+ )?(?:years|decades)\b|\b\d+ (?:years|yrs)\b"),
        words(r"\b(?:old|ago|live|drive)\b"),
    ),
    Particular(
        topics.HOW_SOON_RELIEF,
        "soon_slow",
        words(
            r"^\W*(?:oh |wow |ugh |so |that'?s |thats |is it )*(?:(?:that|so|really|pretty|very|kinda) )?(?:slow|long)(?: huh"
            r"| then)?\W*$"
        ),
        behind=True,
    ),
    Particular(
        topics.PRACTITIONER,
        "who_woman_or_man",
        words(
            r"^\W*(?:(?:and|so|but|ok|also|or)\W+)*(?:is|are|will|would|it'?s|a|any|do)\b.*\b(?:man|woman|lady|male|female|guy"
            r"|dude)\b|\b(?:man|woman|lady|male|female) (?:acupunctur\w*|practitioner|doctor|one|who treats)\b"
            r"|^\W*(?:male|man|guy|female|woman) or (?:a )?(?:female|woman|lady|male|man)\W*$"
        ),
        words(
            r"\b(?:pregnan\w*|expecting|names?|train\w*|licen\w*|treat(?:s|ed)? (?:men|women|a man)|husband|for (?:men|women)"
            r"|see (?:men|women)|1?\d\d)\b"
        ),
        mistaken=(topics.COMPANIONS,),
        most=10,
    ),
    Particular(
        topics.PRACTITIONER,
        "who_treats",
        words(
            r"\b(?:she|he|dr\.? \w+) (?:\w+ )?(?:do(?:es)?|treats?|gives?|perform\w*)\b.*\b(?:herself|himself|or who"
            r"|or someone)\b"
            r"|\bwho (?:does|gives|will do|treats|puts)\b"
        ),
        behind=True,
    ),
    Particular(
        topics.PRACTITIONER,
        "who_years",
        words(r"\bhow (?:long|many years)\b.*\b(?:been|doing|practi[cs]\w*|at (?:it|this))\b|\bexperience[ds]?\b|\bsince when\b"),
        words(r"\b(?:pregnan\w*|moms?|names?|licen\w*)\b"),
    ),
    Particular(
        topics.DOCTORS_ADVICE,
        "doctor_tell",
        words(
            r"\bshould (?:i|she|he|we) (?:\w+ )?(?:tell|let|mention|inform|say|ask)\b.*\b(?:ob|obgyn|midwife|doctor|dr|doc|gp"
            r"|pt)\b"
        ),
    ),
    Particular(SUITS, "do_what", words(r"\bwhat (?:do|should|can|shall|would) (?:i|she|he|we) do\b"), most=8),
    Particular(topics.BOT, "bot_name", words(r"\byour? name\b|\bname do you\b|\b(?:what|who) (?:are|r) (?:you|u) called\b")),
    Particular(
        topics.PRAISE,
        "praise_short",
        words(r"^\W*(?:ok|okay|oh|k|very)?\W*(?:cool|great|nice|good|perfect|fine|awesome)\W*$"),
    ),
    Particular(
        topics.CONTACT,
        "said_cannot",
        words(
            r"\b(?:can|could|will|would) (?:you|u|ya) (?:please |pls )?(?:tell|let|inform|notify|warn) (?:them|her|him"
            r"|the clinic|dr)(?:\W*$| (?:know|that|it|i'?m|im|i|my|for me)\b)"
        ),
        mistaken=(topics.BOOKING,),
    ),
    Particular(
        topics.CONTACT,
        "contact_number",
        words(
            r"\b(?:only|just|use|not|different|other|another)\b.*\b(?:my|this|that) (?:work|home|cell|mobile|other|new"
            r"|mom'?s) ?(?:number|phone|cell)\b|\bnot (?:on )?(?:my|the) (?:home|house|husband'?s|shared)\b.*\b(?:number|phone"
            r"|line)\b"
        ),
        mistaken=(topics.PRIVACY,),
    ),
)
