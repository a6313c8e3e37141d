"""What may happen with the needles in, and whether to say so: `do i have to stay still`, `same day?`."""

from __future__ import annotations

from bot.content import topics
from bot.phrasebook.particular import COMBINED, NEEDLES, OFTEN, VISIT, Particular, words

DURING = (
    r"\b(?:stay|lie|lay|ly|sit|keep|hold|be)(?:ing)? (?:\w+ )?(?:very |perfectly |completely )?still\b|\b(?:can|may"
    r"|could) i (?:\w+ )?(?:move(?! (?:it|(?:my|the|an|our) (?:app\w*|visit|session|booking|slot|time))\b)|scratch"
    r"|(?:go )?(?:pee|wee)\b|go to the (?:bathroom|toilet|loo|restroom)|read(?! (?:it|the guide|them|that)\b)|sneeze"
    r"|cough|talk(?! to)|sleep|wriggle|fidget|use|look at|have my phone)\b"
    r"|\b(?:need(?:ed)?|have|got|get up|go) (?:to|the) (?:pee|wee|go pee|bathroom|toilet|loo|restroom)\b|\bcan i get up\b"
    r"|\bneed(?:ed)? to go\b|\bleave (?:the room|me (?:alone|there))\b"
    r"|\b(?:fall|fell|falling) asleep\b|\bsnor\w*|\bwhat if i (?:sneeze|cough|move|laugh)\b"
)
ON_THE_SIDE = r"\bon (?:my|her|the|your|a) (?:side|stomach|belly|tummy|front|back)\b"
LYING = rf"\b(?:lie|lay|lying|laying|sit|positioned?|face down)\b.*{ON_THE_SIDE}|^\W*(?:so |or |and )?{ON_THE_SIDE}\W*$"
OF_TIME = r"\b(?:how long|how many|minutes?|mins?|duration|how much time|the part where)\b"
AFTERWARDS = words(r"\b(?:after(?:wards?)?|later|at home|in bed|at night|hurts?|pain\w*|can'?t|cannot|doctor|dr|ob|midwife)\b")
OF_A_VISIT = (
    Particular(
        *(VISIT, "visit_during", words(DURING), words(rf"{AFTERWARDS.pattern}|{OF_TIME}")),
        mistaken=(
            *(topics.COMPANIONS, topics.NEEDLE_SAFETY, topics.EATING_AND_PREPARATION, topics.OTHER),
            *(topics.SESSION_LENGTH, OFTEN, NEEDLES),
        ),
        most=12,
    ),
    Particular(
        *(VISIT, "visit_lying", words(LYING), AFTERWARDS),
        mistaken=(topics.SESSION_LENGTH, topics.EXERCISES_AT_HOME, topics.OTHER),
    ),
    Particular(
        VISIT,
        "visit_touch",
        words(
            r"\b(?:do|does|will|would|are|is|how) (?:you|u|they|she|much)\b.*\b(?:press\w*|touch\w*|push\w*|rub\w*)\b"
            r"|\bgonna (?:press|touch|push)\b"
        ),
        words(r"\b(?:baby|hurts?|needles?)\b"),
        mistaken=(topics.COMPANIONS, topics.OTHER_THERAPIES, topics.OTHER, NEEDLES),
    ),
    Particular(
        topics.SESSION_LENGTH,
        "visit_during",
        words(r"\blying (?:\w+ )?still\b.*\b(?:bladder|bump|belly|back|hips?|baby)\b"),
        words(r"\?|\bhow long\b"),
    ),
    Particular(
        *(VISIT, "visit_how_many", words(r"\bhow many (?:\w+ )?(?:needles?|needels?|neddles?|pins?)\b")),
        most=10,
    ),
    Particular(
        VISIT,
        "visit_first_needles",
        words(
            r"\bneed(?:les?|els?|led|ling)\b.*\b(?:same (?:day|visit)|(?:first|1st|very first) (?:time|visit|session|day|appt"
            r"|appointment)|day one|right away)\b|\b(?:same day|(?:first|1st) (?:time|visit|session|appt))\b.*\bneed(?:les?"
            r"|led|ling)\b|^\W*(?:or |so |is it )?(?:only|just) (?:a )?(?:talk(?:ing)?|chat)\W*$"
        ),
        words(r"\b(?:hurts?|scar\w*|nervous|afraid|worse|pregnan\w*|safe|feel\w*|better|relief|help\w*|longer|how|before)\b"),
        mistaken=(COMBINED, NEEDLES, topics.NEW_PATIENTS, "person"),
    ),
    Particular(
        *(
            VISIT,
            "",
            words(r"\bwhat (?:would|will|do|does|wd|d) (?:you|u|they|she|the (?:acupuncturist|practitioner)) do first\b"),
        ),
        mistaken=(topics.PRACTITIONER,),
    ),
    Particular(
        *(topics.SESSION_LENGTH, "visit_and_then", words(r"^\W*(?:and|so|ok) (?:then|after(?:wards)?)(?: what)?\W*$")),
    ),
    Particular(
        NEEDLES,
        "needles_stop",
        words(
            r"\b(?:can|may|could|what if) i (?:\w+ )?(?:say (?:stop|no)|tell (?:them|you|u|her|him) to stop|ask (?:them|her"
            r"|you|to)(?: to)? (?:stop|take (?:them|it) out)|want (?:it |them |you |to )?(?:to )?stop|make (?:them|you"
            r"|her) stop)\b"
        ),
        words(r"\b(?:meds?|medic\w*|pills?|zoloft|coming|texts?|messag\w*|pt|therapy)\b"),
        mistaken=(topics.MEDICINES, VISIT, topics.OTHER, topics.DENY),
    ),
    Particular(
        *(
            NEEDLES,
            "needles_size",
            words(
                r"\b(?:thinner|thicker|bigger|smaller|finer) (?:than|then)\b|\b(?:like|same as|compared|less than|more than"
                r"|bad as)\b.*\b(?:blood|flu|shots?|sewing|vaccine|jab|iv)\b"
            ),
        ),
    ),
    Particular(
        topics.NEEDLE_SAFETY,
        "safety_worse",
        words(r"\b(?:anyone|anybody|someone|people|ppl|it|patients?)\b.*\b(?:worse|harm\w*|hurt|injured)\b"),
        words(r"\b(?:needles?|my|if)\b"),
    ),
    Particular(
        topics.OTHER_THERAPIES,
        "therapy_compared",
        words(r"\b(?:same as|same thing|differen\w*|better than|vs\.?|versus|similar to)\b.*|\bcompare[sd]?\b"),
        words(r"\b(?:do|does|are|can) (?:you|u|ya)\b|\boffer\b"),
    ),
    Particular(
        COMBINED,
        "therapy_compared",
        words(
            r"\b(?:chiro\w*|physio\w*|pt|physical therapy|massage|osteo\w*|yoga)\b.*\b(?:better|worse|safer|cheaper"
            r"|faster) (?:than|then) (?:acu\w*|needles|this|you)|\b(?:acu\w*|needles|this) (?:\w+ )?(?:better|worse|safer"
            r"|faster) (?:than|then) (?:an? |the )?(?:chiro\w*|physio\w*|pt|physical therapy|massage|osteo\w*|yoga)"
        ),
        mistaken=(topics.OTHER_THERAPIES,),
    ),
    Particular(
        COMBINED,
        "care_order",
        words(r"\b(?:which|what)(?: one| do i do| comes?| should i do| to do| goes)* first\b|\b(?:in )?(?:what|which) order\b"),
    ),
    Particular(
        topics.MEN,
        "",
        words(
            r"\b(?:do|can|does|will|would) (?:you|u|ya|they|it|she) (?:guys )?(?:\w+ )?(?:treat|see|take|help|do"
            r"|work (?:on|with|for))"
            r"\b.*\b(?:dads?|husbands?|men|guys|males?|boyfriends?|hubb(?:y|ies))\b"
        ),
        words(r"\b(?:come|bring|sit|room|pregnan\w*)\b"),
        mistaken=(topics.PERSONALISED_PLAN, topics.COMPANIONS, topics.OTHER),
    ),
    Particular(
        topics.EXERCISES_AT_HOME,
        "",
        words(
            r"\b(?:is|are|can i|could i|should i|ok(?:ay)? to)\b.*\b(?:yoga|pilates|gym|swim\w*|jog\w*|cycling|biking|squats)\b"
            r".*\b(?:fine|ok|okay|safe|good|allowed|bad|si|sij|pain|hip\w*)\b"
        ),
        words(r"\b(?:after|before|acu\w*|needles?|session\w*|treatment|with (?:it|this|you))\b"),
        mistaken=(topics.OTHER,),
    ),
    Particular(
        topics.MEDICINES,
        "",
        words(r"\b(?:after|before|with|and|both|had|having|getting|get) (?:\w+ ){0,3}?(?:shots?|injections?)\b"),
        words(r"\b(?:flu|covid|feel\w*|like|hurts?|thin\w*|labou?r|birth|scar\w*|hate)\b"),
        mistaken=(topics.AFTERCARE,),
        most=10,
    ),
    Particular(
        topics.OTHER_CONDITIONS,
        "",
        words(r"\b(?:do|does|offer|treat\w*|help\w*|this|support|place|clinic)\b.*\b(?:ivf|iui|fertility|infertility)\b"),
        words(r"\b(?:pregnan\w*|weeks?|wks?|twins|safe|after|during)\b"),
        mistaken=(topics.COMPANIONS, topics.MEN, topics.HEALTH_CONDITIONS, "out_of_scope"),
    ),
)
