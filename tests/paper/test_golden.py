"""Codes that were printed once: whatever changes in the program, they bring the same paper back.

A code below that fails is a paper in somebody's folder that can no longer be made. Do not renew
it: give the code a new version, and keep the old decoder and the old list of what is said.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.bank.load import load_bank
from quizgen.bank.model import KIND_LABELS
from quizgen.errors import QuizgenError
from quizgen.paper import tables
from quizgen.paper.again import paper_again
from quizgen.paper.blueprint import AXES, WORDS
from quizgen.paper.edits import CHANGES
from quizgen.paper.forms import LETTERS
from quizgen.text.symbols import read, write

BANK = load_bank(Path(__file__).with_name("golden"))


GOLDEN = {
    "plain": (
        "4GXD-5T5E-7D64-4K",
        (
            "okafor-riders.number",
            "ellery-mayor-quote.what",
            "ellery-founding.route",
        ),
    ),
    "filters": (
        "4GXD-5TC6-5BDM-DGCX-9H",
        (
            "okafor-riders.number",
            "ellery-founding.route",
        ),
    ),
    "counts": (
        "4GXD-5T2H-PHDP-Z37C-6T8R-8",
        (
            "ellery-founding.year",
            "okafor-riders.number",
            "both-service.agree",
        ),
    ),
    "changed": (
        "4GXD-5TSC-QUM9-TXSH-URA",
        (
            "ellery-mayor-quote.what",
            "okafor-taxis.instead",
        ),
    ),
    "second form": (
        "4GXD-5TJP-QDF8-7R",
        (
            "ellery-thesis.whom",
            "okafor-taxis.instead",
            "ellery-mayor-quote.what",
        ),
    ),
}
"""By what it holds, each code with the questions of its paper, in order."""


@pytest.mark.parametrize("name", GOLDEN)
def test_a_printed_code_brings_its_paper_back(name: str) -> None:
    code, questions = GOLDEN[name]
    paper = paper_again(BANK, code)
    assert paper.code == code
    assert tuple(item.question.id for item in paper.items) == questions
    assert "".join(item.key for item in paper.items)


def test_the_tables_only_grow_at_their_end() -> None:
    assert tables.AXES[:5] == ("topic", "author", "kind", "difficulty", "skill")
    assert tables.CHANGES[:4] == ("swap", "drop", "up", "down")
    assert tables.VALUES["kind"][:3] == ("fact", "quote", "interpretation")
    assert tables.VALUES["difficulty"] == ("1", "2", "3")
    skills = ("recall", "sourcing", "evidence", "corroboration", "reasoning")
    assert tables.VALUES["skill"][:5] == skills
    sizes = (tables.FORMS, tables.NUMBERS, tables.NAMES, tables.TWINS, *tables.ROOM.values())
    assert sizes == (32, 512, 4096, 4, 16, 16, 16)
    assert (tables.VERSION, tables.SEEDS, tables.DIGESTS) == (2, 31**5, 31**5)


def test_the_tables_name_all_that_a_blueprint_can_ask_for() -> None:
    assert set(AXES) <= set(tables.AXES)
    assert set(CHANGES) <= set(tables.CHANGES)
    assert set(KIND_LABELS) <= set(tables.VALUES["kind"])
    assert all(set(WORDS[axis]) <= set(tables.VALUES[axis]) for axis in WORDS)
    assert len(LETTERS) <= tables.FORMS


def test_what_joins_a_table_leaves_printed_codes_valid(monkeypatch: pytest.MonkeyPatch) -> None:
    more = {axis: (*values, "new") for axis, values in tables.VALUES.items()}
    monkeypatch.setattr("quizgen.paper.code.VALUES", more)
    monkeypatch.setattr("quizgen.paper.code.AXES", (*tables.AXES, "new"))
    for code, _ in GOLDEN.values():
        assert paper_again(BANK, code).code == code


@pytest.mark.parametrize(
    ("version", "said"),
    [(1, "by a draft of quizgen"), (3, "by a newer quizgen"), (30, "by a newer quizgen")],
)
def test_a_code_of_another_version_says_so(version: int, said: str) -> None:
    with pytest.raises(QuizgenError, match=said):
        paper_again(BANK, write(version, read(GOLDEN["plain"][0])[1]))
