"""Who wrote what: the authors of all sources, each with one id wherever the name stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.bank.builder import KEY
from quizgen.bank.source import Author
from quizgen.text.wording import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quizgen.bank.builder import Route
    from quizgen.bank.document import Document
    from quizgen.bank.yaml_schema import AuthorEntry, SourceEntry
    from quizgen.errors import Problem

_NO_ID = re.compile(r"[^a-z0-9]+")


def named(source: SourceEntry) -> list[tuple[str, str]]:
    """The name of each author of a source, and the id where the bank gives one."""
    if source.authors is None:
        return [(source.author, "")] if source.author else []
    return [_pair(entry) for entry in source.authors]


def all_authors(sources: Sequence[SourceEntry]) -> dict[str, tuple[Author, ...]]:
    """The authors of each source, by its id.

    A name is one author wherever it stands. The id is the one that the bank gives; else that of
    the first source that this author wrote alone, so that a bank with one essay of each author
    has the same word for both; else it is made from the name.
    """
    ids = _ids(sources)
    return {
        source.id: tuple(Author(id or ids[name], name) for name, id in named(source))
        for source in sources
    }


def short_names(
    authors: Mapping[str, Sequence[Author]], titles: Mapping[str, str]
) -> dict[str, str]:
    """For each source the last names of its authors, with the title where others share them."""
    names = {
        id: "/".join(author.name.split()[-1] for author in written)
        for id, written in authors.items()
    }
    shared = {name for name in names.values() if list(names.values()).count(name) > 1}
    return {id: f"{name}, “{titles[id]}”" if name in shared else name for id, name in names.items()}


def author_problems(
    document: Document, source: SourceEntry, sources: Sequence[SourceEntry]
) -> Iterator[Problem]:
    """All that is wrong with the authors of a source, beside those of the others."""
    given, several = named(source), source.authors is not None
    if not given:
        message, advice = "the key 'author' of 'source' is missing", "add the line author: ..."
        yield document.problem(("source",), "missing-key", message, advice)
        return
    if several and source.author is not None:
        message = "author and authors both stand here"
        advice = "keep author: NAME for one, or authors: [NAME, NAME] for several"
        yield document.problem(("source", "authors", KEY), "value", message, advice)
        return
    ids, known = _ids(sources), all_authors(sources)
    others = {author for written in known.values() for author in written}
    for index, (name, id) in enumerate(given):
        route: Route = ("source", "authors", index) if several else ("source", "author")
        author = Author(id or ids[name], name)
        if name in [other for other, _ in given[:index]]:
            message, advice = f"{name!r} is named twice", "remove one of the two"
            yield document.problem(route, "repeated-reference", message, advice)
        if not author.id:
            message = f"no id can be made from the name {name!r}"
            advice = f"give one: {{id: ..., name: {name}}}"
            yield document.problem(route, "missing-key", message, advice)
        same_id = sorted(o.name for o in others if o.id == author.id and o.name != name)
        if same_id:
            message = f"the author {author.id!r} is {name!r} here and {same_id[0]!r} elsewhere"
            advice = f"write the name alike, or give an id of its own: {{id: ..., name: {name}}}"
            yield document.problem(route, "repeated-id", message, advice)
        same_name = sorted(o.id for o in others if o.name == name and o.id != author.id)
        if same_name:
            message = f"{name!r} has the id {author.id!r} here and {same_name[0]!r} elsewhere"
            advice = "give one author one id; two of one name need names that tell them apart"
            yield document.problem(route, "repeated-id", message, advice)


def _pair(entry: AuthorEntry | str) -> tuple[str, str]:
    return (entry, "") if isinstance(entry, str) else (entry.name, entry.id or "")


def _ids(sources: Sequence[SourceEntry]) -> dict[str, str]:
    """An id for each name; empty where none can be made of it."""
    given: dict[str, str] = {}
    alone: dict[str, str] = {}
    made: dict[str, str] = {}
    for source in sources:
        pairs = named(source)
        for name, id in pairs:
            if id:
                given.setdefault(name, id)
            if len(pairs) == 1:
                alone.setdefault(name, source.id)
            made[name] = _NO_ID.sub("-", fold(name)).strip("-")
    return made | alone | given
