from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from quizgen.bank.evidence import Essays, verify
from quizgen.bank.json_schema import json_schema
from quizgen.bank.load import load
from quizgen.bank.new import write_example
from quizgen.errors import QuizgenError

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

WRITTEN = [
    "bank.yaml",
    "compare.yaml",
    "ellery.yaml",
    "essays/ellery.txt",
    "essays/okafor.txt",
    "okafor.yaml",
    "bank.schema.json",
]


def test_the_example_loads_and_each_phrase_is_proven(tmp_path: Path) -> None:
    write_example(tmp_path / "new")
    loaded = load(tmp_path / "new")
    essays, problems = Essays.read(loaded, tmp_path / "new" / "essays")
    assert (verify(loaded, essays), problems) == ((8, []), [])


def test_the_files_written_are_told_and_are_all(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "new"
    written = write_example(folder)
    assert [path.relative_to(folder).as_posix() for path in written] == WRITTEN
    assert sorted(written) == sorted(path for path in folder.rglob("*") if path.is_file())


def test_each_yaml_file_names_its_schema_for_editors(example: Path) -> None:
    for path in example.glob("*.yaml"):
        first = path.read_text("utf-8").split("\n")[0]
        assert first == "# yaml-language-server: $schema=bank.schema.json"
    assert json.loads((example / "bank.schema.json").read_text("utf-8")) == json_schema()


def test_each_kind_of_claim_and_each_mode_has_an_example(example: Path) -> None:
    bank = load(example).bank
    assert {claim.kind for claim in bank.claims} == {"fact", "quote", "interpretation"}
    assert {mode for question in bank.questions for mode in question.modes} == {
        "choice",
        "typed",
        "recall",
        "cloze",
        "who",
    }


def test_an_empty_folder_is_used(tmp_path: Path) -> None:
    assert len(write_example(tmp_path)) == len(WRITTEN)


def problem_code(folder: Path) -> str:
    with pytest.raises(QuizgenError) as caught:
        write_example(folder)
    (problem,) = caught.value.problems
    assert problem.file == str(folder)
    assert problem.advice
    return problem.code


def test_a_folder_that_holds_something_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    assert problem_code(tmp_path) == "not-empty"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("name", ["file", "file/below", "x" * 300])
def test_a_place_where_no_folder_can_be_is_a_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert problem_code(tmp_path / name) == "cannot-write"


def test_when_the_disk_is_full_no_half_of_an_example_is_left(
    tmp_path: Path, run: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    """The schema is the largest file and the last, so a limit on sizes fails it alone."""
    folder = tmp_path / "new"
    done = run(
        "-c",
        "import resource, sys; from pathlib import Path\n"
        "from quizgen.bank.new import write_example\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8000, 8000))\n"
        "write_example(Path(sys.argv[1]))",
        str(folder),
    )
    assert "QuizgenError" in done.stderr
    assert [path for path in folder.rglob("*") if path.is_file()] == []
