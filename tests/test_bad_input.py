"""Whatever an editor may do to the real course: told in words with file and line, never a traceback, and the last site stays."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from course.__main__ import main
from course.problem import Problem
from small import ROOT, line_of, problems

CASE, CASE_EN = "docs/zh/cases/the-queue-line.md", "docs/en/cases/the-queue-line.md"
PRINCIPLE = "docs/zh/principles/five-needs.md"
ABOUT = "docs/zh/about/course.md"
TERMS = "docs/data/terms.yml"

Write = Callable[[dict[str, bytes]], Path]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content, in a folder of its own."""
    root = tmp_path_factory.mktemp("real") / "course"
    shutil.copytree(ROOT / "docs", root / "docs")
    return root


@pytest.fixture
def spoilt(copy: Path) -> Iterator[Write]:
    """Writes files into the copy, and takes it all back afterwards."""
    before: dict[Path, bytes | None] = {}

    def write(files: dict[str, bytes]) -> Path:
        for name, content in files.items():
            file = copy / name
            before.setdefault(file, file.read_bytes() if file.exists() else None)
            file.write_bytes(content)
        return copy

    yield write
    for file, content in before.items():
        file.unlink() if content is None else file.write_bytes(content)


def real(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def edit(path: str, pattern: str, new: str) -> dict[str, bytes]:
    """A real file with the first match of a pattern replaced."""
    text, count = re.subn(pattern, lambda _: new, real(path), count=1, flags=re.MULTILINE | re.DOTALL)
    assert count, f"{path} does not hold {pattern!r}"
    return {path: text.encode()}


@dataclass(frozen=True)
class Bad:
    """One thing gone wrong, and where it must be told; no file but this, and what it clashes with, may be blamed."""

    files: dict[str, bytes]
    path: str
    at: str | int
    code: str
    en: str
    also: tuple[str, ...] = ()


PAGE = "---\ntitle: 一页\nsummary: 一句话。\n---\n\n话\n"
BOMB = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10))
LAST_TERM = real(TERMS).split("\n- ")[-1]

BAD = {
    "broken YAML in a page": Bad(edit(CASE, r"^title: .*?$", "title: [a"), CASE, "title: [a", "E006", "broken YAML: the value starts with a sign"),
    "broken YAML in a table": Bad(edit(TERMS, r"^  term: ", "  term: }"), TERMS, "term: }", "E006", "broken YAML"),
    "tabs in YAML": Bad(edit(CASE, r"^principles:\n  ", "principles:\n\t"), CASE, "\tP", "E006", "broken YAML: expected spaces instead of a tab"),
    "a key written twice": Bad(edit(CASE, r"^channel:", "title: 又\nchannel:"), CASE, "title: 又", "E007", "`title` stands twice"),
    "an alias bomb": Bad(edit(CASE, r"^channel:", BOMB + "channel:"), CASE, 2, "E006", "more than 100000 values"),
    "no front matter": Bad({ABOUT: "只有话。\n".encode()}, ABOUT, 1, "E005", "expected the first line to be ---"),
    "an unknown key": Bad(edit(CASE, r"^channel:", "chanel: hall\nchannel:"), CASE, "chanel:", "E102", "did you mean `channel`?"),
    "a missing key": Bad(edit(CASE, r"^channel: .*?\n", ""), CASE, 1, "E101", "`channel` is missing"),
    "a wrong type": Bad(edit(CASE, r"^minutes: .*?$", "minutes: soon"), CASE, "minutes: soon", "E104", "`minutes` expected `name: value` lines"),
    "an unknown id": Bad(edit(CASE, r"^channel: .*?$", "channel: hal"), CASE, "channel: hal", "E201", "unknown `hal`, expected one of: hotline, "),
    "a code twice": Bad({"docs/zh/cases/z.md": real(CASE).encode()}, "docs/zh/cases/z.md", "id: ", "E106", "stands in docs/zh/cases/the-queue-line.md, too", also=(CASE,)),
    "a row twice": Bad({TERMS: f"{real(TERMS)}- {LAST_TERM}".encode()}, TERMS, real(TERMS).count("\n") + 1, "E213", f"stands on line {real(TERMS)[:-len(LAST_TERM)].count(chr(10)) + 1} already"),
    "a missing section": Bad(edit(CASE_EN, r"^## Rules$", "### Rules {#rules}"), CASE_EN, "## Practice", "E202", "the section `## Rules` is missing, expected before `## Practice`"),
    "missing English words": Bad(edit(CASE_EN, r"^summary: .*?\n", ""), CASE_EN, 1, "E101", "`summary` is missing"),
    "a missing English reason": Bad(edit(CASE_EN, r"^  P09: .*?\n", ""), CASE_EN, "principles:", "E208", "has no reason for P09"),
    "a fact in the English page": Bad(edit(CASE_EN, r"^summary:", "channel: hall\nsummary:"), CASE_EN, "channel: hall", "E103", "`channel` is a fact and stands in the Chinese page only"),
    "an English page alone": Bad({"docs/en/about/z.md": PAGE.encode()}, "docs/en/about/z.md", 1, "E107", "there is no Chinese page of that name"),
    "a page in the place of the case index": Bad({"docs/zh/cases/index.md": PAGE.encode()}, "docs/zh/cases/index.md", 1, "E209", "belongs to a generated page"),
    "a page in the place of the glossary": Bad({"docs/zh/glossary.md": PAGE.encode()}, "docs/zh/glossary.md", 1, "E209", "belongs to a generated page"),
    "a dead link": Bad(edit(ABOUT, r"\Z", "\n[排队](../cases/none.md)\n"), ABOUT, "none.md", "E206", "leads to no page"),
    "a dead anchor": Bad(edit(ABOUT, r"\Z", "\n[排队](../cases/the-queue-line.md#none)\n"), ABOUT, "#none", "E206", "has no heading id #none"),
    "a dead code": Bad(edit(ABOUT, r"\Z", "\n[[C99]]\n"), ABOUT, "[[C99]]", "E205", "unknown code [[C99]]"),
    "a dead reference": Bad(edit(ABOUT, r"\Z", "\n[R999]\n"), ABOUT, "[R999]", "E205", "no reference [R999]"),
    "a picture without words": Bad(edit(ABOUT, r"\Z", "\n![](https://a.b/c.svg)\n"), ABOUT, "![]", "E207", "is not shown", (ABOUT.replace("/zh/", "/en/"),)),
    "an unknown block": Bad(edit(ABOUT, r"\Z", "\n::: warning\n话\n:::\n"), ABOUT, "::: warning", "E204", "unknown block ::: warning"),
    "another encoding": Bad({PRINCIPLE: real(PRINCIPLE).encode("gb18030")}, PRINCIPLE, 3, "E002", "not UTF-8"),
    "ten megabytes": Bad({PRINCIPLE: real(PRINCIPLE).encode() + "长".encode() * 3_400_000}, PRINCIPLE, 1, "E001", "expected less than 1 MB"),
    "an empty page": Bad({"docs/zh/about/z.md": b""}, "docs/zh/about/z.md", 1, "E004", "the file is empty"),
    "an empty English page": Bad({CASE_EN: b"\n\n"}, CASE_EN, 1, "E004", "the file is empty"),
    "an empty table": Bad({"docs/data/synonyms.yml": b""}, "docs/data/synonyms.yml", 1, "E004", "the file is empty"),
    "control characters": Bad(edit(CASE, r"^channel:", "\x08channel:"), CASE, "\x08", "E006", "invisible control character 0x08"),
    "a name with capitals": Bad({"docs/zh/about/Z.md": PAGE.encode()}, "docs/zh/about/Z.md", 1, "E105", "lower-case letters"),
}  # fmt: skip


def places(found: list[Problem]) -> list[tuple[str, int, str]]:
    return [(problem.path, problem.line, problem.code) for problem in found]


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_it_is_told_at_its_place_and_no_other_file_is_blamed(spoilt: Write, bad: Bad, capsys: pytest.CaptureFixture[str]) -> None:
    root = spoilt(bad.files)
    start = time.perf_counter()
    status = main(["--root", str(root), "check"])
    assert time.perf_counter() - start < 20
    said = capsys.readouterr().err
    assert status == 1
    assert "Traceback" not in said
    found = problems(root)
    line = bad.at if isinstance(bad.at, int) else line_of(root, bad.path, bad.at)
    assert (bad.path, line, bad.code) in places(found), said
    assert any(bad.en in problem.en for problem in found), said
    assert {problem.path for problem in found} == {bad.path, *bad.also}, said


def test_a_missing_english_page_is_no_mistake(spoilt: Write, copy: Path) -> None:
    spoilt({CASE_EN: b""})
    (copy / CASE_EN).unlink()
    assert problems(copy) == []


def test_files_from_windows_are_no_mistake(spoilt: Write) -> None:
    files = (CASE, CASE_EN, ABOUT, TERMS)
    assert problems(spoilt({path: b"\xef\xbb\xbf" + real(path).replace("\n", "\r\n").encode() for path in files})) == []


def test_many_mistakes_are_told_together_in_order(spoilt: Write, capsys: pytest.CaptureFixture[str]) -> None:
    names = [
        "an unknown key",
        "a page in the place of the glossary",
        "a dead link",
        "another encoding",
        "a row twice",
        "an empty English page",
    ]
    chosen = [bad for bad in BAD.values() if bad in [BAD[name] for name in names]]
    root = spoilt({path: content for bad in chosen for path, content in bad.files.items()})
    assert main(["--root", str(root), "check"]) == 1
    lines = capsys.readouterr().err.splitlines()
    told = [re.fullmatch(r"(docs/\S+?):(\d+): \[(E\d{3})\] .*[\u4e00-\u9fff].* / .+", line) for line in lines[:-1]]
    assert all(told), lines
    order = [(match[1], int(match[2]), match[3]) for match in told if match]
    assert order == sorted(order)
    assert {bad.path for bad in chosen} == {path for path, _, _ in order}
    assert {bad.code for bad in chosen} <= {code for _, _, code in order}
    assert lines[-1] == f"共 {len(order)} 处问题，在 6 个文件里 / {len(order)} problem(s) in 6 file(s)"


# ---- the same in a build ----


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content with the real configuration, and a site that was built before."""
    root = tmp_path_factory.mktemp("project")
    for folder in ("docs", "overrides"):
        shutil.copytree(ROOT / folder, root / folder)
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        text = (ROOT / name).read_text(encoding="utf-8")
        (root / name).write_text(text.replace("hooks/events.py", (ROOT / "hooks/events.py").as_posix()), encoding="utf-8")
    (root / "site").mkdir()
    (root / "site" / "sentinel.txt").write_text("the last good site", encoding="utf-8")
    return root


def build(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    environment = {**os.environ, "PRINTS": "no"}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)


def test_a_failed_build_tells_the_same_and_leaves_the_site_as_it_was(project: Path) -> None:
    for name in ("broken YAML in a page", "a dead link"):
        for path, content in BAD[name].files.items():
            (project / path).write_bytes(content)
    done = build(project)
    shutil.copytree(ROOT / "docs", project / "docs", dirs_exist_ok=True)
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "Traceback" not in said
    assert f"{CASE}:3: [E006] YAML 写法有误：这一句以特殊符号开头" in said
    assert f"{ABOUT}:" in said
    assert "共 2 处问题，在 2 个文件里 / 2 problem(s) in 2 file(s)" in said
    assert [file.name for file in (project / "site").iterdir()] == ["sentinel.txt"]
    assert [path.name for path in project.iterdir() if path.name.startswith("site")] == ["site"]


def test_a_build_that_fails_in_its_english_half_leaves_the_site_as_it_was(project: Path) -> None:
    english = project / "mkdocs.en.yml"
    text = english.read_text(encoding="utf-8")
    english.write_text(text + "\nvalidation: {links: {not_found: nonsense}}\n", encoding="utf-8")
    done = build(project)
    english.write_text(text, encoding="utf-8")
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert [file.name for file in (project / "site").iterdir()] == ["sentinel.txt"]
    assert [path.name for path in project.iterdir() if path.name.startswith("site")] == ["site"]


def test_a_good_build_then_takes_its_place(project: Path) -> None:
    done = build(project, "--strict")
    assert done.returncode == 0, done.stderr
    assert not (project / "site" / "sentinel.txt").exists()
    assert (project / "site" / "en" / "cases" / "the-queue-line" / "index.html").is_file()
    assert not [path.name for path in project.iterdir() if path.name.startswith("site.")]
