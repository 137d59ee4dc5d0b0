"""A Content-Security-Policy in every page: our own host only, and no inline script but those the page was built with."""

from __future__ import annotations

import base64
import hashlib
import re

_POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'self'"
)


_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
"""Reading only, so a match too many (in a comment, say) costs a needless hash and nothing else; a parser costs a tenth of the build."""


def inline_scripts(page: str) -> list[str]:
    """Text of each script that stands in the page itself and that a browser would run, once each."""
    found = [text for attributes, text in _SCRIPT.findall(page) if not re.search(r"\bsrc=|\btype=[\"']?application/json", attributes)]
    return list(dict.fromkeys(found))


def with_policy(page: str) -> str:
    """The HTML page with its policy as the first thing in its head."""
    digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inline_scripts(page)]
    hashes = "".join(f" 'sha256-{digest}'" for digest in digests)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY.format(hashes=hashes)}">'
    return page.replace("<head>", f"<head>\n    {meta}", 1)
