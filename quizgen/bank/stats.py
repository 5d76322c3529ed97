"""The balance of a bank: how much of what it holds, and what a rule of thumb would win."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, get_args

from quizgen.bank.lint.rules.proof import adds
from quizgen.bank.lint.view import BankView
from quizgen.bank.model import Difficulty, Kind, Skill
from quizgen.modes import MODES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from quizgen.bank.model import Bank, Claim, Question


@dataclass(frozen=True, slots=True)
class Count:
    """How many claims and questions fall under a heading."""

    claims: int
    questions: int


@dataclass(frozen=True, slots=True)
class Stats:
    """The counts of a bank.

    A comparison counts for each of its authors and a claim for each of its topics, so that
    these columns can add up to more than the total.
    """

    claims: int
    questions: int
    authors: Mapping[str, Count]
    topics: Mapping[str, Count]
    kinds: Mapping[str, Count]
    difficulties: Mapping[str, int]
    skills: Mapping[str, int]
    modes: Mapping[str, int]
    central: Count
    """Claims of the weight *central*, and the questions about them."""
    choice_questions: int
    beyond_recall: int
    """Of the choice questions those that ask for more than recall."""
    distractors: int
    distractors_with_reasons: int
    rationales_that_add: int
    """Rationales that tell more than question and answer."""
    key_longest: int
    key_shortest: int
    comparisons: int
    context_notes: int
    content_notes: int
    claims_without_questions: tuple[str, ...]
    paragraphs: Mapping[str, Mapping[int, int]]
    """For each source's id: how many claims cite each paragraph."""

    @classmethod
    def of(cls, bank: Bank) -> Stats:
        """Count a bank."""
        claims, questions = bank.claims, bank.questions
        choices = [question for question in questions if "choice" in question.modes]
        asked = {question.claim.id for question in questions}
        return cls(
            claims=len(claims),
            questions=len(questions),
            authors=_counts(
                bank,
                [author.name for author in bank.authors],
                lambda claim: [author.name for author in claim.authors],
            ),
            topics=_counts(
                bank,
                [topic.id for topic in bank.topics],
                lambda claim: [topic.id for topic in claim.topics],
            ),
            kinds=_counts(bank, get_args(Kind), lambda claim: [claim.kind]),
            difficulties=_tally(
                map(str, get_args(Difficulty)), (str(q.difficulty) for q in questions)
            ),
            skills=_tally(get_args(Skill), (question.skill for question in questions)),
            modes=_tally(MODES, (mode for q in questions for mode in q.modes)),
            central=_counts(bank, ["central"], lambda claim: [claim.weight])["central"],
            choice_questions=len(choices),
            beyond_recall=sum(question.skill != "recall" for question in choices),
            distractors=sum(len(question.distractors) for question in choices),
            distractors_with_reasons=sum(bool(d.why) for q in choices for d in q.distractors),
            rationales_that_add=sum(map(adds, BankView.of(bank).questions)),
            key_longest=sum(_stands_out(question, 1) for question in choices),
            key_shortest=sum(_stands_out(question, -1) for question in choices),
            comparisons=sum(len(claim.authors) > 1 for claim in claims),
            context_notes=sum(bool(claim.context) for claim in claims),
            content_notes=sum(bool(claim.content_note) for claim in claims),
            claims_without_questions=tuple(c.id for c in claims if c.id not in asked),
            paragraphs=_paragraphs(bank),
        )

    @property
    def key_longest_share(self) -> float:
        """The share of choice questions whose key is longer than each distractor."""
        return round(self.key_longest / self.choice_questions, 3) if self.choice_questions else 0.0

    def as_record(self) -> dict[str, Any]:
        """All counts as JSON's types."""
        return asdict(self) | {"key_longest_share": self.key_longest_share}


def _counts(
    bank: Bank, names: Iterable[str], headings: Callable[[Claim], Iterable[str]]
) -> dict[str, Count]:
    """Claims and questions under each heading, in the bank's order."""
    claims = Counter(name for claim in bank.claims for name in headings(claim))
    questions = Counter(name for q in bank.questions for name in headings(q.claim))
    return {name: Count(claims[name], questions[name]) for name in names}


def _tally(names: Iterable[str], found: Iterable[str]) -> dict[str, int]:
    counter = Counter(found)
    return {name: counter[name] for name in names}


def _stands_out(question: Question, sign: int) -> bool:
    """Whether the key is the longest option, or with a sign of -1 the shortest."""
    key = sign * len(question.key)
    return all(key > sign * len(distractor.text) for distractor in question.distractors)


def _paragraphs(bank: Bank) -> dict[str, dict[int, int]]:
    """A claim that cites a paragraph twice counts once for it."""
    cited = Counter(
        place
        for claim in bank.claims
        for place in {(piece.source.id, piece.paragraph) for piece in claim.evidence}
    )
    return {
        source.id: {n: count for (id, n), count in sorted(cited.items()) if id == source.id}
        for source in bank.sources
    }
