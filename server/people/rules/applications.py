"""The version of an application: what somebody read of it, so that nobody decides on something else than they saw."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any, Final

_BYTES: Final = 9


def version_of(answers: Sequence[dict[str, str]], said: Sequence[str], tenures: Sequence[tuple[Any, ...]]) -> str:
    """Return a short digest of the answers, of what was said since (by the ids of the messages), and of the tenures behind it."""
    told = json.dumps([list(answers), list(said), [list(tenure) for tenure in tenures]], ensure_ascii=False, default=str, sort_keys=True)
    return hashlib.blake2b(told.encode(), digest_size=_BYTES).hexdigest()
