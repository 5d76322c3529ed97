"""What only the essays can tell: quotations at their place, and sentences copied out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizgen.bank.lint.rule import Finding, bank_rule
from quizgen.text.english import quotations, without_quotations, words
from quizgen.text.wording import straight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.evidence import Essays
    from quizgen.bank.lint.rule import Located
    from quizgen.bank.lint.view import BankView
    from quizgen.bank.model import Claim

COPIED_WORDS = 12
_BLOCK = (COPIED_WORDS + 2) // 2
_LEFT_OUT = re.compile(r"\.\.\.|…|\[[^\]]*\]")


def _plain(text: str) -> str:
    """Small letters without quotation marks: a quotation inside another changes its marks."""
    return straight(text).replace('"', "").replace("'", "").lower()


@dataclass(frozen=True)
class _Paragraphs:
    """The essays' paragraphs in plain letters, made so only where a quotation asks for them."""

    essays: Essays
    _known: dict[tuple[str, int], str] = field(default_factory=dict)

    def at(self, source: str, number: int) -> str:
        if (source, number) not in self._known:
            lines = self.essays.paragraphs.get(source, ())
            text = lines[number - 1] if number <= len(lines) else ""
            self._known[source, number] = _plain(text)
        return self._known[source, number]

    def cited(self, claim: Claim, phrase: str) -> bool:
        """Whether a phrase stands in a paragraph that the claim cites."""
        return any(phrase in self.at(piece.source.id, piece.paragraph) for piece in claim.evidence)

    def elsewhere(self, claim: Claim, phrase: str) -> int:
        """Another paragraph of the claim's essays that holds the phrase; 0 without one."""
        for source in claim.sources:
            for number in range(1, len(self.essays.paragraphs.get(source.id, ())) + 1):
                if phrase in self.at(source.id, number):
                    return number
        return 0


@bank_rule(
    "quotation-not-found",
    "error",
    "words between quotation marks do not stand in the paragraphs that the claim cites",
    "copy the words letter for letter from the essay, or remove the quotation marks",
    essays=True,
)
def quotation_not_found(bank: BankView) -> Iterator[Located]:
    """Held against text, stem, key and rationale: these speak of the source."""
    if bank.essays is None:
        return
    paragraphs = _Paragraphs(bank.essays)
    for id, route, text, view in bank.assertions:
        for quotation in quotations(text):
            for piece in _LEFT_OUT.split(quotation):
                phrase = _plain(piece).strip(" ,.;:?!")
                if paragraphs.cited(view.claim, phrase):
                    continue
                number = paragraphs.elsewhere(view.claim, phrase)
                advice = f"paragraph {number} holds it: add it to the evidence" if number else ""
                message = f"“{piece.strip()}” does not stand in the cited paragraphs"
                yield id, Finding(route, message, advice)


@bank_rule(
    "copied",
    "error",
    f"a run of more than {COPIED_WORDS} words stands in an essay word for word",
    "say it in your own words, or quote a short piece of it in “ ”",
    essays=True,
)
def copied(bank: BankView) -> Iterator[Located]:
    """The bank ships short phrases and never the essay, whose text others own."""
    if bank.essays is None:
        return
    blocks = _blocks(bank.essays)
    for id, route, text, _ in bank.passages:
        if text.count(" ") < COPIED_WORDS:
            continue
        for part in without_quotations(text).split("“”"):
            if run := _copied(words(part), blocks):
                yield id, Finding(route, f"{' '.join(run)!r} is copied from the essay")


Blocks = dict[tuple[str, ...], tuple[tuple[str, ...], int]]


def _blocks(essays: Essays) -> Blocks:
    """Every seventh block of seven words: a run of thirteen holds a whole one, wherever it starts.

    Returns:
        each block with its paragraph's words and its place in them.
    """
    blocks: Blocks = {}
    for paragraphs in essays.paragraphs.values():
        for paragraph in paragraphs:
            tokens = words(paragraph)
            for start in range(0, len(tokens) - _BLOCK + 1, _BLOCK):
                blocks[tokens[start : start + _BLOCK]] = (tokens, start)
    return blocks


def _copied(tokens: tuple[str, ...], blocks: Blocks) -> tuple[str, ...]:
    """The first run that is too long, or nothing."""
    for start in range(len(tokens) - _BLOCK + 1):
        if found := blocks.get(tokens[start : start + _BLOCK]):
            essay, place = found
            before = _same(tokens[:start][::-1], essay[:place][::-1])
            after = _same(tokens[start:], essay[place:])
            if before + after > COPIED_WORDS:
                return tokens[start - before : start + after]
    return ()


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many words are the same from the start."""
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
