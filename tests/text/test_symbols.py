from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizgen.text.symbols import BASE, plain, read, write


@given(st.integers(0, BASE - 1), st.integers(1, BASE**100))
def test_what_is_written_is_read(version: int, number: int) -> None:
    code = write(version, number)
    assert read(code) == (version, number)
    assert read(f" {code.lower().replace('-', '  ')}") == (version, number)
    assert all(len(group) == 4 for group in code.split("-")[:-1])
    assert plain(code) == code.replace("-", "")
