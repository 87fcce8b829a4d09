"""Cells: nothing is calculated, instants are Tokyo's, codes are words."""

from datetime import UTC, date, datetime

import pytest
from graphql import GraphQLUnionType

from schema.build import schema
from server.exports.commands.cells import cell, headings
from server.kit.cells import guarded, line
from server.kit.text.catalogue import catalogue

UNSEEN = (" ", "\u3000", "\u00a0", "\ufeff", "\u200b", "\u2060", "\u3000\u200b ")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠"])
def test_what_begins_like_a_formula_is_a_text(start: str) -> None:
    """Wherever it comes from: a text, a list, a code that nobody knows."""
    formula = f"{start}cmd|'/c calc'!A1"
    assert guarded(formula) == f"'{formula}"
    for unseen in UNSEEN:
        assert guarded(unseen + formula) == f"'{unseen}{formula}"
    assert [cell(column, value, "ja") for column, value in (("body", formula), ("with", [formula, "b"]), ("state", formula))] == [
        f"'{formula}",
        f"'{formula}、b",
        f"'{formula}",
    ]
    assert guarded(f"a{formula}") == f"a{formula}"


def test_a_value_stands_as_its_reader_knows_it() -> None:
    """In both languages."""
    at = datetime(2026, 11, 23, 16, 5, tzinfo=UTC)
    assert [cell("sentAt", at, "ja"), cell("startedOn", date(2014, 4, 1), "en")] == ["2026-11-24 01:05:00", "2014-04-01"]
    given: list[tuple[str, object]] = [("mine", True), ("mine", False), ("note", None)]
    assert [cell(column, value, "en") for column, value in given] == ["yes", "no", ""]
    assert [cell("verification", 10, "ja"), cell("state", "declined", "en")] == ["元同僚が確認", "Declined"]
    assert headings(("sentAt", "body"), "ja") == ["送った日時", "本文"]
    assert line(["a", 'b\n"c"']) == b'a,"b\n""c"""\r\n'


def test_every_notice_has_words() -> None:
    """What the graph can tell of stands in a cell as a sentence, in both languages."""
    about = schema._schema.type_map["NoticeAbout"]
    assert isinstance(about, GraphQLUnionType)
    wanted = {f"exports.word.what.{kind.name}" for kind in about.types}
    assert [wanted - catalogue("ja").keys(), wanted - catalogue("en").keys()] == [set(), set()]
