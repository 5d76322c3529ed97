"""quizgen draft: from an essay to a bank in the making."""

from __future__ import annotations

from pathlib import Path

import click


@click.command
@click.argument("essay", type=click.Path(path_type=Path), metavar="ESSAY")
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A new or empty folder, or a bank's: it gets one more source.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the proposals as an array of objects.")
def command(essay: Path, folder: Path | None, as_json: bool) -> None:
    """Propose claims from an essay (text, Markdown, HTML, DOCX or PDF), each with its evidence.

    What is written is a draft: every wording is yours to do, `quizgen check` says what, and
    nothing of it is asked until then. The essay's text stays in DIR/essays/.

    Example: quizgen draft article.html -o mybank && quizgen check mybank
    """
    from quizgen.intake import essays

    if folder is None and not as_json:
        raise click.UsageError("name a folder with -o DIR, or print the proposals with --json")
    found = essays.Essay.of(essays.read(essay))
    written = essays.write_draft(found, folder, essay.name) if folder else []
    if as_json:
        import json

        records = [proposal.as_record() for proposal in found.proposals]
        click.echo(json.dumps(records, ensure_ascii=False, indent=1))
    for note in found.page.notes:
        click.echo(f"Note: {note}", err=True)
    lines = len(found.page.lines)
    click.echo(
        f"{lines} lines, of which {len(found.paragraphs)} are paragraphs and "
        f"{len(found.count.headings)} headings; {len(found.proposals)} proposals",
        err=True,
    )
    if folder:
        for path in written:
            click.echo(path, err=as_json)
        click.echo(f"\nNext: quizgen check {folder} --essays {folder / 'essays'}", err=as_json)
