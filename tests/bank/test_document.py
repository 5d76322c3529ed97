from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from quizgen.bank.builder import KEY, Route
from quizgen.bank.document import MAX_PROBLEMS, Document

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "a:\n  b: [x, {c: d}]\n  e: {f: g}\n"


@pytest.mark.parametrize(
    ("route", "line", "column"),
    [
        (("a", "b", 0), 2, 7),
        (("a", "b", 0, "nothing"), 2, 7),
        (("a", "nothing", "at", "all"), 1, 1),
        (("a", "b", 7), 2, 6),
        (("a", "b", 1, "c"), 2, 14),
        (("a", "b", 1, "c", KEY), 2, 11),
        (("a", "e", 0, "f"), 3, 10),
        (("nothing",), 1, 1),
        ((), 1, 1),
    ],
)
def test_a_problem_stands_at_its_value_or_at_the_nearest_that_holds_it(
    route: Route, line: int, column: int
) -> None:
    problem = Document("n.yaml", TEXT).problem(route, "code", "message", "advice")
    assert (problem.line, problem.column) == (line, column)
    assert problem.source_line == TEXT.split("\n")[line - 1]


def test_a_document_is_read_from_its_file(tmp_path: Path) -> None:
    (tmp_path / "n.yaml").write_text(TEXT, encoding="utf-8")
    document = Document.read(tmp_path / "n.yaml")
    assert document.data == {"a": {"b": ["x", {"c": "d"}], "e": {"f": "g"}}}
    assert document.name == str(tmp_path / "n.yaml")


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "advice"),
    [
        ("a: b: c\n", 1, 5, "a colon followed by a space", "double quotes"),
        ("a:\n\tb: c\n", 2, 1, "a tab stands where spaces must", "indent with spaces"),
        ("a: [b\nc: d\n", 2, 2, "opened but not closed", "close it"),
        ("a: [b,,c]\n", 1, 7, "a value is missing", "remove a comma too many"),
        ("a: [\n\n", 1, 5, "a value is missing", "close the bracket"),
        ("a: {b: [c\n\n", 1, 8, "opened but not closed", "close it"),
        ("a: 'b\n", 1, 4, "a quotation mark is opened but not closed", "close it"),
        ('a: "\\q"\n', 1, 5, "a backslash", "single quotes"),
        ("a: @b\n", 1, 4, "no text can begin with '@'", "double quotes"),
        ("a: `b\n", 1, 4, "no text can begin with '`'", "double quotes"),
        ("a: b\n c\nd\n", 3, 1, "no key with a value", "write key: value"),
        ("a:\n  b: c\n d: e\n", 3, 2, "a depth that fits no list", "indent it"),
        ("- a\nb: c\n", 2, 1, "no item of the list above", "begin it with '- '"),
        (" a: b\nc: d\n", 2, 1, "does not belong to the text above", "in the first column"),
        ("a: - b\n", 1, 4, "a list item cannot begin here", "a line of its own"),
        ("a: * b\n", 1, 5, "'*' or '&' begins a name", "double quotes"),
    ],
)
def test_what_is_no_yaml_is_explained_at_its_place(
    text: str, line: int, column: int, message: str, advice: str
) -> None:
    document = Document("n.yaml", text)
    (problem,) = document.problems
    assert (problem.line, problem.column) == (line, column)
    assert message in problem.message
    assert advice in problem.advice
    assert document.data is None


def test_a_file_with_thousands_of_mistakes_is_not_read_to_its_end() -> None:
    start = time.process_time()
    document = Document("n.yaml", "a: &x y\nb: [" + "*x, " * 200_000 + "]\n")
    assert len(document.problems) == MAX_PROBLEMS + 1
    assert document.problems[-1].code == "too-many"
    assert document.data is None
    assert time.process_time() - start < 1


def test_the_last_mistake_allowed_may_be_one_of_syntax() -> None:
    document = Document("n.yaml", "a: 1\n" * MAX_PROBLEMS + "b: [\n")
    assert len(document.problems) == MAX_PROBLEMS + 1


def test_a_problem_deep_in_one_long_line_is_told_shortly() -> None:
    document = Document("n.yaml", "a: [" + "x, " * 100_000 + "*x]\n")
    (problem,) = document.problems
    assert problem.column == 300_005
    assert len(str(problem)) < 500


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_count_the_same_whatever_ends_them(end: str) -> None:
    document = Document("n.yaml", f"a: b{end}{end}c: *x{end}")
    (problem,) = document.problems
    assert (problem.line, problem.column, problem.source_line) == (3, 4, "c: *x")
