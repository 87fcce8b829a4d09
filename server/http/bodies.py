"""Raw bodies over HTTP: read up to a limit of their own, and refused in the caller's language, with the refusal's name."""

from typing import Final

import orjson
from starlette.requests import Request
from starlette.responses import Response

from server.kit.actor import Actor
from server.kit.refusal import Absent, Exhausted, Forbidden, Invalid, NotSignedIn, Refusal
from server.kit.text import sentence_of

_STATUSES: Final = ((Invalid, 422), (NotSignedIn, 401), (Forbidden, 403), (Absent, 404), (Exhausted, 429))


async def body_of(request: Request, most: int) -> bytes | None:
    """Return the body, counted while it comes; None when it is longer than `most` bytes, whatever its header said."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            return None
    return bytes(body)


def said_too_long(request: Request, most: int) -> bool:
    """Tell whether a request says itself that its body is too long."""
    length = request.headers.get("content-length", "0")
    return not length.isdecimal() or int(length) > most


def refused(refusal: Refusal, actor: Actor) -> Response:
    """Answer with a refusal that the caller can expect."""
    status = next((status for kind, status in _STATUSES if isinstance(refusal, kind)), 409)
    return fault(status, sentence_of(actor.language, refusal), refusal.code)


def fault(status: int, message: str, code: str = "BAD_REQUEST") -> Response:
    """Answer with what is wrong."""
    return Response(orjson.dumps({"code": code, "message": message}), status, {"cache-control": "no-store"}, "application/json")
