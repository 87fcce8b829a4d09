"""What follows a post in the demo world: raised hands, the talks that grew from them, and what both sides recorded."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from engawa.demo.chance import by_day, identity, moment_between
from engawa.demo.shapes import Affiliation, Conversation, Membership, Message, Opportunity, Person, Response
from engawa.demo.texts import read
from server.kit.actor import Level
from server.kit.clock import TOKYO

STATES = {"responded": 54, "talking": 13, "agreed": 8, "declined": 14, "withdrawn": 11}
HANDS = {0: 46, 1: 28, 2: 15, 3: 7, 4: 4}
# From so many on, people are drawn until enough of them could raise a hand; a world of two thousand has no skill that so many have.
MANY, TRIES = 1_500, 60
# A post that was closed takes no further word; its open hands were turned down, or agreed when somebody was found.
STATES_WHEN_CLOSED = {"agreed": 60, "declined": 30, "withdrawn": 10}


class Talks:
    """Makes the responses of a world whose people and posts are known."""

    def __init__(
        self, rng: Random, people: Sequence[Person], pasts: Sequence[Affiliation], joined: Sequence[Membership], at: datetime
    ) -> None:
        """`people` are everybody; only confirmed members who are no ready-made sign-in raise a hand by chance."""
        self.rng = rng
        self.at = at
        self.people = {person.id: person for person in people}
        self.skilled: dict[str, list[Person]] = {}
        for person in people:
            if person.verified_at and not person.sign_in and not person.is_steward:
                for skill in person.skills:
                    self.skilled.setdefault(skill, []).append(person)
        self.past = {affiliation.person: affiliation for affiliation in pasts}
        self.groups: dict[str, list[Person]] = {}
        for membership in joined:
            person = self.people[membership.person]
            if membership.state == "approved" and not person.sign_in and not person.is_steward:
                self.groups.setdefault(membership.group, []).append(person)

    def on(self, post: Opportunity, company_name: Callable[[str], str]) -> list[Response]:
        """Return the responses to a post, by members who were confirmed before it; those who share one of its skills come first."""
        wanted = self.rng.choices(list(HANDS), list(HANDS.values()))[0]
        if wanted == 0:
            return []
        hands = self._some_of_many(post, wanted) or self._some(post, wanted)
        return [self._response(post, person, self._note(post, person, company_name)) for person in hands]

    def _some(self, post: Opportunity, wanted: int) -> list[Person]:
        """Return so many of all who are able, as far as there are so many."""
        if post.audience == Level.CHOSEN_GROUPS:
            reach = self.groups.get(post.group or "", [])
        else:
            reach = list({person.id: person for skill in post.skills for person in self.skilled.get(skill, ())}.values())
        able = [person for person in reach if _is_able(person, post)]
        return self.rng.sample(able, min(wanted, len(able)))

    def _some_of_many(self, post: Opportunity, wanted: int) -> list[Person]:
        """Return so many where hundreds could be asked for each, without going through all of them; or nobody."""
        if post.audience == Level.CHOSEN_GROUPS:
            circles = [self.groups.get(post.group or "", [])]
        else:
            circles = [self.skilled.get(skill, []) for skill in post.skills]
        if sum(map(len, circles)) < MANY:
            return []
        found: dict[UUID, Person] = {}
        for _ in range(TRIES):
            person = self.rng.choice(self.rng.choices(circles, list(map(len, circles)))[0])
            if _is_able(person, post):
                found[person.id] = person
            if len(found) == wanted:
                return list(found.values())
        return []

    def fixed(self, posts: Sequence[Opportunity], people: Mapping[str, Person]) -> list[Response]:
        """Return the responses of the cast."""
        entries: list[dict[str, Any]] = read("cast")["response"]
        return [self._fixed(posts[int(entry["post"])], people[entry["responder"]], entry) for entry in entries]

    def _fixed(self, post: Opportunity, responder: Person, entry: Mapping[str, Any]) -> Response:
        responded_at = self.at - timedelta(hours=entry["hours_ago"])
        state: str = entry.get("state", "responded")
        return self._composed(post, responder, entry["note"], (state, responded_at, self.at), entry.get("lines", ()))

    def _response(self, post: Opportunity, responder: Person, note: str) -> Response:
        rng, end = self.rng, post.closed_at or min(self.at, datetime.combine(post.last_day, datetime.max.time(), TOKYO))
        weights = STATES_WHEN_CLOSED if post.closed_at else STATES
        state = rng.choices(list(weights), list(weights.values()))[0]
        responded_at = moment_between(rng, post.posted_at + timedelta(minutes=20), min(end, post.posted_at + timedelta(days=9)))
        responded_at = by_day([responded_at], end)[0]
        about = self._about(post, responder)
        fitting = [talk["lines"] for talk in read("exchanges")["exchange"] if about & set(talk["kinds"])]
        return self._composed(post, responder, note, (state, responded_at, end), rng.choice(fitting))

    def _composed(
        self, post: Opportunity, responder: Person, note: str, course: tuple[str, datetime, datetime], lines: Sequence[str]
    ) -> Response:
        rng, (state, responded_at, end) = self.rng, course
        talk = self._talk(post, responder, responded_at, end, lines) if state in {"talking", "agreed"} else None
        last = talk.messages[-1].sent_at if talk else responded_at
        if state in {"declined", "withdrawn"}:
            last = moment_between(rng, responded_at, min(end, responded_at + timedelta(days=3)))
        agreed: list[datetime | None] = [moment_between(rng, last, end) if state == "agreed" else None for _ in range(2)]
        # In a few talks one side has already recorded the agreement, and the other has not.
        if state == "talking" and not responder.sign_in and rng.random() < 0.15:
            agreed[rng.randrange(2)] = moment_between(rng, last, end)
        return Response(
            id=identity(rng, responded_at),
            opportunity=post.id,
            responder=responder.id,
            note=note,
            state=state,
            responded_at=responded_at,
            last_activity_at=max([last, *(moment for moment in agreed if moment)]),
            talk=talk,
            author_agreed_at=agreed[0],
            responder_agreed_at=agreed[1],
        )

    def _talk(self, post: Opportunity, responder: Person, since: datetime, end: datetime, lines: Sequence[str]) -> Conversation:
        rng, author = self.rng, self.people[post.author]
        gaps = [rng.choice((0.1, 0.3, 0.6, 1.5, 4, 11, 20)) * (0.5 + rng.random()) for _ in range(len(lines) + 1)]
        hours = (end - since).total_seconds() / 3600
        scale = min(1.0, 0.95 * hours / sum(gaps))
        moments = by_day([since + timedelta(hours=scale * sum(gaps[: number + 1])) for number in range(len(gaps))], end)
        speakers = {"A": author.id, "R": responder.id}
        messages = tuple(
            Message(identity(rng, moment), speakers[line[0]], _spoken(line[2:], author, responder), moment)
            for line, moment in zip(lines, moments[1:], strict=True)
        )
        read_up_to = {author.id: len(messages), responder.id: len(messages)}
        if rng.random() < 0.3:
            self._leave_unread(read_up_to, [message.author for message in messages])
        return Conversation(
            id=identity(rng, moments[0]),
            author=author.id,
            responder=responder.id,
            messages=messages,
            author_read=read_up_to[author.id],
            responder_read=read_up_to[responder.id],
            created_at=moments[0],
        )

    def _leave_unread(self, read_up_to: dict[UUID, int], speakers: Sequence[UUID]) -> None:
        """Let the one who did not speak last have read only up to their own last word."""
        waiting = next(person for person in read_up_to if person != speakers[-1])
        read_up_to[waiting] = max((number for number, speaker in enumerate(speakers, 1) if speaker == waiting), default=0)

    def _about(self, post: Opportunity, responder: Person) -> set[str]:
        """Return under which headings the texts stand that fit: the kind, with its direction where that matters, or English."""
        if "en" in {self.people[post.author].language, responder.language}:
            return {"en"}
        return {post.kind.upper(), f"{post.kind} {post.direction}".upper()}

    def _note(self, post: Opportunity, responder: Person, company_name: Callable[[str], str]) -> str:
        notes: Mapping[str, Sequence[str]] = read("notes")
        past = self.past[responder.id]
        months = (past.ended_on.year - past.started_on.year) * 12 + past.ended_on.month - past.started_on.month + 1
        text = self.rng.choice([note for about in sorted(self._about(post, responder)) for note in notes.get(about, ())])
        return text.replace("{company}", company_name(past.company)).replace("{years}", str(max(2, months // 12)))


def _is_able(person: Person, post: Opportunity) -> bool:
    return person.id != post.author and person.verified_at is not None and person.verified_at < post.posted_at


def _spoken(line: str, author: Person, responder: Person) -> str:
    return line.replace("{author}", author.called).replace("{responder}", responder.called)
