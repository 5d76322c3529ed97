from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgen.errors import Problem

    Changed = Callable[[str, str, str], tuple[Problem, ...]]

TEXT = "text: the night bus carries [[nine]] riders on an average night"
RIDERS = "quote: nine riders on an average night"
WRONG = "wrong: [four, {text: nineteen, why: Ten too many.}, {text: ninety, why: It holds eighty.}]"
BOTH = "      - {source: okafor, paragraph: 2, quote: shared taxis would serve the same riders}\n"


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "at", "message", "advice"),
    [
        ("okafor.yaml", "topics: [money]", "topics: [mony]", "unknown-reference", "mony]",
         "there is no topic 'mony'", "did you mean money?"),
        ("okafor.yaml", "topics: [money]", "topics: [xyz]", "unknown-reference", "xyz]",
         "there is no topic 'xyz'", "add the topic first"),
        ("okafor.yaml", "topics: [money]", "topics: [money, money]", "repeated-reference", "money]",
         "the topic 'money' is named twice", "remove one"),
        ("okafor.yaml", "topics: [money]", "topics: [money]\n    also: [elery]",
         "unknown-reference", "elery]", "there is no source 'elery'", "did you mean ellery?"),
        ("okafor.yaml", "topics: [money]", "topics: [money]\n    also: [okafor]", "value",
         "[okafor]",
         "also: names the claim's own source", "only other sources"),
        ("okafor.yaml", "topics: [money]", "topics: [money]\n    sources: [okafor]", "value",
         "[okafor]", "a claim of one source cannot name several", "remove sources"),
        ("compare.yaml", "rests_on: [ellery-thesis, ", "rests_on: [ellery-theses, ",
         "unknown-reference", "ellery-theses, okafor-", "there is no claim 'ellery-theses'",
         "did you mean ellery-thesis?"),
        ("compare.yaml", "sources: [ellery, okafor]", "sources: [ellery, ellery]",
         "repeated-reference", "ellery]", "the source 'ellery' is named twice", "remove one"),
        ("compare.yaml", "    sources: [ellery, okafor]\n", "", "missing-key", "id: both-service",
         "a claim that compares must name its sources", "sources: [one, another]"),
        ("compare.yaml", BOTH, "", "no-evidence", "- source: ellery",
         "no evidence from 'okafor' is given", "{source: okafor, paragraph: ..., quote: ...}"),
        ("compare.yaml", "{source: okafor, para", "{para", "missing-key", "{paragraph: 2, quote:",
         "the evidence must name its source", "add source: ..."),
        ("compare.yaml", "sources: [ellery, okafor]", "sources: [ellery]", "unknown-reference",
         "okafor, paragraph: 2,", "'okafor' is not among the claim's sources", "add it to sources"),
        ("okafor.yaml", RIDERS, f"source: ellery, {RIDERS}", "value", "ellery, quote: nine ri",
         "this file holds the claims of 'okafor'", "remove source:"),
        ("okafor.yaml", RIDERS, "quote: nine riders", "evidence-length", "nine riders}",
         "the phrase has 2 words", "3 to 12 words"),
        ("okafor.yaml", RIDERS, f"{RIDERS} a b c d e f g", "evidence-length",
         "nine riders on an aver",
         "the phrase has 13 words", "3 to 12 words"),
        ("okafor.yaml", "source:\n  id: okafor", "source:\n  id: ellery", "repeated-id", "ellery",
         "several files describe a source 'ellery'", "an id of its own"),
        ("okafor.yaml", "  - id: okafor-taxis", "  - id: okafor-riders", "repeated-id",
         "okafor-riders",
         "the id 'okafor-riders' stands at {folder}/okafor.yaml:16:9, too", "ids are permanent"),
        ("okafor.yaml", "  - id: okafor-riders", "  - id: ellery-thesis", "repeated-id",
         "ellery-thesis",
         "the id 'ellery-thesis' stands at {folder}/ellery.yaml:65:9, too", "ids are permanent"),
        ("okafor.yaml", "  - id: okafor-riders", "  - id: okafor", "repeated-id", "okafor",
         "the id 'okafor' is a source's already", "okafor-first-combat"),
        ("bank.yaml", "  - id: money", "  - id: service", "repeated-id", "service",
         "there is a topic 'service' already", "an id of its own"),
        ("ellery.yaml", "    speaker: Mayor Ines Roth\n", "", "missing-key",
         "quote              # s",
         "a quotation needs a speaker", "speaker: NAME"),
        ("ellery.yaml", "    context: The timetable lists shift workers, students and travellers as"
         " riders.   # an editors' note\n", "", "missing-key", "Lindenau Transport, Ti",
         "a reference stands without a note", "add the line context: ..."),
        ("okafor.yaml", TEXT, f"{TEXT}.", "full-stop", "the night bus carries",
         "the text ends with a full stop", "remove it"),
        ("okafor.yaml", "carry on an average night?", "carry on an average night",
         "no-question", "how many riders does t", "the stem does not end with a question mark",
         "a question"),
        ("okafor.yaml", "how many riders", "how many [[riders]]", "blank", "how many [[riders]] do",
         "a blank stands in a stem", "the claim's text"),
        ("okafor.yaml", WRONG, "wrong: [four, nine, ninety]", "key-among-distractors",
         "nine, ninety]",
         "'nine' is the answer, too", "replace"),
        ("okafor.yaml", WRONG, "wrong: [four, The 9, ninety]", "key-among-distractors",
         "The 9, ninety]",
         "'The 9' is the answer, too", "replace"),
        ("okafor.yaml", "accept: [9]", "accept: [a handful]\n        wrong: [Handful, b]",
         "key-among-distractors", "Handful, b]", "'Handful' is an accepted spelling, too",
         "replace"),
        ("okafor.yaml", WRONG, "wrong: [four, ninety, four]", "repeated-option", "four]",
         "'four' stands among the distractors twice", "replace"),
        ("okafor.yaml", WRONG, "wrong: [four, ninety, 4]", "repeated-option", "4]",
         "'4' is the same as 'four' for whoever types it", "replace"),
        ("okafor.yaml", WRONG, f"{WRONG}\n        modes: []", "mode", "[]",
         "the list of modes is empty, so that the question is never asked",
         "choose among choice, typed, recall, cloze, who, or remove the key"),
        ("compare.yaml", "modes: [choice, recall]", "modes: [choice, who]", "mode", "who]",
         "the question lacks the parts for 'who': it needs a claim that a single one of the bank's "
         "authors makes", "choose among choice, recall, cloze"),
    ],
)  # fmt: skip
def test_values_that_do_not_fit_together_are_told_with_place_and_advice(
    changed: Changed,
    name: str,
    old: str,
    new: str,
    code: str,
    at: str,
    message: str,
    advice: str,
) -> None:
    if "accept" in old:
        changed(name, f"        {WRONG}\n", "")
    problems = changed(name, old, new)
    problem = next(problem for problem in problems if problem.code == code)
    folder = problem.file.removesuffix(f"/{name}")
    assert problem.message == message.replace("{folder}", folder)
    assert advice in problem.advice
    assert problem.source_line[problem.column - 1 :][:22].rstrip() == at


@pytest.mark.parametrize(
    "text",
    ["[[nine", "nine]]", "[[]] x", "[[ ]] x", "[[a [[b]] c]]", "]]a[[", "[[a]] b]]", "[[a]b]] c"],
)
def test_a_blank_that_is_not_well_formed_is_told(changed: Changed, text: str) -> None:
    (problem,) = changed("okafor.yaml", TEXT, f'text: "{text}"')
    assert (problem.code, problem.source_line[problem.column - 1 :]) == ("blank", f'"{text}"')
    assert "[[term]]" in problem.advice


@pytest.mark.parametrize(
    "text", ["no blank", "[[a]][[b]]", "a [b] [[c]]", "[sic] [[[c]]]", "a ] b"]
)
def test_single_brackets_are_text(changed: Changed, text: str) -> None:
    assert changed("okafor.yaml", TEXT, f'text: "{text}"') == ()


@pytest.mark.parametrize("words", [3, 12])
def test_evidence_of_three_to_twelve_words_is_right(changed: Changed, words: int) -> None:
    assert changed("okafor.yaml", RIDERS, f"quote: {' '.join(['word'] * words)}") == ()


def test_evidence_in_a_list_of_one_has_its_place(changed: Changed) -> None:
    old = "evidence: {paragraph: 1, quote: nine riders on an average night}"
    new = "evidence:\n      - {paragraph: 1, quote: nine riders}"
    (problem,) = changed("okafor.yaml", old, new)
    assert problem.source_line[problem.column - 1 :] == "nine riders}"


def test_texts_that_are_not_ours_to_judge_are_kept(changed: Changed) -> None:
    odd = "<script>alert(1)</script> {{c1::x}} [sound:x.mp3] \u202eשלום\u202c 🚌"
    assert changed("okafor.yaml", "why: Okafor counted", f'why: "{odd}"\n        # ') == ()
