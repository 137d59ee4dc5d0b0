"""Pages one looks things up on: how a long list is cut into parts one can jump to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest

from course.content.catalogue import Catalogue
from course.content.reading import load
from course.language.lang import Lang
from course.site.pages import glossary, phrases, references
from course.site.pages.generated import Generated
from small import edited, original

Tree = Callable[..., Path]


class Lookup(Protocol):
    """A page to look things up on."""

    def pages(self, catalogue: Catalogue, lang: Lang, /) -> Iterator[Generated]: ...


def body(module: Lookup, catalogue: Catalogue, lang: Lang = "zh") -> str:
    return next(module.pages(catalogue, lang)).body


@pytest.mark.parametrize(
    ("term", "letter"),
    [
        ("工单", "G"),
        ("重要用户", "Z"),
        ("重复报修", "C"),
        ("95598 热线", "0–9"),
        ("work order", "W"),
        ("VIP 客户", "V"),
        ("《供电规则》", "0–9"),
        ("é", "0–9"),
    ],
)
def test_a_term_stands_under_its_first_letter_or_sound(term: str, letter: str) -> None:
    assert glossary.initial(term) == letter


def test_terms_are_in_order_and_every_letter_can_be_jumped_to(tree: Tree) -> None:
    row = original("docs/data/terms.yml")
    second = row.replace("work-order", "area").replace("工单", "台区").replace("work order", "area")
    third = row.replace("work-order", "meter").replace("工单", "电表").replace("work order", "meter")
    catalogue = load(tree({"docs/data/terms.yml": second + row + third}))
    zh, en = (body(glossary, catalogue, lang) for lang in ("zh", "en"))
    assert [zh.index(f"{{ #{id} }}") for id in ("meter", "work-order", "area")] == sorted(
        zh.index(f"{{ #{id} }}") for id in ("meter", "work-order", "area")
    )
    assert [en.index(f"{{ #{id} }}") for id in ("area", "meter", "work-order")] == sorted(
        en.index(f"{{ #{id} }}") for id in ("area", "meter", "work-order")
    )
    for letter in "DGT":
        assert f"[{letter}](glossary.md#letter-{letter.lower()})" in zh
        assert f"## {letter} {{ #letter-{letter.lower()} data-search-exclude }}" in zh


def test_references_stand_under_their_most_binding_statement(tree: Tree) -> None:
    row = original("docs/data/references.yml")
    law = row.replace("R01", "R02").replace("level: practice", "level: law")
    text = body(references, load(tree({"docs/data/references.yml": row + law})))
    assert text.index("[法律 1](references.md#level-law)") < text.index("[通行做法 1](references.md#level-practice)")
    assert text.index("## 法律 {") < text.index("### R02") < text.index("## 通行做法 {") < text.index("### R01")


def test_phrases_can_be_filtered_by_what_some_phrase_has(tree: Tree) -> None:
    counter = "- {id: counter, zh: 柜台, en: Counter, zh_about: 柜台。, en_about: Counter.}"
    text = body(phrases, load(tree(edited("docs/data/vocabulary.yml", ("customers:", f"{counter}\ncustomers:")))))
    assert '<button type="button" class="facet" data-value="hotline">热线</button>' in text
    assert "柜台" not in text
    assert '<p class="facets__row" data-facet="channel" markdown="1" hidden>' in text, "without a script nothing can be filtered"
    assert "(phrases.md#explaining" in text
    assert 'data-channel="hotline" data-situation="explaining"' in text
