from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = Path(__file__).parents[1]
MAX_LINES = 300
SITE_ONLY = {"flask", "flask_wtf", "jinja2", "sqlalchemy", "alembic", "waitress", "psycopg", "web"}
CORE = sorted((HOUSE / "quizgen").rglob("*.py"))
ALL = CORE + sorted((HOUSE / "web").rglob("*.py"))
YAML_READERS = ("quizgen/bank/",)


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


def site_imports(text: str) -> list[str]:
    return [name for name in imported(text) if name.split(".")[0] in SITE_ONLY]


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


@pytest.mark.parametrize("path", CORE, ids=short)
def test_the_core_knows_neither_the_site_nor_its_database(path: Path) -> None:
    """But for the command that opens the site, which may import it when it runs."""
    if short(path) == "quizgen/cli/serve.py":
        top = [node for node in ast.parse(path.read_text("utf-8")).body if not is_function(node)]
        assert not any(site_imports(ast.unparse(node)) for node in top)
    else:
        assert site_imports(path.read_text("utf-8")) == []


def is_function(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef)


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
    "text",
    [
        "import flask",
        "import sqlalchemy.orm as x",
        "from flask import Flask",
        "from web import create_app",
        "import web.store",
        "def f():\n    from web.store import x",
        "if TYPE_CHECKING:\n    from sqlalchemy import Engine",
        "importlib.import_module('web.app')",
    ],
)
def test_the_search_for_the_site_bites(text: str) -> None:
    assert site_imports(text)


def test_the_searches_pass_what_is_allowed() -> None:
    assert site_imports("import webbrowser, click\nfrom quizgen.bank import load") == []
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
