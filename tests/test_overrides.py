"""A template of ours that replaces one of the theme's was made from that one: when a release changes it, somebody must look.

``python tests/test_overrides.py`` prints the table below as it should be, to be put in once ours have been brought up to date.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import material
import mkdocs

from small import ROOT

OURS = ROOT / "overrides"
THEIRS = (Path(material.__file__).parent / "templates", Path(mkdocs.__file__).parent / "templates")
"""Where a template is looked for, after our own."""

MADE_FROM = {
    "404.html": "80c93494b5432b1b",
    "base.html": "8536d352b0093623",
    "main.html": "9948b55a7bc979c3",
    "partials/content.html": "ce33929c85af129f",
    "partials/footer.html": "50c2a75f013b7b03",
    "partials/header.html": "8cf3fb15bcf969ff",
    "partials/language.html": "3a44516f305006ac",
    "partials/nav.html": "af33f6e032f632eb",
    "partials/search.html": "bfd556535abcddb9",
    "partials/tabs-item.html": "52fe1f551aa2dbfc",
    "sitemap.xml": "0950766d642ac999",
}
"""Template we replace or extend -> the beginning of the hash of the original ours was made from."""


def original(path: str) -> Path | None:
    """The theme's template of that name, if it has one."""
    return next((folder / path for folder in THEIRS if (folder / path).is_file()), None)


def present() -> dict[str, str]:
    """Each template of the theme that ours replace or extend, and its hash as it is installed."""
    ours = [file.relative_to(OURS).as_posix() for kind in ("*.html", "*.xml") for file in OURS.rglob(kind)]
    found = {path: original(path) for path in sorted([*ours, "base.html"])}  # main.html extends it.
    return {path: digest(file.read_bytes()) for path, file in found.items() if file}


def digest(content: bytes) -> str:
    """Of a template, however its lines end."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()[:16]


def advice(now: dict[str, str], then: dict[str, str]) -> str:
    """What to do about every template that is not the one ours was made from; empty if all are."""
    changed = [path for path in sorted(now.keys() | then.keys()) if now.get(path) != then.get(path)]
    return "\n".join(
        f"overrides/{path}: the theme's {path} is not the one ours was made from; compare the two releases' {original(path) or path}, "
        f"bring ours up to date, then write {now.get(path)!r} for it in MADE_FROM of {Path(__file__).name}"
        for path in changed
    )


def test_ours_were_made_from_the_originals_that_are_installed() -> None:
    assert not (said := advice(present(), MADE_FROM)), said


def test_a_changed_original_is_named_and_what_to_do() -> None:
    said = advice(present() | {"partials/header.html": "new"}, present())
    assert said.startswith("overrides/partials/header.html: ") and said.count("\n") == 0
    assert "bring ours up to date" in said and "'new'" in said


if __name__ == "__main__":
    print("\n".join(f'    "{path}": "{hash}",' for path, hash in present().items()))
