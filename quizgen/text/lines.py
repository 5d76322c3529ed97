"""The lines of an essay's text: which read like a paragraph, which repeat another line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HEADING_WORDS = 12
"""A heading has no more."""
PROSE_WORDS = 25
"""What has so many and ends like a sentence reads like a paragraph."""

_RUN = 5
_REPEATED = 0.6
"""A pull-quote has so much of its runs of words from one other line."""
_PULL_QUOTE_WORDS = 120
"""A longer line is no pull-quote, whatever it repeats."""
_TOO_COMMON = 20
"""Words that so many lines share are a phrase of the language or a list, and no pull-quote."""
_SENTENCE_END = re.compile(r"""[.!?:;…。！？؟۔]["'”’»)\]]*$""")


def ends_like_sentence(text: str) -> bool:
    """Whether a line ends with the mark that ends a sentence, a quotation behind it or not."""
    return bool(_SENTENCE_END.search(text))


def is_prose(text: str) -> bool:
    """Whether a line is so long and ends in such a way that it reads like a paragraph."""
    return len(text.split()) >= PROSE_WORDS and ends_like_sentence(text)


def is_short(text: str) -> bool:
    """Whether a line looks like a heading or a caption: few words, and no sentence's end."""
    return len(text.split()) <= HEADING_WORDS and not ends_like_sentence(text)


def repeats(lines: Sequence[str]) -> dict[int, int]:
    """Each line of which the most part stands in a longer one, and which that is.

    Lines count from 1.
    """
    tokens = [line.casefold().split() for line in lines]
    lengths = [len(told) for told in tokens]
    where: dict[tuple[str, ...], list[int]] = {}
    for number, told in enumerate(tokens, 1):
        if len(told) <= _PULL_QUOTE_WORDS:
            for run in set(_runs(told)):
                where.setdefault(run, []).append(number)
    common = {run for run, numbers in where.items() if len(numbers) <= _TOO_COMMON}
    met: dict[int, dict[int, int]] = {}
    for number, told in enumerate(tokens, 1):
        for run in common & set(_runs(told)):
            for short in where[run]:
                if lengths[short - 1] < lengths[number - 1]:
                    counts = met.setdefault(short, {})
                    counts[number] = counts.get(number, 0) + 1
    found: dict[int, int] = {}
    for short, counts in sorted(met.items()):
        best = max(counts, key=lambda other: (counts[other], -other))
        if counts[best] >= _REPEATED * len(set(_runs(tokens[short - 1]))):
            found[short] = best
    return found


def _runs(tokens: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """All stretches of five words."""
    return zip(*(tokens[start:] for start in range(_RUN)), strict=False)
