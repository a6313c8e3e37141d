"""A process that we start: what it runs with, and that it ends with us."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal

from bot.settings import Settings

HUGE_PAGES = "glibc.malloc.hugetlb=1"
"""Large pieces of memory in huge pages, where the system has them: a turn is a fortieth faster, the brain a twentieth larger."""


def environment(settings: Settings) -> dict[str, str]:
    """What a Rasa process of ours runs with: our code importable, no telemetry, TensorFlow quiet, memory in `HUGE_PAGES`."""
    paths = [str(settings.root), os.environ.get("PYTHONPATH", "")]
    return {
        "GLIBC_TUNABLES": HUGE_PAGES,
        **os.environ,
        "PYTHONPATH": os.pathsep.join(path for path in paths if path),
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "PYTHONWARNINGS": "ignore",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "SECRET_KEY": settings.secret_key,
    }


def die_with_parent() -> None:
    """In a new process: end when the one that started it is killed (Linux; elsewhere the call is simply missing)."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)
