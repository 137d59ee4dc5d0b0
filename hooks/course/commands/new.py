"""write both pages of a new case, principle, chapter or form; asks for what was not given"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from course.commands.checked import checked
from course.content.kinds import MARK
from course.editing import new, prompts
from course.files import disk
from course.rules import UNFINISHED


def options(parser: ArgumentParser) -> None:
    """The kind of page and what is known of it already."""
    parser.add_argument("kind", nargs="?", default="", metavar="KIND", help=", ".join(new.KINDS))
    for option, (words, _) in prompts.QUESTIONS.items():
        parser.add_argument(f"--{option}", help=words)


def run(root: Path, options: Namespace) -> int:
    """Ask for what was not given, write the pages, and say what comes next."""
    if options.kind not in new.KINDS:
        kinds = "case（案例）、principle（原则）、chapter（章）、form（表单）"
        options.usage(f"要写哪一种：{kinds}，如 make new KIND=case / expected the kind of page, as in make new KIND=case")
    catalogue = checked(root, UNFINISHED)
    given = {name: getattr(options, name.replace("-", "_")) or "" for name in prompts.QUESTIONS}
    wish = prompts.wish(catalogue, options.kind, given, input, lambda words: print(words, file=sys.stderr, flush=True))
    if wish is None:
        return 1
    made = new.files(catalogue, wish)
    said = {path: "加进了列表 / listed in" if (root / path).exists() else "写好了 / written" for path in made}
    disk.write(root, made)
    print("\n".join(f"{what}: {path}" for path, what in said.items()))
    code, english = new.next_code(catalogue, wish), f"docs/en/{wish.kind.folder}/{wish.slug}.md"
    print(f"编号是 {code}。把带 {MARK} 的都换成自己的话，先写中文页；make check 会列出还剩哪些。")
    print(f"英文一时不写，就先删去 {english} 再交。")
    print(f"Its code is {code}. Replace what is marked {MARK}, the Chinese page first; make check lists what is left.")
    print(f"No English for now? Delete {english} before you hand it in.")
    return 0
