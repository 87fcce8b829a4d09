"""What a group says of itself, written in one place: by who proposes it, by who runs it, and by the steward who admits it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.commands import pick_company
from server.companies.rules import LONGEST_NAME, one_line
from server.groups import rules
from server.groups.errors import SlugTaken
from server.groups.model import AlumniGroup, GroupCompany
from server.kit.ids import CompanyId, GroupId, MemberId, uuid7
from server.kit.jobs import one_at_a_time
from server.kit.refusal import Missing, TooMany


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupTexts:
    """What a group says of itself. `run_by` and `recognition` are as AlumniGroup has them; `guidelines` are Markdown."""

    name: str
    description: str
    run_by: str
    recognition: str
    usual_days: int
    name_en: str | None = None
    description_en: str | None = None
    guidelines: str | None = None
    contact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """A company whose alumni the group gathers: picked by its id, or named where it is missing."""

    company_id: CompanyId | None = None
    proposed_name: str | None = None


def describe(group: AlumniGroup, texts: GroupTexts) -> None:
    """Let a group say this of itself; raise Missing, TooLong, UnreadableText or DaysOutOfRange, naming the field."""
    group.name = one_line("texts.name", texts.name, LONGEST_NAME)
    group.name_en = optional_line("texts.nameEn", texts.name_en, LONGEST_NAME)
    group.description = rules.several_lines("texts.description", texts.description, rules.LONGEST_DESCRIPTION)
    group.description_en = rules.optional_lines("texts.descriptionEn", texts.description_en, rules.LONGEST_DESCRIPTION)
    group.guidelines = rules.optional_lines("texts.guidelines", texts.guidelines, rules.LONGEST_GUIDELINES)
    group.contact = optional_line("texts.contact", texts.contact, rules.LONGEST_CONTACT)
    group.run_by, group.recognition, group.usual_days = texts.run_by, texts.recognition, rules.usual_days(texts.usual_days)


def optional_line(field: str, text: str | None, limit: int) -> str | None:
    """Return a text of one line, None for an empty one; raise TooLong or UnreadableText for the field."""
    return one_line(field, text, limit) if (text or "").strip() and text else None


async def free_slug(session: AsyncSession, slug: str, *, but: GroupId | None = None) -> str:
    """Return a short name that no other group has, also not one that is proposed at the same time; raise SlugTaken or BadSlug."""
    written = rules.clean_slug(slug)
    await one_at_a_time(session, f"group:{written}")
    other = await session.scalar(select(AlumniGroup.id).where(AlumniGroup.slug == written))
    if other is not None and other != but and not await _give_way(session, GroupId(other)):
        raise SlugTaken("slug")
    return written


async def _give_way(session: AsyncSession, group_id: GroupId) -> bool:
    """Let a declined group stand under another short name, so that it keeps none from anybody. False for any other."""
    held = select(AlumniGroup).where(AlumniGroup.id == group_id, AlumniGroup.state == "declined").with_for_update(skip_locked=True)
    group = await session.scalar(held.execution_options(populate_existing=True))
    if group is None:
        return False
    group.slug = f"{group.slug}-{uuid7().hex[-12:]}"
    await session.flush()
    return True


async def gather(session: AsyncSession, group: GroupId, picks: Sequence[Pick], *, by: MemberId | None) -> None:
    """Let a group gather the alumni of these companies and of no others; raise Missing or TooMany, of field `companies`."""
    if len(picks) > rules.MOST_COMPANIES:
        raise TooMany("companies", limit=rules.MOST_COMPANIES)
    # In one order, so that two who pick the same companies never wait for each other.
    ordered = sorted(picks, key=lambda pick: (str(pick.company_id), pick.proposed_name or ""))
    keys = {(await pick_company(session, pick.company_id, pick.proposed_name, by=by)).id for pick in ordered}
    if not keys:
        raise Missing("companies")
    others = delete(GroupCompany).where(GroupCompany.group_id == group, GroupCompany.company_id.not_in(keys))
    await session.execute(others.execution_options(synchronize_session=False))
    rows = [{"group_id": group, "company_id": key} for key in sorted(keys)]
    await session.execute(upsert(GroupCompany).values(rows).on_conflict_do_nothing())
