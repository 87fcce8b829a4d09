"""To whom a mail goes and what they may read in it: everything is asked with the receiver's own eyes."""

from dataclasses import dataclass

from server.accounts.reads import accounts_by_ids
from server.kit.actor import Actor
from server.kit.db import Session
from server.kit.ids import MemberId
from server.people.reads import actor_of, blocked_ids, people_by_ids


@dataclass(frozen=True, slots=True)
class Receiver:
    """A member who gets a mail: as who they read, and where it goes."""

    actor: Actor
    email: str


async def receiver_of(session: Session, member: MemberId) -> Receiver | None:
    """Return the member as a receiver; None once they have left."""
    actor = await actor_of(session, member)
    account = (await accounts_by_ids(session, [member])).get(member)
    return None if actor is None or account is None else Receiver(actor, account.email)


async def wants_no_word(session: Session, receiver: MemberId, sender: MemberId) -> bool:
    """Return whether one of the two does not want to meet the other."""
    return sender in await blocked_ids(session, receiver)


async def name_of(session: Session, receiver: Receiver, member: MemberId) -> str | None:
    """Return the member's name as the receiver may read it, in Latin letters for readers of English where they gave one."""
    person = (await people_by_ids(session, receiver.actor, [member])).get(member)
    if person is None:
        return None
    return person.romanised if receiver.actor.language == "en" and person.romanised else person.name
