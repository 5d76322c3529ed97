"""Problems as text, JSON and SARIF."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from quizgen import __version__
from quizgen.bank.lint.rule import RULES
from quizgen.bank.report import render, sarif
from quizgen.errors import Problem

if TYPE_CHECKING:
    from pathlib import Path

ERROR = Problem(
    "my bank/ng.yaml", 12, 9, "longest-answer", "the key is long", "shorten it", source_line="key"
)
WARNING = Problem("bank.yaml", 0, 0, "missing-file", "“it” is missing", severity="warning")
BOTH = [ERROR, WARNING]


def result(problem: Problem) -> Any:
    return sarif([problem])["runs"][0]["results"][0]


def test_text_is_what_each_problem_says_of_itself() -> None:
    assert render(BOTH, "text") == f"{ERROR}\n{WARNING}"


def test_nothing_found_is_still_a_document_for_a_program() -> None:
    assert render([], "text") == ""
    assert json.loads(render([], "json")) == []
    assert json.loads(render([], "sarif"))["runs"][0]["results"] == []


def test_json_is_an_array_of_objects() -> None:
    assert json.loads(render(BOTH, "json")) == [
        {
            "file": "my bank/ng.yaml",
            "line": 12,
            "column": 9,
            "severity": "error",
            "code": "longest-answer",
            "message": "the key is long",
            "advice": "shorten it",
        },
        {
            "file": "bank.yaml",
            "line": None,
            "column": None,
            "severity": "warning",
            "code": "missing-file",
            "message": "“it” is missing",
            "advice": None,
        },
    ]


def test_sarif_names_version_tool_and_one_run() -> None:
    log = json.loads(render(BOTH, "sarif"))
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    assert set(run) == {"tool", "columnKind", "results"}
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"]) == ("quizgen", __version__)


def test_sarif_describes_each_rule_once_and_a_result_points_at_its_own() -> None:
    run = sarif([ERROR, WARNING, ERROR])["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["longest-answer", "missing-file"]
    for found in run["results"]:
        assert rules[found["ruleIndex"]]["id"] == found["ruleId"]
    rule = RULES["longest-answer"]
    assert rules[0]["shortDescription"] == {"text": rule.summary}
    assert rules[0]["help"] == {"text": rule.advice}
    assert rules[0]["defaultConfiguration"] == {"level": rule.severity}
    assert rules[1] == {"id": "missing-file"}


@pytest.mark.parametrize("problem", BOTH)
def test_a_sarif_result_has_level_and_a_message_with_the_advice(problem: Problem) -> None:
    found = result(problem)
    assert set(found) == {"ruleId", "ruleIndex", "level", "message", "locations"}
    assert found["level"] == problem.severity
    assert found["level"] in {"none", "note", "warning", "error"}
    assert found["message"]["text"] == "\n".join(filter(None, [problem.message, problem.advice]))


def test_a_sarif_region_counts_from_one_and_is_left_out_without_a_line() -> None:
    place = result(ERROR)["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 12, "startColumn": 9}
    assert "region" not in result(WARNING)["locations"][0]["physicalLocation"]


def test_a_sarif_file_is_a_uri(tmp_path: Path) -> None:
    def uri(file: str) -> str:
        problem = Problem(file, 1, 1, "x", "y")
        text: str = result(problem)["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        return text

    assert uri("my bank/ng.yaml") == "my%20bank/ng.yaml"
    assert uri("./bänke/ng.yaml") == "b%C3%A4nke/ng.yaml"
    assert uri(str(tmp_path / "a b.yaml")) == (tmp_path / "a b.yaml").as_uri()


def test_every_level_of_the_registry_is_one_that_sarif_knows() -> None:
    assert {rule.severity for rule in RULES.values()} == {"error", "warning", "info"}
