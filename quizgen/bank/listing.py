"""A question as a record for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizgen.bank.attribution import bare

if TYPE_CHECKING:
    from quizgen.bank.citation import Citation
    from quizgen.bank.model import Question


def as_record(question: Question) -> dict[str, Any]:
    """All that a program may want to know of a question, as JSON's types.

    ``text`` is the claim's sentence without its authors, who stand in ``authors``;
    ``prompt`` is what a student reads. ``evidence`` is the first place,
    ``further_evidence`` holds the others (a comparison has one in each essay).
    """
    claim = question.claim
    first, *others = claim.evidence
    return {
        "id": question.id,
        "claim": claim.id,
        "text": bare(claim.statement),
        "kind": claim.kind,
        "weight": claim.weight,
        "authors": [author.name for author in claim.authors],
        "speaker": claim.speaker or None,
        "topics": [topic.id for topic in claim.topics],
        "difficulty": question.difficulty,
        "skill": question.skill,
        "prompt": question.prompt,
        "answer": question.key,
        "accept": list(question.accept),
        "wrong": [distractor.text for distractor in question.distractors],
        "why": question.rationale,
        "attribution": claim.attribution.line,
        "citation": claim.citation,
        "evidence": _record(claim.cite(first)),
        "further_evidence": [_record(claim.cite(piece)) for piece in others],
        "context": claim.context or None,
        "reference": claim.reference or None,
        "content_note": claim.content_note or None,
        "modes": list(question.modes),
    }


def _record(cited: Citation) -> dict[str, Any]:
    """One piece of evidence; ``url`` opens the published essay at its phrase."""
    (piece,) = cited.pieces
    return {
        "source": piece.source.id,
        "heading": piece.heading or None,
        "paragraph": piece.paragraph,
        "quote": piece.quote,
        "url": cited.url or None,
    }
