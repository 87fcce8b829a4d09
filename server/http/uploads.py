"""Photos over HTTP: a raw body with a limit of its own, drawn anew before it is kept; shown to who may see it at this moment."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import structlog
from obstore.exceptions import BaseError
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import ClientDisconnect, HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from server.http.bodies import body_of, fault, refused, said_too_long
from server.http.guard import origin_allowed
from server.kit.actor import Actor
from server.kit.db import Database
from server.kit.files import Files
from server.kit.ids import MalformedId, MemberId, parse
from server.kit.limits import Limits
from server.kit.pictures import MEDIA_TYPE, SIZES, squares
from server.kit.refusal import NotSignedIn, Refusal
from server.people.commands import new_photo_name, show_photo
from server.people.reads import photo_of
from server.people.rules.photos import photo_file

Identify: TypeAlias = Callable[[HTTPConnection], Awaitable[Actor]]

_logger: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.http")
MOST_BYTES: Final = 8 * 1024 * 1024
TYPES: Final = frozenset({"image/jpeg", "image/png", "image/webp"})
_LONGEST_SECONDS: Final = 60
_AT_ONCE: Final = 2
_TOO_LONG: Final = "A photo is at most 8 MiB."
_ADDRESS: Final = re.compile(r"([A-Za-z0-9_-]{23})\.([0-9a-f]{32})-([0-9]{1,4})")
# Whoever opens the address itself gets a picture and nothing that could run; it is asked for anew each time, since who may see
# it can change at any moment.
_SHOWN: Final = {
    "cache-control": "private, no-cache",
    "vary": "cookie",
    "content-disposition": "inline",
    "content-security-policy": "default-src 'none'; sandbox",
}


@dataclass(frozen=True, slots=True)
class Photos:
    """The two endpoints of photos, over the running parts."""

    db: Database
    files: Files
    limits: Limits
    identify: Identify
    origins: frozenset[str]
    drawing: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))

    def routes(self) -> list[BaseRoute]:
        """Return the routes: POST takes the caller's photo, GET shows somebody's."""
        return [Route("/photos", self.take, methods=["POST"]), Route("/photos/{address}", self.show, methods=["GET", "HEAD"])]

    async def take(self, request: Request) -> Response:
        """Take a photo as the body, draw it anew, and show it as the caller's from now on."""
        wrong = self._wrong_with(request)
        if wrong is not None:
            return wrong
        try:
            actor = await self.identify(request)
            try:
                return await self._keep(request, actor)
            except Refusal as refusal:
                return refused(refusal, actor)
        except (SQLAlchemyError, BaseError, OSError):
            _logger.exception("unreachable")
            return fault(503, "Try again in a moment.")
        except (ClientDisconnect, TimeoutError):
            return Response(status_code=408)

    async def show(self, request: Request) -> Response:
        """Show a square of a photo to who may see it now; to everybody else, and once it was replaced, there is none."""
        found = _ADDRESS.fullmatch(request.path_params["address"])
        if found is None or int(found[3]) not in SIZES:
            return Response(status_code=404)
        try:
            member = MemberId(parse("Person", found[1]))
        except MalformedId:
            return Response(status_code=404)
        actor = await self.identify(request)
        async with self.db.read() as session:
            standing = None if actor.member_id is None else await photo_of(session, actor, member)
        if standing is None or standing != found[2]:
            return Response(status_code=404, headers={"cache-control": "no-store"})
        tag = f'"{standing}-{found[3]}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={**_SHOWN, "etag": tag})
        content = await self.files.read(photo_file(standing, int(found[3])))
        if content is None:
            return Response(status_code=404)
        return Response(content, headers={**_SHOWN, "etag": tag}, media_type=MEDIA_TYPE)

    def _wrong_with(self, request: Request) -> Response | None:
        """What is wrong with a request before anything of its body is read."""
        if not origin_allowed(request.headers, self.origins):
            return fault(403, "This origin may not send photos.")
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in TYPES:
            return fault(415, "A photo is image/jpeg, image/png or image/webp.")
        if said_too_long(request, MOST_BYTES):
            return fault(413, _TOO_LONG)
        return None

    async def _keep(self, request: Request, actor: Actor) -> Response:
        if actor.member_id is None:
            raise NotSignedIn
        await self.limits.spend("photo.upload", actor.member_id)
        async with asyncio.timeout(_LONGEST_SECONDS):
            body = await body_of(request, MOST_BYTES)
        if body is None:
            return fault(413, _TOO_LONG)
        async with self.drawing:
            drawn = await asyncio.to_thread(squares, body, "photo")
        name = new_photo_name()
        try:
            for side, content in drawn.items():
                await self.files.put(photo_file(name, side), content)
            async with self.db.transaction() as session:
                await show_photo(session, actor, name)
        except BaseException:
            # Nobody will ever ask for it.
            for side in SIZES:
                await self.files.delete(photo_file(name, side))
            raise
        return Response(status_code=204, headers={"cache-control": "no-store"})
