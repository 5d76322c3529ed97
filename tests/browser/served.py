"""The site in this very process, so that a test can turn its clock, break it or change its bank."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen_web import create_app
from quizgen_web.shell.settings import Settings
from quizgen_web.shell.site import Shelf, Site
from quizgen_web.store import open_store
from quizgen_web.store.database import now_ms
from waitress.server import create_server

from quizgen.bank.load import default_bank, load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest
    from flask import Flask
    from quizgen_web.store import Store

    from quizgen.bank.model import Bank

DAY = 86_400_000


@dataclass
class Served:
    """A site that is being served.

    Attributes:
        address: where.
        app: the application.
        bank: the bank that ships with quizgen.
        store: where its answers are kept.
        days: how many days ahead its clock is.
    """

    address: str
    app: Flask
    bank: Bank
    store: Store
    days: int = 0

    def change(self, bank: Bank) -> None:
        """Let the site ask another bank from now on, with the learners it has."""
        self.app.extensions["quizgen"].shelf.put(Site.of(bank))


@contextmanager
def served(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """Serve the shipped bank."""
    loaded = load(default_bank())
    store = open_store(f"sqlite:///{folder / 'site.sqlite3'}")
    app = create_app(Shelf.of(loaded), Settings("a secret of tests, long enough", ""), store)
    listener = socket.create_server(("127.0.0.1", 0))
    server = create_server(app, sockets=[listener])
    thread = threading.Thread(target=server.run)
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    site = Served(address, app, loaded.bank, store)
    for module in ("quizgen_web.shell.learner", "quizgen_web.store.sittings"):
        monkeypatch.setattr(f"{module}.now_ms", lambda: now_ms() + site.days * DAY)
    thread.start()
    try:
        yield site
    finally:
        server.close()
        thread.join()
        store.close()
