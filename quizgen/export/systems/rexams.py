"""R/exams: an R Markdown file a question, in a zip.

R runs what stands between backticks, so that no text brings one in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.errors import QuizgenError
from quizgen.export.archive import archive
from quizgen.export.limits import no_room
from quizgen.export.systems.markup import markdown, one_line
from quizgen.export.systems.record import about, as_comment, as_json, carried
from quizgen.export.systems.said import labels, remarks, tags

if TYPE_CHECKING:
    from quizgen.export import ItemSet, Layout
    from quizgen.export.items import Item
    from quizgen.export.systems.said import Labels


def write(items: ItemSet, layout: Layout) -> bytes:
    """The zip.

    Raises:
        QuizgenError: where an answer to type holds a backtick.
    """
    if wrong := [item for item in items.items if not item.options and "`" in item.key]:
        reason, advice = "R would run the backtick in its answer", "use --to moodle or qti21"
        raise QuizgenError(*(no_room(item, "R/exams", reason, advice) for item in wrong))
    say = labels(items.language)
    files = {
        f"{item.number:02}-{item.id}.Rmd": _question(item, say).encode() for item in items.items
    }
    return archive(files | {"quizgen.json": as_json(about(items)).encode()})


def _question(item: Item, say: Labels) -> str:
    why = dict(item.reasons)
    warning = [f"*{markdown(say.warning)} {markdown(item.content_note)}*", ""]
    after = [
        f"**{markdown(label)}** [{markdown(text)}](<{url}>)"
        if url
        else f"**{markdown(label)}** {markdown(text)}"
        for label, text, url in remarks(item, say)
    ]
    options = [markdown(option.text) for option in item.options]
    reasons = [markdown(why.get(option.letter, "")) for option in item.options]
    comment = as_comment({"id": item.id} | carried(item)).replace("`", "\\u0060")
    lines = [
        *_part("Question"),
        *(warning if item.content_note else []),
        markdown(item.prompt),
        *_answers(options),
        *_part("Solution"),
        markdown(item.rationale),
        *[line for told in after for line in ("", told)],
        *_answers(reasons),
        *_part("Meta-information"),
        f"exname: {item.id}",
        f"extitle: {item.id}",
        *_key(item),
        f"exsection: {item.topics[0].id if item.topics else ''}",
        *[f"exextra[{name}]: {value}" for name, value in _extra(item)],
        f"<!-- quizgen {comment} -->",
    ]
    return "\n".join([*lines, ""])


def _part(title: str) -> list[str]:
    return ["", title, "=" * len(title)]


def _answers(texts: list[str]) -> list[str]:
    if not texts:
        return []
    return ["", "Answerlist", "----------", *(f"* {text}".rstrip() for text in texts)]


def _key(item: Item) -> list[str]:
    if not item.options:
        return ["extype: string", f"exsolution: {one_line(item.key)}"]
    right = "".join(str(int(option.letter == item.letter)) for option in item.options)
    return ["extype: schoice", f"exsolution: {right}", "exshuffle: FALSE"]


def _extra(item: Item) -> list[tuple[str, str]]:
    """What else is known, as R/exams names it: a name in small letters and a text."""
    found: dict[str, list[str]] = {}
    for tag in tags(item):
        name, _, value = tag.partition(":")
        found.setdefault(name, []).append(value.replace("`", "'"))
    return [(name, "; ".join(values)) for name, values in found.items()]
