"""Where a post takes place: what its line and its terms name of the places by which people are found too."""

from collections.abc import Mapping

from server.people.rules.places import places_in

# The term in which a kind that wants one asks for the place of work.
TERM = "place"


def places_of(line: str | None, terms: Mapping[str, str]) -> list[str]:
    """Return the codes of the places, sorted, as the column keeps them."""
    return sorted(places_in(line or "") | places_in(terms.get(TERM, "")))
