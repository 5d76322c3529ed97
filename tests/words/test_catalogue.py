"""No sentence that a reader can meet stands outside of the catalogue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.words.bare import in_html, in_jinja, in_typst
from tests.words.catalogue import FOLDER, HOUSE, TEMPLATES, as_file, english, extracted, read

if TYPE_CHECKING:
    from pathlib import Path

TYPST = sorted((HOUSE / "quizgen").rglob("*.typ"))
PLACE = re.compile(r"%(?:\((\w+)\)s|%)|(%)")


def short(path: Path) -> str:
    return path.name


def test_the_english_catalogue_holds_all_sentences_and_no_other() -> None:
    kept = {message.id for message in read(FOLDER / "en.po") if message.id}
    missing = {text for text in extracted() if text not in kept}
    gone = {text for text in kept if text not in extracted()}
    assert not missing, f"run make words: {sorted(map(str, missing))[:3]}"
    assert not gone, f"run make words: {sorted(map(str, gone))[:3]}"
    assert (FOLDER / "en.po").read_bytes() == as_file(english())


def test_places_in_a_sentence_are_named_so_that_a_language_can_order_them() -> None:
    for message in extracted():
        for text in (message,) if isinstance(message, str) else message:
            assert not any(bare for _, bare in PLACE.findall(text)), text


def test_every_catalogue_has_the_places_of_the_english_sentence() -> None:
    for path in FOLDER.glob("*.po"):
        for message in read(path):
            string: Any = message.string or ()
            texts = [string] if isinstance(string, str) else [*string]
            wanted = {name for name, _ in PLACE.findall(str(message.id))}
            for text in filter(None, texts):
                assert {name for name, _ in PLACE.findall(text)} <= wanted | {"num"}, message.id


@pytest.mark.parametrize("path", TYPST, ids=short)
def test_no_word_stands_in_a_template_of_a_printed_page(path: Path) -> None:
    assert in_typst(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=short)
def test_no_word_stands_in_a_template_of_the_site(path: Path) -> None:
    assert in_jinja(path.read_text("utf-8")) == []


def test_the_templates_are_found() -> None:
    assert len(TYPST) == 4
    assert len(TEMPLATES) > 20


@pytest.mark.parametrize(
    "text",
    [
        "<p>Form {{ x }}</p>",
        '<nav aria-label="Site"></nav>',
        '<input placeholder="any {{ x }}">',
        '{{ "question" if n == 1 else "questions" }}',
        '{{ boxes("mode", "Kinds of card") }}',
        '{% for a, b in (("x", "Letter"),) %}{{ b }}{% endfor %}',
        '{% set name = "Swap question " ~ n %}{{ name }}',
        "{% if x %}<b>One-sided.</b>{% endif %}",
        "{% block title %}Search{% endblock %}",
        '{{ names | join(" and ") }}',
    ],
)
def test_the_search_for_words_in_a_template_bites(text: str) -> None:
    assert in_jinja(text)


@pytest.mark.parametrize(
    "text",
    [
        "<p>{{ _('Form %(form)s', form=x) }}</p>",
        "{% trans n=x %}<b>{{ n }}</b> page{% pluralize %}{{ n }} pages{% endtrans %}",
        "<svg viewBox=\"0 0 1 1\"><rect class='new'/></svg> · {{ x }}",
        "<p class=\"row{{ ' large' if x }}\" lang=\"{{ l }}\">{{ names | join(', ') }}</p>",
        "<style>.a { color: red }</style><script>say('hello you')</script>",
    ],
)
def test_the_search_passes_what_the_catalogue_has(text: str) -> None:
    assert in_jinja(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "#strong[Not #letter.]",
        "head([Answer sheet], data.title)",
        'blank("Name of it", 100%)',
        "grid[\n #a.b [ · Key] ]",
    ],
)
def test_the_search_for_words_in_a_printed_page_bites(text: str) -> None:
    assert in_typst(text)


def test_the_search_for_words_in_html_bites() -> None:
    assert in_html("<h2>Why</h2>{{Why}}") == ["Why"]
