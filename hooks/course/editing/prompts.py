"""What a new page needs to know, asked for in the terminal: one question at a time, and again until the answer will do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from course.content.catalogue import Catalogue
from course.editing import new
from course.editing.new import Wish

Name = Literal["slug", "title", "title-en", "chapter", "family"]

_ALL = tuple(new.KINDS)
QUESTIONS: Mapping[Name, tuple[str, tuple[str, ...]]] = {
    "slug": ("文件名，会成为网址（小写英文和连字符，如 late-reading）/ file name, becomes the address", _ALL),
    "title": ("中文标题 / Chinese title", _ALL),
    "title-en": ("英文标题 / English title", _ALL),
    "chapter": ("哪一章，如 1.2（新章写部分，如 1）/ chapter, or part of a new chapter", ("case", "chapter")),
    "family": ("原则类别，如 communication / family of the principle", ("principle",)),
}
"""Option, question, and the kinds it is asked for."""

STOPPED = "没有写：话没有问完 / nothing written: not every question was answered"


def wish(catalogue: Catalogue, kind: str, given: Mapping[Name, str], ask: Callable[[str], str], tell: Callable[[str], None]) -> Wish | None:
    """The page that is wanted, from what was given and what is answered; None where something given will not do or answers end.

    A wrong answer is told and its question asked again; of what was given, all that is wrong is told at once.
    """
    answers = {name: given[name] for name in QUESTIONS if given.get(name)}
    if said := [words for name, value in answers.items() if (words := new.wrong(catalogue, kind, name, value))]:
        tell("\n".join(said))
        return None
    for name, (question, kinds) in QUESTIONS.items():
        while name not in answers and kind in kinds:
            try:
                answer = ask(f"{question}: ").strip()
            except (EOFError, KeyboardInterrupt):
                tell(f"\n{STOPPED}")
                return None
            if said_now := new.wrong(catalogue, kind, name, answer):
                tell(said_now)
            else:
                answers[name] = answer
    titles = {"zh": answers["title"], "en": answers["title-en"]}
    return Wish(new.KINDS[kind], answers["slug"], titles, answers.get("chapter", ""), answers.get("family", ""))  # type: ignore[arg-type]
