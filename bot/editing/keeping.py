"""Changes of the content as the store and the files take them: judged whole, never over somebody else's, live at once."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence

from bot.content import ContentError
from bot.content.complaint import BEYOND_STAFF
from bot.content.draft import UnknownTopic
from bot.content.model import Content
from bot.content.remarks import Remark, elsewhere, new_problems
from bot.editing.library import Library
from bot.store import Overtaken
from bot.store.revisions import Change, Revision


class Refused(Exception):
    """It can't be saved as it is; `remarks` say what to change. Nothing was changed."""

    def __init__(self, remarks: Sequence[Remark]) -> None:
        super().__init__(", ".join(remark.complaint.kind for remark in remarks))
        self.remarks = list(remarks)


class EditedMeanwhile(Exception):
    """Somebody else has saved the same file since it was opened. Nothing was changed."""

    def __init__(self, newest: Revision, difference: list[str]) -> None:
        super().__init__(f"{newest.author} has changed this since you opened it.")
        self.author, self.at, self.number, self.difference = newest.author, newest.created_at, newest.number, difference


class Keeper:
    """Keeps changes of files. Every method blocks: call it off the event loop."""

    def __init__(self, library: Library, saved: Callable[[], None]) -> None:
        """Args: the content by the store, and what to call after each change, such as taking it up in this very process."""
        self._library, self._saved = library, saved

    @property
    def content(self) -> Content:
        """The content as it is live now."""
        return self._library.content()

    def history(self, file: str) -> list[Revision]:
        """Every revision of a file (`draft.file`, or `data/facts/clinic.yml`), newest first."""
        return self._library.history(file)

    def compare(self, file: str, older: int, newer: int) -> list[str]:
        """What changed between two revisions of a file, by number: lines beginning with `+`, `-`, ` ` or `@@`."""
        texts = {revision.number: revision.text or "" for revision in self.history(file)}
        return difference(texts.get(older, ""), texts.get(newer, ""))

    def restore(self, file: str, number: int, author: str) -> None:
        """Make an earlier revision the newest; number 0 is the file's absence before the first.

        Raises:
            UnknownTopic: there is no such revision.
            Refused: the content would no longer be sound with it.
        """
        found = {revision.number: revision for revision in self.history(file)}
        if not found or (number and number not in found):
            raise UnknownTopic(f"{file}, revision {number}")
        text = found[number].text if number else None
        self._checked([Change(file, text, max(found))], author, f"restored revision {number}")

    def _check_number(self, file: str, number: int, wanted: str) -> None:
        newest = self._library.history(file)[:1]
        if newest and newest[0].number != number:
            raise EditedMeanwhile(newest[0], difference(newest[0].text or "", wanted))

    def _checked(self, changes: Sequence[Change], author: str, note: str = "") -> None:
        """Keep changes of files that aren't one draft's, unless the content would no longer be sound."""
        try:
            after = self._library.after(changes)
        except ContentError as error:
            raise Refused([Remark("", BEYOND_STAFF, what=str(error))]) from error
        problems = new_problems(self.content, after)
        if problems:
            raise Refused([elsewhere(problem, after) for problem in problems])
        self._keep(changes, author, note)

    def _keep(self, changes: Sequence[Change], author: str, note: str) -> None:
        try:
            self._library.save(changes, author, note)
        except Overtaken:
            for change in changes:
                self._check_number(change.file, change.number, change.text or "")
            raise
        self._saved()


def difference(older: str, newer: str) -> list[str]:
    """Two texts line by line, without the names of files."""
    return list(difflib.unified_diff(older.splitlines(), newer.splitlines(), lineterm="", n=2))[2:]
