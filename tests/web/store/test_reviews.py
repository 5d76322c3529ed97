"""The log of reviews, taking back, and what is kept of a learner."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from secrets import token_hex
from typing import TYPE_CHECKING

import pytest
from alembic import command
from alembic.config import Config
from quizgen_web.store import Answer, Item, open_store
from quizgen_web.store.migrate import FOLDER
from sqlalchemy import create_engine, text

from quizgen.ask.verdict import Verdict
from tests.web.store.conftest import key

if TYPE_CHECKING:
    from pathlib import Path

    from quizgen_web.store import Store

GIVEN = Answer("a.x", "According to A, what?", "this", "that", Verdict.WRONG)


@pytest.fixture
def ann() -> str:
    """A learner of this test alone, as the tests share a PostgreSQL server."""
    return f"ann-{token_hex(8)}"


@pytest.fixture
def begun(store: Store, ann: str) -> Store:
    store.sittings.begin(key(ann, "s"), "choice", ["a.x", "a.y"])
    return store


def test_a_store_of_the_first_version_keeps_its_sittings(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'old.sqlite3'}"
    engine = create_engine(url)
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for row in (
            "learner VALUES ('ann', 1)",
            "sitting VALUES ('ann', 's', 'bank', 'choice', 1)",
            "item VALUES ('ann', 's', 1, 'a.x')",
            "answer VALUES ('ann', 's', 1, 1, 'f', 'a.x', 'what?', 'this', 'that', 'wrong', 2)",
        ):
            connection.execute(text(f"INSERT INTO {row}"))
    engine.dispose()
    store = open_store(url)
    sitting = store.sittings.find(key("ann", "s"))
    assert sitting is not None
    assert sitting.seed == "s"
    assert sitting.items[0].answer == replace(GIVEN, prompt="what?")
    store.close()


def test_the_answer_its_review_and_its_return_are_kept_together(begun: Store, ann: str) -> None:
    begun.sittings.keep(key(ann, "s"), 1, "form", GIVEN, comes_again=True)
    sitting = begun.sittings.find(key(ann, "s"))
    assert sitting is not None
    assert [item.position for item in sitting.items] == [1, 2, 1001]
    assert [(r.question_id, r.rating) for r in begun.learners.reviews(ann, "bank")] == [("a.x", 1)]


def test_of_windows_that_answer_at_once_one_counts(begun: Store, ann: str) -> None:
    answers = [replace(GIVEN, given=str(number)) for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        kept = list(pool.map(lambda a: begun.sittings.keep(key(ann, "s"), 1, a.given, a), answers))
    assert len({answer.given for answer in kept}) == 1
    assert len(begun.learners.reviews(ann, "bank")) == 1
    assert len(begun.learners.export(ann)["answer"]) == 1


def test_what_is_taken_back_stays_in_the_log(begun: Store, ann: str) -> None:
    begun.sittings.keep(
        key(ann, "s"), 1, "form", replace(GIVEN, verdict=Verdict.FORGOT), comes_again=True
    )
    sitting = begun.sittings.find(key(ann, "s"))
    assert sitting is not None
    begun.sittings.take_back(key(ann, "s"), sitting.items[0], "undo")
    again = begun.sittings.find(key(ann, "s"))
    assert again is not None
    assert [(item.position, item.answer, item.tries) for item in again.items] == [
        (1, None, 2),
        (2, None, 0),
    ]
    assert begun.learners.reviews(ann, "bank") == []
    assert [row["verdict"] for row in begun.learners.export(ann)["answer"]] == ["forgot", "undone"]
    assert [row["rating"] for row in begun.learners.export(ann)["review"]] == [1, 0]


def test_the_day_of_a_review_is_that_of_the_learners_zone(
    begun: Store, ann: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizgen_web.store.sittings.now_ms", lambda: 20_000 * 86_400_000)
    begun.sittings.keep(key(ann, "s"), 1, "one", GIVEN)
    begun.learners.set_zone(ann, "Pacific/Kiritimati")
    begun.sittings.keep(key(ann, "s"), 2, "two", replace(GIVEN, question_id="a.y"))
    assert [review.day for review in begun.learners.reviews(ann, "bank")] == [19_999, 20_000]


def test_another_learner_has_nothing_to_see_or_to_take_back(begun: Store, ann: str) -> None:
    begun.sittings.keep(key(ann, "s"), 1, "form", GIVEN)
    bob = f"bob of {ann}"
    begun.sittings.begin(key(bob, "t"), "choice", ["a.x"])
    assert begun.sittings.find(key(bob, "s")) is None
    assert begun.learners.reviews(bob, "bank") == []
    assert len(begun.learners.export(bob)["item"]) == 1


def test_what_is_deleted_is_gone_and_nothing_else(begun: Store, ann: str) -> None:
    bob = f"bob of {ann}"
    begun.sittings.begin(key(bob, "t"), "choice", ["a.x"])
    begun.sittings.keep(key(ann, "s"), 1, "form", GIVEN, comes_again=True)
    begun.learners.delete(ann)
    assert not begun.learners.knows(ann)
    assert not any(begun.learners.export(ann).values())
    assert begun.sittings.find(key(bob, "t")) is not None


def test_sittings_left_open_are_found_the_newest_first(
    begun: Store, ann: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = [sitting.id for sitting in begun.sittings.left_open(ann, "bank")]
    assert len(first) == 1
    monkeypatch.setattr("quizgen_web.store.sittings.now_ms", lambda: 9_000_000_000_000)
    begun.sittings.begin(key(ann, "later"), "recall", ["a.x"])
    assert [sitting.id for sitting in begun.sittings.left_open(ann, "bank")] == ["later", *first]
    knew = Answer("a.x", "prompt", "key", "", Verdict.KNEW)
    begun.sittings.keep(key(ann, "later"), 1, "form", knew)
    assert [sitting.id for sitting in begun.sittings.left_open(ann, "bank")] == first
    begun.sittings.take_back(key(ann, "later"), Item(1, "a.x", knew, 1), "undo")
    assert [sitting.id for sitting in begun.sittings.left_open(ann, "bank")] == ["later", *first]
    assert list(begun.sittings.left_open("nobody", "bank")) == []
