"""Who wants no more texts is explained without a number."""

from __future__ import annotations

from tests.console import Staff


def test_opt_outs_are_explained(editor: Staff) -> None:
    """When, how and with which words, and only a mark instead of the phone's number."""
    editor.parts.opt_outs.note("9f31ab" + "0" * 58, "SM1", "out", "word", "STOP <b>")

    page = editor.get("/staff/texts").text

    assert all(each in page for each in ("wants no more texts", "by a word", "STOP &lt;b&gt;", "9f31ab"))
    assert "9f31ab0" not in page
