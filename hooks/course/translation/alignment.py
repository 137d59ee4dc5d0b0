"""Which lines of two texts belong together: the same line changed, one split into two, two joined into one, or one that came or went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_ALIKE = 0.3
"""From here on two lines are taken for the same line, changed."""
_MOST = 40_000
"""Beyond this many pairs of lines, all of one text are shown as gone and all of the other as come."""

_Span = tuple[Sequence[str], Sequence[str]]
_STEPS = ((0, 1), (1, 0), (1, 1), (1, 2), (2, 1))


def aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[_Span]:
    """Lines that belong together: one with one, one with the two it was split into, two with the one they became, or alone."""
    if len(old) * len(new) > _MOST:
        yield from (([line], []) for line in old)
        yield from (([], [line]) for line in new)
        return
    words = {line: _pairs(line) for line in (*old, *new)}
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(old) + 1):
        for j in range(len(new) + 1):
            for di, dj in _STEPS:
                if di > i or dj > j:
                    continue
                alike = _alike(words, old[i - di : i], new[j - dj : j]) if di and dj else 0.0
                gain = best[i - di, j - dj][0] + alike * alike
                if (alike >= _ALIKE or not (di and dj)) and gain > best.get((i, j), (-1.0, (0, 0)))[0]:
                    best[i, j] = (gain, (di, dj))
    i, j = len(old), len(new)
    spans: list[_Span] = []
    while i or j:
        di, dj = best[i, j][1]
        spans.append((old[i - di : i], new[j - dj : j]))
        i, j = i - di, j - dj
    yield from reversed(spans)


def _pairs(line: str) -> frozenset[str]:
    """Its characters and pairs of neighbouring characters: how alike two lines are is how many of these they share."""
    return frozenset(line) | frozenset(line[at : at + 2] for at in range(len(line) - 1))


def _alike(words: dict[str, frozenset[str]], old: Sequence[str], new: Sequence[str]) -> float:
    one, two = (frozenset[str]().union(*(words[line] for line in lines)) for lines in (old, new))
    return 2 * len(one & two) / (len(one) + len(two)) if one and two else 0.0
