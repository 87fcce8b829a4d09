"""The invented members: what they say of themselves, how much of it they show, and since when they are here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from engawa.demo.careers import Stage, career
from engawa.demo.chance import identity, moment_between, some, weighed
from engawa.demo.names import Name, address, names, organisations, place_of
from engawa.demo.shapes import Person
from engawa.demo.texts import Profession, Wording, professions, read
from server.kit.actor import Level

# So many of a hundred wait for their first confirmation.
NEWCOMERS_OF_HUNDRED = 8
# The fields whose level some people change, and how many of a hundred close them.
CLOSED = {"former_name": 25, "present_position": 8, "place": 6, "asks": 6, "bio": 4, "headline": 2}


@dataclass(frozen=True, slots=True)
class Life:
    """A person with their career, and whether somebody has confirmed any of it."""

    person: Person
    stages: tuple[Stage, ...]
    is_confirmed: bool


def crowd(rng: Random, at: datetime, count: int, taken: set[str]) -> list[Life]:
    """Return `count` people whose names are not among those taken."""
    found_names, found_organisations = names(rng, taken), organisations(rng)
    return [_life(rng, at, next(found_names), found_organisations, index) for index in range(count)]


def _life(rng: Random, at: datetime, name: Name, found_organisations: Iterator[str], index: int) -> Life:
    known = professions()
    profession = known[weighed(rng, {key: known[key].weight for key in known})]
    confirmed = rng.randrange(100) >= NEWCOMERS_OF_HUNDRED
    long_ago = at - timedelta(days=400 if confirmed else 9)
    joined_at = moment_between(rng, long_ago, at - timedelta(days=5 if confirmed else 0, hours=1))
    verified_at = moment_between(rng, joined_at + timedelta(hours=3), joined_at + timedelta(days=4)) if confirmed else None
    stages = career(rng, profession, at.date(), told=not name.is_foreign)
    person = _person(rng, name, profession, found_organisations, (joined_at, verified_at), index)
    return Life(person=person, stages=stages, is_confirmed=confirmed)


def _person(
    rng: Random,
    name: Name,
    profession: Profession,
    found_organisations: Iterator[str],
    since: tuple[datetime, datetime | None],
    index: int,
) -> Person:
    wording = profession.en if name.is_foreign else profession.ja
    sentence, position, organisation = _present(rng, wording, found_organisations, is_foreign=name.is_foreign)
    # A few newcomers have not come round to writing anything.
    silent = since[1] is None and rng.random() < 0.25
    return Person(
        id=identity(rng, since[0]),
        email=f"{_address_part(name.romanised)}{index + 1}@mail.example",
        language="en" if name.is_foreign else "ja",
        name=name.written,
        reading=name.reading,
        romanised=name.romanised,
        former_name=name.former,
        profession=profession.key,
        headline=None if silent else _headline(rng, wording, sentence, separator=" " if name.is_foreign else ""),
        bio=None if silent or not wording.stories or rng.random() < 0.4 else "\n\n".join(some(rng, wording.stories, 1, 2)),
        gives=() if silent else some(rng, wording.gives, 1, 3),
        asks=() if silent else some(rng, wording.asks, 1, 2),
        skills=some(rng, profession.skills, 3, 5),
        place=place_of(rng),
        present_position=None if silent else position,
        organisation=organisation,
        address=address(rng),
        levels=_levels(rng),
        joined_at=since[0],
        verified_at=since[1],
    )


def _present(rng: Random, wording: Wording, found: Iterator[str], *, is_foreign: bool) -> tuple[str, str, str | None]:
    sentence, position = rng.choice(wording.nows)
    if "{org}" not in position:
        return sentence, position, None
    organisation: str = rng.choice(read("places")["english_organisations"]) if is_foreign else next(found)
    return sentence, position.replace("{org}", organisation), organisation


def _headline(rng: Random, wording: Wording, sentence: str, separator: str) -> str:
    past = rng.choice(wording.pasts)
    return rng.choices((f"{past}{separator}{sentence}", past, sentence), (76, 9, 15))[0]


def _levels(rng: Random) -> tuple[tuple[str, int], ...]:
    closed = [field for field, of_hundred in CLOSED.items() if rng.randrange(100) < of_hundred]
    return tuple((field, int(rng.choice((Level.OWN_GROUPS, Level.OWN_GROUPS, Level.ONLY_ME)))) for field in closed)


def _address_part(romanised: str) -> str:
    return ".".join("".join(letter for letter in word.lower() if letter.isalpha()) for word in romanised.split())
