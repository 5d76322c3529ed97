from __future__ import annotations

import pytest

from quizgen.errors import SHOWN, Problem, QuizgenError


def caret_of(problem: Problem) -> str:
    """The character of the shown line that the caret stands under."""
    _, line, caret, *_ = str(problem).split("\n")
    return line[caret.index("^")]


def test_a_problem_tells_place_severity_code_message_line_caret_and_advice() -> None:
    problem = Problem("a.yaml", 12, 3, "code", "it is wrong", "mend it", source_line="  key: x")
    assert str(problem) == (
        "a.yaml:12:3: error code: it is wrong\n  12 |   key: x\n     |   ^\n    mend it"
    )


def test_a_problem_without_a_line_names_only_the_file() -> None:
    problem = Problem("a.yaml", 0, 0, "missing-file", "the file is missing", "write one")
    assert str(problem) == "a.yaml: error missing-file: the file is missing\n    write one"


def test_a_tab_before_the_place_stays_a_tab_so_that_the_caret_stands_under_it() -> None:
    problem = Problem("a.yaml", 1, 4, "tab", "a tab", source_line="\ta\tb")
    assert str(problem).endswith("| \ta\tb\n    | \t \t^")


def test_the_caret_keeps_its_place_behind_wide_letters_and_composed_accents() -> None:
    wide = Problem("a.yaml", 1, 3, "x", "x", source_line="東京X")
    assert str(wide).endswith(f"| {' ' * 4}^")
    accent = Problem("a.yaml", 1, 3, "x", "x", source_line="e\u0301X")
    assert str(accent).endswith("| " + " " + "^")


@pytest.mark.parametrize("place", [0, 5, SHOWN - 1, SHOWN, 300, 499])
def test_of_a_long_line_the_stretch_with_the_place_is_shown(place: int) -> None:
    line = "." * place + "X" + "." * (499 - place)
    problem = Problem("a.yaml", 1, place + 1, "x", "x", source_line=line)
    assert caret_of(problem) == "X"
    assert max(map(len, str(problem).split("\n"))) < SHOWN + 10


def test_the_caret_may_stand_behind_the_end_of_its_line() -> None:
    assert str(Problem("a", 1, 4, "x", "x", source_line="abc")).endswith("abc\n    |    ^")


def test_an_error_holds_its_problems_in_the_order_of_files_and_lines() -> None:
    late, early = Problem("b", 1, 1, "x", "x"), Problem("a", 20, 1, "x", "x")
    earliest = Problem("a", 3, 1, "x", "x")
    error = QuizgenError(late, early, earliest)
    assert error.problems == (earliest, early, late)
    assert str(error).split("\n") == [str(earliest), str(early), str(late)]


def test_an_error_of_an_option_names_it() -> None:
    error = QuizgenError.of("--essays", "missing-folder", "no such folder", "name another")
    assert str(error) == "--essays: error missing-folder: no such folder\n    name another"
