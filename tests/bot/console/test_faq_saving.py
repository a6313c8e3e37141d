"""Two editors at one question: each sees what the other made of it, and nothing is written over."""

from __future__ import annotations

import re
from typing import Any

from starlette.applications import Starlette

from bot.console.proposed import from_json
from tests.console import Staff, signed_in

SAVE = "/staff/faqs/save"


def as_typed(at: Staff, **changes: Any) -> dict[str, Any]:
    """The form of the FAQ as it stands, with some fields changed."""
    draft = at.parts.editor.faq("faq/stretching")
    form = {name: getattr(draft, name) for name in ("topic", "group", "number", "title", "web", "sms", "facts")}
    return {**form, "phrases": "\n".join(draft.phrases), **changes}


def proposed(at: Staff) -> list[tuple[str, str]]:
    return [(each.author, from_json(each.draft).title) for each in at.parts.proposals.open()]


def test_a_second_proposal_is_shown_the_first(app: Starlette, editor: Staff) -> None:
    """Two editors open the same FAQ; the second to propose sees how it differs, and may then propose beside the first."""
    second = signed_in(app, "Ed", "editor")
    theirs = as_typed(second, title="Bending")
    editor.post(SAVE, as_typed(editor, title="Limbering up"))

    conflict = second.post(SAVE, theirs)
    kept = proposed(editor)
    seen = re.search(r'name="seen" value="(\d+)"', conflict.text)
    assert seen
    again = second.post(SAVE, {**theirs, "seen": seen[1]})

    assert (conflict.status_code, "Edith has proposed another change" in conflict.text) == (409, True)
    assert ("<del>Limbering" in conflict.text, 'value="Bending"' in conflict.text) == (True, True)
    assert kept == [("Edith", "Limbering up")]
    assert (again.status_code, proposed(editor)) == (303, [("Edith", "Limbering up"), ("Ed", "Bending")])


def test_a_proposal_on_old_ground_is_shown_what_changed(owner: Staff, editor: Staff) -> None:
    """An editor who began before an owner saved is shown the owner's words instead of proposing on the old ones."""
    theirs = as_typed(editor, title="Bending")
    owner.post(SAVE, as_typed(owner, title="Stretching well"))

    conflict = editor.post(SAVE, theirs)
    again = editor.post(SAVE, {**theirs, "number": owner.parts.editor.faq("faq/stretching").number})

    assert (conflict.status_code, "Olive changed this while you were writing" in conflict.text) == (409, True)
    assert again.headers["location"].endswith("done=proposed")
    assert proposed(editor) == [("Edith", "Bending")]


def test_the_same_editor_is_not_in_their_own_way(editor: Staff) -> None:
    """Whoever proposes once more is asked nothing."""
    codes = [editor.post(SAVE, as_typed(editor, title=title)).status_code for title in ("Bending", "Limbering up")]

    assert codes == [303, 303]
