"""The stock training time of the speed bench: told for all epochs by the pace of the few that were waited for."""

from __future__ import annotations

import pytest

from tests.benchmarks.foreseen import epoch_seconds, whole

LOG = """Starting to train component 'DIETClassifier'.
\rEpochs:   0%|          | 0/3 [00:00<?, ?it/s]\rEpochs:  33%|███▎      | 1/3 [01:10<02:20, 70.10s/it]
\rEpochs: 100%|██████████| 3/3 [03:20<00:00, 66.9s/it]\rEpochs: 100%|██████████| 3/3 [03:21<00:00, 67.0s/it, t_loss=1.2]
Starting to train component 'ResponseSelector'.
\rEpochs:   0%|          | 0/3 [00:00<?, ?it/s]\rEpochs:  33%|███▎      | 1/3 [20:09<40:02, 1.2s/it]
\rEpochs: 100%|██████████| 3/3 [1:00:09<00:00, 3.00s/it, t_loss=0.4]
"""


def test_the_networks_time_is_read_off_their_progress() -> None:
    """Each network counts once, from its first epoch to its last, hours included; a log of no or of one epoch tells nothing."""
    assert epoch_seconds(LOG) == (201 - 70) / 2 + (3609 - 1209) / 2
    assert epoch_seconds("Your Rasa model is trained") == 0
    assert epoch_seconds("Epochs: 100%|██████████| 1/1 [00:20<00:00, 20.0s/it]") == 0


@pytest.mark.parametrize(
    ("seconds", "an_epoch", "epochs", "expected"), [(100, 10, 3, 1070), (100, 0, 3, 100), (100, 10, 100, 100)]
)
def test_only_the_epochs_grow(seconds: float, an_epoch: float, epochs: int, expected: float) -> None:
    """What a training does once stays as it is; where nothing is known of its epochs nothing is foreseen."""
    assert whole(seconds, an_epoch, epochs, 100) == pytest.approx(expected)
