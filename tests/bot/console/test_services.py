"""The console does without what isn't there yet."""

from __future__ import annotations

from tests.bot.console.conftest import MakeApp
from tests.console import signed_in


def test_without_a_trained_version_pages_do_without_estimates(make_app: MakeApp) -> None:
    """Before the first training questions are grouped by their words, editing works, and trying says not yet."""
    app = make_app()
    (app.state.console.settings.root / "models").unlink()
    del app.state.console.suggestions._model  # the one that all tests share
    at = signed_in(app, "Olive", "owner")

    assert at.parts.alike(["Gift cards?", "gift cards", "price"]) == [[0, 1], [2]]
    assert at.post("/staff/faqs/check", {"title": "x", "phrases": "one\ntwo"}).status_code == 200
    assert at.post("/staff/try", {"said": "hello", "channel": "web"}).status_code == 503


def test_a_question_can_be_filed_under_whatever_has_a_title(make_app: MakeApp) -> None:
    """FAQs and subjects that are not covered are offered by label and title, each also by what it is called."""
    found = signed_in(make_app(), "Edith", "editor").parts.choices()

    assert ("faq/stretching", "Stretching") in found["faqs"]
    assert [label for label, _ in found["subjects"]] == ["not_covered/price"]
    assert dict(found["faqs"] + found["subjects"]).items() <= found["titles"].items()
