"""When somebody at the clinic answers: from the fact `clinic-hours` where the clinic has given one, never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

FACT = "clinic-hours"
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ZONE = "timezone"


@dataclass(frozen=True)
class Answering:
    """Somebody answers now, until a time; or from a time on, so many days ahead."""

    now: bool
    day: int
    """0 for today, 1 for tomorrow, and so on."""
    weekday: int
    """0 for Monday."""
    at: time


def read(hours: Mapping[str, str]) -> dict[int, tuple[time, time]]:
    """Opening and closing of each weekday that has them.

    Args:
        hours: `{timezone: America/New_York, monday: 09:00-17:00, …}`; a day that is missing is closed.

    Raises:
        ValueError: a day or a time can't be read, or the time zone is missing or unknown.
    """
    if ZONE not in hours:
        raise ValueError(f"`{ZONE}:` is missing")
    try:
        ZoneInfo(hours[ZONE])
    except (KeyError, OSError) as error:  # an unknown zone is a KeyError of its own
        raise ValueError(f"{hours[ZONE]!r} is no time zone") from error
    found = {}
    for day, span in hours.items():
        if day == ZONE:
            continue
        if day not in DAYS:
            raise ValueError(f"{day!r} is no day")
        begins, _, ends = span.partition("-")
        found[DAYS.index(day)] = (time.fromisoformat(begins.strip()), time.fromisoformat(ends.strip()))
        if found[DAYS.index(day)][0] >= found[DAYS.index(day)][1]:
            raise ValueError(f"{day} ends before it begins")
    return found


def next_answer(hours: Mapping[str, str], now: datetime) -> Answering | None:
    """When somebody answers from a moment on; None where no day is open."""
    days, here = read(hours), now.astimezone(ZoneInfo(hours[ZONE]))
    for ahead in range(8):
        weekday = (here + timedelta(days=ahead)).weekday()
        if weekday not in days:
            continue
        begins, ends = days[weekday]
        if ahead or here.time() < begins:
            return Answering(False, ahead, weekday, begins)
        if here.time() < ends:
            return Answering(True, 0, weekday, ends)
    return None


def span(begins: time, ends: time) -> str:
    """A day's hours as they are said: 9 am–5 pm."""
    return f"{shown(begins)}–{shown(ends)}"


def shown(moment: time) -> str:
    """A time as it is said: 9 am, 4:30 pm."""
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{(moment.hour - 1) % 12 + 1}{minutes} {'am' if moment.hour < 12 else 'pm'}"
