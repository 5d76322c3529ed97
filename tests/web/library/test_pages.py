from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

import pytest
from quizgen_web import create_app
from quizgen_web.shell.settings import Settings
from quizgen_web.shell.site import Shelf, Site

from quizgen.modes import ask
from tests.web.conftest import SECRET, Learner

if TYPE_CHECKING:
    from flask import Flask
    from quizgen_web.store import Store

    from quizgen.bank.model import Bank, Question


@pytest.fixture
def question(bank: Bank) -> Question:
    return bank.by_id["ellery-founding.route"]


@pytest.mark.parametrize("mode", ["choice", "typed", "cloze", "who"])
def test_a_question_has_a_page_of_its_own_that_asks_and_then_answers(
    learner: Learner, bank: Bank, question: Question, mode: str
) -> None:
    learner.get(f"/q/{question.id}?mode={mode}")
    put = ask(bank, question, mode, "q")
    assert put.prompt.split("_____")[0].strip() in learner.heading
    learner.post(
        f"/q/{question.id}", given=put.key, mode=mode, submission=learner.hidden("submission")
    )
    assert learner.heading.endswith("Right")
    assert question.claim.sources[0].title in learner.words


def test_the_page_of_a_question_tells_nothing_of_its_answer(
    learner: Learner, question: Question
) -> None:
    assert question.rationale not in learner.get(f"/q/{question.id}").text
    for mode in ("typed", "recall"):
        learner.get(f"/q/{question.id}?mode={mode}")
        assert question.key not in learner.words


def test_the_flashcard_of_a_question_is_shown_on_request(
    learner: Learner, question: Question
) -> None:
    learner.get(f"/q/{question.id}?mode=recall")
    learner.post(f"/q/{question.id}", mode="recall", submission=learner.hidden("submission"))
    assert question.key in learner.heading
    learner.answer(action="knew")
    assert learner.heading == "1 of 1 right"


def test_the_same_answer_sent_twice_is_one(
    learner: Learner, question: Question, store: Store
) -> None:
    learner.start(count="1")
    learner.get(f"/q/{question.id}?mode=typed")
    form = learner.hidden("submission")
    for _ in range(2):
        learner.post(f"/q/{question.id}", mode="typed", given="x", submission=form)
        assert "Not quite" in learner.heading
    with store.database.engine.connect() as connection:
        answers = connection.exec_driver_sql("SELECT count(*) FROM answer").scalar()
    assert answers == 1


def test_a_form_of_another_question_answers_nothing(
    learner: Learner, question: Question, store: Store
) -> None:
    learner.start(count="1", topic="money", author="okafor")
    sitting = learner.page.request.path.split("/")[2]
    learner.post(f"/q/{question.id}", mode="typed", given="x", submission=sitting)
    with store.database.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM answer").scalar() == 0


def test_an_empty_answer_on_the_page_of_a_question_is_told(
    learner: Learner, question: Question
) -> None:
    assert learner.post(f"/q/{question.id}", mode="typed", given=" ").status_code == 400
    assert "Type an answer." in learner.words


def test_a_mode_that_the_question_lacks_gives_the_first_it_has(
    learner: Learner, question: Question
) -> None:
    assert learner.get(f"/q/{question.id}?mode=dance").text.count('type="radio"') > 1


def test_an_essay_has_all_that_is_to_know_of_it_and_all_its_claims(
    learner: Learner, bank: Bank
) -> None:
    for source in bank.sources:
        learner.get(f"/sources/{source.id}")
        for words in (source.about, source.genre.capitalize(), source.publisher, source.licence):
            assert words in learner.words
        for words in (source.argues, bank.about, source.published, source.author):
            assert words in learner.words
        for claim in bank.claims:
            assert (f"{claim.prompt}." in learner.words) == (source in claim.sources)


def test_a_topic_holds_the_claims_of_all_authors_side_by_side(learner: Learner, bank: Bank) -> None:
    for topic in bank.topics:
        learner.get(f"/topics/{topic.id}")
        for claim in bank.claims:
            assert (f"{claim.prompt}." in learner.words) == (topic in claim.topics)


@pytest.mark.parametrize("query", ["okafor", "OKAFOR", "Ökafor", "okaf", "okafor according"])
def test_a_search_finds_claims_by_all_their_words(learner: Learner, bank: Bank, query: str) -> None:
    learner.get(f"/search?q={query}")
    shown = [claim for claim in bank.claims if claim.prompt in learner.words]
    assert 0 < len(shown) < len(bank.claims)


def test_a_search_for_nothing_and_for_what_is_not_there_helps_on(
    learner: Learner, bank: Bank
) -> None:
    assert "All words must occur" in learner.get("/search").text
    assert "All words must occur" in learner.get("/search?q=+").text
    learner.get("/search?q=<script>zebra")
    assert "No claim holds “<script>zebra”" in learner.words
    assert bank.topics[0].title in learner.words
    assert learner.get("/search?q=!!!").status_code == 200
    assert learner.get("/search?q=" + "x" * 5000).status_code == 200


def test_a_long_search_is_cut_and_says_so(bank: Bank, store: Store) -> None:
    many = tuple(replace(bank.claims[0], id=f"c{number}") for number in range(60))
    large = replace(bank, claims=many)
    learner = Learner(create_app(Shelf(Site.of(large)), Settings(SECRET, ""), store))
    learner.get("/search?q=according")
    assert "60 claims" in learner.words
    assert "first 50 are shown" in learner.words


def test_claims_lead_to_their_questions(learner: Learner, bank: Bank) -> None:
    learner.get(f"/sources/{bank.sources[0].id}")
    for link in re.findall(r'href="(/q/[^"]+)"', learner.page.text):
        assert learner.client.get(unescape(link)).status_code == 200


@pytest.mark.parametrize("path", ["/q/none.such", "/sources/none", "/topics/none"])
def test_what_is_not_there_is_not_found(learner: Learner, path: str) -> None:
    assert learner.get(path).status_code == 404
    assert "To the home page" in learner.words


def test_looking_things_up_leaves_no_trace(app: Flask, bank: Bank) -> None:
    client = app.test_client()
    for path in ("/search?q=bus", f"/sources/{bank.sources[0].id}", "/q/ellery-founding.route"):
        assert "Set-Cookie" not in client.get(path).headers
