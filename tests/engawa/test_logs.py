"""A log line of an error says where it came from, and nothing of what somebody wrote, of an address or of a secret."""

import json
from io import StringIO

import pytest
import structlog

from engawa.logs import configure_logs, placed


def fail(secret: str) -> None:
    """Fail with a secret in the text, in a variable and in the cause."""
    held: dict[str, str] = {}
    try:
        held[secret]
    except KeyError as error:
        raise ValueError(f"cannot use {secret}") from error


def test_an_error_is_logged_without_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """The kinds and the places of it and of its cause, on one line of JSON."""
    written = StringIO()
    monkeypatch.setattr("sys.stderr", written)
    configure_logs()
    try:
        fail("s3cret@example.jp")
    except ValueError:
        structlog.get_logger("test").exception("unexpected", id="a1")
    (line,) = written.getvalue().splitlines()
    told = json.loads(line)
    assert (told["event"], told["id"], told["level"]) == ("unexpected", "a1", "error")
    assert [error["kind"] for error in told["errors"]] == ["builtins.ValueError", "builtins.KeyError"]
    assert told["errors"][0]["frames"][-1].endswith(" fail")
    assert "s3cret" not in line


def test_a_ring_of_causes_is_told_once() -> None:
    """Errors can be each other's cause."""
    one, other = ValueError("a"), KeyError("b")
    one.__cause__, other.__cause__ = other, one
    line = placed(None, "error", {"event": "x", "exc_info": one})
    assert [error["kind"] for error in line["errors"]] == ["builtins.ValueError", "builtins.KeyError"]
