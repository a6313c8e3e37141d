"""The console does without what isn't there yet."""

from __future__ import annotations

from tests.bot.console.conftest import MakeApp
from tests.console import signed_in


def test_without_a_trained_version_pages_do_without_estimates(make_app: MakeApp) -> None:
    """Before the first training questions are grouped by their words, editing works, and trying says not yet."""
    app = make_app()
    (app.state.console.settings.root / "models").unlink()
    at = signed_in(app, "Olive", "owner")

    assert at.parts.alike(["Gift cards?", "gift cards", "price"]) == [[0, 1], [2]]
    assert at.post("/staff/faqs/check", {"title": "x", "phrases": "one\ntwo"}).status_code == 200
    assert at.post("/staff/try", {"said": "hello", "channel": "web"}).status_code == 503
