from __future__ import annotations

import pytest

from quizgen.ask.hint import hint


@pytest.mark.parametrize(
    ("key", "words", "letters"),
    [
        ("neighboring states", 2, "n… s…"),
        ("1994", 1, "1…"),
        ("$21.7 billion", 2, "$2… b…"),
        ("a no-fly zone", 3, "a n… z…"),
        ("“right”", 1, "“r…"),
        ("4", 1, "4"),
    ],
)
def test_a_hint_tells_first_letters_and_the_number_of_words(
    key: str, words: int, letters: str
) -> None:
    assert hint(key) == (words, letters)
