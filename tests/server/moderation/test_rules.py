"""The words of reports and decisions."""

import pytest

from server.kit.refusal import Missing, TooLong
from server.moderation.rules import optional, required


def test_a_reason_is_needed_and_is_not_endless() -> None:
    """The refusal names the field and the limit."""
    assert required("  営業の投稿でした。\n", "reason", 20) == "営業の投稿でした。"
    with pytest.raises(Missing) as missing:
        required(" \n\t　", "reason", 20)
    with pytest.raises(TooLong) as long:
        required("あ" * 21, "reason", 20)
    assert (missing.value.field, long.value.field, long.value.params) == ("reason", "reason", {"limit": 20})


def test_a_note_may_be_left_out() -> None:
    """Empty and blank are the same as none."""
    assert [optional(text, "note", 5) for text in (None, "", "  ", " はい ")] == [None, None, None, "はい"]
    with pytest.raises(TooLong):
        optional("あ" * 6, "note", 5)
