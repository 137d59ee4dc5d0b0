"""The comment below a pull request that says what its review found: ``python tools/review_comment.py``, in review-comment.yml.

The report was written by a run of the contributor's own code. It is data from a stranger: how large it is, what files it has and what
each field holds is looked at before a word of it is shown, and which pull request it is for is asked of GitHub, never of the report.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from lzma import LZMAError
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from zipfile import BadZipFile, ZipFile

from pydantic import ValidationError

MARKER = "<!-- course-review -->"
"""The first line of our comment, by which it is found again."""
AUTHOR = "github-actions[bot]"
"""Who wrote it: anybody can write the marker."""
ARTIFACT, FILE = "review", "report.json"
LARGEST = 2_000_000
"""Bytes of a report, packed and unpacked."""
LONGEST = 65_000
"""Characters of a comment; GitHub takes 65,536."""
PAGES = 30
"""Of a hundred comments each, among which ours is looked for."""

Ask = Callable[..., bytes]
"""``ask(path, method, body)`` -> what GitHub's API answers; the method is GET and the body nothing unless given."""
Event = Mapping[str, Any]


class Refused(Exception):
    """The report is not one we show, and why, in both languages."""


def gh(path: str, method: str = "GET", body: Mapping[str, str] | None = None) -> bytes:
    """GitHub's answer, asked by its own program, which holds the token and hands it to no other host. Refused with what it says."""
    fields = [] if body is None else ["--input", "-"]
    sent = None if body is None else json.dumps(body).encode()
    done = subprocess.run(["gh", "api", "--method", method, path, *fields], input=sent, capture_output=True, check=False)
    if done.returncode:
        raise Refused(f"GitHub: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def pull_request(ask: Ask, repository: str, run: Event) -> int | None:
    """Number of the open pull request whose newest commit that run looked at; None where there is none any more, or not just one."""
    if not run["head_repository"]:  # The fork is gone.
        return None
    head = f"{run['head_repository']['owner']['login']}:{run['head_branch']}"
    found = json.loads(ask(f"repos/{repository}/pulls?{urlencode({'state': 'open', 'head': head, 'per_page': 100})}"))
    numbers = [pull["number"] for pull in found if pull["head"]["sha"] == run["head_sha"]]
    return int(numbers[0]) if len(numbers) == 1 else None


def report(ask: Ask, repository: str, run: Event) -> bytes:
    """The report that run left, unread; Refused where it is missing, too large, or not alone."""
    listed = json.loads(ask(f"repos/{repository}/actions/runs/{int(run['id'])}/artifacts?per_page=100"))["artifacts"]
    found = [artifact for artifact in listed if artifact["name"] == ARTIFACT and not artifact["expired"]]
    if len(found) != 1:
        raise Refused(f"要有一份 {ARTIFACT}，有 {len(found)} 份 / expected one artefact {ARTIFACT}, found {len(found)}")
    if found[0]["size_in_bytes"] > LARGEST:
        raise Refused(f"超过 {LARGEST} 字节 / larger than {LARGEST} bytes")
    return unpacked(ask(f"repos/{repository}/actions/artifacts/{int(found[0]['id'])}/zip"))


def unpacked(packed: bytes) -> bytes:
    """The one file a report's zip may hold, read in memory and no further than it may be long; Refused for any other zip."""
    try:
        with ZipFile(BytesIO(packed)) as archive:
            names = archive.namelist()
            if names != [FILE]:
                raise Refused(f"只能有 {FILE} 一个文件，有 {len(names)} 个 / expected {FILE} alone, found {len(names)} files")
            with archive.open(FILE) as file:
                content = file.read(LARGEST + 1)
    except (BadZipFile, LZMAError, RuntimeError, EOFError, OSError, ValueError, zlib.error) as error:
        raise Refused("不是完好的 zip / not a sound zip") from error
    if len(content) > LARGEST:
        raise Refused(f"展开后超过 {LARGEST} 字节 / larger than {LARGEST} bytes once unpacked")
    return content


def rendered(content: bytes) -> str:
    """The report in words, written by the code of this checkout; Refused where it is not just what a review writes."""
    from course.review.markdown import written
    from course.review.model import Review

    try:
        return str(written(Review.model_validate_json(content)))
    except ValidationError as error:
        raise Refused("报告的内容不合格式 / the report does not hold what a report holds") from error


def body(words: str, run: Event) -> str:
    """A comment of those words, cut where GitHub would refuse its length; on top, from GitHub alone, how the run of which commit ended."""
    if not words.startswith(f"{MARKER}\n"):
        raise ValueError(f"a report begins with {MARKER}")
    if run.get("conclusion", "success") != "success":
        log = f"**✗ 这次检查没有通过，原因也可能不在下面：{run['html_url']} / This run failed, for a reason that may not be below.**"
        words = words.replace(f"{MARKER}\n", f"{MARKER}\n{log}\n\n", 1)
    if len(words) <= LONGEST:
        return words
    kept = words[:LONGEST].rpartition("\n")[0]
    return f"{kept}\n\n……太长了，余下的在运行记录里 / too long, the rest is with the run: {run['html_url']}\n"


def put(ask: Ask, repository: str, number: int, words: str) -> None:
    """Write them into our comment below that pull request: the one there is, else a new one."""
    for page in range(1, PAGES + 1):
        comments = json.loads(ask(f"repos/{repository}/issues/{number}/comments?per_page=100&page={page}"))
        for comment in comments:
            if (comment["user"] or {}).get("login") == AUTHOR and comment["body"].startswith(MARKER):
                ask(f"repos/{repository}/issues/comments/{int(comment['id'])}", "PATCH", {"body": words})
                return
        if len(comments) < 100:
            break
    ask(f"repos/{repository}/issues/{number}/comments", "POST", {"body": words})


def commented(ask: Ask, repository: str, run: Event, written: Callable[[bytes], str] = rendered) -> int:
    """Say below its pull request what that run found; the exit status."""
    number = pull_request(ask, repository, run)
    if number is None:
        print("没有停在这次提交上的合并请求，不留言 / no open pull request stands at this commit: nothing to say")
        return 0
    try:
        words = written(report(ask, repository, run))
    except Refused as error:
        print(error, file=sys.stderr)
        log = f"没有得到可用的报告，看运行记录 / There is no report that can be used; see what the run says: {run['html_url']}"
        put(ask, repository, number, f"{MARKER}\n{log}\n")
        return 1
    put(ask, repository, number, body(words, run))
    return 0


if __name__ == "__main__":
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_bytes())
    sys.exit(commented(gh, os.environ["GITHUB_REPOSITORY"], event["workflow_run"]))
