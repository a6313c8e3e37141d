"""Every environment variable the program knows, read once, typed; a bad one is refused by name."""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dotenv import dotenv_values

ROOT = Path(__file__).resolve().parent.parent
ACCOUNT_SID = re.compile(r"AC[0-9A-Za-z]{32}")
PHONE = re.compile(r"\+\d{7,15}|\d{5,6}|\d{10}")
PRICE = re.compile(r"\d{1,3}(\.\d{1,6})?")
SHORTEST_SECRET = 32
"""Every visitor holds something that this key signed, and may guess at it for ever; the key that is made by itself has 64."""
MAILBOX = re.compile(r"[^\s@,<>]+@[^\s@,<>]+")
SHORTEST_WEBHOOK_SECRET = 16
SHORTEST_TOKEN = 16
EVERYBODY = "*"
"""For TRUSTED_PROXIES: whoever calls is a proxy of ours."""


class SettingsError(Exception):
    """A setting is missing or bad; the message names it and says what it must be."""


@dataclass(frozen=True)
class Settings:
    """What an operator may choose. Secrets never show in `repr`."""

    root: Path = ROOT
    host: str = "127.0.0.1"
    port: int = 8000
    public_url: str = "http://localhost:8000"
    database_url: str = field(default="", repr=False)
    secret_key: str = field(default="", repr=False)
    cors_origins: tuple[str, ...] = ()
    brain_url: str = ""
    hands_url: str = ""
    brain_timeout_seconds: float = 10.0
    session_hours: int = 24
    sessions_per_minute: int = 60
    messages_per_minute: int = 300
    trusted_proxies: str = "127.0.0.1"
    serve: str = "all"
    """`all`, or only `chat` or `console`."""
    twilio_auth_token: str = field(default="", repr=False)
    twilio_auth_token_previous: str = field(default="", repr=False)
    twilio_account_sid: str = ""
    twilio_number: str = ""
    sms_session_hours: int = 12
    sms_messages_per_hour: int = 60
    sms_messages_per_day: int = 200
    sms_daily_segments: int = 2000
    sms_segment_price: float = 0.0123
    smtp_url: str = field(default="", repr=False)
    notify_email: str = ""
    notify_webhook_url: str = ""
    notify_webhook_secret: str = field(default="", repr=False)
    metrics_token: str = field(default="", repr=False)
    retention_days: int = 30
    callback_days: int = 180

    @property
    def data(self) -> Path:
        """The folder of content: what the bot knows."""
        return self.root / "data"

    @property
    def models(self) -> Path:
        """The folder of trained models; the sentence encoder lies in its `encoder/`."""
        return self.root / "models"

    @property
    def var(self) -> Path:
        """The folder of what the running program keeps: database and secret key."""
        return self.root / "var"

    @property
    def edge_url(self) -> str:
        """Where this machine reaches the edge."""
        return f"http://[{self.host}]:{self.port}" if ":" in self.host else f"http://{self.host}:{self.port}"

    def secret_for(self, purpose: str) -> str:
        """A key of its own for each purpose, derived from SECRET_KEY, so that one can't be used as another."""
        return hmac.new(self.secret_key.encode(), purpose.encode(), hashlib.sha256).hexdigest()


def load(environment: Mapping[str, str] | None = None, root: Path = ROOT) -> Settings:
    """Settings from the process environment, then `.env`, then defaults.

    Raises:
        SettingsError: a variable can't be read as what it must be.
    """
    values: dict[str, str] = {key: value for key, value in dotenv_values(root / ".env").items() if value}
    values.update({key: value for key, value in (os.environ if environment is None else environment).items() if value})
    port = _number(values, "PORT", 8000, 1, 65535)
    database_url = values.get("DATABASE_URL") or f"sqlite:///{root / 'var' / 'bot.db'}"
    return Settings(
        root=root,
        host=values.get("HOST", "127.0.0.1"),
        port=port,
        public_url=_url(values, "PUBLIC_URL", f"http://localhost:{port}"),
        database_url=_database(database_url),
        secret_key=_secret(values) or _kept_secret(root / "var" / "secret_key"),
        cors_origins=_origins(values.get("CORS_ORIGINS", "")),
        brain_url=_url(values, "BRAIN_URL", ""),
        hands_url=_url(values, "HANDS_URL", ""),
        brain_timeout_seconds=float(_number(values, "BRAIN_TIMEOUT_SECONDS", 10, 1, 60)),
        session_hours=_number(values, "SESSION_HOURS", 24, 1, 24 * 30),
        sessions_per_minute=_number(values, "SESSIONS_PER_MINUTE", 60, 1, 1_000_000),
        messages_per_minute=_number(values, "MESSAGES_PER_MINUTE", 300, 1, 1_000_000),
        trusted_proxies=_proxies(values),
        serve=_one_of(values, "SERVE", ("all", "chat", "console")),
        **_text_messages(values),
        smtp_url=_mail_server(values),
        notify_email=_mailbox(values),
        notify_webhook_url=_url(values, "NOTIFY_WEBHOOK_URL", ""),
        notify_webhook_secret=_webhook_secret(values),
        metrics_token=_metrics_token(values),
        retention_days=_number(values, "RETENTION_DAYS", 30, 1, 3650),
        callback_days=_number(values, "CALLBACK_DAYS", 180, 1, 3650),
    )


def _text_messages(values: Mapping[str, str]) -> dict[str, Any]:
    return {
        "twilio_auth_token": values.get("TWILIO_AUTH_TOKEN", "").strip(),
        "twilio_auth_token_previous": values.get("TWILIO_AUTH_TOKEN_PREVIOUS", "").strip(),
        "twilio_account_sid": _matching(values, "TWILIO_ACCOUNT_SID", ACCOUNT_SID, "begin with AC and have 34 characters"),
        "twilio_number": _phone(values, "TWILIO_NUMBER"),
        "sms_session_hours": _number(values, "SMS_SESSION_HOURS", 12, 1, 24 * 30),
        "sms_messages_per_hour": _number(values, "SMS_MESSAGES_PER_HOUR", 60, 1, 1_000_000),
        "sms_messages_per_day": _number(values, "SMS_MESSAGES_PER_DAY", 200, 1, 1_000_000),
        "sms_daily_segments": _number(values, "SMS_DAILY_SEGMENTS", 2000, 1, 100_000_000),
        "sms_segment_price": float(_matching(values, "SMS_SEGMENT_PRICE", PRICE, "be dollars such as 0.0123") or 0.0123),
    }


def _number(values: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    text = values.get(name, str(default))
    if not text.strip().isdecimal() or not least <= int(text) <= most:
        raise SettingsError(f"{name} must be a whole number from {least} to {most}, not {text!r}.")
    return int(text)


def _one_of(values: Mapping[str, str], name: str, choices: tuple[str, ...]) -> str:
    text = values.get(name, choices[0])
    if text not in choices:
        raise SettingsError(f"{name} must be one of {', '.join(choices)}, not {text!r}.")
    return text


def _matching(values: Mapping[str, str], name: str, shape: re.Pattern[str], what: str) -> str:
    text = values.get(name, "").strip()
    if text and not shape.fullmatch(text):
        raise SettingsError(f"{name} must {what}, not {text!r}.")
    return text


def _phone(values: Mapping[str, str], name: str) -> str:
    """A number as providers write it: +14845550100."""
    text = re.sub(r"[\s().-]", "", values.get(name, ""))
    if text and not PHONE.fullmatch(text):
        raise SettingsError(f"{name} must be a phone number such as +14845550100, not {values[name]!r}.")
    return f"+1{text}" if len(text) == 10 else text


def _url(values: Mapping[str, str], name: str, default: str) -> str:
    text = values.get(name, default).rstrip("/")
    if text and not _is_address(text):
        raise SettingsError(f"{name} must be an address such as https://chat.example.org, not {text!r}.")
    return text


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:  # half an IPv6 address, or a port that is none
        return False


def _proxies(values: Mapping[str, str]) -> str:
    """As uvicorn reads them, which takes what is no address for the name of nobody: then no patient's address is believed."""
    text = values.get("TRUSTED_PROXIES", "127.0.0.1")
    given = [each.strip() for each in text.split(",")]
    try:
        if given != [EVERYBODY]:
            for each in given:
                ip_network(each)
    except ValueError:
        example = "10.0.0.1 or 10.0.0.0/24, with commas between several"
        raise SettingsError(f"TRUSTED_PROXIES must be addresses such as {example}, not {text!r}.") from None
    return ",".join(given)


def _mail_server(values: Mapping[str, str]) -> str:
    text = values.get("SMTP_URL", "")
    try:
        parts = urlsplit(text)
        fits = parts.scheme in ("smtp", "smtps") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:  # half an IPv6 address, or a port that is none
        fits = False
    if text and not fits:  # never repeated: it holds a password
        raise SettingsError("SMTP_URL must be an address such as smtp://user:password@mail.example.org:587.")
    return text


def _mailbox(values: Mapping[str, str]) -> str:
    text = values.get("NOTIFY_EMAIL", "").strip()
    if text and not MAILBOX.fullmatch(text):
        raise SettingsError(f"NOTIFY_EMAIL must be one address such as desk@example.org, not {text!r}.")
    return text


def _webhook_secret(values: Mapping[str, str]) -> str:
    text = values.get("NOTIFY_WEBHOOK_SECRET", "")
    if values.get("NOTIFY_WEBHOOK_URL") and len(text) < SHORTEST_WEBHOOK_SECRET:
        raise SettingsError(
            f"NOTIFY_WEBHOOK_SECRET must have at least {SHORTEST_WEBHOOK_SECRET} characters: it signs what is sent."
        )
    return text


def _metrics_token(values: Mapping[str, str]) -> str:
    token = values.get("METRICS_TOKEN", "").strip()
    if token and (len(token) < SHORTEST_TOKEN or not token.isascii()):
        raise SettingsError(f"METRICS_TOKEN must have at least {SHORTEST_TOKEN} characters, all of them ASCII.")
    return token


def _database(url: str) -> str:
    if not url.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg2://")):
        raise SettingsError("DATABASE_URL must begin with sqlite:/// or postgresql://.")
    return url


def _origins(text: str) -> tuple[str, ...]:
    origins = tuple(origin.rstrip("/") for origin in text.replace(",", " ").split())
    for origin in origins:
        if not _is_address(origin) or origin != "://".join(urlsplit(origin)[:2]):
            raise SettingsError(f"CORS_ORIGINS holds {origin!r}; write origins such as https://www.example.org.")
    return origins


def _secret(values: Mapping[str, str]) -> str:
    secret = values.get("SECRET_KEY", "")
    if secret and len(secret.strip()) < SHORTEST_SECRET:
        raise SettingsError(
            f"SECRET_KEY must have at least {SHORTEST_SECRET} characters, such as `openssl rand -hex 32` prints; left empty, "
            "one is made. What was sealed under a shorter one can't be read under another: before you change it, work off "
            "open call-backs with the version that ran here last (docs/operations.md, Secrets and files)."
        )
    return secret


def _kept_secret(path: Path) -> str:
    """The key made at first start, readable by its owner alone."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        kept = path.read_text().strip()
        if len(kept) < SHORTEST_SECRET:
            raise SettingsError(f"{path} is damaged: delete it for a new key, or set SECRET_KEY.") from None
        return kept
    with os.fdopen(handle, "w") as file:
        secret = secrets.token_urlsafe(48)
        file.write(secret)
    return secret
