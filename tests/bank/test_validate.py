from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quizgen.bank.document import Document
from quizgen.bank.validate import claims_file, shape
from quizgen.bank.yaml_schema import BankFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgen.errors import Problem

KIND = "    kind: fact               # fact, quote or interpretation\n"
RIDERS = "evidence: {paragraph: 1, quote: nine riders on an average night}"
YEARS = "wrong: [2001, {text: 2014, why: It ran already.}, {text: 2019, why: It ran for years.}]"
ALL_CLAIM_KEYS = (
    "id, kind, text, speaker, sources, rests_on, evidence, topics, weight, pattern, also, context, "
    "reference, content_note, questions, allow"
)


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "at", "message", "advice"),
    [
        ("ellery.yaml", "  author: Martha Ellery\n", "", "missing-key", "source:",
         "the key 'author' of 'source' is missing", "author: ..."),
        ("ellery.yaml", KIND, "", "missing-key", "id: ellery-founding",
         "the key 'kind' is missing", "kind: ..."),
        ("ellery.yaml", KIND, "    king: fact\n", "unknown-key", "king: fact",
         "unknown key 'king'", "did you mean kind?"),
        ("ellery.yaml", KIND, f"{KIND}    xyz: fact\n", "unknown-key", "xyz: fact",
         "unknown key 'xyz'", f"the keys here are {ALL_CLAIM_KEYS}"),
        ("okafor.yaml", RIDERS, RIDERS.replace("paragraph", "paragraf"), "unknown-key",
         "paragraf: 1, quote: ni",
         "unknown key 'paragraf'", "did you mean paragraph?"),
        ("okafor.yaml", RIDERS, RIDERS.replace("nine riders", "nine, ten riders"),
         "unknown-key", "ten riders on an avera", "unknown key 'ten riders on an average night'",
         "double quotes"),
        ("ellery.yaml", "source:\n", "sourse:\n", "unknown-key", "sourse:",
         "unknown key 'sourse'", "did you mean source?"),
        ("ellery.yaml", "  licence: made", "  license: made", "unknown-key",
         "license: made up for t",
         "unknown key 'license'", "did you mean licence?"),
        ("bank.yaml", "  language: en", "  languages: en", "unknown-key", "languages: en",
         "unknown key 'languages'", "did you mean language?"),
        ("ellery.yaml", KIND, "    kind: opinion\n", "value", "opinion",
         "the value of 'kind' is 'opinion'", "write one of 'fact', 'quote' or 'interpretation'"),
        ("ellery.yaml", KIND, "    kind: [fact]\n", "value", "[fact]",
         "the value of 'kind' is a list", "write one of"),
        ("ellery.yaml", KIND, f"    kind: {'x' * 999}\n", "value", "xxxxxxxxxxxxxxxxxxxxxx",
         f"the value of 'kind' is '{'x' * 59}…'", "write one of"),
        ("ellery.yaml", KIND, "    kind:\n", "value", "",
         "the value of 'kind' is empty", "write a value"),
        ("ellery.yaml", "  author: Martha Ellery", "  author: '  '", "value", "'  '",
         "the value of 'author' is empty", "write a value"),
        ("ellery.yaml", "  author: Martha Ellery", "  author: [Martha, Ellery]", "value",
         "[Martha, Ellery]",
         "the value of 'author' must be a text", "a single text"),
        ("okafor.yaml", RIDERS, "evidence: nine riders", "value", "nine riders",
         "the value of 'evidence' must be a list", "{paragraph: 3, quote: some words of it}"),
        ("okafor.yaml", RIDERS, "evidence: []", "value", "[]",
         "the value of 'evidence' is an empty list", "at least one item"),
        ("okafor.yaml", RIDERS, RIDERS.replace("1", "one"), "value", "one, quote: nine rider",
         "the value of 'paragraph' is 'one'", "a whole number from 1, in figures"),
        ("okafor.yaml", RIDERS, RIDERS.replace("1", "0"), "value", "0, quote: nine riders",
         "the value of 'paragraph' is '0'", "a whole number from 1, in figures"),
        ("okafor.yaml", RIDERS, RIDERS.replace("1", "1_0"), "value", "1_0, quote: nine rider",
         "the value of 'paragraph' is '1_0'", "a whole number from 1, in figures"),
        ("ellery.yaml", "id: ellery-thesis", "id: Ellery_Thesis", "value", "Ellery_Thesis",
         "the value of 'id' is 'Ellery_Thesis'", "small letters, figures and single hyphens"),
        ("ellery.yaml", "      whom:\n", "      Whom?:\n", "name", "Whom?:",
         "'Whom?' cannot be a name", "small letters, figures and single hyphens"),
        ("ellery.yaml", "    topics: [service, money]", "    topics: money", "value", "money",
         "the value of 'topics' must be a list", "[one, two]"),
        ("ellery.yaml", "    topics: [service, money]", "    topics: [service, {a: b}]", "value",
         "{a: b}]", "this item must be a text", "a single text"),
        ("ellery.yaml", YEARS, "wrong: [2001, '']", "value", "'']",
         "this item is empty", "write a value"),
        ("ellery.yaml", YEARS, "wrong: [a, b, c, d, e, f, g, h, i]", "value",
         "[a, b, c, d, e, f, g,", "the value of 'wrong' is too long", "at most 8 items"),
        ("ellery.yaml", "{text: the town hall, why: Ell", "{text: the town hall, wy: Ell",
         "unknown-key", "wy: Ellery names the t", "unknown key 'wy'", "did you mean why?"),
        ("ellery.yaml", "  title: Keep the Last Bus", f"  title: {'x' * 2001}", "value",
         "xxxxxxxxxxxxxxxxxxxxxx",
         "the value of 'title' is too long", "at most 2000 characters"),
        ("bank.yaml", "  language: en", "  language: English", "value", "English",
         "the value of 'language' is 'English'", "as in en, de or pt-BR"),
        ("bank.yaml", "  language: en", "  patterns: {attribute: 'So sagt {authors}'}", "value",
         "'So sagt {authors}'}", "the value of 'attribute' lacks a part in braces",
         "keep {authors} and {stem} as they are"),
        ("bank.yaml", "  language: en", "  patterns: {who: 'Wer?'}", "value", "'Wer?'}",
         "the value of 'who' lacks a part in braces", "keep {stem} as they are"),
        ("bank.yaml", "  language: en", "  patterns: []", "value", "[]",
         "the value of 'patterns' must be a mapping", "key: value"),
    ],
)  # fmt: skip
def test_a_wrong_shape_is_told_with_place_and_advice(
    changed: Callable[[str, str, str], tuple[Problem, ...]],
    name: str,
    old: str,
    new: str,
    code: str,
    at: str,
    message: str,
    advice: str,
) -> None:
    problem = next(problem for problem in changed(name, old, new) if problem.code == code)
    assert message == problem.message
    assert advice in problem.advice
    assert problem.source_line[problem.column - 1 :][:22].rstrip() == at


@pytest.mark.parametrize("name", ["topics", "source", "claims", "evidence", "bank"])
def test_a_question_may_be_called_like_a_key(name: str) -> None:
    """And what is wrong in it is still told with the keys of a question."""
    text = f"claims:\n- questions:\n    {name}: {{asks: x}}\n"
    _, problems = claims_file(Document("n.yaml", text))
    (problem,) = [problem for problem in problems if problem.code == "unknown-key"]
    assert problem.advice == "did you mean ask?"


@pytest.mark.parametrize(
    "text", ["[]", "{}", "''", "", "- a\n- b\n", "text", "source: []", "claims: {a: b}", "source:"]
)
def test_no_shape_of_a_file_breaks_the_validation(text: str) -> None:
    document = Document("n.yaml", text)
    _, problems = claims_file(document)
    assert problems
    assert shape(document, BankFile)[1]
    assert all(problem.message and problem.advice for problem in problems)


def test_a_list_where_a_file_has_keys_is_told() -> None:
    _, (problem,) = claims_file(Document("n.yaml", "- id: a\n- id: b\n"))
    assert (problem.line, problem.column) == (1, 1)
    assert problem.message == "the whole file must be a mapping"


def test_one_broken_claim_does_not_hide_the_sound_ones(example_text: str) -> None:
    file, problems = claims_file(
        Document("n.yaml", example_text.replace("kind: quote ", "kind: joke "))
    )
    assert len(problems) == 1
    assert [claim.id for _, claim in file.claims] == ["ellery-founding", "ellery-thesis"]
    assert file.source is not None


@pytest.fixture
def example_text() -> str:
    from importlib.resources import files

    return (files("quizgen.bank") / "example" / "ellery.yaml").read_text("utf-8")
