"""quizgen anki: a bank as an Anki deck."""

from __future__ import annotations

from pathlib import Path

import click

from quizgen.cli.options import bank_argument, filter_options

_MODES = ("choice", "typed", "recall", "cloze", "who")


@click.command
@bank_argument
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE.apkg",
    type=click.Path(path_type=Path),
    help="The file to write.",
)
@click.option(
    "--mode",
    "modes",
    multiple=True,
    type=click.Choice(_MODES),
    help="Only this kind of card; may be given several times. All kinds without it.",
)
@filter_options
@click.option(
    "--without-content-notes",
    is_flag=True,
    help="Leave out claims that carry a content note, such as those on violence.",
)
def command(
    bank: Path,
    output: Path,
    modes: tuple[str, ...],
    topics: tuple[str, ...],
    authors: tuple[str, ...],
    kinds: tuple[str, ...],
    without_content_notes: bool,
) -> None:
    """Write a bank as an Anki deck: a file to import into Anki on any device.

    Import a newer file over the deck to update it; reviews are kept.

    Example: quizgen anki -o nato.apkg --mode recall --mode cloze --topic ukraine
    """
    import time

    from quizgen.anki.deck import Times
    from quizgen.anki.package import write_package
    from quizgen.anki.part import MODES, Part
    from quizgen.bank.load import load_bank
    from quizgen.bank.select import Selection

    if output.suffix.lower() != ".apkg":
        raise click.BadParameter(
            f"{output.name!r} does not end in .apkg, by which Anki knows a deck.",
            param_hint="-o",
        )
    loaded = load_bank(bank)
    part = Part(
        Selection.of(loaded, topics, authors, kinds),
        frozenset(mode for mode in MODES if not modes or mode in modes),
        not without_content_notes,
    )
    summary = write_package(loaded, output, Times(int(time.time())), part)
    kinds_written = ", ".join(f"{count} {mode}" for mode, count in sorted(summary.notes.items()))
    click.echo(
        f"{output}: notes {sum(summary.notes.values())} ({kinds_written}), cards {summary.cards}"
    )
