"""Questions as a table that a spreadsheet opens (CSV) or as YAML, and back: every row is read or named."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from bot.content.draft import TEXTS, FaqDraft
from bot.editing import formulas

COLUMNS = ("topic", *TEXTS, "facts", "phrases", "on")
YES, NO = ("yes", "true", "1", "on", ""), ("no", "false", "0", "off")
Row = dict[str, Any]


class BrokenTable(Exception):
    """The table can't be read; the message names the row and what to do. Nothing of it was used."""


def as_csv(drafts: Sequence[FaqDraft]) -> str:
    """The questions, one a row; facts apart by spaces, ways of asking by line breaks inside the cell."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for draft in drafts:
        row = _row(draft)
        cells = [row["topic"], *(row[name] for name in TEXTS), " ".join(draft.facts), "\n".join(draft.phrases), row["on"]]
        writer.writerow([formulas.marked(str(cell)) for cell in cells])
    return stream.getvalue()


def as_yaml(drafts: Sequence[FaqDraft]) -> str:
    """The questions under `faqs:`."""
    stream = io.StringIO()
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style, yaml.allow_unicode, yaml.width, yaml.sort_base_mapping_type_on_output = False, True, 4096, False
    yaml.dump({"faqs": [_row(draft) for draft in drafts]}, stream)
    return stream.getvalue()


def rows_of(text: str, kind: str) -> list[tuple[str, Row]]:
    """The rows of a table, each with what to call it: `row 3`.

    Args:
        text: the whole file.
        kind: `csv` or `yaml`.

    Raises:
        BrokenTable: it can't be read.
    """
    rows = list(_csv_rows(text) if kind == "csv" else _yaml_rows(text))
    for place, row in rows:
        unknown = sorted(set(row) - set(COLUMNS))
        if unknown:
            raise BrokenTable(f"{place}: there is no column {unknown[0]!r}; there are {', '.join(COLUMNS)}.")
        if str(row.get("on", "")).strip().casefold() not in (*YES, *NO):
            raise BrokenTable(f"{place}: `on` must be yes or no.")
    return rows


def drafted(row: Row, before: FaqDraft) -> FaqDraft:
    """The question with what the row says; a column that isn't there changes nothing."""
    given: Row = {name: str(row[name] or "") for name in TEXTS if name in row}
    if "facts" in row:
        given["facts"] = tuple(_listed(row["facts"], None))
    if "phrases" in row:
        given["phrases"] = tuple(_listed(row["phrases"], "\n"))
    if str(row.get("on", "")).strip():
        given["on"] = str(row["on"]).strip().casefold() in YES
    return replace(before, **given)


def _row(draft: FaqDraft) -> Row:
    lists = {"facts": list(draft.facts), "phrases": list(draft.phrases), "on": "yes" if draft.on else "no"}
    return {"topic": draft.topic, **{name: getattr(draft, name) for name in TEXTS}, **lists}


def _listed(value: Any, mark: str | None) -> list[str]:
    found = value if isinstance(value, list) else str(value or "").split(mark)
    return [str(each).strip() for each in found if str(each).strip()]


def _csv_rows(text: str) -> Iterator[tuple[str, Row]]:
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    names: list[str] = []
    try:
        for number, cells in enumerate(reader, 1):
            if not names:
                names = [cell.strip() for cell in cells]
            elif any(cells):
                if len(cells) != len(names):
                    raise BrokenTable(f"row {number}: {len(cells)} cells, but the first row names {len(names)}: mend the quotes.")
                yield f"row {number}", dict(zip(names, map(formulas.unmarked, cells)))
    except csv.Error as error:
        raise BrokenTable(f"row {reader.line_num and number + 1}: this isn't a table ({error}): mend the quotes.") from error
    if not names:
        raise BrokenTable("row 1: the table is empty; its first row names the columns.")


def _yaml_rows(text: str) -> Iterator[tuple[str, Row]]:
    try:
        found = YAML(typ="safe", pure=True).load(text)
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise BrokenTable(f"line {mark.line + 1 if mark else 1}: this isn't valid YAML.") from error
    rows = found.get("faqs") if isinstance(found, Mapping) else None
    if not isinstance(rows, list):
        raise BrokenTable("line 1: the questions must stand in a list under `faqs:`.")
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise BrokenTable(f"row {number}: each question must hold `column: value` lines.")
        if isinstance(row.get("on"), bool):
            row = {**row, "on": "yes" if row["on"] else "no"}
        yield f"row {number}", dict(row)
