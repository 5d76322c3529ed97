"""``allow``: a finding with a reason is no finding, and a reason without one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizgen.bank.lint import Report, lint
from quizgen.bank.load import load
from tests.bank.lint.build import write_bank

if TYPE_CHECKING:
    from pathlib import Path

FLAWED = {"ask": "who did not build the bridge?"}


def report(folder: Path, part: dict[str, Any]) -> Report:
    return lint(load(write_bank(folder, part)))


def test_a_rule_is_silenced_for_one_question(tmp_path: Path) -> None:
    allowed = FLAWED | {"allow": {"negative-stem": "The essay asks so."}}
    other = {"ask": "whom did the old town never pay?"}
    found = report(tmp_path, {"questions": {"a": allowed, "b": other}})
    assert [problem.code for problem in found.problems] == ["negative-stem"]
    assert "never" in found.problems[0].message
    assert found.silenced == 1


def test_what_a_claim_allows_holds_for_its_questions(tmp_path: Path) -> None:
    claim = {"questions": {"a": FLAWED}, "allow": {"negative-stem": "The essay asks so."}}
    found = report(tmp_path, claim)
    assert found.problems == ()
    assert found.silenced == 1


def test_what_a_question_allows_does_not_hold_for_its_claim(tmp_path: Path) -> None:
    part = {"ask": "who built it first?", "allow": {"long-blank": "It is a name."}}
    claim = {"text": "it was built by [[the six old men of Como]]", "questions": {"a": part}}
    found = report(tmp_path, claim)
    assert sorted(problem.code for problem in found.problems) == ["long-blank", "unused-allow"]


def test_an_error_can_be_allowed_too(tmp_path: Path) -> None:
    part = FLAWED | {"allow": {"negative-stem": "The essay asks so."}}
    assert report(tmp_path, part).problems == ()


def test_a_rule_that_finds_nothing_cannot_be_allowed(tmp_path: Path) -> None:
    part = {"ask": "who built it first?", "allow": {"negative-stem": "The essay asks so."}}
    (problem,) = report(tmp_path, part).problems
    assert (problem.code, problem.severity) == ("unused-allow", "warning")
    assert problem.source_line.strip() == "negative-stem: The essay asks so."


def test_a_rule_that_does_not_exist_cannot_be_allowed_and_the_nearest_is_named(
    tmp_path: Path,
) -> None:
    part = {"ask": "who built it first?", "allow": {"negativ-stem": "The essay asks so."}}
    (problem,) = report(tmp_path, part).problems
    assert problem.message == "no rule is called 'negativ-stem'"
    assert problem.advice == "did you mean negative-stem?"


def test_a_rule_that_did_not_run_may_be_allowed(tmp_path: Path) -> None:
    part = {"ask": "who built it first?", "allow": {"copied": "It is the title of a law."}}
    assert report(tmp_path, part).problems == ()
