"""Whatever an editor may do to a course: told in words with file and line, never a traceback, and the last site stays."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from course.__main__ import main
from site_sample import build, copy_project
from small import MINIMAL, line_of, original, problems

CASE, CASE_EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
PRINCIPLE = "docs/zh/principles/check-first.md"
ABOUT = "docs/zh/about/course.md"
TERMS = "docs/data/terms.yml"
PLAIN = {ABOUT: "---\ntitle: 一页\nsummary: 一句话。\n---\n\n话。\n"}
"""The minimal course has no page without a code; this one has."""

Write = Callable[[dict[str, bytes]], Path]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The minimal course with a plain page, in a folder of its own."""
    root = tmp_path_factory.mktemp("spoilt") / "course"
    shutil.copytree(MINIMAL, root)
    for path, text in PLAIN.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def spoilt(copy: Path) -> Iterator[Write]:
    """Writes files into the copy, and takes it all back afterwards."""
    before: dict[Path, bytes | None] = {}

    def write(files: dict[str, bytes]) -> Path:
        for name, content in files.items():
            file = copy / name
            before.setdefault(file, file.read_bytes() if file.exists() else None)
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(content)
        return copy

    yield write
    for file, content in before.items():
        file.unlink() if content is None else file.write_bytes(content)


def good(path: str) -> str:
    """What the file says before it is spoilt."""
    return PLAIN[path] if path in PLAIN else original(path)


def edit(path: str, pattern: str, new: str) -> dict[str, bytes]:
    """A file with the first match of a pattern replaced."""
    text, count = re.subn(pattern, lambda _: new, good(path), count=1, flags=re.MULTILINE | re.DOTALL)
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
TERM = original(TERMS)

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
    "an unknown id": Bad(edit(CASE, r"^channel: .*?$", "channel: hal"), CASE, "channel: hal", "E201", "unknown `hal`, expected one of: hotline"),
    "a code twice": Bad({"docs/zh/cases/z.md": good(CASE).encode()}, "docs/zh/cases/z.md", "id: ", "E106", "stands in docs/zh/cases/meter.md, too", also=(CASE,)),
    "a row twice": Bad({TERMS: (TERM * 2).encode()}, TERMS, TERM.count("\n") + 1, "E213", "stands on line 1 already"),
    "a missing section": Bad(edit(CASE_EN, r"^## Rules$", "### Rules {#rules}"), CASE_EN, "## Practice", "E202", "the section `## Rules` is missing, expected before `## Practice`"),
    "missing English words": Bad(edit(CASE_EN, r"^summary: .*?\n", ""), CASE_EN, 1, "E101", "`summary` is missing"),
    "a missing English reason": Bad(edit(CASE_EN, r"^principles:\n  P01: .*?\n", "principles: {}\n"), CASE_EN, "principles:", "E208", "has no reason for P01"),
    "a fact in the English page": Bad(edit(CASE_EN, r"^summary:", "channel: hall\nsummary:"), CASE_EN, "channel: hall", "E103", "`channel` is a fact and stands in the Chinese page only"),
    "an English page alone": Bad({"docs/en/about/z.md": PAGE.encode()}, "docs/en/about/z.md", 1, "E107", "there is no Chinese page of that name"),
    "a page in the place of the case index": Bad({"docs/zh/cases/index.md": PAGE.encode()}, "docs/zh/cases/index.md", 1, "E209", "belongs to a generated page"),
    "a page in the place of the glossary": Bad({"docs/zh/glossary.md": PAGE.encode()}, "docs/zh/glossary.md", 1, "E209", "belongs to a generated page"),
    "a dead link": Bad(edit(ABOUT, r"\Z", "\n[排队](../cases/none.md)\n"), ABOUT, "none.md", "E206", "leads to no page"),
    "a dead anchor": Bad(edit(ABOUT, r"\Z", "\n[排队](../cases/meter.md#none)\n"), ABOUT, "#none", "E206", "has no heading id #none"),
    "a dead code": Bad(edit(ABOUT, r"\Z", "\n[[C99]]\n"), ABOUT, "[[C99]]", "E205", "unknown code [[C99]]"),
    "a dead reference": Bad(edit(ABOUT, r"\Z", "\n[R999]\n"), ABOUT, "[R999]", "E205", "no reference [R999]"),
    "a picture without words": Bad(edit(ABOUT, r"\Z", "\n![](https://a.b/c.svg)\n"), ABOUT, "![]", "E207", "is not shown"),
    "an unknown block": Bad(edit(ABOUT, r"\Z", "\n::: warning\n话\n:::\n"), ABOUT, "::: warning", "E204", "unknown block ::: warning"),
    "another encoding": Bad({PRINCIPLE: good(PRINCIPLE).encode("gb18030")}, PRINCIPLE, 3, "E002", "not UTF-8"),
    "ten megabytes": Bad({PRINCIPLE: good(PRINCIPLE).encode() + "长".encode() * 3_400_000}, PRINCIPLE, 1, "E001", "expected less than 1 MB"),
    "an empty page": Bad({"docs/zh/about/z.md": b""}, "docs/zh/about/z.md", 1, "E004", "the file is empty"),
    "an empty English page": Bad({CASE_EN: b"\n\n"}, CASE_EN, 1, "E004", "the file is empty"),
    "an empty table": Bad({"docs/data/synonyms.yml": b""}, "docs/data/synonyms.yml", 1, "E004", "the file is empty"),
    "control characters": Bad(edit(CASE, r"^channel:", "\x08channel:"), CASE, "\x08", "E006", "invisible control character 0x08"),
    "a name with capitals": Bad({"docs/zh/about/Z.md": PAGE.encode()}, "docs/zh/about/Z.md", 1, "E105", "lower-case letters"),
}  # fmt: skip


TOLD = re.compile(r"(docs/\S+?):(\d+): \[(E\d{3})\] .*[\u4e00-\u9fff].* / .+")


def told(said: str) -> list[tuple[str, int, str]]:
    """Path, line and code of every line but the last, each of which must be in both languages."""
    lines = said.splitlines()[:-1]
    found = [TOLD.fullmatch(line) for line in lines]
    assert all(found), said
    return [(match[1], int(match[2]), match[3]) for match in found if match]


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_it_is_told_at_its_place_and_no_other_file_is_blamed(spoilt: Write, bad: Bad, capsys: pytest.CaptureFixture[str]) -> None:
    root = spoilt(bad.files)
    assert main(["--root", str(root), "check"]) == 1
    said = capsys.readouterr().err
    line = bad.at if isinstance(bad.at, int) else line_of(root, bad.path, bad.at)
    assert (bad.path, line, bad.code) in told(said), said
    assert bad.en in said
    assert {path for path, _, _ in told(said)} == {bad.path, *bad.also}, said


def test_a_missing_english_page_is_no_mistake(spoilt: Write, copy: Path) -> None:
    spoilt({CASE_EN: b""})
    (copy / CASE_EN).unlink()
    assert problems(copy) == []


def test_files_from_windows_are_no_mistake(spoilt: Write) -> None:
    files = (CASE, CASE_EN, ABOUT, TERMS)
    assert problems(spoilt({path: b"\xef\xbb\xbf" + good(path).replace("\n", "\r\n").encode() for path in files})) == []


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
    said = capsys.readouterr().err
    order = told(said)
    assert order == sorted(order)
    assert {bad.path for bad in chosen} == {path for path, _, _ in order}
    assert {bad.code for bad in chosen} <= {code for _, _, code in order}
    assert said.splitlines()[-1] == f"共 {len(order)} 处问题，在 6 个文件里 / {len(order)} problem(s) in 6 file(s)"


# ---- the same in a build ----


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, copy: Path) -> Path:
    """A project of that course, with a site that was built before."""
    root = copy_project(tmp_path_factory.mktemp("project"), copy)
    (root / "site").mkdir()
    (root / "site" / "sentinel.txt").write_text("the last good site", encoding="utf-8")
    return root


def is_as_it_was(project: Path) -> bool:
    """Whether the site is the one that was there before, and nothing of another build is left beside it."""
    return [file.name for file in (project / "site").iterdir()] == ["sentinel.txt"] and not list(project.glob("site.*"))


@pytest.mark.slow
def test_a_failed_build_tells_the_same_and_leaves_the_site_as_it_was(project: Path, copy: Path) -> None:
    for name in ("broken YAML in a page", "a dead link"):
        for path, content in BAD[name].files.items():
            (project / path).write_bytes(content)
    done = build(project)
    shutil.copytree(copy / "docs", project / "docs", dirs_exist_ok=True)
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "Traceback" not in said
    assert f"{CASE}:3: [E006] YAML 写法有误：这一句以特殊符号开头" in said
    assert f"{ABOUT}:" in said
    assert "共 2 处问题，在 2 个文件里 / 2 problem(s) in 2 file(s)" in said
    assert is_as_it_was(project)


@pytest.mark.slow
def test_a_build_that_fails_in_its_english_half_leaves_the_site_as_it_was(project: Path) -> None:
    english = project / "mkdocs.en.yml"
    text = english.read_text(encoding="utf-8")
    english.write_text(text + "\nvalidation: {links: {not_found: nonsense}}\n", encoding="utf-8")
    done = build(project)
    english.write_text(text, encoding="utf-8")
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert is_as_it_was(project)


@pytest.mark.slow
def test_a_good_build_then_takes_its_place(project: Path) -> None:
    done = build(project, "--strict")
    assert done.returncode == 0, done.stderr
    assert not (project / "site" / "sentinel.txt").exists()
    assert (project / "site" / "en" / "cases" / "meter" / "index.html").is_file()
    assert not list(project.glob("site.*"))
