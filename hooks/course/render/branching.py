"""A talk to try: for a reader folds inside folds, so that it works without scripts; for a trainer all scenes at once; not on a handout."""

from __future__ import annotations

from hashlib import sha256

from course.render import markdown, spoken
from course.render.inline import Scope, expand
from course.render.wording import say
from course.syntax.branching import Branching, Option, Scene, Talk


def talk(block: Branching, scope: Scope) -> str:
    """A ``try`` fence as Markdown; nothing where it cannot be read, or for a trainee, who gets it as cards."""
    found = block.talk
    if found is None or scope.audience == "trainee":
        return ""
    if scope.audience == "trainer":
        return markdown.block("div", "\n\n".join(_flat(scene, scope) for scene in found.scenes.values()), "scenes")
    intro = f'<p class="try__intro">{say("try_intro", scope.lang)}</p>'
    return markdown.block("div", _scene(found, next(iter(found.scenes)), _name(block), scope), "try", lead=intro)


def _name(block: Branching) -> str:
    """What the folds of one talk share, and those of no other on its page: the same wherever the talk is."""
    words = "\n".join(line for _, line in block.numbered)
    return f"try-{sha256(words.encode()).hexdigest()[:8]}"


def _scene(found: Talk, number: int, way: str, scope: Scope) -> str:
    """What is said in a scene and what one can say next; ``way`` names how one came there, no two ways the same."""
    scene = found.scenes[number]
    options = [_option(found, option, f"{way}-{at}", way, scope) for at, option in enumerate(scene.options, start=1)]
    return markdown.join(spoken.turns(scene.turns, scope), *options, _end(scene, scope))


def _option(found: Talk, option: Option, way: str, group: str, scope: Scope) -> str:
    """A fold with what one could say; open, how that was and what is said then. Of one scene one is open at a time."""
    lead = f"<summary>{markdown.inline(expand(option.turn.words, scope), 'span', 'try__words')}</summary>"
    verdict = f'<p class="try__verdict try__verdict--{option.turn.mark}" markdown="1">{spoken.mark(option.turn, scope)}</p>'
    content = markdown.join(verdict, _scene(found, option.to, way, scope))
    return markdown.block("details", content, "try__option", attributes=f'name="{group}"', lead=lead)


def _end(scene: Scene, scope: Scope) -> str:
    if scene.end is None:
        return ""
    words = f'<p class="try__end-words" markdown="1"><b>{say("try_end", scope.lang)}</b> {expand(scene.end.words, scope)}</p>'
    mark = f'<p class="try__verdict try__verdict--{scene.end.mark}" markdown="1">{spoken.mark(scene.end, scope)}</p>'
    return markdown.block("div", markdown.join(words, mark), "try__end", f"try__end--{scene.end.mark}")


def _flat(scene: Scene, scope: Scope) -> str:
    """A scene under its number, with each option, its mark and where it leads."""
    lines = [f"{spoken.mark(option.turn, scope)} {expand(option.turn.words, scope)} → {option.to}" for option in scene.options]
    return markdown.join(
        f'<p class="scene__number">{scene.number}</p>',
        spoken.turns(scene.turns, scope),
        markdown.bullets(lines) if lines else "",
        f'<p class="scene__end" markdown="1"><b>{say("try_end", scope.lang)}</b> {expand(scene.end.words, scope)} {spoken.mark(scene.end, scope)}</p>'
        if scene.end
        else "",
    )
