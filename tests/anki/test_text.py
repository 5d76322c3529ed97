from __future__ import annotations

import pytest

from quizgen.anki.text import UnshowableError, cloze, deck_name, html, markdown, tag_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('NATO\'s “key” "points"', 'NATO\'s “key” "points"'),
        ("R&D", "R&amp;D"),
        ("&amp;", "&amp;amp;"),
        ("a<b and c>d", "a&lt;b and c&gt;d"),
        ("{{Front}}", "&#123;&#123;Front&#125;&#125;"),
        ("[sound:x.mp3]", "&#91;sound:x.mp3]"),
        ("\\(x\\)", "&#92;(x&#92;)"),
        ("one\ntwo\r\nthree\u2028four", "one<br>two<br>three<br>four"),
        ("a\tb", "a b"),
        ("e\u0301", "\u00e9"),
    ],
)
def test_text_becomes_html_that_shows_it(text: str, expected: str) -> None:
    assert html(text) == expected


@pytest.mark.parametrize("character", ["\x1f", "\x00", "\x7f", "\ud800"])
def test_a_character_that_anki_cannot_store_is_refused(character: str) -> None:
    with pytest.raises(UnshowableError) as error:
        html(f"one{character}two")
    assert error.value.code == "anki-character"
    assert f"U+{ord(character):04X}" in str(error.value)


@pytest.mark.parametrize("text", ["", "   ", "\u200b", "\u00a0\u2003", "\n"])
def test_a_text_that_shows_nothing_is_refused(text: str) -> None:
    with pytest.raises(UnshowableError) as error:
        html(text)
    assert error.value.code == "anki-blank"


def test_colons_in_a_blank_are_no_hint() -> None:
    assert cloze("a::b}}", 2) == "{{c2::a&#58;&#58;b&#125;&#125;}}"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Courts: who judges", "Courts: who judges"),
        ("a::b", "a: b"),
        (":: a \n b ::", "a b"),
        ("::", "quizgen"),
    ],
)
def test_a_title_is_one_step_of_a_decks_path(title: str, expected: str) -> None:
    assert deck_name(title) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ted Galen Carpenter", "ted-galen-carpenter"),
        ("O’Neill, J.", "o-neill-j"),
        ("a::b\u3000c\td_*", "a-b-c-d"),
        ("محمد علي", "محمد-علي"),
        ("☃", "snow"),
    ],
)
def test_a_name_is_one_step_of_a_tag(name: str, expected: str) -> None:
    assert tag_name(name, "snow") == expected


def test_marks_in_a_description_stay_marks() -> None:
    assert markdown("*a* <b>\n_c_") == r"\*a\* \<b\> \_c\_"
