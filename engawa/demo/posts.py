"""The posts of the demo world: who writes which, for whom, when, and how some of them ended."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import cycle, islice
from random import Random
from uuid import UUID

from engawa.demo.chance import identity
from engawa.demo.shapes import Membership, Opportunity, Person
from engawa.demo.terms import complete_terms, in_its_month
from engawa.demo.texts import Draft, draft_of, drafts, english_drafts, read
from server.kit.actor import Level
from server.kit.clock import TOKYO

SPREAD_DAYS = 60
LONGEST_DAYS = 89
ENGLISH_OF_HUNDRED = 3
AUDIENCES = {Level.VERIFIED: 60, Level.SIGNED_IN: 14, Level.ANYONE: 16, Level.CHOSEN_GROUPS: 10}
ENDINGS = {"found": 55, "ended": 20, "withdrawn": 25}


@dataclass(frozen=True, slots=True)
class Audience:
    """Who may read a post: a level, and the one group where the level is that of chosen groups."""

    level: int
    group: str | None = None


def posts(rng: Random, people: Sequence[Person], joined: Sequence[Membership], at: datetime, count: int) -> list[Opportunity]:
    """Return `count` posts of confirmed members; texts come back only when every one has been used."""
    authors = _Authors(people, joined)
    written = list(drafts())
    english = list(english_drafts())
    rng.shuffle(written)
    rng.shuffle(english)
    of_english = min(len(english), count * ENGLISH_OF_HUNDRED // 100)
    chosen = [*english[:of_english], *islice(cycle(written), count - of_english)]
    return [_post(rng, draft, authors, at) for draft in chosen]


def fixed_posts(rng: Random, people: Mapping[str, Person], at: datetime) -> list[Opportunity]:
    """Return the posts of the cast, in the order of the data file."""
    found: list[Opportunity] = []
    for entry in read("cast")["post"]:
        draft = draft_of(entry, None, "ja", {})
        posted_at = at - timedelta(hours=entry["hours_ago"])
        audience = Audience(int(Level[entry["audience"]]))
        found.append(_written(rng, draft, people[entry["author"]], audience, (posted_at, entry["days"])))
    return found


class _Authors:
    """Who may write what: confirmed members, by profession and language, and the groups they are in."""

    def __init__(self, people: Sequence[Person], joined: Sequence[Membership]) -> None:
        confirmed = [person for person in people if person.verified_at is not None and not person.is_steward and person.sign_in is None]
        # By the date of their confirmation, so that who was there by a day is the beginning of a list.
        self.confirmed = _InOrder(confirmed)
        self.fit: dict[tuple[str, str | None, bool], _InOrder] = {}
        self.groups: dict[UUID, list[str]] = {}
        for membership in joined:
            if membership.state == "approved":
                self.groups.setdefault(membership.person, []).append(membership.group)

    def fitting(self, draft: Draft, posted_at: datetime) -> Sequence[Person]:
        """Return whom the post becomes, confirmed by then; who recruits has an organisation where anybody has one."""
        recruiting = draft.kind == "hiring" or (draft.kind == "contract" and draft.direction == "seeking")
        known = [self._fitting(draft, recruiting=True)] if recruiting else []
        for each in (*known, self._fitting(draft, recruiting=False), self.confirmed):
            if found := each.until(posted_at):
                return found
        return []

    def _fitting(self, draft: Draft, *, recruiting: bool) -> "_InOrder":
        key = (draft.language, draft.profession, recruiting)
        if key not in self.fit:
            self.fit[key] = _InOrder(
                [
                    person
                    for person in self.confirmed.people
                    if person.language == draft.language
                    and draft.profession in (None, person.profession)
                    and (person.organisation or not recruiting)
                ]
            )
        return self.fit[key]


class _InOrder:
    """Confirmed members in the order of their confirmation."""

    def __init__(self, people: Sequence[Person]) -> None:
        dated = sorted(((person.verified_at, person) for person in people if person.verified_at), key=lambda each: each[0])
        self.people = [person for _, person in dated]
        self._since = [since for since, _ in dated]

    def until(self, moment: datetime) -> Sequence[Person]:
        return self.people[: bisect_left(self._since, moment)]


def _post(rng: Random, draft: Draft, authors: _Authors, at: datetime) -> Opportunity:
    posted_at = _waking_moment(rng, at)
    author = rng.choice(authors.fitting(draft, posted_at))
    level = rng.choices(list(AUDIENCES), list(AUDIENCES.values()))[0]
    group = rng.choice(authors.groups[author.id]) if level == Level.CHOSEN_GROUPS else None
    return _written(rng, draft, author, Audience(int(level), group), (posted_at, rng.randint(10, LONGEST_DAYS)))


def _written(rng: Random, draft: Draft, author: Person, audience: Audience, when: tuple[datetime, int]) -> Opportunity:
    posted_at, days = when
    posted_on = posted_at.astimezone(TOKYO).date()
    last_day = posted_on + timedelta(days=days)
    place = draft.place or (None if draft.remote and rng.random() < 0.7 else author.place)
    return Opportunity(
        id=identity(rng, posted_at),
        author=author.id,
        kind=draft.kind,
        direction=draft.direction,
        title=in_its_month(draft.title, posted_on),
        body=in_its_month(draft.body, posted_on),
        skills=draft.skills,
        place=place,
        remote=draft.remote,
        audience=audience.level,
        group=audience.group,
        terms=tuple(complete_terms(rng, draft, author, place, posted_on, last_day).items()),
        posted_at=posted_at,
        last_day=last_day,
    )


def ending(rng: Random, post: Opportunity, at: datetime) -> tuple[datetime, str] | None:
    """Return when and why the author closed the post, for about one of eight that has stood for some days."""
    latest = min(at, datetime(post.last_day.year, post.last_day.month, post.last_day.day, tzinfo=TOKYO))
    if rng.random() > 0.14 or latest - post.posted_at < timedelta(days=6):
        return None
    closed_at = post.posted_at + (latest - post.posted_at) * (0.5 + rng.random() / 2)
    return closed_at.replace(microsecond=0), rng.choices(list(ENDINGS), list(ENDINGS.values()))[0]


def is_live(post: Opportunity, today: date) -> bool:
    """Return whether the post can still be answered on that day."""
    return post.closed_at is None and post.last_day >= today


def _waking_moment(rng: Random, at: datetime) -> datetime:
    """Return a moment of the last sixty days between seven in the morning and eleven at night, more of them lately."""
    day = (at - timedelta(days=rng.random() ** 1.3 * SPREAD_DAYS)).astimezone(TOKYO)
    moment = day.replace(hour=rng.randint(7, 22), minute=rng.randrange(60), second=rng.randrange(60), microsecond=0)
    moment = moment if moment < at - timedelta(minutes=30) else moment - timedelta(days=1)
    return moment.astimezone(UTC)
