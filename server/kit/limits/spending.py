"""The ways to spend from the caps, and what one is told when there is nothing left."""

from collections import Counter
from collections.abc import Collection, Hashable
from math import ceil

from limits import RateLimitItem, parse

from server.kit.actor import Actor
from server.kit.limits.caps import CAPS, NEWCOMER
from server.kit.limits.windows import OwnWindows, Windows
from server.kit.refusal import TooMuchForNow, TooOften

# From so many seconds on, one is told hours.
_LONG = 3600


class Limits:
    """The caps of a deployment over the windows that count: those of this process, or those that all processes share."""

    def __init__(self, caps: dict[str, str] | None = None, windows: Windows | None = None) -> None:
        """`caps` replaces single caps, by name; with a cap goes the smaller one of newcomers, unless that is given too."""
        given = caps or {}
        kept = {name: rate for name, rate in CAPS.items() if name.removesuffix(NEWCOMER) not in given}
        self._caps: dict[str, RateLimitItem] = {name: parse(rate) for name, rate in (kept | given).items()}
        self._windows: Windows = windows or OwnWindows()

    async def spend(self, cap: str, key: object) -> None:
        """Count one use of `cap` by `key`; raise TooOften, saying when to come back, when it is one too many."""
        _refuse_for(await self._windows.spend(self._caps[cap], cap, str(key)))

    async def spend_as(self, cap: str, actor: Actor) -> None:
        """Count one use of `cap`, or of the smaller one for newcomers, by the actor."""
        await self.spend(self.cap_for(cap, actor), actor.member_id or actor.origin)

    async def spend_on(self, cap: str, actor: Actor, things: Collection[Hashable]) -> None:
        """Count each of the things that the actor's window does not hold yet; raise TooOften when all of them are too many.

        Then none of them is counted, and what was counted before stays free.
        """
        item, key = self._caps[self.cap_for(cap, actor)], str(actor.member_id or actor.origin)
        if things:
            _refuse_for(await self._windows.spend_on(item, cap, key, frozenset(map(str, things))))

    def cap_for(self, cap: str, actor: Actor) -> str:
        """Return the name of the cap that holds for the actor: the smaller one where they are new and there is one."""
        smaller = cap + NEWCOMER
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


def _refuse_for(seconds: float | None) -> None:
    if seconds is None:
        return
    wait = max(1, ceil(seconds))
    raise TooMuchForNow(wait, hours=ceil(wait / 3600)) if wait >= _LONG else TooOften(wait)
