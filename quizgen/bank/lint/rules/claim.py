"""Flaws of a claim: quotations, notes and blanks."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from quizgen.bank.lint.rule import Finding, bank_rule, claim_rule
from quizgen.text.english import quotations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.lint.rule import Located
    from quizgen.bank.lint.view import BankView, ClaimView

_BLANK_WORDS = 5
_CENTRAL_QUESTIONS = 2
_VIOLENT = re.compile(
    r"\b(?:kill(?:s|ed|ing|ings)?|massacre\w*|murder\w*|tortur\w+|genocid\w+|slaughter\w*"
    r"|ethnic cleansing|atrocit\w+|execut(?:ed|ions?)|assassinat\w+|mutilat\w+|rap(?:e|ed|es|ists?)"
    r"|sexual(?:ly)? (?:violence|abus\w+|assault\w*)|suicide|death toll|deaths|casualties|wounded"
    r"|starv\w+|lynch(?:ed|ings?)|behead\w*|dead bodies|corpses?)\b"
)


@claim_rule(
    "quote-without-marks",
    "warning",
    "a claim of the kind quote holds no quotation marks",
    "put the quoted words in “ ”, or make it a fact or an interpretation that cites its speaker",
)
def quote_without_marks(view: ClaimView) -> Iterator[Finding]:
    """A reader must see which words are the speaker's and which are the bank's."""
    if view.claim.kind == "quote" and not quotations(view.text):
        yield Finding(("text",), "no words of the quotation are marked")


@claim_rule(
    "context-without-reference",
    "warning",
    "an editors' note names no source of its own",
    "add the line reference: ... (a treaty article, a resolution, a dated report)",
)
def context_without_reference(view: ClaimView) -> Iterator[Finding]:
    """No fact travels without its source: the editors' facts neither."""
    if view.claim.context and not view.claim.reference:
        yield Finding(("context",), "the note has no reference")


@claim_rule(
    "content-note-missing",
    "warning",
    "a claim speaks of violence without a content note",
    "add the line content_note: ... in a few words (civilian deaths in war)",
    english=True,
)
def content_note_missing(view: ClaimView) -> Iterator[Finding]:
    """A student is told before, not after."""
    if not view.claim.content_note and (match := _VIOLENT.search(view.text.lower())):
        yield Finding(("text",), f"{match[0]!r} calls for a content note")


@claim_rule(
    "long-blank",
    "warning",
    f"a blank has more than {_BLANK_WORDS} words",
    "hide the term that matters: nobody fills in half a sentence word for word",
)
def long_blank(view: ClaimView) -> Iterator[Finding]:
    """A blank is answered from memory."""
    for blank in view.claim.statement.blanks:
        count = len(blank.split())
        if count > _BLANK_WORDS:
            yield Finding(("text",), f"the blank {blank!r} has {count} words")


@bank_rule(
    "unused-claim",
    "warning",
    "a claim has neither blanks nor questions, so no student ever meets it",
    "mark a term with [[...]], or add a question",
)
def unused_claim(bank: BankView) -> Iterator[Located]:
    """A claim that others rest on has its use."""
    asked = {view.question.claim.id for view in bank.questions}
    asked.update(id for view in bank.claims for id in view.claim.rests_on)
    for view in bank.claims:
        if view.claim.id not in asked and not view.claim.statement.blanks:
            yield view.claim.id, Finding((), "nothing is ever asked about this claim")


@bank_rule(
    "central-thin",
    "warning",
    f"a central claim has fewer than {_CENTRAL_QUESTIONS} questions, or none beyond recall",
    "ask for its evidence, its source, what follows from it or who differs (skill:)",
)
def central_thin(bank: BankView) -> Iterator[Located]:
    """What a class would be asked for is worth more than one look."""
    skills: defaultdict[str, list[str]] = defaultdict(list)
    for view in bank.questions:
        skills[view.question.claim.id].append(view.question.skill)
    for claim in bank.bank.claims:
        asked = skills[claim.id]
        if claim.weight == "central" and len(asked) < _CENTRAL_QUESTIONS:
            yield claim.id, Finding(("weight",), f"the questions about it: {len(asked)}")
        elif claim.weight == "central" and set(asked) == {"recall"}:
            yield claim.id, Finding(("weight",), "all its questions ask for recall")
