"""What `bot ask` answers in a second, once it is loaded."""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Sequence

from tests.benchmarks.ours import Ours
from tests.benchmarks.program import Failed


def messages_a_second(ours: Ours, questions: Sequence[str]) -> float:
    """From the first answer, before which it loads, to the last.

    Raises:
        Failed: some line got no answer.
    """
    ask = ours.asking()
    with tempfile.TemporaryFile() as lines:
        lines.write("\n".join(questions).encode())
        lines.seek(0)
        with subprocess.Popen(
            ask.command, cwd=ask.folder, env=ask.environment, stdin=lines, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as process:
            times = [time.monotonic() for line in process.stdout or ()]
    if process.returncode or len(times) != len(questions):
        raise Failed(f"`bot ask` answered {len(times)} of {len(questions)} lines and ended with {process.returncode}")
    return (len(times) - 1) / (times[-1] - times[0])
