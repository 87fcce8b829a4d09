"""The profile: what a member says of themselves, and who may see each part of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final, TypeAlias

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands import raise_authz_version
from server.companies.commands import pick_company
from server.kit.actor import Actor, Level
from server.kit.clock import now
from server.kit.ids import CompanyId, MemberId
from server.kit.log import record
from server.kit.refusal import Invalid, NotSignedIn, NotThere
from server.people import rules
from server.people.commands.skills import ensure_skills
from server.people.errors import ChangedMeanwhile, LevelNotOffered
from server.people.events import ProfileUpdated
from server.people.model import DismissedStep, MemberSkill, PresentEmployer
from server.people.policy import CHOOSABLE_LEVELS
from server.people.reads import LEVELLED, WRITTEN, own_profile
from server.people.rules.languages import clean_languages
from server.people.rules.links import clean_links
from server.people.rules.stamps import rewritten
from server.people.rules.steps import Step


class Keep(Enum):
    """What stands for a field that stays as it is."""

    KEEP = "keep"


KEEP: Final = Keep.KEEP
Text: TypeAlias = str | Keep | None
Lines: TypeAlias = Sequence[str] | Keep


@dataclass(frozen=True, slots=True, kw_only=True)
class Employer:
    """Where the member works now: a company that is picked or proposed."""

    company_id: CompanyId | None
    proposed_name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileChange:
    """What is to be changed; None or an empty text empties a field (a name cannot be). `levels` are by column name.

    With `expected_version`, the stamp of what was read, fields that another device changed since then are refused.
    """

    name: Text = KEEP
    reading: Text = KEEP
    romanised: Text = KEEP
    former_name: Text = KEEP
    present_position: Text = KEEP
    headline: Text = KEEP
    bio: Text = KEEP
    place: Text = KEEP
    gives: Lines = KEEP
    asks: Lines = KEEP
    skills: Lines = KEEP
    languages: Lines = KEEP
    links: Lines = KEEP
    # now | talk | considering | not_now
    availability: Text = KEEP
    availability_to_employer: bool | Keep = KEEP
    present_employer: Employer | Keep | None = KEEP
    levels: Mapping[str, Level] = field(default_factory=dict[str, Level])
    expected_version: str | None = None


_CLEAN: Final[dict[str, Callable[[Any], Any]]] = {
    "name": lambda text: rules.clean_name("name", text or ""),
    "reading": rules.clean_reading,
    "romanised": lambda text: rules.optional_line("romanised", text, rules.LONGEST_NAME),
    "former_name": lambda text: rules.optional_line("formerName", text, rules.LONGEST_NAME),
    "present_position": lambda text: rules.optional_line("presentPosition", text, rules.LONGEST_POSITION),
    "headline": lambda text: rules.optional_line("headline", text, rules.LONGEST_HEADLINE),
    "bio": rules.clean_bio,
    "place": lambda text: rules.optional_line("place", text, rules.LONGEST_PLACE),
    "gives": lambda lines: rules.clean_lines("gives", lines or ()),
    "asks": lambda lines: rules.clean_lines("asks", lines or ()),
    "languages": lambda codes: clean_languages(codes or ()),
    "links": lambda links: clean_links(links or ()),
    "availability": lambda code: code,
    "availability_to_employer": bool,
}


async def update_profile(session: AsyncSession, actor: Actor, change: ProfileChange) -> MemberId:
    """Change the actor's own profile; a refusal names the first field that is wrong, and nothing is changed."""
    if actor.member_id is None:
        raise NotSignedIn
    if change.present_employer is not KEEP:
        # Who sees the member, and whom the member sees, hangs on it. First, since it locks the account before the profile.
        await raise_authz_version(session, actor.member_id)
    standing = await own_profile(session, actor, for_update=True)
    if standing is None:
        raise NotThere
    values, levels = _cleaned(change), _levels(change.levels)
    wanted = {WRITTEN[column]: value for column, value in values.items()}
    wanted |= {f"levels.{LEVELLED[column]}": int(level) for column, level in change.levels.items()}
    if change.skills is not KEEP:
        skills = await ensure_skills(session, change.skills)
        wanted["skills"] = [str(skill) for skill in skills]
        await _replace_skills(session, actor.member_id, skills)
    if change.present_employer is not KEEP:
        employer = await _employ(session, actor.member_id, change.present_employer)
        wanted["presentEmployer"] = str(employer) if employer else None
    # Whatever was written above goes with the refusal.
    if change.expected_version is not None and (fields := rewritten(change.expected_version, standing.values, wanted)):
        raise ChangedMeanwhile(fields)
    for column, value in (values | levels).items():
        setattr(standing.profile, column, value)
    standing.profile.updated_at = now()
    await session.flush()
    record(session, ProfileUpdated(member_id=actor.member_id))
    return actor.member_id


async def dismiss_step(session: AsyncSession, actor: Actor, step: Step) -> MemberId:
    """Suggest a next step to the actor never again; again changes nothing."""
    if actor.member_id is None:
        raise NotSignedIn
    new = upsert(DismissedStep).values(member_id=actor.member_id, step=step.value, at=now())
    await session.execute(new.on_conflict_do_nothing())
    return actor.member_id


def _cleaned(change: ProfileChange) -> dict[str, Any]:
    given = {column: getattr(change, column) for column in _CLEAN}
    return {column: _CLEAN[column](value) for column, value in given.items() if value is not KEEP}


def _levels(levels: Mapping[str, Level]) -> dict[str, int]:
    for column, level in levels.items():
        if level not in CHOOSABLE_LEVELS:
            raise LevelNotOffered(f"levels.{LEVELLED[column]}")
    return {f"{column}_level": int(level) for column, level in levels.items()}


async def _employ(session: AsyncSession, member: MemberId, employer: Employer | None) -> CompanyId | None:
    await session.execute(delete(PresentEmployer).where(PresentEmployer.member_id == member))
    if employer is None:
        return None
    try:
        company = await pick_company(session, employer.company_id, employer.proposed_name, by=member)
    except Invalid as refusal:
        raise type(refusal)(f"presentEmployer{refusal.field.removeprefix('company')}", **refusal.params) from refusal
    session.add(PresentEmployer(member_id=member, company_id=company.id))
    return CompanyId(company.id)


async def _replace_skills(session: AsyncSession, member: MemberId, skills: Sequence[Any]) -> None:
    await session.execute(delete(MemberSkill).where(MemberSkill.member_id == member))
    session.add_all([MemberSkill(member_id=member, skill_id=skill, position=position) for position, skill in enumerate(skills)])
