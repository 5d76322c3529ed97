"""What one value of a bank means for another: references, options, evidence, blanks."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from quizgen.bank.attribution import BLANK
from quizgen.bank.basics import source_problems
from quizgen.bank.wishes import mode_wishes
from quizgen.bank.yaml_schema import ClaimEntry
from quizgen.text.wording import normal, straight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.builder import Route
    from quizgen.bank.known import Known
    from quizgen.bank.validate import ClaimsFile
    from quizgen.bank.yaml_schema import EvidenceEntry, QuestionEntry
    from quizgen.errors import Problem

EVIDENCE_WORDS = range(3, 13)


def file_problems(file: ClaimsFile, known: Known) -> Iterator[Problem]:
    """All that is wrong between the values of a file, and between them and other files."""
    document = file.document
    if file.source is not None:
        yield from source_problems(document, file.source, known)
    for route, claim in file.claims:
        check = _ClaimCheck(file, route, claim, known)
        yield from check.problems()
    for route, draft in file.drafts:
        as_claim = ClaimEntry.model_construct(**dict(draft))
        yield from _ClaimCheck(file, route, as_claim, known).problems_of_a_draft()


@dataclass(frozen=True, slots=True)
class _ClaimCheck:
    file: ClaimsFile
    route: Route
    claim: ClaimEntry
    known: Known

    def problem(self, route: Route, code: str, message: str, advice: str) -> Problem:
        return self.file.document.problem((*self.route, *route), code, message, advice)

    def problems(self) -> Iterator[Problem]:
        yield from self._id()
        yield from self._references()
        yield from self._sources()
        yield from self._text()
        for index, piece in enumerate(self.claim.evidence):
            yield from self._evidence(index, piece)
        for name, question in self.claim.questions.items():
            yield from self._question(("questions", name), question)
            bylines = self.known.bylines
            for wish, message, advice in mode_wishes(self.claim, name, question, bylines):
                yield self.problem(("questions", name, "modes", *wish), "mode", message, advice)

    def problems_of_a_draft(self) -> Iterator[Problem]:
        """Of what is there already only that which would lead astray."""
        yield from self._id()
        yield from self._references()
        for index, piece in enumerate(self.claim.evidence):
            yield from self._evidence(index, piece)
            if piece.source and self.known.complete and piece.source not in self.known.sources:
                yield self.problem(
                    ("evidence", index, "source"),
                    "unknown-reference",
                    f"there is no source {piece.source!r}",
                    "write one that exists, or add the source first",
                )

    def _id(self) -> Iterator[Problem]:
        first, *others = self.known.claims[self.claim.id]
        here = (self.file.document, (*self.route, "id"))
        if any(place == here for place in others):
            place = first[0].problem(first[1], "", "").place
            yield self.problem(
                ("id",),
                "repeated-id",
                f"the id {self.claim.id!r} stands at {place}, too",
                "ids are permanent: give the newer claim another one",
            )
        if self.claim.id in self.known.sources:
            yield self.problem(
                ("id",),
                "repeated-id",
                f"the id {self.claim.id!r} is a source's already",
                f"add what the claim is about: {self.claim.id}-first-combat",
            )

    def _references(self) -> Iterator[Problem]:
        claim, known = self.claim, self.known
        for field, names, defined, what in (
            ("topics", claim.topics, known.topics, "topic"),
            ("also", claim.also, known.sources if known.complete else None, "source"),
            ("sources", claim.sources or [], known.sources if known.complete else None, "source"),
            ("rests_on", claim.rests_on, known.claims if known.complete else None, "claim"),
        ):
            for index, name in enumerate(names):
                if name in names[:index]:
                    yield self.problem(
                        (field, index),
                        "repeated-reference",
                        f"the {what} {name!r} is named twice",
                        "remove one of the two",
                    )
                elif defined is not None and name not in defined:
                    close = get_close_matches(name, list(defined), 1)
                    yield self.problem(
                        (field, index),
                        "unknown-reference",
                        f"there is no {what} {name!r}",
                        f"did you mean {close[0]}?"
                        if close
                        else f"write one that exists, or add the {what} first",
                    )

    def _sources(self) -> Iterator[Problem]:
        claim, source = self.claim, self.file.source
        cited = {piece.source for piece in claim.evidence}
        if self.file.compares:
            if not claim.sources:
                yield self.problem(
                    (),
                    "missing-key",
                    "a claim that compares must name its sources",
                    "add the line sources: [one, another]",
                )
            else:
                for name in claim.sources:
                    if name not in cited:
                        yield self.problem(
                            ("evidence",),
                            "no-evidence",
                            f"no evidence from {name!r} is given",
                            f"add {{source: {name}, paragraph: ..., quote: ...}}",
                        )
        else:
            if claim.sources is not None:
                yield self.problem(
                    ("sources",),
                    "value",
                    "a claim of one source cannot name several",
                    "remove sources, or move the claim to a file without source:",
                )
            if source is not None and source.id in claim.also:
                yield self.problem(
                    ("also",),
                    "value",
                    "also: names the claim's own source",
                    "list only other sources that make the same claim",
                )
        if claim.pattern == "compare" and len(claim.sources or ()) < 2:
            yield self.problem(
                ("pattern",),
                "value",
                "a claim of one source compares nothing",
                "remove pattern, or name several sources: in a file without source:",
            )
        if claim.kind == "quote" and claim.speaker is None:
            yield self.problem(
                ("kind",),
                "missing-key",
                "a quotation needs a speaker",
                "add the line speaker: NAME (an unnamed one stays unnamed: an official)",
            )
        if claim.reference is not None and claim.context is None:
            yield self.problem(
                ("reference",),
                "missing-key",
                "a reference stands without a note",
                "add the line context: ..., or remove the reference",
            )

    def _text(self) -> Iterator[Problem]:
        text = self.claim.text
        rest = BLANK.sub("_", text) if "[[" in text else text
        empty = "[[" in text and not all(term.strip() for term in BLANK.findall(text))
        if empty or "[[" in rest or "]]" in rest:
            yield self.problem(
                ("text",),
                "blank",
                "a blank is not closed, is empty, or has a bracket inside",
                "write each blank as [[term]]",
            )
        if text.endswith("."):
            yield self.problem(
                ("text",),
                "full-stop",
                "the text ends with a full stop",
                "remove it: the text reads on after 'According to ..., '",
            )

    def _evidence(self, index: int, piece: EvidenceEntry) -> Iterator[Problem]:
        source = self.file.source
        words = len(piece.quote.split())
        where: Route = ("evidence", index)
        if words not in EVIDENCE_WORDS:
            yield self.problem(
                (*where, "quote"),
                "evidence-length",
                f"the phrase has {words} words",
                "quote 3 to 12 words: enough to find, too few to copy",
            )
        yield from self._says(index, piece)
        if self.file.compares:
            if piece.source is None:
                yield self.problem(
                    where, "missing-key", "the evidence must name its source", "add source: ..."
                )
            elif self.claim.sources and piece.source not in self.claim.sources:
                yield self.problem(
                    (*where, "source"),
                    "unknown-reference",
                    f"{piece.source!r} is not among the claim's sources",
                    "add it to sources",
                )
        elif piece.source is not None and source is not None and piece.source != source.id:
            yield self.problem(
                (*where, "source"),
                "value",
                f"this file holds the claims of {source.id!r}",
                "remove source:, or move the claim to a file without source:",
            )

    def _says(self, index: int, piece: EvidenceEntry) -> Iterator[Problem]:
        answers = {
            form
            for question in self.claim.questions.values()
            for form in (question.answer, *question.accept)
        }
        for answer, words in piece.says.items():
            route: Route = ("evidence", index, "says", answer)
            if answer not in answers:
                yield self.problem(
                    route,
                    "unknown-reference",
                    f"{answer!r} is no answer of this claim’s questions",
                    "write an answer or an accepted spelling before the colon, letter for letter",
                )
            if straight(words).casefold() not in straight(piece.quote).casefold():
                yield self.problem(
                    route,
                    "says-not-there",
                    f"{words!r} does not stand in the phrase",
                    "write after the colon those words of the phrase that say the answer",
                )

    def _question(self, route: Route, question: QuestionEntry) -> Iterator[Problem]:
        if not question.ask.endswith("?"):
            yield self.problem(
                (*route, "ask"),
                "no-question",
                "the stem does not end with a question mark",
                "write a question that reads on after 'According to ..., '",
            )
        if "[[" in question.ask:
            yield self.problem(
                (*route, "ask"),
                "blank",
                "a blank stands in a stem",
                "blanks belong into the claim's text",
            )
        right = {normal(spelling): "an accepted spelling" for spelling in question.accept}
        right[normal(question.answer)] = "the answer"
        seen: dict[str, str] = {}
        for index, option in enumerate(question.wrong):
            text = option if isinstance(option, str) else option.text
            same = normal(text)
            if same in right:
                yield self.problem(
                    (*route, "wrong", index),
                    "key-among-distractors",
                    f"{text!r} is {right[same]}, too",
                    "replace this distractor",
                )
            elif same in seen:
                yield self.problem(
                    (*route, "wrong", index),
                    "repeated-option",
                    f"{text!r} stands among the distractors twice"
                    if text == seen[same]
                    else f"{text!r} is the same as {seen[same]!r} for whoever types it",
                    "replace one of the two",
                )
            seen[same] = text
