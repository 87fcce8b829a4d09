"""The worker of a real deployment: settings -> parts -> jobs until it is told to stop."""

import asyncio
import signal

from engawa.parts import opened
from engawa.telling import Tell
from server.kit.settings import Settings
from server.migrations import current, head
from workers.run import running_worker


async def work(settings: Settings, tell: Tell) -> None:
    """Run jobs until SIGINT or SIGTERM; wait for the server to have migrated. In embedded mode the server does this itself."""
    if settings.embedded:
        tell("everything is embedded: the server runs the jobs itself")
        return
    url = settings.sqlalchemy_url
    while await current(url) != head():
        tell("waiting for the server to migrate the database")
        await asyncio.sleep(2)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    async with opened(settings, url) as house, running_worker(house.worker, url):
        tell("working")
        await stop.wait()
