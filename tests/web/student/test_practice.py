from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest
from quizgen_web import create_app
from quizgen_web.shell.settings import Settings
from quizgen_web.shell.site import Shelf, Site
from quizgen_web.store import open_store
from sqlalchemy import text

from quizgen.bank.model import Distractor
from quizgen.modes import MODES
from tests.web.conftest import SECRET, Learner

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask
    from quizgen_web.store import Store

    from quizgen.bank.model import Bank, Question


def question_on(learner: Learner, bank: Bank) -> Question:
    return next(q for q in bank.questions if q.prompt == learner.heading)


def rows(store: Store, table: str = "answer") -> int:
    with store.database.engine.connect() as connection:
        return int(connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0)


def test_a_question_names_its_author(learner: Learner, bank: Bank) -> None:
    learner.start(count="5")
    assert learner.heading.startswith("According to ")
    assert question_on(learner, bank).claim.sources[0].author in learner.heading


def test_a_right_answer_is_told_with_rationale_author_essay_paragraph_and_phrase(
    learner: Learner, bank: Bank
) -> None:
    learner.start(count="5", author="okafor", kind="fact")
    question = question_on(learner, bank)
    learner.answer(question.key)
    assert "Right" in learner.heading
    piece = question.claim.evidence[0]
    source = piece.source
    for words in (question.rationale, source.author, source.title, piece.quote):
        assert words in learner.words
    assert f"paragraph {piece.paragraph}" in learner.words


def test_a_wrong_answer_tells_the_key_and_why_the_chosen_option_is_wrong(
    learner: Learner, bank: Bank
) -> None:
    learner.start(count="5", topic="service", author="ellery", kind="fact")
    while question_on(learner, bank).id != "ellery-founding.route":
        learner.answer(question_on(learner, bank).key)
        learner.get("/practice/" + learner.page.request.path.split("/")[2])
    learner.answer("the town hall")
    assert "Not quite" in learner.heading
    assert "the hospital" in learner.words
    assert "Ellery names the town hall as the place of the vote." in learner.words


def test_a_whole_sitting_ends_with_the_score_and_the_missed_ones(
    learner: Learner, bank: Bank
) -> None:
    learner.start(count="5")
    sitting = learner.page.request.path.rsplit("/", 1)[0]
    for turn in range(5):
        question = question_on(learner, bank)
        learner.answer(question.key if turn else question.distractors[0].text)
        learner.get(sitting)
    assert "Once more · 1 left" in learner.words
    learner.answer(question_on(learner, bank).key)
    learner.get(sitting)
    assert learner.heading == "4 of 5 right"
    assert "4 at the first try 1 mended 0 still open" in learner.words
    assert "Only the missed one" in learner.words


def test_missed_questions_can_be_practised_again(learner: Learner, bank: Bank) -> None:
    learner.start(count="1")
    missed = question_on(learner, bank)
    learner.answer(missed.distractors[0].text)
    sitting = learner.page.request.path.rsplit("/", 1)[0]
    learner.post(f"{sitting}/again")
    assert question_on(learner, bank) == missed
    assert not learner.page.request.path.startswith(sitting)


def test_practising_again_with_nothing_missed_leads_back_to_the_score(
    learner: Learner, bank: Bank
) -> None:
    learner.start(count="1")
    learner.answer(question_on(learner, bank).key)
    sitting = learner.page.request.path.rsplit("/", 1)[0]
    learner.post(f"{sitting}/again")
    assert learner.page.request.path == f"{sitting}/end"


def test_typed_answers_are_read_kindly(learner: Learner, bank: Bank) -> None:
    learner.start(count="5", mode="typed", topic="money", author="okafor")
    assert question_on(learner, bank).key == "shared taxis"
    learner.answer("  SHARED   taxies ")
    assert learner.heading.endswith("Right, spelt shared taxis")
    assert "<title>Right, spelt shared taxis: " in learner.page.text
    assert "SHARED taxies" in learner.words


def test_a_slip_in_another_spelling_shows_that_spelling(bank: Bank, store: Store) -> None:
    question = replace(bank.by_id["ellery-founding.route"], accept=("the infirmary",))
    changed = replace(bank, questions=(question,), by_id={question.id: question})
    learner = Learner(create_app(Shelf(Site.of(changed)), Settings(SECRET, ""), store))
    learner.start(count="1", mode="typed")
    learner.answer("infirmery")
    assert learner.heading.endswith("Right, spelt the infirmary")
    assert question.key in learner.words


def test_a_typed_distractor_is_told_why_it_is_wrong(bank: Bank, store: Store) -> None:
    question = bank.by_id["ellery-founding.route"]
    small = replace(bank, questions=(question,), by_id={question.id: question})
    learner = Learner(create_app(Shelf(Site.of(small)), Settings(SECRET, ""), store))
    learner.start(count="1", mode="typed")
    learner.answer("Town hall")
    assert "Ellery names the town hall as the place of the vote." in learner.words


def test_i_do_not_know_shows_the_answer_and_counts_as_missed(learner: Learner, bank: Bank) -> None:
    learner.start(count="1")
    key = question_on(learner, bank).key
    learner.answer(action="passed")
    assert key in learner.words
    learner.get(learner.page.request.path.rsplit("/", 1)[0])
    assert learner.heading == "0 of 1 right"


@pytest.mark.parametrize("mode", ["choice", "typed"])
def test_an_empty_answer_is_no_answer(learner: Learner, store: Store, mode: str) -> None:
    learner.start(count="1", mode=mode)
    assert learner.answer("  ").status_code == 400
    assert "There is a problem" in learner.words
    assert "<title>Error: " in learner.page.text
    assert rows(store) == 0


def test_an_option_that_was_not_offered_is_refused(learner: Learner, store: Store) -> None:
    learner.start(count="1")
    assert learner.answer("something else").status_code == 409
    assert rows(store) == 0


def test_an_endless_answer_is_refused(learner: Learner, store: Store) -> None:
    learner.start(count="1", mode="typed")
    assert learner.answer("x" * 501).status_code == 400
    assert learner.answer("x" * 100_000).status_code == 413
    assert rows(store) == 0


def test_the_same_form_sent_twice_is_one_answer(learner: Learner, bank: Bank, store: Store) -> None:
    learner.start(count="1")
    path, submission = learner.page.request.path, learner.hidden("submission")
    question = question_on(learner, bank)
    for _ in range(3):
        learner.post(path, given=question.key, submission=submission)
        assert "Right" in learner.heading
    assert rows(store) == 1


def test_the_first_answer_counts_when_a_second_window_sends_another(
    learner: Learner, bank: Bank, store: Store
) -> None:
    learner.start(count="1")
    path = learner.page.request.path
    question = question_on(learner, bank)
    learner.post(path, given=question.distractors[0].text)
    learner.post(path, given=question.key)
    assert "Not quite" in learner.heading
    assert rows(store) == 1


def test_an_answer_is_in_the_store_before_the_verdict_shows(
    learner: Learner, bank: Bank, store: Store
) -> None:
    learner.start(count="1")
    response = learner.client.post(
        learner.page.request.path, data={"given": question_on(learner, bank).key}
    )
    assert response.status_code == 303
    assert rows(store) == 1


def test_another_learner_finds_no_such_sitting(learner: Learner, app: Flask) -> None:
    learner.start(count="1")
    path = learner.page.request.path
    stranger = Learner(app)
    assert stranger.get(path).status_code == 404
    stranger.start(count="1")
    assert stranger.get(path).status_code == 404
    assert stranger.post(path, given="x").status_code == 404
    assert stranger.post(path.rsplit("/", 1)[0] + "/again").status_code == 404


def test_a_forged_cookie_is_nobody(learner: Learner) -> None:
    learner.start(count="1")
    cookie = learner.client.get_cookie("learner")
    assert cookie is not None
    learner.client.set_cookie("learner", cookie.value[:-4] + "AAAA")
    assert learner.get(learner.page.request.path).status_code == 404


@pytest.mark.parametrize("end", ["0", "2", "99999999999999999999", "-1", "x"])
def test_an_address_of_no_question_is_not_found(learner: Learner, end: str) -> None:
    learner.start(count="1")
    sitting = learner.page.request.path.rsplit("/", 1)[0]
    assert learner.get(f"{sitting}/{end}").status_code == 404
    assert "There is no such page" in learner.heading


@pytest.mark.parametrize(
    "fields",
    [
        {"count": "0"},
        {"count": "51"},
        {"count": "ten"},
        {"count": "9" * 5000},
        {"count": "0001999999"},
        {"count": "0001" + "9" * 5000},
        {"mode": "shout"},
        {"topic": "nowhere"},
        {"author": ["ellery", "nobody"]},
        {"kind": "rumour"},
    ],
)
def test_a_choice_that_was_not_offered_is_refused_in_words(
    learner: Learner, store: Store, fields: dict[str, str | list[str]]
) -> None:
    assert learner.start(**fields).status_code == 400
    assert "There is a problem" in learner.words
    assert rows(store, "sitting") == 0


def test_many_wrong_names_are_told_in_a_few_words(learner: Learner) -> None:
    learner.start(topic=["nowhere"] * 1000 + [f"no-{number}" for number in range(1000)])
    assert learner.words.count("no topic") == 3
    assert "There is no topic 'no" in learner.words


def test_a_choice_that_fits_no_question_is_kept_and_explained(learner: Learner) -> None:
    assert learner.start(author="okafor", kind="quote").status_code == 400
    assert "No question fits" in learner.words
    assert 'value="okafor" checked' in learner.page.text


def test_the_end_waits_for_the_last_answer(learner: Learner) -> None:
    learner.start(count="2")
    first = learner.page.request.path
    learner.client.get(first.rsplit("/", 1)[0] + "/end")
    page = learner.client.get(first.rsplit("/", 1)[0] + "/end", follow_redirects=True)
    assert page.request.path == first


def test_a_content_note_stands_before_the_question_and_allows_to_skip_it(
    bank: Bank, store: Store
) -> None:
    question = bank.questions[0]
    claim = replace(question.claim, content_note="a house fire")
    changed = replace(question, claim=claim)
    small = replace(bank, questions=(changed,), by_id={changed.id: changed})
    learner = Learner(create_app(Shelf(Site.of(small)), Settings(SECRET, ""), store))
    learner.start(count="1")
    assert learner.words.index("Content note: a house fire") < learner.words.index(learner.heading)
    form = learner.page.text[learner.page.text.index('class="card ask"') :]
    first = re.search(r"<button(?![^>]*form=)[^>]*>", form)
    assert first is not None
    assert 'value="answer"' in first[0], "Enter presses a form's first button"
    learner.answer(action="skipped")
    assert question.key not in learner.words
    learner.get(learner.page.request.path.rsplit("/", 1)[0])
    assert learner.heading == "Nothing to score"
    assert "You skipped all of them." in learner.words


def test_a_question_that_left_the_bank_is_passed_over_with_a_word(bank: Bank, store: Store) -> None:
    learner = Learner(create_app(Shelf(Site.of(bank)), Settings(SECRET, ""), store))
    learner.start(count="2")
    sitting = learner.page.request.path.rsplit("/", 1)[0]
    gone = question_on(learner, bank)
    left = tuple(question for question in bank.questions if question != gone)
    small = replace(bank, questions=left, by_id={question.id: question for question in left})
    learner.client.application = create_app(Shelf(Site.of(small)), Settings(SECRET, ""), store)
    learner.get(sitting)
    learner.page = learner.client.get(sitting, follow_redirects=True)
    learner.answer(question_on(learner, small).key)
    learner.page = learner.client.get(sitting, follow_redirects=True)
    assert learner.heading == "1 of 1 right"
    assert "1 question has left the bank" in learner.words


def test_an_answered_question_keeps_its_old_words_when_the_bank_changes(
    bank: Bank, store: Store
) -> None:
    learner = Learner(create_app(Shelf(Site.of(bank)), Settings(SECRET, ""), store))
    learner.start(count="1")
    old = question_on(learner, bank)
    learner.answer(old.key)
    changed = replace(old, key="another key")
    new = replace(bank, by_id={changed.id: changed})
    learner.client.application = create_app(Shelf(Site.of(new)), Settings(SECRET, ""), store)
    learner.get(learner.page.request.path)
    assert old.prompt in learner.words
    assert old.key in learner.words
    assert "another key" not in learner.words


def test_an_answer_whose_question_was_mended_since_says_so(bank: Bank, store: Store) -> None:
    learner = Learner(create_app(Shelf(Site.of(bank)), Settings(SECRET, ""), store))
    learner.start(count="1")
    old = question_on(learner, bank)
    learner.answer(old.key)
    assert "have changed since" not in learner.words
    changed = replace(old, key="another key", rationale="A better reason.")
    new = replace(bank, by_id={changed.id: changed})
    learner.client.application = create_app(Shelf(Site.of(new)), Settings(SECRET, ""), store)
    learner.get(learner.page.request.path)
    note = learner.words.index("The words of this question have changed since you answered it")
    assert learner.words.index(old.key) < note < learner.words.index("A better reason.")


def test_a_sitting_whose_questions_all_left_says_only_that(bank: Bank, store: Store) -> None:
    learner = Learner(create_app(Shelf(Site.of(bank)), Settings(SECRET, ""), store))
    learner.start(count="2")
    sitting = learner.page.request.path.rsplit("/", 1)[0]
    empty = replace(bank, questions=(), by_id={})
    learner.client.application = create_app(Shelf(Site.of(empty)), Settings(SECRET, ""), store)
    learner.get(f"{sitting}/1")
    assert "2 questions have left the bank" in learner.words
    assert "skipped" not in learner.words


def test_beginning_a_sitting_renews_the_cookie(learner: Learner) -> None:
    """A browser forgets a cookie after 400 days, also that of a learner who comes every day."""
    for _ in range(2):
        begun = learner.client.post("/practice", data={"count": "1"})
        assert "learner=" in begun.headers["Set-Cookie"]
    assert "Set-Cookie" not in learner.client.get(begun.headers["Location"]).headers


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Random ids and the clock stand still, so that two answers can be compared to the byte."""
    monkeypatch.setattr("quizgen_web.student.practice.random_id", lambda: "sitting")
    monkeypatch.setattr("quizgen_web.shell.learner.random_id", lambda: "learner")
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: 1_800_000_000)
    return monkeypatch


@pytest.mark.parametrize("mode", MODES)
def test_nothing_sent_before_an_answer_depends_on_the_key(
    bank: Bank, tmp_path: Path, frozen: pytest.MonkeyPatch, mode: str
) -> None:
    """Banks that differ only in which option is right must send the same bytes."""
    assert len(sent_before_the_answer(bank, tmp_path, mode)) == 1


def test_the_check_for_leaks_bites(bank: Bank, tmp_path: Path, frozen: pytest.MonkeyPatch) -> None:
    frozen.setattr(
        "quizgen.modes.choice.ordered_options",
        lambda question, seed: [question.key, *(d.text for d in question.distractors)],
    )
    assert len(sent_before_the_answer(bank, tmp_path, "choice")) == 4


def sent_before_the_answer(bank: Bank, folder: Path, mode: str) -> set[tuple[bytes | str, ...]]:
    """All that a browser gets up to the question, for each option as the key."""
    question = next(q for q in bank.questions if q.id == "ellery-founding.route")
    texts = [question.key, *(d.text for d in question.distractors)]
    seen: set[tuple[bytes | str, ...]] = set()
    for number, (key, why) in enumerate(product(texts, ("one", "another, longer one"))):
        wrong = tuple(Distractor(text, why=key) for text in texts if text != key)
        changed = replace(question, key=key, distractors=wrong, rationale=why, accept=(key,))
        small = replace(bank, questions=(changed,), by_id={changed.id: changed})
        store = open_store(f"sqlite:///{folder / str(number)}.sqlite3")
        client = create_app(Shelf(Site.of(small)), Settings(SECRET, ""), store).test_client()
        redirect = client.post("/practice", data={"count": "1", "mode": mode})
        page = client.get(redirect.headers["Location"])
        assert page.status_code == 200
        cookie = re.sub(r"Expires=[^;]*", "", str(redirect.headers))  # a year from now
        seen.add((redirect.data, cookie, page.data, str(page.headers)))
        store.close()
    return seen
