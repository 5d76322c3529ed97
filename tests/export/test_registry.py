"""What is told of formats elsewhere comes from the registry."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, get_type_hints

import pytest
from click.testing import CliRunner

from quizgen.bank.attribution import Prompt
from quizgen.cli import main
from quizgen.export import BUNDLES, FORMATS, SYSTEMS, Layout, item_set, losses, pages, targets
from quizgen.export.content import student_page, teacher_page
from quizgen.export.holds import ALL, WORDS, lost
from quizgen.export.items import Option, item_of
from quizgen.export.pages import StudentPage
from quizgen.paper.blueprint import Blueprint
from quizgen.paper.paper import make_quiz
from tests.export.table import DOCS, TABLES, between
from tests.paper.made_up import bank, question

if TYPE_CHECKING:
    from quizgen.export import Format
    from quizgen.paper.paper import Paper


def part_of(name: str, part: str) -> Format:
    (found,) = (each for each in FORMATS if (each.name, each.part) == (name, part))
    return found


def test_what_students_get_has_no_room_for_a_key() -> None:
    """By type: neither the page nor anything that it can hold has a field for one."""
    names: set[str] = set()
    seen: set[Any] = set()

    def walk(kind: Any) -> None:
        for inner in getattr(kind, "__args__", ()):
            walk(inner)
        if is_dataclass(kind) and kind not in seen:
            seen.add(kind)
            names.update(field.name for field in fields(kind))
            for hint in get_type_hints(kind, vars(pages) | HINTS).values():
                walk(hint)

    walk(StudentPage)
    assert {"prompt", "options", "text", "citation"} <= names
    assert not names & {"key", "rationale", "reasons", "accept", "evidence", "id", "solutions"}
    for format in FORMATS:
        if format.audience == "student":
            assert format.view is student_page


HINTS = {"Prompt": Prompt, "Option": Option}


def test_cards_tell_what_they_leave_out_and_the_papers_leave_out_nothing(paper: Paper) -> None:
    items = item_set(paper)
    (loss,) = losses([items], set(FORMATS) - set(SYSTEMS))
    assert loss.startswith("nato-A-cards.pdf leaves out the wrong options, ")
    assert "the phrases of the essays" in loss
    assert losses([items], BUNDLES) == []


def test_only_what_the_items_have_is_told_as_lost() -> None:
    (made,) = make_quiz(bank(question("c")), Blueprint(1), "1").papers
    plain = losses([item_set(made)], FORMATS)
    assert plain
    assert not any("content notes" in loss for loss in plain)
    (made,) = make_quiz(bank(question("c", note="violence")), Blueprint(1), "1").papers
    assert "content notes" in losses([item_set(made)], FORMATS)[0]


def test_an_item_of_a_mode_that_a_format_cannot_ask_is_told_by_its_number(paper: Paper) -> None:
    only_typed = replace(part_of("html", "paper"), modes=frozenset({"typed"}))
    told = losses([item_set(paper)], [only_typed])
    assert len(told) == len(paper.items)
    first = item_set(paper).items[0]
    assert told[0] == f"nato-A-paper.html cannot ask question 1 ({first.id}), which is choice"


@pytest.mark.parametrize("name", ["html", "docx", "pdf"])
def test_a_question_to_answer_in_writing_travels_like_any_other(name: str, paper: Paper) -> None:
    """Without options it has lines to write on, no circle, and its key in words."""
    items = item_set(paper)
    asked = paper.items[0].question
    written = item_of(asked, 1, "en", lines=3)
    assert (written.mode, written.letter, written.key) == ("typed", "", asked.key)
    mixed = replace(items, items=(written, *items.items[1:]))
    for each in (mixed, replace(items, items=(written,))):
        for part in ("paper", "key"):
            assert part_of(name, part).render(each, Layout())
    assert student_page(mixed).questions[0].lines == 3
    assert teacher_page(mixed).solutions[0].key == asked.key


def test_a_question_in_writing_has_lines_on_the_page(paper: Paper) -> None:
    items = item_set(paper)
    written = replace(items, items=(item_of(paper.items[0].question, 1, "en", lines=3),))
    page = part_of("html", "paper").render(written, Layout()).decode()
    assert page.count("<p class=line>") == 3
    assert "class=bubbles" not in page


def test_help_names_every_format() -> None:
    shown = " ".join(CliRunner().invoke(main, ["quiz", "--help"]).output.split())
    for target in targets():
        assert f"{target.name} for {target.good_for}" in shown


@pytest.mark.parametrize("place", TABLES, ids="-".join)
def test_the_tables_in_the_documents_are_those_of_the_registry(place: tuple[str, str]) -> None:
    document, name = place
    found = between(name).search((DOCS / document).read_text("utf-8"))
    assert found
    assert found[2] == TABLES[place](), "run: make table-formats"


def test_every_part_has_words_and_every_loss_is_one_of_them() -> None:
    assert WORDS.keys() == ALL
    for format in FORMATS:
        assert set(lost(format)) <= ALL
