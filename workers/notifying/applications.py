"""How an applicant is told: that a group asked something back, or answered their application; signed by the group or by the stewards."""

from server.groups.events import ApplicantAsked, ApplicationDecided, ApplicationEdited
from server.groups.model import AlumniGroup, GroupApplication
from server.groups.reads import applications_by_ids, groups_by_ids, messages_of, operators_of
from server.kit.actor import Language
from server.kit.db import Session
from server.kit.ids import ApplicationId, GroupId
from server.kit.text import sentence
from server.notifications.commands import mark_questions_read, write_notice
from workers.mails import links
from workers.mails.writing import Letter, write_mail
from workers.notifying.delivery import deliver
from workers.notifying.receivers import Receiver, receiver_of
from workers.parts import Parts


async def notify_of_application(parts: Parts, event: ApplicantAsked | ApplicationDecided, key: str) -> None:
    """Tell the applicant what was asked or decided; not what they did themselves."""
    if isinstance(event, ApplicationDecided) and event.outcome == "withdrawn":
        return
    async with parts.db.transaction() as session:
        await write_notice(session, event.member_id, event, key)


async def mark_questions_answered(parts: Parts, event: ApplicationEdited | ApplicationDecided, _key: str) -> None:
    """Let what told of a question be read, once it was answered or needs no answer any more."""
    async with parts.db.transaction() as session:
        await mark_questions_read(session, event.member_id, event.application_id)


async def mail_applicant(parts: Parts, event: ApplicantAsked | ApplicationDecided, key: str) -> None:
    """Mail the same; nothing where it is undone by the time."""
    async with parts.db.read() as session:
        letter = await _letter(session, event)
    if letter is not None:
        await deliver(parts, write_mail(letter, parts.settings, key))


async def _letter(session: Session, event: ApplicantAsked | ApplicationDecided) -> Letter | None:
    receiver = await receiver_of(session, event.member_id)
    if receiver is None:
        return None
    application = (await applications_by_ids(session, receiver.actor, [event.application_id])).get(event.application_id)
    group = (await groups_by_ids(session, [event.group_id])).get(event.group_id)
    if application is None or group is None:
        return None
    return (
        await _asked(session, receiver, application, group)
        if isinstance(event, ApplicantAsked)
        else await _decided(session, receiver, application, group, event.outcome)
    )


async def _asked(session: Session, receiver: Receiver, application: GroupApplication, group: AlumniGroup) -> Letter | None:
    key = ApplicationId(application.id)
    said = (await messages_of(session, receiver.actor, [key])).get(key, [])
    if application.state != "waiting" or not said or not said[-1].from_group:
        return None
    return await _about(session, receiver, group, "application_asked", links.PENDING, said[-1].body)


async def _decided(session: Session, receiver: Receiver, application: GroupApplication, group: AlumniGroup, outcome: str) -> Letter | None:
    if outcome == "withdrawn" or application.state != outcome:
        return None
    if outcome == "approved":
        return await _about(session, receiver, group, "application_approved", links.HOME)
    if group.state == "closed":
        return await _about(session, receiver, group, "application_closed", links.GROUPS)
    return await _about(session, receiver, group, "application_declined", links.PENDING, application.reason)


async def _about(session: Session, receiver: Receiver, group: AlumniGroup, name: str, path: str, quote: str | None = None) -> Letter:
    language = receiver.actor.language
    decides = bool((await operators_of(session, [GroupId(group.id)])).get(GroupId(group.id)))
    named = _named(language, group)
    words: dict[str, object] = {"group": named, "decider": named if decides else sentence(language, "mail.deciders.stewards")}
    return Letter(name=name, to=receiver.email, language=language, path=path, words=words, quote=quote)


def _named(language: Language, group: AlumniGroup) -> str:
    return group.name_en if language == "en" and group.name_en else group.name
