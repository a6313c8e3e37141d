"""What another thread might do between two lines of a function, done between all of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType, FunctionType
from typing import Any, cast


@contextmanager
def at_each_line(function: Callable[..., Any], do: Callable[[], object]) -> Iterator[None]:
    """Within, call `do` before each line of a function, in this thread; what `do` itself calls is not interrupted."""
    code = cast(FunctionType, function).__code__

    def line(_frame: FrameType, event: str, _argument: Any) -> Any:
        if event == "line":
            do()
        return line

    before = sys.gettrace()
    sys.settrace(lambda frame, _event, _argument: line if frame.f_code is code else None)
    try:
        yield
    finally:
        sys.settrace(before)
