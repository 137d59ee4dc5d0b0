"""Every file under ``docs`` is known by rule or told, once and at its place; nothing is followed out of the tree."""

from __future__ import annotations

import os
import string
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.__main__ import main
from course.content import layout as the_tree
from course.content.reading import load
from small import edited, original, problems

Tree = Callable[..., Path]

HOME, HOME_EN = original("docs/zh/index.md"), original("docs/en/index.md")
CASE = "docs/zh/cases/meter.md"
SECRET = "---\ntitle: secret-of-the-machine\nsummary: x\n---\n\nsecret-of-the-machine\n"
NO_LINKS = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and devices as Unix has them")


def told(root: Path) -> list[tuple[str, int, str]]:
    return [(problem.path, problem.line, problem.code) for problem in problems(root)]


# ---- names nobody knows ----


@pytest.mark.parametrize(
    ("path", "code", "zh", "en"),
    [
        ("docs/zh/cases/table.xlsx", "E011", "这里只放课程的 .md 页面", "only the course's .md pages belong here"),
        ("docs/zh/cases/meter.docx", "E011", "这里只放课程的 .md 页面", "only the course's .md pages belong here"),
        ("docs/zh/cases/~$meter.docx", "E011", "软件自动留下的副本，请删去", "expected it deleted"),
        ("docs/zh/cases/meter.md~", "E011", "软件自动留下的副本，请删去", "expected it deleted"),
        ("docs/zh/cases/meter.md.txt", "E011", "页面的文件名应以 .md 结尾，请改名", "expected the name of a page to end in .md"),
        ("docs/zh/cases/other.MD", "E011", "页面的文件名应以 .md 结尾，请改名", "expected the name of a page to end in .md"),
        ("docs/zh/cases/page.html", "E011", "这里只放课程的 .md 页面", "expected the file outside docs, or gone"),
        ("docs/zh/robots.txt", "E011", "这里只放课程的 .md 页面", "expected the file outside docs, or gone"),
        ("docs/en/photo.png", "E011", "图片不放在这里", "pictures do not belong here"),
        ("docs/zh/cases/queue.svg", "E011", "docs/data/figures/", "expected the drawing (SVG) and its words in docs/data/figures/"),
        ("docs/zh/assets/search/engine.js", "E012", "应只有：chapters、cases、principles、forms、about", "expected only: chapters, cases"),
        ("docs/cases/meter.md", "E012", "应只有：zh、en、data", "expected only: zh, en, data"),
        ("docs/ZH/cases/meter.md", "E012", "是不是应叫 zh？", "should it be called zh?"),
        ("docs/zh/Cases/meter.md", "E012", "是不是应叫 cases？", "should it be called cases?"),
        ("docs/zh/browse/index.md", "E012", "这里不放这个文件夹", "no folder of this name belongs here"),
        ("docs/notes.md", "E011", "这里只放课程的 .md 页面", "only the course's .md pages belong here"),
        ("docs/data/terms.yaml", "E011", "这里的表应叫 terms.yml", "expected this table to be called terms.yml"),
        ("docs/data/Terms.yml", "E011", "这里的表应叫 terms.yml", "expected this table to be called terms.yml"),
        ("docs/data/terms - 副本.yml", "E011", "这里只有这些表：terms.yml、", "the tables are terms.yml, "),
        ("docs/data/phrases.xlsx", "E011", "这里的表应叫 phrases.yml", "expected this table to be called phrases.yml"),
        ("docs/data/more/terms.yml", "E012", "应只有：figures", "expected only: figures"),
        ("docs/data/figures/one.png", "E011", "这里只放图（.svg）和图里的词（.yml）", "only drawings (.svg) and their words (.yml) belong here"),
        ("docs/data/figures/old/one.svg", "E012", "应只有：（没有）", "expected only: none"),
        ("docs/zh/en.md", "E109", "en 留给英文站", "the address en/ is that of the English site"),
        ("docs/zh/about/con.md", "E109", "Windows 留给设备的名字", "none that Windows keeps for devices"),
        ("docs/zh/about/lpt1.md", "E109", "Windows 留给设备的名字", "none that Windows keeps for devices"),
        ("docs/zh/about/" + "a" * 78 + ".md", "E109", "不超过 80 个字符", "80 characters at most"),
        ("docs/data/figures/" + "a" * 78 + ".svg", "E109", "不超过 80 个字符", "80 characters at most"),
        ("docs/data/figures/One.svg", "E105", "小写英文、数字和连字符", "lower-case letters, digits and hyphens"),
    ],
)  # fmt: skip
def test_a_file_nobody_knows_is_told_with_what_to_do(tree: Tree, path: str, code: str, zh: str, en: str) -> None:
    found = problems(tree({path: HOME if path.endswith(".md") else "x: 1\n"}))
    place = path if code != "E012" else next(p.path for p in found)
    assert [(problem.path, problem.line, problem.code) for problem in found] == [(place, 1, code)]
    assert path.startswith(place) and zh in found[0].zh and en in found[0].en


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        ".meter.md.swp",
        ".meter.md.swo",
        "._meter.md",
        "#meter.md#",
        ".meter.md.1a2b3c4d.part",
        ".gitkeep",
    ],
)
def test_what_systems_and_editors_leave_is_passed_over(tree: Tree, name: str) -> None:
    root = tree({f"docs/{folder}/{name}": b"\x00\xff" for folder in ("", "zh", "zh/cases", "en/cases", "data", "data/figures")})
    assert problems(root) == []


@NO_LINKS
def test_the_lock_of_an_editor_is_passed_over_though_it_is_a_link(tree: Tree) -> None:
    root = tree()
    (root / "docs/zh/cases/.#meter.md").symlink_to("somebody@somewhere.1234:1")
    assert problems(root) == []


def test_a_wrong_name_in_both_languages_is_told_in_the_chinese_tree(tree: Tree) -> None:
    root = tree({f"docs/{lang}/{path}": words for lang, words in (("zh", HOME), ("en", HOME_EN)) for path in ("about/Z.md", "more/x.md")})
    assert told(root) == [("docs/zh/about/Z.md", 1, "E105"), ("docs/zh/more", 1, "E012")]


def test_a_wrong_name_in_english_alone_is_told(tree: Tree) -> None:
    assert ("docs/en/about/Z.md", 1, "E105") in told(tree({"docs/en/about/Z.md": HOME_EN}))


@pytest.mark.parametrize(
    "move",
    [
        ("docs/zh/cases/meter.md", "docs/zh/cases/meter.MD"),
        ("docs/zh/cases", "docs/zh/Cases"),
        ("docs/zh/cases", "docs/cases"),
        ("docs/zh/principles/check-first.md", "docs/zh/check-first.md.txt"),
    ],
)
def test_nobody_else_is_blamed_for_a_page_under_a_wrong_name(tree: Tree, move: tuple[str, str]) -> None:
    root = tree()
    (root / move[0]).rename(root / move[1])
    english = {str(path.relative_to(root)) for path in (root / "docs/en").rglob("*.md")}
    assert {path for path, _, _ in told(root)} - english == {move[1]}


def test_a_published_page_whose_folder_has_a_wrong_name_is_not_called_lost(tree: Tree) -> None:
    addresses = edited(
        "docs/data/addresses.yml", ("published: []", "published:\n  - {path: cases/meter.md, code: C01}\n  - {path: about/us.md}")
    )
    root = tree(addresses | {"docs/zh/About/us.md": HOME})
    (root / "docs/zh/cases").rename(root / "docs/zh/Cases")
    assert {path for path, _, _ in told(root)} <= {"docs/zh/Cases", "docs/zh/About", "docs/en/cases/meter.md"}


def test_the_english_folder_must_be_there_because_the_build_asks_for_it(tree: Tree) -> None:
    root = tree(
        {
            path: None
            for path in (
                "docs/en/index.md",
                "docs/en/cases/meter.md",
                "docs/en/chapters/service.md",
                "docs/en/principles/check-first.md",
                "docs/en/forms/call-log.md",
            )
        }
    )
    for folder in sorted((root / "docs/en").iterdir()):
        folder.rmdir()
    (root / "docs/en").rmdir()
    assert told(root) == [("docs/en", 1, "E003")]


# ---- names from hell ----


@NO_LINKS
@pytest.mark.parametrize(("name", "shown"), [(b"caf\xe9.md", r"caf\xe9.md"), (b"a\x1b[31m.md", r"a\x1b[31m.md"), (b"a\nb.md", r"a\nb.md")])
@pytest.mark.parametrize("folder", ["docs", "docs/zh", "docs/zh/about", "docs/data", "docs/data/figures"])
def test_a_name_that_is_no_text_is_told_legibly(
    tree: Tree, capsys: pytest.CaptureFixture[str], folder: str, name: bytes, shown: str
) -> None:
    root = tree()
    (root / folder).mkdir(exist_ok=True)
    with open(os.path.join(os.fsencode(root / folder), name), "wb") as file:
        file.write(HOME.encode())
    assert main(["--root", str(root), "check"]) == 1
    said = capsys.readouterr().err
    assert f"{folder}/{shown}:1: [E" in said and "1 problem(s) in 1 file(s)" in said
    said.encode()


# ---- links, pipes, devices ----


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A folder outside the project with a page in it."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "page.md").write_text(SECRET, encoding="utf-8")
    (folder / "terms.yml").write_text("[]\n", encoding="utf-8")
    return folder


@NO_LINKS
@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("docs/zh/about/page.md", "page.md"),
        ("docs/en/about/page.md", "page.md"),
        ("docs/zh/about/page.txt", "page.md"),
        ("docs/zh/more", ""),
        ("docs/more", ""),
        ("docs/zh/about", ""),
        ("docs/zh/about", "nowhere"),
        ("docs/data/figures", ""),
        ("docs/data/terms.yml", "terms.yml"),
        ("docs/data/figures/one.svg", "page.md"),
    ],
)
def test_a_link_is_told_and_nothing_behind_it_is_read(tree: Tree, secret: Path, path: str, to: str) -> None:
    root = tree()
    (root / path).unlink(missing_ok=True)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).symlink_to(secret / to)
    assert told(root) == [(path, 1, "E010")]
    catalogue = load(root)
    assert not any("secret" in side.text for page in catalogue.pages.values() for side in page.sides.values())
    assert (secret / "page.md").read_text(encoding="utf-8") == SECRET


@NO_LINKS
@pytest.mark.parametrize("path", ["docs", "docs/zh", "docs/en", "docs/data"])
def test_the_folders_themselves_are_no_links(tree: Tree, path: str) -> None:
    root = tree()
    (root / path).rename(root / "elsewhere")
    (root / path).symlink_to(root / "elsewhere")
    assert (path, 1, "E010") in told(root)
    assert not [side for page in load(root).pages.values() for side in page.sides.values() if side.path.startswith(f"{path}/")]


@NO_LINKS
def test_a_folder_linked_into_itself_is_told(tree: Tree) -> None:
    root = tree()
    (root / "docs/zh/cases/cases").symlink_to("..")
    assert told(root) == [("docs/zh/cases/cases", 1, "E010")]


@NO_LINKS
@pytest.mark.parametrize("path", ["docs/zh/cases/pipe.md", "docs/data/terms.yml", "docs/data/figures/one.svg", "docs/pipe"])
def test_a_pipe_keeps_nobody_waiting(tree: Tree, path: str) -> None:
    root = tree()
    (root / path).unlink(missing_ok=True)
    (root / path).parent.mkdir(exist_ok=True)
    os.mkfifo(root / path)
    assert told(root) == [(path, 1, "E010")]


@NO_LINKS
def test_a_link_to_an_endless_device_is_told(tree: Tree) -> None:
    root = tree()
    (root / "docs/zh/cases/endless.md").symlink_to("/dev/zero")
    (root / "docs/zh/cases/none.md").symlink_to("/dev/null")
    assert told(root) == [("docs/zh/cases/endless.md", 1, "E010"), ("docs/zh/cases/none.md", 1, "E010")]


@NO_LINKS
def test_fix_does_not_write_through_a_link(tree: Tree, tmp_path: Path) -> None:
    root = tree()
    outside = tmp_path / "outside.md"
    outside.write_text(original(CASE).replace("先查后判。", "先查,后判."), encoding="utf-8")
    (root / CASE).unlink()
    (root / CASE).symlink_to(outside)
    before = outside.read_bytes()
    main(["--root", str(root), "fix"])
    assert outside.read_bytes() == before and (root / CASE).is_symlink()


# ---- whatever the names ----


@given(
    st.lists(st.text(alphabet=string.ascii_letters + string.digits + " ._-~#$é（\n", min_size=1, max_size=12), min_size=1, max_size=3),
    st.booleans(),
)
def test_whatever_the_name_it_is_read_or_told_or_passed_over(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str], chinese: bool
) -> None:
    parts = [part for part in parts if part not in (".", "..")] or ["x"]
    root = tmp_path_factory.mktemp("names")
    path = "/".join(["docs", *(["zh"] if chinese else []), *parts])
    (root / path).parent.mkdir(parents=True)
    (root / path).write_text("x", encoding="utf-8")
    found = the_tree.walk(root)
    known = {problem.path for problem in found.problems if not problem.path.endswith(("docs/zh", "docs/en", "docs/data"))}
    passed = any(the_tree.passed_over(part) for part in parts)
    assert passed or path in found.files or any(the_tree.legible(path).startswith(place) for place in known)
    assert all(name.startswith(("docs/zh/", "docs/en/", "docs/data/")) for name in found.files)
