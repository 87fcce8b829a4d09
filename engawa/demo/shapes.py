"""The shapes of the demo world: frozen facts that know no table and no clock."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Person:
    """An invented member. `levels` names only the profile fields that depart from their defaults, as (field, level)."""

    id: UUID
    email: str
    language: str
    name: str
    reading: str
    romanised: str
    former_name: str | None
    profession: str
    headline: str | None
    bio: str | None
    gives: tuple[str, ...]
    asks: tuple[str, ...]
    skills: tuple[str, ...]
    place: str
    present_position: str | None
    organisation: str | None
    address: str
    levels: tuple[tuple[str, int], ...]
    joined_at: datetime
    verified_at: datetime | None
    is_steward: bool = False
    sign_in: str | None = None

    @property
    def called(self) -> str:
        """What others call them: the family name, or the first name of those who write in English."""
        return self.name.split()[0]


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A tenure at one of the companies, by its key, in months (the day is 1). `decided_by` is null while it waits."""

    id: UUID
    person: UUID
    company: str
    started_on: date
    ended_on: date
    department: str | None
    title: str | None
    declared_at: datetime
    decided_at: datetime | None = None
    decided_by: UUID | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """A person in the group of that slug; `role` is owner, operator or deputy for those who run it."""

    group: str
    person: UUID
    state: str
    since: datetime
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A post. `audience` is a level by its number; `group` is set when the post stands in that group only."""

    id: UUID
    author: UUID
    kind: str
    direction: str
    title: str
    body: str
    skills: tuple[str, ...]
    place: str | None
    remote: bool
    audience: int
    group: str | None
    terms: tuple[tuple[str, str], ...]
    posted_at: datetime
    last_day: date
    closed_at: datetime | None = None
    close_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One line of a conversation."""

    id: UUID
    author: UUID
    body: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Conversation:
    """The talk on a response, and how far each of the two has read it."""

    id: UUID
    author: UUID
    responder: UUID
    messages: tuple[Message, ...]
    author_read: int
    responder_read: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Response:
    """A raised hand; `talk` is there once the author has taken it up."""

    id: UUID
    opportunity: UUID
    responder: UUID
    note: str
    state: str
    responded_at: datetime
    last_activity_at: datetime
    talk: Conversation | None = None
    author_agreed_at: datetime | None = None
    responder_agreed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A report that waits for a decision. A null `group` leaves it to the stewards."""

    id: UUID
    reporter: UUID
    subject_kind: str
    subject: UUID
    about: UUID
    group: str | None
    reason: str
    note: str
    excerpt: str | None
    filed_at: datetime


@dataclass(frozen=True, slots=True)
class Connection:
    """Two who are connected; the pair stands once, whichever comes first."""

    one: UUID
    other: UUID
    since: datetime

    @property
    def both(self) -> tuple[UUID, UUID]:
        """The two."""
        return self.one, self.other


@dataclass(frozen=True, slots=True)
class ConnectionRequest:
    """One asks another to be connected, and waits."""

    id: UUID
    asker: UUID
    asked: UUID
    note: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """A filter that somebody saved, over opportunities or people; companies are keys, groups slugs, skills names."""

    id: UUID
    member: UUID
    name: str
    channel: str
    saved_at: datetime
    paused_at: datetime | None = None
    about: str = "opportunities"
    text: str = ""
    kinds: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    remote: bool | None = None


@dataclass(frozen=True, slots=True)
class World:
    """Everything that the demo shows, as of the instant it was made for."""

    at: datetime
    people: tuple[Person, ...]
    affiliations: tuple[Affiliation, ...]
    memberships: tuple[Membership, ...]
    opportunities: tuple[Opportunity, ...]
    responses: tuple[Response, ...]
    reports: tuple[Report, ...]
    connections: tuple[Connection, ...]
    connection_requests: tuple[ConnectionRequest, ...]
