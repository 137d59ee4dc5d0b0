"""What the authors write passes every rule, and the tables no rule looks into are sound."""

from __future__ import annotations

from pathlib import Path

import yaml

from course.content.catalogue import Catalogue
from course.content.problem import report
from course.editing.mending import mends
from course.rules import check
from course.sessions.trainer_timetables import timetables
from small import taught


def test_every_rule_holds(course: Catalogue) -> None:
    problems = check(course)
    assert not problems, report(problems)


def test_every_trainers_note_has_one_timetable_that_can_be_read(course: Catalogue) -> None:
    for page in taught(course):
        for lang, source in page.sides.items():
            assert [len(found) > 3 for found in timetables(source.tree, page.kind, lang)] == [True], source.path


def test_the_table_of_synonyms_is_sound(project: Path) -> None:
    table = yaml.safe_load((project / "docs" / "data" / "synonyms.yml").read_text(encoding="utf-8"))
    assert set(table) == {"zh", "en"}
    for lang, groups in table.items():
        for group in groups:
            assert len(set(group)) == len(group) > 1, f"{lang}: {group}"
            assert all(isinstance(word, str) and len(word) > 1 for word in group), f"{lang}: {group}"


def test_there_is_nothing_to_mend(project: Path) -> None:
    assert list(mends(project)) == []
