"""Who may read a conversation: whoever takes part in it."""

from sqlalchemy.ext.asyncio import AsyncSession

from server.conversations.model import Conversation, Participant
from server.conversations.policy import visible_to
from server.kit.actor import Actor, viewer_of
from server.kit.ids import MemberId
from tests.factories.accounts import make_account
from tests.factories.conversations import make_conversation
from tests.support.predicates import true_beside, true_of, viewers


async def test_a_conversation_is_its_participants(session: AsyncSession) -> None:
    """Of several, each reads their own; a steward and a guest read none."""
    one, other, third = [MemberId((await make_account(session)).id) for _ in range(3)]
    first, second = await make_conversation(session, one, other), await make_conversation(session, one, third)
    readers = (Actor(member_id=one), Actor(member_id=other), Actor(member_id=third), Actor(is_steward=True), Actor())
    seen = [await true_of(session, Conversation.id, visible_to(viewer_of(reader)), (first, second)) for reader in readers]
    assert seen == [{first, second}, {first}, {second}, set(), set()]
    # Readers who are rows of participants themselves: each is asked about as who they are.
    readers_as_rows = visible_to(viewers(member_id=Participant.member_id))
    pairs = await true_beside(session, Conversation.id, Participant.member_id, readers_as_rows, (first, second))
    assert pairs == {(first, one), (first, other), (second, one), (second, third)}
