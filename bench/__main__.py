"""``python -m bench [NAME]...``: print each figure as a ratio to its reference."""

from __future__ import annotations

import os
import sys

from bench import (
    anki,
    check,
    draft,
    home,
    load,
    page,
    paper,
    scan,
    start,
    study,
    swap,
    systems,
    wire,
)

PARTS = {
    "load": load,
    "start": start,
    "check": check,
    "page": page,
    "home": home,
    "swap": swap,
    "anki": anki,
    "paper": paper,
    "study": study,
    "wire": wire,
    "systems": systems,
    "draft": draft,
    "scan": scan,
}


def main() -> int:
    """Measure all, or the parts named; the status tells whether all bounds are kept."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what is started compiles its code once
    kept = True
    for name in sys.argv[1:] or PARTS:
        for figure in PARTS[name].figures():
            print(figure, flush=True)
            kept = kept and figure.kept
    return 0 if kept else 1


sys.exit(main())
