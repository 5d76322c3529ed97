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


def test_a_newcomer_first_reads_what_this_is_and_a_learner_where_one_stands(
    learner: Learner, bank: Bank
) -> None:
    assert learner.words.index(bank.about) < learner.words.index("Choose what to practise")
    assert f"Practise: {len(bank.questions)} new" in learner.words
    assert "This week" not in learner.page.text
    learner.start(count="2")
    learner.answer(action="passed")
    learner.get("/")
    assert learner.words.index("Choose what to practise") < learner.words.index(bank.about)
    assert learner.page.text.count('<span class="day') == 7
    assert f"0 known 1 learning {len(bank.questions) - 1} new" in learner.words
    assert "Next to learn" in learner.words
    assert "Left open" in learner.words


def test_what_was_chosen_is_remembered(learner: Learner) -> None:
    learner.start(count="5", mode="typed", topic="money", wish="1")
    learner.get("/")
    for ticked in ('value="5" checked', 'value="typed" checked', 'value="money" checked'):
        assert ticked in learner.page.text
    learner.post("/practice", same="1")
    assert 'name="given" type="text"' in learner.page.text
    learner.start(count="1")
    assert 'value="typed" checked' in learner.get("/").text


def test_when_nothing_is_due_or_new_one_can_practise_ahead(learner: Learner, bank: Bank) -> None:
    learner.start(count="50", mode="recall")
    while not learner.heading.endswith("right"):
        learner.post(learner.page.request.path, action="knew")
    learner.get("/")
    assert f"Practise ahead: {len(bank.questions)}" in learner.words
    learner.post("/practice", count="3", mode="mixed")
    assert "3 left" in learner.words


def test_a_set_is_practised_by_its_number(learner: Learner) -> None:
    learner.start(topic="money", set="1")
    assert " left " in learner.words
    for fields in ({"set": "1"}, {"set": "x", "topic": "money"}, {"set": "9", "topic": "money"}):
        assert learner.start(**fields).status_code == 400
        assert "There is a problem" in learner.words
