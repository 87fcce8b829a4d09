"""Which names mean the same company, and what a name may look like."""

import pytest

from server.companies.errors import UnreadableText
from server.companies.rules import folded_name, one_line
from server.kit.refusal import Missing, TooLong


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ソニー", "そにー"),
        ("ｿﾆｰ", "ソニー"),
        ("SONY", "ｓｏｎｙ"),
        ("キヤノン", "キャノン"),
        ("富士フイルム", "富士フィルム"),
        ("ディー・エヌ・エー", "ディーエヌエー"),
        ("株式会社髙島屋", "高島屋"),
        ("Yahoo! JAPAN", "yahoo japan"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    """By width, case, kana, small kana, marks, kanji variants and legal form."""
    assert folded_name(one) == folded_name(other) != ""


@pytest.mark.parametrize(("one", "other"), [("ソニー", "ソニ"), ("三井物産", "三井不動産"), ("AT&T", "ATT")])
def test_different_names_stay_apart(one: str, other: str) -> None:
    """Folding must not merge employers."""
    assert folded_name(one) != folded_name(other)


def test_a_line_is_cleaned() -> None:
    """Spaces around it go; what cannot be shown is refused, and so is too much or nothing."""
    assert one_line("name", "  高橋 悠 ", 80) == "高橋 悠"
    for text, refusal in (
        (" ", Missing),
        ("あ" * 81, TooLong),
        ("a\x00b", UnreadableText),
        ("a\u202eb", UnreadableText),
        ("a\nb", UnreadableText),
    ):
        with pytest.raises(refusal) as refused:
            one_line("name", text, 80)
        assert refused.value.field == "name"
