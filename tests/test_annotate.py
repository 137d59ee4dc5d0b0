"""A problem stands beside its line on each host, and whatever it says is no command to a runner."""

from __future__ import annotations

import json
from typing import get_args

import pytest

import annotate

PROBLEM = {"path": "docs/zh/a.md", "line": 12, "code": "E201", "message": {"zh": "不认识“Hard”", "en": "unknown `Hard`"}, "mend": None}
MEND = {"zh": "写 hard", "en": "write `hard`"}
HOSTILE = {**PROBLEM, "path": "docs/a,line=1::b.md", "message": {"zh": "100%\r\n::set-output name=x::y", "en": "a,b: c"}}


def test_github_is_told_file_line_and_both_languages() -> None:
    assert annotate.github([PROBLEM]) == "::error file=docs/zh/a.md,line=12,title=E201::不认识“Hard”%0Aunknown `Hard`\n"
    assert annotate.github([PROBLEM | {"mend": MEND}]).endswith("::不认识“Hard” → 写 hard%0Aunknown `Hard` → write `hard`\n")


def test_a_path_or_a_message_cannot_become_a_command() -> None:
    said = annotate.github([HOSTILE, PROBLEM])
    assert said.splitlines()[0] == (
        "::error file=docs/a%2Cline=1%3A%3Ab.md,line=12,title=E201::100%25%0D%0A::set-output name=x::y%0Aa,b: c"
    )
    assert len(said.splitlines()) == 2, "a line each"


def test_gitlab_gets_a_finding_each_with_a_name_of_its_own() -> None:
    first, second = json.loads(annotate.gitlab([PROBLEM, HOSTILE]))
    assert first["location"] == {"path": "docs/zh/a.md", "lines": {"begin": 12}}
    assert (first["check_name"], first["description"]) == ("E201", "不认识“Hard”\nunknown `Hard`")
    assert first["fingerprint"] != second["fingerprint"]


def test_nothing_wrong_is_nothing_said() -> None:
    assert annotate.github([]) == ""
    assert json.loads(annotate.gitlab([])) == []


def test_a_review_has_what_is_read_here() -> None:
    model = pytest.importorskip("course.review.model", reason="python -m course review is not there yet")
    (problem,) = get_args(model.Review.model_fields["problems"].annotation)[:1]
    assert set(problem.model_fields) >= PROBLEM.keys()
    assert set(problem.model_fields["message"].annotation.model_fields) == {"zh", "en"}
