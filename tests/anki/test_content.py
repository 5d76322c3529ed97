from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.anki.content import shown
from quizgen.bank.model import Distractor
from quizgen.modes import MODES
from quizgen.words import words

if TYPE_CHECKING:
    from quizgen.bank.model import Bank, Question


def _options(bank: Bank, question: Question) -> tuple[str, str]:
    """The options before and after the answer."""
    content = MODES["choice"].content(bank, question)
    return shown(content["Options"], [], words("en")), shown(
        content["Options Explained"], [], words("en")
    )


def _texts(html: str) -> list[str]:
    return re.findall(r"<li[^>]*>([^<]*)", html)


def test_numbers_ascend(bank: Bank) -> None:
    front, _ = _options(bank, bank.by_id["abel-first-vote.year"])
    assert _texts(front) == ["998", "1867", "1,875", "1901"]


def test_both_sides_have_the_same_order(bank: Bank) -> None:
    for question in bank.questions:
        front, back = _options(bank, question)
        assert _texts(front) == _texts(back)


def test_the_order_does_not_depend_on_which_option_is_right(bank: Bank) -> None:
    question = bank.by_id["abel-purse.what"]
    first, *others = question.distractors
    swapped = replace(question, key=first.text, distractors=(*others, Distractor(question.key)))
    assert _options(bank, swapped)[0] == _options(bank, question)[0]


def test_the_front_does_not_mark_the_right_option(bank: Bank) -> None:
    front, _ = _options(bank, bank.by_id["abel-purse.what"])
    assert set(re.findall("<li[^>]*>", front)) == {"<li dir=auto>"}


def test_the_back_marks_the_right_option_and_says_why_another_is_wrong(bank: Bank) -> None:
    _, back = _options(bank, bank.by_id["abel-purse.what"])
    assert 'class="right" dir=auto>control of the purse<span class="mark"' in back
    assert "the courts alone<span" in back
    assert "Abel says that a ruler may ignore a judge." in back
    assert back.count("✓") == 1


def test_spellings_stand_side_by_side_and_what_is_left_out_is_empty() -> None:
    assert shown(("A & B", "C"), [], words("en")) == "A &amp; B · C"
    assert shown((), [], words("en")) == ""
    assert shown("", [], words("en")) == ""
