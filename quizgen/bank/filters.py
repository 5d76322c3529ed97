"""Choosing claims and questions by topic, author and kind."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from quizgen.bank.model import KIND_LABELS
from quizgen.errors import Problem, QuizgenError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from quizgen.bank.model import Bank, Claim, Question


@dataclass(frozen=True, slots=True)
class Selection:
    """What is wanted; an empty field wants everything. Ids throughout."""

    topics: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        bank: Bank,
        topics: Collection[str] = (),
        authors: Collection[str] = (),
        kinds: Collection[str] = (),
    ) -> Selection:
        """A selection from what a user wrote.

        Args:
            bank: the bank to choose from.
            topics: ids of topics.
            authors: ids of authors or of sources, or parts of authors' names.
            kinds: kinds of claims.

        Raises:
            QuizgenError: naming every word that fits nothing in the bank.
        """
        names = {author.id: author.name.casefold() for author in bank.authors}
        problems: list[Problem] = []
        wanted = cls(
            frozenset(_known("topic", topics, {t.id: t.id for t in bank.topics}, problems)),
            frozenset(_known("author", _written(bank, authors), names, problems)),
            frozenset(_known("kind", kinds, {kind: kind for kind in KIND_LABELS}, problems)),
        )
        if problems:
            raise QuizgenError(*problems)
        return wanted

    def holds(self, claim: Claim) -> bool:
        """Whether the claim is wanted."""
        return (
            (not self.topics or any(topic.id in self.topics for topic in claim.topics))
            and (not self.authors or any(author.id in self.authors for author in claim.authors))
            and (not self.kinds or claim.kind in self.kinds)
        )

    def questions(self, bank: Bank) -> Sequence[Question]:
        """The questions about wanted claims, in the bank's order."""
        return [question for question in bank.questions if self.holds(question.claim)]


def _written(bank: Bank, words: Collection[str]) -> Iterator[str]:
    """The words, each id of a source replaced by those of its authors."""
    ids = {author.id for author in bank.authors}
    written = {source.id: source.authors for source in bank.sources if source.id not in ids}
    for word in words:
        yield from (author.id for author in written[word]) if word in written else (word,)


def _known(
    option: str, words: Iterable[str], names: Mapping[str, str], problems: list[Problem]
) -> Iterator[str]:
    for word in words:
        if word in names:
            yield word
            continue
        found = [id for id, name in names.items() if word and word.casefold() in name]
        if option == "author" and found:
            yield from found
            continue
        close = get_close_matches(word, names, 1)
        advice = f"did you mean {close[0]}? " if close else ""
        advice += f"There are: {', '.join(names)}"
        problems.append(
            Problem(f"--{option}", 0, 0, "unknown", f"there is no {option} {word!r}", advice)
        )
