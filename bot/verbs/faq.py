"""`python -m bot faq list|show|add|export|import`: the console's questions from a shell."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable
from pathlib import Path

from bot import safety, sentences
from bot.content.check import normalised
from bot.content.draft import FaqDraft, UnknownTopic
from bot.editing import faq_tables
from bot.editing.editor import Editor
from bot.editing.faq_tables import BrokenTable, Row
from bot.editing.keeping import EditedMeanwhile, Refused
from bot.editing.library import Library
from bot.settings import Settings
from bot.store import open_store
from bot.store.revisions import Revisions


def run(chosen: Settings, arguments: argparse.Namespace) -> int:
    """list, show, add, export or import questions and their answers"""
    store = open_store(chosen.database_url)
    try:
        library = Library(chosen.data, Revisions(store.engine))
        if arguments.what in CHANGING:
            library.reconcile()
        flags = safety.load(chosen.data / "red_flags")
        return VERBS[arguments.what](Editor(library, urgent=lambda text: flags.check(text) is not None), arguments)
    except Refused as error:
        for remark in error.remarks:
            print(f"{remark.field or 'content'}: {sentences.said(remark)}", file=sys.stderr)
    except UnknownTopic as error:
        print(f"There is no question {error}: `python -m bot faq list` names them.", file=sys.stderr)
    except (BrokenTable, EditedMeanwhile, UnicodeDecodeError) as error:
        print(f"{error} Nothing was changed.", file=sys.stderr)
    finally:
        store.close()
    return 1


def add_arguments(command: argparse.ArgumentParser) -> None:
    """The words that may follow `faq`."""
    verbs = command.add_subparsers(dest="what", required=True)
    verbs.add_parser("list", help="every question by its id")
    verbs.add_parser("show", help="one question").add_argument("topic")
    add = verbs.add_parser("add", help="a new question")
    for name in ("title", "web"):
        add.add_argument(f"--{name}", required=True)
    for name in ("sms", "pregnant-web", "pregnant-sms", "replaces"):
        add.add_argument(f"--{name}", default="")
    for name in ("fact", "phrase"):
        add.add_argument(f"--{name}", action="append", default=[], help="may be given several times")
    verbs.add_parser("export", help="every question on standard output").add_argument(
        "--format", choices=("csv", "yaml"), default="csv"
    )
    verbs.add_parser("import", help="questions from a .csv or .yml file; all of them or none").add_argument("file", type=Path)


def _list(editor: Editor, arguments: argparse.Namespace) -> int:
    for draft in editor.faqs():
        print(f"{draft.topic:24}{'on' if draft.on else 'off':5}{len(draft.phrases):5}  {draft.title}")
    return 0


def _show(editor: Editor, arguments: argparse.Namespace) -> int:
    print(faq_tables.as_yaml([editor.faq(f"faq/{arguments.topic}")]), end="")
    return 0


def _add(editor: Editor, arguments: argparse.Namespace) -> int:
    draft = FaqDraft(
        title=arguments.title, web=arguments.web, sms=arguments.sms, pregnant_web=arguments.pregnant_web,
        pregnant_sms=arguments.pregnant_sms, facts=tuple(arguments.fact), phrases=tuple(arguments.phrase),
        replaces=arguments.replaces,
    )  # fmt: skip
    print(editor.save(draft, getpass.getuser()).topic)
    return 0


def _export(editor: Editor, arguments: argparse.Namespace) -> int:
    write = faq_tables.as_csv if arguments.format == "csv" else faq_tables.as_yaml
    print(write(editor.faqs()), end="")
    return 0


def _import(editor: Editor, arguments: argparse.Namespace) -> int:
    kind = "csv" if arguments.file.suffix.casefold() == ".csv" else "yaml"
    rows = faq_tables.rows_of(arguments.file.read_text(encoding="utf-8"), kind)
    wanted = [(place, drafted) for place, drafted in ((place, _wanted(editor, place, row)) for place, row in rows) if drafted]
    drafts = [draft for _, draft in wanted]
    complaints = _twice(wanted)
    if not complaints:
        found = zip(wanted, editor.blocking(drafts))
        complaints = [f"{place}: {sentences.said(remark)}" for (place, _), remarks in found for remark in remarks]
    if complaints:
        print("\n".join([*complaints, "Nothing was imported."]), file=sys.stderr)
        return 1
    editor.save_all(drafts, getpass.getuser(), f"imported, {arguments.file.name}")
    print(f"{len(wanted)} of {len(rows)} imported, {len(rows) - len(wanted)} were as they are.")
    return 0


def _wanted(editor: Editor, place: str, row: Row) -> FaqDraft | None:
    """What the row asks for, or None where everything is so already."""
    topic = str(row.get("topic") or "").strip()
    try:
        before = editor.faq(f"faq/{topic}") if topic else FaqDraft()
    except UnknownTopic as error:
        raise BrokenTable(f"{place}: there is no question {topic!r}; leave its `topic` empty to make a new one.") from error
    draft = faq_tables.drafted(row, before)
    return None if draft == before else draft


def _twice(wanted: list[tuple[str, FaqDraft]]) -> list[str]:
    """Questions and ways of asking that two rows have."""
    seen: dict[str, str] = {}
    rows: dict[str, str] = {}
    found = []
    for place, draft in wanted:
        if draft.topic and rows.setdefault(draft.topic, place) != place:
            found.append(f"{place}: {draft.topic!r} stands in {rows[draft.topic]} too: keep one.")
        for phrase in draft.phrases:
            first = seen.setdefault(normalised(phrase), place)
            if first != place:
                found.append(f"{place}: {phrase!r} stands in {first} too: keep one.")
    return found


VERBS: dict[str, Callable[[Editor, argparse.Namespace], int]] = {
    "list": _list, "show": _show, "add": _add, "export": _export, "import": _import,
}  # fmt: skip
CHANGING = ("add", "import")
"""What changes the content must not write over a file that was edited on the disk; who only reads publishes nothing."""
