"""What every resolver is given: who asks, in which language, the database, the loaders of this one operation."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias, TypeVar
from uuid import UUID
from weakref import WeakValueDictionary

import strawberry
from strawberry.dataloader import DataLoader

from server.accounts.rules import RelyingParty
from server.kit import outcomes
from server.kit.actor import Actor, Language
from server.kit.bus import Bus
from server.kit.db import Database, Session, was_given_up
from server.kit.ids import MemberId
from server.kit.keyed import KeyedHash
from server.kit.limits import Limits, Spending
from server.kit.log import CursorKey
from server.kit.refusal import NotSignedIn
from server.kit.seal import Seal
from server.kit.settings import Settings
from server.opportunities.rules import OpportunityFilter
from server.realtime.following import Following
from server.realtime.operations import Operation, Outlet
from server.realtime.presence import Presence
from server.realtime.rooms import Room
from server.search.engine import SearchEngine

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")

# How long a change waits before it is run again that PostgreSQL gave up, at most: somewhere below, so that two do not meet again.
_PAUSES: Final = (0.05, 0.2)


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the running application that resolvers use; made once by the composition root."""

    settings: Settings
    db: Database
    bus: Bus
    limits: Limits
    cursors: CursorKey
    seal: Seal
    keyed: KeyedHash
    party: RelyingParty
    engine: SearchEngine
    following: Following
    presence: Presence
    # Where everybody stands who follows posts.
    opportunities: Room[OpportunityFilter]
    # What equal subscriptions share, for as long as there is one (schema.sharing).
    forms: WeakValueDictionary[Hashable, Any] = field(default_factory=WeakValueDictionary[Hashable, Any])


@dataclass(slots=True)
class Cookies:
    """What an operation wants done with the session cookie; HTTP does it, a socket cannot."""

    new_token: str | None = None
    cleared: bool = False
    # The session that the request came with was lengthened; its cookie is, too.
    renewed: bool = False


@dataclass(slots=True)
class Context:
    """One operation, or one event of a subscription."""

    parts: Parts
    actor: Actor
    language: Language
    device: str = ""
    # What marks a browser that came back from the OpenID provider; only commands and reads of accounts look at it.
    arrival: str | None = None
    # It came in a way that may change nothing, not even how long a session lives: by GET.
    reading: bool = False
    # The id of the member as whom the page sends this; None: as whoever is signed in.
    sent_as: str | None = None
    cookies: Cookies = field(default_factory=Cookies)
    # What is told of posts is for readers who may see who wrote them.
    shows_authors: bool = True
    # What a socket was asked for, and where the answers leave it; None for what came by HTTP.
    operation: Operation | None = None
    outlet: Outlet | None = None
    # What changes spend; set below, since it is made of the parts.
    limits: Spending = field(init=False)
    _loaders: dict[Any, DataLoader[Any, Any]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Spend from the application's limits."""
        self.limits = Spending(self.parts.limits)

    @property
    def db(self) -> Database:
        """The database."""
        return self.parts.db

    @property
    def member(self) -> MemberId:
        """The caller's id; only behind a gate that wants a member."""
        if self.actor.member_id is None:
            raise NotSignedIn
        return self.actor.member_id

    async def load(self, batch: "Batch[K, V]", key: K) -> V:
        """Load one key through the operation's loader of `batch`; keys asked for together go in one call."""
        return await self._loader(batch).load(key)

    async def load_many(self, batch: "Batch[K, V]", keys: Sequence[K]) -> list[V]:
        """Load several keys, in order."""
        return await self._loader(batch).load_many(keys)

    async def once(self, mutation: str, client_mutation_id: str | None, act: "Act") -> UUID:
        """Run a member's mutation in its one transaction, or return the id of its earlier outcome.

        `act(session)` returns the id of what it made or changed; the answer is then read anew under the predicates.
        """
        return await self.change(lambda session: outcomes.once(session, self.member, mutation, client_mutation_id, lambda: act(session)))

    async def change(self, act: Callable[[Session], Awaitable[T]]) -> T:
        """Run the one transaction of a mutation. One that PostgreSQL gives up is run again from its beginning, at most twice more.

        Nothing of an earlier run is left, and what it spent from limits is not spent again; the last run's error goes on to the caller.
        """
        self.limits.begin()
        for pause in _PAUSES:
            try:
                return await self._transact(act)
            except Exception as error:
                if not was_given_up(error):
                    raise
            self.limits.again()
            self._loaders.clear()
            await asyncio.sleep(random.uniform(pause / 4, pause))  # noqa: S311
        return await self._transact(act)

    async def _transact(self, act: Callable[[Session], Awaitable[T]]) -> T:
        async with self.db.transaction() as session:
            return await act(session)

    def renew(self, actor: Actor) -> None:
        """Start over for the next event of a subscription: empty loaders, and the caller as they stand now."""
        self.actor = actor
        self._loaders.clear()

    def _loader(self, batch: "Batch[K, V]") -> DataLoader[K, V]:
        found: DataLoader[K, V] | None = self._loaders.get(batch)
        if found is None:

            async def load(keys: list[K]) -> Sequence[V]:
                return await batch(self, keys)

            found = self._loaders[batch] = DataLoader(load_fn=load)
        return found


Act: TypeAlias = Callable[[Session], Awaitable[UUID]]
Batch: TypeAlias = Callable[[Context, list[K]], Awaitable[Sequence[V]]]
Info: TypeAlias = strawberry.Info[Context, None]
