"""The headers every response carries, so that a browser trusts nothing it need not."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import MutableHeaders

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)
CONSOLE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
"""The staff console posts forms and lets htmx put server-rendered pieces into its pages."""
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class SecurityHeaders:
    """ASGI middleware that adds them; what patients wrote is never to be cached."""

    def __init__(self, app: Any) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Pass everything on, adding headers to the start of a response."""

        async def send_with_headers(message: Any) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                if scope["path"].startswith("/staff"):
                    headers["Content-Security-Policy"] = CONSOLE_POLICY
                    # Without a referrer browsers send `Origin: null`, and no form could be told from another site's.
                    headers["Referrer-Policy"] = "same-origin"
                    headers["Cache-Control"] = "no-cache" if scope["path"].startswith("/staff/static/") else "no-store"
                elif scope["path"].startswith(("/chat", "/health", "/sms", "/metrics")):
                    headers["Cache-Control"] = "no-store"
                elif scope["path"].startswith("/widget"):
                    # Other sites embed these files; the browser asks whether they changed.
                    headers["Cache-Control"] = "no-cache"
                    headers["Access-Control-Allow-Origin"] = "*"
                    headers["Cross-Origin-Resource-Policy"] = "cross-origin"
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)
