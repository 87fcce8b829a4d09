"""Whether two tenures share a month, told by values alone; and which places a line tells."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.kit.ids import CompanyId, uuid7
from server.people.rules import overlaps
from server.people.rules.places import known_places, places_in
from server.people.rules.tenures import shared_values, sharing
from server.search.japanese.terms import ANY

HERE, ELSEWHERE = CompanyId(uuid7()), CompanyId(uuid7())
TODAY = date(2026, 11, 26)
months = st.builds(date, st.integers(1930, 2026), st.integers(1, 11), st.just(1))


@st.composite
def tenures(draw: st.DrawFn) -> tuple[date, date | None]:
    """A tenure, of some years or going on; nothing begins after today."""
    first, last = sorted((draw(months), draw(months)))
    return first, draw(st.sampled_from([last, last, last, None]))


def meets(asked: frozenset[str], told: set[str]) -> bool:
    """Whether one of the values is there, as engines look for them."""
    begun = tuple(value.removesuffix(ANY) for value in asked if value.endswith(ANY))
    return any(value in asked or value.startswith(begun) for value in told)


@given(tenures(), tenures())
def test_two_tenures_meet_by_their_values_where_they_share_a_month(
    mine: tuple[date, date | None], theirs: tuple[date, date | None]
) -> None:
    """At the same company; at another one never."""
    told = shared_values([HERE], *theirs)
    assert meets(sharing([(HERE, *mine)], TODAY), told) == overlaps(*mine, [theirs])
    assert not meets(sharing([(ELSEWHERE, *mine)], TODAY), told)
    assert len(told) < 25


def test_who_was_nowhere_meets_nobody() -> None:
    """There is something to ask for, and nobody has it."""
    assert sharing([], TODAY)
    assert not meets(sharing([], TODAY), shared_values([HERE], date(1930, 1, 1), None))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("東京・渋谷", {"JP-13"}),
        ("東京都港区", {"JP-13"}),
        ("京都", {"JP-26"}),
        ("大阪市福島区", {"JP-27"}),
        ("神奈川 / 福岡", {"JP-14", "JP-40"}),
        ("東京と軽井沢", {"JP-13", "JP-20"}),
        ("廣島", {"JP-34"}),
        ("ﾛﾝﾄﾞﾝ", {"GB"}),
        ("Tokyo and Osaka", {"JP-13", "JP-27"}),
        ("Portland", set()),
        ("タイムズ通り", set()),
        ("中国地方", set()),
        ("木更津市のどこか", set()),
        ("リモート", set()),
        ("", set()),
    ],
)
def test_places_are_read_out_of_what_people_write(text: str, codes: set[str]) -> None:
    """The first that is known of each part; a name within another word is none."""
    assert places_in(text) == codes


def test_every_name_of_a_place_leads_to_it() -> None:
    """In both languages."""
    for place in known_places().values():
        assert places_in(place.ja) == places_in(place.en) == {place.code}
