"""Whose words a sentence gives: the person or body near a verb of saying."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.text.english import terms

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from quizgen.intake.essays.signals import Signal

_SAYING = (
    r"(?:said|says|say|saying|stated?|states|stating|calls?|called|calling|warn(?:s|ed|ing)?|"
    r"claim(?:s|ed|ing)?|argu(?:es?|ed|ing)|conclud(?:es?|ed|ing)|wrote|writes|explain(?:s|ed|ing)?|"
    r"admit(?:s|ted|ting)?|confid(?:es?|ed)|insist(?:s|ed|ing)?|not(?:es|ed|ing)|declar(?:es?|ed)|"
    r"assert(?:s|ed|ing)?|believ(?:es?|ed)|predict(?:s|ed|ing)?|caution(?:s|ed)|stress(?:es|ed)|"
    r"emphasiz(?:es?|ed)|acknowledg(?:es?|ed|ing)|recall(?:s|ed)|report(?:s|ed)|announc(?:es?|ed)|"
    r"remark(?:s|ed)|quipped|repl(?:ies|ied)|ask(?:s|ed)|urg(?:es?|ed)|told|tells|assur(?:es?|ed)|"
    r"label(?:s|ed)|nam(?:es|ed)|describ(?:es?|ed)|promis(?:es?|ed)|demand(?:s|ed)|prais(?:es?|ed)|"
    r"denounc(?:es?|ed)|suggest(?:s|ed)|maintain(?:s|ed)|observ(?:es?|ed)|contend(?:s|ed)|"
    r"put it|blunt)"
)
_VERB = re.compile(rf"\b{_SAYING}\b")
_ACCORDING = re.compile(r"\b(?:According to|according to|in the words of)\s+")
_UNNAMED = re.compile(
    r"\b(?:(?:an?|one|the|other|some|many|several|most|numerous)\s+)?"
    r"(?:(?:[A-Z]\S+|senior|former|top|leading|political|military|local|unnamed|western)\s+){0,3}"
    r"(?:officials?|veterans?|soldiers?|leaders?|experts?|residents?|diplomats?|critics?|scholars?|"
    r"analysts?|policymakers?|insiders?|authorities|authors?|officers?|study|report|statement|"
    r"commission|journalists?|observers?|embassy|scientists?|historians?|economists?|teachers?|"
    r"spokes(?:person|man|woman)|researchers?|survivors?|witnesses?|workers?|ambassador)\b"
)
_BEFORE_THE_NAME = 25
"""So many letters may stand between *according to* and the name: *the historian*."""
_PRONOUN = re.compile(r"\b(?:He|She|They|he|she|they)\b")


_HEADS = terms(
    "said say says sayi stat call warn clai argu conc wrot writ expl admi conf insi note noti decl "
    "asse beli pred caut stre emph ackn reca repo anno rema quip repl ask aske asks aski urge urgi "
    "told tell assu labe name desc prom dema prai deno sugg main obse cont put blun acco word"
)
"""How the words of saying begin: where none does, nobody says anything."""


def says(heads: Collection[str]) -> bool:
    """Whether somebody may be said to say something.

    Args:
        heads: the first four letters of each word of the sentence.
    """
    return not _HEADS.isdisjoint(heads)


def speaker(sentence: str, found: Sequence[Signal], last: str) -> str:
    """The likely speaker of what a sentence quotes or reports; empty without one.

    Args:
        sentence: the sentence.
        found: its signals, of which names are looked at.
        last: who was speaking, or was named last, in the sentences before.
    """
    spans = [(s.start, s.end) for s in found if s.kind == "quotation"]
    outside = [
        (s.start, s.text, 0 if s.kind == "person" else 2)
        for s in found
        if s.kind in ("person", "name", "event")
        and not any(start <= s.start < end for start, end in spans)
    ]
    named_at = {start for start, _, _ in outside}
    outside += [
        (match.start(), match[0], 1)
        for match in _UNNAMED.finditer(sentence)
        if not any(start <= match.start() < end for start, end in spans)
        and match.end() + 1 not in named_at  # *the historian* before a name is no speaker
    ]
    for match in _ACCORDING.finditer(sentence):
        named = [one for one in outside if 0 <= one[0] - match.end() <= _BEFORE_THE_NAME]
        if named:
            return min(named)[1]
    verbs = [
        match
        for match in _VERB.finditer(sentence)
        if not any(start <= match.start() < end for start, end in spans)
    ]
    if not verbs:
        return last if spans and spans[0][0] <= 1 and not outside else ""
    best: tuple[float, str] | None = None
    for verb in verbs:
        for start, text, rank in outside:
            distance = verb.start() - (start + len(text))
            if distance < 0:  # behind the verb: “...,” said X
                distance = (start - verb.end()) * 2 + (0 if start - verb.end() < 3 else 60)
            weight = distance + 15 * rank
            if distance < 120 and (best is None or weight < best[0]):
                best = (weight, text)
        pronoun = _PRONOUN.search(sentence, max(0, verb.start() - 25), verb.start())
        if pronoun and last and (best is None or best[0] > verb.start() - pronoun.end()):
            best = (verb.start() - pronoun.end(), last)
    return best[1] if best else ""
