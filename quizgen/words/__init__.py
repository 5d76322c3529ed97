"""Every sentence that a reader of a page, a card or a print can meet, in the reader's language.

The English sentence is its own name: code says ``_("Form %(form)s", form="A")``, and a catalogue
``<language>.po`` beside this module says it otherwise. ``en.po`` holds all sentences there are;
``make words`` writes them into each catalogue, and a test fails for one that is missing. What
the command line and ``check`` tell whoever makes a bank is not in it.

Babel reads catalogues of other languages and writes dates and numbers. It is imported when one
of these is asked for: a command that shows no page never loads it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from importlib.resources.abc import Traversable

SOURCE = "en"
"""The language that the sentences in the code are written in."""
CATALOGUES = files(__package__)

_SAID = re.compile("<say>(.*?)</say>")


class Words:
    """The sentences of one language, its dates and its numbers."""

    def __init__(self, language: str, catalogue: NullTranslations) -> None:
        self.language = language
        """Of the sentences: English where there is no catalogue of the language asked for."""
        self._catalogue = catalogue

    def gettext(self, message: str, /, **values: object) -> str:
        """A sentence.

        Args:
            message: in English, with ``%(name)s`` for each value and ``%%`` for a per cent sign.
            values: what stands for the names.
        """
        return self._catalogue.gettext(message) % values

    def ngettext(self, one: str, many: str, num: int, /, **values: object) -> str:
        """A sentence about a number of things, which it may write as ``%(num)s``.

        Args:
            one: the English sentence for a single thing.
            many: for any other number.
            num: how many there are.
            values: what stands for the other names.
        """
        return self._catalogue.ngettext(one, many, num) % {"num": self.number(num), **values}

    def in_html(self, text: str) -> str:
        """HTML whose ``<say>`` elements, each a sentence, are said in this language.

        What such a sentence stands in has ``lang=say``, which becomes the language.
        """
        text = _SAID.sub(lambda found: escape(self.gettext(found[1]), quote=False), text)
        return text.replace("lang=say", f'lang="{self.language}"')

    def number(self, number: float, digits: int | None = None) -> str:
        """A number, with ``digits`` after the point if that is given."""
        if isinstance(number, int) and 0 <= number < 1000:
            return str(number)
        return _number(self.language, number, digits)

    def date(self, day: date, pattern: str) -> str:
        """A date.

        Args:
            day: which.
            pattern: what of it is shown, as Unicode writes it: ``EEEE`` is the day of the week,
                ``y`` the year. It is a sentence of the catalogue, so that each language puts
                the parts into its own order.
        """
        return _date(self.language, day, self.gettext(pattern))


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools know
    """Mark a sentence for the catalogue that is looked up later, by whoever shows it."""
    return message


@cache
def words(language: str) -> Words:
    """The words of a bank's language; English ones where there is no catalogue for it.

    Args:
        language: as ``bank.yaml`` has it: ``de``, or ``de-CH``, for which ``de`` will do.
    """
    for name in (language, language.split("-")[0]):
        if name == SOURCE:
            break
        catalogue = CATALOGUES / f"{name}.po"
        if catalogue.is_file():
            return Words(name, read(catalogue))
    return Words(SOURCE, NullTranslations())


def read(catalogue: Traversable) -> NullTranslations:
    """The sentences of a catalogue; one that is not translated yet stays English."""
    from io import BytesIO

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with catalogue.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return GNUTranslations(compiled)


@lru_cache(1000)
def _number(language: str, number: float, digits: int | None) -> str:
    from babel.numbers import format_decimal

    pattern = None if digits is None else "#,##0." + "0" * digits
    return format_decimal(number, pattern, locale=_locale(language))


@lru_cache(1000)
def _date(language: str, day: date, pattern: str) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale=_locale(language))


def _locale(language: str) -> str:
    return language.replace("-", "_")
