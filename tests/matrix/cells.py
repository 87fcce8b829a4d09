"""The cells: one is a field × a kind of actor × a state; an answer is walked field by field and each is held against its law."""

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from tests.matrix.asking import field_of
from tests.matrix.kinds import Kind
from tests.matrix.laws import Case, law
from tests.matrix.rows import ELSEWHERE, PRESENCE, Rows
from tests.matrix.states import State, Thing

Cell: TypeAlias = tuple[str, str, str]


def shown(value: Any) -> bool:
    """Whether an answer tells something: neither null, nor false, nor empty."""
    if isinstance(value, dict) and isinstance(value.get("edges"), list):
        return bool(value["edges"])
    return value is not None and value is not False and value not in ("", [])


@dataclass(slots=True)
class Tally:
    """What was compared, what came out otherwise, and which fields were shown to anybody at all."""

    rows: Rows
    # S's things by their id in the graph.
    things: dict[str, Thing]
    cells: set[Cell] = field(default_factory=set[Cell])
    wrong: list[str] = field(default_factory=list[str])
    met: set[str] = field(default_factory=set[str])

    def compare(self, name: str, kind: Kind, state: str, *, expected: Any, got: Any) -> None:
        """One cell."""
        self.cells.add((name, kind.name, state))
        line = f"{name} × {kind.name} × {state}: expected {_said(expected)}, got {_said(got)}"
        # One thing stands in many places of the answers.
        if expected != got and line not in self.wrong:
            self.wrong.append(line)

    def presence(self, thing: Thing, kind: Kind, state: State, value: Any) -> None:
        """A thing of S's was asked for by its id: whether it is there, and, where it is, every field of it.

        Where it rightly is not, each of its fields is a cell, too: none of them was told.
        """
        there = law(self.rows[thing.type][PRESENCE])(Case(kind, state, thing))
        where = _state(state, thing)
        self.compare(f"Query.node({thing.type})", kind, where, expected=there, got=value is not None)
        if value is not None:
            self.walk(value, kind, state, thing)
        elif not there:
            self.cells |= {(f"{thing.type}.{name}", kind.name, where) for name in self.rows[thing.type] if name != PRESENCE}

    def walk(self, value: Any, kind: Kind, state: State, thing: Thing | None = None) -> None:
        """Every field of what an answer holds. What bears no id is part of the thing around it."""
        if isinstance(value, list):
            for each in value:
                self.walk(each, kind, state, thing)
        if not isinstance(value, dict) or "__typename" not in value:
            return
        if "id" in value:
            thing = self.things.get(value["id"])
        for key, inner in value.items():
            if key != "__typename":
                self._field(value["__typename"], field_of(key), inner, Case(kind, state, thing))
                self.walk(inner, kind, state, thing)

    def note(self, value: Any) -> None:
        """What an answer shows, without its laws: after a change a thing stands otherwise than they know."""
        if isinstance(value, list):
            for each in value:
                self.note(each)
        if isinstance(value, dict):
            owner = value.get("__typename")
            self.met |= {f"{owner}.{field_of(key)}" for key, inner in value.items() if owner and shown(inner)}
            for inner in value.values():
                self.note(inner)

    def _field(self, owner: str, name: str, value: Any, case: Case) -> None:
        row = self.rows[owner][name]
        # Fields of roots have rows of their own kind.
        if not isinstance(row, str) or row.startswith(ELSEWHERE):
            return
        if shown(value):
            self.met.add(f"{owner}.{name}")
        expected = law(row)(case)
        if row == "with it" and isinstance(value, bool | int):
            return
        if expected is not None:
            self.compare(f"{owner}.{name}", case.kind, _state(case.state, case.thing), expected=expected, got=shown(value))

    def unmet(self) -> list[str]:
        """Fields that were shown to nobody: their laws have proven nothing."""
        told = [f"{owner}.{name}" for owner, row in self.rows.items() for name, said in row.items() if isinstance(said, str)]
        return [
            name
            for name in told
            if not name.endswith(f".{PRESENCE}") and name not in self.met and not self._row(name).startswith((ELSEWHERE, "nobody"))
        ]

    def _row(self, name: str) -> str:
        owner, _, part = name.partition(".")
        return str(self.rows[owner][part])


def _state(state: State, thing: Thing | None) -> str:
    return state.name if thing is None else f"{state.name}, {thing.name}"


def _said(outcome: Any) -> str:
    return {True: "shown", False: "withheld"}.get(outcome, str(outcome)) if isinstance(outcome, bool) else str(outcome)
