"""Wire: the counter of statements counts; the tests of the graph lean on it."""

from sqlalchemy import create_engine, text

from tests.house.statements import counted


def test_a_query_per_row_is_caught() -> None:
    """Planted: one statement for the list and one for each of its rows, against one statement for all."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        with counted() as few:
            rows = connection.execute(text("SELECT 1 AS id UNION SELECT 2 UNION SELECT 3")).all()
        with counted() as many:
            for row in rows:
                connection.execute(text("SELECT :id AS name"), {"id": row.id})
        connection.execute(text("SELECT 4 AS id"))
    engine.dispose()
    assert len(few) == 0 or few[0].startswith("SELECT 1 AS")
    assert len(many) == 3
