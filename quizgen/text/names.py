"""Other names of what a bank speaks of: *USA* for a country, *General Clark* for a person."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from quizgen.text.english import terms

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

TITLES = terms(
    "admiral ambassador author captain chairman chancellor col colonel commander dictator dr "
    "essayist foreign former gen general governor historian journalist king leader lord marshal "
    "mediator minister miss mr mrs ms officer official pope pres president prime prince princess "
    "prof professor queen rep representative reverend scholar secretary sen senator sir spokesman "
    "spokesperson spokeswoman then"
)
"""What may stand before a person's name without making another person of it."""


def _words(text: str) -> list[str]:
    from quizgen.text.plain import plain, words  # its patterns take time that a check has not

    return words(plain(text))


@dataclass(frozen=True)
class Names:
    """The names that a bank lists.

    Attributes:
        others: for each name its other names, as ``names:`` of bank.yaml has them.
        people: full names, each with the last name at its end.
    """

    others: Mapping[str, Sequence[str]] = field(default_factory=dict)
    people: Sequence[str] = ()

    @cached_property
    def _runs(self) -> dict[str, list[tuple[list[str], str]]]:
        """By its first word each other name, the longest first, with one word for the name."""
        runs: dict[str, list[tuple[list[str], str]]] = {}
        for name, others in self.others.items():
            for run in filter(None, map(_words, (name, *others))):
                runs.setdefault(run[0], []).append((run, "+".join(_words(name))))
        for found in runs.values():
            found.sort(key=lambda pair: -len(pair[0]))
        return runs

    @cached_property
    def _persons(self) -> dict[tuple[str, ...], str]:
        """Each full name, and each last name that is one person's alone, with one word for it."""
        told = [_words(name) for name in self.people]
        shared = Counter(name[-1] for name in told)
        persons: dict[tuple[str, ...], str] = {}
        for name in told:
            person = self.one_name(name)
            persons[tuple(person)] = "+".join(person)
            if shared[name[-1]] == 1:
                persons[tuple(self.one_name(name[-1:]))] = "+".join(person)
        return persons

    def one_name(self, tokens: Sequence[str]) -> list[str]:
        """The words with every other name changed into the name, as one word."""
        found: list[str] = []
        place = 0
        while place < len(tokens):
            for run, name in self._runs.get(tokens[place], ()):
                if list(tokens[place : place + len(run)]) == run:
                    found.append(name)
                    place += len(run)
                    break
            else:
                found.append(tokens[place])
                place += 1
        return found

    def person(self, tokens: Sequence[str], elsewhere: Collection[str] = ()) -> Sequence[str]:
        """A person's name in full, if the words are a name with titles or a last name alone.

        Args:
            tokens: after ``one_name``.
            elsewhere: words of wrong answers; a last name that stands there needs its first name.
        """
        rest = list(tokens)
        while len(rest) > 1 and (rest[0] in TITLES or "+" in rest[0]):
            rest = rest[1:]
        found = self._persons.get(tuple(rest))
        if found is None or (len(rest) == 1 and rest[0] in elsewhere):
            return tokens
        return [found]


NO_NAMES = Names()
"""Where a bank lists none."""
