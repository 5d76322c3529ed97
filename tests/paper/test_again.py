from __future__ import annotations

from time import process_time

import pytest

from quizgen.bank.load import default_bank, load_bank
from quizgen.errors import QuizgenError
from quizgen.paper.again import paper_again
from quizgen.paper.blueprint import blueprint
from quizgen.paper.code import Recipe, encode, seed_number


def test_a_large_paper_that_cannot_be_made_again_is_refused_soon() -> None:
    bank = load_bank(default_bank())
    wanted = blueprint(bank, 200, {"topic": ["ukraine=5"]})
    code = encode(Recipe(seed_number("7"), 1, 0, wanted, digest=123), bank)
    began = process_time()
    with pytest.raises(QuizgenError, match="the bank has changed since"):
        paper_again(bank, code)
    assert process_time() - began < 3, "well under a second on a machine that is free"
