"""A folder of YAML -> a Bank, or all that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen.bank.assemble import assemble
from quizgen.bank.basics import head_problems, pattern_problems
from quizgen.bank.checks import file_problems
from quizgen.bank.document import Document
from quizgen.bank.known import Known
from quizgen.bank.listed import name_problems
from quizgen.bank.validate import ClaimsFile, claims_file, shape
from quizgen.bank.yaml_schema import BankFile
from quizgen.errors import Problem, QuizgenError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizgen.bank.builder import Route
    from quizgen.bank.model import Bank

BANK_FILE = "bank.yaml"


@dataclass(frozen=True)
class Loaded:
    """A bank together with the files that it came from, for whoever finds more to say."""

    bank: Bank
    folder: Path
    files: tuple[ClaimsFile, ...]

    @cached_property
    def places(self) -> Mapping[str, tuple[Document, Route]]:
        """Where the source, claim or question with an id stands; most banks never ask."""
        return _places(self.files)

    def problem(
        self, id: str, route: Route, code: str, message: str, advice: str, **more: Any
    ) -> Problem:
        """A problem inside the source, claim or question with the given id."""
        document, start = self.places[id]
        return document.problem((*start, *route), code, message, advice, **more)


def default_bank() -> Path:
    """The folder of the bank that comes with quizgen."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "banks" / "nato"
    return shipped if shipped.is_dir() else package.parent / "banks" / "nato"


def load_bank(folder: Path) -> Bank:
    """Load and validate a bank.

    Raises:
        QuizgenError: with every problem of every file.
    """
    return load(folder).bank


def load(folder: Path) -> Loaded:
    """Load and validate a bank, keeping the places of what it holds.

    Raises:
        QuizgenError: with every problem of every file.
    """
    problems: list[Problem] = []
    documents = _documents(folder, problems)
    head_document = documents.pop(BANK_FILE, None)
    unread = bool(problems)
    head: BankFile | None = None
    if head_document is not None:
        head, found = shape(head_document, BankFile)
        problems += found
    files: list[ClaimsFile] = []
    for document in documents.values():
        file, found = claims_file(document)
        problems += found
        files.append(file)
    known = Known.of(head_document, files, unread)
    if head_document is not None:
        problems += head_problems(head_document, known)
        problems += pattern_problems(head_document, head.bank) if head else ()
        problems += name_problems(head_document, head) if head else ()
    for file in files:
        problems += file_problems(file, known)
    if head is not None and not any(file.claims or file.drafts for file in files) and not problems:
        problems.append(
            Problem(
                str(folder),
                0,
                0,
                "empty-bank",
                "the bank holds no claims",
                "add a file with a source and its claims; `quizgen new DIR` writes an example",
            )
        )
    if problems or head is None:
        raise QuizgenError(*problems)
    return Loaded(assemble(head, files), folder, tuple(files))


def _documents(folder: Path, problems: list[Problem]) -> dict[str, Document]:
    """All YAML files of the folder that can be read, in the order of their names."""
    documents: dict[str, Document] = {}
    for path in _files(folder):
        if path.suffix != ".yaml":
            if path.suffix.lower() in {".yaml", ".yml"}:
                advice = f"rename it to {path.stem}.yaml"
                problems.append(
                    Problem(str(path), 0, 0, "ending", "a bank's files end in .yaml", advice)
                )
            continue
        try:
            documents[path.name] = Document.read(path)
        except QuizgenError as error:
            problems += error.problems
    if BANK_FILE not in documents and not any(
        problem.file == str(folder / BANK_FILE) for problem in problems
    ):
        problems.append(
            Problem(
                str(folder / BANK_FILE),
                0,
                0,
                "missing-file",
                "the file is missing",
                "a bank needs it; `quizgen new DIR` writes one to start from",
            )
        )
    return documents


def _files(folder: Path) -> list[Path]:
    """What lies in the folder, in the order of names, without the hidden files of editors."""
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError as error:
        message = {
            FileNotFoundError: "there is no such folder",
            NotADirectoryError: "this is no folder",
        }.get(type(error), f"the folder cannot be read: {error.strerror}")
        advice = f"name a folder that holds {BANK_FILE}; `quizgen new DIR` writes one to start from"
        raise QuizgenError.of(str(folder), "no-bank", message, advice) from error
    return [folder / name for name in names if not name.startswith(".")]


def _places(files: Sequence[ClaimsFile]) -> dict[str, tuple[Document, Route]]:
    places: dict[str, tuple[Document, Route]] = {}
    for file in files:
        if file.source is not None:
            places[file.source.id] = (file.document, ("source",))
        for route, claim in file.claims:
            places[claim.id] = (file.document, route)
            for name in claim.questions:
                places[f"{claim.id}.{name}"] = (file.document, (*route, "questions", name))
        places |= {draft.id: (file.document, route) for route, draft in file.drafts}
    return places
