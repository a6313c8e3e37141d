"""Tables as CSV that no spreadsheet program takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from starlette.responses import Response

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "|", "%")


def as_csv(name: str, heading: Sequence[str], rows: Iterable[Sequence[Any]]) -> Response:
    """A file for the person who asked, with a heading line."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(heading)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response("\ufeff" + written.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def _harmless(cell: Any) -> Any:
    """Text that would be calculated is marked as text; numbers stay numbers."""
    if isinstance(cell, str) and cell.lstrip().startswith(STARTS_A_FORMULA):
        return f"'{cell}"
    return cell
