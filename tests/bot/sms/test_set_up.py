"""What is still wrong with a set-up, and what to look after at the provider."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from bot import content
from bot.settings import ROOT, Settings
from bot.sms import set_up
from tests.phone import ACCOUNT, SET_UP

MakeSettings = Callable[..., Settings]
WRONG = {
    "no token": ({"TWILIO_AUTH_TOKEN": ""}, "TWILIO_AUTH_TOKEN isn't set"),
    "strange token": ({"TWILIO_AUTH_TOKEN": "secret"}, "doesn't look like"),
    "no number": ({"TWILIO_NUMBER": ""}, "TWILIO_NUMBER isn't set"),
    "the clinic's number": ({"TWILIO_NUMBER": "+14842220854"}, "clinic's own number"),
    "the clinic's number, as written": ({"TWILIO_NUMBER": "484.222.0854"}, "clinic's own number"),
    "this machine": ({"PUBLIC_URL": "http://localhost:8000"}, "PUBLIC_URL"),
    "not secure": ({"PUBLIC_URL": "http://chat.example.org"}, "PUBLIC_URL"),
}


def test_a_sound_set_up_has_no_fault(make_settings: MakeSettings, known: content.Content) -> None:
    """With address, token and a number of its own nothing is wrong; the account makes no difference."""
    assert set_up.faults(make_settings(**SET_UP), known) == []
    assert set_up.faults(make_settings(**SET_UP, TWILIO_ACCOUNT_SID=ACCOUNT), known) == []


@pytest.mark.parametrize("name", WRONG)
def test_each_fault_is_named_alone(make_settings: MakeSettings, known: content.Content, name: str) -> None:
    """One line says what is wrong, by the setting's name, and no secret is in it."""
    change, words = WRONG[name]

    faults = set_up.faults(make_settings(**{**SET_UP, **change}), known)

    assert len(faults) == 1
    assert words in faults[0]
    assert not any(value in faults[0] for value in ("secret", SET_UP["TWILIO_AUTH_TOKEN"]))


def test_the_reminders_hold_what_to_enter(make_settings: MakeSettings) -> None:
    """The address for the provider's page, the fallback, the registration, the limits; what is set isn't asked for."""
    lines = "\n".join(set_up.reminders(make_settings(**SET_UP)))
    done = "\n".join(set_up.reminders(make_settings(**SET_UP, TWILIO_ACCOUNT_SID=ACCOUNT, TWILIO_AUTH_TOKEN_PREVIOUS="x")))

    for words in ("https://chat.example.org/sms/twilio", "fallback.xml", "10DLC", "opt-out", "2000 segments", "ACCOUNT_SID"):
        assert words in lines
    assert ("ACCOUNT_SID" in done, "TOKEN_PREVIOUS" in done) == (False, True)


def test_the_fallback_names_the_clinics_number(known: content.Content) -> None:
    """The static answer for the provider's fallback is one message that says whom to call, and stays in step with the facts."""
    root = ElementTree.parse(ROOT / "deploy" / "fallback.xml").getroot()

    assert [(each.tag, each.attrib) for each in root.iter()] == [("Response", {}), ("Message", {})]
    assert known.placeholders()["clinic_phone"] in (root.findtext("Message") or "")
    assert "911" in (root.findtext("Message") or "")


def test_a_fallback_with_an_old_number_is_a_fault(make_settings: MakeSettings, known: content.Content) -> None:
    """Once the clinic has another number, whoever looks after the set-up is told to change the static answer, too."""
    facts = {
        name: replace(fact, value="610.555.0199") for name, fact in known.facts.items() if fact.placeholder == "clinic_phone"
    }

    [fault] = set_up.faults(make_settings(**SET_UP), replace(known, facts={**known.facts, **facts}))

    assert "deploy/fallback.xml names another number" in fault
