"""How hard English sentences are to read: the grade level of Flesch and Kincaid.

The formula is that of J. P. Kincaid and others, "Derivation of new readability formulas for Navy
enlisted personnel", Research Branch Report 8-75, 1975. It needs syllables, which are counted by
rules of spelling: of the words that the shipped bank asks with, 98 in 100 get the number that the
CMU Pronouncing Dictionary has.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.:]*\b")
_VOWELS = re.compile("[aeiouy]+")
_SILENT = re.compile(
    r"(?<=[^aeiouyl])e(?=ly|ments?$|less)|(?<=[^aeiouy])e(?=s?['’]s|$)"  # purely, name's
    "|(?<=[^aeiouytd])ed$|(?<=[^aeiouysxzcgh])es$"  # named but not stated, names but not cases
)
_APART = re.compile(
    "(?<![tcsxg])(?<![ai]l)i(?:a(?!r?ge)|o|um|en[ct]|et)"  # alliance, but not nation, Italian
    "|(?<=[^aeiouyr])le[ds]?$|(?<=[aeoi])ing|ism|[cr]eat[ei]|[^q]ua[lt]|[dp]ea[ns]?$"
)
"""Vowels side by side that are two syllables, and syllables that have no vowel."""


def syllables(word: str) -> int:
    """About how many syllables an English word has, at least one; a figure counts as one."""
    plain = word.lower()
    vowels, silent, apart = (len(p.findall(plain)) for p in (_VOWELS, _SILENT, _APART))
    return max(1, vowels - silent + apart)


def grade(sentences: Iterable[str]) -> float:
    """The school grade of the United States for which some sentences are written.

    Args:
        sentences: texts of one sentence each; those without a word do not count.
    """
    counts = [[syllables(word) for word in _WORD.findall(text)] for text in sentences]
    counts = [count for count in counts if count]
    words = sum(map(len, counts))
    if not words:
        return 0.0
    return flesch_kincaid(words / len(counts), sum(map(sum, counts)) / words)


def flesch_kincaid(words: float, syllables: float) -> float:
    """The formula.

    Args:
        words: how many a sentence has on average.
        syllables: how many a word has on average.
    """
    return 0.39 * words + 11.8 * syllables - 15.59
