"""What day it is: asked once by whoever starts a build or a command, and handed down as an input. Nothing else reads the clock for it."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

VARIABLE = "SOURCE_DATE_EPOCH"
"""Seconds since 1970 in the environment, with which a build can be repeated on another day: the usual name for it."""

MOST = 100_000_000_000
"""Seconds up to the year 5138, so that days can be counted on from any."""


class NoDay(ValueError):
    """The environment names no day; the message says so in both languages."""


def today() -> str:
    """The day as in 2026-11-30: the one the environment names, else that of this machine. NoDay where the environment names none there is."""
    given = os.environ.get(VARIABLE, "")
    if not given:
        return date.today().isoformat()
    try:
        if not (given.isascii() and given.isdigit() and int(given) < MOST):
            raise ValueError(given)
        return datetime.fromtimestamp(int(given), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise NoDay(
            f"环境变量 {VARIABLE} 应是从 1970 年起的秒数，如 1796083200，现在是 {given!r}"
            f" / {VARIABLE} is {given!r}, expected the seconds since 1970, such as 1796083200"
        ) from error
