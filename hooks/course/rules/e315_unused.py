"""Every drawing is shown on a page.

References nothing cites yet are no mistake: the table is ahead of the pages, which are written part by part. ``make status``
and the references page list them. A term that no page uses is in the glossary all the same, and plans and phrases have pages
of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.rules.bodies import sides
from course.syntax.nodes import View

CODE = "E315"
WHY = "没放进页面的图谁也看不到，词却要一直跟着改。/ A drawing on no page is seen by nobody, and its words want keeping all the same."


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Drawings on no page; nothing while a page that may show one cannot be read."""
    if any(problem.path.endswith(".md") for problem in catalogue.problems):
        return
    unseen = set(catalogue.figures)
    for _, _, source in sides(catalogue) if unseen else ():
        if "figure" in source.body and source.tree.torn:
            return
        unseen -= {leaf.argument for leaf in source.tree.leaves if isinstance(leaf, View) and leaf.name == "figure"}
    for name in sorted(unseen):
        zh = f"没有页面用到图 {name}，应在要放图的地方单独写一行 {{{{ figure: {name} }}}}，不用的图连同 {name}.svg 一起删去"
        en = f"no page shows the drawing {name}, expected a line {{{{ figure: {name} }}}} where it belongs, or it and {name}.svg deleted"
        yield Problem(catalogue.tables[f"figures/{name}"].path, 1, CODE, zh, en)
