"""quizgen list: the questions of a bank, for eyes and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quizgen.cli.options import bank_argument, filter_options

if TYPE_CHECKING:
    from pathlib import Path


@click.command
@bank_argument
@filter_options
@click.option("--json", "as_json", is_flag=True, help="An array of objects, one a question.")
def command(
    bank: Path,
    topics: tuple[str, ...],
    authors: tuple[str, ...],
    kinds: tuple[str, ...],
    as_json: bool,
) -> None:
    """List a bank's questions, each with its author, answer and place in the essay.

    Example: quizgen list --topic ukraine --author carpenter --json
    """
    from quizgen.bank.filters import Selection
    from quizgen.bank.load import load_bank

    loaded = load_bank(bank)
    questions = Selection.of(loaded, topics, authors, kinds).questions(loaded)
    if as_json:
        import json

        from quizgen.bank.listing import as_record

        click.echo(json.dumps([as_record(q) for q in questions], ensure_ascii=False, indent=1))
        return
    for question in questions:
        click.echo(
            f"{question.id}\n  {question.prompt}\n  = {question.key}\n  {question.claim.citation}"
        )
    click.echo(f"{len(questions)} questions", err=True)
