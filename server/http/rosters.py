"""Lists over HTTP: the file as a raw body, sent anew for each step, so that nothing of it is kept before the group's ground is said."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass, field, fields
from time import monotonic
from typing import Any, Final, TypeAlias

import orjson
import structlog
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import ClientDisconnect, HTTPConnection, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from server.http.bodies import body_of, fault, refused, said_too_long
from server.http.guard import origin_allowed
from server.kit.actor import Actor
from server.kit.db import Database
from server.kit.ids import GroupId, MalformedId, parse
from server.kit.keyed import KeyedHash
from server.kit.limits import Limits
from server.kit.refusal import IsLeaving, NotSignedIn, NotThere, Refusal
from server.kit.tasks import end_task
from server.kit.text import sentence_of
from server.rosters.commands import Bringing, Progress, Reading, import_roster
from server.rosters.errors import HugeFile
from server.rosters.reads import bad_rows, cells_of, preview, reasons_of, rejects, running_role
from server.rosters.rules import MOST_BYTES, Judged, Table, table_of

Identify: TypeAlias = Callable[[HTTPConnection], Awaitable[Actor]]
Step: TypeAlias = Callable[["Rosters", Request, Actor, GroupId, Table], Awaitable[Response]]

_logger: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.http")
_LONGEST_SECONDS: Final = 120
_KEPT_NOWHERE: Final = {"cache-control": "no-store"}
# A line arrives when it is written, and not once a compressor has enough.
_AS_IT_COMES: Final = {**_KEPT_NOWHERE, "content-encoding": "identity", "x-accel-buffering": "no"}


@dataclass(frozen=True, slots=True)
class Rosters:
    """The endpoints of lists, over the running parts. One file is read at a time: each takes a core for seconds."""

    db: Database
    limits: Limits
    keyed: KeyedHash
    identify: Identify
    origins: frozenset[str]
    reading: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))

    def routes(self) -> list[BaseRoute]:
        """Return the routes: what a file would bring, bringing it, and its bad rows as a file."""
        steps = (("preview", _previewed), ("import", _imported), ("rejects", _rejected))
        return [Route(f"/rosters/{{group}}/{name}", self._through(step), methods=["POST"]) for name, step in steps]

    def _through(self, step: Step) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            if not origin_allowed(request.headers, self.origins):
                return fault(403, "This origin may not send lists.")
            if request.headers.get("content-type", "") != "application/octet-stream":
                return fault(415, "A list is sent as application/octet-stream.")
            try:
                return await self._answer(request, step)
            except (SQLAlchemyError, OSError):
                _logger.exception("unreachable")
                return fault(503, "Try again in a moment.")
            except (ClientDisconnect, TimeoutError):
                return Response(status_code=408)

        return answer

    async def _answer(self, request: Request, step: Step) -> Response:
        actor = await self.identify(request)
        try:
            group = await self._group(request, actor)
            await self.limits.spend("roster.read", actor.member_id)
            body = None
            if not said_too_long(request, MOST_BYTES):
                async with asyncio.timeout(_LONGEST_SECONDS):
                    body = await body_of(request, MOST_BYTES)
            if body is None:
                raise HugeFile("file", limit=MOST_BYTES // (1024 * 1024))
            async with self.reading:
                return await step(self, request, actor, group, await asyncio.to_thread(table_of, body, _within(_LONGEST_SECONDS)))
        except Refusal as refusal:
            return refused(refusal, actor)

    async def _group(self, request: Request, actor: Actor) -> GroupId:
        """The group of the address, which the caller runs at this moment; before anything of the body is read."""
        if actor.member_id is None:
            raise NotSignedIn
        if actor.leaving:
            raise IsLeaving
        try:
            group = GroupId(parse("AlumniGroup", request.path_params["group"]))
        except MalformedId as error:
            raise NotThere from error
        async with self.db.read() as session:
            await running_role(session, actor, group)
        return group


async def _previewed(rosters: Rosters, _request: Request, actor: Actor, group: GroupId, table: Table) -> Response:
    async with rosters.db.read() as session:
        found = await preview(session, actor, group, table, rosters.keyed)
    content = {
        "columns": list(table.columns.places),
        "ignored": list(table.columns.ignored),
        **{name: getattr(found, name) for name in ("new", "present", "refused")},
        "good": [_good(row) for row in found.good],
        "bad": [_bad(row, actor) for row in found.bad],
    }
    return Response(orjson.dumps(content), headers=_KEPT_NOWHERE, media_type="application/json")


async def _rejected(rosters: Rosters, _request: Request, actor: Actor, group: GroupId, table: Table) -> Response:
    async with rosters.db.read() as session:
        bad = await bad_rows(session, actor, group, table)
    content = b"".join(rejects(actor.language, table.header, bad))
    headers = _KEPT_NOWHERE | {"content-disposition": 'attachment; filename="rejects.csv"'}
    return Response(content, headers=headers, media_type="text/csv; charset=utf-8")


async def _imported(rosters: Rosters, request: Request, actor: Actor, group: GroupId, table: Table) -> Response:
    bringing = Bringing(group, request.query_params.get("consent", ""))
    bringing.check()
    lines = _lines(rosters, actor, bringing, table)
    return StreamingResponse(lines, headers=_AS_IT_COMES, media_type="application/x-ndjson")


async def _lines(rosters: Rosters, actor: Actor, bringing: Bringing, table: Table) -> AsyncGenerator[bytes]:
    """How far the import is, line by line, and at last its end; who hangs up before it was committed has changed nothing."""
    told: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()

    def tell(progress: Progress, _bad: Sequence[Judged]) -> None:
        told.put_nowait({"progress": asdict(progress)})

    async def bring() -> None:
        try:
            async with rosters.reading, rosters.db.transaction() as session:
                roster = await import_roster(session, actor, bringing, Reading(table, rosters.keyed, tell))
            told.put_nowait({"done": {each.name: getattr(roster, each.name) for each in fields(Progress)}})
        except Refusal as refusal:
            told.put_nowait({"problem": {"code": refusal.code, "message": sentence_of(actor.language, refusal)}})
        finally:
            told.put_nowait(None)

    bringing_it = asyncio.create_task(bring())
    try:
        while (line := await told.get()) is not None:
            yield orjson.dumps(line) + b"\n"
        await bringing_it
    finally:
        await end_task(bringing_it)


def _within(seconds: float) -> Callable[[], bool]:
    end = monotonic() + seconds
    return lambda: monotonic() < end


def _good(row: Judged) -> dict[str, Any]:
    entry = row.entry
    return {} if entry is None else {"line": row.line.number, **{name: getattr(entry, name) for name in _TOLD}}


_TOLD: Final = ("name", "reading", "former_name", "email", "started_on", "ended_on", "department", "title")


def _bad(row: Judged, actor: Actor) -> dict[str, Any]:
    return {"line": row.line.number, "cells": cells_of(row), "reasons": [asdict(reason) for reason in reasons_of(actor.language, row)]}
