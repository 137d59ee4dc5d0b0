"""Every print keeps what we promise of PDFs (PDF/UA-1, A4, greys, fonts inside), and a PDF that breaks a promise is found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pikepdf
import pytest

from course.content.catalogue import Catalogue
from pdf_check import findings
from print_sample import Making, Setting


def test_prints_keep_what_is_promised(course: Catalogue, making: Making) -> None:
    """Every kind of print, every page in one of them, and whole sessions."""
    whole = (next(iter(course.cases)), next(iter(course.chapters)), "phrases")
    made = making(lambda one: one.kind in ("all", "form") or one.subject in whole or (one.kind == "handout" and len(one.pages) == 1))
    assert {one.kind for one in made} == {"handout", "key", "sheet", "cards", "form", "all"}
    found = {f"{one.lang} {one.path}": [*map(str, wrong)] for one, file in made.items() if (wrong := findings(file))}
    assert not found


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_book_keeps_what_is_promised(making: Making, lang: str) -> None:
    ((_, file),) = making(lambda one: one.kind == "book" and one.lang == lang).items()
    assert [*map(str, findings(file))] == []


GOOD = '= 标题\n#table(columns: 1, table.header[头], [格])\n#figure(rect(), alt: "方块")\n'


def test_a_pdf_as_it_should_be_has_no_findings(setting: Setting) -> None:
    assert [*map(str, findings(setting(GOOD, standards=("ua-1",))))] == []


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("= 一\n=== 三\n", "heading skips a level"),
        ("== 二\n", "heading skips a level"),
        ("#text(fill: rgb(\"#aa0000\"))[红]", "colour"),
        ("#rect(fill: rgb(\"#0000ff\"))", "colour"),
        ("#text(fill: cmyk(0%, 90%, 90%, 0%))[红]", "colour"),
        ("#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9' fill='green'/></svg>\"), alt: \"绿\")", "colour"),
        ("#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9'/></svg>\"))", "figure without words"),
        ("#set page(width: 100mm)\n字", "not A4"),
        ("没有标题", "no outline"),
        ("没有标记", "not marked as PDF/UA"),
        ("#set document(title: none)\n字", "no title"),
    ],
)  # fmt: skip
def test_what_typst_lets_pass_is_found(setting: Setting, body: str, name: str) -> None:
    assert name in {finding.name for finding in findings(setting(body))}


def _unmarked(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def _speechless(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def _nameless(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def _painted_over(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"q 0 0 100 100 re f Q")


def _tag_of_nobody(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"/P <</MCID 999>> BDC 0 0 100 100 re f EMC")


def _elements(pdf: pikepdf.Pdf, type: str) -> Sequence[pikepdf.Object]:
    found = [
        one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/StructElem" and one.get("/S") == type
    ]
    assert found, f"no {type} to break"
    return found


def _twice(pdf: pikepdf.Pdf) -> None:
    heading = _elements(pdf, "/H1")[0]
    heading.K = pikepdf.Array([*heading.K, *heading.K])


def _no_scope(pdf: pikepdf.Pdf) -> None:
    for head in _elements(pdf, "/TH"):
        del head.A


def _odd_type(pdf: pikepdf.Pdf) -> None:
    _elements(pdf, "/H1")[0].S = pikepdf.Name("/Headline")


def _stray_cell(pdf: pikepdf.Pdf) -> None:
    _elements(pdf, "/TR")[0].S = pikepdf.Name("/Div")


def _fonts(pdf: pikepdf.Pdf) -> Sequence[pikepdf.Object]:
    return [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font" and "/ToUnicode" in one]


def _mute(pdf: pikepdf.Pdf) -> None:
    for font in _fonts(pdf):
        del font.ToUnicode


def _whole(pdf: pikepdf.Pdf) -> None:
    for font in _fonts(pdf):
        font.BaseFont = pikepdf.Name("/NotoSansCJKsc-Regular")


def _borrowed(pdf: pikepdf.Pdf) -> None:
    for font in _fonts(pdf):
        del font.DescendantFonts[0].FontDescriptor.FontFile3


def _link(pdf: pikepdf.Pdf) -> None:
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])
    pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(link)])
    pdf.pages[0].Tabs = pikepdf.Name.R


def _dumb_link(pdf: pikepdf.Pdf) -> None:
    _link(pdf)
    reference = pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=pdf.pages[0].Annots[0])
    above = _elements(pdf, "/H1")[0]
    above.K = pikepdf.Array(
        [*above.K, pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.Link, K=reference))]
    )


def _picture(pdf: pikepdf.Pdf) -> None:
    image = pdf.make_stream(b"\xff\0\0", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=1, Height=1, BitsPerComponent=8)
    image.ColorSpace = pikepdf.Name.DeviceRGB
    pdf.pages[0].add_resource(image, pikepdf.Name.XObject)


@pytest.mark.parametrize(
    ("spoil", "name"),
    [
        (_unmarked, "not tagged"),
        (_speechless, "no language"),
        (_nameless, "title not shown"),
        (_painted_over, "painted without a tag"),
        (_tag_of_nobody, "painted without a tag"),
        (_twice, "tag in the tree twice or for nothing"),
        (_no_scope, "head of a table without scope"),
        (_odd_type, "unknown structure type"),
        (_stray_cell, "cell outside a row"),
        (_mute, "font without the characters it stands for"),
        (_whole, "whole font instead of the characters used"),
        (_borrowed, "font not inside"),
        (_link, "link without a tag"),
        (_link, "tab order not that of reading"),
        (_dumb_link, "link without words"),
        (_picture, "colour"),
    ],
)  # fmt: skip
def test_a_spoilt_pdf_is_found(setting: Setting, tmp_path: Path, spoil: Callable[[pikepdf.Pdf], None], name: str) -> None:
    spoilt = tmp_path / "spoilt.pdf"
    with pikepdf.open(setting(GOOD, standards=("ua-1",))) as pdf:
        spoil(pdf)
        pdf.save(spoilt)
    assert name in {finding.name for finding in findings(spoilt)}
