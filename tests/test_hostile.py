"""Long pages full of what makes readers go back and forth, are checked and rendered; none hangs.

The guard is the machine's own limit on the time of a process, far above what is needed: no stopwatch, nothing to be slow for.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from course.files.limits import LINE
from small import ROOT, edited

pytestmark = [pytest.mark.slow, pytest.mark.thorough]

Tree = Callable[..., Path]
CASE = "docs/zh/cases/meter.md"
STORY = "换表后电费多了一半。"
PROCESSOR_SECONDS = 60
SIGNS = ["[a](", "1.", "一", "{", "a@", "#\n", "``` x\n", "::: role 甲\n"]
"""Those that once took minutes or ended in a traceback."""
CHECK = """
import sys
from pathlib import Path
from course.prints.fragment import fragment
from course.prints.markup import Setting
from course.content.reading import load
from course.rules import check
course = load(Path(sys.argv[1]))
found = check(course)
if not found:
    fragment(course.cases["C01"].body("zh").body, Setting("cases/meter.md"))
print(len(found))
"""


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))


@pytest.mark.parametrize("sign", SIGNS, ids=repr)
def test_a_page_full_of_one_sign_is_read_to_its_end(tree: Tree, sign: str) -> None:
    body = sign * 1500 if sign.endswith("\n") else "\n\n".join([(sign * LINE)[: LINE - 10]] * 8)
    root = tree(edited(CASE, (STORY, f"{STORY}\n\n{body}\n\n")))
    command = [sys.executable, "-c", CHECK, str(root)]
    done = subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT / "hooks")}, preexec_fn=limited, capture_output=True, text=True)
    assert done.returncode == 0 and done.stdout.strip().isdecimal(), done.stderr[-800:]
