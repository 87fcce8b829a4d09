"""The whole permission matrix: every kind acts, and every query is asked in every state."""

from collections.abc import Callable

from tests.matrix.sweep import sweep


async def test_every_cell(server_url: str, template: str, record_property: Callable[[str, object], None]) -> None:
    """Every field is shown to whom its law says, and to nobody else; and every field was shown to somebody."""
    tally = await sweep(server_url, template, whole=True)
    record_property("permission matrix", len(tally.cells))
    assert tally.wrong == []
    assert tally.unmet() == []
