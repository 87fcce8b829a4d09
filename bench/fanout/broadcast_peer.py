"""The limit of the library: `websockets`' broadcast of a text that is ready. A line on standard input is the text."""

import asyncio
import logging
import resource
import sys

import uvloop
from websockets.asyncio.server import ServerConnection, broadcast, serve


async def main() -> None:
    """Serve until killed."""
    open_: set[ServerConnection] = set()

    async def stay(connection: ServerConnection) -> None:
        open_.add(connection)
        try:
            async for _ in connection:
                await connection.send('{"type":"connection_ack"}')
        finally:
            open_.discard(connection)

    lines = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    # Clients are cut off at the end of a run.
    logging.getLogger("websockets").setLevel(logging.CRITICAL)
    async with serve(stay, "127.0.0.1", int(sys.argv[1]), compression=None, ping_interval=None, backlog=4096):
        print("READY", flush=True)
        while line := await lines.readline():
            broadcast(open_, line.decode().strip())


if __name__ == "__main__":
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    uvloop.run(main())
