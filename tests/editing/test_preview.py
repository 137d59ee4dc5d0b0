"""Whom the preview answers, what it watches, and what it says where it cannot start."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from course.editing import preview


@pytest.mark.parametrize(
    ("host", "bound", "answered"),
    [
        ("127.0.0.1:8000", "127.0.0.1", True),
        ("LOCALHOST:8000", "127.0.0.1", True),
        ("localhost:9000", "127.0.0.1", True),
        ("[::1]:8000", "::1", True),
        ("box.lan:8000", "Box.lan", True),
        ("192.168.1.5:8000", "192.168.1.5", True),
        ("192.168.1.5:8000", "0.0.0.0", True),
        (f"{socket.gethostname()}:8000", "0.0.0.0", True),
        ("evil.example", "127.0.0.1", False),
        ("evil.example:8000", "0.0.0.0", False),
        ("192.168.1.5:8000", "127.0.0.1", False),
        ("localhost.evil.example", "127.0.0.1", False),
        ("localhost@evil.example", "127.0.0.1", False),
        ("127.0.0.1.evil.example", "127.0.0.1", False),
        ("[::1", "127.0.0.1", False),
        ("", "127.0.0.1", False),
    ],
)
def test_it_answers_to_its_own_address_only(host: str, bound: str, answered: bool) -> None:
    assert preview.answers(host, bound) is answered


def test_it_looks_at_what_a_build_reads(tmp_path: Path) -> None:
    for name in (
        "docs/zh/index.md",
        "docs/zh/.index.md.swp",
        "docs/zh/index.md~",
        "overrides/main.html",
        "mkdocs.yml",
        "site/index.html",
        ".venv/x",
        "log",
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    entries = preview.listing(tmp_path)
    assert sorted(entry.name for entry in entries(str(tmp_path))) == ["docs", "mkdocs.yml", "overrides"]
    assert [entry.name for entry in entries(str(tmp_path / "docs" / "zh"))] == ["index.md"]


def test_a_port_that_is_taken_is_noticed_and_another_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = taken.getsockname()
        with pytest.raises(OSError) as error:  # noqa: PT011 - which errno it is differs between systems
            preview.try_out(address)
        said = preview.refusal(address, error.value)
    preview.try_out(address)
    assert f"make serve ADDRESS=127.0.0.1:{address[1] + 1}" in said


def test_the_address_to_try_next_is_one_there_is() -> None:
    assert "ADDRESS=127.0.0.1:8001" in preview.refusal(("127.0.0.1", 65535), OSError("x"))


def test_it_waits_longer_than_from_one_look_to_the_next() -> None:
    assert preview.QUIET > preview.INTERVAL
