"""The translator's desk: what changed since, in words a translator can work from."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from course.__main__ import main
from course.content.catalogue import Catalogue
from course.content.reading import load
from course.site import edition
from course.translation import history
from small import line_of

pytestmark = pytest.mark.slow

Tree = Callable[..., Path]
CASE, CASE_EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *arguments], cwd=root, check=True, capture_output=True)


def changed(root: Path, old: str, new: str) -> None:
    file = root / CASE
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def place(root: Path) -> str:
    """Where the English of the first section stands."""
    return f"{CASE_EN}:{line_of(root, CASE_EN, '## Situation')}"


def test_status_shows_what_changed_since_it_was_confirmed(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree()
    main(["--root", str(root), "accept", "--all"])
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "confirmed")
    changed(root, "换表后电费多了一半。", "换表后电费少了一半。")
    git(root, "commit", "-qam", "changed")
    capsys.readouterr()
    assert main(["--root", str(root), "status"]) == 0
    said = capsys.readouterr().out
    assert "C01 表走得快  docs/en/cases/meter.md: 中文已改 / Chinese changed" in said
    assert f"\n  {place(root)}: 情境 / Situation:\n    换表后电费[-多-]{{+少+}}了一半。\n" in said
    assert said.count(":\n") == 1
    assert "[-…-] 是删去的，{+…+} 是新加的" in said


def test_status_does_without_a_history(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree({"docs/en/principles/check-first.md": None})
    main(["--root", str(root), "accept", "--all"])
    changed(root, "换表后电费多了一半。", "换表后电费少了一半。")
    capsys.readouterr()
    assert main(["--root", str(root), "status"]) == 0
    said = capsys.readouterr().out
    assert "docs/en/principles/check-first.md: 缺英文页 / English missing" in said
    assert f"  {place(root)}: 情境 / Situation: 改了，但这份拷贝的历史里找不到原来的中文 / Changed; the history of this copy" in said


def test_status_counts_what_is_complete(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree()
    main(["--root", str(root), "accept", "--all"])
    capsys.readouterr()
    main(["--root", str(root), "status"])
    assert capsys.readouterr().out.strip().endswith("5 / 5 页英文完整 / pages complete")


def test_a_section_that_is_gone_from_the_chinese_is_told(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree()
    main(["--root", str(root), "accept", "--all"])
    for lang in ("zh", "en"):
        file = root / f"docs/{lang}/chapters/service.md"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("{#one-matter}", "{#another}"), encoding="utf-8")
    capsys.readouterr()
    main(["--root", str(root), "status"])
    said = capsys.readouterr().out
    assert "  docs/en/chapters/service.md:1: one-matter: 中文里没有这一处了，英文也该删去 / Gone from the Chinese" in said
    assert ": 新写的，英文还没确认过 / New, or never confirmed in English" in said


@pytest.fixture
def confirmed(tree: Tree) -> Path:
    """A course with a history in which all English was confirmed."""
    root = tree()
    main(["--root", str(root), "accept", "--all"])
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "confirmed")
    return root


def remembered(root: Path) -> Catalogue:
    return history.remembered(root, load(root))


def status_page(root: Path, lang: str) -> str:
    documents = edition.documents(remembered(root), "zh" if lang == "zh" else "en")
    return next(document.text for document in documents if document.path == "about/translation.md")


def test_the_status_page_shows_the_change_of_title_and_section(confirmed: Path) -> None:
    changed(confirmed, "换表后电费多了一半。", "换表后电费少了一半。")
    changed(confirmed, "title: 表走得快", "title: 表走得<真>快")
    git(confirmed, "commit", "-qam", "changed")
    english = status_page(confirmed, "en")
    assert "Of 5 pages, 4 are complete in English" in english
    assert (
        '**Title**</p>\n\n<div class="changes" lang="zh-CN"><p>表走得<ins><span class="visually-hidden" lang="en">(inserted: </span>&lt;真&gt;<span'
        in english
    )
    assert "换表后电费<del>" in english
    assert "Unchanged (11): summary, reasons for principles held, What happened, " in english
    assert "**[情境](../cases/meter.md#situation)**" in status_page(confirmed, "zh")


def test_a_long_change_is_folded(confirmed: Path) -> None:
    changed(confirmed, "换表后电费多了一半。", "换表后电费多了一半。" + "他说了很多话。" * 60)
    assert "<details><summary>看中文改了什么（1 处）</summary><div" in status_page(confirmed, "zh")


def test_when_all_is_complete_the_page_says_so_with_the_count(confirmed: Path) -> None:
    page = status_page(confirmed, "en")
    assert "All is well: the English of every page (5) is complete and as new as the Chinese." in page
    assert "##" not in page
    assert "<summary>Complete · 5</summary>" in page
    assert "docs/<wbr>en/<wbr>cases/<wbr>meter.md" in page
    assert "5 页的英文全都完整，和现在的中文一致。" in status_page(confirmed, "zh")


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", "这份拷贝的历史里找不到原来的中文"), ("en", "the history of this copy does not have the earlier Chinese")]
)
def test_a_shallow_copy_and_a_download_say_that_the_history_is_missing(confirmed: Path, tmp_path: Path, lang: str, words: str) -> None:
    changed(confirmed, "换表后电费多了一半。", "换表后电费少了一半。")
    git(confirmed, "commit", "-qam", "changed")
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth=1", confirmed.as_uri(), str(shallow))
    assert words in status_page(shallow, lang)
    assert "换表后电费<del>" in status_page(confirmed, lang)
    shutil.rmtree(confirmed / ".git")
    assert words in status_page(confirmed, lang)


def test_it_is_known_from_before_the_page_was_renamed(confirmed: Path) -> None:
    for lang in ("zh", "en"):
        git(confirmed, "mv", f"docs/{lang}/cases/meter.md", f"docs/{lang}/cases/fast-meter.md")
    git(confirmed, "commit", "-qm", "renamed")
    file = confirmed / "docs/zh/cases/fast-meter.md"
    file.write_text(file.read_text(encoding="utf-8").replace("换表后电费多了一半。", "换表后电费少了一半。"), encoding="utf-8")
    assert remembered(confirmed).confirmed == {("cases/fast-meter.md", "situation"): "换表后电费多了一半。"}


def test_git_is_asked_only_when_something_is_behind(confirmed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("git was run")

    monkeypatch.setattr(subprocess, "run", refuse)
    assert remembered(confirmed).confirmed == {}
    changed(confirmed, "换表后电费多了一半。", "换表后电费少了一半。")
    with pytest.raises(AssertionError, match="git was run"):
        remembered(confirmed)


def test_without_git_nothing_is_known(confirmed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed(confirmed, "换表后电费多了一半。", "换表后电费少了一半。")
    monkeypatch.setenv("PATH", "")
    assert remembered(confirmed).confirmed == {}
