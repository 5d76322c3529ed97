"""An H5P question set: the content without the libraries, which the site has already."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from quizgen.errors import QuizgenError
from quizgen.export.archive import archive
from quizgen.export.limits import no_room
from quizgen.export.systems.h5p_texts import (
    BLANKS_UI,
    BLANKS_WAYS,
    CHOICE_UI,
    CHOICE_WAYS,
    CONFIRM,
    END,
    END_TEXTS,
    LIBRARIES,
    SET,
    SET_TEXTS,
)
from quizgen.export.systems.markup import html, one_line
from quizgen.export.systems.record import about, as_json, carried
from quizgen.export.systems.said import after_html, after_text, labels, stem_html
from quizgen.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgen.export import ItemSet, Layout
    from quizgen.export.items import Item
    from quizgen.export.systems.said import Labels

_IN_BLANKS = frozenset("*/:")


def write(items: ItemSet, layout: Layout) -> bytes:
    """The package.

    Raises:
        QuizgenError: where an answer to type holds a sign that H5P cannot have in one.
    """
    wrong = [item for item in items.items if not item.options and _IN_BLANKS & {*_answers(item)}]
    if wrong:
        reason, advice = "in a typed answer *, / and : mean something", "use --to moodle or qti21"
        raise QuizgenError(*(no_room(item, "H5P", reason, advice) for item in wrong))
    say = labels(items.language)
    return archive(
        {
            "h5p.json": as_json(_package(items)).encode(),
            "content/content.json": as_json(_set(items, say)).encode(),
        }
    )


def _package(items: ItemSet) -> dict[str, Any]:
    used = {"H5P.QuestionSet", *map(_library, items.items)}
    bank = items.bank
    return {
        "title": one_line(f"{items.title} {items.form}"),
        "language": items.language.split("-")[0],
        "mainLibrary": "H5P.QuestionSet",
        "embedTypes": ["iframe"],
        "license": "U",
        **({"licenseExtras": one_line(bank.licence)} if bank.licence else {}),
        "authors": [{"name": name, "role": "Author"} for name in bank.editors],
        "preloadedDependencies": [
            {"machineName": name, "majorVersion": major, "minorVersion": minor}
            for name, (major, minor) in LIBRARIES.items()
            if name in used
        ],
    }


def _set(items: ItemSet, say: Labels) -> dict[str, Any]:
    language = items.language
    return {
        "introPage": {"showIntroPage": False, "title": "", "introduction": ""},
        **SET,
        "questions": [_question(item, language, say) for item in items.items],
        "texts": _said(language, "SET_TEXTS"),
        "endGame": {**END, **_said(language, "END_TEXTS"), "noResultMessage": ""},
        "quizgen": about(items),
    }


_SAID: Mapping[str, Mapping[str, str]] = {
    "SET_TEXTS": SET_TEXTS,
    "END_TEXTS": END_TEXTS,
    "CHOICE_UI": CHOICE_UI,
    "BLANKS_UI": BLANKS_UI,
    "CONFIRM": CONFIRM,
}


@lru_cache
def _said(language: str, name: str) -> dict[str, str]:
    """Looked up once, since each question has them."""
    _ = words(language).gettext
    return {key: _(text) for key, text in _SAID[name].items()}


def _library(item: Item) -> str:
    return "H5P.MultiChoice" if item.options else "H5P.Blanks"


def _question(item: Item, language: str, say: Labels) -> dict[str, Any]:
    name = _library(item)
    major, minor = LIBRARIES[name]
    return {
        "library": f"{name} {major}.{minor}",
        "params": _choice(item, language, say) if item.options else _blanks(item, language, say),
        "subContentId": str(uuid5(NAMESPACE_URL, f"quizgen:{item.id}")),
        "metadata": {
            "title": item.id,
            "contentType": "Multiple Choice" if item.options else "Fill in the Blanks",
            "license": "U",
            "authors": [{"name": author.name, "role": "Author"} for author in item.authors],
            "source": next((proof.source.url for proof in item.evidence if proof.source.url), ""),
            "authorComments": as_json({"id": item.id} | carried(item)),
        },
    }


def _choice(item: Item, language: str, say: Labels) -> dict[str, Any]:
    """What is said after the answer stands with each option: H5P has no place of its own for it."""
    why = dict(item.reasons)
    after = after_html(item, say)
    return {
        "question": stem_html(item, say),
        "answers": [
            {
                "text": f"<div>{html(option.text)}</div>",
                "correct": option.letter == item.letter,
                "tipsAndFeedback": {
                    "tip": "",
                    "chosenFeedback": _reason(why.get(option.letter)) + after,
                    "notChosenFeedback": "",
                },
            }
            for option in item.options
        ],
        "behaviour": dict(CHOICE_WAYS),
        "UI": _said(language, "CHOICE_UI"),
        "overallFeedback": [{"from": 0, "to": 100, "feedback": ""}],
        **_confirm(language),
    }


def _reason(why: str | None) -> str:
    return f"<p>{html(why)}</p>" if why else ""


def _answers(item: Item) -> str:
    return "".join((item.key, *item.accept))


def _blanks(item: Item, language: str, say: Labels) -> dict[str, Any]:
    """Between two stars stand all spellings that are right, with a slash between."""
    right = "/".join(html(text) for text in dict.fromkeys((item.key, *item.accept)))
    return {
        "text": stem_html(item, say),
        "questions": [f"<p>*{right}*</p>"],
        "overallFeedback": [{"from": 0, "to": 100, "feedback": html(after_text(item, say))}],
        "behaviour": dict(BLANKS_WAYS),
        **_said(language, "BLANKS_UI"),
        **_confirm(language),
    }


def _confirm(language: str) -> dict[str, Any]:
    return {name: _said(language, "CONFIRM") for name in ("confirmCheck", "confirmRetry")}
