"""Invitations through the front door: sent on purpose, capped, taken up once, declined for good, bounced, and lapsed."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import delete, func, select, update

from server.accounts.model import Member
from server.accounts.rules import TERMS_VERSION, token_hash
from server.audit.model import AuditEntry
from server.groups.model import AlumniGroup, GroupCompany, GroupMembership
from server.kit.clock import now
from server.kit.ids import global_id
from server.people.model import Affiliation, AffiliationReview
from server.rosters.model import InvitationOptOut, Roster, RosterEntry
from server.rosters.reads import email_hash
from tests.factories.people import make_member
from tests.factories.rosters import a_row
from tests.schema.rosters.bringing import INVITATION, Bringing, file_of, token_in
from tests.support.unchanged import unchanged
from tests.support.working import Bouncing, hurry, outbox
from workers.drain import drain
from workers.schedule import clean_up

CAREER = "{ viewer { person { affiliations { company { name } startedOn endedOn verification state department } } } }"


async def one_invited(bringing: Bringing, **changes: str) -> str:
    """Somebody on the list was invited; the token of their link."""
    await bringing.bring(file_of([a_row(1, **changes)]))
    (mail,) = await bringing.invite()
    return token_in(mail)


async def refused(bringing: Bringing, mutation: str, given: dict[str, object], client: object = None) -> tuple[str, str]:
    """Send what must be refused; nothing is written."""
    chosen = client or bringing.app.guest()
    async with unchanged(bringing.app.house.db):
        answer = await chosen.change(mutation, given)  # pyright: ignore[reportAttributeAccessIssue]
    return answer["__typename"], answer["code"]


async def test_the_mail_names_the_group_and_never_the_volunteer(bringing: Bringing) -> None:
    """Why it came, and how to say no for good; the deed is on the record."""
    await bringing.bring(file_of([a_row(1), a_row(2, 氏名="Ada Lovelace")]))
    ja, en = await bringing.invite()
    assert ja.recipient == "nagi1@people.example"
    for mail in (ja, en):
        assert "ひだまり電機アルムナイ" in mail.text
        assert "森 楓" not in mail.text + mail.html
    assert "名簿に、このメールアドレスがあったため" in ja.text
    assert "今後、招待を受け取らない" in ja.text
    assert "No more invitations" in en.text
    assert await bringing.counts() == {"INVITED": 2}
    async with bringing.app.house.db.read() as session:
        entry = (await session.scalars(select(AuditEntry).where(AuditEntry.action == "send_invitations"))).one()
    assert (entry.right, entry.reason) == ("operator", "2")


async def test_the_page_shows_the_group_first_and_uses_nothing_up(bringing: Bringing) -> None:
    """Whoever holds the link reads what the list says of them."""
    token = await one_invited(bringing)
    guest = bringing.app.guest()
    async with unchanged(bringing.app.house.db):
        for _ in range(2):
            invitation = (await guest.ask(INVITATION, {"token": token}))["invitation"]
    assert invitation == {
        "name": "佐藤 凪1",
        "startedOn": "2010-04",
        "endedOn": "2019-09",
        "answered": False,
        "group": {"name": "ひだまり電機アルムナイ", "slug": "hidamari"},
        "company": {"name": "ひだまり電機"},
    }
    assert (await guest.ask(INVITATION, {"token": "no-such-token"}))["invitation"] is None


async def test_a_newcomer_takes_it_up_and_is_a_verified_member(bringing: Bringing) -> None:
    """By a mail to their address; the months of the list are confirmed in the group's name, and what else it said is gone."""
    token = await one_invited(bringing)
    guest = bringing.app.guest()
    answer = await bringing.enter(guest, token)
    assert answer == {"__typename": "SignedIn", "isNew": True, "viewer": {"standing": "VERIFIED"}}
    (affiliation,) = (await guest.ask(CAREER))["viewer"]["person"]["affiliations"]
    assert affiliation == {
        "company": {"name": "ひだまり電機"},
        "startedOn": "2010-04",
        "endedOn": "2019-09",
        "verification": "OPERATOR",
        "state": "CONFIRMED",
        "department": "開発部",
    }
    roster = await bringing.roster(state="ACCEPTED")
    assert roster is not None
    (edge,) = roster["entries"]["edges"]
    assert (edge["node"]["name"], edge["node"]["startedOn"], edge["node"]["person"]) == (None, None, {"name": "佐藤 凪1"})
    async with bringing.app.house.db.read() as session:
        review = (await session.scalars(select(AffiliationReview).where(AffiliationReview.decided_by == bringing.operator_id))).one()
        trail = (await session.scalars(select(AuditEntry).where(AuditEntry.action == "accept_invitation"))).one()
    assert (review.outcome, review.group_id) == ("confirmed", bringing.group_id)
    assert (trail.right, trail.actor == trail.subject_member, trail.group_id) == ("invitation", True, bringing.group_id)
    again = await bringing.bring(file_of([a_row(1)]))
    assert (again["present"], again["added"], again["corrected"]) == (1, 0, 0)


async def test_the_link_alone_writes_nothing(bringing: Bringing) -> None:
    """Whoever holds a forwarded mail has another one sent to the address: no session, no account, and the invitation is as it was."""
    token = await one_invited(bringing)
    for known in (False, True):
        if known:
            async with bringing.app.house.db.transaction() as session:
                member = await make_member(session, "佐藤 凪1", "別の会社", email="nagi1@people.example")
        guest = bringing.app.guest()
        asked = await bringing.accept(guest, token)
        assert (asked["belongs"], asked["viewer"], asked["mail"]) == (False, None, {"email": "nagi1@people.example"})
        await bringing.app.drain()
        assert (await outbox(bringing.app.house.db))[-1].recipient == "nagi1@people.example"
        assert (await guest.ask("{ viewer { standing } }"))["viewer"] is None
        assert await bringing.counts() == {"INVITED": 1}
    async with bringing.app.house.db.read() as session:
        assert await session.get(GroupMembership, (bringing.group_id, member)) is None
        made = select(func.count()).select_from(Member).where(Member.email == "nagi1@people.example")
        assert await session.scalar(made) == 1


async def test_a_link_serves_once_also_for_two_at_once(bringing: Bringing) -> None:
    """One account, whichever mail is answered first; who comes later is told."""
    token = await one_invited(bringing)
    links = [await bringing.answered(token) for _ in range(3)]
    answers = await asyncio.gather(*(bringing.follow(bringing.app.guest(), link) for link in links))
    assert sorted((answer["__typename"], answer["isNew"]) for answer in answers) == [("SignedIn", False)] * 2 + [("SignedIn", True)]
    assert await refused(bringing, "acceptInvitation", {"token": token, "acceptedTermsVersion": TERMS_VERSION}) == (
        "Conflict",
        "InvitationAnswered",
    )
    async with bringing.app.house.db.read() as session:
        made = select(func.count()).select_from(Member).where(Member.email == "nagi1@people.example")
        assert await session.scalar(made) == 1
        belong = select(func.count()).select_from(AuditEntry).where(AuditEntry.action == "accept_invitation")
        assert await session.scalar(belong) == 1


async def test_an_invitation_that_ended_meanwhile_makes_nobody_a_member(bringing: Bringing) -> None:
    """Between the yes and the answer to its mail somebody is taken off: who is new does not come in, who has an account is signed in."""
    await bringing.bring(file_of([a_row(1), a_row(2)]))
    links = [await bringing.answered(token_in(mail)) for mail in await bringing.invite()]
    async with bringing.app.house.db.transaction() as session:
        member = await make_member(session, "佐藤 凪2", "別の会社", email="nagi2@people.example")
        await session.execute(update(Roster).values(lapses_at=now() - timedelta(seconds=1)))
    assert await refused(bringing, "followLink", {"token": links[0]}) == ("NotFound", "InvitationUnknown")
    assert (await bringing.follow(bringing.app.guest(), links[1]))["isNew"] is False
    async with bringing.app.house.db.read() as session:
        assert await session.get(GroupMembership, (bringing.group_id, member)) is None


async def test_the_terms_are_accepted_first(bringing: Bringing) -> None:
    """Those of today; a link that is none is no more than that."""
    token = await one_invited(bringing)
    given = {"token": token, "acceptedTermsVersion": "2020-01-01"}
    assert await refused(bringing, "acceptInvitation", given) == ("Invalid", "TermsNotAccepted")
    for mutation in ("acceptInvitation", "declineInvitations"):
        given = {"token": "no-such-token"} | ({"acceptedTermsVersion": TERMS_VERSION} if mutation == "acceptInvitation" else {})
        assert await refused(bringing, mutation, given) == ("NotFound", "InvitationUnknown")


async def test_who_has_an_account_belongs_once_they_are_signed_in(bringing: Bringing) -> None:
    """By the mail that the yes sends; and a lost answer of who is signed in is given again."""
    async with bringing.app.house.db.transaction() as session:
        member = await make_member(session, "別の 名前", "別の会社", email="nagi1@people.example")
        second = await make_member(session, "佐藤 凪2", "別の会社", email="nagi2@people.example")
    await bringing.bring(file_of([a_row(1), a_row(2)]))
    first, other = await bringing.invite()
    entered = await bringing.enter(bringing.app.guest(), token_in(first))
    assert (entered["__typename"], entered["isNew"]) == ("SignedIn", False)
    client = await bringing.app.as_member(second)
    for _ in range(2):
        answer = await bringing.accept(client, token_in(other))
        assert answer == {
            "__typename": "InvitationAccepted",
            "belongs": True,
            "group": {"slug": "hidamari"},
            "viewer": {"standing": "VERIFIED"},
            "mail": None,
        }
    async with bringing.app.house.db.read() as session:
        states = [(await session.get_one(GroupMembership, (bringing.group_id, each))).state for each in (member, second)]
    assert states == ["approved", "approved"]


async def test_a_forwarded_link_confirms_nobody(bringing: Bringing) -> None:
    """Whatever name its bearer goes by, they apply, and the operators decide; whom it was for takes it up all the same."""
    token = await one_invited(bringing)
    async with bringing.app.house.db.transaction() as session:
        bearer = await make_member(session, "佐藤　凪１", "別の会社", email="else@people.example")
    client = await bringing.app.as_member(bearer)
    for _ in range(2):
        assert (await bringing.accept(client, token))["belongs"] is False
    assert await bringing.counts() == {"INVITED": 1}
    async with bringing.app.house.db.read() as session:
        assert (await session.get_one(GroupMembership, (bringing.group_id, bearer))).state == "applied"
        waits = select(Affiliation.state, Affiliation.verification).where(Affiliation.member_id == bearer)
        state, _ = (await session.execute(waits.order_by(Affiliation.id.desc()).limit(1))).one()
        assert state == "awaiting"
        assert (await session.scalars(select(RosterEntry.member_id))).all() == [None]
    assert (await bringing.enter(bringing.app.guest(), token))["viewer"] == {"standing": "VERIFIED"}
    assert await bringing.counts() == {"ACCEPTED": 1}


async def test_an_invitation_does_not_outlive_the_groups_right(bringing: Bringing) -> None:
    """Of a company that the group gathers no longer it confirms nothing: one applies, also by the mail."""
    await bringing.bring(file_of([a_row(1), a_row(2)]))
    first, second = await bringing.invite()
    async with bringing.app.house.db.transaction() as session:
        member = await make_member(session, "佐藤 凪1", "別の会社", email="nagi1@people.example")
        await session.execute(delete(GroupCompany).where(GroupCompany.group_id == bringing.group_id))
    assert (await bringing.accept(await bringing.app.as_member(member), token_in(first)))["belongs"] is False
    newcomer = bringing.app.guest()
    assert (await bringing.enter(newcomer, token_in(second)))["viewer"] == {"standing": "NEWCOMER"}
    (affiliation,) = (await newcomer.ask(CAREER))["viewer"]["person"]["affiliations"]
    assert affiliation["state"] == "AWAITING"
    assert await bringing.counts() == {"INVITED": 2}


async def test_own_months_are_kept_and_nobody_confirms_their_own(bringing: Bringing) -> None:
    """Who said other months of that time belongs by the list; who brought the list confirms nothing of themselves by it."""
    async with bringing.app.house.db.transaction() as session:
        member = await make_member(session, "佐藤 凪1", "ひだまり電機", email="nagi1@people.example", verified=False)
    token = await one_invited(bringing)
    client = await bringing.app.as_member(member)
    assert (await bringing.accept(client, token))["belongs"] is True
    (affiliation,) = (await client.ask(CAREER))["viewer"]["person"]["affiliations"]
    assert (affiliation["startedOn"], affiliation["state"]) == ("2014-04", "AWAITING")
    await bringing.bring(file_of([a_row(2, 氏名="森 楓", 入社="1990/4", 退社="1995/3")]))
    mail = (await bringing.invite())[-1]
    async with bringing.app.house.db.transaction() as session:
        await session.execute(update(Member).where(Member.id == bringing.operator_id).values(email="nagi2@people.example"))
    assert (await bringing.accept(bringing.operator, token_in(mail)))["belongs"] is True
    own = (await bringing.operator.ask(CAREER))["viewer"]["person"]["affiliations"]
    assert [each["state"] for each in own if each["startedOn"] == "1990-04"] == ["AWAITING"]


async def test_no_for_good(bringing: Bringing) -> None:
    """What every list says of them goes at once; only a hash is left, and the next import keeps and invites nobody of it."""
    token = await one_invited(bringing)
    guest = bringing.app.guest()
    for _ in range(2):
        # The second time as a browser does whose answer was lost.
        given = {"token": token, "clientMutationId": "a-lost-answer"}
        answer = await guest.change("declineInvitations", given, "... on InvitationsDeclined { group { slug } }")
        assert (answer["__typename"], answer["group"]) == ("InvitationsDeclined", {"slug": "hidamari"})
    async with bringing.app.house.db.read() as session:
        assert await session.scalar(select(func.count()).select_from(RosterEntry)) == 0
        (row,) = await session.scalars(select(InvitationOptOut))
    assert (row.email_hash, row.keyed) == (email_hash("nagi1@people.example", bringing.app.house.graph.keyed), True)
    done = await bringing.bring(file_of([a_row(1)]))
    assert done["refused"] == 0
    assert await bringing.counts() == {}
    assert await refused(bringing, "sendInvitations", {"group": bringing.group, "most": 10}, bringing.operator) == (
        "Invalid",
        "NothingToSend",
    )
    assert await refused(bringing, "declineInvitations", {"token": token}) == ("NotFound", "InvitationUnknown")


async def test_no_from_within_a_mail_program(bringing: Bringing) -> None:
    """One call without a cookie, an origin or a question; its address accepts nothing, and opening it uses nothing up."""
    await one_invited(bringing)
    async with bringing.app.house.db.transaction() as session:
        entry = (await session.scalars(select(RosterEntry))).one()
        entry.refusal_hash = token_hash("only-no")
    guest = bringing.app.guest()
    given = {"token": "only-no", "acceptedTermsVersion": TERMS_VERSION}
    assert await refused(bringing, "acceptInvitation", given) == ("NotFound", "InvitationUnknown")
    async with unchanged(bringing.app.house.db):
        opened = await guest.http.get("/invitations/refused/only-no")
        assert (opened.status_code, opened.headers["location"]) == (303, "/invitation/refuse#token=only-no")
        assert (await guest.http.post("/invitations/refused/another")).status_code == 204
    form = {"content-type": "application/x-www-form-urlencoded"}
    for _ in range(2):
        answer = await guest.http.post("/invitations/refused/only-no", content="List-Unsubscribe=One-Click", headers=form)
        assert (answer.status_code, answer.content) == (204, b"")
    done = await bringing.bring(file_of([a_row(1)]))
    assert done["refused"] == 0
    assert await bringing.counts() == {}


async def test_only_who_runs_the_group_invites(bringing: Bringing) -> None:
    """Nobody else, and nothing is written."""
    await bringing.bring(file_of([a_row(1)]))
    given = {"group": bringing.group, "most": 10}
    for name, client in bringing.others.items():
        kind, code = await refused(bringing, "sendInvitations", given, client)
        assert kind in {"NotAllowed", "NotFound"}, (name, code)
    assert await outbox(bringing.app.house.db) == []


async def test_what_is_not_accepted_lapses(bringing: Bringing) -> None:
    """After sixty days: the link, and then the row; the import stays as the record of its ground."""
    await bringing.bring(file_of([a_row(1), a_row(2), a_row(3)]))
    first, second = await bringing.invite(2)
    await bringing.enter(bringing.app.guest(), token_in(first))
    async with bringing.app.house.db.transaction() as session:
        await session.execute(update(Roster).values(lapses_at=now() - timedelta(seconds=1)))
    given = {"token": token_in(second), "acceptedTermsVersion": TERMS_VERSION}
    assert await refused(bringing, "acceptInvitation", given) == ("NotFound", "InvitationUnknown")
    assert (await bringing.app.guest().ask(INVITATION, {"token": given["token"]}))["invitation"] is None
    assert await refused(bringing, "sendInvitations", {"group": bringing.group, "most": 10}, bringing.operator) == (
        "Invalid",
        "NothingToSend",
    )
    await clean_up(bringing.app.house.worker)
    assert await bringing.counts() == {"ACCEPTED": 1}
    roster = await bringing.roster()
    assert roster is not None
    assert [each["added"] for each in roster["imports"]] == [3]


async def test_a_group_that_closed_takes_nobody_in(bringing: Bringing) -> None:
    """Its links and its list end with it."""
    token = await one_invited(bringing)
    await bringing.bring(file_of([a_row(2)]))
    async with bringing.app.house.db.transaction() as session:
        await session.execute(update(AlumniGroup).where(AlumniGroup.id == bringing.group_id).values(state="closed"))
    given = {"token": token, "acceptedTermsVersion": TERMS_VERSION}
    assert await refused(bringing, "acceptInvitation", given) == ("Conflict", "GroupNotOpen")
    assert await refused(bringing, "sendInvitations", {"group": bringing.group, "most": 1}, bringing.operator) == ("NotFound", "NotThere")
    assert (await bringing.app.guest().ask(INVITATION, {"token": token}))["invitation"] is None


async def test_who_is_leaving_takes_nothing_up(bringing: Bringing) -> None:
    """They take the departure back first."""
    token = await one_invited(bringing)
    async with bringing.app.house.db.transaction() as session:
        member = await make_member(session, "佐藤 凪1")
    client = await bringing.app.as_member(member)
    await client.change("askDeparture", {})
    given = {"token": token, "acceptedTermsVersion": TERMS_VERSION}
    assert await refused(bringing, "acceptInvitation", given, client) == ("NotAllowed", "IsLeaving")


async def test_an_address_that_bounces_stops_nobody_else(bringing: Bringing) -> None:
    """It is marked, its link is dead, and no job comes again for it."""
    await bringing.bring(file_of([a_row(1), a_row(2), a_row(3)]))
    await bringing.operator.change("sendInvitations", {"group": bringing.group, "most": 10})
    worker = bringing.app.house.worker
    bouncing = replace(worker, mailer=Bouncing(worker.mailer, "nagi2@people.example"))
    await drain(bouncing)
    await hurry(bringing.app.house.db)
    assert await drain(worker) == 0
    assert [mail.recipient for mail in await outbox(bringing.app.house.db)] == ["nagi1@people.example", "nagi3@people.example"]
    assert await bringing.counts() == {"INVITED": 2, "BOUNCED": 1}
    again = await bringing.bring(file_of([a_row(2)]))
    assert (again["added"], again["present"]) == (0, 1)


REMOVED = "... on RosterEntryRemoved { roster { counts { state count } } }"


async def test_somebody_is_taken_off_the_list(bringing: Bringing) -> None:
    """As they may ask for: by who runs the group alone; their link is dead, and who accepted is a member, and leaves as one."""
    await bringing.bring(file_of([a_row(1), a_row(2)]))
    first, second = await bringing.invite()
    async with bringing.app.house.db.read() as session:
        entries = [global_id("RosterEntry", key) for key in await session.scalars(select(RosterEntry.id).order_by(RosterEntry.id))]
    for name, client in bringing.others.items():
        kind, code = await refused(bringing, "removeRosterEntry", {"entry": entries[0]}, client)
        assert kind in {"NotAllowed", "NotFound"}, (name, code)
    answer = await bringing.operator.change("removeRosterEntry", {"entry": entries[0]}, REMOVED)
    assert {each["state"]: each["count"] for each in answer["roster"]["counts"] if each["count"]} == {"INVITED": 1}
    given = {"token": token_in(first), "acceptedTermsVersion": TERMS_VERSION}
    assert await refused(bringing, "acceptInvitation", given) == ("NotFound", "InvitationUnknown")
    assert await refused(bringing, "removeRosterEntry", {"entry": entries[0]}, bringing.operator) == ("NotFound", "NotThere")
    await bringing.enter(bringing.app.guest(), token_in(second))
    assert await refused(bringing, "removeRosterEntry", {"entry": entries[1]}, bringing.operator) == ("Conflict", "InvitationAnswered")
    async with bringing.app.house.db.read() as session:
        entry = (await session.scalars(select(AuditEntry).where(AuditEntry.action == "remove_roster_entry"))).one()
    assert (entry.right, entry.group_id) == ("operator", bringing.group_id)
