"""The same course makes the same bytes: in another folder, another process, another order of sets, with one thread or several."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from course.language.lang import LANGS
from course.prints import press, typesetter
from course.sessions.printables import Print, prints
from small import ROOT, SAMPLE, sample

pytestmark = pytest.mark.slow

SUBJECTS = ("C09", "1.2", "F01", "phrases", "book")
PLAN = "station-part-1"
"""All in one file, which takes longest: for the proof."""

ELSEWHERE = """
import json, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from course.language.lang import LANGS
from course.sessions.printables import prints
from course.prints import press
from course.content.reading import load
course = load(Path(sys.argv[2]))
wanted = [one for lang in LANGS for one in prints(course, lang) if one.subject in sys.argv[4:]]
print(json.dumps({f"{one.lang} {one.path}": str(made.file) for one, made in press.run(Path(sys.argv[3]), wanted, course).items()}))
"""
"""What another process runs: the same prints in a folder of its own."""


def hashes(files: Mapping[str, Path]) -> dict[str, str]:
    """Language and path of each print -> name and hash of its file."""
    return {name: f"{file.name} {hashlib.sha256(file.read_bytes()).hexdigest()}" for name, file in files.items()}


def anew(folder: Path, subjects: tuple[str, ...] = SUBJECTS) -> dict[str, str]:
    """The hashes of some prints, set in a clean folder without anything that is remembered."""
    typesetter._set.cache_clear()
    course = sample()
    wanted: list[Print] = [one for lang in LANGS for one in prints(course, lang) if one.subject in subjects]
    return hashes({f"{one.lang} {one.path}": made.file for one, made in press.run(folder, wanted, course).items()})


def elsewhere(folder: Path, seed: str, subjects: tuple[str, ...]) -> dict[str, str]:
    """The same from a process of its own, in which sets have another order."""
    command = [sys.executable, "-c", ELSEWHERE, str(ROOT / "hooks"), str(SAMPLE), str(folder), *subjects]
    done = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True)
    return hashes({name: Path(file) for name, file in json.loads(done.stdout).items()})


@pytest.mark.thorough
@pytest.mark.proof
def test_two_clean_runs_make_equal_bytes(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    whole = ("all", PLAN) if request.config.getoption("proof") else ()
    subjects = (*SUBJECTS, *whole[1:])
    here = anew(tmp_path / "here", subjects)
    assert {re.split("[-/]", name)[-1] for name in here} == {
        f"{kind}.pdf" for kind in ("handout", "key", "sheet", "cards", "form", "book", *whole[:1])
    }
    assert here == elsewhere(tmp_path / "there", "1", subjects)


@pytest.mark.thorough
def test_one_thread_makes_the_same_as_several(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    subjects = ("C09", "1.2", "phrases")
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    one = anew(tmp_path / "one", subjects)
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    assert one == anew(tmp_path / "four", subjects)
