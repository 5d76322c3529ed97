"""Answers by what they mean: dates, numbers, shares, money, ordinals, names, lists.

``read`` brings an answer into one form by rules of English that never change what is said;
``same`` tells whether two answers say the same. What is merely close is not the same: a wrong
figure stays wrong. ``docs/site.md`` lists the rules for people.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.text.dates import date
from quizgen.text.english import root, terms
from quizgen.text.names import NO_NAMES, Names
from quizgen.text.plain import plain, words
from quizgen.text.wording import straight

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LEADS = terms("in on at by to for from with since until during as through their its his her")
_APPROXIMATE = (
    ["about"], ["almost"], ["around"], ["approximately"], ["ca"], ["circa"], ["close", "to"],
    ["nearly"], ["roughly"], ["some"],
)  # fmt: skip
_BOUNDS = (["over"], ["more", "than"], ["at", "least"], ["upwards", "of"])
_EMPTY = _LEADS | {"of", "own", "one"}
_KEPT = terms("no not non never none nor without nobody nothing")
_COMMA = re.compile(r"\s*[,;]\s*(?:and\s+)?")


@dataclass(frozen=True, slots=True)
class Meaning:
    """An answer taken apart.

    Attributes:
        lead: a preposition or *its* at the start, without which it says the same.
        bound: *more than*, where a figure follows.
        core: what remains.
    """

    lead: str
    bound: str
    core: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads answers to one question.

    Attributes:
        asked: the question's words; what it names already need not be said again.
        names: the other names that the bank lists.
        years: the years among the question's answers, for those who type *'94*.
        elsewhere: the words of its wrong answers, whose last names need a first name.
    """

    asked: frozenset[str] = frozenset()
    names: Names = NO_NAMES
    years: Sequence[str] = ()
    elsewhere: frozenset[str] = frozenset()

    @classmethod
    def of(cls, ask: str, right: Iterable[str], wrong: Iterable[str], names: Names) -> Reader:
        """A reader for a question.

        Args:
            ask: its words.
            right: its key and accepted spellings.
            wrong: its distractors.
            names: the other names that the bank lists.
        """
        wrong = list(wrong)
        texts = [*right, *wrong]
        years = sorted({year for text in texts for year in re.findall(r"\b[12]\d{3}\b", text)})
        asked = frozenset(map(root, names.one_name(words(plain(ask)))))
        if asked & {"percentag", "share"}:
            asked |= {"percent"}
        elsewhere = frozenset(word for text in wrong for word in words(plain(text)))
        return cls(asked, names, years, elsewhere)

    def read(self, text: str) -> Meaning:
        """An answer in its one form."""
        text = plain(self._years(straight(text)))
        lead, all_words = _lead(words(text))
        if found := date(self.names.one_name(all_words)):
            return Meaning(lead, "", (found,))
        parts = [part for piece in _COMMA.split(text) for part in self._things(words(piece))]
        bound = ""
        if parts:
            _, parts[0] = _lead(parts[0])
            bound, parts[0] = _bound(parts[0])
        parts = [self._short(part) if len(parts) == 1 else part for part in parts]
        return Meaning(lead, bound, tuple(sorted(" ".join(part) for part in parts if part)))

    def _years(self, text: str) -> str:
        """The text with *'94* as the year of the answers that ends so, if only one does."""

        def whole(match: re.Match[str]) -> str:
            ending = [year for year in self.years if year.endswith(match[1])]
            return ending[0] if len(ending) == 1 else match[0]

        return re.sub(r"(?<!\w)'(\d\d)\b", whole, text)

    def _things(self, tokens: Sequence[str]) -> Iterable[list[str]]:
        """What *and* joins, each thing in one form."""
        part: list[str] = []
        for word in (*self.names.one_name(tokens), "and"):
            if word == "and":
                yield list(self.names.person(_exact(part), self.elsewhere))
                part = []
            else:
                part.append(word)

    def _short(self, tokens: list[str]) -> list[str]:
        """The words without those that the question has; all where nothing would remain."""
        rest = [word for word in tokens if self._new(word)]
        if len(rest) == len(tokens) or not any(word not in _EMPTY for word in rest):
            return tokens
        return [word for word in rest if word not in _EMPTY]

    def _new(self, word: str) -> bool:
        """Whether a word says more than the question: a figure and a negation always do."""
        return word in _KEPT or word[0].isdigit() or root(word) not in self.asked


def same(key: Meaning, given: Meaning) -> bool:
    """Whether an answer says what the key says.

    A preposition or *its* may be missing on either side, and *more than* in what is given.
    """
    leads = key.lead == given.lead or not key.lead or not given.lead
    bounds = given.bound in ("", key.bound)
    return leads and bounds and bool(key.core) and key.core == given.core


def _lead(tokens: list[str]) -> tuple[str, list[str]]:
    if len(tokens) > 1 and tokens[0] in _LEADS:
        return tokens[0], tokens[1:]
    return "", tokens


def _bound(tokens: list[str]) -> tuple[str, list[str]]:
    for bound in _BOUNDS:
        size = len(bound)
        if tokens[:size] == bound and tokens[size : size + 1] and tokens[size][0].isdigit():
            return "more than", tokens[size:]
    return "", tokens


def _exact(tokens: list[str]) -> list[str]:
    """The words without *about*, *nearly* and the like before a figure."""
    found = list(tokens)
    for place in range(len(found) - 1, -1, -1):
        for run in _APPROXIMATE:
            end = place + len(run)
            if found[place:end] == run and found[end : end + 1] and found[end][0].isdigit():
                del found[place:end]
                break
    return found
