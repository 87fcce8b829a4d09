"""What is marked: the text as it was written, whichever way the query was."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.search.highlight import highlight, is_marked
from server.search.japanese.analysis import Kind, default_analyser
from server.search.japanese.words import Word, phrases_of
from server.search.mistypes import confused, distance, nearest


def words(text: str) -> list[Word]:
    return [word for phrase in phrases_of(text, default_analyser()) for word in phrase.every()]


def marked(text: str, asked: str, kind: Kind = Kind.PROSE, reading: str = "") -> list[str]:
    return [segment.text for segment in highlight(text, words(asked), kind=kind, reading=reading) if segment.marked]


@pytest.mark.parametrize(
    ("text", "asked", "found"),
    [
        ("経営企画でﾃﾞｻﾞｲﾅｰをしています", "デザイナー", ["ﾃﾞｻﾞｲﾅｰ"]),
        ("経営企画でﾃﾞｻﾞｲﾅｰをしています", "でざ", ["ﾃﾞｻﾞ"]),
        ("ＳＯＮＹとソニーで", "ｿﾆｰ", ["ＳＯＮＹ", "ソニー"]),
        ("経理を10年、人事を3年", "けいり 人事", ["経理", "人事"]),
        ("シミュレーションの研究", "シュミレーション", ["シミュレーション"]),
        ("㈱山﨑と山崎", "山崎", ["山﨑", "山崎"]),
        ("<b>経理</b> & c++", "経理 c++", ["経理", "c++"]),
        ("プロダクトマネージャー", "プロダクトマネ", ["プロダクトマネ"]),
        ("庭の手入れ", "経理", []),
        ("人事と経理", "human resources", ["人事"]),
        ("board games", "board game", ["board", "games"]),
        ("音声認識", "おんせいにんしき", ["音声認識"]),
    ],
)
def test_marks_stand_on_the_text_as_written(text: str, asked: str, found: list[str]) -> None:
    assert marked(text, asked) == found


def test_names_are_marked_by_reading_and_romaji() -> None:
    assert marked("髙橋 健太", "takah", Kind.NAME) == ["髙橋"]
    assert marked("渡邊\U000e0102 直樹", "わたなべ", Kind.NAME) == ["渡邊\U000e0102"]
    assert marked("東海林 一", "しょうじ", Kind.NAME, "しょうじ はじめ") == ["東海林"]
    assert marked("東海林 一", "hajime", Kind.NAME, "しょうじ はじめ") == ["一"]
    assert marked("山﨑 一", "﨑", Kind.NAME) == ["﨑"]
    assert marked("東海林 一", "さだお", Kind.NAME, "しょうじ はじめ") == []


@given(st.text(), st.sampled_from(["経理", "a", "ｶﾞ", "takah", "0"]), st.sampled_from(Kind))
def test_stretches_are_the_text_and_never_two_alike_in_a_row(text: str, asked: str, kind: Kind) -> None:
    stretches = highlight(text, words(asked), kind=kind)
    assert "".join(stretch.text for stretch in stretches) == text
    assert all(stretch.text for stretch in stretches)
    assert all(one.marked != other.marked for one, other in pairwise(stretches))
    assert is_marked(stretches) == any(stretch.marked for stretch in stretches)


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [("abcde", "abcde", 0), ("abcde", "abdce", 1), ("abcde", "abde", 1), ("abcde", "abxyde", 2), ("たかはし", "たかはち", 1)],
)
def test_distance_counts_slips(one: str, other: str, far: int) -> None:
    assert distance(one, other, 2) == distance(other, one, 2) == far


def test_kana_that_are_taken_for_others_or_forgotten() -> None:
    assert {"にとり", "そにー", "はせがわ", "ぐーぐる"} <= confused("二とり") | confused("そにい") | confused("はせがは") | confused(
        "ぐぐる"
    )
    assert confused("sony") == confused("経理") == confused("そに") == frozenset()


def test_the_nearest_words_come_first_and_short_ones_have_none() -> None:
    assert nearest(["marketimg"], ["marketing", "marketings", "markets"]) == [{"marketing"}, {"marketings"}]
    assert nearest(["sale"], ["sales"]) == []
    assert nearest(["saled"], ["sales", "salad", "scales"]) == [{"sales", "salad"}]
    assert nearest(["abcdef"], ["abcxyf"]) == []
