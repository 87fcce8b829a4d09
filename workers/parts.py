"""What a handler is given, and what a handler is."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeAlias

from server.kit.db import Database
from server.kit.files import Files
from server.kit.mail import Mailer
from server.kit.seal import Seal
from server.kit.settings import Settings
from server.search.engine import SearchEngine
from server.search.meilisearch.engine import MeilisearchEngine


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the running application that handlers use; made once by the composition root."""

    settings: Settings
    db: Database
    engine: SearchEngine
    mailer: Mailer
    files: Files
    seal: Seal
    # The engine that stands elsewhere and follows PostgreSQL, where one is configured.
    mirror: MeilisearchEngine | None = None


# (parts, event, key): `key` names this occurrence of the event, and is the same whenever its job comes again.
Handler: TypeAlias = Callable[[Parts, Any, str], Awaitable[None]]


class NotYet(Exception):
    """A handler asks to be run again after `delay`; nothing failed."""

    def __init__(self, delay: timedelta) -> None:
        """Say when."""
        super().__init__("not yet")
        self.delay = delay
