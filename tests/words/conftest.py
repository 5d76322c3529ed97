"""A language in which each sentence of the catalogue stands between two marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import quizgen.words
from tests.words.catalogue import as_file, english

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MARKED = "eo"
"""Any language that Babel knows and that has no catalogue yet."""
_INNER = re.compile("«[^«»]*»")


@pytest.fixture
def marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The language, with a catalogue of all sentences: «Form %(form)s» for Form %(form)s."""
    catalogue = english()
    for message in catalogue:
        if isinstance(message.id, tuple):
            message.string = tuple(f"«{text}»" for text in message.id)
        elif message.id:
            message.string = f"«{message.id}»"
    (tmp_path / f"{MARKED}.po").write_bytes(as_file(catalogue))
    monkeypatch.setattr(quizgen.words, "CATALOGUES", tmp_path)
    quizgen.words.words.cache_clear()
    yield MARKED
    quizgen.words.words.cache_clear()


def unmarked(text: str, known: Iterable[str] = ()) -> str:
    """What of a text neither the catalogue nor the bank says."""
    for said in sorted(filter(None, known), key=len, reverse=True):
        text = text.replace(said, " ")
    while _INNER.search(text):
        text = _INNER.sub(" ", text)
    return text
