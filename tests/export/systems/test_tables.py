"""Spreadsheets and lists, by python-calamine, csv and each system's own rules."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from python_calamine import CalamineWorkbook

from quizgen.errors import QuizgenError
from quizgen.export.items import Option
from quizgen.export.limits import BLOOKET, GIMKIT, KAHOOT, stem
from quizgen.export.systems.tables import defused, workbook
from quizgen.text.cells import length
from tests.export.systems.reading import answers, made, options, plain, system, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.export import ItemSet
    from quizgen.export.limits import Limits

Question = tuple[str, tuple[tuple[str, bool], ...]]
FORMULA = re.compile(r"[=+\-@\t\r]")
NUMBER = re.compile(r"[+-][0-9.,]+%?\Z")


def sheets(file: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(file))
    return {
        name: [[*row] for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
        for name in book.sheet_names
    }


def rows(file: bytes) -> list[list[str]]:
    """Of a CSV; no cell is a formula, and what was put before one is taken away again."""
    found = [*csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""))]
    for cell in (cell for row in found for cell in row):
        assert not FORMULA.match(cell) or NUMBER.match(cell), cell
    return [[re.sub(r"\A'(?='*[=+\-@\t\r])", "", cell) for cell in row] for row in found]


def kahoot(file: bytes) -> list[Question]:
    """By the rules of Kahoot's template."""
    table = sheets(file)["Sheet1"]
    head, body = table[7], table[8:]
    assert head[1] == "Question - max 120 characters"
    assert [str(cell)[:8] for cell in head[2:6]] == [f"Answer {n}" for n in range(1, 5)]
    assert [row[0] for row in body] == list(range(1, len(body) + 1))
    found = []
    for row in body:
        text, texts, seconds, right = str(row[1]), [str(c) for c in row[2:6] if c], row[6], row[7]
        assert 0 < length(text) <= 120
        assert all(length(each) <= 75 for each in texts)
        assert 2 <= len(texts) <= 4
        assert seconds in {5, 10, 20, 30, 60, 90, 120, 240}
        found.append((text, _with_key(texts, str(right))))
    return found


def blooket(file: bytes) -> list[Question]:
    table = rows(file)
    assert table[0] == ["Blooket\nImport Template", *[""] * 7]
    assert table[1] == [
        "Question #",
        "Question Text",
        "Answer 1",
        "Answer 2",
        "Answer 3\n(Optional)",
        "Answer 4\n(Optional)",
        "Time Limit (sec)\n(Max: 300 seconds)",
        "Correct Answer(s)\n(Only include Answer #)",
    ]
    for row in table[2:]:
        assert len(row) == 8
        assert row[1]
        assert 5 <= int(row[6]) <= 300
    return [(row[1], _with_key([c for c in row[2:6] if c], row[7])) for row in table[2:]]


def gimkit(file: bytes) -> list[Question]:
    table = rows(file)
    assert table[1] == [
        "Question",
        "Correct Answer",
        "Incorrect Answer 1",
        "Incorrect Answer 2 (Optional)",
        "Incorrect Answer 3 (Optional)",
    ]
    for row in table[2:]:
        assert len(row) == 5
        assert all(row[:3])
    return [(row[0], tuple((c, n == 0) for n, c in enumerate(row[1:]) if c)) for row in table[2:]]


def _with_key(texts: Sequence[str], right: str) -> tuple[tuple[str, bool], ...]:
    assert len(texts) >= 2
    assert re.fullmatch("[1-4]", right)
    assert int(right) <= len(texts)
    return tuple((text, n == int(right)) for n, text in enumerate(texts, 1))


READERS = {"kahoot": (kahoot, KAHOOT), "blooket": (blooket, BLOOKET), "gimkit": (gimkit, GIMKIT)}


def asked(items: ItemSet, limits: Limits) -> list[Question]:
    found = []
    for item in items.items:
        shown = options(item)
        if limits is GIMKIT:
            shown = tuple(sorted(shown, key=lambda one: not one[1]))
        found.append((plain(stem(item, limits)), shown))
    return found


def fitting(items: ItemSet, limits: Limits) -> ItemSet:
    fit = tuple(item for item in items.items if stem(item, limits))
    return replace(items, items=fit)


@pytest.mark.parametrize("format", READERS)
@pytest.mark.parametrize("name", ["shipped", "hostile_items"])
def test_questions_arrive_with_author_and_paragraph(
    format: str, name: str, request: pytest.FixtureRequest
) -> None:
    read, limits = READERS[format]
    items = fitting(request.getfixturevalue(name), limits)
    assert len(items.items) > 5
    found = read(made(format, items))
    assert [(plain(text), shown) for text, shown in found] == asked(items, limits)
    for (text, _), item in zip(found, items.items, strict=True):
        assert text.endswith(f"[{item.cite}]")


@pytest.mark.parametrize(
    ("format", "spoil"),
    [
        ("kahoot", lambda file: made("quizizz", file)),
        ("blooket", lambda file: made("blooket", file).replace(b"(Optional)", b"", 1)),
        ("blooket", lambda file: made("blooket", file).replace(b",30,", b",301,", 1)),
        ("gimkit", lambda file: made("gimkit", file).replace(b"Correct Answer", b"Answer", 1)),
        ("gimkit", lambda file: made("gimkit", file) + b"a question without options,,,,\r\n"),
    ],
)
def test_a_spoilt_table_is_refused(format: str, spoil: object, shipped: ItemSet) -> None:
    with pytest.raises(AssertionError):
        READERS[format][0](spoil(shipped))  # type: ignore[operator]


def test_the_short_stem_goes_where_the_long_one_has_no_room(hostile_items: ItemSet) -> None:
    item = next(item for item in hostile_items.items if "paragraph" in item.prompt)
    assert stem(item, KAHOOT) == item.cited
    long = replace(item, prompt=type(item.prompt)(f"{item.prompt} {'word ' * 20}"))
    assert stem(long, KAHOOT) == item.brief
    assert str(item.brief).endswith(" [Ada Author ¶3]")
    assert stem(replace(long, brief=None), KAHOOT) == ""


def test_what_has_no_room_is_refused_and_all_of_it_named(hostile_items: ItemSet) -> None:
    first, second, third, *rest = hostile_items.items
    long = replace(first, prompt=type(first.prompt)("word " * 40), brief=None)
    wide = replace(second, options=(*second.options[:3], Option("D", "x" * 76)))
    many = replace(third, options=(*third.options, Option("E", "more")))
    items = replace(hostile_items, items=(long, wide, many, *rest))
    with pytest.raises(QuizgenError) as refused:
        made("kahoot", items)
    found = {problem.file: problem.message for problem in refused.value.problems}
    assert found == {
        first.id: "question 1 does not fit Kahoot: with its author the shortest stem has "
        "216 characters of 120",
        second.id: "question 2 does not fit Kahoot: option D has 76 characters of 75",
        third.id: "question 3 does not fit Kahoot: it has 5 options of 4",
    }
    assert all("quizizz" in problem.advice for problem in refused.value.problems)


def test_an_emoji_counts_as_the_two_characters_that_spreadsheets_see() -> None:
    assert length("a😀") == 3


def test_the_sources_stand_on_a_second_sheet(shipped: ItemSet) -> None:
    table = sheets(made("quizizz", shipped))["Sources"]
    cells = [[str(cell) for cell in row] for row in table[1:]]
    proofs = [(item, proof) for item in shipped.items for proof in item.evidence]
    assert len(cells) == len(proofs)
    for row, (item, proof) in zip(cells, proofs, strict=True):
        assert row[1:5] == [item.id, item.prompt, proof.source.author, proof.source.title]
        assert row[8:] == [proof.heading, str(proof.paragraph), proof.phrase, proof.url]


@pytest.mark.parametrize("name", ["shipped", "hostile_items", "typed_items"])
def test_quizizz_gets_key_spellings_and_explanation(
    name: str, request: pytest.FixtureRequest
) -> None:
    items: ItemSet = request.getfixturevalue(name)
    table = sheets(made("quizizz", items))["Sheet1"]
    assert table[0][:2] == ["Question Text", "Question Type"]
    for row, item in zip(table[1:], items.items, strict=True):
        texts = [str(cell) for cell in row[2:7] if cell]
        assert row[1] == ("Multiple Choice" if item.options else "Fill-in-the-Blank")
        assert plain(str(row[0])) == plain(item.cited)
        assert row[8] == 30
        shown = plain(str(row[10]))
        for word in told(item).split(" http")[0].split():
            assert word in shown
        if item.options:
            assert _with_key([plain(text) for text in texts], str(row[7])) == options(item)
        else:
            assert set(map(plain, texts)) == answers(item)


@pytest.mark.parametrize("name", ["shipped", "hostile_items", "typed_items"])
def test_quizlet_gets_a_line_a_card(name: str, request: pytest.FixtureRequest) -> None:
    items: ItemSet = request.getfixturevalue(name)
    lines = made("quizlet", items).decode().split("\n")
    assert lines.pop() == ""
    cards = [tuple(map(plain, line.split("\t"))) for line in lines]
    assert cards == [(plain(item.cited), plain(item.key)) for item in items.items]


@pytest.mark.parametrize("name", ["shipped", "hostile_items", "typed_items"])
def test_a_plain_table_holds_all_of_a_question(name: str, request: pytest.FixtureRequest) -> None:
    items: ItemSet = request.getfixturevalue(name)
    head, *body = rows(made("csv", items))
    for cells, item in zip(body, items.items, strict=True):
        row = dict(zip(head, cells, strict=True))
        assert (row["Id"], row["Question"], row["Answer"]) == (item.id, item.prompt, item.key)
        for option in item.options:
            assert row[f"Option {option.letter}"] == option.text
        assert {row[f"Not {letter}"] for letter, _ in item.reasons} == {
            why for _, why in item.reasons
        }
        assert row["Also right"].split("\n") == "\n".join(item.accept).split("\n")
        assert row["Why"] == item.rationale
        assert row["Authors"].split("\n") == [author.name for author in item.authors]
        assert row["Paragraph"].split("\n") == [str(proof.paragraph) for proof in item.evidence]
        assert row["Phrase"].split("\n") == [proof.phrase for proof in item.evidence]
        assert row["Address"].split("\n") == [proof.url for proof in item.evidence]
        assert row["Note"] == item.context


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@x", "'@x"),
        ("-x", "'-x"),
        ("-5", "-5"),
        ("+3.5%", "+3.5%"),
        ("'=x", "''=x"),
        ("'twas", "'twas"),
        ("a=b", "a=b"),
    ],
)
def test_only_what_a_spreadsheet_would_run_is_marked(cell: str, written: str) -> None:
    assert defused(cell) == written


def test_a_workbook_has_no_formula_and_the_same_bytes_each_time() -> None:
    made_of = {"One": [("=1+1", "+1", "-x", "@x", "'=x", 5)]}
    file = workbook(made_of)
    assert file == workbook(made_of)
    assert sheets(file)["One"] == [["=1+1", "+1", "-x", "@x", "'=x", 5]]
    assert b"<f>" not in file


def test_only_formats_with_a_limit_say_so() -> None:
    assert system("kahoot").limits is KAHOOT
    assert system("moodle").limits is None
