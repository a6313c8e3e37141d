"""What answers are like, for the brain."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content import Content
from bot.content.properties import NO_PROPERTIES
from bot.engine.topic_properties import properties_with
from bot.settings import ROOT
from tests.small_content import TOPIC, small_copy, write


def test_the_files_are_read_once_with_each_model(known: Content) -> None:
    """As the edge reads them, and anew where another model answers."""
    found = properties_with("one", ROOT / "data")

    assert found == {label: topic.properties for label, topic in known.topics.items() if topic.group == "faq"}
    assert properties_with("one", ROOT / "data") is found
    assert properties_with("two", ROOT / "data") is not found


@pytest.mark.parametrize("text", ["- a list", "a: b: c", "", b"\xff", "properties: [practical]"])
def test_a_file_that_cant_be_read_stops_no_answer(tmp_path: Path, text: str | bytes) -> None:
    """Its topic is like any other, and the rest are as they say."""
    data = small_copy(tmp_path)
    write(data, TOPIC, text)
    found = properties_with(f"broken by {text!r}", data)

    assert found["faq/stretching"] == NO_PROPERTIES
    assert found["faq/frequency"].more
