from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from quizgen_web import create_app
from quizgen_web.shell.settings import Settings
from quizgen_web.shell.site import Shelf, Site

from tests.web.conftest import SECRET, Learner

if TYPE_CHECKING:
    from pathlib import Path

    from quizgen_web.store import Store

    from quizgen.bank.model import Bank


def fronts(learner: Learner, path: str, folder: Path) -> list[str]:
    """The first fields of the notes that the real Anki finds in a download."""
    page = learner.get(path)
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


def test_the_whole_deck_is_imported_by_anki(learner: Learner, tmp_path: Path) -> None:
    notes = fronts(learner, "/anki/deck.apkg", tmp_path)
    assert len(notes) > 20
    assert all("Martha Ellery" in note or "Daniel Okafor" in note for note in notes)


def test_the_reader_gets_the_part_that_was_chosen(learner: Learner, tmp_path: Path) -> None:
    notes = fronts(learner, "/anki/deck.apkg?author=okafor&mode=recall&topic=money", tmp_path)
    assert len(notes) == 1
    assert all("Daniel Okafor" in note for note in notes)


def test_the_page_explains_in_four_steps_with_pictures(learner: Learner) -> None:
    page = learner.get("/anki")
    assert page.text.count("<li><img") == 4
    for number in range(1, 5):
        assert learner.get(f"/static/deck-{number}.svg").status_code == 200


@pytest.mark.parametrize("query", ["mode=shout", "topic=nowhere", "author=okafor&kind=quote"])
def test_a_choice_that_gives_no_deck_is_explained(learner: Learner, query: str) -> None:
    page = learner.get(f"/anki/deck.apkg?{query}")
    assert page.status_code == 400
    assert "There is a problem" in page.text


def test_the_same_choice_gives_the_same_bytes(learner: Learner) -> None:
    first = learner.get("/anki/deck.apkg?mode=recall").data
    assert learner.get("/anki/deck.apkg?mode=recall").data == first


def test_a_site_without_the_files_of_its_bank_offers_no_deck(bank: Bank, store: Store) -> None:
    learner = Learner(create_app(Shelf(Site.of(bank)), Settings(SECRET, ""), store))
    assert learner.get("/anki").status_code == 404
    assert "/anki" not in learner.get("/").text
