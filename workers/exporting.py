"""Making the file of an export: tried a few times, then given up, which its member reads on the page."""

import structlog

from server.exports.commands import begin_export, fail_export, make_export
from server.exports.errors import TooLarge
from server.exports.events import ExportAsked
from server.kit.ids import ExportId
from workers.parts import Parts

_logger: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.worker")


async def make_file(parts: Parts, event: ExportAsked, _key: str) -> None:
    """Make it; a try that failed comes again with the job, unless it was the last."""
    export = event.export_id
    async with parts.db.transaction() as session:
        if not await begin_export(session, export):
            return
    try:
        async with parts.db.snapshot() as reading, parts.db.transaction() as session:
            await make_export(session, reading, parts.files, export)
    except Exception as error:
        if not await _is_over(parts, export, for_good=isinstance(error, TooLarge)):
            raise
        _logger.exception("not exported")


async def _is_over(parts: Parts, export: ExportId, *, for_good: bool) -> bool:
    async with parts.db.transaction() as session:
        return await fail_export(session, export, for_good=for_good)
