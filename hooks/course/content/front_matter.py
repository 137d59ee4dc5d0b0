"""Text of a page or table -> its data, its body, and the line of each value.

Reads the file itself, because MkDocs prints broken YAML as body text and carries on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import yaml

from course.content import yaml_causes
from course.content.problem import Problem
from course.content.source import Key, Source
from course.files import disk, limits

MAX_BYTES = 1_000_000
"""A text this long is a mistake (a pasted picture, a wrong file) and would stall every check after it."""

MAX_VALUES = 100_000
"""More values than any table of ours has; a text with more is an attack."""

MAX_DEPTH = 50
"""Deeper nesting than in any file of ours; beyond it the YAML library itself fails."""

_CLASH = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
_LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029]")
"""Everything YAML takes for the end of a line."""


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Safe YAML whose dates stay text: a date is words to us, not a moment."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in rules if not tag.endswith(":timestamp")]
        for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def read(file: Path, path: str) -> str | Problem:
    """The file's text with LF line ends, or the problem that keeps it from being read."""
    try:
        raw = disk.read(file, MAX_BYTES + 1)
        if len(raw) > MAX_BYTES:
            size = file.stat().st_size
            return Problem(
                path,
                1,
                "E001",
                f"文件有 {size / 1e6:.1f} MB，应小于 {MAX_BYTES / 1e6:.0f} MB",
                f"the file has {size / 1e6:.1f} MB, expected less than {MAX_BYTES / 1e6:.0f} MB",
            )
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return Problem(
            path,
            line,
            "E002",
            "这里不是 UTF-8 文字，请用 UTF-8 编码另存",
            "this is not UTF-8 text, expected the file saved as UTF-8",
        )
    except FileNotFoundError:
        return Problem(
            path, 1, "E003", "没有这个文件，是不是删掉或改了名？请放回来", "the file is missing, expected it back under this name"
        )
    except IsADirectoryError:
        return Problem(path, 1, "E003", "这是文件夹，应是文件；文件夹名不要以 .md 结尾", "this is a folder, expected a file")
    except disk.NotRegularFile:
        return Problem(path, 1, "E010", "这里应是文件本身，不是链接或设备", "this is a link or a device, expected the file itself")
    except OSError as error:
        return Problem(path, 1, "E003", f"文件读不出来：{error.strerror}", f"cannot read the file: {error.strerror}")
    if not text.strip():
        return Problem(path, 1, "E004", "文件是空的，应有内容", "the file is empty, expected content")
    text = _LINE_END.sub("\n", text)
    if excess := limits.overlong(text, path):
        return Problem(path, excess.line, excess.code, excess.zh, excess.en)
    return text


def glimpse(file: Path) -> str:
    """What can be made out of a file that cannot be read, to learn which ids it may hold."""
    try:
        return disk.read(file, MAX_BYTES).replace(b"\0", b"").decode("utf-8", "replace")
    except OSError:
        return ""


def page(text: str, path: str) -> Source | Problem:
    """A Markdown page: front matter between two ``---`` lines, then the body."""
    if clash := _conflict(text, path):
        return clash
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return Problem(
            path,
            1,
            "E005",
            "第一行应是 ---，下面写标题等信息，再用一行 --- 结束",
            "expected the first line to be ---, then title and so on, closed by another --- line",
        )
    end = closing_line(lines)
    if end is None:
        return Problem(path, 1, "E005", "开头的 --- 没有用另一行 --- 结束", "the opening --- is never closed, expected another --- line")
    parsed = table("\n".join(lines[1:end]), path, first_line=2)
    if isinstance(parsed, Problem):
        return parsed
    if lost := _comment(lines[1:end], parsed):
        return Problem(
            path,
            lost,
            "E008",
            "“ #”和后面的字会被当成注释丢掉：是内容，请在整句外面加一对 ' '；是备注，请另起一行，以 # 开头",
            "` #` and what follows would be dropped as a comment, expected ' ' round the whole value, or, for a note, a line of its own",
        )
    if not isinstance(parsed.data, dict):
        return Problem(path, 2, "E006", "两行 --- 之间应是“名称: 内容”", "expected `name: value` lines between the two --- lines")
    return Source(path, parsed.data, parsed.lines, "\n".join(lines[end + 1 :]), end + 2, text)


def closing_line(lines: Sequence[str]) -> int | None:
    """The 0-based line that closes a page's front matter; None where its first line opens none, or it is never closed."""
    if lines[0].removeprefix("\ufeff").rstrip() != "---":
        return None
    return next((number for number, line in enumerate(lines) if number and line.rstrip() == "---"), None)


def table(text: str, path: str, first_line: int = 1) -> Source | Problem:
    """A YAML text. A syntax mistake or a key written twice comes back as a problem with its line."""
    if clash := _conflict(text, path):
        return clash
    lines: dict[Key, int] = {}
    try:
        _bound_depth(text)
        loader = _Loader(text)
        node = loader.get_single_node()
        repeated = _number(node, (), first_line, lines) if node else None
        if repeated:
            name, line = repeated
            return Problem(path, line, "E007", f"“{name}”写了两次，应只写一次", f"`{name}` stands twice, expected once")
        data = loader.construct_document(node) if node else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return _broken(text, path, first_line, mark.line if mark else 0, str(error.problem))
    except yaml.reader.ReaderError as error:
        found = yaml.reader.Reader.NON_PRINTABLE.search(text)  # Its own position counts bytes or letters, as the loader likes.
        line = first_line + (text.count("\n", 0, found.start()) if found else 0)
        zh, en = f"YAML 里有看不见的控制字符 {error.character:#04x}", f"broken YAML: invisible control character {error.character:#04x}"
        return Problem(path, line, "E006", f"{zh}，请删去这一行重新输入", f"{en}, expected the line typed anew")
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return Problem(path, first_line, "E006", f"YAML 读不懂：{error}", f"broken YAML: {error}")
    except (LookupError, AttributeError, TypeError):  # What the YAML library raises for a tag such as `!!int` on what is none.
        return Problem(path, first_line, "E006", "YAML 读不懂：!! 标记与内容不符", "broken YAML: a `!!` tag does not suit its value")
    return Source(path, data, lines, text=text)


def compose(text: str) -> yaml.Node | None:
    """The nodes of a YAML text that ``table`` can read, with their places; None where it is empty."""
    return yaml.compose(text, Loader=_Loader)


def _conflict(text: str, path: str) -> Problem | None:
    """What git leaves where two people changed the same lines and nobody chose between them."""
    found = _CLASH.search(text)
    if not found:
        return None
    zh = "两个人改了同一处，git 把两种写法都留下了：请留一种，删去 <<<<<<<、=======、>>>>>>> 这三行"
    en = "two people changed this place and git left both versions: expected one of them, without the lines <<<<<<<, ======= and >>>>>>>"
    return Problem(path, text.count("\n", 0, found.start()) + 1, "E009", zh, en)


_COMMENT = re.compile(r"^(\s*[^\s#][^\"']*?)\s#")
_WHOLE = re.compile(r"\s*(?:- +(?:[\w-]+: +)?|[\w-]+: +)[\[{].*[\]}]\s*")
"""A list or mapping in brackets ends where they do: what follows can only be a note."""
_OPENS = re.compile(r"\s*[\w-]+:\s*")
_WITHIN = re.compile(r"\s+[\w-]+:(?:\s|$)|\s*- ")


def _comment(lines: list[str], parsed: Source) -> int | None:
    """The line of a page's first value that a ``#`` cuts short: without the sign and what follows the text says the same."""
    for number, line in enumerate(lines):
        cut = _COMMENT.match(line)
        if (
            cut
            and not _WHOLE.fullmatch(cut[1])
            and not (_OPENS.fullmatch(cut[1]) and _WITHIN.match("".join(lines[number + 1 : number + 2])))
        ):
            without = table("\n".join([*lines[:number], cut[1], *lines[number + 1 :]]), parsed.path)
            if isinstance(without, Source) and without.data == parsed.data:
                return number + 2
    return None


def _broken(text: str, path: str, first_line: int, at: int, said: str) -> Problem:
    """A syntax mistake: its usual cause and the line of that, else where the library gave up and what it said."""
    at = min(at, text.count("\n"))
    if cause := yaml_causes.likely_cause(text, at, _stops):
        return Problem(path, first_line + cause.line, "E006", f"YAML 写法有误：{cause.zh}", f"broken YAML: {cause.en}")
    zh, en = "YAML 写法有误：检查引号是否成对、冒号后有没有空格、缩进是否整齐", f"broken YAML: {said}"
    return Problem(path, first_line + at, "E006", zh, f"{en}; expected balanced quotes, a space after each colon, even indents")


def _stops(text: str) -> int | None:
    """The line from zero on which a text cannot be read any further, -1 where that cannot be told; None if all of it can."""
    try:
        _bound_depth(text)
        yaml.load(text, Loader=_Loader)  # noqa: S506 - derived from the safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return mark.line if mark else -1
    except (yaml.YAMLError, ValueError, LookupError, AttributeError, TypeError, RecursionError):
        return -1
    return None


def _bound_depth(text: str) -> None:
    """Raise ValueError for nesting so deep that composing it would exhaust the stack."""
    indent = max(len(line) - len(line.lstrip(" -?")) for line in text.split("\n"))
    if 2 * (indent + 1) + text.count("[") + text.count("{") <= MAX_DEPTH:
        return  # A column of indent opens two levels at most, a list in a mapping: most texts need no closer look.
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise ValueError(f"more than {MAX_DEPTH} levels deep")


def _number(node: yaml.Node, key: Key, first_line: int, lines: dict[Key, int]) -> tuple[str, int] | None:
    """Fill in the line of every value; return the first key written twice, if any.

    Raises ValueError where aliases of aliases make a small text hold millions of values.
    """
    if len(lines) > MAX_VALUES:
        raise ValueError(f"more than {MAX_VALUES} values")
    lines.setdefault(key, first_line + node.start_mark.line)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for name, value in node.value:
            line = first_line + name.start_mark.line
            word = str(name.value)
            if word in seen:
                return word, line
            seen.add(word)
            lines[(*key, word)] = line
            if repeated := _number(value, (*key, word), first_line, lines):
                return repeated
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            if repeated := _number(value, (*key, index), first_line, lines):
                return repeated
    return None
