"""The mail about a decision on an affiliation: signed by the group, or by the stewards, never by the volunteer who decided."""

from server.companies.reads import companies_by_ids
from server.groups.reads import groups_by_ids
from server.kit.actor import Language
from server.kit.db import Session
from server.kit.ids import GroupId
from server.kit.text import sentence
from server.people.events import AffiliationConfirmed, AffiliationDeclined
from server.people.reads import affiliations_by_ids
from workers.mails import links
from workers.mails.writing import Letter, write_mail
from workers.notifying.delivery import deliver
from workers.notifying.receivers import receiver_of
from workers.parts import Parts


async def mail_decision(parts: Parts, event: AffiliationConfirmed | AffiliationDeclined, key: str) -> None:
    """Mail the member what was decided, why, and what can be done now; nothing where it is undone by the time."""
    async with parts.db.read() as session:
        letter = await _letter(session, event)
    if letter is not None:
        await deliver(parts, write_mail(letter, parts.settings, key))


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
