"""What happens to an application before it is decided: mended by its member, asked back about in the group's name; and leaving a group."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands import raise_authz_version
from server.audit.commands import AuditNote, write_audit
from server.groups import rules
from server.groups.commands.memberships import end_memberships
from server.groups.errors import ApplicationOver, EnoughSaid, HoldsRole, NotApplied, NothingAsked, OwnApplication
from server.groups.events import ApplicantAsked, ApplicationEdited, GroupLeft
from server.groups.model import AlumniGroup, ApplicationMessage, GroupApplication, GroupMembership, JoinLink
from server.groups.reads import queues_of_groups, roles_of
from server.kit.actor import Actor
from server.kit.ids import ApplicationId, GroupId, MemberId
from server.kit.log import inbox, record
from server.kit.refusal import NotSignedIn, NotThere


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationEdit:
    """What an applicant answers from now on (None: as before), and what they say to a question back, if anything."""

    application_id: ApplicationId
    answers: tuple[str, ...] | None
    reply: str | None


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of an applicant."""

    application_id: ApplicationId
    body: str


@dataclass(frozen=True, slots=True)
class Held:
    """An application that waits, locked, and with which right the actor decides on it: a role in its group, or `steward`."""

    application: GroupApplication
    right: str


async def hold_open(session: AsyncSession, group_id: GroupId) -> AlumniGroup:
    """Return a group that goes on, and keep it from being closed meanwhile; many may hold it at once. Raise NotThere for any other."""
    held = select(AlumniGroup).where(AlumniGroup.id == group_id).with_for_update(read=True)
    group = await session.scalar(held.execution_options(populate_existing=True))
    if group is None or group.state != "admitted":
        raise NotThere
    return group


async def hold_application(session: AsyncSession, actor: Actor, application_id: ApplicationId) -> Held:
    """Lock an application for who decides; raise NotThere for who does not, OwnApplication, or ApplicationOver."""
    application = await session.get(GroupApplication, application_id, with_for_update=True, populate_existing=True)
    if application is None or actor.member_id is None:
        raise NotThere
    if application.member_id == actor.member_id:
        raise OwnApplication
    group = GroupId(application.group_id)
    role = (await roles_of(session, actor)).get(group) if group in actor.operates else None
    if application.state == "withdrawn" or not (role or actor.is_steward):
        raise NotThere
    if application.state != "waiting":
        raise ApplicationOver
    return Held(application, role or "steward")


async def edit_application(session: AsyncSession, actor: Actor, edit: ApplicationEdit) -> GroupApplication:
    """Change one's own answers while the application waits, and answer a question back."""
    application = await session.get(GroupApplication, edit.application_id, with_for_update=True, populate_existing=True)
    if application is None or application.member_id != actor.member_id:
        raise NotThere
    if application.state != "waiting":
        raise ApplicationOver
    if edit.answers is not None:
        application.answers = rules.clean_answers(await questions_of(session, application), edit.answers)
    if edit.reply is not None:
        await _refuse_unasked(session, application)
        await _say(session, application, edit.reply, "reply", from_group=False)
    await session.flush()
    group, member = GroupId(application.group_id), MemberId(application.member_id)
    event = ApplicationEdited(application_id=edit.application_id, group_id=group, member_id=member)
    record(session, event, (await queues_of_groups(session, [group]))[group])
    return application


async def ask_applicant(session: AsyncSession, actor: Actor, question: Question) -> GroupApplication:
    """Ask something back; the applicant reads it in the group's name, and the application goes on waiting."""
    held = await hold_application(session, actor, question.application_id)
    application = held.application
    await _say(session, application, question.body, "question", from_group=True)
    await session.flush()
    group, member = GroupId(application.group_id), MemberId(application.member_id)
    await write_audit(session, note_of(actor, held, "ask_applicant"))
    event = ApplicantAsked(application_id=question.application_id, group_id=group, member_id=member)
    record(session, event, (await queues_of_groups(session, [group]))[group], inbox(member))
    return application


async def leave_group(session: AsyncSession, actor: Actor, group: GroupId) -> GroupMembership:
    """Leave a group, or take one's application back; what was confirmed of the member stays. Raise NotApplied, HoldsRole.

    Called by people.commands.withdraw_from_group, which knows what waits by itself from then on.
    """
    if actor.member_id is None:
        raise NotSignedIn
    await raise_authz_version(session, actor.member_id)
    membership = await session.get(GroupMembership, (group, actor.member_id), with_for_update=True, populate_existing=True)
    if membership is None or membership.state not in {"applied", "approved"}:
        raise NotApplied
    if group in await roles_of(session, actor):
        raise HoldsRole
    belonged = membership.state == "approved"
    await end_memberships(session, actor.member_id, [group], "left")
    if belonged:
        record(session, GroupLeft(group_id=group, member_id=actor.member_id))
    await session.refresh(membership)
    return membership


async def questions_of(session: AsyncSession, application: GroupApplication) -> Sequence[str]:
    """Return what is asked of an applicant now: by the link that they came by, otherwise by the group."""
    link = None if application.link_id is None else await session.get(JoinLink, application.link_id)
    if link is not None:
        return link.questions
    group = await session.get_one(AlumniGroup, application.group_id)
    return group.questions


def note_of(actor: Actor, held: Held, action: str, reason: str | None = None) -> AuditNote:
    """Return what the audit says of a deed on an application."""
    application = held.application
    return AuditNote(
        actor=actor.member_id,
        right=held.right,
        action=action,
        subject_kind="application",
        subject_id=application.id,
        subject_member=MemberId(application.member_id),
        group_id=GroupId(application.group_id),
        reason=reason,
    )


async def _refuse_unasked(session: AsyncSession, application: GroupApplication) -> None:
    last = select(ApplicationMessage.from_group).where(ApplicationMessage.application_id == application.id)
    if not await session.scalar(last.order_by(ApplicationMessage.id.desc()).limit(1)):
        raise NothingAsked


async def _say(session: AsyncSession, application: GroupApplication, text: str, field: str, *, from_group: bool) -> None:
    body = rules.several_lines(field, text, rules.LONGEST_MESSAGE)
    said = select(func.count()).where(ApplicationMessage.application_id == application.id)
    if (await session.scalar(said) or 0) >= rules.MOST_MESSAGES:
        raise EnoughSaid
    session.add(ApplicationMessage(application_id=application.id, from_group=from_group, body=body))
