from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from quizgen.bank.attribution import Stem
from quizgen.bank.load import default_bank, load_bank
from quizgen.errors import QuizgenError
from quizgen.paper.again import paper_again
from quizgen.paper.blueprint import Blueprint, blueprint
from quizgen.paper.paper import Heading, make_quiz
from tests.paper.made_up import bank, large, question

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    from quizgen.bank.model import Bank, Question

BANK = large()


def test_the_own_key_gives_full_marks_and_another_forms_does_not() -> None:
    shipped = load_bank(default_bank())
    for seed in ("1", "2", "3"):
        papers = make_quiz(shipped, Blueprint(20), seed, 3).papers
        for paper in papers:
            for other in papers:
                score = paper.score([item.key for item in other.items])
                assert (score == 20) == (paper is other)


def test_options_that_are_numbers_ascend_and_others_are_shuffled() -> None:
    years = question("years", key="1994", wrong=("1991", "1999", "1995"))
    words = question("words", key="b", wrong=("a", "c", "d"))
    orders = set()
    for seed in map(str, range(20)):
        by_id = {
            item.question.id: item.options
            for item in make_quiz(bank(years, words), Blueprint(2), seed).papers[0].items
        }
        assert by_id["years.q"] == ("1991", "1994", "1995", "1999")
        orders.add(by_id["words.q"])
    assert len(orders) > 8


@pytest.mark.parametrize("forms", [1, 2, 5])
def test_each_form_is_made_again_from_its_code(forms: int) -> None:
    wanted = blueprint(
        BANK, 10, {"topic": ["war=3", "peace"], "author": ["ada=4"], "kind": ["fact"]}
    )
    made = make_quiz(BANK, wanted, "a seed", forms)
    for paper in made.papers:
        assert paper_again(BANK, paper.code) == paper


def test_the_heading_is_not_in_the_code() -> None:
    first = make_quiz(BANK, Blueprint(5), "1", 1, Heading("Mine")).papers[0]
    assert first.title == "Mine"
    again = paper_again(BANK, first.code, Heading("Other", "Do this."))
    assert (again.title, again.items) == ("Other", first.items)


def changed(of: Bank, number: int, **how: Any) -> Bank:
    questions = list(of.questions)
    questions[number] = replace(questions[number], **how)
    return bank(*questions)


def test_a_bank_that_changed_is_told_and_no_other_paper_is_printed() -> None:
    paper = make_quiz(BANK, Blueprint(8), "1", 2).papers[1]
    chosen = {item.question.id for item in paper.items}
    number = next(n for n, asked in enumerate(BANK.questions) if asked.id in chosen)
    for how in ({"stem": Stem("new words of the stem?")}, {"rationale": "other"}):
        with pytest.raises(QuizgenError, match="the bank has changed since"):
            paper_again(changed(BANK, number, **how), paper.code)


def test_what_changed_elsewhere_does_not_matter() -> None:
    quiz = make_quiz(BANK, Blueprint(8), "1", 2)
    drawn = {item.question.id for paper in quiz.papers for item in paper.items}
    number = next(n for n, q in enumerate(BANK.questions) if q.id not in drawn)
    new = changed(BANK, number, rationale="other", difficulty=3)
    assert paper_again(new, quiz.papers[1].code).items == quiz.papers[1].items


def test_a_question_that_joined_the_bank_is_left_out_again() -> None:
    """Also where the seed would draw it now."""
    intruders = 0
    for n in range(40):
        new = bank(*BANK.questions, question(f"new{n}"))
        drawn = make_quiz(new, Blueprint(8), "1", 2).papers
        intruders += any(f"new{n}.q" == i.question.id for paper in drawn for i in paper.items)
        for paper in make_quiz(BANK, Blueprint(8), "1", 2).papers:
            assert paper_again(new, paper.code).items == paper.items
    assert intruders > 0


@pytest.mark.parametrize("count", [2, 5])
def test_questions_that_were_retired_since_are_printed_again_together(count: int) -> None:
    paper = make_quiz(BANK, Blueprint(10), "1").papers[0]
    gone = [item.question for item in paper.items][:count]
    kept = tuple(question for question in BANK.questions if question not in gone)
    retired = tuple(replace(question, retired="it was wrong") for question in gone)
    again = paper_again(replace(BANK, questions=kept, retired=retired), paper.code)
    assert [item.question.id for item in again.items] == [i.question.id for i in paper.items]
    assert again.code == paper.code


def test_a_question_that_was_retired_since_is_printed_again() -> None:
    paper = make_quiz(BANK, Blueprint(8), "1", 2).papers[0]
    gone = paper.items[3].question
    kept = tuple(question for question in BANK.questions if question.id != gone.id)
    new = replace(BANK, questions=kept, retired=(replace(gone, retired="it was wrong"),))
    again = paper_again(new, paper.code)
    assert [item.question.id for item in again.items] == [i.question.id for i in paper.items]


SCRIPT = """
from quizgen.bank.load import default_bank, load_bank
from quizgen.paper.blueprint import blueprint
from quizgen.paper.paper import make_quiz
from quizgen.export import Layout, chosen, item_set, render_all
from hashlib import sha256
bank = load_bank(default_bank())
quiz = make_quiz(bank, blueprint(bank, 12, {"topic": ["ukraine=4"]}), "7", 2)
sets = [item_set(paper) for paper in quiz.papers]
for name, content in render_all(sets, chosen("html,docx,pdf"), Layout()).items():
    print(name, sha256(content).hexdigest())
"""


def test_the_same_seed_gives_the_same_bytes_whatever_the_hash_seed(
    run: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    outputs = set()
    for hash_seed in ("0", "4242"):
        result = run("-c", SCRIPT, PYTHONHASHSEED=hash_seed)
        assert result.returncode == 0, result.stderr
        outputs.add(result.stdout)
    assert len(outputs) == 1
    assert outputs.pop().count("\n") == 18


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        (Heading("x" * 121), "--title: error too-long: the text has 121 characters; 120 fit"),
        (Heading("", "x" * 1001), "--instructions: error too-long"),
        (Heading("bell\a"), "--title: error unprintable: the character U\\+0007"),
        (Heading("two\nlines"), "U\\+000A"),
        (Heading("turned \u202e over"), "U\\+202E"),
    ],
)
def test_a_heading_that_cannot_be_printed_is_refused(heading: Heading, said: str) -> None:
    with pytest.raises(QuizgenError, match=said):
        make_quiz(BANK, Blueprint(3), "1", 1, heading)


@pytest.mark.parametrize(
    ("bad", "place"),
    [
        (question("c", key="a\x07b"), "c.q: answer"),
        (question("c", ask="what is \u202egnorts\u202c?"), "c.q: ask"),
        (question("c", wrong=("a", "b\ud800", "c")), "c.q: wrong"),
        (question("c", note="a\x1bb"), "c: context"),
    ],
)
def test_a_question_that_cannot_be_printed_is_refused_with_its_place(
    bad: Question, place: str
) -> None:
    with pytest.raises(QuizgenError, match="cannot be printed") as error:
        make_quiz(bank(bad), Blueprint(1), "1")
    assert error.value.problems[0].file == place
