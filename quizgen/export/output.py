"""Several files into one folder: all of them, or none."""

from __future__ import annotations

import shutil
from secrets import token_hex
from typing import TYPE_CHECKING

from quizgen.errors import QuizgenError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, which is made if need be.

    All are written to a hidden folder within it first, and moved only when the last is whole.

    Raises:
        QuizgenError: where the folder cannot be written to; nothing is left behind then.
    """
    existed = folder.exists()
    hidden = folder / f".quizgen-{token_hex(8)}"
    try:
        hidden.mkdir(parents=True)
        for name, content in files.items():
            (hidden / name).write_bytes(content)
        blocked = next((name for name in files if (folder / name).is_dir()), None)
        if blocked:
            message = f"a folder of the name {blocked} is in the way"
            advice = "move it away, or choose another folder with -o"
            raise QuizgenError.of(str(folder / blocked), "cannot-write", message, advice)
        for name in files:
            (hidden / name).replace(folder / name)
    except OSError as error:
        message = f"the files cannot be written: {error.strerror}"
        advice = "choose a folder that you may write to and that has room"
        raise QuizgenError.of(str(folder), "cannot-write", message, advice) from error
    finally:
        shutil.rmtree(hidden, ignore_errors=True)
        if not existed and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
