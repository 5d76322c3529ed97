"""Do a source's lists of lines fit its text? What cannot be so is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.bank.builder import KEY
from quizgen.text.wording import straight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgen.bank.builder import Route
    from quizgen.bank.load import Loaded
    from quizgen.bank.source import Source
    from quizgen.errors import Problem

_SHOWN = 60


def line_problems(loaded: Loaded, source: Source, lines: Sequence[str] | None) -> Iterator[Problem]:
    """Lines beyond the end of the text, and headings that the text does not have.

    Args:
        loaded: the bank.
        source: one of its sources.
        lines: those of its text; None where it is not at hand.
    """
    if lines is None:
        return
    beyond = [line for line in source.count.uncounted if line > len(lines)]
    if beyond:
        message = f"line {beyond[0]} is listed, but the text has {len(lines)} lines"
        advice = "count the lines anew: an editor shows their numbers"
        yield loaded.problem(source.id, ("uncounted",), "no-such-line", message, advice)
    for heading in source.count.headings:
        route: Route = ("headings", str(heading.line), KEY)
        advice = _where(heading.title, lines)
        if heading.line > len(lines):
            message = f"a heading is listed in line {heading.line}, but the text has {len(lines)}"
            yield loaded.problem(source.id, route, "no-such-line", message, advice)
            continue
        there = lines[heading.line - 1]
        if straight(heading.title).casefold() != there.casefold():
            shown = there if len(there) <= _SHOWN else there[:_SHOWN] + "…"
            message = f"line {heading.line} is not {heading.title!r} but {shown!r}"
            yield loaded.problem(source.id, route, "not-the-heading", message, advice)


def _where(title: str, lines: Sequence[str]) -> str:
    """Where a heading does stand."""
    wanted = straight(title).casefold()
    found = next((n for n, line in enumerate(lines, 1) if line.casefold() == wanted), 0)
    return (
        f"it stands in line {found}" if found else "copy the heading from the text, with its line"
    )
