"""``python -m course``: what editors and the Makefile call. Needs no MkDocs.

check            report every problem of the content, exit 1 if there is one
fix              mend in place what a machine can safely mend; works where the check fails
new KIND         write both pages of a new case, principle, chapter or form; asks for what was not given
accept PAGE...   record that the English of these pages is current again (``--all`` for every page that has one);
                 refused while one of the two pages is wrong or they differ in structure or figures
status           say what of the English is missing or behind, what changed in the Chinese since, and which references wait to be cited
terms            list where a term may be marked inside another word, for an editor to look at
schedule         print every session plan against its target, exit 1 if one cannot be carried out
publish          note every address and code there is now, so that none can be lost unseen
editor           write the JSON Schemas and snippets editors complete from
prints [PAGE...] write what there is to print of those pages or plans, or of everything, to prints/
stage DIR        write the finished Markdown of both languages and a configuration for either builder
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from course import (
    accept,
    addresses,
    asking,
    citations,
    desk,
    disk,
    editor,
    history,
    memory,
    mending,
    neighbours,
    new,
    schedule,
    stage,
    translation,
)
from course.catalogue import Catalogue, Printed
from course.kinds import MARK
from course.printouts import amount
from course.prints import delivery, press
from course.problem import report
from course.reading import load
from course.rules import e210_plans, e309_still_to_write, e315_unused

PASSED_OVER = {
    "new": (e309_still_to_write.CODE, e315_unused.CODE),
    "status": (e309_still_to_write.CODE, e315_unused.CODE),
    "schedule": (e210_plans.CODE,),
}
"""Problems that do not keep a command from running: what it is there to mend, or to show."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status."""
    try:
        return _run(arguments)
    except disk.Unwritten as error:
        print(error, file=sys.stderr)
        return 1


def _run(arguments: Sequence[str] | None) -> int:
    parser = argparse.ArgumentParser(prog="python -m course", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's root (here)")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check")
    accepting = commands.add_parser("accept")
    accepting.add_argument("pages", nargs="*", metavar="PAGE")
    accepting.add_argument("--all", action="store_true")
    commands.add_parser("fix")
    commands.add_parser("editor")
    commands.add_parser("publish")
    commands.add_parser("prints").add_argument("subjects", nargs="*", metavar="PAGE")
    commands.add_parser("schedule")
    commands.add_parser("status")
    commands.add_parser("terms")
    start = commands.add_parser("new")
    start.add_argument("kind", nargs="?", default="", metavar="KIND", help=", ".join(new.KINDS))
    for option, (words, _) in asking.QUESTIONS.items():
        start.add_argument(f"--{option}", help=words)
    commands.add_parser("stage").add_argument("dir", type=Path)
    options = parser.parse_args(arguments)
    if options.command == "accept" and not (options.pages or options.all):
        accepting.error("请写页面编号，如 C09 / name a page such as C09, or --all")
    if options.command == "new" and options.kind not in new.KINDS:
        kinds = "case（案例）、principle（原则）、chapter（章）、form（表单）"
        start.error(f"要写哪一种：{kinds}，如 make new KIND=case / expected the kind of page, as in make new KIND=case")
    root: Path = options.root
    if options.command == "fix":
        return _fix(root)
    catalogue = load(root)
    if options.command == "accept":
        return _accept(root, catalogue, options.pages, options.all)
    found = memory.problems(root, catalogue)
    if problems := [problem for problem in found if problem.code not in PASSED_OVER.get(options.command, ())]:
        print(report(problems), file=sys.stderr)
        if options.command != "check":
            print("先照上面改好，再运行一次同样的命令 / Mend what is listed above, then run the same command again", file=sys.stderr)
        return 1
    if options.command == "prints":
        return _prints(root, catalogue, options.subjects)
    if options.command == "schedule":
        print("\n".join(schedule.lines(catalogue)))
        told = [problem for problem in found if problem.code in PASSED_OVER["schedule"]]
        if told:
            print(report(told), file=sys.stderr)
        return 1 if told else 0
    if options.command == "new":
        return _new(root, catalogue, options)
    if options.command == "status":
        print("\n".join(desk.report(history.remembered(root, catalogue))))
        if uncited := citations.uncited(catalogue):
            print(f"{len(uncited)} 条依据还没有哪一页引用 / references not cited yet: {' '.join(row.id for row in uncited)}")
        return 0
    if options.command == "terms":
        print("\n".join(neighbours.lines(catalogue)))
        return 0
    if options.command == "publish":
        disk.write(root, {catalogue.tables["addresses"].path: addresses.published(catalogue)})
        return 0
    if options.command == "editor":
        disk.write(root, editor.files(catalogue))
        return 0
    if options.command == "stage":
        stage.write(catalogue, root, options.dir)
        print(options.dir)
        return 0
    states = Counter[str](translation.state(page) for page in catalogue.pages.values())
    print(f"没有问题 / no problems: {len(catalogue.pages)} 页 / pages")
    for state, zh in (("missing", "缺英文页"), ("unstamped", "英文从未确认"), ("behind", "英文落后")):
        if states[state]:
            print(f"  {states[state]} {zh} / English {state}")
    if (root / "schemas").is_dir() and any(_differs(root / name, text) for name, text in editor.files(catalogue).items()):
        print("  编辑器的补全旧了，请运行 make editor，改动一起交 / completion in editors is old: make editor, and hand in what it changes")
    return 0


def _differs(file: Path, text: str) -> bool:
    return not file.is_file() or file.read_text(encoding="utf-8") != text


def _prints(root: Path, catalogue: Catalogue, subjects: list[str]) -> int:
    """Write what was asked for to ``prints/zh`` and ``prints/en`` and name it; the exit status."""
    wanted = list(delivery.chosen(catalogue, subjects))
    if unknown := {subject.lower() for subject in subjects} - {one.subject.lower() for one in wanted}:
        print(f"没有这些可打印 / nothing to print of that name: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 1
    try:
        made = press.run(root, wanted, catalogue, delivery.progress())
    except (press.Missing, press.Unset) as error:
        print(error, file=sys.stderr)
        return 1
    for one in wanted:
        path = f"prints/{one.lang}/{Path(one.path).name}"
        disk.write(root, {path: made[one].file.read_bytes()})
        print(f"{path}  {amount(Printed(made[one].pages, made[one].size), one.lang)}")
    return 0


def _fix(root: Path) -> int:
    """Mend what can be mended and say where; a success even for a course that is not right, but not where a file cannot be written."""
    done = failed = 0
    for path, content in mending.mends(root):
        try:
            disk.write(root, {path: content})
        except disk.Unwritten as error:
            print(error, file=sys.stderr)
            failed += 1
        else:
            print(f"改好了 / mended: {path}")
            done += 1
    if not failed:
        print("其余要人来看：make check 会列出来 / what needs your eye is told by make check" if done else "没有能代改的 / nothing to mend")
    return 1 if failed else 0


def _new(root: Path, catalogue: Catalogue, options: argparse.Namespace) -> int:
    """Ask for what was not given, write the pages, and say what comes next; the exit status."""
    given = {name: getattr(options, name.replace("-", "_")) or "" for name in asking.QUESTIONS}
    wish = asking.wish(catalogue, options.kind, given, input, lambda words: print(words, file=sys.stderr, flush=True))
    if wish is None:
        return 1
    made = new.files(catalogue, wish)
    said = {path: "加进了列表 / listed in" if (root / path).exists() else "写好了 / written" for path in made}
    disk.write(root, made)
    print("\n".join(f"{what}: {path}" for path, what in said.items()))
    english = f"docs/en/{wish.kind.folder}/{wish.slug}.md"
    print(f"编号是 {new.next_code(catalogue, wish)}。把带 {MARK} 的都换成自己的话，先写中文页；make check 会列出还剩哪些。")
    print(f"英文一时不写，就先删去 {english} 再交。")
    print(
        f"Its code is {new.next_code(catalogue, wish)}. Replace what is marked {MARK}, the Chinese page first; make check lists what is left."
    )
    print(f"No English for now? Delete {english} before you hand it in.")
    return 0


def _accept(root: Path, catalogue: Catalogue, wanted: Sequence[str], everything: bool) -> int:
    """Stamp pages given by code, path or file name, unless one of them is in the way of that; then nothing is written."""
    asked = accept.asked(catalogue, wanted, everything)
    if asked.refused:
        print(asked.refused, file=sys.stderr)
        return 1
    for page in asked.pages:
        path = page.sides["en"].path
        disk.write(root, {path: translation.accepted((root / path).read_text(encoding="utf-8"), translation.stamps(page))})
        print(f"记下了 / recorded: {path}")
    if asked.elsewhere:
        print(f"别处还有 {asked.elsewhere} 处问题，运行 make check 可以看到 / problems elsewhere: {asked.elsewhere}, make check lists them")
    return 0


if __name__ == "__main__":
    if isinstance(
        sys.stdout, TextIOWrapper
    ):  # Where a system's characters have no Chinese, ? and the English beside it, instead of an error.
        sys.stdout.reconfigure(errors="replace")
    sys.exit(main())
