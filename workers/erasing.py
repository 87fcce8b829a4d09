"""Erasing those whose days to change their mind are over, one after the other; a member who cannot be erased now is tried again."""

import structlog

from server.departures.commands import delete_files, erase_member
from server.departures.reads import departures_due
from server.kit.ids import MemberId
from workers.parts import Parts

_logger: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.worker")


async def erase_due(parts: Parts) -> None:
    """Erase whoever is due; nobody keeps another from being erased."""
    async with parts.db.read() as session:
        due = await departures_due(session)
    for member in due:
        try:
            await erase(parts, member)
        except Exception:
            _logger.exception("not erased")


async def erase(parts: Parts, member: MemberId) -> bool:
    """Erase one member; False when there is none any more."""
    async with parts.db.transaction() as session:
        await delete_files(session, parts.files, member)
        return await erase_member(session, parts.engine, member)
