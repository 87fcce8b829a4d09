"""How Meilisearch is reached: settings, tasks and documents by its official client, searches over connections that are kept open."""

import asyncio
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final, TypeVar

import httpcore
import orjson
from meilisearch import Client
from meilisearch.errors import MeilisearchApiError, MeilisearchError
from meilisearch.models.task import TaskInfo

from server.search.engine import EngineUnusable

T = TypeVar("T")

_THREADS: Final = 4
_CALL_SECONDS: Final = 30
_SUCCESS: Final = range(200, 300)
_FIRST_LOOK_SECONDS: Final = 0.01
_LONGEST_LOOK_SECONDS: Final = 0.5
_CONNECTIONS: Final = 32
_KEPT_SECONDS: Final = 60
# A connection may have been let go by the server while it was kept open.
_LET_GO: Final = (httpcore.ReadError, httpcore.WriteError, httpcore.RemoteProtocolError)
_FAULTS: Final = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException, httpcore.UnsupportedProtocol)


class Connection:
    """One server. Whatever goes wrong with it is EngineUnusable, whose text names no address, key or word of a query."""

    def __init__(self, url: str, key: str | None) -> None:
        """Nothing is connected yet."""
        self._url, self._key = url.rstrip("/"), key
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="meilisearch")
        self._of_thread = threading.local()
        self._http: httpcore.AsyncConnectionPool | None = None
        # Compressed, an answer takes 40 ms more.
        self._headers = [("content-type", "application/json"), ("accept-encoding", "identity")]
        if key:
            self._headers.append(("authorization", f"Bearer {key}"))

    async def ask(self, path: str, body: Mapping[str, Any], until: float) -> Any:
        """Return the answer to one request of a search; wait for it until the loop's clock shows `until`."""
        try:
            async with asyncio.timeout_at(until):
                answer = await self._posted(path, orjson.dumps(body))
        except (*_FAULTS, TimeoutError, ValueError) as error:
            raise EngineUnusable(type(error).__name__) from error
        if answer.status not in _SUCCESS:
            raise EngineUnusable(f"HTTP {answer.status}")
        try:
            return orjson.loads(answer.content)
        except ValueError as error:
            raise EngineUnusable("no JSON") from error

    async def _posted(self, path: str, content: bytes) -> httpcore.Response:
        try:
            return await self._sent(path, content)
        except _LET_GO:
            # A new one tells whether the server serves.
            return await self._sent(path, content)

    async def _sent(self, path: str, content: bytes) -> httpcore.Response:
        return await self._pool().request("POST", f"{self._url}{path}", headers=self._headers, content=content)

    async def call(self, act: Callable[[Client], T], *, missing: T | None = None) -> T:
        """Run calls of the official client in a thread that has one of its own; return `missing` where an index is not there."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._called, act, missing)

    async def all_finished(self, act: Callable[[Client], Sequence[TaskInfo]]) -> None:
        """Run calls that make tasks, one after the other, and wait for all tasks to succeed; no thread waits with it."""
        for told in await self.call(act):
            pause = _FIRST_LOOK_SECONDS
            while (task := await self.call(lambda client, uid=told.task_uid: client.get_task(uid))).status in ("enqueued", "processing"):
                await asyncio.sleep(pause)
                pause = min(2 * pause, _LONGEST_LOOK_SECONDS)
            if task.status != "succeeded":
                raise EngineUnusable(str((task.error or {}).get("code", task.status)))

    def _called(self, act: Callable[[Client], T], missing: T | None) -> T:
        client: Client | None = getattr(self._of_thread, "client", None)
        if client is None:
            client = self._of_thread.client = Client(self._url, self._key, timeout=_CALL_SECONDS)
        try:
            return act(client)
        except MeilisearchApiError as error:
            code = str(error.code or f"HTTP {error.status_code}")  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
            if missing is not None and code == "index_not_found":
                return missing
            raise EngineUnusable(code) from error
        except (MeilisearchError, OSError, ValueError, LookupError, TypeError) as error:
            raise EngineUnusable(type(error).__name__) from error

    def _pool(self) -> httpcore.AsyncConnectionPool:
        # Made on first use: its connections belong to the loop that serves.
        if self._http is None:
            self._http = httpcore.AsyncConnectionPool(
                max_connections=_CONNECTIONS, max_keepalive_connections=_CONNECTIONS, keepalive_expiry=_KEPT_SECONDS
            )
        return self._http

    async def close(self) -> None:
        """Let go of every connection."""
        if self._http is not None:
            await self._http.aclose()
            self._http = None
        self._threads.shutdown(wait=False, cancel_futures=True)
