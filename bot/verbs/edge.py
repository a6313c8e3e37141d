"""`python -m bot edge`: one of the three programs, by itself."""

from __future__ import annotations

import argparse

from bot.outbox import how_the_clinic_hears
from bot.run.readiness import sound, tell
from bot.settings import Settings, SettingsError
from bot.verbs import sms


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Nothing follows `edge`."""


def run(chosen: Settings, arguments: argparse.Namespace) -> int:
    """start the edge alone; BRAIN_URL says where the brain is"""
    if not chosen.brain_url:
        raise SettingsError("BRAIN_URL is missing: it says where the brain listens, such as http://127.0.0.1:5005.")
    import uvicorn

    from bot.app import create_app

    app = create_app(chosen)
    known = app.state.console.library.content()
    if not sound(known):  # of the store: it may have been taken by an earlier version
        return 1
    for line in sms.warnings(chosen, known):
        tell(line)
    tell(how_the_clinic_hears(chosen))
    # Rasa pins a websockets release that uvicorn can't use, and nothing here speaks WebSocket.
    uvicorn.run(
        app, host=chosen.host, port=chosen.port, ws="none", access_log=False, log_level="warning",
        server_header=False, forwarded_allow_ips=chosen.trusted_proxies, timeout_graceful_shutdown=15,
    )  # fmt: skip
    return 0
