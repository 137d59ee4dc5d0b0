"""What GitHub and Gitee read to ask people for words: sound, in both languages, and with a warning against real names."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from small import ROOT

FOLDER = ROOT / ".github"
FORMS = {
    file.stem: yaml.safe_load(file.read_text(encoding="utf-8"))
    for file in (FOLDER / "ISSUE_TEMPLATE").glob("*.yml")
    if file.stem != "config"
}
CHINESE, ENGLISH = re.compile(r"[一-龥]"), re.compile(r"[a-z]{3}", re.IGNORECASE)


def said(form: Any) -> list[str]:
    """Everything a form says, wherever it stands."""
    if isinstance(form, dict):
        return [words for name, value in form.items() if name not in ("type", "id") for words in said(value)]
    if isinstance(form, list):
        return [words for value in form for words in said(value)]
    return [form] if isinstance(form, str) else []


def test_there_is_one_for_each_thing_people_come_with() -> None:
    assert set(FORMS) == {"wrong", "suggestion", "case"}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_one_its_host_takes(name: str) -> None:
    form = FORMS[name]
    assert set(form) == {"name", "description", "title", "body"}
    ids = [element["id"] for element in form["body"] if element["type"] != "markdown"]
    assert len(ids) == len(set(ids)) and not {"title", "body", "template", "labels"} & set(ids), "names a query has for itself"
    for element in form["body"]:
        assert element["type"] in ("markdown", "input", "textarea", "dropdown", "checkboxes")
        assert set(element) <= {"type", "id", "attributes", "validations"}
        assert ("value" if element["type"] == "markdown" else "label") in element["attributes"]


@pytest.mark.parametrize("name", FORMS)
def test_a_form_speaks_both_languages_and_warns_first(name: str) -> None:
    for words in said(FORMS[name]):
        assert CHINESE.search(words) and ENGLISH.search(words), words
    first = FORMS[name]["body"][0]
    assert first["type"] == "markdown" and "真实" in first["attributes"]["value"] and "No real" in first["attributes"]["value"]


def test_a_pull_request_is_asked_three_questions_in_both_languages() -> None:
    text = (FOLDER / "pull_request_template.md").read_text(encoding="utf-8")
    assert re.findall(r"^(\d)\. \*\*[一-龥，]+？\*\*", text, re.MULTILINE) == ["1", "2", "3"]
    assert len(re.findall(r"^   \*\*[A-Z][\w, ]+\?\*\*", text, re.MULTILINE)) == 3
    assert "真实的人" in text and "No real people" in text


def test_what_can_publish_has_an_owner_and_is_there() -> None:
    lines = [line.split() for line in (FOLDER / "CODEOWNERS").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    owned = {path.strip("/") for path, *_ in lines}
    assert all(owners and all(owner.startswith("@") for owner in owners) for _, *owners in lines)
    assert {".github", "tools", "hooks", "overrides", "requirements*", "Makefile"} <= owned
    for path in owned - {"*"}:
        assert list(ROOT.glob(path)), path
