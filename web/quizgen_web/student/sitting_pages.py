"""The pages of a sitting: the question, the back of a flashcard, the verdict, the score."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from quizgen.ask.verdict import Verdict
from quizgen.study.days import date_of
from quizgen.text.wording import normal
from quizgen.words import N_
from quizgen_web.shell.learner import study
from quizgen_web.shell.page import page
from quizgen_web.shell.site import site, store
from quizgen_web.student.sitting_parts import options, place, rows, track
from quizgen_web.student.sittings import asked, next_place, open_items, submission

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quizgen.modes import Asked
    from quizgen.study.memory import Memory
    from quizgen_web.store import Answer, Item, Sitting

MORE = 10
"""So many more are offered at the end."""
SPELT = N_("Right, spelt")
"""Before the proper spelling."""


def question_page(
    sitting: Sitting,
    item: Item,
    put: Asked,
    problem: str = "",
    *,
    gone: bool = False,
    hint: bool = False,
) -> str:
    """The question, to be answered."""
    return page(
        "question.html",
        sitting=sitting,
        item=item,
        place=place(item, len(open_items(sitting, site().bank))),
        track=track(sitting, item),
        asked=put,
        options=options(put),
        problem=problem,
        gone=gone,
        hint=put.hint if hint and put.mode.way == "type" else None,
        before=_judged(sitting.items[: sitting.items.index(item)]),
        submission=submission(sitting, item),
    )


def back_page(sitting: Sitting, item: Item, put: Asked) -> str:
    """The back of a flashcard: the answer, and the question whether it was known."""
    return page(
        "back.html",
        sitting=sitting,
        item=item,
        place=place(item, len(open_items(sitting, site().bank))),
        track=track(sitting, item),
        asked=put,
        question=put.question,
        submission=submission(sitting, item),
    )


def verdict_page(sitting: Sitting, item: Item, given: Answer) -> str:
    """The verdict, then why, then where the author says it."""
    put = asked(sitting, item)
    question = put.question if put else None
    spelling = put.spelling(given.given) if put and given.verdict is Verdict.SPELLING else None
    changed = put is not None and (put.prompt, put.key) != (given.prompt, given.key)
    shown = rows(put, given) if put and not changed and given.verdict.counts else []
    return page(
        "verdict.html",
        sitting=sitting,
        item=item,
        place=place(item, len(open_items(sitting, site().bank))),
        track=track(sitting, item),
        given=given,
        heading=SPELT if spelling else given.verdict.heading,
        asked=put,
        question=question,
        spelling=spelling,
        changed=changed,
        rows=shown,
        appeal=bool(
            put and put.mode.way == "type" and given.verdict in (Verdict.WRONG, Verdict.MEANT)
        ),
        why_not=_why_not(put, given.given) if put and not shown else "",
        comes_again=any(
            other.question_id == item.question_id and other.answer is None
            for other in sitting.again
        ),
        next=next_place(sitting),
        last=not open_items(sitting, site().bank),
    )


def end_page(sitting: Sitting) -> str:
    """How it went: at the first try, mended, still open; what moved; when it comes back."""
    answered = [item for item in sitting.first if item.counts]
    memories = study().memories(site().bank)
    days = {
        item.question_id: date_of(memories[item.question_id].due_day)
        for item in answered
        if item.question_id in memories
    }
    return page(
        "end.html",
        sitting=sitting,
        answered=answered,
        missed=sitting.missed,
        topics=_by_topic(answered),
        days=days,
        calendar=sorted(Counter(days.values()).items()),
        moved=_moved(store().learners.before(sitting.key), memories, days),
        gone=sum(item.answer is None for item in sitting.items),
        before=_judged(sitting.items[-1:]),
        more=MORE,
    )


def _moved(
    before: Mapping[str, Memory], now: Mapping[str, Memory], questions: Iterable[str]
) -> Counter[tuple[str, str]]:
    """How many questions went from which state to which other."""

    def state(memory: Memory | None) -> str:
        return "new" if memory is None else "known" if memory.is_known else "learning"

    moves = ((state(before.get(id)), state(now.get(id))) for id in questions)
    return Counter(move for move in moves if move[0] != move[1])


def _why_not(put: Asked, given: str) -> str:
    """Why a wrong answer is wrong, where the bank tells that of it."""
    wrong = put.question.distractors if put.asks_the_same else ()
    return next((d.why for d in wrong if normal(d.text) == normal(given)), "")


def _judged(items: Sequence[Item]) -> Item | None:
    """The last of some items if the learner was its judge, so that it may be taken back."""
    last = items[-1] if items else None
    return last if last and last.answer and last.answer.verdict.is_own else None


def _by_topic(items: Sequence[Item]) -> list[tuple[str, int, int]]:
    """Of each topic that was asked about: its title, how many were right, of how many."""
    by_id = site().bank.by_id
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for item in items:
        if item.question_id in by_id:
            for topic in by_id[item.question_id].claim.topics:
                total[topic.id] += 1
                right[topic.id] += item.is_right
    return [(t.title, right[t.id], total[t.id]) for t in site().bank.topics if total[t.id]]
