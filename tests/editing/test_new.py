"""A new page: next code, both languages, and nothing wrong with it but that it is still to be written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from course.__main__ import main
from course.content.reading import load
from small import problems

Tree = Callable[..., Path]

WISHES = {
    "case": ["--slug", "late-reading", "--title", "抄表晚了三天", "--title-en", "Three days late", "--chapter", "1.1"],
    "principle": ["--slug", "say-less", "--title", "少说一句", "--title-en", "Say less", "--family", "complaint"],
    "chapter": ["--slug", "what-next", "--title", "下一步", "--title-en", "What next", "--chapter", "1"],
    "form": ["--slug", "visit-note", "--title", "到访单", "--title-en", "Visit note"],
}


@pytest.mark.parametrize("kind", WISHES)
def test_the_only_thing_wrong_is_what_is_still_to_be_written(tree: Tree, kind: str) -> None:
    root = tree()
    assert main(["--root", str(root), "new", kind, *WISHES[kind]]) == 0
    found = problems(root)
    assert {problem.code for problem in found} == {"E309"}
    assert {problem.path.split("/")[1] for problem in found} == {"zh", "en"}


@pytest.mark.parametrize(("kind", "code"), [("case", "C02"), ("principle", "P02"), ("chapter", "1.2"), ("form", "F02")])
def test_it_takes_the_next_code(tree: Tree, kind: str, code: str) -> None:
    root = tree()
    main(["--root", str(root), "new", kind, *WISHES[kind]])
    assert code in load(root).coded


def test_a_case_is_put_on_its_chapters_list(tree: Tree) -> None:
    root = tree()
    main(["--root", str(root), "new", "case", *WISHES["case"]])
    assert load(root).chapters["1.1"].front.cases == ("C01", "C02")


def test_it_asks_for_what_was_not_given(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree()
    answers = iter(["visit-note", "到访单", " Visit note "])
    monkeypatch.setattr("builtins.input", lambda question: next(answers))
    assert main(["--root", str(root), "new", "form"]) == 0
    assert load(root).coded["F02"].title("en") == "Visit note"


def test_a_wrong_answer_is_told_and_asked_for_again(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tree()
    answers = iter(["到访单", "Visit Note", "meter", "three-days-late", "", "抄表晚了三天", "Three days late", "1。1", "1.1"])
    monkeypatch.setattr("builtins.input", lambda question: next(answers))
    assert main(["--root", str(root), "new", "case"]) == 0
    said = capsys.readouterr()
    assert [line.split(" / ")[0] for line in said.err.splitlines()] == [
        "文件名“到访单”应是小写英文、数字和连字符",
        "文件名“Visit Note”应是小写英文、数字和连字符",
        "已经有 cases/meter.md，换一个名字",
        "标题不能空着",
        f"没有第“1。1”章，能用的是：1.1（{load(root).chapters['1.1'].title('zh')}）",
    ]
    assert said.out.splitlines()[:4] == [
        "写好了 / written: docs/zh/cases/three-days-late.md",
        "写好了 / written: docs/en/cases/three-days-late.md",
        f"加进了列表 / listed in: {load(root).chapters['1.1'].sides['zh'].path}",
        "编号是 C02。把带 ✎ 的都换成自己的话，先写中文页；make check 会列出还剩哪些。",
    ]
    assert "英文一时不写，就先删去 docs/en/cases/three-days-late.md 再交。" in said.out


@pytest.mark.parametrize("stop", [EOFError, KeyboardInterrupt])
def test_who_stops_answering_finds_nothing_written(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stop: type[BaseException]
) -> None:
    def ask(question: str) -> str:
        raise stop

    root = tree()
    before = sorted((root / "docs").rglob("*"))
    monkeypatch.setattr("builtins.input", ask)
    assert main(["--root", str(root), "new", "case"]) == 1
    assert "没有写：话没有问完 / nothing written" in capsys.readouterr().err
    assert sorted((root / "docs").rglob("*")) == before


@pytest.mark.parametrize("kind", [[], ["story"]])
def test_the_kinds_are_named_to_who_names_none(tree: Tree, capsys: pytest.CaptureFixture[str], kind: list[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--root", str(tree()), "new", *kind])
    assert "要写哪一种：case（案例）、principle（原则）、chapter（章）、form（表单）" in capsys.readouterr().err


def test_facts_filled_in_beforehand_are_to_be_looked_at(tree: Tree) -> None:
    root = tree()
    main(["--root", str(root), "new", "case", *WISHES["case"]])
    found = [problem for problem in problems(root) if "渠道" in problem.zh]
    assert [(problem.path, problem.code) for problem in found] == [("docs/zh/cases/late-reading.md", "E309")]


def test_chinese_written_first_is_not_compared_with_english_hints(tree: Tree) -> None:
    root = tree()
    main(["--root", str(root), "new", "case", *WISHES["case"]])
    file = root / "docs/zh/cases/late-reading.md"
    text = file.read_text(encoding="utf-8")
    text = text.replace("✎ 一句话，让人知道是不是自己这件事", "晚了 3 天，多收 26 元").replace(
        "P01: ✎ 换到别的案例就说不通的理由", "P02: 一对日子，26 元就有了来处"
    )
    text = text.replace("P01）", "P02）").replace("✎ 一个人要办一件事；时间、钱数、手里的东西", "7 月 6 日，她拿着 112 元的账单来。[[C01]]")
    file.write_text(text, encoding="utf-8")
    assert {problem.code for problem in problems(root) if "P02" not in problem.zh} == {"E309"}


@pytest.mark.parametrize(
    ("kind", "name", "value", "said"),
    [
        ("case", "--slug", "Late Reading", "lower-case letters, digits and hyphens"),
        ("case", "--slug", "meter", "cases/meter.md exists already"),
        ("case", "--chapter", "9.9", "no chapter 9.9"),
        ("chapter", "--chapter", "9", "no part 9"),
        ("principle", "--family", "moods", "no such family: moods"),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_written(
    tree: Tree, capsys: pytest.CaptureFixture[str], kind: str, name: str, value: str, said: str
) -> None:
    root = tree()
    before = sorted((root / "docs").rglob("*"))
    assert main(["--root", str(root), "new", kind, *WISHES[kind], name, value]) == 1
    assert said in capsys.readouterr().err
    assert sorted((root / "docs").rglob("*")) == before


def test_a_second_page_may_be_begun_before_the_first_is_finished(tree: Tree) -> None:
    root = tree()
    for kind in WISHES:
        assert main(["--root", str(root), "new", kind, *WISHES[kind]]) == 0
    assert main(["--root", str(root), "status"]) == 0
    assert main(["--root", str(root), "check"]) == 1


def test_a_code_once_published_is_not_given_again(tree: Tree) -> None:
    table = 'moved:\n  - {from: cases/gone.md, to: cases/meter.md}\npublished:\n  - {path: cases/gone.md, code: "C07"}\n'
    root = tree({"docs/data/addresses.yml": table})
    main(["--root", str(root), "new", "case", *WISHES["case"]])
    assert "C08" in load(root).coded
