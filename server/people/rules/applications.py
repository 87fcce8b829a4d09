"""The version of an application or of a proposed group: what somebody read, so that nobody decides on something else than they saw."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any, Final

_BYTES: Final = 9


def version_of(answers: Sequence[dict[str, str]], said: Sequence[str], tenures: Sequence[tuple[Any, ...]]) -> str:
    """Return a short digest of the answers, of what was said since (by the ids of the messages), and of the tenures behind it."""
    return _digest([list(answers), list(said), [list(tenure) for tenure in tenures]])


def version_of_proposal(texts: Sequence[Any], companies: Sequence[Any], told: Sequence[Any], tenures: Sequence[tuple[Any, ...]]) -> str:
    """Return a short digest of a proposed group's texts, of its companies, of what the stewards were told, and of the tenures behind it."""
    return _digest([list(texts), sorted(str(each) for each in companies), list(told), [list(tenure) for tenure in tenures]])


def _digest(told: list[Any]) -> str:
    written = json.dumps(told, ensure_ascii=False, default=str, sort_keys=True)
    return hashlib.blake2b(written.encode(), digest_size=_BYTES).hexdigest()
