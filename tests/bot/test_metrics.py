"""Figures for an operator's Prometheus."""

from __future__ import annotations

from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from bot.metrics import Metrics
from bot.store import Store, open_store, outbox
from bot.store.releases import Releases
from bot.store.transactions import writing


def over(store: Store) -> Metrics:
    return Metrics(store, Releases(store.engine, "key"))


def read(metrics: Metrics, answers: str | None = "") -> dict[str, float]:
    """Every sample as Prometheus reads it, by name and labels."""
    families = text_string_to_metric_families(metrics.text(answers).decode())
    return {
        " ".join([sample.name.removeprefix("front_desk_"), *sample.labels.values()]): sample.value
        for family in families
        for sample in family.samples
    }


def test_turns_are_counted_by_channel_and_kind(store: Store) -> None:
    """Counts grow one by one, and each turn's time falls into the right place."""
    metrics = over(store)
    for seconds in (0.009, 0.3):
        metrics.turn("web", "answer", seconds)
    metrics.turn("sms", "emergency", 0.001)
    found = read(metrics)

    assert (found["turns_total web answer"], found["turns_total sms emergency"]) == (2, 1)
    assert [found[f"turn_seconds_bucket web {most}"] for most in ("0.005", "0.01", "0.5", "+Inf")] == [0, 1, 2, 2]


def test_failures_begin_at_nought(store: Store) -> None:
    """A part that never failed is shown with 0, so that its first failure is a rise."""
    metrics = over(store)
    before = read(metrics)
    metrics.failure("brain")

    assert [before[f"failures_total {part}"] for part in ("brain", "store", "edge")] == [0, 0, 0]
    assert read(metrics)["failures_total brain"] == 1


def test_outbox_and_release_are_those_of_the_store(store: Store) -> None:
    """How much waits, for how long, and which release answers, come from the database at each look."""
    metrics = over(store)
    before = read(metrics)
    with writing(store.engine) as connection:
        outbox.add(connection, "key-1", "sealed", "callback")
    added = Releases(store.engine, "key").add(b"model", "olive", 1, {}, choose=True)
    after = read(metrics)

    assert [before[name] for name in ("outbox_waiting", "outbox_age_seconds", "release")] == [0, 0, 0]
    assert (after["outbox_waiting"], after["release"]) == (1, added)
    assert 0 < after["outbox_age_seconds"] < 600


def test_a_brain_that_does_not_follow_is_shown_so(store: Store) -> None:
    """Where the brain answers by another model than the current release it is behind; while it is down, another figure tells."""
    metrics, releases = over(store), Releases(store.engine, "key")
    before = read(metrics)
    releases.add(b"model", "olive", 1, {}, choose=True)
    current = releases.current()
    assert current

    told = [before, *(read(metrics, answers) for answers in ("", "another", current.digest, None))]
    assert [each["brain_behind"] for each in told] == [0, 1, 1, 0, 0]


def test_a_part_that_is_down_is_shown_so(tmp_path: Path) -> None:
    """With database and brain away the figures still come, and name both."""
    store = open_store(f"sqlite:///{tmp_path}/var/bot.db")
    metrics = over(store)
    before = read(metrics)
    (tmp_path / "var").rename(tmp_path / "away")
    during = read(metrics, answers=None)
    store.close()

    assert [each[f"part_up {part}"] for each in (before, during) for part in ("brain", "store")] == [1, 1, 0, 0]


def test_the_process_is_watched_too(store: Store) -> None:
    """Memory and open files, by which a leak shows, are among the figures."""
    found = read(over(store))

    assert found["process_resident_memory_bytes"] > 1e6
    assert found["process_open_fds"] > 3


def test_two_edges_in_one_process_count_apart(store: Store) -> None:
    """No registry is shared: what one counts the other doesn't show."""
    one, other = over(store), over(store)
    one.turn("web", "answer", 0.01)

    assert "turns_total web answer" not in read(other)
