"""`python -m bot sms preview | check | send-test`: for whoever sets text messages up, and for whoever writes them."""

from __future__ import annotations

import argparse
import secrets
import sys
from collections.abc import Callable

import httpx

from bot import content, safety
from bot.content import Content
from bot.content.sms_text import MOST_SEGMENTS, fold
from bot.settings import Settings, SettingsError
from bot.sms import set_up
from bot.sms.bill import Bill, bill
from bot.sms.provider import InboundText
from bot.sms.providers import chosen_provider
from bot.sms.texts import every_text, in_other_letters

WAIT_SECONDS = 20
TEST_SENDER = "+12025550143"
"""A number set aside for fiction."""


def add_arguments(command: argparse.ArgumentParser) -> None:
    """The three actions and what they take."""
    actions = command.add_subparsers(dest="action", required=True)
    for name, action in ACTIONS.items():
        words = actions.add_parser(name, help=action.__doc__)
        if action is send_test:
            words.add_argument("text")
            words.add_argument("--from", dest="sender", default=TEST_SENDER, metavar="NUMBER", help="who sends it")


def run(chosen: Settings, arguments: argparse.Namespace) -> int:
    """text messages: what they cost, whether they are set up, and one to try"""
    return ACTIONS[arguments.action](chosen, arguments)


def preview(chosen: Settings, arguments: argparse.Namespace) -> int:
    """show each text with its segments, encoding and price, alone and as a first contact"""
    known = content.load(chosen.data)
    first = fold(known.reply("first_contact", "sms"))
    too_long = 0
    for name, text in every_text(known, safety.load(chosen.data / "red_flags")):
        alone, below = bill(text, chosen.sms_segment_price), bill(f"{first}\n{text}", chosen.sms_segment_price)
        print(f"{name}: {_cost(alone)}; as first contact {_cost(below)}\n    " + text.replace("\n", "\n    "))
        too_long += below.segments > MOST_SEGMENTS
    for name, text in in_other_letters(known):  # by themselves: below the first contact each takes one segment more
        alone = bill(text, chosen.sms_segment_price)
        print(f"{name}: {_cost(alone)}\n    {text}")
        too_long += alone.segments > MOST_SEGMENTS
    print(f"One segment costs ${chosen.sms_segment_price} (SMS_SEGMENT_PRICE). Too long as a first contact: {too_long}")
    return 1 if too_long else 0


def check(chosen: Settings, arguments: argparse.Namespace) -> int:
    """verify the settings and a signature's round trip, and say what remains to be done at the provider"""
    known = content.load(chosen.data)
    wrong = set_up.faults(chosen, known)
    for line in wrong:
        print(f"✗ {line}")
    for line in set_up.reminders(chosen):
        print(f"· {line}")
    print("Not ready for patients." if wrong else "The settings are sound and a signed message passes.")
    return 1 if wrong else 0


def send_test(chosen: Settings, arguments: argparse.Namespace) -> int:
    """post a correctly signed message to the running assistant and print its reply"""
    provider = chosen_provider(chosen)
    if provider is None:
        raise SettingsError("TWILIO_AUTH_TOKEN is missing: the running assistant and this command need the same one.")
    message = InboundText("SM" + secrets.token_hex(16), arguments.sender, arguments.text)
    body, headers = provider.compose(message, chosen.twilio_number, chosen.public_url + provider.path)
    try:
        address = f"{chosen.edge_url}{provider.path}"
        response = httpx.post(address, content=body, headers=headers, timeout=WAIT_SECONDS, trust_env=False)
    except httpx.HTTPError as error:
        print(f"No answer at {address} ({type(error).__name__}): is the assistant running? `make run`", file=sys.stderr)
        return 1
    if response.status_code != httpx.codes.OK:
        print(f"{response.status_code}: {response.text}", file=sys.stderr)
        return 1
    print(provider.read(response.text) or "(no reply)")
    return 0


def warnings(chosen: Settings, known: Content) -> list[str]:
    """What whoever starts the assistant should know about its text messages."""
    if not chosen.twilio_auth_token:
        return ["text messages are off: TWILIO_AUTH_TOKEN isn't set (README, Text messages)"]
    return [f"text messages: {fault}" for fault in set_up.faults(chosen, known)]


def _cost(found: Bill) -> str:
    return f"{found.segments} × {found.encoding}, {found.places} places, ${found.dollars:.4f}"


ACTIONS: dict[str, Callable[[Settings, argparse.Namespace], int]] = {"preview": preview, "check": check, "send-test": send_test}
