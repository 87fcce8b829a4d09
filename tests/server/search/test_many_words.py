"""A query of more words than anybody types is answered, by either engine, and in no more steps than a few."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from server.search.asked import Asked
from server.search.engine import SearchEngine
from server.search.japanese.analysis import default_analyser
from server.search.japanese.words import phrases_of
from server.search.less import less
from server.search.meilisearch.tiers import tiers_of, weight_of
from tests.factories.search import document, name, prose, query

FIELDS = (
    "会計と法務と採用と営業と物流の人 設計と広報と翻訳と教育と医療の人 保険と金融と証券と電池と半導体の人 製造と建築と農業と漁業と林業の人 "
    "観光と宿泊と飲食と小売と卸売の人 通信と放送と出版と印刷と音楽の人 映画と舞台と美術と写真と動画の人 広告と調査と統計と数学と物理の人 "
    "化学と生物と地学と天文と気象の人 海洋と航空と宇宙と鉄道と道路の人"
)


@pytest.mark.parametrize("told", [FIELDS, FIELDS[:60]])
async def test_it_is_answered(session: AsyncSession, engine: SearchEngine, told: str) -> None:
    person = document(name("髙橋"), prose(told.replace("の人", "")))
    await engine.upsert(session, [person])
    found = await engine.search(session, query(FIELDS))
    assert [hit.id for hit in found.hits] == [person.id]


def test_its_tiers_are_few_enough_to_be_told_apart() -> None:
    phrases = phrases_of(FIELDS, default_analyser())
    words = [word for phrase in phrases for word in phrase.words()]
    assert len(words) > 40
    asked = less(Asked(phrases), words, dict.fromkeys(range(len(words)), 1), (phrases,))
    count = len(tiers_of(asked))
    assert 2 < count < 16
    assert weight_of(0, count) < 1e100
