"""Flaws of a question's options that are wrong in themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.bank.lint.rule import Finding, option_place, question_rule
from quizgen.text.english import terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.lint.view import QuestionView

_OTHERS = (
    r"(?: of)? (?:(?:the )?(?:above|following)\b.*|the others|these|those"
    r"|(?:the |these |those )?(?:other )?(?:answers|options)\b.*)$"
)
_NONE = re.compile(rf"^(?:(?:none|neither){_OTHERS}|no (?:answer|option)\b)", re.IGNORECASE)
_ALL = re.compile(rf"^(?:all|any|every one|each){_OTHERS}", re.IGNORECASE)
_K_TYPE = re.compile(
    r"\b(?:both|either) (?:of (?:the|these|them)|(?:answers?|options?)\b)"
    r"|^(?:both )?\(?(?:[A-E]|[1-5]|I{1,3}|IV)\)?(?:, \(?(?:[A-E]|[1-5]|I{1,3}|IV)\)?)*,? "
    r"(?:and|or|&) \(?(?:[A-E]|[1-5]|I{1,3}|IV)\)?(?: only)?$"
)
_TRUE_FALSE = terms(
    "true false yes no correct incorrect right wrong agree disagree supported unsupported"
)
_FREQUENCY = terms(
    "often usually frequently sometimes rarely seldom occasionally generally typically commonly"
)
_ABSOLUTE = terms(
    "always never every everyone everything nobody nothing all entirely completely absolutely "
    "totally"
)
_POINTERS = terms(
    "above other others following answer answers option options these those both either and or no"
)


def _matching(view: QuestionView, pattern: re.Pattern[str], message: str) -> Iterator[Finding]:
    if _POINTERS.isdisjoint(view.offered) and "&" not in "".join(view.options):
        return
    for index, option in enumerate(view.options):
        if pattern.search(option):
            yield Finding(option_place(index), message.format(option))


@question_rule(
    "none-of-the-above",
    "error",
    "an option says that no other option is right",
    "write an option of its own: knowing what is wrong does not show knowing what is right",
    english=True,
    choice=True,
)
def none_of_the_above(view: QuestionView) -> Iterator[Finding]:
    """*None of the allies* remains an answer like any other."""
    return _matching(view, _NONE, "the option {!r} points at the others")


@question_rule(
    "all-of-the-above",
    "error",
    "an option says that every other option is right",
    "write an option of its own: two right options are enough to guess this one",
    english=True,
    choice=True,
)
def all_of_the_above(view: QuestionView) -> Iterator[Finding]:
    """Nobody needs to know the third right option to choose it."""
    return _matching(view, _ALL, "the option {!r} points at the others")


@question_rule(
    "combined-options",
    "error",
    "an option combines others by their letters or numbers (K-type)",
    "write each option out: options are shuffled, and combining tests logic, not knowledge",
    english=True,
    choice=True,
)
def combined_options(view: QuestionView) -> Iterator[Finding]:
    """Letters mean nothing where options are shuffled."""
    return _matching(view, _K_TYPE, "the option {!r} combines others")


@question_rule(
    "true-false-options",
    "error",
    "the options are true and false, or yes and no",
    "ask what the author says, with options of the same kind: half of all guesses are right here",
    english=True,
    choice=True,
)
def true_false_options(view: QuestionView) -> Iterator[Finding]:
    """One such option among others is as bad as two."""
    for index, words in enumerate(view.option_words):
        if len(words) == 1 and words[0] in _TRUE_FALSE:
            yield Finding(option_place(index), f"the option {view.options[index]!r} is a verdict")


@question_rule(
    "option-count",
    "warning",
    "a choice shows fewer than three options or more than five",
    "keep two to four distractors that a hasty reader would choose",
)
def option_count(view: QuestionView) -> Iterator[Finding]:
    """A single distractor makes no choice question at all: quizgen asks it in other modes."""
    count = len(view.wrong)
    if count == 1:
        yield Finding(("wrong",), "a single distractor is never shown")
    elif count > 4:
        yield Finding(("wrong",), f"{count + 1} options are more than a reader holds in mind")


@question_rule(
    "vague-term",
    "warning",
    "an option is as vague as 'often' or 'usually'",
    "say how often or since when: what is often to one reader is seldom to another",
    english=True,
    choice=True,
)
def vague_term(view: QuestionView) -> Iterator[Finding]:
    """Only in options: in a stem such a word is mostly the author's hedge, which must stay."""
    if "how often" in view.stem or _FREQUENCY.isdisjoint(view.offered):
        return
    for index, words in enumerate(view.option_words):
        if "as often as" not in view.options[index] and (found := _FREQUENCY.intersection(words)):
            yield Finding(
                option_place(index), f"{min(found)!r} means something else to each reader"
            )


@question_rule(
    "absolute-term",
    "warning",
    "most distractors say 'always', 'never' or 'all', and the key does not",
    "weaken the distractors, or choose others",
    english=True,
    choice=True,
)
def absolute_term(view: QuestionView) -> Iterator[Finding]:
    """Sweeping options are mostly wrong, and who takes tests knows that."""
    if _ABSOLUTE.isdisjoint(view.offered):
        return
    key, *wrong = (_ABSOLUTE.intersection(words) for words in view.option_words)
    found = [min(terms) for terms in wrong if terms]
    if 2 * len(found) > len(view.wrong) and not key:
        listed = ", ".join(map(repr, dict.fromkeys(found)))
        yield Finding(("wrong",), f"the distractors are sweeping ({listed}), the key is not")
