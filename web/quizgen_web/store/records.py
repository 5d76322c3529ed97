"""What the store gives back: sittings, their items, the answers."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.ask.verdict import Verdict

ROUND = 1000
"""Positions of a round: those of the first begin at 1, those of the second at 1001.

The question at position p comes round again at p + 1000, so that its place is known without
looking at the others, and two windows cannot give it two.
"""


@dataclass(frozen=True, slots=True)
class SittingKey:
    """Which sitting: whose it is, of which bank, and its own random id."""

    learner_id: str
    bank_id: str
    sitting_id: str

    @property
    def row(self) -> dict[str, object]:
        """The columns that every row of the sitting begins with."""
        return {
            "learner_id": self.learner_id,
            "bank_id": self.bank_id,
            "sitting_id": self.sitting_id,
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked and what was given, in the words of that moment."""

    question_id: str
    prompt: str
    key: str
    given: str
    verdict: Verdict
    guessed: bool = False

    def __post_init__(self) -> None:
        """Take a verdict as it is stored, too."""
        object.__setattr__(self, "verdict", Verdict(self.verdict))


@dataclass(frozen=True, slots=True)
class Item:
    """A question's place in a sitting, and its answer if there is one.

    Attributes:
        position: from 1; see ``ROUND``.
        question_id: what is asked.
        answer: the answer that counts.
        tries: how many answers were kept, those taken back and the taking back included.
        mode: how it is asked; empty where the sitting says it.
    """

    position: int
    question_id: str
    answer: Answer | None
    tries: int = 0
    mode: str = ""

    @property
    def is_right(self) -> bool:
        """Whether it was answered right, be it but for the spelling."""
        return self.answer is not None and self.answer.verdict.is_right

    @property
    def counts(self) -> bool:
        """Whether it was answered, right or wrong."""
        return self.answer is not None and self.answer.verdict.counts

    @property
    def is_missed(self) -> bool:
        """Whether it was answered, but not right."""
        return self.counts and not self.is_right

    @property
    def is_retry(self) -> bool:
        """Whether it is here because it was missed before in the same sitting."""
        return self.position > ROUND


@dataclass(frozen=True, slots=True)
class Sitting:
    """The questions that a learner was given at one time.

    Attributes:
        key: which one it is.
        mode: how its questions are asked.
        seed: gives the order of options; another sitting with this seed has the same.
        items: in the order in which they are asked.
    """

    key: SittingKey
    mode: str
    seed: str
    items: tuple[Item, ...]

    @property
    def id(self) -> str:
        """The sitting's own id, as it stands in addresses."""
        return self.key.sitting_id

    @property
    def first(self) -> tuple[Item, ...]:
        """The items of the first round, which alone are scored."""
        return tuple(item for item in self.items if item.position <= ROUND)

    @property
    def again(self) -> tuple[Item, ...]:
        """The items that came round again."""
        return self.items[len(self.first) :]

    @property
    def right(self) -> int:
        """How many first answers were right, be it but for the spelling."""
        return sum(item.is_right for item in self.items if item.position <= ROUND)

    @property
    def missed(self) -> tuple[Item, ...]:
        """The items whose first answer was not right."""
        return tuple(item for item in self.first if item.is_missed)

    @property
    def mended(self) -> tuple[Item, ...]:
        """Those of the missed that were answered right later in the same sitting."""
        right = {item.question_id for item in self.again if item.is_right}
        return tuple(item for item in self.missed if item.question_id in right)

    @property
    def still_open(self) -> tuple[Item, ...]:
        """Those of the missed that were not."""
        return tuple(item for item in self.missed if item not in self.mended)
