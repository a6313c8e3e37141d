"""The log of opt-outs, on each database."""

from __future__ import annotations

import pytest

from bot.store import Store
from bot.store.opt_outs import EMERGENCY, IN, OUT, OptOuts

KEY = "k" * 64


@pytest.fixture
def opt_outs(store: Store) -> OptOuts:
    return OptOuts(store.engine)


def test_the_newest_wish_stands(opt_outs: OptOuts) -> None:
    """Unknown numbers are in; out and in follow each other; an emergency changes nothing."""
    standing = [opt_outs.standing(KEY)]
    for number, what in enumerate((OUT, EMERGENCY, IN, OUT)):
        opt_outs.note(KEY, f"SM{number}", what, "word", "STOP")
        standing.append(opt_outs.standing(KEY))

    assert standing == [False, True, True, False, True]
    assert opt_outs.standing("other") is False


def test_the_first_wish_of_a_row_is_told_however_often_it_comes(opt_outs: OptOuts) -> None:
    """Only the message by which a number opted out is that message, also when it is sent again later."""
    first = [opt_outs.note(KEY, "SM1", OUT, "wording", "stop texting") for _ in range(2)]
    second = opt_outs.note(KEY, "SM2", OUT, "word", "STOP")
    back = opt_outs.note(KEY, "SM3", IN, "word", "START")

    assert (first, second, back) == ([True, True], False, False)
    assert opt_outs.note(KEY, "SM1", OUT, "wording", "stop texting") is True
    assert opt_outs.note(KEY, "SM4", OUT, "word", "STOP") is True
    assert len(opt_outs.recent()) == 4


def test_staff_can_explain_it(opt_outs: OptOuts) -> None:
    """Each note says what, how, by which words and when, in the order it happened; the newest of all come first in the list."""
    opt_outs.note(KEY, "SM1", OUT, "wording", "stop texting " * 20)
    opt_outs.note("other", "SM2", OUT, "carrier", "STOP")

    note = opt_outs.recent()[-1]

    assert (note.what, note.how, note.message_id, note.number_key) == (OUT, "wording", "SM1", KEY)
    assert (len(note.said), note.noted_at.utcoffset() is not None) == (80, True)
    assert [each.message_id for each in opt_outs.recent()] == ["SM2", "SM1"]
    assert len(opt_outs.recent(1)) == 1
