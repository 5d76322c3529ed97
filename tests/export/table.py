"""The table of formats in docs/papers.md: ``make table-formats``."""

from __future__ import annotations

import re
from pathlib import Path

from quizgen.export import BUNDLES, FORMATS, targets
from quizgen.export.holds import WORDS, lost

DOCUMENT = Path(__file__).parents[2] / "docs" / "papers.md"
START, END = "<!-- formats: written by make table-formats -->", "<!-- end of formats -->"


def table() -> str:
    """A row for each format."""
    lines = ["| format | files | needs | good for | leaves out |", "|---|---|---|---|---|"]
    for target in targets():
        formats = [format for format in FORMATS if format.target == target]
        files = [f"`nato-A-{format.part}.{target.ending}`" for format in formats]
        files += [f"`nato-{b.name}.{target.ending}`" for b in BUNDLES if b.target == target]
        needs = f"`pip install 'quizgen[{target.extra}]'`" if target.extra else "nothing"
        left = dict.fromkeys(WORDS[part] for format in formats for part in lost(format))
        cells = (f"`{target.name}`", ", ".join(files), needs, target.good_for, ", ".join(left))
        lines.append(f"| {' | '.join(cell or '–' for cell in cells)} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the table."""
    text = DOCUMENT.read_text("utf-8")
    pattern = f"{re.escape(START)}\n.*?{re.escape(END)}"
    new = f"{START}\n{table()}{END}"
    DOCUMENT.write_text(re.sub(pattern, lambda _: new, text, flags=re.DOTALL), "utf-8")


if __name__ == "__main__":
    main()
