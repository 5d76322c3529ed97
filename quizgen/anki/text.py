"""Plain text -> what Anki shows as exactly that text.

Fields of a note are HTML, and Anki reads more into them: clozes, sounds, LaTeX, MathJax and
places to type. All of that begins with one of a few characters, which become entities here.
Quotation marks stay, as in Anki's own editor: a student who searches for NATO's must find it,
and no template puts a field inside a tag.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ENTITIES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "{": "&#123;",
        "}": "&#125;",
        "[": "&#91;",
        "\\": "&#92;",
        "\t": " ",
        "\n": "<br>",
    }
)
_LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029]")
_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>&~])")
_NO_TAG = re.compile(r"[\W_]+")


class UnshowableError(ValueError):
    """A text that Anki cannot show as it is.

    Attributes:
        code: names the kind of problem.
        advice: what to write instead.
    """

    def __init__(self, code: str, message: str, advice: str) -> None:
        super().__init__(message)
        self.code = code
        self.advice = advice


@lru_cache(maxsize=4096)  # the five kinds of a question share most of their texts
def html(text: str) -> str:
    """The text as HTML for a note's field; a line end becomes a line break.

    Raises:
        UnshowableError: where it cannot be stored, or nobody would see anything.
    """
    text = unicodedata.normalize("NFC", _LINE_END.sub("\n", text))
    if bad := _NOT_TEXT.search(text):
        raise UnshowableError(
            "anki-character",
            f"the text holds the character U+{ord(bad[0]):04X}, which Anki cannot store",
            "remove it",
        )
    if not any(unicodedata.category(character)[0] not in "CZ" for character in text):
        raise UnshowableError(
            "anki-blank",
            "a text has no visible character, so its card would be blank",
            "write something that can be read",
        )
    return text.translate(_ENTITIES)


def attribute(text: str) -> str:
    """The text as the value of an attribute in a template."""
    return text.translate(_ENTITIES).replace('"', "&quot;")


def cloze(text: str, blank: int) -> str:
    """A blank of a cloze note; its colons must not be taken for the start of a hint."""
    return f"{{{{c{blank}::{html(text).replace(':', '&#58;')}}}}}"


def deck_name(title: str) -> str:
    """A title as one step of a deck's path, which Anki splits at ``::`` and trims."""
    return re.sub(":{2,}", ": ", " ".join(title.split())).strip(": ") or "quizgen"


def tag_name(text: str, otherwise: str) -> str:
    """A text as one step of a tag: words in small letters with hyphens, in any script.

    Args:
        text: a name.
        otherwise: what to use where the name has neither letters nor figures.
    """
    return _NO_TAG.sub("-", unicodedata.normalize("NFC", text).casefold()).strip("-") or otherwise


def markdown(text: str) -> str:
    """The text for a deck's description, where it shows as it is and on one line."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
