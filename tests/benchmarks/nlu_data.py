"""The public data sets as their authors publish them: phrases to learn from, and messages with the label that is right."""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from bot.understanding.judgement import OUT_OF_SCOPE
from tests.benchmarks.program import Failed

OUT_OF_SCOPE_NAMES = ("NO_NODES_DETECTED", "oos")
"""What HINT3 and CLINC150 call a message that none of their intents answers."""
FULL = "clinc150_full"
FEW_SHOT = {
    "banking77_5": ("BANKING77, 5 phrases an intent", "banking77_train_5.csv", "banking77_test.csv"),
    "banking77_10": ("BANKING77, 10 phrases an intent", "banking77_train_10.csv", "banking77_test.csv"),
    "clinc150_5": ("CLINC150, 5 phrases an intent", "clinc150_train_5.csv", "clinc150_test.csv"),
    "clinc150_10": ("CLINC150, 10 phrases an intent", "clinc150_train_10.csv", "clinc150_test.csv"),
    "hint3_sofmattress": ("HINT3 SOFMattress", "hint3_sofmattress_train.csv", "hint3_sofmattress_test.csv"),
    "hint3_curekart": ("HINT3 Curekart", "hint3_curekart_train.csv", "hint3_curekart_test.csv"),
    "hint3_powerplay11": ("HINT3 Powerplay11", "hint3_powerplay11_train.csv", "hint3_powerplay11_test.csv"),
}
NAMES = (*FEW_SHOT, FULL)
Rows = list[tuple[str, str]]


@dataclass(frozen=True)
class Split:
    """One data set: `train` and `test` hold a text and its label, out of scope under our own name for it."""

    name: str
    words: str
    train: Rows
    test: Rows

    @property
    def digest(self) -> str:
        """Tells whether two splits are the same."""
        return hashlib.sha256(json.dumps([self.train, self.test]).encode()).hexdigest()[:16]


def read(folder: Path, name: str) -> Split:
    """The data set `name`, one of NAMES.

    Raises:
        Failed: a file of it is missing or is not what its authors publish; the message names the file.
    """
    if name == FULL:
        return _full(folder / f"{FULL}.json")
    words, train, test = FEW_SHOT[name]
    return Split(name, words, _table(folder / train), _table(folder / test))


def _full(path: Path) -> Split:
    parts = _parsed(path)
    train, test = (
        [(text, _label(label)) for part in chosen for text, label in parts[part]]
        for chosen in (("train", "oos_train"), ("test", "oos_test"))
    )
    return Split(FULL, "CLINC150 full, with out-of-scope", train, test)


def _parsed(path: Path) -> dict[str, Rows]:
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise Failed(f"{path} can't be read: see `make bench-nlu` in README.md for what belongs there.") from error


def _table(path: Path) -> Rows:
    try:
        with open(path, encoding="utf-8", newline="") as file:
            rows = [(row[0], _label(row[1])) for row in list(csv.reader(file))[1:] if row]
    except (OSError, ValueError, IndexError) as error:
        raise Failed(f"{path} can't be read: see `make bench-nlu` in README.md for what belongs there.") from error
    return rows


def _label(name: str) -> str:
    return OUT_OF_SCOPE if name in OUT_OF_SCOPE_NAMES else name
