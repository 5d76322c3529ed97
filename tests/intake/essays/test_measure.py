"""How good the proposals are, held against the bank that people wrote from the same essays."""

from __future__ import annotations

import os

import pytest

from quizgen.bank.load import default_bank, load_bank
from tests.intake.essays.measure import ESSAYS, Measure, measure


@pytest.fixture(scope="module")
def found() -> Measure:
    if not ESSAYS.is_dir():
        words = f"the essays' text files are not at {ESSAYS}: name their folder in QUIZGEN_ESSAYS"
        if os.environ.get("CI") == "true":
            pytest.fail(words)
        pytest.skip(words)
    return measure(load_bank(default_bank()), ESSAYS)


def test_four_of_five_claims_of_fact_and_quotations_are_proposed(found: Measure) -> None:
    assert found.proposed >= 0.8 * found.claims > 100


def test_half_of_the_proposals_are_claims_of_the_bank(found: Measure) -> None:
    assert found.used >= 0.5 * found.proposals > 100


def test_each_line_is_counted_as_the_bank_counts_it(found: Measure) -> None:
    assert found.lines == 0
