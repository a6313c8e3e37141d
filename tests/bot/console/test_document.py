"""A new version of the clinic's document is compared first and kept by an owner."""

from __future__ import annotations

from tests.console import Staff

PAGE = "/staff/document"


def test_a_new_version_is_shown_against_the_kept_one(owner: Staff, editor: Staff) -> None:
    """Pasted or uploaded, it is compared and nothing is kept until an owner says so."""
    owner.post(f"{PAGE}/keep", {"document": "Stretching may take 20 minutes. Ask us."})

    pasted = editor.post(PAGE, {"document": "Stretching may take 40 minutes. Ask us. <script>alert(1)</script>"})
    uploaded = editor.post(PAGE, files={"file": ("new.txt", "Ask us.".encode("utf-8-sig"), "text/plain")})

    assert ("<del>20</del><ins>40</ins>" in pasted.text, "<script>alert" in pasted.text) == (True, False)
    assert "1 sentence differs" in uploaded.text
    assert owner.parts.documents.newest().text == "Stretching may take 20 minutes. Ask us."
    assert editor.post(f"{PAGE}/keep", {"document": "x"}).status_code == 403


def test_what_is_no_text_is_refused(editor: Staff) -> None:
    """Nothing at all, or a file that isn't text, is told kindly."""
    binary = editor.post(PAGE, files={"file": ("new.docx", b"PK\x03\x04\xff\xfe\x00", "application/zip")})

    assert (editor.post(PAGE, {"document": ""}).status_code, binary.status_code) == (422, 422)
    assert "not plain text" in binary.text
