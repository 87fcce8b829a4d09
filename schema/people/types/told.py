"""What people tell of themselves beside texts: the languages they work in, their links, how much time they have, a next step."""

from enum import Enum
from typing import Self

import strawberry

from server.kit.actor import Language
from server.kit.ids import MemberId, global_id
from server.kit.pictures import SIZES
from server.people.rules import steps
from server.people.rules.languages import known_languages
from server.people.rules.links import host_of
from server.people.rules.places import known_places


@strawberry.enum(description="How much time somebody has for others now.")
class Availability(Enum):
    """How much time somebody has."""

    NOW = "now"
    TALK = "talk"
    CONSIDERING = "considering"
    NOT_NOW = "not_now"


@strawberry.enum(description="What a member could tell next, so that others find them.")
class NextStep(Enum):
    """What could be told next."""

    GIVES = steps.Step.GIVES.value
    READING = steps.Step.READING.value
    ASKS = steps.Step.ASKS.value
    HEADLINE = steps.Step.HEADLINE.value
    AVAILABILITY = steps.Step.AVAILABILITY.value


@strawberry.type(description="A language that people work in.")
class SpokenLanguage:
    """A language."""

    code: str = strawberry.field(description="Of BCP 47.")
    name: str = strawberry.field(description="In the caller's language.")

    @classmethod
    def of(cls, code: str, language: Language) -> Self:
        """Name it."""
        known = known_languages()[code]
        return cls(code=code, name=known.en if language == "en" else known.ja)


@strawberry.type(description="A prefecture or a country, as far as people and posts can be found by where they are.")
class Place:
    """A place."""

    code: str = strawberry.field(description="Of ISO 3166.")
    name: str = strawberry.field(description="In the caller's language.")

    @classmethod
    def of(cls, code: str, language: Language) -> Self:
        """Name it."""
        known = known_places()[code]
        return cls(code=code, name=known.en if language == "en" else known.ja)


@strawberry.type(description="An address of a person's own.")
class Link:
    """A link."""

    url: str = strawberry.field(description="https, and nothing before its host.")
    host: str = strawberry.field(description="To be shown: in letters that no other script resembles.")

    @classmethod
    def of(cls, url: str) -> Self:
        """Show it."""
        return cls(url=url, host=host_of(url))


@strawberry.type(description="A person's photo, square, in two sizes; shown to who may see it at that moment.")
class Photo:
    """A photo."""

    small: str = strawberry.field(description="Path of the square of 128 pixels.")
    large: str = strawberry.field(description="Path of the square of 512 pixels.")

    @classmethod
    def of(cls, person: MemberId, name: str) -> Self:
        """Name its addresses."""
        address = f"/photos/{global_id('Person', person)}.{name}"
        return cls(small=f"{address}-{min(SIZES)}", large=f"{address}-{max(SIZES)}")


def spoken(codes: tuple[str, ...] | list[str], language: Language) -> list[SpokenLanguage]:
    """Return the languages of the list; a code that is no longer on it is left out."""
    return [SpokenLanguage.of(code, language) for code in codes if code in known_languages()]
