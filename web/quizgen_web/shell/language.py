"""The language of the current request, and the words of pages in it.

Templates say ``{{ _("Search") }}`` or ``{% trans %}``; what stands between is HTML, and values are
escaped. Python says ``say().gettext(...)``, or marks a sentence with ``N_`` that a template says.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from flask import current_app, has_request_context, request
from jinja2.ext import Extension
from markupsafe import Markup

from quizgen.words import N_, SOURCE, Words, words
from quizgen_web.shell.site import shown

if TYPE_CHECKING:
    from datetime import date

    from flask import Flask
    from jinja2 import Environment

DAY = N_("EEEE d MMMM")
"""How a day is written: a pattern of Unicode, which each language orders as it likes."""


TEMPLATES = "quizgen.templates"
"""Where an application holds its templates by their language."""

_SENTENCE = re.compile(r"""\{\{ _\((?:"([^"]*)"|'([^']*)')\) \}\}""")

WORDS = "quizgen.words"
"""Where a request's environment holds its words once they were asked for."""


def init_app(app: Flask) -> None:
    """Let templates say words, days and numbers."""
    app.extensions[TEMPLATES] = {}
    environment = app.jinja_env
    environment.add_extension("jinja2.ext.i18n")
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.globals.update(
        {"_": _gettext, "gettext": _gettext, "ngettext": _ngettext, "language": language}
    )
    environment.filters |= {"day": day, "number": number}


class Said(Extension):
    """Says the sentences of a template that hold no value when it is compiled, not at each page."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source of a template with such sentences in the environment's language."""
        here = cast("Words", self.environment.globals["words"])
        return _SENTENCE.sub(lambda found: here.sentence(found[1] or found[2]), source)


def templates() -> Environment:
    """The templates in the language of the current request."""
    made: dict[Words, Environment] = current_app.extensions[TEMPLATES]
    here = say()
    if here not in made:
        # The templates of each language are compiled apart, from the same files.
        made[here] = current_app.jinja_env.overlay(extensions=[Said])
        made[here].globals = {"words": here}  # the others come with each page, which is quicker
    return made[here]


def language() -> str:
    """The language of the words: that of the bank, or of all banks where they have one."""
    return say().language


def say() -> Words:
    """The words of the current request; English ones outside of any."""
    if not has_request_context():
        return words(SOURCE)
    environ = request.environ
    if WORDS not in environ:  # a page asks ten times and more
        languages = {site.bank.language for site in shown()}
        environ[WORDS] = words(languages.pop() if len(languages) == 1 else SOURCE)
    found: Words = environ[WORDS]
    return found


def day(date: date) -> str:
    """A date as a reader sees it, such as Tuesday 24 November."""
    return say().date(date, DAY)


def number(value: float, digits: int | None = None) -> str:
    """A number as a reader sees it."""
    return say().number(value, digits)


def _gettext(message: str, /, **values: object) -> Markup:
    if not values:
        return _said(say(), message)
    return Markup(say().sentence(message)) % values


def _ngettext(one: str, many: str, num: int, /, **values: object) -> Markup:
    here = say()
    return Markup(here.sentences(one, many, num)) % {"num": here.number(num), **values}


@lru_cache(4000)
def _said(here: Words, message: str) -> Markup:
    return Markup(here.gettext(message))
