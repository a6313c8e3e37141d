"""What the guide says of its own sources, and how far they go: `which journal`, `did a doctor write it`, `both sides?`."""

from __future__ import annotations

from bot.content import topics
from bot.phrasebook.particular import EVIDENCE, HELPS, IN_PREGNANCY, NEEDLES, NOT_KNOWN, SAFETY, SOURCES, VISIT, Particular, words

WHO_MADE = r"(?:wr[oi]tes?|written|signed?|put (?:\w+ )?together)"
OF_SOURCES = (
    Particular(
        *(
            SOURCES,
            "sources_journals",
            words(r"\b(?:which|what|whose|name of the) (?:\w+ )?(?:journals?|magazine)\b|^\W*journals?\W*$"),
        ),
        mistaken=(EVIDENCE, IN_PREGNANCY, topics.STUDY_DETAILS),
    ),
    Particular(
        SOURCES,
        "sources_signed",
        words(
            rf"\b(?:doctor|dr|md|physician|professional|acupuncturist)\b.*\b{WHO_MADE}\b.*\b(?:it|this|that|guide)\b"
            rf"|\b{WHO_MADE} (?:\w+ )?(?:by|from) (?:an? )?(?:\w+ )?(?:doctor|dr|md|physician|professional)\b|\bwho(?:'s"
            rf"| is)? {WHO_MADE} (?:the|this|that|your|ur|ya) guide\b"
        ),
        words(r"\bstud(?:y|ies)|paper|trial|research|note|referral|prescri\w*"),
        mistaken=(topics.REFERRAL, topics.PRACTITIONER, topics.GUIDELINES, topics.OTHER),
    ),
    Particular(
        SOURCES,
        "sources_read",
        words(
            r"\b(?:can|could|may|where|how) (?:can |do |could )?(?:i|we|she|he) (?:\w+ )?(?:read|download) (?:it"
            r"|that)(?: myself| somewhere| anywhere| online)?\W*$|\b(?:read|see|get|find|download|have|look at|send"
            r"|show)\b(?: \w+)? (?:the|that|this|your|ur|ya) (?:whole |full )?guide\b"
        ),
        mistaken=(topics.GUIDELINES, topics.OTHER, topics.PRIVACY, topics.CAPABILITIES),
    ),
    Particular(
        SOURCES,
        "sources_send",
        words(r"\b(?:can|could|will|would) (?:you|u|ya) (?:please |pls )?(?:send|email|text|forward|mail|share)\b"),
    ),
)
STUDIED = r"(?:stud(?:y|ied|ies)|trials?|research\w*|test(?:ed)?|look(?:ed)? at|count(?:ed)?|include[ds]?)"
SIDED = r"(?:(?:one|two|both|either|1|2|single|left|right)[- ]?(?:side[ds]?)|bilateral|unilateral)"
OF_RESEARCH = (
    Particular(
        IN_PREGNANCY,
        "studies_sides",
        words(
            rf"\b{SIDED}\b.*\b{STUDIED}\b|\b{STUDIED}\b.*\b{SIDED}\b|^\W*(?:and |or |for )?(?:{SIDED}(?: (?:or"
            rf"|and) )?)+(?:just one|both|two)?\W*$"
        ),
        mistaken=(EVIDENCE, SOURCES, topics.STUDY_DETAILS),
    ),
    Particular(
        IN_PREGNANCY,
        "studies_women",
        words(
            r"\b(?:were|was|are) (?:they|(?:all )?(?:of )?(?:the |these |those )?women|all|everyone|those|these|it"
            r"|any)(?: of them)?(?: all)?(?: really| actually)? "
            r"(?:pregnant|preg|expecting|pregnant women)\b"
        ),
        mistaken=(EVIDENCE, SOURCES, topics.STUDY_DETAILS),
    ),
    Particular(
        EVIDENCE,
        "studies_more",
        words(
            r"^\W*(?:(?:any|got|whats?|wheres?|the|your|ur|ok|and|so|is there|for|what|is|more|other) )*"
            r"(?:proof|evidence|studies|research)\W*$"
        ),
        behind=True,
    ),
    Particular(
        topics.GUIDELINES,
        "guidelines_si",
        words(r"\b(?:nobody|no one|none|not|include|count|cover|mean|about|for|specific\w*)\b.*\b(?:si|sij|sacro\w*)\b"),
        words(r"\b(?:what|why|where|how|hurts?|have)\b"),
        behind=True,
    ),
    Particular(
        topics.NON_PREGNANCY,
        "studies_weaker",
        words(
            r"\b(?:weaker|less (?:sure|certain|proof|evidence|research|studied|proven|known)|fewer studies|not as (?:strong"
            r"|good|sure|proven|well)|as (?:strong|proven|sure))\b"
        ),
    ),
    Particular(
        *(EVIDENCE, "studies_with_what", words(r"^\W*(?:and |but |so |help )?(?:with|for) what\W*$")),
    ),
    Particular(
        EVIDENCE,
        "studies_unconvinced",
        words(
            r"\b(?:not|n'?t|nt|un|hardly) ?(?:very |really |that |exactly |so )?convinc\w*|\b(?:doesn'?t|didn'?t"
            r"|does not) convince|\bnot (?:much|a lot) (?:to go on|of proof)\b"
        ),
        behind=True,
    ),
    Particular(
        *(
            SAFETY,
            "safety_generally",
            words(r"\b(?:say|said|says|mean|meant|by|why|how come)\b.*\b(?:generally|so far|seems?|few)\b"),
        ),
        mistaken=(topics.COMPLAINT, topics.OTHER),
    ),
    Particular(
        SAFETY,
        "safety_which",
        words(
            r"^\W*(?:(?:so|and|like|ok|but)\W+)*(?:which|what)(?: (?:ones?|problems?|were they|kinds?|sorts?|are they))?\W*$"
            r"|\b(?:which|what|name)\b.*\b(?:serious|problems|side effects|events)\b"
        ),
        behind=True,
        most=10,
    ),
    Particular(
        SAFETY,
        "safety_review",
        words(
            r"\b(?:research\w*|stud(?:y|ies|ied)|evidence|proof|data|trials?)\b.*\b(?:harm\w*|safe\w*|risk\w*|danger\w*"
            r"|side effects?|problems?)\b|\b(?:harm\w*|safe\w*|risk\w*|danger\w*)\b.*\b(?:research\w*|stud(?:y|ies|ied)|proof)\b"
        ),
    ),
    Particular(
        *(
            SAFETY,
            "safety_points",
            words(
                r"\b(?:avoid|forbidden|off ?limits|not allowed)\b.*\b(?:points?|spots?|them|those|ankles?)\b|\b(?:points?"
                r"|spots?)\b.*\b(?:avoid|forbidden|off ?limits|not allowed|(?:should|can|could|must|do|would|wo)(?:n'?t| ?not)"
                r"|never)\b"
            ),
        ),
        mistaken=(VISIT, NEEDLES, topics.NEEDLE_SAFETY),
    ),
    Particular(
        *(
            HELPS,
            "helps_stress",
            words(r"\b(?:help\w*|good|work\w*|do anything|what about)\b.*\bstress(?! fracture| incontin)\b"),
        ),
        mistaken=(topics.OTHER_CONDITIONS, EVIDENCE),
        most=10,
    ),
    Particular(
        *(HELPS, "helps_qi", words(r"\b(?:qi|chi|meridians?|yin)\b")),
        mistaken=(EVIDENCE, *NOT_KNOWN, topics.OTHER_THERAPIES),
        most=10,
    ),
)
