"""The Content-Security-Policy of a page: our own host only, and no inline script but those it is written for."""

from __future__ import annotations

import base64
import hashlib
import re

_POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'"
)
"""Frames, plugins, media, fonts: nothing, by ``default-src``. Who may frame the site is for the host to say, a page cannot."""

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def policy(*partials: str) -> str:
    """The policy that lets the scripts in those pieces of the theme's templates run.

    ``main.html`` hands in, as rendered for the page, the very pieces that bring scripts, and writes the policy before anything else of
    the page. What the page says never comes near this, so that no script in it can be vouched for.
    """
    scripts = [script for partial in partials for script in _SCRIPT.findall(partial)]
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in dict.fromkeys(scripts)]
    return _POLICY.format(hashes="".join(f" 'sha256-{digest}'" for digest in digests))
