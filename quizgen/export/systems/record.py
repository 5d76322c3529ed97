"""An item and its sources as plain data: what the JSON file holds, and what others carry along."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quizgen.bank.source import Source
    from quizgen.export.items import Item, ItemSet

VERSION = 1
"""Of the shape of the JSON file. It grows where a reader of an older one would be misled."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def record(item: Item) -> dict[str, Any]:
    """All that is known of a question as it is asked."""
    why = dict(item.reasons)
    return {
        "number": item.number,
        "id": item.id,
        "mode": item.mode,
        "prompt": item.prompt,
        "short": item.brief or "",
        "options": [
            {"text": option.text, "right": option.letter == item.letter}
            | ({"why": why[option.letter]} if option.letter in why else {})
            for option in item.options
        ],
        "answer": item.key,
        "accept": list(item.accept),
        "why": item.rationale,
        "citation": [citation.text for citation in item.citations],
        **carried(item),
        "address": [proof.url for proof in item.evidence],
    }


def carried(item: Item) -> dict[str, Any]:
    """What other formats have no place of their own for."""
    return {
        "authors": [author.name for author in item.authors],
        "speaker": item.speaker,
        "kind": item.kind,
        "weight": item.weight,
        "difficulty": item.difficulty,
        "skill": item.skill,
        "topics": [{"id": topic.id, "title": topic.title} for topic in item.topics],
        "evidence": [
            {
                "source": proof.source.id,
                "heading": proof.heading,
                "paragraph": proof.paragraph,
                "quote": proof.phrase,
            }
            for proof in item.evidence
        ],
        "context": item.context,
        "reference": item.reference,
        "content_note": item.content_note,
    }


def about(items: ItemSet) -> dict[str, Any]:
    """The quiz and its sources, without the questions."""
    bank = items.bank
    return {
        "format": "quizgen quiz",
        "version": VERSION,
        "bank": {
            "id": bank.id,
            "title": bank.title,
            "language": bank.language,
            "licence": bank.licence,
            "editors": list(bank.editors),
        },
        "title": items.title,
        "form": items.form,
        "code": items.code,
        "sources": [_source(source) for source in items.sources],
    }


def whole(items: ItemSet) -> dict[str, Any]:
    """The quiz as data."""
    return about(items) | {"questions": [record(item) for item in items.items]}


def as_json(data: Any) -> str:
    """In one line, in the letters of its language."""
    return _ENCODER.encode(data)


def as_comment(data: Any) -> str:
    """In one line that can stand in a comment of XML and of GIFT.

    Neither two hyphens nor ``[id:`` nor ``[tag:`` stand in it, which would mean something there.
    In JSON they can stand inside of texts alone, where a sign may be written by its number.
    """
    text = as_json(data).replace("--", "-\\u002d").replace("[id:", "\\u005bid:")
    return text.replace("[tag:", "\\u005btag:")


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "authors": [author.name for author in source.authors],
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published,
        "genre": source.genre,
        "licence": source.licence,
        "url": source.url,
        "about": source.about,
        "argues": source.argues,
    }
