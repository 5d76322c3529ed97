"""GIFT: Moodle's text format. Each question stands in one block, its record in a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.errors import QuizgenError
from quizgen.export.limits import no_room
from quizgen.export.systems.markup import html, one_line
from quizgen.export.systems.moodle import category
from quizgen.export.systems.record import about, as_comment, carried
from quizgen.export.systems.said import after_html, labels, stem_html, tags

if TYPE_CHECKING:
    from quizgen.export import ItemSet, Layout
    from quizgen.export.items import Item
    from quizgen.export.systems.said import Labels

_MARKS = "\\~=#{}:"
_BRACKETS = str.maketrans("[]", "()")


def write(items: ItemSet, layout: Layout) -> bytes:
    """The file.

    Raises:
        QuizgenError: where an answer to type holds an arrow, by which GIFT knows a pair to match.
    """
    pairs = [item for item in items.items if not item.options and _is_pair(item)]
    if pairs:
        reason = "an answer to type holds ->, which is a pair to match in GIFT"
        raise QuizgenError(*(no_room(item, "GIFT", reason, "use --to moodle") for item in pairs))
    say = labels(items.language)
    head = f"// quizgen {as_comment(about(items))}\n$CATEGORY: {one_line(category(items))}\n"
    return "\n".join([head, *[_question(item, say) for item in items.items]]).encode()


def _is_pair(item: Item) -> bool:
    return any("->" in text for text in (item.key, *item.accept))


def _question(item: Item, say: Labels) -> str:
    lines = _choice(item) if item.options else _typed(item)
    named = "".join(f" [tag:{one_line(tag).translate(_BRACKETS)}]" for tag in tags(item))
    return (
        f"// quizgen {as_comment(carried(item))}\n"
        f"// [id:{item.id}]{named}\n"
        f"::{item.number:02} {item.id}::[html]{marked(stem_html(item, say))}{{\n"
        f"{lines}"
        f"####{marked(after_html(item, say))}\n}}\n"
    )


def _choice(item: Item) -> str:
    why = dict(item.reasons)
    return "".join(
        f"{'=' if option.letter == item.letter else '~'}{_option(option.text)}"
        f"{_because(why.get(option.letter))}\n"
        for option in item.options
    )


def _typed(item: Item) -> str:
    """An answer to type is plain text, in which a star would stand for any words.

    At its start, a percent sign would be a weight, so that the weight is written before it.
    """
    spellings = dict.fromkeys((item.key, *item.accept))
    return "".join(
        f"={'%100%' * text.startswith('%')}{marked(text.replace('*', chr(92) + '*'))}\n"
        for text in spellings
    )


def _option(text: str) -> str:
    """As HTML, since an option inherits that of the stem; at its start, % would be a weight."""
    shown = marked(html(text))
    return f"&percnt;{shown[1:]}" if shown.startswith("%") else shown


def _because(why: str | None) -> str:
    return f"#{marked(html(why))}" if why else ""


def marked(text: str) -> str:
    """The text in one line, with a backslash before what means something in GIFT."""
    text = one_line(text)
    for sign in _MARKS:
        text = text.replace(sign, f"\\{sign}")
    return text
