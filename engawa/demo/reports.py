"""The reports that wait in the demo's queues: on posts of one group, on people, and on talks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random
from uuid import UUID

from engawa.demo.chance import identity, moment_between
from engawa.demo.shapes import Membership, Opportunity, Person, Report, Response
from engawa.demo.texts import read
from server.kit.actor import Level

# The operator among the ready-made sign-ins finds so many in the queue; the others stand elsewhere.
FIRST_GROUP, IN_FIRST_GROUP = "sony", 2


@dataclass(frozen=True, slots=True)
class _Subject:
    """What somebody may report: since when it is there, whom it is about, and who could have seen it, that person among them."""

    id: UUID
    about: UUID
    since: datetime
    reporters: Sequence[UUID]
    group: str | None = None


def reports(
    rng: Random,
    at: datetime,
    people: Sequence[Person],
    joined: Sequence[Membership],
    written: tuple[Sequence[Opportunity], Sequence[Response]],
) -> list[Report]:
    """Return one report for each entry of the data file for which there is something to report."""
    members = [person for person in people if person.verified_at and not person.sign_in and not person.is_steward]
    posts, responses = written
    some_members = rng.sample(members, min(8, len(members)))
    subjects = {
        "OPPORTUNITY": _posts(posts, [person.id for person in members], joined),
        "MEMBER": [_Subject(one.id, one.id, one.joined_at, [other.id]) for one, other in pairwise(some_members)],
        "CONVERSATION": _talks(rng, responses, {person.id for person in members}),
    }
    found: list[Report] = []
    for entry in read("stock")["report"]:
        waiting = subjects[entry["subject"]]
        if waiting:
            found.append(_report(rng, at, entry, waiting.pop(0)))
    return found


def _posts(posts: Sequence[Opportunity], members: Sequence[UUID], joined: Sequence[Membership]) -> list[_Subject]:
    """Return the posts of single groups that a member of the group could report, those of the first group in front."""
    known = set(members)
    readers: dict[str, list[UUID]] = {}
    for membership in joined:
        if membership.state == "approved" and membership.person in known:
            readers.setdefault(membership.group, []).append(membership.person)
    found: list[_Subject] = []
    for post in posts:
        if post.group is not None and post.audience == Level.CHOSEN_GROUPS and post.author in known:
            others = readers.get(post.group, [])
            if any(reader != post.author for reader in others):
                found.append(_Subject(post.id, post.author, post.posted_at, others, post.group))
    first = [subject for subject in found if subject.group == FIRST_GROUP][:IN_FIRST_GROUP]
    return [*first, *(subject for subject in found if subject.group != FIRST_GROUP)]


def _talks(rng: Random, responses: Sequence[Response], members: set[UUID]) -> list[_Subject]:
    talks = [response.talk for response in responses if response.talk and response.responder in members]
    rng.shuffle(talks)
    return [_Subject(talk.id, talk.author, talk.messages[-1].sent_at, [talk.responder]) for talk in talks]


def _report(rng: Random, at: datetime, entry: Mapping[str, str], subject: _Subject) -> Report:
    filed_at = moment_between(rng, max(subject.since, at - timedelta(days=3)) + timedelta(minutes=10), at)
    return Report(
        id=identity(rng, filed_at),
        reporter=rng.choice([each for each in subject.reporters if each != subject.about]),
        subject_kind=entry["subject"].lower(),
        subject=subject.id,
        about=subject.about,
        group=subject.group,
        reason=entry["reason"].lower(),
        note=entry["note"],
        excerpt=entry.get("excerpt"),
        filed_at=filed_at,
    )
