"""The language of the current request, and the words of pages in it.

Templates say ``{{ _("Search") }}`` or ``{% trans %}``; what stands between is HTML, and values are
escaped. Python says ``say().gettext(...)``, or marks a sentence with ``N_`` that a template says.

There is an environment of templates for each language, so that what has no value to fill in is
written into a template once, when it is compiled, and costs a page nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from flask import current_app, has_request_context
from jinja2.ext import Extension
from markupsafe import Markup, escape

from quizgen.words import N_, SOURCE, Words, words
from quizgen_web.shell.site import here, shelf

if TYPE_CHECKING:
    from datetime import date

    from flask import Flask
    from jinja2 import Environment

DAY = N_("EEEE d MMMM")
"""How a day is written: a pattern of Unicode, which each language orders as it likes."""

_ENVIRONMENTS = "quizgen.environments"
_PLAIN = re.compile(r"""{{ _\((?:"([^"]*)"|'([^']*)')\) }}""")
"""A sentence that has nothing to fill in."""


def init_app(app: Flask) -> None:
    """Let templates say words, days and numbers."""
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.newstyle_gettext = True  # type: ignore[attr-defined]
    app.extensions[_ENVIRONMENTS] = {}


def environment() -> Environment:
    """The templates in the language of the current request."""
    made: dict[Words, Environment] = current_app.extensions[_ENVIRONMENTS]
    said = say()
    if said not in made:
        made[said] = _environment(current_app.jinja_env, said)
    return made[said]


def say() -> Words:
    """The words of the current request; English ones outside of any.

    They are those of the bank. On a page about several banks they are of the language that all
    have, or else English.
    """
    if not has_request_context():
        return words(SOURCE)
    if found := here():
        return words(found.bank.language)
    languages = {site.bank.language for site in shelf()}
    return words(languages.pop() if len(languages) == 1 else SOURCE)


class Written(Extension):
    """Write plain sentences into a template before it is compiled."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The template with its plain sentences said."""
        said: Words = self.environment.words  # type: ignore[attr-defined]

        def written(found: re.Match[str]) -> str:
            text = said.gettext(found[1] or found[2])
            return found[0] if "{" in text or '"' in text else text

        return _PLAIN.sub(written, source)


def _escaped(values: dict[str, object]) -> dict[str, object]:
    """The values as HTML; ``Markup % values`` would do the same in thrice the time."""
    return {name: escape(value) for name, value in values.items()}


def _environment(base: Environment, said: Words) -> Environment:
    """The site's templates in a language."""
    made = base.overlay()
    made.words = said  # type: ignore[attr-defined]
    made.add_extension(Written)

    def gettext(message: str, /, **values: object) -> Markup:
        return Markup(said.gettext(message, **_escaped(values)))

    def ngettext(one: str, many: str, num: int, /, **values: object) -> Markup:
        return Markup(said.ngettext(one, many, num, **_escaped(values)))

    def day(date: date) -> str:
        return said.date(date, DAY)

    own: dict[str, Any] = {"gettext": gettext, "_": gettext, "ngettext": ngettext}
    made.globals = {**base.globals, **own, "language": said.language}
    made.filters = {**base.filters, "day": day, "number": said.number}
    return made
