"""The phrase that proves: 3 to 12 words of a sentence around what a question would ask for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.text.english import terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgen.intake.essays.signals import Signal

FEWEST, MOST = 3, 12
_WISHED = 8
"""So many words are enough inside a clause."""
_ENOUGH_AT_A_COMMA = 6
"""A phrase with fewer goes on into the next clause: *In August 2021* alone proves nothing."""

_CLAUSE_ENDS = frozenset(',;:.!?)…”"—–')
_DANGLING = terms(
    "a an the of to in on at by for from with and or but as that which who its his her their our "
    "into than this these those is are was were be been has have had while when if because no "
    "also after before during under over about between through around nearly not it"
)
_EDGE = ' \t.,;:!?…—–-“”"«»()[]'


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a sentence, letter for letter, and the signals that they hold whole."""

    start: int
    text: str
    signals: tuple[Signal, ...]


def phrases(
    sentence: str, words: Sequence[tuple[int, int]], found: Sequence[Signal]
) -> Iterator[Phrase]:
    """One phrase for each signal that no phrase before it holds, the best signals first.

    Args:
        sentence: the sentence.
        words: where each of its words begins and ends.
        found: what in it is worth a phrase.
    """
    if not found or len(words) < FEWEST:
        return
    starts = [start for start, _ in words]
    taken: list[range] = []
    for signal in sorted(found, key=lambda one: (-one.points, one.start)):
        here = _tokens(words, starts, signal)
        if any(here.start in window and here.stop - 1 in window for window in taken):
            continue
        window = _window(sentence, words, here)
        if any(len(set(window) & set(other)) > len(window) / 2 for other in taken):
            window = _window(sentence, words, here, without=taken)
        taken.append(window)
        phrase = _phrase(sentence, words, window, found)
        if phrase is not None:
            yield phrase


def _tokens(words: Sequence[tuple[int, int]], starts: Sequence[int], signal: Signal) -> range:
    """The words that a signal touches; of a long quotation the first ones."""
    first = bisect_right(starts, signal.start) - 1
    last = bisect_left(starts, signal.end)
    return range(first, max(first + 1, min(last, first + MOST)))


def _window(
    sentence: str,
    words: Sequence[tuple[int, int]],
    here: range,
    without: Sequence[range] = (),
) -> range:
    """Grow from the signal's words to a clause's ends, as far as the length allows."""
    first, last = here.start, here.stop - 1
    blocked = {index for window in without for index in window} - set(here)

    def stops(index: int) -> bool:
        last_character = sentence[words[index][1] - 1]
        return last - first + 1 >= _ENOUGH_AT_A_COMMA and last_character in _CLAUSE_ENDS

    left = right = True
    while last - first + 1 < MOST and (left or right):
        enough = last - first + 1 >= _WISHED
        if right:
            right = last + 1 < len(words) and not stops(last) and last + 1 not in blocked
            right = right and not (enough and last - here.stop >= 4)
            last += right
        if left and last - first + 1 < MOST:
            left = first > 0 and not stops(first - 1) and first - 1 not in blocked
            left = left and not (enough and here.start - first >= 5)
            first -= left
    while last - first + 1 < FEWEST and first > 0:
        first -= 1
    while last - first + 1 < FEWEST:
        last += 1
    return _trimmed(sentence, words, range(first, last + 1), here)


def _trimmed(sentence: str, words: Sequence[tuple[int, int]], window: range, here: range) -> range:
    """Without the small words at its ends, as long as the signal and three words stay."""
    first, last = window.start, window.stop - 1

    def dangling(index: int) -> bool:
        start, end = words[index]
        word = sentence[start:end].strip(_EDGE).lower()
        return not word or word in _DANGLING

    while last >= here.stop and last - first + 1 > FEWEST and dangling(last):
        last -= 1
    while first < here.start and last - first + 1 > FEWEST and dangling(first):
        first += 1
    return range(first, last + 1)


def _phrase(
    sentence: str, words: Sequence[tuple[int, int]], window: range, found: Sequence[Signal]
) -> Phrase | None:
    start, end = words[window.start][0], words[window.stop - 1][1]
    raw = sentence[start:end]
    text = raw.strip(_EDGE)
    if not FEWEST <= len(text.split()) <= MOST:
        return None
    start += len(raw) - len(raw.lstrip(_EDGE))
    text = _closed(sentence, start, text)
    if sentence[start + len(text) :][:1] == "." and re.search(r"\b[^\W\d_]\.[^\W\d_]$", text):
        text += "."
    end = start + len(text)
    inside = tuple(s for s in found if start <= s.start and s.end <= end + 1)
    return Phrase(start, text, inside)


def _closed(sentence: str, start: int, text: str) -> str:
    """With the quotation mark behind it that closes one inside it."""
    for opening, closing in ("“”", "«»", "‘’"):
        if text.count(opening) > text.count(closing):
            behind = sentence[start + len(text) :][:2]
            if closing in behind:
                return text + behind[: behind.index(closing) + 1]
    return text
