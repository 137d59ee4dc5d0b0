"""A Content-Security-Policy in every page: our own host only, and no inline script but those the page was built with."""

from __future__ import annotations

import base64
import hashlib
from html.parser import HTMLParser

_POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'self'"
)


class _InlineScripts(HTMLParser):
    """Collects the text of scripts a browser would run that stand in the page itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        data_block = (named.get("type") or "text/javascript") not in ("text/javascript", "module")
        self._inside = tag == "script" and "src" not in named and not data_block

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found.append(data)
            self._inside = False


def with_policy(page: str) -> str:
    """The HTML page with its policy as the first thing in its head."""
    scripts = _InlineScripts()
    scripts.feed(page)
    hashes = "".join(
        f" 'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in dict.fromkeys(scripts.found)
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY.format(hashes=hashes)}">'
    return page.replace("<head>", f"<head>\n    {meta}", 1)
