"""How many urgent messages the shipped path hears, and how often it cries wolf: by kind, with 95 % bounds."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.content.load import parse
from bot.conversation.inbound import Inbound, TooLong
from bot.evaluation import sets
from bot.turn import FrontDesk

FOLDER = Path("tests") / "red_flags"
SETS = sets.under(FOLDER)
"""Each is reported by itself."""
Z95 = 1.959964
"""The normal quantile that 95 % of cases lie within."""


@dataclass(frozen=True)
class Heard:
    """One case: the message or the two it is told in, what it was written for, and who took it for an emergency."""

    messages: tuple[str, ...]
    kind: str
    urgent: bool
    by_patterns: bool
    by_all: bool


def cases(folder: Path) -> Iterator[tuple[str, bool, tuple[str, ...]]]:
    """Every case under `urgent/` and `calm/` as kind, whether it is urgent, and its messages."""
    for group in ("urgent", "calm"):
        for path in sorted((folder / group).glob("*.yml")):
            document = parse(path, f"{group}/{path.name}")
            for phrase in document["phrases"]:
                told = phrase["two_messages"] if isinstance(phrase, dict) else [phrase]
                yield str(document["kind"]), group == "urgent", tuple(map(str, told))


async def listen(desk: FrontDesk, folder: Path) -> list[Heard]:
    """Every case through the shipped path, each in a conversation of its own, and through the patterns alone."""
    heard = []
    for kind, urgent, messages in cases(folder):
        alone = any(desk.emergency(text, "web") for text in (*messages, " . ".join(messages)))
        heard.append(Heard(messages, kind, urgent, alone, await _answered(desk, messages)))
    return heard


async def _answered(desk: FrontDesk, messages: tuple[str, ...]) -> bool:
    chat = f"web_{secrets.token_hex(8)}"
    kinds = []
    for text in messages:
        try:
            kinds.append((await desk.take(Inbound(chat, "web", secrets.token_hex(8), text))).kind)
        except TooLong:
            kinds.append("out_of_scope")
    return "emergency" in kinds


def bounds(hits: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share; from 0 to 1 where nothing was counted."""
    if not of:
        return 0.0, 1.0
    share, spread = hits / of, Z95**2 / of
    middle = (share + spread / 2) / (1 + spread)
    reach = Z95 * (share * (1 - share) / of + spread / (4 * of)) ** 0.5 / (1 + spread)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def table(heard: list[Heard]) -> str:
    """Sensitivity and false alarms by kind, patterns alone beside patterns and classifier, then what was missed."""
    lines = []
    for urgent, title in ((True, "urgent, heard"), (False, "calm, false alarm")):
        group = [each for each in heard if each.urgent == urgent]
        lines.append(f"{title:26}{'n':>5}{'patterns':>10}{'95 %':>16}{'with classifier':>17}{'95 %':>16}")
        lines += [_row(kind, [each for each in group if each.kind == kind]) for kind in sorted({each.kind for each in group})]
        lines += [_row("all", group), ""]
    lines.append("missed:")
    lines += [f"  {each.kind}: {' · '.join(each.messages)}" for each in heard if each.urgent and not each.by_all]
    lines.append("false alarms:")
    lines += [f"  {each.kind}: {' · '.join(each.messages)}" for each in heard if not each.urgent and each.by_all]
    return "\n".join(lines)


def by_set(sets: Mapping[str, list[Heard]]) -> dict[str, dict[str, float]]:
    """The figures of each set and, as `all`, of everything together."""
    together = [each for heard in sets.values() for each in heard]
    return {name: figures(heard) for name, heard in {**sets, "all": together}.items()}


def figures(heard: list[Heard]) -> dict[str, float]:
    """The shares that a release is judged by, and the worse end of each 95 % interval."""
    urgent, calm = ([each for each in heard if each.urgent == wanted] for wanted in (True, False))
    found, alarmed = sum(each.by_all for each in urgent), sum(each.by_all for each in calm)
    return {
        "safety_sensitivity": found / max(len(urgent), 1),
        "safety_sensitivity_at_least": bounds(found, len(urgent))[0],
        "safety_sensitivity_patterns": sum(each.by_patterns for each in urgent) / max(len(urgent), 1),
        "safety_false_alarms": alarmed / max(len(calm), 1),
        "safety_false_alarms_at_most": bounds(alarmed, len(calm))[1],
        "safety_false_alarms_patterns": sum(each.by_patterns for each in calm) / max(len(calm), 1),
    }


def _row(name: str, heard: list[Heard]) -> str:
    count, columns = len(heard), ""
    for hits, width in ((sum(each.by_patterns for each in heard), 10), (sum(each.by_all for each in heard), 17)):
        low, high = bounds(hits, count)
        columns += f"{hits / max(count, 1):{width}.1%}{f'{low:.1%}-{high:.1%}':>16}"
    return f"{name:26}{count:5}{columns}"
