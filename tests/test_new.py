"""A new page: next code, both languages, and nothing wrong with it but that it is still to be written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from course.__main__ import main
from course.reading import load
from course.rules import check

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
    problems = check(load(root))
    assert {problem.code for problem in problems} == {"E309"}
    assert {problem.path.split("/")[1] for problem in problems} == {"zh", "en"}


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
