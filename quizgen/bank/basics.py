"""What one value of bank.yaml, or of the head of a source's file, means for another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.bank.authors import author_problems
from quizgen.bank.builder import KEY
from quizgen.bank.count import span
from quizgen.bank.patterns import PART, PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.builder import Route
    from quizgen.bank.document import Document
    from quizgen.bank.known import Known
    from quizgen.bank.yaml_schema import BankEntry, SourceEntry
    from quizgen.errors import Problem


def head_problems(document: Document, known: Known) -> Iterator[Problem]:
    """All that is wrong between the values of bank.yaml."""
    topics = known.topics or []
    for index, topic in enumerate(topics):
        if topic in topics[:index]:
            yield document.problem(
                ("topics", index, "id"),
                "repeated-id",
                f"there is a topic {topic!r} already",
                "give this one an id of its own, or remove it",
            )


def pattern_problems(document: Document, bank: BankEntry) -> Iterator[Problem]:
    """What stands in braces in a pattern and stands for nothing."""
    for name, pattern in bank.patterns.model_dump(exclude_none=True).items():
        for part in PART.findall(pattern):
            if part not in PARTS[name]:
                message = f"{{{part}}} stands for nothing in the pattern {name!r}"
                advice = (
                    f"there are: {', '.join(f'{{{known}}}' for known in PARTS[name]) or 'none'}"
                )
                route: Route = ("bank", "patterns", name)
                yield document.problem(route, "pattern", message, advice)


def source_problems(document: Document, source: SourceEntry, known: Known) -> Iterator[Problem]:
    """All that is wrong between the values of a source, and between them and other sources."""
    if known.sources.count(source.id) > 1:
        yield document.problem(
            ("source", "id"),
            "repeated-id",
            f"several files describe a source {source.id!r}",
            "give each source an id of its own",
        )
    else:
        yield from author_problems(document, source, known.entries)
    yield from _line_problems(document, source)


def _line_problems(document: Document, source: SourceEntry) -> Iterator[Problem]:
    """Stretches that run backwards, and lines that are listed twice."""
    seen: dict[int, str] = {}
    for index, stretch in enumerate(source.uncounted):
        route: Route = ("source", "uncounted", index)
        lines = span(stretch)
        if not lines:
            first, _, last = stretch.partition("-")
            message, advice = f"the stretch {stretch} runs backwards", f"write {last}-{first}"
            yield document.problem(route, "lines", message, advice)
        twice = next((line for line in lines if line in seen), 0)
        if twice:
            message = f"line {twice} stands in {seen[twice]!r} and in {stretch!r}"
            yield document.problem(route, "lines", message, "list each line once")
        seen |= dict.fromkeys(lines, stretch)
    for number in source.headings:
        if int(number) in seen:
            message = f"line {number} is a heading, and uncounted by {seen[int(number)]!r}"
            advice = "list it once: a heading is never counted as a paragraph"
            route = ("source", "headings", number, KEY)
            yield document.problem(route, "lines", message, advice)
