from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizgen.bank.load import default_bank, load, load_bank
from quizgen.errors import Problem, QuizgenError

if TYPE_CHECKING:
    from collections.abc import Callable


def problems_of(folder: Path) -> list[tuple[str, str]]:
    """Name of the file and code of each problem."""
    with pytest.raises(QuizgenError) as caught:
        load(folder)
    assert all(problem.advice for problem in caught.value.problems)
    return [(Path(problem.file).name, problem.code) for problem in caught.value.problems]


def test_the_default_bank_is_a_folder_with_a_bank() -> None:
    assert (default_bank() / "bank.yaml").is_file()


def test_the_order_of_a_bank_does_not_depend_on_the_order_of_its_folder(example: Path) -> None:
    before = load_bank(example)
    for name in ("bank.yaml", "ellery.yaml", "compare.yaml"):
        content = (example / name).read_bytes()
        (example / name).unlink()
        (example / name).write_bytes(content)
    assert load_bank(example) == before


def test_places_are_those_of_the_files(example: Path) -> None:
    problem = load(example).problem("ellery-founding.year", ("answer",), "c", "m", "a")
    assert Path(problem.file).name == "ellery.yaml"
    assert problem.source_line.strip() == "answer: 2011"
    assert problem.source_line[problem.column - 1 :] == "2011"


def test_all_problems_of_all_files_come_at_once(example: Path) -> None:
    for name in ("bank.yaml", "ellery.yaml", "okafor.yaml"):
        path = example / name
        path.write_text(path.read_text("utf-8") + "colour: red\n", "utf-8")
    assert problems_of(example) == [
        ("bank.yaml", "unknown-key"),
        ("ellery.yaml", "unknown-key"),
        ("okafor.yaml", "unknown-key"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("ellery.yaml", b"source: [", "yaml"),
        ("ellery.yaml", b"\xff\xfe\x00", "not-utf-8"),
        ("okafor.yaml", b"", "empty"),
        ("okafor.yaml", b"soruce: {id: okafor}\nclaims: []\n", "unknown-key"),
        ("bank.yaml", b"bank: }", "yaml"),
        ("bank.yaml", b"\x00", "control-character"),
    ],
)
def test_a_file_that_cannot_be_read_does_not_make_others_wrong(
    example: Path, name: str, content: bytes, code: str
) -> None:
    """What it defines is unknown then, so that nobody is told that it does not exist."""
    (example / name).write_bytes(content)
    found = problems_of(example)
    assert (name, code) in found
    assert {file for file, _ in found} == {name}


def test_a_file_of_another_ending_is_told_and_not_passed_over(example: Path) -> None:
    for name in ("a.yml", "b.YAML", "c.Yml", "notes.txt"):
        (example / name).write_text("", "utf-8")
    assert problems_of(example) == [("a.yml", "ending"), ("b.YAML", "ending"), ("c.Yml", "ending")]


def test_hidden_files_of_editors_and_systems_are_no_part_of_a_bank(example: Path) -> None:
    (example / ".#ellery.yaml").symlink_to("nobody@nowhere")
    (example / "._ellery.yaml").write_bytes(b"\x00\x05\x16\x07")
    assert load_bank(example).questions


def test_a_folder_that_is_called_like_a_file_is_a_problem(example: Path) -> None:
    (example / "more.yaml").mkdir()
    assert problems_of(example) == [("more.yaml", "not-a-file")]


def test_a_bank_without_its_head_is_a_problem(example: Path) -> None:
    (example / "bank.yaml").unlink()
    assert problems_of(example) == [("bank.yaml", "missing-file")]


def test_a_bank_without_claims_is_empty(example: Path) -> None:
    for name in ("compare", "ellery", "okafor"):
        (example / f"{name}.yaml").unlink()
    assert problems_of(example) == [("example", "empty-bank")]


@pytest.mark.parametrize("name", ["nothing", "file", "x" * 300])
def test_a_place_that_is_no_folder_is_no_bank(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert problems_of(tmp_path / name) == [(name, "no-bank")]


# Fuzzing: whatever happens to its files, a bank loads or says what is wrong.

NAMES = ("bank.yaml", "compare.yaml", "ellery.yaml", "okafor.yaml")
SIGNS = [*"{}[]:,-#&*!|>'\"%@`\\ \n\t\r?~.\x85\u2028\0\ufeffé\u202e🚌"]
SIGNS += ["null", "[[", "]]", "{{", "---\n", "...\n", "<<: ", "? ", ": ", "- ", "{authors}", "\r\n"]
VALUES = ["", "[]", "{}", "[a, b]", "{a: b}", "7", '""', "' '", "|\n   x", "[[[a]]]", "*x", "&x y"]


def damaged(text: str, chance: random.Random) -> str:
    """The text with a line or a character lost, doubled, moved or changed."""
    lines = text.splitlines(keepends=True)
    here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
    place = chance.randrange(len(text))
    match chance.randrange(7):
        case 0:
            del lines[here]
        case 1:
            lines.insert(there, lines[here])
        case 2:
            lines[here], lines[there] = lines[there], lines[here]
        case 3:
            lines[here] = " " * chance.randrange(8) + lines[here].lstrip(" ")
        case 4:
            lines[here] = f"{lines[here].partition(':')[0]}: {chance.choice(VALUES)}\n"
        case 5:
            sign: str = chance.choice(SIGNS)
            return text[:place] + sign + text[place + chance.randrange(2) :]
        case _:
            return text[:place] + text[place + 1 :]
    return "".join(lines)


def test_whatever_happens_to_its_files_a_bank_loads_or_says_what_is_wrong(example: Path) -> None:
    chance = random.Random(2026)
    whole = {name: (example / name).read_text("utf-8") for name in NAMES}
    loaded = refused = 0
    for _ in range(500):
        name = chance.choice(NAMES)
        text = whole[name]
        for _ in range(chance.choice([1, 1, 1, 3])):
            text = damaged(text, chance)
        (example / name).write_text(text, "utf-8", newline="")
        try:
            bank = load_bank(example)
        except QuizgenError as error:
            refused += 1
            for problem in error.problems:
                assert problem.message, text
                assert problem.advice, text
                lines = text.splitlines()
                assert problem.column <= len(problem.source_line) + 1, text
                if Path(problem.file).name == name and "�" not in problem.source_line:
                    assert problem.source_line == (lines[problem.line - 1] if problem.line else "")
        else:
            loaded += 1
            for question in bank.questions:
                assert all(s.author in question.prompt for s in question.claim.sources), text
        (example / name).write_text(whole[name], "utf-8", newline="")
    assert min(loaded, refused) > 50


def test_patterns_of_a_bank_keep_their_spaces(
    changed: Callable[[str, str, str], tuple[Problem, ...]], example: Path
) -> None:
    patterns = '  language: de\n  patterns: {last: " und ", comma: "; "}\n'
    assert changed("bank.yaml", "  language: en\n", patterns) == ()
    claim = load_bank(example).by_id["both-service.agree"].claim
    assert claim.attribution.authors == "Martha Ellery und Daniel Okafor"
