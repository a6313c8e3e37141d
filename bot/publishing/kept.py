"""One publishing as the store keeps it, for whoever tells how it goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.judging.gate_report import Report
from bot.store.publications import Kept


@dataclass(frozen=True)
class Publication:
    """One publishing: `state` is `running`, `live`, `blocked` (see the report) or `failed` (`why`: one of `WHY`)."""

    id: int
    state: str
    percent: int
    step: str
    why: str
    author: str
    started_at: datetime
    report: Report
    release_id: int | None = None
    about: str = ""
    """The title of the topic at fault, where one is."""


def publication_of(kept: Kept) -> Publication:
    """A publishing as it was kept."""
    why, _, about = kept.why.partition(": ")
    values: Mapping[str, object] = {**kept.__dict__, "report": Report.of(kept.report), "why": why, "about": about}
    return Publication(**values)  # type: ignore[arg-type]
