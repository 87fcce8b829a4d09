"""What an address in a variable may look like; pure, so that each check is one line where the variables are read."""

import re
from collections.abc import Set
from typing import Final
from urllib.parse import SplitResult, urlsplit

LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_DATABASE: Final = re.compile(r"(/\d{0,4})?")


def parts_of(value: str | None) -> SplitResult:
    """Return the parts of an address; empty ones for what is none."""
    try:
        parts = urlsplit(value or "")
        return parts if parts.port is None or parts.port > 0 else urlsplit("")
    except ValueError:
        return urlsplit("")


def is_address(value: str | None, schemes: Set[str]) -> bool:
    """Whether this names a host by one of the schemes."""
    parts = parts_of(value)
    return parts.scheme in schemes and bool(parts.hostname or "host=" in parts.query)


def is_open(value: str | None) -> bool:
    """Whether what goes there can be read on the way: http to another machine."""
    parts = parts_of(value)
    return parts.scheme == "http" and parts.hostname not in LOOPBACK


def has_more(value: str | None, *, path: bool = False) -> bool:
    """Whether more stands there than a host, and a path where there may be one: a question, a fragment, a user."""
    parts = parts_of(value)
    return bool(parts.query or parts.fragment or parts.username is not None or (parts.path.strip("/") and not path))


def is_store(value: str) -> bool:
    """Whether files can be kept there: a directory or a bucket, and nothing more in the address."""
    parts = parts_of(value)
    local = parts.scheme == "file" and not parts.netloc and bool(parts.path.strip("/"))
    bucket = parts.scheme == "s3" and bool(parts.hostname)
    return (local or bucket) and not (parts.query or parts.fragment or "@" in parts.netloc)


def is_redis(value: str | None) -> bool:
    """Whether this is a server of the Redis protocol, with the number of a database at most: options would overrule ours."""
    parts = parts_of(value)
    return is_address(value, {"redis", "rediss"}) and not (parts.query or parts.fragment) and bool(_DATABASE.fullmatch(parts.path))
