from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.bank.evidence import DIGESTS_FILE, Essays, record, stands_in, verify
from quizgen.bank.load import load
from quizgen.errors import Problem, QuizgenError
from quizgen.text.wording import straight

if TYPE_CHECKING:
    from pathlib import Path

PHRASE = "nine riders on an average night"


def checked(example: Path) -> tuple[int, list[Problem]]:
    loaded = load(example)
    essays, problems = Essays.read(loaded, example / "essays")
    found, missing = verify(loaded, essays)
    problems += missing
    assert all(problem.advice for problem in problems)
    return found, problems


def note(example: Path) -> None:
    loaded = load(example)
    record(loaded, Essays.read(loaded, example / "essays")[0])


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8", newline="")


def test_each_phrase_of_the_example_is_found(example: Path) -> None:
    assert checked(example) == (8, [])


@pytest.mark.parametrize(
    "essay",
    [
        "nine riders on an average evening",
        "Nine riders on an average night",
        "ninety-nine riders on an average  nights",
        "nine rider on an average night",
        "",
    ],
)
def test_a_phrase_that_is_not_there_word_for_word_is_told_at_its_place(
    example: Path, essay: str
) -> None:
    rewrite(example / "essays" / "okafor.txt", PHRASE, essay)
    found, (problem,) = checked(example)
    assert found == 7
    assert problem.code == "evidence-not-found"
    assert problem.source_line[problem.column - 1 :].startswith(PHRASE)
    assert "letter for letter" in problem.advice


@pytest.mark.parametrize("old", ["paragraph: 1, quote: nine", "paragraph: 99999, quote: nine"])
def test_where_a_phrase_stands_elsewhere_the_number_is_told(example: Path, old: str) -> None:
    rewrite(example / "okafor.yaml", "paragraph: 1, quote: nine", old.replace("1", "2"))
    _, (problem,) = checked(example)
    assert "it stands in paragraph 1: correct the number" in problem.advice


def test_in_a_comparison_the_piece_that_is_wrong_is_told(example: Path) -> None:
    old = "quote: shared taxis would serve the same riders}"
    rewrite(example / "compare.yaml", old, "quote: shared cars would serve}")
    _, (problem,) = checked(example)
    assert problem.source_line[problem.column - 1 :] == "shared cars would serve}"


@pytest.mark.parametrize(
    ("phrase", "paragraph", "stands"),
    [
        ("ten men", "ten men", True),
        ("ten men", "often men", False),
        ("ten men", "ten mental", False),
        ("ten men", "(ten men)", True),
        ("ten men", "ten men's", True),
        ("ten men", "ten_men", False),
        ("ten men", "Ten men", False),
        ("a.b c", "aXb c", False),
        ("2% of", "12% of", False),
    ],
)
def test_a_phrase_stands_only_as_whole_words(phrase: str, paragraph: str, stands: bool) -> None:
    assert stands_in(phrase, paragraph) is stands


def test_only_the_shape_of_quotes_dashes_and_spaces_is_forgiven(example: Path) -> None:
    essay = example / "essays" / "ellery.txt"
    rewrite(
        essay, "“a promise to those who keep the town alive”", "“a\xa0promise to  those who keep"
    )
    assert checked(example) == (8, [])
    rewrite(example / "ellery.yaml", "the bus “a promise to", "the bus “a promise” to")
    rewrite(essay, "“a\xa0promise to", '"a promise" to')
    assert checked(example) == (8, [])


@given(st.lists(st.sampled_from("a b1 ‘c’ “d” e– f, g. h’s é".split()), min_size=3, max_size=9))  # noqa: SIM905
def test_what_is_copied_from_a_paragraph_stands_in_it(words: list[str]) -> None:
    paragraph = straight(" ".join(words))
    assert stands_in(straight(" ".join(words[1:])), paragraph)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("inside", [" ", "\u2028", "\x85"])
def test_paragraphs_are_the_lines_that_an_editor_counts(
    example: Path, end: str, inside: str
) -> None:
    path = example / "essays" / "okafor.txt"
    text = path.read_text("utf-8").replace("\n", end)
    path.write_text(text.replace("counted: ", f"counted:{inside}"), "utf-8", newline="")
    assert checked(example) == (8, [])


def test_blank_lines_count(example: Path) -> None:
    path = example / "essays" / "okafor.txt"
    path.write_text("\n" + path.read_text("utf-8"), "utf-8")
    _, problems = checked(example)
    assert [problem.advice.split(":")[0] for problem in problems] == [
        "it stands in paragraph 3",
        "it stands in paragraph 2",
        "it stands in paragraph 3",
    ]


def test_an_essay_that_is_not_at_hand_is_one_problem(example: Path) -> None:
    (example / "essays" / "okafor.txt").unlink()
    found, (problem,) = checked(example)
    assert found == 5
    assert (problem.code, problem.line) == ("no-essay", 11)
    assert "No such file" in problem.message
    assert "--essays" in problem.advice


def test_a_source_without_a_file_is_told(example: Path) -> None:
    rewrite(example / "okafor.yaml", "  file: okafor.txt\n", "")
    found, (problem,) = checked(example)
    assert found == 5
    assert "Daniel Okafor" in problem.message
    assert "file: NAME.txt" in problem.advice


def digests(example: Path) -> dict[str, dict[str, str]]:
    read: dict[str, dict[str, str]] = json.loads((example / DIGESTS_FILE).read_text("utf-8"))
    return read


def test_the_digest_of_each_cited_paragraph_is_recorded_and_nothing_of_its_text(
    example: Path,
) -> None:
    note(example)
    recorded = digests(example)
    assert {id: list(numbers) for id, numbers in recorded.items()} == {
        "ellery": ["1", "2", "3"],
        "okafor": ["1", "2"],
    }
    text = (example / DIGESTS_FILE).read_text("utf-8")
    for essay in (example / "essays").iterdir():
        words = {word for word in essay.read_text("utf-8").split() if len(word) > 4}
        assert not any(word in text for word in words)
    assert checked(example) == (8, [])


def test_recording_twice_writes_the_same_bytes(example: Path) -> None:
    note(example)
    first = (example / DIGESTS_FILE).read_bytes()
    note(example)
    assert (example / DIGESTS_FILE).read_bytes() == first


def test_a_paragraph_that_changed_is_found_though_the_phrase_still_stands(example: Path) -> None:
    note(example)
    rewrite(example / "essays" / "okafor.txt", "built for eighty", "built for fifty")
    found, (problem,) = checked(example)
    assert found == 8
    assert problem.code == "paragraph-changed"
    assert problem.message.startswith("paragraph 1 of the essay")
    assert "--record" in problem.advice


def test_another_shape_of_quotes_is_no_change(example: Path) -> None:
    note(example)
    path = example / "essays" / "ellery.txt"
    path.write_text(path.read_text("utf-8").replace("“", '"').replace("”", '"'), "utf-8")
    assert checked(example) == (8, [])


@pytest.mark.parametrize("text", ["", "x", "[]", "3", '{"okafor": 3}', "null", "[" * 100_000])
def test_a_broken_file_of_digests_is_a_problem(example: Path, text: str) -> None:
    (example / DIGESTS_FILE).write_text(text, "utf-8")
    with pytest.raises(QuizgenError) as caught:
        checked(example)
    assert caught.value.problems[0].code == "digests"
    assert "--record" in caught.value.problems[0].advice
