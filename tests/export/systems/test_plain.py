"""JSON, Markdown, R/exams, the sheet of sources, and the record that others carry along."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from quizgen.errors import QuizgenError
from quizgen.export.systems.record import carried
from tests.export.systems.conftest import of
from tests.export.systems.reading import (
    answers,
    links,
    made,
    of_html,
    options,
    plain,
    reasons,
    told,
    warned,
    whole,
)
from tests.export.systems.test_moodle import read as read_moodle

if TYPE_CHECKING:
    from quizgen.export import ItemSet

EVERY = ["shipped", "hostile_items", "typed_items"]
TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=30)
MARKS = st.text(st.sampled_from("<>&\"'`*_[](){}#=~:\\|$%!-+.1A /\n\t]]>"), min_size=1, max_size=20)


@pytest.mark.parametrize("name", EVERY)
def test_json_holds_all_that_is_known(name: str, request: pytest.FixtureRequest) -> None:
    items: ItemSet = request.getfixturevalue(name)
    found = json.loads(made("json", items))
    assert found["bank"]["id"] == items.bank.id
    assert [each["id"] for each in found["sources"]] == [source.id for source in items.sources]
    for each, item in zip(found["questions"], items.items, strict=True):
        assert (each["prompt"], each["answer"]) == (item.prompt, item.key)
        assert [(o["text"], o["right"]) for o in each["options"]] == [
            (o.text, o.letter == item.letter) for o in item.options
        ]
        assert {o["text"]: o["why"] for o in each["options"] if "why" in o} == {
            o.text: dict(item.reasons)[o.letter]
            for o in item.options
            if o.letter in dict(item.reasons)
        }
        assert each["accept"] == [*item.accept]
        assert [(e["paragraph"], e["quote"]) for e in each["evidence"]] == [
            (proof.paragraph, proof.phrase) for proof in item.evidence
        ]
        assert each["authors"] == [author.name for author in item.authors]


def comments(format: str, items: ItemSet) -> list[dict[str, Any]]:
    """The records in the comments of a file, the quiz's own first."""
    file = made(format, items)
    if format == "gift":
        found = re.findall(r"^// quizgen (.*)$", file.decode(), re.MULTILINE)
    elif format == "md":
        found = re.findall(r"^<!-- quizgen (.*) -->$", file.decode(), re.MULTILINE)
    elif format == "rexams":
        with ZipFile(io.BytesIO(file)) as package:
            files = [package.read(name).decode() for name in package.namelist()]
        found = [files.pop()]
        found += [re.findall(r"^<!-- quizgen (.*) -->$", each, re.M)[0] for each in files]
    else:
        documents = [file]
        if format != "moodle":
            with ZipFile(io.BytesIO(file)) as package:
                documents = [package.read(n) for n in package.namelist() if "manifest" not in n]
        trees = [etree.ElementTree(etree.fromstring(each)) for each in documents]
        notes = [note for tree in trees for note in tree.xpath("//comment()")]
        found = [note.text.strip().removeprefix("quizgen ") for note in notes]
    return [json.loads(each) for each in found]


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("format", ["moodle", "gift", "md", "qti21", "qti3", "rexams"])
def test_what_a_format_has_no_place_for_travels_in_a_comment(
    format: str, name: str, request: pytest.FixtureRequest
) -> None:
    items: ItemSet = request.getfixturevalue(name)
    about, *records = comments(format, items)
    assert about["sources"][0]["title"] == items.sources[0].title
    assert len(records) == len(items.items)
    for record, item in zip(records, items.items, strict=True):
        assert carried(item).items() <= record.items()


@pytest.mark.parametrize("name", EVERY)
def test_markdown_shows_all_of_a_question(name: str, request: pytest.FixtureRequest) -> None:
    items: ItemSet = request.getfixturevalue(name)
    shown = MarkdownIt().render(made("md", items).decode())
    questions = shown.split("<h2>")[1:]
    assert len(questions) == len(items.items)
    for number, (html, item) in enumerate(zip(questions, items.items, strict=True), 1):
        html = re.sub(r"<!--.*?-->", "", f"<h2>{html}", flags=re.DOTALL)
        text = of_html(html)
        assert text.startswith(plain(f"{number}. {item.prompt}"))
        listed = [of_html(each) for each in re.findall(r"<li>(.*?)</li>", html, re.DOTALL)]
        why = reasons(item)
        assert listed == [
            f"[{'x' if right else ' '}] {option}" + (f" — {why[option]}" if option in why else "")
            for option, right in options(item)
        ] + [f"= {each}" for each in dict.fromkeys(map(plain, (item.key, *item.accept)))] * (
            not item.options
        )
        assert told(item) in text
        assert len(links(html)) == len([proof for proof in item.evidence if proof.url])


@pytest.mark.parametrize("name", EVERY)
def test_r_exams_gets_a_sound_file_for_each_question(
    name: str, request: pytest.FixtureRequest
) -> None:
    """By the rules of R/exams: sections, a list with as many entries as there are options."""
    items: ItemSet = request.getfixturevalue(name)
    with ZipFile(io.BytesIO(made("rexams", items))) as package:
        files = [package.read(name).decode() for name in package.namelist() if "Rmd" in name]
    assert len(files) == len(items.items)
    for file, item in zip(files, items.items, strict=True):
        assert "`" not in file, "R would run it"
        found = dict(
            re.findall(
                r"^(Question|Solution|Meta-information)\n=+\n(.*?)(?=^\w[\w-]*\n=+$|\Z)",
                file,
                re.M | re.S,
            )
        )
        meta = dict(re.findall(r"^(ex[\w\[\]]+): (.*)$", found["Meta-information"], re.M))
        assert meta["exname"] == item.id
        question, _, listed = found["Question"].partition("\nAnswerlist\n----------\n")
        assert of_html(MarkdownIt().render(question)) == warned(item)
        shown = [of_html(MarkdownIt().render(line[2:])) for line in listed.splitlines()]
        if item.options:
            assert meta["extype"] == "schoice"
            right = [digit == "1" for digit in meta["exsolution"]]
            assert tuple(zip(filter(None, shown), right, strict=True)) == options(item)
        else:
            assert (meta["extype"], meta["exsolution"]) == ("string", plain(item.key))
            assert answers(item)
        solution = found["Solution"].partition("\nAnswerlist\n")[0]
        assert of_html(MarkdownIt().render(solution)) == told(item)


def test_r_would_run_a_backtick_in_an_answer() -> None:
    with pytest.raises(QuizgenError, match="question 1 does not fit R/exams"):
        made("rexams", of(["`r 1`"], typed=True))


@pytest.mark.parametrize("name", EVERY)
def test_the_sheet_of_sources_names_each_place(name: str, request: pytest.FixtureRequest) -> None:
    items: ItemSet = request.getfixturevalue(name)
    sheet = plain(made("sources", items).decode("utf-8-sig"))
    for item in items.items:
        assert plain(f"{item.number}. {item.prompt}") in sheet
        for proof in item.evidence:
            assert plain(proof.place) in sheet
            assert proof.url in sheet
    for source in items.sources:
        assert plain(f"licence: {source.licence}") in sheet


@given(st.lists(TEXT | MARKS, min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_any_text_survives(texts: list[str]) -> None:
    items = of([text for text in texts if text.strip()] or ["x"])
    assert read_moodle(made("moodle", items)) == whole(items)
    test = json.loads(made("json", items))
    assert [each["prompt"] for each in test["questions"]] == [item.prompt for item in items.items]
    shown = MarkdownIt().render(made("md", items).decode())
    for html, item in zip(shown.split("<h2>")[1:], items.items, strict=True):
        text = of_html(re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL))
        assert plain(item.prompt) in text
        assert told(item) in text
