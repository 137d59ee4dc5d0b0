"""say what a code of the check means: why, an example that is told and one that is not, and what to do"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from course.rules import explained


def options(parser: ArgumentParser) -> None:
    """The codes."""
    parser.add_argument("codes", nargs="+", metavar="CODE", help="E302")


def run(root: Path, options: Namespace) -> int:
    """Print it, code after code; those there are not are named at the end."""
    known = explained.explanations()
    codes = [code.upper() for code in options.codes]
    for code in codes:
        if code in known:
            print("\n".join(explained.lines(code)), end="\n\n")
    if unknown := [code for code in codes if code not in known]:
        print(f"没有这个代码 / no such code: {', '.join(unknown)}", file=sys.stderr)
    return 1 if unknown else 0
