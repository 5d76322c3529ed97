"""Sound entries -> the immutable Bank."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from quizgen.bank.attribution import Attribution, Stem
from quizgen.bank.authors import all_authors, short_names
from quizgen.bank.count import Count
from quizgen.bank.file_entries import DraftEntry
from quizgen.bank.model import Bank, Claim, Distractor, Draft, Question, Topic
from quizgen.bank.patterns import Patterns
from quizgen.bank.source import Evidence, Source
from quizgen.modes import modes_of
from quizgen.text.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quizgen.bank.validate import ClaimsFile
    from quizgen.bank.yaml_schema import BankFile, ClaimEntry, QuestionEntry, SourceEntry


def assemble(head: BankFile, files: Iterable[ClaimsFile]) -> Bank:
    """Build a bank from entries that ``checks`` found nothing wrong with."""
    files = list(files)
    patterns = Patterns(**head.bank.patterns.model_dump(exclude_none=True))
    topics = {
        entry.id: Topic(entry.id, entry.title, tuple(entry.standards)) for entry in head.topics
    }
    sources = _sources([file.source for file in files if file.source is not None], patterns)
    bylines = len({source.author for source in sources.values()})
    claims: list[Claim] = []
    questions: list[Question] = []
    drafts: list[Draft] = []
    for file in files:
        own = [file.source.id] if file.source is not None else []
        drafts += [_draft(entry, own, sources) for _, entry in file.drafts]
        for _, entry in file.claims:
            ids = own or entry.sources or []
            if any(sources[id].todo for id in ids):  # nobody could say whose claim it is
                drafts.append(_draft(entry, ids, sources))
                continue
            attribution = Attribution(
                tuple(sources[id] for id in ids), patterns, entry.speaker or "", entry.pattern
            )
            claim = _claim(entry, attribution, topics, sources)
            claims.append(claim)
            questions += [
                _asked(claim, name, question, bylines) for name, question in entry.questions.items()
            ]
    asked = [question for question in questions if not question.retired]
    return Bank(
        id=head.bank.id,
        title=head.bank.title,
        about=head.bank.about or "",
        language=head.bank.language,
        topics=tuple(topics.values()),
        sources=tuple(sources.values()),
        claims=tuple(claims),
        questions=tuple(asked),
        retired=tuple(question for question in questions if question.retired),
        drafts=tuple(drafts),
        licence=head.bank.licence or "",
        editors=tuple(head.bank.editors),
        patterns=patterns,
        names=Names(MappingProxyType(head.names), tuple(head.people)),
        by_id=MappingProxyType({question.id: question for question in asked}),
    )


def _sources(entries: Sequence[SourceEntry], patterns: Patterns) -> dict[str, Source]:
    authors = all_authors(entries)
    short = short_names(authors, {entry.id: entry.title for entry in entries})
    return {
        entry.id: Source(
            **entry.model_dump(
                exclude_none=True, exclude={"headings", "uncounted", "author", "authors", "todo"}
            ),
            todo=tuple(entry.todo or ()),
            author=patterns.join([author.name for author in authors[entry.id]]),
            authors=authors[entry.id],
            short=short[entry.id],
            count=Count.of(entry.uncounted, entry.headings),
        )
        for entry in entries
    }


def _claim(
    entry: ClaimEntry,
    attribution: Attribution,
    topics: Mapping[str, Topic],
    sources: Mapping[str, Source],
) -> Claim:
    return Claim(
        id=entry.id,
        kind=entry.kind,
        statement=Stem(entry.text),
        attribution=attribution,
        evidence=_evidence(entry, [source.id for source in attribution.sources], sources),
        topics=tuple(topics[id] for id in entry.topics),
        weight=entry.weight,
        context=entry.context or "",
        reference=entry.reference or "",
        content_note=entry.content_note or "",
        also=tuple(entry.also),
        rests_on=tuple(entry.rests_on),
        allow=tuple(entry.allow.items()),
    )


def _draft(
    entry: ClaimEntry | DraftEntry, own: Sequence[str], sources: Mapping[str, Source]
) -> Draft:
    todo = tuple(entry.todo) if isinstance(entry, DraftEntry) else ()
    return Draft(entry.id, todo, _evidence(entry, own, sources))


def _evidence(
    entry: ClaimEntry | DraftEntry, own: Sequence[str], sources: Mapping[str, Source]
) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            sources[piece.source or own[0]],
            piece.paragraph,
            piece.quote,
            tuple(piece.says.items()),
        )
        for piece in entry.evidence
        if piece.source or own
    )


def _question(claim: Claim, name: str, entry: QuestionEntry) -> Question:
    return Question(
        id=f"{claim.id}.{name}",
        claim=claim,
        stem=Stem(entry.ask),
        key=entry.answer,
        accept=tuple(entry.accept),
        distractors=tuple(
            Distractor(option) if isinstance(option, str) else Distractor(option.text, option.why)
            for option in entry.wrong
        ),
        rationale=entry.why,
        difficulty=entry.difficulty,
        skill=entry.skill,
        modes=(),
        retired=entry.retired or "",
        allow=tuple(entry.allow.items()),
        short=Stem(entry.short) if entry.short else None,
    )


def _asked(claim: Claim, name: str, entry: QuestionEntry, authors: int) -> Question:
    """The question with its modes: those that it has the parts for, and that it wants."""
    question = _question(claim, name, entry)
    wanted = entry.modes
    modes = modes_of(question, authors)
    if wanted is not None:
        modes = tuple(mode for mode in modes if mode in wanted)
    return replace(question, modes=modes)


def sketch(entry: ClaimEntry, name: str, question: QuestionEntry) -> Question:
    """A question whose references may not hold: enough to say what it has the parts for."""
    ids = [entry.id, *(entry.sources or []), *(piece.source or "" for piece in entry.evidence)]
    sources = {id: Source(id, id, "", "", "", "", "") for id in ids}
    attribution = Attribution(tuple(sources[id] for id in entry.sources or [entry.id]), Patterns())
    topics = {id: Topic(id, id) for id in entry.topics}
    return _question(_claim(entry, attribution, topics, sources), name, question)
