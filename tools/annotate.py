"""The problems of a review beside the lines they are about: ``python tools/annotate.py github|gitlab report.json``.

For GitHub, commands its runner reads in what a step prints; for GitLab, a report of code quality. Whatever a path or a message says,
it cannot become a command of its own. Standard library only.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

Problem = Mapping[str, Any]
"""One of a report's ``problems``: path, line, code, the message in both languages and, where we know one, the mend."""

_IN_MESSAGES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = _IN_MESSAGES | {":": "%3A", ",": "%2C"}


def github(problems: Iterable[Problem]) -> str:
    """A command a line; GitHub shows the first ten of a step, the report has them all."""
    return "".join(f"{_command(problem)}\n" for problem in problems)


def gitlab(problems: Iterable[Problem]) -> str:
    """What GitLab reads as ``reports: codequality``."""
    return json.dumps([_finding(problem) for problem in problems], ensure_ascii=False, indent=1) + "\n"


def _command(problem: Problem) -> str:
    properties = {"file": problem["path"], "line": problem["line"], "title": problem["code"]}
    written = ",".join(f"{name}={_escaped(value, _IN_PROPERTIES)}" for name, value in properties.items())
    return f"::error {written}::{_escaped(_message(problem), _IN_MESSAGES)}"


def _finding(problem: Problem) -> dict[str, Any]:
    named = "\0".join(map(str, (problem["path"], problem["line"], problem["code"], problem["message"]["zh"])))
    return {
        "description": _message(problem),
        "check_name": str(problem["code"]),
        "fingerprint": hashlib.sha256(named.encode()).hexdigest(),
        "severity": "major",
        "location": {"path": str(problem["path"]), "lines": {"begin": int(problem["line"])}},
    }


def _message(problem: Problem) -> str:
    """What is wrong and how to mend it, a language a line."""
    said = [problem["message"], *filter(None, [problem.get("mend")])]
    return "\n".join(" → ".join(words[lang] for words in said) for lang in ("zh", "en"))


def _escaped(value: object, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in str(value))


HOSTS: Mapping[str, Callable[[Iterable[Problem]], str]] = {"github": github, "gitlab": gitlab}
"""Hosts that show problems beside lines."""

if __name__ == "__main__":
    host, report = sys.argv[1:]
    sys.stdout.write(HOSTS[host](json.loads(Path(report).read_bytes())["problems"]))
