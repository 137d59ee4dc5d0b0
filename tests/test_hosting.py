"""The configurations for nginx and Caddy, each asked by a server that runs it: what is packed, what is kept, what is said of frames, what is lost."""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

import pytest

from site_server import HEADERS
from small import ROOT

pytestmark = pytest.mark.slow

NGINX, CADDY = ROOT / "hosting" / "nginx.conf", ROOT / "hosting" / "Caddyfile"
LONG = "文字 words " * 200
FILES = {
    "index.html": f"<p>{LONG}",
    "404.html": f"<p>找不到 {LONG}",
    "en/404.html": f"<p>Not found {LONG}",
    "en/cases/index.html": f"<p>cases {LONG}",
    "assets/javascripts/bundle.a5f9d56c.min.js": f"// {LONG}",
    "assets/css/course.css": f"/* {LONG} */",
    "search/search_data.json": f'["{LONG}"]',
    "data/cases.csv": LONG,
    "sitemap.xml": f"<a>{LONG}</a>",
    ".hidden": "x",
}
"""One file of each sort the site has."""


@dataclass(frozen=True)
class Answer:
    """What a server sent."""

    status: int
    headers: HTTPMessage
    body: bytes


@dataclass(frozen=True)
class Server:
    """A server that answers on a port of this machine."""

    port: int

    def get(self, path: str, **headers: str) -> Answer:
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one file of each sort, one of them packed beforehand."""
    folder = tmp_path_factory.mktemp("hosted")
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    (folder / "sitemap.xml.gz").write_bytes(gzip.compress(b"<a>packed beforehand</a>", mtime=0))
    return folder


def nginx(site: Path, place: Path, port: int) -> list[str]:
    """The command that serves that folder with our configuration, in a place of its own."""
    text = NGINX.read_text(encoding="utf-8")
    assert text.count("root /srv/course/site;") == text.count("listen 8080;") == 1, "what an operator replaces"
    (place / "course.conf").write_text(text.replace("/srv/course/site", str(site)).replace("listen 8080", f"listen 127.0.0.1:{port}"))
    temporary = " ".join(f"{name}_temp_path {place}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = "user root;" if os.geteuid() == 0 else ""  # Else its worker may not read this folder.
    types = Path("/etc/nginx/mime.types")
    (place / "nginx.conf").write_text(
        f"{user} daemon off; pid {place}/pid; error_log {place}/errors; events {{}}\n"
        f"http {{ include {types}; access_log off; {temporary} include {place}/course.conf; }}\n"
    )
    return ["nginx", "-e", f"{place}/errors", "-p", str(place), "-c", f"{place}/nginx.conf"]


def caddy(site: Path, place: Path, port: int) -> list[str]:
    """The same for Caddy, which reads port and folder from the environment."""
    return ["caddy", "run", "--config", str(CADDY), "--adapter", "caddyfile"]


COMMANDS = {"nginx": nginx, "caddy": caddy}


@pytest.fixture(scope="module", params=COMMANDS)
def server(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Each server in turn, with the site; skipped where this machine has none."""
    program = shutil.which(request.param) or shutil.which(request.param, path="/usr/sbin")
    if program is None:
        pytest.skip(f"no {request.param} on this machine; to ask it, install it (apt: nginx-light, caddy)")
    place = tmp_path_factory.mktemp(request.param)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    own = {"SITE_ADDRESS": f"http://127.0.0.1:{port}", "SITE_ROOT": str(site), "XDG_CONFIG_HOME": str(place), "XDG_DATA_HOME": str(place)}
    command = [program, *COMMANDS[request.param](site, place, port)[1:]]
    with (place / "said").open("w") as said, subprocess.Popen(command, stdout=said, stderr=said, env=os.environ | own) as process:
        try:
            _listening(port, process, place / "said")
            yield Server(port)
        finally:
            process.terminate()


def _listening(port: int, process: subprocess.Popen[bytes], said: Path) -> None:
    """Wait until it answers; what it said is the failure where it does not."""
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail(said.read_text(), pytrace=False)


PAGES = [
    "/",
    "/en/cases/",
    "/assets/css/course.css",
    "/assets/javascripts/bundle.a5f9d56c.min.js",
    "/search/search_data.json",
    "/data/cases.csv",
]


@pytest.mark.parametrize("path", [*PAGES, "/nowhere/", "/en/nowhere", "/assets/"])
def test_every_answer_says_what_a_page_cannot(server: Server, path: str) -> None:
    said = server.get(path).headers
    assert {name: said.get(name) for name in HEADERS} == HEADERS
    assert not any(digit in said.get("Server", "") for digit in "0123456789"), "no version to look up holes for"


@pytest.mark.parametrize("path", PAGES)
def test_text_is_packed_for_who_takes_it_and_says_how_it_is_written(server: Server, path: str) -> None:
    plain, packed = server.get(path), server.get(path, Accept_Encoding="gzip")
    assert plain.status == packed.status == 200
    assert packed.headers["Content-Encoding"] == "gzip" and "Accept-Encoding" in packed.headers["Vary"]
    assert gzip.decompress(packed.body) == plain.body and len(packed.body) < len(plain.body) / 5
    assert plain.headers["Content-Type"] != "application/octet-stream", "or nosniff keeps it from being used"
    if path.endswith(("/", ".css", ".js", ".csv")):
        assert plain.headers["Content-Type"].lower().endswith("charset=utf-8")


def test_what_was_packed_beforehand_is_sent_as_it_is(server: Server) -> None:
    answer = server.get("/sitemap.xml", Accept_Encoding="gzip")
    assert gzip.decompress(answer.body) == b"<a>packed beforehand</a>"
    assert "xml" in answer.headers["Content-Type"]
    assert server.get("/sitemap.xml").body.decode() == FILES["sitemap.xml"]


@pytest.mark.parametrize("path", PAGES)
def test_only_a_name_with_a_hash_in_it_is_kept(server: Server, path: str) -> None:
    kept = "public, max-age=31536000, immutable" if ".a5f9d56c." in path else "no-cache"
    first = server.get(path)
    assert first.headers["Cache-Control"] == kept
    again = server.get(path, If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b""), "asked about, it is answered in a line"
    assert again.headers["Cache-Control"] == kept


@pytest.mark.parametrize(
    ("path", "page"),
    [("/nowhere", "404.html"), ("/enough/", "404.html"), ("/assets/", "404.html"), ("/.hidden", "404.html"), ("/no.csv", "404.html"), ("/assets/x.00000000.min.js", "404.html"),
     ("/en/nowhere/", "en/404.html"), ("/en/", "en/404.html"), ("/en/no.csv", "en/404.html")],
)  # fmt: skip
def test_what_is_not_there_is_told_in_the_language_asked_for(server: Server, path: str, page: str) -> None:
    answer = server.get(path)
    assert (answer.status, answer.body.decode()) == (404, FILES[page])
    assert answer.headers["Cache-Control"] == "no-cache", "a page that comes tomorrow is found tomorrow"


def test_a_folder_without_its_slash_leads_to_itself_wherever_the_server_stands(server: Server) -> None:
    answer = server.get("/en/cases")
    assert answer.status in (301, 308) and answer.headers["Location"] in ("/en/cases/", "cases/")


def test_nothing_outside_the_folder_is_served(server: Server) -> None:
    for path in ("/../../etc/passwd", "/..%2f..%2fetc/passwd", "/assets/..%2f..%2f..%2fetc%2fpasswd"):
        assert server.get(path).status in (400, 404), path


def test_both_say_the_same() -> None:
    """Without a server, too: each header, and the name of what is kept, is in both files."""
    texts = [file.read_text(encoding="utf-8") for file in (NGINX, CADDY)]
    for text in texts:
        for name, value in HEADERS.items():
            assert f"{name} " in text and value in text
        assert r"/assets/.+\.[0-9a-f]{8}\.min\.(css|js)$" in text
