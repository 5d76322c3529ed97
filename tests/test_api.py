"""What `import quizgen` promises: few names, all documented, none loaded before it is wanted."""

from __future__ import annotations

import inspect
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

import quizgen
import quizgen.api

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

PAGE = (Path(__file__).parents[1] / "docs" / "python.md").read_text("utf-8")
NOW = 1_800_000_000


def test_importing_quizgen_loads_nothing_else_of_it(
    run: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    script = "import quizgen, sys; print([m for m in sys.modules if m.startswith('quizgen')])"
    assert run("-c", script).stdout == "['quizgen']\n"


def test_every_public_name_is_there_and_documented() -> None:
    assert set(quizgen.__all__) == {*quizgen.api.__all__, "__version__"}
    assert set(quizgen.__all__) <= set(dir(quizgen))
    for name in quizgen.__all__:
        assert getattr(quizgen, name) is not None
        assert re.search(rf"\b{name}\b", PAGE), f"docs/python.md does not tell of {name}"


def test_every_argument_of_a_public_function_is_documented_where_it_is_defined() -> None:
    for name in quizgen.api.__all__:
        thing = getattr(quizgen, name)
        if inspect.isfunction(thing) and thing.__module__ == "quizgen.api":
            assert thing.__doc__
            if len(parameters := inspect.signature(thing).parameters) > 2:
                for parameter in parameters:
                    assert f"        {parameter}: " in thing.__doc__, f"{name}: {parameter}"


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        _ = quizgen.chekc  # type: ignore[attr-defined]


def test_without_a_folder_it_is_the_bank_that_comes_with_quizgen() -> None:
    assert quizgen.load_bank().id == "nato"


def test_a_folder_may_be_a_text(example: Path) -> None:
    assert quizgen.load_bank(str(example)) == quizgen.load_bank(example)


def test_an_option_that_there_is_not_is_a_type_error(example: Path) -> None:
    with pytest.raises(TypeError, match="topics"):
        quizgen.make_quiz(quizgen.load_bank(example), 2, seed="1", topics=["service"])


def test_the_instructions_are_the_usual_ones_unless_they_are_given(example: Path) -> None:
    bank = quizgen.load_bank(example)
    usual = quizgen.make_quiz(bank, 2, seed="1").papers[0].heading
    assert usual.instructions
    given = quizgen.make_quiz(bank, 2, seed="1", title="T", instructions="").papers[0].heading
    assert (given.title, given.instructions) == ("T", "")


def test_the_deck_is_that_of_the_command_line(example: Path) -> None:
    deck = quizgen.build_deck(example, now=NOW)
    assert deck == quizgen.build_deck(str(example), now=NOW)
    assert deck != quizgen.build_deck(example, modes=["recall"], now=NOW)
    assert ZipFile(io.BytesIO(deck)).testzip() is None


def test_a_mode_that_there_is_not_is_named_with_those_there_are(example: Path) -> None:
    with pytest.raises(quizgen.QuizgenError, match="no mode 'flash'") as caught:
        quizgen.build_deck(example, modes=["flash"])
    assert "recall" in caught.value.problems[0].advice
