"""The application's parts over a database of the world, asked as a member of a kind: the real schema, the real actor of a session."""

import re
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLSchema
from sqlalchemy import update

from engawa.parts import House, opened
from schema.build import schema
from schema.context import Context
from schema.execution import Execution
from server.accounts.model import SignInSession
from server.accounts.rules import token_hash
from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.limits import CAPS, Limits
from server.kit.settings import Settings
from server.people.reads import actors_by_tokens
from server.realtime.operations import Operation
from tests.matrix.kinds import KINDS, Kind

# Of the whole matrix, not of one caller's day.
_UNLIMITED = dict.fromkeys(CAPS, "1000000/day")

GRAPH: GraphQLSchema = schema._schema


@dataclass(slots=True)
class Desk:
    """Where operations are sent as anybody. `tokens` are the sessions of the kinds."""

    house: House
    tokens: dict[str, str]
    _actors: dict[str, Actor]

    async def ask(self, kind: Kind, document: str, variables: dict[str, Any] | None = None) -> dict[str, Any]:
        """Run a query or a mutation; return the whole answer."""
        return await EXECUTION.run(Operation(document, variables), self.context(kind))

    def context(self, kind: Kind) -> Context:
        """What an operation of the kind is given."""
        return Context(parts=self.house.graph, actor=self._actors[kind.name], language="ja", device="tests")


EXECUTION = Execution(schema)


@asynccontextmanager
async def desk(url: str, tokens: dict[str, str]) -> AsyncGenerator[Desk]:
    """Open the parts over a database of the world."""
    async with opened(Settings(_env_file=None), url, limits=Limits(_UNLIMITED)) as house:
        await _signed_in_now(house)
        actors: dict[str, Actor] = {}
        for kind in KINDS:
            if not kind.signed_in:
                actors[kind.name] = Actor(origin=kind.name)
                continue
            async with house.db.read() as session:
                (actors[kind.name],) = (await actors_by_tokens(session, [token_hash(tokens[kind.name])])).values()
        yield Desk(house, tokens, actors)


async def _signed_in_now(house: House) -> None:
    """A sweep may take longer than a fresh sign-in counts as proof."""
    async with house.db.transaction() as session:
        await session.execute(update(SignInSession).values(created_at=now()))
        await session.execute(update(SignInSession).where(SignInSession.strong_at.is_not(None)).values(strong_at=now()))


def filled(ask: str, ids: dict[str, str]) -> str:
    """An operation's text with the names of things replaced by their ids."""
    return re.sub(r"<([^<>]+)>", lambda found: ids[found[1]], ask)
