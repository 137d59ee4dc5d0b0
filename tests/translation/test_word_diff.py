"""What changed, marked as a person would mark it: Chinese without spaces, lines moved, split, joined, gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.translation import word_diff as module
from course.translation.word_diff import ChangedLine, changes

TURN = "坐席（✓ P04）：我先跟您核对两个数。"
LONG = "供电局的窗口九点开门，营业员先请客户坐下，再看工单。客户说上个月的电费多了一半，她在表前拍了照片。"


def plain(line: ChangedLine) -> str:
    signs = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return "".join(signs[piece.kind].format(piece.text) for piece in line)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("等三天。", "等五天。", ["等[-三-]{+五+}天。"]),
        ("等三十五天。", "等四十天。", ["等[-三十五-]{+四十+}天。"]),
        ("pay 0.1% a day", "pay 0.3% a day", ["pay [-0.1%-]{+0.3%+} a day"]),
        ("见 [R01] 和 [[C09]]。", "见 [R02] 和 [[C09|那一页]]。", ["见 [-[R01]-]{+[R02]+} 和 [-[[C09]]-]{+[[C09|那一页]]+}。"]),
        ("先查后判。", "先核后定。", ["先[-查后判-]{+核后定+}。"]),
        ("甲说。乙说。丙说。", "甲说。丙说。", ["甲说。[-乙说。-]丙说。"]),
        ("先接住。", "先接住，再查读数。", ["先接住{+，再查读数+}。"]),
        ("甲", "甲\n\n乙", ["{+乙+}"]),
        ("甲\n\n乙", "乙", ["[-甲-]"]),
        (f"{LONG}\n\n{TURN}", f"{TURN}\n\n{LONG}", [f"{{+{TURN}+}}", f"[-{TURN}-]"]),
        (LONG, LONG.replace("坐下", "登记"), ["供电局的窗口九点开门，营业员先请客户[-坐下-]{+登记+}，再看工单。客户说上个月的电费多了一半，…"]),
        (LONG, LONG.replace("工单。客户", "工单。\n\n客户"), ["…营业员先请客户坐下，再看工单。{+ ¶ +}客户说上个月的电费多了一半，…"]),
        (LONG.replace("工单。客户", "工单。\n\n客户"), LONG, ["…营业员先请客户坐下，再看工单。[- ¶ -]客户说上个月的电费多了一半，…"]),
        (LONG, LONG.replace("坐下，再看工单。", "坐下。再看工单，"), ["…营业员先请客户坐下[-，-]{+。+}再看工单[-。-]{+，+}客户说上个月的电费多了一半，…"]),
        (
            LONG,
            LONG.replace("客户说上个月的电费多了一半，她在表前拍了照片。", "她在表前拍了照片，客户说上个月的电费多了一半。"),
            ["…营业员先请客户坐下，再看工单。{+她在表前拍了照片，+}客户说上个月的电费多了一半[-，她在表前拍了照片-]。"],
        ),
        (f"{LONG}\n一段要删去的话，讲了别的事情。", LONG.replace("九", "八"), ["供电局的窗口[-九-]{+八+}点开门，营业员先请客户坐下，…", "[-一段要删去的话，讲了别的事情。-]"]),
        (f"{TURN}\n客户：行。", f"{TURN.replace('两个数', '三个数')}\n客户：好。", ["坐席（✓ P04）：我先跟您核对[-两-]{+三+}个数。", "客户：[-行-]{+好+}。"]),
    ],
)  # fmt: skip
def test_a_change_is_shown_word_by_word(old: str, new: str, shown: list[str]) -> None:
    assert [plain(line) for line in changes(old, new)] == shown


TEXT = st.text(alphabet="甲乙丙。，三五 a1%[]R0\n¶", max_size=60)


@given(TEXT)
def test_what_did_not_change_shows_no_change(text: str) -> None:
    assert changes(text, text) == []


@given(TEXT, TEXT)
def test_nothing_is_lost_and_nothing_made_up(old: str, new: str) -> None:
    pieces = module._marked(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == new


@given(TEXT, TEXT)
def test_every_line_shown_holds_a_change(old: str, new: str) -> None:
    assert all(any(piece.kind != "same" for piece in line) for line in changes(old, new))


def test_texts_too_long_to_compare_are_shown_whole() -> None:
    shown = changes("甲" * 3000, "乙甲" * 3000)
    assert [piece.kind for line in shown for piece in line] in (["gone", "new"], ["new", "gone"])
    many = changes("\n".join(f"甲{n}" for n in range(300)), "\n".join(f"乙{n}" for n in range(300)))
    assert len(many) == 600
