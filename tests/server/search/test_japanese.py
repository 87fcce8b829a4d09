"""The analysis: what folds together, where folded characters came from, how names are romanised, what a query asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from server.search.japanese import segments
from server.search.japanese.analysis import Analyser, Kind, default_analyser
from server.search.japanese.folding import fold, name_kanji, to_hiragana
from server.search.japanese.romaji import key_of_kana, key_of_latin
from server.search.japanese.segments import BigramSegmenter, SudachiSegmenter
from server.search.japanese.words import MOST_WORDS, has_words, phrases_of


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("髙﨑", "高崎"),
        ("齊藤", "斎藤"),
        ("渡邊\U000e0102", "渡辺"),
        ("ﾀﾞｲｺﾞ", "ダイゴ"),
        ("ＡＢＣ", "abc"),
        ("㈱", "(株)"),
        ("か\u3099", "が"),
        ("a\u200bb\tc", "ab c"),
    ],
)
def test_folding_unifies_ways_of_writing(written: str, folded: str) -> None:
    assert fold(written).text == folded


def test_every_family_has_one_head_and_no_kanji_is_in_two() -> None:
    table = name_kanji()
    assert len(table) >= 60
    assert not {ord(head) for head in table.values()} & set(table)


@given(st.text())
def test_folded_characters_know_where_they_came_from(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.spans)
    assert all(0 <= start < end <= len(text) for start, end in folded.spans)
    assert [start for start, _ in folded.spans] == sorted(start for start, _ in folded.spans)
    assert fold(folded.text).text == folded.text or not text.isascii()


def test_hiragana_keep_their_number() -> None:
    assert to_hiragana("ヴィオラ・カヶー漢a") == "ゔぃおら・かゖー漢a"


@pytest.mark.parametrize(
    ("kana", "spellings"),
    [
        ("おおの", ["ohno", "oono", "ono", "ōno", "Ôno"]),
        ("さとう", ["sato", "satou", "satoh", "satō"]),
        ("ゆうじ", ["yuji", "yuuji", "yūji", "yuzi"]),
        ("しんいち", ["shinichi", "shin'ichi", "sinniti", "shin-ichi"]),
        ("なんば", ["namba", "nanba"]),
        ("はっとり", ["hattori", "hatori"]),
        ("えっちゅう", ["etchu", "ecchu", "ettyuu"]),
        ("じょうじ", ["joji", "jouji", "zyozi", "George".replace("George", "jōji")]),
        ("つづき", ["tsuzuki", "tuzuki"]),
        ("ふじもと", ["fujimoto", "huzimoto"]),
        ("いのうえ", ["inoue", "inoe"]),
    ],
)
def test_romanised_spellings_share_a_key(kana: str, spellings: list[str]) -> None:
    assert {key_of_latin(spelling) for spelling in spellings} == {key_of_kana(kana)}


def test_a_row_of_one_letter_is_no_long_vowel() -> None:
    """Ooono has three; whoever leans on a key means nobody."""
    assert key_of_latin("ooono") == key_of_kana("おおおの") == "ono"
    assert key_of_latin("a" * 200) == "a" * 200
    assert key_of_kana("あ" * 4) != key_of_kana("あ")


@pytest.mark.parametrize("name", ["takahashi", "shinichi", "fujimoto", "namba", "tsuzuki", "joji", "matsuda", "etchu", "ohno", "koichi"])
def test_a_key_of_a_name_being_typed_begins_the_key_of_the_name(name: str) -> None:
    whole = key_of_latin(name)
    assert all(whole.startswith(key_of_latin(name[:length], unfinished=True)) for length in range(1, len(name) + 1))


def test_a_name_is_findable_by_its_parts_and_as_a_whole() -> None:
    terms = default_analyser().terms("髙橋　健太", Kind.NAME)
    assert terms >= {"高橋", "健太", "高橋健太", "たかはし", "たかはしけんた", "~takahasi", "~kenta"}
    assert default_analyser().terms("Ohno Jun", Kind.NAME) >= {"ohno", "~ono", "~onozyun"}
    assert "~ono" not in default_analyser().terms("Ohno Jun", Kind.PROSE)


def test_particles_say_nothing_and_a_suffix_is_not_asked_for() -> None:
    phrase = phrases_of("経営企画を担当する高橋さん", default_analyser())[0]
    assert [word.text for word in phrase.parts] == ["経営企画", "担当", "高橋"]
    assert [bool(word.prefixes) for word in phrase.parts] == [False, False, False]
    assert [word.needed for word in phrase.parts] == [True, False, True]


@pytest.mark.parametrize(
    ("text", "needed", "wished"),
    [
        ("契約書のチェックをお願いしたい", ["契約書"], ["チェック"]),
        ("本を読みたい", ["本"], ["読み"]),
        ("小さな会社を手伝いたい", ["小さな会社"], ["手伝い"]),
        ("部屋を借りたい", ["部屋", "借り"], []),
        ("大学の先生", ["大学", "先生"], []),
        ("ITの相談", ["IT"], ["相談"]),
        ("ＩＴコンサルに強い人", ["ＩＴコンサルに強い人"], []),
        ("写真を撮る仕事", ["写真"], ["撮る", "仕事"]),
    ],
)
def test_what_is_done_is_wished_for_and_what_it_is_done_with_selects(text: str, needed: list[str], wished: list[str]) -> None:
    words = [word for phrase in phrases_of(text, default_analyser()) for word in phrase.words()]
    assert ([word.text for word in words if word.needed], [word.text for word in words if not word.needed]) == (needed, wished)


def test_signs_are_no_words() -> None:
    assert not any(map(has_words, ("", "😀 !?", "…、。")))
    assert has_words("😀 東")


def test_a_query_is_bounded() -> None:
    phrases = phrases_of("語 " * 500, default_analyser())
    assert len(phrases) == MOST_WORDS
    assert phrases_of(" \u3000！？", default_analyser()) == ()


def test_without_its_dictionary_search_goes_on_with_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    with_dictionary = default_analyser().version

    def missing(self: object) -> None:
        raise ModuleNotFoundError("sudachidict_small")

    monkeypatch.setattr(SudachiSegmenter, "__init__", missing)
    with capture_logs() as logs:
        found = segments.best_segmenter()
    assert isinstance(found, BigramSegmenter)
    assert [(line["event"], line["log_level"]) for line in logs] == [("search.dictionary_missing", "warning")]
    pairs = Analyser(found)
    assert pairs.terms("東京都でWebデザイン", Kind.PROSE) >= {"東京", "京都", "web", "でざ", "ざい", "いん"}
    assert all(part.meets(pairs.terms("東京都でWebデザイン", Kind.PROSE)) for part in phrases_of("東京都", pairs)[0].parts)
    assert pairs.version != with_dictionary
