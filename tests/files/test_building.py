"""A build that fails, is killed or meets another one leaves a whole site: the last good one, or the new one."""

from __future__ import annotations

import gzip
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.files import building


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return written(tmp_path / "site", "old")


def written(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "index.html").write_text(text, encoding="utf-8")
    return folder


def prepared(site: Path, text: str = "new") -> Path:
    """A build that is finished but for the swap."""
    return written(building.prepare(site, site.parent / "project"), text)


def text(site: Path) -> str:
    return (site / "index.html").read_text(encoding="utf-8")


def beside(site: Path) -> list[str]:
    return sorted(path.name for path in site.parent.iterdir())


def age(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let more time go by than a build ever takes; the time a folder was last touched cannot be set."""
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + building.ABANDONED + 60)


def test_every_build_has_a_folder_of_its_own_beside_the_site(site: Path) -> None:
    one, other = building.prepare(site, site.parent / "project"), building.prepare(site, site.parent / "project")
    assert one != other and one.parent == other.parent == site.parent
    assert list(one.iterdir()) == list(other.iterdir()) == []


def test_a_finished_build_takes_the_place(site: Path) -> None:
    building.swap(prepared(site), site)
    assert (text(site), beside(site)) == ("new", ["site"])


def test_the_first_build_needs_no_old_site(tmp_path: Path) -> None:
    site = tmp_path / "out" / "site"
    building.swap(prepared(site), site)
    assert (text(site), beside(site)) == ("new", ["site"])


def test_a_swap_that_fails_puts_the_old_site_back(site: Path) -> None:
    with pytest.raises(building.Refused, match=r"原来的没有动.*what was there is as it was"):
        building.swap(site.with_name("none"), site)
    assert (text(site), beside(site)) == ("old", ["site"])


def test_a_first_swap_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(building.Refused):
        building.swap(tmp_path / "none", tmp_path / "site")
    assert beside(tmp_path / "site") == []


# ---- two at once ----


@pytest.fixture
def overtake(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Path]]:
    """The builds in this list, each a finished one, swap themselves in right after the next rename."""
    waiting: list[Path] = []
    honest = Path.rename

    def rename(self: Path, target: Path) -> Path:
        done = honest(self, target)
        while waiting:
            other = waiting.pop()
            building.swap(other, other.with_name(other.name.split(".")[0]))
        return done

    monkeypatch.setattr(Path, "rename", rename)
    yield waiting


def test_a_build_that_is_overtaken_between_its_renames_still_publishes_a_whole_site(site: Path, overtake: list[Path]) -> None:
    work, other = prepared(site, "mine"), prepared(site, "theirs")
    overtake.append(other)
    building.swap(work, site)
    assert (text(site), beside(site)) == ("mine", ["site"])


def test_a_build_that_finds_the_old_site_put_back_moves_it_away_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = prepared(site)
    honest = Path.rename
    once = [True]

    def rename(self: Path, target: Path) -> Path:
        done = honest(self, target)
        if self == site and once and once.pop():
            building.restore(site)  # What any other build begins with.
        return done

    monkeypatch.setattr(Path, "rename", rename)
    building.swap(work, site)
    assert (text(site), beside(site)) == ("new", ["site"])


def test_a_build_does_not_touch_the_folder_of_another_that_is_still_at_work(site: Path) -> None:
    other = prepared(site, "theirs")
    building.swap(prepared(site, "mine"), site)
    building.swap(other, site)
    assert (text(site), beside(site)) == ("theirs", ["site"])


# ---- killed ----


class Killed(BaseException):
    """As with kill -9: nothing is put right any more."""


def killed_between_the_renames(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = prepared(site)
    honest = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self == work:
            raise Killed
        return honest(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", rename)
        with pytest.raises(Killed):
            building.swap(work, site)
    assert not site.exists()


def test_after_a_kill_between_the_renames_the_next_build_puts_the_site_back_before_anything_else(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_between_the_renames(site, monkeypatch)
    work = building.prepare(site, site.parent / "project")
    assert text(site) == "old", "also where this build is going to fail"
    building.drop(work)
    assert text(site) == "old"


def test_the_newest_of_several_old_sites_is_put_back(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stale = written(site.with_name("site.old"), "stale")
    os.utime(stale, (1, 1))
    killed_between_the_renames(site, monkeypatch)
    building.prepare(site, site.parent / "project")
    assert text(site) == "old"


def test_what_is_being_deleted_is_never_taken_for_a_site(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    building.drop(written(site.with_name("site.old-0123456789abcdef"), "half"))
    half = written(site.with_name("site.old-0123456789abcdef.gone"), "half")
    (site / "index.html").unlink()
    site.rmdir()
    building.prepare(site, site.parent / "project")
    assert not site.exists() and not half.exists()


def test_what_killed_builds_left_is_cleared_once_they_cannot_be_at_work_any_more(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared(site)
    written(site.with_name("site.old-0123456789abcdef"), "older")
    for name in ("site.building-mine", "site.building-0123456789abcdef.tar", "site.old-notes", "other.building-0123456789abcdef"):
        written(site.with_name(name), "somebody else's")
    building.prepare(site, site.parent / "project")
    assert len(beside(site)) == 1 + 2 + 4 + 1
    age(site, monkeypatch)
    new = building.prepare(site, site.parent / "project")
    assert set(beside(site)) == {
        "site", new.name, "site.building-mine", "site.building-0123456789abcdef.tar", "site.old-notes", "other.building-0123456789abcdef",
    }  # fmt: skip


# ---- what is in the way ----


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    return written(tmp_path / "elsewhere", "precious")


def test_a_site_that_is_a_link_is_refused_and_what_it_leads_to_is_left_alone(tmp_path: Path, elsewhere: Path) -> None:
    (tmp_path / "site").symlink_to(elsewhere)
    with pytest.raises(building.Refused, match=r"是链接，应是文件夹.*is a link"):
        building.prepare(tmp_path / "site", tmp_path / "project")
    assert text(elsewhere) == "precious" and beside(elsewhere) == ["elsewhere", "site"]


def test_links_with_the_names_of_our_folders_are_never_followed(site: Path, elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "site.building",
        "site.old",
        "site.old-0123456789abcdef",
        "site.building-0123456789abcdef",
        "site.old-0123456789abcdef.gone",
    ):
        site.with_name(name).symlink_to(elsewhere)
    age(site, monkeypatch)
    building.swap(prepared(site), site)
    assert (text(site), text(elsewhere)) == ("new", "precious")
    (site / "index.html").unlink()
    site.rmdir()
    building.prepare(site, site.parent / "project")
    assert not site.exists(), "a link is no site to put back"


@pytest.mark.parametrize("name", ["site.building", "site.old", "site.old-0123456789abcdef"])
def test_files_with_the_names_of_our_folders_are_in_nobodys_way(site: Path, name: str) -> None:
    site.with_name(name).write_text("x", encoding="utf-8")
    building.swap(prepared(site), site)
    assert text(site) == "new"


def test_a_file_where_the_site_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x", encoding="utf-8")
    with pytest.raises(building.Refused, match=r"是文件.*is a file"):
        building.prepare(tmp_path / "site", tmp_path / "project")
    assert (tmp_path / "site").read_text(encoding="utf-8") == "x"


def test_a_mount_point_is_refused_before_anything_is_built(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "ismount", lambda path: path == site)
    with pytest.raises(building.Refused, match=r"是挂载点.*is a mount point"):
        building.prepare(site, site.parent / "project")
    assert beside(site) == ["site"]


def test_a_site_the_system_will_not_move_is_told_and_stays(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = prepared(site)
    honest = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self == site:
            raise OSError(16, "Device or resource busy")
        return honest(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(building.Refused, match="Device or resource busy"):
        building.swap(work, site)
    assert text(site) == "old"


def test_an_old_site_that_cannot_be_deleted_does_not_keep_the_new_one_away(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: None)
    building.swap(prepared(site, "new"), site)
    building.swap(prepared(site, "newer"), site)
    assert text(site) == "newer"


def test_the_project_itself_is_never_taken_for_the_site(site: Path) -> None:
    with pytest.raises(building.Refused, match=r"里有整个项目.*holds the project itself"):
        building.prepare(site, site / "project")
    assert text(site) == "old"


def test_a_place_that_cannot_be_written_to_is_told(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def mkdir(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", mkdir)
    with pytest.raises(building.Refused, match="Permission denied"):
        building.prepare(site, site.parent / "project")


# ---- the rest ----


def test_equal_text_is_packed_to_equal_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    now = building.packed(b"<urlset/>")
    monkeypatch.setattr(time, "time", lambda: 1e9)
    assert building.packed(b"<urlset/>") == now and gzip.decompress(now) == b"<urlset/>"


def test_the_message_stands_on_every_page_and_replaces_an_earlier_one(site: Path) -> None:
    (site / "en").mkdir()
    pages = [site / "index.html", site / "en" / "index.html"]
    for page in pages:
        page.write_text('<body dir="ltr">\n<p>words</p></body>', encoding="utf-8")
    building.show_failure(site, r"first <b> & \1")
    building.show_failure(site, r"a.md:1: <二> \g<0>")
    for page in pages:
        banner = '<div id="build-failed" role="alert"><pre>a.md:1: &lt;二&gt; \\g&lt;0&gt;</pre></div>'
        assert page.read_text(encoding="utf-8") == f'<body dir="ltr">{banner}\n<p>words</p></body>'


@pytest.mark.parametrize(
    ("named", "address"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/course", "https://example.org/course/"),
        ("http://cases:8080/course/", "http://cases:8080/course/"),
    ],
)
def test_an_address_ends_with_one_slash(named: str, address: str) -> None:
    assert building.address(named) == address


@pytest.mark.parametrize(
    "named", ["example.org/course", "/course/", "https://", "ftp://example.org/", "https://example.org/?a=b", "https://example.org/#x"]
)
def test_half_an_address_is_refused(named: str) -> None:
    with pytest.raises(building.Refused, match="SITE_URL=.*write the whole address"):
        building.address(named)
