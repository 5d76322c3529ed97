"""A plain CSV table: a row a question, a column for each thing that is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.export.systems.tables import comma_separated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.export import ItemSet, Layout
    from quizgen.export.items import Item

_LEFT = ("Number", "Id", "Mode", "Question", "Short question")
_RIGHT = (
    "Letter",
    "Answer",
    "Also right",
    "Why",
    "Authors",
    "Speaker",
    "Kind",
    "Weight",
    "Difficulty",
    "Skill",
    "Topics",
    "Citation",
    "Essay",
    "Publisher",
    "Published",
    "Licence",
    "Heading",
    "Paragraph",
    "Phrase",
    "Address",
    "Note",
    "Reference of the note",
    "Content note",
)


def write(items: ItemSet, layout: Layout) -> bytes:
    """The file."""
    return comma_separated(_rows(items))


def _rows(items: ItemSet) -> Iterator[list[str]]:
    letters = max((len(item.options) for item in items.items), default=0)
    names = [chr(ord("A") + n) for n in range(letters)]
    heads = [f"{what} {name}" for name in names for what in ("Option", "Not")]
    yield [*_LEFT, *heads, *_RIGHT]
    for item in items.items:
        yield _row(item, letters)


def _row(item: Item, letters: int) -> list[str]:
    why = dict(item.reasons)
    options = [text for o in item.options for text in (o.text, why.get(o.letter, ""))]
    return [
        str(item.number),
        item.id,
        item.mode,
        item.prompt,
        item.brief or "",
        *options,
        *[""] * (2 * letters - len(options)),
        item.letter,
        item.key,
        "\n".join(item.accept),
        item.rationale,
        "\n".join(author.name for author in item.authors),
        item.speaker,
        item.kind,
        item.weight,
        str(item.difficulty),
        item.skill,
        "\n".join(topic.id for topic in item.topics),
        "\n".join(citation.text for citation in item.citations),
        *_proofs(item),
        item.context,
        item.reference,
        item.content_note,
    ]


def _proofs(item: Item) -> list[str]:
    """A line in each cell for each piece of evidence."""
    cells = [
        (
            proof.source.title,
            proof.source.publisher,
            proof.source.published,
            proof.source.licence,
            proof.heading,
            str(proof.paragraph),
            proof.phrase,
            proof.url,
        )
        for proof in item.evidence
    ]
    return ["\n".join(column) for column in zip(*cells, strict=True)] or [""] * 8
