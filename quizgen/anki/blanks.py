"""The numbers of blanks: a blank keeps its card, whatever is put before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.anki.digests import digest

if TYPE_CHECKING:
    from collections.abc import Sequence


def numbers(terms: Sequence[str], old: Sequence[str]) -> tuple[list[int], int]:
    """The number of each blank of a text.

    Args:
        terms: what stands in the blanks, in the order of the text.
        old: digests of the terms as last released, in the order of their numbers.

    Returns:
        The numbers, and how many of the old ones are left over. A term keeps its number; one
        that was mended takes the first number that no other term has.
    """
    free = [*range(1, len(old) + 1)]
    found: list[int] = []
    for term in terms:
        own = next((number for number in free if old[number - 1] == digest(term)), 0)
        if own:
            free.remove(own)
        found.append(own)
    late = len(old) + 1
    for index, number in enumerate(found):
        if not number:
            if free:
                found[index] = free.pop(0)
            else:
                found[index], late = late, late + 1
    return found, len(free)


def digests(terms: Sequence[str], numbers: Sequence[int]) -> tuple[str, ...]:
    """The digests of the terms in the order of their numbers."""
    return tuple(digest(term) for _, term in sorted(zip(numbers, terms, strict=True)))
