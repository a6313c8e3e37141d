"""Everything that people at the clinic change about the content: checked, kept as a revision, written to the file, live at once."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.content import draft as drafting
from bot.content.draft import FaqDraft, Review
from bot.content.model import Content, Fact
from bot.library import Library
from bot.store.revisions import Revision


@dataclass(frozen=True)
class Remark:
    """Something about a draft, in plain words. `field` is where: title, web, sms, pregnant_web, pregnant_sms, facts, phrases."""

    field: str
    what: str
    blocks: bool = True
    """Whether it can't be saved so; otherwise it is only worth knowing."""
    phrase: str = ""
    """The way of asking it is about, where it is about one."""


class Refused(Exception):
    """The draft can't be saved as it is; `remarks` say what to change. Nothing was changed."""

    def __init__(self, remarks: list[Remark]) -> None:
        super().__init__(" ".join(remark.what for remark in remarks))
        self.remarks = remarks


class EditedMeanwhile(Exception):
    """Somebody else has saved the same question since it was opened. Nothing was changed."""

    def __init__(self, theirs: FaqDraft, author: str, at: datetime, difference: list[str]) -> None:
        super().__init__(f"{author} has changed this since you opened it.")
        self.theirs, self.author, self.at, self.difference = theirs, author, at, difference


@dataclass(frozen=True)
class NewFact:
    """A fact that the clinic adds: what it says, who says so and since when (an ISO date)."""

    says: str
    who: str
    since: str


class Editor:
    """The console's and the shell's way to the content. Every method is quick but blocks: call it off the event loop.

    Args:
        library: the content as the store holds it, and its files.
    """

    def __init__(self, library: Library) -> None:
        self._library = library

    @property
    def content(self) -> Content:
        """The content as it is live now."""
        return self._library.content()

    def faqs(self, group: str = "faq") -> list[FaqDraft]:
        """Every question of a group (`faq` or `not_covered`), by title."""
        numbers = self._library.numbers()
        return [self._numbered(found, numbers) for found in drafting.drafts(self.content, group)]

    def faq(self, label: str) -> FaqDraft:
        """One question, by its label `faq/session_length`.

        Raises:
            UnknownTopic: there is none.
        """
        return self._numbered(drafting.read(self.content, label), self._library.numbers())

    def remarks(self, draft: FaqDraft) -> list[Remark]:
        """All that can be said about a draft before it is saved, the blocking ones first."""
        raise NotImplementedError

    def save(self, draft: FaqDraft, author: str) -> FaqDraft:
        """Check a draft and keep it; wording, title and on/off are live within two seconds. Returns it as it stands now.

        Raises:
            Refused: something blocks.
            EditedMeanwhile: somebody else was faster.
        """
        raise NotImplementedError

    def add_phrases(self, label: str, phrases: list[str], author: str) -> FaqDraft:
        """Add ways of asking to a topic of any group (`faq/…`, `not_covered/…`, `smalltalk/…`). Raises as `save`."""
        raise NotImplementedError

    def switch(self, label: str, on: bool, author: str) -> FaqDraft:
        """Switch a question on or off, live at once. Off, it is answered as not covered, with the contact."""
        raise NotImplementedError

    def review(self, label: str, signed: Review, author: str) -> FaqDraft:
        """Keep a clinician's sign-off."""
        raise NotImplementedError

    def facts(self) -> list[Fact]:
        """Every fact an answer may rest on, by id."""
        return sorted(self.content.facts.values(), key=lambda fact: fact.id)

    def add_fact(self, fact: NewFact, author: str) -> Fact:
        """Make a clinic fact with an id of the server's making. Raises Refused."""
        raise NotImplementedError

    def contact_details(self) -> dict[str, str]:
        """What the clinic may change once for all answers, by placeholder: `clinic_phone`, `clinic_address`, `booking_page`, …"""
        return self.content.placeholders()

    def save_contact_details(self, values: Mapping[str, str], author: str) -> None:
        """Change contact details, live in every answer within two seconds. Raises Refused."""
        raise NotImplementedError

    def history(self, file: str) -> list[Revision]:
        """Every revision of a file (`draft.file`, or `data/facts/clinic.yml`), newest first."""
        return self._library.history(file)

    def compare(self, file: str, older: int, newer: int) -> list[str]:
        """What changed between two revisions of a file, by number: lines beginning with `+`, `-`, ` ` or `@@`."""
        texts = {revision.number: revision.text or "" for revision in self.history(file)}
        return difference(texts.get(older, ""), texts.get(newer, ""))

    def restore(self, file: str, number: int, author: str) -> None:
        """Make an earlier revision the newest. Raises Refused where the content would no longer be sound."""
        raise NotImplementedError

    def _numbered(self, draft: FaqDraft, numbers: Mapping[str, int]) -> FaqDraft:
        return replace(draft, number=numbers.get(draft.file, 0))


def difference(older: str, newer: str) -> list[str]:
    """Two texts line by line, without the names of files."""
    return list(difflib.unified_diff(older.splitlines(), newer.splitlines(), lineterm="", n=2))[2:]
