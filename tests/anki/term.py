"""A bank through a term: mended, released and built, again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.anki.ledger_file import write_ledger
from quizgen.anki.package import write_package
from quizgen.anki.part import Part
from quizgen.anki.releasing import draft, next_release
from quizgen.bank.load import load

if TYPE_CHECKING:
    from pathlib import Path

    from quizgen.anki.edition import Edition

DAY = 86_400
START = 1_700_000_000


class Term:
    """One bank, and a clock that moves on by a day with each release."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = START
        self.built = 0

    def mend(self, old: str, new: str, name: str = "abel") -> None:
        """Replace a text that stands once in a file of the bank."""
        path = self.folder / f"{name}.yaml"
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, (old, text.count(old))
        path.write_text(text.replace(old, new), encoding="utf-8")

    def prepare(self, edition: str = "", **options: bool | str) -> Edition:
        """What a release would be now."""
        name = edition or f"day {self.now // DAY}"
        return next_release(load(self.folder), self.now, name, **options)  # type: ignore[arg-type]

    def release(self, edition: str = "", **options: bool | str) -> Edition:
        """Release, and let a day pass."""
        found = self.prepare(edition, **options)
        write_ledger(self.folder, found.ledger)
        self.now += DAY
        return found

    def build(self, part: Part | None = None) -> Path:
        """Write the deck, a minute later each time."""
        self.built += 1
        path = self.folder.parent / f"{self.built}.apkg"
        write_package(draft(load(self.folder), self.now + 60 * self.built), path, part or Part())
        return path
