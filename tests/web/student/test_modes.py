"""Whole sittings in each mode, as a browser without scripts has them."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

import pytest
from quizgen_web import create_app
from quizgen_web.shell.settings import Settings
from quizgen_web.shell.site import Shelf, Site
from quizgen_web.store.database import now_ms
from sqlalchemy import text

from quizgen.modes import MODES, ask
from tests.web.conftest import SECRET

if TYPE_CHECKING:
    from quizgen_web.store import Store

    from quizgen.bank.model import Bank
    from quizgen.modes import Asked
    from tests.web.conftest import Learner


def put_on(learner: Learner, bank: Bank, store: Store, mode: str) -> Asked:
    """The question on the page."""
    _, _, sitting, position = learner.page.request.path.split("/")
    with store.database.engine.connect() as connection:
        query = text("SELECT question_id, mode FROM item WHERE sitting_id = :s AND position = :p")
        id, own = connection.execute(query, {"s": sitting, "p": int(position)}).one()
    return ask(bank, bank.by_id[str(id)], own or mode, sitting)


def ratings(store: Store) -> list[int]:
    with store.database.engine.connect() as connection:
        query = "SELECT rating FROM review ORDER BY reviewed_ms, revision"
        return list(connection.scalars(text(query)))


def onward(learner: Learner) -> None:
    """Follow the link of the verdict page."""
    found = re.search(r'<a class="button main" href="([^"]*)"', learner.page.text)
    assert found
    learner.get(unescape(found[1]))


@pytest.mark.parametrize("mode", MODES)
def test_a_whole_sitting_where_the_first_is_missed_and_comes_round_again(
    learner: Learner, bank: Bank, store: Store, mode: str
) -> None:
    learner.start(count="3", mode=mode)
    missed = put_on(learner, bank, store, mode)
    for turn in range(4):
        put = put_on(learner, bank, store, mode)
        assert ("Once more · 1 left" in learner.words) == (turn == 3)
        assert (put.question == missed.question) == (turn in {0, 3})
        if mode == "recall":
            learner.get(f"{learner.page.request.path}?shown=1")
            assert put.key in learner.words
            learner.answer(action="knew" if turn else "forgot")
            continue
        if turn == 0:
            learner.answer(action="passed")
            assert "comes back later in this practice" in learner.words
        else:
            learner.answer(put.key)
            assert learner.heading.endswith("Right")
        assert put.question.claim.sources[0].author in learner.words
        onward(learner)
    assert learner.heading == "2 of 3 right"
    assert "Comes back on" in learner.words
    assert ratings(store) == [1, 3, 3]  # the second time on the same day is no review


def test_a_question_missed_again_comes_round_once_more_and_then_waits_for_another_day(
    learner: Learner, bank: Bank
) -> None:
    learner.start(count="2", mode="typed")
    for _ in range(6):
        assert "right" in learner.words
        learner.answer("something else")
        onward(learner)
    assert learner.heading == "0 of 2 right"


def test_a_single_question_does_not_come_round_again(learner: Learner) -> None:
    learner.start(count="1", mode="typed")
    learner.answer("something else")
    onward(learner)
    assert learner.heading == "0 of 1 right"


def test_a_guess_that_was_right_comes_back_sooner(
    learner: Learner, bank: Bank, store: Store
) -> None:
    learner.start(count="1", mode="typed")
    put = put_on(learner, bank, store, "typed")
    learner.post(learner.page.request.path, given=put.key, guess="1")
    assert learner.heading.endswith("Right")
    assert ratings(store) == [2]


def test_a_skipped_question_is_no_review(learner: Learner, store: Store) -> None:
    learner.start(count="1")
    learner.answer(action="skipped")
    assert ratings(store) == []


def test_a_question_counts_once_a_day_whichever_sitting_asks_it(
    learner: Learner, bank: Bank, store: Store
) -> None:
    for action in ("passed", "passed"):
        learner.start(count=str(len(bank.questions)))
        learner.answer(action=action)
    assert ratings(store) == [1, 1]  # the second sitting begins with what is new
    learner.start(count="50")
    while " left " in learner.words and not learner.heading.endswith("right"):
        learner.answer(action="passed")
        onward(learner)
    assert len(ratings(store)) == len(bank.questions)


def test_a_flashcard_can_be_taken_back(learner: Learner, store: Store) -> None:
    learner.start(count="2", mode="recall")
    first = learner.page.request.path
    learner.post(first, action="forgot")
    assert "The last card: you forgot it. Undo" in learner.words
    learner.post(f"{first}/undo")
    assert learner.page.request.path == first
    assert ratings(store) == [1, 0]
    assert "2 left 0 right" in learner.words  # nor does it come round again
    learner.get(f"{first}?shown=1")
    learner.answer(action="knew")
    assert ratings(store) == [1, 0, 3]
    learner.post(learner.page.request.path, action="knew")
    assert learner.heading == "2 of 2 right"
    assert "Undo the last card" in learner.words


def test_taking_back_twice_is_taking_back_once(learner: Learner, store: Store) -> None:
    learner.start(count="2", mode="recall")
    first = learner.page.request.path
    learner.post(first, action="knew")
    for _ in range(3):
        learner.post(f"{first}/undo")
    assert ratings(store) == [3, 0]


def test_taking_back_leaves_the_review_of_another_sitting_alone(
    learner: Learner, bank: Bank, store: Store
) -> None:
    learner.start(count="50", mode="recall")
    while not learner.heading.endswith("right"):
        learner.post(learner.page.request.path, action="knew")
    before = ratings(store)
    learner.start(count="1", mode="recall")
    path = learner.page.request.path
    learner.post(path, action="forgot")
    learner.post(f"{path}/undo")
    assert ratings(store) == before


@pytest.mark.parametrize("mode", ["choice", "typed"])
def test_an_answer_that_was_judged_by_the_site_cannot_be_taken_back(
    learner: Learner, store: Store, mode: str
) -> None:
    learner.start(count="1", mode=mode)
    path = learner.page.request.path
    learner.answer(action="passed")
    learner.post(f"{path}/undo")
    assert ratings(store) == [1]
    assert "Here is the answer" in learner.heading


@pytest.mark.parametrize("mode", [mode for mode in MODES if mode != "recall"])
def test_only_a_flashcard_has_a_back(learner: Learner, mode: str) -> None:
    learner.start(count="1", mode=mode)
    page = learner.page.text
    assert learner.get(f"{learner.page.request.path}?shown=1").text == page
    learner.post(learner.page.request.path, action="knew", given="something else")
    assert "You knew it" not in learner.words


def test_a_flashcard_needs_a_yes_or_a_no(learner: Learner, store: Store) -> None:
    learner.start(count="1", mode="recall")
    assert learner.post(learner.page.request.path, given="1994").status_code == 400
    assert "Say whether you knew it." in learner.words
    assert ratings(store) == []


def test_a_gap_stands_in_the_authors_sentence(learner: Learner, bank: Bank, store: Store) -> None:
    learner.start(count="1", mode="cloze")
    put = put_on(learner, bank, store, "cloze")
    assert "(gap)" in learner.heading
    assert learner.heading.startswith(f"According to {put.question.claim.sources[0].author}, ")
    learner.answer("something else")
    assert put.key in learner.words
    assert put.question.claim.prompt in learner.words


def test_who_names_the_author_only_with_the_answer(
    learner: Learner, bank: Bank, store: Store
) -> None:
    learner.start(count="1", mode="who")
    put = put_on(learner, bank, store, "who")
    assert learner.options == [source.author for source in bank.sources]
    assert put.key not in learner.heading
    learner.answer(put.key)
    assert put.question.claim.prompt in learner.words


def test_a_page_from_before_an_undo_cannot_answer_anew(learner: Learner, store: Store) -> None:
    learner.start(count="1", mode="recall")
    path = learner.page.request.path
    learner.get(f"{path}?shown=1")
    old = learner.hidden("submission")
    learner.post(path, action="knew", submission=old)
    learner.post(f"{path}/undo")
    learner.post(path, action="forgot", submission=old)
    assert ratings(store) == [3, 0]


def test_a_question_that_lost_its_mode_is_passed_over_with_a_word(
    learner: Learner, bank: Bank, store: Store
) -> None:
    learner.start(count="2", mode="cloze")
    put = put_on(learner, bank, store, "cloze")
    poorer = replace(put.question, modes=("choice",))
    changed = replace(bank, by_id={**bank.by_id, poorer.id: poorer})
    learner.client.application = create_app(Shelf(Site.of(changed)), Settings(SECRET, ""), store)
    learner.get(learner.page.request.path)
    assert "has left the bank" in learner.words
    assert "1 left" in learner.words


def test_a_hint_is_told_on_request_and_counts_as_hard(
    learner: Learner, bank: Bank, store: Store
) -> None:
    learner.start(count="1", mode="typed")
    put = put_on(learner, bank, store, "typed")
    assert put.hint.letters not in learner.words
    learner.get(f"{learner.page.request.path}?hint=1")
    assert put.hint.letters in learner.words
    learner.post(learner.page.request.path, given=put.key, hint=learner.hidden("hint"))
    assert learner.heading.endswith("Right")
    assert ratings(store) == [2]


def test_there_is_no_hint_where_there_are_options(learner: Learner) -> None:
    learner.start(count="1")
    page = learner.page.text
    assert learner.get(f"{learner.page.request.path}?hint=1").text == page


def test_whoever_meant_the_same_is_right_and_may_change_his_mind(
    learner: Learner, bank: Bank, store: Store
) -> None:
    learner.start(count="2", mode="typed")
    path = learner.page.request.path
    learner.answer("the very same in other words")
    learner.post(f"{path}/meant")
    assert "Right, as you meant it" in learner.heading
    assert "counts as right" in learner.words
    assert ratings(store) == [1, 3]
    learner.post(f"{path}/meant", undo="1")
    assert "Not quite" in learner.heading
    assert ratings(store) == [1, 3, 1]
    assert store.learners.meant(bank.id) == {}


@pytest.mark.parametrize("action", ["passed", "skipped", "knew"])
def test_only_a_typed_answer_can_have_meant_the_same(
    learner: Learner, store: Store, action: str
) -> None:
    learner.start(count="1", mode="recall" if action == "knew" else "typed")
    path = learner.page.request.path
    learner.post(path, action=action)
    before = ratings(store)
    learner.post(f"{path}/meant")
    learner.post(f"{path}/meant", undo="1")
    assert ratings(store) == before


def test_what_is_no_answer_leads_back_by_an_address_that_can_be_shown_again(
    learner: Learner,
) -> None:
    learner.start(count="1", mode="typed")
    sent = learner.client.post(learner.page.request.path, data={"given": " "})
    assert sent.status_code == 303
    for _ in range(2):
        shown = learner.client.get(sent.headers["Location"])
        assert shown.status_code == 400
        assert "Type an answer." in shown.text


def test_a_choice_that_was_missed_shows_all_options_with_their_reasons(
    learner: Learner, bank: Bank, store: Store
) -> None:
    learner.start(count="1")
    put = put_on(learner, bank, store, "choice")
    learner.answer(next(option for option in put.options if option != put.key))
    at = [learner.words.index(option) for option in put.options]
    assert at == sorted(at)
    assert f"{put.key} (the right answer)" in learner.words
    assert "(your answer)" in learner.words
    assert put.question.rationale in learner.words


def test_a_number_left_never_grows(learner: Learner) -> None:
    learner.start(count="3", mode="typed")
    seen = []
    while not learner.heading.endswith("right"):
        found = re.search(r"<strong>(\d+)</strong> left", learner.page.text)
        assert found
        seen.append(int(found[1]))
        learner.answer("something else")
        onward(learner)
    assert seen == sorted(seen, reverse=True)
    assert seen[-1] == 1


def test_due_work_is_asked_as_it_was_learnt(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.start(count="1", mode="typed")
    learner.answer("something else")
    monkeypatch.setattr("quizgen_web.shell.learner.now_ms", lambda: now_ms() + 2 * 86_400_000)
    for mode in ("choice", "mixed"):
        learner.start(count="1", mode=mode)
        assert 'name="given" type="text"' in learner.page.text
