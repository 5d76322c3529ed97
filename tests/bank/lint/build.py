"""A bank around the few lines that a test or an example of the docs is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path

ESSAY = """\
The stone bridge of Lindenau was built in 1911 by Italian masons who had crossed the Alps on foot in search of work.
The mayor calls the bridge “our oldest friend”, and its four arches have never been repaired.
If the town grew, the masons wrote, the toll should end.
"""  # noqa: E501  (a paragraph is a line)

_HEAD = {"bank": {"id": "test", "title": "Test"}, "topics": [{"id": "town", "title": "The town"}]}
_SOURCE = {
    "id": "voss",
    "author": "Clara Voss",
    "title": "Our Bridge",
    "publisher": "The Lindenau Courier",
    "published": "2026",
    "genre": "opinion piece",
    "licence": "made up for this test",
    "file": "voss.txt",
}
_CLAIM: dict[str, Any] = {
    "kind": "fact",
    "text": "the bridge was built in [[1911]]",
    "evidence": {"paragraph": "1", "quote": "was built in 1911"},
    "topics": ["town"],
}
_SAID = "built in 1911"
"""What the phrase is taken to say of every answer, where an example brings no evidence."""
_QUESTION = {
    "ask": "who built the bridge of Lindenau?",
    "answer": "Italian masons",
    "why": "Voss heard it from her grandfather, who sold them bread.",
}
_REASON = "Voss names no such thing."
_ORR = {
    "source": _SOURCE | {"id": "orr", "author": "Ben Orr", "file": "orr.txt"},
    "claims": [
        {
            "id": "orr-ferry",
            "kind": "interpretation",
            "text": "a [[ferry]] would do",
            "evidence": {"paragraph": "1", "quote": "a ferry would do"},
            "topics": ["town"],
        }
    ],
}
ORR_ESSAY = "It costs nine hundred crowns a month, and a ferry would do.\n"


class _Dumper(yaml.SafeDumper):
    """Writes a text out wherever it stands, since a bank holds no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def write_bank(folder: Path, part: Any, language: str = "en") -> Path:
    """Write a bank around keys of a question, keys of a claim, or ``claims:`` with such keys.

    What the part leaves out is filled in without a flaw, reasons of distractors too, unless
    one of them has a reason. Claims with ``sources`` stand in a file of their own, and beside
    them a second author. Beside ``claims:`` there may be keys of the ``source:``.
    """
    if "claims" in part:
        claims = part["claims"]
    elif "ask" in part:
        claims = [{"questions": {"q": part}}]
    else:
        claims = [part]
    folder.mkdir(parents=True, exist_ok=True)
    head = _HEAD | {"bank": {"id": "test", "title": "Test", "language": language}}
    source = _SOURCE | part.get("source", {})
    whole = [_claim(i, claim) for i, claim in enumerate(claims)]
    one = [claim for claim in whole if "sources" not in claim]
    files = {"bank.yaml": head, "voss.yaml": {"source": source, "claims": one}}
    (folder / "voss.txt").write_text(ESSAY, "utf-8")
    if several := [claim for claim in whole if "sources" in claim]:
        files |= {"orr.yaml": _ORR, "compare.yaml": {"claims": several}}
        (folder / "orr.txt").write_text(ORR_ESSAY, "utf-8")
    for name, data in files.items():
        text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
        (folder / name).write_text(text, "utf-8")
    return folder


def _claim(number: int, given: dict[str, Any]) -> dict[str, Any]:
    questions = {name: _question(q) for name, q in given.get("questions", {}).items()}
    claim = {"id": f"c{number}", **_CLAIM, **given}
    if questions and "evidence" not in given:
        says = {question["answer"]: _SAID for question in questions.values()}
        claim["evidence"] = {**_CLAIM["evidence"], "says": says}
    return claim | ({"questions": questions} if questions else {})


def _question(given: dict[str, Any]) -> dict[str, Any]:
    wrong = given.get("wrong", [])
    if all(isinstance(option, str) for option in wrong):
        wrong = [{"text": option, "why": _REASON} for option in wrong]
    return _QUESTION | given | ({"wrong": wrong} if wrong else {})


def write_two_authors(folder: Path) -> Path:
    """Write a bank of two authors with six claims and seven questions, and no flaw in them."""
    for name, text in _TWO_AUTHORS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


_TWO_AUTHORS = {
    "bank.yaml": """\
bank: {id: bridge, title: The bridge of Lindenau}
topics:
  - {id: town, title: The town}
  - {id: money, title: What it costs}
""",
    "voss.yaml": """\
source:
  id: voss
  author: Clara Voss
  title: Our Bridge
  publisher: The Lindenau Courier
  published: 2026
  genre: opinion piece
  licence: made up for this test
  file: voss.txt
claims:
  - id: voss-built
    kind: fact
    text: the bridge was built in [[1911]]
    evidence: {paragraph: 1, quote: built in 1911 by Italian masons}
    topics: [town]
    questions:
      year:
        ask: in which year was the bridge built?
        answer: 1911
        wrong: [1899, {text: 1907, why: The mill is older.}, {text: 1914, why: The war began.}]
        why: Voss dates it to a spring before the war.
        difficulty: 1
      who:
        ask: who put up the stone arches?
        answer: Italian masons
        wrong:
          - French engineers
          - {text: Swiss carpenters, why: They built the mill.}
          - {text: German miners, why: They came for the tunnel.}
        why: Voss adds that they had crossed the Alps on foot.
  - id: voss-friend
    kind: quote
    speaker: the mayor
    text: the mayor calls the bridge “our oldest friend”
    evidence: {paragraph: 2, quote: The mayor calls the bridge}
    topics: [town]
    questions:
      what:
        ask: what does the mayor call “our oldest friend”?
        answer: the bridge
        wrong:
          - the church
          - {text: the school, why: It has burnt down twice.}
          - {text: the market, why: It moved to Oberau.}
        why: Voss quotes a speech from the jubilee.
  - id: voss-worth
    kind: interpretation
    text: the bridge is worth its [[upkeep]]
    evidence:
      - {paragraph: 2, quote: have never been repaired, says: {upkeep: repaired}}
      - {paragraph: 2, quote: our oldest friend}
    topics: [town, money]
    context: The town’s ledger gives the sum.
    reference: "Town archive, ledger 7, page 3"
    questions:
      worth:
        ask: what is the old bridge worth?
        answer: upkeep
        wrong: [nothing, {text: a toll, why: Orr wants one.}, {text: a song, why: It has one.}]
        why: Voss asks the town for a yearly sum.
        modes: [choice, recall]
""",
    "orr.yaml": """\
source:
  id: orr
  author: Ben Orr
  title: No More Stones
  publisher: Lindenau Weekly
  published: 2026
  genre: opinion piece
  licence: made up for this test
  file: orr.txt
claims:
  - id: orr-cost
    kind: fact
    text: the bridge costs [[900]] crowns a month
    evidence: {paragraph: 1, quote: nine hundred crowns a month, says: {900: nine hundred}}
    topics: [money]
    questions:
      crowns:
        ask: how many crowns does the bridge cost each month?
        answer: 900
        wrong: [90, {text: 9000, why: That is a year.}, {text: 90000, why: That is the debt.}]
        why: Orr takes it from the ledger of the council.
  - id: orr-ferry
    kind: interpretation
    text: a [[ferry]] would do
    evidence: {paragraph: 1, quote: a ferry would do}
    topics: [money]
    questions:
      instead:
        ask: what would do instead of stones?
        answer: a ferry
        wrong:
          - a tunnel
          - {text: a fjord, why: Nobody wades here.}
          - {text: a cable car, why: It would need a hill.}
        why: Orr wants to sell tickets at the landing.
""",
    "compare.yaml": """\
claims:
  - id: both-cross
    kind: interpretation
    sources: [voss, orr]
    rests_on: [voss-worth, orr-ferry]
    text: people have to get [[across]] the river
    evidence:
      - {source: voss, paragraph: 2, quote: our oldest friend}
      - source: orr
        paragraph: 1
        quote: a ferry would do
        says: {across the river: ferry}
    topics: [town]
    questions:
      where:
        ask: where do people have to get?
        answer: across the river
        wrong:
          - around the hill
          - {text: into the valley, why: It lies on this side.}
          - {text: up the tower, why: It is locked.}
        why: Voss by the bridge, Orr by a ferry.
        difficulty: 3
        skill: corroboration
""",
    "voss.txt": ESSAY,
    "orr.txt": "It costs nine hundred crowns a month, and a ferry would do.\n",
}
