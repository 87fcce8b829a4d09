"""Times as people tell them in a query: what is meant, and which words are left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.search.japanese.periods import Relation, periods_of

DURING, BEGAN, ENDED, LASTED = Relation.DURING, Relation.BEGAN, Relation.ENDED, Relation.LASTED


@pytest.mark.parametrize(
    ("text", "rest", "relation", "first", "last"),
    [
        ("1999年のキヤノン", "キヤノン", DURING, 1999, 1999),
        ("キヤノン ２００３年度", "キヤノン", DURING, 2003, 2003),
        ("キヤノンに2003年4月にいた人", "キヤノンに いた人", DURING, 2003, 2003),
        ("キヤノン 平成元年", "キヤノン", DURING, 1989, 1989),
        ("昭和63年入社", "", BEGAN, 1988, 1988),
        ("90年代のキヤノン", "キヤノン", DURING, 1990, 1999),
        ("2000年代前半のキヤノン", "キヤノン", DURING, 2000, 2004),
        ("at Canon in the late 1990s", "at Canon", DURING, 1995, 1999),
        ("キヤノン 2001年から2004年まで", "キヤノン", DURING, 2001, 2004),
        ("キヤノン 2001〜2004", "キヤノン", DURING, 2001, 2004),
        ("at Canon from 2001 to 2004", "at Canon", DURING, 2001, 2004),
        ("2010年以降のキヤノン", "キヤノン", DURING, 2010, 2040),
        ("キヤノン 2011年入社", "キヤノン", BEGAN, 2011, 2011),
        ("2011年にキヤノンに入社した人", "キヤノンに入社した人", BEGAN, 2011, 2011),
        ("キヤノンの08年同期", "キヤノンの08年同期", None, 0, 0),
        ("08年入社 キヤノン", "キヤノン", BEGAN, 2008, 2008),
        ("98年入社 キヤノン", "キヤノン", BEGAN, 1998, 1998),
        ("2011年の同期", "", BEGAN, 2011, 2011),
        ("joined Canon in 2011", "joined Canon", BEGAN, 2011, 2011),
        ("at Canon since 2011", "at Canon since", BEGAN, 2011, 2011),
        ("キヤノンを2018年に退職", "キヤノンを", ENDED, 2018, 2018),
        ("2018年にキヤノンを辞めた方", "キヤノンを辞めた方", ENDED, 2018, 2018),
        ("left Canon in 2018", "left Canon", ENDED, 2018, 2018),
        ("キヤノンに15年以上", "キヤノンに", LASTED, 15, 15),
        ("キヤノンに二十五年以上いた", "キヤノンに いた", LASTED, 25, 25),
        ("キヤノンに5年いた人", "キヤノンに いた人", LASTED, 5, 5),
        ("more than five years at Canon", "at Canon", LASTED, 5, 5),
        ("10+ years at Canon", "at Canon", LASTED, 10, 10),
        ("2008年在籍", "在籍", DURING, 2008, 2008),
        ("週5日 東京", "週5日 東京", None, 0, 0),
        ("50人の会社", "50人の会社", None, 0, 0),
        ("ISO27001", "ISO27001", None, 0, 0),
    ],
)
def test_times_are_read(text: str, rest: str, relation: Relation | None, first: int, last: int) -> None:
    told = periods_of(text)
    assert told.rest == rest
    assert [(each.relation, each.first, each.last) for each in told.periods] == ([(relation, first, last)] if relation else [])


def test_a_number_alone_is_known_for_one() -> None:
    assert [each.is_bare for each in periods_of("キヤノン 2003").periods] == [True]
    assert [each.is_bare for each in periods_of("キヤノン 2003年").periods] == [False]


@given(
    st.text()
    | st.lists(st.sampled_from(["2008", "年", "以上", "から", "入社", "in", " ", "十", "years", "1990s", "元", "平成"])).map("".join)
)
def test_no_text_breaks_the_reading_and_one_without_times_stays(text: str) -> None:
    told = periods_of(text)
    assert told.periods or told.rest == text[:200]
    assert all(each.first <= each.last for each in told.periods)
