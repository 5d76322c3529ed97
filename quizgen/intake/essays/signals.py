"""What in a sentence is worth a question: dates, numbers, quotations, names, firsts, causes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from quizgen.intake.essays.names import names
from quizgen.text.english import terms

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

SignalKind = Literal["date", "number", "quotation", "person", "event", "name", "first", "cause"]

POINTS: dict[SignalKind, float] = {
    "date": 3,
    "number": 3,
    "quotation": 3,
    "person": 3,
    "event": 3,
    "name": 1.5,
    "first": 2,
    "cause": 1,
}

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"\b(?:(?:early|mid|late)[- ])?(?:\d{{1,2}}\s+)?{_MONTH}\s+(?:{_DAY},?\s+)?{_YEAR}\b"
    rf"|\b(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+{_DAY})\b"
    rf"|\b(?:(?:early|mid|late)[- ]|the\s+)?{_YEAR}s?(?:[-–]\d{{2,4}})?\b"
    r"(?![,.]\d|%| percent| per cent)"
    r"|\b9/11\b|\b(?:\d{1,2}(?:st|nd|rd|th)|[a-z]+teenth|twentieth|twenty-first)[- ]century\b"
)
_SPELLED = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    r"hundreds?|thousands?|millions?|billions?|dozens?|half|one[- ]third|two[- ]thirds)"
)
_NUMBER_WORDS = terms(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
    "hundreds thousand thousands million millions billion billions dozen dozens half third thirds"
)
_FIGURE = re.compile(r"\d")
_SCALE = r"(?:\s?%|[\s-](?:percent|per\s+cent|hundred|thousand|million|billion|trillion)\b)"
_NUMBER = re.compile(
    rf"[$€£¥]\s?\d[\d,.]*\d?(?:{_SCALE})?|\b\d+(?:[,.]\d+)*(?:st|nd|rd|th)?(?:{_SCALE})?"
    rf"|\b{_SPELLED}(?:[- ]{_SPELLED})*\b",
    re.IGNORECASE,
)
_CLOSING = re.compile("[”»]")
_MARKS = " ,.;:"
_QUOTATION = re.compile(r"[“«„]([^“”«»]+)(?:[”»]|$)|\"([^\"]+)\"")
_FIRST = re.compile(
    r"\bfor the first time(?: in history)?\b|\bfirst(?:-ever)?\b|\bonly (?:ever )?\b|\bnever\b"
    r"|\b(?:the|most|its|their|his|her|world’s|world's) (?:most|least|[a-z]{3,}est)\b"
    r"|\bmost [a-z]+\b|\bunprecedented\b|\bno longer\b|\bsole(?:ly)?\b",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(?:because|caus(?:e[sd]?|ing)|led to|leads? to|leading to|result(?:s|ed|ing)? (?:in|of)"
    r"|prompt(?:s|ed|ing)|trigger(?:s|ed|ing)|provok(?:e[sd]?|ing)|forc(?:ed|ing)|due to"
    r"|in response to|in order to|therefore|thus|thanks to|fuel(?:s|led|ed|ing)|allow(?:s|ed|ing)"
    r"|enabl(?:e[sd]?|ing)|prevent(?:s|ed|ing)?|served? to|spark(?:s|ed|ing)|culminated in"
    r"|transform(?:s|ed|ing)|contribut(?:e[sd]?|ing) to|accelerat(?:e[sd]?|ing)"
    r"|intended to|meant to|designed to|undermin(?:e[sd]?|ing)|must|should|rather than)\b"
)
_FIRST_HEADS = terms("firs only neve most leas unpr long sole")
_CAUSE_HEADS = terms(
    "beca caus led lead resu prom trig prov forc due resp orde ther thus than fuel allo enab prev "
    "serv spar culm tran cont acce inte mean desi unde must shou rath"
)
"""How the words of a pattern begin: where none does, the pattern need not be tried."""


class Signal(NamedTuple):
    """A stretch of a sentence and why it counts. Places are those in the sentence."""

    kind: SignalKind
    start: int
    end: int
    text: str

    @property
    def points(self) -> float:
        """What it is worth by itself."""
        return POINTS[self.kind]


def signals(
    sentence: str, tokens: Collection[str], heads: Collection[str], quoted: bool = False
) -> Iterator[Signal]:
    """All that counts in a sentence; stretches of different kinds may overlap.

    Args:
        sentence: the sentence.
        tokens: its words in small letters.
        heads: the first four letters of each.
        quoted: whether it begins inside a quotation.
    """
    figures = _FIGURE.search(sentence) is not None
    dates = list(_DATE.finditer(sentence)) if figures or "century" in sentence else []
    for match in dates:
        yield _signal("date", match.start(), match[0])
    for match in (
        _NUMBER.finditer(sentence) if figures or not _NUMBER_WORDS.isdisjoint(tokens) else ()
    ):
        if not any(date.start() <= match.start() < date.end() for date in dates):
            yield _signal("number", match.start(), match[0])
    if quoted:
        yield _signal("quotation", 0, _CLOSING.split(sentence, 1)[0])
    for match in _QUOTATION.finditer(sentence):
        group = 1 if match[1] else 2
        yield _signal("quotation", match.start(group), match[group])
    if not _FIRST_HEADS.isdisjoint(heads) or "est " in sentence:
        for match in _FIRST.finditer(sentence):
            yield _signal("first", match.start(), match[0])
    if not _CAUSE_HEADS.isdisjoint(heads):
        for match in _CAUSE.finditer(sentence):
            yield _signal("cause", match.start(), match[0])
    for kind, start, name in names(sentence):
        yield _signal(kind, start, name)


def _signal(kind: SignalKind, start: int, text: str) -> Signal:
    """Without marks at its ends, but with the last point of an abbreviation."""
    bare = text.lstrip(_MARKS)
    start += len(text) - len(bare)
    plain = bare.rstrip(_MARKS)
    if "." in plain and bare.startswith(f"{plain}."):
        plain += "."
    return Signal(kind, start, start + len(plain), plain)
