"""Changed banks: swapped in whole, or left as they were and told of once."""

from __future__ import annotations

import gc
import logging
import time
from typing import TYPE_CHECKING

import pytest
from quizgen_web import create_app
from quizgen_web.shell import watch
from quizgen_web.shell.settings import Settings
from quizgen_web.shell.site import Shelf

from quizgen.bank import folders
from quizgen.bank.load import load
from quizgen.bank.model import Bank
from tests.web.conftest import SECRET, Learner

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from quizgen_web.store import Store

    from quizgen.bank.folders import Stamp


@pytest.fixture
def shelf(example: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    monkeypatch.setattr(watch, "PAUSE", 0.0)
    return Shelf.of(load(example))


@pytest.fixture
def learner(shelf: Shelf, store: Store) -> Learner:
    return Learner(create_app(shelf, Settings(SECRET, ""), store))


def rename(example: Path, title: str) -> None:
    head = example / "bank.yaml"
    lines = head.read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.strip().startswith("title:"))
    lines[at] = f"  title: {title}"
    head.write_text("\n".join(lines) + "\n", "utf-8")


def until(met: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not met():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.01)


def test_a_changed_bank_is_there_soon_and_open_sittings_go_on(
    example: Path, learner: Learner
) -> None:
    learner.start(count="2", mode="recall")
    place = learner.page.request.path
    rename(example, "Another title")
    until(lambda: "Another title" in learner.get("/").text)
    assert learner.get(place).status_code == 200
    learner.post(place, action="knew")
    assert "1 right at first" in learner.words


def test_a_bank_that_does_not_load_leaves_the_old_one_and_is_told_once(
    example: Path, learner: Learner, shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    old = shelf.only
    with caplog.at_level(logging.WARNING, "quizgen"):
        rename(example, "'never closed")
        until(lambda: learner.get("/") and caplog.records)
        for _ in range(20):
            learner.get("/")
            time.sleep(0.01)
    assert len(caplog.records) == 1
    assert "bank.yaml" in caplog.text
    assert "stays as it was" in caplog.text
    assert shelf.only is old
    rename(example, "Mended")
    until(lambda: "Mended" in learner.get("/").text)


def test_a_bank_that_takes_another_id_is_left_out(
    example: Path, learner: Learner, shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    head = example / "bank.yaml"
    head.write_text(head.read_text("utf-8").replace("id: night-bus", "id: new-bus"), "utf-8")
    until(lambda: learner.get("/") and caplog.records)
    assert "start the site anew" in caplog.text
    assert [site.bank.id for site in shelf] == ["night-bus"]


def test_a_folder_that_goes_away_leaves_the_bank(
    example: Path, learner: Learner, caplog: pytest.LogCaptureFixture
) -> None:
    example.rename(example.with_name("elsewhere"))
    until(lambda: learner.get("/") and caplog.records)
    assert learner.get("/").status_code == 200


def test_files_are_looked_at_once_a_second_at_most(
    shelf: Shelf, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked, now = [], [100.0]

    def stamp(folder: Path) -> Stamp:
        looked.append(folder)
        return folders.stamp(folder)

    monkeypatch.setattr(watch, "PAUSE", 1.0)
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    looking = watch.Watch(shelf)
    monkeypatch.setattr(watch, "stamp", stamp)
    for _ in range(50):
        looking.look()
        now[0] += 0.1
    assert 4 <= len(looked) <= 6
    assert set(looked) == {example}


def banks_called(title: str) -> int:
    gc.unfreeze()  # what the collector does not look at is not counted either
    return sum(isinstance(o, Bank) and o.title == title for o in gc.get_objects())


def test_the_old_bank_is_let_go_even_after_papers_and_decks_were_made(
    example: Path, learner: Learner
) -> None:
    rename(example, "The old one")
    until(lambda: "The old one" in learner.get("/").text)
    assert learner.get("/paper/preview?seed=x&n=2").status_code == 200
    assert learner.get("/anki/deck.apkg").status_code == 200
    assert banks_called("The old one") == 1
    rename(example, "Another title")
    until(lambda: "Another title" in learner.get("/").text)
    learner.get("/paper/preview?seed=x&n=2")

    def gone() -> bool:
        gc.collect()  # a template's macros hold its page, and the page them
        return not banks_called("The old one")

    until(gone)
