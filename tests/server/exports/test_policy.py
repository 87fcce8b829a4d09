"""Who may see an export: whose data it is."""

from sqlalchemy.ext.asyncio import AsyncSession

from server.exports.model import Export
from server.exports.policy import visible_to
from server.kit.actor import Actor, viewer_of
from server.kit.ids import MemberId
from tests.factories.accounts import make_account
from tests.support.predicates import true_of


async def test_an_export_is_for_its_member(session: AsyncSession) -> None:
    """Neither for another one, nor for a steward, nor for a guest."""
    members = [MemberId((await make_account(session)).id) for _ in range(2)]
    exports = [Export(member_id=member) for member in members]
    session.add_all(exports)
    await session.flush()
    first, second = keys = [export.id for export in exports]
    readers = (Actor(member_id=members[0]), Actor(member_id=members[1]), Actor(is_steward=True), Actor())
    seen = [await true_of(session, Export.id, visible_to(viewer_of(reader)), keys) for reader in readers]
    assert seen == [{first}, {second}, set(), set()]
