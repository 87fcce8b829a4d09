"""The terms of the demo's posts: what the post says itself, what its author's own facts say, and common wording for the rest."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random

from engawa.demo.shapes import Person
from engawa.demo.texts import Draft, read

# The texts name months as one would in November 2026; they move along with the month of the post.
_WRITTEN_IN = 2026 * 12 + 10
_MONTH = re.compile(r"(?:(?P<year>20\d\d)年)?(?<![\d])(?P<month>1[0-2]|[1-9])月(?!\d+(?:時間|回|日ほど))")
_RECRUITING = {"hiring", "contract"}


def complete_terms(rng: Random, draft: Draft, author: Person, place: str | None, posted_on: date, last_day: date) -> dict[str, str]:
    """Return every term that the kind asks for, in the words of the post where it has its own."""
    terms: dict[str, str] = dict(draft.terms)
    if draft.kind in _RECRUITING:
        terms = _recruiter(author, with_address=draft.direction == "seeking") | terms
    if draft.kind == "hiring":
        terms = {"place": place or author.place} | _common(rng, "hiring") | terms
    if draft.kind == "contract":
        remote: Sequence[str] = read("stock")["place"]["remote"]
        terms = {"place": rng.choice(remote) if draft.remote else (place or author.place)} | terms
        terms = _common(rng, "contract") | terms if draft.direction == "seeking" else terms
    if terms.get("held_on"):
        # An event is held a few days after the last day to raise a hand.
        terms["held_on"] = (last_day + timedelta(days=2)).isoformat()
    return {key: in_its_month(value, posted_on) for key, value in terms.items()}


def in_its_month(text: str, posted_on: date) -> str:
    """Return the text with its months moved by as much as the post is away from the time of writing."""
    moved = posted_on.year * 12 + posted_on.month - 1 - _WRITTEN_IN

    def shift(found: re.Match[str]) -> str:
        month = int(found["month"]) - 1 + moved
        if found["year"] is None:
            return f"{month % 12 + 1}月"
        month += int(found["year"]) * 12
        return f"{month // 12}年{month % 12 + 1}月"

    return _MONTH.sub(shift, text)


def _recruiter(author: Person, *, with_address: bool) -> dict[str, str]:
    name = {"recruiter_name": author.organisation or author.name}
    if not with_address:
        return name
    return name | {"recruiter_address": author.address, "recruiter_contact": author.email, "authority": "OWN_BUSINESS"}


def _common(rng: Random, kind: str) -> dict[str, str]:
    stock: Mapping[str, Sequence[str]] = read("stock")[kind]
    return {key: rng.choice(values) for key, values in stock.items()}
