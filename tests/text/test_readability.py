from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.text.readability import flesch_kincaid, grade, syllables


@pytest.mark.parametrize(
    ("sentence", "published"),
    [
        # Both grades and the reading ease (69) from which the third follows stand in
        # https://en.wikipedia.org/wiki/Flesch%E2%80%93Kincaid_readability_tests
        (
            "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.",
            11.3,
        ),
        ("The cat sat on the mat.", -1.45),
        (
            "This sentence, taken as a reading passage unto itself, "
            "is being used to prove a point.",
            7.6,
        ),
    ],
)
def test_the_grades_are_the_published_ones(sentence: str, published: float) -> None:
    assert grade([sentence]) == pytest.approx(published, abs=0.05)


@pytest.mark.parametrize(
    ("word", "count"),  # as the CMU Pronouncing Dictionary counts them
    [
        ("war", 1),
        ("the", 1),
        ("purely", 2),
        ("named", 1),
        ("stated", 2),
        ("cases", 2),
        ("bombs", 1),
        ("alliance", 3),
        ("alliances", 4),
        ("nation", 2),
        ("deliberations", 5),
        ("Russia’s", 2),
        ("Bosnia", 3),
        ("marriage", 2),
        ("people", 2),
        ("table", 2),
        ("being", 2),
        ("going", 2),
        ("terrorism", 4),
        ("criticism", 4),
        ("created", 3),
        ("equal", 2),
        ("actual", 3),
        ("European", 4),
        ("settlement", 3),
    ],
)
def test_syllables_are_those_of_the_dictionary(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_figure_counts_as_a_word_of_one_syllable() -> None:
    assert grade(["In 1994 it was so."]) == grade(["In it it was so."])


def test_sentences_count_each_and_empty_ones_not() -> None:
    one, two = "The cat sat.", "The dog was out on the long road."
    assert grade([one, "", "...", two]) == pytest.approx(flesch_kincaid(5.5, 1))


def test_no_words_have_no_grade() -> None:
    assert grade([]) == grade(["—"]) == 0


@given(st.lists(st.text(max_size=40), max_size=4))
def test_any_text_has_a_grade_that_its_order_does_not_change(texts: list[str]) -> None:
    assert grade(texts) == pytest.approx(grade(reversed(texts)))
