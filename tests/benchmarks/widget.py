"""`make bench-widget`: what our chat widget costs a website beside two others, loaded the same way on a slowed CPU in one run.

QUICK=1 takes one round.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bot.settings import ROOT
from tests.benchmarks.program import Failed
from tests.benchmarks.widget_sides import NOTHING, SIDES, Side, Widgets

RESULTS = ROOT / "results" / "bench-widget.json"
SLOWDOWN = 4
SETTLE_MS = 1500
PRESS_MS = 100
"""From the moment a mouse or a finger comes to the launcher until it is clicked: hardly anybody is faster."""
PATIENCE_MS = 60_000
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
ROWS = {
    "requests_closed": "requests before opening",
    "bytes_closed": "bytes gzipped before opening",
    "bytes_open": "bytes gzipped once open",
    "launcher_ms": "launcher on the page, ms",
    "ready_ms": "ready to type, clicked at once, ms",
    "click_ms": "from click to ready, pointed at 0.1 s before, ms",
    "bare_click_ms": "from click to ready, never pointed at, ms",
    "main_thread_closed_ms": "main thread before opening, ms",
    "main_thread_open_ms": "main thread until ready, ms",
    "layout_shift": "layout shift",
}
WATCH = """window.shift = 0;
new PerformanceObserver((list) => list.getEntries().forEach((entry) => entry.hadRecentInput || (shift += entry.value)))
  .observe({ type: 'layout-shift', buffered: true });"""
VISIT = """window.visit = {};
const shown = (element) => element?.getClientRects().length && element;
const look = setInterval(() => {
  const launcher = shown(LAUNCHER);
  if (!launcher) return;
  clearInterval(look);
  visit.launcher = performance.now();
  setTimeout(() => launcher.dispatchEvent(new PointerEvent('pointerenter')), PAUSE - PRESS);
  setTimeout(() => { visit.click = performance.now(); launcher.click(); }, PAUSE);
}, 1);
const frame = () => {
  if (!shown(INPUT)) return requestAnimationFrame(frame);
  clearInterval(look);
  visit.ready = performance.now();
};
requestAnimationFrame(frame);"""
"""Ready: the first frame that shows the input. A timer would look for it only after that frame is drawn."""


def slowed(page: Page, side: Side, url: str) -> float:
    """Load the side's page on a slowed CPU; milliseconds of main thread until its chat is ready, or until it has settled."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    page.goto(f"{url}/{side.name}")
    if page.evaluate("'visit' in window"):
        page.wait_for_function("visit.ready", timeout=PATIENCE_MS)
    else:
        page.wait_for_timeout(SETTLE_MS)
    metrics = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
    return metrics["TaskDuration"] * 1000


def visitor(browser: Browser, server: Widgets, side: Side, script: str) -> tuple[dict[str, float], dict[str, float]]:
    """One visitor of the side's page: what the page cost, and what `script` noted of their visit."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(WATCH + script)
    page = context.new_page()
    server.asked.clear()
    cost = {"main_thread": slowed(page, side, server.url)}
    asked = sorted(set(server.asked))  # without the tries again of a widget that finds no chat server
    cost |= {"requests": len(asked), "bytes": server.gzipped(asked), "layout_shift": page.evaluate("shift")}
    visit = page.evaluate("window.visit") or {}
    context.close()
    return cost, visit


def measured(browser: Browser, server: Widgets, side: Side) -> dict[str, float]:
    """Four visitors: one only reads; one opens the chat the moment there is something to click; two do once the page is settled,
    as people do and by a bare click such as a program's.
    """
    script = VISIT.replace("LAUNCHER", side.launcher).replace("INPUT", side.input)

    def clicks(pause: int, press: int) -> tuple[dict[str, float], dict[str, float]]:
        return visitor(browser, server, side, script.replace("PAUSE", str(pause)).replace("PRESS", str(press)))

    closed, _ = visitor(browser, server, side, "")
    opened, visit = clicks(0, 0)
    (_, pointed), (_, bare) = clicks(SETTLE_MS, PRESS_MS), clicks(SETTLE_MS, 0)
    return {
        "requests_closed": closed["requests"],
        "bytes_closed": closed["bytes"],
        "bytes_open": opened["bytes"],
        "launcher_ms": visit.get("launcher", visit["ready"]),
        "ready_ms": visit["ready"],
        "click_ms": pointed["ready"] - pointed.get("click", pointed["ready"]),
        "bare_click_ms": bare["ready"] - bare.get("click", bare["ready"]),
        "main_thread_closed_ms": closed["main_thread"],
        "main_thread_open_ms": opened["main_thread"],
        "layout_shift": max(closed["layout_shift"], opened["layout_shift"]),
    }


def run(folder: Path, rounds: int) -> dict[str, dict[str, float]]:
    """Medians by side; the empty page's main-thread time is taken off, so that only the widget's is left."""
    seen: dict[str, list[dict[str, float]]] = {side.name: [] for side in (*SIDES, NOTHING)}
    with Widgets(folder) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        measured(browser, server, NOTHING)  # the browser's own first steps
        for _ in range(rounds):
            for side in (*SIDES, NOTHING):
                seen[side.name].append(measured(browser, server, side))
        browser.close()
    medians = {name: {row: statistics.median(each[row] for each in all_) for row in ROWS} for name, all_ in seen.items()}
    for row in ("main_thread_closed_ms", "main_thread_open_ms"):
        for side in SIDES:
            medians[side.name][row] = max(0.0, medians[side.name][row] - medians[NOTHING.name][row])
    return {side.name: medians[side.name] for side in SIDES}


def table(figures: dict[str, dict[str, float]]) -> str:
    """The figures as people read them."""
    lines = [f"{'':50}" + "".join(f"{name:>14}" for name in figures)]
    for row, words in ROWS.items():
        lines.append(
            f"{words:50}" + "".join(f"{each[row]:>14,.{3 if row == 'layout_shift' else 0}f}" for each in figures.values())
        )
    return "\n".join(lines)


def main() -> int:
    """Measure, print, save."""
    rounds = 1 if os.environ.get("QUICK", "") not in ("", "0") else 5
    try:
        with tempfile.TemporaryDirectory(prefix="bench-widget-") as folder:
            figures = run(Path(folder), rounds)
    except Failed as error:
        print(error, file=sys.stderr)
        return 1
    print(table(figures))
    print(
        f"\n* CPU slowed {SLOWDOWN} times, {rounds} rounds, medians; deep-chat has no launcher: it is open from the start;"
        " rasa-webchat asks a third party for fonts, which is not counted"
    )
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    about = {"measured_at": datetime.now().isoformat(timespec="seconds"), "rounds": rounds, "slowdown": SLOWDOWN}
    rounded = {name: {row: round(value, 4) for row, value in each.items()} for name, each in figures.items()}
    RESULTS.write_text(json.dumps({**about, **rounded}, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
