from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quizgen.errors import QuizgenError
from quizgen.paper.blueprint import Cell, blueprint
from tests.paper.made_up import large

if TYPE_CHECKING:
    from quizgen.paper.blueprint import Axis

BANK = large()


def test_values_filter_and_counts_count() -> None:
    made = blueprint(BANK, 20, {"topic": ["war=5", "peace"], "author": ["Ada Author = 3"]})
    assert made.number == 20
    assert made.cells == (Cell("topic", "peace"), Cell("topic", "war", 5), Cell("author", "ada", 3))


@pytest.mark.parametrize(
    ("wanted", "number"),
    [({}, 20), ({"topic": ["war=5", "peace=6"], "kind": ["fact=7"]}, 11), ({"topic": ["war"]}, 20)],
)
def test_the_counts_say_the_number(wanted: dict[Axis, list[str]], number: int) -> None:
    assert blueprint(BANK, None, wanted).number == number


@pytest.mark.parametrize(
    ("number", "wanted", "said"),
    [
        (0, {}, "-n: error number: a quiz of 0 questions cannot be made"),
        (-3, {}, "a quiz of -3 questions"),
        (501, {}, "write 1 to 500"),
        (10**12, {}, "a quiz of 1,000,000,000,000 questions"),
        (5, {"topic": ["war=9"]}, "--topic: error too-many: the counts add up to 9"),
        (5, {"topic": ["wra"]}, "did you mean war?"),
        (5, {"topic": ["wra=2"]}, "there is no topic 'wra'"),
        (5, {"author": ["author=2"]}, "'author' fits several: ada, ben, cyd"),
        (5, {"author": [""]}, "there is no author ''"),
        (5, {"kind": ["rumour"]}, "there is no kind 'rumour'"),
        (5, {"difficulty": ["4"]}, "There are: 1, 2, 3"),
        (5, {"skill": ["luck=1"]}, "There are: recall, sourcing, evidence, corroboration"),
        (5, {"topic": ["war=0"]}, "'war=0' asks for no question"),
        (5, {"topic": ["war=1", "war=2"]}, "'war' is given twice"),
        (5, {"topic": ["war=-1"]}, "there is no topic 'war=-1'"),
    ],
)
def test_what_cannot_be_is_told(number: int, wanted: dict[Axis, list[str]], said: str) -> None:
    with pytest.raises(QuizgenError) as error:
        blueprint(BANK, number, wanted)
    assert said in str(error.value)
    assert all(problem.advice for problem in error.value.problems)


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(QuizgenError) as error:
        blueprint(BANK, 0, {"topic": ["x"], "author": ["zzz"], "difficulty": ["z"]})
    assert {problem.file for problem in error.value.problems} == {
        "-n",
        "--topic",
        "--author",
        "--difficulty",
    }
