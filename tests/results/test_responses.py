from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quizgen.errors import QuizgenError
from quizgen.results.responses import Response, Responses, read_responses, write_responses

if TYPE_CHECKING:
    from pathlib import Path

TABLE = Responses(
    (
        Response("4T86-YHQH", "A", "1", {"1": "A", "2": "", "10": "?"}),
        Response("4T86-YHUK", "B", "Müller, 2", {"1": "C", "2": "B", "10": "D"}),
    )
)


def test_the_table_has_a_row_a_seat_and_a_column_a_question(tmp_path: Path) -> None:
    text = write_responses(TABLE).decode()
    assert text.splitlines()[:2] == ["code,form,seat,1,2,10", "4T86-YHQH,A,1,A,,?"]
    (tmp_path / "r.csv").write_text(text)
    assert read_responses(tmp_path / "r.csv") == TABLE


def test_numbers_stand_in_their_order_and_other_names_as_they_come() -> None:
    assert TABLE.questions == ("1", "2", "10")
    named = Responses((Response("", "", "1", {"b": "A", "a": "B"}),))
    assert named.questions == ("b", "a")


def test_what_is_doubtful_is_counted() -> None:
    assert TABLE.doubtful == 1


@pytest.mark.parametrize("between", [";", "\t"])
def test_a_table_that_a_spreadsheet_saved_is_read(tmp_path: Path, between: str) -> None:
    lines = ["code,form,seat,1", "X,A,7,B", ",,,", ""]
    text = "\ufeff" + "\r\n".join(lines).replace(",", between)
    (tmp_path / "r.csv").write_text(text, "utf-8", newline="")
    assert read_responses(tmp_path / "r.csv").rows == (Response("X", "A", "7", {"1": "B"}),)


def test_a_label_is_no_formula(tmp_path: Path) -> None:
    table = Responses((Response("X", "A", "=1+1", {"1": "B"}),))
    assert b"'=1+1" in write_responses(table)
    (tmp_path / "r.csv").write_bytes(write_responses(table))
    assert read_responses(tmp_path / "r.csv") == table


def test_all_mistakes_of_a_table_are_told_with_their_lines(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("code,seat,1,1\nX,7,A,B\nX,8\n")
    with pytest.raises(QuizgenError) as caught:
        read_responses(tmp_path / "r.csv")
    told = str(caught.value)
    assert "no column 'form'" in told
    assert "two columns are named '1'" in told
    assert "r.csv:3:1" in told


def test_a_missing_or_binary_table_is_told(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_bytes(b"\xff\xfe\x00")
    for name in ("r.csv", "none.csv"):
        with pytest.raises(QuizgenError, match=name):
            read_responses(tmp_path / name)


def test_an_empty_table_lacks_its_columns(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("")
    with pytest.raises(QuizgenError, match="no column"):
        read_responses(tmp_path / "r.csv")
