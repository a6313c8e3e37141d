"""Who may use the staff console: people with a role and a password's hash, and the one-time links that let them in."""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.engine import Connection, Engine, Row
from sqlalchemy.exc import IntegrityError

from bot.store.console_tables import staff, staff_invites, staff_sessions
from bot.store.transactions import reading, writing

ROLES = ("editor", "owner")
"""An editor proposes; an owner also approves, publishes and invites."""
INVITE_DAYS = 7
AT_START = "start"
"""Who invites the first owner: the program itself."""


class InviteSpent(Exception):
    """The one-time link was used, has expired, or never was one."""


class NameTaken(Exception):
    """Somebody else signs in with this name."""


class LastOwner(Exception):
    """Without this person nobody could approve, publish or invite."""


@dataclass(frozen=True)
class Person:
    """One member of staff; `password` is the argon2id hash."""

    id: int
    name: str
    role: str
    password: str = ""
    disabled: bool = False


@dataclass(frozen=True)
class Invite:
    """What a one-time link makes of whoever opens it first."""

    role: str
    invited_by: str


class Staff:
    """People and invitations; every method is one transaction and raises StoreDown when the database can't serve."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def has_owner(self) -> bool:
        """Whether anybody can approve, publish and invite."""
        with reading(self._engine) as connection:
            return _owners(connection) > 0

    def invite(self, role: str, invited_by: str) -> str:
        """The token of a new one-time link, kept only as its digest."""
        token = secrets.token_urlsafe(32)
        now = datetime.now(timezone.utc)
        with writing(self._engine) as connection:
            connection.execute(delete(staff_invites).where(staff_invites.c.expires_at < now))
            if invited_by == AT_START:  # the newest link of a program without an owner is the only one
                connection.execute(delete(staff_invites).where(staff_invites.c.invited_by == AT_START))
            values = {"digest": digest(token), "role": role, "invited_by": invited_by}
            connection.execute(insert(staff_invites).values(**values, expires_at=now + timedelta(days=INVITE_DAYS)))
        return token

    def invitation(self, token: str) -> Invite:
        """What the link offers.

        Raises:
            InviteSpent: it is no longer good.
        """
        with reading(self._engine) as connection:
            return _invitation(connection, token)

    def join(self, token: str, name: str, password_hash: str) -> Person:
        """Make a person of an invitation, which is then spent.

        Raises:
            InviteSpent: another used it first, or it has expired.
            NameTaken: somebody else has the name.
        """
        try:
            with writing(self._engine) as connection:
                found = _invitation(connection, token)
                spent = connection.execute(delete(staff_invites).where(staff_invites.c.digest == digest(token)))
                if not spent.rowcount:
                    raise InviteSpent
                values = {"key": name_key(name), "name": name, "password": password_hash, "role": found.role, "disabled": False}
                made = connection.execute(insert(staff).values(**values, created_at=datetime.now(timezone.utc)))
                return Person(int(made.inserted_primary_key[0]), name, found.role, password_hash)
        except IntegrityError:
            raise NameTaken from None

    def named(self, name: str) -> Person | None:
        """The person who signs in with this name, in whatever case."""
        with reading(self._engine) as connection:
            row = connection.execute(select(staff).where(staff.c.key == name_key(name))).first()
            return _person(row) if row else None

    def everyone(self) -> list[Person]:
        """All people, by name."""
        with reading(self._engine) as connection:
            return [_person(row) for row in connection.execute(select(staff).order_by(staff.c.key))]

    def set_password(self, person_id: int, password_hash: str) -> None:
        """Another password; every session of the person ends."""
        with writing(self._engine) as connection:
            connection.execute(update(staff).where(staff.c.id == person_id).values(password=password_hash))
            connection.execute(delete(staff_sessions).where(staff_sessions.c.staff_id == person_id))

    def set_place(self, person_id: int, role: str, disabled: bool) -> Person:
        """Another role, or let out or in again; every session of the person ends.

        Raises:
            LastOwner: nobody could approve, publish and invite any more; nothing is changed.
            KeyError: there is no such person.
        """
        with writing(self._engine) as connection:
            changed = connection.execute(update(staff).where(staff.c.id == person_id).values(role=role, disabled=disabled))
            if not changed.rowcount:
                raise KeyError(person_id)
            if not _owners(connection):
                raise LastOwner
            connection.execute(delete(staff_sessions).where(staff_sessions.c.staff_id == person_id))
            return _person(connection.execute(select(staff).where(staff.c.id == person_id)).one())


def digest(token: str) -> str:
    """What is kept of a token: enough to know it again, not enough to use it."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


def name_key(name: str) -> str:
    """Names that differ only in case or form are the same person's."""
    return unicodedata.normalize("NFKC", name).casefold().strip()[:120]


def _owners(connection: Connection) -> int:
    active = (staff.c.role == "owner") & staff.c.disabled.is_(False)
    return int(connection.execute(select(func.count()).select_from(staff).where(active)).scalar_one())


def _invitation(connection: Connection, token: str) -> Invite:
    row = connection.execute(select(staff_invites).where(staff_invites.c.digest == digest(token))).first()
    if row is None or row.expires_at < datetime.now(timezone.utc):
        raise InviteSpent
    return Invite(row.role, row.invited_by)


def _person(row: Row) -> Person:
    return Person(row.id, row.name, row.role, row.password, row.disabled)
