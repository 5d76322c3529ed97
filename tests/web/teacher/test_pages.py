from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from lxml import html
from quizgen_web import create_app
from quizgen_web.shell.settings import Settings
from quizgen_web.shell.site import Shelf, Site
from quizgen_web.teacher.recipe import MOST

from quizgen.export import item_set
from quizgen.export.content import student_page
from quizgen.paper.blueprint import blueprint
from quizgen.paper.edits import parse_edit
from quizgen.paper.paper import Paper, make_quiz
from tests.paper.made_up import bank as bank_of
from tests.paper.made_up import question
from tests.web.conftest import SECRET
from tests.web.teacher.conftest import Teacher, select

if TYPE_CHECKING:
    from quizgen_web.store import Store

    from quizgen.bank.model import Bank

PREVIEW = "/paper/preview?seed=x&n=6"


def drawn(bank: Bank, *edits: str, forms: int = 1, form: str = "A") -> Paper:
    made = make_quiz(bank, blueprint(bank, 6), "x", forms, None, tuple(map(parse_edit, edits)))
    return next(paper for paper in made.papers if paper.form == form)


def prompts(paper: Paper) -> list[str]:
    return [item.question.prompt for item in paper.items]


def test_the_form_leads_to_the_paper_that_it_asks_for(teacher: Teacher, nato: Bank) -> None:
    teacher.get("/paper?seed=x")
    page = teacher.press("See the quiz", n="", **{"topic:asia": "3", "author:ng": "2"})
    assert page.status_code == 200
    wanted = blueprint(nato, None, {"topic": ["asia=3"], "author": ["ng=2"]})
    assert teacher.prompts == prompts(make_quiz(nato, wanted, "x").papers[0])
    assert dict(page.request.args) == {"seed": "x", "topic": "asia=3", "author": "ng=2"}


def test_without_a_seed_one_is_made_up_that_can_be_shared(teacher: Teacher) -> None:
    first = teacher.client.get("/paper/preview?n=3")
    assert first.status_code == 303
    assert "n=3&seed=" in first.location
    assert first.location != teacher.client.get("/paper/preview?n=3").location
    teacher.get(first.location)
    shared = teacher.prompts
    assert len(shared) == 3
    teacher.get(first.location)
    assert teacher.prompts == shared


def test_the_preview_shows_all_of_the_printed_page(teacher: Teacher, nato: Bank) -> None:
    teacher.get(PREVIEW)
    printed = student_page(item_set(drawn(nato)))
    assert teacher.prompts == [asked.prompt for asked in printed.questions]
    words = teacher.words
    for asked in printed.questions:
        options = " ".join(f"{option.letter} {option.text}" for option in asked.options)
        assert f"{options} {'; '.join(cited.text for cited in asked.citation)}" in words
    for text in (printed.title, printed.instructions, printed.opinion, printed.notice):
        assert text in words
    assert printed.code in words
    for source in printed.sources:
        assert source.heading in words


def test_the_answers_are_folded_away_and_are_those_of_the_key(teacher: Teacher, nato: Bank) -> None:
    teacher.get(PREVIEW)
    answers = [" ".join(answer.text_content().split()) for answer in teacher.all(".answer")]
    for answer, item in zip(answers, drawn(nato).items, strict=True):
        assert answer.startswith(
            f"Answer {item.key}: {item.question.key} {item.question.rationale}"
        )
    assert teacher.all(".answer[open]") == []


@pytest.mark.parametrize(
    ("button", "edit", "words", "focus"),
    [
        ("Swap question 3", "swap.A.3", "Question 3 was swapped.", "swap.A.3"),
        ("Move question 3 up", "up.3", "Question 3 is now question 2.", "up.2"),
        ("Move question 5 down", "down.5", "Question 5 is now question 6.", "up.6"),
    ],
)
def test_a_button_changes_the_paper_says_so_and_keeps_the_focus_there(
    teacher: Teacher, nato: Bank, button: str, edit: str, words: str, focus: str
) -> None:
    teacher.get(PREVIEW)
    teacher.press(button)
    assert teacher.prompts == prompts(drawn(nato, edit))
    status = teacher.all("li [role=status]")
    assert [s.text.strip() for s in status] == [words]
    assert teacher.focus == [focus]
    assert words in teacher.page.text[: teacher.page.text.index("</title>")]


def test_a_dropped_question_is_told_where_it_stood(teacher: Teacher, nato: Bank) -> None:
    teacher.get(PREVIEW)
    teacher.press("Drop question 6")
    assert teacher.prompts == prompts(drawn(nato, "drop.6"))
    assert teacher.all("#q5 [role=status]")
    assert teacher.focus[0].startswith("Question 6 was dropped.")


def test_changes_add_up_and_are_taken_back_one_by_one(teacher: Teacher, nato: Bank) -> None:
    teacher.get(PREVIEW)
    for button in ("Swap question 1", "Drop question 2", "Move question 4 up", "Swap question 1"):
        teacher.press(button)
    made = ("swap.A.1", "drop.2", "up.4", "swap.A.1")
    assert teacher.prompts == prompts(drawn(nato, *made))
    for left in (3, 2, 1, 0):
        teacher.press("Undo last change")
        assert teacher.prompts == prompts(drawn(nato, *made[:left]))
        assert teacher.focus == ["The last change was undone."]
    with pytest.raises(AssertionError, match="no button"):
        teacher.press("Undo last change")


def test_the_change_that_was_just_made_can_be_undone_beside_it(teacher: Teacher) -> None:
    teacher.get(PREVIEW)
    before = teacher.prompts
    teacher.press("Swap question 2")
    assert teacher.prompts != before
    teacher.press("Undo")
    assert teacher.prompts == before


def test_the_same_change_is_not_told_again_on_the_way_to_another_form(
    teacher: Teacher, nato: Bank
) -> None:
    teacher.get(f"{PREVIEW}&forms=2")
    teacher.press("Drop question 2")
    teacher.get(teacher.link("Form B"))
    assert teacher.prompts == prompts(drawn(nato, "drop.2", forms=2, form="B"))
    assert teacher.focus == []
    teacher.press("Swap question 1")
    assert teacher.prompts == prompts(drawn(nato, "drop.2", "swap.B.1", forms=2, form="B"))
    assert "Question 1 of form B was swapped." in teacher.words


def test_at_the_ends_there_is_nothing_to_move(teacher: Teacher) -> None:
    teacher.get(PREVIEW)
    off = [button.get("aria-label") for button in teacher.all("button[disabled]")]
    assert off == ["Move question 1 up", "Move question 6 down"]
    teacher.get("/paper/preview?seed=x&n=1")
    assert "Drop question 1" in {b.get("aria-label") for b in teacher.all("[disabled]")}


@pytest.mark.parametrize("action", ["up.1", "drop.99", "swap.B.1", "swap.A.0", "dance", "<b>.1"])
def test_a_change_that_cannot_be_made_leaves_the_paper_as_it_was(
    teacher: Teacher, nato: Bank, action: str
) -> None:
    page = teacher.get(f"{PREVIEW}&{urlencode({'edit': 'drop.2', 'do': action})}")
    assert page.status_code == 400
    assert len(teacher.problems) == 1
    assert teacher.prompts == prompts(drawn(nato, "drop.2"))
    assert teacher.field("edit") == "drop.2"
    assert page.text.count("<b>.1") == 0


def test_heading_and_instructions_are_edited_and_kept_with_the_changes(teacher: Teacher) -> None:
    teacher.get(PREVIEW)
    teacher.press("Drop question 2")
    hostile = "#import <b>*x*</b> 'a' \"b\" & {{ 7 * 7 }}"
    teacher.press("Show them on the quiz", title=hostile, instructions="One.\r\nTwo.", page="a4")
    assert teacher.all(".sheet h2")[0].text_content() == hostile
    assert "One. Two." in teacher.words
    assert len(teacher.prompts) == 5
    assert "page=a4" in teacher.address
    assert teacher.field("title") == hostile


@pytest.mark.parametrize(
    "typed",
    ["x" * 121, "x" * 2000, "\u202eabc", "a\x07b", "a\nb", "\ufdd0"],
    ids=["long", "very long", "turned", "bell", "line", "no character"],
)
def test_words_that_cannot_be_printed_are_told_and_stay_in_their_field(
    teacher: Teacher, nato: Bank, typed: str
) -> None:
    page = teacher.get(f"{PREVIEW}&{urlencode({'title': typed, 'do': 'drop.1'})}")
    assert page.status_code == 400
    assert len(teacher.problems) == 1
    assert teacher.problems[0].startswith("Heading: ")
    assert teacher.prompts == prompts(drawn(nato, "drop.1"))
    if typed.isprintable():
        assert teacher.field("title") == typed
    assert teacher.all("#words[open] .wrong")


@pytest.mark.parametrize(
    "title", ["😀", "Ünïcödé", "<script>alert(1)</script>", "$x$ #pagebreak()"]
)
def test_any_other_words_stand_on_the_page_as_they_were_typed(teacher: Teacher, title: str) -> None:
    page = teacher.get(f"{PREVIEW}&{urlencode({'title': title})}")
    assert page.status_code == 200
    assert teacher.all(".sheet h2")[0].text_content() == title
    assert "<script>alert" not in page.text


def test_all_that_is_wrong_is_told_at_once_beside_what_was_typed(teacher: Teacher) -> None:
    teacher.get("/paper")
    typed = {"n": "0", "forms": "27", "topic:asia": "many", "kind:fact": "0", "title": "x" * 121}
    page = teacher.press("See the quiz", **typed)
    assert page.status_code == 400
    fields = [link.get("href") for link in teacher.all(".problem a")]
    assert fields == ["#n", "#forms", "#topic", "#kind", "#title"]
    for name, text in typed.items():
        assert teacher.field(name) == text
    for field in fields:
        assert teacher.all(field)
    assert len(teacher.all(".wrong")) == 5
    assert "Error: " in page.text[: page.text.index("</title>")]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("n=0", "'0' is no number of questions"),
        ("n=-3", "'-3' is no number"),
        ("n=101", "from 1 to 100"),
        ("n=99999999999999999999", "from 1 to 100"),
        ("n=1e1", "from 1 to 100"),
        ("n=" + "1" * 5000, "from 1 to 100"),
        ("n=٣", "from 1 to 100"),
        ("n=5&forms=0", "forms"),
        ("n=100&forms=26", "2,600 questions"),
        ("topic=nowhere", "There is no topic 'nowhere'"),
        ("author=nobody", "There is no author 'nobody'"),
        ("kind=lie&difficulty=9&skill=magic", "There is no skill 'magic'"),
        ("n=5&topic=asia=6", "The counts add up to 6"),
        ("topic=asia=60&author=ng=70&kind=fact=101", "101"),
        ("n=90&topic=asia", "Questions: 90 asked for"),
        ("topic=asia=50", "Asia and the Pacific: 50 asked for"),
        ("edit=dance", "'dance' is no change"),
        (f"seed={'y' * 65}", "Seed: it is a word"),
        ("seed=%00a", "Seed: it is a word"),
        ("code=ABD", "'ABD' is mistyped"),
        ("code=" + "A" * 3000, "symbols"),
        ("code=%F0%9F%98%80", "stands in no code"),
    ],
)
def test_absurd_wishes_are_told_on_the_form(teacher: Teacher, query: str, words: str) -> None:
    page = teacher.get(
        f"/paper/preview?seed=x&{query}" if "seed" not in query else f"/paper/preview?{query}"
    )
    assert page.status_code == 400
    assert any(words in problem for problem in teacher.problems), teacher.problems
    assert teacher.all("form [name=n]")
    assert not any("--" in problem or " -n" in problem for problem in teacher.problems)


def test_twenty_questions_are_proposed_unless_numbers_say_otherwise(teacher: Teacher) -> None:
    for query, number in (("", "20"), ("seed=x", "20"), ("n=7", "7"), ("topic=asia=3", "")):
        teacher.get(f"/paper?{query}")
        assert teacher.field("n") == number


def test_what_was_chosen_is_filled_in_again(teacher: Teacher) -> None:
    teacher.get(f"{PREVIEW}&topic=asia&topic=ukraine=2&forms=2&large=1&page=a4&form=B&edit=drop.1")
    teacher.get(teacher.link("Change what it holds"))
    ticked = {box.get("value") for box in teacher.all("[type=checkbox][checked]")}
    assert ticked == {"asia", "ukraine", "1"}
    assert teacher.field("topic:ukraine") == "2"
    assert (teacher.field("n"), teacher.field("forms"), teacher.field("seed")) == ("6", "2", "x")
    assert "not kept" in teacher.words
    teacher.press("See the quiz")
    assert "drop" not in teacher.address
    assert "large=1" in teacher.address


def test_the_code_of_a_changed_paper_makes_it_again(teacher: Teacher) -> None:
    teacher.get(f"{PREVIEW}&forms=2&edit=drop.2&edit=swap.B.3&form=B")
    shown, code = teacher.prompts, teacher.code
    teacher.get("/paper")
    page = teacher.press("Make it again", code=code.lower().replace("-", " "))
    assert page.status_code == 200
    assert teacher.prompts == shown
    assert "Form B" in teacher.words
    assert not teacher.all(".moves")
    teacher.press("Show them on the quiz", title="Again")
    assert teacher.all(".sheet h2")[0].text_content() == "Again"
    assert teacher.prompts == shown


def test_a_paper_with_more_questions_than_the_page_makes_is_left_to_the_command_line(
    teacher: Teacher, nato: Bank
) -> None:
    code = make_quiz(nato, blueprint(nato, MOST + 1), "x").papers[0].code
    assert teacher.get(f"/paper/preview?code={code}").status_code == 400
    assert f"quizgen quiz --code {code}" in teacher.problems[0]


def test_where_nothing_was_changed_nothing_is_taken_back(teacher: Teacher) -> None:
    assert teacher.get(f"{PREVIEW}&do=undo").status_code == 200
    assert "do=" not in teacher.address
    assert not teacher.all("[role=status]")


def test_other_questions_are_drawn_with_another_seed(teacher: Teacher) -> None:
    teacher.get(f"{PREVIEW}&edit=drop.1&title=Kept")
    before = teacher.address
    teacher.get(teacher.link("Draw other questions"))
    assert "seed=x" not in teacher.address
    assert "edit" not in teacher.address
    assert "title=Kept" in teacher.address
    assert teacher.address != before


def test_the_panel_tells_balance_notes_level_and_time(teacher: Teacher, nato: Bank) -> None:
    teacher.get("/paper/preview?seed=x&n=20")
    paper = make_quiz(nato, blueprint(nato, 20), "x").papers[0]
    for source in nato.sources:
        count = sum(source in item.question.claim.sources for item in paper.items)
        assert f"{source.author} {count} of 20" in teacher.words
    for note in paper.content_notes:
        assert f"{note}: question" in teacher.words
    assert "20 minutes at one minute a question; 30 for" in teacher.words
    assert "One-sided" not in teacher.words
    teacher.get("/paper/preview?seed=x&n=20&author=ng")
    pattern = r"One-sided\. \d+ of 20 questions are about Jonathan Ng alone\."
    assert re.search(pattern, teacher.words)


def test_a_bank_with_one_author_and_no_note_has_nothing_odd(store: Store) -> None:
    made = bank_of(*(question(f"c{n}") for n in range(5)))
    teacher = Teacher(create_app(Shelf(Site.of(made)), Settings(SECRET, ""), store))
    teacher.get("/paper/preview?seed=x&n=5")
    assert "One-sided" not in teacher.words
    assert "Content notes" not in teacher.words
    assert "5 of 5" in teacher.words


def test_forms_that_share_questions_are_told(store: Store) -> None:
    made = bank_of(*(question(f"c{n}") for n in range(5)))
    teacher = Teacher(create_app(Shelf(Site.of(made)), Settings(SECRET, ""), store))
    teacher.get("/paper/preview?seed=x&n=4&forms=2")
    assert "3 stand in more than one form" in teacher.words


def test_nothing_is_kept_of_a_teacher(teacher: Teacher) -> None:
    for path in ("/paper", PREVIEW, f"{PREVIEW}&do=drop.1", "/paper/pages?seed=x&n=2"):
        page = teacher.get(path)
        assert "Set-Cookie" not in page.headers


def test_the_home_page_leads_there(teacher: Teacher) -> None:
    teacher.get("/")
    assert teacher.link("For teachers: make a quiz") == "/paper"
    assert teacher.get("/paper").status_code == 200


def test_below_a_prefix_all_addresses_have_it(teacher: Teacher) -> None:
    environment = {"SCRIPT_NAME": "/civics"}
    page = teacher.client.get(f"{PREVIEW}&forms=2", environ_overrides=environment)
    addresses = [
        element.get(name)
        for name in ("href", "action", "src")
        for element in select(html.fromstring(page.text), f"[{name}]:not([rel~=external])")
    ]
    assert all(a.startswith(("/civics/", "#", "data:")) for a in addresses), addresses


def test_where_no_question_fits_in_place_of_one_the_paper_stays(store: Store) -> None:
    made = bank_of(*(question(f"c{n}") for n in range(3)))
    teacher = Teacher(create_app(Shelf(Site.of(made)), Settings(SECRET, ""), store))
    teacher.get("/paper/preview?seed=x&n=3")
    page = teacher.press("Swap question 2")
    assert page.status_code == 400
    assert "No other question fits in place of question 2" in teacher.problems[0]
    assert len(teacher.prompts) == 3


def test_the_style_of_the_page_is_small_and_holds_no_style_of_its_own(teacher: Teacher) -> None:
    page = teacher.get(PREVIEW)
    assert " style=" not in page.text
    assert len(teacher.client.get("/static/paper.css").data) < 5_000
