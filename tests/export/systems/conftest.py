"""Quizzes to send to systems: one of the shipped bank, one of hostile words; and their readers."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from quizgen.bank.attribution import Stem
from quizgen.bank.model import Distractor
from quizgen.export import ItemSet, item_set
from quizgen.export.items import item_of
from quizgen.paper.paper import Heading
from tests.paper.made_up import bank, question

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quizgen.bank.model import Question
    from quizgen.paper.paper import Paper

HOUSE = Path(__file__).parents[3]
NODE = HOUSE / "build" / "node"
SCHEMAS = HOUSE.parent / "shared" / "schemas"

HOSTILE = (
    "\"double\" 'single' „low“",
    "{=yes ~no #why} and } alone {",
    "back\\slash \\n \\\\ end\\",
    "]]> <![CDATA[ ]]",
    "<b>bold</b> &amp; & <script>alert(1)</script> </text>",
    "--> <!-- -- -- --- end-",
    "a\ttab and\na line\n\nand a paragraph",
    "ANSWER: B",
    "=1+1",
    "+49 and -1-2",
    "@SUM(A1) | cmd",
    "'=quoted",
    "שלום עולם and مرحبا",
    "😀 👩‍👩‍👧 𝒳",
    "::name:: and : alone",
    "a = b ~ c # d : e -> f",
    "%50%half and 50%",
    "// comment",
    "$CATEGORY: $course$/top/x",
    "`r system(1)` ``` ```{r} $x^2$ \\(y\\)",
    "# heading",
    "1. list",
    "- [x] * star * _under_ **bold** [link](http://x)",
    "[id:x] [tag:y] [html] [ ]",
    "A. first",
    "TRUE",
    "{{c1::x}} {% raw %} %(name)s {0}",
    "a/b*c",
    "one\u2028two\u2029three",
    'comma, semi; quote " end',
    "https://example.org/?a=b&c=d#e",
    "~ tilde",
    "5 * 4",
    "#1.5:0.1",
    "\\u002d \\x41",
)


def asked(number: int, text: str) -> Question:
    """A question that has a hostile text in each of its parts."""
    made = question(
        f"h{number}",
        ask=f"what is {text}?",
        key=f"{text} key",
        note=f"note {text}",
        wrong=(text, f"{text} c", "plain"),
    )
    claim = replace(made.claim, context=f"context {text}", reference=f"reference {text}")
    wrong = (
        Distractor(text, f"{text} is wrong"),
        Distractor(f"{text} c", text),
        Distractor("plain"),
    )
    return replace(
        made,
        claim=claim,
        distractors=wrong,
        rationale=f"{text} because {text}",
        accept=(f"{text} too",),
        short=Stem(f"What? {text[:8]}"),
    )


def of(texts: Sequence[str], *, typed: bool = False) -> ItemSet:
    """A quiz about these texts."""
    questions = [asked(number, text) for number, text in enumerate(texts)]
    items = tuple(
        item_of(
            each,
            number,
            "en",
            options=() if typed else (each.distractors[0].text, each.key, "plain", f"{text} c"),
            lines=2 * typed,
        )
        for number, (each, text) in enumerate(zip(questions, texts, strict=True), 1)
    )
    heading = Heading("Hostile / <title> & ]]> --> =1+1")
    return ItemSet(bank(*questions), "A", "CODE", heading, items)


@pytest.fixture(scope="session")
def shipped(paper: Paper) -> ItemSet:
    """Twenty questions of the shipped bank."""
    return item_set(paper)


@pytest.fixture(scope="session")
def hostile_items() -> ItemSet:
    return of(HOSTILE)


@pytest.fixture(scope="session")
def typed_items() -> ItemSet:
    """The same to be typed, but for what some formats must refuse in an answer."""
    return of(
        [text for text in HOSTILE if not set("`/:") & {*text} and ">" not in text], typed=True
    )


def absent(what: str) -> None:
    """Skip a test that needs what is not there, and fail in CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture
def node(tmp_path: Path) -> Callable[[str, Path | bytes], subprocess.CompletedProcess[str]]:
    """Run a script of tests/export/systems/node on a file."""
    if shutil.which("node") is None:
        absent("node is missing: apt-get install nodejs npm, then make readers")
    if not (NODE / "node_modules").is_dir():
        absent("the readers that node runs are missing: make readers")

    def run(script: str, content: Path | bytes) -> subprocess.CompletedProcess[str]:
        path = tmp_path / "file"
        if isinstance(content, Path):
            path = content
        else:
            path.write_bytes(content)
        command = ["node", str(Path(__file__).parent / "node" / script), str(NODE), str(path)]
        return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)

    return run


@pytest.fixture
def found_by(node: Callable[..., subprocess.CompletedProcess[str]]) -> Callable[..., Any]:
    """What a script of node reads, as JSON; a refusal is a ValueError."""

    def read(script: str, content: bytes) -> Any:
        done = node(script, content)
        if done.returncode:
            raise ValueError(done.stderr[-2000:])
        return json.loads(done.stdout)

    return read


class _InFolder(etree.Resolver):  # type: ignore[misc]
    """Answers an import of a schema by its file's name."""

    def __init__(self, folder: Path) -> None:
        self.files = {path.as_posix(): path for path in folder.rglob("*")}

    def resolve(self, url: str, _id: str, context: Any) -> Any:
        parts = url.rpartition("://")[2].split("/")
        for start in range(len(parts)):
            end = "/".join(["", *parts[start:]])
            for name, path in self.files.items():
                if name.endswith(end):
                    return self.resolve_filename(str(path), context)
        return None


@pytest.fixture(scope="session")
def schema() -> Callable[[str, str], Any]:
    """A published schema, compiled once: ``schema("qti21", "qtiv2p1/imsqti_v2p1.xsd")``."""
    compiled: dict[str, Any] = {}

    def get(folder: str, start: str) -> Any:
        path = SCHEMAS / folder / start
        if not path.is_file():
            absent(f"the published schemas are missing: {path}")
        if start not in compiled:
            parser = etree.XMLParser(no_network=True)
            parser.resolvers.add(_InFolder(SCHEMAS / folder))
            document = path.suffix == ".xsd" and etree.parse(str(path), parser)
            compiled[start] = etree.XMLSchema(document) if document else etree.DTD(str(path))
        return compiled[start]

    return get
