"""What an entry may say, how shipped entries and stewards' become one list, and what a word stands for in it."""

from collections.abc import Sequence

import pytest

from server.kit.ids import SynonymId, uuid7
from server.kit.refusal import Conflict, Invalid, TooLong, TooMany
from server.opportunities.rules import phrases_for
from server.search.japanese.analysis import default_analyser
from server.search.japanese.thesaurus import Entries, Entry, in_use, shipped, thesaurus_of, use, use_shipped
from server.search.japanese.words import phrases_of
from server.synonyms.errors import AloneAWord, AlreadySaid, NoWord, SaidOtherwise, SameAndNear, WordOfManyParts
from server.synonyms.rules import (
    LONGEST_WORD,
    MOST_WORDS,
    Decided,
    Listed,
    Origin,
    asked_for,
    checked,
    drafted,
    entries_of,
    hold_against,
    key_of,
    listed,
    replaced,
    shipped_entries,
    shipped_id,
    tried_out,
)


def _own(*words: str, near: Sequence[str] = ()) -> Listed:
    return Listed(id=SynonymId(uuid7()), entry=Entry(words, tuple(near)), origin=Origin.ADDED)


def test_what_is_shipped_has_ids_that_tell_its_entries_apart() -> None:
    """By their first words; nobody decided anything, so what is in use is the file itself."""
    assert len(shipped_entries()) == len(shipped().every)
    assert entries_of(listed([])) is shipped()


def test_words_are_kept_once_in_whichever_spelling() -> None:
    """Half width, long vowels and spaces: the first spelling stays."""
    entry = checked(["  ﾃﾚﾜｰｸ ", "テレワーク", "在宅\u3000勤務", "\u202e在宅 勤務\ud83d", ""], ["サーバー", "サーバ"])
    assert entry == Entry(("ﾃﾚﾜｰｸ", "在宅 勤務"), ("サーバー",))


@pytest.mark.parametrize(
    ("words", "near", "refusal", "field"),
    [
        ([], [], AloneAWord, "words"),
        (["人事"], [], AloneAWord, "words"),
        (["人事", "", " 人事 "], [], AloneAWord, "words"),
        ([], ["人事", "採用"], AloneAWord, "words"),
        (["人事", "！？"], [], NoWord, "words"),
        (["人事", "🎉"], [], NoWord, "words"),
        (["人事", "あ" * (LONGEST_WORD + 1)], [], TooLong, "words"),
        (["人事", "HR"], ["い" * 10_000], TooLong, "near"),
        (["人事", "社内で人を育てて評価する仕組みを作る仕事"], [], WordOfManyParts, "words"),
        ([f"言葉{at}" for at in range(MOST_WORDS + 1)], [], TooMany, "words"),
        (["人事", "HR"], [f"言葉{at}" for at in range(10_000)], TooMany, "near"),
        (["人事", "サーバ"], ["サーバー"], SameAndNear, "near"),
    ],
)
def test_what_an_entry_may_not_say(words: list[str], near: list[str], refusal: type[Invalid], field: str) -> None:
    """Refused by its first fault, naming the list."""
    with pytest.raises(refusal) as caught:
        checked(words, near)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("entry", "refusal"),
    [
        (Entry(("人事", "hr")), AlreadySaid),
        (Entry(("人事",), ("採用",)), AlreadySaid),
        (Entry(("人事", "採用")), SaidOtherwise),
        (Entry(("採用", "人事", "求人")), SaidOtherwise),
        (Entry(("HR", "ひと"), ("人事",)), SaidOtherwise),
    ],
)
def test_what_another_entry_says_already_or_denies(entry: Entry, refusal: type[Conflict]) -> None:
    """The same of two words that are near elsewhere, and the other way round; what stood so before may be mended bit by bit."""
    others = [_own("人事", "HR", near=["採用"])]
    with pytest.raises(refusal):
        hold_against(entry, None, others)
    if refusal is SaidOtherwise:
        hold_against(entry, entry, others)
    hold_against(Entry(("人事", "ピープル")), None, others)


def test_what_stewards_decided_stands_before_what_is_shipped() -> None:
    """Added, changed and switched off; what the file no longer has is left out when it was only switched off."""
    first, second = list(shipped_entries())[:2]
    mine, gone = SynonymId(uuid7()), shipped_id(Entry(("この語は、ファイルにない",)))
    decided = [
        Decided(id=first, entry=None, off=True),
        Decided(id=mine, entry=Entry(("ほげ", "ふが"))),
        Decided(id=second, entry=Entry(("変えた", "言葉"))),
        Decided(id=gone, entry=None, off=True),
    ]
    every = listed(decided)
    assert [(each.id, each.origin, each.off) for each in every[:3]] == [
        (mine, Origin.ADDED, False),
        (first, Origin.SHIPPED, True),
        (second, Origin.CHANGED, False),
    ]
    assert len(every) == len(shipped_entries()) + 1
    used = entries_of(every).every
    assert shipped_entries()[first] not in used
    assert Entry(("変えた", "言葉")) in used
    assert len({each.version for each in every}) == len(every)


def test_entries_are_looked_for_in_any_spelling() -> None:
    """A part of a word, another width, another spelling; signs ask for everything."""
    every = [_own("テレワーク", "remote work", near=["在宅"]), _own("人事", "HR")]
    for text in ("ﾃﾚ", "REMOTE", "Remote Works", "在宅", "ワーク"):
        assert asked_for(every, text) == every[:1]
    assert asked_for(every, "ＨＲ") == every[1:]
    assert asked_for(every, "！") == every
    assert asked_for(every, "ほげ") == []


def test_a_text_is_tried_out_with_what_is_being_written() -> None:
    """What each word stands for, what lies near it, and which word joins two entries; nothing that is in use changes."""
    before = in_use()
    every = [_own("人事", "HR", near=["採用"]), _own("PM", "プロダクトマネージャー"), _own("午後", "pm")]
    tried = tried_out("人事　募集", every)
    assert [(word.text, word.same, word.near) for word in tried.words if word.needed] == [("人事", ("HR",), ("採用",))]
    (joined,) = tried_out("PM", every).joined
    assert (joined.word, [each.entry.words for each in joined.entries]) == ("PM", [("PM", "プロダクトマネージャー"), ("午後", "pm")])
    draft = drafted(SynonymId(uuid7()), ["人事", "午後", "！"], [])
    tried = tried_out("HR", replaced(every, draft), draft)
    assert tried.words[0].same == ("人事",)
    assert [(each.word, each.entries) for each in tried.joined] == [("人事", (every[0],)), ("午後", (every[2],))]
    assert tried_out("", every).words == ()
    assert in_use() == before


def test_nothing_old_is_served_once_other_entries_are_in_use() -> None:
    """Neither by a query that was read before, nor by one that is being read; an older version changes nothing any more."""
    analyser = default_analyser()
    try:
        before = phrases_for("人事")
        use(Entries((Entry(("人事", "ぞうさん")),)), 7, analyser)
        (phrase,) = phrases_for("人事")
        assert phrase != before[0]
        assert phrase.whole.same == ((frozenset({"ぞう"}),),)
        assert phrases_of("人事", analyser) == (phrase,)
        assert phrases_of("人事", analyser, thesaurus_of(analyser, shipped())) == before
        use(shipped(), 6, analyser)
        assert phrases_for("人事") == (phrase,)
    finally:
        use_shipped()
    assert phrases_for("人事") == before


def test_spellings_of_one_word_have_one_key() -> None:
    """As search unites them."""
    assert key_of("サーバ") == key_of("サーバー") == key_of("ｻｰﾊﾞｰ")
    assert key_of("contracts") == key_of("Contract")
