"""One of several web processes: what it serves, and on which socket, is told by its parent, without whom it ends."""

import asyncio
import json
import socket
from functools import partial
from typing import Any

import uvloop

from engawa.logs import configure_logs
from engawa.parts import opened
from engawa.processes import SERVES
from engawa.serving import Server, Stop, collect_seldom, stopping, uvicorn_config
from server.kit.settings import load_settings

_MOST_TOLD = 64 * 1024


def main() -> None:
    """Serve until the parent says so, or is gone."""
    configure_logs()
    with socket.socket(fileno=0) as channel:
        told = channel.makefile("rb", buffering=0).readline(_MOST_TOLD)
        if told:
            uvloop.run(_serve(json.loads(told), channel))


async def _serve(told: dict[str, Any], channel: socket.socket) -> None:
    loop = asyncio.get_running_loop()
    with socket.socket(fileno=told["listening"]) as listening, stopping(asyncio.current_task()) as stop:
        loop.add_reader(channel, partial(_parent_gone, loop, channel, stop))
        try:
            async with opened(load_settings(), told["url"]) as house:
                collect_seldom()
                stop.server = Server(uvicorn_config(house), ready=lambda: channel.sendall(SERVES), drain=house.sockets.drain)
                await stop.server.serve(sockets=[listening])
        except asyncio.CancelledError:
            # Told to stop before it served.
            return
        finally:
            loop.remove_reader(channel)


def _parent_gone(loop: asyncio.AbstractEventLoop, channel: socket.socket, stop: Stop) -> None:
    """Nothing more is ever told; so there is something to read only at the end."""
    loop.remove_reader(channel)
    stop()


if __name__ == "__main__":
    main()
