"""Which page cites which reference, in either language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from course.__main__ import main
from course.content import citations
from course.content.catalogue import Catalogue
from course.content.reading import load
from course.files import clock
from course.language.lang import LANGS
from course.site.pages import references
from small import edited, epoch, line_of, minimal, original, page

ROWS, TERMS = "docs/data/references.yml", "docs/data/terms.yml"


def test_a_page_cites_what_stands_in_either_language() -> None:
    assert citations.of(page("见[R13]和[R13]、[M05]", "see [U01]")) == {"R13", "M05", "U01"}


def test_a_reason_cites_too(tree: Callable[..., Path]) -> None:
    case = load(tree(edited("docs/en/cases/meter.md", ("talking of fast", "talking [R77] of fast")))).cases["C01"]
    assert citations.of(case) == {"R01", "R77"}


def test_links_and_other_codes_are_no_citations() -> None:
    assert citations.of(page("[R13](a.md) [[C09]] R14 [X01] [R1]")) == frozenset()


def test_a_reference_knows_the_pages_that_cite_it() -> None:
    assert {id: [page.code for page in pages] for id, pages in citations.pages_citing(minimal()).items()} == {"R01": ["C01"]}


def test_nothing_is_cited_in_an_empty_course() -> None:
    assert citations.pages_citing(Catalogue()) == {}


def row(id: str, text: str = "一句话。") -> str:
    """Another reference."""
    return original(ROWS).replace("R01", id).replace("当天给第一次答复。", text)


def test_what_nothing_cites_yet_is_listed_and_no_mistake(tree: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    rows = [original(ROWS), row("R02"), row("R03", '"见 R05。"'), row("R04"), row("R05"), row("R06")]
    root = tree({ROWS: "# 用 [R04] 引用。\n" + "".join(rows), **edited(TERMS, ("[R01]", "[R01, R06]"))})
    catalogue = load(root)
    assert [found.id for found in citations.uncited(catalogue)] == ["R02", "R03", "R04", "R05"]
    assert main(["--root", str(root), "check"]) == 0, capsys.readouterr().err
    assert main(["--root", str(root), "status"]) == 0
    assert "4 条依据还没有哪一页引用 / references not cited yet: R02 R03 R04 R05" in capsys.readouterr().out
    for lang, said in zip(LANGS, ("还没有哪一页引用", "Not cited on any page yet"), strict=True):
        [made] = references.pages(catalogue, lang)
        assert made.body.count(said) == 4


def test_what_falls_due_is_told_with_the_pages_that_lean_on_it(tree: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    cited = original(ROWS).replace('due: "2027-05-31"', 'due: "2020-01-31"').replace('checked: "2026-11-29"', 'checked: "2019-11-29"')
    later = row("R02").replace('due: "2027-05-31"', 'due: "9998-05-31"').replace('checked: "2026-11-29"', 'checked: "9997-11-29"')
    root = tree({ROWS: cited + later + row("R03")})
    catalogue = load(root)
    assert [found.id for found in citations.due(catalogue, "2027-05-31")] == ["R01", "R03"]
    assert [found.id for found in citations.due(catalogue, "2027-05-30")] == ["R01"]
    assert main(["--root", str(root), "status"]) == 0
    told = capsys.readouterr().out
    case, terms = "docs/zh/cases/meter.md", "docs/data/terms.yml"
    places = f"    {case}:{line_of(root, case, '[R01]')} {terms}:{line_of(root, terms, '[R01]')} … 共 3 处 / 3 in all"
    assert f"\nR01 2020-01-31 到期了，该再看一次 / fell due, look again: 答复时限 / Time to reply · C01\n{places}\n" in told
    assert "R02" not in told.replace("R02 R03", "") and "R03 2027" not in told


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2027-03-01", ""),
        ("2027-03-02", "R01 2027-05-31 以前要再查一遍 / to be read again by then: 答复时限 / Time to reply · C01"),
        ("2027-05-30", "R01 2027-05-31 以前要再查一遍 / to be read again by then: 答复时限 / Time to reply · C01"),
        ("2027-05-31", "R01 2027-05-31 到期了，该再看一次 / fell due, look again: 答复时限 / Time to reply · C01"),
    ],
)
def test_it_is_told_from_three_months_before(
    tree: Callable[..., Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, day: str, said: str
) -> None:
    monkeypatch.setenv(clock.VARIABLE, epoch(day))
    main(["--root", str(tree()), "status"])
    assert [line for line in capsys.readouterr().out.splitlines() if line.startswith("R01")] == ([said] if said else [])


def test_every_place_that_cites_is_known_once(tree: Callable[..., Path]) -> None:
    reason = edited("docs/en/cases/meter.md", ("talking of fast", "talking [R01] of fast"))
    root = tree(reason | {ROWS: original(ROWS) + row("R02", '"见[R01]。"')})
    wanted = [("docs/zh/cases/meter.md", "答复[R01]"), ("docs/en/cases/meter.md", "talking [R01]"), ("docs/en/cases/meter.md", "day [R01]")]
    wanted += [("docs/data/terms.yml", "[R01]"), (ROWS, "见[R01]")]
    assert citations.places(load(root)) == {"R01": [f"{path}:{line_of(root, path, words)}" for path, words in wanted]}
    assert citations.places(Catalogue()) == {}


def test_where_all_is_cited_nothing_is_said(tree: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert citations.uncited(minimal()) == citations.uncited(Catalogue()) == []
    main(["--root", str(tree()), "status"])
    assert "依据" not in capsys.readouterr().out
