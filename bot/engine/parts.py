"""What one message amounts to: usually one Rasa turn, sometimes a courtesy and several questions, each a turn of its own."""

from __future__ import annotations

from collections.abc import Sequence

from rasa.core.agent import Agent

from bot.content import topics
from bot.engine import about_calls
from bot.engine.form import ANSWER, STOP
from bot.engine.in_context import NO_CONTEXT, Context, in_context
from bot.engine.part import Part, given
from bot.engine.reader import Reader
from bot.phrasebook import (
    agreement,
    call_wishes,
    clauses,
    follow_ups,
    form_answers,
    form_asides,
    form_leaving,
    form_reasons,
    questions,
    telling,
)
from bot.phrasebook.context import tells_of_pain
from bot.phrasebook.leaning import ABOUT_ME
from bot.understanding.judgement import EMERGENCY, OUT_OF_SCOPE

MOST_PARTS = 5
SURE_OF_ONE = 0.85
"""A list such as `physical therapy and acupuncture` is one question when the whole is understood as well as this."""
ABOUT_US = (topics.BOT, topics.CAPABILITIES)
THANKS = topics.THANKS
AGREEING = (topics.AFFIRM, topics.UNSURE)
"""What before a thanks asks for nothing: `ok good to know ty`."""
LEAST_TOLD = 0.3
"""Confidence from which `i stand behind a till all day` is taken for what she tells of herself, though it isn't sure."""
SURE_OF_STRANGE = 0.8
"""`my fantasy lineup, Hurts or Allen` tells of no pain."""
WISHES = (topics.BOOKING, topics.CONTACT, topics.PERSON, topics.CALLBACK)
"""What may be wanted without asking: `need to cancel tmrw, is there a fee`."""
SURE_OF_WISH = 0.85
SAID_ALREADY = {topics.PERSON: topics.CONTACT}
"""What need not be answered beside what: how to reach the clinic is how to reach a person."""
CONDITIONS = (topics.HEALTH_CONDITIONS, topics.MEDICINES)
SURE_OF_CONDITION = 0.95
"""`got a pacemaker`, `on warfarin` is not passed over beside a question about something else."""
LIKELY = 0.45
"""Beside another question a clause that asks is answered from here: to pass over it in silence would be worse."""
PLAIN = 0.85
BURIED = 40
"""Words from which a sentence of danger may drown in the whole, so that each is listened to by itself as well. In a shorter
message the whole is the better witness: torn from it, `and I feel terrible` sounds worse than it was."""
FEWEST_STRANGE_WORDS = 3
"""A word or two beside a question, understood as nothing of ours, is part of how it is asked: `20 min? an hour? how long`."""
ANSWER_CHOICE = f"{ANSWER}:"
"""How the label of a choice begins that answers a form; what follows is the answer in words."""


def plan(agent: Agent, text: str, choice: str = "", context: Context = NO_CONTEXT, asked: str = "") -> list[Part]:
    """The parts of a message in the order to answer them.

    Args:
        agent: a loaded agent.
        text: the whole message.
        choice: the label of a choice the patient took; nothing is understood then.
        context: what went before, which a follow-up refers to.
        asked: the slot that a form in progress waits for.
    """
    if choice.startswith(ANSWER_CHOICE):
        text, choice = choice.removeprefix(ANSWER_CHOICE), ANSWER if asked else ""
    if choice:
        return [given(text, choice)]
    reader, text = Reader(agent), about_calls.beside_no_call(text, asked)
    if asked:
        return _in_form(reader, text, context, asked)
    about_a_call = about_calls.plainly(text, context.topic)
    if about_a_call:
        return [_danger_beside_a_number(reader, text) or given(text, about_a_call)]
    found = clauses.split(follow_ups.picked(text, clauses.split(context.said).asking) or text)
    first, *others = (_told(part) for part in _once(_questions(reader, found, context)))
    parts = [first.doubted() if _sounds_urgent_somewhere(reader, found) else first, *others]
    parts = about_calls.by_the_patient(about_calls.behind_a_request(parts, context.topic))
    parts = about_calls.with_all_told(text, parts)
    contact = about_calls.contact(text, parts)
    if contact:
        return [contact]
    if len(parts) == 1 and parts[0].label.split("/")[0] in (EMERGENCY, "smalltalk"):
        return [given(text, THANKS)] if found.thanks and parts[0].label in AGREEING else parts
    hello = [given(text, topics.GREET, beside=True)] if found.greeting else []
    if found.thanks_first:
        hello.append(given(text, THANKS, beside=True))
    thanks = [given(text, THANKS, beside=True)] if found.thanks and not found.thanks_first else []
    return [*hello, *parts, *thanks]


def _danger_beside_a_number(reader: Reader, text: str) -> Part | None:
    """The danger that is told with a wish to be called, heard in the whole or in what it says beside the wish."""
    rest = call_wishes.beside(text)
    if not rest:
        return None
    whole, *pieces = reader.understood(text, rest)
    return _danger(whole, pieces)


def _once(parts: list[Part]) -> list[Part]:
    """The parts without any whose answer another part's answer says already."""
    labels = {part.label for part in parts}
    return [part for part in parts if SAID_ALREADY.get(part.label) not in labels]


def _told(part: Part) -> Part:
    """What a patient seems to tell of herself, where nothing is asked: to be refused for doubt would be worse than thanks."""
    if questions.asks(part.text):
        return part
    if part.label == ABOUT_ME and part.confidence >= LEAST_TOLD:
        return part.believed()
    strange = part.label == OUT_OF_SCOPE and part.confidence >= SURE_OF_STRANGE
    return part.taken_for(ABOUT_ME) if part.refused and not strange and tells_of_pain(part.text) else part


def _in_form(reader: Reader, text: str, context: Context, asked: str) -> list[Part]:
    """Inside a form: the wish to leave it, questions of the patient's own, and everything else as the answer."""
    found = clauses.split(text)
    clauses_asking = found.asking if found.asking and not found.listed else ()
    whole, *asking = reader.understood(text, *clauses_asking)
    if whole.label == EMERGENCY and whole.sure and not form_answers.is_name(text, asked):
        return [whole]
    if asked == form_leaving.SUMMARY and agreement.agrees(text):
        return [given(text, ANSWER)]
    if form_leaving.stops(text, asked):
        return [given(text, STOP), *([given(text, topics.BOOKING)] if form_leaving.books_alone(text) else [])]
    if asked in form_asides.OPEN_SLOTS and form_reasons.is_led_to(text):
        return [given(text, ANSWER, doubt=whole.doubt)]
    # Not with the patient's last message, which answered the form: "call me back. jen" would be a wish again.
    heard = in_context(reader, asking or [whole], Context(context.topic))
    own = [each for each in heard if each.sure and form_answers.interrupts(each.text, asked, each.label, each.confidence)]
    rest = form_answers.without(text, [each.text for each in own])
    if own and asked == form_leaving.SUMMARY and agreement.before_a_question(text):
        return [given(agreement.before_a_question(text), ANSWER), *own[:MOST_PARTS]]
    if own and form_leaving.stops_beside(text, asked):
        return [given(text, STOP), *own[:MOST_PARTS]]
    if rest and asked in form_asides.OPEN_SLOTS:
        rest = text  # a reason goes to the clinic whole, also what of it was answered here
    doubt = whole.doubt and (asked in form_asides.OPEN_SLOTS or form_reasons.of_the_body(text) != "")
    return [*own[:MOST_PARTS], *([given(rest, ANSWER, doubt=doubt)] if rest else [])]


def _questions(reader: Reader, found: clauses.Clauses, context: Context) -> list[Part]:
    """One part for each thing asked; what is only told counts where it is a wish, such as to be called."""
    pieces = _pieces(found)
    texts = tuple(dict.fromkeys((found.body, *pieces, *found.wanted)))  # a short list is both: each is understood once
    heard = dict(zip(texts, reader.understood(*texts)))
    whole, told = heard[found.body], [heard[text] for text in dict.fromkeys(pieces)]
    # Not with the patient's last message: a `phew` before a question would ask that once more.
    wanted = in_context(reader, [heard[text] for text in found.wanted], Context(context.topic))
    danger = _danger(whole, told if _long(found) else ())
    if _all_plain(wanted) and not danger:
        return wanted[:MOST_PARTS]
    if danger and told:
        return [danger]
    if not told or (found.listed and whole.confidence >= SURE_OF_ONE):
        return in_context(reader, [whole], context)
    told = in_context(reader, told, context)
    counted = [part for part in told if _counts(part, found) or _must_be_owned_up_to(part, whole, told)]
    counted = [part for part in counted if not _of_a_strange_story(part, whole, counted)]
    first = {part.label: part for part in reversed(counted)}
    parts = [part for part in counted if first[part.label] is part]
    if len(parts) == 1 and _meant_something_else(whole, parts[0]):
        parts = _with_the_rest(parts[0], whole, told, found.asking)
    if any(part.ours for part in parts) and len(parts) > 1:
        return [part.believed() for part in parts[:MOST_PARTS]]
    return in_context(reader, [whole], context) if whole.sure or not parts or not parts[0].ours else [parts[0]]


def _pieces(found: clauses.Clauses) -> tuple[str, ...]:
    """What is understood by itself as well."""
    several = len(found.pieces) > 1 or len(found.asking) > 1
    return (found.asking if found.listed else found.pieces) if several else ()


def _long(found: clauses.Clauses) -> bool:
    return len(found.body.split()) > BURIED


def _sounds_urgent_somewhere(reader: Reader, found: clauses.Clauses) -> bool:
    """Whether a piece of a long message is urgent, but not so plainly that it was believed."""
    return _long(found) and any(part.label == EMERGENCY and part.sure for part in reader.understood(*_pieces(found)))


def _danger(whole: Part, pieces: Sequence[Part]) -> Part | None:
    torn = [part for part in pieces if part.plain]
    return next((part for part in (whole, *torn) if part.label == EMERGENCY and part.sure), None)


def _all_plain(wanted: list[Part]) -> bool:
    """Whether every piece by itself plainly asks for something of ours, and each for something else."""
    return all(map(_plain, wanted)) and len({part.label for part in wanted}) == len(wanted) > 1


def _plain(part: Part) -> bool:
    """Whether it asks for something of ours beyond any doubt."""
    return part.sure and part.ours and part.confidence >= PLAIN


def _meant_something_else(whole: Part, part: Part) -> bool:
    """Whether the whole message plainly asks for one thing, and a piece of it as plainly for another."""
    return _plain(part) and whole.sure and whole.ours and whole.label != part.label


def _with_the_rest(part: Part, whole: Part, told: list[Part], asking: tuple[str, ...]) -> list[Part]:
    """The piece, and what the whole was taken for in the place of another piece that asks."""
    rest = [each for each in told if each is not part and each.text in asking]
    if not rest:
        return [part]
    return [whole, part] if told.index(rest[0]) < told.index(part) else [part, whole]


def _must_be_owned_up_to(part: Part, whole: Part, beside: list[Part]) -> bool:
    """Whether a condition or a medicine is told in a message that asks about something else."""
    if part.label not in CONDITIONS or part.confidence < SURE_OF_CONDITION:
        return False
    others = [each for each in beside if each is not part]
    about_it = any(each.label in CONDITIONS for each in others)
    plainly_else = any(_plain(each) and each.label.startswith("not_covered/") for each in others)
    return not about_it and (plainly_else or whole.label not in CONDITIONS)


def _of_a_strange_story(part: Part, whole: Part, beside: list[Part]) -> bool:
    """Whether it goes with what is none of ours: `I ordered boots from you, who pays the postage? when will they come`."""
    strange = whole.label == OUT_OF_SCOPE and whole.sure and any(each.label == OUT_OF_SCOPE for each in beside)
    return strange and part.label != OUT_OF_SCOPE and not _plain(part)


def _counts(part: Part, found: clauses.Clauses) -> bool:
    """Whether a clause is a part of its own beside others."""
    if part.text not in found.asking:
        return part.label in WISHES and part.confidence >= SURE_OF_WISH
    if telling.weighs(found.body, part.text) and part.confidence < PLAIN:
        return False
    if part.label == OUT_OF_SCOPE:
        return part.sure and questions.asks(part.text) and len(part.text.split()) >= FEWEST_STRANGE_WORDS
    return (part.ours or part.label in ABOUT_US) and part.confidence >= LIKELY
