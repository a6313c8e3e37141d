"""Every text that can go out, measured as it goes out."""

from __future__ import annotations

from bot import content, safety
from bot.content.check import FILLED_LATER, PLACEHOLDER
from bot.content.load import parse
from bot.content.sms_text import fold, unsupported
from bot.settings import ROOT
from bot.sms.bill import bill
from bot.sms.texts import every_text, in_other_letters


def test_every_topic_fixed_text_and_advice_is_listed(known: content.Content, flags: safety.Safety) -> None:
    """Nothing that can be sent is missing, and nothing is left unfilled."""
    texts = dict(every_text(known, flags))

    assert set(texts) >= {label for label, topic in known.topics.items() if topic.responses} | {
        f"red_flag/{flag.id}" for flag in flags.flags
    }
    assert set(texts) >= {f"reply/{name}" for name in ("text_only", "opted_out", "enough_for_now", "more_follows", "brain_down")}
    assert [name for name, text in texts.items() if not text or set(PLACEHOLDER.findall(text)) - set(FILLED_LATER)] == []


def test_every_text_fits_two_segments_of_a_phones_alphabet(known: content.Content, flags: safety.Safety) -> None:
    """Below the first-contact line each stays within two segments, and none needs the dear alphabet."""
    first = fold(known.reply("first_contact", "sms"))
    bills = {name: bill(f"{first}\n{text}") for name, text in every_text(known, flags)}

    assert {name: found for name, found in bills.items() if found.segments > 2 or found.encoding != "GSM-7"} == {}


def test_what_is_said_in_other_letters_fits_by_itself(known: content.Content) -> None:
    """Letters of their own make it dear, so each is short; with the first contact it takes one text message more."""
    first = fold(known.reply("first_contact", "sms"))
    texts = dict(in_other_letters(known))

    assert len(texts) >= 15  # five scripts, each with its first line, its second and the address
    assert {name for name, text in texts.items() if bill(text).segments > 2 or bill(f"{first}\n{text}").segments > 4} == set()


def test_every_text_of_a_rule_fits_too(known: content.Content) -> None:
    """What is asked in a call-back request or to make sure of a question goes by text message as it stands."""
    first = fold(known.reply("first_contact", "sms"))
    too_much = {}
    for path in (ROOT / "data" / "rules").glob("*.yml"):
        for name, wordings in (parse(path, path.name).get("responses") or {}).items():
            own = [each for each in wordings if each.get("channel") == "sms"]
            for text in (str(each["text"]) for each in own or wordings):
                if bill(f"{first}\n{fold(text)}").segments > 2 or unsupported(text):
                    too_much[name] = text

    assert too_much == {}
