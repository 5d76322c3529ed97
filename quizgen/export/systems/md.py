"""Markdown: a quiz to read and to keep in a repository, the key ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.export.content import credit
from quizgen.export.systems.markup import markdown
from quizgen.export.systems.record import about, as_comment, carried
from quizgen.export.systems.said import labels, remarks
from quizgen.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.export import ItemSet, Layout
    from quizgen.export.items import Item
    from quizgen.export.systems.said import Labels


def write(items: ItemSet, layout: Layout) -> bytes:
    """The file."""
    _ = words(items.language).gettext
    say = labels(items.language)
    name = _("Form %(form)s", form=items.form)
    lines = [
        f"<!-- quizgen {as_comment(about(items))} -->",
        f"# {markdown(items.title)} · {markdown(name)}",
        "",
        *[line for item in items.items for line in _question(item, say)],
        *([markdown(credit(items.bank)), ""] if credit(items.bank) else []),
    ]
    return "\n".join(lines).encode()


def _question(item: Item, say: Labels) -> Iterator[str]:
    yield f"<!-- quizgen {as_comment({'id': item.id} | carried(item))} -->"
    if item.content_note:
        yield f"*{markdown(say.warning)} {markdown(item.content_note)}*"
        yield ""
    yield f"## {item.number}. {markdown(item.prompt)}"
    yield ""
    why = dict(item.reasons)
    for option in item.options:
        tick = "x" if option.letter == item.letter else " "
        reason = f" — *{markdown(why[option.letter])}*" if option.letter in why else ""
        yield f"- [{tick}] {markdown(option.text)}{reason}"
    if not item.options:
        yield from (f"- = {markdown(text)}" for text in dict.fromkeys((item.key, *item.accept)))
    yield ""
    yield f"> {markdown(item.rationale)}"
    for label, text, url in remarks(item, say):
        shown = f"[{markdown(text)}](<{url}>)" if url else markdown(text)
        yield ">"
        yield f"> **{markdown(label)}** {shown}"
    yield ""
