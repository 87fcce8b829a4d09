"""What rests on a confirmation is looked at again when that changes: a colleague's word counts only while its own ground stands."""

from typing import TypeAlias

from server.people.commands import look_again, words_resting_on
from server.people.events import (
    AffiliationConfirmed,
    AffiliationDeclined,
    AffiliationEdited,
    AffiliationRemoved,
    AffiliationVouched,
    ConfirmationEnded,
)
from workers.parts import Parts

Changed: TypeAlias = (
    AffiliationConfirmed | AffiliationDeclined | AffiliationEdited | AffiliationRemoved | AffiliationVouched | ConfirmationEnded
)


async def examine_words(parts: Parts, event: Changed, _key: str) -> None:
    """Look at each word that rests on the affiliation, in a transaction of its own; one that lapses is an event, and goes on."""
    async with parts.db.read() as session:
        words = await words_resting_on(session, event.affiliation_id, event.member_id)
    for word in words:
        async with parts.db.transaction() as session:
            await look_again(session, word)
