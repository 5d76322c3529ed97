from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from quizgen.bank.load import default_bank, load_bank
from quizgen.errors import QuizgenError
from quizgen.export import Layout, chosen_for_quiz, item_set, render_all
from quizgen.paper.blueprint import blueprint
from quizgen.paper.code import Recipe, seed_number
from quizgen.paper.edits import parse_edit
from quizgen.paper.file import MAX_BYTES, parse_quiz, quiz_of, read_quiz, unknown_words
from quizgen.paper.file_text import entry_of, quiz_text
from quizgen.paper.paper import Heading, make_quiz

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from quizgen.paper.entry import QuizEntry
    from quizgen.paper.paper import Quiz

BANK = load_bank(default_bank())

LEARN = "what did you learn <b>about</b> *sources*?"
OWN = """
own:
- after: 2
  ask: who opened the museum?
  answer: the mayor
  wrong: [a poet, a general]
  author: County archive
  where: letter of 3 May 1921
  points: 2
- after: 0
  ask: what did you learn <b>about</b> *sources*?
  answer: that they differ
  lines: 6
places:
- slot: 2
  section: Part two
  points: 3
"""


def drawn(number: int = 4, forms: int = 1, edits: Sequence[str] = ()) -> QuizEntry:
    plan, changes = blueprint(BANK, number), tuple(map(parse_edit, edits))
    quiz = make_quiz(BANK, plan, "7", forms, edits=changes)
    recipe = Recipe(seed_number("7"), forms, 0, plan, edits=changes)
    return entry_of(quiz.papers, recipe, Heading())


def with_own(entry: QuizEntry, more: str = OWN) -> QuizEntry:
    return parse_quiz((quiz_text(entry) + more).encode(), "my.quiz.yaml")


def asked(quiz: Quiz, form: int = 0) -> list[str]:
    return [item.question.id for item in quiz.papers[form].items]


def test_what_is_written_is_read_again() -> None:
    entry = with_own(drawn(edits=["swap.A.1", "sorted"]))
    assert parse_quiz(quiz_text(entry).encode(), "x") == entry


def test_own_questions_carry_their_source_and_the_teacher_where_there_is_none() -> None:
    quiz = quiz_of(with_own(drawn()), BANK)
    assert [id[:4] == "own-" for id in asked(quiz)] == [True, False, False, True, False, False]
    items = quiz.papers[0].items
    opened, museum = items[0], items[3]
    assert opened.question.prompt == f"According to your teacher, {LEARN}"
    assert (opened.options, opened.place.lines) == ((), 6)
    assert museum.question.prompt == "According to County archive, who opened the museum?"
    assert museum.question.claim.short_citation == "County archive, letter of 3 May 1921"
    assert set(museum.options) == {"the mayor", "a poet", "a general"}
    assert (items[2].place.section, items[2].place.points) == ("Part two", 3)


def test_own_words_never_lose_the_author_and_are_marked_in_the_key() -> None:
    entry = drawn()
    item = make_quiz(BANK, blueprint(BANK, 4), "7").papers[0].items[1]
    wrong = item.question.distractors[0].text
    words = (
        f"words:\n  {item.question.id}:\n    ask: 'what, then?'\n    wrong: {{{wrong!r}: 'noon'}}\n"
    )
    quiz = quiz_of(with_own(entry, words), BANK)
    changed = quiz.papers[0].items[1]
    assert changed.question.prompt.endswith(", what, then?")
    assert item.question.claim.authors[0].name in changed.question.prompt
    assert "noon" in changed.options
    assert quiz.papers[0].code == entry.codes["A"]
    files = render_all([item_set(p) for p in quiz.papers], chosen_for_quiz("html"), Layout())
    key, paper = files["nato-A-key.html"].decode(), files["nato-A-paper.html"].decode()
    assert "Your wording." in key
    assert wrong in key
    assert "Your wording." not in paper


def test_points_add_up_and_open_questions_have_lines_and_a_model_answer() -> None:
    quiz = quiz_of(with_own(drawn()), BANK)
    files = render_all(
        [item_set(p) for p in quiz.papers], chosen_for_quiz("html,docx,pdf"), Layout()
    )
    paper, key = files["nato-A-paper.html"].decode(), files["nato-A-key.html"].decode()
    assert "(2 points)" in paper
    assert "/ 5</span>" in paper
    assert paper.count("<p class=line>") == 6
    assert "&lt;b&gt;about&lt;/b&gt;" in paper
    assert "that they differ" in key
    assert "that they differ" not in paper


def test_the_same_questions_in_another_order_keep_their_sections() -> None:
    entry = with_own(drawn(8, 3, ["same", "drop.1"]), "places:\n- {slot: 5, section: Later}\n")
    quiz = quiz_of(entry, BANK)
    first = [*map(set, _parts(quiz, 0))]
    for form in (1, 2):
        assert [*map(set, _parts(quiz, form))] == first
        assert asked(quiz, form) != asked(quiz)


def _parts(quiz: Quiz, form: int) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for item in quiz.papers[form].items:
        if item.place.section:
            parts.append([])
        parts[-1].append(item.question.id)
    return parts


def test_what_stands_around_a_place_moves_with_it() -> None:
    places = "places:\n- {slot: 1, points: 9}\n"
    quiz = quiz_of(with_own(drawn(4, 1, ["move.1.3", "drop.1"]), places), BANK)
    assert [item.place.points for item in quiz.papers[0].items] == [0, 9, 0]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("quiz: 1", "quiz: 9"), "of version 9"),
        (("quiz: 1\n", ""), "no quiz file"),
        (("bank: nato", "bank: other"), "of the bank 'other'"),
        (("number: 4", "number: many"), "write a whole number"),
        (("number: 4", "number: 4\n  topic: [moon]"), "moon"),
        (("number: 4", "nubmer: 4"), "did you mean number"),
        (("codes:", "edits: [jump.3]\ncodes:"), "'jump.3' is no change"),
        (("codes:", "places: [{slot: 1, points: lots}]\ncodes:"), "'lots'"),
        (
            ("codes:", "own: [{after: 0, ask: a, answer: b, author: C}]\ncodes:"),
            "its author and where",
        ),
        (("codes:", "own: [{after: 0, ask: a, answer: b, wrong: [b]}]\ncodes:"), "the same"),
        (("codes:", "title: 'a\u202eb'\ncodes:"), "cannot be"),
    ],
)
def test_a_file_that_was_edited_wrongly_says_where_and_what(
    change: tuple[str, str], said: str
) -> None:
    text = quiz_text(drawn())
    assert change[0] in text
    with pytest.raises(QuizgenError) as caught:
        quiz_of(parse_quiz(text.replace(*change).encode(), "my.quiz.yaml"), BANK)
    assert said in str(caught.value)


def test_a_file_of_ten_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.quiz.yaml"
    path.write_bytes(b"#" * 10 * MAX_BYTES)
    with pytest.raises(QuizgenError, match="more than"):
        read_quiz(path)
    with pytest.raises(QuizgenError, match="cannot be read"):
        read_quiz(tmp_path / "none.quiz.yaml")


def test_a_quiz_whose_bank_has_changed_says_so_and_loses_no_words() -> None:
    entry = with_own(drawn())
    first = make_quiz(BANK, blueprint(BANK, 4), "7").papers[0].items[0].question
    other = replace(
        BANK,
        questions=tuple(
            replace(q, rationale="other") if q.id == first.id else q for q in BANK.questions
        ),
    )
    with pytest.raises(QuizgenError, match="the bank has changed since"):
        quiz_of(entry, other)
    assert len(entry.own) == 2


def test_words_of_a_question_that_was_swapped_wait_in_the_file() -> None:
    entry = with_own(drawn(), "words: {ng-none.such: {ask: 'what?'}}\n")
    assert unknown_words(entry, quiz_of(entry, BANK)) == ["ng-none.such"]


def test_two_thousand_characters_from_right_to_left_and_signs_are_printed() -> None:
    text = "שלום 🙂 *b* " * 160
    own = f"own: [{{after: 0, ask: {text!r}, answer: ok}}]\n"
    quiz = quiz_of(with_own(drawn(), own), BANK)
    files = render_all([item_set(p) for p in quiz.papers], chosen_for_quiz("html,docx"), Layout())
    assert text.strip() in files["nato-A-paper.html"].decode()
    with pytest.raises(QuizgenError, match="have no sign"):
        render_all([item_set(p) for p in quiz.papers], chosen_for_quiz("pdf"), Layout())
