"""What school systems read: a small module a format, told of in one registry.

Each file is for a system, which keeps the key to itself: it is neither a paper nor a key. The
author stands in each stem; where only the stem travels, a short cite stands at its end and the
sheet of sources goes along.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.errors import QuizgenError
from quizgen.export.format import Format, Target
from quizgen.export.holds import ALL
from quizgen.export.limits import BLOOKET, GIMKIT, KAHOOT, QUIZIZZ, Limits
from quizgen.words import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgen.export.holds import Part
    from quizgen.export.items import ItemSet

_ROOM = "quizgen.export.systems."
_CSV, _TEXT, _ZIP = "text/csv", "text/plain", "application/zip"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

CHOICE, BOTH = frozenset({"choice"}), frozenset({"choice", "typed"})
_BARE: frozenset[Part] = frozenset({"options"})
_SECOND_SHEET: frozenset[Part] = _BARE | {"id", "citation", "evidence", "address"}
"""What an xlsx holds on its sheet of sources, beside the questions."""
_FORM = ALL - {"id", "tags", "sources", "spellings"}
"""What the form holds that the script makes; the script itself holds all."""


def _askable(modes: frozenset[str]) -> Callable[[ItemSet], ItemSet]:
    """Of a form what a system can ask."""

    def view(items: ItemSet) -> ItemSet:
        asked = tuple(item for item in items.items if item.mode in modes)
        if items.items and not asked:
            message = f"no question of form {items.form} is one that the format can ask"
            advice = "use --to moodle or --to json"
            raise QuizgenError.of("--to", "does-not-fit", message, advice)
        return replace(items, items=asked)

    return view


def _system(
    target: Target,
    module: str,
    holds: frozenset[Part],
    modes: frozenset[str] = BOTH,
    limits: Limits | None = None,
    along: str = "",
) -> Format:
    function = _ROOM + (module if ":" in module else f"{module}:write")
    return Format(
        target, "", "system", _askable(modes), function, holds, modes, limits=limits, along=along
    )


SYSTEMS: tuple[Format, ...] = (
    _system(
        Target("moodle", N_("Moodle XML"), "moodle.xml", "application/xml", "Moodle: all of it"),
        "moodle",
        ALL,
    ),
    _system(
        Target("gift", N_("GIFT"), "gift", _TEXT, "Moodle and others, as a text to edit"),
        "gift",
        ALL,
    ),
    _system(
        Target("aiken", N_("Aiken"), "aiken.txt", _TEXT, "Moodle and others, questions alone"),
        "aiken",
        _BARE,
        CHOICE,
        along="sources",
    ),
    _system(
        Target(
            "qti12",
            N_("QTI 1.2"),
            "qti12.zip",
            _ZIP,
            "Canvas, Blackboard, Schoology, Brightspace",
        ),
        "qti12",
        ALL,
    ),
    _system(
        Target("qti21", N_("QTI 2.1"), "qti21.zip", _ZIP, "systems that read QTI 2.1 or 2.2"),
        "qti:write_2",
        ALL,
    ),
    _system(
        Target("qti3", N_("QTI 3.0"), "qti3.zip", _ZIP, "systems that read QTI 3.0"),
        "qti:write_3",
        ALL,
    ),
    _system(
        Target("h5p", N_("H5P"), "h5p", _ZIP, "a question set on any site that has H5P"),
        "h5p",
        ALL,
    ),
    _system(
        Target(
            "kahoot",
            N_("Kahoot"),
            "kahoot.xlsx",
            _XLSX,
            "Kahoot, stems of 120 characters",
            "office",
        ),
        "kahoot",
        _SECOND_SHEET,
        CHOICE,
        KAHOOT,
    ),
    _system(
        Target("blooket", N_("Blooket"), "blooket.csv", _CSV, "Blooket"),
        "blooket",
        _BARE,
        CHOICE,
        BLOOKET,
        "sources",
    ),
    _system(
        Target("gimkit", N_("Gimkit"), "gimkit.csv", _CSV, "Gimkit"),
        "gimkit",
        _BARE,
        CHOICE,
        GIMKIT,
        "sources",
    ),
    _system(
        Target(
            "quizizz",
            N_("Quizizz"),
            "quizizz.xlsx",
            _XLSX,
            "Quizizz, now called Wayground",
            "office",
        ),
        "quizizz",
        _SECOND_SHEET | {"rationale", "context", "spellings"},
        BOTH,
        QUIZIZZ,
    ),
    _system(
        Target("quizlet", N_("Quizlet"), "quizlet.tsv", _TEXT, "Quizlet: cards to paste"),
        "quizlet",
        frozenset(),
        BOTH,
        along="sources",
    ),
    _system(
        Target("gforms", N_("Google Forms"), "gforms.gs", _TEXT, "a script that makes the form"),
        "gforms",
        _FORM,
    ),
    _system(
        Target("csv", N_("Table (CSV)"), "csv", _CSV, "a spreadsheet"), "table", ALL - {"sources"}
    ),
    _system(
        Target("json", N_("Data (JSON)"), "json", "application/json", "other programs"),
        "data",
        ALL,
    ),
    _system(Target("md", N_("Markdown"), "md", "text/markdown", "a repository"), "md", ALL),
    _system(
        Target("rexams", N_("R/exams"), "rexams.zip", _ZIP, "R/exams: a file a question"),
        "rexams",
        ALL - {"spellings"},
    ),
    _system(
        Target(
            "sources",
            N_("Sheet of sources"),
            "sources.txt",
            _TEXT,
            "what goes along where a system keeps the questions alone",
        ),
        "sheet",
        ALL,  # that it says no more is meant
    ),
)
