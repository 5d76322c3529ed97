"""All sentences of code and templates, and the catalogues that hold them: ``make words``."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = Path(__file__).parents[2]
FOLDER = HOUSE / "quizgen" / "words"
CODE = sorted([*(HOUSE / "quizgen").rglob("*.py"), *(HOUSE / "web").rglob("*.py")])
TEMPLATES = sorted((HOUSE / "web").rglob("templates/*.html"))

KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
SAID = re.compile(r"<say>([^<>()]+)</say>")
"""A sentence inside of a card's HTML."""
JINJA = {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "no"}
_HEADER = """\
# All sentences that a reader of a page, a card or a print can meet.
# The English sentence is its own name; `make words` writes this file.
"""

_OF_THE_TOOL = tuple(
    f'"{name}'.encode()
    for name in ("Project-Id", "Report-", "POT-", "PO-", "Last-", "Language-Team", "Generated-By")
)
"""Lines of a catalogue's head that say when, by whom and with which program."""

Message = str | tuple[str, ...]


@cache
def extracted() -> dict[Message, list[str]]:
    """Each sentence, with the files that it stands in."""
    found: dict[Message, list[str]] = {}
    for path, message in _extracted():
        places = found.setdefault(message, [])
        name = path.relative_to(HOUSE).as_posix()
        if name not in places:
            places.append(name)
    return found


def _extracted() -> Iterator[tuple[Path, Message]]:
    for paths, method, options in (
        (CODE, "python", {}),
        (TEMPLATES, "jinja2.ext:babel_extract", JINJA),
    ):
        for path in paths:
            for _, message, _, _ in extract_from_file(method, path, KEYWORDS, options=options):
                yield path, message
    for path in CODE:
        yield from ((path, message) for message in SAID.findall(path.read_text("utf-8")))


def english() -> Catalog:
    """The catalogue of all sentences, with nothing beside them: they are English already."""
    catalogue = Catalog("en", header_comment=_HEADER.rstrip(), fuzzy=False)
    for message, places in extracted().items():
        catalogue.add(message, locations=[(place, 0) for place in places])
    return catalogue


def as_file(catalogue: Catalog) -> bytes:
    """A catalogue as it is kept."""
    content = BytesIO()
    write_po(content, catalogue, width=98, include_lineno=False, sort_by_file=True)
    lines = content.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_OF_THE_TOOL))


def read(path: Path) -> Catalog:
    """A catalogue that is kept."""
    with path.open("rb") as file:
        return read_po(file)


def main() -> None:
    """Write the English catalogue, and put what is new into the others."""
    template = english()
    (FOLDER / "en.po").write_bytes(as_file(template))
    for path in FOLDER.glob("*.po"):
        if path.stem != "en":
            other = read(path)
            other.update(template, no_fuzzy_matching=True)
            path.write_bytes(as_file(other))
    print(f"{len(template)} sentences")


if __name__ == "__main__":
    main()
