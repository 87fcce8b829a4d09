"""What the invented members tell beside texts: languages, links to nowhere, how much time they have, and for a few where they work."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from engawa.demo.shapes import Person


@dataclass(frozen=True, slots=True)
class Told:
    """What one person tells; `employer` is a company by its key."""

    languages: tuple[str, ...]
    links: tuple[str, ...]
    availability: str | None
    employer: str | None


def told_by(person: Person, companies: Sequence[str]) -> Told:
    """Return what a person tells: by chance, and always the same for the same person."""
    rng = Random(person.id.int)
    own, other = ("en", "ja") if person.language == "en" else ("ja", "en")
    languages = (own, other) if person.language == "en" or rng.random() < 0.3 else (own,)
    address = "-".join(
        "".join(letter for letter in word if letter.isascii() and letter.isalpha()) for word in person.romanised.lower().split()
    )
    links = (f"https://{address}.example.com",) if rng.random() < 0.15 else ()
    availability = rng.choices(("now", "talk", "considering", "not_now", None), (12, 34, 12, 8, 34))[0]
    employer = rng.choice(companies) if person.sign_in is None and rng.random() < 0.02 else None
    silent = person.headline is None
    return Told(languages if not silent else (), links if not silent else (), None if silent else availability, employer)
