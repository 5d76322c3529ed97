from __future__ import annotations

import re
import string
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizgen.ask.judge import MIN_LETTERS, grade_option, grade_typed, is_slip
from quizgen.bank.attribution import Attribution, Stem
from quizgen.bank.load import load_bank
from quizgen.bank.model import Claim, Distractor, Question
from quizgen.bank.patterns import Patterns
from quizgen.bank.source import Evidence, Source
from quizgen.text.wording import normal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


SOURCE = Source("id", "A. Author", "Title", "Publisher", "2025", "essay", "CC0")
CLAIM = Claim(
    "claim",
    "fact",
    Stem("x"),
    Attribution((SOURCE,), Patterns()),
    (Evidence(SOURCE, 1, "one two three"),),
    (),
)


def question(key: str, wrong: Sequence[str] = (), accept: Sequence[str] = ()) -> Question:
    distractors = tuple(map(Distractor, wrong))
    return Question(
        "claim.q", CLAIM, Stem("x?"), key, tuple(accept), distractors, "why", 2, "recall", ()
    )


@pytest.mark.parametrize(
    ("key", "given", "verdict"),
    [
        ("Bucharest", "bucharest", "right"),
        ("Bucharest", "  Bucharest. ", "right"),
        ("Bucharest", "Bucarest", "spelling"),
        ("Bucharest", "Bucharets", "spelling"),
        ("Bucharest", "Bucharesst", "spelling"),
        ("Bucharest", "Bukharest", "spelling"),
        ("Bucharest", "Bukarest", "wrong"),
        ("Bucharest", "Cucharest", "wrong"),
        ("Bucharest", "Budapest", "wrong"),
        ("the United States", "United States", "right"),
        ("the United States", "a United States", "right"),
        ("U.S.", "US", "right"),
        ("Élysée", "Elysee", "right"),
        ("Wałęsa", "walesa", "right"),
        ("1994", "1994", "right"),
        ("1994", "1995", "wrong"),
        ("1994", "199", "wrong"),
        ("1994", "19944", "wrong"),
        ("1994", "in 1994", "right"),
        ("2.5 percent", "25 percent", "wrong"),
        ("2.5 percent", "2,5 percent", "right"),
        ("12,000", "12000", "right"),
        ("12,000", "12 000", "right"),
        ("12,000", "1,2000", "wrong"),
        ("four", "4", "right"),
        ("forty-one", "41", "right"),
        ("41 states", "forty one states", "right"),
        ("41 states", "forty two states", "wrong"),
        ("four", "fout", "wrong"),
        ("Iran", "Iraq", "wrong"),
        ("not allowed", "now allowed", "wrong"),
        ("not one inch", "one inch", "wrong"),
        ("Bucharest", "", "wrong"),
        ("Bucharest", "   ", "wrong"),
        ("Bucharest", "?", "wrong"),
        ("?", "?", "right"),
        ("שלום", "שלום", "right"),
        ("<script>", "<script>", "right"),
    ],
)
def test_what_is_typed_is_judged(key: str, given: str, verdict: str) -> None:
    assert grade_typed(question(key), given) == verdict


def test_each_accepted_spelling_is_right_and_may_hold_a_slip() -> None:
    asked = question("the Soviet Union", accept=["USSR", "Sowjetunion"])
    assert grade_typed(asked, "ussr") == "right"
    assert grade_typed(asked, "Sowjetunjon") == "spelling"
    assert grade_typed(asked, "USSS") == "wrong"


def test_a_slip_that_makes_a_distractor_is_wrong() -> None:
    assert grade_typed(question("Slovenia"), "Slovania") == "spelling"
    assert grade_typed(question("Slovenia", ["Slovania"]), "Slovania") == "wrong"


def test_a_choice_is_judged_by_its_text_alone() -> None:
    asked = question("Kyiv", ["Kiev"])
    assert grade_option(asked.key, "Kyiv") == "right"
    assert grade_option(asked.key, "Kiev") == "wrong"
    assert grade_option(asked.key, "kyiv") == "wrong"
    assert grade_option(asked.key, "") == "wrong"


def test_of_each_question_of_a_bank_the_key_is_right_and_each_distractor_wrong(
    example: Path,
) -> None:
    for asked in load_bank(example).questions:
        for text in (asked.key, *asked.accept):
            assert grade_typed(asked, text) == "right"
        for distractor in asked.distractors:
            assert grade_typed(asked, distractor.text) == "wrong"
            assert grade_option(asked.key, distractor.text) == "wrong"


# What holds for every answer.

LETTERS = string.ascii_letters + "éñöçåø"
WORD = st.text(LETTERS, min_size=2, max_size=9)
ANSWER = st.lists(WORD | st.integers(0, 99_999).map(str), min_size=1, max_size=5).map(" ".join)


UNNEGATED = "abcdefghijklm"  # no letter n: no word becomes a negation
PHRASE = (
    st.lists(st.text(UNNEGATED, min_size=3, max_size=9), min_size=1, max_size=4)
    .map(" ".join)
    .filter(lambda text: len(text) >= MIN_LETTERS)
)
BETWEEN_WORDS = re.compile(r"(?<!\d) | (?!\d)")  # between figures a space may mark thousands


def without_accents(text: str) -> str:
    """``e`` for ``é``; ``ø`` stays, which Unicode does not take apart."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@given(ANSWER, st.data())
def test_a_right_answer_stays_right_in_another_dress(key: str, data: st.DataObject) -> None:
    changes = (
        str.upper,
        str.lower,
        str.swapcase,
        without_accents,
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: f"the {text}",
        lambda text: f"“{text}”",
        lambda text: f"  {text}.",
        lambda text: BETWEEN_WORDS.sub(" - ", text),
        lambda text: text.replace(" ", "\xa0"),
    )
    given = key
    for change in data.draw(st.lists(st.sampled_from(changes), max_size=4)):
        given = change(given)
    assert grade_typed(question(key), given) == "right"


@given(ANSWER, st.lists(ANSWER, min_size=1, max_size=3), st.sampled_from(["", "The ", "'"]))
def test_a_distractor_is_never_right(key: str, wrong: list[str], before: str) -> None:
    assume(all(normal(text) != normal(key) for text in wrong))
    for text in wrong:
        assert grade_typed(question(key, wrong), before + text.upper()) == "wrong"


@given(ANSWER, st.data())
def test_a_changed_digit_is_never_right(words: str, data: st.DataObject) -> None:
    number = str(data.draw(st.integers(0, 10**7)))
    place = data.draw(st.integers(0, len(number) - 1))
    digit = data.draw(st.sampled_from([d for d in string.digits if d != number[place]]))
    changed = number[:place] + digit + number[place + 1 :]
    assert grade_typed(question(f"{words} {number}"), f"{words} {changed}") == "wrong"


@given(ANSWER, st.data())
def test_a_lost_or_added_digit_is_never_right(words: str, data: st.DataObject) -> None:
    number = str(data.draw(st.integers(10, 10**7)))
    for changed in (number[1:], number[:-1], number + "0", f"1{number}"):
        if int(changed) != int(number):
            assert grade_typed(question(f"{words} {number}"), f"{words} {changed}") == "wrong"


def distance(one: str, other: str) -> int:
    """Optimal string alignment: the slow textbook way, to hold the quick one against."""
    table = [[max(i, j) for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            table[i][j] = min(
                table[i - 1][j] + 1,
                table[i][j - 1] + 1,
                table[i - 1][j - 1] + (one[i - 1] != other[j - 1]),
            )
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [("ab", "ba", 1), ("ca", "abc", 3), ("kitten", "sitting", 3), ("", "abc", 3), ("a", "a", 0)],
)
def test_the_slow_distance_is_the_known_one(one: str, other: str, edits: int) -> None:
    assert distance(one, other) == distance(other, one) == edits


FEW = st.text("ab", max_size=4).map(lambda end: f"xxxx{end}")  # few letters: many near misses


@given(FEW, FEW)
def test_a_slip_is_a_distance_of_one(one: str, other: str) -> None:
    assume(len(other) >= MIN_LETTERS)
    assert is_slip(one, other) is (distance(one, other) == 1)


@given(PHRASE, st.data())
def test_one_edit_of_any_answer_is_a_distance_of_one(key: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(key) - 1))
    letter = data.draw(st.sampled_from(UNNEGATED))
    edits = (
        key[:place] + key[place + 1 :],
        key[:place] + letter + key[place:],
        key[:place] + letter + key[place + 1 :],
        key[:place] + key[place : place + 2][::-1] + key[place + 2 :],
    )
    for given_text in edits:
        assert is_slip(given_text, key) is (distance(given_text, key) == 1)


@given(PHRASE, PHRASE, FEW, FEW)
def test_of_two_long_answers_each_is_a_slip_of_the_other_or_neither(
    one: str, other: str, few: str, fewer: str
) -> None:
    for a, b in ((one, other), (few, fewer), (one, f"{one}s")):
        if min(len(a), len(b)) >= MIN_LETTERS:
            assert is_slip(a, b) is is_slip(b, a)


def test_an_answer_is_no_slip_of_itself() -> None:
    assert not is_slip("bucharest", "bucharest")


def test_an_answer_of_a_million_letters_is_judged_at_once() -> None:
    assert grade_typed(question("Bucharest"), "Bucharest " * 100_000) == "wrong"
    assert grade_typed(question("1"), "1,111" * 200_000) == "wrong"
