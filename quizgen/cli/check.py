"""quizgen check: every mistake of a bank, at once, with its place."""

from __future__ import annotations

import atexit
import gc
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from quizgen.cli.options import bank_argument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.evidence import Essays
    from quizgen.bank.load import Loaded
    from quizgen.bank.report import Format
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
    "--format",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="Text for eyes, an array of objects, or a SARIF log for a code host.",
)
@click.option(
    "--record",
    is_flag=True,
    help="With --essays: note the digest of each cited paragraph beside the bank.",
)
def command(bank: Path, essays: Path | None, strict: bool, format: str, record: bool) -> None:
    """Load a bank and tell every mistake in it, with file, line, column and advice.

    The status is 1 if there is an error (with --strict, or a warning), else 0. A rule is
    silenced for one claim or question by a line allow: {its-code: the reason}.

    Example: quizgen check mybank --essays mybank/essays --strict
    """
    from quizgen.bank.report import render
    from quizgen.errors import QuizgenError

    if record and essays is None:
        raise click.UsageError("--record needs --essays DIR")
    try:
        with _no_collector():
            problems, summary = _check(bank, essays, record)
    except QuizgenError as error:
        problems, summary = list(error.problems), f"{bank}: not loaded"
    text = render(problems, cast("Format", format))
    if text:
        click.echo(text)
    count = Counter(problem.severity for problem in problems)
    summary += f"\n{count['error']} errors, {count['warning']} warnings"
    if count["info"]:
        summary += f", {count['info']} infos"
    click.echo(summary, err=format != "text")
    if count["error"] or (strict and count["warning"]):
        click.get_current_context().exit(1)


@contextmanager
def _no_collector() -> Iterator[None]:
    """Leave cyclic garbage alone: a check ends soon, and the collector takes a tenth of it.

    Python collects once more as it ends, which would walk over the whole bank: it need not.
    """
    atexit.register(gc.freeze)
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _check(bank: Path, folder: Path | None, record: bool) -> tuple[list[Problem], str]:
    """All problems of a bank, and what was looked at.

    Raises:
        QuizgenError: where the bank does not load or the essays' folder is missing.
    """
    from quizgen.bank.lint import lint
    from quizgen.bank.load import load

    loaded = load(bank)
    summary = f"{bank}: {len(loaded.bank.claims)} claims, {len(loaded.bank.questions)} questions; "
    if drafts := len(loaded.bank.drafts):
        summary += f"{drafts} drafts, of which nothing is asked; "
    if folder is None:
        report = lint(loaded)
        problems = list(report.problems)
        summary += "evidence not held against the essays (no --essays DIR)"
    else:
        _require_folder(folder)
        from quizgen.bank.evidence import Essays, verify

        essays, unread = Essays.read(loaded, folder)
        found, missing = verify(loaded, essays)
        report = lint(loaded, essays)
        problems = [*report.problems, *unread, *missing]
        total = sum(len(claim.evidence) for claim in loaded.bank.with_evidence)
        summary += f"{found} of {total} phrases of evidence verified"
        if record:
            problems, noted = _record(loaded, essays, problems)
            summary += noted
    if report.silenced:
        summary += f"; {report.silenced} findings allowed with a reason"
    return sorted(problems), summary


def _record(loaded: Loaded, essays: Essays, problems: list[Problem]) -> tuple[list[Problem], str]:
    """Note the paragraphs' digests unless something is wrong with more than the digests."""
    from quizgen.bank import evidence

    others = [problem for problem in problems if problem.code != "paragraph-changed"]
    if any(problem.severity == "error" for problem in others):
        return problems, "; digests not recorded, because there are errors"
    evidence.record(loaded, essays)
    return others, "; digests recorded"


def _require_folder(folder: Path) -> None:
    from quizgen.errors import QuizgenError

    if not folder.is_dir():
        raise QuizgenError.of(
            "--essays",
            "missing-folder",
            f"there is no folder {str(folder)!r}",
            "name the folder that holds the essays' text files",
        )
