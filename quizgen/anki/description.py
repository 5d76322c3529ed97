"""What a student reads on opening the deck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.anki.ledger_rows import date_text
from quizgen.anki.text import markdown
from quizgen.bank.citation import essay_of
from quizgen.words import words

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
    _ = words(bank.language).gettext
    edition_of = _(
        "**Edition** %(edition)s, %(date)s.",
        edition=markdown(last.edition),
        date=date_text(last.time)[:10],
    )
    parts = [
        markdown(bank.about) if bank.about else "",
        edition_of,
        _(
            "Every card says who makes the claim, and its answer side in which essay and "
            "paragraph. The claims are the authors’ own: a card asks what an author says, and "
            "nothing here says that it is so."
        ),
        _("**Essays**"),
        essays,
        _("**Questions and notes** %(who)s.", who=markdown(bank.credit)) if bank.credit else "",
        _(
            "**Updating.** Import the newer file over this deck and leave Anki’s import options "
            "as they are. All your reviews stay. A note that the new edition changed is replaced, "
            "with the words and tags that you gave it; all others stay as you made them. Please "
            "leave the names of the decks as they are: Anki knows them by name. A question that "
            "is retired stays with you and says why; you can suspend it."
        ),
        _(
            "**Studying a part.** In Anki for computers choose Tools, Create Filtered Deck, and "
            "search for"
        ),
        "\n".join(f"- `{search}` {what}" for search, what in _searches(bank, notes)),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _essay(bank: Bank, source: Source) -> str:
    name = markdown(essay_of(bank.patterns, source))
    return f"[{name}](<{source.url}>)" if source.url else name


def _searches(bank: Bank, notes: Sequence[Note]) -> list[tuple[str, str]]:
    _ = words(bank.language).gettext
    first = {tag.split("::")[1]: tag for note in reversed(notes) for tag in reversed(note.tags)}
    searches = [
        (f"tag:{first['author']}", _("for one author")),
        (f"tag:{first['topic']}", _("for one topic")),
        (f"tag:{first['mode']}", _("for one kind of card")),
        (f"tag:{bank.id} rated:7:1", _("for what you missed in the last seven days")),
    ]
    if "edition" in first:
        what = _("for what is new or changed since the first edition")
        searches.append((f"tag:{bank.id}::edition", what))
    if "retired" in first:
        searches.append((f"tag:{first['retired']}", _("for retired questions")))
    return searches
