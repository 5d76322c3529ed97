"""Banks whose files have changed are loaded again, aside, and put on the shelf once they are whole.

A request looks, once a second at most, and never waits. A bank that cannot be loaded is told of
once, and the one that stands on the shelf stays there.
"""

from __future__ import annotations

import gc
import logging
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from quizgen.bank.folders import stamp
from quizgen.bank.load import load
from quizgen.errors import QuizgenError
from quizgen_web.shell.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quizgen.bank.folders import Stamp
    from quizgen_web.shell.site import Shelf

PAUSE = 1.0
"""Seconds from one look to the next."""

log = logging.getLogger("quizgen")


class Watch:
    """Looks after the files of a shelf's banks."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._folders = {s.bank.id: s.loaded.folder for s in shelf if s.loaded}
        self._stamps = {id: stamp(folder) for id, folder in self._folders.items()}
        self._next = 0.0
        self._busy = threading.Lock()

    def look(self) -> None:
        """Begin to load what has changed, unless the last look was a moment ago."""
        now = time.monotonic()
        if now < self._next or not self._busy.acquire(blocking=False):
            return
        self._next = now + PAUSE
        changed = self._changed()
        if changed:
            threading.Thread(target=self._load, args=[changed], daemon=True).start()
        else:
            self._busy.release()

    def _changed(self) -> dict[str, Stamp]:
        now = {id: stamp(folder) for id, folder in self._folders.items()}
        return {id: found for id, found in now.items() if found != self._stamps[id]}

    def _load(self, changed: dict[str, Stamp]) -> None:
        try:
            with _without_pauses():
                for id, found in changed.items():
                    self._stamps[id] = found  # what is wrong with these files is told once
                    self._load_one(id, self._folders[id])
        finally:
            self._busy.release()

    def _load_one(self, id: str, folder: Path) -> None:
        try:
            loaded = load(folder)
            if loaded.bank.id != id:
                message = f"the bank's id was {id!r} and is {loaded.bank.id!r} now"
                raise QuizgenError.of(str(folder), "new-id", message, "start the site anew")
            self._shelf.put(Site.of(loaded.bank, loaded))
        except QuizgenError as error:
            log.warning("%s\nThe bank %s stays as it was.", error, id)
        except Exception:  # a folder in an odd state must not end the looking
            log.exception("The bank %s could not be read and stays as it was.", id)


@contextmanager
def _without_pauses() -> Iterator[None]:
    """Make many objects that last without stopping all readers to look through them.

    Python's collector would look through a bank of 10,000 questions for half a second. So it
    rests while the bank is made, and what is there then is kept out of its sight. A bank holds
    no circles: it goes when nobody holds it any more, without the collector.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
