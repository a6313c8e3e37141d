"""`python -m bot sms …`, as an operator runs it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot import content
from bot.run.processes import free_port
from bot.settings import ROOT, Settings, SettingsError
from bot.verbs import sms
from tests.edges import Edge
from tests.phone import SET_UP
from tests.project import run_bot

MakeSettings = Callable[..., Settings]


@pytest.fixture
def chosen(make_settings: MakeSettings) -> Settings:
    """Settings with text messages set up."""
    return replace(make_settings(**SET_UP), root=ROOT)


def run(chosen: Settings, *words: str) -> int:
    parser = argparse.ArgumentParser()
    sms.add_arguments(parser)
    return sms.run(chosen, parser.parse_args(words))


def test_preview_shows_every_text_with_its_price(chosen: Settings, known: content.Content, capsys: Any) -> None:
    """Each answer stands there as it goes out, with segments, encoding and price, and none is too long."""
    assert run(replace(chosen, sms_segment_price=0.5), "preview") == 0
    shown = capsys.readouterr().out

    assert all(f"{label}: " in shown for label, topic in known.topics.items() if topic.responses)
    assert "faq/session_length: 1 × GSM-7" in shown
    assert ", $0.5000; as first contact 2 × GSM-7" in shown
    assert "484.222.0854" in shown
    assert "{clinic_phone}" not in shown


def test_check_tells_whether_patients_may_write(chosen: Settings, capsys: Any) -> None:
    """0 with a sound set-up, 1 with each fault in a line of its own."""
    results = [run(chosen, "check"), run(replace(chosen, twilio_number="+14842220854"), "check")]
    shown = capsys.readouterr().out

    assert results == [0, 1]
    assert shown.count("✗") == 1
    assert "sms/twilio" in shown


def test_warnings_at_start(chosen: Settings, known: content.Content) -> None:
    """Off is said; the clinic's own number is warned of; a sound set-up is silent."""
    off, same = replace(chosen, twilio_auth_token=""), replace(chosen, twilio_number="+14842220854")

    assert [len(sms.warnings(each, known)) for each in (off, same, chosen)] == [1, 1, 0]
    assert "off" in sms.warnings(off, known)[0]
    assert "clinic's own number" in sms.warnings(same, known)[0]


def test_send_test_talks_to_the_running_assistant(assistant: Any, tmp_path: Any) -> None:
    """A signed message goes to the edge at this machine's address and its reply is printed, on the same settings alone."""
    with Edge.beside(assistant, tmp_path, **SET_UP) as edge:
        told, again, stop, other = (
            run_bot(ROOT, "sms", "send-test", *words, **{**edge.environment, **extra})
            for words, extra in [
                (("how long do the needles stay in",), {}),
                (("where are you",), {}),
                (("STOP", "--from", "+12025550144"), {}),
                (("hello",), {"TWILIO_AUTH_TOKEN": "f" * 32}),
            ]
        )

    assert "20-30 minutes" in told.stdout.decode()
    assert "Automated" in told.stdout.decode()
    assert "Automated" not in again.stdout.decode()
    assert stop.stdout.decode() == "(no reply)\n"
    assert (other.returncode, "403" in other.stderr.decode()) == (1, True)


def test_send_test_says_what_is_missing(make_settings: MakeSettings, chosen: Settings, capsys: Any) -> None:
    """Without a token it names it, without an assistant it says how to start one."""
    with pytest.raises(SettingsError, match="TWILIO_AUTH_TOKEN"):
        run(make_settings(), "send-test", "hi")
    assert run(replace(chosen, port=free_port()), "send-test", "hi") == 1
    assert "make run" in capsys.readouterr().err
