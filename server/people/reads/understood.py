"""What mistyped words of a search for people were taken for, told by what the viewer may read of those who were found."""

from collections.abc import Iterator, Mapping, Sequence

from server.kit.ids import CompanyId
from server.people.reads.persons import PersonView
from server.search.engine import Found
from server.search.japanese.analysis import Kind
from server.search.understood import ReadAs, told_as


def read_as(found: Found, people: Sequence[PersonView], companies: Mapping[CompanyId, Sequence[str]]) -> tuple[ReadAs, ...]:
    """Tell them by people's own texts, and by the names of the companies where they were."""
    called = [(name, Kind.PROSE) for names in companies.values() for name in names]
    return told_as(found.read_as, [*(text for person in people for text in _texts(person)), *called])


def _texts(person: PersonView) -> Iterator[tuple[str, Kind]]:
    """Yield what is short; a life is too long to be analysed for one word."""
    for name in (person.reading, person.romanised, person.name, person.former_name):
        yield name or "", Kind.NAME
    skills = (skill.name for skill in person.skills)
    for text in (*skills, *person.gives, *person.asks, person.headline, person.present_position, person.place):
        yield text or "", Kind.PROSE
