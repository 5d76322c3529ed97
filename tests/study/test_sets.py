from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quizgen.bank.load import default_bank, load
from quizgen.study.sets import Reading, sets_of

if TYPE_CHECKING:
    from quizgen.bank.model import Bank


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load(default_bank()).bank


def test_each_topic_is_learnt_in_sets_of_ten_to_fifteen_the_central_ones_first(bank: Bank) -> None:
    for id, sets in sets_of(bank).items():
        claims = [claim for one in sets for claim in one.claims]
        assert len(claims) == len({claim.id for claim in claims})
        assert {claim.id for claim in claims} == {
            claim.id for claim in bank.claims if id in {topic.id for topic in claim.topics}
        }
        weights = [claim.weight == "central" for claim in claims]
        assert weights == sorted(weights, reverse=True)
        assert [one.number for one in sets] == list(range(1, len(sets) + 1))
        if len(claims) >= 20:
            assert all(10 <= len(one.claims) <= 15 for one in sets), id


def test_a_set_holds_the_questions_about_its_claims(bank: Bank) -> None:
    for sets in sets_of(bank).values():
        for one in sets:
            about = {bank.by_id[id].claim.id for id in one.questions}
            assert about <= {claim.id for claim in one.claims}


def test_what_to_read_is_told_in_stretches(bank: Bank) -> None:
    source = bank.sources[0]
    assert Reading(source, (5, 6, 8, 12)).stretches == [(5, 8), (12, 12)]
    assert Reading(source, (3,)).stretches == [(3, 3)]
    reading = sets_of(bank)[bank.topics[0].id][0].reading
    assert all(one.paragraphs == tuple(sorted(one.paragraphs)) for one in reading)
