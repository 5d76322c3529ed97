from __future__ import annotations

import os
import stat
import threading
from typing import TYPE_CHECKING

import pytest

from quizgen.errors import QuizgenError
from quizgen.files import write_all, write_atomically

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_holds_the_content_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", b"")
    (tmp_path / "b").write_bytes(b"")
    assert mode(tmp_path / "a") == mode(tmp_path / "b")


def test_the_content_is_on_the_disk_before_it_takes_the_old_files_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a power cut may leave an empty file where the old one was."""
    path = tmp_path / "a"
    path.write_bytes(b"old")
    told: list[tuple[bytes, bytes]] = []
    fsync = os.fsync

    def watched(file: int) -> None:
        fsync(file)
        (new,) = (other for other in tmp_path.iterdir() if other != path)
        assert os.path.samestat(os.fstat(file), new.stat())
        told.append((path.read_bytes(), new.read_bytes()))

    monkeypatch.setattr(os, "fsync", watched)
    write_atomically(path, b"new")
    assert told == [(b"old", b"new")]


@pytest.mark.parametrize("permissions", [0o600, 0o644, 0o755])
def test_an_old_file_is_replaced_and_its_permissions_stay(tmp_path: Path, permissions: int) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(permissions)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert mode(path) == permissions


def test_a_file_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    write_atomically(tmp_path / ("a" * 255), b"new")
    assert (tmp_path / ("a" * 255)).read_bytes() == b"new"


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_atomically(pipe, b"new")
    reader.join(timeout=10)
    assert got == [b"new"]
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["no-folder/a", "file/a", "folder"])
def test_a_place_that_cannot_be_written_to_is_a_problem_with_advice(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    with pytest.raises(QuizgenError) as caught:
        write_atomically(tmp_path / name, b"new")
    (problem,) = caught.value.problems
    assert problem.code == "cannot-write"
    assert name in problem.file
    assert problem.advice
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_when_the_disk_is_full_the_old_file_is_whole_and_nothing_is_left(
    tmp_path: Path, run: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    """A limit on the size of files fails the write half-way, as a full disk does."""
    path = tmp_path / "a"
    path.write_bytes(b"old")
    done = run(
        "-c",
        "import resource, sys; from pathlib import Path\n"
        "from quizgen.files import write_atomically\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "write_atomically(Path(sys.argv[1]), bytes(5000))",
        str(path),
    )
    assert "QuizgenError" in done.stderr
    assert "cannot be written" in done.stderr
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_the_content_is_on_the_disk_before_it_takes_the_old_ones_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a power cut could leave the new name with nothing behind it."""
    path, done = tmp_path / "a", []
    real_sync, real_replace = os.fsync, type(path).replace

    def sync(handle: int) -> None:
        assert os.fstat(handle).st_size == 3, "all of it was handed over"
        done.append("synced")
        real_sync(handle)

    def replace(self: Path, target: Path) -> Path:
        done.append("replaced")
        return real_replace(self, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(type(path), "replace", replace)
    write_atomically(path, b"new")
    assert done == ["synced", "replaced"]


def test_several_files_are_written_or_none(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"old")
    (tmp_path / "in-the-way").write_bytes(b"")
    contents = {"old": b"new", "a/b/c": b"c", "in-the-way/d": b"d"}
    with pytest.raises(QuizgenError):
        write_all(tmp_path, contents)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["in-the-way", "old"]
    assert (tmp_path / "old").read_bytes() == b"old"
    del contents["in-the-way/d"]
    assert write_all(tmp_path, contents) == [tmp_path / "old", tmp_path / "a/b/c"]
    assert (tmp_path / "old").read_bytes() == b"new"
