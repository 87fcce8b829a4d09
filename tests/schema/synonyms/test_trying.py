"""The list page by page, and what a word stands for before and while an entry is written."""

from tests.schema.synonyms.writing import LIST, TRIAL, Office, added, listed, removed
from tests.support.unchanged import unchanged


async def test_all_entries_page_by_page(office: Office) -> None:
    """Each once, in their order; an entry that goes meanwhile takes nothing else with it."""
    mine = [await added(office.steward, f"言葉{at}甲", f"言葉{at}乙") for at in range(3)]
    page = (await office.steward.ask(LIST, {"first": 2}))["synonyms"]
    assert [edge["node"] for edge in page["edges"]] == [mine[2], mine[1]]
    await removed(office.second, mine[1])
    seen = [edge["node"]["id"] for edge in page["edges"]]
    while page["pageInfo"]["hasNextPage"]:
        page = (await office.steward.ask(LIST, {"first": 100, "after": page["pageInfo"]["endCursor"]}))["synonyms"]
        seen += [edge["node"]["id"] for edge in page["edges"]]
    assert len(seen) == len(set(seen))
    assert len(seen) == page["totalCount"] + 1
    assert mine[0]["id"] in seen
    for after in ("x", "W10", "WyItMSIsICJ4Il0"):
        assert (await office.steward.answer(LIST, {"first": 2, "after": after}))["errors"]


async def test_entries_are_found_by_any_of_their_words(office: Office) -> None:
    """In other spellings, and by what is near; nothing that is typed breaks it."""
    entry = await added(office.steward, "ほげほげ", "Fuga Lab", near=("ぞうさん",))
    for text in ("ﾎｹﾞ", "fuga", "ＦＵＧＡ", "ぞうさん"):
        assert await listed(office.steward, text) == [entry]
    for text in ("ない言葉です", "' OR 1=1 --", "%", "𠮷" * 300, "\u202e", "あ" * 10_000):
        assert isinstance(await listed(office.steward, text), list)


async def test_a_word_is_tried_out(office: Office) -> None:
    """What it stands for, what is near, what says nothing; with a draft, as it would be, and nothing is written."""
    async with unchanged(office.app.house.db):
        tried = (await office.steward.ask(TRIAL, {"text": "人事"}))["synonymTrial"]
        (word,) = tried["words"]
        assert (word["text"], word["needed"]) == ("人事", True)
        assert {"HR", "human resources"} <= set(word["same"])
        assert "採用" in word["near"]
        draft = {"words": ["人事", "ひと係"]}
        (word,) = (await office.steward.ask(TRIAL, {"text": "ひと係", "draft": draft}))["synonymTrial"]["words"]
        assert word["same"] == ["人事"]
        words = (await office.steward.ask(TRIAL, {"text": "Human Resources 大阪"}))["synonymTrial"]["words"]
        assert [each["text"] for each in words] == ["Human Resources", "大阪"]
        for text in ("", "！", "\u202e", "あ" * 10_000, "' OR 1=1 --"):
            assert (await office.steward.ask(TRIAL, {"text": text}))["synonymTrial"]["joined"] == []


async def test_a_word_that_joins_entries_is_told(office: Office) -> None:
    """One that is being written, against all that stands; and one that was written, when it is tried."""
    draft = {"words": ["人事", "物流"]}
    tried = (await office.steward.ask(TRIAL, {"text": "", "draft": draft}))["synonymTrial"]
    joined = {each["word"]: each["entries"] for each in tried["joined"]}
    assert joined.keys() == {"人事", "物流"}
    assert all("人事" in entry["words"] for entry in joined["人事"])
    entry = await added(office.steward, "人事", "物流")
    tried = (await office.steward.ask(TRIAL, {"text": "物流"}))["synonymTrial"]
    assert [each["word"] for each in tried["joined"]] == ["物流"]
    assert entry["id"] in {each["id"] for each in tried["joined"][0]["entries"]}
    tried = (await office.steward.ask(TRIAL, {"text": "", "draft": draft | {"synonym": entry["id"]}}))["synonymTrial"]
    assert entry["id"] not in {each["id"] for each in tried["joined"][0]["entries"]}
    (word,) = (await office.steward.ask(TRIAL, {"text": "HR"}))["synonymTrial"]["words"]
    assert "物流" not in word["same"]
