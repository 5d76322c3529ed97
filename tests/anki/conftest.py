"""A small bank, and a student with the real Anki."""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
import zipfile
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.scheduler.v3 import CardAnswer

from quizgen.anki.edition import edition
from quizgen.anki.ledger import Release
from quizgen.anki.package import write_package
from quizgen.anki.part import Part
from quizgen.bank.load import load_bank

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from anki.cards import Card

    from quizgen.bank.model import Bank

RELEASED = 1_700_000_000
OUTCOMES = ("new", "updated", "duplicate", "conflicting", "missing_notetype", "missing_deck")


class Student:
    """Someone who imports decks with Anki's default options, and studies them."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.col = Collection(str(folder / "collection.anki2"))

    def close(self) -> None:
        self.col.close()

    def imports(self, package: Path) -> dict[str, int]:
        """Import a package; how many notes had which outcome, without those that none had."""
        request = ImportAnkiPackageRequest(
            package_path=str(package), options=ImportAnkiPackageOptions()
        )
        log = self.col.import_anki_package(request).log
        self.col.models._clear_cache()
        self.set_clock()
        counts = {outcome: len(getattr(log, outcome)) for outcome in OUTCOMES}
        return {outcome: count for outcome, count in counts.items() if count}

    def clock(self) -> int:
        """What time it is for the student."""
        return int(time.time())

    def set_clock(self) -> None:
        """Date back what Anki has just dated."""
        assert self.col.db is not None
        just = time.time() - 600
        self.col.db.execute("update notes set mod = ? where mod > ?", self.clock(), just)

    def cards(self, search: str = "") -> list[Card]:
        return [self.col.get_card(id) for id in self.col.find_cards(search, order="n.id, c.ord")]

    def card(self, search: str) -> Card:
        (card,) = self.cards(search)
        return card

    def sides(self, search: str) -> tuple[str, str]:
        """What is to be read on the front and on the back of the one card that is found."""
        output = self.card(search).render_output()
        return words(output.question_text), words(output.answer_text)

    def answers(self, search: str) -> None:
        """Study the one card that is found."""
        card = self.card(search)
        card.start_timer()
        states = self.col._backend.get_scheduling_states(card.id)
        scheduler: Any = self.col.sched
        scheduler.answer_card(
            scheduler.build_answer(card=card, states=states, rating=CardAnswer.GOOD)
        )

    def progress(self) -> dict[str, Any]:
        """All that a student would hate to lose."""
        db = self.col.db
        assert db is not None
        return {
            "log": db.all("select * from revlog order by id"),
            "schedule": db.all(
                "select id, nid, did, ord, type, queue, due, ivl, factor, reps, lapses, data"
                " from cards order by id"
            ),
        }

    def content(self) -> list[Any]:
        """All notes as they are stored."""
        assert self.col.db is not None
        return self.col.db.all("select id, guid, mid, mod, tags, flds from notes order by id")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent = tag in ("style", "script")
        self.text += "\n" if tag == "br" else ""

    def handle_endtag(self, tag: str) -> None:
        self.silent = False

    def handle_data(self, data: str) -> None:
        self.text += "" if self.silent else data


def words(html: str) -> str:
    """What a reader sees of some HTML."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    return parser.text


def without_brackets(text: str) -> str:
    """The text as a blank may hold it."""
    return text.replace("[", "(").replace("]", ")")


@pytest.fixture
def read_words() -> Callable[[str], str]:
    return words


@pytest.fixture
def new_student(tmp_path: Path) -> Iterator[Callable[[], Student]]:
    students: list[Student] = []

    def new() -> Student:
        students.append(Student(tmp_path / f"student-{len(students)}"))
        return students[-1]

    yield new
    for student in students:
        student.close()


@pytest.fixture
def student(new_student: Callable[[], Student]) -> Student:
    return new_student()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small bank that a test may change."""
    return Path(shutil.copytree(Path(__file__).with_name("bank"), tmp_path / "bank"))


@pytest.fixture
def bank(folder: Path) -> Bank:
    return load_bank(folder)


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Path]:
    """A function that writes a package and returns its path."""

    def build(bank: Bank, released: int = RELEASED, part: Part | None = None) -> Path:
        path = tmp_path / f"{bank.id}-{released}.apkg"
        write_package(edition(bank, None, Release(released, "first")), path, part or Part())
        return path

    return build


@pytest.fixture
def bank_saying(tmp_path: Path) -> Callable[[str], Bank]:
    """A function that gives a bank with the given text in each place that holds prose."""

    def make(text: str) -> Bank:
        folder = tmp_path / "saying"
        folder.mkdir(exist_ok=True)
        source = dict.fromkeys(("author", "title", "publisher", "published"), text)
        source |= dict.fromkeys(("genre", "licence"), text)
        question = {
            "ask": f"{text}?",
            "answer": text,
            "accept": [f"{text} accepted"],
            "wrong": [{"text": f"{text} wrong", "why": f"{text} reason"}, "plain"],
            "why": text,
        }
        claim = {
            "id": "c",
            "kind": "quote",
            "text": f"{text} [[{without_brackets(text)} blank]] and [[last]]",
            "speaker": text,
            "evidence": {"paragraph": 1, "quote": f"{text} three words"},
            "topics": ["t"],
            "context": text,
            "reference": text,
            "content_note": text,
            "questions": {"q": question},
        }
        head = {"id": "said", "title": text, "about": text}
        files = {
            "bank": {"bank": head, "topics": [{"id": "t", "title": text}]},
            "a": {"source": {"id": "a", **source}, "claims": [claim]},
            "b": {"source": {"id": "b", **source, "author": "Other"}, "claims": []},
        }
        for name, data in files.items():
            (folder / f"{name}.yaml").write_text(
                json.dumps(data, ensure_ascii=False), encoding="utf-8"
            )
        return load_bank(folder)

    return make


@pytest.fixture
def database(tmp_path: Path) -> Callable[[Path, str], Any]:
    """A function that runs a query on a package's database."""

    def query(package: Path, sql: str) -> Any:
        with zipfile.ZipFile(package) as archive:
            archive.extract("collection.anki2", tmp_path)
        with closing(sqlite3.connect(tmp_path / "collection.anki2")) as connection:
            return connection.execute(sql).fetchall()

    return query
