from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from quizgen.anki.note_types import NoteType, fields_of
from quizgen.modes import MODES

if TYPE_CHECKING:
    from quizgen.bank.model import Bank

BACK = ["Why", "Claim", "Author", "Source", "Note", "Reference", "Content Note"]
BACK += ["Id", "Link", "Retired"]
SPARE = ["Spare 1", "Spare 2", "Spare 3", "Spare 4"]


def test_fields_and_their_ids_are_what_they_were_in_the_first_release() -> None:
    # Anki's default import refuses a note type whose fields were added, removed or moved.
    assert {mode: [field.name for field in fields_of(mode)] for mode in MODES} == {
        "choice": ["Question", "Options", "Options Explained", "Answer", *BACK, *SPARE],
        "cloze": ["Text", *BACK, *SPARE],
        "recall": ["Question", "Answer", *BACK, *SPARE],
        "typed": ["Question", "Answer", "Also Right", *BACK, *SPARE],
        "who": ["Question", "Answer", *BACK, *SPARE],
    }
    ids = {field.name: field.id for mode in MODES for field in fields_of(mode)}
    own = ["Question", "Text", "Answer", "Also Right", "Options", "Options Explained"]
    numbers = (*range(1001, 1017), *range(1101, 1105))
    assert ids == dict(zip([*own, *BACK, *SPARE], numbers, strict=True))


@pytest.mark.parametrize("mode", MODES)
def test_each_field_and_template_carries_its_id(bank: Bank, mode: str) -> None:
    json = NoteType(bank, mode, 7).to_json(9, 1)
    assert [field["id"] for field in json["flds"]] == [field.id for field in fields_of(mode)]
    assert [template["id"] for template in json["tmpls"]] == (
        [5001] if mode == "cloze" else [5001, 5002]
    )
    assert json["mod"] == 7


@pytest.mark.parametrize("mode", MODES)
def test_the_content_note_comes_first_and_the_source_after_the_answer(
    bank: Bank, mode: str
) -> None:
    card = NoteType(bank, mode, 0).templates[0]
    for side in (card["qfmt"], card["afmt"]):
        fields = re.findall("{{(?:cloze:)?([A-Z][^}]*)}}", side)
        fields = [name for name in fields if name != "Retired"]
        assert fields[:2] == ["Content Note", fields_of(mode)[0].name]
    assert not re.search("Author|Source|Answer}}|Explained|Why", card["qfmt"].split("{{type:")[0])
    for field in ("Why", "Claim", "Author", "Source", "Note", "Reference"):
        assert f"{{{{{field}}}}}" in card["afmt"]


@pytest.mark.parametrize("mode", MODES)
def test_templates_say_the_language_and_load_nothing(bank: Bank, mode: str) -> None:
    note_type = NoteType(bank, mode, 0)
    for template in note_type.templates:
        for side in (template["qfmt"], template["afmt"]):
            assert not re.search("script|http|url|src=|href|storage|onload", side)
            assert not re.search(r"<[^>]*{{", side), "a field inside a tag would need more escaping"
    assert 'lang="en" dir=auto' in note_type.templates[0]["qfmt"]
    assert not re.search("url|import|http", note_type.css)
