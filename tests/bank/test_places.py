from __future__ import annotations

import pytest

from quizgen.bank.file_entries import AS_CLAIM, AS_DRAFT, DraftEntry, SourceFile
from quizgen.bank.json_schema import json_schema
from quizgen.bank.places import ADVICE, IN_KEY, advice_at, keys_at
from quizgen.bank.yaml_schema import (
    AS_MAPPING,
    BankFile,
    ClaimEntry,
    DistractorEntry,
    Entry,
    EvidenceEntry,
    PatternsEntry,
    QuestionEntry,
)

QUESTION = ("claims", 3, "questions", "route")


@pytest.mark.parametrize(
    ("file", "location", "entry"),
    [
        (SourceFile, (), SourceFile),
        (SourceFile, ("claims", 0, AS_CLAIM), ClaimEntry),
        (SourceFile, ("claims", 0, AS_DRAFT), DraftEntry),
        (SourceFile, ("claims", 0, "evidence", 1), EvidenceEntry),
        (SourceFile, QUESTION, QuestionEntry),
        (SourceFile, ("claims", 3, "questions", "wrong"), QuestionEntry),
        (SourceFile, (*QUESTION, "wrong", 2, AS_MAPPING), DistractorEntry),
        (BankFile, ("bank", "patterns"), PatternsEntry),
    ],
)
def test_the_keys_of_a_mapping_are_those_of_its_entry(
    file: type[Entry], location: tuple[int | str, ...], entry: type[Entry]
) -> None:
    assert keys_at(file, location) == list(entry.model_fields)


def test_an_entry_that_is_new_needs_to_be_named_nowhere() -> None:
    class Translator(Entry):
        name: str

    class Translated(Entry):
        translators: dict[str, list[Translator] | None]

    assert keys_at(Translated, ("translators", "de", 0)) == ["name"]


@pytest.mark.parametrize(
    ("file", "location", "words"),
    [
        (BankFile, ("bank", "id"), "small letters"),
        (BankFile, ("bank", "language"), "short code"),
        (SourceFile, ("claims", 0, "topics", 1), "small letters"),
        (SourceFile, ("claims", 0, "questions", "A b", IN_KEY), "small letters"),
        (SourceFile, ("source", "headings", "x", IN_KEY), "number of the heading's line"),
        (SourceFile, ("source", "uncounted", 0), "the first and the last"),
        (SourceFile, ("source", "url"), "as a browser shows it"),
    ],
)
def test_the_advice_stands_beside_the_field(
    file: type[Entry], location: tuple[int | str, ...], words: str
) -> None:
    assert words in advice_at(file, location)


def test_a_place_without_advice_has_none() -> None:
    assert advice_at(SourceFile, (*QUESTION, "ask")) == ""
    assert advice_at(SourceFile, ("nowhere", 0)) == ""
    assert keys_at(SourceFile, ("nowhere", 0)) == []


def test_an_editor_shows_the_same_advice() -> None:
    definitions = json_schema()["$defs"]
    assert "short code" in definitions["BankEntry"]["properties"]["language"][ADVICE]
    assert "small letters" in definitions["ClaimEntry"]["properties"]["topics"]["items"][ADVICE]
