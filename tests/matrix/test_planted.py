"""The matrix can fail: a law that is too wide, and a product that tells too much, are each seen in the very cell."""

from dataclasses import replace

import pytest
from sqlalchemy import true

from server.opportunities.reads import lists
from server.people.reads import PersonView
from server.people.reads import persons as reads
from tests.matrix.cells import Tally
from tests.matrix.kinds import KINDS
from tests.matrix.reading import queries, things_by_id
from tests.matrix.rows import Rows, read_rows
from tests.matrix.states import states
from tests.matrix.sweep import OPENED, PEOPLE, enter_state, made
from tests.matrix.world import LEVELLED

LOOKING = tuple(kind for kind in KINDS if kind.name in {"stranger", "connection", "S"})


async def wrong(server_url: str, template: str, rows: Rows) -> list[str]:
    """What three kinds see otherwise than the rows say, of a headline for connections."""
    state = next(each for each in states(LEVELLED) if each.levels["headline"].name == "CONNECTIONS")
    async with made(server_url, template) as found, found.opened() as desk:
        await enter_state(desk, found.world, state)
        tally = Tally(rows, found.world.things)
        await things_by_id(desk, found.world, tally, state, of=PEOPLE, kinds=LOOKING)
        return [line.partition(" × levels")[0] + line.rpartition(":")[2] for line in tally.wrong if line.startswith("Person.headline")]


async def test_a_law_that_is_too_wide_is_seen(server_url: str, template: str) -> None:
    """Planted: a row says that whoever sees S reads the headline."""
    rows = read_rows()
    assert await wrong(server_url, template, rows) == []
    rows["Person"]["headline"] = "with it"
    assert await wrong(server_url, template, rows) == ["Person.headline × stranger expected shown, got withheld"]


async def test_a_field_that_leaks_is_seen(server_url: str, template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted: the view of a person carries what the statement has left out."""
    sound = reads._view

    def leaking(*given: object) -> PersonView:
        return replace(sound(*given), headline="hyacinth")  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(reads, "_view", leaking)
    assert await wrong(server_url, template, read_rows()) == ["Person.headline × stranger expected withheld, got shown"]


async def test_a_count_that_leaks_is_seen(server_url: str, template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted: what a search would have brought is counted without asking for whom the posts are."""
    state = next(each for each in states(LEVELLED) if each.name == OPENED)
    rows = read_rows()
    counted = {name: rows["Query"][name] for name in ("opportunities", "wouldHaveMatched")}
    async with made(server_url, template) as found, found.opened() as desk:
        await enter_state(desk, found.world, state)
        for leaking in (False, True):
            if leaking:
                monkeypatch.setattr(lists, "listed_to", lambda *_: true())
            tally = Tally(rows | {"Query": counted}, found.world.things)
            await queries(desk, found.world, tally, state)
            seen = {line.partition(" × ")[0] for line in tally.wrong}
            assert seen >= {f"Query.{name}: how many" for name in counted} if leaking else not seen
