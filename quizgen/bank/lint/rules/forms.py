"""Flaws of form: article, capital, full stop or number give the key away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quizgen.bank.lint.rule import Finding, question_rule
from quizgen.text.english import STOP, WORD, is_plural, terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.lint.view import QuestionView

_ARTICLES = ("a ", "an ", "the ", "A ", "An ", "The ")
_COUNTS = {"two": 2, "three": 3, "four": 4}
_PLURAL_VERBS = terms("are were have do did can could will would should must")


@question_rule(
    "article-cue",
    "warning",
    "the key alone begins with an article, or alone does not",
    "let all options begin alike",
    english=True,
    choice=True,
)
def article_cue(view: QuestionView) -> Iterator[Finding]:
    """What differs in form is noticed before it is read; an article of a name is no choice."""
    begins = [option.startswith(_ARTICLES) for option in view.options]
    if begins[0] in begins[1:]:
        return
    if not all(_without_article(option)[:1].isupper() for option in view.options):
        yield Finding(("answer",), f"the key alone {_does(begins[0])} begin with an article")


def _without_article(option: str) -> str:
    return option.partition(" ")[2] if option.startswith(_ARTICLES) else option


@question_rule(
    "form-cue",
    "warning",
    "the key alone begins with a capital or ends with a full stop, or alone does not",
    "write all options in the same form",
    choice=True,
)
def form_cue(view: QuestionView) -> Iterator[Finding]:
    """Two writers, or a copied phrase, leave such traces; a name keeps its capital."""
    stops = [option.endswith(".") and option[-3:-2] != "." for option in view.options]
    if stops[0] not in stops[1:]:
        yield Finding(("answer",), f"the key alone {_does(stops[0])} end with a full stop")
    capitals = [option[:1].isupper() for option in view.options]
    if capitals[0] not in capitals[1:] and _common_start(
        view, view.key if capitals[0] else view.wrong[0]
    ):
        yield Finding(("answer",), f"the key alone {_does(capitals[0])} begin with a capital")


def _does(does: bool) -> str:
    return "does" if does else "does not"


def _common_start(view: QuestionView, option: str) -> bool:
    """Whether the option begins with a common word: the bank writes it small elsewhere."""
    first = option.split(" ", 1)[0]
    small = first.lower()
    seen = WORD.findall(f"{view.stem} {view.of.text} {view.question.rationale}")
    return first != small and (small in STOP or small in seen)


@question_rule(
    "number-cue",
    "warning",
    "the stem asks for a plural or a count that the key alone fits",
    "let every option agree with the stem, or word the stem without the number",
    english=True,
    choice=True,
)
def number_cue(view: QuestionView) -> Iterator[Finding]:
    """*Which two countries* is answered by the only option that names two."""
    fits = _wanted(view.stem_words)
    if fits is None:
        return
    fit = [
        fits(option, words) for option, words in zip(view.options, view.option_words, strict=True)
    ]
    if fit[0] and not any(fit[1:]):
        yield Finding(("wrong",), "the key alone has the number that the stem asks for")


Fits = Callable[[str, tuple[str, ...]], bool]


def _wanted(stem: tuple[str, ...]) -> Fits | None:
    """Whether an option has the number that a stem asks for; None where the stem tells none."""
    for word, noun, verb in zip(stem, stem[1:], stem[2:], strict=False):
        if word in ("which", "what"):
            if count := _COUNTS.get(noun):
                return lambda option, words: _listed(option, words) >= count
            if is_plural(noun) and verb in _PLURAL_VERBS:
                return lambda option, words: (
                    _listed(option, words) > 1 or any(map(is_plural, words[-1:]))
                )
            return None
    return None


def _listed(option: str, words: tuple[str, ...]) -> int:
    """How many things an option lists."""
    return max(option.count(","), words.count("and")) + 1
