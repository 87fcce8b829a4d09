"""Stewards add, change, switch off and bring back what words stand for; nobody else sees or changes any of it."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import select

from server.audit.model import AuditEntry, AuditPseudonym
from server.kit.limits import Limits
from server.kit.settings import Settings
from server.synonyms.model import Synonym, SynonymState
from server.synonyms.rules import MOST_ENTRIES
from tests.factories.people import make_member
from tests.schema.synonyms.writing import LIST, TRIAL, Office, added, edited, listed, refused, removed, restored, stands_for
from tests.support.running import running
from tests.support.unchanged import unchanged


async def test_an_entry_of_the_stewards_own(office: Office) -> None:
    """It is there for the other steward, first in the list; changed, it says something else; removed, it is gone."""
    entry = await added(office.steward, "ほげほげ", "ふがふが", near=("ぞうさん",))
    assert (entry["origin"], entry["off"], entry["near"]) == ("ADDED", False, ["ぞうさん"])
    assert (await listed(office.second))[0] == entry
    assert await stands_for(office.second, "ほげほげ") == {"ふがふが"}
    entry = await edited(office.second, entry, "ほげほげ", "かもしか")
    assert (entry["words"], entry["near"]) == (["ほげほげ", "かもしか"], [])
    assert await listed(office.steward, "かもしか") == [entry]
    assert await listed(office.steward, "ふがふが") == []
    assert await removed(office.steward, entry) is None
    assert await listed(office.steward, "かもしか") == []
    assert await stands_for(office.second, "ほげほげ") == set()


async def test_an_entry_that_is_shipped(office: Office) -> None:
    """Switched off, back on by being changed, and as it was again; then nothing of it is kept."""
    (shipped, *_) = await listed(office.steward, "ヒューマンリソース")
    assert shipped["origin"] == "SHIPPED"
    off = await removed(office.steward, shipped)
    assert off is not None
    assert (off["off"], off["words"], off["origin"]) == (True, shipped["words"], "SHIPPED")
    assert (await listed(office.steward))[0] == off
    assert "HR" not in await stands_for(office.steward, "人事")
    changed = await edited(office.second, off, "人事", "ひと係")
    assert (changed["origin"], changed["off"]) == ("CHANGED", False)
    assert await stands_for(office.steward, "人事") == {"ひと係"}
    assert await restored(office.steward, changed) == shipped
    assert "HR" in await stands_for(office.steward, "人事")
    async with office.app.house.db.read() as session:
        assert (await session.scalars(select(Synonym))).all() == []


async def test_what_changes_nothing_writes_nothing(office: Office) -> None:
    """The same words in another spelling, and what is off already; the first spelling was kept."""
    entry = await added(office.steward, "サーバー係", "ほげほげ", "ほげほげ", " サーバ係 ")
    assert entry["words"] == ["サーバー係", "ほげほげ"]
    (shipped, *_) = await listed(office.steward, "ヒューマンリソース")
    off = await removed(office.steward, shipped)
    async with unchanged(office.app.house.db, but=["mutation_outcome"]):
        assert await edited(office.steward, entry, "サーバー係", "ほげほげ") == entry
        assert off is not None
        assert await removed(office.steward, off) == off


@pytest.mark.parametrize(
    ("words", "near", "kind", "code", "field"),
    [
        (["ほげほげ"], [], "Invalid", "AloneAWord", "words"),
        (["ほげほげ", "！？"], [], "Invalid", "NoWord", "words"),
        (["ほげほげ", "あ" * 41], [], "Invalid", "TooLong", "words"),
        (["ほげほげ"], ["い" * 10_000], "Invalid", "TooLong", "near"),
        ([f"言葉{at}" for at in range(21)], [], "Invalid", "TooMany", "words"),
        (["ほげほげ", "社内で人を育てて評価する仕組みを作る仕事"], [], "Invalid", "WordOfManyParts", "words"),
        (["ほげほげ", "ふが"], ["ほげほげ"], "Invalid", "SameAndNear", "near"),
        (["hr", "人事"], ["採用"], "Conflict", "AlreadySaid", None),
        (["人事", "労務"], [], "Conflict", "SaidOtherwise", None),
        (["人事", "'; DROP TABLE synonym; --' OR 1=1 {x} <b>"], [], "Invalid", "TooLong", "words"),
    ],
)
async def test_what_is_refused(office: Office, words: list[str], near: list[str], kind: str, code: str, field: str | None) -> None:
    """Added or edited, in both languages; nothing is written."""
    entry = await added(office.steward, "もとの言葉", "別の言葉")
    expected = {"__typename": kind, "code": code} | ({"field": field} if field else {})
    assert await refused(office, office.steward, "addSynonym", {"words": words, "near": near}) == expected
    given = {"synonym": entry["id"], "version": entry["version"], "words": words, "near": near}
    assert await refused(office, office.steward, "editSynonym", given) == expected


async def test_only_stewards_see_and_change_them(office: Office) -> None:
    """An operator reads nothing and changes nothing, a member does not even knock, and a steward signed in by mail alone is no steward."""
    entry = await added(office.steward, "ほげほげ", "ふがふが")
    weak = await office.app.as_member(office.steward_id, method="mail")
    ask = {"first": 3, "text": "人事"}
    assert (await office.operator.ask(LIST, ask))["synonyms"] is None
    assert (await office.operator.ask(TRIAL, {"text": "人事"}))["synonymTrial"] is None
    assert (await office.operator.ask(f'{{ node(id: "{entry["id"]}") {{ id }} }}'))["node"] is None
    assert (await office.steward.ask(f'{{ node(id: "{entry["id"]}") {{ id }} }}'))["node"] == {"id": entry["id"]}
    named = {"synonym": entry["id"], "version": entry["version"]}
    for mutation, given in (
        ("addSynonym", {"words": ["かもしか", "ぞうさん"]}),
        ("editSynonym", named | {"words": ["かもしか", "ぞうさん"]}),
        ("removeSynonym", named),
        ("restoreSynonym", named),
    ):
        assert (await refused(office, office.operator, mutation, given))["code"] == "StewardsKeepWords"
        assert (await refused(office, office.reader, mutation, given))["code"] == "NotAnOperator"
        assert (await refused(office, weak, mutation, given))["code"] == "NotAnOperator"
    for client in (office.reader, weak, office.app.guest()):
        assert "errors" in await client.answer(LIST, ask)


async def test_two_stewards_at_once(office: Office) -> None:
    """Who comes second reads it again; of two who add the same, one is told that it is said."""
    entry = await added(office.steward, "ほげほげ", "ふがふが")
    await edited(office.second, entry, "ほげほげ", "かもしか")
    named = {"synonym": entry["id"], "version": entry["version"]}
    for mutation, given in (
        ("editSynonym", named | {"words": ["ほげほげ", "ぞうさん"]}),
        ("removeSynonym", named),
        ("restoreSynonym", named),
    ):
        assert await refused(office, office.steward, mutation, given) == {"__typename": "Conflict", "code": "EntryChanged"}
    given = {"words": ["ペンギン", "企鵝"]}
    both = await asyncio.gather(office.steward.change("addSynonym", given), office.second.change("addSynonym", given))
    assert sorted(answer["__typename"] for answer in both) == ["Conflict", "SynonymAdded"]
    fresh = (await listed(office.steward, "かもしか"))[0]
    gone = {"synonym": fresh["id"], "version": fresh["version"]}
    assert (await refused(office, office.steward, "restoreSynonym", gone))["code"] == "NothingToRestore"
    await removed(office.steward, fresh)
    assert await refused(office, office.second, "removeSynonym", gone) == {"__typename": "NotFound", "code": "NotThere"}


async def test_there_is_an_end_to_them(office: Office) -> None:
    """As many of the stewards' own as are kept; what is shipped does not count."""
    async with office.app.house.db.transaction() as session:
        session.add_all(Synonym(words=[f"語{at}甲", f"語{at}乙"], near=[]) for at in range(MOST_ENTRIES))
    given = {"words": ["ほげほげ", "ふがふが"]}
    assert await refused(office, office.steward, "addSynonym", given) == {"__typename": "Conflict", "code": "TooManyEntries"}
    (shipped, *_) = await listed(office.steward, "ヒューマンリソース")
    await edited(office.steward, shipped, "人事", "ほげほげ")


async def test_every_change_stands_in_the_audit_trail(office: Office) -> None:
    """Under the steward's pseudonym, with what the entry said before and says now; a repeated press does it once."""
    given: dict[str, Any] = {"words": ["ほげほげ", "ふがふが"], "near": ["ぞうさん"], "clientMutationId": "add-once-please"}
    for _ in range(2):
        await office.steward.change("addSynonym", given)
    (entry,) = await listed(office.steward, "ほげほげ")
    entry = await edited(office.steward, entry, "ほげほげ", "かもしか")
    await removed(office.steward, entry)
    async with office.app.house.db.read() as session:
        rows = (await session.scalars(select(AuditEntry).where(AuditEntry.subject_kind == "synonym").order_by(AuditEntry.id))).all()
        pseudonym = await session.scalar(select(AuditPseudonym.pseudonym).where(AuditPseudonym.member_id == office.steward_id))
        state = (await session.scalars(select(SynonymState))).one()
    assert [(row.action, row.reason) for row in rows] == [
        ("add_synonym", "→ ほげほげ = ふがふが ~ ぞうさん"),
        ("edit_synonym", "ほげほげ = ふがふが ~ ぞうさん → ほげほげ = かもしか"),
        ("remove_synonym", "ほげほげ = かもしか →"),
    ]
    assert {(row.actor, row.right) for row in rows} == {(pseudonym, "steward")}
    assert (state.version, state.kept) == (3, 0)


async def test_they_are_not_changed_without_end(database_url: str) -> None:
    """Beyond the cap it takes an hour; nothing is written, and looking has a cap of its own."""
    caps = Limits({"synonyms.change": "1/30minutes", "synonyms.try": "2/30minutes"})
    async with running(database_url, Settings(_env_file=None), limits=caps) as app:
        async with app.house.db.transaction() as session:
            member = await make_member(session, "事務 花", is_steward=True)
        steward = await app.as_member(member)
        await added(steward, "ほげほげ", "ふがふが")
        async with unchanged(app.house.db):
            answer = await steward.change("addSynonym", {"words": ["かもしか", "ぞうさん"]})
        assert (answer["__typename"], answer["code"]) == ("TooMany", "TooOften")
        assert await listed(steward, "ほげほげ")
        assert await stands_for(steward, "ほげほげ") == {"ふがふが"}
        for query, variables in ((LIST, {"first": 1}), (TRIAL, {"text": "人事"})):
            assert (await steward.answer(query, variables))["errors"][0]["extensions"]["code"] == "TooOften"
