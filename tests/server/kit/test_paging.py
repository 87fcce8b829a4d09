"""A cursor that somebody forged is a bad page, and never an error of the database."""

import base64
import json

import pytest

from server.kit.paging import BadPage, Leaf, PageRequest, read_cursor, read_instant, read_number, write_cursor


def forged(content: bytes) -> str:
    """Return a cursor with any content."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[1]", b"[[]]", b"\xff", b"[" * 50_000, json.dumps(["a\0"]).encode(), rb'["\ud800"]'],
    ids=["empty", "object", "number", "list", "bytes", "depth", "nul", "half"],
)
def test_a_forged_cursor_is_a_bad_page(content: bytes) -> None:
    """Whatever it holds."""
    with pytest.raises(BadPage):
        read_cursor(forged(content))


@pytest.mark.parametrize("instant", ["", "2026-01-01T00:00:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_an_instant_that_no_row_has_is_a_bad_page(instant: str) -> None:
    """Without a zone, or beyond what an instant in UTC can be."""
    with pytest.raises(BadPage):
        read_instant((instant,))
    with pytest.raises(BadPage):
        read_instant(())


@pytest.mark.parametrize("number", ["", "x", "9" * 20, "-" + "9" * 20])
def test_a_number_that_no_column_holds_is_a_bad_page(number: str) -> None:
    """No number, or one that is too long."""
    with pytest.raises(BadPage):
        read_number((number,))


def test_what_was_written_is_read() -> None:
    """There and back."""
    key = read_cursor(write_cursor("2026-11-23T10:00:00+09:00", 7, "藤"))
    assert (read_instant(key).isoformat(), read_number(key, 1), key[2]) == ("2026-11-23T01:00:00+00:00", 7, "藤")


def test_a_cursor_leads_on_in_its_own_query() -> None:
    """It tells how many rows came before, whatever the order in which a filter's values stand; a forged one is a bad page."""
    leaf = Leaf.of(PageRequest(2), ("words", frozenset({"b", "a"})))
    assert (leaf.before, leaf.after) == (0, None)
    first, second = leaf.cursors(["x", "y"])
    for cursor, before, after in ((first, 1, "x"), (second, 2, "y")):
        onward = Leaf.of(PageRequest(2, cursor), ("words", frozenset({"a", "b"})))
        assert (onward.before, onward.after) == (before, after)
    for other in (("words", frozenset({"a"})), ("other", frozenset({"a", "b"})), None):
        with pytest.raises(BadPage):
            Leaf.of(PageRequest(2, first), other)
    for forged_key in (
        ("x",),
        (leaf.mark, "x"),
        (leaf.mark, 0, "x"),
        (leaf.mark, -1, "x"),
        (leaf.mark, "1e3", "x"),
        (leaf.mark, 1, "x", "y"),
    ):
        with pytest.raises(BadPage):
            Leaf.of(PageRequest(2, write_cursor(*forged_key)), ("words", frozenset({"a", "b"})))
