"""The mails about what became of an affiliation: signed by the group, or by the stewards, never by the volunteer who decided."""

from server.companies.reads import companies_by_ids
from server.groups.reads import groups_by_ids
from server.kit.actor import Language
from server.kit.db import Session
from server.kit.ids import GroupId
from server.kit.text import sentence
from server.people.events import AffiliationConfirmed, AffiliationDeclined, AffiliationVouched, ConfirmationEnded
from server.people.reads import AffiliationView, affiliations_by_ids, revocation_reasons
from workers.mails import links
from workers.mails.writing import Letter, write_mail
from workers.notifying.delivery import deliver
from workers.notifying.receivers import Receiver, receiver_of
from workers.parts import Parts


async def mail_decision(parts: Parts, event: AffiliationConfirmed | AffiliationDeclined, key: str) -> None:
    """Mail the member what was decided, why, and what can be done now; nothing where it is undone by the time, or told otherwise."""
    if event.with_application:
        return
    async with parts.db.read() as session:
        letter = await _letter(session, event)
    if letter is not None:
        await deliver(parts, write_mail(letter, parts.settings, key))


async def mail_vouched(parts: Parts, event: AffiliationVouched, key: str) -> None:
    """Mail the member that a former colleague confirmed their time; without the name, which the page shows to whom it may."""
    async with parts.db.read() as session:
        found = await _about(session, event)
    if found is None or found[1].verification == 0:
        return
    receiver, _, words = found
    letter = Letter(name="affiliation_vouched", to=receiver.email, language=receiver.actor.language, path=links.PEOPLE, words=words)
    await deliver(parts, write_mail(letter, parts.settings, key))


async def mail_ended(parts: Parts, event: ConfirmationEnded, key: str) -> None:
    """Mail the member that a confirmation no longer stands, why, and what is still open to them."""
    async with parts.db.read() as session:
        found = await _about(session, event)
        if found is None:
            return
        receiver, affiliation, words = found
        reasons = await revocation_reasons(session, receiver.actor, [affiliation.id])
        words["decider"] = await _decider(session, receiver.actor.language, event.group_id)
    letter = Letter(
        name=f"confirmation_{event.why}",
        to=receiver.email,
        language=receiver.actor.language,
        path=links.CAREER,
        words=words,
        quote=reasons.get((affiliation.id, event.level)) if event.why == "revoked" else None,
    )
    await deliver(parts, write_mail(letter, parts.settings, key))


async def _about(
    session: Session, event: AffiliationVouched | ConfirmationEnded
) -> tuple[Receiver, AffiliationView, dict[str, object]] | None:
    """Return whom to tell, of which affiliation as it stands now, and the words for it."""
    receiver = await receiver_of(session, event.member_id)
    found = {} if receiver is None else await affiliations_by_ids(session, receiver.actor, [event.affiliation_id])
    affiliation = found.get(event.affiliation_id)
    if receiver is None or affiliation is None:
        return None
    company = (await companies_by_ids(session, [affiliation.company_id]))[affiliation.company_id]
    return receiver, affiliation, {"company": _named(receiver.actor.language, company.name, company.name_en)}


async def _letter(session: Session, event: AffiliationConfirmed | AffiliationDeclined) -> Letter | None:
    confirmed = isinstance(event, AffiliationConfirmed)
    receiver = await receiver_of(session, event.member_id)
    if receiver is None:
        return None
    affiliation = (await affiliations_by_ids(session, receiver.actor, [event.affiliation_id])).get(event.affiliation_id)
    if affiliation is None or affiliation.state != ("confirmed" if confirmed else "declined"):
        return None
    language = receiver.actor.language
    company = (await companies_by_ids(session, [affiliation.company_id]))[affiliation.company_id]
    words: dict[str, object] = {
        "company": _named(language, company.name, company.name_en),
        "decider": await _decider(session, language, event.group_id),
    }
    return Letter(
        name="affiliation_confirmed" if confirmed else "affiliation_declined",
        to=receiver.email,
        language=language,
        path=links.PEOPLE if confirmed else links.MY_PROFILE,
        words=words,
        quote=None if confirmed else affiliation.decline_reason,
    )


async def _decider(session: Session, language: Language, group_id: GroupId | None) -> str:
    group = None if group_id is None else (await groups_by_ids(session, [group_id])).get(group_id)
    return sentence(language, "mail.deciders.stewards") if group is None else _named(language, group.name, group.name_en)


def _named(language: Language, name: str, name_en: str | None) -> str:
    return name_en if language == "en" and name_en else name
