from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quizgen.errors import QuizgenError
from quizgen.export import FORMATS, SYSTEMS, Layout, chosen, item_set, losses, render_all
from quizgen.export.output import write_all

if TYPE_CHECKING:
    from pathlib import Path

    from quizgen.paper.paper import Paper


def test_files_are_written_and_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "out"
    write_all(folder, {"a": b"1", "b": b"2"})
    write_all(folder, {"a": b"3"})
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a": b"3", "b": b"2"}


def test_nothing_is_left_where_one_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "out" / "b").mkdir(parents=True)
    with pytest.raises(QuizgenError, match="a folder of the name b is in the way"):
        write_all(tmp_path / "out", {"a": b"1", "b": b"2"})
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["b"]


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(QuizgenError, match="cannot be written"):
        write_all(tmp_path / "out", {"a": b"1"})
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.parametrize("names", ["", ",", "pdf,word", "PDFX"])
def test_an_unknown_format_is_told(names: str) -> None:
    with pytest.raises(QuizgenError, match="There are: pdf, cards, docx, html, moodle, gift, "):
        chosen(names)


def test_each_format_has_a_file_for_students_and_one_for_teachers() -> None:
    for format in set(FORMATS) - set(SYSTEMS):
        audiences = [other.audience for other in FORMATS if other.name == format.name]
        assert (
            sorted(audiences) == ["teacher"] if format.name == "cards" else ["student", "teacher"]
        )


def test_files_are_named_for_bank_form_and_part(paper: Paper) -> None:
    assert [*render_all([item_set(paper)], chosen(" HTML "), Layout())] == [
        "nato-A-paper.html",
        "nato-A-key.html",
        "nato-A-letters.html",
    ]
    assert losses([item_set(paper)], chosen("html")) == []


def test_the_file_of_a_system_is_named_by_its_ending_and_its_sources_go_along(
    paper: Paper,
) -> None:
    assert [*render_all([item_set(paper)], chosen("gift,aiken,quizlet"), Layout())] == [
        "nato-A.gift",
        "nato-A.aiken.txt",
        "nato-A.quizlet.tsv",
        "nato-A.sources.txt",
    ]
    endings = [format.target.ending for format in SYSTEMS]
    assert len(endings) == len(set(endings))
