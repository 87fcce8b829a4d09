"""How Meilisearch is reached: settings, tasks and documents by its official client, searches over connections that are kept open."""

import asyncio
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final, TypeVar

import httpx
import orjson
from meilisearch import Client
from meilisearch.errors import MeilisearchApiError, MeilisearchError
from meilisearch.models.task import TaskInfo

from server.search.engine import EngineUnusable

T = TypeVar("T")

_THREADS: Final = 4
_CALL_SECONDS: Final = 30
_FIRST_LOOK_SECONDS: Final = 0.01
_LONGEST_LOOK_SECONDS: Final = 0.5
_CONNECTIONS: Final = httpx.Limits(max_connections=32, max_keepalive_connections=32, keepalive_expiry=60)


class Connection:
    """One server. Whatever goes wrong with it is EngineUnusable, whose text names no address, key or word of a query."""

    def __init__(self, url: str, key: str | None) -> None:
        """Nothing is connected yet."""
        self._url, self._key = url.rstrip("/"), key
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="meilisearch")
        self._of_thread = threading.local()
        self._http: httpx.AsyncClient | None = None

    async def ask(self, path: str, body: Mapping[str, Any], until: float) -> Any:
        """Return the answer to one request of a search; wait for it until the loop's clock shows `until`."""
        try:
            async with asyncio.timeout_at(until):
                answer = await self._posted(path, orjson.dumps(body))
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError, ValueError) as error:
            raise EngineUnusable(type(error).__name__) from error
        if not answer.is_success:
            raise EngineUnusable(f"HTTP {answer.status_code}")
        try:
            return orjson.loads(answer.content)
        except ValueError as error:
            raise EngineUnusable("no JSON") from error

    async def _posted(self, path: str, content: bytes) -> httpx.Response:
        try:
            return await self._client().post(path, content=content)
        except (httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError):
            # The server had let go of a connection that was kept open; a new one tells whether it serves.
            return await self._client().post(path, content=content)

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

    def _client(self) -> httpx.AsyncClient:
        # Made on first use: its connections belong to the loop that serves. Compressed, an answer takes 40 ms more.
        if self._http is None:
            headers = {"content-type": "application/json", "accept-encoding": "identity"} | (
                {"authorization": f"Bearer {self._key}"} if self._key else {}
            )
            self._http = httpx.AsyncClient(base_url=self._url, headers=headers, timeout=_CALL_SECONDS, limits=_CONNECTIONS, trust_env=False)
        return self._http

    async def close(self) -> None:
        """Let go of every connection."""
        if self._http is not None:
            await self._http.aclose()
            self._http = None
        self._threads.shutdown(wait=False, cancel_futures=True)
