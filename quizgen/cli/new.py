"""quizgen new: a small commented bank to start from."""

from __future__ import annotations

from pathlib import Path

import click


@click.command
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def command(folder: Path) -> None:
    """Write a small commented bank, with a short essay of its own, into a new folder.

    Example: quizgen new mybank && quizgen check mybank --essays mybank/essays
    """
    from quizgen.bank.new import write_example

    for path in write_example(folder):
        click.echo(path)
    click.echo(f"\nNext: quizgen check {folder} --essays {folder / 'essays'}")
