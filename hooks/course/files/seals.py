"""What keeps a cache honest: everything in it carries a seal that only this person's machine could have made.

A fingerprint anybody can work out proves nothing about a file that may have come with a commit or an unpacked archive. So the key of
the seals is random and kept in the home folder, never in a project: no commit contains it, and a fresh machine, such as one of
continuous integration, has another. What is damaged, was made elsewhere or was put there by somebody else does not fit its seal, is
taken for nothing, and is made again. Losing the key costs the same: time, nothing else.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from functools import cache
from pathlib import Path

from course.files import disk

LENGTH = 32
"""Bytes of the key."""


def seal(root: Path, *parts: bytes) -> str:
    """The seal of those bytes in that order, as 32 hexadecimal digits, for a cache below that project root."""
    made = hmac.new(_key(_folder(), root), digestmod=hashlib.sha256)
    for part in parts:
        made.update(len(part).to_bytes(8, "big") + part)
    return made.hexdigest()[:32]


def _folder() -> Path:
    """Where the key is kept."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "frontline-service-course"


@cache
def _key(folder: Path, root: Path) -> bytes:
    """The key in that folder, made the first time; where it cannot be kept, or would be inside the project, one for this run only."""
    drawn = secrets.token_bytes(LENGTH)
    try:
        if folder.resolve().is_relative_to(root.resolve()):
            return drawn
        if not (folder / "key").is_file():
            disk.write(folder, {"key": drawn}, private=True)
        kept = disk.read(folder / "key", LENGTH + 1)
        return kept if len(kept) == LENGTH else drawn
    except (OSError, RuntimeError, disk.Unwritten):
        return drawn
