"""The server under a crowd: connections that are open and say nothing, and forms sent half."""

from __future__ import annotations

import re
import resource
import socket
import subprocess
import sys
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from quizgen_web.shell import server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CROWD = 500
HALF_SENT = b"POST /practice HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\ncount="


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "quizgen", "serve", "--port", "0", "--data", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        found = re.search(r"http://\S+", process.stdout.readline())
        try:
            assert found
            yield found[0]
        finally:
            process.terminate()


def test_a_page_answers_beside_five_hundred_open_connections(address: str) -> None:
    place = urlsplit(address)
    assert place.hostname
    assert place.port
    with ExitStack() as stack:
        for number in range(CROWD):
            connection = socket.create_connection((place.hostname, place.port), timeout=10)
            stack.enter_context(connection)
            if number % 2:
                connection.sendall(HALF_SENT)
        before = time.monotonic()
        with urlopen(address, timeout=10) as page:
            assert page.status == 200
        assert time.monotonic() - before < 5


@pytest.mark.parametrize(
    ("soft", "hard", "raised", "limit"),
    [
        (256, 1024, 1024, 924),
        (1024, 20_000, 4_100, 4_000),
        (20_000, 20_000, None, 4_000),
        (1024, resource.RLIM_INFINITY, 4_100, 4_000),
        (resource.RLIM_INFINITY, resource.RLIM_INFINITY, None, 4_000),
    ],
)
def test_the_limit_stays_below_what_the_system_lets_the_process_open(
    monkeypatch: pytest.MonkeyPatch, soft: int, hard: int, raised: int | None, limit: int
) -> None:
    asked: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (soft, hard))
    monkeypatch.setattr(resource, "setrlimit", lambda _, pair: asked.append(pair))
    assert server.connection_limit() == limit
    assert asked == ([] if raised is None else [(raised, hard)])
