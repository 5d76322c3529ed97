"""quizgen scan: answer sheets back from a class, as a table of responses."""

from __future__ import annotations

import json
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgen.results.sheets.scan import Scan


@click.command
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the table of responses as CSV.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what each sheet says as JSON.")
@click.option(
    "--review", is_flag=True, help="Look at doubtful rows in a browser, on this machine; needs -o."
)
def command(files: tuple[Path, ...], output: Path | None, as_json: bool, review: bool) -> None:
    """Read answer sheets that quizgen printed: scans and photos, in any order.

    PDF, PNG, JPEG, TIFF and HEIC, folders and zips of them. A mark that is not clear is written
    as "?" and never guessed. What cannot be read is listed, and the rest goes on.

    Example: quizgen scan sheets.pdf photos/ -o results.csv --review
    """
    from quizgen.errors import QuizgenError

    if output is None and (review or not as_json):
        raise click.UsageError("Name a file for the table: -o results.csv")
    found = _scanned(files, review)
    for unread in found.unread:
        click.echo(str(unread), err=True)
    for code, form, seat, part in found.twice:
        sheet = f", sheet {part}" if part > 1 else ""
        click.echo(
            f"seat {seat}{sheet}, form {form} ({code}) was given twice: both are kept", err=True
        )
    if not found.sheets:
        advice = "what to do is said with each file above"
        raise QuizgenError.of(str(files[0]), "no-sheets", "no answer sheet could be read", advice)
    if output is not None:
        found = _kept(found, output, review)
    if as_json:
        from quizgen.results.sheets.scan import as_json as described

        click.echo(json.dumps(described(found), ensure_ascii=False, indent=1))
    else:
        click.echo(output)
    doubtful = sum(len(sheet.doubtful) for sheet in found.sheets)
    click.echo(f"{len(found.sheets)} sheets read, {len(found.unread)} not", err=True)
    if doubtful:
        hint = "" if review else ": look at them with --review"
        click.echo(f"{doubtful} rows are doubtful (? in the table){hint}", err=True)


def _scanned(files: tuple[Path, ...], cut: bool) -> Scan:
    from quizgen.cli.progress import progress
    from quizgen.errors import QuizgenError

    try:
        from quizgen.results.sheets.scan import scan
    except ImportError as error:
        message = f"reading sheets needs the package {error.name}, which is not installed"
        advice = "run: pip install 'quizgen[scan]'"
        raise QuizgenError.of("scan", "not-installed", message, advice) from error
    with ExitStack() as stack:

        def start(pages: int) -> Callable[[], object]:
            return stack.enter_context(progress("Reading", pages))

        return scan(files, start, cut=cut)


def _kept(found: Scan, output: Path, review: bool) -> Scan:
    """Write the table, with what people decided in earlier runs and in this one."""
    from quizgen.files import write_atomically
    from quizgen.results.responses import write_responses
    from quizgen.results.review.decisions import applied, beside, doubts, read_decisions

    known = {each.where: each for each in read_decisions(beside(output))}

    def write() -> Scan:
        decided = applied(found, known.values())
        write_atomically(output, write_responses(decided.responses()))
        return decided

    decided = write()
    open_rows = [doubt for doubt in doubts(found) if doubt.where not in known]
    if not review or not open_rows:
        return decided
    from quizgen.results.review.decisions import write_decisions
    from quizgen.results.review.server import Review

    rows = {
        (sheet.file, sheet.where, sheet.code, sheet.form, sheet.seat, str(number)): (
            sheet.cuts[number],
            sheet.options[number],
        )
        for sheet in found.sheets
        for number in sheet.doubtful
    }
    cuts, options = zip(*(rows[doubt.where] for doubt in open_rows), strict=True)

    def decide(place: int, answer: str) -> None:
        doubt = open_rows[place]
        known[doubt.where] = replace(doubt, person=answer)
        write_atomically(beside(output), write_decisions(known.values()))
        write()

    _open(Review(open_rows, cuts, options, decide))
    return write()


def _open(page: object) -> None:
    import webbrowser

    from quizgen.results.review.server import Review

    assert isinstance(page, Review)
    click.echo(f"look at the doubtful rows at {page.address} (Ctrl+C ends it)", err=True)
    webbrowser.open(page.address)
    try:
        page.run()
    except KeyboardInterrupt:
        click.echo("ended; what was decided is kept", err=True)
