"""libyaml's terse syntax errors -> what an author did and should write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yaml import MarkedYAMLError

_QUOTE = "put the whole text in double quotes"

# (a part of libyaml's message, what is wrong, what to write instead)
_KNOWN = (
    (
        "mapping values are not allowed",
        "a colon followed by a space stands inside a text",
        f"{_QUOTE}; if this line begins a key, indent it like its neighbours",
    ),
    (
        "could not find expected ':'",
        "this line is no key with a value",
        "write key: value, or indent the line more deeply than the text that it continues",
    ),
    (
        "did not find expected key",
        "this line stands at a depth that fits no list or mapping above",
        f"indent it like its neighbours; if a text holds quotation marks, {_QUOTE}",
    ),
    (
        "did not find expected '-' indicator",
        "this line is no item of the list above",
        "begin it with '- ', or indent it like the item that it belongs to",
    ),
    (
        "did not find expected ',' or",
        "a bracket or brace is opened but not closed, or a comma is missing",
        f"close it; if a text holds brackets, commas or colons, {_QUOTE}",
    ),
    (
        "did not find expected <document start>",
        "this line does not belong to the text above, which is complete",
        "begin the keys of the file in the first column, and a comment with #",
    ),
    (
        "did not find expected node content",
        "a value is missing here",
        f"write it, close the bracket, or remove a comma too many; if it is a sign, {_QUOTE}",
    ),
    (
        "block sequence entries are not allowed",
        "a list item cannot begin here",
        "begin the list in a line of its own",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "'*' or '&' begins a name here",
        f"if it begins a text, {_QUOTE}",
    ),
    ("unexpected end of stream", "a quotation mark is opened but not closed", "close it"),
    (
        "unknown escape character",
        "a backslash in double quotes begins no known sign",
        "write \\\\ for a backslash, or use single quotes",
    ),
    (
        "exceeded max",
        "too many brackets inside one another",
        f"close them; if a text begins with [ or {{, {_QUOTE}",
    ),
)


def explain(error: MarkedYAMLError, character: str) -> tuple[str, str, str]:
    """What a syntax error means.

    Args:
        error: what libyaml raised.
        character: the character that stands at the error's place.

    Returns:
        code, message and advice.
    """
    problem = error.problem or "not YAML"
    if character == "\t":
        return "tab", "a tab stands where spaces must", "indent with spaces, two a level"
    if "cannot start any token" in problem:
        return "yaml", f"no text can begin with {character!r}", _QUOTE
    for part, message, advice in _KNOWN:
        if part in problem:
            return "yaml", message, advice
    return (
        "yaml",
        problem,
        "look at this line and the one before it for a missing quote, colon or space",
    )
