"""The page of the systems that a school has: which file, what to click there, what is lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import request

from quizgen.errors import QuizgenError
from quizgen.export import FORMATS, item_set
from quizgen.export.holds import WORDS, missed
from quizgen.export.limits import unfit
from quizgen.export.systems.uses import USES
from quizgen_web.shell.language import say
from quizgen_web.shell.page import page
from quizgen_web.teacher.addresses import Answer, address, blueprint, papers
from quizgen_web.teacher.downloads import refused
from quizgen_web.teacher.draft import Draft
from quizgen_web.teacher.papers import form_of

if TYPE_CHECKING:
    from quizgen.export import Format, ItemSet
    from quizgen.export.systems.uses import Use


@dataclass(frozen=True, slots=True)
class Offer:
    """A file for a system, and what a teacher should know before it is downloaded."""

    title: str
    name: str
    """The file's."""
    lost: tuple[str, ...]
    refused: tuple[str, ...]
    """Why it cannot be made of these questions, a reason each."""
    along: str
    """The file that goes with it."""


@dataclass(frozen=True, slots=True)
class Group:
    """What a teacher has, with its files."""

    use: Use
    offers: tuple[Offer, ...]


@blueprint.get("/systems")
def systems() -> Answer:
    """Show which file is for which system."""
    draft = Draft.of(request.args)
    try:
        paper = form_of(papers().quiz(draft), draft.form)
    except QuizgenError as error:
        return refused(draft, error)
    items = item_set(paper)
    groups = [
        Group(use, tuple(_offer(_format(name), items) for name in use.formats)) for use in USES
    ]
    return page("paper_systems.html", draft=draft, paper=paper, groups=groups, address=address)


def _format(name: str) -> Format:
    """The file for a system; of a format for print the paper."""
    return next(format for format in FORMATS if format.name == name)


def _offer(format: Format, items: ItemSet) -> Offer:
    _ = say().gettext
    cannot = [
        _("question %(number)s cannot be asked there", number=item.number)
        for item in items.items
        if item.mode not in format.modes
    ]
    problems = unfit(items.items, format.limits) if format.limits else []
    along = _format(format.along).file_name(items) if format.along else ""
    return Offer(
        _(format.target.title),
        format.file_name(items),
        (*(_(WORDS[part]) for part in missed(format, [items])), *cannot),
        tuple(problem.message for problem in problems),
        along,
    )
