"""`python -m bot publish`: what the console publishes with, from a shell or in a process of its own."""

from __future__ import annotations

import argparse
import getpass
import sys

from bot import publication, publishing
from bot.publication import Parts
from bot.settings import Settings
from bot.store import Overtaken, open_store
from bot.store.publications import Busy


def publish(chosen: Settings, arguments: argparse.Namespace) -> int:
    """train on what was changed, ask every test question, and go live unless something becomes worse"""
    store = open_store(chosen.database_url)
    parts = Parts.over(chosen, store)
    try:
        publication_id = arguments.id or _begun(parts)
        publication.run(parts, publication_id, lambda text: print(f"· {text}", file=sys.stderr, flush=True))
        kept = parts.publications.find(publication_id)
    except Busy:
        print("A publishing is under way already: wait until it is done.", file=sys.stderr)
        return 1
    except Overtaken:
        print("This publishing was given up meanwhile; nothing went live.", file=sys.stderr)
        return 1
    finally:
        store.close()
    if kept is None or kept.state == "live":
        return 0
    print(publishing.WHY.get(kept.why, kept.why) or "Blocked: an owner may accept it in the console.", file=sys.stderr)
    for group in ("emergencies", "worse"):
        for each in kept.report.get(group, ()):
            print(f"{each['text']}: {each['before']} → {each['after']}")
    return 1


def _begun(parts: Parts) -> int:
    parts.library.reconcile()
    return parts.publications.begin(getpass.getuser())
