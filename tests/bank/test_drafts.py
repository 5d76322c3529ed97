"""A claim with something to do is a draft, and nothing of it reaches a student."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from quizgen.bank.evidence import Essays, verify
from quizgen.bank.lint import lint
from quizgen.bank.load import load
from tests.bank.lint.build import write_bank

if TYPE_CHECKING:
    from pathlib import Path

    from quizgen.bank.load import Loaded

QUESTIONS = {"year": {"ask": "when was the bridge built?", "answer": "1911"}}
FINISHED = {"questions": QUESTIONS}
DRAFT = {"todo": ["say it in your own words"], "questions": QUESTIONS}


def written(folder: Path, *claims: dict[str, Any], **source: object) -> Loaded:
    return load(write_bank(folder, {"source": source, "claims": list(claims)}))


def to_do(loaded: Loaded) -> list[str]:
    return [p.message for p in lint(loaded).problems if p.code == "to-do"]


def test_a_draft_is_no_claim_and_its_questions_are_none(tmp_path: Path) -> None:
    bank = written(tmp_path, FINISHED, DRAFT).bank
    assert [claim.id for claim in bank.claims] == ["c0"]
    assert [question.id for question in bank.questions] == ["c0.year"]
    assert list(bank.by_id) == ["c0.year"]
    assert bank.retired == ()
    assert [draft.id for draft in bank.drafts] == ["c1"]


def test_a_retired_question_of_a_draft_is_none_either(tmp_path: Path) -> None:
    retired = {"year": {**QUESTIONS["year"], "retired": "too easy"}}
    assert written(tmp_path, FINISHED, {**DRAFT, "questions": retired}).bank.retired == ()


def test_a_claim_of_an_unfinished_source_is_a_draft(tmp_path: Path) -> None:
    loaded = written(tmp_path, FINISHED, todo=["name the author"])
    assert (loaded.bank.claims, loaded.bank.questions) == ((), ())
    assert to_do(loaded) == ["name the author"]


def test_a_bank_of_drafts_alone_loads(tmp_path: Path) -> None:
    assert written(tmp_path, DRAFT).bank.questions == ()


def test_each_thing_to_do_is_told(tmp_path: Path) -> None:
    loaded = written(tmp_path, FINISHED, {"todo": ["word it", "ask something"]})
    assert to_do(loaded) == ["word it", "ask something"]


def test_the_evidence_of_a_draft_is_proven_too(tmp_path: Path) -> None:
    wrong = {**DRAFT, "evidence": {"paragraph": "2", "quote": "was built in 1911"}}
    loaded = written(tmp_path, FINISHED, wrong)
    found, problems = verify(loaded, Essays.read(loaded, tmp_path)[0])
    assert (found, [problem.code for problem in problems]) == (1, ["evidence-not-found"])


@pytest.mark.parametrize("key", ["kind", "text", "evidence", "topics"])
def test_a_draft_may_lack_what_is_not_known_yet(tmp_path: Path, key: str) -> None:
    write_bank(tmp_path, {"claims": [DRAFT]})
    path = tmp_path / "voss.yaml"
    data = yaml.safe_load(path.read_text("utf-8"))
    del data["claims"][0][key]
    path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    assert len(load(tmp_path).bank.drafts) == 1
