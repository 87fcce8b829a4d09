"""Which events become a notice, and for whom: what others decided about a member's own things."""

from server.companies.events import CompanyAccepted, CompanyMerged
from server.kit.ids import MemberId
from server.kit.log import Event
from server.moderation.events import ReportDecided
from server.notifications.commands import mark_notices_of_affiliation_read, write_notice
from server.opportunities.events import OpportunityHidden, OpportunityRestored
from server.people.events import AffiliationConfirmed, AffiliationDeclined, AffiliationRemoved, AffiliationVouched, ConfirmationEnded
from workers.parts import Parts


async def notify_of_affiliation(
    parts: Parts, event: AffiliationConfirmed | AffiliationDeclined | AffiliationVouched | ConfirmationEnded, key: str
) -> None:
    """Tell the member what was decided on their affiliation, that a colleague confirmed it, or that a confirmation has ended.

    What was decided with an application they are told by that.
    """
    if isinstance(event, AffiliationConfirmed | AffiliationDeclined) and event.with_application:
        return
    await _notify(parts, event.member_id, event, key)


async def mark_affiliation_read(parts: Parts, event: AffiliationRemoved, _key: str) -> None:
    """Let what told the member of an affiliation be read, once they removed it."""
    async with parts.db.transaction() as session:
        await mark_notices_of_affiliation_read(session, event.member_id, event.affiliation_id)


async def notify_of_hiding(parts: Parts, event: OpportunityHidden | OpportunityRestored, key: str) -> None:
    """Tell the author that their post was hidden, or is back."""
    await _notify(parts, event.author_id, event, key)


async def notify_of_report(parts: Parts, event: ReportDecided, key: str) -> None:
    """Tell the reporter, while there is one, how their report was decided."""
    await _notify(parts, event.reporter_id, event, key)


async def notify_of_company(parts: Parts, event: CompanyAccepted | CompanyMerged, key: str) -> None:
    """Tell who proposed a company what became of it."""
    await _notify(parts, event.proposer_id, event, key)


async def _notify(parts: Parts, member: MemberId | None, event: Event, key: str) -> None:
    if member is None:
        return
    async with parts.db.transaction() as session:
        await write_notice(session, member, event, key)
