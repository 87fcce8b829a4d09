"""What every engine finds: names in all scripts, words as they are typed, mistyped and left out, in what order."""

from dataclasses import replace

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.paging import BadPage
from server.search.engine import Document, SearchEngine, Weight
from tests.factories.search import document, name, prose, query

TAKAHASHI = (
    *("たかはし", "タカハシ", "ﾀｶﾊｼ", "takahashi", "TAKAHASHI", "Takahasi", "髙橋", "高橋"),
    *("高橋さん", "髙橋健太", "takahashi kenta", "kenta takahashi", "たかはしけんた", "takahashikent"),
)
OONO = ("大野", "おおの", "オオノ", "ohno", "oono", "ono", "Ōno", "ｏｈｎｏ")


async def found(session: AsyncSession, engine: SearchEngine, text: str) -> list[object]:
    return [hit.id for hit in (await engine.search(session, query(text))).hits]


def newest_first(*documents: Document) -> list[Document]:
    return sorted(documents, key=lambda each: each.id, reverse=True)


async def put(session: AsyncSession, engine: SearchEngine, *documents: Document) -> None:
    await engine.upsert(session, documents)


@pytest.mark.parametrize("text", TAKAHASHI)
async def test_a_name_is_found_in_every_script(session: AsyncSession, engine: SearchEngine, text: str) -> None:
    person = document(name("髙橋　健太"), name("たかはし けんた", field="reading"))
    await put(session, engine, person, document(name("田中 優子"), name("たなか ゆうこ", field="reading")))
    answer = await engine.search(session, query(text))
    assert [hit.id for hit in answer.hits] == [person.id]
    assert answer.dropped == ()


@pytest.mark.parametrize("text", OONO)
async def test_long_vowels_are_romanised_in_many_ways(session: AsyncSession, engine: SearchEngine, text: str) -> None:
    person = document(name("大野 純一"), name("おおの じゅんいち", field="reading"))
    await put(session, engine, person, document(name("佐藤 恵"), name("さとう めぐみ", field="reading")))
    assert await found(session, engine, text) == [person.id]


@pytest.mark.parametrize("text", ["斎藤", "齋藤", "齊藤", "斉藤", "さいとう", "saitoh", "saito"])
async def test_without_a_reading_the_dictionary_helps(session: AsyncSession, engine: SearchEngine, text: str) -> None:
    person = document(name("齋藤 翔"))
    await put(session, engine, person, document(name("渡邊 翔")))
    assert await found(session, engine, text) == [person.id]


@pytest.mark.parametrize("text", ["渡辺", "渡邉", "渡邊", "渡邊\U000e0102", "渡邊\ufe00"])
async def test_variants_and_their_selectors_are_one_name(session: AsyncSession, engine: SearchEngine, text: str) -> None:
    person = document(name("渡邉\U000e0101 直樹"))
    await put(session, engine, person, document(name("山﨑 直樹")))
    assert await found(session, engine, text) == [person.id]


@pytest.mark.parametrize(
    ("text", "meets"),
    [
        ("ソニー", "SONYで働いていました"),
        ("ｿﾆｰ", "SONYで働いていました"),
        ("sony", "ソニーで働いていました"),
        ("シュミレーション", "シミュレーションの研究"),
        ("打合せ", "打ち合わせの進め方"),
        ("人事", "人事と採用"),
        ("けいり", "経理を10年"),
        ("c++", "C++とRust"),
        ("Node.js", "Node.jsの開発"),
        ("プロダクトマネ", "プロダクトマネージャーです"),
        ("プロダクトマネージャー", "プロダクトマネージャーです"),
        ("経営企画の", "経営企画を担当"),
    ],
)
async def test_words_meet_however_they_are_written(session: AsyncSession, engine: SearchEngine, text: str, meets: str) -> None:
    person = document(prose(meets))
    await put(session, engine, person, document(prose("庭の手入れとC言語")))
    assert await found(session, engine, text) == [person.id]


async def test_only_the_last_word_may_be_unfinished(session: AsyncSession, engine: SearchEngine) -> None:
    designer = document(name("佐藤 恵"), prose("デザイナー"))
    await put(session, engine, designer, document(prose("弁護士")))
    assert await found(session, engine, "佐藤 デザ") == [designer.id]
    assert await found(session, engine, "satou めぐ") == [designer.id] == await found(session, engine, "sat")
    assert (await engine.search(session, query("デザ 佐藤"))).dropped == ("デザ",)
    assert await found(session, engine, "デザ ") == []


async def test_words_may_stand_in_different_fields(session: AsyncSession, engine: SearchEngine) -> None:
    both = document(name("佐藤 恵"), prose("法務"))
    await put(session, engine, document(name("佐藤 翔"), prose("経理")), both, document(name("田中 翔"), prose("法務")))
    answer = await engine.search(session, query("佐藤 法務"))
    assert [(hit.id, hit.fields) for hit in answer.hits] == [(both.id, ("name", "headline"))]
    assert (answer.total, answer.dropped) == (1, ())


async def test_what_nobody_has_is_dropped_and_said(session: AsyncSession, engine: SearchEngine) -> None:
    lawyer = document(name("佐藤 恵"), prose("法務"))
    await put(session, engine, lawyer)
    answer = await engine.search(session, query("法務 宇宙飛行士"))
    assert [hit.id for hit in answer.hits] == [lawyer.id]
    assert answer.dropped == ("宇宙飛行士",)
    assert (await engine.search(session, query("法務宇宙飛行士"))).dropped == ("宇宙", "飛行士")


async def test_of_words_that_nobody_has_together_the_rarest_comes_first(session: AsyncSession, engine: SearchEngine) -> None:
    rare, common = document(prose("狂言")), [document(prose("採用")) for _ in range(3)]
    await put(session, engine, rare, *common)
    answer = await engine.search(session, query("採用 狂言"))
    assert (answer.hits[0].id, answer.total, answer.exact, answer.dropped) == (rare.id, 4, 0, ("採用",))
    nothing = await engine.search(session, query("ヴァイオリン"))
    assert (nothing.hits, nothing.total, nothing.dropped) == ((), 0, ("ヴァイオリン",))


@pytest.mark.parametrize("text", ["takahsahi", "takahaxi", "tkahashi", "marketign", "たかはち けんた", "シミュレーシヨン"])
async def test_a_slip_in_a_longer_word_is_forgiven(session: AsyncSession, engine: SearchEngine, text: str) -> None:
    person = document(name("髙橋 健太"), name("たかはし けんた", field="reading"), prose("marketing シミュレーション"))
    await put(session, engine, person, document(name("田中 優子")))
    assert await found(session, engine, text) == [person.id]


async def test_short_words_and_words_that_exist_are_taken_as_typed(session: AsyncSession, engine: SearchEngine) -> None:
    sales, design = document(prose("sales")), document(prose("scales"))
    await put(session, engine, sales, design)
    assert await found(session, engine, "sales ") == [sales.id]
    assert await found(session, engine, "salas ") == [sales.id]
    assert await found(session, engine, "salx") == []


async def test_a_name_outranks_prose_and_a_whole_word_one_begun(session: AsyncSession, engine: SearchEngine) -> None:
    body = document(prose("森の話", weight=Weight.FAINT))
    begun = document(name("森田 翔"))
    whole = document(name("森 翔"))
    strong = document(prose("森", weight=Weight.STRONG))
    plain = document(prose("森", weight=Weight.PLAIN))
    await put(session, engine, body, begun, whole, strong, plain)
    assert await found(session, engine, "森") == [whole.id, begun.id, strong.id, plain.id, body.id]


@pytest.mark.parametrize(("told", "asked"), [("Wi-Fi", "wifi"), ("Ph.D.", "phd"), ("Wi-Fi", "Wi-Fi")])
async def test_a_line_is_found_without_its_signs(session: AsyncSession, engine: SearchEngine, told: str, asked: str) -> None:
    person = document(prose(told))
    await put(session, engine, person)
    assert await found(session, engine, asked) == [person.id]


async def test_pages_follow_each_other_and_ties_go_by_id(session: AsyncSession, engine: SearchEngine) -> None:
    documents = newest_first(*(document(prose("採用")) for _ in range(7)))
    await put(session, engine, *documents)
    seen: list[object] = []
    after = None
    while True:
        page = await engine.search(session, replace(query("採用"), limit=3, after=after))
        seen += [hit.id for hit in page.hits]
        assert page.total == 7
        if not page.has_next:
            break
        after = page.hits[-1].after
    assert seen == [each.id for each in documents]


@pytest.mark.parametrize("after", ["", "x", "WyIxIl0", "WyJhIiwgImIiXQ"])
async def test_a_foreign_cursor_is_refused(session: AsyncSession, engine: SearchEngine, after: str) -> None:
    with pytest.raises(BadPage):
        await engine.search(session, replace(query("採用"), after=after))


@pytest.mark.parametrize("text", ["", "  ", "！？", "\x00", "'", "\\", "%", "☺"])
async def test_without_a_word_everything_is_listed(session: AsyncSession, engine: SearchEngine, text: str) -> None:
    documents = newest_first(document(prose("採用")), document(prose("法務")))
    await put(session, engine, *documents)
    assert await found(session, engine, text) == [each.id for each in documents]


@pytest.mark.parametrize("text", ["it's", "a\\b", "a & b", "x:*", "a|!b", "<->", "a\x00b", "\ud800", "𠮷野", "🙂x", "_", "%_", "a" * 5000])
async def test_nothing_typed_breaks_a_search(session: AsyncSession, engine: SearchEngine, text: str) -> None:
    odd = document(prose(text), name(text))
    await put(session, engine, odd)
    answer = await engine.search(session, query(text))
    assert [hit.id for hit in answer.hits] == [odd.id]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("髙橋", ["髙橋 健太", "高橋 優子"]),
        ("高橋", ["高橋 優子", "髙橋 健太"]),
        ("﨑", ["山﨑 翔", "山崎 恵"]),
        ("崎", ["山崎 恵", "山﨑 翔"]),
    ],
)
async def test_the_variant_that_was_typed_comes_first_and_one_kanji_finds_a_name(
    session: AsyncSession, engine: SearchEngine, text: str, order: list[str]
) -> None:
    people = {each: document(name(each)) for each in ("髙橋 健太", "高橋 優子", "山﨑 翔", "山崎 恵")}
    await put(session, engine, *people.values())
    assert await found(session, engine, text) == [people[each].id for each in order]


@pytest.mark.parametrize(
    ("text", "meets"),
    [
        ("HR", "人事の仕事"),
        ("human resources", "人事の仕事"),
        ("someone who worked in human resources", "人事の仕事"),
        ("社労士", "社会保険労務士です"),
        ("board games", "A board game designer"),
        ("元ソニー", "ソニーにいました"),
        ("ソニ―", "ソニーにいました"),
        ("ソ二ー", "ソニーにいました"),
        ("ソニイ", "ソニーにいました"),
        ("おんせいにんしき", "音声認識"),
        ("音声認職", "音声認識"),
        ("最用", "採用"),
        ("日本酒", "日本酒を造る"),
        ("人事に詳しい方を探しています", "人事制度"),
        ("壁うち", "壁打ち"),
        ("アクセシビリティー", "アクセシビリティ"),
        ("boardgames", "ボードゲーム"),
        ("enginer", "エンジニア"),
        ("漁業", "漁協"),
        ("業務システム選び", "在庫のシステム"),
    ],
)
async def test_what_is_meant_is_found(session: AsyncSession, engine: SearchEngine, text: str, meets: str) -> None:
    person = document(prose(meets))
    await put(session, engine, person, document(prose("日本の庭の手入れ")))
    assert await found(session, engine, text) == [person.id]


async def test_what_was_typed_comes_before_other_words_for_it_and_those_before_what_is_near(
    session: AsyncSession, engine: SearchEngine
) -> None:
    typed, same, near, far = (document(prose(each)) for each in ("物流", "ロジスティクス", "在庫管理", "狂言"))
    await put(session, engine, near, far, same, typed)
    answer = await engine.search(session, query("物流"))
    assert ([hit.id for hit in answer.hits], answer.exact, answer.total, answer.dropped) == ([typed.id, same.id, near.id], 2, 3, ())


async def test_a_sentence_describes_and_words_select(session: AsyncSession, engine: SearchEngine) -> None:
    both, one, other = document(prose("経理と狂言")), document(prose("狂言")), document(prose("経理"))
    await put(session, engine, other, one, both, *(document(prose("経理")) for _ in range(2)))
    sentence = await engine.search(session, query("経理もできて狂言もできる人"))
    assert ([hit.id for hit in sentence.hits[:2]], sentence.exact, sentence.dropped) == ([both.id, one.id], 1, ("経理",))
    assert await found(session, engine, "経理 狂言") == [both.id]


async def test_a_faint_word_only_brings_forward(session: AsyncSession, engine: SearchEngine) -> None:
    without, with_it = document(prose("経理を担当")), document(prose("経理の相談"))
    await put(session, engine, with_it, without)
    assert await found(session, engine, "経理の相談") == [with_it.id, without.id]
    assert await found(session, engine, "相談") == [with_it.id]


async def test_a_line_that_is_the_query_comes_before_one_that_has_it(session: AsyncSession, engine: SearchEngine) -> None:
    has_it, is_it = document(prose("採用と労務を担当")), document(prose("採用\n労務", weight=Weight.PLAIN))
    await put(session, engine, is_it, has_it)
    assert await found(session, engine, "採用") == [is_it.id, has_it.id]


@pytest.mark.parametrize(("text", "order"), [("oono", ["大野", "小野"]), ("ohno", ["大野", "小野"]), ("おの", ["小野"])])
async def test_a_long_vowel_that_was_typed_tells_names_apart(
    session: AsyncSession, engine: SearchEngine, text: str, order: list[str]
) -> None:
    people = {"大野": document(name("大野"), name("おおの")), "小野": document(name("小野"), name("おの"))}
    await put(session, engine, *people.values())
    assert await found(session, engine, text) == [people[each].id for each in order]
