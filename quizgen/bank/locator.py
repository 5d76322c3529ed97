"""The address at which a browser opens a published essay at the very words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

_DIRECTIVE = ":~:"


def address(url: str, phrases: Iterable[str]) -> str:
    """The address of some phrases on a published page, by text fragments.

    A browser that knows them scrolls to the first phrase and marks all; another one, or a page
    whose words have changed, opens at its top.

    Args:
        url: where the essay is published; it may lead to a place of the page already.
        phrases: words that stand there.

    Returns:
        the address; empty without a url, and the url itself without a phrase.
    """
    texts = "&".join(f"text={_encoded(phrase)}" for phrase in dict.fromkeys(phrases) if phrase)
    if not url or not texts:
        return url
    _, hash, fragment = url.partition("#")
    if _DIRECTIVE in fragment:
        return f"{url}&{texts}"
    return f"{url}{'' if hash else '#'}{_DIRECTIVE}{texts}"


@lru_cache(maxsize=4096)  # a claim's phrases stand on each of its cards
def _encoded(phrase: str) -> str:
    """Percent-encoded, the hyphen too: in a text fragment it would part a context from the text."""
    return quote(phrase, safe="").replace("-", "%2D")
