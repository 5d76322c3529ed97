from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from quizgen.cli import main

if TYPE_CHECKING:
    from pathlib import Path


def listed(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["list", *arguments])


def records(*arguments: str) -> list[dict[str, Any]]:
    done = listed(*arguments, "--json")
    assert done.exit_code == 0, done.output
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_each_question_is_listed_with_author_answer_and_place(example: Path) -> None:
    done = listed(str(example))
    assert done.exit_code == 0
    assert done.stdout.startswith(
        "both-service.agree\n"
        "  According to Martha Ellery and Daniel Okafor, what do people who travel at night need?\n"
        "  = a way to get home\n"
        "  Martha Ellery, “Keep the Last Bus” (The Lindenau Courier, 3 May 2026), paragraph 3; "
        "Daniel Okafor, “A Bus for Nine” (Lindenau Weekly, 10 May 2026), paragraph 2\n"
    )
    assert done.stdout.count("According to ") == 7
    assert done.stderr == "7 questions\n"


def test_json_is_an_array_with_one_object_a_question_and_nothing_else(example: Path) -> None:
    found = records(str(example))
    assert len(found) == 7
    assert all(author in one["prompt"] for one in found for author in one["authors"])


def test_letters_beyond_ascii_stay_readable_in_json(example: Path) -> None:
    assert "“a promise" in listed(str(example), "--json").stdout


def test_filters_narrow_the_list(example: Path) -> None:
    found = records(str(example), "--topic", "money", "--author", "Okafor", "--kind", "fact")
    assert found == []
    found = records(str(example), "--kind", "fact", "--kind", "quote", "--author", "ellery")
    assert [one["id"] for one in found] == [
        "ellery-founding.year",
        "ellery-founding.route",
        "ellery-mayor-quote.what",
    ]


@pytest.mark.parametrize("option", ["topic", "author", "kind"])
def test_a_filter_that_fits_nothing_is_told_with_what_there_is(example: Path, option: str) -> None:
    done = listed(str(example), f"--{option}", "xyz", "--json")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert f"--{option}: error unknown: there is no {option} 'xyz'" in done.stderr
    assert "There are: " in done.stderr


def test_without_a_bank_the_shipped_one_is_listed() -> None:
    found = records()
    assert len(found) >= 120
    assert all(author in one["prompt"] for one in found for author in one["authors"])


def test_a_broken_bank_is_told_with_place_and_caret(example: Path) -> None:
    (example / "okafor.yaml").write_text("source: [\n", "utf-8")
    done = listed(str(example), "--json")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert f"{example}/okafor.yaml:" in done.stderr
    assert "^" in done.stderr
