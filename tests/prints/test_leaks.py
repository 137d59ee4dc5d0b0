"""No answer and no trainer's line is in anything trainees get: looked for in the text of the finished PDFs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from course.content.catalogue import Catalogue
from course.content.kinds import CASE, CHAPTER
from course.language.lang import LANGS, Lang
from course.prints import handout, press, typesetter
from course.render import blocks
from course.sessions.printables import Print, prints
from pdf_text import read
from print_sample import FOR_TRAINEES, Making
from print_sides import SECTIONS, Sides, sides
from small import sample, taught

AllSides = Mapping[tuple[Lang, str], Sides]
CASE_KINDS = {"analysis", "better", "rules", "role", "trainer"}


@pytest.fixture(scope="module")
def pages(course: Catalogue) -> AllSides:
    """All sides of the course."""
    return all_sides(course)


@pytest.fixture(scope="module")
def kept() -> AllSides:
    """Those of the kept sample."""
    return all_sides(sample())


def all_sides(course: Catalogue) -> AllSides:
    """Language and code of each page that is handed out -> what may be shown of it and what not."""
    shown = [*taught(course), *course.forms.values()]
    return {(lang, page.code): sides(page, course, lang) for lang in LANGS for page in shown if lang in page.sides}


def for_trainees(one: Print) -> bool:
    """Whether trainees get it: handouts of pages and plans, and forms."""
    return one.kind in FOR_TRAINEES


def leaks(one: Print, file: Path, pages: AllSides) -> dict[str, set[str]]:
    """``C09 analysis`` -> sentences that are in a print and should not be: those of its own pages and of every other page, too."""
    text = read(file).words + read(file).artifacts
    shown = "".join(pages[one.lang, code].shown for code in one.pages)
    mine = {code: page for (lang, code), page in pages.items() if lang == one.lang}
    return {f"{code} {kind}": told for code, page in mine.items() for kind, told in page.leaks(text, shown).items()}


def test_nothing_leaks(making: Making, pages: AllSides, looked_at: list[Print]) -> None:
    made = making(for_trainees)
    assert {*made} == {one for one in looked_at if for_trainees(one)} and {one.lang for one in made} == {*LANGS}
    found = {f"{one.lang} {one.path}": told for one, file in made.items() if (told := leaks(one, file, pages))}
    assert not found


def test_there_was_something_to_look_for(course: Catalogue, pages: AllSides) -> None:
    for (lang, code), page in pages.items():
        count = {kind: len(told) for kind, told in page.secrets.items()}
        if code in course.cases:
            assert CASE_KINDS <= count.keys(), (lang, code)
            assert min(count[kind] for kind in CASE_KINDS) >= 3 and sum(count.values()) >= 50, (lang, code, count)
        elif code in course.chapters:
            assert count["verdict"] >= 5 and count["trainer"] >= 5, (lang, code, count)
    assert sum(len(page.secrets.get("answer", ())) for page in pages.values()) >= 2 * len(course.chapters)
    assert sum(len(page.secrets.get("mark", ())) for page in pages.values()) >= 8 * len(course.cases)


def test_the_headings_looked_for_are_those_of_the_kinds() -> None:
    hidden = {
        section[lang] for kind in (CASE, CHAPTER) for section in kind.sections for lang in LANGS if section.hidden or section.id == "rules"
    }
    assert hidden == set(SECTIONS)


def made_anew(root: Path, codes: Iterable[str]) -> dict[Print, Path]:
    """Handouts of some pages of the sample in both languages, set without anything that is remembered."""
    course = sample()
    typesetter._set.cache_clear()
    wanted = [one for lang in LANGS for one in prints(course, lang) if for_trainees(one) and one.subject in codes]
    made = press.run(root, wanted, course)
    typesetter._set.cache_clear()
    return {one: ready.file for one, ready in made.items()}


def kinds_found(made: Mapping[Print, Path], pages: AllSides, code: str) -> list[set[str]]:
    """For each language, the kinds of secret of a page that are in its handout."""
    return [
        {name.split()[1] for name in leaks(one, file, pages) if name.startswith(f"{code} ")}
        for one, file in made.items()
        if one.subject == code
    ]


@pytest.mark.slow
def test_a_handout_that_shows_too_many_sections_would_be_found(kept: AllSides, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = typesetter.Typesetter.sections
    monkeypatch.setattr(typesetter.Typesetter, "sections", lambda self, page, audience: honest(self, page, "trainer"))
    monkeypatch.setattr(handout, "PRACTICE", (*handout.PRACTICE, "analysis", "better", "rules", "trainer"))
    made = made_anew(tmp_path, ("C09", "1.2"))
    assert kinds_found(made, kept, "C09") == [CASE_KINDS | {"mark"}] * 2
    assert kinds_found(made, kept, "1.2") == [{"answer", "verdict", "trainer"}] * 2


@pytest.mark.slow
def test_blocks_that_are_not_left_out_would_be_found(kept: AllSides, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "hidden", lambda summary, content, scope, kind, attributes="": content)
    made = made_anew(tmp_path, ("C09", "1.2", "station-part-1"))
    assert all("role" in kinds for kinds in kinds_found(made, kept, "C09"))
    assert kinds_found(made, kept, "1.2") == [{"answer", "verdict"}] * 2
    plan = next(one for one in made if one.subject == "station-part-1" and one.lang == "zh")
    assert {"C09 role", "1.2 answer"} <= leaks(plan, made[plan], kept).keys()


def test_one_sentence_of_another_page_would_be_found(kept: AllSides) -> None:
    sentence = min(kept["zh", "C09"].secrets["analysis"])
    chapter = kept["zh", "1.2"]
    assert kept["zh", "C09"].leaks(chapter.shown + sentence, chapter.shown) == {"analysis": {sentence}}
