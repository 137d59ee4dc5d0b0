"""A report as the Markdown of one comment: short enough for any host, and nothing but words, links of ours and marks of change in it."""

from __future__ import annotations

from collections.abc import Iterator

from course.review.harmless import in_markdown
from course.review.model import Review
from course.review.outline import NOWHERE, Entry, Line, Outline, Section, Sites, set_in
from course.review.telling import outline

MARKER = "<!-- course-review -->"
"""The first line, by which whoever posts the report finds its earlier comment."""
MOST = 60_000
"""Letters; GitHub takes 65,536."""
_ROOM = 300
"""Letters kept for the last line."""


def written(review: Review, sites: Sites = NOWHERE) -> str:
    """The report, the same for the same review and sites; where it is too long, its beginning and how many lines were left out."""
    lines = [*_lines(outline(review, sites), review)]
    kept, size = [MARKER], len(MARKER)
    for line in lines:
        size += len(line) + 1
        if size > MOST - _ROOM:
            break
        kept.append(line)
    left = sum(1 for line in lines[len(kept) - 1 :] if line)
    if left:
        said = f"……这里放不下，还有 {left} 行，全文在 report.html 里 / there was no room for {left} more lines: report.html has them all"
        kept += ["", in_markdown(said)]
    return "\n".join(kept).rstrip("\n") + "\n"


def _lines(report: Outline, review: Review) -> Iterator[str]:
    yield f"### {in_markdown(report.summary)}"
    yield from _paragraph(report.then)
    for section in report.sections:
        yield from _section(section)
    yield ""
    yield f"<sub>{in_markdown(footer(review))}</sub>"


def footer(review: Review) -> str:
    """What the report was made from."""
    left = f" · 另有 {review.left_out} 项没有列出 / {review.left_out} more entries are not listed" if review.left_out else ""
    return f"和 {review.base[:10]} 比，{review.today}，全课 {review.in_all} 页 / compared with {review.base[:10]} on {review.today}, {review.in_all} pages in all{left}"


def _section(section: Section) -> Iterator[str]:
    yield ""
    yield f"#### {in_markdown(section.title)}"
    yield from _paragraph(section.about)
    yield ""
    for entry in section.entries:
        yield from _entry(entry)


def _paragraph(lines: tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield ""
        yield "<br>".join(map(in_markdown, lines))


def _entry(entry: Entry) -> Iterator[str]:
    yield f"- {_line(entry.line)}"
    yield from (f"    - {_line(line)}" for line in entry.below)


def _line(line: Line) -> str:
    return set_in(line, in_markdown, lambda words, href: f"[{words}](<{href}>)")
