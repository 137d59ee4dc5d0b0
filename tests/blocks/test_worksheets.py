"""A worksheet is blank for whoever is to fill it in, filled for the trainer; a talk to try and a prop are not on a handout."""

from __future__ import annotations

import re

import pytest

from course.render import blocks
from course.render.inline import Audience, Scope
from course.syntax.tree import parse
from small import minimal

SHEET = "::: worksheet 两张账单\n| 差在哪 | 几天 |\n| --- | --- |\n| 抄表日 | （答：九天） |\n\n一共（答：二十七元）。\n:::"
TALK = """```try
1.
客户：快不快？
- 坐席（✗ P01）：不快。 → 2
- 坐席（✓ P01）：我查。 → 2

2.
客户：好。
结局（✓ P01）：对上了。
```"""


def rendered(text: str, audience: Audience) -> str:
    return blocks.render(parse(text).nodes, Scope(minimal(), "zh", "cases/meter.md", audience=audience))


def test_what_is_to_be_found_is_not_on_a_handout_and_behind_a_click_on_the_site() -> None:
    handout, site, key = (rendered(SHEET, audience) for audience in ("trainee", "reader", "trainer"))
    assert "九天" not in handout and "二十七元" not in handout and 'class="blank"' in handout
    shown = re.sub(r"<details.*?</details>", "", site, flags=re.DOTALL)
    assert "九天" not in shown and "二十七元" not in shown and "**九天**" in site
    assert "**九天**" in key and "**二十七元**" in key and "<details" not in key


@pytest.mark.parametrize(("text", "word"), [(TALK, "快不快"), ("::: prop 样单\n抄表日 6 日\n:::", "抄表日")])
def test_what_is_given_out_by_itself_is_not_on_a_handout(text: str, word: str) -> None:
    assert [word in rendered(text, audience) for audience in ("trainee", "reader", "trainer")] == [False, True, True]


def test_how_an_option_was_is_seen_only_once_it_is_open() -> None:
    shown = re.sub(r"<details.*</details>", "", rendered(TALK, "reader"), flags=re.DOTALL)
    summaries = re.findall(r"<summary>(.*?)</summary>", rendered(TALK, "reader"))
    assert len(summaries) == 2
    for text in (shown, *summaries):
        assert not re.search("P01|✓|✗", text)
