"""Files as others read them, against the items that were written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import html

from quizgen.export import FORMATS, Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.export import Format, ItemSet
    from quizgen.export.items import Item


@dataclass(frozen=True)
class Read:
    """A question as a reader found it; texts have single spaces."""

    prompt: str
    options: tuple[tuple[str, bool], ...] = ()
    answers: frozenset[str] = frozenset()
    """What may be typed."""
    reasons: dict[str, str] = field(default_factory=dict)
    after: str = ""
    links: tuple[str, ...] = ()
    id: str = ""
    tags: frozenset[str] = frozenset()


def system(name: str) -> Format:
    (found,) = (each for each in FORMATS if each.name == name)
    return found


def made(name: str, items: ItemSet) -> bytes:
    return system(name).render(items, Layout())


def plain(text: str) -> str:
    """With single spaces."""
    return " ".join(text.split())


def of_html(text: str) -> str:
    """What a browser shows of it."""
    return plain(tree(text).text_content())


def links(text: str) -> tuple[str, ...]:
    return tuple(link.get("href") for link in tree(text).iter("a"))


def tree(text: str) -> html.HtmlElement:
    spaced = text.replace("<br>", " ").replace("<br/>", " ").replace("</p>", " </p>")
    return html.fromstring(f"<div>{spaced}</div>")


def warned(item: Item) -> str:
    """The question with its warning."""
    note = f"Content note. {item.content_note} " if item.content_note else ""
    return plain(note + item.prompt)


def options(item: Item) -> tuple[tuple[str, bool], ...]:
    return tuple((plain(o.text), o.letter == item.letter) for o in item.options)


def answers(item: Item) -> frozenset[str]:
    return frozenset() if item.options else frozenset(map(plain, (item.key, *item.accept)))


def reasons(item: Item) -> dict[str, str]:
    why = dict(item.reasons)
    return {plain(o.text): plain(why[o.letter]) for o in item.options if o.letter in why}


def told(item: Item) -> str:
    """All that is said after the answer."""
    sources = [f"Source. {proof.place}: “{proof.phrase}”" for proof in item.evidence]
    note = [f"Editors’ note. {item.context} ({item.reference})"] if item.reference else []
    return plain(" ".join([item.rationale, *sources, *note]))


def addresses(item: Item) -> tuple[str, ...]:
    return tuple(proof.url for proof in item.evidence if proof.url)


def tagged(item: Item) -> frozenset[str]:
    return frozenset(
        [f"author:{author.name}" for author in item.authors]
        + [f"topic:{topic.id}" for topic in item.topics]
        + [f"kind:{item.kind}", f"weight:{item.weight}"]
        + [f"difficulty:{item.difficulty}", f"skill:{item.skill}"]
    )


def all_of(item: Item) -> Read:
    """An item as a format tells it that holds everything."""
    return Read(
        warned(item),
        options(item),
        answers(item),
        reasons(item),
        told(item),
        addresses(item),
        item.id,
        tagged(item),
    )


def whole(items: ItemSet) -> Sequence[Read]:
    return [all_of(item) for item in items.items]
