"""Colleagues' words: given where two were there together, held while who decides has to look first, and taken back."""

from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands import raise_authz_version
from server.audit.commands import AuditNote, write_audit
from server.kit.actor import Actor, Level
from server.kit.clock import now
from server.kit.ids import AffiliationId, CompanyId, MemberId, VouchId
from server.kit.jobs import one_at_a_time
from server.kit.log import inbox, record
from server.kit.refusal import NotSignedIn, NotThere, NotVerified
from server.people import rules
from server.people.commands.grounding import is_grounded, weigh
from server.people.commands.standing import ONE_WORD, queues_of, settle
from server.people.errors import AlreadyVouched, NoOverlap, OneselfVouched, VouchRevoked
from server.people.events import AffiliationVouched, ConfirmationEnded, VouchDeferred, VouchWithdrawn
from server.people.model import Affiliation, Vouch
from server.people.reads import actor_still, may_meet, tenures_shared
from server.people.rules.vouching import BY_COLLEAGUE, LONGEST_STATEMENT, Holding

# A word that was held for one of these is looked at again when something changes behind it, and may be given again.
_MAY_COUNT_YET = (Holding.NEW_COLLEAGUE.value, Holding.LAPSED.value, Holding.MONTHS_CHANGED.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vouching:
    """On which affiliation a former colleague gives their word; `token` is that of the link that they were sent."""

    affiliation_id: AffiliationId
    token: str | None = None
    statement: str | None = None


async def vouch_for(session: AsyncSession, actor: Actor, vouching: Vouching) -> Vouch:
    """Say that one was there too. It confirms at once, or is held (rules.vouching.holding) for who decides, and has no effect."""
    voucher, affiliation = await _meeting(session, actor, vouching)
    statement = rules.optional_line("statement", vouching.statement, LONGEST_STATEMENT)
    shared = (await tenures_shared(session, voucher, [affiliation])).get(vouching.affiliation_id)
    if shared is None or voucher.member_id is None:
        raise NoOverlap
    given = select(Vouch).where(Vouch.affiliation_id == affiliation.id, Vouch.voucher_id == voucher.member_id)
    vouch = await session.scalar(given.with_for_update())
    _refuse_twice(vouch)
    # Whoever changes the voucher's own affiliation meanwhile waits, and then looks at this word too.
    rests_on = await session.get_one(Affiliation, shared.rests_on, with_for_update={"read": True}, populate_existing=True)
    if vouch is None:
        vouch = Vouch(affiliation_id=affiliation.id, voucher_id=voucher.member_id)
        session.add(vouch)
    vouch.rests_on_id, vouch.started_on, vouch.ended_on = rests_on.id, shared.start, shared.end
    vouch.statement, vouch.at, vouch.ended_at, vouch.state = statement, now(), None, "held"
    await _take_effect(session, vouch, affiliation, await weigh(session, affiliation, rests_on, voucher.member_id))
    await _note(session, voucher.member_id, "vouch_for", affiliation)
    return vouch


async def withdraw_vouch(session: AsyncSession, actor: Actor, affiliation_id: AffiliationId) -> Vouch:
    """Take one's own word back; what else confirms the affiliation stays."""
    if actor.member_id is None:
        raise NotSignedIn
    await one_at_a_time(session, ONE_WORD)
    affiliation = await session.get(Affiliation, affiliation_id, with_for_update=True)
    own = select(Vouch).where(Vouch.affiliation_id == affiliation_id, Vouch.voucher_id == actor.member_id)
    vouch = await session.scalar(own.with_for_update())
    if affiliation is None or vouch is None or vouch.state not in ("standing", "held"):
        raise NotThere
    was_standing = vouch.state == "standing"
    vouch.state, vouch.ended_at = "withdrawn", now()
    if was_standing:
        await _end(session, affiliation, "withdrawn")
    member, company = MemberId(affiliation.member_id), CompanyId(affiliation.company_id)
    event = VouchWithdrawn(affiliation_id=affiliation_id, member_id=member, vouch_id=VouchId(vouch.id))
    record(session, event, *await queues_of(session, company))
    await _note(session, actor.member_id, "withdraw_vouch", affiliation)
    return vouch


async def words_resting_on(session: AsyncSession, affiliation: AffiliationId, voucher: MemberId) -> list[VouchId]:
    """Return the words to look at again when the affiliation of their voucher has changed, or is gone."""
    gone = (Vouch.rests_on_id.is_(None)) & (Vouch.voucher_id == voucher)
    live = or_(Vouch.state == "standing", Vouch.held_because.in_(_MAY_COUNT_YET) & (Vouch.state == "held"))
    found = select(Vouch.id).where(or_(Vouch.rests_on_id == affiliation, gone), live).order_by(Vouch.id)
    return [VouchId(vouch) for vouch in await session.scalars(found)]


async def look_again(session: AsyncSession, vouch_id: VouchId) -> None:
    """Hold a word whose ground has gone, and let one count that was held only for want of it; a second look changes nothing."""
    await one_at_a_time(session, ONE_WORD)
    about = select(Affiliation).join(Vouch, Vouch.affiliation_id == Affiliation.id).where(Vouch.id == vouch_id)
    affiliation = await session.scalar(about.with_for_update(of=Affiliation))
    vouch = await session.get(Vouch, vouch_id, with_for_update=True)
    if affiliation is None or vouch is None or vouch.voucher_id is None:
        return
    rests_on = None if vouch.rests_on_id is None else await session.get(Affiliation, vouch.rests_on_id)
    grounded = rests_on is not None and rests_on.state == "confirmed" and await is_grounded(session, rests_on.id)
    if not grounded and (vouch.state == "standing" or vouch.held_because == Holding.MONTHS_CHANGED.value):
        vouch.state, vouch.held_because = "held", Holding.LAPSED.value
        await _end(session, affiliation, "lapsed")
    elif grounded and rests_on is not None and vouch.state == "held" and vouch.held_because in (_MAY_COUNT_YET[0], _MAY_COUNT_YET[1]):
        because = await weigh(session, affiliation, rests_on, vouch.voucher_id)
        if because is None:
            await _take_effect(session, vouch, affiliation, None)


async def _meeting(session: AsyncSession, actor: Actor, vouching: Vouching) -> tuple[Actor, Affiliation]:
    """Return who vouches as they stand now, and the affiliation, locked; raise NotThere where the two are not to meet."""
    await one_at_a_time(session, ONE_WORD)
    affiliation = await session.get(Affiliation, vouching.affiliation_id, with_for_update=True)
    voucher = await actor_still(session, actor)
    if affiliation is None or voucher is None:
        raise NotThere
    if affiliation.member_id == voucher.member_id:
        raise OneselfVouched
    if voucher.level < Level.VERIFIED:
        raise NotVerified
    if affiliation.state == "declined" or not await may_meet(session, voucher, vouching.affiliation_id, vouching.token):
        raise NotThere
    return voucher, affiliation


def _refuse_twice(vouch: Vouch | None) -> None:
    if vouch is None or vouch.state == "withdrawn":
        return
    if vouch.state == "revoked":
        raise VouchRevoked
    if vouch.state == "standing" or vouch.held_because not in _MAY_COUNT_YET:
        raise AlreadyVouched


async def _take_effect(session: AsyncSession, vouch: Vouch, affiliation: Affiliation, because: Holding | None) -> None:
    affiliation_id, member = AffiliationId(affiliation.id), MemberId(affiliation.member_id)
    queues = await queues_of(session, CompanyId(affiliation.company_id))
    vouch.held_because = because.value if because else None
    vouch.state = "held" if because else "standing"
    if because is not None:
        await session.flush()
        record(session, VouchDeferred(affiliation_id=affiliation_id, member_id=member, vouch_id=VouchId(vouch.id)), *queues)
        return
    await raise_authz_version(session, member)
    await session.flush()
    await settle(session, affiliation)
    record(session, AffiliationVouched(affiliation_id=affiliation_id, member_id=member, vouch_id=VouchId(vouch.id)), *queues, inbox(member))


async def _end(session: AsyncSession, affiliation: Affiliation, why: str) -> None:
    member = MemberId(affiliation.member_id)
    await raise_authz_version(session, member)
    await session.flush()
    await settle(session, affiliation)
    event = ConfirmationEnded(
        affiliation_id=AffiliationId(affiliation.id), member_id=member, level=BY_COLLEAGUE, why=why, group_id=None, decided_by=None
    )
    record(session, event, *await queues_of(session, CompanyId(affiliation.company_id)), inbox(member))


async def _note(session: AsyncSession, voucher: MemberId, action: str, affiliation: Affiliation) -> None:
    note = AuditNote(
        actor=voucher,
        right="former colleague",
        action=action,
        subject_kind="affiliation",
        subject_id=affiliation.id,
        subject_member=MemberId(affiliation.member_id),
    )
    await write_audit(session, note)
