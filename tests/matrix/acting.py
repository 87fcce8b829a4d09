"""The cells of acting: every mutation by every kind, aimed at what is S's; what is refused leaves no trace."""

from typing import Any

from graphql import GraphQLUnionType, get_named_type

from tests.matrix.asking import Selections
from tests.matrix.cells import Tally
from tests.matrix.house import GRAPH, Desk, filled
from tests.matrix.kinds import Kind, Tie
from tests.matrix.laws import Case, law
from tests.matrix.reading import KNOCKS
from tests.matrix.rows import Root, roots
from tests.matrix.states import State
from tests.matrix.world import World
from tests.support.unchanged import ledger


async def mutations(desk: Desk, world: World, tally: Tally, state: State, kind: Kind) -> None:
    """Try every mutation as one kind, on a database of its own: first what must be refused, then what goes through, in the rows' order."""
    rows = [(row, _expected(row, world, state, kind)) for row in roots(tally.rows, "Mutation")]
    before = await ledger(desk.house.db)
    for row, expected in rows:
        if expected is not None:
            await _try(desk, world, tally, (row, kind, state, expected))
    after = await ledger(desk.house.db)
    touched = sorted(name for name in after if after[name] != before[name] and name not in LEFT_BY_REFUSALS)
    tally.compare("Mutation: tables changed by refusals", kind, state.name, expected=[], got=touched)
    for row, expected in rows:
        if expected is None:
            await _try(desk, world, tally, (row, kind, state, None))


# An attempt at a code counts, whatever comes of it.
LEFT_BY_REFUSALS = frozenset({"sign_in_request"})


def _expected(row: Root, world: World, state: State, kind: Kind) -> str | None:
    """The code of the refusal, or None where it goes through."""
    stopped = KNOCKS[row.knock](kind)
    if stopped:
        return stopped
    if kind.has(Tie.LEAVING) and row.knock != "anybody" and not row.while_leaving:
        return "IsLeaving"
    case = Case(kind, state, world.things[world.ids[row.target]] if row.target else None)
    for name, code in row.refusals:
        if law(name)(case):
            return code
    return None if law(row.law)(case) else row.refusal


async def _try(desk: Desk, world: World, tally: Tally, sent: tuple[Root, Kind, State, str | None]) -> None:
    row, kind, state, expected = sent
    assert GRAPH.mutation_type is not None
    union = get_named_type(GRAPH.mutation_type.fields[row.name].type)
    assert isinstance(union, GraphQLUnionType)
    document = f"mutation {{ {filled(row.ask, world.ids)} {{ {Selections(GRAPH).whole(union.name)} }} }}"
    answer = await desk.ask(kind, document)
    got = _outcome(answer, row.name)
    tally.compare(f"Mutation.{row.name}", kind, state.name, expected=expected or union.types[0].name, got=got)
    if "errors" not in answer:
        tally.note(answer["data"][row.name])


def _outcome(answer: dict[str, Any], name: str) -> str | None:
    if "errors" in answer:
        return str(answer["errors"][0])
    data = answer["data"][name]
    if data is None:
        return None
    return next((value for key, value in data.items() if key.endswith("code")), data["__typename"])
