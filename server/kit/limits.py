"""How often, and how much, is too much: the caps, as data, and the ways to spend from them."""

import time
from collections import Counter
from collections.abc import Collection, Hashable
from math import ceil

from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter

from server.kit.actor import Actor
from server.kit.refusal import TooMuchForNow, TooOften

# What a member or an origin may do in a time; domain.md's rule 2 ("caps are data"). A cap with `.newcomer` beside it is that
# much smaller for who is not verified, or was not yet a week ago. `people.opened` and `people.listed` count different people:
# who reads the same page again is no scraper.
CAPS: dict[str, str] = {
    "sign_in.address": "5/15minutes",
    "sign_in.origin": "60/hour",
    "sign_up.address": "3/hour",
    "sign_up.origin": "60/hour",
    "code.address": "10/hour",
    "code.origin": "60/hour",
    "link.origin": "60/hour",
    "oidc.start.origin": "60/hour",
    "oidc.answer.origin": "60/hour",
    "oidc.join.origin": "60/hour",
    "passkey.ask.origin": "300/hour",
    "passkey.answer.origin": "60/hour",
    "passkey.change": "60/hour",
    "second_factor.member": "30/hour",
    "second_factor.origin": "120/hour",
    "recovery.member": "10/hour",
    "recovery.renew": "10/day",
    "totp.change": "20/hour",
    "email_change.member": "5/day",
    "email_change.address": "3/day",
    "email_change.origin": "30/hour",
    "people.count": "1200/hour",
    "people.count.newcomer": "240/hour",
    "people.search": "600/hour",
    "people.search.newcomer": "120/hour",
    "people.view": "1000/day",
    "people.view.newcomer": "200/day",
    "people.opened": "300/day",
    "people.opened.newcomer": "60/day",
    "people.listed": "3000/day",
    "people.listed.newcomer": "600/day",
    "people.view_as": "300/day",
    "companies.search": "600/hour",
    "company.propose": "5/day",
    "opportunity.post": "20/day",
    "opportunity.post.newcomer": "10/day",
    "opportunity.edit": "100/day",
    "opportunity.respond": "30/day",
    "opportunity.respond.newcomer": "10/day",
    "response.preview": "300/day",
    "message.send": "600/hour",
    "message.send.newcomer": "120/hour",
    "standing.save": "200/day",
    "standing.try": "1200/hour",
    "synonyms.change": "600/hour",
    "synonyms.try": "3600/hour",
    "report.file": "20/day",
    "block": "100/day",
    "exclude": "200/day",
    "connection.ask": "20/day",
    "connection.ask.newcomer": "5/day",
    "join_link.origin": "300/hour",
    "group.apply": "10/day",
    "group.edit_application": "60/day",
    "group.propose": "60/day",
    "affiliation.declare": "10/day",
    "affiliation.edit": "30/day",
    "affiliation.vouch": "10/day",
    "affiliation.ask": "20/day",
    "affiliation.asked": "120/day",
    "photo.upload": "30/day",
    "profile.update": "200/day",
    "departure.ask": "20/day",
    "export.ask": "5/day",
    "export.download": "60/hour",
    "operator.decide": "2000/day",
    "roster.read": "120/hour",
    "invitation.origin": "600/hour",
}
_NEWCOMER = ".newcomer"
# From so many seconds on, one is told hours.
_LONG = 3600
# Counters of different things are looked through for forgotten keys once there are this many.
_MANY = 10_000


class Limits:
    """Moving windows kept in this process; several processes share them once they share a store."""

    def __init__(self, caps: dict[str, str] | None = None) -> None:
        """`caps` replaces single caps, by name; with a cap goes the smaller one of newcomers, unless that is given too."""
        given = caps or {}
        kept = {name: rate for name, rate in CAPS.items() if name.removesuffix(_NEWCOMER) not in given}
        self._caps: dict[str, RateLimitItem] = {name: parse(rate) for name, rate in (kept | given).items()}
        self._windows = MovingWindowRateLimiter(MemoryStorage())
        # By cap and key: each thing that was counted, and until when it counts.
        self._things: dict[tuple[str, str], dict[Hashable, float]] = {}

    async def spend(self, cap: str, key: object) -> None:
        """Count one use of `cap` by `key`; raise TooOften, saying when to come back, when it is one too many."""
        item = self._caps[cap]
        if await self._windows.hit(item, cap, str(key)):
            return
        window = await self._windows.get_window_stats(item, cap, str(key))
        raise _too_often(window.reset_time - time.time())

    async def spend_as(self, cap: str, actor: Actor) -> None:
        """Count one use of `cap`, or of the smaller one for newcomers, by the actor."""
        await self.spend(self.cap_for(cap, actor), actor.member_id or actor.origin)

    def spend_on(self, cap: str, actor: Actor, things: Collection[Hashable]) -> None:
        """Count each of the things that the actor's window does not hold yet; raise TooOften when all of them are too many.

        Then none of them is counted, and what was counted before stays free.
        """
        name, moment = self.cap_for(cap, actor), time.time()
        item, key = self._caps[name], (cap, str(actor.member_id or actor.origin))
        if len(self._things) > _MANY:
            self._things = {each: held for each, held in self._things.items() if any(until > moment for until in held.values())}
        held = {thing: until for thing, until in self._things.get(key, {}).items() if until > moment}
        new = set(things) - held.keys()
        over = len(held) + len(new) - item.amount
        if new and over > 0:
            leaving = sorted(held.values())[:over]
            raise _too_often((leaving[-1] if leaving else moment + item.get_expiry()) - moment)
        self._things[key] = held | dict.fromkeys(new, moment + item.get_expiry())

    def cap_for(self, cap: str, actor: Actor) -> str:
        """Return the name of the cap that holds for the actor: the smaller one where they are new and there is one."""
        smaller = cap + _NEWCOMER
        return smaller if not actor.settled and smaller in self._caps else cap


class Spending:
    """What one change spends: where it is run again, what it spent before is not counted a second time."""

    def __init__(self, limits: Limits) -> None:
        """Nothing is spent yet."""
        self._limits = limits
        self._spent: Counter[tuple[str, str]] = Counter()
        self._paid: Counter[tuple[str, str]] = Counter()

    def begin(self) -> None:
        """Begin another change."""
        self._spent.clear()
        self._paid.clear()

    def again(self) -> None:
        """Let the change be run from its beginning: what it spent is paid for."""
        self._paid = self._spent.copy()

    async def spend(self, cap: str, key: object) -> None:
        """Spend as `Limits.spend` does, but for what is paid."""
        counted = (cap, str(key))
        if self._paid[counted]:
            self._paid[counted] -= 1
            return
        await self._limits.spend(cap, key)
        self._spent[counted] += 1

    async def spend_as(self, cap: str, actor: Actor) -> None:
        """Spend as `Limits.spend_as` does, but for what is paid."""
        await self.spend(self._limits.cap_for(cap, actor), actor.member_id or actor.origin)


def _too_often(seconds: float) -> TooOften:
    wait = max(1, ceil(seconds))
    return TooMuchForNow(wait, hours=ceil(wait / 3600)) if wait >= _LONG else TooOften(wait)
