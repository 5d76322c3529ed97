"""An author may write several sources, a source may have several authors: tried on a bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quizgen.bank.filters import Selection
from quizgen.bank.load import load_bank
from quizgen.bank.new import write_example
from quizgen.bank.stats import Stats
from quizgen.errors import QuizgenError
from quizgen.modes import ask
from quizgen.paper.blueprint import blueprint
from quizgen.paper.overview import Overview
from quizgen.paper.paper import make_quiz

if TYPE_CHECKING:
    from pathlib import Path

    from quizgen.bank.model import Bank


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_example(tmp_path / "bank")
    return tmp_path / "bank"


def with_authors(folder: Path, **lines: str) -> Bank:
    """The example with another line for the author of one file or of both."""
    for name, line in lines.items():
        path = folder / f"{name}.yaml"
        text = path.read_text("utf-8")
        old = next(old for old in text.splitlines() if old.startswith("  author: "))
        path.write_text(text.replace(old, f"  {line}"), "utf-8")
    return load_bank(folder)


def ids(bank: Bank) -> list[list[str]]:
    return [[author.id for author in source.authors] for source in bank.sources]


def test_the_id_of_an_author_of_one_source_is_the_sources(folder: Path) -> None:
    assert ids(load_bank(folder)) == [["ellery"], ["okafor"]]


ONE = {"ellery": "author: Nora Ellery", "okafor": "author: Nora Ellery"}


def test_one_name_is_one_author_in_all_sources(folder: Path) -> None:
    bank = with_authors(folder, **ONE)
    assert ids(bank) == [["ellery"], ["ellery"]]
    assert [author.name for author in bank.authors] == ["Nora Ellery"]


def test_two_sources_of_one_author_are_no_comparison_of_two(folder: Path) -> None:
    bank = with_authors(folder, **ONE)
    both = next(claim for claim in bank.claims if len(claim.sources) > 1)
    assert both.attribution.authors == "Nora Ellery"
    assert both.prompt.startswith("According to Nora Ellery, people")
    assert both.label == "The author’s interpretation"
    assert len(both.citations) == 2
    assert Stats.of(bank).comparisons == 0
    assert list(Stats.of(bank).authors) == ["Nora Ellery"]


def test_nobody_is_asked_who_says_it_where_there_is_one_author(folder: Path) -> None:
    assert not any("who" in q.modes for q in with_authors(folder, **ONE).questions)


def test_the_sources_of_one_author_are_told_apart_in_a_short_citation(folder: Path) -> None:
    bank = with_authors(folder, **ONE)
    assert bank.claims[0].short_citation.startswith("Ellery, “Keep the Last Bus” ¶")


SEVERAL = {"ellery": "authors: [Martha Ellery, Zoë de la Cruz]"}


def test_several_authors_of_a_source_are_named_together(folder: Path) -> None:
    bank = with_authors(folder, **SEVERAL)
    assert ids(bank) == [["martha-ellery", "zoe-de-la-cruz"], ["okafor"]]
    claim = bank.claims[0] if len(bank.claims[0].sources) == 1 else bank.claims[1]
    assert claim.prompt.startswith("According to Martha Ellery and Zoë de la Cruz, ")
    assert claim.citation.startswith("Martha Ellery and Zoë de la Cruz, “")
    assert claim.short_citation.startswith("Ellery/Cruz ¶")
    both = next(claim for claim in bank.claims if len(claim.sources) > 1)
    assert "Ellery, Zoë de la Cruz and " in both.prompt


def test_those_who_wrote_together_are_one_option_of_who_says_it(folder: Path) -> None:
    bank = with_authors(folder, **SEVERAL)
    question = next(q for q in bank.questions if "who" in q.modes)
    put = ask(bank, question, "who", "seed")
    assert put.key in put.options
    assert len(put.options) == 2


def test_a_view_of_several_is_the_authors(folder: Path) -> None:
    bank = with_authors(folder, **SEVERAL)
    labels = {claim.label for claim in bank.claims if claim.kind == "interpretation"}
    assert "The authors’ interpretation" in labels


@pytest.mark.parametrize("word", ["ellery", "martha-ellery", "Martha", "LA CRUZ"])
def test_a_filter_takes_ids_of_authors_and_sources_and_parts_of_names(
    word: str, folder: Path
) -> None:
    bank = with_authors(folder, **SEVERAL)
    found = Selection.of(bank, authors=[word])
    assert found.authors <= {"martha-ellery", "zoe-de-la-cruz"}
    assert {q.claim.sources[0].id for q in found.questions(bank)} == {"ellery"}


def test_a_filter_that_fits_nobody_names_all_authors(folder: Path) -> None:
    with pytest.raises(QuizgenError, match="there is no author 'kant'") as caught:
        Selection.of(with_authors(folder, **SEVERAL), authors=["kant"])
    assert caught.value.problems[0].advice.endswith("martha-ellery, zoe-de-la-cruz, okafor")


def test_an_id_that_is_given_holds_for_the_name_everywhere(folder: Path) -> None:
    bank = with_authors(
        folder, ellery="authors: [{id: nora, name: Nora Ellery}]", okafor="author: Nora Ellery"
    )
    assert ids(bank) == [["nora"], ["nora"]]


def test_a_paper_is_balanced_by_author_and_says_so(folder: Path) -> None:
    bank = with_authors(folder, **ONE)
    paper = make_quiz(bank, blueprint(bank, 3, {"author": ["Nora=3"]}), "seed").papers[0]
    (share,) = Overview.of(paper).shares
    assert (share.author.name, share.count, share.alone) == ("Nora Ellery", 3, 3)
    assert [source.id for source in share.sources] == ["ellery", "okafor"]
