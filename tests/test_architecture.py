from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = Path(__file__).parents[1]
MAX_LINES = 300
CORE = sorted((HOUSE / "quizgen").rglob("*.py"))
SITE = sorted((HOUSE / "web").rglob("*.py"))
ALL = CORE + SITE
YAML_READERS = ("quizgen/bank/", "quizgen/paper/file.py", "quizgen/paper/file_text.py")
SITE_PACKAGES = {"flask", "jinja2", "sqlalchemy", "alembic", "waitress", "psycopg"}

GROUND = {"__init__", "errors", "files", "text", "words"}
MODES = {"modes", "ask", "model", *GROUND}
CORE_ROOMS: dict[str, set[str]] = {
    "__init__": set(),
    "__main__": {"cli"},
    "api": {"anki", "export", "paper", "bank", *MODES},
    "errors": set(),
    "files": {"errors"},
    "text": {"errors"},
    "words": set(),
    "model": GROUND,
    "ask": {"model", *GROUND},
    "modes": {"ask", "model", *GROUND},
    "bank": MODES,
    "study": {"bank", *MODES},
    "paper": {"bank", *MODES},
    "export": {"paper", "bank", *MODES},
    "anki": {"bank", *MODES},
    "results": {"paper", "bank", *MODES},
    "intake": {"bank", *MODES},
    "cli": {"intake", "anki", "export", "paper", "results", "bank", *MODES},
}
"""The floors of the core: each room with the rooms below it that it may use, and no other."""

MODEL = {"attribution", "citation", "count", "locator", "model", "patterns", "source"}
"""What a bank is once it is loaded: a floor of its own in ``quizgen/bank``. The modes stand on
it, and what reads and writes banks on the modes: the loader asks them what is possible."""

SHELL = {"shell", "store"}
SITE_ROOMS: dict[str, set[str]] = {
    "__init__": {"app"},
    "app": {"library", "shell", "store", "student", "teacher"},
    "library": SHELL,
    "shell": {"store"},
    "store": set(),
    "student": SHELL,
    "teacher": SHELL,
    "wsgi": {"app", "shell", "store"},
}
"""The rooms of the site, each with the others that it may use. All of them know the core."""

LATE_DOORS = {"quizgen/cli/serve.py", "quizgen/__init__.py"}
"""The one command that imports the site, and the public names: both only when they are used."""


def room(name: str) -> str:
    """The room of a module by its full name: ``bank`` for ``quizgen.bank.load``, say."""
    _, here, inside = [*name.split("."), "__init__", ""][:3]
    return "model" if here == "bank" and inside in MODEL else here


def module(path: Path) -> str:
    parts = path.relative_to(HOUSE).with_suffix("").parts
    return ".".join(parts[parts[0] == "web" :])


def wrong_arrows(name: str, text: str) -> list[str]:
    """What a module imports although its room stands below, or beside without a door."""
    inside, _, _ = name.partition(".")
    here = room(name)
    found = []
    for target in imported(text):
        top, _, rest = target.partition(".")
        if top == inside == "quizgen":
            there = room(target) if rest and not rest.startswith("__") else "__init__"
            allowed = {here, *CORE_ROOMS[here]}
        elif top == inside == "quizgen_web":
            there = room(target)
            allowed = {here, *SITE_ROOMS[here]}
        elif inside == "quizgen":
            there = "the site"
            allowed = set() if top in SITE_PACKAGES | {"quizgen_web"} else {there}
        else:
            continue
        if there not in allowed:
            found.append(target)
    return found


def short(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def imported(text: str) -> Iterator[str]:
    """The full names of all that a module imports, wherever in the module."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module or ''}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            name = node.args[0]
            if isinstance(name, ast.Constant):
                yield str(name.value)


def yaml_imports(text: str) -> list[str]:
    return [name for name in imported(text) if name.split(".")[0] in {"yaml", "ruamel"}]


def reads_banks(text: str) -> list[str]:
    """Texts that end like a bank's files: whoever has one is about to read them himself."""
    tree = ast.parse(text)
    documentation = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in documentation
        and node.value.endswith((".yaml", ".yml"))
    ]


def flaws(text: str) -> list[str]:
    """What is wrong with a module whatever it does."""
    found = []
    if not ast.get_docstring(ast.parse(text)):
        found.append("no docstring")
    if text.count("\n") > MAX_LINES:
        found.append(f"{text.count(chr(10))} lines")
    return found


@pytest.mark.parametrize("path", ALL, ids=short)
def test_no_arrow_goes_up_or_into_another_room(path: Path) -> None:
    text = path.read_text("utf-8")
    if short(path) in LATE_DOORS:
        late = (ast.FunctionDef, ast.If)  # what a function imports, and what only types need
        text = "\n".join(ast.unparse(n) for n in ast.parse(text).body if not isinstance(n, late))
    assert wrong_arrows(module(path), text) == []


def test_the_floors_have_no_circle() -> None:
    for rooms in (CORE_ROOMS, SITE_ROOMS):
        left = dict(rooms)
        while left:
            free = [name for name, below in left.items() if not below & left.keys()]
            assert free, f"a circle among {sorted(left)}"
            for name in free:
                del left[name]


@pytest.mark.parametrize("path", ALL, ids=short)
def test_banks_are_read_through_quizgen_bank_alone(path: Path) -> None:
    if not short(path).startswith(YAML_READERS):
        text = path.read_text("utf-8")
        assert yaml_imports(text) == []
        assert reads_banks(text) == []


@pytest.mark.parametrize("path", ALL, ids=short)
def test_each_module_says_what_it_is_for_and_is_short(path: Path) -> None:
    assert flaws(path.read_text("utf-8")) == []


def test_the_modules_are_found() -> None:
    assert {"quizgen/errors.py", "quizgen/bank/load.py"} <= set(map(short, CORE))
    assert any(short(path).startswith("web/") for path in ALL)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("quizgen.bank.load", "import flask"),
        ("quizgen.bank.load", "import sqlalchemy.orm as x"),
        ("quizgen.study.days", "from quizgen_web import create_app"),
        ("quizgen.cli.list", "def f():\n    from quizgen_web.store import x"),
        ("quizgen.ask.judge", "if TYPE_CHECKING:\n    from sqlalchemy import Engine"),
        ("quizgen.ask.judge", "importlib.import_module('quizgen_web.app')"),
        ("quizgen.bank.load", "from quizgen.study.days import study_day"),
        ("quizgen.text.english", "from quizgen.bank import load"),
        ("quizgen.bank.model", "from quizgen.bank.load import load"),
        ("quizgen.bank.model", "from quizgen.modes import modes_of"),
        ("quizgen.modes.who", "from quizgen.bank import select"),
        ("quizgen.paper.code", "from quizgen import anki"),
        ("quizgen_web.student.home", "from quizgen_web.teacher.draft import Draft"),
        ("quizgen_web.store.tables", "from quizgen_web.shell import site"),
    ],
)
def test_the_search_for_wrong_arrows_bites(name: str, text: str) -> None:
    assert wrong_arrows(name, text)


def test_the_searches_pass_what_is_allowed() -> None:
    assert wrong_arrows("quizgen.cli.x", "import webbrowser\nfrom quizgen.bank import load") == []
    assert wrong_arrows("quizgen_web.student.x", "import flask\nimport quizgen.bank.load") == []
    assert reads_banks('"""Reads bank.yaml"""\nx = "yaml"') == []
    assert flaws('"""It is for this."""\n') == []


@pytest.mark.parametrize("text", ["import yaml", "from yaml import CParser", "import ruamel.yaml"])
def test_the_search_for_yaml_bites(text: str) -> None:
    assert yaml_imports(text)


@pytest.mark.parametrize("text", ["open('banks/nato/ng.yaml')", "folder.glob('*.yaml')"])
def test_the_search_for_who_reads_banks_bites(text: str) -> None:
    assert reads_banks(text)


@pytest.mark.parametrize("text", ["", "x = 1", '"""Says it."""\n' + "\n" * MAX_LINES])
def test_the_search_for_flaws_bites(text: str) -> None:
    assert flaws(text)
