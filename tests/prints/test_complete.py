"""A handout says everything a trainee may see of its pages: every paragraph, item, cell and turn of the site is in its text."""

from __future__ import annotations

from pathlib import Path

from course.content.catalogue import Catalogue
from course.prints import handout
from course.prints.typesetter import Typesetter
from course.sessions.printables import Print
from pdf_text import read, squashed
from print_sample import FOR_TRAINEES, Making
from print_sides import passages


def lacking(one: Print, file: Path, course: Catalogue) -> list[str]:
    """What a handout leaves out of its pages. Rooms to write are no words."""
    text = read(file).words
    typesetter = Typesetter(course, one.lang)
    wanted: list[str] = []
    for code in one.pages:
        page = course.coded[code]
        parts = typesetter.sections(page, "trainee")
        case = (*handout.READ, "questions", *handout.PRACTICE)
        shown = [parts[id] for id in case if id in parts] if code in course.cases else parts.values()
        wanted += [page.title(one.lang), page.summary(one.lang), *(passage for part in shown for passage in passages(part))]
        if code in course.chapters:
            wanted += page.word("objectives", one.lang)
    return [words for words in wanted if squashed(words) not in text and not words.isdigit()]


def test_handouts_leave_nothing_out(course: Catalogue, making: Making) -> None:
    made = making(lambda one: one.kind in FOR_TRAINEES)
    found = {f"{one.lang} {one.path}": lost for one, file in made.items() if (lost := lacking(one, file, course))}
    assert not found


def test_the_words_of_drawings_are_there(course: Catalogue, making: Making) -> None:
    drawn = 0
    for one, file in making(lambda one: one.kind == "handout" and one.subject in course.chapters).items():
        text = read(file).words
        for figure in course.figures.values():
            if f"{{{{ figure: {figure.name} }}}}" in course.coded[one.subject].body(one.lang).body:
                drawn += 1
                assert not [word for word in figure.table.words.values() if squashed(word[one.lang]) not in text], (one, figure.name)
    assert drawn


def test_a_line_left_out_would_be_found(course: Catalogue, making: Making) -> None:
    (one, _), (_, other), *_ = making(lambda one: one.kind == "handout" and one.lang == "zh" and one.subject in course.cases).items()
    assert len(lacking(one, other, course)) > 20
