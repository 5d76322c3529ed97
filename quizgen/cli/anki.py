"""quizgen anki: a bank as an Anki deck."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.cli.options import bank_argument, filter_options
from quizgen.modes import MODES

if TYPE_CHECKING:
    from quizgen.anki.edition import Edition


def checked_site(site: str) -> str:
    """The address of a site as cards take it: without a slash at the end.

    Raises:
        click.BadParameter: where it is none.
    """
    if site and not site.lower().startswith(("https://", "http://")):
        raise click.BadParameter(
            f"{site!r} does not begin with https:// or http://.", param_hint="--site"
        )
    if any(character.isspace() or character in '{}"<>?#' for character in site):
        raise click.BadParameter(f"{site!r} is no address of a site.", param_hint="--site")
    return site.rstrip("/")


@click.command
@bank_argument
@click.option(
    "-o",
    "--output",
    metavar="FILE.apkg",
    type=click.Path(path_type=Path),
    help="The file to write.",
)
@click.option(
    "--mode",
    "modes",
    multiple=True,
    type=click.Choice(tuple(MODES)),
    help="Only this kind of card; may be given several times. All kinds without it. "
    + " ".join(f"{mode.name}: {mode.explained}" for mode in MODES.values()),
)
@filter_options
@click.option(
    "--without-content-notes",
    is_flag=True,
    help="Leave out claims that carry a content note, such as those on violence.",
)
@click.option(
    "--through",
    default="",
    metavar="TOPIC",
    help="Only the topics from the first to this one: what a class has covered so far.",
)
@click.option(
    "--site",
    default="",
    metavar="URL",
    help="Link each answer to its question on a site, at URL/q/<id>.",
)
@click.option(
    "--preset",
    is_flag=True,
    help="Bring deck options that show one card of a note a day; a student opts in to them.",
)
@click.option(
    "--patch",
    metavar="FILE.txt",
    type=click.Path(path_type=Path),
    help="Write, instead of a deck, a text import of the fields that changed since the release.",
)
def command(
    bank: Path,
    output: Path | None,
    modes: tuple[str, ...],
    topics: tuple[str, ...],
    authors: tuple[str, ...],
    kinds: tuple[str, ...],
    without_content_notes: bool,
    through: str,
    site: str,
    preset: bool,
    patch: Path | None,
) -> None:
    """Write a bank as an Anki deck: a file to import into Anki on any device.

    Import a newer file over the deck to update it; reviews are kept. `quizgen release` keeps
    all else that a student made, on every note that did not change.

    Example: quizgen anki -o nato.apkg --mode recall --mode cloze --topic ukraine
    """
    import time

    from quizgen.anki.collection import Look
    from quizgen.anki.package import write_package
    from quizgen.anki.part import Part, taught_through
    from quizgen.anki.patch import write_patch
    from quizgen.anki.releasing import draft
    from quizgen.bank.filters import Selection
    from quizgen.bank.load import load

    if (output is None) == (patch is None):
        raise click.UsageError("Say what to write: either -o FILE.apkg or --patch FILE.txt.")
    if output is not None and output.suffix.lower() != ".apkg":
        raise click.BadParameter(
            f"{output.name!r} does not end in .apkg, by which Anki knows a deck.",
            param_hint="-o",
        )
    look = Look(checked_site(site), preset)
    loaded = load(bank)
    part = Part(
        Selection.of(loaded.bank, topics, authors, kinds),
        frozenset(modes),
        not without_content_notes,
        taught_through(loaded.bank, through),
    )
    edition = draft(loaded, int(time.time()))
    if patch is not None:
        for written in write_patch(edition, patch, part):
            click.echo(f"{written.path}: notes {written.notes}, fields {', '.join(written.fields)}")
        return
    assert output is not None
    summary = write_package(edition, output, part, look)
    kinds_written = ", ".join(f"{count} {mode}" for mode, count in sorted(summary.notes.items()))
    click.echo(
        f"{output}: notes {sum(summary.notes.values())} ({kinds_written}), cards {summary.cards}"
    )
    if hint := _hint(edition):
        click.echo(hint, err=True)


def _hint(edition: Edition) -> str:
    """What to do before students get the file; empty if nothing."""
    if not edition.before.releases:
        return (
            "This deck was never released: a later file will replace every note in it, with the "
            "words and tags that a student added. Run `quizgen release` before handing it out."
        )
    if edition.changed:
        return (
            "The bank has changed since its last release: this is a draft. Run `quizgen release` "
            "before handing it out."
        )
    return ""
