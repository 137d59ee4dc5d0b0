"""The press sets what changed and nothing else, says in both languages what is missing, and makes everything else all the same."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from course.__main__ import main
from course.content.reading import load
from course.files import disk, seals
from course.language.lang import LANGS
from course.prints import press, sources
from course.render import blocks, inline
from course.sessions.printables import Print, prints
from pdf_text import read
from small import edited

pytestmark = pytest.mark.slow

Tree = Callable[..., Path]
CASE, CASE_EN, CHAPTER = "docs/zh/cases/meter.md", "docs/en/cases/meter.md", "docs/zh/chapters/service.md"
PRINCIPLE, FORM = "docs/zh/principles/check-first.md", "docs/zh/forms/call-log.md"
SPELLING, COURSE, PHRASES = "docs/data/spelling.yml", "docs/data/course.yml", "docs/data/phrases.yml"


class Watch:
    """What the press did: which prints it wrote the source of, and how many PDFs it had to set."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.set = 0

    def cleared(self) -> Watch:
        """Forget what was seen."""
        self.written, self.set = [], 0
        return self


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    """Watches the press at work."""
    seen = Watch()
    source, make = sources.source, press._compiler

    def written(wanted: Print, *rest: object) -> str:
        seen.written.append(f"{wanted.lang} {wanted.path.removeprefix('prints/').removesuffix('.pdf')}")
        return source(wanted, *rest)  # type: ignore[arg-type]

    def compiler() -> Callable[[], object]:
        new = make()

        class Counting:
            def __init__(self) -> None:
                self.real = new()

            def compile(self, *given: Any, **options: Any) -> Any:
                seen.set += 1
                return self.real.compile(*given, **options)

        return Counting

    monkeypatch.setattr(press, "source", written)
    monkeypatch.setattr(press, "_compiler", compiler)
    return seen


def run(root: Path) -> dict[str, press.Made]:
    """Every print of the course at that root, by language and name."""
    catalogue = load(root)
    wanted = [one for lang in LANGS for one in prints(catalogue, lang)]
    return {f"{one.lang} {Path(one.path).stem}": made for one, made in press.run(root, wanted, catalogue).items()}


def change(root: Path, changes: dict[str, str]) -> None:
    """Write files of a course in place, so that its cache stays."""
    for path, text in changes.items():
        (root / path).write_text(text, encoding="utf-8")


def test_what_has_not_changed_is_not_set_again(tree: Tree, watch: Watch) -> None:
    root = tree()
    first = run(root)
    assert len(first) == 2 * (2 + 5 + 4 + 4 + 1) == len(watch.written) == watch.set
    watch.cleared()
    assert run(root) == first
    assert (watch.written, watch.set) == ([], 0)


def test_pages_and_size_are_those_of_the_file(tree: Tree) -> None:
    for name, made in run(tree()).items():
        with pikepdf.open(made.file) as pdf:
            assert len(pdf.pages) == made.pages > 0, name
        assert made.size == len(made.file.read_bytes())


def test_one_changed_page_sets_its_own_prints_those_of_its_plan_and_the_book(tree: Tree, watch: Watch) -> None:
    root = tree()
    before = run(root)
    watch.cleared()
    change(root, edited(CHAPTER, ("电话响了。", "电话响了三声。")))
    after = run(root)
    own = {"1.1-handout", "1.1-key", "1.1-sheet", "1.1-cards"}
    plan = {f"short-class-{kind}" for kind in ("handout", "key", "sheet", "cards", "all")}
    around = {"phrases-cards", "book"}  # The phrases are asked for with the whole course; no new PDF comes of it.
    assert set(watch.written) == {f"{lang} {name}" for lang in LANGS for name in own | plan | around}
    changed = {name for name in before if before[name].file != after[name].file}
    assert changed == {"zh 1.1-handout", "zh short-class-handout", "zh short-class-all", "zh book"}
    assert watch.set == len(changed)


@pytest.mark.parametrize(
    ("changes", "changed"),
    [
        (
            edited(PRINCIPLE, ("## 怎么做", "## 怎么做\n\n先看再说。")),
            {"C01-cards", "1.1-cards", "short-class-cards", "short-class-all", "book"},
        ),
        (edited(CASE, ("title: 表走得快", "title: 表走得慢")), {"C01-handout", "C01-key", "C01-sheet", "C01-cards", "1.1-handout", "book"}),
    ],
    ids=["a principle on cards", "a title others name"],
)
def test_what_a_print_takes_from_other_pages_counts_too(tree: Tree, changes: dict[str, str], changed: set[str]) -> None:
    root = tree()
    before = run(root)
    change(root, changes)
    after = run(root)
    assert {f"zh {name}" for name in changed} <= {name for name in before if before[name].file != after[name].file}
    # What is remembered is what a press that knows nothing makes.
    fresh = run_anew(root)
    assert {name: made.file.name for name, made in after.items()} == fresh


def run_anew(root: Path) -> dict[str, str]:
    """Names of the files a press without a memory makes of that course."""
    (root / press.FOLDER / "index.json").unlink()
    return {name: made.file.name for name, made in run(root).items()}


def test_a_form_that_is_handed_out_in_a_plan_counts_too(tree: Tree) -> None:
    root = tree(edited(CASE, ("当天给第一次答复", "填 [[F01]]，当天给第一次答复")))
    before = run(root)
    change(root, {FORM: (root / FORM).read_text(encoding="utf-8") + "\n再写一行。\n"})
    after = run(root)
    assert before["zh short-class-all"].file != after["zh short-class-all"].file
    assert {name: made.file.name for name, made in after.items()} == run_anew(root)


def test_a_table_that_changes_no_word_sets_nothing(tree: Tree, watch: Watch) -> None:
    root = tree()
    first = run(root)
    watch.cleared()
    change(root, {SPELLING: (root / SPELLING).read_text(encoding="utf-8") + "# a remark\n"})
    assert run(root) == first
    assert len(watch.written) == len(first), "whether a table matters is seen by its text alone"
    assert watch.set == 0


def test_another_look_sets_everything_anew(tree: Tree, watch: Watch, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    root = tree()
    first = run(root)
    here = tmp_path / "prints"
    here.mkdir()
    (here / "fonts").symlink_to(press.HERE / "fonts")
    (here / "look").mkdir()
    for file in (press.HERE / "look").glob("*.typ"):
        (here / "look" / file.name).write_text(file.read_text(encoding="utf-8") + "\n// changed\n", encoding="utf-8")
    monkeypatch.setattr(press, "HERE", here)
    watch.cleared()
    assert not {made.file for made in run(root).values()} & {made.file for made in first.values()}
    assert watch.set == len(first)


@pytest.mark.thorough
@pytest.mark.parametrize(
    "index",
    [
        "",
        "[]",
        "null",
        "{",
        '{"a": 1}',
        '{"a": ["x"]}',
        '{"a": [1, 2]}',
        '{"a": ["gone.pdf", 2]}',
        '{"a": ["index.json", "two"]}',
        "\ud83d",
    ],
)
def test_a_broken_index_costs_nothing_but_time(tree: Tree, watch: Watch, index: str) -> None:
    root = tree()
    first = run(root)
    (root / press.FOLDER / "index.json").write_bytes(index.encode("utf-8", "surrogatepass"))
    watch.cleared()
    assert run(root) == first
    assert (len(watch.written), watch.set) == (len(first), 0)


def test_a_file_that_is_gone_is_set_again(tree: Tree, watch: Watch) -> None:
    root = tree()
    first = run(root)
    first["zh C01-key"].file.unlink()
    watch.cleared()
    assert run(root) == first
    assert (watch.written, watch.set) == (["zh C01-key"], 1)


def test_known_are_those_that_are_ready(tree: Tree) -> None:
    root = tree()
    catalogue = load(root)
    wanted = [*prints(catalogue, "zh")]
    assert press.known(root, wanted, catalogue) == {}
    made = press.run(root, wanted[:3], catalogue)
    assert press.known(root, wanted, catalogue) == made and len(made) == 3


def test_it_tells_how_far_it_is(tree: Tree) -> None:
    root = tree()
    catalogue = load(root)
    wanted = [*prints(catalogue, "zh")][1:6]
    told: list[tuple[int, int]] = []
    press.run(root, wanted, catalogue, lambda done, all: told.append((done, all)))
    assert told == [(number, 5) for number in range(1, 6)]
    press.run(root, wanted, catalogue, lambda done, all: told.append((done, all)))
    assert len(told) == 5, "nothing had to be set"


def test_without_typst_it_says_what_to_install(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(press.Unavailable, match=r"没有 Typst.*no Typst.*pip install -r requirements\.txt"):
        run(tree())


def test_without_fonts_it_says_how_to_get_them(tree: Tree, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr(press, "HERE", tmp_path / "empty")
    with pytest.raises(press.Unavailable, match=r"fonts/SHA256SUMS.*git checkout hooks/course/prints/fonts"):
        run(tree())


def shorter(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


@pytest.mark.parametrize("harm", [Path.unlink, shorter, lambda file: file.write_bytes(b"")], ids=["missing", "cut", "empty"])
@pytest.mark.parametrize("name", sorted(file.name for file in (press.HERE / "fonts").glob("*.?tf")))
def test_a_font_that_is_not_the_one_it_should_be_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, harm: Callable[[Path], object]
) -> None:
    """Any one of them: other bytes would move lines on paper, and no family would be missing."""
    shutil.copytree(press.HERE / "fonts", tmp_path / "fonts")
    monkeypatch.setattr(press, "HERE", tmp_path)
    harm(tmp_path / "fonts" / name)
    with pytest.raises(press.Unavailable, match=rf"缺字体或字体文件不对：{re.escape(name)}，.*git checkout hooks/course/prints/fonts"):
        press._compiler()


@pytest.fixture
def wrong(tree: Tree, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, str]]:
    """A course with something that cannot be set, and what is said of it: HTML reaches the press only where nothing makes it harmless first."""
    for module in (inline, blocks):
        monkeypatch.setattr(module, "harmless", lambda words, **_: words)
    root = tree(request.param)
    with pytest.raises(press.NotPrinted) as told:
        run(root)
    yield root, str(told.value)


def lacking(root: Path) -> set[str]:
    """The prints that are not there."""
    catalogue = load(root)
    wanted = [one for lang in LANGS for one in prints(catalogue, lang)]
    made = press.known(root, wanted, catalogue)
    return {f"{one.lang} {Path(one.path).stem}" for one in wanted if one not in made}


@pytest.mark.parametrize("wrong", [edited(CASE, ("换表后", "<video>换表后</video>"))], indirect=True)
def test_a_tag_nobody_can_set_is_told_with_its_page_and_the_rest_is_made(wrong: tuple[Path, str]) -> None:
    root, told = wrong
    assert told == f"{CASE}: 打印稿排不了 / the prints cannot set <video>"
    assert lacking(root) == {"zh book", "zh C01-handout", "zh short-class-handout", "zh short-class-all"}


@pytest.mark.parametrize("wrong", [edited(CASE_EN, ("::: role", '<b class="odd">x</b>\n\n::: role'))], indirect=True)
def test_a_class_nobody_knows_is_told_once_by_the_page_of_its_language(wrong: tuple[Path, str]) -> None:
    root, told = wrong
    assert told == f'{CASE_EN}: 打印稿排不了 / the prints cannot set <b class="odd">'
    assert {name for name in lacking(root) if name.startswith("zh")} == set()


@pytest.mark.parametrize("wrong", [edited(CASE, ("您想弄明白。", "您想弄明白。\n\n" * 200))], indirect=True)
def test_a_card_longer_than_a_leaf_is_told_by_its_name(wrong: tuple[Path, str]) -> None:
    root, told = wrong
    assert "a card is too long for a leaf: C01 客户" in told
    assert [line.split(": ")[0] for line in told.splitlines()] == sorted(
        f"zh prints/{name}.pdf" for name in ("C01-cards", "short-class-all", "short-class-cards")
    )
    assert lacking(root) == {"zh C01-cards", "zh short-class-cards", "zh short-class-all"}


def test_what_nothing_has_asked_for_in_a_long_time_is_forgotten(tree: Tree) -> None:
    root = tree()
    made = run(root)
    used = made["zh book"].file
    old, young = used.with_name("old.pdf"), used.with_name("young.pdf")
    for file, age in ((old, press.KEPT + 60), (young, press.KEPT - 3600), (used, press.KEPT + 60)):
        file.touch()
        os.utime(file, (time.time() - age,) * 2)
    run(root)
    assert not old.exists() and young.exists() and used.exists()
    assert time.time() - used.stat().st_mtime < 600


def test_two_prints_of_one_text_do_not_get_in_each_others_way(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree()
    catalogue = load(root)
    twins = [Print("handout", subject, "zh", "同名", ("C01",)) for subject in ("one", "two")]
    meet = threading.Barrier(2, timeout=20)
    honest = Path.replace

    def together(self: Path, target: Path) -> Path:
        if target.suffix == ".pdf":
            meet.wait()
        return honest(self, target)

    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(Path, "replace", together)
    made = press.run(root, twins, catalogue)
    assert len({one.file for one in made.values()}) == 1 and len(made) == 2


def test_the_index_names_every_print(tree: Tree) -> None:
    root = tree()
    made = run(root)
    index = json.loads((root / press.FOLDER / "index.json").read_text(encoding="utf-8"))
    assert sorted(index.values()) == sorted(one.file.name for one in made.values())


def test_the_text_of_a_page_is_in_its_print(tree: Tree) -> None:
    text = read(run(tree())["zh C01-handout"].file).words
    assert "换表后电费多了一半。" in text and "先查后判" not in text


# ---- only what carries our seal is handed out ----


@pytest.fixture
def one(tree: Tree) -> Callable[[Path | None], tuple[Path, Print, press.Made]]:
    """``one(None)`` -> a course, a print of it, and the print made; ``one(root)`` makes it again."""

    def made(root: Path | None) -> tuple[Path, Print, press.Made]:
        root = root or tree()
        catalogue = load(root)
        wanted = next(one for one in prints(catalogue, "zh") if one.path == "prints/C01-handout.pdf")
        return root, wanted, press.run(root, [wanted], catalogue)[wanted]

    return made


One = Callable[[Path | None], tuple[Path, Print, press.Made]]


@pytest.mark.parametrize("damage", ["cut", "changed", "another's", "a link", "a pipe", "elsewhere"])
def test_a_file_that_is_not_what_it_was_is_made_again(one: One, watch: Watch, tmp_path: Path, damage: str) -> None:
    root, wanted, first = one(None)
    good, file = first.file.read_bytes(), first.file
    outside = tmp_path / "secret.pdf"
    outside.write_bytes(b"%PDF secret of the machine")
    if damage == "cut":
        file.write_bytes(good[:100])
    elif damage == "changed":
        file.write_bytes(good.replace(b"%PDF", b"%pdf", 1))
    elif damage == "another's":
        file.write_bytes(outside.read_bytes())
    elif damage == "elsewhere":
        index = json.loads((root / press.INDEX).read_text(encoding="utf-8"))
        (root / press.INDEX).write_text(json.dumps(dict.fromkeys(index, os.path.relpath(outside, file.parent))), encoding="utf-8")
    else:
        file.unlink()
        file.symlink_to(outside) if damage == "a link" else os.mkfifo(file)
    if damage != "elsewhere":
        assert press.known(root, [wanted], load(root)) == {}
    watch.cleared()
    _, _, again = one(root)
    assert again.file.read_bytes() == good and again.pages == first.pages and not again.file.is_symlink()
    assert watch.set == (0 if damage == "elsewhere" else 1)
    assert outside.read_bytes() == b"%PDF secret of the machine"


def test_a_cache_from_another_machine_is_made_anew(one: One, watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    root, _, first = one(None)
    watch.cleared()
    monkeypatch.setattr(seals, "_key", lambda *_: b"another")
    _, _, again = one(root)
    assert watch.set == 1 and again.file != first.file and again.file.read_bytes() == first.file.read_bytes()


@pytest.mark.parametrize("link", [".cache", press.FOLDER])
def test_a_cache_that_is_a_link_is_refused_and_nothing_behind_it_is_touched(one: One, tree: Tree, tmp_path: Path, link: str) -> None:
    root = tree()
    outside = tmp_path / "outside"
    (outside / "prints").mkdir(parents=True)
    old = [outside / "old.pdf", outside / "old.x-y", outside / "prints" / "old.pdf"]
    for file in old:
        file.write_bytes(b"x")
        os.utime(file, (1, 1))
    (root / link).parent.mkdir(exist_ok=True)
    (root / link).symlink_to(outside)
    with pytest.raises(disk.Unwritten, match="there is a link on this path"):
        one(root)
    assert all(file.exists() for file in old) and len([*outside.rglob("*")]) == 4


def test_what_killed_runs_left_unfinished_is_cleared(one: One) -> None:
    root, _, first = one(None)
    names = (".C01.pdf.0a1b2c3d.part", f"{'a' * 40}.1234-5678")
    for name in names:
        for age, prefix in ((press.UNFINISHED + 60, "old"), (press.UNFINISHED - 60, "new")):
            file = first.file.with_name(name.replace("C01", prefix).replace("aaaa", f"{prefix}a", 1))
            file.write_bytes(b"%PDF")
            os.utime(file, (time.time() - age,) * 2)
    one(root)
    assert sorted(file.name for file in first.file.parent.iterdir() if "old" in file.name) == []
    assert len([file for file in first.file.parent.iterdir() if "new" in file.name]) == 2


def test_the_command_says_where_its_cache_cannot_be(tree: Tree, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree()
    (root / ".cache").write_text("a file where the folder should be", encoding="utf-8")
    assert main(["--root", str(root), "prints", "C01"]) == 1
    assert "写不进去" in capsys.readouterr().err
