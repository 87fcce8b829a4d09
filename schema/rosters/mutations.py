"""How people on a list are invited, and how they answer."""

from typing import TYPE_CHECKING, Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.accounts import types as accounts
from schema.accounts.mutations.signing_in import SignUpRequested, spend
from schema.context import Context, Info
from schema.gates import Knock, gate, open_gate
from schema.groups import types as groups
from schema.nodes import key_of
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from schema.rosters.types import GroupRoster
from server.accounts.rules import token_hash
from server.kit import outcomes
from server.kit.db import Session
from server.kit.ids import GroupId, MemberId, RosterEntryId
from server.kit.refusal import NotThere
from server.rosters import commands

if TYPE_CHECKING:
    from schema.accounts.types import Viewer
    from schema.groups.types import AlumniGroup

_Viewer: TypeAlias = Annotated["Viewer", strawberry.lazy("schema.accounts.types")]
_Group: TypeAlias = Annotated["AlumniGroup", strawberry.lazy("schema.groups.types")]
_INVITED = "Whoever was invited is nobody here yet."
_MOST_AT_ONCE = 1000


@strawberry.input(description="Which people of a list are written to: those who wait, the longest first.")
class SendInvitationsInput:
    """How many."""

    group: strawberry.ID
    most: int = strawberry.field(description="At most so many, from 1 to 1000.")
    client_mutation_id: str | None = None


@strawberry.input(description="Somebody who is to be taken off a list.")
class RemoveRosterEntryInput:
    """An entry."""

    entry: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.input(description="A yes to an invitation.")
class AcceptInvitationInput:
    """A token; opening its link uses nothing up, sending it here does."""

    token: str
    accepted_terms_version: str = strawberry.field(description="Site.termsVersion, as it was read and accepted.")
    client_mutation_id: str | None = None


@strawberry.input(description="A no to every invitation, for good.")
class DeclineInvitationsInput:
    """A token."""

    token: str
    client_mutation_id: str | None = None


@strawberry.type(description="The mails are on their way.")
class InvitationsSent:
    """The list as it stands now."""

    roster: GroupRoster


@strawberry.type(description="Nothing is kept of them on the list; an invitation of theirs no longer works.")
class RosterEntryRemoved:
    """The list as it stands now."""

    roster: GroupRoster


@strawberry.type(description="The yes was heard: the invitation is taken up, or will be when the mail is answered.")
class InvitationAccepted:
    """In which group, and who the caller is now."""

    group: _Group
    belongs: bool = strawberry.field(
        description="False: the caller goes by another address than the list says, or it says a company that the group gathers no longer. "
        "They applied, and its operators decide; the invitation stays as it is."
    )
    viewer: _Viewer | None = strawberry.field(description="Null for who is not signed in.")
    mail: SignUpRequested | None = strawberry.field(
        description="For who is not signed in: a mail is on its way to the listed address, and nothing is taken up before it is answered."
    )


@strawberry.type(description="No group can invite this address any more; what lists say of it is deleted.")
class InvitationsDeclined:
    """Which group had invited."""

    group: _Group


SendInvitationsResult: TypeAlias = Annotated[
    InvitationsSent | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("SendInvitationsResult")
]
RemoveRosterEntryResult: TypeAlias = Annotated[
    RosterEntryRemoved | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("RemoveRosterEntryResult")
]
AcceptInvitationResult: TypeAlias = Annotated[
    InvitationAccepted | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("AcceptInvitationResult")
]
DeclineInvitationsResult: TypeAlias = Annotated[
    InvitationsDeclined | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("DeclineInvitationsResult")
]


@strawberry.type
class RostersMutation:
    """Root fields of rosters."""

    @strawberry.mutation(description="Write to people on a group's list.", extensions=[gate(Knock.OPERATOR)])
    async def send_invitations(self, info: Info, input: SendInvitationsInput) -> SendInvitationsResult | None:
        """Send them; the mails go by job."""
        context = info.context
        group = GroupId(key_of("AlumniGroup", input.group))
        most = min(max(input.most, 1), _MOST_AT_ONCE)

        async def act(session: Session) -> UUID:
            await commands.send_invitations(session, context.actor, group, most)
            return group

        await context.once("sendInvitations", input.client_mutation_id, act)
        return InvitationsSent(roster=GroupRoster(key=group))

    @strawberry.mutation(description="Take somebody off a group's list, as they may ask for.", extensions=[gate(Knock.OPERATOR)])
    async def remove_roster_entry(self, info: Info, input: RemoveRosterEntryInput) -> RemoveRosterEntryResult | None:
        """Delete the entry."""
        context = info.context
        entry = RosterEntryId(key_of("RosterEntry", input.entry))

        async def act(session: Session) -> UUID:
            return await commands.remove_entry(session, context.actor, entry)

        group = await context.once("removeRosterEntry", input.client_mutation_id, act)
        return RosterEntryRemoved(roster=GroupRoster(key=GroupId(group)))

    @strawberry.mutation(description="Take an invitation up.", extensions=[open_gate(_INVITED)])
    async def accept_invitation(self, info: Info, input: AcceptInvitationInput) -> AcceptInvitationResult | None:
        """Make the caller a member of the group, and of the platform where they have no account."""
        context = info.context
        await context.limits.spend("invitation.origin", context.actor.origin)
        acceptance = commands.Acceptance(token=input.token, accepted_terms_version=input.accepted_terms_version, language=context.language)

        async def act(session: Session) -> commands.Accepted:
            accepted = await commands.accept_invitation(session, context.actor, acceptance)
            if accepted.asked is not None:
                await spend(context, "sign_up", accepted.asked.email)
            return accepted

        accepted = await context.change(act)
        asked = accepted.asked
        return InvitationAccepted(
            group=await _group(context, accepted.group_id),
            belongs=accepted.belongs,
            viewer=await accounts.renewed_viewer(context) if asked is None else None,
            mail=None if asked is None else SignUpRequested(email=asked.email, expires_at=asked.expires_at),
        )

    @strawberry.mutation(description="Want no invitation any more, of any group.", extensions=[open_gate(_INVITED)])
    async def decline_invitations(self, info: Info, input: DeclineInvitationsInput) -> DeclineInvitationsResult | None:
        """Keep a hash of the address, and nothing else."""
        context = info.context
        await context.limits.spend("invitation.origin", context.actor.origin)

        async def act(session: Session) -> UUID:
            once = (_holder(input.token), "declineInvitations", input.client_mutation_id)
            return await outcomes.once(session, *once, lambda: commands.decline_invitation(session, input.token, context.parts.keyed))

        group = await context.change(act)
        return InvitationsDeclined(group=await _group(context, GroupId(group)))


def _holder(token: str) -> MemberId:
    """Who holds a link, where a member stands elsewhere: they may say the same thing twice, and are nobody here."""
    return MemberId(UUID(bytes=token_hash(token)[:16]))


async def _group(context: Context, key: GroupId) -> _Group:
    found = await groups.group_of(context, key)
    if found is None:
        raise NotThere
    return found
