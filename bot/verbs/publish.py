"""`python -m bot publish`: what the console publishes with, from a shell or in a process of its own."""

from __future__ import annotations

import argparse
import getpass
import sys
from typing import TYPE_CHECKING

from bot import sentences
from bot.publishing.kept import publication_of
from bot.run.readiness import tell
from bot.settings import Settings
from bot.store import Overtaken, open_store
from bot.store.publications import Busy

if TYPE_CHECKING:
    from bot.publishing.publication import Parts


def add_arguments(command: argparse.ArgumentParser) -> None:
    """The console begins a publishing itself, and names it to the process that carries it on."""
    command.add_argument("--id", type=int, default=0, help=argparse.SUPPRESS)


def run(chosen: Settings, arguments: argparse.Namespace) -> int:
    """train on what was changed, ask every test question, and go live unless something becomes worse"""
    from bot.publishing import publication  # and with it all that learns, for which no other verb need wait

    store = open_store(chosen.database_url)
    parts = publication.Parts.over(chosen, store)
    try:
        publication_id = arguments.id or _begun(parts)
        publication.run(parts, publication_id, tell)
        kept = parts.publications.find(publication_id)
    except Busy:
        print(sentences.cannot("busy"), file=sys.stderr)
        return 1
    except Overtaken:
        print("This publishing was given up meanwhile; nothing went live.", file=sys.stderr)
        return 1
    finally:
        store.close()
    if kept is None or kept.state == "live":
        return 0
    ended = publication_of(kept)
    print(sentences.ended(ended) or "Blocked: an owner may accept it in the console.", file=sys.stderr)
    found = ended.report
    for question in (*found.emergencies, *found.worse):
        print(f"{question.text}: {question.before} → {question.after}")
    for topic in found.fading:
        print(f"{topic.title}: {topic.before:.0%} → {topic.after:.0%}")
    for label in found.weak:
        print(f"{label}: {found.strength[label]:.0%}")
    return 1


def _begun(parts: Parts) -> int:
    parts.library.reconcile()
    return parts.publications.begin(getpass.getuser())
