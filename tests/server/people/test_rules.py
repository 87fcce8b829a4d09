"""What a profile and a tenure may say."""

from datetime import date

import pytest

from server.kit.refusal import Invalid, Missing, TooLong, TooMany
from server.people import rules
from server.people.errors import EndsBeforeItBegins, InTheFuture, NotKana, StillThere, TooLongAgo

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("start", "end", "refusal", "field"),
    [
        (date(2019, 4, 1), date(2019, 3, 1), EndsBeforeItBegins, "tenure.endedOn"),
        (date(2026, 12, 1), date(2026, 12, 1), InTheFuture, "tenure.startedOn"),
        (date(2019, 4, 1), date(2026, 12, 1), InTheFuture, "tenure.endedOn"),
        (date(2019, 4, 1), None, StillThere, "tenure.endedOn"),
        (date(1900, 4, 1), date(1999, 3, 1), TooLongAgo, "tenure.startedOn"),
    ],
)
def test_a_tenure_that_cannot_be_is_refused(start: date, end: date | None, refusal: type[Invalid], field: str) -> None:
    """And the refusal names the month that is wrong."""
    with pytest.raises(refusal) as refused:
        rules.check_tenure(start, end, today=TODAY, may_stay=False)
    assert refused.value.field == field


def test_a_tenure_of_this_month_and_an_open_one_of_an_operator_pass() -> None:
    """One month is a tenure, too."""
    assert rules.check_tenure(date(2026, 11, 1), date(2026, 11, 1), today=TODAY, may_stay=False) is None
    assert rules.check_tenure(date(2019, 4, 1), None, today=TODAY, may_stay=True) is None


def test_tenures_overlap_in_a_month() -> None:
    """The last month belongs to a tenure; an open one never ends."""
    others = [(date(2014, 4, 1), date(2019, 9, 1))]
    assert rules.overlaps(date(2019, 9, 1), date(2020, 1, 1), others)
    assert not rules.overlaps(date(2019, 10, 1), None, others)
    assert rules.overlaps(date(2010, 1, 1), None, others)
    assert rules.overlaps(date(2025, 1, 1), date(2025, 2, 1), [(date(2020, 1, 1), None)])


def test_a_reading_is_kana() -> None:
    """Half width becomes full; empty is none."""
    assert rules.clean_reading("ﾀｶﾊｼ ﾕｳ") == "タカハシ ユウ"
    assert rules.clean_reading("たかはし　ゆう") == "たかはし ゆう"
    assert rules.clean_reading("  ") is None
    for wrong in ("takahashi", "高橋", "たかはし1"):
        with pytest.raises(NotKana):
            rules.clean_reading(wrong)


def test_lists_are_short_and_without_repetition() -> None:
    """Ten lines of sixty characters; empty ones do not count."""
    assert rules.clean_lines("gives", ["壁打ち", " ", "壁打ち", "登壇 "]) == ["壁打ち", "登壇"]
    with pytest.raises(TooMany):
        rules.clean_lines("gives", ["a"] * 11)
    with pytest.raises(TooLong):
        rules.clean_lines("gives", ["a" * 61])


def test_skills_are_one_by_spelling() -> None:
    """The first spelling counts; marks stay."""
    assert list(rules.clean_skills("skills", ["Python", "ｐｙｔｈｏｎ", "C", "C++", "データ 分析", "データ分析"]).values()) == [
        "Python",
        "C",
        "C++",
        "データ 分析",
    ]


def test_texts_keep_their_limits() -> None:
    """A name cannot be empty; the others can."""
    with pytest.raises(Missing):
        rules.clean_name("name", "  ")
    assert rules.clean_name("name", "あ" * 80) == "あ" * 80
    assert rules.optional_line("headline", "", 120) is None
    assert rules.clean_bio("一行目\r\n二行目") == "一行目\n二行目"
    with pytest.raises(TooLong):
        rules.clean_bio("あ" * 4001)
