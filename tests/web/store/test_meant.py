from __future__ import annotations

from secrets import token_hex
from typing import TYPE_CHECKING

from quizgen_web.store import Answer

from quizgen.ask.verdict import Verdict
from tests.web.store.conftest import key

if TYPE_CHECKING:
    from quizgen_web.store import Item, SittingKey, Store

GIVEN = Answer("a.x", "what?", "neighboring states", "adjacent states", Verdict.WRONG)


def missed(store: Store, bank: str) -> SittingKey:
    place = key(token_hex(8), "s", bank)
    store.sittings.begin(place, "typed", ["a.x", "a.y"])
    store.sittings.keep(place, 1, "form", GIVEN, comes_again=True, again_as="typed")
    return place


def item(store: Store, place: SittingKey) -> Item:
    found = store.sittings.find(place)
    assert found is not None
    return found.items[0]


def positions(store: Store, place: SittingKey) -> list[int]:
    found = store.sittings.find(place)
    assert found is not None
    return [item.position for item in found.items]


def test_what_was_meant_counts_as_right_and_is_kept_without_whom(store: Store) -> None:
    bank = token_hex(8)
    for turn in (1, 2):
        place = missed(store, bank)
        assert positions(store, place) == [1, 2, 1001]
        store.sittings.judge_anew(place, item(store, place), "meant", Verdict.MEANT, "typed")
        assert item(store, place).is_right
        assert positions(store, place) == [1, 2]
        reviews = store.learners.reviews(place.learner_id, bank)
        assert [review.rating for review in reviews] == [3]
        assert store.learners.meant(bank) == {("a.x", "adjacent states"): turn}
    rows = store.learners.export(place.learner_id)
    assert [row["verdict"] for row in rows["answer"]] == ["wrong", "meant"]
    assert [row["rating"] for row in rows["review"]] == [1, 3]
    store.learners.delete(place.learner_id)
    assert store.learners.meant(bank) == {("a.x", "adjacent states"): 2}


def test_it_can_be_taken_back(store: Store) -> None:
    bank = token_hex(8)
    place = missed(store, bank)
    for turn in ("1", "2"):
        store.sittings.judge_anew(place, item(store, place), f"m{turn}", Verdict.MEANT, "typed")
        store.sittings.judge_anew(place, item(store, place), f"u{turn}", Verdict.WRONG, "typed")
    assert item(store, place).is_missed
    assert positions(store, place) == [1, 2, 1001]
    assert [r.rating for r in store.learners.reviews(place.learner_id, bank)] == [1]
    assert store.learners.meant(bank) == {}
    assert [one.id for one in store.sittings.left_open(place.learner_id, bank)] == ["s"]


def test_the_same_press_twice_counts_once(store: Store) -> None:
    bank = token_hex(8)
    place = missed(store, bank)
    before = item(store, place)
    for _ in range(3):
        store.sittings.judge_anew(place, before, "the same form", Verdict.MEANT, "typed")
    assert store.learners.meant(bank) == {("a.x", "adjacent states"): 1}


def test_an_answer_that_did_not_count_that_day_changes_no_review(store: Store) -> None:
    bank = token_hex(8)
    place = missed(store, bank)
    later = key(place.learner_id, "t", bank)
    store.sittings.begin(later, "typed", ["a.x"])
    store.sittings.keep(later, 1, "later form", GIVEN)
    store.sittings.judge_anew(later, item(store, later), "meant", Verdict.MEANT)
    assert [r.rating for r in store.learners.reviews(place.learner_id, bank)] == [1]
