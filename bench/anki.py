"""Writing a deck, against genanki with the same notes.

Each measurement is a process of its own, so that its peak of memory is its own too. Both sides
get the same notes, with the same fields, tags and cards; what is measured is writing them: the time
that it takes, and the memory that it takes beyond the notes, which both sides hold.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import genanki

from bench.measure import Figure
from quizgen.anki.edition import Edition, edition
from quizgen.anki.ledger import Release
from quizgen.anki.note_types import NoteType
from quizgen.anki.package import package_bytes
from quizgen.bank.attribution import Attribution, Stem
from quizgen.bank.model import (
    Bank,
    Claim,
    Distractor,
    Question,
    Topic,
)
from quizgen.bank.patterns import Patterns
from quizgen.bank.source import Evidence, Source
from quizgen.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = (10_000, 100_000)
ROUNDS = 3
_LONG = "a < b " * 33_334


def figures() -> Iterator[Figure]:
    """Time, memory and file size for each number of notes, and one very long field."""
    for size in SIZES:
        ours, theirs = _pair(size)
        notes = f"{size:,} notes"
        yield Figure(f"deck, {notes}", ours["seconds"], theirs["seconds"], "s", 0.7)
        yield Figure(f"its memory, {notes}", ours["peak"], theirs["peak"], "MB", 0.75)
        yield Figure(f"its file, {notes}", ours["size"], theirs["size"], "MB", 0.15)
    start = time.perf_counter()
    with TemporaryDirectory() as folder:
        package_bytes(_edition(5, _LONG), Path(folder))
    yield Figure("200 kB of 'a < b ' in a field", time.perf_counter() - start, 1, "s", 1)


def _pair(size: int) -> tuple[dict[str, float], dict[str, float]]:
    """The best of several rounds of each, in turn."""
    runs: dict[str, list[dict[str, float]]] = {"ours": [], "genanki": []}
    for _ in range(ROUNDS):
        for name, done in runs.items():
            command = [sys.executable, "-m", "bench.anki", name, str(size)]
            done.append(json.loads(subprocess.run(command, check=True, capture_output=True).stdout))
    best = [{key: min(run[key] for run in done) for key in done[0]} for done in runs.values()]
    return best[0], best[1]


def _edition(notes: int, why: str = "") -> Edition:
    """An edition of that many notes, five a question, in the shape of a real one."""
    source = Source("w", "Ada Writer", "A long essay", "The Press", "2026", "essay", "made up")
    attribution = Attribution((source,), Patterns())
    topics = (Topic("first", "The first topic"), Topic("second", "The second topic"))
    questions = []
    for n in range(notes // 5):
        claim = Claim(
            id=f"w-claim-{n}",
            kind="fact",
            statement=Stem(f"in the year [[{1000 + n % 900}]] the town of Place {n} built a hall"),
            attribution=attribution,
            evidence=(Evidence(source, n + 1, f"opened the hall of Place {n} in the year"),),
            topics=(topics[n % 2],),
            context=f"The opening of hall {n} was announced a year earlier and put off twice.",
            reference=f"Town records, volume {n}",
        )
        questions.append(
            Question(
                id=f"w-claim-{n}.year",
                claim=claim,
                stem=Stem(f"in which year did the town of Place {n} build its hall?"),
                key=str(1000 + n % 900),
                accept=(f"the year {1000 + n % 900}",),
                distractors=tuple(Distractor(str(1950 + n % 50 + step)) for step in (0, 3, 7)),
                rationale=why or f"Writer dates the hall of Place {n} to {1000 + n % 900}.",
                difficulty=1,
                skill="recall",
                modes=("choice", "typed", "recall", "cloze", "who"),
            )
        )
    bank = Bank("b", "A bank", "", "en", topics, (source,), (), tuple(questions))
    return edition(bank, None, Release(1_700_000_000, "first"))


def _ours(found: Edition, path: Path) -> None:
    write_atomically(path, package_bytes(found, path.parent))


def _genanki(found: Edition, path: Path) -> None:
    library: Any = genanki  # it has no types
    decks: dict[str, Any] = {}
    models: dict[str, Any] = {}
    for note in found.notes:
        deck = decks.setdefault(note.deck, library.Deck(len(decks) + 1, note.deck))
        if note.mode not in models:
            own = NoteType(found.bank, note.mode, 0)
            models[note.mode] = library.Model(
                own.model_id, own.name, own.fields, own.templates, own.css, own.model_type
            )
        model, fields, tags = models[note.mode], list(note.fields), list(note.tags)
        deck.add_note(library.Note(model, fields, guid=note.guid, tags=tags, due=note.due))
    library.Package(list(decks.values())).write_to_file(path, timestamp=1_700_000_000)


def _memory(name: str) -> float:
    """What Linux says of this process under a name, in MB; ``VmHWM`` is the peak."""
    found = re.search(rf"^{name}:\s*(\d+) kB", Path("/proc/self/status").read_text(), re.M)
    assert found, name
    return int(found[1]) / 1024


def main() -> None:
    """Write one deck and print what it took, as JSON."""
    work, size = {"ours": _ours, "genanki": _genanki}[sys.argv[1]], int(sys.argv[2])
    found = _edition(size)
    with TemporaryDirectory() as folder:
        tempfile.tempdir = folder  # genanki leaves a file behind
        path = Path(folder) / "deck.apkg"
        Path("/proc/self/clear_refs").write_text("5")  # what making the notes took is past
        before = _memory("VmRSS")
        start = time.perf_counter()
        work(found, path)
        seconds = time.perf_counter() - start
        peak = _memory("VmHWM") - before
        print(json.dumps({"seconds": seconds, "peak": peak, "size": path.stat().st_size / 1e6}))


if __name__ == "__main__":
    main()
