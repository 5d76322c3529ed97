"""Problems as a document for eyes, for programs, or for a code host (SARIF 2.1.0)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quizgen.bank.lint.rule import Rule
    from quizgen.errors import Problem, Severity

Format = Literal["text", "json", "sarif"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
"""Our severities in SARIF's words."""


def render(problems: Sequence[Problem], format: Format) -> str:
    """All problems as one document, without a line break at the end."""
    if format == "text":
        return "\n".join(map(str, problems))
    document: Any = (
        [_record(problem) for problem in problems] if format == "json" else sarif(problems)
    )
    return json.dumps(document, ensure_ascii=False, indent=1)


def _record(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line or None,
        "column": problem.column or None,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "advice": problem.advice or None,
    }


def sarif(problems: Iterable[Problem]) -> dict[str, Any]:
    """The problems as a SARIF log with one run."""
    from quizgen import __version__
    from quizgen.bank.lint.rule import RULES

    problems = list(problems)
    codes = sorted({problem.code for problem in problems})
    driver = {
        "name": "quizgen",
        "semanticVersion": __version__,
        "rules": [_descriptor(code, RULES) for code in codes],
    }
    results = [_result(problem, codes.index(problem.code)) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _descriptor(code: str, rules: Mapping[str, Rule]) -> dict[str, Any]:
    """What SARIF says of a rule; a refusal of the loader has a code and no more."""
    rule = rules.get(code)
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.advice},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(problem: Problem, index: int) -> dict[str, Any]:
    text = f"{problem.message}\n{problem.advice}" if problem.advice else problem.message
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(problem.file)}}
    if problem.line:
        place["region"] = {"startLine": problem.line, "startColumn": max(problem.column, 1)}
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": _LEVELS[problem.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    }


def _uri(file: str) -> str:
    """A file as SARIF wants it: a relative reference, or a file: URI."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
