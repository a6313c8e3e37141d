"""What a publishing found out about a new version, question by question, and whether that lets it go live."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Judged:
    """One question before and after: `expected`, `before` and `after` are what people call the topics."""

    text: str
    expected: str
    before: str
    after: str


@dataclass(frozen=True)
class Fading:
    """A topic whose own ways of asking are understood less often than before: shares from 0 to 1."""

    title: str
    before: float
    after: float


@dataclass(frozen=True)
class Report:
    """What a training made of every question that is kept to test it with."""

    better: tuple[Judged, ...] = ()
    worse: tuple[Judged, ...] = ()
    """Right before, wrong now: these block until an owner accepts them."""
    unsure: tuple[Judged, ...] = ()
    """Right before, asked back now: worth knowing, blocks nothing."""
    emergencies: tuple[Judged, ...] = ()
    """Emergency wordings that would become wrong: nobody can accept them."""
    strength: Mapping[str, float] = field(default_factory=dict)
    """For each topic's label the share of its test questions that are understood, 0 to 1."""
    weak: tuple[str, ...] = ()
    """Labels of new topics without test questions whose own phrasings, each left out in turn, are mostly not understood: these
    block until an owner accepts them."""
    fading: tuple[Fading, ...] = ()
    """Topics without test questions whose own phrasings are understood less often than before: these block likewise."""
    asked: int = 0
    right_before: int = 0
    right_after: int = 0
    accepted_by: str = ""

    @property
    def blocks(self) -> bool:
        """Whether the new version may not go live by itself."""
        return bool(self.worse or self.emergencies or self.weak or self.fading)

    def as_dict(self) -> dict[str, Any]:
        """The report as plain values."""
        return asdict(self)

    @classmethod
    def of(cls, found: Mapping[str, Any]) -> Report:
        """The report that `as_dict` gave; one of an earlier program lacks what that did not look for."""
        known = {name: value for name, value in found.items() if name in cls.__dataclass_fields__}
        for name in JUDGED:
            known[name] = tuple(Judged(**each) for each in found.get(name, ()))
        known["fading"] = tuple(Fading(**each) for each in found.get("fading", ()))
        return cls(**{**known, "weak": tuple(found.get("weak", ()))})


JUDGED = ("better", "worse", "unsure", "emergencies")
"""The groups of questions."""
