"""A report as one page for a browser: whole, with nothing in it that runs or is fetched from anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from course.review.harmless import in_html
from course.review.markdown import footer
from course.review.model import Review
from course.review.outline import NOWHERE, Entry, Line, Section, Sites, set_in
from course.review.telling import outline

_LOOK = (
    "body{font:16px/1.6 system-ui,'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;"
    "color:#1c1c1c;background:#fff;overflow-wrap:anywhere}h1{font-size:1.3rem}h2{font-size:1.05rem;margin-top:2rem;border-bottom:1px solid #ccc}"
    "ul{padding-left:1.2rem}code{font:.9em ui-monospace,monospace;background:#f1f1f1;padding:0 .2em}del{background:#fbdcdc}"
    "ins{background:#d9f2d9;text-decoration:none}a{color:#0b57a4}footer{margin-top:2rem;color:#555;font-size:.85rem}"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(review: Review, sites: Sites = NOWHERE) -> str:
    """The whole report as a page, the same for the same review and sites."""
    report = outline(review, sites)
    head = [
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">',
        f"<title>{in_html(report.summary)}</title>\n<style>{_LOOK}</style>\n</head>\n<body>",
    ]
    body = [
        f"<h1>{in_html(report.summary)}</h1>",
        *_paragraph(report.then),
        *(line for section in report.sections for line in _section(section)),
    ]
    return "\n".join([*head, *body, f"<footer>{in_html(footer(review))}</footer>\n</body>\n</html>", ""])


def _section(section: Section) -> Iterator[str]:
    yield f"<section>\n<h2>{in_html(section.title)}</h2>"
    yield from _paragraph(section.about)
    yield "<ul>"
    yield from map(_entry, section.entries)
    yield "</ul>\n</section>"


def _paragraph(lines: tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield f"<p>{'<br>'.join(map(in_html, lines))}</p>"


def _entry(entry: Entry) -> str:
    below = "".join(f"<li>{_line(line)}</li>" for line in entry.below)
    return f"<li>{_line(entry.line)}{f'<ul>{below}</ul>' if below else ''}</li>"


def _line(line: Line) -> str:
    return set_in(line, in_html, lambda words, href: f'<a href="{in_html(href)}" rel="noreferrer">{words}</a>')
