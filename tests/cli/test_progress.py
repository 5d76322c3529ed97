from __future__ import annotations

import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def _on_a_terminal(folder: Path, forms: int) -> tuple[str, str]:
    """Run a command whose messages go to a terminal; its messages and its output."""
    ours, theirs = pty.openpty()
    options = ["-n", "2", "--seed", "1", "--forms", str(forms), "-o", str(folder)]
    command = [sys.executable, "-m", "quizgen", "quiz", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, text=True) as running:
        os.close(theirs)
        assert running.stdout
        output = running.stdout.read()
    messages = b""
    try:
        while part := os.read(ours, 10_000):
            messages += part
    except OSError:  # so Linux says that the other end is closed
        pass
    os.close(ours)
    return messages.decode(), output


def test_a_terminal_shows_how_far_long_work_is(tmp_path: Path) -> None:
    messages, output = _on_a_terminal(tmp_path, 6)
    assert "Laying out" in messages
    assert "100%" in messages
    assert "%" not in output


@pytest.mark.parametrize("forms", [1, 2])
def test_short_work_shows_no_bar(tmp_path: Path, forms: int) -> None:
    messages, _ = _on_a_terminal(tmp_path, forms)
    assert "Laying out" not in messages
    assert "form A: 2 questions" in messages


def test_a_pipe_gets_no_bar(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "quizgen",
        "quiz",
        "-n",
        "2",
        "--forms",
        "6",
        "-o",
        str(tmp_path),
    ]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "Laying out" not in result.stdout + result.stderr
