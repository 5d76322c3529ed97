from __future__ import annotations

from quizgen.intake.essays import Essay, read_bytes
from tests.intake.essays.made import BODY, FIRST, HEADING, NOTE, SECOND, TEXT, THIRD


def reasons(text: str) -> dict[int, str]:
    return {one.line: one.reason for one in Essay.of(read_bytes("a.txt", text.encode())).told}


def test_each_line_that_is_no_paragraph_has_its_reason() -> None:
    assert reasons(TEXT) == {
        1: "the title",
        2: "the standfirst",
        3: "the byline",
        4: "a blank line",
        6: "a teaser",
        7: "a blank line",
        8: "a teaser",
        9: "a teaser",
        10: "a heading",
        12: "a pull-quote from line 11",
        13: "a caption",
        15: "a teaser",
        16: "the licence",
        17: "about the author",
    }


def test_paragraphs_are_counted_as_a_reader_counts() -> None:
    essay = Essay.of(read_bytes("a.txt", TEXT.encode()))
    assert [(line, heading) for line, heading, _ in essay.paragraphs] == [
        (5, ""),
        (11, HEADING),
        (14, HEADING),
    ]
    assert [essay.count.line(n) for n in (1, 2, 3)] == [5, 11, 14]


def test_paragraphs_alone_are_all_counted() -> None:
    assert reasons("\n".join(BODY)) == {}


def test_a_short_paragraph_and_a_sentence_about_a_professor_are_counted() -> None:
    middle = "Paul Rahn is a professor of law in Altstadt."
    assert reasons("\n".join([FIRST, "It held.", middle, SECOND, THIRD, FIRST, SECOND])) == {}


def test_what_stands_behind_the_note_on_the_author_is_not_the_essay() -> None:
    text = "\n".join([*BODY * 3, NOTE, "A look at 12 beams of 1999.", "○"])
    assert reasons(text) == {10: "about the author", 11: "behind the essay", 12: "an ornament"}
