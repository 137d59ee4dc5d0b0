"""``python -m course``: what editors and the Makefile call. Needs no MkDocs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from course.commands import COMMANDS
from course.commands.checked import Unsound
from course.content.problem import report
from course.files import building, clock, disk


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status."""
    options = _parser().parse_args(arguments)
    try:
        return COMMANDS[options.command].run(options.root, options)
    except Unsound as error:
        print(report(error.problems), file=sys.stderr)
        if options.command != "check":
            print("先照上面改好，再运行一次同样的命令 / Mend what is listed above, then run the same command again", file=sys.stderr)
    except (building.Refused, disk.Unwritten, clock.NoDay) as error:
        print(error, file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m course", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's root (here)")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        own = commands.add_parser(name, help=command.__doc__, description=command.__doc__)
        own.set_defaults(usage=own.error)
        command.options(own)
    return parser


if __name__ == "__main__":
    if isinstance(sys.stdout, TextIOWrapper):  # Where a system's characters have no Chinese, ? and the English beside it, not an error.
        sys.stdout.reconfigure(errors="replace")
    sys.exit(main())
