"""How much one run of the benchmark measures, chosen by QUICK and STOCK_EPOCHS."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

INIT_EPOCHS = 100
"""What `rasa init` trains its networks for: a night on two cores, on as many phrases as ours."""
DEFAULT_EPOCHS = 3
"""What a run of this benchmark waits for: a stock model's speed, size and memory are the same, its training time a floor."""


@dataclass(frozen=True)
class Plan:
    """Rounds and sizes; both sides get the same."""

    quick: bool
    epochs: int  # of the stock assistant's networks
    trainings: int  # of ours; the stock one is trained once, it takes too long
    starts: int
    fresh: int  # conversations of one message
    long_conversations: int
    throughput_rounds: int
    throughput_seconds: float
    pairs: int  # of a turn 10 beside a turn about 1,000
    turns: int  # between which the brain's memory is weighed
    publishes: int  # in between as well
    asked: int  # lines of `bot ask`

    @classmethod
    def chosen(cls, environment: Mapping[str, str]) -> Plan:
        """The plan of the environment's QUICK and STOCK_EPOCHS.

        Raises:
            SystemExit: STOCK_EPOCHS is no number from 1 to 1000.
        """
        epochs = environment.get("STOCK_EPOCHS") or str(DEFAULT_EPOCHS)
        if not epochs.isdecimal() or not 1 <= int(epochs) <= 1000:
            raise SystemExit(f"STOCK_EPOCHS must be a whole number from 1 to 1000, not {epochs!r}.")
        if environment.get("QUICK", "") not in ("", "0"):
            return cls(True, int(epochs), 1, 1, 100, 1, 1, 10.0, 10, 500, 5, 100)
        return cls(False, int(epochs), 3, 5, 300, 5, 5, 15.0, 60, 10_000, 50, 500)
