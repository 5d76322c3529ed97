"""What the rules must not find, and where they look twice; docs and bad banks show the rest."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING, Any

import pytest

from quizgen.bank.evidence import Essays
from quizgen.bank.lint import lint
from quizgen.bank.load import load
from tests.bank.lint.build import write_bank

if TYPE_CHECKING:
    from pathlib import Path

    from quizgen.errors import Problem

FLAT = ["French engineers", "Swiss carpenters", "German miners"]


def problems(folder: Path, part: dict[str, Any], language: str = "en") -> tuple[Problem, ...]:
    loaded = load(write_bank(folder, part, language))
    return lint(loaded, Essays.read(loaded, folder)[0]).problems


def codes(folder: Path, part: dict[str, Any], language: str = "en") -> list[str]:
    return [problem.code for problem in problems(folder, part, language)]


def question(ask: str, answer: str, *wrong: str) -> dict[str, Any]:
    return {"ask": ask, "answer": answer, "wrong": list(wrong)}


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        ("none of the masons", ["some of the miners", "each of the cooks"]),
        ("most of them", ["all of them", "few of them"]),
        ("all of Europe", ["half of Italy", "parts of Spain"]),
        ("all other members", ["none of those states", "any of these towns"]),
    ],
)
def test_an_option_about_a_quantity_does_not_point_at_the_others(
    answer: str, wrong: list[str], tmp_path: Path
) -> None:
    found = codes(tmp_path, question("how many came to the old bridge?", answer, *wrong))
    assert not {"none-of-the-above", "all-of-the-above"} & set(found)


def test_pairs_of_years_and_of_names_are_no_combined_options(tmp_path: Path) -> None:
    years = question("in which two years was it closed?", "1951 and 1953", "1945 and 1949")
    years["wrong"].append("1961 and 1966")
    assert codes(tmp_path, years) == []


@pytest.mark.parametrize(
    ("key", "other", "overlaps"),
    [
        ("more than 10", "more than 20", True),
        ("at least 10", "at most 9", False),
        ("between 10 and 20", "between 15 and 30", True),
        ("10 to 20", "20 to 30", False),
        ("over 10 days", "over 20 weeks", False),
    ],
)
def test_only_numbers_that_can_be_right_together_overlap(
    key: str, other: str, overlaps: bool, tmp_path: Path
) -> None:
    found = codes(tmp_path, question("how many masons built the bridge?", key, other, "1 to 2"))
    assert ("number-overlap" in found) is overlaps


def test_a_short_key_may_be_the_longest_option(tmp_path: Path) -> None:
    part = question("who drew the plans?", "Michelangelo Buonarroti", "Verdi", "Dante", "Volta")
    assert codes(tmp_path, part) == []


def test_a_key_longer_by_less_than_a_quarter_is_no_flaw(tmp_path: Path) -> None:
    part = question("who built it first?", "aa bb cc dddddd", "ee ff gg hhh", "ii jj kk ll")
    assert codes(tmp_path, part) == []
    part = question("who built it first?", "aa bb cc ddddddd", "ee ff gg hhh", "ii jj kk ll")
    assert codes(tmp_path, part) == ["longest-answer"]


def test_a_question_that_shows_no_options_is_not_held_against_their_rules(tmp_path: Path) -> None:
    part = question("who built the bridge?", "all of these", "none of those", "Bo")
    assert codes(tmp_path, part) == ["all-of-the-above", "none-of-the-above"]
    assert codes(tmp_path, part | {"modes": ["recall"]}) == []


@pytest.mark.parametrize(
    "ask",
    [
        "which guild did NOT help with the bridge?",
        "what did the mayor call “not our oldest friend”?",
        "which event shows that the bridge was not repaired?",
        "how many masons, at least, built the bridge?",
    ],
)
def test_a_negation_that_cannot_be_overlooked_or_is_not_the_stems_is_no_flaw(
    ask: str, tmp_path: Path
) -> None:
    assert "negative-stem" not in codes(tmp_path, {"ask": ask})


@pytest.mark.parametrize("word", ["not", "never", "except", "didn’t", "least"])
def test_a_negation_in_small_letters_turns_the_stem_round(word: str, tmp_path: Path) -> None:
    assert codes(tmp_path, {"ask": f"which old guild did {word} help?"}) == ["negative-stem"]


@pytest.mark.parametrize(
    "ask",
    [
        "do you agree that masons built the bridge, or who did?",
        "who built the bridge, in your opinion?",
        "what should we do about the old bridge?",
    ],
)
def test_a_stem_that_addresses_the_student_is_an_error(ask: str, tmp_path: Path) -> None:
    found = problems(tmp_path, {"ask": ask})
    assert [(p.code, p.severity) for p in found] == [("asks-opinion", "error")]


def test_the_us_and_words_in_quotations_address_nobody(tmp_path: Path) -> None:
    assert codes(tmp_path, {"ask": "which bridge did the US army build?"}) == []
    part = {"ask": "who calls the bridge “our oldest friend” in a speech?"}
    part["answer"] = "the mayor"
    evidence = {"paragraph": "2", "quote": "The mayor calls the bridge “our oldest friend”"}
    claim = {"evidence": evidence, "questions": {"q": part}}
    assert codes(tmp_path, claim) == []


def test_names_keep_their_article_and_capital(tmp_path: Path) -> None:
    part = question("which power paid for it?", "the Netherlands", "Britain", "France", "Spain")
    assert codes(tmp_path, part) == []
    part = question("which body paid for it?", "NATO", "the guild", "the town", "the church")
    assert codes(tmp_path, part) == ["article-cue"]


def test_a_capital_of_a_common_word_that_the_key_alone_has_betrays_it(tmp_path: Path) -> None:
    part = question("what did the masons do first?", "To dig", "to rest", "to sing", "to pray")
    assert codes(tmp_path, part) == ["form-cue"]
    part = question("what did the masons do first?", "to dig", "To rest", "To sing", "To pray")
    assert codes(tmp_path, part) == ["form-cue"]


def test_a_plural_that_a_distractor_fits_too_is_no_cue(tmp_path: Path) -> None:
    ask = "which trades have built the bridge?"
    assert codes(tmp_path, question(ask, "smiths", "a cook", "a miner")) != []
    found = codes(tmp_path, question(ask, "the smiths", "the cooks", "the miner"))
    assert found == []


def test_a_word_of_most_stems_links_no_key_with_its_stem(tmp_path: Path) -> None:
    def claim(number: int) -> dict[str, Any]:
        ask = f"what did the Alliance build in the {'abcdefgh'[number] * 9} valley?"
        part = question(ask, f"a house {number}", f"a barn {number}", f"a tower {number}")
        return {"questions": {"q": part | {"modes": ["recall"]}}}

    last = question("what did Carnot call it?", "the Alliance", "the Union", "the League")
    last["ask"] = "what did the Alliance of Carnot become?"
    few = {"claims": [claim(0), {"questions": {"q": last}}]}
    many = {"claims": [*map(claim, range(8)), {"questions": {"q": last}}]}
    assert codes(tmp_path / "few", few) == ["word-repeat"]
    assert codes(tmp_path / "many", many) == []


def comparison(**given: Any) -> dict[str, Any]:
    """A claim of both authors of the docs' examples."""
    evidence = [
        {"source": "voss", "paragraph": "2", "quote": "our oldest friend"},
        {"source": "orr", "paragraph": "1", "quote": "a ferry would do"},
    ]
    text = "people have to get [[across]] the river"
    claim = {"sources": ["voss", "orr"], "kind": "interpretation", "evidence": evidence}
    return {"claims": [claim | {"text": text} | given]}


def test_a_comparison_may_name_its_authors_where_the_editors_compare(tmp_path: Path) -> None:
    part = comparison(text="the bridge is old to Voss and [[new]] to Orr", pattern="compare")
    assert codes(tmp_path, part) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("both want the river [[crossed]]", []),
        ("all three bridges of the town are [[old]]", []),
        ("of both essays one wants a [[ferry]]", ["joint-prompt"]),
        ("for Voss the bridge is a [[friend]]", ["joint-prompt"]),
        ("in Orr’s essay a [[ferry]] would do", ["joint-prompt"]),
        ("the mayor praises “Voss” as a [[friend]]", ["quotation-not-found"]),
    ],
)
def test_what_only_a_comparison_says_is_in_no_authors_mouth(
    text: str, found: list[str], tmp_path: Path
) -> None:
    assert codes(tmp_path, comparison(text=text)) == found


@pytest.mark.parametrize(
    ("ask", "torn"),
    [
        ("in what trade do those masons work that are paid in bread?", True),
        ("where did the masons sleep that had come from Como?", True),
        ("which bridge did the masons build that was older than the church?", True),
        ("what did the masons who came from Como build?", False),
        ("what does the mayor say that the bridge is?", False),
        ("which masons that were tired did the mayor praise?", False),
    ],
)
def test_a_clause_apart_from_its_noun_is_torn(ask: str, torn: bool, tmp_path: Path) -> None:
    assert ("torn-relative" in codes(tmp_path, {"ask": ask})) is torn


def test_an_answer_is_proven_by_all_phrases_together_and_by_any_spelling(tmp_path: Path) -> None:
    evidence: list[dict[str, Any]] = [
        {"paragraph": "1", "quote": "by Italian masons who"},
        {"paragraph": "2", "quote": "its four arches have"},
    ]
    part = {"ask": "who built the bridge?", "answer": "Italian arches"}
    claim = {"evidence": evidence, "questions": {"q": part}}
    assert codes(tmp_path / "all", claim) == []
    part["answer"] = "six Swiss smiths"
    (problem,) = problems(tmp_path / "none", claim)
    assert problem.message == "neither the claim nor its evidence has a word of 'six Swiss smiths'"
    part["answer"] = "Italian smiths"
    (problem,) = problems(tmp_path / "half", claim)
    assert problem.message == "no phrase of the evidence holds: smiths"
    claim["questions"] = {"q": part | {"accept": ["masons from Italy", "masons"]}}
    assert codes(tmp_path / "accept", claim) == []


@pytest.mark.parametrize(
    ("given", "of", "found"),
    [(0, 3, True), (1, 3, True), (2, 3, False), (1, 2, True), (3, 4, False)],
)
def test_two_of_three_distractors_have_a_reason(
    given: int, of: int, found: bool, tmp_path: Path
) -> None:
    names = ["smiths", "miners", "cooks", "sailors"][:of]
    wrong = [{"text": name, "why": "They came later."} for name in names[:given]] + names[given:]
    if not given:
        wrong = [{"text": "smiths", "why": "They came later."}, *names[1:]]
    part = {"ask": "who built the bridge?", "answer": "masons", "wrong": wrong}
    assert codes(tmp_path, part) == (["few-reasons"] if found else [])


@pytest.mark.parametrize("words", ["if anything", "if indirectly", "as if", "even if"])
def test_a_condition_that_is_none_is_not_missed(words: str, tmp_path: Path) -> None:
    part = {"ask": "what did the masons want to end?", "answer": "the toll"}
    evidence = {"paragraph": "3", "quote": "the toll should end"}
    folder = write_bank(tmp_path, {"evidence": evidence, "questions": {"q": part}})
    assert [p.code for p in lint(load(folder), essays(folder)).problems] == ["condition-lost"]
    essay = folder / "voss.txt"
    essay.write_text(essay.read_text("utf-8").replace("If the town grew", f"So, {words}"), "utf-8")
    assert lint(load(folder), essays(folder)).problems == ()


def essays(folder: Path) -> Essays:
    return Essays.read(load(folder), folder)[0]


def test_a_surname_inside_another_word_names_nobody(tmp_path: Path) -> None:
    assert codes(tmp_path, {"text": "the Vossberg bridge was built in [[1911]]"}) == []


def test_a_speaker_named_in_the_rationale_is_attribution_enough(tmp_path: Path) -> None:
    part = {"ask": "who built the bridge?", "why": "The mayor praises the masons."}
    assert codes(tmp_path / "a", part) == ["unattributed-why"]
    claim = {"speaker": "the mayor", "questions": {"q": part}}
    assert codes(tmp_path / "b", claim) == []


@pytest.mark.parametrize(
    "text",
    [
        "the mayor calls it “Our oldest [[friend]],” as people do",
        "the mayor calls it “our … [[friend]]”",
        "the mayor calls it “our [very] oldest [[friend]]”",
    ],
)
def test_a_quotation_may_leave_out_words_and_change_case_and_closing_punctuation(
    text: str, tmp_path: Path
) -> None:
    evidence = {"paragraph": "2", "quote": "our oldest friend"}
    assert codes(tmp_path, {"text": text, "evidence": evidence}) == []


def test_a_quotation_from_another_paragraph_is_told_where_it_stands(tmp_path: Path) -> None:
    found = problems(tmp_path, {"text": "the mayor calls it “our oldest [[friend]]”"})
    assert [(p.code, p.advice) for p in found] == [
        ("quotation-not-found", "paragraph 2 holds it: add it to the evidence")
    ]


@pytest.mark.parametrize("place", ["ask", "answer", "why"])
def test_quotations_of_a_question_are_held_against_the_essay(place: str, tmp_path: Path) -> None:
    part = {"ask": "who built it first?", "answer": "masons"}
    part["why"] = "Voss says that they sold bread."
    part[place] = part[place].replace("first", "“first”").replace("masons", "“masonry”")
    part[place] = part[place].replace("says", "“says”")
    found = problems(tmp_path, part)
    assert [p.code for p in found] == ["quotation-not-found"]
    assert f"{place}:" in found[0].source_line


RUN = "Italian masons who had crossed the Alps on foot in search"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"they were {RUN} of work", ["copied"]),
        (f"they were {RUN} of bread", []),
        (f"they were {RUN.replace('foot', '[[foot]]')} of work", ["copied"]),
        ("they were “Italian masons who had crossed the Alps on foot” in search of work", []),
    ],
)
def test_more_than_twelve_words_in_a_row_are_copied(
    text: str, found: list[str], tmp_path: Path
) -> None:
    part = {"text": text, "questions": {"q": {"ask": "who built the bridge?"}}}
    assert codes(tmp_path, part) == found


def test_a_copied_run_is_found_wherever_it_starts_in_the_essay(tmp_path: Path) -> None:
    tokens = "stone bridge of Lindenau was built in 1911 by Italian masons who had crossed the Alps"
    for start in range(4):
        run = " ".join(tokens.split()[start : start + 13])
        folder = tmp_path / str(start)
        part = {"text": f"so {run}", "questions": {"q": {"ask": "who built the bridge?"}}}
        assert codes(folder, part) == ["copied"], run


def test_the_essays_rules_are_left_out_without_the_essays(tmp_path: Path) -> None:
    write_bank(tmp_path, {"text": "the mayor calls it “a very old [[friend]]”"})
    assert lint(load(tmp_path)).problems == ()


def test_english_rules_are_left_out_in_a_bank_of_another_language(tmp_path: Path) -> None:
    part = {"ask": "Wer hat die Brücke you not gebaut?", "why": "Das steht dort."}
    assert codes(tmp_path, part) != []
    assert codes(tmp_path, part, "de") == []


def test_questions_about_one_claim_may_give_each_other_away(tmp_path: Path) -> None:
    who = {"ask": "who built the stone bridge of Lindenau?", "answer": "Italian masons"}
    when = {"ask": "when was the stone bridge of Lindenau built by Italian masons?"}
    assert codes(tmp_path, {"questions": {"who": who, "when": when | {"answer": "1911"}}}) == []


def test_a_stem_that_only_names_another_key_gives_nothing_away(tmp_path: Path) -> None:
    who = {"ask": "who built the stone bridge of Lindenau?", "answer": "Italian masons"}
    song = {"ask": "which song did Italian masons sing on the stone bridge?", "answer": "a hymn"}
    part = {"claims": [{"questions": {"who": who}}, {"questions": {"song": song}}]}
    assert codes(tmp_path, part) == []


def test_stems_that_differ_in_what_they_ask_about_are_no_duplicates(tmp_path: Path) -> None:
    one = {"ask": "in which year was the stone bridge of Lindenau opened?", "answer": "1911"}
    two = {"ask": "in which year was the stone mill of Oberau opened?", "answer": "1871"}
    part = {"claims": [{"questions": {"q": one}}, {"questions": {"q": two}}]}
    assert codes(tmp_path, part) == []


def test_keys_that_beat_chance_by_little_are_no_pattern(tmp_path: Path) -> None:
    def claims(longest: int) -> dict[str, Any]:
        def one(number: int) -> dict[str, Any]:
            name = "abcdefgh"[number] * 5
            key = f"{name}k" + ("kk" if number < longest else "")
            wrong = [f"{name}x", f"{name}yy", f"{name}z"]
            return {"questions": {"q": question(f"who built {name}bridge, {name}?", key, *wrong)}}

        return {"claims": [one(number) for number in range(8)]}

    assert codes(tmp_path / "five", claims(5)) == []
    assert codes(tmp_path / "six", claims(6)) == ["key-length"]


@pytest.mark.parametrize(
    "odd", ["?", "—", "“”", "“", "...", "[x]", "a", "The", "0", "½", "x" * 200]
)
def test_odd_texts_never_break_a_rule(odd: str, tmp_path: Path) -> None:
    part = {"ask": f"{odd}?", "answer": odd, "wrong": [f"{odd}b", "the the"], "why": odd}
    claims = [{"text": f"[[{odd.strip('[]')}]]", "context": odd, "questions": {"q": part}}] * 2
    assert "unattributed-why" in codes(tmp_path, {"claims": claims})


def test_many_questions_of_few_words_are_compared_in_a_moment(tmp_path: Path) -> None:
    names = ["stone", "river", "mason", "arch", "town", "mayor"]
    names += ["lamp", "valley", "market", "mill", "ferry", "toll"]
    claims = []
    for number in range(1500):
        one, two, three = (names[number // 12**power % 12] for power in range(3))
        part = question(f"which {one} did the {two} give the {three}?", f"{two} {number}", "x", "y")
        claims.append({"questions": {"q": part}})
    loaded = load(write_bank(tmp_path, {"claims": claims}))
    start = process_time()
    lint(loaded)
    assert process_time() - start < 15
