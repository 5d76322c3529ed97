"""Serving a question page, against a bare Flask view with a page of the same size."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.banks import write_bank
from bench.measure import Figure
from quizgen.bank.load import default_bank

if TYPE_CHECKING:
    from collections.abc import Iterator

CLIENTS = 4
REQUESTS = 100
ROUNDS = 21

BARE = """
import logging, socket, sys
import waitress
from flask import Flask, render_template
from jinja2 import DictLoader
app = Flask("bare")
app.jinja_loader = DictLoader({"page.html":
    "<!doctype html><title>{{ title }}</title>"
    "{% for row in rows %}<p>{{ row }}</p>{% endfor %}"})
size = int(sys.argv[1])
rows = ["a row of forty characters, more or less" for _ in range(size // 47)]
@app.get("/")
def page():
    return render_template("page.html", title="A page", rows=rows)
listener = socket.create_server(("127.0.0.1", 0))
print(f"http://127.0.0.1:{listener.getsockname()[1]}/", flush=True)
logging.getLogger("waitress.queue").setLevel("ERROR")
waitress.serve(app, sockets=[listener], threads=2, ident=None)
"""


def figures() -> list[Figure]:
    """The page on a site of one bank, and of five."""
    with TemporaryDirectory() as folder:
        names = [f"bank{number}" for number in range(4)]
        more = [str(write_bank(Path(folder) / name, 1_000, name).parent) for name in names]
        return [
            _figure("a question page", folder, []),
            _figure("the same with five banks", folder, [str(default_bank()), *more]),
        ]


def _figure(name: str, folder: str, banks: list[str]) -> Figure:
    """Requests a second of the site and of a bare view on the same server program, in turn."""
    site = [sys.executable, "-m", "quizgen", "serve", *banks, "--port", "0", "--data", folder]
    with server(site) as port:
        path, cookie, size = begin(port, "/b/nato" if banks else "")
        with server([sys.executable, "-c", BARE, str(size)]) as bare:
            rounds = [(_rate(port, path, cookie), _rate(bare, "/", "")) for _ in range(ROUNDS)]
    # The round in the middle: on a machine with other work, the best of each are not of one time.
    ours, theirs = sorted(rounds, key=lambda pair: pair[0] / pair[1])[ROUNDS // 2]
    return Figure(name, ours, theirs, "requests a second", 0.6, at_least=True)


@contextmanager
def server(command: list[str]) -> Iterator[int]:
    """Start a server that says where it is; its port."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as started:
        assert started.stdout is not None
        try:
            found = re.search(r":(\d+)/", started.stdout.readline())
            assert found, "the server did not start"
            yield int(found[1])
        finally:
            started.terminate()


def begin(port: int, bank: str = "") -> tuple[str, str, int]:
    """Begin a sitting: the address of its first question, the cookie, the page's size."""
    connection = HTTPConnection("127.0.0.1", port)
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", f"{bank}/practice", "count=10", headers)
    response = connection.getresponse()
    response.read()
    path = response.headers["Location"]
    cookie = response.headers["Set-Cookie"].split(";")[0]
    connection.request("GET", path, headers={"Cookie": cookie})
    size = len(connection.getresponse().read())
    connection.close()
    return path, cookie, size


def _read(connection: socket.socket) -> None:
    """Read one response to its end."""
    data = connection.recv(65536)
    while b"\r\n\r\n" not in data:
        data += connection.recv(65536)
    head, _, body = data.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200"), head
    length = re.search(rb"Content-Length: (\d+)", head)
    assert length is not None
    left = int(length[1]) - len(body)
    while left:
        left -= len(connection.recv(left))


def _rate(port: int, path: str, cookie: str) -> float:
    """Requests a second with several browsers at once."""
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n\r\n"

    def client(_: int) -> None:  # bare sockets: parsing headers would cost as much as serving
        with socket.create_connection(("127.0.0.1", port)) as connection:
            for _ in range(REQUESTS):
                connection.sendall(request.encode())
                _read(connection)

    start = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(client, range(CLIENTS)))
    return CLIENTS * REQUESTS / (time.perf_counter() - start)
