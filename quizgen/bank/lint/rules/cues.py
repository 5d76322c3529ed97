"""Flaws by which an option shows that it is the key, or that it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.bank.lint.rule import Finding, bank_rule, option_place, question_rule
from quizgen.text.english import root

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.lint.rule import Located
    from quizgen.bank.lint.view import BankView, QuestionView

_LONG_KEY_WORDS = 4
_LONG_KEY_RATIO = 1.25
_CONVERGENCE_RATIO = 1.9


@question_rule(
    "longest-answer",
    "error",
    "the key has four words or more and is longer by a quarter than every distractor",
    "shorten the key or give a distractor as much detail: testwise students choose the longest",
    choice=True,
)
def longest_answer(view: QuestionView) -> Iterator[Finding]:
    """Writers qualify what is right and are short about what is wrong."""
    longest = max(map(len, view.wrong))
    if len(view.key) > longest * _LONG_KEY_RATIO and len(view.key.split()) >= _LONG_KEY_WORDS:
        message = f"the key has {len(view.key)} characters, the longest distractor {longest}"
        yield Finding(("answer",), message)


@bank_rule(
    "word-repeat",
    "warning",
    "a word of the stem stands in the key and in no distractor",
    "reword the stem or the key, or let a distractor hold the word, too",
    english=True,
)
def word_repeat(bank: BankView) -> Iterator[Located]:
    """An echo of the stem draws those who know nothing; words of many stems do not echo."""
    for view in bank.choices:
        key, *wrong = view.option_roots
        shared = (key & view.stem_roots).difference(bank.everyday, *wrong)
        if shared:
            word = next(word for word in view.option_words[0] if root(word) in shared)
            yield view.question.id, Finding(("answer",), f"{word!r} links the key with the stem")


@question_rule(
    "convergence",
    "warning",
    "the key shares its words with several distractors, which share nothing with each other",
    "let the distractors vary in the same parts as the key, or in none",
    english=True,
    choice=True,
)
def convergence(view: QuestionView) -> Iterator[Finding]:
    """The option that has most in common with the others is mostly the key."""
    key, *wrong = view.option_roots
    score = sum(len(key & other) for other in wrong)
    if score < 2:
        return
    others = [sum(len(one & other) for other in view.option_roots) - len(one) for one in wrong]
    if score > _CONVERGENCE_RATIO * max(others):
        yield Finding(("answer",), "the key has most in common with the other options")


@question_rule(
    "option-overlap",
    "warning",
    "the key holds a whole distractor, or a distractor the whole key",
    "replace the distractor: whoever chooses it is not plainly wrong",
    english=True,
    choice=True,
)
def option_overlap(view: QuestionView) -> Iterator[Finding]:
    """Where *Serbs* is right, *Bosnian Serbs* can hardly be wrong."""
    key, *wrong = view.option_roots
    for index, other in enumerate(wrong):
        if key and other and (key < other or other < key) and _umbrella(view) is None:
            yield Finding(("wrong", index), f"{view.wrong[index]!r} overlaps the key {view.key!r}")


@question_rule(
    "logical-cue",
    "warning",
    "one option covers all the others",
    "make the options exclude each other",
    english=True,
    choice=True,
)
def logical_cue(view: QuestionView) -> Iterator[Finding]:
    """If any other option were right, this one would be, too: so it is the key, or no option."""
    index = _umbrella(view)
    if index is not None:
        yield Finding(option_place(index), f"{view.options[index]!r} covers every other option")


def _umbrella(view: QuestionView) -> int | None:
    """The option that holds all words of each other one."""
    sizes = list(map(len, view.option_roots))
    widest = sizes.index(max(sizes))
    others = [roots for index, roots in enumerate(view.option_roots) if index != widest]
    covers = all(other and other < view.option_roots[widest] for other in others)
    return widest if covers else None
