from __future__ import annotations

import json
from typing import TYPE_CHECKING

from quizgen.bank.listing import as_record
from quizgen.bank.load import load_bank

if TYPE_CHECKING:
    from pathlib import Path

PROMISED = (
    "id, claim, text, kind, authors, speaker, topics, difficulty, prompt, answer, accept, wrong, "
    "why, attribution, citation, evidence, content_note, modes"
)


def test_a_record_holds_all_that_is_promised_as_plain_json(example: Path) -> None:
    for question in load_bank(example).questions:
        record = as_record(question)
        assert set(PROMISED.split(", ")) <= set(record)
        assert json.loads(json.dumps(record)) == record
        assert set(record["evidence"]) == {
            *("source", "heading", "paragraph", "quote", "url"),
        }


def test_a_record_says_what_the_bank_says(example: Path) -> None:
    record = as_record(load_bank(example).by_id["ellery-founding.year"])
    assert record["id"] == "ellery-founding.year"
    assert record["claim"] == "ellery-founding"
    assert record["text"] == (
        "the night bus has run since 2011 between the station and the hospital"
    )
    assert record["authors"] == ["Martha Ellery"]
    assert record["speaker"] is None
    assert record["prompt"] == "According to Martha Ellery, since which year has the night bus run?"
    assert record["answer"] == "2011"
    assert record["wrong"] == ["2001", "2014", "2019"]
    assert record["evidence"] == {
        "source": "ellery",
        "heading": None,
        "paragraph": 1,
        "quote": "running since 2011",
        "url": None,
    }
    assert [piece["paragraph"] for piece in record["further_evidence"]] == [1]


def test_evidence_has_its_heading_and_the_address_of_the_very_words(example: Path) -> None:
    path = example / "ellery.yaml"
    lines = "  url: https://example.org/bus\n  headings: {2: The promise}\n  licence: "
    path.write_text(path.read_text("utf-8").replace("  licence: ", lines, 1), "utf-8")
    record = as_record(load_bank(example).by_id["ellery-thesis.whom"])
    assert record["evidence"]["heading"] == "The promise"
    assert record["evidence"]["url"].startswith("https://example.org/bus#:~:text=")


def test_distractors_with_reasons_are_listed_as_texts(example: Path) -> None:
    record = as_record(load_bank(example).by_id["ellery-founding.route"])
    assert record["wrong"] == ["the university", "the town hall", "the library"]


def test_a_comparison_lists_the_evidence_of_each_essay(example: Path) -> None:
    record = as_record(load_bank(example).by_id["both-service.agree"])
    assert record["authors"] == ["Martha Ellery", "Daniel Okafor"]
    assert record["evidence"]["source"] == "ellery"
    assert [piece["source"] for piece in record["further_evidence"]] == ["okafor"]


def test_no_record_is_without_its_authors_and_their_place(example: Path) -> None:
    for question in load_bank(example).questions:
        record = as_record(question)
        assert record["authors"]
        assert all(author in record["prompt"] for author in record["authors"])
        assert all(author in record["attribution"] for author in record["authors"])
        assert "paragraph" in record["citation"]
