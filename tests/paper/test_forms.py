from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.errors import QuizgenError
from quizgen.paper.apart import Asked
from quizgen.paper.blueprint import AXES, Blueprint, blueprint, values
from quizgen.paper.forms import draw_forms
from tests.paper.made_up import bank, large, question

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizgen.bank.model import Bank, Difficulty, Question
    from quizgen.paper.blueprint import Axis
    from quizgen.paper.forms import Drawing

BANK = large()


def draw(
    of: Bank, number: int | None, forms: int = 1, seed: str = "1", **wanted: list[str]
) -> Drawing:
    axes: Mapping[Axis, list[str]] = {axis: wanted.get(axis, []) for axis in AXES}
    return draw_forms(of.questions, blueprint(of, number, axes), seed, forms)


def ids(form: Sequence[Question]) -> list[str]:
    return [question.id for question in form]


def can_fill(form: Sequence[Question], made: Blueprint) -> bool:
    """Whether on each axis the questions can be dealt to the counted cells, all of them full."""
    for axis in AXES:
        counted = made.counted(axis)
        dealt: dict[tuple[str, int], int] = {}

        def deal(place: int, tried: set[tuple[str, int]]) -> bool:
            for slot in slots:  # noqa: B023
                if slot[0] in values(form[place], axis) and slot not in tried:  # noqa: B023
                    tried.add(slot)
                    if slot not in dealt or deal(dealt[slot], tried):  # noqa: B023
                        dealt[slot] = place  # noqa: B023
                        return True
            return False

        slots = [(value, n) for value, count in counted.items() for n in range(count)]
        if sum(deal(place, set()) for place in range(len(form))) != len(slots):
            return False
        touching = sum(any(value in counted for value in values(q, axis)) for q in form)
        if counted and touching != len(slots):
            return False
        wanted = made.filters(axis)
        if wanted and not all({*wanted, *counted} & {*values(q, axis)} for q in form):
            return False
    return True


CELLS = st.fixed_dictionaries(
    {
        "topic": st.sampled_from(
            [[], ["war=3"], ["war=4", "trade=2"], ["peace"], ["war", "trade=1"]]
        ),
        "author": st.sampled_from([[], ["ada=3"], ["ada=2", "ben=3"], ["ben", "cyd"]]),
        "kind": st.sampled_from([[], ["quote=2"], ["fact"], ["fact=2", "interpretation=3"]]),
        "difficulty": st.sampled_from([[], ["3=2"], ["1", "2"]]),
        "skill": st.sampled_from([[], ["evidence=3"]]),
    }
)


@settings(max_examples=150, deadline=None)
@given(CELLS, st.integers(6, 9), st.integers(1, 4), st.text(max_size=3))
def test_forms_fit_the_blueprint_and_are_alike(
    wanted: dict[Axis, list[str]], number: int, forms: int, seed: str
) -> None:
    made = blueprint(BANK, number, wanted)
    try:
        drawing = draw_forms(BANK.questions, made, seed, forms)
    except QuizgenError as error:
        told = str(error)
    else:
        told = ""
        check(drawing, made, forms)
    assert not told or told.count("lacking") == told.count(": error too-few")


def check(drawing: Drawing, made: Blueprint, forms: int) -> None:
    assert len(drawing.forms) == forms
    for form in drawing.forms:
        assert len(form) == made.number
        assert can_fill(form, made)
        asked = list(map(Asked, form))
        assert not any(one.meets(other) for one, other in combinations(asked, 2))
    times = Counter(id for form in drawing.forms for id in ids(form))
    assert drawing.shared == sum(count > 1 for count in times.values())
    assert len({tuple(q.difficulty for q in form) for form in drawing.forms}) == 1


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 10), st.integers(1, 8), st.text(max_size=3))
def test_forms_share_nothing_where_there_is_plenty(number: int, forms: int, seed: str) -> None:
    drawing = draw(BANK, number, forms, seed)
    assert drawing.shared == 0
    assert len({id for form in drawing.forms for id in ids(form)}) == number * forms


@pytest.mark.parametrize("number", range(3, 13))
def test_authors_are_balanced(number: int) -> None:
    questions = [q for q in BANK.questions if len(q.claim.sources) == 1]
    for form in draw(bank(*questions), number, 2).forms:
        counts = Counter(q.claim.sources[0].id for q in form)
        assert len(counts) == 3
        assert max(counts.values()) - min(counts.values()) <= 1 + (number % 3 == 2)


def test_a_scarce_author_has_what_there_is() -> None:
    many = [question(f"m{n}", authors=("ada",)) for n in range(20)]
    few = [question(f"f{n}", authors=("ben",)) for n in range(2)]
    form = draw(bank(*many, *few), 10).forms[0]
    assert Counter(q.claim.sources[0].id for q in form) == {"ada": 8, "ben": 2}


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 30), st.text(max_size=3))
def test_a_question_that_is_not_wanted_changes_nothing(at: int, seed: str) -> None:
    before = draw(BANK, 8, 2, seed, topic=["war=4", "peace=4"])
    new = question("unrelated", topics=("trade",))
    questions = (*BANK.questions[:at], new, *BANK.questions[at:])
    assert draw(bank(*questions), 8, 2, seed, topic=["war=4", "peace=4"]) == before


def test_a_new_question_seldom_changes_a_form() -> None:
    same = 0
    for seed in map(str, range(60)):
        after = draw(bank(*BANK.questions, question("new")), 10, 1, seed)
        before = draw(BANK, 10, 1, seed)
        same += ids(before.forms[0]) == ids(after.forms[0])
        if "new.q" not in ids(after.forms[0]):
            assert ids(before.forms[0]) == ids(after.forms[0])
    assert same >= 48


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), st.text(max_size=3))
def test_the_order_of_the_bank_does_not_matter(chance: object, seed: str) -> None:
    questions = list(BANK.questions)
    chance.shuffle(questions)  # type: ignore[attr-defined]
    shuffled = draw(bank(*questions), 9, 3, seed, kind=["quote=3"])
    assert shuffled == draw(BANK, 9, 3, seed, kind=["quote=3"])


def test_the_drawing_of_a_seed_is_the_same_in_every_release() -> None:
    """Papers that were printed are made again from their code: this choice is a promise."""
    forms = draw(BANK, 5, 2, "7").forms
    assert [ids(form) for form in forms] == PROMISED


PROMISED = [
    ["c0.q", "c19.q", "c30.r", "c80.r", "c56.q"],
    ["c78.q", "c84.q", "c25.r", "c50.q", "c14.q"],
]


def pair(ask: str, key: str, other: str) -> Bank:
    return bank(question("one", ask=ask, key=key), question("two", ask=other, key="something else"))


@pytest.mark.parametrize(
    ("ask", "key", "other"),
    [
        (
            "who built the stone bridge?",
            "Italian masons",
            "when were Italian masons at the stone bridge?",
        ),
        ("which year saw the bridge built?", "1911", "what else was built in the year 1911?"),
        ("what did the old mayor call the bridge?", "x", "what did the old mayor call a bridge?"),
    ],
)
def test_what_gives_another_away_is_not_in_its_paper(ask: str, key: str, other: str) -> None:
    with pytest.raises(QuizgenError, match="give away, or ask the same as"):
        draw(pair(ask, key, other), 2)
    assert len(draw(pair(ask, key, other), 1, 2).forms) == 2


def test_the_same_words_elsewhere_give_nothing_away() -> None:
    both = pair("which year saw the bridge built?", "1911", "who died on a mountain in 1911?")
    assert len(draw(both, 2).forms[0]) == 2


def test_a_comparison_is_not_beside_what_it_rests_on() -> None:
    base, other = question("base"), question("other")
    both = replace(other, claim=replace(other.claim, rests_on=("base",)))
    with pytest.raises(QuizgenError):
        draw(bank(base, both), 2)


def test_two_questions_about_one_claim_go_to_two_forms() -> None:
    twins = [question(f"c{n}", name=name) for n in range(6) for name in ("q", "r")]
    drawing = draw(bank(*twins), 6, 2)
    assert drawing.shared == 0
    assert all(len({q.claim.id for q in form}) == 6 for form in drawing.forms)


def test_forms_share_where_the_pool_is_small() -> None:
    drawing = draw(bank(*(question(f"c{n}") for n in range(10))), 8, 2)
    assert drawing.shared == 6
    assert all(len(form) == 8 for form in drawing.forms)


def test_a_tight_blueprint_of_several_axes_is_found() -> None:
    """Each cell can be filled in one way only; taking the first that comes leads nowhere."""
    levels: tuple[Difficulty, ...] = (1, 2, 3)
    topics = [("war",), ("war", "peace"), ("peace", "trade")]
    questions = [
        question(f"c{n}{d}", topics=topics[n], difficulty=d) for n in range(3) for d in levels
    ]
    cells = {"topic": ["war=3", "peace=3", "trade=3"], "difficulty": ["1=3", "2=3", "3=3"]}
    for seed in map(str, range(10)):
        drawing = draw(bank(*questions), 9, 1, seed, **cells)
        assert len({q.id for q in drawing.forms[0]}) == 9


@pytest.mark.parametrize(
    ("number", "wanted", "said"),
    [
        (300, {}, ["-n: error too-few: questions: 300 asked for, 120 can be had, 180 lacking"]),
        (
            90,
            {"topic": ["war=65", "trade=25"]},
            ["topic war: 65 asked for, 60 can be had, 5 lacking"],
        ),
        (
            30,
            {"difficulty": ["3"], "author": ["ada=20"]},
            ["author ada: 20 asked for, 3 can be had, 17 lacking"],
        ),
        (
            110,
            {"kind": ["quote=45"], "skill": ["evidence=61"]},
            [
                "kind quote: 45 asked for, 39 can be had, 6 lacking",
                "skill evidence: 61 asked for, 60 can be had, 1 lacking",
            ],
        ),
    ],
)
def test_each_cell_tells_what_it_lacks(
    number: int, wanted: dict[str, list[str]], said: list[str]
) -> None:
    with pytest.raises(QuizgenError) as error:
        draw(BANK, number, 1, "1", **wanted)
    for line in said:
        assert line in str(error.value)


def test_cells_that_cannot_be_together_say_so() -> None:
    questions = [question(f"a{n}", kind="fact") for n in range(5)]
    questions += [question(f"b{n}", kind="quote", topics=("peace",)) for n in range(5)]
    with pytest.raises(QuizgenError, match="these cells cannot be filled together"):
        draw(bank(*questions), 5, 1, kind=["fact=4"], topic=["peace=4"])


def test_questions_that_cannot_be_printed_with_options_are_not_drawn() -> None:
    typed = replace(question("typed"), modes=("typed",))
    assert ids(draw(bank(typed, question("c")), 1).forms[0]) == ["c.q"]
