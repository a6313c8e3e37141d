"""What an operator may choose: read once, typed, refused by name."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import settings
from bot.settings import Settings, SettingsError

BAD = {
    "PORT": ["eighty", "0", "65536", "-1", "80.5"],
    "PUBLIC_URL": ["chat.example.org", "ftp://chat.example.org", "https://", "http://[::1", "http://x:99999"],
    "BRAIN_URL": ["127.0.0.1:5005", "http://127.0.0.1:abc", "http://:5005"],
    "HANDS_URL": ["localhost"],
    "DATABASE_URL": ["mysql://bot@localhost/bot", "var/bot.db"],
    "CORS_ORIGINS": [
        "*",
        "www.example.org",
        "https://www.example.org/page",
        "https://www.example.org, javascript:alert",
        "https://",
        "https://www.example.org?x=1",
        "http://[::1",
    ],
    "BRAIN_TIMEOUT_SECONDS": ["0", "61"],
    "SESSION_HOURS": ["721"],
    "SESSIONS_PER_MINUTE": ["0"],
    "MESSAGES_PER_MINUTE": ["many"],
    "TWILIO_ACCOUNT_SID": ["SK" + "0" * 32, "AC1"],
    "TWILIO_NUMBER": ["the clinic", "+1484", "12345678901234567"],
    "SMS_SESSION_HOURS": ["0"],
    "SMS_MESSAGES_PER_HOUR": ["0"],
    "SMS_MESSAGES_PER_DAY": ["-5"],
    "SMS_DAILY_SEGMENTS": ["lots"],
    "SMS_SEGMENT_PRICE": ["$0.01", "-1", "1e3"],
    "SMTP_URL": ["mail.example.org", "https://mail.example.org", "smtp://", "smtp://[::1", "smtp://mail.example.org:many"],
    "NOTIFY_EMAIL": ["desk", "a@example.org, b@example.org", "Desk <a@example.org>"],
    "NOTIFY_WEBHOOK_URL": ["example.org/hook"],
    "TRUSTED_PROXIES": ["not an ip", "10.0.0.1, nginx", "10.0.0.1/24", "10.0.0.1,", "*, 10.0.0.1"],
    "SECRET_KEY": ["k", "k" * 31, " " * 32],
    "METRICS_TOKEN": ["short", "\u00fc" * 16],
    "RETENTION_DAYS": ["0", "forever"],
    "CALLBACK_DAYS": ["0", "3651"],
}
GIVEN = [
    ("HOST", "0.0.0.0", "host", "0.0.0.0"),
    ("PORT", "65535", "port", 65535),
    ("PUBLIC_URL", "https://chat.example.org/", "public_url", "https://chat.example.org"),
    ("DATABASE_URL", "postgresql://bot@localhost/bot", "database_url", "postgresql://bot@localhost/bot"),
    ("SECRET_KEY", "k" * 32, "secret_key", "k" * 32),
    ("CORS_ORIGINS", "https://a.org/, http://b.org:81", "cors_origins", ("https://a.org", "http://b.org:81")),
    ("BRAIN_URL", "http://127.0.0.1:5005", "brain_url", "http://127.0.0.1:5005"),
    ("HANDS_URL", "http://127.0.0.1:5055", "hands_url", "http://127.0.0.1:5055"),
    ("BRAIN_TIMEOUT_SECONDS", "60", "brain_timeout_seconds", 60.0),
    ("SESSION_HOURS", "720", "session_hours", 720),
    ("SESSIONS_PER_MINUTE", "1", "sessions_per_minute", 1),
    ("MESSAGES_PER_MINUTE", "1", "messages_per_minute", 1),
    ("TRUSTED_PROXIES", "10.0.0.1", "trusted_proxies", "10.0.0.1"),
    ("TRUSTED_PROXIES", "10.0.0.0/24, ::1", "trusted_proxies", "10.0.0.0/24,::1"),
    ("TRUSTED_PROXIES", "*", "trusted_proxies", "*"),
    ("TWILIO_AUTH_TOKEN", " t ", "twilio_auth_token", "t"),
    ("TWILIO_AUTH_TOKEN_PREVIOUS", "t", "twilio_auth_token_previous", "t"),
    ("TWILIO_ACCOUNT_SID", "AC" + "0" * 32, "twilio_account_sid", "AC" + "0" * 32),
    ("TWILIO_NUMBER", "(484) 555-0100", "twilio_number", "+14845550100"),
    ("SMS_SESSION_HOURS", "1", "sms_session_hours", 1),
    ("SMS_MESSAGES_PER_HOUR", "1", "sms_messages_per_hour", 1),
    ("SMS_MESSAGES_PER_DAY", "1", "sms_messages_per_day", 1),
    ("SMS_DAILY_SEGMENTS", "1", "sms_daily_segments", 1),
    ("SMS_SEGMENT_PRICE", "0.02", "sms_segment_price", 0.02),
    ("SMTP_URL", "smtp://a:b@mail.example.org:587", "smtp_url", "smtp://a:b@mail.example.org:587"),
    ("NOTIFY_EMAIL", " desk@example.org ", "notify_email", "desk@example.org"),
    ("NOTIFY_WEBHOOK_SECRET", "s" * 16, "notify_webhook_secret", "s" * 16),
    ("METRICS_TOKEN", "t" * 16, "metrics_token", "t" * 16),
    ("RETENTION_DAYS", "7", "retention_days", 7),
    ("CALLBACK_DAYS", "90", "callback_days", 90),
]


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in BAD.items() for value in values])
def test_bad_variable_is_refused_by_name(make_settings: Callable[..., Settings], name: str, value: str) -> None:
    """A variable that can't be what it must be is refused with its name."""
    with pytest.raises(SettingsError, match=name):
        make_settings(**{name: value})


@pytest.mark.parametrize(("name", "value", "attribute", "expected"), GIVEN, ids=[case[0] for case in GIVEN])
def test_variable_is_read(
    make_settings: Callable[..., Settings], name: str, value: str, attribute: str, expected: object
) -> None:
    """Every variable reaches the setting it is for, typed and tidied."""
    actual = getattr(make_settings(**{name: value}), attribute)

    assert actual == expected
    assert type(actual) is type(expected)


@pytest.mark.parametrize("secret", [{}, {"NOTIFY_WEBHOOK_SECRET": "short"}])
def test_a_webhook_needs_a_secret(make_settings: Callable[..., Settings], secret: dict[str, str]) -> None:
    """What is sent to a webhook is never unsigned, nor signed with what could be guessed."""
    with pytest.raises(SettingsError, match="NOTIFY_WEBHOOK_SECRET"):
        make_settings(NOTIFY_WEBHOOK_URL="https://example.org/hook", **secret)


def test_a_bad_mail_server_is_refused_without_its_password(make_settings: Callable[..., Settings]) -> None:
    """The refusal of SMTP_URL doesn't repeat the password in it."""
    with pytest.raises(SettingsError) as raised:
        make_settings(SMTP_URL="smpt://desk:hush@mail.example.org")

    assert "hush" not in str(raised.value)


def test_nothing_need_be_set(make_settings: Callable[..., Settings], tmp_path: Path) -> None:
    """Without any variable the assistant serves this machine alone, from a SQLite file under var/."""
    chosen = make_settings()

    assert (chosen.host, chosen.port, chosen.public_url) == ("127.0.0.1", 8000, "http://localhost:8000")
    assert chosen.database_url == f"sqlite:///{tmp_path}/var/bot.db"
    assert (chosen.cors_origins, chosen.sessions_per_minute, chosen.messages_per_minute) == ((), 60, 300)


def test_public_address_follows_the_port(make_settings: Callable[..., Settings]) -> None:
    """Another port alone also changes the address that links are made with."""
    assert make_settings(PORT="8111").public_url == "http://localhost:8111"


@pytest.mark.parametrize(("host", "url"), [("127.0.0.1", "http://127.0.0.1:8000"), ("::1", "http://[::1]:8000")])
def test_the_edge_is_reached_at_its_host(make_settings: Callable[..., Settings], host: str, url: str) -> None:
    """An IPv6 address stands in brackets before its port."""
    assert make_settings(HOST=host).edge_url == url


def test_environment_wins_over_the_file(tmp_path: Path) -> None:
    """`.env` is read, and the process environment wins over it."""
    (tmp_path / ".env").write_text("PORT=8001\nHOST=0.0.0.0\n")

    chosen = settings.load({"PORT": "8002"}, root=tmp_path)

    assert (chosen.port, chosen.host) == (8002, "0.0.0.0")


def test_empty_variable_is_as_if_unset(tmp_path: Path) -> None:
    """A variable set to nothing, as a copied `.env.example` has it, leaves what the file or the default says."""
    (tmp_path / ".env").write_text("PORT=8001\nHOST=\n")

    chosen = settings.load({"PORT": "", "PUBLIC_URL": ""}, root=tmp_path)

    assert (chosen.port, chosen.host, chosen.public_url) == (8001, "127.0.0.1", "http://localhost:8001")


def test_process_environment_is_the_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a given environment the process's own is read."""
    monkeypatch.setenv("PORT", "8123")

    assert settings.load(root=tmp_path).port == 8123


def test_secret_key_is_made_once(make_settings: Callable[..., Settings], tmp_path: Path) -> None:
    """The first start makes a long key that later starts find again and that only its owner can read."""
    first, second = make_settings(), make_settings()

    assert len(first.secret_key) >= 32
    assert second.secret_key == first.secret_key
    assert stat.S_IMODE((tmp_path / "var" / "secret_key").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "var").stat().st_mode) == 0o700


def test_every_installation_has_its_own_key(tmp_path: Path) -> None:
    """Two installations never make the same key."""
    keys = {settings.load({}, root=tmp_path / name).secret_key for name in ("one", "two")}

    assert len(keys) == 2


def test_a_short_key_is_refused_with_what_to_do(make_settings: Callable[..., Settings]) -> None:
    """Whoever upgrades with a key that can be guessed reads how to make one and what to do before, and never the key itself."""
    with pytest.raises(SettingsError) as refused:
        make_settings(SECRET_KEY="hushhush")

    said = str(refused.value)
    assert [each in said for each in ("at least 32", "openssl rand -hex 32", "call-backs", "docs/operations.md")] == [True] * 4
    assert "hush" not in said


def test_damaged_secret_key_is_refused(make_settings: Callable[..., Settings], tmp_path: Path) -> None:
    """A key file that was cut short is refused by its path, with what to do."""
    make_settings()
    (tmp_path / "var" / "secret_key").write_text("short")

    with pytest.raises(SettingsError, match=r"var/secret_key is damaged: delete it .* or set SECRET_KEY"):
        make_settings()


def test_each_purpose_has_its_own_key(make_settings: Callable[..., Settings]) -> None:
    """A key for one purpose can't be used for another, and tells nothing of the key it comes from."""
    one, other = make_settings(SECRET_KEY="a" * 32), make_settings(SECRET_KEY="b" * 32)
    keys = {chosen.secret_for(purpose) for chosen in (one, other) for purpose in ("chat", "brain")}

    assert len(keys) == 4
    assert one.secret_for("chat") == one.secret_for("chat") != one.secret_key


def test_secrets_do_not_show(make_settings: Callable[..., Settings]) -> None:
    """A logged or printed setting shows neither the key nor the database's password."""
    shown = repr(
        make_settings(
            SECRET_KEY="k" * 32,
            TWILIO_AUTH_TOKEN="hush",
            TWILIO_AUTH_TOKEN_PREVIOUS="hush",
            DATABASE_URL="postgresql://bot:hush@localhost/bot",
        )
    )
    hidden = {"SMTP_URL": "smtp://desk:hush@mail.example.org", "NOTIFY_WEBHOOK_SECRET": "hush" * 4, "METRICS_TOKEN": "hush" * 4}
    shown = repr(make_settings(SECRET_KEY="k" * 32, DATABASE_URL="postgresql://bot:hush@localhost/bot", **hidden))

    assert "k" * 32 not in shown
    assert "hush" not in shown


def test_folders_lie_under_the_root(make_settings: Callable[..., Settings], tmp_path: Path) -> None:
    """Content, models and what the running program keeps are three folders of one root."""
    chosen = make_settings()

    assert [chosen.data, chosen.models, chosen.var] == [tmp_path / name for name in ("data", "models", "var")]
