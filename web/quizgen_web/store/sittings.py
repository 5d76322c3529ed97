"""Sittings and answers: what is written, and what is read back."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, delete, exists, func, select

from quizgen.ask.verdict import Verdict
from quizgen.study.memory import rating_of
from quizgen_web.store import reviews
from quizgen_web.store.database import Database, now_ms
from quizgen_web.store.records import ROUND, Answer, Item, Sitting
from quizgen_web.store.tables import answer, item, learner, sitting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection


class SittingStore(Database):
    """Sittings in a database.

    Whoever asks must name the learner: another learner's sitting is not found.
    """

    def begin(
        self,
        learner_id: str,
        sitting_id: str,
        bank_id: str,
        mode: str,
        questions: Sequence[str],
        seed: str = "",
    ) -> None:
        """Keep a new sitting.

        Args:
            learner_id: whose it is; a learner who is not known yet is added.
            sitting_id: a random id; a sitting that is there already stays as it is.
            bank_id: the bank that the questions come from.
            mode: how they are asked.
            questions: ids of questions, in order.
            seed: gives the order of options; the sitting's id if not given.
        """
        now = now_ms()
        owner = {"learner_id": learner_id, "sitting_id": sitting_id}
        kept = {"bank_id": bank_id, "mode": mode, "seed": seed or sitting_id, "created_ms": now}

        def work(connection: Connection) -> None:
            self.insert(connection, learner, {"learner_id": learner_id, "created_ms": now})
            if not self.insert(connection, sitting, owner | kept):
                return  # the same form was sent twice
            connection.execute(
                item.insert(),
                [
                    owner | {"position": position, "question_id": id}
                    for position, id in enumerate(questions, 1)
                ],
            )

        self.write(work)

    def sitting(self, learner_id: str, sitting_id: str) -> Sitting | None:
        """A learner's sitting with all its answers; None where there is none."""
        owner = {"learner": learner_id, "sitting": sitting_id}
        rows = self.fetch(_SITTING, owner)
        if not rows:
            return None
        items: dict[int, Item] = {}
        for _, _, position, question, tries, prompt, key, words, verdict, guessed in rows:
            given = None
            if tries and verdict != Verdict.UNDONE:  # the last try counts
                given = Answer(question, prompt, key, words, verdict, bool(guessed))
            items[position] = Item(position, question, given, tries or 0)
        return Sitting(sitting_id, rows[0][0], rows[0][1], tuple(items.values()))

    def left_open(self, learner_id: str) -> Iterator[Sitting]:
        """The sittings of a learner with a question that has no answer, the newest first."""
        owner = {"learner_id": learner_id}
        for sitting_id in self.read(lambda asking: asking.scalars(_LEFT_OPEN, owner).all()):
            found = self.sitting(learner_id, sitting_id)
            if found is not None:
                yield found

    def keep(
        self,
        learner_id: str,
        sitting_id: str,
        position: int,
        submission_id: str,
        given: Answer,
        *,
        tries: int = 0,
        comes_again: bool = False,
    ) -> Answer:
        """Keep an answer, for good before this returns, and count it as a review.

        The first answer to a question counts. A second one, be it the same form sent twice
        or another window, changes nothing.

        Args:
            learner_id: whose answer it is.
            sitting_id: the learner's sitting.
            position: the item's place.
            submission_id: the id of the form.
            given: the answer.
            tries: how many answers the item had when the form was made.
            comes_again: whether to ask the question once more at the end of the sitting.

        Returns:
            the answer that counts.
        """
        owner = {"learner_id": learner_id, "sitting_id": sitting_id}
        row = owner | _row(position, tries + 1, submission_id, given)
        rating = rating_of(given.verdict, given.guessed)
        again = {"position": position + ROUND, "question_id": given.question_id}

        def work(connection: Connection) -> Answer:
            if not self.insert(connection, answer, row):
                return Answer(*connection.execute(_LAST, row).one())
            if rating is not None:
                reviews.add(self, connection, row, rating)
            if comes_again:
                self.insert(connection, item, owner | again)
            return given

        return self.write(work)

    def take_back(self, learner_id: str, sitting_id: str, place: Item, submission_id: str) -> None:
        """Undo an answer: it stays in the log, followed by the taking back."""
        assert place.answer is not None
        undone = replace(place.answer, given="", verdict=Verdict.UNDONE)
        owner = {"learner_id": learner_id, "sitting_id": sitting_id}
        row = owner | _row(place.position, place.tries + 1, submission_id, undone)

        def work(connection: Connection) -> None:
            if self.insert(connection, answer, row):
                reviews.take_back(self, connection, row)
                again = owner | {"position": place.position + ROUND}
                connection.execute(_FORGET_UNANSWERED, again)

        self.write(work)


def _row(position: int, try_no: int, submission_id: str, given: Answer) -> dict[str, object]:
    return {
        "position": position,
        "try_no": try_no,
        "submission_id": submission_id,
        "answered_ms": now_ms(),
        **asdict(given),
    }


_WORDS = (answer.c.prompt, answer.c.key, answer.c.given, answer.c.verdict, answer.c.guessed)

_SITTING = (
    select(
        sitting.c.mode,
        sitting.c.seed,
        item.c.position,
        item.c.question_id,
        answer.c.try_no,
        *_WORDS,
    )
    .join_from(
        sitting,
        item,
        and_(item.c.learner_id == sitting.c.learner_id, item.c.sitting_id == sitting.c.sitting_id),
    )
    .outerjoin(
        answer,
        and_(
            answer.c.learner_id == item.c.learner_id,
            answer.c.sitting_id == item.c.sitting_id,
            answer.c.position == item.c.position,
        ),
    )
    .where(
        sitting.c.learner_id == bindparam("learner"), sitting.c.sitting_id == bindparam("sitting")
    )
    .order_by(item.c.position, answer.c.try_no)
)

_LAST = (
    select(answer.c.question_id, *_WORDS)
    .where(
        answer.c.learner_id == bindparam("learner_id"),
        answer.c.sitting_id == bindparam("sitting_id"),
        answer.c.position == bindparam("position"),
    )
    .order_by(answer.c.try_no.desc())
    .limit(1)
)

_LAST_VERDICT = (
    select(answer.c.verdict)
    .where(
        answer.c.learner_id == item.c.learner_id,
        answer.c.sitting_id == item.c.sitting_id,
        answer.c.position == item.c.position,
    )
    .order_by(answer.c.try_no.desc())
    .limit(1)
    .correlate(item)
    .scalar_subquery()
)

_LEFT_OPEN = (
    select(sitting.c.sitting_id)
    .where(
        sitting.c.learner_id == bindparam("learner_id"),
        exists()
        .where(
            item.c.learner_id == sitting.c.learner_id,
            item.c.sitting_id == sitting.c.sitting_id,
            func.coalesce(_LAST_VERDICT, Verdict.UNDONE) == Verdict.UNDONE,
        )
        .correlate(sitting),
    )
    .order_by(sitting.c.created_ms.desc())
    .limit(5)  # the bank may have lost the questions of the newest
)

_FORGET_UNANSWERED = delete(item).where(
    item.c.learner_id == bindparam("learner_id"),
    item.c.sitting_id == bindparam("sitting_id"),
    item.c.position == bindparam("position"),
    ~exists().where(
        answer.c.learner_id == item.c.learner_id,
        answer.c.sitting_id == item.c.sitting_id,
        answer.c.position == item.c.position,
    ),
)
