"""Who may see, change and answer an opportunity: the one predicate for posts, and the one for the responses to them."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, any_, exists, not_, or_
from sqlalchemy.orm import aliased

from server.accounts.policy import is_here
from server.kit.actor import Actor, Level, Viewer
from server.kit.clock import TOKYO
from server.kit.ids import GroupId, MemberId
from server.opportunities.model import Opportunity, OpportunityExclusion, OpportunityGroup, Response
from server.opportunities.rules import Side
from server.people import policy as people
from server.people.model import Profile

# A post is for everyone, for signed-in readers, for verified members, or for chosen groups.
AUDIENCES = (Level.ANYONE, Level.SIGNED_IN, Level.VERIFIED, Level.CHOSEN_GROUPS)
_EXCLUSION = OpportunityExclusion.__table__.alias("post_exclusion")


def visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer may open an `Opportunity` row, however it stands: also an ended or a hidden one.

    Whoever it is listed to; the operators of a group that it stands in, and stewards, also while it is hidden; and who
    responded to it, unless it is hidden everywhere or one of the two blocked the other. The posts of who is leaving the
    platform are open to nobody else.
    """
    response, place = aliased(Response), aliased(OpportunityGroup)
    responded = (
        exists().where(response.opportunity_id == Opportunity.id, response.responder_id == viewer.member_id).correlate_except(response)
    )
    decides = exists().where(place.opportunity_id == Opportunity.id, place.group_id == any_(viewer.operates)).correlate_except(place)
    moderated = and_(or_(viewer.is_steward, decides), is_here(Opportunity.author_id))
    return or_(listed_to(viewer), moderated, and_(responded, _shown(viewer)))


def listed_to(viewer: Viewer, *, but_for_exclusions: bool = False) -> ColumnElement[bool]:
    """Whether an `Opportunity` row is meant for the viewer: its author, and its audience where it is not hidden.

    Lists, searches, counts and deliveries use it together with `live`; to the moderators' wider sight they are blind.
    Who could have responded before ask who is meant but for what the author hid from whom since.
    """
    place = aliased(OpportunityGroup)
    in_groups = (
        exists()
        .where(
            place.opportunity_id == Opportunity.id,
            place.hidden_at.is_(None),
            or_(
                and_(viewer.level >= int(Level.VERIFIED), place.group_id == any_(viewer.groups)),
                place.group_id == any_(viewer.operates),
            ),
        )
        .correlate_except(place)
    )
    audience = or_(
        and_(Opportunity.audience <= int(Level.VERIFIED), Opportunity.audience <= viewer.level),
        and_(Opportunity.audience == int(Level.CHOSEN_GROUPS), in_groups),
    )
    return or_(Opportunity.author_id == viewer.member_id, and_(audience, _shown(viewer, but_for_exclusions=but_for_exclusions)))


def not_kept_from(viewer: Viewer) -> ColumnElement[bool]:
    """Whether neither a block, nor an exclusion, its author's or the post's own, nor their leaving keeps a row from the viewer."""
    exclusion = _EXCLUSION.c
    reached = or_(exclusion.other_id == viewer.member_id, exclusion.company_id == any_(viewer.companies))
    excluded = exists().where(exclusion.opportunity_id == Opportunity.id, reached).correlate_except(_EXCLUSION)
    return and_(not_apart(viewer), not_(excluded))


def not_apart(viewer: Viewer) -> ColumnElement[bool]:
    """Whether nothing stands between the viewer and the author of a row, whatever the post itself is hidden from."""
    return and_(_not_blocked(viewer), people.not_excluded(Opportunity.author_id, viewer))


def reaches(excluded: frozenset[UUID], actor: Actor) -> bool:
    """Whether companies and members from whom a post was hidden took the actor in; the same as in `not_kept_from`, for a state before."""
    return actor.member_id in excluded or not excluded.isdisjoint(actor.companies)


def meant_for(audience: int, groups: frozenset[GroupId], actor: Actor) -> bool:
    """Whether an audience of before took the actor in; the same as `listed_to`, for a state that stands in no row any more."""
    if audience != Level.CHOSEN_GROUPS:
        return audience <= min(actor.level, Level.VERIFIED)
    return not groups.isdisjoint(actor.operates) or (actor.level >= Level.VERIFIED and not groups.isdisjoint(actor.groups))


def live(today: date | ColumnElement[date]) -> ColumnElement[bool]:
    """Whether an `Opportunity` row is open on the day: not closed, not hidden everywhere, its last day not over."""
    return and_(Opportunity.closed_at.is_(None), Opportunity.hidden_at.is_(None), Opportunity.last_day >= today)


def author_visible(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer may see who wrote an `Opportunity` row."""
    return exists().where(Profile.member_id == Opportunity.author_id, people.visible_to(viewer)).correlate_except(Profile)


def response_visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer may see a `Response` row: only the two whom it concerns. Needs no join."""
    post = aliased(Opportunity)
    own_post = exists().where(post.id == Response.opportunity_id, post.author_id == viewer.member_id).correlate_except(post)
    return or_(Response.responder_id == viewer.member_id, own_post)


def ends_at(opportunity: Opportunity) -> datetime:
    """Return the first instant after the post's last day in Asia/Tokyo, in UTC."""
    return datetime.combine(opportunity.last_day + timedelta(days=1), time(), TOKYO).astimezone(UTC)


def is_live(opportunity: Opportunity, today: date) -> bool:
    """The same as `live`, for a row at hand."""
    return opportunity.closed_at is None and opportunity.hidden_at is None and opportunity.last_day >= today


def is_author(actor: Actor, opportunity: Opportunity) -> bool:
    """Whether the post is the actor's own."""
    return actor.member_id is not None and actor.member_id == opportunity.author_id


def can_post(actor: Actor) -> bool:
    """Whether the actor may post and edit posts: verified members."""
    return actor.member_id is not None and actor.level >= Level.VERIFIED


def can_respond(actor: Actor, opportunity: Opportunity, today: date) -> bool:
    """Whether the actor may respond to a post that they see and have not responded to."""
    return can_post(actor) and not is_author(actor, opportunity) and is_live(opportunity, today)


def side_of(member: MemberId, response: Response) -> Side:
    """Return the side of a member who may see the response."""
    return Side.RESPONDER if member == response.responder_id else Side.AUTHOR


def _shown(viewer: Viewer, *, but_for_exclusions: bool = False) -> ColumnElement[Any]:
    kept = _not_blocked(viewer) if but_for_exclusions else not_kept_from(viewer)
    return and_(Opportunity.hidden_at.is_(None), kept)


def _not_blocked(viewer: Viewer) -> ColumnElement[bool]:
    return and_(is_here(Opportunity.author_id), people.not_blocked(Opportunity.author_id, viewer.member_id))
