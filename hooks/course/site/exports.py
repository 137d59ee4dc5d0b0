"""The course as data: ``catalogue.json``, ``cases.csv``, ``relations.csv``, for whoever wants a spreadsheet or a program."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence

from course.content import citations, company
from course.content.catalogue import Catalogue
from course.language.lang import Lang
from course.render import markdown

PATHS = ("data/catalogue.json", "data/cases.csv", "data/relations.csv")


def files(catalogue: Catalogue, lang: Lang) -> dict[str, str]:
    """Path -> text of each data file of a language."""
    return {path: write(catalogue, lang) for path, write in zip(PATHS, (_json, _cases, _relations), strict=True)}


def _json(catalogue: Catalogue, lang: Lang) -> str:
    """Every coded page with its facts and words, and every relation with its reason."""
    pages = {
        code: {
            "kind": page.kind.name,
            "url": markdown.address(page.path),
            "title": page.title(lang),
            "summary": page.summary(lang),
            "facts": page.front.model_dump(mode="json", exclude=set(page.kind.words.model_fields) | {"id"}),
            "references": sorted(citations.of(page)),
        }
        for code, page in catalogue.coded.items()
    }
    relations = [
        {"case": relation.case.code, "relation": relation.verb, "principle": relation.principle, "reason": relation.reason(lang)}
        for relation in catalogue.relations
    ]
    return (
        json.dumps(
            {"language": lang, "company": _company(catalogue, lang), "pages": pages, "relations": relations}, ensure_ascii=False, indent=1
        )
        + "\n"
    )


def _company(catalogue: Catalogue, lang: Lang) -> dict[str, object]:
    """Whose edition it is, what stands in it for each name, and what the company has yet to confirm."""
    own, table = catalogue.own, catalogue.company
    return {
        "name": own.name[lang] if own.name else "",
        "contact": own.contact[lang] if own.contact else "",
        "words": {row.id: company.words(row.id, own, table, lang) for row in table.rows},
        "to_confirm": [row.id for row in company.to_confirm(own, table)],
    }


def _cases(catalogue: Catalogue, lang: Lang) -> str:
    choices = catalogue.choices
    header = [
        "code",
        "title",
        "summary",
        "chapter",
        "form",
        "channel",
        "roles",
        "customers",
        "issues",
        "steps",
        "level",
        "minutes",
        "holds",
        "breaks",
        "url",
    ]
    rows = []
    for case in catalogue.cases.values():
        front = case.front
        lists = {
            name: "; ".join(choices.row(name, id)[lang] for id in getattr(front, name))
            for name in ("roles", "customers", "issues", "steps")
        }
        rows.append(
            [
                case.code,
                case.title(lang),
                case.summary(lang),
                front.chapter,
                choices.row("forms", front.form)[lang],
                choices.row("channels", front.channel)[lang],
                *lists.values(),
                choices.row("levels", front.level)[lang],
                front.minutes.total,
                "; ".join(front.principles),
                "; ".join(front.breaks),
                markdown.address(case.path),
            ]
        )
    return _csv(header, rows)


def _relations(catalogue: Catalogue, lang: Lang) -> str:
    rows = [
        [
            relation.case.code,
            relation.case.title(lang),
            relation.verb,
            relation.principle,
            catalogue.principles[relation.principle].title(lang),
            relation.reason(lang),
        ]
        for relation in catalogue.relations
    ]
    return _csv(["case", "case_title", "relation", "principle", "principle_title", "reason"], rows)


def _csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table a spreadsheet opens with its Chinese intact: hence the byte-order mark."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return "\ufeff" + text.getvalue()


_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠](?!\Z)")
"""What makes a spreadsheet take a text for a formula; in East Asian settings the full-width signs, too. Such a sign alone is none."""
_AMOUNT = re.compile(r"[+\-]\d[\d,]*(?:\.\d+)?%?")


def _harmless(cell: object) -> object:
    """A cell no spreadsheet runs: with an apostrophe before it where it begins like a formula and is not just an amount."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) and not _AMOUNT.fullmatch(cell) else cell
