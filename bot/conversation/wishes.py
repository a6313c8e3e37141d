"""Which words wish something of what is kept of a patient: to know it, to have it erased, to take a request back."""

from __future__ import annotations

import re

from bot.conversation import about_the_call
from bot.conversation.form_state import SAVED, WITHDRAWN
from bot.phrasebook import second_thoughts
from bot.phrasebook.form_leaving import stops
from bot.phrasebook.taking_back import CANCELLED, takes_back

KNOWN, SURE, ERASE, ERASE_ALL, WITHDRAW, KEEP = "known", "sure", "erase", "erase_all", "withdraw", "keep"
STANDS, CALL_STAYS = "call_stands", "call_stays"
"""What only may take a request back: that it stays is said."""
STATUS, CHART, READERS, AGAIN = "status", "chart", "readers", "again"
HOW_LONG, WHO_SEES = "how_long", "who_sees"
NEVER_CAME = "call_never_came"
ALSO_CALL = (
    r"(?:,? (?:and|also|plus) (?:also )?(?:withdraw|cancel|drop|delete|erase) (?:my |the )?(?:call ?-?back|call)(?: request)?)"
)
COURTESY = (
    r"(?:(?:please|pls|hi|hey|ok|okay|now|just|actually|(?:can|could|would) (?:you|u)|i (?:want|need) to|i'd like to"
    r"|i want you to|i'd like you to)[\s,]+)*"
)
DROPPED = r"(?:(?:never ?mind|nvm|no|oh|(?:forget|cancel|delete|drop|stop) (?:it|that|this)|stop)[\s,.!]+(?:and |just )*)*"
"""What may stand before it where a request is dropped in the same breath: `Forget it, forget me`."""
END = r"(?: please| pls| now)?[\s.!?]*"
KEPT = r"(?:data|chat|conversation|messages|history|chat history|info|information|details)"
FORGET = re.compile(
    rf"{DROPPED}{COURTESY}(?:forget (?:me|about me|everything|all of it)(?: about me)?|forget (?:this|our) (?:chat|conversation)"
    rf"|(?:delete|erase|wipe|remove|clear) (?:me|(?:all )?(?:of )?(?:my|this|the|our) {KEPT}))(?P<all>{ALSO_CALL})?{END}",
    re.I,
)
HAVE = r"(?:know|have|got|keep|kept|save|saved|store|stored|hold)(?: stored| saved)?"
KNOW = re.compile(
    rf"{COURTESY}(?:tell me )?what (?:information |data |info )?(?:do|did|have) you {HAVE} (?:about|on|of) me[\s.!?]*", re.I
)
GAVE = re.compile(
    r"\W*(?:but |and |well )?i (?:already |just )?(?:gave|left|told|sent|typed) (?:you|u|ya) (?:guys )?my (?:(?:cell|phone) )?"
    r"(?:number|name|info\w*|details)(?: and (?:name|number))?"
    r"(?: (?:already|before|earlier|just now|yesterday|last \w+|(?:a|an|\d+) \w+ ago))*\W*"
    r"|(?:(?:how do i know|are (?:you|u) sure|so|and|is) )+"
    r"(?:it'?s|it is|it|that'?s|everything is|everything)(?: (?:all|really))? (?:gone|deleted|erased)\W*",
    re.I,
)
"""Whoever says so is told what is here."""
NO_CALL = re.compile(rf"{COURTESY}{CANCELLED}{END}", re.I)
WILL_CALL = re.compile(
    r"\W*(?:(?:so|ok|and|wait|but)\W+)*(?:then )?(?:no ?one|nobody)(?:'s| is| will|'ll)?(?: going to| gonna)? (?:be )?"
    r"(?:calls?|rings?|calling|ringing)(?: me)?(?: now| then)?\W*",
    re.I,
)
GONE_THROUGH = re.compile(
    r"\W*(?:(?:so|ok|and|wait|but)\W+)*(?:did (?:you|u) (?:really )?"
    r"(?:cancel|delete|withdraw|drop|send|take back|get) (?:it|that|this|my \w+)"
    r"|did (?:it|that|this) (?:go through|send|work|go out)|(?:is|was) (?:it|that|the call|my request)(?: really)? "
    r"(?:cancell?ed|gone|deleted|sent|off|dropped)|are (?:you|u) sure)"
    r"(?:\W+(?:now|yet|then|already|yes or no|or not))*\W*",
    re.I,
)
"""Asked right behind a request, or behind its being taken back."""
DID_IT_GO = re.compile(
    r"\W*(?:(?:so|ok|and|wait|but)\W+)*did (?:it|that|my (?:request|call ?-?back)) (?:go|send|go through|go out|get sent)"
    r"(?: or not| then| now)*\W*",
    re.I,
)
"""Asked also where nothing was sent, such as behind a request that was dropped."""
NOBODY_CALLED = re.compile(
    r"\W*(?:(?:hi|hello|hey|so|but|well|ok|um)\W+)*(?:(?:i|we)(?:'?ve| have)? (?:left|asked for|requested|sent"
    r"|put in|made|gave)\b\D{0,60}?"
    r"\b(?:call ?-?back|call|number|request|message|name)\b\D{0,40}?\W(?:and|but|,)\W*(?:nobody|no ?one|they|you|she)"
    r"|(?:nobody|no ?one)) (?:ever |has |have |never |still |hasn'?t |haven'?t |didn'?t |not )*"
    r"(?:called|rang|rung|phoned|call|ring|phone|got back|get back)(?: (?:me|us|back|to me|yet|ever|so far|still))*\W*"
    r"|\W*(?:(?:so|but|well|ok|then)\W+)*(?:can|could) (?:you|u)(?: please)? (?:chase|follow up on"
    r"|check on) (?:it|that|them|this|my request)"
    r"(?: up)?(?: then| please| pls| for me)*\W*",
    re.I,
)
"""Of a request of another day, which cannot be looked into from here."""
FAREWELL = re.compile(r"\bbye\b|^(?!.*\b(?:myself|instead|never ?mind|nvm|cancel|forget)\b).*\bi(?:'?ll| will)\b", re.I)
"""Stops a form and takes no request back: `ok bye`, `i'll call you`."""
HAVE_CHART = re.compile(
    r"\W*(?:so |and )?(?:do|can|did) (?:you|u) (?:have|see|got|get|know|look at|open|access|pull up) "
    r"my (?:medical |patient |whole )*(?:charts?|records?|files?|history)\W*",
    re.I,
)
SAID_HERE = (
    r"(?:this|these|(?:this|these|my|our|the) (?:chats?|messages?|msgs?|texts?|conversations?|questions?)"
    r"|(?:what|anything|everything|all|stuff|the (?:things|stuff)) i(?:'?m| am)? (?:\w+ )?(?:write|type|say|said|told|tell"
    r"|ask|put"
    r"|writing|typing|saying|telling|asking)(?: (?:you|u|here|in here|to you|on here))*)"
)
LED = r"\W*(?:(?:so|and|ok|but|wait|then|well)\W+)*"
SOMEBODY = r"(?:(?:some|any) ?(?:one|body)|a (?:real )?(?:person|human)|people|(?:the )?staff|others?|they|the clinic|the doctor)"
WHO_READS = re.compile(
    rf"{LED}who(?:'?s| is| can| else| all| will| gets to)*(?: gonna| going to)?"
    r" (?:reads?|reading|sees?|seeing|looks? at|look(?:ing)? at)"
    rf" {SAID_HERE}\W*|{LED}(?:is|are|can|will|does|do|could) {SOMEBODY}(?: else)?(?: there)?(?: actually| really| gonna"
    rf"| going to)?"
    r" (?:read|reading|see|seeing|watch|watching|looking at|listening to)"
    rf" (?:{SAID_HERE}|along)(?: too|(?: right)? now| live)?\W*",
    re.I,
)
IS_KEPT = re.compile(
    rf"{LED}(?:do|does|are|is|will|did) (?:you|u|ya|they|it|the clinic|this)(?: guys)? (?:be )?"
    rf"(?:keep|keeping|save|saving|store|storing|record|recording|log|logging)(?: all)? {SAID_HERE}(?: down| for \w+)?\W*"
    rf"|{LED}(?:is|are|was|will) {SAID_HERE}(?: all| being| be| get)*"
    r" (?:kept|saved|stored|recorded|logged|private|confidential|anonymous|secret)(?: \w+)?\W*"
    rf"|{LED}how long (?:do|will|does|is|are) (?:you|u|they|it)? ?(?:keep|save|store|have|hold)? ?{SAID_HERE}(?: kept"
    rf"| saved| stored| for)*\W*",
    re.I,
)
"""Asked of what is said in this chat."""
THIS_CHAT = (
    rf"{LED}(?:i mean(?:t)? )?(?:this|the|our) (?:very )?chat\b(?:\W+(?:the one|that|which|where)\b[^?]{{0,30}}"
    rf"|\W*(?:i mean(?:t)?)?)\W*"
    rf"|{LED}(?:is|does|will) (?:it|this|that) (?:all |being |be |get )*(?:recorded|saved|stored|kept|logged)\W*"
)
"""The same, of what was asked before."""
SOLD = r"(?:\W*(?:and|or|,)\W*(?:(?:do|will|would) (?:you|u|they) )?(?:sell|share|keep|store|save)\b[^?]{0,30}\W*)?"
HOW_LONG_IT_IS = re.compile(
    rf"{LED}(?:for )?how (?:long|many days)(?: for| exactly)?(?: (?:do|will|would) (?:you|u|they) (?:keep|save|store|hold"
    rf"|have) \w+"
    r"| (?:is|are|will) (?:it|that|they|this)(?: be)? (?:kept|saved|stored|there))?\W*",
    re.I,
)
WHO_SEES_IT = re.compile(
    rf"{LED}(?:who(?: else| all)?(?: can| will| gets to)? (?:sees?|reads?|looks? at|gets?|has|have|access(?:es)?)(?: access to)?"
    r" (?:it|that|them|this|those)|who(?: exactly)?|by whom?|(?:is|are) (?:it|that|they) (?:private|shared)"
    rf"|(?:is|are) (?:my|this|the|our) {KEPT} (?:private|shared|safe|secure)"
    r"|do (?:you|u|they) (?:share|sell|pass on) (?:it|that|them)"
    r"|(?:can|could|will|does) (?:my|the|an?) \w+(?: \w+)? (?:see|read|get|access|look at) (?:it|that|this|them))\W*",
    re.I,
)
"""Asked right behind what was told of what is kept."""
ERASE_IT = re.compile(
    rf"{LED}(?:(?:can|could|please|pls|how do|how can) (?:you |u |i )?)*(?:delete|erase|wipe|remove) (?:it|that|this|them"
    rf"|all of it)"
    r"(?: please| pls| now| then)*\W*",
    re.I,
)
"""The same, where it is to be gone."""
TALKED_BEFORE = re.compile(
    r"\W*(?:did|have) (?:i|we) (?:talk(?:ed)?|speak|spoken?|chat(?:ted)?|text(?:ed)?|write|written)(?: (?:to|with) (?:you|u))?"
    r" (?:yesterday|before|last \w+|earlier(?: today)?|already)\W*|do (?:you|u) (?:remember|recogni[sz]e) me\W*",
    re.I,
)
ASKED_ON = {HOW_LONG: HOW_LONG_IT_IS, WHO_SEES: WHO_SEES_IT, SURE: ERASE_IT}
TOLD_OF_IT = "memory"
"""The name under which it is remembered that the last reply told of what is kept."""
ALONE = {
    CHART: HAVE_CHART,
    READERS: re.compile(rf"(?:{WHO_READS.pattern}|{IS_KEPT.pattern}|{THIS_CHAT}){SOLD}", re.I),
    AGAIN: TALKED_BEFORE,
    STATUS: WILL_CALL,
    NEVER_CAME: NOBODY_CALLED,
}
"""What is asked outside a form; inside it these words ask about the form."""


def back(text: str, right_behind: bool) -> bool:
    """Whether words take a request that was sent back, beyond doubt."""
    return NO_CALL.fullmatch(text) is not None or takes_back(text) or second_thoughts.plainly_back(text, right_behind)


def wished(text: str, in_form: bool, topic: str, urgent: bool = False, told: bool = False, sent: bool = False) -> str:
    """What a message wishes by its own words; empty for nothing about memory.

    Args:
        text: what the patient said.
        in_form: whether a form waits for an answer.
        topic: what was answered last.
        urgent: whether an emergency is open: then `take me off your list` may mean more, and only the plainest wishes are heard.
        told: whether the last reply told of what is kept: `for how long` asks on about that.
        sent: whether a request for a call was sent in this chat and not taken back since.
    """
    forget = FORGET.fullmatch(text)
    if forget:
        return ERASE_ALL if forget["all"] else ERASE
    if KNOW.fullmatch(text):
        return KNOWN
    if in_form or urgent:
        return WITHDRAW if not in_form and NO_CALL.fullmatch(text) else ""
    asked_on = next((wish for wish, words in ASKED_ON.items() if words.fullmatch(text)), "") if told else ""
    return asked_on or _outside(text, topic) or (_of_what_was_sent(text, topic) if sent else _once_more(text, topic))


def _of_what_was_sent(text: str, topic: str) -> str:
    """What is asked of what was sent, and whether words take it back or only may be meant so: never in a form or an emergency."""
    if about_the_call.asked_of_the_request(text):
        return about_the_call.asked_of_the_request(text)
    if second_thoughts.plainly_back(text, topic == SAVED):
        return WITHDRAW
    return STANDS if second_thoughts.maybe_back(text) else ""


def _once_more(text: str, topic: str) -> str:
    """Right behind a request that was taken back, the same in other words: it begins no new one."""
    return WITHDRAW if topic == WITHDRAWN and second_thoughts.plainly_back(text, right_behind=True) else ""


def _outside(text: str, topic: str) -> str:
    """What is wished where no form is in progress, which such words would stop."""
    changed_mind = topic == SAVED and stops(text) and not FAREWELL.search(text)
    if NO_CALL.fullmatch(text) or takes_back(text) or changed_mind:
        return WITHDRAW
    if topic == SAVED and about_the_call.asked(text):
        return about_the_call.asked(text)
    if DID_IT_GO.fullmatch(text) or (topic in (SAVED, WITHDRAWN) and GONE_THROUGH.fullmatch(text)):
        return STATUS
    if GAVE.fullmatch(text):
        return KNOWN
    return next((wish for wish, words in ALONE.items() if words.fullmatch(text)), "")
