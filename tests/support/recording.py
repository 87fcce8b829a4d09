"""A small HTTP server that writes down what it is asked, and answers as it is told: for the shape of our requests, and for faults."""

import asyncio
import json
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked."""

    method: str
    path: str
    key: str
    body: Any


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered: JSON, or bytes as they are, after a while."""

    body: Any = None
    status: int = 200
    after: float = 0.0


@dataclass(slots=True)
class Recording:
    """The server as tests reach it. `answer` may be replaced at any time."""

    answer: Callable[[Request], Reply]
    url: str = ""
    requests: list[Request] = field(default_factory=list)
    connections: int = 0
    stopping: threading.Event = field(default_factory=threading.Event)

    def bodies(self, path: str) -> list[Any]:
        """Return what was sent to a path, in order."""
        return [request.body for request in self.requests if request.path.split("?")[0] == path]


@contextmanager
def recording(answer: Callable[[Request], Reply]) -> Generator[Recording]:
    """Serve on a free port until the block ends."""
    told = Recording(answer)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(told))
    told.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=lambda: server.serve_forever(0.01))
    thread.start()
    try:
        yield told
    finally:
        told.stopping.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(told: Recording) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        timeout = 5

        def setup(self) -> None:
            told.connections += 1
            super().setup()

        def answer_it(self) -> None:
            sent = self.rfile.read(int(self.headers.get("content-length") or 0))
            request = Request(self.command, self.path, self.headers.get("authorization", ""), json.loads(sent) if sent else None)
            told.requests.append(request)
            reply = told.answer(request)
            if told.stopping.wait(reply.after) if reply.after else False:
                self.close_connection = True
                return
            body = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
            self.send_response(reply.status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = answer_it  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Tell nobody."""

    return Handler


async def until(condition: Callable[[], bool], within: float = 5.0) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(within):
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
