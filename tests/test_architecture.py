"""The house is built as ARCHITECTURE.md draws it: imports point one way, and every part is small and says what it is."""

from __future__ import annotations

import ast
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from course.rules import RULES
from small import ROOT

HOOKS = ROOT / "hooks"
FILES = sorted(HOOKS.rglob("*.py"))

PACKAGES = (
    "files",
    "language",
    "syntax",
    "content",
    "render",
    "translation",
    "sessions",
    "site",
    "prints",
    "rules",
    "editing",
    "review",
    "commands",
)
"""A package imports only from those before it, and from within."""
ABOVE = ("__main__", "events")
"""Two ways in: the command line and MkDocs. They import from any package, and nothing from each other."""
LEVEL = {name: level for level, name in enumerate(PACKAGES)} | dict.fromkeys(ABOVE, len(PACKAGES))
MAX_LINES = 300


def module(file: Path) -> str:
    """Dotted name below ``hooks``."""
    return ".".join(file.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__")


def part(name: str) -> str:
    """The part of the house a module belongs to: ``course.rules.e201`` to ``rules``."""
    return name.removeprefix("course.").split(".")[0]


MODULES = {module(file) for file in FILES}


def imports(file: Path) -> set[str]:
    """Dotted names of every module a file imports, wherever the import is."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are absolute"
            assert node.module
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (names & MODULES) | ({node.module} if names - MODULES else set())
    return found


BY_NAME = pytest.mark.parametrize("file", FILES, ids=module)


@BY_NAME
def test_imports_point_one_way(file: Path) -> None:
    own = part(module(file))
    if own == "course":  # The package itself imports nothing.
        assert not imports(file)
        return
    assert own in LEVEL, f"{own} needs its place in PACKAGES"
    for other in imports(file):
        if other.startswith("course") and part(other) != own:
            assert LEVEL[part(other)] < LEVEL[own], f"{module(file)} imports {other}"


def test_the_picture_shows_the_packages_in_this_order() -> None:
    picture = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").split("```")[1]
    shown = [line.split()[0].removesuffix("/") for line in picture.splitlines() if line.startswith("  ") and line.split()]
    assert [name for name in shown if name in LEVEL] == [*PACKAGES], "; ".join(PACKAGES)


@BY_NAME
def test_only_events_knows_the_builder(file: Path) -> None:
    foreign = {name.split(".")[0] for name in imports(file)} - sys.stdlib_module_names - {"course"}
    allowed = {"pydantic", "pydantic_core", "yaml", "opencc", "pypinyin", "autocorrect_py", "lxml", "markdown", "typst"}
    assert foreign <= (allowed | {"mkdocs", "jinja2", "watchdog"} if file.name == "events.py" else allowed)


@BY_NAME
def test_a_module_is_short_enough_to_read(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) < MAX_LINES


def test_inside_a_package_imports_make_no_circle() -> None:
    graph = {module(file): {name for name in imports(file) if name in MODULES} for file in FILES}
    TopologicalSorter(graph).prepare()  # CycleError names the circle.


def test_a_circle_would_be_found() -> None:
    with pytest.raises(CycleError, match="a.*b"):
        TopologicalSorter({"a": {"b"}, "b": {"a"}}).prepare()


@BY_NAME
def test_what_others_may_call_says_what_it_does(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    if file.read_text(encoding="utf-8").strip():
        assert ast.get_docstring(tree), "the module"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith(("_", "on_")):
            plain_words = isinstance(node, ast.ClassDef) and module(file) in ("course.content.model", "course.content.tables")
            assert ast.get_docstring(node) or plain_words, node.name


def test_every_rule_in_the_list_is_a_file() -> None:
    files = {module(file) for file in FILES if file.parent.name == "rules" and file.name[1:4].isdigit()}
    assert {getattr(rule, "__name__", "") for rule in RULES} == files
