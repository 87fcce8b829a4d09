"""The stream of opportunities: who of those that listen is told what of its events; each question is asked once for all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeAlias

from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.reads import former_ids
from server.kit.actor import Actor
from server.kit.db import Database
from server.kit.ids import OpportunityId, SessionId
from server.kit.log import Entry, Event, decode
from server.opportunities import events
from server.opportunities.documents import facts_by_ids
from server.opportunities.reads import hidden_everywhere, once_seen, who_may_see
from server.opportunities.rules import OpportunityFacts, OpportunityFilter, matches
from server.people.reads import actors_still
from server.realtime.rooms import Audience, Decided, Form, Listener, Telling
from server.standing.rules import Listened

_Listener: TypeAlias = Listener[OpportunityFilter]
_Leaving: TypeAlias = events.OpportunityEdited | events.OpportunityHidden
# After these a post may be nobody's any more who could see it before, whatever they ask for.
_LEAVING: Final = (events.OpportunityEdited, events.OpportunityHidden)


@dataclass(frozen=True, slots=True)
class Happened:
    """An event of one post, for those to whom the post is shown, or from whom it is gone."""

    event: Event
    opportunity: OpportunityId
    gone: bool


@dataclass(slots=True)
class _Asked:
    """A batch while it is decided upon: what happened, who could be told, and what each of them may see."""

    happened: list[tuple[Entry, Event, OpportunityId]]
    facts: Mapping[OpportunityId, OpportunityFacts]
    # Of each event the filters that have to be asked.
    wanted: list[list[OpportunityFilter]]
    viewers: list[Actor] = field(default_factory=list[Actor])
    places: dict[SessionId | None, int] = field(default_factory=dict[SessionId | None, int])
    seen: Mapping[tuple[int, OpportunityId], bool] = field(default_factory=dict[tuple[int, OpportunityId], bool])
    once: frozenset[tuple[int, OpportunityId]] = frozenset()
    hidden: frozenset[OpportunityId] = frozenset()


class LiveOpportunities:
    """Decides for the room of opportunities (`rooms.Decides`)."""

    def __init__(self, db: Database) -> None:
        """Nobody listens yet."""
        self._db = db
        self._listened = Listened()

    def begin(self, wanted: OpportunityFilter) -> None:
        """Somebody listens for this from now on."""
        self._listened.begin(wanted)

    def end(self, wanted: OpportunityFilter) -> None:
        """Nobody does any more, or one fewer."""
        self._listened.end(wanted)

    async def decide(self, entries: Sequence[Entry], audience: Audience[OpportunityFilter]) -> Decided[OpportunityFilter]:
        """Return who is told what: under the predicate of this moment, whatever was true when they began to listen."""
        events_ = [(entry, event) for entry in entries for event in [decode(entry.type, entry.ref)]]
        happened = [(entry, event, key) for entry, event in events_ if (key := getattr(event, "opportunity_id", None)) is not None]
        async with self._db.read() as session:
            facts = await _facts(session, [key for _, _, key in happened])
            asked = _Asked(happened, facts, [self._could(event, facts.get(key), audience) for _, event, key in happened])
            over = await _identify(session, asked, audience)
            await _look(session, asked)
        tellings = [telling for place in range(len(happened)) for telling in _told(asked, place, audience)]
        return Decided(tellings, over)

    def _could(self, event: Event, facts: OpportunityFacts | None, audience: Audience[OpportunityFilter]) -> list[OpportunityFilter]:
        if isinstance(event, _LEAVING):
            return list(audience)
        return [] if facts is None else [wanted for wanted in self._listened.could_meet(facts) if wanted in audience]


async def _facts(session: AsyncSession, keys: Sequence[OpportunityId]) -> dict[OpportunityId, OpportunityFacts]:
    """Return what `matches` needs; a company also under the ids that it had, by which a filter may still ask."""
    found = await facts_by_ids(session, list(dict.fromkeys(keys)))
    former = await former_ids(session, {company for each in found.values() for company in each.author.companies})
    if not former:
        return found
    return {key: replace(each, author=replace(each.author, companies=_with(each, former))) for key, each in found.items()}


def _with(facts: OpportunityFacts, former: Mapping[Any, Any]) -> frozenset[Any]:
    return facts.author.companies | {old for old, new in former.items() if new in facts.author.companies}


async def _identify(session: AsyncSession, asked: _Asked, audience: Audience[OpportunityFilter]) -> list[_Listener]:
    """Find out who the listeners are that have to be asked about; return those whose session has ended."""
    concerned = {wanted for each in asked.wanted for wanted in each}
    listeners = [listener for wanted in concerned for listener in audience[wanted]]
    still = await actors_still(session, {each.actor.session_id: each.actor for each in listeners}.values())
    over: list[_Listener] = []
    for listener in listeners:
        key = listener.actor.session_id
        if key is not None:
            actor = still.get(key)
            if actor is None:
                over.append(listener)
                continue
            listener.actor = actor
        if key not in asked.places:
            asked.places[key] = len(asked.viewers)
            asked.viewers.append(listener.actor)
    return over


async def _look(session: AsyncSession, asked: _Asked) -> None:
    """See what each viewer may see of the posts, and what of them they could have seen before."""
    asked.seen = await who_may_see(session, list(asked.facts), asked.viewers)
    leaving: list[_Leaving] = [event for _, event, _ in asked.happened if isinstance(event, _LEAVING)]
    asked.once = await once_seen(session, asked.viewers, leaving)
    asked.hidden = await hidden_everywhere(
        session, [event.opportunity_id for event in leaving if isinstance(event, events.OpportunityHidden)]
    )


def _told(asked: _Asked, place: int, audience: Audience[OpportunityFilter]) -> list[Telling[OpportunityFilter]]:
    entry, event, key = asked.happened[place]
    facts = asked.facts.get(key)
    # Hidden everywhere, a post leaves its author's lists too.
    hides = isinstance(event, events.OpportunityHidden) and key in asked.hidden
    # What was new, and has left since, is told once: when it leaves.
    leaves = not isinstance(event, events.OpportunityPosted)
    named: list[_Listener] = []
    nameless: list[_Listener] = []
    gone: list[_Listener] = []
    for wanted in asked.wanted[place]:
        # By whether a reader sees the author, by whom a post is found too; None for who may not see the post.
        meets: dict[bool | None, bool] = {None: False}
        if facts is not None and not hides:
            meets |= {True: matches(wanted, facts), False: matches(wanted, facts.without_author())}
        for listener in audience[wanted]:
            viewer = asked.places.get(listener.actor.session_id)
            if viewer is None:
                continue
            sees_author = asked.seen.get((viewer, key))
            if meets.get(sees_author, False):
                (named if sees_author else nameless).append(listener)
            elif leaves and (viewer, key) in asked.once:
                gone.append(listener)
    shown, left = Happened(event, key, gone=False), Happened(event, key, gone=True)
    for_all: dict[Form, Any] = {}
    said = [Telling(entry.position, shown, to, is_named, made_for_all=for_all) for to, is_named in ((named, True), (nameless, False))]
    return [telling for telling in (*said, Telling(entry.position, left, gone)) if telling.to]
