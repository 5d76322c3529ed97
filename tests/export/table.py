"""The tables of formats in docs/papers.md and docs/formats.md: ``make table-formats``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.export import BUNDLES, FORMATS, SYSTEMS, targets
from quizgen.export.holds import ALL, WORDS, lost
from quizgen.export.systems.uses import USES

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgen.export import Format

DOCS = Path(__file__).parents[2] / "docs"


def for_print() -> str:
    """A row for each format that is printed."""
    lines = ["| format | files | needs | good for | leaves out |", "|---|---|---|---|---|"]
    systems = {format.target for format in SYSTEMS}
    for target in targets():
        if target in systems:
            continue
        formats = [format for format in FORMATS if format.target == target]
        files = [f"`nato-A-{format.part}.{target.ending}`" for format in formats]
        files += [f"`nato-{b.name}.{target.ending}`" for b in BUNDLES if b.target == target]
        needs = f"`pip install 'quizgen[{target.extra}]'`" if target.extra else "nothing"
        left = dict.fromkeys(WORDS[part] for format in formats for part in lost(format))
        cells = (f"`{target.name}`", ", ".join(files), needs, target.good_for, ", ".join(left))
        lines.append(_row(*(cell or "–" for cell in cells)))
    return "\n".join(lines) + "\n"


def for_systems() -> str:
    """A row for each format that a system reads."""
    lines = [_row("`--to`", "file", "good for", "room", "leaves out"), "|---|---|---|---|---|"]
    for format in SYSTEMS:
        left = [WORDS[part] for part in lost(format)]
        said = ", ".join(left) if len(left) < len(ALL) else "everything but question and answer"
        file = f"`nato-A.{format.target.ending}`"
        if format.along:
            along = next(each for each in SYSTEMS if each.name == format.along)
            file += f", `nato-A.{along.target.ending}`"
        lines.append(
            _row(f"`{format.name}`", file, format.target.good_for, _room(format), said or "–")
        )
    return "\n".join(lines) + "\n"


def _room(format: Format) -> str:
    limits = format.limits
    found = [] if "typed" in format.modes else ["to choose from only"]
    if limits:
        for name, most in (("stem", limits.stem), ("option", limits.option)):
            found += [f"{name} {most}"] if most else []
        found += [f"{limits.options} options"]
    return ", ".join(found) or "–"


def for_teachers() -> str:
    """A row for each system: what to take and what to click there."""
    lines = [_row("you use", "take", "and there"), "|---|---|---|"]
    for use in USES:
        lines.append(_row(use.name, ", ".join(f"`{name}`" for name in use.formats), use.click))
    return "\n".join(lines) + "\n"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


TABLES: dict[tuple[str, str], Callable[[], str]] = {
    ("papers.md", "formats"): for_print,
    ("formats.md", "systems"): for_systems,
    ("formats.md", "uses"): for_teachers,
}
"""By document and by the name between its marks."""


def between(name: str) -> re.Pattern[str]:
    """The place of a table in its document."""
    start = re.escape(f"<!-- {name}: written by make table-formats -->\n")
    return re.compile(f"({start})(.*?)({re.escape(f'<!-- end of {name} -->')})", re.DOTALL)


def main() -> None:
    """Write the tables."""
    for (document, name), table in TABLES.items():
        path = DOCS / document
        made = table()
        text = path.read_text("utf-8")
        found = between(name).search(text)
        assert found, f"{document} has no place for the table {name}"
        path.write_text(text[: found.end(1)] + made + text[found.start(3) :], "utf-8")


if __name__ == "__main__":
    main()
