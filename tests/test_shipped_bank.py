"""The bank that comes with quizgen: sound, proven, complete in what was promised."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizgen.ask.judge import grade_typed
from quizgen.ask.verdict import Verdict
from quizgen.bank.json_schema import json_schema
from quizgen.bank.load import default_bank, load_bank
from quizgen.cli import main
from quizgen.text.meaning import Reader, same

HOUSE = Path(__file__).parents[1]
ESSAYS = Path(os.environ.get("QUIZGEN_ESSAYS", HOUSE.parent / "shared" / "essays"))
BANK = load_bank(default_bank())


@pytest.fixture
def essays() -> Path:
    if not ESSAYS.is_dir():
        words = f"the essays' text files are not at {ESSAYS}: name their folder in QUIZGEN_ESSAYS"
        if os.environ.get("CI") == "true":
            pytest.fail(words)
        pytest.skip(words)
    return ESSAYS


def test_each_phrase_of_evidence_is_proven_and_no_rule_is_broken(essays: Path) -> None:
    done = CliRunner().invoke(main, ["check", "--essays", str(essays), "--strict"])
    assert done.exit_code == 0, done.output
    phrases = sum(len(claim.evidence) for claim in BANK.claims)
    assert f"{phrases} of {phrases} phrases of evidence verified" in done.output


def test_the_bank_is_as_large_as_promised() -> None:
    assert len(BANK.questions) >= 450
    assert sum(len(question.modes) for question in BANK.questions) >= 900
    assert sum(len(claim.sources) > 1 for claim in BANK.claims) >= 25
    assert sum(bool(claim.context and claim.reference) for claim in BANK.claims) >= 60


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("mott-ismay-quip.who", "Lord Ismay"),
        ("mott-article-5.year", "2001"),
        ("ng-bucharest.year", "2008"),
    ],
)
def test_the_headlines_are_there(question: str, key: str) -> None:
    assert key in BANK.by_id[question].key


def test_every_prompt_names_its_authors() -> None:
    for question in BANK.questions:
        for source in question.claim.sources:
            assert source.author in question.prompt


def test_the_schema_beside_the_bank_is_the_one_that_quizgen_prints() -> None:
    path = default_bank() / "bank.schema.json"
    assert json.loads(path.read_text("utf-8")) == json_schema(), "run: make schema"


def test_every_file_names_its_schema_in_the_first_line() -> None:
    for path in default_bank().glob("*.yaml"):
        first = path.read_text("utf-8").splitlines()[0]
        assert first == "# yaml-language-server: $schema=bank.schema.json"


def test_no_two_options_say_the_same_to_whoever_types() -> None:
    bank = BANK
    for question in bank.questions:
        wrong = [distractor.text for distractor in question.distractors]
        right = [question.key, *question.accept]
        reader = Reader.of(question.prompt, right, wrong, bank.names)
        read = [reader.read(text) for text in wrong]
        for number, meaning in enumerate(read):
            assert not any(same(reader.read(text), meaning) for text in right), question.id
            assert not any(same(other, meaning) for other in read[number + 1 :]), question.id
            assert grade_typed(question, wrong[number], bank.names) is Verdict.WRONG, question.id


def test_a_changed_digit_is_wrong_in_every_answer() -> None:
    for question in BANK.questions:
        forms = {*question.accept, question.key}
        for text in forms:
            for place, digit in enumerate(text):
                if digit.isdigit():
                    changed = f"{text[:place]}{(int(digit) + 1) % 10}{text[place + 1 :]}"
                    if changed not in forms:
                        assert grade_typed(question, changed, BANK.names) is Verdict.WRONG, changed
