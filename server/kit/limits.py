"""How often is too often: the caps, as data, and the one way to spend from them."""

import time
from math import ceil

from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter

from server.kit.refusal import TooOften

# What a member or an origin may do in a time; domain.md's rule 2 ("caps are data").
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
    "people.search": "600/hour",
    "people.view": "300/day",
    "people.view.newcomer": "30/day",
    "companies.search": "600/hour",
    "company.propose": "5/day",
    "opportunity.post": "20/day",
    "opportunity.edit": "100/day",
    "opportunity.respond": "30/day",
    "response.preview": "300/day",
    "message.send": "600/hour",
    "report.file": "20/day",
    "block": "100/day",
    "affiliation.declare": "10/day",
    "affiliation.edit": "30/day",
    "affiliation.vouch": "10/day",
    "affiliation.ask": "20/day",
    "affiliation.asked": "120/day",
    "photo.upload": "30/day",
    "profile.update": "200/day",
    "departure.ask": "20/day",
    "operator.decide": "2000/day",
}


class Limits:
    """Moving windows kept in this process; several processes share them once they share a store."""

    def __init__(self, caps: dict[str, str] | None = None) -> None:
        """`caps` replaces single caps, by name."""
        self._caps: dict[str, RateLimitItem] = {name: parse(rate) for name, rate in (CAPS | (caps or {})).items()}
        self._windows = MovingWindowRateLimiter(MemoryStorage())

    async def spend(self, cap: str, key: object) -> None:
        """Count one use of `cap` by `key`; raise TooOften, saying when to come back, when it is used up."""
        item = self._caps[cap]
        if await self._windows.hit(item, cap, str(key)):
            return
        window = await self._windows.get_window_stats(item, cap, str(key))
        raise TooOften(max(1, ceil(window.reset_time - time.time())))
