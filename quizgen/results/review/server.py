"""The page for doubtful rows: a small server on this machine alone."""

from __future__ import annotations

import json
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from secrets import token_urlsafe
from threading import Event, Lock
from typing import TYPE_CHECKING, Any

from quizgen.paper.forms import LETTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quizgen.results.review.decisions import Decision

PAGE = files(__package__) / "page.html"
MAX_BODY = 1000


class Review:
    """The rows that a person is shown, and what is told of them.

    Args:
        doubts: the rows.
        cuts: a PNG of each.
        options: how many options each has.
        decide: called with a row's decision each time.
    """

    def __init__(
        self,
        doubts: Sequence[Decision],
        cuts: Sequence[bytes],
        options: Sequence[int],
        decide: Callable[[int, str], None],
    ) -> None:
        self.doubts, self.cuts, self.options, self.decide = doubts, cuts, options, decide
        self.secret = token_urlsafe(16)
        self.over = Event()
        self.lock = Lock()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.server.daemon_threads = True

    @property
    def host(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self.server.server_address[1]}"

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://{self.host}/{self.secret}/"

    def rows(self) -> list[dict[str, Any]]:
        """What the page is told of each row."""
        return [
            {
                "seat": doubt.seat,
                "form": doubt.form,
                "file": doubt.file,
                "page": doubt.page,
                "question": doubt.question,
                "letters": LETTERS[:count],
            }
            for doubt, count in zip(self.doubts, self.options, strict=True)
        ]

    def told(self, place: object, answer: object) -> bool:
        """Take a decision; False where it is none of this page."""
        if type(place) is not int or not 0 <= place < len(self.doubts):
            return False
        if answer != "" and (
            not isinstance(answer, str)
            or len(answer) != 1
            or answer not in LETTERS[: self.options[place]]
        ):
            return False
        with self.lock:
            self.decide(place, str(answer))
        return True

    def run(self) -> None:
        """Serve until the person is done."""
        from threading import Thread

        Thread(target=self.server.serve_forever, daemon=True).start()
        try:
            self.over.wait()
        finally:
            self.server.shutdown()
            self.server.server_close()


def _handler(review: Review) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Answers what the page asks, to whoever knows the secret."""

        def do_GET(self) -> None:
            path = self._path()
            if path == "":
                rows = json.dumps(review.rows()).replace("<", "\\u003c")
                page = PAGE.read_text("utf-8").replace("{{rows}}", rows)
                self._send(page.encode(), "text/html; charset=utf-8")
            elif path is not None and path.startswith("row/") and path[4:].isdecimal():
                place = int(path[4:])
                if place < len(review.cuts):
                    self._send(review.cuts[place], "image/png")
                else:
                    self._refuse()
            else:
                self._refuse()

        def do_POST(self) -> None:
            path = self._path()
            length = self.headers.get("Content-Length", "")
            if path is None or not length.isdecimal() or int(length) > MAX_BODY:
                self._refuse()
                return
            body = self.rfile.read(int(length))
            if path == "done":
                self._send(b"{}", "application/json")
                review.over.set()
                return
            try:
                told = json.loads(body)
                taken = path == "decide" and review.told(told["row"], told["answer"])
            except (ValueError, KeyError, TypeError):
                taken = False
            if taken:
                self._send(b"{}", "application/json")
            else:
                self._refuse()

        def _path(self) -> str | None:
            """What follows the secret; None for whoever does not know it or came by a name."""
            start = f"/{review.secret}/"
            if self.headers.get("Host") != review.host or not self.path.startswith(start):
                return None
            return self.path[len(start) :]

        def _send(self, content: bytes, media: str) -> None:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", media)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "no-store")
            self.send_header("Referrer-Policy", "no-referrer")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.send_header(
                "Content-Security-Policy",
                "default-src 'none'; img-src 'self' data:; connect-src 'self'; base-uri 'none';"
                " style-src 'unsafe-inline'; script-src 'unsafe-inline'; frame-ancestors 'none'",
            )
            self.end_headers()
            self.wfile.write(content)

        def _refuse(self) -> None:
            self.send_error(HTTPStatus.NOT_FOUND)

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing is logged."""

    return Handler
