"""What every engine says of what it found: which of it has all that was asked for, and which words were taken for others."""

from dataclasses import replace

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from server.search.engine import Condition, FieldText, SearchEngine, Weight
from server.search.japanese.analysis import Kind
from server.search.understood import ReadAs, told_as
from tests.factories.search import ONLY_ME, VERIFIED, document, name, prose, query


async def test_what_has_all_comes_first_however_well_the_rest_meets_a_time(session: AsyncSession, engine: SearchEngine) -> None:
    """A condition orders what has the words, and what is near to them; it puts none of these before the others."""

    def there(year: int) -> FieldText:
        return FieldText("tenure", f"a:{year}", VERIFIED, Weight.FAINT, Kind.VALUES)

    far, well = document(prose("人事"), there(2007)), document(prose("人事"), there(2008))
    near = document(prose("採用"), there(2008))
    await engine.upsert(session, [near, far, well])
    when = Condition("2008年", tuple(frozenset({f"a:{year}"}) for year in (2008, 2009, 2007)))
    answer = await engine.search(session, replace(query("人事"), conditions=(when,)))
    assert ([hit.id for hit in answer.hits], answer.exact) == ([well.id, far.id, near.id], 2)


async def test_a_word_that_nothing_has_is_told_as_what_was_found_for_it(session: AsyncSession, engine: SearchEngine) -> None:
    """Only those words, only where they were read so, and never as what is hidden."""
    seen, hidden = document(name("髙橋 悠"), prose("プロダクト")), document(prose("量子計算", audience=ONLY_ME))
    await engine.upsert(session, [seen, hidden])
    answer = await engine.search(session, query("高橋 プロダグト"))
    assert ([hit.id for hit in answer.hits], [word.text for word in answer.read_as], answer.dropped) == ([seen.id], ["プロダグト"], ())
    assert answer.exact == 0
    assert told_as(answer.read_as, [("プロダクトの設計", Kind.PROSE)]) == (ReadAs("プロダグト", ("プロダクト",)),)
    for typed in ("量子計草", "高橋 量子計草"):
        assert (await engine.search(session, query(typed))).read_as == ()
    for typed in ("高橋", "プロダクト", "高橋 ありえないことば"):
        assert (await engine.search(session, query(typed))).read_as == ()


@pytest.mark.parametrize(
    ("typed", "texts", "meant"),
    [
        ("たかはい", ("髙橋 悠", "たかはし ゆう", "Takahashi Yu"), ("たかはし",)),
        ("takahashu", ("髙橋 龍之介", "たかはし りゅうのすけ", "Takahashi Ryunosuke"), ("Takahashi",)),
        ("takahashu", ("髙橋 龍之介", "たかはし りゅうのすけ"), ("たかはし",)),
        ("takahashu", ("髙橋 龍之介",), ("髙橋",)),
        ("takahashiryunosuku", ("髙橋 龍之介", "たかはし りゅうのすけ"), ("たかはし りゅうのすけ",)),
        ("たかはい", ("渡邉 直樹", "わたなべ なおき"), ()),
    ],
)
async def test_it_is_told_as_people_write_it(
    session: AsyncSession, engine: SearchEngine, typed: str, texts: tuple[str, ...], meant: tuple[str, ...]
) -> None:
    """In the script that was typed where it stands there; what cannot be told is left out."""
    await engine.upsert(session, [document(name("髙橋 龍之介"), name("たかはし りゅうのすけ", field="reading"))])
    answer = await engine.search(session, query(typed))
    told = told_as(answer.read_as, [(text, Kind.NAME) for text in texts])
    assert told == ((ReadAs(typed, meant),) if meant else ())
