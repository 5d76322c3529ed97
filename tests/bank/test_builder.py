from __future__ import annotations

import time
from contextlib import suppress
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quizgen.bank.builder import KEY, MAX_DEPTH, Builder, Places, Route

SCALARS = """
    No yes on off y ~ null NULL true 010 12:30 190:20:30 1776-07-04 2026-05-03T10:00:00Z 1_000 0x1f
    0b1 0o7 .inf .NaN 1e3 +3 3.10 1994 = <<
"""

Refused = list[tuple[str, int, int]]


def built(text: str) -> tuple[Any, Refused, Places]:
    """The text's data, what was refused (code, line, column from 1), and all places."""
    refused: Refused = []
    places: Places = {}

    def refuse(mark: Any, code: str, message: str, advice: str) -> None:
        assert message
        assert advice
        refused.append((code, mark.line + 1, mark.column + 1))

    return Builder(refuse, places).build(text), refused, places


def place(text: str, *route: str | int) -> tuple[int, int]:
    mark = built(text)[2][route]
    return mark.line + 1, mark.column + 1


@pytest.mark.parametrize(
    "scalar",
    SCALARS.split(),
)
def test_every_scalar_stays_the_text_that_was_written(scalar: str) -> None:
    data, refused, _ = built(f"{scalar}: [{scalar}]\nb:\n  - {scalar}\nc: {scalar}\n")
    assert data == {scalar: [scalar], "b": [scalar], "c": scalar}
    assert refused == []


def test_a_value_that_is_left_out_is_an_empty_text() -> None:
    assert built("a:\nb: [x, '']\n")[0] == {"a": "", "b": ["x", ""]}


def test_an_empty_text_has_no_data() -> None:
    assert built("")[0] is None
    assert built("# only a comment\n")[0] is None


def test_breaks_inside_a_text_become_single_spaces() -> None:
    assert built("a: |\n  one\n  two\n")[0] == {"a": "one two"}
    assert built("a: >\n  one\n\n  two\n")[0] == {"a": "one two"}
    assert built('a: "one\\n\\ttwo"\n')[0] == {"a": "one two"}


def test_accents_are_composed() -> None:
    assert built("a: e\u0301\n")[0] == {"a": "\xe9"}


def test_quotes_around_a_text_are_no_tag() -> None:
    assert built("a: \"1994\"\nb: 'No'\n")[:2] == ({"a": "1994", "b": "No"}, [])


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: &x y\n", "anchor", 1, 4),
        ("a: y\nb: *x\n", "alias", 2, 4),
        ("a: &x {b: c}\n", "anchor", 1, 4),
        ("a: !!int 3\n", "tag", 1, 4),
        ("a: !local x\n", "tag", 1, 4),
        ("a: !!python/object/apply:os.system [ls]\n", "tag", 1, 4),
        ("a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1),
        ("a: {b: 1, b: 2}\n", "duplicate-key", 1, 11),
        ("{a: b}: c\n", "key-not-text", 1, 1),
        ("? [a]\n: b\n", "key-not-text", 1, 3),
        ("a: b\n---\nc: d\n", "two-documents", 2, 1),
        ('a: "\\0"\n', "control-character", 1, 4),
        ('a: "\\uFEFF"\n', "control-character", 1, 4),
        ("[" * 100, "too-deep", 1, MAX_DEPTH + 1),
    ],
)
def test_what_a_bank_has_no_use_for_is_refused_at_its_place(
    text: str, code: str, line: int, column: int
) -> None:
    assert (code, line, column) in built(text)[1]


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert built("<<: {a: b}\n")[0] == {"<<": {"a": "b"}}


def test_all_that_is_refused_is_told_at_once() -> None:
    _, refused, _ = built("a: &x 1\na: *x\nc: !!int 2\n")
    assert [code for code, *_ in refused] == ["anchor", "duplicate-key", "alias", "tag"]


def test_as_many_levels_as_allowed_are_built() -> None:
    data, refused, _ = built("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert refused == []
    assert str(data) == "[" * MAX_DEPTH + "]" * MAX_DEPTH


TEXT = """\
source:
  id: ng
  about: >
    folded
claims:
- id: one
  wrong: [a, {text: b}]
- - x
"""


@pytest.mark.parametrize(
    ("route", "line", "column"),
    [
        (("source",), 1, 1),
        (("source", "id"), 2, 7),
        (("source", "id", KEY), 2, 3),
        (("source", "about"), 3, 10),
        (("claims",), 6, 1),
        (("claims", KEY), 5, 1),
        (("claims", 0), 6, 3),
        (("claims", 0, "id"), 6, 7),
        (("claims", 0, "wrong"), 7, 10),
        (("claims", 0, "wrong", 0), 7, 11),
        (("claims", 0, "wrong", 1), 7, 14),
        (("claims", 0, "wrong", 1, "text"), 7, 21),
        (("claims", 0, "wrong", 1, "text", KEY), 7, 15),
        (("claims", 1, 0), 8, 5),
    ],
)
def test_keys_values_and_items_have_their_places(route: Route, line: int, column: int) -> None:
    assert place(TEXT, *route) == (line, column)


def test_columns_count_characters_and_not_bytes() -> None:
    assert place("Łódź 🚌: x\n", "Łódź 🚌") == (1, 9)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 1_000_000,
        "{a: " * 300_000,
        "- " * 300_000,
        "\n".join(" " * depth + "a:" for depth in range(1500)),
        "a: &a [x]\n" + "".join(f"{n}: &b{n} [*a, *a]\n" for n in range(3000)),
        "a: &a {b: c}\n" + "".join(f"{n}:\n  <<: *a\n" for n in range(3000)),
        "x" * 2_000_000,
    ],
    ids=["brackets", "braces", "dashes", "indents", "laughs", "merges", "long"],
)
def test_a_bomb_takes_less_than_a_second(text: str) -> None:
    start = time.process_time()
    built(text)
    assert time.process_time() - start < 1


WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\u2028\u2029\ufeff"),
    max_size=12,
).filter(lambda text: text == text.strip())
DATA = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=20,
)


def composed(data: Any) -> Any:
    """What a builder makes of texts: accents composed."""
    if isinstance(data, dict):
        return {composed(key): composed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [composed(item) for item in data]
    return built(yaml.dump([data], default_style='"', allow_unicode=True, width=1000))[0][0]


@given(DATA, st.booleans())
def test_what_pyyaml_writes_is_read_back(data: Any, flow: bool) -> None:
    text = yaml.dump(
        data, default_style="'", default_flow_style=flow, allow_unicode=True, sort_keys=False
    )
    read, refused, _ = built(text)
    if not any(code in {"too-deep", "duplicate-key"} for code, *_ in refused):
        assert read == composed(data)


@given(st.text(max_size=60))
def test_no_text_breaks_the_builder(text: str) -> None:
    with suppress(yaml.YAMLError):
        built(text.encode("utf-8", "replace").decode())
