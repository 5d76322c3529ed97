"""A question page as a phone gets it: bytes and requests on the wire, and the first paint."""

from __future__ import annotations

import re
import subprocess
import sys
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from bench.measure import Figure
from tests.browser.launch import launch, program
from tests.browser.slow_phone import press, visit

VISITS = 9
MOST_BYTES, MOST_REQUESTS, MOST_SECONDS = 10_000, 3, 1.5
MOST_WAIT = 0.2


def figures() -> list[Figure]:
    """The middle one of several visits, each by a browser that has seen nothing of the site."""
    if program() is None:
        sys.exit("no chromium or Chrome is installed: apt-get install chromium")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        command = [sys.executable, "-m", "quizgen", "serve", "--port", "0", "--data", folder]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout is not None
            browser = launch(playwright)
            try:
                found = re.search(r"http://\S+", server.stdout.readline())
                assert found, "the site did not start"
                visits = [visit(browser, found[0]) for _ in range(VISITS)]
                waits = [press(browser, found[0]) for _ in range(VISITS)]
            finally:
                browser.close()
                server.terminate()
    sizes, requests, paints = zip(*((v.bytes, v.requests, v.seconds) for v in visits), strict=True)
    return [
        Figure("a question page on the wire", median(sizes), MOST_BYTES, "bytes", 1),
        Figure("its requests", median(requests), MOST_REQUESTS, "requests", 1),
        Figure("its first paint on a slow phone", median(paints), MOST_SECONDS, "s", 1),
        Figure("from Check to the next paint there", median(waits), MOST_WAIT, "s", 1),
    ]
