"""Names in a sentence: persons with an office, treaties and operations, and all others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from quizgen.text.english import terms

if TYPE_CHECKING:
    from collections.abc import Iterator

NameKind = Literal["person", "event", "name"]

_UPPER = "".join(chr(code) for code in (*range(0x250), *range(0x370, 0x530)) if chr(code).isupper())
_CAPITAL = rf"[{_UPPER}][\w’'&-]*(?:(?<=\b[A-Z])\.(?:[A-Z]\.)*)?"
_JOIN = r"(?:\s+(?:of|for|of\s+the|for\s+the|on\s+the|de|del|der|van|von|bin|al|da|dos)\s+|\s+)"
_NAME = re.compile(rf"\b{_CAPITAL}(?:{_JOIN}(?:{_CAPITAL}|\d+\b))*")

OFFICES = terms(
    "president vice-president minister prime secretary chancellor ambassador general admiral "
    "colonel commander captain senator representative congressman congresswoman governor mayor "
    "king queen prince emperor pope bishop director chair chairman chairwoman chief spokesperson "
    "spokesman spokeswoman dictator strongman leader premier diplomat envoy mediator historian "
    "scientist economist professor scholar analyst journalist author philosopher judge justice "
    "officer adviser advisor dr mr mrs ms sir lord lady gen sen rep prof deputy commissioner "
    "founder partner czar sheikh ayatollah"
)
_EVENTS = terms(
    "treaty pact summit accord accords agreement charter conference commission revolution war wars "
    "operation article act report declaration protocol convention resolution doctrine plan "
    "campaign crisis congress initiative dialogue law constitution amendment march strike massacre "
    "genocide coup referendum election invasion uprising battle partnership"
)
_INSTITUTIONS = terms(
    "university institute center centre college school ministry department council party union "
    "organization organisation league bank court committee agency assembly parliament senate "
    "international republic states kingdom province army navy force forces corps command alliance "
    "division house embassy times post press foundation society association company group fair "
    "north south east west northern southern eastern western central europe asia africa america "
    "sea ocean island islands river gulf city"
)
_NO_NAMES = terms(
    "i the a an this that these those and but or nor so yet if in on at by for from with of to it "
    "its he his she her they their we our you your as when while after before since because "
    "however moreover indeed instead then there here what which who why how where not no now "
    "once both each such many most some all any one two three first second third finally "
    "according despite during under until without among another other others few "
    "is are was were be been has have had do does did will would can could may might must should "
    "ultimately rather thus hence nonetheless nevertheless meanwhile furthermore also even only "
    "mr mrs ms dr like unlike given considering let today yesterday tomorrow individually"
)
_POSSESSIVE = re.compile(r"[’']s?$")
_PARTS = re.compile(r"[\s-]+")
_LAST_WORD = re.compile(r"([^\W\d_]+)[,]?\s*$")


def names(sentence: str) -> Iterator[tuple[NameKind, int, str]]:
    """Each run of capitals as one name: its kind, its place and its words."""
    for match in _NAME.finditer(sentence):
        start, text = match.start(), match[0]
        while text:  # without the words that only begin a sentence
            first, _, rest = text.partition(" ")
            if first.lower().rstrip(".") not in _NO_NAMES:
                break
            start, text = start + len(text) - len(rest.lstrip()), rest.lstrip()
        text = _POSSESSIVE.sub("", text)
        if len(text) > 1 and text[0].isalpha():
            yield _kind(sentence, start, text), start, text


def _kind(sentence: str, start: int, text: str) -> NameKind:
    parts = [_POSSESSIVE.sub("", part).strip(".,").lower() for part in _PARTS.split(text)]
    if len(parts) > 1 and not _EVENTS.isdisjoint(parts):
        return "event"
    if len(parts) > 1 and not OFFICES.isdisjoint(parts):
        return "person"
    if not 2 <= len(parts) <= 4 or not _INSTITUTIONS.isdisjoint(parts):
        return "name"
    before = _LAST_WORD.search(sentence, max(0, start - 40), start)
    return "person" if before and before[1].lower() in OFFICES else "name"
