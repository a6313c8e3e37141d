"""Every revision is kept and can be brought back, unless the content would no longer be sound with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.content.draft import UnknownTopic
from bot.editing.editor import Editor
from bot.editing.keeping import Refused
from tests.content_office import FILE, LABEL


def test_a_revision_is_compared_and_restored(editor: Editor) -> None:
    """What changed is shown line by line, and an earlier text becomes the newest again."""
    title = editor.faq(LABEL).title
    editor.save(replace(editor.faq(LABEL), title="Limbering up"), "ann")
    shown = editor.compare(FILE, 1, 2)
    editor.restore(FILE, 1, "owner")

    assert [line[0] for line in shown if "title" in line] == ["-", "+"]
    assert editor.faq(LABEL).title == title
    assert editor.history(FILE)[0].note == "restored revision 1"
    with pytest.raises(UnknownTopic):
        editor.restore(FILE, 99, "owner")


def test_a_revision_that_would_break_the_content_is_refused(editor: Editor) -> None:
    """Restoring a text whose way of asking now stands elsewhere is refused with where."""
    editor.add_phrases(LABEL, ["may i loosen up at home"], "ann")
    editor.remove_phrases(LABEL, ["may i loosen up at home"], "ann")
    editor.add_phrases("smalltalk/thanks", ["may i loosen up at home"], "ann")

    with pytest.raises(Refused, match="twice"):
        editor.restore(FILE, 2, "owner")
