"""The web application: settings -> parts -> Starlette, with the routes in the order in which they answer."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import HTTPConnection, Request
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import ASGIApp

from engawa.parts import House
from schema.build import schema
from schema.context import Context, Cookies
from schema.execution import Execution
from server.accounts.rules import token_hash
from server.http.client import client_routes
from server.http.cookies import arrival_in, token_in
from server.http.exports import Exports
from server.http.graphql import Asked, GraphQLOverHTTP
from server.http.guard import SafetyHeaders, whereabouts
from server.http.health import healthz, metrics
from server.http.oidc import OidcDoor, oidc_routes
from server.http.outbox import outbox_routes
from server.http.refusals import Refusals
from server.http.rosters import Rosters
from server.http.uploads import Photos
from server.kit.actor import Actor, Language
from server.kit.together import IN_A_CROWD, Together
from server.people.reads import actors_by_tokens
from server.realtime.endpoint import Realtime
from server.realtime.operations import Operation
from server.realtime.protocol import Around

DIST = Path(__file__).parent.parent / "web" / "dist"


def language_of(connection: HTTPConnection) -> Language:
    """Return the language that the page asks for, else the browser's first choice of ours, else Japanese."""
    chosen = connection.headers.get("x-engawa-language") or connection.query_params.get("language")
    if chosen in ("ja", "en"):
        return "ja" if chosen == "ja" else "en"
    accepted = connection.headers.get("accept-language", "").lower()
    return "en" if accepted.startswith("en") else "ja"


def origins_of(house: House) -> frozenset[str]:
    """Return the origins that may send cookies."""
    return frozenset(house.settings.origins)


class Doorway:
    """From a request or a socket to a context: who asks, in which language, on which device."""

    def __init__(self, house: House) -> None:
        """Over the running parts."""
        self._house = house
        self._execution = Execution(schema, known_only=house.settings.graphql_documents == "known")
        self._signed_in = {"http": Together(self._actors), "websocket": Together(self._actors, pause=IN_A_CROWD)}

    async def identify(self, connection: HTTPConnection) -> Actor:
        """Return the actor of the connection's cookie; a guest without one or with a session that has ended."""
        language = language_of(connection)
        origin = whereabouts(connection.client.host) if connection.client else ""
        token = token_in(connection, secure=self._house.settings.secure)
        if token is not None:
            actor = await self._signed_in[connection.scope["type"]].get(token_hash(token))
            if actor is not None:
                return replace(actor, language=language, origin=origin)
        return Actor(language=language, origin=origin)

    async def _actors(self, hashes: Sequence[bytes]) -> dict[bytes, Actor]:
        async with self._house.db.read() as session:
            return await actors_by_tokens(session, hashes)

    async def context(self, connection: HTTPConnection, *, reading: bool = False) -> Context:
        """Return a new context for an operation of the connection; `reading` where it may change nothing."""
        actor = await self.identify(connection)
        return Context(
            parts=self._house.graph,
            actor=actor,
            language=language_of(connection),
            device=connection.headers.get("user-agent", ""),
            arrival=arrival_in(connection, secure=self._house.settings.secure),
            reading=reading,
        )

    async def perform(self, request: Request, asked: Asked) -> tuple[dict[str, Any], Cookies]:
        """Run one operation that came by HTTP."""
        context = await self.context(request, reading=asked.reading)
        context.sent_as = request.headers.get("x-engawa-member")
        operation = Operation(asked.query, asked.variables, asked.operation_name, asked.document_id)
        return await self._execution.run(operation, context), context.cookies

    @property
    def execution(self) -> Execution:
        """The schema as transports see it."""
        return self._execution


def web(house: House) -> ASGIApp:
    """Return the application over running parts. The headers of safety stand outermost, so that an answer to a fault bears them too."""
    settings = house.settings
    doorway, origins = Doorway(house), origins_of(house)
    graphql = GraphQLOverHTTP(doorway.perform, origins=origins, secure=settings.secure)
    photos = Photos(house.db, house.files, house.limits, doorway.identify, origins)
    exports = Exports(house.db, house.limits, doorway.identify)
    rosters = Rosters(house.db, house.limits, house.graph.keyed, doorway.identify, origins)
    around = Around(doorway.execution, doorway.context, doorway.identify, house.rights, house.sockets)
    realtime = Realtime(around, origins=origins, place_of=whereabouts)
    routes: list[BaseRoute] = [
        Route("/healthz", healthz(house.db)),
        Route("/metrics", metrics(house.db)),
        Route("/graphql", graphql.answer, methods=["GET", "POST"]),
        WebSocketRoute("/graphql", realtime.serve),
        *_provider(house, origins),
        *photos.routes(),
        *exports.routes(),
        *rosters.routes(),
        *Refusals(house.db, house.limits, house.graph.seal, house.graph.keyed).routes(),
        *(outbox_routes(house.db) if settings.embedded else []),
        *client_routes(DIST),
    ]
    socket = settings.origin.replace("http", "ws", 1)
    application = Starlette(routes=routes, middleware=[Middleware(GZipMiddleware, minimum_size=1024)])
    return SafetyHeaders(application, secure=settings.secure, socket=socket)


def _provider(house: House, origins: frozenset[str]) -> list[BaseRoute]:
    settings = house.settings
    if settings.oidc is None:
        return []
    door = OidcDoor(settings.oidc, house.db, house.graph.limits, origin=settings.origin, origins=origins)
    return oidc_routes(door, language_of)
