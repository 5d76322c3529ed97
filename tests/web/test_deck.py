from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from quizgen.bank.load import load
from quizgen.bank.new import write_example
from tests.web.conftest import SECRET, Learner
from web import create_app
from web.settings import Settings

if TYPE_CHECKING:
    from web.store import Store


@pytest.fixture
def reader(tmp_path: Path, store: Store) -> Learner:
    """A reader of a site that has the bank's files, and so the deck."""
    write_example(tmp_path / "bank")
    loaded = load(tmp_path / "bank")
    return Learner(create_app(loaded.bank, Settings(SECRET, ""), store, loaded))


def fronts(reader: Learner, path: str, folder: Path) -> list[str]:
    """The first fields of the notes that the real Anki finds in a download."""
    page = reader.get(path)
    assert page.status_code == 200
    assert page.headers["Content-Disposition"] == 'attachment; filename="night-bus.apkg"'
    (folder / "deck.apkg").write_bytes(page.data)
    collection = Collection(str(folder / "collection.anki2"))
    collection.import_anki_package(
        ImportAnkiPackageRequest(
            package_path=str(folder / "deck.apkg"), options=ImportAnkiPackageOptions()
        )
    )
    found = [" ".join(collection.get_note(id).values()) for id in collection.find_notes("")]
    collection.close()
    return found


def test_the_whole_deck_is_imported_by_anki(reader: Learner, tmp_path: Path) -> None:
    notes = fronts(reader, "/anki/deck.apkg", tmp_path)
    assert len(notes) > 20
    assert all("Martha Ellery" in note or "Daniel Okafor" in note for note in notes)


def test_the_reader_gets_the_part_that_was_chosen(reader: Learner, tmp_path: Path) -> None:
    notes = fronts(reader, "/anki/deck.apkg?author=okafor&mode=recall&topic=money", tmp_path)
    assert len(notes) == 1
    assert all("Daniel Okafor" in note for note in notes)


def test_the_page_explains_in_four_steps_with_pictures(reader: Learner) -> None:
    page = reader.get("/anki")
    assert page.text.count("<li><img") == 4
    for number in range(1, 5):
        assert reader.get(f"/static/deck-{number}.svg").status_code == 200


@pytest.mark.parametrize("query", ["mode=shout", "topic=nowhere", "author=okafor&kind=quote"])
def test_a_choice_that_gives_no_deck_is_explained(reader: Learner, query: str) -> None:
    page = reader.get(f"/anki/deck.apkg?{query}")
    assert page.status_code == 400
    assert "There is a problem" in page.text


def test_the_same_choice_gives_the_same_bytes(reader: Learner) -> None:
    first = reader.get("/anki/deck.apkg?mode=recall").data
    assert reader.get("/anki/deck.apkg?mode=recall").data == first


def test_its_addresses_are_described(reader: Learner) -> None:
    described = (Path(__file__).parents[2] / "docs" / "site.md").read_text("utf-8")
    for rule in reader.client.application.url_map.iter_rules():
        if rule.endpoint.startswith("deck."):
            assert f"`GET {rule.rule}`" in described


def test_a_site_without_the_files_of_its_bank_offers_no_deck(learner: Learner) -> None:
    assert learner.get("/anki").status_code == 404
    assert "/anki" not in learner.get("/").text
