"""Banks made up for tests of papers."""

from __future__ import annotations

from quizgen.bank.attribution import Attribution, Stem
from quizgen.bank.model import (
    Bank,
    Claim,
    Difficulty,
    Distractor,
    Kind,
    Question,
    Skill,
    Topic,
    Weight,
)
from quizgen.bank.patterns import Patterns
from quizgen.bank.source import Evidence, Source

AUTHORS = ("ada", "ben", "cyd")
TOPICS = ("war", "peace", "trade")
SOURCES = {
    id: Source(id, f"{id.title()} Author", f"Essay of {id}", "Press", "2026", "essay", "CC0")
    for id in AUTHORS
}


def question(
    claim: str,
    *,
    name: str = "q",
    authors: tuple[str, ...] = ("ada",),
    topics: tuple[str, ...] = ("war",),
    kind: Kind = "fact",
    difficulty: Difficulty = 2,
    skill: Skill = "recall",
    ask: str = "",
    key: str = "",
    wrong: tuple[str, ...] = ("wrong one", "wrong two", "wrong three"),
    note: str = "",
    weight: Weight = "detail",
) -> Question:
    """A question whose words meet no other's unless they are given."""
    sources = tuple(SOURCES[author] for author in authors)
    about = Claim(
        claim,
        kind,
        Stem(f"{claim} holds"),
        Attribution(sources, Patterns()),
        tuple(Evidence(source, 3, f"phrase of {claim}") for source in sources),
        tuple(Topic(topic, topic.title()) for topic in topics),
        weight=weight,
        content_note=note,
    )
    return Question(
        f"{claim}.{name}",
        about,
        Stem(ask or f"what {claim}alpha {claim}beta {name}gamma?"),
        key or f"key of {claim}{name}",
        (),
        tuple(map(Distractor, wrong)),
        f"rationale of {claim}",
        difficulty,
        skill,
        ("choice", "recall"),
    )


def bank(*questions: Question) -> Bank:
    """A bank of these questions."""
    claims = {question.claim.id: question.claim for question in questions}
    return Bank(
        "made-up",
        "Made up",
        "",
        "en",
        tuple(Topic(topic, topic.title()) for topic in TOPICS),
        tuple(SOURCES.values()),
        tuple(claims.values()),
        questions,
    )


def large(count: int = 120) -> Bank:
    """A bank of all kinds of questions, two about every fifth claim."""
    made = []
    kinds: tuple[Kind, ...] = ("fact", "quote", "interpretation")
    skills: tuple[Skill, ...] = ("recall", "evidence")
    levels: tuple[Difficulty, ...] = (1, 2, 3)
    for n in range(count):
        for name in ("q", "r")[: 1 + (n % 5 == 0)]:
            made.append(
                question(
                    f"c{n}",
                    name=name,
                    authors=(AUTHORS[n % 3],) if n % 7 else (AUTHORS[n % 3], AUTHORS[(n + 1) % 3]),
                    topics=(TOPICS[n % 2],) if n % 4 else (TOPICS[n % 2], TOPICS[2]),
                    kind=kinds[n // 3 % 3],
                    difficulty=levels[n // 2 % 3],
                    skill=skills[n // 5 % 2],
                )
            )
    return bank(*made)
