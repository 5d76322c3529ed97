from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.bank.evidence import Essays
from quizgen.bank.lint import lint
from quizgen.bank.load import load
from tests.bank.lint.build import write_bank

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "The stone bridge of Lindenau was built in 1911 by Italian masons who had come on foot."
LONG = (
    "On Sundays the people of the town walk to the middle of the bridge, look down into the brook "
    "and tell one another how the masons once sang there at night and never fell."
)
NOTE = "Clara Voss has written for this paper since 1999. " * 4


def found(folder: Path, lines: list[str], **source: object) -> list[str]:
    """The rule's messages on an essay."""
    write_bank(folder, {"source": source, "claims": [{}]})
    (folder / "voss.txt").write_text("\n".join(lines), "utf-8")
    loaded = load(folder)
    problems = lint(loaded, Essays.read(loaded, folder)[0]).problems
    return [problem.message for problem in problems if problem.code == "uncounted-line"]


def test_a_text_of_paragraphs_alone_needs_no_list(tmp_path: Path) -> None:
    assert found(tmp_path, [FIRST, LONG]) == []


def test_blank_lines_at_the_end_of_a_file_are_nothing(tmp_path: Path) -> None:
    assert found(tmp_path, [FIRST, LONG, "", "", ""]) == []
    assert found(tmp_path, [FIRST, LONG, "", "", ""], uncounted=["3-5"]) == []


def test_a_short_sentence_and_a_question_are_paragraphs(tmp_path: Path) -> None:
    assert found(tmp_path, [FIRST, "She was right.", "Who sang?", "“It holds!”", LONG]) == []


def test_a_heading_is_found(tmp_path: Path) -> None:
    lines = [FIRST, "The masons’ song", LONG]
    assert found(tmp_path, lines) == [
        "line 2 looks like a heading or a caption, yet it is counted as a paragraph"
    ]
    assert found(tmp_path, lines, headings={"2": "The masons’ song"}) == []


def test_a_pull_quote_is_found_before_and_behind_its_paragraph(tmp_path: Path) -> None:
    pull = LONG.partition(", look")[0].replace("On Sundays the", "The") + "."
    for lines, number, other in (([FIRST, pull, LONG], 2, 3), ([FIRST, LONG, pull], 3, 2)):
        assert found(tmp_path, lines) == [
            f"line {number} repeats a stretch of line {other}, as a pull-quote does, "
            "yet it is counted as a paragraph"
        ]
        assert found(tmp_path, lines, uncounted=[str(number)]) == []


def test_a_paragraph_of_the_body_that_is_not_counted_is_told(tmp_path: Path) -> None:
    assert found(tmp_path, [FIRST, LONG, FIRST.replace("stone", "old")], uncounted=["2"]) == [
        "line 2 is not counted but reads like a paragraph of the body"
    ]


def test_a_note_behind_the_last_paragraph_may_be_prose(tmp_path: Path) -> None:
    assert found(tmp_path, [FIRST, LONG, NOTE], uncounted=["3"]) == []
