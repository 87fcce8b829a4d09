"""What of accounts is loaded by the batch: the viewer's own account only."""

from schema.context import Context
from server.accounts import reads
from server.accounts.model import Member
from server.kit.ids import MemberId


async def own_account(context: Context, keys: list[MemberId]) -> list[Member | None]:
    """The caller's own account; nobody else's is ever asked for."""
    async with context.db.read() as session:
        own = await reads.account_of(session, context.member)
    return [own if key == context.member else None for key in keys]
