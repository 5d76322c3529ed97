"""quizgen release: record an edition of the Anki deck."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from quizgen.cli.options import bank_argument

if TYPE_CHECKING:
    from pathlib import Path


@click.command
@bank_argument
@click.option(
    "--edition",
    "name",
    metavar="NAME",
    help="What to call it, as in 'Autumn 2026'; changed notes are tagged with it. "
    "The date without it.",
)
@click.option("--dry-run", is_flag=True, help="Only tell what would be released.")
@click.option(
    "--date",
    metavar="TIME",
    help="The time of the release, as in 2026-11-22T08:00; now without it. UTC without a zone.",
)
@click.option(
    "--site",
    default="",
    metavar="URL",
    help="The site to which cards link, at URL/q/<id>; that of the last release without it.",
)
@click.option(
    "--keep-deck-names",
    is_flag=True,
    help="Let titles change in the bank while the decks keep their names.",
)
def command(
    bank: Path, name: str | None, dry_run: bool, date: str | None, site: str, keep_deck_names: bool
) -> None:
    """Record an edition of a bank's Anki deck, so that students can update theirs.

    The record is the file anki.lock beside the bank: commit it. From then on `quizgen anki`
    writes notes that did not change just as they were, so that importing a new edition leaves
    a student's reviews, and all notes that did not change, alone.

    Example: quizgen release mybank --edition "Autumn 2026" --dry-run
    """
    from quizgen.anki.ledger_file import LEDGER_FILE, write_ledger
    from quizgen.anki.releasing import next_release
    from quizgen.anki.report import release_notes
    from quizgen.bank.load import load
    from quizgen.cli.anki import checked_site

    time = _time(date)
    label = datetime.fromtimestamp(time, UTC).strftime("%Y-%m-%d %H:%M") if name is None else name
    if not any(character.isalnum() for character in label):
        raise click.BadParameter("needs a letter or a figure.", param_hint="--edition")
    edition = next_release(load(bank), time, label, checked_site(site), keep_deck_names)
    click.echo(release_notes(edition))
    if dry_run:
        click.echo("dry run: nothing was written")
    elif edition.ledger != edition.before:
        write_ledger(bank, edition.ledger)
        click.echo(f"recorded in {bank / LEDGER_FILE}: commit it, then write the deck")


def _time(date: str | None) -> int:
    """Seconds since 1970.

    Raises:
        click.BadParameter: for what is no time, or one to come.
    """
    now = datetime.now(UTC)
    try:
        time = datetime.fromisoformat(date) if date else now
    except ValueError:
        raise click.BadParameter(
            f"{date!r} is no time such as 2026-11-22T08:00.", param_hint="--date"
        ) from None
    time = time if time.tzinfo else time.replace(tzinfo=UTC)
    if time > now:
        raise click.BadParameter(f"{date} is still to come.", param_hint="--date")
    return int(time.timestamp())
