"""What is said against something that somebody wrote: its kind and what to name, not yet in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Complaint:
    """One complaint. `bot/templates/_remark.html` words every kind."""

    kind: str
    values: tuple[tuple[str, str | int], ...] = ()

    @property
    def named(self) -> dict[str, str | int]:
        """What its sentence names, by name: a title, a count, the words at fault."""
        return dict(self.values)


def complaint(kind: str, **values: str | int) -> Complaint:
    """A complaint of a kind with what its sentence names."""
    return Complaint(kind, tuple(values.items()))


BEYOND_STAFF = complaint("beyond_staff")
"""Of what only a developer can mend."""
