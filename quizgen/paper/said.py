"""What a paper and its key say: all that a code promises to bring back word for word.

The list is written out on purpose and belongs to a version of the code. It follows from no other
list of the program (not from the fields of a class, nor from what ``quizgen list`` prints), so
that a new field of a bank leaves the codes of printed papers what they were.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from quizgen.paper.tables import DIGESTS, VERSION
from quizgen.text.symbols import small_hash

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quizgen.bank.model import Question
    from quizgen.bank.source import Source
    from quizgen.paper.paper import Item, Paper

Said = list["str | Said"]


def digest(paper: Paper, version: int = VERSION) -> int:
    """A small number that changes with each word that a paper or its key says."""
    text = json.dumps(_SAID[version](paper), ensure_ascii=False)
    return small_hash(text, DIGESTS)


def _said_2(paper: Paper) -> Said:
    return [
        paper.bank.title,
        paper.bank.language,
        [_source_2(source) for source in paper.sources],
        [_item_2(item) for item in paper.items],
    ]


def _source_2(source: Source) -> Said:
    return [
        *(source.id, source.author, source.title, source.publisher, source.published),
        *(source.genre, source.licence, source.about, source.argues),
    ]


def _item_2(item: Item) -> Said:
    question: Question = item.question
    claim = question.claim
    return [
        *(question.id, str(question.prompt), question.key, question.rationale),
        *(str(question.difficulty), question.skill, claim.kind, claim.speaker),
        *(claim.context, claim.reference, claim.content_note),
        list(item.options),
        [[wrong.text, wrong.why] for wrong in question.distractors],
        [[p.source.id, str(p.paragraph), p.quote] for p in claim.evidence],
    ]


_SAID: dict[int, Callable[[Paper], Sequence[str | Said]]] = {VERSION: _said_2}
"""One for each version of the code: none is ever changed or taken away."""
