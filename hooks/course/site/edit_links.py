"""Where a page is changed and where to say what is wrong with it, on whatever host keeps the project: two links at its end.

One setting says where: ``https://github.com/you/course``, the same at GitLab or Gitee; ``#dev`` behind it names another branch than
main, ``gitlab+`` before it the kind of host where its name does not say it. Nothing set, no page has a link.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote, urlencode, urlsplit

from course.files.building import Refused
from course.files.version import version
from course.language.lang import Lang
from course.render import markdown
from course.render.wording import say

Host = Literal["github", "gitlab", "gitee"]
HOSTS: tuple[Host, ...] = ("github", "gitlab", "gitee")
FORM = "wrong.yml"
"""The form below ``.github/ISSUE_TEMPLATE`` that asks what is wrong; Gitee reads that folder, too."""

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True)
class Home:
    """Where the project is kept, where its site is, and who answers."""

    repository: str = ""
    """Without a slash at its end."""
    host: Host = "github"
    branch: str = "main"
    mail: str = ""
    """Who is written to where there is no repository."""
    site: str = ""
    """Address of the Chinese site, with a slash at its end."""
    version: str = ""


NOWHERE = Home()


def home(settings: Mapping[str, Any], environment: Mapping[str, str], root: Path) -> Home:
    """What the settings of ``mkdocs.yml`` say, or in their place the environment; Refused where one of them leads nowhere."""
    repository = environment.get("REPO_URL") or settings.get("repo_url") or ""
    mail = environment.get("CONTACT_MAIL") or settings.get("extra", {}).get("contact_mail") or ""
    if not repository and not mail:
        return NOWHERE
    if mail and not _MAIL.fullmatch(mail):
        raise Refused(f"CONTACT_MAIL={mail}：要写一个邮箱地址 / expected one mail address")
    return replace(_kept(repository), mail=mail, site=settings.get("site_url") or "", version=version(root))


def _kept(repository: str) -> Home:
    """Where that repository is; Refused where it is no address of one, or nothing says what kind of host it is at."""
    if not repository:
        return NOWHERE
    try:
        parts = urlsplit(repository)
    except ValueError:  # An address with half a bracket.
        parts = urlsplit("")
    kind, _, scheme = parts.scheme.rpartition("+")
    host = next((host for host in HOSTS if host == kind or (not kind and host in parts.netloc.lower())), None)
    if scheme not in ("http", "https") or "/" not in parts.path.strip("/") or parts.query or "@" in parts.netloc or host is None:
        raise Refused(
            f"REPO_URL={repository}：要写项目的网址，比如 https://gitee.com/you/course；看不出是哪种网站的，前面加上，比如 gitlab+https://… "
            "/ expected the project's address, like https://github.com/you/course; where the host's name does not say what it is, "
            "write that before it, like gitlab+https://..."
        )
    address = f"{scheme}://{parts.netloc}/{parts.path.strip('/').removesuffix('.git')}"
    return Home(address, host, parts.fragment or "main")


def facts(at: Home, path: str, source: str, title: str, lang: Lang) -> dict[str, Any]:
    """Front matter with the links of the page at that path, for the template; empty where there are none.

    ``source`` is the file an editor changes to change it, or the folder of those it is made from.
    """
    links = {"edit": _edit(at, source, lang), "tell": _tell(at, path, title, lang)}
    found: dict[str, str] = {name: link for name, link in links.items() if link}
    if found.get("edit"):
        found["edit_words"] = say(_edit_words(source), lang)
    if found.get("tell"):
        found |= {"tell_words": say("tell_wrong", lang), "section": quote(say("tell_section", lang), safe="")}
    return {"links": found} if found else {}


def _edit(at: Home, source: str, lang: Lang) -> str:
    """To the file's editor, or to the folder as it is."""
    if not at.repository:
        return ""
    file = "." in source.rpartition("/")[2]
    if not file:  # The same folder of its own language.
        source = re.sub(r"^docs/zh/", f"docs/{lang}/", source)
    between = "/-/" if at.host == "gitlab" else "/"
    return f"{at.repository}{between}{'edit' if file else 'tree'}/{quote(at.branch)}/{quote(source)}"


def _edit_words(source: str) -> str:
    """Name of the word that says what the link leads to."""
    if "." not in source.rpartition("/")[2]:
        return "edit_folder"
    return "edit_page" if source.endswith(".md") else "edit_table"


def _tell(at: Home, path: str, title: str, lang: Lang) -> str:
    """To a form that knows the page and the version. Which section it is, the script says, or whoever fills it in."""
    page = f"{title} {at.site}{'en/' if lang == 'en' else ''}{markdown.address(path)}"
    section, subject = say("tell_section", lang), say("tell_title", lang, title)
    text = say("tell_text", lang, page, section, at.version or "?")
    if at.repository and at.host == "gitlab":
        return _asked(f"{at.repository}/-/issues/new", {"issue[title]": subject, "issue[description]": text})
    if at.repository:
        fields = {"template": FORM, "title": subject, "page": page, "section": section, "version": at.version}
        return _asked(f"{at.repository}/issues/new", fields)
    return _asked(f"mailto:{at.mail}", {"subject": subject, "body": text.replace("\n", "\r\n")}) if at.mail else ""


def _asked(address: str, fields: Mapping[str, str]) -> str:
    return f"{address}?{urlencode(fields, quote_via=quote, safe='')}"
