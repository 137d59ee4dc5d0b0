"""A report from a stranger's run is data: too large, too many, not sound or not a report, and nothing of it is shown."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

import review_comment
from review_comment import AUTHOR, FILE, LARGEST, LONGEST, MARKER, Refused

RUN: dict[str, Any] = {
    "id": 7,
    "head_sha": "a" * 40,
    "head_branch": "fix&state=closed",
    "head_repository": {"owner": {"login": "stranger"}},
    "html_url": "https://github.example/run/7",
    "pull_requests": [],
}
PULL = {"number": 5, "head": {"sha": "a" * 40}}
OURS = {"id": 31, "user": {"login": AUTHOR}, "body": f"{MARKER}\nold"}


def packed(files: Mapping[str, bytes]) -> bytes:
    """A zip of them."""
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return kept.getvalue()


class GitHub:
    """As much of its API as is asked, and what was changed there."""

    def __init__(self, **answers: Any) -> None:
        self.pulls: list[Any] = [PULL]
        self.artifacts: list[Any] = [{"id": 9, "name": "review", "expired": False, "size_in_bytes": 300}]
        self.zip = packed({FILE: b"{}"})
        self.comments: list[Any] = []
        self.asked: list[str] = []
        self.written: list[tuple[str, str, Mapping[str, str]]] = []
        vars(self).update(answers)

    def __call__(self, path: str, method: str = "GET", body: Mapping[str, str] | None = None) -> bytes:
        self.asked.append(path)
        if body is not None:
            self.written.append((method, path, body))
            return b"{}"
        if path.endswith("/zip"):
            return self.zip
        if "/comments?" in path:
            page = int(path.rpartition("=")[2])
            return json.dumps(self.comments[100 * (page - 1) : 100 * page]).encode()
        return json.dumps({"artifacts": self.artifacts} if "/artifacts?" in path else self.pulls).encode()


def commented(github: GitHub, run: Mapping[str, Any] = RUN) -> int:
    return review_comment.commented(github, "we/course", run, lambda content: f"{MARKER}\nfound {content.decode()}")


def test_the_first_report_is_a_new_comment() -> None:
    github = GitHub(comments=[{"id": 1, "user": None, "body": "hello"}])
    assert commented(github) == 0
    assert github.written == [("POST", "repos/we/course/issues/5/comments", {"body": f"{MARKER}\nfound {{}}"})]


def test_a_run_that_failed_is_said_to_have_failed_whatever_the_report_says() -> None:
    github = GitHub(comments=[])
    commented(github, {**RUN, "conclusion": "failure"})
    ((_, _, sent),) = github.written
    assert sent["body"].startswith(f"{MARKER}\n**✗") and RUN["html_url"] in sent["body"] and sent["body"].endswith("found {}")


def test_every_other_report_takes_the_place_of_the_one_before() -> None:
    many = [{"id": at, "user": {"login": "somebody"}, "body": "x"} for at in range(150)]
    github = GitHub(comments=[*many, OURS])
    assert commented(github) == 0
    assert github.written == [("PATCH", "repos/we/course/issues/comments/31", {"body": f"{MARKER}\nfound {{}}"})]


def test_a_comment_of_somebody_else_is_never_edited_whatever_it_says() -> None:
    github = GitHub(comments=[{**OURS, "user": {"login": "stranger"}}, {**OURS, "body": f"I quote {MARKER}"}])
    commented(github)
    assert [method for method, *_ in github.written] == ["POST"]


def test_github_is_asked_which_pull_request_it_is_and_the_branch_is_only_a_value() -> None:
    github = GitHub()
    commented(github)
    assert github.asked[0] == "repos/we/course/pulls?state=open&head=stranger%3Afix%26state%3Dclosed&per_page=100"


@pytest.mark.parametrize("pulls", [[], [{"number": 5, "head": {"sha": "b" * 40}}], [PULL, {**PULL, "number": 6}]])
def test_a_report_about_an_older_commit_or_about_two_is_not_shown(pulls: list[Any]) -> None:
    github = GitHub(pulls=pulls)
    assert commented(github) == 0
    assert github.written == []


def test_a_fork_that_is_gone_is_told_nothing() -> None:
    github = GitHub()
    assert commented(github, RUN | {"head_repository": None}) == 0
    assert github.asked == []


ARTIFACT = GitHub().artifacts[0]
REFUSED = {
    "none": GitHub(artifacts=[]),
    "expired": GitHub(artifacts=[{**ARTIFACT, "expired": True}]),
    "two": GitHub(artifacts=[ARTIFACT, ARTIFACT]),
    "large": GitHub(artifacts=[{**ARTIFACT, "size_in_bytes": LARGEST + 1}]),
    "a bomb": GitHub(zip=packed({FILE: bytes(LARGEST + 1)})),
    "two files": GitHub(zip=packed({FILE: b"{}", "run.sh": b"x"})),
    "another file": GitHub(zip=packed({"../report.json": b"{}"})),
    "no zip": GitHub(zip=b"{}"),
    "cut short": GitHub(zip=packed({FILE: b"{}"})[:-10]),
    "damaged": GitHub(zip=packed({FILE: b"abc" * 50}).replace(FILE.encode() + b"K", FILE.encode() + b"\xff", 1)),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_report_is_not_shown_and_the_editor_is_told_where_to_look(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    github = REFUSED[case]
    assert commented(github) == 1
    ((_, _, said),) = github.written
    assert said["body"].startswith(f"{MARKER}\n没有得到可用的报告")
    assert said["body"].endswith("https://github.example/run/7\n")
    assert " / " in capsys.readouterr().err


def test_a_report_that_is_too_long_is_cut_at_a_line() -> None:
    words = review_comment.body(f"{MARKER}\n" + "一行\n" * LONGEST, RUN)
    assert len(words) < 65_536 and words.endswith("too long, the rest is with the run: https://github.example/run/7\n")
    assert review_comment.body(f"{MARKER}\nshort", RUN) == f"{MARKER}\nshort"


def test_words_without_the_mark_would_not_be_found_again() -> None:
    with pytest.raises(ValueError, match="begins with"):
        review_comment.body("words", RUN)


def test_what_github_refuses_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(command: list[str], **given: Any) -> Any:
        assert command == ["gh", "api", "--method", "PATCH", "x", "--input", "-"] and given["input"] == b'{"body": "y"}'
        return type("Done", (), {"returncode": 1, "stderr": b"HTTP 403", "stdout": b""})

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(Refused, match="HTTP 403"):
        review_comment.gh("x", "PATCH", {"body": "y"})


def test_only_what_a_review_writes_is_a_report() -> None:
    pytest.importorskip("course.review.model", reason="python -m course review is not there yet")
    for content in (b"", b"[]", b"{}", b'{"problems": "<script>"}', b"\xff"):
        with pytest.raises(Refused):
            review_comment.rendered(content)
