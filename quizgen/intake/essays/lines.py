"""Which lines of an essay a reader counts as paragraphs, and why the others are none.

A guess, written into the source's block where a person corrects it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.bank.count import Count, Heading
from quizgen.intake.essays.sentences import sentences
from quizgen.text.lines import PROSE_WORDS, ends_like_sentence, is_prose, is_short, repeats
from quizgen.text.wording import straight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.intake.essays.page import Line

_TEASER = re.compile(
    r"(?:related (?:stor|article|post|read)\w*|read (?:more|next|also)|more (?:from|on|like)\b.*|"
    r"see also|you (?:may|might) also like.*|also read.*|recommended.*|advertisement|sponsored.*|"
    r"share(?: this)?(?: (?:article|story|on .*))?|subscribe.*|sign up.*|newsletter.*|"
    r"\d+\s*min(?:ute)?s?\s+read|\d+ comments?|listen to .*|print this.*|tags?:.*|topics?:.*)",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:by|von|par|por)\s+[^\W\d_]\S*(?:\s+\S+){0,7}\s*,?\s*$", re.IGNORECASE)
_DATE_LINE = re.compile(
    r"(?:(?:published|updated|posted)\b.*|(?:\w+,\s+)?(?:\d{1,2}\s+\w+|\w+\s+\d{1,2}),?\s+\d{4}.*"
    r"|\d{4}-\d{2}-\d{2}.*)",
    re.IGNORECASE,
)
_TEASER_BYLINE = re.compile(r"\bBy [A-Z][^.]{2,60},? .*\b\d{4}$")
_LICENCE = re.compile(
    r"licen[cs]ed under|creative commons|\bCC[ -]BY|all rights reserved|©|\(c\) \d{4}"
    r"|copyright \d{4}|republish|reprinted with permission|originally (?:published|appeared)"
    r"|first published (?:in|by|at)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^about the authors?\b|^the (?:author|writer)s? (?:is|are)\b"
    r"|^(?:(?:dr|prof|professor|sir)\.? )?[A-Z]\S+(?: [A-Z]\S*){1,3},? "
    r"(?:is|was|are|teaches|writes|works|serves|holds|has written|edits)\b.{0,80}"
    r"\b(?:fellow|professor|author|editor|writer|journalist|reporter|columnist|"
    r"researcher|scholar|lecturer|director|student|analyst|nurse|teacher|"
    r"correspondent|contributor|activist|historian|economist|lawyer|poet|novelist|expert)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"^(?:photo|image|picture|credit|caption|fig(?:ure|\.)?|illustration|map|source|video|chart)"
    r"\b\s*(?:\d+|[:/(—–-]|by\b|credit|courtesy)|\((?:photo|image|picture)\b.*\)$|"
    r"\b(?:getty images|reuters|ap photo|shutterstock|wikimedia|flickr|unsplash|afp)\b",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"^(?:an? |the )?(?:[\w.’'-]+ ){1,7}(?:addressing|speaking|meeting|shaking|standing|sitting|"
    r"walking|holding|attending|arriving|waving|seen|pictured|shown|posing|greeting|during|looking)\b"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|must|should|does|did|do|may|might)\b"
)
_CAPTION_WORDS = 18
_TAIL = 0.15
"""A note on the author stands in this part of the text at its end."""
_TEASED = 5
"""So many lines behind a teaser may be another essay's title, standfirst and byline."""


@dataclass(frozen=True, slots=True)
class Told:
    """A line that is no paragraph, from 1, and why; a heading has ``heading`` set."""

    line: int
    reason: str
    heading: bool = False


def recognise(lines: Sequence[Line]) -> list[Told]:
    """All lines that are no paragraphs, in order."""
    texts = [straight(line.text) for line in lines]
    first, last = _body(texts)
    repeated = repeats(texts)
    behind = _behind(texts)
    first += _is_standfirst(first, texts)
    last = min(last, behind)
    told = []
    for number, line in enumerate(lines, 1):
        found = _reason(number, line, texts, repeated, first, last)
        if found is not None:
            told.append(found)
    return _without_teased(told, texts)


def count(told: Sequence[Told], lines: Sequence[Line]) -> Count:
    """The same as the core counts paragraphs."""
    return Count(
        tuple(one.line for one in told if not one.heading),
        tuple(Heading(one.line, lines[one.line - 1].text.strip()) for one in told if one.heading),
    )


def _body(texts: Sequence[str]) -> tuple[int, int]:
    """The first and the last line that read like a paragraph, from 1."""
    prose = [number for number, text in enumerate(texts, 1) if is_prose(text)]
    if not prose:
        prose = [number for number, text in enumerate(texts, 1) if ends_like_sentence(text)]
    return (prose[0], prose[-1]) if prose else (1, len(texts))


def _is_standfirst(first: int, texts: Sequence[str]) -> bool:
    """Whether the essay begins with one sentence that is far shorter than its paragraphs."""
    lengths = sorted(len(text.split()) for text in texts if is_prose(text))
    opening = texts[first - 1]
    if len(lengths) < 5 or sum(1 for _ in sentences(opening)) > 1:
        return False
    return len(opening.split()) * 3 <= lengths[len(lengths) // 2]


def _behind(texts: Sequence[str]) -> int:
    """The last line before a note on the author near the end: behind it comes no paragraph."""
    sizes = [len(text) for text in texts]
    left, found = sum(sizes) * _TAIL, len(texts)
    for number in range(len(texts), 0, -1):
        left -= sizes[number - 1]
        if left < 0:
            break
        if _ABOUT.search(texts[number - 1]):
            found = number - 1
    return found


def _reason(
    number: int,
    line: Line,
    texts: Sequence[str],
    repeated: dict[int, int],
    first: int,
    last: int,
) -> Told | None:
    text = texts[number - 1]
    short = len(text.split()) < PROSE_WORDS * 3
    if not any(map(str.isalnum, text)):
        return Told(number, "a blank line" if not text else "an ornament")
    if line.role == "aside":
        return Told(number, line.reason or "beside the text")
    if line.role == "title":
        return Told(number, "the title")
    if line.role == "heading" and first < number <= last:
        return Told(number, "a heading", heading=True)
    if short and _TEASER.fullmatch(text):
        return Told(number, "a teaser")
    if short and _LICENCE.search(text):
        return Told(number, "the licence")
    if number > last and _ABOUT.search(text):
        return Told(number, "about the author")
    if number in repeated:
        return Told(number, f"a pull-quote from line {repeated[number]}")
    if _CAPTION.search(text) and len(text.split()) <= _CAPTION_WORDS * 2:
        return Told(number, "a caption")
    if len(text.split()) <= _CAPTION_WORDS and _SHOWN.search(text) and not _FINITE.search(text):
        return Told(number, "a caption")
    if number < first:
        return Told(number, _head(number, text))
    if number > last:
        return Told(number, "behind the essay")
    if _BYLINE.match(text) and is_short(text):
        return Told(number, "a byline")
    if is_short(text):
        return Told(number, "a heading", heading=True)
    return None


def _head(number: int, text: str) -> str:
    if _BYLINE.match(text):
        return "the byline"
    if _DATE_LINE.fullmatch(text):
        return "the date"
    return "the title" if number == 1 and is_short(text) else "the standfirst"


def _without_teased(told: Sequence[Told], texts: Sequence[str]) -> list[Told]:
    """What stands behind a teaser is another essay's title, standfirst and byline."""
    found = {one.line: one for one in told}
    for one in told:
        if one.reason != "a teaser":
            continue
        behind = range(one.line + 1, min(one.line + _TEASED, len(texts)) + 1)
        end = next((n for n in behind if _TEASER_BYLINE.search(texts[n - 1])), 0)
        if not end:  # no byline: only lines that cannot be paragraphs
            end = one.line
            while end < len(texts) and not ends_like_sentence(texts[end]):
                end += 1
        for line in range(one.line + 1, end + 1):
            if line not in found or found[line].heading:
                found[line] = Told(line, "a teaser")
    return [found[line] for line in sorted(found)]
