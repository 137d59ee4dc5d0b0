"""How much the course adds to a stock build: the real build against the same finished Markdown built without hooks.

Run from the project's root: ``make bench``. Both are timed in the same run, because only their ratio travels between machines.
Prints seconds (median of three), peak memory in MB, and the share of the build spent in our own code.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 3


def run(*command: str, cwd: Path) -> tuple[float, float]:
    """Seconds and peak resident MB of one command, which must succeed."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", *command], cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    root = Path(__file__).resolve().parents[1]
    os.environ["PRINTS"] = "no"  # bench/prints.py measures them.
    ours: list[tuple[float, float]] = []
    stock: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run("course", "stage", str(folder / "staged"), cwd=root)
        for _ in range(RUNS):
            ours.append(run("mkdocs", "build", "--strict", "--site-dir", str(folder / "site"), cwd=root))
            halves = [run("mkdocs", "build", "--strict", "-f", f"{lang}.yml", cwd=folder / "staged") for lang in ("zh", "en")]
            stock.append((sum(seconds for seconds, _ in halves), max(memory for _, memory in halves)))
        check = statistics.median(run("course", "check", cwd=root)[0] for _ in range(RUNS))
    seconds, memory = (statistics.median(column) for column in zip(*ours, strict=True))
    plain, plain_memory = (statistics.median(column) for column in zip(*stock, strict=True))
    print(f"build of both languages  {seconds:6.2f} s   {memory:5.0f} MB")
    print(f"stock build of the same  {plain:6.2f} s   {plain_memory:5.0f} MB   (two processes)")
    print(f"ratio                    {seconds / plain:6.2f}")
    print(f"check alone              {check:6.2f} s")


if __name__ == "__main__":
    main()
