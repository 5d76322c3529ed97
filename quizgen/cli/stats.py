"""quizgen stats: the balance of a bank, as tables or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quizgen.cli.options import bank_argument

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from quizgen.bank.stats import Count, Stats

Row = tuple[str, ...]


@click.command
@bank_argument
@click.option("--json", "as_json", is_flag=True, help="One object with all counts.")
@click.option("--paragraphs", is_flag=True, help="Add how many claims cite each paragraph.")
def command(bank: Path, as_json: bool, paragraphs: bool) -> None:
    """Count what a bank holds: is it balanced, and does a rule of thumb find the keys?

    A comparison counts for each of its authors, and a claim for each of its topics.

    Example: quizgen stats mybank --json
    """
    from quizgen.bank.load import load_bank
    from quizgen.bank.stats import Stats

    loaded = load_bank(bank)
    stats = Stats.of(loaded)
    if as_json:
        import json

        click.echo(json.dumps(stats.as_record(), ensure_ascii=False, indent=1))
        return
    click.echo(f"{loaded.title}: {stats.claims} claims, {stats.questions} questions")
    for title, rows in _tables(stats, {topic.id: topic.title for topic in loaded.topics}):
        click.echo(f"\n{_table(title, rows)}")
    if paragraphs:
        for source in loaded.sources:
            rows = [(str(n), str(count)) for n, count in stats.paragraphs[source.id].items()]
            click.echo(f"\n{_table((f'Paragraphs of {source.author}', 'claims'), rows)}")


def _tables(stats: Stats, titles: Mapping[str, str]) -> Iterator[tuple[Row, list[Row]]]:
    both = ("claims", "questions", "share")
    topics = {titles[id]: count for id, count in stats.topics.items()}
    yield ("Author", *both), _two_columns(stats.authors, stats.questions)
    yield ("Topic", *both), _two_columns(topics, stats.questions)
    yield ("Kind", *both), _two_columns(stats.kinds, stats.questions)
    for title, counts in (
        ("Difficulty", stats.difficulties),
        ("Skill", stats.skills),
        ("Mode", stats.modes),
    ):
        shares = [(name, str(n), _share(n, stats.questions)) for name, n in counts.items()]
        yield (title, "questions", "share"), [*shares]
    choices = stats.choice_questions
    yield (
        ("Keys of choice questions", "questions", "share"),
        [
            ("the longest option", str(stats.key_longest), _share(stats.key_longest, choices)),
            ("the shortest option", str(stats.key_shortest), _share(stats.key_shortest, choices)),
        ],
    )
    yield (
        ("What teaches", "count", "share"),
        [
            (name, str(n), _share(n, of))
            for name, n, of in (
                ("central claims", stats.central.claims, stats.claims),
                ("questions about them", stats.central.questions, stats.questions),
                ("choice questions beyond recall", stats.beyond_recall, choices),
                ("distractors with a reason", stats.distractors_with_reasons, stats.distractors),
                ("rationales that add something", stats.rationales_that_add, stats.questions),
            )
        ],
    )
    yield (
        ("Claims", "claims", "share"),
        [
            (name, str(n), _share(n, stats.claims))
            for name, n in (
                ("that compare sources", stats.comparisons),
                ("with a context note", stats.context_notes),
                ("with a content note", stats.content_notes),
                ("without questions", len(stats.claims_without_questions)),
            )
        ],
    )


def _two_columns(counts: Mapping[str, Count], questions: int) -> list[Row]:
    return [
        (name, str(n.claims), str(n.questions), _share(n.questions, questions))
        for name, n in counts.items()
    ]


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "-"


def _table(head: Row, rows: Sequence[Row]) -> str:
    """Names to the left, numbers to the right, as wide as the widest."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = [
        "  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])])
        for row in (head, *rows)
    ]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])
