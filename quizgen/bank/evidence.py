"""Does each phrase stand where its claim says? The essays are read, never carried along.

Beside the bank lies a digest of each paragraph that the bank was proven against, so that
it shows when an essay at hand is another edition of the text.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from quizgen.bank.lines import line_problems
from quizgen.bank.text_file import read_text
from quizgen.errors import Problem, QuizgenError
from quizgen.files import write_atomically
from quizgen.text.wording import straight

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from quizgen.bank.load import Loaded
    from quizgen.bank.model import Claim, Draft
    from quizgen.bank.source import Source

DIGESTS_FILE = "evidence.json"

_LINE_END = re.compile(r"\r\n|\r|\n")  # the lines that an editor counts

Digests = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Essays:
    """The paragraphs of each source, as a reader of the published page counts them."""

    paragraphs: Mapping[str, tuple[str, ...]]
    lines: Mapping[str, tuple[str, ...]]
    """All lines of each source's text file, those that are not counted, too."""

    @classmethod
    def read(cls, loaded: Loaded, folder: Path) -> tuple[Essays, list[Problem]]:
        """Read the essays' files.

        Returns:
            the essays that could be read, and a problem for each that could not.
        """
        paragraphs: dict[str, tuple[str, ...]] = {}
        lines: dict[str, tuple[str, ...]] = {}
        problems: list[Problem] = []
        for source in loaded.bank.sources:
            if not source.file:
                message = f"no text file is named for the essay of {source.author}"
                problems.append(
                    loaded.problem(
                        source.id, (), "no-essay", message, "add the line file: NAME.txt"
                    )
                )
                continue
            try:
                path = folder / source.file
                text = read_text(path, str(path))
            except QuizgenError as error:
                message = f"the essay {error.problems[0].file!r} cannot be read: "
                message += error.problems[0].message
                advice = "put it there, or name its folder with --essays DIR"
                problems.append(loaded.problem(source.id, ("file",), "no-essay", message, advice))
            else:
                all_lines = tuple(map(straight, _LINE_END.split(text)))
                lines[source.id] = all_lines if all_lines[-1] else all_lines[:-1]
                skipped, last = set(source.count.skipped), _last(all_lines)
                paragraphs[source.id] = tuple(
                    line for number, line in enumerate(all_lines[:last], 1) if number not in skipped
                )
        return cls(paragraphs, lines), problems

    def uncounted(self, source: Source, phrase: str) -> int:
        """A line that is no paragraph and holds the phrase; 0 without one."""
        lines = self.lines[source.id]
        skipped = (number for number in source.count.skipped if number <= len(lines))
        return next((n for n in skipped if stands_in(phrase, lines[n - 1])), 0)

    def digests(self, loaded: Loaded) -> Digests:
        """The digest of each paragraph that a claim cites."""
        found: Digests = {id: {} for id in self.paragraphs}
        cited = {
            (piece.source.id, piece.paragraph)
            for claim in loaded.bank.with_evidence
            for piece in claim.evidence
        }
        for id, number in sorted(cited):
            paragraphs = self.paragraphs.get(id, ())
            if number <= len(paragraphs):
                found[id][str(number)] = digest(paragraphs[number - 1])
        return found


def digest(paragraph: str) -> str:
    """What tells one edition of a paragraph from another, once it is ``straight``."""
    return sha256(paragraph.encode()).hexdigest()[:16]


def verify(loaded: Loaded, essays: Essays) -> tuple[int, list[Problem]]:
    """Hold each phrase of evidence against its paragraph.

    Args:
        loaded: the bank.
        essays: those that could be read; what rests on others is not looked at.

    Returns:
        how many phrases were found, and a problem for each that was not.
    """
    problems: list[Problem] = []
    found = 0
    for claim in loaded.bank.with_evidence:
        missing = list(_missing(loaded, essays, claim))
        problems += missing
        cited = sum(piece.source.id in essays.paragraphs for piece in claim.evidence)
        found += cited - len(missing)
    for source in loaded.bank.sources:
        problems += line_problems(loaded, source, essays.lines.get(source.id))
    return found, problems + list(_changed(loaded, essays))


def record(loaded: Loaded, essays: Essays) -> None:
    """Write the digests of the cited paragraphs beside the bank.

    Raises:
        QuizgenError: where the file cannot be written.
    """
    text = json.dumps(essays.digests(loaded), indent=1) + "\n"
    write_atomically(loaded.folder / DIGESTS_FILE, text.encode())


def stands_in(phrase: str, paragraph: str) -> bool:
    """Whether the phrase stands in the paragraph, word for word and as whole words.

    Both must have been through ``straight``: only the shape of quotation marks, dashes and
    spaces is forgiven.
    """
    start = paragraph.find(phrase)
    while start >= 0:
        before, after = paragraph[:start][-1:], paragraph[start + len(phrase) :][:1]
        if not (_in_word(before) or _in_word(after)):
            return True
        start = paragraph.find(phrase, start + 1)
    return False


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _last(lines: Sequence[str]) -> int:
    """The last line that is not blank."""
    return max((number for number, line in enumerate(lines, 1) if line), default=0)


def _missing(loaded: Loaded, essays: Essays, claim: Claim | Draft) -> Iterator[Problem]:
    for index, piece in enumerate(claim.evidence):
        paragraphs = essays.paragraphs.get(piece.source.id)
        if paragraphs is None:
            continue
        phrase = straight(piece.quote)
        here = paragraphs[piece.paragraph - 1] if piece.paragraph <= len(paragraphs) else ""
        if stands_in(phrase, here):
            continue
        elsewhere = [n for n, text in enumerate(paragraphs, 1) if stands_in(phrase, text)]
        message = f"the phrase {piece.quote!r} is not in paragraph {piece.paragraph} of the essay"
        advice = "copy 3 to 12 words from the paragraph, letter for letter"
        if elsewhere:
            advice = f"it stands in paragraph {elsewhere[0]}: correct the number"
        elif line := essays.uncounted(piece.source, phrase):
            message += f" but only in line {line}, which is not counted"
            advice = "quote the paragraph itself; if the line is one, take it from the list"
        route = ("evidence", index, "quote")
        yield loaded.problem(claim.id, route, "evidence-not-found", message, advice)


def _changed(loaded: Loaded, essays: Essays) -> Iterator[Problem]:
    path = loaded.folder / DIGESTS_FILE
    if not path.exists():
        return
    try:
        recorded: Digests = json.loads(read_text(path, str(path)))
        now = essays.digests(loaded)
        for id, paragraphs in now.items():
            for number, digest in paragraphs.items():
                if recorded.get(id, {}).get(number, digest) != digest:
                    message = (
                        f"paragraph {number} of the essay is not the text it was proven against"
                    )
                    advice = "reread the claims that cite it, then run check with --record"
                    yield loaded.problem(id, ("file",), "paragraph-changed", message, advice)
    except (ValueError, AttributeError, RecursionError) as error:
        advice = "write it anew: quizgen check --essays DIR --record"
        raise QuizgenError.of(str(path), "digests", "this is no file of digests", advice) from error
