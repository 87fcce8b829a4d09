"""Mails that go round: to one member after the other, so that a mailbox that takes no mail keeps nobody else from theirs."""

from collections.abc import Awaitable, Callable, Iterable, Sequence

import structlog

from server.kit.db import Session
from server.kit.ids import MemberId
from workers.parts import Parts

_logger: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.worker")


async def go_round(mail: str, members: Iterable[MemberId], send: Callable[[MemberId], Awaitable[None]]) -> None:
    """Send this mail to each of them; what fails is logged, and tried again when the round is gone anew."""
    for member in members:
        try:
            await send(member)
        except Exception:
            _logger.exception("missed on a round", mail=mail)


async def go_round_all(
    parts: Parts,
    mail: str,
    after: Callable[[Session, MemberId | None], Awaitable[Sequence[MemberId]]],
    send: Callable[[MemberId], Awaitable[None]],
) -> None:
    """Send to everybody whom `after` returns: the next ones by id behind a member, some at a time."""
    last: MemberId | None = None
    while True:
        async with parts.db.read() as session:
            members = await after(session, last)
        if not members:
            return
        await go_round(mail, members, send)
        last = members[-1]
