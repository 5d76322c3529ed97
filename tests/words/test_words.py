from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from quizgen.words import words

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 24)


def test_english_needs_no_catalogue_and_says_what_the_code_says() -> None:
    say = words("en")
    assert say.language == "en"
    assert say.gettext("Form %(form)s", form="A") == "Form A"
    assert say.gettext("50%% of it") == "50% of it"
    assert say.ngettext("%(num)s page", "%(num)s pages", 1) == "1 page"
    assert say.ngettext("%(num)s page", "%(num)s pages", 1200) == "1,200 pages"


@pytest.mark.parametrize("language", ["en-GB", "de", "tlh", "pt-BR"])
def test_a_language_without_a_catalogue_has_english_sentences_and_english_dates(
    language: str,
) -> None:
    assert words(language).language == "en"
    assert words(language).date(DAY, "d MMMM y") == "24 November 2026"


def test_a_value_is_never_read_as_a_place_for_another() -> None:
    assert words("en").gettext("Form %(form)s", form="%(x)s 5%") == "Form %(x)s 5%"


def test_a_catalogue_says_sentences_dates_and_numbers_in_its_language(marked: str) -> None:
    say = words(marked)
    assert say.gettext("Form %(form)s", form="A") == "«Form A»"
    assert (
        say.ngettext(
            "Form %(form)s, %(num)s question:", "Form %(form)s, %(num)s questions:", 2, form="A"
        )
        == "«Form A, 2 questions:»"
    )
    assert "novembro" in say.date(DAY, "d MMMM y").lower()
    assert say.number(1234.5, 1) == "1\xa0234,5"
    assert words(f"{marked}-XX").language == marked


def test_a_sentence_that_is_not_translated_yet_stays_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizgen.words.CATALOGUES", tmp_path)
    words.cache_clear()
    (tmp_path / "de.po").write_text('msgid "Form"\nmsgstr ""\n\nmsgid "Name"\nmsgstr "Vorname"\n')
    assert words("de-CH").gettext("Form") == "Form"
    assert words("de-CH").gettext("Name") == "Vorname"
    words.cache_clear()


def test_neither_help_nor_an_english_paper_loads_babel() -> None:
    program = """
import sys
from quizgen.cli import main
from quizgen.words import words
words("en").gettext("Form %(form)s", form="A")
words("en").ngettext("%(num)s page", "%(num)s pages", 3)
try:
    main(["quiz", "--help"])
except SystemExit:
    pass
assert not any(name.split(".")[0] == "babel" for name in sys.modules), "babel is loaded"
"""
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, timeout=60)
