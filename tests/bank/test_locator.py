from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.bank.locator import address

PAGE = "https://example.org/essay"


@pytest.mark.parametrize(
    ("url", "phrases", "wanted"),
    [
        (PAGE, ["four fighter jets"], f"{PAGE}#:~:text=four%20fighter%20jets"),
        (PAGE, ["one two", "three"], f"{PAGE}#:~:text=one%20two&text=three"),
        (PAGE, ["one two", "one two"], f"{PAGE}#:~:text=one%20two"),
        (f"{PAGE}#part-2", ["one two"], f"{PAGE}#part-2:~:text=one%20two"),
        (f"{PAGE}#", ["one two"], f"{PAGE}#:~:text=one%20two"),
        (f"{PAGE}#:~:text=a", ["one two"], f"{PAGE}#:~:text=a&text=one%20two"),
        (f"{PAGE}?p=1&q=2", ["one"], f"{PAGE}?p=1&q=2#:~:text=one"),
        (PAGE, [], PAGE),
        ("", ["one two"], ""),
    ],
)
def test_an_address_leads_to_the_phrases(url: str, phrases: list[str], wanted: str) -> None:
    assert address(url, phrases) == wanted


def test_hyphens_commas_and_ampersands_are_no_marks_of_the_fragment() -> None:
    found = address(PAGE, ["US-led, “so-called” R&D — 100 % NATO’s"]).partition("text=")[2]
    assert not set("-,&“”’ —") & set(found)
    assert found.startswith("US%2Dled%2C%20%E2%80%9Cso%2Dcalled%E2%80%9D%20R%26D%20")


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1), min_size=1, unique=True))
def test_every_phrase_comes_back_from_the_address(phrases: list[str]) -> None:
    directives = address(PAGE, phrases).partition("#:~:")[2].split("&")
    assert [unquote(text.removeprefix("text=")) for text in directives] == phrases
    assert all(re.fullmatch(r"text=[A-Za-z0-9._~%]+", text) for text in directives)
