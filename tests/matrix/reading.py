"""The cells of reading: every thing of S's by its id, and every query, by every kind, in every state."""

import json
from typing import Any

from graphql import GraphQLNamedType, get_named_type, is_leaf_type

from tests.matrix.asking import Selections
from tests.matrix.cells import Tally
from tests.matrix.house import GRAPH, Desk, filled
from tests.matrix.kinds import KINDS, Kind
from tests.matrix.laws import Case, law
from tests.matrix.rows import Root, roots
from tests.matrix.states import State, Thing
from tests.matrix.world import World

# Few enough for the limits of one document.
_AT_ONCE = 4
KNOCKS = {
    "member": lambda kind: None if kind.signed_in else "NotSignedIn",
    "verified": lambda kind: KNOCKS["member"](kind) or (None if kind.verified else "NotVerified"),
    "operator": lambda kind: KNOCKS["member"](kind) or (None if kind.decides else "NotAnOperator"),
    "anybody": lambda _: None,
}


async def things_by_id(
    desk: Desk, world: World, tally: Tally, state: State, *, of: frozenset[str], kinds: tuple[Kind, ...] = KINDS
) -> None:
    """Ask kinds for each thing by its id, with all of its fields; `of` names types, or single things."""
    things = [(key, thing) for key, thing in world.things.items() if not of.isdisjoint({thing.type, thing.name})]
    for start in range(0, len(things), _AT_ONCE):
        some = things[start : start + _AT_ONCE]
        document = _by_id(Selections(GRAPH), [thing for _, thing in some])
        variables = {f"v{at}": key for at, (key, _) in enumerate(some)}
        for kind in kinds:
            answer = await desk.ask(kind, document, variables)
            assert "errors" not in answer, (kind.name, [thing.name for _, thing in some], answer["errors"])
            for at, (_, thing) in enumerate(some):
                tally.presence(thing, kind, state, answer["data"][f"v{at}"])


def _by_id(selections: Selections, things: list[Thing]) -> str:
    types = sorted({thing.type for thing in things})
    fragments = "\n".join(f"fragment Whole{name} on {name} {{ {selections.whole(name)} }}" for name in types)
    asked = " ".join(f"v{at}: node(id: $v{at}) {{ ...Whole{thing.type} }}" for at, thing in enumerate(things))
    return f"query({', '.join(f'$v{at}: ID!' for at in range(len(things)))}) {{ {asked} }}\n{fragments}"


async def queries(desk: Desk, world: World, tally: Tally, state: State) -> None:
    """Ask every kind every query of the rows."""
    assert GRAPH.query_type is not None
    for row in roots(tally.rows, "Query"):
        kind_of_answer = get_named_type(GRAPH.query_type.fields[row.name].type)
        document = f"{{ {filled(row.ask, world.ids)} {_selected(row, kind_of_answer)} }}"
        for kind in KINDS:
            await _query(desk, world, tally, state, (row, document, kind))


def _selected(row: Root, kind: GraphQLNamedType) -> str:
    if is_leaf_type(kind):
        return ""
    return f"{{ {'__typename id' if row.name == 'node' else Selections(GRAPH).whole(kind.name)} }}"


async def _query(desk: Desk, world: World, tally: Tally, state: State, sent: tuple[Root, str, Kind]) -> None:
    row, document, kind = sent
    answer = await desk.ask(kind, document)
    name = f"Query.{row.name}"
    stopped = KNOCKS[row.knock](kind)
    if stopped or "errors" in answer:
        tally.compare(name, kind, state.name, expected=stopped, got=_code(answer))
        return
    data = answer["data"][row.name]
    tally.walk(data, kind, state)
    targets = [thing for thing in world.things.values() if row.target == thing.type or world.ids.get(row.target) == world.ids[thing.name]]
    text = json.dumps(data)
    if row.counted:
        count = sum(bool(law(row.law)(Case(kind, state, thing))) for thing in targets)
        got = data if isinstance(data, int) else data["totalCount"]
        tally.compare(f"{name}: how many", kind, f"{state.name}: {row.ask}", expected=count, got=got)
        targets = [] if isinstance(data, int) else targets
    for thing in targets:
        expected = law(row.law)(Case(kind, state, thing))
        got = world.ids[thing.name] in text if row.by_id else data is not None
        tally.compare(name, kind, f"{state.name}, {thing.name}: {row.law}", expected=expected, got=got)
    if not targets and not row.counted:
        tally.compare(name, kind, state.name, expected=law(row.law)(Case(kind, state)), got=data is not None)


def _code(answer: dict[str, Any]) -> str | None:
    return answer["errors"][0]["extensions"]["code"] if "errors" in answer else None
