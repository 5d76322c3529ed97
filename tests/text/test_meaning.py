"""What says the same, and what comes close and does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.text.meaning import Reader, same
from quizgen.text.names import Names

NAMES = Names(
    {
        "United States": ["U.S.", "USA", "US", "America"],
        "United Kingdom": ["UK", "Britain", "Great Britain"],
        "NATO": ["the alliance"],
        "9/11": ["September 11", "September 11th", "11 September"],
        "Bosnia-Herzegovina": ["Bosnia and Herzegovina"],
        "Qaddafi": ["Gaddafi"],
        "George H.W. Bush": ["Bush senior"],
        "World War II": ["Second World War", "WW2"],
    },
    ["Wesley Clark", "George H.W. Bush", "George W. Bush", "Muammar Qaddafi", "Lord Ismay"],
)


def agree(key: str, given: str, ask: str = "", wrong: tuple[str, ...] = ()) -> bool:
    reader = Reader.of(ask, [key], wrong, NAMES)
    return same(reader.read(key), reader.read(given))


SAME = """
1994 | in 1994
1994 | nineteen ninety-four
1994 | '94
40 percent | 40%
40 percent | 40 %
40 percent | forty per cent
nearly 40 percent | 40 percent
500 | about 500
February 2022 | Feb 2022
February 2022 | Feb. 2022
February 2022 | February, 2022
February 2022 | in February of 2022
February 2022 | 2022-02
24 February 2022 | Feb. 24, 2022
24 February 2022 | the 24th of February, 2022
24 February 2022 | 2022-02-24
October | Oct
$21.7 billion | 21.7 billion dollars
$21.7 billion | $21,700,000,000
$21.7 billion | $21.7 bn
$21.7 billion | US$21.7bn
over $21.7 billion | 21.7 billion US dollars
more than 30 | over thirty
2.5 percent | 2.50%
1.5 million | 1,500,000
Article 5 | Article V
Article 5 | Art. 5
Article 5 | article five
the twentieth century | 20th century
United States | USA
the United States | America
America’s | the United States
Britain and France | Great Britain and France
Britain and France | France, UK
Vietnam, Lebanon and Grenada | Grenada, Vietnam, Lebanon
Bosnia-Herzegovina | Bosnia and Herzegovina
the 9/11 attacks | September 11th attacks
World War II | the Second World War
Secretary General of NATO | Secretary-General of the alliance
Wesley Clark | General Clark
Wesley Clark | Clark
the commander Wesley Clark’s | Gen. Wesley Clark
Lord Ismay | Ismay
George H.W. Bush | President Bush senior
George H.W. Bush | George HW Bush
Muammar Qaddafi | Gaddafi
overthrow Qaddafi | to overthrow Gaddafi
their strategic autonomy | strategic autonomy
"""

OTHER = """
1994 | 1995
1994 | '95
40 percent | 41%
40 percent | 40 million
$21.7 billion | $21.8 billion
$21.7 billion | 21.7 million dollars
$21.7 billion | €21.7 billion
2.5 percent | 25 percent
1.5 million | 5 million
more than 30 | less than 30
30 | more than 30
Article 5 | Article IV
Article 5 | 6
February 2022 | February 2021
February 2022 | March 2022
24 February 2022 | 25 February 2022
October | Nov
the twentieth century | 21st century
from Russia | to Russia
not allowed | allowed
George W. Bush | Bush
George H.W. Bush | Bush
George W. Bush | President Bush
Wesley Clark | Bill Clark
Wesley Clark | General
United States | United Kingdom
Britain and France | Britain
some troops | troops
"""


def pairs(table: str) -> list[tuple[str, ...]]:
    return [tuple(line.split(" | ")) for line in table.strip().split("\n")]


@pytest.mark.parametrize(("key", "given"), pairs(SAME))
def test_what_says_the_same_is_the_same_either_way_round(key: str, given: str) -> None:
    assert agree(key, given)


@pytest.mark.parametrize(("key", "given"), pairs(OTHER))
def test_what_says_something_else_is_not_the_same(key: str, given: str) -> None:
    assert not agree(key, given)


@pytest.mark.parametrize(
    ("key", "given", "ask"),
    [
        ("nearly 500", "nearly 500 times", "how many times did it bomb?"),
        ("22 countries", "twenty-two", "how many countries joined?"),
        ("Article 5", "5", "which article was invoked?"),
        ("40 percent", "40", "what percentage of arms is bought there?"),
        ("hydrogen", "hydrogen bombs", "what kind of bombs fell?"),
        ("autonomy", "Kosovo’s autonomy", "what did they accept for Kosovo?"),
    ],
)
def test_what_the_question_names_need_not_be_said(key: str, given: str, ask: str) -> None:
    assert agree(key, given, ask)
    assert not agree(key, given)


def test_a_figure_or_a_no_of_the_question_is_never_left_out() -> None:
    ask = "what was not allowed in 1999?"
    assert not agree("flights", "flights in 1999 and 1998", ask)
    assert not agree("allowed", "not allowed", ask)


def test_a_short_year_is_one_of_the_answers_or_none() -> None:
    assert agree("1994", "’94", "", ("1991", "1999"))
    assert not agree("1994", "’94", "", ("1894",))
    assert not agree("1994", "94")


def test_a_last_name_needs_its_first_name_where_a_wrong_answer_has_it_too() -> None:
    assert not agree("Wesley Clark", "Clark", "", ("Ramsey Clark",))
    assert agree("Wesley Clark", "General Wesley Clark", "", ("Ramsey Clark",))


@given(st.integers(0, 10**7), st.data())
def test_a_changed_digit_is_never_the_same(value: int, data: st.DataObject) -> None:
    text = str(value)
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != text[place]]))
    changed = text[:place] + other + text[place + 1 :]
    shape = data.draw(
        st.sampled_from(["{}", "about {}", "${} million", "{} percent", "Article {}", "{} states"])
    )
    if int(changed) != value:
        assert not agree(shape.format(text), shape.format(changed), "how many states and articles?")


@given(st.text(max_size=60))
def test_any_text_can_be_read_and_says_what_it_says(text: str) -> None:
    reader = Reader.of(text, [text], [], NAMES)
    meaning = reader.read(text)
    assert same(meaning, meaning) or not meaning.core
