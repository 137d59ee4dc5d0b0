"""``python -m course``: what editors and the Makefile call. Needs no MkDocs.

check            report every problem of the content, exit 1 if there is one
fix              mend in place what a machine can safely mend; works where the check fails
new KIND         write both pages of a new case, principle, chapter or form; asks for what was not given
accept PAGE...   record that the English of these pages is current again (``--all`` for every page that has one);
                 refused while one of the two pages is wrong or they differ in structure or figures
status           say what of the English is missing or behind, what changed in the Chinese since, and which references wait to be cited
publish          note every address and code there is now, so that none can be lost unseen
editor           write the JSON Schemas and snippets editors complete from
stage DIR        write the finished Markdown of both languages and a configuration for either builder
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from course import accept, addresses, citations, desk, editor, history, memory, mending, new, stage, translation
from course.catalogue import Catalogue
from course.problem import report
from course.reading import load
from course.rules import e309_still_to_write, e315_unused

QUESTIONS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "slug": ("文件名（小写英文和连字符）/ file name", ("case", "principle", "chapter", "form")),
    "title": ("中文标题 / Chinese title", ("case", "principle", "chapter", "form")),
    "title-en": ("英文标题 / English title", ("case", "principle", "chapter", "form")),
    "chapter": ("哪一章，如 1.2（新章写部分，如 1）/ chapter, or part of a new chapter", ("case", "chapter")),
    "family": ("原则类别，如 communication / family of the principle", ("principle",)),
}
"""What a new page needs to know: option and question, and the kinds it is asked for."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status."""
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
    commands.add_parser("status")
    start = commands.add_parser("new")
    start.add_argument("kind", choices=new.KINDS)
    for name, (words, _) in QUESTIONS.items():
        start.add_argument(f"--{name}", help=words)
    commands.add_parser("stage").add_argument("dir", type=Path)
    options = parser.parse_args(arguments)
    if options.command == "accept" and not (options.pages or options.all):
        accepting.error("请写页面编号，如 C09 / name a page such as C09, or --all")
    root: Path = options.root
    if options.command == "fix":
        return _fix(root)
    catalogue = load(root)
    if options.command == "accept":
        return _accept(root, catalogue, options.pages, options.all)
    unfinished = (e309_still_to_write.CODE, e315_unused.CODE) if options.command in ("new", "status") else ()
    if problems := [problem for problem in memory.problems(root, catalogue) if problem.code not in unfinished]:
        print(report(problems), file=sys.stderr)
        return 1
    if options.command == "new":
        return _new(root, catalogue, options)
    if options.command == "status":
        print("\n".join(desk.report(history.remembered(root, catalogue))))
        if uncited := citations.uncited(catalogue):
            print(f"{len(uncited)} 条依据还没有哪一页引用 / references not cited yet: {' '.join(row.id for row in uncited)}")
        return 0
    if options.command == "publish":
        file = root / catalogue.tables["addresses"].path
        file.write_text(addresses.published(catalogue), encoding="utf-8")
        return 0
    if options.command == "editor":
        for name, text in editor.files(catalogue).items():
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
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
    return 0


def _fix(root: Path) -> int:
    """Mend what can be mended and say where; always a success, since it is there for a course that is not right."""
    changed = 0
    for path in mending.mend(root):
        print(f"改好了 / mended: {path}")
        changed += 1
    print("其余要人来看：make check 会列出来 / what needs your eye is told by make check" if changed else "没有能代改的 / nothing to mend")
    return 0


def _new(root: Path, catalogue: Catalogue, options: argparse.Namespace) -> int:
    """Ask for what was not given, then write the pages; the exit status."""
    asked = {name: getattr(options, name.replace("-", "_")) or "" for name in QUESTIONS}
    for name, (words, kinds) in QUESTIONS.items():
        if not asked[name] and options.kind in kinds:
            asked[name] = input(f"{words}: ").strip()
    wish = new.Wish(
        new.KINDS[options.kind], asked["slug"], {"zh": asked["title"], "en": asked["title-en"]}, asked["chapter"], asked["family"]
    )
    if said := new.wrong(catalogue, wish):
        print("\n".join(said), file=sys.stderr)
        return 1
    for path, text in new.files(catalogue, wish).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
        print(f"写好了 / written: {path}")
    return 0


def _accept(root: Path, catalogue: Catalogue, wanted: Sequence[str], everything: bool) -> int:
    """Stamp pages given by code, path or file name, unless one of them is in the way of that; then nothing is written."""
    asked = accept.asked(catalogue, wanted, everything)
    if asked.refused:
        print(asked.refused, file=sys.stderr)
        return 1
    for page in asked.pages:
        file = root / page.sides["en"].path
        file.write_text(translation.accepted(file.read_text(encoding="utf-8"), translation.stamps(page)), encoding="utf-8")
        print(f"记下了 / recorded: {page.sides['en'].path}")
    if asked.elsewhere:
        print(f"别处还有 {asked.elsewhere} 处问题，运行 make check 可以看到 / problems elsewhere: {asked.elsewhere}, make check lists them")
    return 0


if __name__ == "__main__":
    sys.exit(main())
