"""May the English of these pages be recorded as current? Not while a page of the pair is wrong or the two differ."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from course.content.catalogue import AnyPage, Catalogue
from course.content.problem import Problem, report
from course.translation.outdated import stamps


@dataclass(frozen=True)
class Decision:
    """What was asked for, looked at."""

    pages: Sequence[AnyPage] = ()
    """The pages to stamp."""
    refused: str = ""
    """Why none is stamped, and what to do; empty where nothing is in the way."""
    elsewhere: int = 0
    """How many problems there are that these pages have no part in."""


Check = Callable[[Catalogue, Collection[str]], list[Problem]]
"""What finds all problems of a course some of whose pages, by path, are not as they were read."""


def decided(catalogue: Catalogue, wanted: Iterable[str], everything: bool, check: Check) -> Decision:
    """Pages by code, path or file name, or every page that has English; for those, any problem at all is in the way."""
    by_name = {name: page for page in catalogue.pages.values() for name in _names(page)}
    broken = {problem.path for problem in catalogue.problems}
    named: dict[str, AnyPage] = {}
    files: set[str] = set()
    unknown = []
    for name in wanted:
        if page := by_name.get(name) or by_name.get(name.upper()):
            named[page.path] = page
            continue
        path = name.removeprefix("docs/zh/").removeprefix("docs/en/")
        if here := {f"docs/zh/{path}", f"docs/en/{path}"} & broken:
            files |= here
        elif name in catalogue.unread:
            return Decision(
                refused=f"{name} 的文件读不出来，先运行 make check，改好再来 / {name} cannot be read: mend what make check lists first"
            )
        else:
            unknown.append(name)
    if unknown:
        return Decision(refused=f"没有这些页面，请写编号，如 C09 / no such page, expected a code such as C09: {', '.join(unknown)}")
    files |= {f"docs/{lang}/{path}" for path in named for lang in ("zh", "en")}
    pages = [page for page in catalogue.pages.values() if "en" in page.sides] if everything else list(named.values())
    problems = check(_as_if_current(catalogue, pages), [page.path for page in pages])
    if own := [problem for problem in problems if everything or problem.path in files]:
        return Decision(
            refused=f"{report(own)}\n"
            "没有记录：两页要先对得上。照上面改好（中文页、英文页都可以改），再运行一次同样的命令。 / "
            "Nothing recorded: the two pages must agree first. Mend what is listed above, in either page, then run the same command again."
        )
    if missing := [page.path for page in named.values() if "en" not in page.sides]:
        return Decision(refused=f"还没有英文页 / no English page yet: {', '.join(missing)}")
    return Decision(pages, elsewhere=len(problems))


def _names(page: AnyPage) -> tuple[str, ...]:
    return (page.code or page.path, page.path, *(f"docs/{lang}/{page.path}" for lang in ("zh", "en")))


def _as_if_current(catalogue: Catalogue, pages: Iterable[AnyPage]) -> Catalogue:
    """The catalogue with those pages accepted, so that the rules compare the passages they leave alone while they are behind."""
    new = {page.path: _current(page) for page in pages if "en" in page.sides}

    def with_new(old: Mapping[str, AnyPage]) -> dict[str, AnyPage]:
        return {key: new.get(page.path, page) for key, page in old.items()}

    return replace(
        catalogue,
        chapters=with_new(catalogue.chapters),
        cases=with_new(catalogue.cases),
        principles=with_new(catalogue.principles),
        forms=with_new(catalogue.forms),
        plain=with_new(catalogue.plain),
    )


def _current(page: AnyPage) -> AnyPage:
    english = page.words["en"].model_copy(update={"translated": stamps(page)})
    return replace(page, words={**page.words, "en": english})
