"""Every code can be explained, and the guides say the same as the table they are made from."""

from __future__ import annotations

import re

import pytest

import contributing
from course.__main__ import main
from course.language.lang import LANGS, Lang
from course.rules import RULES, explained
from small import ROOT

SAID = re.compile(r"\"(E[01]\d\d)\"")


def test_every_code_there_is_is_explained_and_no_other() -> None:
    reading = {code for file in (ROOT / "hooks/course").rglob("*.py") for code in SAID.findall(file.read_text(encoding="utf-8"))}
    assert explained.explanations().keys() == reading | {rule.CODE for rule in RULES}


@pytest.mark.parametrize("code", explained.explanations())
def test_it_says_why_in_both_languages_and_shows_what_is_told_and_what_is_not(code: str) -> None:
    found = explained.explanations()[code]
    zh, en = explained.why(code).split("/", 1)
    assert re.search("[\u4e00-\u9fff]", zh) and re.search("[a-z]{3}", en)
    assert found.wrong != found.right
    assert all(f"[{code}]" in told.seen.zh and f"[{code}]" in told.seen.en for told in found.told)
    assert f"{code}  " in next(iter(explained.lines(code)))


@pytest.mark.parametrize("lang", LANGS)
def test_the_guide_has_the_table_as_it_is_now(lang: Lang) -> None:
    guide = contributing.GUIDES[lang].read_text(encoding="utf-8")
    assert contributing.written(guide, lang) == guide, "make contributing"


def test_a_guide_without_the_table_is_refused() -> None:
    with pytest.raises(ValueError, match="0 tables"):
        contributing.written("# 查一查\n", "zh")


def test_codes_are_explained_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "e302", "E999"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("E302  ") and "not told" in out
    assert "E999" in err and "E302" not in err
    assert main(["explain", "E001"]) == 0
