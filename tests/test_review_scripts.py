"""The shell scripts of the workflows, in repositories of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from small import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with our scripts, a page and one commit."""
    root = tmp_path / "course"
    for name in ("review.sh", "words_only.sh", "annotate.py"):
        (root / "tools").mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / "tools" / name, root / "tools" / name)
    git(root, "init", "--quiet", "--initial-branch=main")
    saved(root, "docs/zh/index.md", "一")
    return root


def git(root: Path, *arguments: str) -> str:
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *who, *arguments], cwd=root, capture_output=True, check=True, encoding="utf-8").stdout.strip()


def saved(root: Path, path: str, text: str) -> str:
    """Commit a file with that text; the commit."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", path)
    return git(root, "rev-parse", "HEAD")


def script(root: Path, name: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """What one of our scripts said there, as on a machine that is no host's."""
    clean = {name: value for name, value in os.environ.items() if name not in ("GITHUB_ACTIONS", "GITLAB_CI")}
    command = [str(root / "tools" / name), *arguments]
    return subprocess.run(command, capture_output=True, env=clean | variables, encoding="utf-8", check=False)


def words_only(root: Path, tested: str) -> str:
    return script(root, "words_only.sh", tested).stdout.strip()


def test_only_words_have_changed_where_only_docs_have(repository: Path) -> None:
    tested = git(repository, "rev-parse", "HEAD")
    assert words_only(repository, tested) == "yes", "the same commit"
    saved(repository, "docs/en/index.md", "one")
    assert words_only(repository, tested) == "yes"
    saved(repository, "hooks/x.py", "x = 1")
    assert words_only(repository, tested) == "no"
    saved(repository, "docs/en/index.md", "two")
    assert words_only(repository, tested) == "no", "the code of the commit before last was never tested"


def test_a_commit_that_is_not_before_this_one_was_not_a_test_of_it(repository: Path) -> None:
    git(repository, "switch", "--quiet", "-c", "aside")
    aside = saved(repository, "docs/zh/index.md", "别处")
    git(repository, "switch", "--quiet", "main")
    saved(repository, "docs/zh/index.md", "二")
    assert [words_only(repository, name) for name in ("", aside, "f" * 40, "--help")] == ["no"] * 4


REVIEW = """
import json, os, sys, pathlib
if "review" in sys.argv:
    out = pathlib.Path(sys.argv[sys.argv.index("--out") + 1])
    print(sys.argv[sys.argv.index("--out") + 2 :])
    found = json.loads(os.environ["FOUND"])
    if found is not None:
        out.mkdir()
        (out / "report.json").write_text(json.dumps({"problems": found}), encoding="utf-8")
        (out / "report.md").write_text("the report", encoding="utf-8")
    sys.exit(1 if found else 0)
elif "mkdocs" in sys.argv:
    print(os.environ["PRINTS"], sys.argv[-2:])
else:
    import runpy
    sys.argv = sys.argv[1:]
    runpy.run_path(sys.argv[0], run_name="__main__")
"""
"""As much of Python as the script starts: a review that finds what it is told, a build that says how it was called, our tools."""
PROBLEM = '[{"path": "docs/a.md", "line": 3, "code": "E1", "message": {"zh": "错", "en": "wrong"}, "mend": null}]'


@pytest.fixture
def runner(repository: Path) -> Path:
    """The repository on a runner where everything is installed."""
    (repository / "Makefile").write_text(".venv/.build:\n\t@touch $@\n", encoding="utf-8")
    python = repository / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    (repository / "stand_in.py").write_text(REVIEW, encoding="utf-8")
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{repository}/stand_in.py" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    return repository


def test_a_good_change_gets_its_report_and_a_site(runner: Path) -> None:
    done = script(runner, "review.sh", "HEAD", FOUND="[]")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("[]\nthe report") and f"no ['--site-dir', '{runner}/review/site']" in done.stdout
    linked = script(runner, "review.sh", "HEAD", FOUND="[]", SITE_BEFORE="https://a.cn/", SITE_AFTER="https://b.cn/")
    assert linked.stdout.startswith("['--before', 'https://a.cn/', '--after', 'https://b.cn/']")
    assert script(runner, "review.sh", "HEAD", "there", FOUND="[]", PRINTS="yes").stdout.count(f"yes ['--site-dir', '{runner}/there/site']")


def test_mistakes_are_marked_on_each_host_and_nothing_is_built(runner: Path) -> None:
    summary = runner / "summary"
    done = script(runner, "review.sh", "HEAD", FOUND=PROBLEM, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert (done.returncode, done.stdout) == (1, "[]\n::error file=docs/a.md,line=3,title=E1::错%0Awrong\n")
    assert summary.read_text(encoding="utf-8") == "the report"
    done = script(runner, "review.sh", "HEAD", FOUND=PROBLEM, GITLAB_CI="true")
    assert done.returncode == 1 and '"begin": 3' in (runner / "review/codequality.json").read_text(encoding="utf-8")


def test_a_review_that_could_not_be_made_leaves_no_report_of_an_earlier_one(runner: Path) -> None:
    assert script(runner, "review.sh", "HEAD", FOUND="[]").returncode == 0
    assert script(runner, "review.sh", "HEAD", FOUND="null").returncode == 2
    assert not (runner / "review").exists()


def test_a_base_that_is_not_there_is_told_in_words(runner: Path) -> None:
    done = script(runner, "review.sh", "nowhere", FOUND="[]")
    assert done.returncode == 2 and "git fetch --unshallow" in done.stderr
