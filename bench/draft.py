"""Drafting from an essay of 1 MB, against splitting it into sentences.

The reference is pysbd, the library that is named where sentences are split by rule; it is given
a tenth of the essay and counted ten times. quizgen's own rules are quicker by far.
"""

from __future__ import annotations

import random
import warnings
from pathlib import Path
from typing import Any

from bench.measure import Figure, fastest
from quizgen.intake.essays import Essay, files, read_bytes
from quizgen.text.english import terms

SIZE = 1_000_000
_WORDS = sorted(
    terms(
        "town bridge council river winter house school market valley mill road mason flood wood "
        "stone summer mayor vote law letter paper field horse train church tower garden wall"
    )
)
_ENDS = (
    "in 1{n:03} the town sold {m} houses in Lindenau",
    "according to the historian Ada Lindgren, nobody had seen it before",
    "Mayor Karl Brandt said that the valley would “never build in wood again”",
    "the Treaty of Altstadt led to {m} percent more bread, because the mill was new",
    "it was the first bridge of the valley, and its cost was small",
    "the people of the town met at the market and spoke of the winter",
)


def figures() -> list[Figure]:
    """Read, recognise, propose and compose the files of a draft bank."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its patterns warn when they are compiled
        from pysbd.segmenter import Segmenter

    essay = _essay()
    raw = "\n".join(essay).encode()
    segmenter: Any = Segmenter(language="en", clean=False)  # type: ignore[no-untyped-call]

    def ours() -> object:
        return files(Essay.of(read_bytes("essay.txt", raw)), Path("no-such-folder"), "essay.txt")

    def reference() -> object:
        return [segmenter.segment(line) for line in essay[: len(essay) // 10]]

    taken, tenth = fastest(ours, reference, 1)
    return [Figure("draft of a 1 MB essay", taken, tenth * 10, "s", 8.0)]


def _essay() -> list[str]:
    """Paragraphs of made-up sentences, the same each time."""
    chance = random.Random(15)
    paragraphs: list[str] = []
    size = 0
    while size < SIZE:
        sentences = []
        for _ in range(chance.randint(3, 8)):
            end = chance.choice(_ENDS).format(n=chance.randint(0, 999), m=chance.randint(2, 99))
            words = " ".join(chance.choices(_WORDS, k=chance.randint(4, 12)))
            sentences.append(f"When the {words} was there, {end}.")
        paragraphs.append(" ".join(sentences))
        size += len(paragraphs[-1]) + 1
    return paragraphs
