"""Wire: every field of the SDL has its row in the permission matrix, every row its field, and every row a law that is there."""

import pytest
from graphql import build_schema

from tests.house.tree import ROOT
from tests.matrix.laws import law
from tests.matrix.rows import ELSEWHERE, Rows, read_rows, roots, without_field, without_row

SDL = (ROOT / "schema" / "schema.graphql").read_text("utf-8")


def laws_of(rows: Rows) -> set[str]:
    """The names of all laws that rows speak of."""
    said = {law for row in rows.values() for law in row.values() if isinstance(law, str) and not law.startswith(ELSEWHERE)}
    asked = [row for kind in ("Query", "Mutation", "Subscription") for row in roots(rows, kind)]
    return said | {row.law for row in asked} | {name for row in asked for name, _ in row.refusals}


def test_every_field_has_its_row_and_every_row_its_field() -> None:
    """A new field is seen by nobody knows whom until somebody says so in tests/matrix/matrix.toml."""
    schema, rows = build_schema(SDL), read_rows()
    assert without_row(schema, rows) == []
    assert without_field(schema, rows) == []


def test_every_row_has_a_law() -> None:
    """Or the module whose tests know the field; a root field is asked in some way."""
    rows = read_rows()
    for name in laws_of(rows):
        law(name)
    elsewhere = {
        said.removeprefix(ELSEWHERE)
        for row in rows.values()
        for said in row.values()
        if isinstance(said, str) and said.startswith(ELSEWHERE)
    }
    assert [path for path in sorted(elsewhere) if not (ROOT / path).is_file()] == []


def test_a_new_field_a_lost_one_and_an_unknown_law_are_caught() -> None:
    """Planted: a field on an old type, a new type, a row that nothing stands behind, and a law that nobody wrote."""
    rows = read_rows()
    planted = (
        SDL.replace("type Person implements Node {", "type Person implements Node {\n  salary: Int!", 1) + "\ntype Secret { word: String }"
    )
    assert without_row(build_schema(planted), rows) == ["Person.salary", "Secret.word"]
    rows["Person"]["shoeSize"] = "with it"
    assert without_field(build_schema(SDL), rows) == ["Person.shoeSize"]
    with pytest.raises(KeyError):
        law("whoever likes")
