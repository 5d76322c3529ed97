"""The names that bank.yaml lists for those who type: each must stand for one thing alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.text.wording import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.document import Document
    from quizgen.bank.yaml_schema import BankFile
    from quizgen.errors import Problem


def name_problems(document: Document, head: BankFile) -> Iterator[Problem]:
    """All that is wrong with the other names and the people that bank.yaml lists."""
    yield from _names(document, head)
    yield from _people(document, head)


def _names(document: Document, head: BankFile) -> Iterator[Problem]:
    """Each other name stands for one name alone, and says more than signs."""
    seen = {normal(name): name for name in head.names}
    for name, others in head.names.items():
        for index, other in enumerate(others):
            taken = seen.setdefault(normal(other), name)
            if taken != name or normal(other) == normal(name):
                yield document.problem(
                    ("names", name, index),
                    "repeated-name",
                    f"{other!r} stands for {taken!r} already",
                    "let each other name stand for one name: remove it here or there",
                )


def _people(document: Document, head: BankFile) -> Iterator[Problem]:
    """Each is there once, with a first name."""
    seen: set[str] = set()
    for index, person in enumerate(head.people):
        if len(person.split()) < 2:
            yield document.problem(
                ("people", index),
                "value",
                f"{person!r} is a single name",
                "write the full name, the last name at its end",
            )
        elif normal(person) in seen:
            yield document.problem(
                ("people", index), "repeated-name", f"{person!r} stands here twice", "remove one"
            )
        seen.add(normal(person))
