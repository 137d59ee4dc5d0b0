"""The version lists are complete: pip is told to take what they list and to look for nothing else."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
BUILD, DEV = "requirements.txt", "requirements-dev.txt"
MACHINES = [
    {"sys_platform": system, "platform_system": name, "os_name": kind, "python_full_version": version, "python_version": version[:4]}
    for system, name, kind in (("linux", "Linux", "posix"), ("darwin", "Darwin", "posix"), ("win32", "Windows", "nt"))
    for version in ("3.11.2", "3.13.0")
]
"""What the markers of requirements ask about, for the systems and Pythons we promise."""


def locked(*names: str) -> list[Requirement]:
    """Every line of those lists, without its hashes."""
    lines = [line for name in names for line in (ROOT / name).read_text(encoding="utf-8").splitlines()]
    return [Requirement(line.removesuffix("\\")) for line in lines if re.match(r"[a-z0-9]", line, re.IGNORECASE)]


def wanting(lines: list[Requirement], machine: dict[str, str]) -> list[str]:
    """What a package of those lines needs on that machine and no line gives, in its version and with its extras."""
    there = {canonicalize_name(line.name): line for line in lines if line.marker is None or line.marker.evaluate(machine)}
    found = []
    for line in there.values():
        for need in needs(line, machine):
            given = there.get(canonicalize_name(need.name))
            version = next(iter(given.specifier)).version if given else ""
            if given is None or not need.specifier.contains(version, prereleases=True) or not need.extras <= given.extras:
                found.append(f"{line.name} needs {need}")
    return found


def needs(line: Requirement, machine: dict[str, str]) -> list[Requirement]:
    """What the package of that line says it needs on that machine; nothing if another version of it, or none, is installed here."""
    version, every = metadata(line.name)
    if not line.specifier.contains(version, prereleases=True):
        return []
    return [
        need
        for need in every
        if need.marker is None or any(need.marker.evaluate({**machine, "extra": extra}) for extra in ("", *line.extras))
    ]


@cache
def metadata(name: str) -> tuple[str, list[Requirement]]:
    """Version and needs of an installed package; version 0 of one that is not installed here."""
    try:
        installed = distribution(name)
    except PackageNotFoundError:
        return "0", []
    return installed.version, [Requirement(need) for need in installed.requires or []]


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: f"{machine['sys_platform']}-{machine['python_full_version']}")
def test_whatever_a_listed_package_needs_is_listed_too(machine: dict[str, str]) -> None:
    assert wanting(locked(BUILD), machine) == []
    assert wanting(locked(BUILD, DEV), machine) == []


def test_an_extra_that_is_missing_is_noticed() -> None:
    lines = [Requirement(str(line).replace("[toml]", "")) for line in locked(BUILD, DEV)]
    assert wanting(lines, MACHINES[0]) == ["pytest-cov needs coverage[toml]>=7.10.6"]


def test_a_package_that_is_missing_or_too_old_is_noticed() -> None:
    lines = [line for line in locked(BUILD) if line.name != "mergedeep"]
    assert "mkdocs needs mergedeep>=1.3.4" in wanting(lines, MACHINES[0])
    lines = [Requirement("click==6.0") if line.name == "click" else line for line in locked(BUILD)]
    assert "mkdocs needs click>=7.0" in wanting(lines, MACHINES[0])


def test_both_lists_name_the_same_version() -> None:
    build = {line.name: line for line in locked(BUILD)}
    assert [line for line in locked(DEV) if line.name in build and line.specifier != build[line.name].specifier] == []


@pytest.mark.parametrize("name", [BUILD, DEV])
def test_every_line_is_one_version_with_hashes(name: str) -> None:
    for line in locked(name):
        assert [specifier.operator for specifier in line.specifier] == ["=="], str(line)
    text = (ROOT / name).read_text(encoding="utf-8")
    assert len(re.findall(r"^\S+==[^\n]*\\\n    --hash=sha256:", text, re.MULTILINE)) == len(locked(name))


def test_pip_is_told_to_take_just_these() -> None:
    install = next(line for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines() if line.startswith("PIP :="))
    for option in ("--require-hashes", "--no-deps", "--only-binary :all:"):
        assert option in install
