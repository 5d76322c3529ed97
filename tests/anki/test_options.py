from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.anki.options import answer_list, question_list

from quizgen.bank.model import Distractor

if TYPE_CHECKING:
    from quizgen.bank.model import Bank


def _texts(html: str) -> list[str]:
    return re.findall(r"<li[^>]*>([^<]*)", html)


def test_numbers_ascend(bank: Bank) -> None:
    options = _texts(question_list(bank.by_id["abel-first-vote.year"]))
    assert options == ["998", "1867", "1,875", "1901"]


def test_both_sides_have_the_same_order(bank: Bank) -> None:
    for question in bank.questions:
        assert _texts(question_list(question)) == _texts(answer_list(question))


def test_the_order_does_not_depend_on_which_option_is_right(bank: Bank) -> None:
    question = bank.by_id["abel-purse.what"]
    first, *others = question.distractors
    swapped = replace(question, key=first.text, distractors=(*others, Distractor(question.key)))
    assert question_list(swapped) == question_list(question)


def test_the_front_does_not_mark_the_right_option(bank: Bank) -> None:
    html = question_list(bank.by_id["abel-purse.what"])
    assert set(re.findall("<li[^>]*>", html)) == {"<li dir=auto>"}


def test_the_back_marks_the_right_option_and_says_why_another_is_wrong(bank: Bank) -> None:
    html = answer_list(bank.by_id["abel-purse.what"])
    assert 'class="right" dir=auto>control of the purse<span class="mark"' in html
    assert "the courts alone<span" in html
    assert "Abel says that a ruler may ignore a judge." in html
    assert html.count("✓") == 1
