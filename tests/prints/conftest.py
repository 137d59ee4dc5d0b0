"""The prints of a whole course, and PDFs to show what our checks find."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from course.content.catalogue import Catalogue
from course.prints import press
from course.sessions.printables import Print
from print_sample import Making, Setting

if TYPE_CHECKING:
    from typst import PDFStandard  # Only its types know of it.


@pytest.fixture(scope="session")
def making(project: Path, course: Catalogue, looked_at: list[Print], press_run: None) -> Making:
    """``making(lambda one: one.kind == "book")`` -> the files of those prints, in both languages."""

    def made(asked: Callable[[Print], bool] = lambda one: True) -> Mapping[Print, Path]:
        wanted = [one for one in looked_at if asked(one)]
        return {one: ready.file for one, ready in press.run(project, wanted, course).items()}

    return made


@pytest.fixture
def setting(tmp_path: Path) -> Setting:
    """``setting("#text(red)[x]")`` -> a PDF of that Typst, without the checks Typst makes for PDF/UA: to show what ours find."""

    def made(body: str, lang: str = "zh", standards: tuple[PDFStandard, ...] = ()) -> Path:
        source = f'#set document(title: "x")\n#set text(lang: "{lang}", font: "Noto Sans CJK SC")\n#set page("a4")\n{body}\n'
        content = press._compiler()().compile(source.encode(), format="pdf", pdf_standards=list(standards))
        assert isinstance(content, bytes)
        file = tmp_path / "planted.pdf"
        file.write_bytes(content)
        return file

    return made
