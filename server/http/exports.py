"""The file of one's own data over HTTP: to its member alone, signed in, while it is there; to everybody else there is none."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from server.exports.model import Export
from server.exports.reads import exports_by_ids, piece
from server.exports.rules import is_ready
from server.kit.actor import Actor
from server.kit.clock import TOKYO, now
from server.kit.db import Database
from server.kit.ids import ExportId, MalformedId, parse
from server.kit.limits import Limits
from server.kit.refusal import TooOften
from server.kit.text import sentence, sentence_of

Identify: TypeAlias = Callable[[HTTPConnection], Awaitable[Actor]]

# It is saved and never shown, and no cache on the way or on a shared computer keeps it.
_SAVED = {"cache-control": "no-store", "vary": "cookie", "content-security-policy": "default-src 'none'; sandbox"}


@dataclass(frozen=True, slots=True)
class Exports:
    """The one endpoint of exports, over the running parts."""

    db: Database
    limits: Limits
    identify: Identify

    def routes(self) -> list[BaseRoute]:
        """Return the route."""
        return [Route("/exports/{address}", self.hand_over, methods=["GET", "HEAD"])]

    async def hand_over(self, request: Request) -> Response:
        """Send the file; an unknown one, another member's and one that has gone are the same."""
        actor = await self.identify(request)
        export = await self._found(actor, request.path_params["address"])
        if export is None:
            return PlainTextResponse(sentence(actor.language, "exports.gone"), 404, _SAVED)
        headers = _SAVED | {"content-disposition": f'attachment; filename="{_name(export)}"', "content-length": str(export.size)}
        if request.method == "HEAD":
            return Response(headers=headers, media_type="application/zip")
        try:
            await self.limits.spend_as("export.download", actor)
        except TooOften as refusal:
            return PlainTextResponse(sentence_of(actor.language, refusal), 429, _SAVED | {"retry-after": str(refusal.retry_after)})
        return StreamingResponse(self._pieces(actor, ExportId(export.id)), headers=headers, media_type="application/zip")

    async def _found(self, actor: Actor, address: str) -> Export | None:
        try:
            key = ExportId(parse("Export", address))
        except MalformedId:
            return None
        if actor.member_id is None:
            return None
        async with self.db.read() as session:
            export = (await exports_by_ids(session, actor, [key])).get(key)
        return export if export is not None and is_ready(export.state, export.expires_at, now()) else None

    async def _pieces(self, actor: Actor, export: ExportId) -> AsyncGenerator[bytes]:
        """One piece after the other, each in a session of its own: a slow line holds none. What is erased meanwhile breaks off."""
        number = 0
        while True:
            async with self.db.read() as session:
                content = await piece(session, actor, export, number)
            if content is None:
                return
            yield content
            number += 1


def _name(export: Export) -> str:
    day = (export.made_at or export.asked_at).astimezone(TOKYO)
    return f"engawa-{day:%Y-%m-%d}.zip"
