"""What runs a stranger's code may write nothing and knows no secret, and what may write runs ours alone: read off the workflow files.

Each fault is shown on a workflow that has it, so that the reading itself cannot fall asleep.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml

from small import ROOT

FOLDER = ROOT / ".github" / "workflows"
FILES = {file.stem: file.read_text(encoding="utf-8") for file in sorted(FOLDER.iterdir())}

WRITES: Mapping[tuple[str, str], set[str]] = {
    ("review-comment", "comment"): {"pull-requests"},
    ("publish", "deploy"): {"id-token", "pages"},
    ("release", "publish"): {"contents"},
}
"""Workflow and job -> all it may write. Whatever is not here may write nothing."""
DEFAULT_BRANCH = "${{ github.event.repository.default_branch }}"
_PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")
_VERSION = re.compile(r"uses: \S+@[0-9a-f]{40}  # v\d+\.\d+\.\d+$")
_SECRET = re.compile(r"\bsecrets\b\s*(?:\.|\[|:)|github\.token|github\[|GITHUB_TOKEN|GH_TOKEN")
_FETCHES = re.compile(r"gh pr checkout|git (?:fetch|checkout|switch|clone|pull)|refs/pull")


def faults(name: str, text: str) -> list[str]:
    """Everything that a workflow of that name must not have, in words."""
    workflow = yaml.safe_load(text)
    return [
        *_of_file(workflow, text),
        *(fault for job, content in workflow["jobs"].items() for fault in _of_job(name, job, content, workflow)),
    ]


def _of_file(workflow: dict[Any, Any], text: str) -> Iterator[str]:
    if "pull_request_target" in text:
        yield "pull_request_target"
    if not isinstance(workflow.get("permissions"), dict):
        yield "no permissions of its own, or all at once"
    elif set(workflow["permissions"].values()) - {"read", "none"}:
        yield "more than reading for every job"
    for line in text.splitlines():
        if "uses:" in line and not _VERSION.search(line):
            yield f"no version beside it: {line.strip()}"
    if _of_strangers(workflow) and _SECRET.search(text):
        yield "a secret where a stranger's code runs"


def _of_job(name: str, job: str, content: dict[str, Any], workflow: dict[Any, Any]) -> Iterator[str]:
    given = content.get("permissions", {})
    writes = {what for what, how in given.items() if how not in ("read", "none")} if isinstance(given, dict) else {"everything"}
    if writes - WRITES.get((name, job), set()):
        yield f"{job} may write {sorted(writes)}"
    if "uses" in content:
        yield f"{job} is another workflow, which nobody reads here"
    if str(content.get("runs-on")) == "self-hosted" or "self-hosted" in content.get("runs-on", []):
        yield f"{job} runs on a machine that is there afterwards"
    for step in content.get("steps", []):
        action, options, script = step.get("uses", ""), step.get("with", {}), step.get("run", "")
        if action and not _PINNED.fullmatch(action):
            yield f"not pinned: {action}"
        if "${{" in script or "script" in options:
            yield f"a value written into a script: {script}"
        if "cache" in options or "cache" in action:
            yield "what is kept from one run to the next can come from another's"
        if action.startswith("actions/checkout@"):
            if options.get("persist-credentials") is not False:
                yield "a checkout that leaves the token behind"
            if "workflow_run" in triggers(workflow) and (options.get("ref") != DEFAULT_BRANCH or "repository" in options):
                yield "another's code where one may write"
            if writes and "workflow_run" not in triggers(workflow):
                yield f"{job} may write and has our code"
        if writes and _FETCHES.search(script):
            yield f"{job} may write and fetches code"


def triggers(workflow: dict[Any, Any]) -> set[str]:
    """What starts it. YAML takes the word ``on`` for yes."""
    started = workflow["on"] if "on" in workflow else workflow[True]
    return {started} if isinstance(started, str) else set(started)


def _of_strangers(workflow: dict[Any, Any]) -> bool:
    return "pull_request" in triggers(workflow)


@pytest.mark.parametrize("name", FILES)
def test_a_workflow_has_none_of_the_known_faults(name: str) -> None:
    assert faults(name, FILES[name]) == []


def test_they_start_when_they_should() -> None:
    started = {name: triggers(yaml.safe_load(text)) for name, text in FILES.items()}
    assert started == {"publish": {"push"}, "release": {"push"}, "review": {"pull_request"}, "review-comment": {"workflow_run"}}
    heard = yaml.safe_load(FILES["review-comment"])[True]["workflow_run"]["workflows"]
    assert heard == [yaml.safe_load(FILES["review"])["name"]], "otherwise nothing is ever said"


def test_all_that_may_write_is_listed_and_does() -> None:
    jobs = {(name, job): content for name, text in FILES.items() for job, content in yaml.safe_load(text)["jobs"].items()}
    found = {where: {what for what, how in job.get("permissions", {}).items() if how == "write"} for where, job in jobs.items()}
    assert {where: writes for where, writes in found.items() if writes} == WRITES


def test_what_is_published_was_built_and_tested_first() -> None:
    for name, last in (("publish", "deploy"), ("release", "publish")):
        jobs = yaml.safe_load(FILES[name])["jobs"]
        assert jobs[last]["needs"] == "build" and "if" not in jobs[last]
        for job in jobs.values():
            assert not any("continue-on-error" in step for step in (job, *job["steps"]))


MUTANTS = [
    ("review", "  pull_request:", "  pull_request_target:", "pull_request_target"),
    ("review", "@11bd71901bbe5b1630ceea73d27597364c9af683  # v4.2.2", "@v4.2.2", "not pinned: actions/checkout@v4.2.2"),
    ("review", "@11bd71901bbe5b1630ceea73d27597364c9af683  #", "@11bd719  #", "not pinned: actions/checkout@11bd719"),
    ("review", "  # v4.2.2", "", "no version beside it"),
    ("review", "actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065", "./.github/own", "not pinned: ./.github/own"),
    ("review", "permissions:\n  contents: read\n", "", "no permissions of its own"),
    ("review", "permissions:\n  contents: read\n", "permissions: write-all\n", "no permissions of its own"),
    ("review", "permissions:\n  contents: read\n", "permissions: read-all\n", "no permissions of its own"),
    ("review", "contents: read", "contents: write", "more than reading"),
    ("review", "    timeout-minutes: 30\n", "    permissions: write-all\n", "review may write ['everything']"),
    ("review", "    timeout-minutes: 30\n", "    permissions: {issues: write}\n", "review may write ['issues']"),
    ("publish", "pages: read", "pages: write", "build may write ['pages']"),
    ("review", "review.sh HEAD^1", "review.sh ${{ github.event.pull_request.base.sha }}", "written into a script"),
    ("review", "review.sh HEAD^1", "review.sh ${{ github.head_ref }}", "written into a script"),
    ("review", "review.sh HEAD^1", "review.sh '${{ github.event.pull_request.title }}'", "written into a script"),
    ("review", "          python-version:", "          script: say()\n          python-version:", "written into a script"),
    ("review", "    timeout-minutes: 30\n", "    env: {KEY: '${{ secrets.KEY }}'}\n", "a secret where"),
    ("review", "    timeout-minutes: 30\n", "    env: {KEY: '${{ github.token }}'}\n", "a secret where"),
    ("review", "runs-on: ubuntu-24.04", "runs-on: [self-hosted, linux]", "there afterwards"),
    ("review", "          python-version:", "          cache: pip\n          python-version:", "from one run to the next"),
    ("review", "persist-credentials: false", "persist-credentials: true", "leaves the token behind"),
    ("publish", "          persist-credentials: false\n", "", "leaves the token behind"),
    ("review-comment", DEFAULT_BRANCH, "${{ github.event.workflow_run.head_sha }}", "another's code"),
    ("review-comment", f"          ref: {DEFAULT_BRANCH}\n", "", "another's code"),
    ("review-comment", "          ref:", "          repository: a/b\n          ref:", "another's code"),
    ("review-comment", "make .venv/.build", "gh pr checkout 1", "fetches code"),
    ("review-comment", "make .venv/.build", "git fetch origin refs/pull/1/head", "fetches code"),
    ("release", "      - run: |\n          gh run", "      - uses: actions/checkout@x\n      - run: |\n          gh run", "publish may write and has our"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "fault"), MUTANTS)
def test_each_fault_is_seen(name: str, old: str, new: str, fault: str) -> None:
    assert old in FILES[name]
    assert [found for found in faults(name, FILES[name].replace(old, new)) if fault in found]


def test_every_step_that_thinks_is_a_file_that_is_tested() -> None:
    """YAML carries; what can be wrong is in ``tools``."""
    scripts = [
        step["run"] for text in FILES.values() for job in yaml.safe_load(text)["jobs"].values() for step in job["steps"] if "run" in step
    ]
    assert [script for script in scripts if len(script.splitlines()) > 3] == []
    for script in scripts:
        for path in re.findall(r"tools/[\w.]+", script):
            assert (ROOT / path).is_file()


def test_a_question_that_fails_ends_its_step() -> None:
    """A shell goes on where a command is given what another one failed to say, and only an assignment by itself stops it."""
    scripts = [
        step["run"] for name in ("publish", "release") for step in yaml.safe_load(FILES[name])["jobs"]["build"]["steps"] if "run" in step
    ]
    asked = [line for script in scripts for line in script.splitlines() if "$(gh " in line]
    assert len(asked) == 3
    assert [line for line in asked if not re.fullmatch(r'\w+="(\$\{\w+:-)?\$\(gh .*\)\}?"', line)] == []


def test_gitlab_runs_the_same_steps() -> None:
    jobs = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert jobs["review"]["script"] == ['tools/review.sh "$CI_MERGE_REQUEST_DIFF_BASE_SHA" review']
    for name in ("pages", "release"):
        assert jobs[name]["script"][0] == "make check test proof", "nothing is published that was not tested"
