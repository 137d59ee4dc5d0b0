"""record that the English of these pages is current again (``--all`` for every page that has one); refused while the two pages differ"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path

from course.content.reading import load
from course.editing import accept
from course.files import disk
from course.rules import rule_cache
from course.translation import outdated


def options(parser: ArgumentParser) -> None:
    """The pages, by code, path or file name, or all of them."""
    parser.add_argument("pages", nargs="*", metavar="PAGE")
    parser.add_argument("--all", action="store_true")


def run(root: Path, options: Namespace) -> int:
    """Stamp the pages, unless something about one of them is in the way; then nothing is written."""
    if not (options.pages or options.all):
        options.usage("请写页面编号，如 C09 / name a page such as C09, or --all")
    decision = accept.decided(load(root), options.pages, options.all, partial(rule_cache.supposing, root))
    if decision.refused:
        print(decision.refused, file=sys.stderr)
        return 1
    for page in decision.pages:
        path = page.sides["en"].path
        disk.write(root, {path: outdated.accepted((root / path).read_text(encoding="utf-8"), outdated.stamps(page))})
        print(f"记下了 / recorded: {path}")
    if decision.elsewhere:
        print(
            f"别处还有 {decision.elsewhere} 处问题，运行 make check 可以看到 / problems elsewhere: {decision.elsewhere}, make check lists them"
        )
    return 0
