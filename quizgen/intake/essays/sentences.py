"""A paragraph -> its sentences and their words, by rule.

Own code, since the libraries for it warn on newer Pythons or need a model.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from quizgen.text.english import terms

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = re.compile(
    r"""(?:(?<![.!?…])[.!?…]+["'”’»)\]]*\s+(?=["'“‘«(\[]*[^\W_a-z])|[。！？]["”’」』)\]]*|[؟۔]["”’»)\]]*\s*)"""
)
LONGEST = 1500
"""A longer sentence is a list, or no prose."""

_WORD = re.compile(r"\S+")
_WORD_BEFORE = re.compile(r"[^\s“‘\"'(\[—–]+$")
_WORD_AFTER = re.compile(r"[^\W\d_]+")

_BEFORE_A_NAME = terms(
    "mr mrs ms dr prof st gen col lt capt maj sgt cmdr adm sen rep gov pres rev hon messrs mme "
    "no nos vol art fig p pp ch sec ed eds trans vs v cf e.g i.e al approx ca jan feb mar apr jun "
    "jul aug sept sep oct nov dec ft mt"
)
"""Abbreviations behind which the sentence goes on."""
_AT_THE_END_TOO = terms("inc ltd co corp jr sr etc a.m p.m u.s u.k u.n e.u d.c u.s.a ph.d b.c a.d")
"""Abbreviations that may end a sentence: one that begins with a common word then follows."""
_OPENERS = terms(
    "the this that these those in on at but and yet however it its he she they we i you a an as "
    "by for from if when while after before since until with without there here his her their our "
    "instead indeed moreover ultimately nonetheless still now then today once one some many most "
    "such what who why how where not no even despite during under to so or both each according"
)


class Split(NamedTuple):
    """A sentence, and where in it each word begins and ends, marks included."""

    text: str
    words: list[tuple[int, int]]


def sentences(paragraph: str) -> Iterator[Split]:
    """The sentences of a paragraph; the space between two belongs to neither.

    What runs on without an end is cut into stretches of ``LONGEST`` characters.
    """
    for start, end in _places(paragraph):
        while end - start > LONGEST:
            cut = paragraph.rfind(" ", start, start + LONGEST)
            cut = cut if cut > start else start + LONGEST
            yield _split(paragraph[start:cut])
            start = cut + (paragraph[cut] == " ")
        if end > start:
            yield _split(paragraph[start:end])


def _split(text: str) -> Split:
    return Split(text, [match.span() for match in _WORD.finditer(text)])


def _places(paragraph: str) -> Iterator[tuple[int, int]]:
    start = len(paragraph) - len(paragraph.lstrip())
    for match in _END.finditer(paragraph):
        if match[0].startswith(".") and _goes_on(paragraph, match):
            continue
        end = match.start() + len(match[0].rstrip())
        if end > start:
            yield start, end
        start = match.end()
    end = len(paragraph.rstrip())
    if end > start:
        yield start, end


def _goes_on(paragraph: str, match: re.Match[str]) -> bool:
    """Whether a full stop belongs to an abbreviation inside the sentence."""
    before = _WORD_BEFORE.search(paragraph, max(0, match.start() - 30), match.start())
    word = before[0].lower() if before else ""
    if word in _BEFORE_A_NAME or (len(word) == 1 and word.isalpha() and word != "i"):
        return True
    if word in _AT_THE_END_TOO or re.fullmatch(r"(?:[a-z]\.)+[a-z]", word):
        after = _WORD_AFTER.search(paragraph, match.end())
        return after is None or after[0].lower() not in _OPENERS
    return False
