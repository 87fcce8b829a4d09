"""The house-keeping: what is done once an hour without anybody asking; every step may be repeated or done by two at once."""

import asyncio
from contextlib import suppress
from typing import Final

from server.accounts.commands import forget_spent
from server.departures.commands import remind_of_departures
from server.exports.commands import forget_exports
from server.kit import outcomes
from server.kit.jobs import forget_finished
from server.kit.keyed import KeyedHash
from server.kit.log.partitions import tend_log
from server.notifications.commands import forget_old_mail
from server.opportunities.commands import READ_AT_ONCE, read_places
from server.people.commands import forget_old_requests
from server.rosters.commands import forget_lapsed, key_opt_outs
from server.standing.commands import forget_ended
from workers.erasing import erase_due
from workers.indexing import index_posts, reindex_stale
from workers.notifying.digests import send_digests
from workers.notifying.newcomers import tell_of_newcomers
from workers.notifying.queues import remind_of_queues
from workers.parts import Parts

EVERY_SECONDS: Final = 3600


async def keep_house(parts: Parts, stop: asyncio.Event) -> None:
    """Do it now, and then every hour until `stop` is set."""
    while not stop.is_set():
        await clean_up(parts)
        await read_all_places(parts)
        await erase_due(parts)
        await reindex_stale(parts)
        await remind_of_queues(parts)
        await send_digests(parts)
        await tell_of_newcomers(parts)
        with suppress(TimeoutError):
            async with asyncio.timeout(EVERY_SECONDS):
                await stop.wait()


async def clean_up(parts: Parts) -> None:
    """Forget what is no longer of use, make the log's coming weeks and drop those past keeping."""
    steps = (
        outcomes.forget_old,
        forget_spent,
        forget_old_mail,
        forget_finished,
        forget_exports,
        forget_old_requests,
        forget_lapsed,
        forget_ended,
        remind_of_departures,
    )
    for step in steps:
        async with parts.db.transaction() as session:
            await step(session)
    async with parts.db.transaction() as session:
        await key_opt_outs(session, KeyedHash(parts.settings.secret))
    await tend_log(parts.db)


async def read_all_places(parts: Parts) -> None:
    """Read where posts take place of which that is not known, after an earlier release; a transaction for some of them at a time."""
    while True:
        async with parts.db.transaction() as session:
            posts = await read_places(session)
        await index_posts(parts, posts)
        if len(posts) < READ_AT_ONCE:
            return
