"""Moodle XML: questions for Moodle's question bank, with feedback, tags and ids.

What Moodle has no place for stands in a comment, which Moodle passes over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.export.systems.markup import html, xml
from quizgen.export.systems.record import about, as_comment, carried
from quizgen.export.systems.said import after_html, labels, stem_html, tags

if TYPE_CHECKING:
    from quizgen.export import ItemSet, Layout
    from quizgen.export.items import Item
    from quizgen.export.systems.said import Labels


def write(items: ItemSet, layout: Layout) -> bytes:
    """The file."""
    say = labels(items.language)
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n',
        f"<!-- quizgen {as_comment(about(items))} -->\n",
        f'<question type="category"><category>{_text(category(items))}</category></question>\n',
        *[_question(item, say) for item in items.items],
        "</quiz>\n",
    ]
    return "".join(parts).encode()


def category(items: ItemSet) -> str:
    """Where in the question bank they go; a slash in a name is doubled."""
    name = f"{items.title} {items.form}".replace("/", "//")
    return f"$course$/top/{name}"


def _text(text: str) -> str:
    return f"<text>{xml(text)}</text>"


def _question(item: Item, say: Labels) -> str:
    kind = "multichoice" if item.options else "shortanswer"
    labels = "".join(f"<tag>{_text(tag)}</tag>" for tag in tags(item))
    return (
        f"<!-- quizgen {as_comment(carried(item))} -->\n"
        f'<question type="{kind}">\n'
        f"<name>{_text(f'{item.number:02} {item.id}')}</name>\n"
        f'<questiontext format="html">{_text(stem_html(item, say))}</questiontext>\n'
        f'<generalfeedback format="html">{_text(after_html(item, say))}</generalfeedback>\n'
        "<defaultgrade>1</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden>\n"
        f"<idnumber>{xml(item.id)}</idnumber>\n"
        f"{_choice(item) if item.options else _typed(item)}"
        f"<tags>{labels}</tags>\n</question>\n"
    )


def _choice(item: Item) -> str:
    """The options keep the order of the form, in which numbers ascend."""
    why = dict(item.reasons)
    answers = [
        _answer(option.letter == item.letter, html(option.text), why.get(option.letter, ""), "html")
        for option in item.options
    ]
    return (
        "<single>true</single><shuffleanswers>false</shuffleanswers>"
        f"<answernumbering>ABCD</answernumbering>\n{''.join(answers)}"
    )


def _typed(item: Item) -> str:
    """In an answer to type, a star would stand for any words."""
    spellings = dict.fromkeys((item.key, *item.accept))
    return "<usecase>0</usecase>\n" + "".join(
        _answer(True, text.replace("*", "\\*"), "", "moodle_auto_format") for text in spellings
    )


def _answer(right: bool, text: str, why: str, format: str) -> str:
    feedback = f'<feedback format="html">{_text(html(why))}</feedback>'
    return (
        f'<answer fraction="{100 if right else 0}" format="{format}">{_text(text)}{feedback}'
        "</answer>\n"
    )
