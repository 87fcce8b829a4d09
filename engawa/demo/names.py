"""Who the invented people are called, where they are, and what their organisations are called."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from random import Random

from engawa.demo.chance import weighed
from engawa.demo.texts import read

# One in so many writes their name in Latin letters.
FOREIGN_ONE_IN = 60
WOMEN_OF_HUNDRED = 48
# So often another name is drawn before two people are let share one.
TRIES = 12


@dataclass(frozen=True, slots=True)
class Name:
    """A name as its bearer enters it, family first where that is the custom."""

    written: str
    reading: str
    romanised: str
    former: str | None = None
    is_foreign: bool = False


def names(rng: Random, taken: set[str]) -> Iterator[Name]:
    """Yield names for ever, none that is already taken; namesakes appear once most combinations have been used."""
    taken = set(taken)
    foreign = list(read("names")["foreign"])
    rng.shuffle(foreign)
    while True:
        name = _foreign_name(foreign.pop()) if foreign and rng.randrange(FOREIGN_ONE_IN) == 0 else _japanese_name(rng)
        for _ in range(TRIES):
            if name.written not in taken:
                break
            name = _japanese_name(rng)
        taken.add(name.written)
        yield name


def place_of(rng: Random) -> str:
    """Return where somebody is."""
    return weighed(rng, _places())


def address(rng: Random) -> str:
    """Return an address in a neighbourhood that does not exist."""
    places = read("places")
    return (
        f"{rng.choice(places['wards'])}{rng.choice(places['neighbourhoods'])}{rng.randint(1, 6)}-{rng.randint(1, 20)}-{rng.randint(1, 12)}"
    )


def organisations(rng: Random) -> Iterator[str]:
    """Yield the names of invented organisations for ever, each once before any comes again."""
    places = read("places")
    pairs = [(word, ending) for word in places["organisation_words"] for ending in places["organisation_endings"]]
    while True:
        rng.shuffle(pairs)
        for word, ending in pairs:
            yield f"{rng.choice(places['forms'])}{word}{ending.removeprefix('の') if word.endswith('の') else ending}"


def _foreign_name(entry: str) -> Name:
    written, _, reading = entry.partition("|")
    return Name(written, reading, written, is_foreign=True)


def _japanese_name(rng: Random) -> Name:
    data = read("names")
    families: list[str] = data["family"]
    is_woman = rng.randrange(100) < WOMEN_OF_HUNDRED
    # The list is sorted by how common a name is; squaring leans towards its beginning.
    family, family_reading, family_romanised = families[int(rng.random() ** 2 * len(families))].split()
    given, given_reading, given_romanised = rng.choice(data["women" if is_woman else "men"]).split()
    had_another = rng.randrange(100) < (22 if is_woman else 3)
    former = rng.choice(families).split()[0]
    return Name(
        written=f"{family} {given}",
        reading=f"{family_reading} {given_reading}",
        romanised=f"{family_romanised} {given_romanised}",
        former=f"{former} {given}" if had_another and former != family else None,
    )


@cache
def _places() -> Mapping[str, int]:
    return {place: int(weight) for place, weight in (line.split("|") for line in read("places")["people"])}
