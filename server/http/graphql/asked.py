"""What a request asks: read from the body of a POST, or from the address of a GET, which may ask only for what changes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

import orjson
from starlette.requests import Request

from server.http.bodies import body_of, said_too_long

MOST_BYTES: Final = 1024 * 1024
# Servers and proxies on the way take no longer addresses either.
MOST_ADDRESS: Final = 16 * 1024
_PARAMETERS: Final = frozenset({"query", "documentId", "operationName", "variables", "extensions"})


class Unusable(Exception):
    """The request asks for nothing that could be executed; `status` says what is wrong with it."""

    def __init__(self, status: int, message: str, code: str = "BAD_REQUEST") -> None:
        """`message` is for developers."""
        super().__init__(message)
        self.status = status
        self.code = code


@dataclass(frozen=True, slots=True)
class Asked:
    """A document, or the id of one of our client's (never both), and what goes with it. `reading`: nothing may be changed."""

    query: str
    document_id: str | None
    variables: dict[str, Any] | None
    operation_name: str | None
    reading: bool


def asked_by_address(request: Request) -> Asked:
    """Return what a GET asks; raise Unusable."""
    if len(request.scope.get("query_string", b"")) > MOST_ADDRESS:
        raise Unusable(414, "The address is longer than 16 KiB.")
    given: dict[str, object] = {}
    for name, value in request.query_params.multi_items():
        if name in given:
            raise Unusable(400, f"The parameter {name} is given twice." if name in _PARAMETERS else "A parameter is given twice.")
        given[name] = _parsed(value, name) if name in ("variables", "extensions") and value else value or None
    return _asked(given, reading=True)


async def asked_by_body(request: Request) -> Asked:
    """Return what a POST asks; raise Unusable."""
    kind, *parameters = (part.strip().lower() for part in request.headers.get("content-type", "").split(";"))
    charsets = [part.partition("=")[2].strip('"') for part in parameters if part.startswith("charset=")]
    if kind != "application/json" or charsets not in ([], ["utf-8"]):
        raise Unusable(415, "The body must be application/json in UTF-8.")
    body = None if said_too_long(request, MOST_BYTES) else await body_of(request, MOST_BYTES)
    if body is None:
        raise Unusable(413, "The body is larger than 1 MiB.")
    parsed = _parsed(body, "body")
    if not isinstance(parsed, dict):
        raise Unusable(400, "The body must be one JSON object.")
    return _asked(cast(dict[str, object], parsed), reading=False)


def _parsed(text: str | bytes, what: str) -> object:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise Unusable(400, f"The {what} is not JSON." if what == "body" else f"The parameter {what} is not JSON.") from error


def _asked(given: Mapping[str, object], *, reading: bool) -> Asked:
    query, document_id, name = given.get("query"), given.get("documentId"), given.get("operationName")
    if not isinstance(query, str | None) or not isinstance(document_id, str | None):
        raise Unusable(400, "The parameters query and documentId must be texts.")
    if bool(query and query.strip()) == bool(document_id and document_id.strip()):
        raise Unusable(400, "Either the parameter query or the parameter documentId must say what is asked.")
    if not isinstance(name, str | None):
        raise Unusable(400, "The parameter operationName must be a text.")
    for each in ("variables", "extensions"):
        if not isinstance(given.get(each), dict | None):
            raise Unusable(400, f"The parameter {each} must be an object.")
    return Asked(query or "", document_id or None, cast("dict[str, Any] | None", given.get("variables")), name, reading)
