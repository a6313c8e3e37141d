"""Ways to damage a saved model of understanding, each a function of its folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from bot.understanding.model import ABOUT_FILE, ARRAYS_FILE


def change(alter: Callable[[dict[str, Any]], object]) -> Callable[[Path], object]:
    """A break of the arrays: `alter` gets them all by name."""

    def breaks(folder: Path) -> None:
        with np.load(folder / ARRAYS_FILE) as file:
            arrays = {each: file[each] for each in file.files}
        alter(arrays)
        np.savez_compressed(folder / ARRAYS_FILE, **arrays)

    return breaks


def write(name: str, content: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_bytes(content)


def flip(position: float) -> Callable[[Path], object]:
    """A break that turns one byte of the arrays over."""

    def breaks(folder: Path) -> None:
        content = bytearray((folder / ARRAYS_FILE).read_bytes())
        content[int(position * len(content))] ^= 0xFF
        (folder / ARRAYS_FILE).write_bytes(content)

    return breaks


DAMAGE = {
    "no arrays": lambda folder: (folder / ARRAYS_FILE).unlink(),
    "empty arrays": write(ARRAYS_FILE, b""),
    "other bytes": write(ARRAYS_FILE, b"nonsense"),
    "cut short": lambda folder: (folder / ARRAYS_FILE).write_bytes((folder / ARRAYS_FILE).read_bytes()[:-500]),
    "a byte turned early": flip(0.1),
    "a byte turned late": flip(0.6),
    "an array missing": change(lambda arrays: arrays.pop("classifier.bias")),
    "an array of the judgement missing": change(lambda arrays: arrays.pop("judgement.thresholds")),
    "an array of the alarm missing": change(lambda arrays: arrays.pop("alarm.look_alikes")),
    "a threshold of the alarm too few": change(
        lambda arrays: arrays.update({"alarm.thresholds": arrays["alarm.thresholds"][:-1]})
    ),
    "a bias too few": change(lambda arrays: arrays.update({"classifier.bias": arrays["classifier.bias"][:-1]})),
    "no description": lambda folder: (folder / ABOUT_FILE).unlink(),
    "description cut short": write(ABOUT_FILE, b'{"format": 1, "enc'),
    "description of another shape": write(ABOUT_FILE, b"[]"),
    "description in other bytes": write(ABOUT_FILE, b"\xff\xfe"),
}


class Marker:
    """An object whose unpickling would leave a file behind."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        return open, (str(self.path), "w")
