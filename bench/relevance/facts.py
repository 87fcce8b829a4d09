"""What a query means, as plain facts of the demo world: `skill=音声認識 & company=sony ; gives=音声認識の相談`.

Alternatives are parted by `;`, conditions by `&`, values of a condition by `|`. A condition holds for a person or a post as the viewer
sees them; no search takes part. Of a text a value is a part, of everything else it is the whole.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final, TypeVar

from bench.relevance.world import JudgedPerson, JudgedPost
from engawa.demo.shapes import Affiliation

Thing = TypeVar("Thing", JudgedPerson, JudgedPost)

# Whole values that a person has, by the name of the condition.
_OF_PERSON: Final[Mapping[str, Callable[[JudgedPerson], Collection[str]]]] = {
    "is": lambda each: (each.handle,),
    "name": lambda each: (each.person.name.replace(" ", ""),),
    "family": lambda each: (each.person.name.split(" ")[0],),
    "given": lambda each: (each.person.name.split(" ")[-1],),
    "sounds": lambda each: (each.person.reading.replace(" ", ""),),
    "family_sounds": lambda each: (each.person.reading.split(" ")[0],),
    "given_sounds": lambda each: (each.person.reading.split(" ")[-1],),
    "former": lambda each: (each.former_name.replace(" ", ""),),
    "former_family": lambda each: (each.former_name.split(" ")[0],),
    "former_sounds": lambda each: (each.former_reading,),
    "company": lambda each: [tenure.company for tenure in each.confirmed],
    "declared": lambda each: [tenure.company for tenure in each.declared],
    "skill": lambda each: each.person.skills,
    "speaks": lambda each: each.languages,
    # "sony:2015", "sony:2010s": there in some month of that year, of that decade.
    "during": lambda each: [f"{tenure.company}:{when}" for tenure in each.confirmed for when in _times(tenure)],
    "began": lambda each: [f"{tenure.company}:{tenure.started_on.year}" for tenure in each.confirmed],
    "left": lambda each: [f"{tenure.company}:{tenure.ended_on.year}" for tenure in each.confirmed],
    # "sony:10": there for ten whole years or more.
    "stayed": lambda each: [f"{tenure.company}:{years}" for tenure in each.confirmed for years in range(1, _whole_years(tenure) + 1)],
}
# Texts of a person, of which a value is a part.
_SAID_BY_PERSON: Final[Mapping[str, Callable[[JudgedPerson], Iterable[str]]]] = {
    "headline": lambda each: (each.headline,),
    "bio": lambda each: (each.bio,),
    "gives": lambda each: each.gives,
    "asks": lambda each: each.asks,
    "position": lambda each: (each.position,),
    "place": lambda each: (each.place,),
    "says": lambda each: (each.headline, each.position, each.bio, *each.gives),
    # "sony:研究": at that company, in a department or with a title of that wording.
    "stage": lambda each: [f"{tenure.company}:{told}" for tenure in each.confirmed for told in (tenure.department, tenure.title) if told],
}
_OF_POST: Final[Mapping[str, Callable[[JudgedPost], Collection[str]]]] = {
    "kind": lambda each: (each.post.kind,),
    "direction": lambda each: (each.post.direction,),
    "skill": lambda each: each.post.skills,
    "remote": lambda each: ("yes" if each.post.remote else "no",),
    "fee": lambda each: (dict(each.post.terms).get("fee_terms", ""),),
}
_SAID_IN_POST: Final[Mapping[str, Callable[[JudgedPost], Iterable[str]]]] = {
    "title": lambda each: (each.post.title,),
    "body": lambda each: (each.post.body,),
    "text": lambda each: (each.post.title, each.post.body),
    "place": lambda each: (each.post.place or "",),
    "terms": lambda each: dict(each.post.terms).values(),
}


class UnknownFactError(Exception):
    """A condition that no person or post can have."""


def holds(meaning: str, thing: JudgedPerson | JudgedPost) -> bool:
    """Say whether one of the alternatives of a meaning is true of a person or a post; the empty meaning is true of nothing."""
    return any(all(_is(condition.strip(), thing) for condition in each.split(" & ")) for each in meaning.split(" ; ") if each.strip())


def graded(meanings: Mapping[int, str], things: Iterable[Thing]) -> dict[int, list[str]]:
    """Return the handles of the things by grade, each in the best grade whose meaning holds for it."""
    found: dict[int, list[str]] = {grade: [] for grade in sorted(meanings, reverse=True)}
    for thing in things:
        best = next((grade for grade in found if holds(meanings[grade], thing)), None)
        if best is not None:
            found[best].append(thing.handle)
    return found


def _times(tenure: Affiliation) -> list[str]:
    years = range(tenure.started_on.year, tenure.ended_on.year + 1)
    return [*(str(year) for year in years), *sorted({f"{year // 10 * 10}s" for year in years})]


def _whole_years(tenure: Affiliation) -> int:
    first, last = (day.year * 12 + day.month for day in (tenure.started_on, tenure.ended_on))
    return (last - first + 1) // 12


def _is(condition: str, thing: JudgedPerson | JudgedPost) -> bool:
    if condition.startswith("not "):
        return not _is(condition.removeprefix("not "), thing)
    key, separator, value = condition.partition("=")
    if not separator:
        raise UnknownFactError(condition)
    wanted = value.split("|")
    if isinstance(thing, JudgedPost):
        if key.startswith("by."):
            return _is(condition.removeprefix("by."), thing.author)
        return _has(key, wanted, thing, _OF_POST, _SAID_IN_POST)
    return _has(key, wanted, thing, _OF_PERSON, _SAID_BY_PERSON)


def _has(
    key: str,
    wanted: list[str],
    thing: Thing,
    whole: Mapping[str, Callable[[Thing], Collection[str]]],
    said: Mapping[str, Callable[[Thing], Iterable[str]]],
) -> bool:
    if key in whole:
        return any(value in whole[key](thing) for value in wanted)
    if key in said:
        return any(value in text for text in said[key](thing) for value in wanted)
    raise UnknownFactError(key)
