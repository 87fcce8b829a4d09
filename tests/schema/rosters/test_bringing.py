"""A list is brought through the front door: previewed, imported, repeated; by whom, on which ground, and what no file may do."""

import asyncio
from datetime import datetime, timedelta
from hashlib import sha256

import pytest
from sqlalchemy import select

from server.audit.model import AuditEntry
from server.kit.clock import now
from server.kit.jobs import one_at_a_time
from server.rosters.model import InvitationOptOut
from server.rosters.reads import email_hash
from tests.factories.people import make_member
from tests.factories.rosters import HEADINGS, a_row, as_bomb, as_csv, as_sheet, as_workbook, xml_row
from tests.schema.rosters.bringing import CONSENT, Bringing, file_of
from tests.support.unchanged import unchanged
from tests.support.working import outbox
from workers.schedule import clean_up

MIXED = as_csv([a_row(1)], "cp932") + ",".join(a_row(2)).encode() + b"\r\n\x81,broken\x81\r\n" + ",".join(a_row(3)).encode("cp932")

ASKED = ("someone@people.example", "in@people.example", "nagi1@people.example")


async def listed(bringing: Bringing) -> list[dict[str, str]]:
    """Who stands on the list."""
    roster = await bringing.roster()
    assert roster is not None
    return [edge["node"] for edge in roster["entries"]["edges"]]


async def test_a_preview_keeps_nothing(bringing: Bringing) -> None:
    """It tells what would go in, and every problem in its column, in the caller's language."""
    content = file_of([a_row(1, 会社="ＨＩＤＡＭＡＲＩ"), a_row(2, メール="佐藤", 入社="2010年"), a_row(3, メール="in@people.example")])
    async with unchanged(bringing.app.house.db):
        answer = (await bringing.send("preview", content)).json()
    assert (answer["new"], answer["present"], answer["refused"]) == (2, 0, 1)
    assert set(answer["columns"]) == {"name", "reading", "email", "company", "started", "ended", "department", "title"}
    assert (answer["good"][0]["name"], answer["good"][0]["started_on"]) == ("佐藤 凪1", "2010-04-01")
    (bad,) = answer["bad"]
    assert (bad["line"], bad["cells"][0]) == (3, "佐藤 凪2")
    assert [(reason["column"], reason["called"], reason["code"]) for reason in bad["reasons"]] == [
        ("email", "メール", "BadEmail"),
        ("started", "入社", "YearAlone"),
    ]


async def test_good_rows_go_in_and_nobody_is_seen_or_written_to(bringing: Bringing) -> None:
    """The import is on the record with its ground; who is on the list is no member, and gets no mail."""
    done = await bringing.bring(file_of([a_row(1), a_row(2), a_row(3, メール="")]))
    assert done == {"added": 2, "corrected": 0, "present": 0, "refused": 1}
    roster = await bringing.roster()
    assert roster is not None
    (one,) = roster["imports"]
    assert (one["consent"], one["importedBy"], one["added"], one["refused"]) == (CONSENT, {"name": "森 楓"}, 2, 1)
    lives = datetime.fromisoformat(one["lapsesAt"]) - datetime.fromisoformat(one["importedAt"])
    assert lives == timedelta(days=60)
    first = roster["entries"]["edges"][0]["node"]
    assert (first["email"], first["state"], first["startedOn"], first["person"]) == ("nagi1@people.example", "WAITING", "2010-04", None)
    await bringing.app.drain()
    assert await outbox(bringing.app.house.db) == []
    found = await bringing.operator.ask('{ people(first: 10, text: "佐藤 凪1") { edges { node { name } } } }')
    assert found["people"]["edges"] == []
    async with bringing.app.house.db.read() as session:
        entry = (await session.scalars(select(AuditEntry))).one()
    assert (entry.right, entry.action, entry.reason, entry.group_id) == ("operator", "import_roster", CONSENT, bringing.group_id)


async def test_a_list_is_repeated_without_doubles(bringing: Bringing) -> None:
    """What is said otherwise now is corrected; who is there is there; who left the file stays until the list lapses."""
    rows = [a_row(number) for number in range(1, 6)]
    await bringing.bring(file_of(rows))
    again = await bringing.bring(as_workbook(rows))
    assert again == {"added": 0, "corrected": 0, "present": 5, "refused": 0}
    mended = await bringing.bring(as_csv([a_row(1, 氏名="佐藤 なぎ", メール="NAGI1@people.example"), a_row(6)]))
    assert mended == {"added": 1, "corrected": 1, "present": 0, "refused": 0}
    roster = await bringing.roster()
    assert roster is not None
    assert [edge["node"]["name"] for edge in roster["entries"]["edges"]][:2] == ["佐藤 なぎ", "佐藤 凪2"]
    assert await bringing.counts() == {"WAITING": 6}


async def test_the_same_person_three_times(bringing: Bringing) -> None:
    """Once; the others are told as repeats."""
    content = file_of([a_row(1), a_row(2, メール="nagi1@people.example"), a_row(3, メール="ＮＡＧＩ1@people.example")])
    done = await bringing.bring(content)
    assert (done["added"], done["refused"]) == (1, 2)
    told = (await bringing.send("preview", content)).json()["bad"]
    assert [(row["line"], row["reasons"][0]["code"]) for row in told] == [(3, "RepeatedRow"), (4, "RepeatedRow")]


async def test_mixed_encodings_lose_one_line(bringing: Bringing) -> None:
    """The others go in."""
    done = await bringing.bring(MIXED)
    assert (done["added"], done["refused"]) == (3, 1)


async def test_a_formula_is_neither_worked_out_nor_kept(bringing: Bringing) -> None:
    """Of a workbook what it showed counts, and it showed nothing; in a CSV it is a fault."""
    rows = [["=A3", None, "a@people.example", None, "2010/4", "2019/9", None, None], a_row(2, 部署="=1+1")]
    told = (await bringing.send("preview", as_workbook(rows))).json()
    assert [[reason["code"] for reason in row["reasons"]] for row in told["bad"]] == [["Missing"]]
    assert told["good"][0]["department"] is None
    told = (await bringing.send("preview", as_csv([a_row(2, 部署="=1+1")]))).json()
    assert [[reason["code"] for reason in row["reasons"]] for row in told["bad"]] == [["FormulaCell"]]


def said_no(bringing: Bringing, email: str) -> InvitationOptOut:
    """An address that wants no invitation."""
    return InvitationOptOut(email_hash=email_hash(email, bringing.app.house.graph.keyed), keyed=True)


async def test_who_is_in_already_and_who_wants_no_invitation_are_not_kept(bringing: Bringing) -> None:
    """A member of the group by their address; and an address of which only the hash says no."""
    async with bringing.app.house.db.transaction() as session:
        session.add(said_no(bringing, "nagi2@people.example"))
        await make_member(session, "別の 人", email="nagi3@people.example")
    done = await bringing.bring(file_of([a_row(1, メール="IN@people.example"), a_row(2), a_row(3)]))
    assert done == {"added": 3, "corrected": 0, "present": 0, "refused": 0}
    roster = await bringing.roster()
    assert roster is not None
    assert [edge["node"]["email"] for edge in roster["entries"]["edges"]] == ["nagi3@people.example"]


def plain_hash(email: str) -> bytes:
    """What an earlier release kept of an address: whoever guessed it could tell that it said no."""
    return sha256(f"engawa invitation {email}".encode()).digest()


async def test_a_no_that_was_kept_without_the_secret_goes_on_and_is_keyed(bringing: Bringing) -> None:
    """An earlier release may write them while this one runs; twice is once, and when they were said stays."""
    said = now() - timedelta(days=3)
    async with bringing.app.house.db.transaction() as session:
        session.add_all(InvitationOptOut(email_hash=plain_hash(f"nagi{number}@people.example"), at=said) for number in (1, 2))
        keyed = email_hash("nagi2@people.example", bringing.app.house.graph.keyed)
        session.add(InvitationOptOut(email_hash=keyed, keyed=True, at=said))
    for _ in range(2):
        await bringing.bring(file_of([a_row(1), a_row(2)]))
        assert await bringing.counts() == {}
        await clean_up(bringing.app.house.worker)
    async with bringing.app.house.db.read() as session:
        rows = (await session.scalars(select(InvitationOptOut))).all()
    expected = {email_hash(f"nagi{number}@people.example", bringing.app.house.graph.keyed) for number in (1, 2)}
    assert {row.email_hash for row in rows} == expected
    assert {(row.keyed, row.at) for row in rows} == {(True, said)}


async def test_a_list_of_one_address_asks_nothing(bringing: Bringing) -> None:
    """Whether it is a member's, said no, or is new: the answers are the same; of five it is told that they are in no need."""
    async with bringing.app.house.db.transaction() as session:
        session.add(said_no(bringing, "nagi1@people.example"))
    for step in ("preview", "import"):
        one, two, three = [(await bringing.send(step, file_of([a_row(9, メール=each)]))).text.replace(each, "") for each in ASKED]
        assert one == two == three
    async with bringing.app.house.db.transaction() as session:
        session.add_all(said_no(bringing, f"nagi{number}@people.example") for number in range(2, 5))
    five = file_of([*(a_row(number) for number in range(1, 5)), a_row(5, メール="in@people.example"), a_row(6)])
    found = (await bringing.send("preview", five)).json()
    assert (found["new"], found["present"]) == (1, 5)
    done = await bringing.bring(five)
    assert (done["added"], done["present"]) == (1, 5)
    assert [each["email"] for each in await listed(bringing)] == [ASKED[0], "nagi6@people.example"]


async def test_bad_rows_come_back_as_a_file(bringing: Bringing) -> None:
    """For Excel: with a mark, reasons in words, and no cell that is calculated."""
    formula = '=HYPERLINK("https://x.example")'
    rows = [a_row(1), a_row(2, 氏名='"' + formula.replace('"', '""') + '"', 部署="@部", 役職="+81"), a_row(3, 退社="1999/1")]
    answer = await bringing.send("rejects", as_csv(rows))
    assert answer.content.startswith("\ufeff行番号,取り込めなかった理由,氏名".encode())
    assert "attachment" in answer.headers["content-disposition"]
    lines = answer.text.splitlines()[1:]
    assert [line.split(",")[0] for line in lines] == ["3", "4"]
    assert "氏名: 計算式が入っています" in lines[0]
    assert "退社: " in lines[1]
    assert "\"'=HYPERLINK" in lines[0]
    assert "'@部" in lines[0]
    assert ",'+81" in lines[0]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (as_csv([a_row(1)], headings=["備考" if heading == "メール" else heading for heading in HEADINGS]), "MissingColumn"),
        (b"", "EmptyFile"),
        (b"\xd0\xcf\x11\xe0 old", "OldExcel"),
        (as_bomb(), "HugeFile"),
        (as_sheet("".join(xml_row(number * 100_000 + 1, ["x"]) for number in range(10))), "TooManyRows"),
        (as_sheet(xml_row(1, ["x"] * 300_000)), "HugeFile"),
        (as_sheet(xml_row(1, [f"{number}" for number in range(300)])), "TooManyColumns"),
        (as_csv([], headings=[*HEADINGS, *map(str, range(500_000))]), "TooManyColumns"),
    ],
)
@pytest.mark.parametrize("step", ["preview", "import", "rejects"])
async def test_files_that_are_no_lists(bringing: Bringing, step: str, content: bytes, code: str) -> None:
    """One clear refusal each, and nothing is kept."""
    assert await bringing.refused(step, content) == (422, code)


async def test_three_hundred_thousand_rows(bringing: Bringing) -> None:
    """More than can be invited before a list lapses: refused at the first row over the limit, and nothing is kept."""
    line = (",".join(a_row(1)) + "\r\n").encode()
    huge = as_csv([], "utf-8") + line * 300_000
    assert await bringing.refused("import", huge) == (422, "HugeFile")
    short = ("a@people.example,x,2010/4,2011/3\r\n" * 300_000).encode()
    async with unchanged(bringing.app.house.db):
        last = (await bringing.send("import", "メール,氏名,入社,退社\r\n".encode() + short)).text.splitlines()[-1]
    assert '"TooManyRows"' in last
    assert await bringing.refused("preview", "メール,氏名,入社,退社\r\n".encode() + short) == (422, "TooManyRows")


async def test_only_who_runs_the_group_brings_its_list(bringing: Bringing) -> None:
    """No deputy, contact, member, steward, operator of another group, nor their own weak session; the list is not there for them."""
    content = file_of([a_row(1)])
    await bringing.bring(content)
    for name, client in bringing.others.items():
        expected = (401, "NotSignedIn") if name == "guest" else (404, "NotThere")
        for step in ("preview", "import", "rejects"):
            assert await bringing.refused(step, content, client) == expected, name
        if name in {"deputy", "outsider", "steward"}:
            assert await bringing.roster(client) is None, name
        answer = await client.answer("query R($g: ID!) { roster(group: $g) { counts { count } } }", {"g": bringing.group})
        assert not (answer.get("data") or {}).get("roster"), name


async def test_a_ground_is_needed(bringing: Bringing) -> None:
    """And it has an end."""
    assert await bringing.refused("import", file_of([a_row(1)]), consent=" ") == (422, "NoConsent")
    assert await bringing.refused("import", file_of([a_row(1)]), consent="あ" * 501) == (422, "TooLong")


async def test_other_doors_are_shut(bringing: Bringing) -> None:
    """Another origin, another type of content, a group that is none."""
    client = bringing.operator
    kind = {"content-type": "application/octet-stream"}
    where = f"/rosters/{bringing.group}/preview"
    assert (await client.http.post(where, content=b"x", headers=kind | {"origin": "https://evil.example"})).status_code == 403
    assert (await client.http.post(where, content=b"x", headers={"origin": client.base, "content-type": "text/csv"})).status_code == 415
    none = await client.http.post("/rosters/nothing/preview", content=b"x", headers=kind | {"origin": client.base})
    assert (none.status_code, none.json()["code"]) == (404, "NotThere")


async def test_who_hangs_up_has_changed_nothing_and_two_at_once_bring_nobody_twice(bringing: Bringing) -> None:
    """An import that is broken off is taken back, and its place is free for the next one."""
    client = bringing.operator
    content = file_of([a_row(number) for number in range(20_000)])
    headers = {"origin": client.base, "content-type": "application/octet-stream"}
    async with unchanged(bringing.app.house.db):
        address = f"/rosters/{bringing.group}/import"
        async with client.http.stream("POST", address, content=content, headers=headers, params={"consent": CONSENT}) as answer:
            assert answer.headers["content-type"] == "application/x-ndjson"
            await anext(answer.aiter_bytes())
        await eventually_free(bringing)
    small = file_of([a_row(number) for number in range(50)])
    done = await asyncio.gather(bringing.bring(small), bringing.bring(small))
    assert sorted(each["added"] for each in done) == [0, 50]
    assert await bringing.counts() == {"WAITING": 50}


async def eventually_free(bringing: Bringing) -> None:
    """Wait until nobody is at work on the group's list."""
    async with bringing.app.house.db.transaction() as session:
        await one_at_a_time(session, f"roster:{bringing.group_id}")
