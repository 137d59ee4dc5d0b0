"""A paper of a dossier: ``::: paper chat 2 月 3 日 · 台区群聊``. Its first word says what it looks like, the rest is its title."""

from __future__ import annotations

LOOKS = ("order", "call", "chat", "transfer", "estimate", "sketch", "minutes", "circular", "letter", "notice", "record")
"""A work order, the transcript of a call, a chat, a transfer slip, a cost estimate, a sketch, minutes, a circular, a letter, a notice, a log."""


def look_and_title(title: str) -> tuple[str, str]:
    """What a paper looks like, the last of ``LOOKS`` where it does not say, and its title without that word."""
    look, _, rest = title.partition(" ")
    return (look, rest.strip()) if look in LOOKS and rest.strip() else (LOOKS[-1], title.strip())
