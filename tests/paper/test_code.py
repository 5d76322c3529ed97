from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.errors import QuizgenError
from quizgen.paper.blueprint import Blueprint, Cell
from quizgen.paper.code import Recipe, decode, encode
from quizgen.paper.tables import DIGESTS, SEEDS
from quizgen.text.symbols import ALPHABET, write
from tests.paper.made_up import large

BANK = large(6)
CODE = encode(Recipe(123456, 2, 1, Blueprint(20, (Cell("topic", "war", 5),)), 654321), BANK)

CELLS = st.lists(
    st.one_of(
        st.builds(Cell, st.just("topic"), st.sampled_from(["war", "peace", "trade"])),
        st.builds(Cell, st.just("author"), st.sampled_from(["ada", "ben"]), st.integers(1, 6)),
        st.builds(Cell, st.just("kind"), st.sampled_from(["fact", "quote"]), st.integers(1, 6)),
        st.builds(Cell, st.just("difficulty"), st.sampled_from("123"), st.integers(1, 6)),
        st.builds(Cell, st.just("skill"), st.sampled_from(["recall", "corroboration"])),
    ),
    max_size=6,
)


@st.composite
def recipes(draw: st.DrawFn) -> Recipe:
    forms = draw(st.integers(1, 26))
    return Recipe(
        draw(st.integers(0, SEEDS - 1)),
        forms,
        draw(st.integers(0, forms - 1)),
        Blueprint(draw(st.integers(6, 500)), tuple(draw(CELLS))),
        draw(st.integers(0, DIGESTS - 1)),
    )


@given(recipes())
def test_a_code_says_all(recipe: Recipe) -> None:
    code = encode(recipe, BANK)
    assert decode(code, BANK) == recipe
    assert set(code) <= {*ALPHABET, "-"}
    assert not set("0O1IL") & set(code)


@given(recipes())
def test_a_plain_code_is_short(recipe: Recipe) -> None:
    plain = Recipe(recipe.seed, recipe.forms, recipe.form, Blueprint(20), recipe.digest)
    assert len(encode(plain, BANK).replace("-", "")) <= 16


@settings(deadline=None)
@given(recipes(), st.data())
def test_each_wrong_symbol_is_found(recipe: Recipe, data: st.DataObject) -> None:
    code = encode(recipe, BANK)
    place = data.draw(st.sampled_from([i for i, symbol in enumerate(code) if symbol != "-"]))
    for symbol in ALPHABET:
        if symbol != code[place]:
            with pytest.raises(QuizgenError):
                decode(code[:place] + symbol + code[place + 1 :], BANK)


@given(recipes(), st.data())
def test_two_neighbours_swapped_are_found(recipe: Recipe, data: st.DataObject) -> None:
    code = encode(recipe, BANK).replace("-", "")
    place = data.draw(st.integers(0, len(code) - 2))
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if swapped != code:
        with pytest.raises(QuizgenError):
            decode(swapped, BANK)


@pytest.mark.parametrize("typed", [CODE.lower(), CODE.replace("-", " "), f"  {CODE}\n"])
def test_how_it_is_typed_does_not_matter(typed: str) -> None:
    assert decode(typed, BANK) == decode(CODE, BANK)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "a code has not 0 symbols"),
        ("33", "a code has not 2 symbols"),
        ("3" * 501, "a code has not 501 symbols"),
        ("3O4I", "'O' stands in no code"),
        ("☃" * 5, "'☃' stands in no code"),
        ("333", "mistyped"),
        (CODE[:-1], "mistyped"),
        (CODE + "2", "mistyped"),
        (write(0, 5), "by a draft of quizgen"),
    ],
)
def test_a_broken_code_is_told(typed: str, said: str) -> None:
    with pytest.raises(QuizgenError, match=said) as error:
        decode(typed, BANK)
    assert error.value.problems[0].file == "--code"
    assert error.value.problems[0].advice


@settings(max_examples=300)
@given(st.text(ALPHABET, min_size=3, max_size=40))
def test_what_was_never_printed_is_refused_or_is_itself(text: str) -> None:
    try:
        recipe = decode(text, BANK)
    except QuizgenError:
        return
    assert encode(recipe, BANK).replace("-", "") == text


def test_a_topic_that_is_gone_is_told() -> None:
    from dataclasses import replace

    with pytest.raises(QuizgenError, match="asks for a topic that this bank does not have"):
        decode(CODE, replace(BANK, topics=BANK.topics[1:]))
