"""An H5P question set: the content without the libraries, which the site has already."""

from __future__ import annotations

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
            "content/content.json": _set(items, say),
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


def _set(items: ItemSet, say: Labels) -> bytes:
    language = items.language
    head = {
        "introPage": {"showIntroPage": False, "title": "", "introduction": ""},
        **SET,
        "texts": _said(language, SET_TEXTS),
        "endGame": {**END, **_said(language, END_TEXTS), "noResultMessage": ""},
        "quizgen": about(items),
    }
    around = {name: _around(language, name) for name in LIBRARIES}
    questions = [_question(item, say, around[_library(item)]).encode() for item in items.items]
    return b'%b,"questions":[%b]}' % (as_json(head)[:-1].encode(), b",".join(questions))


def _said(language: str, texts: Mapping[str, str]) -> dict[str, str]:
    _ = words(language).gettext
    return {key: _(text) for key, text in texts.items()}


def _around(language: str, library: str) -> str:
    """What each question of a library says besides its own words, made into JSON only once."""
    confirm = _said(language, CONFIRM)
    around: dict[str, Any] = {"confirmCheck": confirm, "confirmRetry": confirm}
    if library == "H5P.MultiChoice":
        around |= {"behaviour": CHOICE_WAYS, "UI": _said(language, CHOICE_UI)}
        around["overallFeedback"] = [{"from": 0, "to": 100, "feedback": ""}]
    else:
        around |= {"behaviour": BLANKS_WAYS, **_said(language, BLANKS_UI)}
    return as_json(around)


def _library(item: Item) -> str:
    return "H5P.MultiChoice" if item.options else "H5P.Blanks"


def _question(item: Item, say: Labels, around: str) -> str:
    name = _library(item)
    major, minor = LIBRARIES[name]
    own = as_json(
        {
            "library": f"{name} {major}.{minor}",
            "subContentId": str(uuid5(NAMESPACE_URL, f"quizgen:{item.id}")),
            "metadata": _metadata(item),
            "params": _choice(item, say) if item.options else _blanks(item, say),
        }
    )
    return f"{own[:-2]},{around[1:]}}}"


def _metadata(item: Item) -> dict[str, Any]:
    return {
        "title": item.id,
        "contentType": "Multiple Choice" if item.options else "Fill in the Blanks",
        "license": "U",
        "authors": [{"name": author.name, "role": "Author"} for author in item.authors],
        "source": next((proof.source.url for proof in item.evidence if proof.source.url), ""),
        "authorComments": as_json({"id": item.id} | carried(item)),
    }


def _choice(item: Item, say: Labels) -> dict[str, Any]:
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
    }


def _reason(why: str | None) -> str:
    return f"<p>{html(why)}</p>" if why else ""


def _answers(item: Item) -> str:
    return "".join((item.key, *item.accept))


def _blanks(item: Item, say: Labels) -> dict[str, Any]:
    """Between two stars stand all spellings that are right, with a slash between."""
    right = "/".join(html(text) for text in dict.fromkeys((item.key, *item.accept)))
    after = html(after_text(item, say))
    return {
        "text": stem_html(item, say),
        "questions": [f"<p>*{right}*</p>"],
        "overallFeedback": [{"from": 0, "to": 100, "feedback": after}],
    }
