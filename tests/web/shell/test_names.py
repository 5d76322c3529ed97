from __future__ import annotations

from quizgen_web.shell.learner import random_id
from quizgen_web.shell.names import FIRST, SECOND, name_of


def test_a_name_is_two_words_that_stay_and_learners_have_many() -> None:
    ids = [random_id() for _ in range(300)]
    names = [name_of(id) for id in ids]
    assert names == [name_of(id) for id in ids]
    assert len(set(names)) > 200
    assert all(len(name.split()) == 2 for name in names)


def test_no_word_stands_there_twice() -> None:
    assert len({*FIRST, *SECOND}) == len(FIRST) + len(SECOND) == 64
