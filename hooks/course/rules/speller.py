"""The outside checker of British spelling: one call for many lines of English."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

NAME = "typos"
_SECONDS = 120
_FOUND, _NOTHING = 2, 0
"""What it ends with when all went well."""


class NotChecked(Exception):
    """The checker is not there or broke down; says why in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh, self.en = zh, en


@dataclass(frozen=True)
class Slip:
    """A word that is not spelt as in Britain."""

    at: int
    """Index of the line."""
    start: int
    """Where in the line it starts."""
    word: str
    write: tuple[str, ...]
    """What may have been meant."""

    @property
    def end(self) -> int:
        return self.start + len(self.word)


def program() -> str | None:
    """Where the checker is: beside the running Python, or else wherever programs are."""
    beside = (sysconfig.get_path("scripts"), str(Path(sys.executable).parent))
    return next((found for path in (*beside, None) if (found := shutil.which(NAME, path=path))), None)


def slips(lines: Sequence[str]) -> list[Slip]:
    """Every slip in lines of which none holds a line break. Raises NotChecked."""
    place = program()
    if place is None:
        raise NotChecked(
            f"没有找到检查英文拼写的程序 {NAME}，请先运行 pip install -r requirements.txt",
            f"the spelling checker {NAME} is not there, expected it installed: run pip install -r requirements.txt",
        )
    encoded = [line.encode("utf-8", "replace") for line in lines]
    return _found(place, encoded)


def _found(place: str, encoded: Sequence[bytes]) -> list[Slip]:
    """What the program at that place finds."""
    text = b"\n".join(encoded) + b"\n"
    command = [place, "-", "--isolated", "--binary", "--locale", "en-gb", "--format", "json"]
    try:
        done = subprocess.run(command, input=text, capture_output=True, check=False, timeout=_SECONDS)
        if done.returncode in (_FOUND, _NOTHING):
            rows = [json.loads(line) for line in done.stdout.splitlines()]
            return [_slip(row, encoded) for row in rows if row["type"] == "typo"]
        why = done.stderr.decode("utf-8", "replace")
    except (OSError, subprocess.SubprocessError, ValueError, LookupError, TypeError) as error:
        why = str(error)
    raise NotChecked(
        f"检查英文拼写的程序 {NAME} 没能运行（{why.strip()[:200]}），请重新安装：pip install --force-reinstall -r requirements.txt",
        f"the spelling checker {NAME} could not run ({why.strip()[:200]}), expected it to: pip install --force-reinstall -r requirements.txt",
    )


def _slip(row: dict[str, object], encoded: Sequence[bytes]) -> Slip:
    at, offset, write = int(str(row["line_num"])) - 1, int(str(row["byte_offset"])), row["corrections"]
    start = len(encoded[at][:offset].decode("utf-8", "replace"))
    return Slip(at, start, str(row["typo"]), tuple(map(str, write)) if isinstance(write, list) else ())
