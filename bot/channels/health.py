"""Is the program alive, and is each part it needs ready?"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.brain import BrainDown
from bot.store import StoreDown
from bot.threads import in_thread
from bot.turn import FrontDesk


async def live(request: Request) -> Response:
    """GET /health/live: this process answers."""
    return JSONResponse({"status": "live"})


async def ready(request: Request) -> Response:
    """GET /health/ready: 200, or 503 with the failing parts named. Patients get emergency advice and the number either way."""
    desk: FrontDesk = request.app.state.desk
    failing = []
    try:
        await desk.brain.check()
    except BrainDown:
        failing.append("brain")
    try:
        await in_thread(desk.store.check)
    except StoreDown:
        failing.append("store")
    return JSONResponse({"status": "unready" if failing else "ready", "failing": failing}, 503 if failing else 200)


routes = [Route("/health/live", live), Route("/health/ready", ready)]
