from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from quizgen_web.library.parts import Filter, paragraph, parts_of

from quizgen.bank.load import default_bank, load

if TYPE_CHECKING:
    from quizgen.bank.model import Bank
    from tests.web.conftest import Learner


@pytest.fixture(scope="module")
def shipped() -> Bank:
    return load(default_bank()).bank


def test_the_parts_hold_each_claim_once_in_the_order_of_the_essay(shipped: Bank) -> None:
    for source in shipped.sources:
        claims = [claim for claim in shipped.claims if source in claim.sources]
        claims.sort(key=lambda claim: paragraph(claim, source))
        parts = parts_of(claims, source)
        assert [claim for part in parts for claim in part.claims] == claims
        assert len(parts) > 1
        assert all(part.first <= part.last for part in parts)


def test_what_was_never_offered_filters_nothing() -> None:
    assert not Filter.of({"kind": "rumour", "find": "  "})
    assert Filter.of({"kind": "fact"})
    assert len(Filter.of({"find": "x" * 5000}).find) == 200


def test_a_list_is_narrowed_by_an_address(learner: Learner, bank: Bank) -> None:
    claim = next(claim for claim in bank.claims if claim.kind == "fact")
    source = claim.sources[0]
    learner.get(f"/sources/{source.id}?kind=fact&find={claim.prompt.split()[-1]}")
    assert claim.prompt in learner.words
    learner.get(f"/sources/{source.id}?find=zebra")
    assert "No claim fits." in learner.words
    learner.get(f"/topics/{claim.topics[0].id}?find=zebra")
    assert "No claim fits." in learner.words


def test_what_to_read_first_leads_to_its_place_on_the_essays_page(
    learner: Learner, bank: Bank
) -> None:
    learner.get(f"/topics/{bank.topics[0].id}")
    links = re.findall(r'href="(/sources/[^"#]+)#(p\d+)"', learner.page.text)
    assert links
    for page, place in links:
        assert f'id="{place}"' in learner.get(page).text


def test_claims_show_the_phrase_that_says_so(learner: Learner, bank: Bank) -> None:
    for source in bank.sources:
        learner.get(f"/sources/{source.id}")
        for claim in bank.claims:
            if source in claim.sources:
                own = [piece.quote for piece in claim.evidence if piece.source == source]
                assert all(quote in learner.words for quote in own)
