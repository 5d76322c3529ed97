"""The bank's sentences, so that a bank in another language has its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from quizgen.bank.attribution import ATTRIBUTE, CITED, COMPARE, WHO

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Pattern = Literal["attribute", "compare"]

PART = re.compile(r"\{(\w*)\}")

PARTS: Mapping[str, tuple[str, ...]] = {
    "attribute": ("authors", "stem"),
    "compare": ("authors", "stem"),
    "who": ("stem",),
    "cited": ("authors", "speaker"),
    "essay": ("author", "title", "publisher", "published"),
    "citation": ("essay", "author", "title", "publisher", "published", "place", "paragraph"),
    "short": ("author", "paragraph"),
    "paragraph": ("paragraph",),
    "paragraphs": ("paragraph",),
    "under": ("heading", "place"),
    "semicolon": (),
    "comma": (),
    "last": (),
}
"""What may stand in braces in each pattern."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """How a bank attributes and cites."""

    attribute: str = ATTRIBUTE
    compare: str = COMPARE
    who: str = WHO
    cited: str = CITED
    essay: str = "{author}, “{title}” ({publisher}, {published})"
    citation: str = "{essay}, {place}"
    short: str = "{author} ¶{paragraph}"
    paragraph: str = "paragraph {paragraph}"
    paragraphs: str = "paragraphs {paragraph}"
    under: str = "under “{heading}”, {place}"
    semicolon: str = "; "
    comma: str = ", "
    last: str = " and "

    def join(self, names: Sequence[str]) -> str:
        """Several names as one phrase."""
        return self.last.join(filter(None, [self.comma.join(names[:-1]), names[-1]]))

    def citing(self, authors: str, speaker: str) -> str:
        """The authors, and the speaker whom they cite if there is one."""
        return filled(self.cited, authors=authors, speaker=speaker) if speaker else authors


ENGLISH = Patterns()
"""Those of a bank that names no others."""


def filled(pattern: str, **values: str) -> str:
    """A pattern with its parts filled in, all at once: a value may hold braces itself."""
    return "".join(
        values.get(text, f"{{{text}}}") if index % 2 else text
        for index, text in enumerate(_pieces(pattern))
    )


@lru_cache(maxsize=128)
def _pieces(pattern: str) -> list[str]:
    """What stands between the parts, and at each odd place the name of a part."""
    return PART.split(pattern)
