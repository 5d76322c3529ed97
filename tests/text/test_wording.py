from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.text.wording import fold, normal, straight

TEXTS = st.text(max_size=40)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("“a promise”", '"a promise"'),
        ("Europe’s ‘peace’", "Europe's 'peace'"),
        ("1990–1995 — or so", "1990-1995 - or so"),
        ("two\xa0 words\u202fhere\t", "two words here"),
        ("e\u0301lan", "\xe9lan"),
        ("Case Stays", "Case Stays"),
    ],
)
def test_straight_forgives_the_shape_of_quotes_dashes_and_spaces(text: str, plain: str) -> None:
    assert straight(text) == plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Élysée", "elysee"),
        ("Wałęsa", "Walesa"),
        ("Tromsø", "tromso"),
        ("Đinđić", "DINDIC"),
        ("Straße", "STRASSE"),
        ("U.S.-led", "u s led"),
        ("Europe’s", "Europe's"),
        ("O`Neill", "ONeill"),
        ("snake_case", "snake case"),
        ("  two   words ", "Two, words!"),
        ("ﬁrst", "first"),
    ],
)
def test_fold_drops_case_accents_and_punctuation(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Kyiv", "Kiev"), ("1.5", "15"), ("東京", "京都")])
def test_fold_keeps_what_makes_another_word(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the European Union", "European Union"),
        ("The U.S.", "US"),
        ("U.S.A.", "USA"),
        ("Rock & Roll", "rock and roll"),
        ("1,000,000", "1 000 000"),
        ("1,000", "1\xa0000"),
        ("1’000", "1000"),
        ("forty-one", "41"),
        ("Forty one jets", "41 jets"),
        ("twenty", "20"),
        ("nineteen", "19"),
        ("zero", "0"),
    ],
)
def test_normal_is_one_for_two_ways_to_write_an_answer(one: str, other: str) -> None:
    assert normal(one) == normal(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2.5", "25"),
        ("2.5 million", "25 million"),
        ("1,00", "100"),
        ("1994", "1995"),
        ("twenty", "twenty-one"),
        ("nineteen", "ninety"),
        ("twenty ten", "30"),
    ],
)
def test_normal_tells_two_numbers_apart(one: str, other: str) -> None:
    assert normal(one) != normal(other)


def test_normal_keeps_an_answer_that_is_only_an_article_or_a_sign() -> None:
    assert normal("The") == "the"
    assert normal("?") == "?"
    assert normal("  ") == ""


@given(TEXTS)
def test_straight_and_fold_change_nothing_the_second_time(text: str) -> None:
    assert straight(straight(text)) == straight(text)
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_composed_and_decomposed_accents_are_the_same(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(TEXTS)
def test_normal_is_empty_only_for_an_empty_answer(text: str) -> None:
    assert bool(normal(text)) == bool(text.strip())


@given(st.integers(0, 10**12))
def test_thousands_may_be_marked_or_not(number: int) -> None:
    assert normal(f"{number:,}") == normal(str(number)) == str(number)
