"""GraphQL over HTTP: POST with JSON only; what is wrong with a request is answered before anything is executed."""

from collections.abc import Awaitable, Callable
from typing import Any, Protocol, TypeAlias, cast

import orjson
import structlog
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from server.http.cookies import clear_token, set_token, token_in
from server.http.guard import origin_allowed

_logger: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.http")
MOST_BYTES = 1024 * 1024


class CookieWish(Protocol):
    """What an operation wants done with the session cookie."""

    new_token: str | None
    cleared: bool
    renewed: bool


Answer: TypeAlias = tuple[dict[str, Any], CookieWish]
Perform: TypeAlias = Callable[[Request, str, dict[str, Any] | None, str | None], Awaitable[Answer]]


class _Unusable(Exception):
    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class GraphQLOverHTTP:
    """The endpoint. `perform(request, query, variables, operation_name)` runs one operation for the caller of the request."""

    def __init__(self, perform: Perform, *, origins: frozenset[str], secure: bool) -> None:
        """`origins` may send cookies here; `secure` decides the cookie's name and attributes."""
        self._perform = perform
        self._origins = origins
        self._secure = secure

    async def answer(self, request: Request) -> Response:
        """Answer one request."""
        try:
            query, variables, name = await self._read(request)
        except _Unusable as fault:
            return _json({"errors": [{"message": str(fault), "extensions": {"code": "BAD_REQUEST"}}]}, fault.status)
        except ClientDisconnect:
            return Response(status_code=499)
        try:
            answer, cookies = await self._perform(request, query, variables, name)
        except (SQLAlchemyError, OSError):
            _logger.exception("unreachable")
            return _json({"errors": [{"message": "Try again in a moment.", "extensions": {"code": "UNAVAILABLE"}}]}, 503)
        response = _json(answer, 400 if "data" not in answer else 200)
        own_token = token_in(request, secure=self._secure)
        if cookies.renewed and own_token is not None:
            set_token(response, own_token, secure=self._secure)
        if cookies.cleared:
            clear_token(response, secure=self._secure)
        if cookies.new_token is not None:
            set_token(response, cookies.new_token, secure=self._secure)
        return response

    async def _read(self, request: Request) -> tuple[str, dict[str, Any] | None, str | None]:
        if request.method != "POST":
            raise _Unusable(405, "Operations are sent by POST.")
        if not origin_allowed(request.headers, self._origins):
            raise _Unusable(403, "This origin may not send operations.")
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            raise _Unusable(415, "The body must be application/json.")
        return _operation(await _body(request))


async def _body(request: Request) -> bytes:
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > MOST_BYTES:
        raise _Unusable(413, "The body is larger than 1 MiB.")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise _Unusable(413, "The body is larger than 1 MiB.")
    return bytes(body)


def _operation(body: bytes) -> tuple[str, dict[str, Any] | None, str | None]:
    try:
        parsed: object = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise _Unusable(400, "The body is not JSON.") from error
    if not isinstance(parsed, dict):
        raise _Unusable(400, "The body must be one JSON object.")
    wanted = cast(dict[str, object], parsed)
    query, variables, name = wanted.get("query"), wanted.get("variables"), wanted.get("operationName")
    if not isinstance(query, str) or not query.strip():
        raise _Unusable(400, "The field query must be a document.")
    if not isinstance(variables, dict | None):
        raise _Unusable(400, "The field variables must be an object.")
    if not isinstance(name, str | None):
        raise _Unusable(400, "The field operationName must be a text.")
    return query, cast("dict[str, Any] | None", variables), name


def _json(content: dict[str, Any], status: int) -> Response:
    return Response(orjson.dumps(content), status, {"cache-control": "no-store"}, "application/json")
