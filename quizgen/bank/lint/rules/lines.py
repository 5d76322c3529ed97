"""What of an essay's text looks like a paragraph and what does not, held against the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.bank.lint.rule import Finding, bank_rule
from quizgen.text.lines import HEADING_WORDS, is_prose, is_short, repeats

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgen.bank.lint.rule import Located
    from quizgen.bank.lint.view import BankView
    from quizgen.bank.source import Source


@bank_rule(
    "uncounted-line",
    "warning",
    "a line of the essay's text and the lists of headings and uncounted lines disagree",
    "a reader of the published page counts the paragraphs of the body and nothing else: correct "
    "headings or uncounted, then the numbers of the evidence behind it",
    essays=True,
)
def uncounted_line(bank: BankView) -> Iterator[Located]:
    """Found without the lists: blank lines, pull-quotes, likely headings, paragraphs."""
    if bank.essays is None:
        return
    for source in bank.bank.sources:
        for line, message in _disagreements(source, bank.essays.lines.get(source.id, ())):
            heading = line in {heading.line for heading in source.count.headings}
            route = ("headings", str(line)) if heading else ("uncounted",)
            yield source.id, Finding(route, f"line {line} {message}")


def _disagreements(source: Source, lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    headings = {heading.line for heading in source.count.headings}
    skipped = set(source.count.skipped)
    counted = [number for number in range(1, len(lines) + 1) if number not in skipped]
    repeated = repeats(lines)
    last = max((number for number, text in enumerate(lines, 1) if text), default=0)
    for number, text in enumerate(lines[:last], 1):
        prose = is_prose(text)
        if number in headings:
            if prose or len(text.split()) > HEADING_WORDS:
                yield number, "is listed as a heading but reads like a paragraph"
        elif number in skipped:
            inside = bool(counted) and counted[0] < number < counted[-1]
            if prose and inside and number not in repeated:
                yield number, "is not counted but reads like a paragraph of the body"
        elif not text:
            yield number, "is blank, yet it is counted as a paragraph"
        elif number in repeated:
            message = (
                f"repeats a stretch of line {repeated[number]}, as a pull-quote does, yet it is"
            )
            yield number, f"{message} counted as a paragraph"
        elif is_short(text):
            yield number, "looks like a heading or a caption, yet it is counted as a paragraph"
