"""The endpoint: what is wrong with a request is answered before anything is executed, and statuses say what happened."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, Protocol, TypeAlias

import orjson
import structlog
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from server.http.cookies import clear_token, set_token, token_in
from server.http.graphql.accepting import JSON, RESPONSE, accepted
from server.http.graphql.asked import Asked, Unusable, asked_by_address, asked_by_body
from server.http.guard import origin_allowed, reading_allowed

_logger: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.http")
# What the schema says it did not even look at, by the code of the error; whichever form the client takes.
_NEVER_LOOKED_AT: Final = {"MUTATION_BY_GET": 405, "UNKNOWN_DOCUMENT": 404, "DOCUMENT_NOT_TAKEN": 403}


class CookieWish(Protocol):
    """What an operation wants done with the session cookie."""

    new_token: str | None
    cleared: bool
    renewed: bool


Answer: TypeAlias = tuple[dict[str, Any], CookieWish]
Perform: TypeAlias = Callable[[Request, Asked], Awaitable[Answer]]


class GraphQLOverHTTP:
    """The endpoint. `perform(request, asked)` runs one operation for the caller of the request; without `data` none was executed."""

    def __init__(self, perform: Perform, *, origins: frozenset[str], secure: bool) -> None:
        """`origins` may send cookies here; `secure` decides the cookie's name and attributes."""
        self._perform = perform
        self._origins = origins
        self._secure = secure

    async def answer(self, request: Request) -> Response:
        """Answer one request."""
        form = accepted(request.headers.get("accept"))
        if form is None:
            return _fault(f"Answers are {RESPONSE} or {JSON}.", "BAD_REQUEST", 406, JSON)
        try:
            asked = await self._asked(request)
        except Unusable as fault:
            return _fault(str(fault), fault.code, fault.status, form)
        except ClientDisconnect:
            return Response(status_code=499)
        try:
            answer, cookies = await self._perform(request, asked)
        except (SQLAlchemyError, OSError):
            _logger.exception("unreachable")
            return _fault("Try again in a moment.", "UNAVAILABLE", 503, form)
        response = _encoded(answer, _status(answer, form), form)
        if not asked.reading:
            self._keep(request, response, cookies)
        return response

    async def _asked(self, request: Request) -> Asked:
        if request.method == "POST":
            if not origin_allowed(request.headers, self._origins):
                raise Unusable(403, "This origin may not send operations.")
            return await asked_by_body(request)
        if not reading_allowed(request.headers, self._origins, bearing="cookie" in request.headers):
            raise Unusable(403, "With a cookie, only our own pages ask by GET.")
        return asked_by_address(request)

    def _keep(self, request: Request, response: Response, cookies: CookieWish) -> None:
        own_token = token_in(request, secure=self._secure)
        if cookies.renewed and own_token is not None:
            set_token(response, own_token, secure=self._secure)
        if cookies.cleared:
            clear_token(response, secure=self._secure)
        if cookies.new_token is not None:
            set_token(response, cookies.new_token, secure=self._secure)


def _status(answer: Mapping[str, Any], form: str) -> int:
    if "data" in answer:
        return 200
    code = answer["errors"][0].get("extensions", {}).get("code")
    return _NEVER_LOOKED_AT.get(code, 400 if form == RESPONSE else 200)


def _fault(message: str, code: str, status: int, form: str) -> Response:
    return _encoded({"errors": [{"message": message, "extensions": {"code": code}}]}, status, form)


def _encoded(content: dict[str, Any], status: int, form: str) -> Response:
    headers = {"cache-control": "no-store", "vary": "Accept"} | ({"allow": "POST"} if status == 405 else {})
    return Response(orjson.dumps(content), status, headers, f"{form}; charset=utf-8")
