from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgen.bank.model import Bank
    from tests.web.conftest import Learner


def test_home_tells_what_this_is_and_whose_claims_these_are(learner: Learner, bank: Bank) -> None:
    assert learner.heading == bank.title
    assert bank.about in learner.words
    for source in bank.sources:
        for words in (source.author, source.title, source.publisher, source.argues):
            assert words in learner.words


def test_home_offers_each_topic_author_and_kind_with_its_number_of_questions(
    learner: Learner, bank: Bank
) -> None:
    for topic in bank.topics:
        count = sum(topic in question.claim.topics for question in bank.questions)
        assert f"{topic.title} {count}" in learner.words
    assert "Claim of fact 3" in learner.words


def test_looking_at_the_home_page_sets_no_cookie(learner: Learner) -> None:
    assert "Set-Cookie" not in learner.page.headers


def test_a_sitting_finished_since_does_not_hide_the_one_left_open(learner: Learner) -> None:
    learner.start(count="3", mode="recall")
    sitting = learner.page.request.path.rsplit("/", 1)[0]
    for position in (1, 2, 3):
        learner.post(f"{sitting}/{position}", action="knew")
    learner.post(f"{sitting}/3/undo")
    for _ in range(6):
        learner.post("/q/ellery-founding.route", given="the hospital", mode="choice")
        assert "Right" in learner.heading
    learner.get("/")
    assert "1 question is left of your last practice" in learner.words
    learner.post(f"{sitting}/3", action="knew")
    assert "Left open" not in learner.get("/").text
