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
