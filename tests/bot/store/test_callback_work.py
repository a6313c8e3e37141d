"""Who has taken a call-back, and the notes on it, live and die with the request."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from bot.store import Store
from bot.store import callbacks as requests
from bot.store.callback_work import CallbackWork, Work
from bot.store.callbacks import CLOSED, Callbacks
from bot.store.transactions import writing


def test_work_goes_with_its_request(store: Store) -> None:
    """Taking and noting change one thing each; what is gone can't be taken, and takes the notes along."""
    work, callbacks = CallbackWork(store.engine), Callbacks(store.engine)
    with writing(store.engine) as connection:
        requests.add(connection, "k", "web_1", "web", "sealed")

    kept = [work.take("k", "Edith"), work.note("k", "sealed notes"), work.take("k", "Olive"), work.take("gone", "Olive")]
    found, one, untouched = work.all(), work.of("k"), work.of("gone")
    callbacks.move("k", CLOSED, "Olive")
    callbacks.drop_done(datetime.now(timezone.utc) + timedelta(days=1))

    assert kept == [True, True, True, False]
    assert (found, one, untouched) == ({"k": Work("Olive", "sealed notes")}, Work("Olive", "sealed notes"), Work())
    assert work.all() == {}
