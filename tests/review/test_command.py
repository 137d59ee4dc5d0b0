"""``python -m course review``: what is told of a change, good or bad, and where."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from course.__main__ import main
from reviewing import ADDRESSES, CASE, CASE_EN, PLANS, PUBLISHED, REFERENCES, change, git, report, repository
from small import Tree, line_of

Captured = pytest.CaptureFixture[str]


def test_where_nothing_changed_it_says_so_in_one_line(tree: Tree, capsys: Captured) -> None:
    found = report(repository(tree), capsys)
    assert (found.status, found.said, found.error) == (0, "✓ 课程没有变 / Nothing of the course has changed\n", "")
    assert found.review.sound and not found.review.pages and found.review.in_all == 5
    assert found.markdown.startswith("<!-- course-review -->\n### ✓ 课程没有变 / Nothing of the course has changed\n")
    assert "####" not in found.markdown


def test_a_good_change_of_both_languages(tree: Tree, capsys: Captured) -> None:
    root = repository(tree)
    change(root, CASE, ("先接住，再查读数。", "先接住情绪，再查读数。"))
    change(root, CASE_EN, ("Meet the person, then", "Meet the feeling first, then"))
    main(["--root", str(root), "accept", "C01"])
    found = report(root, capsys, "--before", "https://example.org/a", "--after", "https://example.org/b/")
    assert (found.status, found.said) == (0, "✓ 没有问题：改了 1 页 / Nothing is wrong: 1 page changed\n")
    (page,) = found.review.pages
    assert (page.code, page.what, page.confirmed, page.before, page.after) == ("C01", "changed", True, ("zh", "en"), ("zh", "en"))
    assert [(passage.name.zh, passage.name.en, passage.lang) for passage in page.passages] == [
        ("更好的做法", "A better way", "zh"),
        ("更好的做法", "A better way", "en"),
    ]
    assert "".join(piece.text for piece in page.passages[0].lines[0] if piece.kind == "new") == "情绪"
    assert not found.review.behind and not found.review.figures and not found.review.plans and not found.review.due
    assert "更好的做法：先接住<ins>情绪</ins>，再查读数。" in found.markdown
    assert "(<https://example.org/a/en/cases/meter/>)" in found.markdown
    assert 'href="https://example.org/b/cases/meter/"' in found.html
    assert "等一位同事看过" in found.markdown


def test_no_links_where_no_site_is_given(tree: Tree, capsys: Captured) -> None:
    root = repository(tree)
    change(root, CASE, ("先接住，", "先听完，"))
    found = report(root, capsys)
    assert "](" not in found.markdown and "href" not in found.html


def test_ten_mistakes_are_told_each_at_its_place(tree: Tree, capsys: Captured) -> None:
    root = repository(tree, {ADDRESSES: PUBLISHED})
    change(
        root,
        CASE,
        ("level: standard", "level: Hard"),
        ("当天给第一次答复[R01]。", "当天给第一次答复[R99]。"),
        ("三天后，读数对上了。", "三天后,读数对上了。"),
        ("先让大家读。", "先让大家<b>读</b>。"),
    )
    change(root, CASE_EN, ("1. What do you say first?", "What do you say first?"))
    change(root, "docs/zh/principles/check-first.md", ("title:", "titel:"))
    change(root, "docs/en/chapters/service.md", ("title: ", "title: colour TODO "))
    change(root, PLANS, ("target: 30", "target: 20"))
    (root / "docs/zh/forms/call-log.md").unlink()
    (root / "docs/en/forms/call-log.md").unlink()
    (root / "docs/zh/notes.docx").write_bytes(b"x")
    found = report(root, capsys)
    assert found.status == 1
    problems = found.review.problems
    assert all(problem.new for problem in problems) and len(problems) >= 10
    assert {"E201", "E205", "E310", "E318", "E301", "E102", "E309", "E210", "E308", "E011"} <= {problem.code for problem in problems}
    assert problems[0].told == "hostile" and problems[0].line == line_of(root, CASE, "<b>")
    assert found.said.startswith(f"⚠ 有 {len(problems)} 处要改")
    assert [page.what for page in found.review.pages if page.path == "principles/check-first.md"] == ["unread"]
    assert [page.what for page in found.review.pages if page.path == "forms/call-log.md"] == ["gone"]
    headings = [line for line in found.markdown.splitlines() if line.startswith("####")]
    assert "先看这里" in headings[0] and "要改的" in headings[1] and "丢了的网址" in headings[2]
    assert all(problem.message.zh and problem.message.en for problem in problems)
    assert any(problem.mend and "make fix" in problem.mend.zh for problem in problems if problem.code == "E310")


def test_what_was_wrong_before_is_told_apart_and_last(tree: Tree, capsys: Captured) -> None:
    root = repository(tree)
    change(root, CASE, ("三天后，读数对上了。", "三天后,读数对上了。"))
    git(root, "commit", "-qam", "a slip")
    found = report(root, capsys)
    assert (found.status, [problem.new for problem in found.review.problems]) == (1, [False])
    assert "这次没带来问题" in found.said
    change(root, CASE, ("## 情境\n", "## 情境\n\n他又来了。\n\n他又说了一遍.\n"))
    found = report(root, capsys)
    assert [(problem.new, problem.code) for problem in found.review.problems] == [(True, "E310"), (False, "E310")]
    assert found.markdown.index("要改的") < found.markdown.index("改了哪些页") < found.markdown.index("原来就有的问题")


def test_a_page_that_is_new_and_one_that_is_gone(tree: Tree, capsys: Captured) -> None:
    root = repository(tree, {ADDRESSES: PUBLISHED})
    form = (root / "docs/zh/forms/call-log.md").read_text(encoding="utf-8")
    (root / "docs/zh/forms/call-sheet.md").write_text(form.replace("F01", "F02"), encoding="utf-8")
    (root / "docs/zh/forms/call-log.md").unlink()
    (root / "docs/en/forms/call-log.md").unlink()
    found = report(root, capsys)
    assert {(page.path, page.what) for page in found.review.pages} == {("forms/call-sheet.md", "new"), ("forms/call-log.md", "gone")}
    assert [(problem.code, problem.path) for problem in found.review.problems if problem.told == "address"] == [("E308", ADDRESSES)]
    assert "丢了的网址" in found.markdown and "删了 / gone" in found.markdown


def test_a_page_that_is_gone_with_its_row_of_the_table_is_told_all_the_same(tree: Tree, capsys: Captured) -> None:
    root = repository(tree, {ADDRESSES: PUBLISHED})
    for lang in ("zh", "en"):
        (root / f"docs/{lang}/forms/call-log.md").unlink()
    change(root, ADDRESSES, ("- {path: forms/call-log.md, code: F01}\n", ""))
    found = report(root, capsys)
    (lost,) = (problem for problem in found.review.problems if problem.told == "address")
    assert found.status == 1 and "forms/call-log.md" in lost.message.zh and "forms/call-log.md" in lost.message.en


def test_a_page_renamed_is_one_page(tree: Tree, capsys: Captured) -> None:
    root = repository(tree, {ADDRESSES: PUBLISHED})
    for lang in ("zh", "en"):
        (root / f"docs/{lang}/cases/meter.md").rename(root / f"docs/{lang}/cases/fast-meter.md")
    change(root, "docs/zh/cases/fast-meter.md", ("先接住，", "先听完，"))
    found = report(root, capsys, "--before", "https://a.org/", "--after", "https://b.org/")
    (page,) = found.review.pages
    assert (page.what, page.was, page.path) == ("moved", "cases/meter.md", "cases/fast-meter.md")
    assert [passage.name.zh for passage in page.passages] == ["更好的做法"]
    assert "https://a.org/cases/meter/" in found.markdown and "https://b.org/cases/fast-meter/" in found.markdown
    assert any(problem.told == "address" for problem in found.review.problems)
    change(root, ADDRESSES, ("moved: []", "moved:\n- {from: cases/meter.md, to: cases/fast-meter.md}"))
    assert not report(root, capsys).review.problems


def test_a_plain_page_renamed_is_known_by_its_words(tree: Tree, capsys: Captured) -> None:
    page = "---\ntitle: 怎么用\nsummary: 一句话。\n---\n\n怎么用这门课。\n"
    root = repository(tree, {"docs/zh/about/use.md": page})
    (root / "docs/zh/about/use.md").rename(root / "docs/zh/about/using.md")
    assert [(page.what, page.was) for page in report(root, capsys).review.pages] == [("moved", "about/use.md")]


def test_english_that_is_behind_by_this_change_and_no_other(tree: Tree, capsys: Captured) -> None:
    root = repository(tree)
    change(root, CASE, ("先让大家读。", "先让大家读一遍。"))
    git(root, "commit", "-qam", "the Chinese alone")
    change(root, CASE, ("先接住，", "先听完，"), ("title: 表走得快", "title: 新表走得快"))
    change(root, CASE_EN, ("title: The meter", "title: The new meter"))
    found = report(root, capsys)
    assert [(one.passage.name.zh, one.touched) for one in found.review.behind] == [("标题", True), ("更好的做法", False)]
    assert "<code>make accept PAGE&#61;C01</code>" in found.markdown
    assert "更好的做法：先<del>接住</del><ins>听完</ins>，再查读数。" in found.markdown
    assert found.status == 0


@pytest.mark.parametrize(
    ("path", "edit", "lang", "come"),
    [
        (CASE, ("换表后电费多了一半。", "换表后电费多了 40 元。"), "zh", ("40 元",)),
        (CASE_EN, ("The bill grew by half", "The bill grew by 40 yuan"), "en", ("40 yuan",)),
    ],
)
def test_a_figure_in_one_language_only(tree: Tree, capsys: Captured, path: str, edit: tuple[str, str], lang: str, come: tuple[str]) -> None:
    root = repository(tree)
    change(root, path, edit)
    (figure,) = report(root, capsys).review.figures
    assert (figure.lang, figure.come, figure.still, figure.passage.zh) == (lang, come, (), "情境")


def test_a_figure_one_language_changed_and_the_other_kept(tree: Tree, capsys: Captured) -> None:
    root = repository(tree, {})
    change(root, CASE, ("换表后电费多了一半。", "换表后电费多了 40 元。"))
    change(root, CASE_EN, ("The bill grew by half", "The bill grew by 40 yuan"))
    git(root, "commit", "-qam", "both")
    change(root, CASE, ("40 元", "60 元"))
    found = report(root, capsys)
    (figure,) = found.review.figures
    assert (figure.gone, figure.come, figure.still) == (("40 元",), ("60 元",), ("40 yuan",))
    assert "中文把 40 元 改成了 60 元，英文还写着 40 yuan" in found.markdown
    change(root, CASE_EN, ("40 yuan", "60 yuan"))
    assert not report(root, capsys).review.figures


def test_a_plan_that_is_over_by_this_change(tree: Tree, capsys: Captured) -> None:
    root = repository(tree)
    change(root, CASE, ("read: 5,", "read: 7,"))
    (plan,) = report(root, capsys).review.plans
    assert (plan.id, plan.before, plan.after, plan.target, plan.allowed) == ("short-class", 30, 32, 30, True)
    change(root, CASE, ("read: 7,", "read: 9,"))
    found = report(root, capsys)
    assert [(plan.after, plan.allowed) for plan in found.review.plans] == [(34, False)]
    git(root, "commit", "-qam", "long")
    assert not report(root, capsys).review.plans


def test_a_reference_that_has_fallen_due_under_a_changed_page(tree: Tree, capsys: Captured) -> None:
    root = repository(tree)
    change(root, REFERENCES, ('due: "2027-05-31"', 'due: "2026-11-30"'))
    git(root, "commit", "-qam", "due")
    assert not report(root, capsys).review.due
    change(root, CASE, ("先接住，", "先听完，"))
    found = report(root, capsys)
    (row,) = found.review.due
    assert (row.id, row.due, [page.code for page in row.pages]) == ("R01", "2026-11-30", ["C01"])
    assert "该再查一遍的依据" in found.markdown and found.status == 0
    main(["--root", str(root), "review", "--base", "HEAD", "--today", "2026-11-29"])
    assert "该再查一遍" not in (root / "review/report.md").read_text(encoding="utf-8")


def test_quizzes_that_give_themselves_away_have_their_own_heading(tree: Tree, capsys: Captured) -> None:
    root = repository(tree)
    change(
        root, CASE, ("（✓ P01）：我先查一下读数。 → 3", "（✓ P01）：我先查一下这几个月的读数，查完马上给您回电话，您看行不行，好吗。 → 3")
    )
    found = report(root, capsys)
    assert "quiz" in {problem.told for problem in found.review.problems} and "一猜就中的题" in found.markdown


def test_tables_and_what_is_no_content(tree: Tree, capsys: Captured) -> None:
    root = repository(tree, {"hooks/a.py": "1\n"})
    change(root, PLANS, ("zh: 短课", "zh: 短短的课"))
    (root / "hooks/a.py").write_text("2\n", encoding="utf-8")
    (root / "甲 乙.txt").write_text("", encoding="utf-8")
    found = report(root, capsys)
    assert [(file.path, file.what) for file in found.review.files] == [(PLANS, "changed")]
    assert found.review.others == ("hooks/a.py", "甲 乙.txt")
    assert found.said == (
        "⚠ 写法没有错，合并前要看清楚：程序或设置文件 2 个 / Well written, but to be looked at before it is merged: 2 programs or settings\n"
    )
    assert found.markdown.index("会写程序的同事") < found.markdown.index("改了哪些表和图")


def test_addresses_of_other_sites_that_are_new_are_told_whole(tree: Tree, capsys: Captured) -> None:
    root = repository(tree, {"docs/zh/about/us.md": "---\ntitle: 我们\nsummary: 一句话。\n---\n\n[旧的](https://old.example/a)。\n"})
    change(root, CASE, ("先接住，再查读数。", "先接住，再查[读数](https://login.example.net/x?y=1)，或者[旧的](https://old.example/a)。"))
    found = report(root, capsys)
    (new,) = found.review.addresses
    assert (new.path, new.line, new.address) == (CASE, line_of(root, CASE, "login.example.net"), "https://login.example.net/x?y=1")
    assert "1 new address of another site" in found.said
    assert "login.example.net" in found.html and "](" not in found.markdown


def test_prints_made_of_a_changed_page_take_a_few_lines(tree: Tree, capsys: Captured) -> None:
    root = repository(tree)
    change(root, CASE, ("先接住，", "先听完，"))
    found = report(root, capsys)
    assert {(one.subject, one.lang) for one in found.review.prints} == {("C01", "zh"), ("short-class", "zh"), ("book", "zh")}
    assert not found.review.counted
    part = found.markdown.split("打印稿要换的")[1]
    assert "中文：学员讲义、参考答案、讲师单、卡片" in part and "中文：全书、课程安排 short&#45;class（5 份）" in part
    assert part.count("\n    - ") == 2


@pytest.mark.thorough
def test_prints_that_were_set_are_told_with_their_pages(tree: Tree, capsys: Captured) -> None:
    root = repository(tree)
    change(root, CASE, ("先让大家读。", "先让大家读。" + "\n\n再问一遍，听他们怎么说，记下来。" * 120))
    found = report(root, capsys, "--prints")
    assert found.review.counted
    sheet = next(one for one in found.review.prints if (one.subject, one.kind, one.lang) == ("C01", "sheet", "zh"))
    assert sheet.before and sheet.after and sheet.after > sheet.before
    assert {one.kind for one in found.review.prints if one.subject == "C01"} == {"sheet"}


def test_prints_are_not_set_while_there_are_problems(tree: Tree, capsys: Captured) -> None:
    root = repository(tree)
    change(root, CASE, ("三天后，", "三天后,"))
    found = report(root, capsys, "--prints")
    assert not found.review.counted and "打印稿先不排" in found.error


def test_what_others_did_meanwhile_is_no_change_of_ours(tree: Tree, capsys: Captured) -> None:
    root = repository(tree)
    git(root, "switch", "-qc", "mine")
    change(root, CASE, ("先接住，", "先听完，"))
    git(root, "commit", "-qam", "mine")
    git(root, "switch", "-q", "main")
    change(root, "docs/zh/forms/call-log.md", ("title: ", "title: 新"))
    git(root, "commit", "-qam", "theirs")
    git(root, "switch", "-q", "mine")
    assert [page.code for page in report(root, capsys, base="main").review.pages] == ["C01"]


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD^{tree}", "HEAD; rm -rf .", "-h", "", "HEAD:docs"])
def test_a_revision_there_is_not_is_told_in_both_languages(tree: Tree, capsys: Captured, revision: str) -> None:
    root = repository(tree)
    capsys.readouterr()
    before = sorted(file.name for file in root.iterdir())
    assert main(["--root", str(root), "review", f"--base={revision}"]) == 1
    said = capsys.readouterr()
    assert said.out == "" and "git 里没有" in said.err and "git knows no" in said.err
    assert sorted(file.name for file in root.iterdir()) == before


def test_a_branch_that_looks_like_an_option_is_a_branch(tree: Tree, capsys: Captured) -> None:
    root = repository(tree)
    git(root, "update-ref", "refs/heads/--output=x", "HEAD")
    change(root, CASE, ("先接住，", "先听完，"))
    assert [page.code for page in report(root, capsys, base="heads/--output=x").review.pages] == ["C01"]
    capsys.readouterr()
    assert main(["--root", str(root), "review", "--base=--output=x"]) in (0, 1)
    assert not (root / "x").exists()


def test_a_shallow_copy_says_what_to_do(tree: Tree, capsys: Captured, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = repository(tree)
    first = git(root, "rev-parse", "HEAD").strip()
    git(root, "commit", "-q", "--allow-empty", "-m", "second")
    copy = tmp_path_factory.mktemp("shallow") / "copy"
    git(root, "clone", "-q", "--depth=1", root.as_uri(), str(copy))
    capsys.readouterr()
    assert main(["--root", str(copy), "review", "--base", first]) == 1
    assert "git fetch --unshallow" in capsys.readouterr().err


def test_a_folder_that_is_no_repository_says_so(tree: Tree, capsys: Captured) -> None:
    assert main(["--root", str(tree()), "review", "--base", "HEAD"]) == 1
    assert "不在 git 里" in capsys.readouterr().err


def test_without_git_it_says_so(tree: Tree, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object, **__: object) -> None:
        raise FileNotFoundError

    root = repository(tree)
    monkeypatch.setattr(subprocess, "run", none)
    assert main(["--root", str(root), "review", "--base", "HEAD"]) == 1
    assert "没有 git" in capsys.readouterr().err


def test_a_course_that_is_all_new_is_compared_with_nothing(tree: Tree, capsys: Captured) -> None:
    root = tree({".gitignore": ".cache\n/review/\n"})
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".gitignore")
    git(root, "commit", "-qm", "empty")
    found = report(root, capsys)
    assert {page.what for page in found.review.pages} == {"new"} and len(found.review.pages) == 5


@pytest.mark.parametrize(
    "site", ["javascript:alert(1)", "//a.org", "https://a.org/)x(", "https://a.org/?q", "ftp://a.org", "https://", "a.org"]
)
def test_an_address_that_is_none_is_refused(tree: Tree, capsys: Captured, site: str) -> None:
    root = repository(tree)
    assert main(["--root", str(root), "review", "--base", "HEAD", "--before", site]) == 1
    assert "完整网址" in capsys.readouterr().err
    assert not (root / "review").exists()


def test_twice_is_the_same(tree: Tree, capsys: Captured) -> None:
    root = repository(tree)
    change(root, CASE, ("先接住，", "先听完，"))
    one, two = (report(root, capsys, "--out", "review") for _ in range(2))
    assert one == two


def test_reports_go_where_they_are_wanted_and_are_no_change_themselves(tree: Tree, capsys: Captured, tmp_path: Path) -> None:
    root = repository(tree)
    for out in ("out/deep", ".", str(tmp_path / "elsewhere/reports")):
        for _ in range(2):
            assert main(["--root", str(root), "review", "--base", "HEAD", "--out", out]) == 0
            assert capsys.readouterr().out.endswith("课程没有变 / Nothing of the course has changed\n")
        assert sorted(file.name for file in (root / out).glob("report.*")) == ["report.html", "report.json", "report.md"]
        git(root, "clean", "-fdq")


def test_no_report_is_written_over_a_link(tree: Tree, capsys: Captured, tmp_path: Path) -> None:
    root = repository(tree)
    (tmp_path / "away").mkdir()
    (root / "review").symlink_to(tmp_path / "away")
    assert main(["--root", str(root), "review", "--base", "HEAD"]) == 1
    assert "有链接" in capsys.readouterr().err and not [*(tmp_path / "away").iterdir()]


def test_a_project_below_the_top_of_its_repository(tree: Tree, capsys: Captured) -> None:
    root = tree({".gitignore": ".cache\n/review/\n"})
    git(root.parent, "init", "-q", "-b", "main")
    git(root.parent, "add", "course")
    git(root.parent, "commit", "-qm", "base")
    assert report(root, capsys).said.startswith("✓ 课程没有变")
    change(root, CASE, ("先接住，", "先听完，"))
    (root / "notes.txt").write_text("", encoding="utf-8")
    found = report(root, capsys)
    assert [page.code for page in found.review.pages] == ["C01"] and found.review.others == ("notes.txt",)


def test_a_company_and_the_day_are_the_same_before_and_after(tree: Tree, capsys: Captured) -> None:
    root = repository(tree, {"company.yml": "words:\n  no-such: x\n", "logo.svg": "<svg/>"})
    found = report(root, capsys, "--today", "2030-01-01")
    assert found.review.problems and not any(problem.new for problem in found.review.problems)
    assert not found.review.prints


def test_a_shallow_copy_that_does_not_know_where_the_work_parted_says_so(tree: Tree, tmp_path: Path, capsys: Captured) -> None:
    root = repository(tree)
    git(root, "switch", "-qc", "topic")
    change(root, CASE, ("先接住，", "先听完，"))
    git(root, "commit", "-qam", "topic")
    git(root, "switch", "-q", "main")
    git(root, "commit", "-q", "--allow-empty", "-m", "main")
    git(root, "switch", "-q", "topic")
    git(tmp_path, "clone", "-q", "--depth", "1", "--no-single-branch", root.as_uri(), "shallow")
    assert main(["--root", str(tmp_path / "shallow"), "review", "--base", "origin/main"]) == 1
    assert "git fetch --unshallow" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["a:b.md", "%0A::error::x.md"])
def test_a_page_of_any_name_is_in_the_report(tree: Tree, capsys: Captured, name: str) -> None:
    root = repository(tree)
    (root / CASE).rename((root / CASE).with_name(name))
    assert report(root, capsys).status == 1


def test_a_heap_of_files_does_not_hide_what_runs(tree: Tree, capsys: Captured) -> None:
    root = repository(tree)
    for path in (*(f"a/{number:02}.txt" for number in range(45)), "hooks/a.py", "tools/b.sh"):
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text("", encoding="utf-8")
    assert report(root, capsys).review.others[:2] == ("hooks/a.py", "tools/b.sh")
