"""The page of the systems that a school has."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from quizgen.export import FORMATS, SYSTEMS
from quizgen.export.systems.uses import USES

if TYPE_CHECKING:
    from quizgen.export.systems.uses import Use
    from tests.web.teacher.conftest import Teacher

STATE = "seed=x&n=4&kind=quote&forms=2&form=B"


def test_every_format_of_a_system_is_for_somebody() -> None:
    offered = {name for use in USES for name in use.formats}
    assert offered <= {format.name for format in FORMATS}
    assert {format.name for format in SYSTEMS} - offered == {"sources"}
    assert len({use.id for use in USES}) == len(USES)


@pytest.mark.parametrize("use", USES, ids=lambda use: use.id)
def test_each_system_has_what_to_click_and_what_is_lost(teacher: Teacher, use: Use) -> None:
    assert teacher.get(f"/paper/systems?{STATE}").status_code == 200
    (card,) = teacher.all(f"#{use.id}")
    words = " ".join(card.text_content().split())
    assert words.startswith(f"I use {use.name}")
    assert use.click in words
    for name in use.formats:
        format = next(format for format in FORMATS if format.name == name)
        told = (f"{format.target.title} leaves out", f"{format.target.title} holds all of it")
        refused = "that the file cannot be made" in words
        assert refused or any(each in words for each in told)


def test_every_file_that_is_offered_can_be_had(teacher: Teacher) -> None:
    teacher.get(f"/paper/preview?{STATE}")
    teacher.get(teacher.link("Files for Moodle, Canvas, Kahoot and others"))
    links = [link.get("href") for link in teacher.all(".card .buttons a")]
    assert len(links) > len(SYSTEMS)
    for link in links:
        assert "/paper/nato-B" in unquote(link)
        assert teacher.get(link).status_code == 200


def test_what_does_not_fit_is_told_with_its_reason_before_the_download(teacher: Teacher) -> None:
    teacher.get("/paper/systems?seed=7&n=20")
    (card,) = teacher.all("#kahoot")
    words = " ".join(card.text_content().split())
    assert "does not fit Kahoot: with its author the shortest stem has" in words
    assert "of 120" in words
    page = teacher.get("/paper/nato-A.kahoot.xlsx?seed=7&n=20")
    assert page.status_code == 400
    assert "does not fit Kahoot" in teacher.words


def test_a_broken_address_is_told(teacher: Teacher) -> None:
    assert teacher.get("/paper/systems?seed=x&n=0").status_code == 400
