"""What a student reads on opening the deck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.anki.ledger_rows import date_text
from quizgen.anki.text import markdown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.anki.edition import Edition
    from quizgen.anki.notes import Note
    from quizgen.bank.model import Bank
    from quizgen.bank.source import Source


def description(edition: Edition, notes: Sequence[Note]) -> str:
    """The description of the root deck, as Markdown.

    Args:
        edition: the bank and its releases.
        notes: the notes of the deck; the examples of searches find some of them.
    """
    bank, last = edition.bank, edition.ledger.last
    present = {source.id for note in notes for source in note.claim.sources}
    essays = "\n".join(
        f"- {_essay(bank, source)}. {markdown(source.genre.capitalize())}, "
        f"{markdown(source.licence.rstrip('.'))}."
        for source in bank.sources
        if source.id in present
    )
    credit = f"\n**Questions and notes** {markdown(bank.credit)}.\n" if bank.credit else ""
    searches = "\n".join(f"- `{search}` {what}" for search, what in _searches(bank, notes))
    about = f"{markdown(bank.about)}\n\n" if bank.about else ""
    return f"""\
{about}**Edition** {markdown(last.edition)}, {date_text(last.time)[:10]}.

Every card says who makes the claim, and its answer side in which essay and paragraph. \
The claims are the authors’ own: a card asks what an author says, and nothing here says that it \
is so.

**Essays**

{essays}
{credit}
**Updating.** Import the newer file over this deck and leave Anki’s import options as they \
are. All your reviews stay. A note that the new edition changed is replaced, with the words and \
tags that you gave it; all others stay as you made them. Please leave the names of the decks as \
they are: Anki knows them by name. A question that is retired stays with you and says why; you \
can suspend it.

**Studying a part.** In Anki for computers choose Tools, Create Filtered Deck, and search for

{searches}
"""


def _essay(bank: Bank, source: Source) -> str:
    words = markdown(bank.patterns.essay_of(source))
    return f"[{words}](<{source.url}>)" if source.url else words


def _searches(bank: Bank, notes: Sequence[Note]) -> list[tuple[str, str]]:
    first = {tag.split("::")[1]: tag for note in reversed(notes) for tag in reversed(note.tags)}
    searches = [
        (f"tag:{first['author']}", "for one author"),
        (f"tag:{first['topic']}", "for one topic"),
        (f"tag:{first['mode']}", "for one kind of card"),
        (f"tag:{bank.id} rated:7:1", "for what you missed in the last seven days"),
    ]
    if "edition" in first:
        what = "for what is new or changed since the first edition"
        searches.append((f"tag:{bank.id}::edition", what))
    if "retired" in first:
        searches.append((f"tag:{first['retired']}", "for retired questions"))
    return searches
