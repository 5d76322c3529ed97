"""The teacher's packet: one zip with all that a lesson with a quiz needs.

    README.txt LICENCE.txt SOURCES.html
    students/   each form as PDF, DOCX and HTML: to hand out, without any key
    teacher/    the keys, and manifest.json

The manifest names the questions by their ids, which tell what they are about, and has the
digests of the keys; so it lies with the keys, and ``students`` can be passed on as it is.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import quizgen
from quizgen.errors import QuizgenError
from quizgen.export.archive import archive
from quizgen.export.print.packet_texts import licence, readme, sources
from quizgen.paper.file_text import file_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from quizgen.errors import Problem
    from quizgen.export import Format, ItemSet, Layout

MANIFEST = "teacher/manifest.json"
VERSION = 1
"""Of the manifest: a program that reads it should refuse another one."""

_FOLDERS = {"student": "students", "teacher": "teacher"}


def packet(
    sets: Sequence[ItemSet],
    formats: Sequence[Format],
    layout: Layout,
    done: Callable[[], object] = lambda: None,
) -> bytes:
    """The zip: the same bytes for the same items and layout.

    Args:
        sets: the forms of one quiz, as items.
        formats: what each form is written as.
        layout: the size of the page and of the letters.
        done: called after each paper's file.

    Raises:
        QuizgenError: where packages are missing, all of them at once, or a format cannot show
            a text; no packet is made without one of its files.
    """
    files: dict[str, bytes] = {
        "README.txt": readme(sets, layout),
        "LICENCE.txt": licence(sets),
        "SOURCES.html": sources(sets, layout),
    }
    problems: dict[Problem, None] = {}
    for format in sorted(formats, key=lambda format: format.audience):
        folder = _FOLDERS[format.audience]
        try:
            for name, content in format.files(sets, layout, done):
                files[f"{folder}/{name}"] = content
        except QuizgenError as error:
            problems.update(dict.fromkeys(error.problems))
    if problems:
        raise QuizgenError(*problems)
    if sets[0].file:
        files[f"teacher/{file_name(sets[0].bank.id)}"] = sets[0].file.encode()
    files[MANIFEST] = _manifest(sets, layout, files)
    return archive(files)


def _manifest(sets: Sequence[ItemSet], layout: Layout, files: Mapping[str, bytes]) -> bytes:
    """What the packet is and holds, for programs and for whoever doubts a file."""
    first = sets[0]
    manifest: dict[str, Any] = {
        "format": "quizgen packet",
        "version": VERSION,
        "quizgen": quizgen.__version__,
        "bank": {"id": first.bank.id, "title": first.bank.title, "language": first.bank.language},
        "heading": {"title": first.title, "instructions": first.heading.instructions},
        "layout": asdict(layout),
        "forms": [
            {
                "form": items.form,
                "code": items.code,
                "questions": [item.id for item in items.items],
            }
            for items in sets
        ],
        "files": [
            {"path": path, "size": len(content), "sha256": sha256(content).hexdigest()}
            for path, content in files.items()
        ],
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()
