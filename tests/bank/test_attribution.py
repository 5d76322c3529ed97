from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup, escape

import quizgen.bank.attribution
from quizgen.bank.attribution import Attribution, Prompt, Stem, Stretch, bare
from quizgen.bank.load import load_bank
from quizgen.bank.patterns import Patterns
from quizgen.bank.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HOUSE = Path(__file__).parents[2]
SECRET = "in which year did it begin?"


def source(author: str) -> Source:
    return Source("id", author, "Title", "Publisher", "2025", "essay", "CC0")


def attribution(*authors: str, speaker: str = "", patterns: Patterns | None = None) -> Attribution:
    return Attribution(tuple(map(source, authors)), patterns or Patterns(), speaker)


SHOWN: dict[str, Callable[[Stem], object]] = {
    "str": str,
    "format": format,
    "f-string": lambda stem: f"{stem}",
    "f-string, padded": lambda stem: f"{stem:>40}",
    "str.format": "{}".format,
    "percent": lambda stem: "%s" % stem,  # noqa: UP031
    "join": lambda stem: "".join([stem]),  # type: ignore[list-item]
    "concatenation": lambda stem: "" + stem,  # type: ignore[operator]
    "print": print,
    "bytes": lambda stem: bytes(stem),  # type: ignore[call-overload]
    "json": json.dumps,
    "regular expression": lambda stem: re.search("year", stem),  # type: ignore[call-overload]
    "Markup": Markup,
    "escape": escape,
    "Markup.format": Markup("<p>{}</p>").format,
    "Jinja2, escaping": Environment(autoescape=True).from_string("{{ it }}").render,
    "Jinja2, plain": Environment(autoescape=False).from_string("{{ it }}").render,
    "Jinja2, safe": Environment(autoescape=True).from_string("{{ it|safe }}").render,
    "Jinja2, upper": Environment(autoescape=True).from_string("{{ it|upper }}").render,
    "Jinja2, list": Environment(autoescape=True).from_string("{{ [it]|join }}").render,
}


@pytest.mark.parametrize("show", [pytest.param(show, id=name) for name, show in SHOWN.items()])
def test_a_stem_cannot_be_shown(show: Callable[..., object]) -> None:
    with pytest.raises(TypeError):
        show(it=Stem(SECRET)) if getattr(show, "__name__", "") == "render" else show(Stem(SECRET))


def test_a_stem_is_not_told_by_its_repr_or_that_of_what_holds_it() -> None:
    assert SECRET not in repr(Stem(SECRET)) + f"{Stem(SECRET)!r}" + str([Stem(SECRET)])


def test_stems_are_equal_where_their_words_are() -> None:
    assert Stem("a [[b]]") == Stem("a [[b]]")
    assert len({Stem("a"), Stem("a"), Stem("b")}) == 2
    assert Stem("a") != "a"


def test_an_attribution_without_sources_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a source"):
        Attribution((), Patterns())


@pytest.mark.parametrize(
    ("authors", "phrase"),
    [
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A", "B", "C", "D"], "A, B, C and D"),
    ],
)
def test_the_prompt_begins_with_the_authors(authors: list[str], phrase: str) -> None:
    prompt = attribution(*authors).prompt(Stem(SECRET))
    assert prompt == f"According to {phrase}, {SECRET}"
    assert type(prompt) is Prompt


def test_the_line_tells_whom_the_authors_cite() -> None:
    assert attribution("A", "B", speaker="C").line == "A and B, citing C"
    assert attribution("A").line == "A"


def test_another_language_has_its_own_patterns() -> None:
    patterns = Patterns(
        attribute="{stem} So fragt {authors}.", who="Wer sagt, dass {stem}?", last=" und "
    )
    whose = attribution("A", "B", patterns=patterns)
    assert whose.prompt(Stem("wann?")) == "wann? So fragt A und B."
    assert whose.who(Stem("es [[so]] ist")) == "Wer sagt, dass es so ist?"


def test_the_who_question_does_not_name_its_author_but_the_line_does() -> None:
    whose = attribution("Ng")
    assert "Ng" not in whose.who(Stem("the bus runs"))
    assert whose.line == "Ng"


def test_blanks_are_counted_and_their_marks_are_not_shown() -> None:
    stem = Stem("NATO in [[1994]] shot [[four]] jets")
    assert stem.blanks == ("1994", "four")
    assert bare(stem) == "NATO in 1994 shot four jets"
    assert attribution("A").stretches(stem) == [
        Stretch("According to A, "),
        Stretch("NATO in "),
        Stretch("1994", 1),
        Stretch(" shot "),
        Stretch("four", 2),
        Stretch(" jets"),
    ]


def test_braces_in_a_text_or_a_name_stay_as_they_are() -> None:
    prompt = attribution("{stem} {authors} Ng").prompt(Stem("{authors} {stem} {0} {x!r}?"))
    assert prompt == "According to {stem} {authors} Ng, {authors} {stem} {0} {x!r}?"


NAMES = st.text(min_size=1, max_size=20)
WORDS = st.text(max_size=60)
PATTERNS = st.sampled_from(
    [
        Patterns(),
        Patterns(attribute="{stem} ({authors})"),
        Patterns(attribute="« {stem} » selon {authors}.", last=" et "),
        Patterns(attribute="{authors}: {stem}", comma="; "),
    ]
)


@given(st.lists(NAMES, min_size=1, max_size=4), WORDS, PATTERNS)
def test_whatever_a_bank_says_the_prompt_names_each_author(
    authors: list[str], words: str, patterns: Patterns
) -> None:
    whose, stem = attribution(*authors, patterns=patterns), Stem(words)
    prompt = whose.prompt(stem)
    assert all(author in prompt for author in authors)
    assert bare(stem) in prompt


@given(st.lists(st.tuples(WORDS, NAMES), max_size=4), WORDS, PATTERNS)
def test_the_parts_of_a_cloze_join_to_the_prompt(
    pieces: list[tuple[str, str]], end: str, patterns: Patterns
) -> None:
    words = "".join(f"{before}[[{term}]]" for before, term in pieces) + end
    whose, stem = attribution("A", "B", patterns=patterns), Stem(words)
    parts = whose.stretches(stem)
    assert "".join(part.text for part in parts) == whose.prompt(stem)
    assert tuple(part.text for part in parts if part.blank) == stem.blanks
    assert [part.blank for part in parts if part.blank] == list(range(1, len(stem.blanks) + 1))


def test_each_prompt_of_the_example_names_its_authors(example: Path) -> None:
    bank = load_bank(example)
    assert bank.questions
    shown = [(claim.prompt, claim) for claim in bank.claims]
    shown += [(question.prompt, question.claim) for question in bank.questions]
    for prompt, claim in shown:
        assert all(source.author in prompt for source in claim.sources)


# The structure: no other module can make a prompt, or look into a stem.

INNER = {"_parts", "__words", "_Stem__words"}
MAY_TAKE_BARE_WORDS = (
    "quizgen/bank/",
    "quizgen/paper/apart.py",
    "quizgen/paper/own_words.py",
    "web/quizgen_web/teacher/wording",  # where a teacher words a stem anew
    "quizgen/anki/",
    "quizgen/export/",
)


def breaches(text: str, name: str) -> Iterator[str]:
    """The places of a module where a stem might get out without its authors."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            called = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            if called == "Prompt":
                yield f"{name}:{node.lineno} makes a Prompt"
        if isinstance(node, ast.Attribute) and node.attr in INNER:
            yield f"{name}:{node.lineno} looks into a stem"
        if isinstance(node, ast.Constant) and node.value in INNER:
            yield f"{name}:{node.lineno} names the inside of a stem"
        if isinstance(node, ast.alias) and node.name == "Prompt" and node.asname:
            yield f"{name}:{node.lineno} hides Prompt behind another name"
        if not name.startswith(MAY_TAKE_BARE_WORDS) and "bare" in (
            getattr(node, "name", ""),
            getattr(node, "attr", ""),
        ):
            yield f"{name} takes the bare words of a stem"


def test_nothing_else_makes_a_prompt_or_looks_into_a_stem() -> None:
    own = Path(quizgen.bank.attribution.__file__)
    modules = [path for top in ("quizgen", "web") for path in (HOUSE / top).rglob("*.py")]
    assert own in modules
    found = [
        breach
        for path in modules
        if path != own
        for breach in breaches(path.read_text("utf-8"), path.relative_to(HOUSE).as_posix())
    ]
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "Prompt('x')",
        "attribution.Prompt('x')",
        "stem._parts()",
        "stem._Stem__words",
        "getattr(stem, '_parts')()",
        "getattr(stem, '_Stem__words')",
        "from quizgen.bank.attribution import Prompt as P",
        "from quizgen.bank.attribution import bare",
        "attribution.bare(stem)",
    ],
)
def test_the_search_for_breaches_bites(text: str) -> None:
    assert list(breaches(text, "web/bad.py"))


def test_the_search_for_breaches_passes_what_is_allowed() -> None:
    allowed = "from quizgen.bank.attribution import Prompt\ndef show(p: Prompt) -> Prompt: ..."
    assert list(breaches(allowed, "web/good.py")) == []


def test_a_short_stem_has_its_citation_behind_it_and_cannot_be_had_without() -> None:
    ng = Attribution((source("Jonathan Ng"),), Patterns())
    made = ng.brief(Stem("In which year?"), "Ng ¶19")
    assert made == "In which year? [Ng ¶19]"
    assert isinstance(made, Prompt)
    with pytest.raises(ValueError, match="needs a citation"):
        ng.brief(Stem("In which year?"), "")


def test_what_only_the_comparison_says_is_put_in_no_authors_mouth() -> None:
    sources = tuple(
        Source(id, name, "T", "P", "2026", "essay", "CC0")
        for id, name in (("a", "Ann"), ("b", "Bo"))
    )
    stem = Stem("which of them mentions Crimea?")
    joint = Attribution(sources, Patterns()).prompt(stem)
    compared = Attribution(sources, Patterns(), "", "compare").prompt(stem)
    assert joint == "According to Ann and Bo, which of them mentions Crimea?"
    assert compared == "Comparing the essays of Ann and Bo, which of them mentions Crimea?"
