"""A bank of any size, made up, in the shape of a real one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = """bank:
  id: {id}
  title: A large bank
topics:
  - {{id: first, title: The first topic}}
  - {{id: second, title: The second topic}}
"""

_SOURCE = """source:
  id: writer
  author: Ada Writer
  title: A long essay
  publisher: The Press
  published: "2026"
  genre: opinion essay
  licence: made up
claims:
"""

_CLAIM = """  - id: writer-claim-{n}
    kind: fact
    text: in the year [[{year}]] the town of [[Place {n}]] opened a library
    evidence: {{paragraph: {n}, quote: opened its library in the year}}
    topics: [{topic}]
    context: The opening was announced a year earlier and put off twice.
    reference: Town records, volume {n}
    questions:
      year:
        ask: in which year did the town of Place {n} open its library?
        answer: {year}
        wrong: [{a}, {b}, {c}]
        why: Writer dates the opening of the library of Place {n} to {year}.
        difficulty: 1
      place:
        ask: which town opened library number {n} of the land?
        answer: Place {n}
        accept: [The town of Place {n}]
        wrong:
          - Village {n}
          - Harbour {n}
          - {{text: "City {n}", why: "Writer names the city, but for its theatre."}}
        why: Writer says that Place {n} opened this library.
        difficulty: 2
"""


def write_bank(folder: Path, questions: int, id: str = "large") -> Path:
    """Write a bank with that many questions, two a claim; returns the file of claims."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bank.yaml").write_text(_HEAD.format(id=id), "utf-8")
    path = folder / "writer.yaml"
    with path.open("w", encoding="utf-8") as file:
        file.write(_SOURCE)
        for n in range(1, questions // 2 + 1):
            year = 1000 + n % 900
            topic = "first" if n % 2 else "second"
            numbers = {"year": year, "a": year - 7, "b": year + 4, "c": year + 11}
            file.write(_CLAIM.format(n=n, topic=topic, **numbers))
    return path
