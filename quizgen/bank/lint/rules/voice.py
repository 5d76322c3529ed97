"""Attribution and neutral voice: whose words a reader takes a sentence for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.bank.lint.rule import Finding, bank_rule, claim_rule, question_rule
from quizgen.text.english import without_quotations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.lint.rule import Located
    from quizgen.bank.lint.view import BankView, ClaimView, QuestionView

_ATTRIBUTION = re.compile(
    r"according to\b|in the (?:author|essay|writer)[’']s (?:view|opinion)", re.IGNORECASE
)
_SOURCE_WORDS = re.compile(
    r"\b(?:author|essay|article|writer)s?\b|\b(?:both|all three|neither)\b", re.IGNORECASE
)
_COMPARES = re.compile(
    r"\b(?:which|each|all|both|neither|one|none|only) of (?:the|these|those) (?:two|three|four)\b"
    r"(?! \w+s (?:is|are|was|were|did|does|do|has|have|had)\b)"  # which of the two powers did ...
    r"|\b(?:which|what|both|neither|each|all|the)(?: two| three| four| other)?"
    r" (?:essay|author|writer)s?\b",
    re.IGNORECASE,
)
_LOADED = re.compile(
    r"\b(?:thugs?|puppets?|warmonger\w*|(?<!anti-)imperialis\w+|brutal\w*|cynical\w*|evil|savage\w*"
    r"|reckless\w*|disastrous\w*|notorious\w*|so-called|propaganda|heroic\w*|glorious\w*"
    r"|catastroph\w+|absurd\w*|ridiculous\w*|shameful\w*|outrageous\w*|corrupt|sham|bogus"
    r"|delusion\w*|hypocri\w+|fanatic\w*|foolish\w*|arrogan\w+|tyran\w+|bloodthirsty|barbar\w+"
    r"|rogue|meddl\w+|bull(?:y|ies|ied|ying)|obvious\w*|of course|unfortunately|sadly)\b"
)


@bank_rule(
    "names-author",
    "error",
    "a stem or a claim names the author, who stands before it already",
    "leave the author out: the words read on after 'According to ..., '",
)
def names_author(bank: BankView) -> Iterator[Located]:
    """The attribution is added in one place; here it would also tell the answer to *who*.

    A comparison is exempt: how else should it tell its authors apart?
    """
    for id, route, text, view in bank.sentences:
        if len(view.claim.sources) > 1:
            continue
        for surname, pattern in view.surnames:
            if surname in text and pattern.search(without_quotations(text)):
                yield id, Finding(route, f"the author {surname!r} is named")


@bank_rule(
    "attributed-twice",
    "error",
    "a stem or a claim begins with an attribution of its own",
    "remove it: 'According to ..., ' is added for you, and whom the author cites is speaker:",
    english=True,
)
def attributed_twice(bank: BankView) -> Iterator[Located]:
    """A reader would see it twice, and the second could differ from the first."""
    for id, route, text, _ in bank.sentences:
        if match := _ATTRIBUTION.match(text):
            yield id, Finding(route, f"{match[0]!r} stands before it already")


@question_rule(
    "unattributed-why",
    "warning",
    "the rationale names neither an author nor a speaker, so it speaks as a fact",
    "write who says it: 'Ng dates it to 1994', not 'It was in 1994'",
    english=True,
)
def unattributed_why(view: QuestionView) -> Iterator[Finding]:
    """The rationale is shown without 'According to', so it has to say whose claim it is."""
    why, claim = view.question.rationale, view.of.claim
    if any(surname in why for surname, _ in view.of.surnames):
        return
    if claim.speaker and claim.speaker.split()[-1] in why:
        return
    if not _SOURCE_WORDS.search(why):
        yield Finding(("why",), f"the rationale does not say that {claim.attribution.line} says so")


@bank_rule(
    "joint-prompt",
    "error",
    "a comparison is put into each author's mouth, though only the editors make it",
    "add the line pattern: compare to the claim: 'Comparing the essays of ..., '",
    english=True,
)
def joint_prompt(bank: BankView) -> Iterator[Located]:
    """'According to A and B, ...' is only for what each of them says."""
    for id, route, text, view in bank.sentences:
        if len(view.claim.sources) < 2 or view.claim.attribution.pattern == "compare":
            continue
        own = without_quotations(text)
        named = (pattern.search(own) for _, pattern in view.surnames)
        if found := _COMPARES.search(own) or next(filter(None, named), None):
            yield id, Finding(route, f"{found[0]!r} compares, and no author says that")


@question_rule(
    "loaded-word",
    "warning",
    "a stem about a fact uses a loaded word outside quotation marks",
    "use a neutral word, or put the author's own word in “ ”",
    english=True,
)
def loaded_word(view: QuestionView) -> Iterator[Finding]:
    """What is neutral is open to debate; what a speaker is cited with is the speaker's."""
    if view.of.claim.kind != "fact" or view.of.claim.speaker:
        return
    if match := _LOADED.search(view.own_words.lower()):
        yield Finding(("ask",), f"{match[0]!r} takes sides")


@claim_rule(
    "voiced-as-fact",
    "warning",
    "a claim of the kind fact uses a loaded word outside quotation marks",
    "make it an interpretation, use a neutral word, or put the author's own word in “ ”",
    english=True,
)
def voiced_as_fact(view: ClaimView) -> Iterator[Finding]:
    """What evaluates is the author's interpretation, and is labelled so."""
    if view.claim.kind != "fact" or view.claim.speaker:
        return
    if match := _LOADED.search(view.own_words.lower()):
        yield Finding(("text",), f"{match[0]!r} takes sides")
