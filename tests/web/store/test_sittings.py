from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from quizgen_web.store import Answer, open_store
from quizgen_web.store.tables import answer
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from quizgen.ask.verdict import Verdict
from tests.web.store.conftest import key

if TYPE_CHECKING:
    from quizgen_web.store import Store

GIVEN = Answer("claim.question", "According to A, what?", "this", "that", Verdict.WRONG)


@pytest.fixture
def learner(store: Store) -> str:
    """A learner with one open sitting of two questions, called as the learner."""
    name = uuid4().hex
    store.sittings.begin(key(name, name), "choice", ["claim.question", "claim.other"])
    return name


def test_a_sitting_is_read_back_as_it_was_begun(store: Store, learner: str) -> None:
    sitting = store.sittings.find(key(learner, learner))
    assert sitting is not None
    assert sitting.mode == "choice"
    assert [(i.position, i.question_id, i.answer) for i in sitting.items] == [
        (1, "claim.question", None),
        (2, "claim.other", None),
    ]


def test_an_answer_is_read_back_with_the_words_of_its_moment(store: Store, learner: str) -> None:
    given = replace(GIVEN, given="אבג 🦆 <b>", prompt="According to A,\twhat? 'x' -- \\")
    assert store.sittings.keep(key(learner, learner), 1, "form", given) == given
    sitting = store.sittings.find(key(learner, learner))
    assert sitting is not None
    assert sitting.items[0].answer == given


def test_another_learner_finds_nothing(store: Store, learner: str) -> None:
    assert store.sittings.find(key("somebody else", learner)) is None
    assert store.sittings.find(key(learner, "another sitting")) is None


def test_the_same_form_twice_is_one_row(store: Store, learner: str) -> None:
    for _ in range(3):
        assert store.sittings.keep(key(learner, learner), 1, "form", GIVEN) == GIVEN
    assert _rows(store, learner) == 1


def test_a_second_answer_changes_nothing_and_gets_the_first(store: Store, learner: str) -> None:
    store.sittings.keep(key(learner, learner), 1, "form", GIVEN)
    second = replace(GIVEN, given="this", verdict=Verdict.RIGHT)
    assert store.sittings.keep(key(learner, learner), 1, "another form", second) == GIVEN
    assert _rows(store, learner) == 1


def test_a_position_that_was_never_asked_cannot_be_answered(store: Store, learner: str) -> None:
    with pytest.raises(IntegrityError):
        store.sittings.keep(key(learner, learner), 3, "form", GIVEN)


def test_of_many_windows_that_answer_at_once_exactly_one_counts(store: Store, learner: str) -> None:
    def send(number: int) -> Answer:
        given = replace(GIVEN, given=str(number))
        return store.sittings.keep(key(learner, learner), 1, f"form {number}", given)

    with ThreadPoolExecutor(8) as pool:
        kept = set(pool.map(send, range(24)))
    assert len(kept) == 1
    assert _rows(store, learner) == 1


def test_many_learners_who_answer_at_once_lose_nothing(store: Store) -> None:
    def sit(number: int) -> int:
        name = f"{number}-{uuid4().hex}"[:32]
        store.sittings.begin(key(name, name), "choice", ["claim.question"] * 5)
        for position in range(1, 6):
            for _ in range(2):  # each form twice, as an impatient browser does
                store.sittings.keep(key(name, name), position, f"form {position}", GIVEN)
        return _rows(store, name)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(sit, range(24))) == [5] * 24


KILLED = """
import os, signal, sys
from quizgen.ask.verdict import Verdict
from quizgen_web.store import Answer, SittingKey, open_store
store = open_store(sys.argv[1])
given = Answer("claim.question", "According to A, what?", "this", "that", Verdict.WRONG)
for number in range(10_000):
    store.sittings.begin(SittingKey("learner", "bank", str(number)), "choice", ["claim.question"])
    store.sittings.keep(SittingKey("learner", "bank", str(number)), 1, f"form {number}", given)
    print(number, flush=True)
    if number == 40:
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_an_acknowledged_answer_survives_the_death_of_the_site(url: str) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, url], capture_output=True, text=True)
    acknowledged = done.stdout.split()
    assert acknowledged[-1] == "40", done.stderr
    store = open_store(url)
    for number in acknowledged:
        sitting = store.sittings.find(key("learner", number))
        assert sitting is not None
        assert sitting.items[0].answer is not None
    store.close()


def _rows(store: Store, learner: str) -> int:
    mine = select(answer).where(answer.c.learner_id == learner)
    return len(store.database.read(lambda connection: connection.execute(mine).all()))
