from __future__ import annotations

import pytest
from quizgen_web.library.search import Index, mark
from quizgen_web.shell.site import Site

from quizgen.bank.load import default_bank, load


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.of(Site.of(load(default_bank()).bank))


def test_hits_are_marked_whole_and_the_rest_is_escaped() -> None:
    assert mark("NATO’s <b> Öl", ["nato", "ol"]) == (
        "<mark>NATO’s</mark> &lt;b&gt; <mark>Öl</mark>"
    )
    assert mark("nothing here", ["zebra"]) == "nothing here"


def test_a_slip_is_forgiven_and_told(index: Index) -> None:
    found = index.find("Yugoslvia")
    assert found.claims
    assert list(found.instead) == ["yugoslvia"]
    assert found.claims == index.find("yugoslavia").claims


def test_a_figure_or_a_short_word_is_never_taken_for_another(index: Index) -> None:
    assert index.find("19994").nothing
    assert index.find("zzz").nothing


def test_questions_and_speakers_are_found(index: Index) -> None:
    name = next(iter(index.speakers))
    found = index.find(name)
    assert name in dict(found.speakers)
    assert index.find("nato").questions


def test_nothing_is_found_for_nothing(index: Index) -> None:
    for query in ("", "  ", "!!!"):
        assert index.find(query).nothing
