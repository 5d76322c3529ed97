"""One visit to a question page by a slow phone that has seen nothing of the site before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser

RATE = 400_000 // 8
PHONE = {"latency": 400, "downloadThroughput": RATE, "uploadThroughput": RATE}
SLOWER = 6

FIRST_PAINT = """
new Promise(done => new PerformanceObserver(list => list.getEntries()
  .filter(entry => entry.name === "first-contentful-paint").forEach(entry => done(entry.startTime))
).observe({ type: "paint", buffered: true }))
"""
BLOCKING = """
performance.getEntriesByType("resource").filter(entry => entry.renderBlockingStatus === "blocking")
  .map(entry => new URL(entry.name).pathname.split("/").at(-1))
"""


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit to a question page cost.

    Attributes:
        bytes: all that was received, headers included.
        requests: how many were made.
        seconds: until something of the page was seen.
        blocking: the files that had to be there before.
    """

    bytes: int
    requests: int
    seconds: float
    blocking: list[str]


PRESSED = """
new Promise(done => {
  const waited = [16];  // what is quicker is not told
  new PerformanceObserver(list => waited.push(...list.getEntries().map(entry => entry.duration)))
    .observe({ type: "event", durationThreshold: 16, buffered: true });
  addEventListener("submit", event => {
    event.preventDefault();
    setTimeout(() => done(Math.max(...waited)), 1000);
  });
})
"""


def press(browser: Browser, site: str) -> float:
    """From a press on *Check* to the next paint on a slow processor, in seconds.

    The form is held back, so that what the page itself does is measured and not the line.
    """
    context = browser.new_context(viewport={"width": 360, "height": 740})
    question = context.request.post(f"{site}practice", form={"count": "10"}).url
    page = context.new_page()
    page.goto(question)
    phone = context.new_cdp_session(page)
    phone.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.evaluate(f"window.pressed = {PRESSED.strip()}; 0")
    page.locator("[type=radio]").first.click()
    page.locator(".bar .main").click()
    seconds: float = page.evaluate("window.pressed") / 1000
    context.close()
    return seconds


def visit(browser: Browser, site: str) -> Visit:
    """Open the first question of a new sitting over a slow line on a slow processor.

    The sitting is begun beside the browser, whose cache stays empty.
    """
    context = browser.new_context(viewport={"width": 360, "height": 740})
    question = context.request.post(f"{site}practice", form={"count": "10"}).url
    page = context.new_page()
    phone = context.new_cdp_session(page)
    sizes: dict[str, int] = {}

    def asked(event: dict[str, Any]) -> None:
        if not event["request"]["url"].startswith("data:"):
            sizes[event["requestId"]] = 0

    def answered(event: dict[str, Any]) -> None:
        if event["requestId"] in sizes:
            sizes[event["requestId"]] = int(event["encodedDataLength"])

    phone.on("Network.requestWillBeSent", asked)
    phone.on("Network.loadingFinished", answered)
    phone.send("Network.enable")
    phone.send("Network.emulateNetworkConditions", {"offline": False, **PHONE})
    phone.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(question, wait_until="networkidle")
    paint, blocking = page.evaluate(FIRST_PAINT), page.evaluate(BLOCKING)
    context.close()
    return Visit(sum(sizes.values()), len(sizes), paint / 1000, blocking)
