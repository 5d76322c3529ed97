from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from quizgen.bank.folders import load_all, stamp
from quizgen.bank.new import write_example
from quizgen.errors import QuizgenError

if TYPE_CHECKING:
    from pathlib import Path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """The folders of two banks of different ids."""
    for name in ("one", "two"):
        write_example(tmp_path / name)
    change(tmp_path / "two" / "bank.yaml", "id: night-bus", "id: day-bus")
    return tmp_path / "one", tmp_path / "two"


def problems(*folders: Path) -> list[tuple[str, str]]:
    with pytest.raises(QuizgenError) as caught:
        load_all(folders)
    assert all(problem.advice for problem in caught.value.problems)
    return [(problem.file, problem.code) for problem in caught.value.problems]


def test_banks_are_loaded_in_the_order_in_which_they_are_named(two: tuple[Path, Path]) -> None:
    assert [one.bank.id for one in load_all(two[::-1])] == ["day-bus", "night-bus"]


def test_all_problems_of_all_banks_are_told_at_once(two: tuple[Path, Path]) -> None:
    for folder in two:
        change(folder / "bank.yaml", "title:", "tittle:")
    missing = two[0].parent / "three"
    told = {file for file, _ in problems(*two, missing)}
    assert told == {str(two[0] / "bank.yaml"), str(two[1] / "bank.yaml"), str(missing)}


def test_two_banks_of_one_id_are_refused(two: tuple[Path, Path]) -> None:
    change(two[1] / "bank.yaml", "id: day-bus", "id: night-bus")
    assert problems(*two) == [(str(two[1] / "bank.yaml"), "same-id")]


def test_a_folder_that_is_named_twice_is_refused_by_whatever_name(two: tuple[Path, Path]) -> None:
    again = two[0].parent / "." / "two" / ".." / "one"
    assert problems(*two, again) == [(str(again), "same-bank")]


def test_a_stamp_tells_of_each_change(two: tuple[Path, Path]) -> None:
    folder, _ = two
    seen = [stamp(folder)]
    path = folder / "bank.yaml"
    before = path.stat()
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    seen.append(stamp(folder))
    (folder / "new.yaml").write_text("", "utf-8")
    seen.append(stamp(folder))
    path.unlink()
    seen.append(stamp(folder))
    assert len(set(seen)) == 4
    assert stamp(folder) == seen[-1]
    (folder / ".bank.yaml.swp").write_text("", "utf-8")
    assert stamp(folder) == seen[-1], "what an editor keeps beside the files is none of them"
    assert stamp(folder / "nowhere") == ()
