from __future__ import annotations

import pytest

from quizgen.intake.essays.sentences import LONGEST, sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["It held.", "Then it fell!", "Why?"],
        ["Dr. Voss met Gen. Rahn at 5 p.m. on Monday.", "They spoke."],
        ["The U.S. Army left.", "It was late."],
        ["He left for the U.S.", "The war was over."],
        ["President George H. W. Bush refused."],
        ["“We set the bar too high,” he said.", "“They know.”", "Nobody moved."],
        ["It cost 3.5 million.", "Nobody paid."],
        ["He waited … and went.", "1994 was the year."],
        ["桥建于1911年。", "它很美。"],
        ["no capital follows. so it is one"],
    ],
)
def test_a_paragraph_is_split_where_a_reader_would(parts: list[str]) -> None:
    joint = "" if "。" in parts[0] else " "
    assert [split.text for split in sentences(joint.join(parts))] == parts


def test_each_word_has_its_place() -> None:
    (split,) = sentences("  It held, they say.  ")
    assert [split.text[a:b] for a, b in split.words] == ["It", "held,", "they", "say."]


def test_what_runs_on_without_end_is_cut() -> None:
    text = "word " * 1000
    parts = [split.text for split in sentences(text)]
    assert max(map(len, parts)) <= LONGEST
    assert "".join(parts).replace(" ", "") == text.replace(" ", "")


def test_nothing_has_no_sentences() -> None:
    assert list(sentences("")) == list(sentences("   ")) == []
