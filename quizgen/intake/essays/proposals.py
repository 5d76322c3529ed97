"""The counted paragraphs of an essay -> proposals of claims, the likeliest first."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from quizgen.intake.essays.phrases import phrases
from quizgen.intake.essays.sentences import sentences
from quizgen.intake.essays.signals import Signal, SignalKind, signals
from quizgen.intake.essays.speakers import says, speaker

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgen.bank.model import Kind
    from quizgen.intake.essays.phrases import Phrase

WORTH_A_PHRASE = 1
"""A signal with fewer points only adds to others."""
FAMILIAR = 0.15
"""A name that stands in more of the paragraphs is no surprise to anybody."""
MOST_SIGNALS = 60
"""A sentence with more is a table of names or no prose."""
MOST_BLANKS, MOST_CANDIDATES = 3, 8

_MARKS = "“”\"‘’'(),.;:!?"
_DIGITS = re.compile(r"\d+")
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|our|Our|us|my|My|me)\b")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_KINDS: tuple[SignalKind, ...] = ("date", "number", "person", "event", "name", "quotation")
"""What a blank may hide, the best first."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A place in an essay that is worth a claim, and what stands there."""

    paragraph: int
    heading: str
    sentence: str
    phrase: str
    kind: Kind
    speaker: str
    blanks: tuple[str, ...]
    score: float
    candidates: tuple[str, ...] = ()
    """What of the same kind the essay names elsewhere: the raw material of distractors."""

    def as_record(self) -> dict[str, Any]:
        """What ``quizgen draft --json`` prints."""
        return {
            "paragraph": self.paragraph,
            "heading": self.heading or None,
            "sentence": self.sentence,
            "phrase": self.phrase,
            "kind": self.kind,
            "speaker": self.speaker or None,
            "blanks": list(self.blanks),
            "score": self.score,
        }


class Sentence(NamedTuple):
    """A sentence of the body with what was found in it."""

    paragraph: int
    heading: str
    text: str
    words: list[tuple[int, int]]
    signals: tuple[Signal, ...]
    speaker: str
    quoted: bool
    """Whether it begins inside a quotation."""


def propose(paragraphs: Sequence[tuple[str, str]]) -> list[Proposal]:
    """All proposals, by score and then by place.

    Args:
        paragraphs: each counted paragraph's heading and text, in order.
    """
    read = _without_openers(list(_read(paragraphs)))
    paragraphs_of: dict[str, set[int]] = {}
    for sentence in read:
        for signal in sentence.signals:
            if signal.kind in ("name", "person"):
                paragraphs_of.setdefault(signal.text, set()).add(sentence.paragraph)
    limit = max(2.0, FAMILIAR * len(paragraphs))
    familiar = {text for text, places in paragraphs_of.items() if len(places) > limit}
    pool = Pool.of(read)
    found = [proposal for sentence in read for proposal in _of(sentence, familiar, pool)]
    return sorted(found, key=lambda proposal: (-proposal.score, proposal.paragraph))


def _read(paragraphs: Sequence[tuple[str, str]]) -> Iterator[Sentence]:
    for number, (heading, text) in enumerate(paragraphs, 1):
        last, quoted = "", False
        for sentence, words in sentences(text):
            tokens = set(sentence.lower().replace("-", " ").split())
            heads = {token.strip(_MARKS)[:4] for token in tokens}
            found = tuple(islice(signals(sentence, tokens, heads, quoted), MOST_SIGNALS))
            said = ""
            if quoted or says(heads) or any(s.kind == "quotation" for s in found):
                said = speaker(sentence, found, last)
            yield Sentence(number, heading, sentence, words, found, said, quoted)
            named = [s.text for s in found if s.kind == "person"]
            last = said or (named[0] if named else last)
            quoted = _still_quoted(sentence, quoted)


_LOWER = re.compile(r"\b[^\W\d_A-Z][^\W\d_]+")
_NO_NAME = re.compile(r"(?:ly|ing|ed)$")


def _without_openers(read: Sequence[Sentence]) -> list[Sentence]:
    """Without capitals that only begin a sentence: *Clearly* is no name, *Turkey* is one."""
    names, usual = set(), set()
    for sentence in read:
        usual.update(_LOWER.findall(sentence.text))
        for signal in sentence.signals:
            if signal.kind in ("name", "person", "event") and signal.start > 2:
                names.update(signal.text.split())

    def opens(signal: Signal) -> Signal | None:
        if signal.kind != "name" or signal.start > 2:
            return signal
        first, _, rest = signal.text.partition(" ")
        if first in names or not (first.lower() in usual or _NO_NAME.search(first)):
            return signal
        start = signal.end - len(rest)
        return Signal("name", start, signal.end, rest) if rest[:1].isupper() else None

    return [
        sentence._replace(signals=tuple(filter(None, map(opens, sentence.signals))))
        for sentence in read
    ]


def _still_quoted(sentence: str, quoted: bool) -> bool:
    opened, closed = sentence.rfind("“"), sentence.rfind("”")
    return opened > closed if max(opened, closed) >= 0 else quoted


@dataclass(frozen=True, slots=True)
class Pool:
    """What the essay names, by kind and form, the most frequent first: others to choose from."""

    names: dict[tuple[SignalKind, str], list[str]]

    @classmethod
    def of(cls, read: Sequence[Sentence]) -> Pool:
        """All that a blank might hide."""
        counted = Counter(
            (signal.kind, signal.text)
            for sentence in read
            for signal in sentence.signals
            if signal.kind in _KINDS and signal.kind != "quotation"
        )
        names: dict[tuple[SignalKind, str], list[str]] = {}
        for (kind, text), _ in counted.most_common():
            names.setdefault((kind, _form(kind, text)), []).append(text)
        return cls({key: texts[: MOST_CANDIDATES * 2] for key, texts in names.items()})

    def others(self, text: str, kind: SignalKind) -> tuple[str, ...]:
        """Those of the same kind and form that are not the same thing in other words."""
        texts = self.names.get((kind, _form(kind, text)), ())
        others = (other for other in texts if other not in text and text not in other)
        return tuple(islice(others, MOST_CANDIDATES))


def _form(kind: SignalKind, text: str) -> str:
    """Dates and numbers of one form: a year beside years, a share beside shares."""
    return _DIGITS.sub("0", text) if kind in ("date", "number") else ""


def _of(sentence: Sentence, familiar: set[str], pool: Pool) -> Iterator[Proposal]:
    """The proposals of one sentence."""
    if sentence.text.endswith("?"):
        return
    usual = [s for s in sentence.signals if s.text not in familiar]
    worth = [s for s in usual if s.points >= WORTH_A_PHRASE and _counts(s, sentence)]
    for phrase in phrases(sentence.text, sentence.words, worth):
        yield _proposal(sentence, phrase, usual, pool)


def _counts(signal: Signal, sentence: Sentence) -> bool:
    """Words between marks without a speaker only keep a distance: they are no quotation."""
    if signal.kind != "quotation":
        return True
    return bool(sentence.speaker) or len(signal.text.split()) >= 2


def _proposal(sentence: Sentence, phrase: Phrase, usual: Sequence[Signal], pool: Pool) -> Proposal:
    blanks = _blanks(phrase)
    kind = _kind(sentence, phrase)
    points = sum(signal.points for signal in phrase.signals)
    points += 0.25 * sum(s.points for s in usual if s not in phrase.signals)
    if _FIRST_PERSON.search(_QUOTED.sub("", sentence.text)) and not sentence.quoted:
        points -= 2
    return Proposal(
        paragraph=sentence.paragraph,
        heading=sentence.heading,
        sentence=sentence.text,
        phrase=phrase.text,
        kind=kind,
        speaker=sentence.speaker,
        blanks=tuple(text for text, _ in blanks),
        score=round(max(points, 0.0), 2),
        candidates=pool.others(*blanks[0]) if blanks else (),
    )


def _kind(sentence: Sentence, phrase: Phrase) -> Kind:
    kinds = {signal.kind for signal in phrase.signals}
    touches = any(
        signal.kind == "quotation"
        and signal.start < phrase.start + len(phrase.text)
        and phrase.start < signal.end
        for signal in sentence.signals
    )
    if touches and sentence.speaker:
        return "quote"
    return "fact" if kinds & {"date", "number", "person", "event", "name"} else "interpretation"


def _blanks(phrase: Phrase) -> list[tuple[str, SignalKind]]:
    """What a fill-in card would hide, at most three and none inside another."""
    chosen: list[Signal] = []
    order = [s for kind in _KINDS for s in phrase.signals if s.kind == kind]
    for signal in order:
        long = signal.kind == "quotation" and len(signal.text.split()) > 6
        apart = all(signal.end <= other.start or other.end <= signal.start for other in chosen)
        if apart and not long and signal.text in phrase.text:
            chosen.append(signal)
    chosen = sorted(chosen[:MOST_BLANKS], key=lambda signal: signal.start)
    return [(signal.text, signal.kind) for signal in chosen]
