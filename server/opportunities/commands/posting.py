"""Posting, editing and closing: what an author may change, when, and what is kept of what stood there before."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor, Level
from server.kit.clock import TOKYO, now, today
from server.kit.ids import GroupId, MemberId, OpportunityId, SkillId
from server.kit.log import OPPORTUNITIES, record
from server.kit.refusal import NotSignedIn, NotThere, NotVerified
from server.opportunities import rules
from server.opportunities.commands.exclusions import add_exclusions, checked_exclusions, put_exclusions
from server.opportunities.commands.labels import narrow_circles
from server.opportunities.errors import (
    AlreadyClosed,
    GroupsNotChosen,
    HiringOnlySeeks,
    NoGroupChosen,
    NotAnAudience,
    NotAReason,
    NotTheAuthor,
    NotYourGroup,
)
from server.opportunities.events import OpportunityClosed, OpportunityEdited, OpportunityPosted
from server.opportunities.model import Opportunity, OpportunityGroup, OpportunitySkill, OpportunityTerms
from server.opportunities.policy import AUDIENCES, can_post, is_author
from server.opportunities.reads import Exclusions, exclusions_by_opportunities, opportunity_to_change
from server.people.commands import ensure_skills
from server.people.rules import clean_skills

LONGEST_BEHALF = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityDraft:
    """What an author writes, in the order of the form; `terms` are keys and texts as they were given."""

    title: str
    body: str
    skills: tuple[str, ...] = ()
    place: str | None = None
    remote: bool = False
    audience: Level = Level.VERIFIED
    groups: tuple[GroupId, ...] = ()
    # None: of a new post nobody, of an edited one whoever it is hidden from already.
    exclusions: Exclusions | None = None
    on_behalf_of: str | None = None
    terms: tuple[tuple[str, str], ...] = ()
    last_day: date


@dataclass(frozen=True, slots=True)
class _Checked:
    columns: dict[str, object]
    skills: tuple[str, ...]
    groups: frozenset[GroupId]
    terms: dict[str, str]


async def post_opportunity(
    session: AsyncSession, actor: Actor, kind: rules.Kind, direction: rules.Direction, draft: OpportunityDraft
) -> Opportunity:
    """Post for everyone whom the audience names. Verified members only; the first fault in the order of the form is raised."""
    author = _author(actor)
    if kind is rules.Kind.HIRING and direction is not rules.Direction.SEEKING:
        raise HiringOnlySeeks("direction")
    checked = _checked(actor, kind, direction, draft, posted_on=today(), stands_in=frozenset())
    exclusions = await checked_exclusions(session, actor, draft.exclusions or Exclusions(), Exclusions())
    instant = now()
    post = Opportunity(
        author_id=author, kind=kind.value, direction=direction.value, posted_at=instant, terms_changed_at=instant, **checked.columns
    )
    session.add(post)
    await session.flush()
    session.add(OpportunityTerms(opportunity_id=post.id, version=1, terms=checked.terms, created_at=instant))
    session.add_all(OpportunityGroup(opportunity_id=post.id, group_id=group) for group in sorted(checked.groups))
    await _add_skills(session, post.id, checked.skills)
    await add_exclusions(session, post.id, exclusions)
    record(session, OpportunityPosted(opportunity_id=OpportunityId(post.id), author_id=author), OPPORTUNITIES)
    return post


async def edit_opportunity(session: AsyncSession, actor: Actor, opportunity: OpportunityId, draft: OpportunityDraft) -> Opportunity:
    """Replace what a live post says. Kind, direction and the day of posting stay; other terms become a new version of them."""
    author = _author(actor)
    post = await _own(session, actor, opportunity)
    # A post that a steward has hidden can still be set right by its author.
    if post.closed_at is not None or post.last_day < today():
        raise AlreadyClosed
    stood_in = await _groups(session, post.id)
    kind, direction = rules.Kind(post.kind), rules.Direction(post.direction)
    posted_on = post.posted_at.astimezone(TOKYO).date()
    checked = _checked(actor, kind, direction, draft, posted_on=posted_on, stands_in=stood_in)
    before = post.audience
    hidden_from = (await exclusions_by_opportunities(session, actor, [opportunity])).get(opportunity, Exclusions())
    exclusions = None if draft.exclusions is None else await checked_exclusions(session, actor, draft.exclusions, hidden_from)
    for name, value in checked.columns.items():
        setattr(post, name, value)
    post.edited_at = now()
    await _put_terms(session, post, checked.terms)
    await _put_groups(session, post.id, stood_in, checked.groups)
    await session.execute(delete(OpportunitySkill).where(OpportunitySkill.opportunity_id == post.id))
    await _add_skills(session, post.id, checked.skills)
    if exclusions is not None:
        await put_exclusions(session, post.id, exclusions)
    # At once: readers who are left out and taken in again must not come back to a label that others have left.
    await narrow_circles(session, [], [opportunity])
    event = OpportunityEdited(
        opportunity_id=opportunity,
        author_id=author,
        audience_before=before,
        groups_before=tuple(sorted(stood_in)),
        excluded_before=tuple(sorted(hidden_from.keys)),
    )
    record(session, event, OPPORTUNITIES)
    return post


async def close_opportunity(session: AsyncSession, actor: Actor, opportunity: OpportunityId, reason: rules.CloseReason) -> Opportunity:
    """End a post for good, with its author's reason; closing it again is refused (AlreadyClosed)."""
    if actor.member_id is None:
        raise NotSignedIn
    post = await _own(session, actor, opportunity)
    if reason is rules.CloseReason.EXPIRED:
        raise NotAReason("reason")
    if post.closed_at is not None or post.last_day < today():
        raise AlreadyClosed
    post.closed_at, post.close_reason = now(), reason.value
    record(session, OpportunityClosed(opportunity_id=opportunity, author_id=actor.member_id, reason=reason.value), OPPORTUNITIES)
    return post


def _author(actor: Actor) -> MemberId:
    if actor.member_id is None:
        raise NotSignedIn
    if not can_post(actor):
        raise NotVerified
    return actor.member_id


async def _own(session: AsyncSession, actor: Actor, opportunity: OpportunityId) -> Opportunity:
    post = await opportunity_to_change(session, actor, opportunity)
    if post is None:
        raise NotThere
    if not is_author(actor, post):
        raise NotTheAuthor
    return post


def _checked(
    actor: Actor,
    kind: rules.Kind,
    direction: rules.Direction,
    draft: OpportunityDraft,
    *,
    posted_on: date,
    stands_in: frozenset[GroupId],
) -> _Checked:
    title, body = rules.checked_title(draft.title), rules.checked_body(draft.body)
    skills = tuple(clean_skills("skills", draft.skills, rules.MOST_SKILLS).values())
    place = rules.checked_place(draft.place)
    groups = _checked_groups(draft, allowed=actor.groups | stands_in)
    given = draft.on_behalf_of
    behalf = rules.checked_line("onBehalfOf", given, LONGEST_BEHALF) if given and given.strip() else None
    terms = rules.checked_terms(kind, direction, draft.terms)
    last_day = rules.checked_last_day(draft.last_day, today=today(), posted_on=posted_on)
    columns: dict[str, object] = {
        "title": title,
        "body": body,
        "place": place,
        "places": rules.places_of(place, terms),
        "remote": draft.remote,
        "audience": int(draft.audience),
        "on_behalf_of": rules.on_behalf_of(terms) or behalf,
        "last_day": last_day,
    }
    return _Checked(columns, skills, groups, terms)


def _checked_groups(draft: OpportunityDraft, *, allowed: frozenset[GroupId]) -> frozenset[GroupId]:
    if draft.audience not in AUDIENCES:
        raise NotAnAudience("audience")
    if draft.audience is not Level.CHOSEN_GROUPS:
        if draft.groups:
            raise GroupsNotChosen("groups")
        return frozenset()
    if not draft.groups:
        raise NoGroupChosen("groups")
    if not allowed.issuperset(draft.groups):
        raise NotYourGroup("groups")
    return frozenset(draft.groups)


async def _put_terms(session: AsyncSession, post: Opportunity, terms: dict[str, str]) -> None:
    standing = await session.get_one(OpportunityTerms, (post.id, post.terms_version))
    if standing.terms == terms:
        return
    post.terms_version += 1
    post.terms_changed_at = now()
    session.add(OpportunityTerms(opportunity_id=post.id, version=post.terms_version, terms=terms))


async def _groups(session: AsyncSession, post: UUID) -> frozenset[GroupId]:
    keys = await session.scalars(select(OpportunityGroup.group_id).where(OpportunityGroup.opportunity_id == post))
    return frozenset(GroupId(key) for key in keys)


async def _put_groups(session: AsyncSession, post: UUID, before: frozenset[GroupId], after: frozenset[GroupId]) -> None:
    # Where an operator hid the post its row stays: leaving a group and coming back does not undo that.
    left = delete(OpportunityGroup).where(OpportunityGroup.opportunity_id == post, OpportunityGroup.group_id.in_(before - after))
    await session.execute(left.where(OpportunityGroup.hidden_at.is_(None)))
    session.add_all(OpportunityGroup(opportunity_id=post, group_id=group) for group in sorted(after - before))


async def _add_skills(session: AsyncSession, post: UUID, names: tuple[str, ...]) -> None:
    wanted: list[SkillId] = await ensure_skills(session, names, most=rules.MOST_SKILLS)
    session.add_all(OpportunitySkill(opportunity_id=post, skill_id=skill, position=at) for at, skill in enumerate(wanted))
    await session.flush()
