from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from quizgen.anki.edition import Edition, edition
from quizgen.anki.ledger import Release
from quizgen.anki.package import write_package
from quizgen.anki.part import Part
from quizgen.bank.filters import Selection
from quizgen.errors import QuizgenError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from quizgen.bank.model import Bank


def _edition(bank: Bank) -> Edition:
    return edition(bank, None, Release(1_700_000_000, "first"))


def test_the_same_bank_and_time_give_the_same_bytes(bank: Bank, tmp_path: Path) -> None:
    first, second = tmp_path / "1.apkg", tmp_path / "2.apkg"
    write_package(_edition(bank), first)
    write_package(_edition(bank), second)
    assert first.read_bytes() == second.read_bytes()


def test_the_bytes_do_not_depend_on_the_hash_seed(folder: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from quizgen.bank.load import load_bank;"
        "from quizgen.anki.edition import edition; from quizgen.anki.ledger import Release;"
        "from quizgen.anki.package import write_package;"
        f"bank = load_bank(Path({str(folder)!r}));"
        "write_package(edition(bank, None, Release(1700000000, 'a')), Path(sys.argv[1]))"
    )
    contents = set()
    for seed in ("1", "2", "3"):
        path = tmp_path / f"{seed}.apkg"
        environment = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code, str(path)], env=environment, check=True)
        contents.add(path.read_bytes())
    assert len(contents) == 1


def test_the_package_is_compressed_and_tells_no_time(bank: Bank, tmp_path: Path) -> None:
    write_package(_edition(bank), tmp_path / "a.apkg")
    with zipfile.ZipFile(tmp_path / "a.apkg") as archive:
        assert archive.testzip() is None
        assert [info.filename for info in archive.infolist()] == ["collection.anki2", "media"]
        for info in archive.infolist():
            assert info.compress_type == zipfile.ZIP_DEFLATED
            assert info.date_time == (1980, 1, 1, 0, 0, 0)


def test_no_temporary_file_stays_behind(
    bank: Bank, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty, out = tmp_path / "tmp", tmp_path / "out"
    empty.mkdir()
    out.mkdir()
    monkeypatch.setenv("TMPDIR", str(empty))
    monkeypatch.setattr(tempfile, "tempdir", None)
    write_package(_edition(bank), out / "a.apkg")
    assert list(empty.iterdir()) == []
    assert [path.name for path in out.iterdir()] == ["a.apkg"]


def test_a_failed_write_leaves_the_old_file_whole_and_nothing_else(
    bank: Bank, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out" / "a.apkg"
    path.parent.mkdir()
    path.write_bytes(b"old")

    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(QuizgenError, match="No space left on device"):
        write_package(_edition(bank), path)
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("name", ["missing/a.apkg", "file/a.apkg", "folder"])
def test_a_target_that_cannot_be_written_is_told(bank: Bank, tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    with pytest.raises(QuizgenError) as error:
        write_package(_edition(bank), tmp_path / name)
    (problem,) = error.value.problems
    assert problem.code == "cannot-write"
    assert problem.advice


def test_an_empty_deck_is_refused(bank: Bank, tmp_path: Path) -> None:
    part = Part(Selection(topics=frozenset({"unused"})))
    with pytest.raises(QuizgenError, match="empty-deck"):
        write_package(_edition(bank), tmp_path / "a.apkg", part)
    assert not (tmp_path / "a.apkg").exists()


def test_the_summary_counts_notes_and_cards(bank: Bank, tmp_path: Path) -> None:
    summary = write_package(_edition(bank), tmp_path / "a.apkg")
    assert summary.notes == {"choice": 3, "cloze": 2, "recall": 6, "typed": 3, "who": 3}
    assert summary.cards == 18


def test_a_long_text_full_of_angle_brackets_costs_little(
    bank: Bank, build: Callable[..., Path]
) -> None:
    question = replace(bank.questions[0], rationale="a < b " * 33_334)
    start = time.perf_counter()
    build(replace(bank, questions=(question,)))
    assert time.perf_counter() - start < 1
