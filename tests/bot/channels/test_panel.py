"""bot/channels/panel.py: the chat's panel goes out as one file."""

from __future__ import annotations

import json
import re

import pytest

from bot.app import WIDGET
from bot.channels import panel
from tests.bot.channels.conftest import Chat


def test_every_part_is_in_the_one_file(chat: Chat) -> None:
    """Whatever the panel is made of comes in one answer, so that nothing is left to be fetched."""
    sent = chat.client.get("/widget/panel.js").text
    parts = [path for path in WIDGET.glob("*.js") if path.name != "chat.js"]

    assert sorted(path.name for path in parts) == sorted(panel.PARTS)
    for path in parts:
        for name in re.findall(r"^export (?:const|function|class) (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE):
            assert len(re.findall(rf"^export (?:const|function|class) {name}\b", sent, re.MULTILINE)) == 1
    assert re.findall(r"^import\b", sent, re.MULTILINE) == []


def test_the_style_sheet_survives_the_way(chat: Chat) -> None:
    """Quotes, backslashes and line ends of the style sheet arrive as they are written."""
    sent = chat.client.get("/widget/panel.js").text.split("\n", 1)[0]

    assert json.loads(sent.removeprefix("const STYLE = ").removesuffix(";")) == (WIDGET / panel.STYLE).read_text()


@pytest.mark.parametrize("mark", ["{}", "W/{}", '"another", {}'])
def test_a_browser_that_has_it_fetches_nothing(chat: Chat, mark: str) -> None:
    """The same panel is not sent twice, whichever way a proxy between us has marked it; another one is."""
    tag = chat.client.get("/widget/panel.js").headers["etag"]
    again = chat.client.get("/widget/panel.js", headers={"If-None-Match": mark.format(tag)})
    other = chat.client.get("/widget/panel.js", headers={"If-None-Match": '"another"'})

    assert (again.status_code, again.content, other.status_code) == (304, b"", 200)
