"""What a patient does on a page with the widget, and what their browser noticed meanwhile."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, Request, expect

WATCH = """window.violations = []; window.shift = 0;
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  violations.push(`${violatedDirective} ${blockedURI}`));
new PerformanceObserver((list) => list.getEntries().forEach((entry) => entry.hadRecentInput || (shift += entry.value)))
  .observe({ type: 'layout-shift', buffered: true });"""
STORED = "[...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean)"


@dataclass
class Visit:
    """A patient's visit: the page, all that the browser complained of, and all that it asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda made: self.requests.append(made))

    @property
    def launcher(self) -> Locator:
        return self.page.get_by_role("button", name="Ask a question")

    @property
    def panel(self) -> Locator:
        return self.page.get_by_role("dialog", name="Clinic assistant")

    @property
    def input(self) -> Locator:
        return self.panel.get_by_role("textbox")

    @property
    def log(self) -> Locator:
        return self.panel.get_by_role("log")

    @property
    def status(self) -> Locator:
        return self.panel.get_by_role("status")

    @property
    def replies(self) -> Locator:
        """The assistant's messages, the opening line first."""
        return self.log.locator(".message:not(.patient)")

    @property
    def said(self) -> Locator:
        """The patient's messages."""
        return self.log.locator(".message.patient")

    def open(self) -> Visit:
        self.launcher.click()
        expect(self.panel).to_be_visible()
        return self

    def say(self, text: str) -> None:
        """Send a message without waiting for what comes."""
        self.input.fill(text)
        self.panel.get_by_role("button", name="Send", exact=True).click()

    def ask(self, text: str) -> Locator:
        """Send a message and wait for the reply: its last message."""
        before = self.replies.count()
        self.say(text)
        expect(self.replies.nth(before)).to_be_visible()
        return self.replies.last

    def reload(self) -> Visit:
        self.page.reload()
        return self.open()

    def stored(self) -> list[str]:
        """Everything the page keeps in the browser, cookies too."""
        return self.page.evaluate(STORED)

    def paths(self) -> list[str]:
        """The path of each request so far."""
        return [urlsplit(request.url).path for request in self.requests]

    def posted(self, path: str) -> list[dict[str, Any]]:
        """The bodies of the POST requests to a path."""
        found = [request for request in self.requests if request.method == "POST" and urlsplit(request.url).path == path]
        return [json.loads(request.post_data or "{}") for request in found]


def origin(url: str) -> str:
    return "{0.scheme}://{0.netloc}".format(urlsplit(url))
