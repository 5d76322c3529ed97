"""A sixth mode is found wherever there are modes, with nothing else touched."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from quizgen_web import create_app
from quizgen_web.shell.settings import Settings
from quizgen_web.shell.site import Shelf
from quizgen_web.store import open_store

from quizgen.bank.json_schema import json_schema
from quizgen.bank.load import load
from quizgen.cli import main
from quizgen.modes import MODES
from tests.anki.conftest import Student
from tests.modes import scratch
from tests.web.conftest import SECRET, Learner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.load import Loaded

ID = "ellery-founding.route"


@pytest.fixture
def folder(example: Path) -> Iterator[Path]:
    """A bank, and one more mode than usual."""
    scratch.add()
    yield example
    del MODES[scratch.Hinted.name]


@pytest.fixture
def loaded(folder: Path) -> Loaded:
    return load(folder)


@pytest.fixture
def learner(loaded: Loaded, tmp_path: Path) -> Iterator[Learner]:
    store = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    yield Learner(create_app(Shelf.of(loaded), Settings(SECRET, "unused"), store))
    store.close()


def test_the_site_offers_it_and_asks_and_judges(learner: Learner) -> None:
    assert "With a hint" in learner.words
    assert "Choose the author by the first letter of his name." in learner.page.text
    learner.start(count="1", mode="hinted")
    assert len(learner.options) == 2
    author = next(name for name in learner.options if f"According to {name}" in learner.heading)
    learner.answer(author)
    assert learner.heading.endswith("Right")
    assert author in learner.words


def test_a_page_of_a_question_and_a_link_offer_it(learner: Learner) -> None:
    learner.get(f"/q/{ID}?mode=hinted")
    assert "With a hint" in learner.words
    learner.post(f"/q/{ID}", mode="hinted", given="Martha Ellery", submission="one")
    assert learner.heading.endswith("Right")
    learner.get("/quiz?seed=a&n=3&mode=hinted")
    assert "With a hint: Choose the author" in learner.words


def test_anki_imports_its_cards(learner: Learner, tmp_path: Path) -> None:
    assert "With a hint" in learner.get("/anki").text
    package = tmp_path / "deck.apkg"
    package.write_bytes(learner.get("/anki/deck.apkg?mode=hinted&author=ellery").data)
    student = Student(tmp_path / "student")
    try:
        notes = student.imports(package)["new"]
        assert notes == len(student.cards("tag:*::mode::hinted")) > 1
        front, back = student.sides(f"Id:{ID}")
        assert "M · R&B" in front
        assert "Martha Ellery" in back
    finally:
        student.close()


def test_its_cards_come_after_those_of_the_other_modes(loaded: Loaded) -> None:
    from quizgen.anki.notes import notes

    dues = {note.mode: note.due for note in notes(loaded.bank)}
    assert max(dues, key=lambda mode: dues[mode]) == "hinted"


def test_list_and_stats_know_it(folder: Path) -> None:
    listed = CliRunner().invoke(main, ["list", str(folder), "--json"])
    modes = {record["id"]: record["modes"] for record in json.loads(listed.stdout)}
    assert modes[ID] == ["choice", "typed", "recall", "cloze", "who", "hinted"]
    counted = CliRunner().invoke(main, ["stats", str(folder), "--json"])
    assert json.loads(counted.stdout)["modes"]["hinted"] > 1


def test_a_bank_may_ask_for_it(folder: Path) -> None:
    file = folder / "ellery.yaml"
    text = file.read_text("utf-8").replace(
        "        why:", "        modes: [hinted]\n        why:", 1
    )
    file.write_text(text, "utf-8")
    assert ("hinted",) in {question.modes for question in load(folder).bank.questions}
    jsonschema.Draft202012Validator(json_schema()).validate(yaml.safe_load(text))


def test_the_command_line_offers_it(example: Path, tmp_path: Path) -> None:
    begin = "from tests.modes.scratch import add; add(); from quizgen.cli import main; main()"

    def run(*arguments: str) -> str:
        command = [sys.executable, "-c", begin, "anki", *arguments]
        cwd = Path(__file__).parents[2]
        return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=True).stdout

    assert "Choose the author by the first letter" in " ".join(run("--help").split())
    deck = str(tmp_path / "a.apkg")
    assert "hinted), cards" in run(str(example), "-o", deck, "--mode", "hinted")
