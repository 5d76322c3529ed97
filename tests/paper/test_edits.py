from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.errors import QuizgenError
from quizgen.paper.again import paper_again
from quizgen.paper.apart import Asked
from quizgen.paper.blueprint import Blueprint, blueprint
from quizgen.paper.cells import Grid
from quizgen.paper.code import decode
from quizgen.paper.edits import MAX_EDITS, Edit, parse_edit
from quizgen.paper.forms import LETTERS
from quizgen.paper.paper import make_quiz
from tests.paper.made_up import bank, large, question

if TYPE_CHECKING:
    from quizgen.paper.paper import Paper

BANK = large(200)
WANTED = blueprint(BANK, 8, {"topic": ["war=3"], "difficulty": ["1=2"]})
FORMS = 3

EDITS = st.lists(
    st.one_of(
        st.builds(Edit, st.just("swap"), st.integers(1, 8), st.sampled_from("ABC")),
        st.builds(Edit, st.sampled_from(["drop", "up", "down"]), st.integers(1, 8)),
    ),
    min_size=1,
    max_size=8,
)


def ids(paper: Paper) -> list[str]:
    return [item.question.id for item in paper.items]


def made(*edits: str, forms: int = 1) -> tuple[Paper, ...]:
    return make_quiz(BANK, WANTED, "7", forms, edits=[parse_edit(edit) for edit in edits]).papers


@given(EDITS)
def test_an_edit_is_read_as_it_is_written(edits: list[Edit]) -> None:
    assert [parse_edit(str(edit)) for edit in edits] == edits


@settings(deadline=None, max_examples=60)
@given(EDITS)
def test_edited_forms_come_back_from_their_codes_and_stay_alike(edits: list[Edit]) -> None:
    try:
        quiz = make_quiz(BANK, WANTED, "7", FORMS, edits=edits)
    except QuizgenError:
        return  # what cannot be done has tests of its own
    grid = Grid.of(WANTED)
    assert quiz.shared == 0
    for paper in quiz.papers:
        assert paper_again(BANK, paper.code) == paper
        asked = [Asked(item.question) for item in paper.items]
        assert not any(one.meets(other) for one in asked for other in asked if one is not other)
    # Authors apart, each place is alike in all forms: the same difficulty, as when it was drawn.
    assert len({tuple(i.question.difficulty for i in paper.items) for paper in quiz.papers}) == 1
    if not any(edit.change == "drop" for edit in edits):
        cells = [
            Counter(grid.profile(item.question).cells[:-1] for item in paper.items)
            for paper in quiz.papers
        ]
        assert cells[0] == cells[1] == cells[2]


def test_a_swap_brings_what_no_form_has_had_for_the_same_cells() -> None:
    before = made(forms=2)
    after = made("swap.A.3", "swap.A.3", forms=2)
    assert [a == b for a, b in zip(ids(before[0]), ids(after[0]), strict=True)] == (
        [True, True, False] + [True] * 5
    )
    assert after[1].items == before[1].items
    once = ids(made("swap.A.3", forms=2)[0])[2]
    new = ids(after[0])[2]
    assert len({new, once, *ids(before[0]), *ids(before[1])}) == 18
    grid = Grid.of(WANTED)
    profiles = [grid.profile(paper.items[2].question) for paper in (before[0], after[0])]
    assert profiles[0] == profiles[1]


def test_a_swap_takes_another_author_only_where_the_own_has_nothing_left() -> None:
    small = bank(
        question("one", authors=("ada",)),
        question("two", authors=("ada",)),
        question("other", authors=("ben",), difficulty=1),
        question("easy", authors=("ada",), difficulty=1),
    )
    easy = blueprint(small, 2, {"difficulty": ["1=1"]})
    paper = make_quiz(small, easy, "1").papers[0]
    hard = ids(paper)[1]
    swap = [Edit("swap", 1, "A"), Edit("swap", 2, "A")]
    swapped = make_quiz(small, easy, "1", edits=swap).papers[0]
    assert {*ids(paper), *ids(swapped)} == {q.id for q in small.questions}
    assert {hard, ids(swapped)[1]} == {"one.q", "two.q"}
    for place in (1, 2):
        with pytest.raises(QuizgenError, match=f"no other question fits in place of .* {place}"):
            make_quiz(small, easy, "1", edits=[*swap, Edit("swap", place, "A")])


def test_a_swap_brings_nothing_about_a_claim_that_stands_in_the_paper() -> None:
    small = bank(question("one"), question("one", name="r"), question("two"), question("three"))
    whole = Blueprint(3)
    paper = make_quiz(small, whole, "1").papers[0]
    for place, standing in enumerate(ids(paper), 1):
        edit = [Edit("swap", place, "A")]
        if standing.startswith("one"):
            after = make_quiz(small, whole, "1", edits=edit).papers[0]
            assert {*ids(paper), *ids(after)} == {q.id for q in small.questions}
        else:
            with pytest.raises(QuizgenError, match="no other question fits"):
                make_quiz(small, whole, "1", edits=edit)


def test_a_drop_and_a_move_are_made_in_every_form() -> None:
    before = made(forms=2)
    after = made("drop.2", "down.1", "up.7", forms=2)
    for old, new in zip(before, after, strict=True):
        one, _, three, four, five, six, seven, eight = ids(old)
        assert ids(new) == [three, one, four, five, six, eight, seven]
        assert [item.number for item in new.items] == [*range(1, 8)]


def test_a_form_knows_nothing_of_a_swap_in_another() -> None:
    _, other = made("swap.A.1", "drop.4", forms=2)
    assert decode(other.code, BANK).edits == (Edit("drop", 4),)
    assert made(forms=2)[1].code == made("swap.A.1", forms=2)[1].code


@pytest.mark.parametrize("place", range(1, 9))
def test_forms_swap_from_parts_of_their_own(place: int) -> None:
    swaps = [f"swap.{form}.{place}" for form in "ABC"]
    together = made(*swaps, forms=3)
    for form, paper in enumerate(together):
        assert made(swaps[form], forms=3)[form] == paper
    assert len({id for paper in together for id in ids(paper)}) == 24


def test_a_code_grows_little_with_each_edit() -> None:
    plain, edited = (
        len(paper.code.replace("-", ""))
        for paper in (made()[0], made(*["swap.A.3", "up.4"] * 5)[0])
    )
    assert edited - plain <= 20


def test_an_edited_paper_comes_back_after_a_question_joined_the_bank() -> None:
    pool = [question(f"claim{number}", difficulty=2) for number in range(30)]
    edits = [Edit("swap", 2, "A"), Edit("swap", 4, "A")]
    paper = make_quiz(bank(*pool), Blueprint(6), "1", edits=edits).papers[0]
    for number in range(30):
        grown = bank(*pool, question(f"new{number}", difficulty=2))
        again = paper_again(grown, paper.code)
        assert (ids(again), again.code) == (ids(paper), paper.code)


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        ("swap.3", "no change"),
        ("swap.a.3", "no change"),
        ("drop.0", "no change"),
        ("drop.1000", "no change"),
        ("drop.A.1", "no change"),
        ("burn.1", "no change"),
        ("", "no change"),
        ("drop.9", "there are 8 questions"),
        ("swap.B.1", "there is no form B"),
        ("up.1", "stands at the end already"),
        ("down.8", "stands at the end already"),
    ],
)
def test_what_cannot_be_done_is_told(edit: str, said: str) -> None:
    with pytest.raises(QuizgenError, match=said) as error:
        made(edit)
    assert error.value.problems[0].advice


def test_the_last_question_stays_and_edits_have_an_end() -> None:
    with pytest.raises(QuizgenError, match="it is the last question"):
        made(*["drop.1"] * 8)
    with pytest.raises(QuizgenError, match="101 changes are too many"):
        made(*["up.2"] * (MAX_EDITS + 1))
    assert LETTERS[0] == made(*["up.2"] * MAX_EDITS)[0].form
