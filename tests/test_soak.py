"""Hours of mixed traffic at half load leave the assistant as it was: memory, handles and latency are flat."""

from __future__ import annotations

import json
import os
from datetime import datetime, timezone
from pathlib import Path

import pytest

from bot.settings import ROOT
from tests.conftest import start_assistant, stop_assistant
from tests.phone import TOKEN
from tests.soak import ROLES, Soak, half_load, tenths

MINUTES = 120.0
RESULT = ROOT / "results" / "soak.json"
MORE_MEMORY, MORE_LATENCY, MORE_HANDLES = 1.05, 1.25, 3
"""What the last tenth may have of the second's memory and latency, and beyond its handles: what is open at one moment varies."""
TEXT_MESSAGES = {"TWILIO_AUTH_TOKEN": TOKEN, "TWILIO_NUMBER": "+12025550100", "SMS_DAILY_SEGMENTS": "100000000"}


@pytest.mark.long
def test_hours_at_half_load_change_nothing(tmp_path: Path) -> None:
    """The last tenth of the time is as the second, in every process, and no message failed; SOAK_MINUTES says how long."""
    minutes = float(os.environ.get("SOAK_MINUTES", MINUTES))
    assistant = start_assistant(tmp_path, **TEXT_MESSAGES)
    try:
        soak = Soak(assistant)
        pause = half_load(soak)
        log = soak.run(minutes * 60, pause)
    finally:
        stop_assistant(assistant)
    found = tenths(log)
    keep({"minutes": minutes, "seconds_between_messages": round(pause, 3), "pages": log.pages, "tenths": found})
    second, last = found[1], found[9]

    assert log.errors[:5] == []
    assert [role for role in ROLES if last[f"{role}_mb"] > MORE_MEMORY * second[f"{role}_mb"]] == []
    assert [role for role in ROLES if last[f"{role}_handles"] > second[f"{role}_handles"] + MORE_HANDLES] == []
    assert last["p50_ms"] <= MORE_LATENCY * second["p50_ms"]


def keep(found: dict[str, object]) -> None:
    """Into results/, beside what the other measurements found."""
    RESULT.parent.mkdir(exist_ok=True)
    at = datetime.now(timezone.utc).isoformat(timespec="seconds")
    RESULT.write_text(json.dumps({"at": at, **found}, indent=1), encoding="utf-8")
