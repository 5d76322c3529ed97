"""A teacher keeps a quiz, writes in it, takes it up another day, and gives it to a class."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from lxml import html

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.test import TestResponse

START = "n=4&seed=7"


class Desk:
    """A browser with cookies and no scripts."""

    def __init__(self, app: Flask) -> None:
        self.client = app.test_client()
        self.quiz = ""

    def get(self, path: str) -> TestResponse:
        return self.client.get(path, follow_redirects=True)

    def keep(self) -> TestResponse:
        page = self.client.post("/paper/keep", data={"n": "4", "seed": "7"}, follow_redirects=True)
        found = re.search(r'name="quiz" value="([^"]+)"', page.text)
        assert found
        self.quiz = found[1]
        return page

    def change(self, do: str, **fields: str) -> TestResponse:
        data = {"quiz": self.quiz, "do": do, **fields}
        return self.client.post("/paper/change", data=data, follow_redirects=True)

    def shown(self) -> TestResponse:
        return self.get(f"/paper/preview?quiz={self.quiz}")


@pytest.fixture
def desk(nato_app: Flask) -> Desk:
    return Desk(nato_app)


def stems(page: TestResponse) -> list[str]:
    tree = html.fromstring(page.text)
    found = tree.xpath('//p[@class="stem"]')
    return [" ".join(stem.text_content().split()).partition(". ")[2] for stem in found]


def own(**fields: str) -> dict[str, str]:
    return {"after": "2", "ask": "who opened it?", "answer": "the mayor", **fields}


def test_a_quiz_is_kept_and_taken_up_on_another_day(desk: Desk) -> None:
    assert "The quiz is kept." in desk.keep().text
    assert "was dropped" in desk.change("drop.1").text
    first = stems(desk.shown())
    assert len(first) == 3
    assert f"quiz={desk.quiz}" in desk.get("/paper/mine").text
    assert stems(desk.shown()) == first
    assert "was undone" in desk.change("undo").text
    assert len(stems(desk.shown())) == 4


def test_nobody_else_sees_it(desk: Desk, nato_app: Flask) -> None:
    desk.keep()
    other = Desk(nato_app)
    assert other.get(f"/paper/preview?quiz={desk.quiz}").status_code == 404
    assert other.get(f"/paper/mine/{desk.quiz}").status_code == 404
    other.keep()
    other.quiz = desk.quiz
    assert other.change("drop.1").status_code == 404
    assert other.client.post("/paper/let-go", data={"quiz": desk.quiz}).status_code == 404
    assert desk.shown().status_code == 200


def test_candidates_are_shown_with_their_answers_and_one_is_taken(desk: Desk) -> None:
    desk.keep()
    page = desk.get(f"/paper/choices?quiz={desk.quiz}&place=2")
    tree = html.fromstring(page.text)
    buttons = tree.xpath('//ol[@class="found"]//button')
    assert buttons
    assert "Answer:" in page.text
    wanted = tree.xpath('//ol[@class="found"]/li/p/strong')[0].text_content()
    assert "is another one now" in desk.change(buttons[0].get("value")).text
    assert stems(desk.shown())[1] == wanted


def test_the_bank_is_searched_and_a_question_added(desk: Desk) -> None:
    page = desk.get(f"/paper/choices?{START}&q=Russia")
    add = html.fromstring(page.text).xpath('//ol[@class="found"]//button')[0].get("value")
    assert add.startswith("add.")
    assert len(stems(desk.get(f"/paper/preview?{START}&do={add}"))) == 5
    assert "0 questions fit." in desk.get(f"/paper/choices?{START}&q=zzzz").text


def test_own_words_are_kept_under_the_authors_name(desk: Desk) -> None:
    desk.keep()
    page = desk.get(f"/paper/question?quiz={desk.quiz}&place=1")
    tree = html.fromstring(page.text)
    fields = {name: str(value) for name, value in tree.forms[-1].form_values()}
    do = tree.xpath('//button[@name="do"]')[0].get("value")
    fields |= {"ask": "what <b>then</b>?", "points": "3", "section": "Part one"}
    fields.pop("quiz")
    changed = desk.change(do, **fields)
    assert "The question was changed." in changed.text
    assert stems(changed)[0].endswith(", what <b>then</b>? (3 points)")
    assert "Part one" in changed.text
    assert "Your wording." in changed.text


def test_points_that_are_no_number_lose_nothing_that_was_typed(desk: Desk) -> None:
    desk.keep()
    page = desk.change("own.0", **own(points="many"))
    assert page.status_code == 400
    assert "is no number" in page.text
    assert 'value="the mayor"' in page.text
    page = desk.change("own.0", **own(author="County archive"))
    assert "needs its author and where" in page.text
    page = desk.change("own.0", **own(answer=""))
    assert "this is empty" in page.text
    assert len(stems(desk.shown())) == 4


def test_a_question_of_ones_own_stands_with_its_source_and_goes_again(desk: Desk) -> None:
    desk.keep()
    page = desk.change("own.0", **own(author="County archive", where="letter of 1921"))
    assert "According to County archive, who opened it?" in stems(page)[2]
    assert "County archive, letter of 1921" in page.text
    assert "Questions of your own are not among them." in page.text
    desk.change("drop.2")
    assert "According to County archive, who opened it?" in stems(desk.shown())[1]
    edit = desk.get(f"/paper/question?quiz={desk.quiz}&place=2")
    assert 'value="letter of 1921"' in edit.text
    assert len(stems(desk.change("drop-own.1"))) == 3


def test_the_file_is_downloaded_and_taken_back(desk: Desk, nato_app: Flask) -> None:
    desk.keep()
    desk.change("own.0", **own())
    before = stems(desk.shown())
    file = desk.get(f"/paper/nato.quiz.yaml?quiz={desk.quiz}").data
    other = Desk(nato_app)
    upload = {"file": (io.BytesIO(file), "nato.quiz.yaml")}
    page = other.client.post("/paper/take", data=upload, follow_redirects=True)
    assert "was taken back" in page.text
    assert stems(page) == before
    for content, said in ((b"", "no quiz file"), (b"quiz: 7", "of version 7")):
        upload = {"file": (io.BytesIO(content), "x.yaml")}
        page = other.client.post("/paper/take", data=upload)
        assert page.status_code == 400
        assert said in page.text


def test_a_printed_code_can_be_changed_further(desk: Desk) -> None:
    page = desk.get(f"/paper/preview?{START}&edit=swap.A.1")
    code = re.search(r"Code of form A: <code>([^<]+)", page.text)
    assert code
    again = desk.get(f"/paper/preview?code={code[1]}")
    (link,) = html.fromstring(again.text).xpath('//a[text()="Change this quiz"]/@href')
    assert stems(desk.get(link)) == stems(again)
    assert "Swap question 1" in desk.get(link).text


def test_a_class_practises_exactly_these_questions(desk: Desk) -> None:
    page = desk.get(f"/paper/preview?{START}")
    (link,) = html.fromstring(page.text).xpath('//a[text()="Practise these questions"]/@href')
    opened = desk.get(link.partition("localhost")[2])
    assert "4 questions" in opened.text
    form = html.fromstring(opened.text).xpath('//form[@method="post"]')[0]
    started = desk.client.post("/quiz", data=dict(form.form_values()), follow_redirects=True)
    assert stems(page)[0] in started.text


def test_a_link_of_questions_that_are_gone_says_so(desk: Desk) -> None:
    word = re.search(r"ask=([0-9A-Z]+)", desk.get(f"/paper/preview?{START}").text)
    assert word
    page = desk.get(f"/quiz?ask={word[1]}222222")
    assert "1 question of this link is no longer in the bank" in page.text
    assert desk.get("/quiz?ask=222222").status_code == 400
    assert desk.get("/quiz?ask=abc").status_code == 400


def test_heading_and_layout_are_kept_too(desk: Desk) -> None:
    desk.keep()
    look = {"title": "Spring quiz", "instructions": "Think.", "page": "a4", "roomy": "1"}
    page = desk.change("heading", **look)
    assert "Spring quiz" in page.text
    assert "Spring quiz" in desk.get("/paper/mine").text
    assert "Think." in desk.get(f"/paper/nato-A-paper.html?quiz={desk.quiz}").text
