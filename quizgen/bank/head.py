"""What one value of bank.yaml means for another: topics, other names, people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.text.wording import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.document import Document
    from quizgen.bank.entries import BankFile
    from quizgen.bank.known import Known
    from quizgen.errors import Problem


def head_problems(document: Document, head: BankFile | None, known: Known) -> Iterator[Problem]:
    """All that is wrong between the values of bank.yaml.

    Args:
        document: the file.
        head: its values; None where its shape is wrong.
        known: the ids that the bank defines.
    """
    topics = known.topics or []
    for index, topic in enumerate(topics):
        if topic in topics[:index]:
            yield document.problem(
                ("topics", index, "id"),
                "repeated-id",
                f"there is a topic {topic!r} already",
                "give this one an id of its own, or remove it",
            )
    if head is not None:
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
