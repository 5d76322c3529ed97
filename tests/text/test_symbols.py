from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.errors import QuizgenError
from quizgen.text.symbols import ALPHABET, BASE, plain, read, write


@given(st.integers(0, BASE - 1), st.integers(1, BASE**100))
def test_what_is_written_is_read(version: int, number: int) -> None:
    code = write(version, number)
    assert read(code) == (version, number)
    assert read(f" {code.lower().replace('-', '  ')}") == (version, number)
    assert all(len(group) == 4 for group in code.split("-")[:-1])
    assert plain(code) == code.replace("-", "")


@pytest.mark.parametrize("length", range(3, 67))
def test_at_every_length_each_slip_and_each_swap_of_neighbours_is_found(length: int) -> None:
    code = plain(write(2, 7 * BASE ** (length - 3), length - 2))
    assert len(code) == length
    for place, right in enumerate(code):
        for wrong in ALPHABET:
            if wrong != right:
                with pytest.raises(QuizgenError, match="mistyped"):
                    read(code[:place] + wrong + code[place + 1 :])
    for place, pair in enumerate(pairwise(code)):
        if pair[0] != pair[1]:
            with pytest.raises(QuizgenError, match="mistyped"):
                read(code[:place] + pair[1] + pair[0] + code[place + 2 :])
