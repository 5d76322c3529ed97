"""What the real Anki makes of a package."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from quizgen.anki.notes import notes
from quizgen.bank.attribution import Stem
from quizgen.bank.load import load_bank
from quizgen.bank.model import KIND_LABELS
from quizgen.modes.card import Field

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from quizgen.bank.model import Bank
    from tests.anki.conftest import Student

    Build = Callable[..., Path]

LATER = 1_700_000_100

HOSTILE = [
    "<script>window.hit = 1</script>",
    "<img src=x onerror=alert(1)>",
    "{{c1::x}}",
    "}} {{Front}} {{",
    "{{type:Answer}} [type:Answer]",
    "[sound:x.mp3]",
    "[anki:play:q:0]",
    "[latex]x[/latex] [$]x[/$] [$$]x[/$$]",
    r"\(x\) \[y\] \\",
    "a::b::c ::",
    "&amp; &lt; &nbsp; &#123;",
    "a<b and c>d",
    "`tick` ${x} $x$ %s {0}",
    "\"double\" 'single' <!-- comment -->",
    "שלום עולם مرحبا",
    "🏛️👩‍⚖️ 𝔸",
    "tag with\u3000wide space",
    "<%cloze:Text%> {{=<% %>=}} <%Question%>",
]


def test_an_import_brings_every_note_and_card(bank: Bank, build: Build, student: Student) -> None:
    assert student.imports(build(bank)) == {"new": 17}
    assert student.col.note_count() == 17
    assert student.col.card_count() == 18


@pytest.mark.parametrize(
    ("search", "front", "back"),
    [
        (
            "tag:mini::mode::choice Id:abel-purse.what",
            ["According to Ada Abel, what restrains a ruler?", "the courts alone"],
            ["✓ Right answer", "Abel says that a ruler may ignore a judge."],
        ),
        (
            "tag:mini::mode::cloze Id:abel-purse card:1",
            ["According to Ada Abel, control of the [...] restrains a ruler"],
            ["control of the purse restrains a ruler"],
        ),
        (
            "tag:mini::mode::cloze Id:abel-purse card:2",
            ["According to Ada Abel, control of the purse restrains a [...]"],
            ["control of the purse restrains a ruler"],
        ),
        (
            "tag:mini::mode::recall Id:abel-purse.what",
            ["According to Ada Abel, what restrains a ruler?"],
            ["control of the purse"],
        ),
        (
            "tag:mini::mode::typed Id:abel-purse.what",
            ["According to Ada Abel, what restrains a ruler?", "[[type:Answer]]"],
            ["control of the purse", "Also right: the purse · money"],
        ),
        (
            "tag:mini::mode::who Id:abel-purse",
            ["Which author says that control of the purse"],
            ["Ada Abel"],
        ),
    ],
)
def test_each_kind_of_card_names_its_author_and_its_source(
    bank: Bank, build: Build, student: Student, search: str, front: list[str], back: list[str]
) -> None:
    student.imports(build(bank))
    question, answer = student.sides(search)
    for part in front:
        assert part in question
    for part in (
        *back,
        "Why",
        KIND_LABELS["interpretation"],
        "Ada Abel",
        "cannot pay a soldier with",
        "Ada Abel, “The Purse & the Sword” (Civic Review, 2024), paragraph 7",
        "abel-purse",
    ):
        assert part in answer


def test_every_card_of_every_kind_is_attributed_on_both_sides(
    bank: Bank, build: Build, student: Student, read_words: Callable[[str], str]
) -> None:
    student.imports(build(bank))
    claims = {claim.id: claim for claim in bank.claims}
    for card in student.cards():
        claim = claims[card.note()["Id"].split(".")[0]]
        output = card.render_output()
        front = read_words(output.question_text)
        assert "According to" in front or "Which author says that" in front
        back = read_words(output.answer_text)
        assert claim.attribution.line in back
        assert claim.label in back
        for piece in claim.evidence:
            assert piece.quote in back
            assert claim.cite(piece).text in back


def test_an_editors_note_and_a_content_note_show_only_where_there_is_one(
    bank: Bank, build: Build, student: Student
) -> None:
    student.imports(build(bank))
    front, back = student.sides("tag:mini::mode::recall Id:abel-riot.end")
    assert front.index("Content note") < front.index("violence") < front.index("According to")
    assert "Content note" in back
    assert "Editors’ note" not in back
    front, back = student.sides("tag:mini::mode::recall Id:abel-first-vote.year")
    assert "Content note" not in front
    assert "Editors’ note" in back
    assert "Journal of the House, volume 1" in back


def test_the_answer_is_on_no_front(
    bank: Bank, build: Build, student: Student, read_words: Callable[[str], str]
) -> None:
    student.imports(build(bank))
    for card in student.cards("-tag:mini::mode::cloze -tag:mini::mode::choice"):
        front = card.render_output().question_text
        assert card.note()["Answer"] not in read_words(front)


def test_the_cards_are_those_that_anki_itself_would_make(
    bank: Bank, build: Build, student: Student, new_student: Callable[[], Student]
) -> None:
    student.imports(build(bank))
    assert not student.col.get_empty_cards().notes
    _, sound = student.col.fix_integrity()
    assert sound
    assert student.col.card_count() == 18
    other = new_student()
    other.imports(build(bank))
    root = other.col.decks.id_for_name("A small bank")
    assert root
    for id in list(other.col.find_notes("")):
        old = other.col.get_note(id)
        new = other.col.new_note(old.note_type() or {})
        new.fields = old.fields
        assert old.fields_check() == 0
        other.col.remove_notes([id])
        other.col.add_note(new, root)
    count = "select mid, flds, ord from notes n, cards c on c.nid = n.id order by 1, 2, 3"
    assert student.col.db is not None
    assert other.col.db is not None
    assert student.col.db.all(count) == other.col.db.all(count)


def test_anki_accepts_the_note_types_as_its_own(bank: Bank, build: Build, student: Student) -> None:
    student.imports(build(bank))
    for name in student.col.models.all_names_and_ids():
        if name.name.startswith("quizgen"):
            note_type = student.col.models.get(name.id)  # type: ignore[arg-type]
            assert note_type
            student.col.models.update_dict(note_type)  # raises where a template is unsound


def test_importing_the_same_package_again_changes_nothing(
    bank: Bank, build: Build, student: Student
) -> None:
    package = build(bank)
    student.imports(package)
    student.answers("tag:mini::mode::recall Id:abel-purse.what")
    before = (student.content(), student.progress())
    assert student.imports(package) == {"duplicate": 17}
    assert (student.content(), student.progress()) == before


def test_mended_words_reach_the_student_and_cost_no_progress(
    folder: Path, build: Build, student: Student
) -> None:
    student.imports(build(load_bank(folder)))
    student.answers("tag:mini::mode::recall Id:abel-purse.what")
    student.answers("tag:mini::mode::cloze Id:abel-purse card:2")
    before = student.progress()
    assert len(before["log"]) == 2
    file = folder / "abel.yaml"
    text = file.read_text(encoding="utf-8")
    for old, new in (
        ("what restrains a ruler?", "what holds a ruler back?"),
        ("control of the [[purse]] restrains", "control of the [[purse]] holds back"),
        ("author: Ada Abel", "author: Ada B. Abel"),
        ("title: The Purse", "title: A Purse"),
    ):
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    assert student.imports(build(load_bank(folder), LATER)) == {"updated": 17}
    assert student.progress() == before
    front, back = student.sides("tag:mini::mode::recall Id:abel-purse.what")
    assert "According to Ada B. Abel, what holds a ruler back?" in front
    assert "“A Purse & the Sword”" in back
    assert student.col.note_count() == 17


def test_a_question_that_is_added_later_comes_as_the_only_new_note(
    bank: Bank, build: Build, student: Student
) -> None:
    student.imports(build(replace(bank, questions=bank.questions[:-1])))
    student.answers("tag:mini::mode::recall Id:abel-purse.what")
    before = student.progress()
    assert student.imports(build(bank, LATER)) == {"new": 1, "updated": 16}
    assert student.progress()["log"] == before["log"]


def test_a_renamed_spare_field_arrives_under_default_options(
    bank: Bank, build: Build, student: Student, monkeypatch: pytest.MonkeyPatch
) -> None:
    from quizgen.anki import note_types

    student.imports(build(bank))
    student.answers("tag:mini::mode::recall Id:abel-purse.what")
    before = student.progress()
    monkeypatch.setattr(note_types, "SPARES", (Field("Hint", 1101), *note_types.SPARES[1:]))
    assert student.imports(build(bank, LATER)) == {"updated": 17}
    assert "Hint" in student.cards()[0].note()
    assert student.progress() == before


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_shows_as_itself(
    text: str,
    bank_saying: Callable[[str], Bank],
    build: Build,
    student: Student,
    read_words: Callable[[str], str],
) -> None:
    bank = bank_saying(text)
    assert student.imports(build(bank)) == {"new": 5}
    assert student.col.card_count() == 6
    assert not student.col.get_empty_cards().notes
    for card in student.cards():
        output = card.render_output()
        front, back = read_words(output.question_text), read_words(output.answer_text)
        for place in (
            f"{text}\n",  # the content note ends its line
            f"{text}, citing {text}",
            f"{text} three words",
            f"{text}, “{text}” ({text}, {text}), paragraph 1",
        ):
            assert place.strip("\n") in back
        assert text in front
        assert not output.question_av_tags
        assert not output.answer_av_tags
        html = re.sub(
            "<style>.*?</style>", "", output.question_text + output.answer_text, flags=re.S
        )
        assert set(re.findall(r"<(?!/)(\w+)", html)) <= {
            "blockquote", "div", "h2", "li", "ol", "p", "q", "section", "span",
        }  # fmt: skip
    front, back = student.sides("tag:said::mode::choice")
    assert f"According to {text}, {text}?" in front
    assert f"{text} wrong" in front
    assert f"{text} reason" in back
    front, back = student.sides("tag:said::mode::cloze card:1")
    assert f"According to {text}, {text} [...] and last" in front
    assert f" {text.replace('[', '(').replace(']', ')')} blank and last" in back
    front, back = student.sides("tag:said::mode::typed")
    assert f"Also right: {text} accepted" in back


def test_a_blank_between_the_marks_of_a_formula_is_still_a_blank(
    bank: Bank, build: Build, student: Student
) -> None:
    question = bank.by_id["abel-purse.what"]
    claim = replace(question.claim, statement=Stem(r"it is \( [[x]] \)"))
    student.imports(build(replace(bank, questions=(replace(question, claim=claim),))))
    card = student.card("tag:mini::mode::cloze")
    assert '<span class="cloze" data-cloze="x"' in card.render_output().question_text


@pytest.mark.parametrize("text", ["R&D", "a<b", "{x}", "[y]", "C:\\d", "l'État", "“q”"])
def test_a_typed_answer_is_compared_with_the_plain_text(
    text: str, bank_saying: Callable[[str], Bank], build: Build, student: Student
) -> None:
    student.imports(build(bank_saying(text)))
    answer = student.card("tag:said::mode::typed").note()["Answer"]
    assert set(re.findall("class=(type[A-Z]\\w+)", student.col.compare_answer(answer, text))) == {
        "typeGood"
    }


def test_a_student_finds_words_with_an_apostrophe(
    bank: Bank, build: Build, student: Student
) -> None:
    question = replace(bank.questions[0], rationale='NATO\'s help came "late"')
    student.imports(build(replace(bank, questions=(question,))))
    for search in ("NATO's", r"\"late\""):
        assert student.cards(f'"{search}"')


def test_the_searches_in_the_description_find_cards(
    bank: Bank, build: Build, student: Student
) -> None:
    student.imports(build(bank))
    root: Any = student.col.decks.by_name("A small bank")
    searches = re.findall("`(.+?)`", root["desc"])
    assert len(searches) == 4
    for search in searches:
        assert student.cards(search.replace(" rated:7:1", ""))


def test_tags_arrive_as_they_were_written(bank: Bank, build: Build, student: Student) -> None:
    student.imports(build(bank))
    written = {tag for note in notes(bank) for tag in note.tags}
    assert set(student.col.tags.all()) == written


def test_new_cards_come_in_the_banks_order(bank: Bank, build: Build, student: Student) -> None:
    student.imports(build(bank))
    col: Any = student.col
    col.decks.select(col.decks.id_for_name("A small bank::02 Elections"))
    queue = col.sched.get_queued_cards(fetch_limit=3).cards
    seen = [col.get_card(entry.card.id) for entry in queue]
    assert [card.note().note_type()["name"] for card in seen] == [
        "quizgen mini choice",
        "quizgen mini cloze",
        "quizgen mini recall",
    ]


def test_two_banks_live_side_by_side(
    bank: Bank, bank_saying: Callable[[str], Bank], build: Build, student: Student
) -> None:
    student.imports(build(bank))
    assert student.imports(build(bank_saying("other"))) == {"new": 5}
    assert student.imports(build(bank, LATER)) == {"updated": 17}
    assert student.col.note_count() == 22
