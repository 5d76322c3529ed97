"""A release: the rules that it keeps, and what it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.anki.edition import edition
from quizgen.anki.ledger import ROOT, Release
from quizgen.anki.ledger_file import read_ledger
from quizgen.anki.ledger_rows import date_text
from quizgen.anki.text import tag_name
from quizgen.errors import Problem, QuizgenError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.anki.edition import Edition
    from quizgen.anki.ledger import Ledger
    from quizgen.anki.notes import Place
    from quizgen.bank.load import Loaded

DRAFT = "draft"
"""The edition of what was built and not released."""


def draft(loaded: Loaded, now: int) -> Edition:
    """The edition to build: the last release if nothing changed since.

    Args:
        loaded: the bank and its places.
        now: the time for what was not released, in seconds since 1970.

    Raises:
        QuizgenError: with all that could not be imported, or an unsound ledger.
    """
    before = read_ledger(loaded.folder)
    if before is None:
        return edition(loaded.bank, None, Release(now, date_text(now)[:10]), _place(loaded))
    return edition(
        loaded.bank, before, Release(max(now, before.last.time + 1), DRAFT), _place(loaded)
    )


def next_release(
    loaded: Loaded, time: int, name: str, site: str = "", keep_deck_names: bool = False
) -> Edition:
    """The edition to release; nothing is written.

    Args:
        loaded: the bank and its places.
        time: of the release, in seconds since 1970.
        name: of the edition.
        site: the address of the site that cards link to; that of the last release if empty.
        keep_deck_names: whether titles may change while decks keep their names.

    Raises:
        QuizgenError: with all that a default import could not carry out, or an unsound ledger.
    """
    before = read_ledger(loaded.folder)
    if before is None and not loaded.bank.questions:
        message = "nothing is asked yet, so there is no deck to release"
        advice = "finish some claims first: `quizgen check` tells what is to do"
        raise QuizgenError.of(str(loaded.folder), "empty-deck", message, advice)
    problems: list[Problem] = []
    if before:
        problems += _out_of_turn(before, time, name)
        problems += () if keep_deck_names else _renamed(loaded, before)
    try:
        found = edition(loaded.bank, before, Release(time, name), _place(loaded), site)
    except QuizgenError as error:
        problems += error.problems
    if problems:
        raise QuizgenError(*problems)
    return found


def _place(loaded: Loaded) -> Place:
    return lambda id, code, message, advice: loaded.problem(id, (), code, message, advice)


def _out_of_turn(before: Ledger, time: int, name: str) -> Iterator[Problem]:
    last = before.last
    if time <= last.time:
        message = f"the last release is of {date_text(last.time)}, this one of {date_text(time)}"
        advice = "Anki would not see it as newer; set the clock right, or name a later --date"
        yield Problem("--date", 0, 0, "release-date", message, advice)
    names = {tag_name(release.edition, ""): release.edition for release in before.releases}
    if other := names.get(tag_name(name, "")):
        message = f"there is an edition {other!r} already"
        yield Problem("--edition", 0, 0, "edition", message, "give this one a name of its own")


def _renamed(loaded: Loaded, before: Ledger) -> Iterator[Problem]:
    titles = {ROOT: loaded.bank.title} | {topic.id: topic.title for topic in loaded.bank.topics}
    for topic, title in titles.items():
        deck = before.decks.get(topic)
        if deck and deck.title != title:
            what = "the bank" if topic == ROOT else f"the topic {topic}"
            yield Problem(
                before.file,
                deck.line,
                1,
                "deck-renamed",
                f"{what} was {deck.title!r} and is now {title!r}; Anki would split the deck in two",
                f"put the title back, or keep {deck.name!r} as the deck's name for good: "
                "--keep-deck-names",
            )
