"""Which page cites which reference, in either language."""

from __future__ import annotations

from course import citations
from course.catalogue import Catalogue
from small import minimal, page


def test_a_page_cites_what_stands_in_either_language() -> None:
    assert citations.of(page("见[R13]和[R13]、[M05]", "see [U01]")) == {"R13", "M05", "U01"}


def test_links_and_other_codes_are_no_citations() -> None:
    assert citations.of(page("[R13](a.md) [[C09]] R14 [X01] [R1]")) == frozenset()


def test_a_reference_knows_the_pages_that_cite_it() -> None:
    assert {id: [page.code for page in pages] for id, pages in citations.pages_citing(minimal()).items()} == {"R01": ["C01"]}


def test_nothing_is_cited_in_an_empty_course() -> None:
    assert citations.pages_citing(Catalogue()) == {}
