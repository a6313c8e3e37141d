"""`python -m bot staff …`: the way into the console for whoever runs the program."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from bot import invitations
from bot.settings import Settings
from bot.store import open_store
from bot.store.staff import AT_START, INVITE_DAYS, ROLES, Staff


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What `staff` understands."""
    verbs = command.add_subparsers(dest="staff_verb", required=True)
    invite = verbs.add_parser("invite", help="print a one-time link that lets one more person in")
    invite.add_argument("--role", choices=ROLES, default="editor")


def run(chosen: Settings, arguments: argparse.Namespace) -> int:
    """let people into the staff console: `staff invite [--role editor|owner]`"""
    print(_link(chosen, arguments.role, "the operator"))
    return 0


def greet_owner(chosen: Settings, tell: Callable[[str], None]) -> None:
    """Where nobody owns the console yet, print the link that makes its opener the owner."""
    store = open_store(chosen.database_url)
    try:
        if not Staff(store.engine).has_owner():
            link = invitations.link(chosen.public_url, Staff(store.engine).invite("owner", AT_START))
            tell(f"the staff console has no owner yet. This link makes one; it works once, within {INVITE_DAYS} days:")
            tell(link)
    finally:
        store.close()


def _link(chosen: Settings, role: str, invited_by: str) -> str:
    store = open_store(chosen.database_url)
    try:
        return invitations.link(chosen.public_url, Staff(store.engine).invite(role, invited_by))
    finally:
        store.close()
