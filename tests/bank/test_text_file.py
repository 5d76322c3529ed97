from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quizgen.bank.text_file import MAX_BYTES, read_text
from quizgen.errors import Problem, QuizgenError

if TYPE_CHECKING:
    from pathlib import Path


def problem_of(path: Path) -> Problem:
    with pytest.raises(QuizgenError) as caught:
        read_text(path, "name")
    (problem,) = caught.value.problems
    assert problem.file == "name"
    assert problem.advice
    return problem


def written(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "file"
    path.write_bytes(content)
    return path


def test_text_is_read_as_utf_8_without_its_byte_order_mark(tmp_path: Path) -> None:
    assert read_text(written(tmp_path, "\ufeffŁódź 🚌\n".encode()), "name") == "Łódź 🚌\n"


def test_right_to_left_text_and_emoji_are_text(tmp_path: Path) -> None:
    text = "שלום 👩‍👩‍👧"
    assert read_text(written(tmp_path, text.encode()), "name") == text


def test_a_byte_that_is_not_utf_8_is_found_by_line_and_column(tmp_path: Path) -> None:
    problem = problem_of(written(tmp_path, "a\nÜb\xfc".encode()[:-2] + b"\xfc\n"))
    assert (problem.code, problem.line, problem.column) == ("not-utf-8", 2, 3)
    assert "0xfc" in problem.message


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x7f", "\x0c", "\x1b", "\ufeff", "\ufffe"])
def test_a_character_that_cannot_be_shown_is_found(tmp_path: Path, sign: str) -> None:
    problem = problem_of(written(tmp_path, f"a\nbc{sign}".encode()))
    assert (problem.code, problem.line, problem.column) == ("control-character", 2, 3)
    assert f"U+{ord(sign):04X}" in problem.message


def test_a_picture_is_not_text(tmp_path: Path) -> None:
    assert problem_of(written(tmp_path, b"\x89PNG\r\n\x1a\n")).code == "not-utf-8"


def test_utf_16_is_not_utf_8(tmp_path: Path) -> None:
    assert problem_of(written(tmp_path, "source:".encode("utf-16"))).code == "not-utf-8"


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    problem = problem_of(tmp_path / "nothing")
    assert problem.code == "cannot-read"
    assert "No such file" in problem.message


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert problem_of(tmp_path).code == "not-a-file"


def test_a_name_that_no_file_can_have_is_a_problem(tmp_path: Path) -> None:
    assert problem_of(tmp_path / ("x" * 300)).code == "cannot-read"


def test_a_file_that_is_too_large_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)  # a sparse file takes no room
    problem = problem_of(path)
    assert problem.code == "too-large"
    assert f"{MAX_BYTES + 1:,}" in problem.message
