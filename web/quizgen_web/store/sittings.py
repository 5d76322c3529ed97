"""Sittings and answers: what is written, and what is read back."""

from __future__ import annotations

from dataclasses import asdict, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, delete, exists, func, select

from quizgen.ask.verdict import Verdict
from quizgen.study.memory import rating_of
from quizgen_web.store import meant, reviews
from quizgen_web.store.database import Database, now_ms
from quizgen_web.store.days import here_on
from quizgen_web.store.learners import new as new_learner
from quizgen_web.store.records import ROUND, Answer, Item, Sitting, SittingKey
from quizgen_web.store.tables import answer, item, learner, sitting, wish

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, FromClause, Table


LOOKED_AT = 20
"""Of so many sittings, the newest of a bank, the ones left open are found."""


class Sittings:
    """Sittings in a database.

    Whoever asks must name the learner and the bank: another learner's sitting is not found.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(
        self,
        key: SittingKey,
        mode: str,
        questions: Sequence[str],
        seed: str = "",
        modes: Sequence[str] = (),
        wished: str = "",
    ) -> None:
        """Keep a new sitting.

        Args:
            key: which one; a learner who is not known yet is added, and a sitting that is there
                already stays as it is.
            mode: how its questions are asked.
            questions: ids of questions, in order.
            seed: gives the order of options; the sitting's id if not given.
            modes: how each question is asked; as the sitting says if not given.
            wished: what the learner chose, as fields of the form, to be offered next time.
        """
        now = now_ms()
        owner = key.row
        kept = {"mode": mode, "seed": seed or key.sitting_id, "created_ms": now}

        def work(connection: Connection) -> None:
            self._database.insert(connection, learner, new_learner(key.learner_id, now))
            if not self._database.insert(connection, sitting, owner | kept):
                return  # the same form was sent twice
            connection.execute(
                item.insert(),
                [
                    owner | {"position": position, "question_id": id, "mode": own}
                    for position, (id, own) in enumerate(
                        zip_longest(questions, modes, fillvalue=""), 1
                    )
                ],
            )
            if wished:
                place = {"learner_id": key.learner_id, "bank_id": key.bank_id}
                self._database.put(connection, wish, place | {"fields": wished})

        self._database.write(work)

    def find(self, key: SittingKey) -> Sitting | None:
        """A sitting with all its answers; None where there is none."""
        rows = self._database.fetch(_SITTING, key.row)
        if not rows:
            return None
        items: dict[int, Item] = {}
        for _, _, position, question, own, tries, prompt, right, given, verdict, guessed in rows:
            last = None
            if tries and verdict != Verdict.UNDONE:  # the last try counts
                last = Answer(question, prompt, right, given, verdict, bool(guessed))
            items[position] = Item(position, question, last, tries or 0, own)
        return Sitting(key, rows[0][0], rows[0][1], tuple(items.values()))

    def left_open(self, learner_id: str, bank_id: str) -> Iterator[Sitting]:
        """The newest sittings with a question that has no answer, the newest first."""
        owner = {"learner_id": learner_id, "bank_id": bank_id}
        for (sitting_id,) in self._database.fetch(_LEFT_OPEN, owner):
            found = self.find(SittingKey(learner_id, bank_id, sitting_id))
            if found is not None:
                yield found

    def keep(
        self,
        key: SittingKey,
        position: int,
        submission_id: str,
        given: Answer,
        *,
        tries: int = 0,
        comes_again: bool = False,
        again_as: str = "",
    ) -> Answer:
        """Keep an answer, for good before this returns, and count it as a review.

        The first answer to a question counts. A second one, be it the same form sent twice
        or another window, changes nothing.

        Args:
            key: the learner's sitting.
            position: the item's place.
            submission_id: the id of the form.
            given: the answer.
            tries: how many answers the item had when the form was made.
            comes_again: whether to ask the question once more at the end of the sitting.
            again_as: the mode for that; the sitting's if not given.

        Returns:
            the answer that counts.
        """
        now = now_ms()
        owner = key.row
        row = owner | _row(position, tries + 1, submission_id, now, given)
        rating = rating_of(given.verdict, given.guessed)
        again = {
            "position": position + ROUND,
            "question_id": given.question_id,
            "mode": again_as,
        }

        def work(connection: Connection) -> Answer:
            if not self._database.insert(connection, answer, row):
                return Answer(*connection.execute(_LAST, row).one())
            day = here_on(connection, key.learner_id, now)
            if rating is not None:
                reviews.add(self._database, connection, row, day, rating)
            if comes_again:
                self._database.insert(connection, item, owner | again)
            return given

        return self._database.write(work)

    def take_back(self, key: SittingKey, place: Item, submission_id: str) -> None:
        """Undo an answer: it stays in the log, followed by the taking back."""
        assert place.answer is not None
        undone = replace(place.answer, given="", verdict=Verdict.UNDONE)
        owner = key.row
        row = owner | _row(place.position, place.tries + 1, submission_id, now_ms(), undone)

        def work(connection: Connection) -> None:
            if self._database.insert(connection, answer, row):
                reviews.revise(self._database, connection, row)
                again = owner | {"position": place.position + ROUND}
                connection.execute(_FORGET_UNANSWERED, again)

        self._database.write(work)

    def judge_anew(
        self, key: SittingKey, place: Item, submission_id: str, verdict: Verdict, again_as: str = ""
    ) -> None:
        """Let a wrong answer count as one that was meant right, or again as wrong.

        The verdict before stays in the log, followed by this one. The answer is kept for the
        bank's author, too, as long as the learner stands by it.

        Args:
            key: the learner's sitting.
            place: the item with its answer.
            submission_id: the id of the form.
            verdict: that it was meant right, or that it is wrong again.
            again_as: where it is wrong again, the mode in which it comes back later.
        """
        assert place.answer is not None
        anew = replace(place.answer, verdict=verdict)
        owner = key.row
        row = owner | _row(place.position, place.tries + 1, submission_id, now_ms(), anew)
        rating = rating_of(verdict, anew.guessed)
        assert rating is not None
        again = owner | {"position": place.position + ROUND, "question_id": place.question_id}

        def work(connection: Connection) -> None:
            if not self._database.insert(connection, answer, row):
                return
            reviews.revise(self._database, connection, row, rating)
            if verdict is Verdict.MEANT:
                connection.execute(_FORGET_UNANSWERED, again)
            elif again_as:
                self._database.insert(connection, item, again | {"mode": again_as})
            meant.count(self._database, connection, row, 1 if verdict is Verdict.MEANT else -1)

        self._database.write(work)


def _row(
    position: int, try_no: int, submission_id: str, at_ms: int, given: Answer
) -> dict[str, object]:
    return {
        "position": position,
        "try_no": try_no,
        "submission_id": submission_id,
        "answered_ms": at_ms,
        **asdict(given),
    }


def _of(table: Table) -> tuple[ColumnElement[bool], ...]:
    """The rows of one sitting in a table."""
    return tuple(table.c[name] == bindparam(name) for name in _KEY)


def _same(one: FromClause, other: FromClause, *names: str) -> ColumnElement[bool]:
    """Rows of two tables that are of the same sitting, and alike in what is named."""
    return and_(*(one.c[name] == other.c[name] for name in (*_KEY, *names)))


_KEY = ("learner_id", "bank_id", "sitting_id")
_WORDS = (answer.c.prompt, answer.c.key, answer.c.given, answer.c.verdict, answer.c.guessed)

_SITTING = (
    select(
        sitting.c.mode,
        sitting.c.seed,
        item.c.position,
        item.c.question_id,
        item.c.mode,
        answer.c.try_no,
        *_WORDS,
    )
    .join_from(sitting, item, _same(item, sitting))
    .outerjoin(answer, _same(answer, item, "position"))
    .where(*_of(sitting))
    .order_by(item.c.position, answer.c.try_no)
)

_LAST = (
    select(answer.c.question_id, *_WORDS)
    .where(*_of(answer), answer.c.position == bindparam("position"))
    .order_by(answer.c.try_no.desc())
    .limit(1)
)

_NEWEST = (
    select(*(sitting.c[name] for name in (*_KEY, "created_ms")))
    .where(
        sitting.c.learner_id == bindparam("learner_id"), sitting.c.bank_id == bindparam("bank_id")
    )
    .order_by(sitting.c.created_ms.desc())
    .limit(LOOKED_AT)
    .subquery()
)

_ITEMS = select(func.count()).select_from(item).where(_same(item, _NEWEST)).scalar_subquery()
_LATER = answer.alias()
_ANSWERED = (
    select(func.count())
    .select_from(answer)
    .where(
        _same(answer, _NEWEST),
        answer.c.verdict != Verdict.UNDONE,
        ~exists().where(_same(_LATER, answer, "position"), _LATER.c.try_no > answer.c.try_no),
    )
    .scalar_subquery()
)
"""How many items have an answer that stands: the last one of each, unless that took back."""

_LEFT_OPEN = (
    select(_NEWEST.c.sitting_id)
    .where(_ITEMS > _ANSWERED)
    .order_by(_NEWEST.c.created_ms.desc())
    .limit(5)  # the bank may have lost the questions of the newest
)

_FORGET_UNANSWERED = delete(item).where(
    *_of(item),
    item.c.position == bindparam("position"),
    ~exists().where(_same(answer, item, "position")),
)
