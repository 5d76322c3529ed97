"""What readers feel while a changed bank of 10,000 questions is loaded and swapped in."""

from __future__ import annotations

import sys
import time
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.banks import write_bank
from bench.measure import Figure
from bench.page import begin, server

QUESTIONS = 10_000
USUAL = 400
"""So many requests before the change tell what is usual."""
MOST_MS = 150
LONGEST = 60
"""Seconds after which the new bank should be there."""


def figures() -> list[Figure]:
    """The slowest request from the change until the new bank has been there for a while."""
    with TemporaryDirectory() as folder:
        bank = Path(folder) / "bank"
        write_bank(bank, QUESTIONS)
        command = [sys.executable, "-m", "quizgen", "serve", str(bank), "--port", "0"]
        with server([*command, "--data", f"{folder}/data"]) as port:
            path, cookie, _ = begin(port)
            connection = HTTPConnection("127.0.0.1", port)

            def ask(address: str) -> tuple[float, bytes]:
                start = time.perf_counter()
                connection.request("GET", address, headers={"Cookie": cookie})
                body = connection.getresponse().read()
                return (time.perf_counter() - start) * 1000, body

            usual = median(ask(path)[0] for _ in range(USUAL))
            head = bank / "bank.yaml"
            head.write_text(
                head.read_text("utf-8").replace("A large bank", "A larger bank"), "utf-8"
            )
            slowest, end = 0.0, time.monotonic() + LONGEST
            after = 0
            while after < USUAL:
                took, _ = ask(path)
                slowest = max(slowest, took)
                if after or b"A larger bank" in ask("/")[1]:
                    after += 1
                assert time.monotonic() < end, "the new bank never came"
                time.sleep(0.005)
    return [
        Figure("slowest page beside a new bank", slowest - usual, MOST_MS, "ms beyond usual", 1)
    ]
