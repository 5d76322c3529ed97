"""One press from each citation to the very words, and nothing of them before the answer."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html
from quizgen_web import create_app
from quizgen_web.shell.settings import Settings
from quizgen_web.shell.site import Shelf

from quizgen.bank.load import load
from quizgen.bank.new import write_example
from tests.web.conftest import SECRET, Learner

if TYPE_CHECKING:
    from pathlib import Path

    from quizgen_web.store import Store

    from quizgen.bank.load import Loaded

URL = "https://courier.example/keep?issue=7&page=2"
WORDS = f"{URL}#:~:text=running%20since%202011&text=links%20the%20station%20with%20the%20hospital"


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """The example with the address of one essay and a heading in it; the other has none."""
    folder: Path = tmp_path_factory.mktemp("known") / "bank"
    write_example(folder)
    path = folder / "ellery.yaml"
    lines = f"  url: {URL}\n  headings: {{2: The promise}}\n  licence: "
    path.write_text(path.read_text("utf-8").replace("  licence: ", lines, 1), "utf-8")
    head = folder / "bank.yaml"
    terms = "  language: en\n  licence: CC BY 4.0\n  editors: [Ida Berg, Olu Ade]\n"
    head.write_text(head.read_text("utf-8").replace("  language: en\n", terms, 1), "utf-8")
    return load(folder)


@pytest.fixture
def reader(known: Loaded, store: Store) -> Learner:
    return Learner(create_app(Shelf.of(known), Settings(SECRET, "unused"), store))


def links(reader: Learner) -> dict[str, str]:
    """The links that leave the site, each with its words."""
    tree: Any = html.fromstring(reader.page.text)
    found = tree.xpath("//a[contains(@rel, 'external')]")
    assert all(link.get("rel") == "external noreferrer" for link in found)
    return {link.get("href"): " ".join(link.text_content().split()) for link in found}


def answered(reader: Learner, known: Loaded, id: str) -> None:
    reader.get(f"/q/{id}")
    assert "#:~:" not in reader.page.text
    assert URL not in unescape(reader.page.text)
    reader.post(
        f"/q/{id}",
        given=known.bank.by_id[id].key,
        action="answer",
        submission=reader.hidden("submission"),
    )


def test_the_verdict_leads_to_the_essays_page_and_to_the_very_words(
    reader: Learner, known: Loaded
) -> None:
    answered(reader, known, "ellery-founding.year")
    assert WORDS in links(reader)
    tree: Any = html.fromstring(reader.page.text)
    essay = tree.xpath("//figure//a[@href='/sources/ellery']")
    assert [link.text_content() for link in essay] == ["Martha Ellery Keep the Last Bus"]


def test_a_place_behind_a_heading_names_it(reader: Learner, known: Loaded) -> None:
    answered(reader, known, "ellery-thesis.whom")
    assert "under “The promise”, paragraph 3" in reader.words


def test_an_essay_without_an_address_leads_nowhere_else(reader: Learner, known: Loaded) -> None:
    answered(reader, known, "okafor-riders.number")
    assert links(reader) == {}
    assert "Read it there" not in reader.words


@pytest.mark.parametrize("path", ["/sources/ellery", "/topics/service", "/search?q=night+bus"])
def test_lists_of_claims_lead_to_the_very_words(reader: Learner, path: str) -> None:
    reader.get(path)
    assert WORDS in links(reader)
    assert "paragraph 1" in reader.words


def test_the_page_of_an_essay_leads_to_it(reader: Learner) -> None:
    reader.get("/sources/ellery")
    assert URL in links(reader)
    reader.get("/sources/okafor")
    assert links(reader) == {}


def test_a_missed_question_leads_to_the_very_words(reader: Learner, known: Loaded) -> None:
    reader.start(count="5", author="ellery")
    sitting = reader.page.request.path.rsplit("/", 1)[0]
    while "/practice/" in reader.page.request.path and "score" not in reader.page.text:
        reader.answer(action="passed")
        reader.get(sitting)
    assert all(link.startswith(f"{URL}#:~:text=") for link in links(reader))
    assert links(reader)


def test_the_home_page_says_whose_words_the_questions_are(reader: Learner) -> None:
    assert "Ida Berg and Olu Ade, licence: CC BY 4.0." in reader.words


def test_the_preview_for_teachers_keeps_the_words_behind_the_answer(reader: Learner) -> None:
    reader.get("/paper/preview?n=3&seed=a&author=ellery")
    tree: Any = html.fromstring(reader.page.text)
    assert set(tree.xpath("//section[@class='frame']//a/@href")) == {URL}
    assert not tree.xpath("//div[@class='question']//a")
    assert any("#:~:text=" in link for link in tree.xpath("//details//a/@href"))
    assert "Ida Berg and Olu Ade, licence: CC BY 4.0." in reader.words
