from __future__ import annotations

import pytest

from quizgen.bank.citation import citations
from quizgen.bank.count import Count
from quizgen.bank.patterns import ENGLISH, PARTS, Patterns
from quizgen.bank.source import Evidence, Source

URL = "https://example.org/a"
COUNT = Count.of(["1"], {"4": "The {place} of ships", "8": "Razing; or not"})
ESSAY = Source(
    "ng",
    "Jo Ng",
    "Peace; War",
    "The Press",
    "2025",
    "essay",
    "CC0",
    url=URL,
    count=COUNT,
    short="Ng",
)
OTHER = Source("mott", "Chris Mott", "Gargoyle", "Peace & Co", "2024", "essay", "CC0", short="Mott")


def piece(paragraph: int, quote: str = "some few words", source: Source = ESSAY) -> Evidence:
    return Evidence(source, paragraph, quote)


def text(*pieces: Evidence, patterns: Patterns = ENGLISH) -> list[str]:
    return [cited.text for cited in citations(pieces, patterns)]


def test_before_the_first_heading_a_paragraph_stands_alone() -> None:
    assert text(piece(2)) == ["Jo Ng, “Peace; War” (The Press, 2025), paragraph 2"]


def test_behind_it_the_heading_is_named() -> None:
    (cited,) = citations([piece(6)], ENGLISH)
    assert cited.place == "under “Razing; or not”, paragraph 6"


def test_a_heading_with_braces_stands_as_it_is() -> None:
    (cited,) = citations([piece(3)], ENGLISH)
    assert cited.place == "under “The {place} of ships”, paragraph 3"


def test_an_essay_is_cited_once_with_all_its_places_in_order() -> None:
    found = text(piece(7), piece(2), piece(6), piece(7, "other words here"))
    places = "paragraph 2; under “Razing; or not”, paragraphs 6 and 7"
    assert found == [f"Jo Ng, “Peace; War” (The Press, 2025), {places}"]


def test_each_essay_has_a_citation_of_its_own() -> None:
    found = citations([piece(2), piece(3, source=OTHER)], ENGLISH)
    assert [cited.source.id for cited in found] == ["ng", "mott"]
    assert [cited.short for cited in found] == ["Ng ¶2", "Mott ¶3"]


def test_the_address_holds_the_phrases_of_the_essay_and_is_empty_without_one() -> None:
    first, second = citations([piece(2, "a b c"), piece(3, source=OTHER), piece(6, "d e")], ENGLISH)
    assert first.url == f"{URL}#:~:text=a%20b%20c&text=d%20e"
    assert second.url == ""


def test_each_place_has_its_own_phrases_and_address() -> None:
    (cited,) = citations([piece(6, "d e"), piece(2, "a b"), piece(6, "f g")], ENGLISH)
    first, second = cited.places
    assert (first.place, first.phrases) == ("paragraph 2", ("a b",))
    assert second.phrases == ("d e", "f g")
    assert second.url.endswith("#:~:text=d%20e&text=f%20g")


GERMAN = Patterns(
    essay="{author}: {title} ({publisher} {published})",
    citation="{essay}, {place}",
    short="{author}, Abs. {paragraph}",
    paragraph="Absatz {paragraph}",
    paragraphs="Absätze {paragraph}",
    under="unter „{heading}“, {place}",
    last=" und ",
)


def test_a_bank_in_another_language_cites_in_its_own_words() -> None:
    found = text(piece(6), piece(7), patterns=GERMAN)
    place = "unter „Razing; or not“, Absätze 6 und 7"
    assert found == [f"Jo Ng: Peace; War (The Press 2025), {place}"]
    assert citations([piece(2)], GERMAN)[0].short == "Ng, Abs. 2"


@pytest.mark.parametrize(
    ("citation", "wanted"),
    [
        ("{author}: {title}, paragraph {paragraph}", "Jo Ng: Peace; War, paragraph 2, 6"),
        ("{place} of {author}", "paragraph 2; under “Razing; or not”, paragraph 6 of Jo Ng"),
        ("{publisher} {published}, {author} {place}", "The Press 2025, Jo Ng paragraph 2"),
    ],
)
def test_a_citation_takes_its_parts_in_any_order(citation: str, wanted: str) -> None:
    (found,) = text(piece(2), piece(6), patterns=Patterns(citation=citation))
    assert found.startswith(wanted)


def test_each_english_pattern_has_only_parts_that_there_are() -> None:
    for name, parts in PARTS.items():
        pattern = getattr(ENGLISH, name)
        for part in parts:
            pattern = pattern.replace(f"{{{part}}}", "")
        assert "{" not in pattern, name
