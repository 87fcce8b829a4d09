"""How the demo world becomes rows: the values of each table, in an order in which they can be inserted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias
from uuid import UUID

from engawa.demo.applying import applications
from engawa.demo.people import CLOSED
from engawa.demo.shapes import Affiliation, Membership, Opportunity, Person, Report, Response, World
from engawa.demo.shapes import Connection as Pair
from engawa.demo.shapes import ConnectionRequest as Request
from engawa.demo.telling import Told, told_by
from server.accounts.model import Member
from server.accounts.rules import TERMS_VERSION
from server.conversations.model import Conversation, Message, Participant
from server.groups.model import GroupApplication, GroupMembership, GroupRole
from server.kit.actor import Level
from server.kit.db import Base
from server.kit.ids import CompanyId, GroupId, SkillId
from server.moderation.model import Report as ReportRow
from server.opportunities.model import Opportunity as OpportunityRow
from server.opportunities.model import OpportunityGroup, OpportunitySkill, OpportunityTerms
from server.opportunities.model import Response as ResponseRow
from server.opportunities.rules import Direction, Kind, checked_terms, on_behalf_of, places_of
from server.people.model import Affiliation as AffiliationRow
from server.people.model import AffiliationReview, Connection, ConnectionRequest, MemberSkill, PresentEmployer, Profile

Row: TypeAlias = dict[str, Any]
# The verification of a tenure that an operator or a steward has confirmed.
BY_OPERATOR = 20


@dataclass(frozen=True, slots=True)
class Keys:
    """The rows that were there before: companies by key, groups by slug, skills by name."""

    companies: Mapping[str, CompanyId]
    groups: Mapping[str, GroupId]
    skills: Mapping[str, SkillId]


def skill_names(world: World) -> list[str]:
    """Return every skill that somebody in the world has, or that a post names, once each."""
    told = [*(person.skills for person in world.people), *(post.skills for post in world.opportunities)]
    return sorted({skill for skills in told for skill in skills})


def rows_of(world: World, keys: Keys) -> Iterator[tuple[type[Base], list[Row]]]:
    """Yield the rows of the world, table by table; what others refer to comes first."""
    yield Member, [_member(person) for person in world.people]
    told = {person.id: told_by(person, sorted(keys.companies)) for person in world.people}
    yield Profile, [_profile(person, told[person.id]) for person in world.people]
    employers = ((key, each.employer) for key, each in told.items() if each.employer)
    yield PresentEmployer, [{"member_id": key, "company_id": keys.companies[company]} for key, company in employers]
    yield MemberSkill, _placed("member_id", ((person.id, person.skills) for person in world.people), keys)
    stewards = {person.id for person in world.people if person.is_steward}
    yield AffiliationRow, [_affiliation(affiliation, keys) for affiliation in world.affiliations]
    decided = [affiliation for affiliation in world.affiliations if affiliation.decided_at]
    yield AffiliationReview, [_review(affiliation, stewards, keys) for affiliation in decided]
    yield GroupMembership, [_membership(membership, keys) | {"state": membership.state} for membership in world.memberships]
    yield GroupApplication, applications(world, keys.groups)
    yield GroupRole, [_membership(membership, keys) | {"role": membership.role} for membership in world.memberships if membership.role]
    yield Connection, [row for pair in world.connections for row in _both_ways(pair)]
    yield ConnectionRequest, [_request(request) for request in world.connection_requests]
    yield from _posts(world, keys)
    yield from _talks(world.responses)
    yield ResponseRow, [_response(response) for response in world.responses]
    yield ReportRow, [_report(report, keys) for report in world.reports]


def _posts(world: World, keys: Keys) -> Iterator[tuple[type[Base], list[Row]]]:
    posts = world.opportunities
    terms = {post.id: checked_terms(Kind[post.kind.upper()], Direction[post.direction.upper()], post.terms) for post in posts}
    yield OpportunityRow, [_post(post, terms[post.id]) for post in posts]
    yield (
        OpportunityTerms,
        [{"opportunity_id": post.id, "version": 1, "terms": terms[post.id], "created_at": post.posted_at} for post in posts],
    )
    yield OpportunityGroup, [{"opportunity_id": post.id, "group_id": keys.groups[post.group]} for post in posts if post.group]
    yield OpportunitySkill, _placed("opportunity_id", ((post.id, post.skills) for post in posts), keys)


def _talks(responses: tuple[Response, ...]) -> Iterator[tuple[type[Base], list[Row]]]:
    talks = [response.talk for response in responses if response.talk]
    yield Conversation, [{"id": talk.id, "last_number": len(talk.messages), "created_at": talk.created_at} for talk in talks]
    yield (
        Participant,
        [
            # Of whatever is unread a mail has told already: the demo's past sends none.
            {"conversation_id": talk.id, "member_id": person, "read_number": read, "mailed_number": min(read + 1, len(talk.messages))}
            for talk in talks
            for person, read in ((talk.author, talk.author_read), (talk.responder, talk.responder_read))
        ],
    )
    yield (
        Message,
        [
            {
                "id": said.id,
                "conversation_id": talk.id,
                "number": number,
                "author_id": said.author,
                "body": said.body,
                "sent_at": said.sent_at,
            }
            for talk in talks
            for number, said in enumerate(talk.messages, 1)
        ],
    )


def _placed(column: str, told: Iterator[tuple[UUID, tuple[str, ...]]], keys: Keys) -> list[Row]:
    return [
        {column: key, "skill_id": keys.skills[skill], "position": position} for key, skills in told for position, skill in enumerate(skills)
    ]


def _member(person: Person) -> Row:
    return {
        "id": person.id,
        "email": person.email,
        "language": person.language,
        "is_steward": person.is_steward,
        "terms_version": TERMS_VERSION,
        "terms_accepted_at": person.joined_at,
        "created_at": person.joined_at,
    }


def _profile(person: Person, told: Told) -> Row:
    # Every row names the same columns, so that they can be written at once.
    levels = dict.fromkeys(CLOSED, int(Level.VERIFIED)) | dict(person.levels)
    return {
        "member_id": person.id,
        "name": person.name,
        "reading": person.reading,
        "romanised": person.romanised,
        "former_name": person.former_name,
        "present_position": person.present_position,
        "headline": person.headline,
        "bio": person.bio,
        "place": person.place,
        "gives": list(person.gives),
        "asks": list(person.asks),
        "languages": list(told.languages),
        "links": list(told.links),
        "availability": told.availability,
        "verified_at": person.verified_at,
        "updated_at": person.joined_at,
    } | {f"{field}_level": level for field, level in levels.items()}


def _affiliation(affiliation: Affiliation, keys: Keys) -> Row:
    return {
        "id": affiliation.id,
        "member_id": affiliation.person,
        "company_id": keys.companies[affiliation.company],
        "started_on": affiliation.started_on,
        "ended_on": affiliation.ended_on,
        "department": affiliation.department,
        "title": affiliation.title,
        "verification": BY_OPERATOR if affiliation.decided_at else 0,
        "state": "confirmed" if affiliation.decided_at else "awaiting",
        "declared_at": affiliation.declared_at,
    }


def _review(affiliation: Affiliation, stewards: set[UUID], keys: Keys) -> Row:
    return {
        "id": affiliation.id,
        "affiliation_id": affiliation.id,
        "outcome": "confirmed",
        "level": BY_OPERATOR,
        "group_id": None if affiliation.decided_by in stewards else keys.groups[affiliation.company],
        "decided_by": affiliation.decided_by,
        "decided_at": affiliation.decided_at,
    }


def _membership(membership: Membership, keys: Keys) -> Row:
    return {"group_id": keys.groups[membership.group], "member_id": membership.person, "since": membership.since}


def _both_ways(pair: Pair) -> list[Row]:
    return [{"member_id": one, "other_id": other, "since": pair.since} for one, other in ((pair.one, pair.other), (pair.other, pair.one))]


def _request(request: Request) -> Row:
    return {
        "id": request.id,
        "from_id": request.asker,
        "to_id": request.asked,
        "note": request.note,
        "state": "asked",
        "at": request.at,
    }


def _post(post: Opportunity, terms: Mapping[str, str]) -> Row:
    return {
        "id": post.id,
        "author_id": post.author,
        "kind": post.kind,
        "direction": post.direction,
        "title": post.title,
        "body": post.body,
        "place": post.place,
        "places": places_of(post.place, terms),
        "remote": post.remote,
        "audience": post.audience,
        "on_behalf_of": on_behalf_of(terms),
        "terms_version": 1,
        "terms_changed_at": post.posted_at,
        "posted_at": post.posted_at,
        "last_day": post.last_day,
        "closed_at": post.closed_at,
        "close_reason": post.close_reason,
    }


def _response(response: Response) -> Row:
    return {
        "id": response.id,
        "opportunity_id": response.opportunity,
        "responder_id": response.responder,
        "terms_version": 1,
        "note": response.note,
        "state": response.state,
        "conversation_id": response.talk.id if response.talk else None,
        "author_agreed_at": response.author_agreed_at,
        "responder_agreed_at": response.responder_agreed_at,
        "responded_at": response.responded_at,
        "last_activity_at": response.last_activity_at,
    }


def _report(report: Report, keys: Keys) -> Row:
    return {
        "id": report.id,
        "reporter_id": report.reporter,
        "subject_kind": report.subject_kind,
        "subject_id": report.subject,
        "about_member_id": report.about,
        "group_id": keys.groups[report.group] if report.group else None,
        "reason": report.reason,
        "note": report.note,
        "excerpt": report.excerpt,
        "filed_at": report.filed_at,
    }
