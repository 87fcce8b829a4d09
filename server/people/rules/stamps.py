"""The stamp of a profile: what was read of it, field by field, so that a change can tell where another device was faster."""

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any, Final

from server.people.errors import UnreadableVersion

_BYTES: Final = 6
_LONGEST: Final = 1024
_LETTERS: Final = re.compile(r"[A-Za-z0-9_-]*")


def stamp_of(values: Mapping[str, Any]) -> str:
    """Return the stamp of fields by name; it is opaque to clients, says nothing of other people, and needs no row to be kept."""
    told = b"".join(sorted(_digest(name, value) for name, value in values.items()))
    return base64.urlsafe_b64encode(told).decode("ascii")


def rewritten(stamp: str, now: Mapping[str, Any], wanted: Mapping[str, Any]) -> list[str]:
    """Return those of the wanted fields that say neither what the stamp's reader read nor what is wanted.

    Raise UnreadableVersion, of field `expectedVersion`, for what is no stamp.
    """
    read = _read(stamp)
    return [name for name, value in wanted.items() if now[name] != value and _digest(name, now[name]) not in read]


def _read(stamp: str) -> frozenset[bytes]:
    try:
        if len(stamp) > _LONGEST or not _LETTERS.fullmatch(stamp.rstrip("=")):
            raise UnreadableVersion("expectedVersion")
        told = base64.urlsafe_b64decode(stamp)
    except binascii.Error as error:
        raise UnreadableVersion("expectedVersion") from error
    if len(told) % _BYTES:
        raise UnreadableVersion("expectedVersion")
    return frozenset(told[at : at + _BYTES] for at in range(0, len(told), _BYTES))


def _digest(name: str, value: Any) -> bytes:
    return hashlib.blake2b(json.dumps([name, value], ensure_ascii=False).encode(), digest_size=_BYTES).digest()
