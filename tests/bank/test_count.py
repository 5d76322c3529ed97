"""Paragraphs as a reader of the published page counts them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizgen.bank.count import ALL_LINES, Count, span

COUNT = Count.of(["1-2", "4", "9"], {"6": "The promise", "8": "The price"})
"""Lines 3, 5, 7, 10, 11 ... are the paragraphs 1, 2, 3, 4, 5 ..."""

COUNTS = st.builds(
    lambda uncounted, headings: Count.of(
        [str(line) for line in uncounted], {str(line): f"heading {line}" for line in headings}
    ),
    st.sets(st.integers(1, 40)),
    st.sets(st.integers(1, 40)),
)


def test_only_lines_of_the_body_are_counted() -> None:
    assert [COUNT.paragraph(line) for line in range(1, 12)] == [0, 0, 1, 0, 2, 0, 3, 0, 0, 4, 5]
    assert [COUNT.line(paragraph) for paragraph in range(1, 6)] == [3, 5, 7, 10, 11]


def test_a_paragraph_stands_under_the_last_heading_above_it() -> None:
    headings = [COUNT.heading(paragraph) for paragraph in range(1, 6)]
    assert headings == ["", "", "The promise", "The price", "The price"]


@given(COUNTS, st.integers(1, 100))
def test_a_paragraph_and_its_line_name_each_other(count: Count, paragraph: int) -> None:
    line = count.line(paragraph)
    assert line not in count.skipped
    assert count.paragraph(line) == paragraph


@given(COUNTS, st.integers(1, 60))
def test_a_line_that_is_skipped_is_no_paragraph(count: Count, line: int) -> None:
    assert (count.paragraph(line) == 0) == (line in count.skipped)


def test_without_lists_each_line_is_a_paragraph() -> None:
    assert [ALL_LINES.paragraph(line) for line in (1, 2, 70)] == [1, 2, 70]
    assert ALL_LINES.heading(5) == ""


def test_a_stretch_holds_both_its_ends() -> None:
    assert [*span("7")] == [7]
    assert [*span("2-4")] == [2, 3, 4]
