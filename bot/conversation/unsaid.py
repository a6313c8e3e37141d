"""What was asked in particular and isn't in the guide is owned up to, before what the guide does say beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial

from bot.content import Content, topics
from bot.content.sms_text import JOINED, length
from bot.conversation.wording import Part, instead, only_answer
from bot.phrasebook.new_words import asks_for_one_more, named_first, names_known, new_word

TWO_SEGMENTS = 2 * JOINED["GSM-7"]
"""Places of a text that an answer and its introduction fit into."""
MOST_WORDS = 30
"""Of a message that asks for one particular; a longer one tells a story in which such words may mean anything."""
MOST_LONG = 14
"""Words within which `how long` or `again` is what is asked."""
_words = partial(re.compile, flags=re.I)


@dataclass(frozen=True)
class Unsaid:
    """A particular that these answers don't hold, and the name of the reply that says so."""

    reply: str
    answers: tuple[str, ...]
    words: re.Pattern[str]
    most_words: int = MOST_WORDS

    def holds(self, part: Part, text: str) -> bool:
        """Whether it is asked for."""
        return part.label in self.answers and len(text.split()) <= self.most_words and self.words.search(text) is not None


STUDIES = (topics.EVIDENCE, topics.EVIDENCE_PREGNANCY)
OF_THE_PAIN = (topics.WHAT_IS_SI_PAIN, topics.CAUSES, topics.PREGNANCY_SI_PAIN, topics.NON_PREGNANCY)
NEEDLE_ANSWERS = (topics.NEEDLES_PAIN, topics.WHAT_TO_EXPECT)
COMPARED = (
    r"(?<!\w)(?:vs\.?|versus|(?:better|cheaper|faster|safer|worse) (?:than|then)|stronger (?:than|then) (?!coffee)"
    r"|works? as well as|which (?:one )?(?:is|works) (?:better|best|stronger))(?!\w)"
)
CONTACT = (
    Unsaid("unsaid_email", (topics.CONTACT,), _words(r"\b(?:e-?mails?|fax)\b")),
    Unsaid(
        "unsaid_channel", (topics.CONTACT,), _words(r"\b(?:whats ?app|messenger|telegram|signal|instagram|insta|facebook|fb)\b")
    ),
    Unsaid(
        *("unsaid_no_answer", (topics.CONTACT,)),
        _words(
            r"\b(?:no ?(?:one|body)|none of them) (?:\w+ ){0,2}?(?:picks?|picked|picking|answer\w*)\b"
            r"(?! (?:\w+ )?questions?\b)"
            r"|(?<!\bi )(?<!\bi do )(?<!\bi can )(?<!\bi will )(?<!\bi would )(?<!\bi just )"
            r"\b(?:don'?t|doesn'?t|didn'?t|won'?t|never|not) (?:pick(?:s|ing)? up|answer(?:s|ing|ed)?)\b"
            r"(?! (?:\w+ )?questions?\b)"
            r"|\b(?:can'?t|cannot|couldn'?t) get (?:through|hold|a ?hold|anyone|anybody)\b"
            r"|\b(?:busy signal|rings? and rings?|keeps? ringing|no answer)\b"
        ),
    ),
    Unsaid("unsaid_that", (topics.CONTACT,), _words(r"\b(?:voice ?mail|answering machine)\b")),
    Unsaid(
        *("unsaid_address", (topics.LOCATION,)),
        _words(
            r"\b(?:is|are) (?:it|that|this|you|u) (?:very |really |that )?(?:far|close)\b|\b(?:far|drive) from\b"
            r"|\b(?:zip|post ?code|suite|floor|unit|entrance|cross street|landmark|google|train|station|bus|septa|subway|trolley"
            r"|miles?|minutes|how (?:far|long)|near(?:by)?|next to|across from|close to|which (?:side|building|door))\b"
        ),
    ),
    Unsaid(
        *("unsaid_that", (topics.PRACTITIONER,)),
        _words(
            r"\bexperience[ds]?\b|\bpregnant (?:women|people|ladies|patients|moms)\b|\b(?:man or (?:a )?woman|male or female"
            r"|testif\w*)\b"
            r"|\b(?:worked|done|seen|treated|helped)\b.*\bbefore\b"
        ),
    ),
)
RESEARCH = (
    Unsaid(
        *("unsaid_sham", STUDIES),
        _words(r"\b(?:sham|placebo|fake|dummy|blind(?:ed)?|in (?:my|your|the|their|her|his) (?:head|mind))\b"),
    ),
    Unsaid(
        *("unsaid_figures", STUDIES),
        _words(
            r"\bhow many (?:trials|studies|papers)\b|\bhow many (?:people|women|patients|ppl|of (?:them|those|you)).*"
            r"\b(?:works?|helps?|better|improve\w*|relief|gets?|got)\b|%|\b(?:percent\w*|success rate|odds|out of (?:10|ten))\b"
            r"|\bwhat(?:'?s| is| are) (?:the|my|our|her) chances?\b|\bhow big (?:is|was) (?:the|that|this) (?:effect"
            r"|difference|change)\b"
            r"|\bhow (?:much|well) (?:better|of an?|relief|does|did|do|will|would|is|was|can)\b"
            r"|\ba lot or (?:just )?a (?:little|bit)\b|\bby how much\b"
        ),
    ),
    Unsaid("unsaid_measure", STUDIES, _words(r"\b(?:vas|visual analog\w*|disability ind\w*)\b")),
    Unsaid("unsaid", STUDIES, _words(r"\b(?:oswestry|odi|roland|good score)\b")),
    Unsaid(
        *("unsaid_comparison", STUDIES),
        _words(
            rf"^(?!.*\b(?:(?:standard|usual|regular|normal|ordinary|prenatal) care|nothing|everyone|effect|control\w*"
            rf"|no (?:acu\w*|treatment|needles)|without)\b).*?{COMPARED}"
        ),
    ),
    Unsaid(
        *("unsaid_comparison", (topics.INTEGRATIVE_CARE, topics.NON_DRUG)),
        _words(rf"^(?!.*\b(?:combin\w*|plus|holistic|alone|only|just|by itself)\b).*?{COMPARED}|^\W*(?:vs|versus)\b"),
    ),
)
TREATMENT = (
    Unsaid(
        *("unsaid", (topics.FREQUENCY,)),
        _words(
            r"\b(?:minimum|maximum|at (?:least|most)|the (?:least|most)|once (?:a|per|every|each) (?:month|year|other|two|three)"
            r"|(?:every|each) (?:other|second|two|2|three|3|month)|(?:twice|2x|two times) (?:a|per) month|too (?:much|many"
            r"|often|few)"
            r"|monthly|what if (?:i|she|you) (?:\w+ )?(?:stop|quit|don'?t|can'?t)|(?:if|when|after) i (?:stop|quit)"
            r"|(?:do|can|should) i stop|forever|for (?:life|good|ever)|rest of my life|is (?:that|it|this) (?:normal|long|usual)"
            r"|how (?:often|long) is (?:that|it|maint\w*)|how often (?:\w+ )?maint\w*)\b"
        ),
    ),
    Unsaid(
        *("unsaid", (topics.INTEGRATIVE_CARE,)),
        _words(
            r"\b(?:first|same (?:day|week|visit|appointment)|how (?:far|long|soon)|(?:days?|hours?) (?:apart|between)|in between"
            r"|too much|what order|who (?:calls?|talks?|tells?|contacts?)|coordinat\w*|(?:talk|speak) (?:to|with) (?:my|her"
            r"|his|our))\b"
        ),
    ),
    Unsaid(
        *("unsaid_needles", (topics.NEEDLES_PAIN, topics.HOW_ACUPUNCTURE_HELPS)),
        _words(
            r"\bhow (?:big|thick|deep\w*|far in|many|large|wide|small)\b|\b(?:what|which) (?:size|gauge|length|points?|spots?"
            r"|side)\b"
            r"|\bwhere (?:\w+ ){0,4}?(?:needles?|needels?|pins?|points?|they go|you put)\b|\bneedles? go(?:es)? (?:in ?)?to\b"
        ),
    ),
    Unsaid(
        *("unsaid_needles", NEEDLE_ANSWERS),
        _words(
            r"^(?!.*\b(?:hurt|sting|pain|worse|sore|smart|yelp)).*?(?:\bwhere (?:\w+ )?(?:do|does|will|are|would) (?!i\b"
            r"|we\b)|\bwhere on (?:my|your|the|me)\b|\b(?:which (?:side|points?|spots?)"
            r"|how (?:big|thick|deep)|both sides|in(?:to)? (?:the|my|your|ur) (?:\w+ )?"
            r"(?:ankles?|belly|stomach|tummy|feet|foot|hands?|ears?|face|head|butt\w*|legs?|bump|spine|back))\b)"
        ),
    ),
    Unsaid(
        *("unsaid", NEEDLE_ANSWERS),
        _words(
            r"\b(?:sneez\w*|flinch\w*|cough\w*|twitch\w*|faint\w*|pass(?:ing)? out|bleed\w*|bruis\w*|(?:be )?sore (?:after\w*"
            r"|later|the next)"
            r"|make (?:me|you|u|her) sore|next day)\b"
            r"|\b(?:first|1st) (?:visit|time|appointment|appt|session|one)\b.*\b(?:differ\w*|longer|same|shorter)\b"
        ),
        MOST_LONG,
    ),
    Unsaid(
        *("unsaid", (topics.HOW_SOON_RELIEF,)),
        _words(r"\bhow long (?:does|will|do|would) (?:it|that|the \w+) (?:last|hold|stay|work)\b|\bwear(?:s|ing)? off\b"),
    ),
    Unsaid(
        *("unsaid_number", (topics.HOW_SOON_RELIEF,)),
        _words(r"\b(?:how many|what number|number of|roughly|ballpark|exact\w*|approx\w*)\b"),
    ),
)
PREGNANCY = (
    Unsaid("unsaid", (topics.PREGNANCY_SAFETY, topics.RIGHT_FOR_ME), _words(r"\b(?:twins?|triplets?|multiples|ivf)\b")),
    Unsaid(
        *("unsaid", (topics.PREGNANCY_SAFETY,)),
        _words(
            r"\b(?:miscar\w*|oxygen|heart ?(?:beat|rate)|(?:come|coming|born|baby) early|early labou?r|pre-?term|labou?r"
            r"|points|ankles?"
            r"|high[ -]risk|placenta\w*|previa|times a week|\dx (?:a|per) week)\b"
        ),
    ),
    Unsaid(
        *("unsaid_after_birth", (topics.NON_PREGNANCY, topics.RIGHT_FOR_ME, topics.PREGNANCY_SI_PAIN)),
        _words(
            r"\b(?:after (?:(?:giving|the|my|a) )*(?:birth|delivery|labou?r|baby)|post ?-?partum|gave birth|c-?section"
            r"|had (?:my|a|the|our) (?:baby|son|daughter|twins)|since (?:the|my|giving) birth|newborn)\b"
        ),
    ),
    Unsaid(
        *("unsaid_lasting", OF_THE_PAIN),
        _words(
            r"^\W*(?:(?:and|but|so|ok)\W+)*when\W*$"
            r"|\b(?:when (?:does|do|will|is|can|should) (?:it|this|that|the pain|my \w+)\b.*\b(?:stop|end|go|away|gone|over"
            r"|better|ease)"
            r"|how long (?:does|will|do|is|can) (?:it|this|that|the pain|si\b).*|(?:get|have|come|comes|coming|be) (?:it |this )?"
            r"(?:again|back)|next (?:baby|pregnancy|kid|child|one)|go(?:es)? away|forever|for ever|ever (?:end|stop|go))\b"
        ),
        MOST_LONG,
    ),
)
UNSAID = (*CONTACT, *RESEARCH, *TREATMENT, *PREGNANCY)
"""The first that holds counts."""
STAGES = _words(
    r"\b(?:trimesters?|early|stages?|\d{1,2} ?(?:weeks?|wks?|w|months?)|weeks? \d{1,2}|how (?:far|soon)|until when)\b"
)
"""Of a pregnancy; the answer for a patient who is pregnant says itself that there is no advice for each."""


OF_MANY = (topics.CAUSES, topics.INTEGRATIVE_CARE)
"""Answers that name several things, of which another one is asked: `could it be my bed`."""


def unsaid(part: Part, text: str, content: Content, channel: str) -> str:
    """The sentence that owns up to what a question asks for in particular; empty where nothing of it is missing."""
    if part.kind not in ("answer", "handoff"):
        return ""
    found = next((each.reply for each in UNSAID if each.holds(part, text)), "")
    if not found and part.label in OF_MANY and asks_for_one_more(text) and _is_new(part, text, content):
        found = "unsaid_named"
    if not found and part.label == topics.PREGNANCY_SAFETY and not part.pregnant and STAGES.search(text):
        found = "unsaid_stage"
    return content.reply(found, channel) if found else ""


def _is_new(part: Part, text: str, content: Content) -> bool:
    """Whether what is asked about stands neither in the answer nor anywhere in the guide."""
    asked = named_first(text)
    return new_word(asked, known(part, content)) != "" and not in_the_guide(asked, content)


def in_the_guide(text: str, content: Content) -> bool:
    """Whether a message names something that a fact of the guide speaks of; then nobody says that the guide doesn't."""
    return names_known(text, (fact.says for fact in content.facts.values() if fact.source == "document"))


def known(part: Part, content: Content) -> str:
    """All that the answer says, and the facts behind it."""
    return " ".join((part.text, *(content.facts[each].says for each in part.facts if each in content.facts)))


def owned_up(parts: list[Part], text: str, content: Content, channel: str) -> list[Part]:
    """The parts; an only answer that doesn't hold what was asked in particular says so first, in a text where both fit.

    Args:
        parts: what is to be said.
        text: what the patient said.
        content: where the words come from.
        channel: `web` or `sms`.
    """
    part = only_answer(parts)
    sentence = unsaid(part, text, content, channel) if part else ""
    if part is None or not sentence:
        return parts
    said = f"{sentence} {part.text}"
    if channel == "sms" and length(f"{content.reply('first_contact', channel)} {said}") > TWO_SEGMENTS:
        return parts
    return instead(parts, part, replace(part, text=said))
