"""docs/lint-rules.md tells each rule as it is, and its examples do what they are there for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from quizgen.bank.evidence import Essays
from quizgen.bank.lint import lint
from quizgen.bank.lint.allow import UNUSED
from quizgen.bank.lint.rule import RULES
from quizgen.bank.load import load
from tests.bank.lint.build import ESSAY, ORR_ESSAY, write_bank

DOCS = Path(__file__).parents[3] / "docs" / "lint-rules.md"
TEXT = DOCS.read_text("utf-8")


@dataclass(frozen=True)
class Section:
    code: str
    head: str
    bad: str
    good: str


def sections() -> list[Section]:
    found = []
    for part in TEXT.split("\n### ")[1:]:
        code = part.split("`")[1]
        examples = re.findall(r"(Bad|Good):\n\n```yaml\n(.*?)```", part, re.DOTALL)
        assert [name for name, _ in examples] == ["Bad", "Good"], code
        found.append(Section(code, part.split("\n")[2], examples[0][1], examples[1][1]))
    return found


SECTIONS = sections()
by_code = pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.code)


def codes(folder: Path, example: str) -> list[str]:
    data = yaml.load(example, Loader=yaml.BaseLoader)
    loaded = load(write_bank(folder, data))
    essays, problems = Essays.read(loaded, folder)
    assert not problems
    return [problem.code for problem in lint(loaded, essays).problems]


def test_every_rule_is_documented_once() -> None:
    assert sorted(section.code for section in SECTIONS) == sorted([*RULES, UNUSED])


def test_the_essay_of_the_docs_is_the_one_that_the_examples_run_on() -> None:
    assert f"```text\n{ESSAY}```" in TEXT
    assert f"```text\n{ORR_ESSAY}```" in TEXT


@by_code
def test_the_docs_name_severity_and_summary(section: Section) -> None:
    if section.code == UNUSED:
        assert section.head.startswith("**warning** · ")
        return
    rule = RULES[section.code]
    marks = (" · *English*" if rule.english else "") + (" · *essays*" if rule.essays else "")
    assert section.head == f"**{rule.severity}**{marks} · {rule.summary}"


@by_code
def test_a_bad_example_gives_its_finding_and_no_other(section: Section, tmp_path: Path) -> None:
    assert set(codes(tmp_path, section.bad)) == {section.code}


@by_code
def test_a_good_example_gives_no_finding(section: Section, tmp_path: Path) -> None:
    assert codes(tmp_path, section.good) == []
