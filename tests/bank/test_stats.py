"""The balance of a small bank, counted by hand."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from quizgen.bank.load import load_bank
from quizgen.bank.stats import Count, Stats
from tests.bank.lint.build import write_two_authors

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_two_authors(tmp_path)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def stats(folder: Path) -> Stats:
    return Stats.of(load_bank(folder))


def test_claims_and_questions_are_counted(stats: Stats) -> None:
    assert (stats.claims, stats.questions) == (6, 7)


def test_a_comparison_counts_for_each_of_its_authors(stats: Stats) -> None:
    assert stats.authors == {"Clara Voss": Count(4, 5), "Ben Orr": Count(3, 3)}
    assert stats.comparisons == 1


def test_a_claim_counts_for_each_of_its_topics(stats: Stats) -> None:
    assert stats.topics == {"town": Count(4, 5), "money": Count(3, 3)}


def test_kinds_difficulties_and_skills_name_what_is_missing_too(stats: Stats) -> None:
    assert stats.kinds == {"fact": Count(2, 3), "quote": Count(1, 1), "interpretation": Count(3, 3)}
    assert stats.difficulties == {"1": 1, "2": 5, "3": 1}
    assert stats.skills == {
        "recall": 6,
        "sourcing": 0,
        "evidence": 0,
        "corroboration": 1,
        "reasoning": 0,
    }


def test_modes_are_counted_as_the_generator_offers_them(stats: Stats) -> None:
    assert stats.modes == {"choice": 7, "typed": 6, "recall": 7, "cloze": 5, "who": 5}


def test_keys_that_stand_out_by_length_are_counted(stats: Stats) -> None:
    assert (stats.choice_questions, stats.key_longest, stats.key_shortest) == (7, 1, 0)
    assert stats.key_longest_share == 0.143


def test_a_key_as_long_as_a_distractor_does_not_stand_out(folder: Path) -> None:
    assert Stats.of(load_bank(folder)).key_shortest == 0
    edit(folder / "orr.yaml", "a fjord", "a gondola")
    assert Stats.of(load_bank(folder)).key_shortest == 1


def test_notes_and_claims_without_questions_are_counted(stats: Stats, folder: Path) -> None:
    assert (stats.context_notes, stats.content_notes) == (1, 0)
    assert stats.claims_without_questions == ()
    file = folder / "orr.yaml"
    text = file.read_text("utf-8").split("    questions:\n      instead")[0]
    file.write_text(text + "    content_note: a loud ferry\n", "utf-8")
    fewer = Stats.of(load_bank(folder))
    assert fewer.claims_without_questions == ("orr-ferry",)
    assert fewer.content_notes == 1


def test_what_teaches_is_counted(stats: Stats, folder: Path) -> None:
    assert stats.central == Count(0, 0)
    assert (stats.beyond_recall, stats.distractors) == (1, 21)
    assert (stats.distractors_with_reasons, stats.rationales_that_add) == (14, 7)
    edit(folder / "voss.yaml", "  - id: voss-built\n", "  - id: voss-built\n    weight: central\n")
    edit(folder / "voss.yaml", "{text: 1907, why: The mill is older.}", "1907")
    edit(folder / "voss.yaml", "Voss dates it to a spring before the war", "Voss says 1911")
    other = Stats.of(load_bank(folder))
    assert other.central == Count(1, 2)
    assert (other.distractors_with_reasons, other.rationales_that_add) == (13, 6)


def test_claims_are_counted_by_paragraph_and_once_for_each(stats: Stats) -> None:
    assert stats.paragraphs == {"voss": {1: 1, 2: 3}, "orr": {1: 3}}


def test_a_bank_without_choice_questions_has_no_share(folder: Path) -> None:
    for name in ("voss", "orr", "compare"):
        file = folder / f"{name}.yaml"
        text = re.sub(
            r"        wrong:.*?\n(?=        why:)", "", file.read_text("utf-8"), flags=re.S
        )
        file.write_text(text.replace("choice, ", ""), "utf-8")
    stats = Stats.of(load_bank(folder))
    assert (stats.choice_questions, stats.key_longest_share) == (0, 0.0)


def test_the_record_holds_every_count_as_json(stats: Stats) -> None:
    record = json.loads(json.dumps(stats.as_record()))
    assert record["authors"]["Clara Voss"] == {"claims": 4, "questions": 5}
    assert record["key_longest_share"] == 0.143
    assert record["paragraphs"]["voss"] == {"1": 1, "2": 3}
    assert {"topics", "kinds", "difficulties", "skills", "modes"} <= set(record)
    assert {"context_notes", "claims_without_questions"} <= set(record)
