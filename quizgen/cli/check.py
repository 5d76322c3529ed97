"""quizgen check: every mistake of a bank, at once, with its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.cli.options import bank_argument

if TYPE_CHECKING:
    from quizgen.errors import Problem


@click.command
@bank_argument
@click.option(
    "--essays",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder of the essays' text files: prove each piece of evidence.",
)
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
@click.option(
    "--record",
    is_flag=True,
    help="With --essays: note the digest of each cited paragraph beside the bank.",
)
def command(bank: Path, essays: Path | None, strict: bool, record: bool) -> None:
    """Load a bank and tell every mistake in it, with file, line, column and advice.

    The status is 1 if there is an error (with --strict, or a warning), else 0.

    Example: quizgen check mybank --essays mybank/essays --strict
    """
    from quizgen.bank import evidence
    from quizgen.bank.lint import lint
    from quizgen.bank.load import load
    from quizgen.errors import QuizgenError

    if record and essays is None:
        raise click.UsageError("--record needs --essays DIR")
    if essays is not None and not essays.is_dir():
        raise QuizgenError.of(
            "--essays",
            "missing-folder",
            f"there is no folder {str(essays)!r}",
            "name the folder that holds the essays' text files",
        )
    loaded = load(bank)
    problems: list[Problem] = list(lint(loaded))
    verified = ""
    if essays is None:
        verified = "evidence not held against the essays (no --essays DIR)"
    else:
        found, missing = evidence.verify(loaded, essays)
        problems += missing
        total = sum(len(claim.evidence) for claim in loaded.bank.claims)
        verified = f"{found} of {total} phrases of evidence verified"
    errors = sum(problem.severity == "error" for problem in problems)
    if record and essays is not None and not errors:
        evidence.record(loaded, essays)
    for problem in sorted(problems):
        click.echo(str(problem))
    claims, questions = len(loaded.bank.claims), len(loaded.bank.questions)
    click.echo(f"{bank}: {claims} claims, {questions} questions; {verified}")
    click.echo(f"{errors} errors, {len(problems) - errors} warnings")
    if errors or (strict and problems):
        click.get_current_context().exit(1)
