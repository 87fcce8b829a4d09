"""The messages that a client sends, read: what is malformed names the code with which the socket closes."""

from typing import Any, Final, cast

import orjson

from server.realtime.operations import Operation

# Of an operation's id, in letters. It is repeated in every answer, and kept with what runs.
LONGEST_ID: Final = 1024
# Why a socket is closed whose member may no longer follow what they follow.
SIGNED_OUT: Final = "Signed out"
RIGHTS_CHANGED: Final = "Rights changed"


class Closing(Exception):
    """The socket is to be closed with this code."""

    def __init__(self, code: int, reason: str) -> None:
        """`reason` is for developers, at most 123 bytes."""
        super().__init__(reason)
        self.code = code
        self.reason = reason


def message_of(text: str) -> dict[str, Any]:
    """Return the message in a frame: an object with a `type`, and a `payload` that is an object where its type may have one."""
    try:
        message: object = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise Closing(4400, "The message is not JSON") from error
    if not isinstance(message, dict) or not isinstance(cast(dict[str, object], message).get("type"), str):
        raise Closing(4400, "The message has no type")
    found = cast(dict[str, Any], message)
    if found["type"] in {"connection_init", "ping", "pong"} and not isinstance(found.get("payload"), dict | None):
        raise Closing(4400, "The payload must be an object")
    return found


def id_of(message: dict[str, Any]) -> str:
    """Return the id of the operation that a message is about."""
    key = message.get("id")
    if not isinstance(key, str) or not key:
        raise Closing(4400, "The message has no id")
    if len(key) > LONGEST_ID:
        raise Closing(4400, "The id is too long")
    return key


def operation_of(message: dict[str, Any]) -> Operation:
    """Return the operation of a `subscribe` message."""
    payload = message.get("payload")
    if not isinstance(payload, dict):
        raise Closing(4400, "The payload must be an object")
    wanted = cast(dict[str, Any], payload)
    query, key, variables, name = (wanted.get(each) for each in ("query", "documentId", "variables", "operationName"))
    if not isinstance(query, str | None) or not isinstance(key, str | None) or bool(query and query.strip()) == bool(key):
        raise Closing(4400, "The payload has no document")
    if not isinstance(variables, dict | None) or not isinstance(name, str | None):
        raise Closing(4400, "The payload is no operation")
    if not isinstance(wanted.get("extensions"), dict | None):
        raise Closing(4400, "The extensions must be an object")
    return Operation(query or "", cast("dict[str, Any] | None", variables), name, key or None)
