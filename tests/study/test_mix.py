from __future__ import annotations

from quizgen.study.memory import Memory
from quizgen.study.mix import mix
from tests.paper.made_up import question

DETAILS = [question(f"detail{n}") for n in range(4)]
CENTRAL = [question(f"central{n}", weight="central") for n in range(3)]


def test_who_is_new_meets_the_central_claims_first() -> None:
    asked = mix([*DETAILS, *CENTRAL], {}, 100, "seed", 5)
    assert {q.id for q in asked[:3]} == {q.id for q in CENTRAL}
    assert {q.id for q in asked[3:]} < {q.id for q in DETAILS}


def test_what_is_due_comes_before_what_is_new_whatever_its_weight() -> None:
    due = {DETAILS[0].id: Memory(5.0, 5.0, 90, 99)}
    asked = mix([*DETAILS, *CENTRAL], due, 100, "seed", 2)
    assert asked[0] is DETAILS[0]
    assert asked[1] in CENTRAL
