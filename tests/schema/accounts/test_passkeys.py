"""Passkeys through the front door: made, named, removed, and signing in; a made-up answer of any kind changes nothing."""

import asyncio
import json
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from server.accounts.model import Challenge, Member, Passkey, SignInSession
from server.kit.clock import now
from server.kit.ids import MemberId, global_id, uuid7
from tests.factories.passkeys import SoftKey
from tests.factories.people import make_member
from tests.schema.accounts.proving import asked, grow_old, key_for, register, safety
from tests.support.running import Application, Client
from tests.support.unchanged import unchanged

SIGNED_IN = "... on SignedIn { isNew viewer { email needsSecondFactor sessions { current method strong } } }"
YU = "yu@people.example"


@pytest.fixture
async def member(app: Application) -> MemberId:
    """A member."""
    async with app.house.db.transaction() as session:
        return await make_member(session, email=YU)


@pytest.fixture
async def own(app: Application, member: MemberId) -> Client:
    """A browser on which the member has just signed in by mail."""
    return await app.as_member(member, method="mail")


@pytest.fixture
async def key(app: Application, own: Client) -> SoftKey:
    """A passkey of the member's."""
    found = key_for(app)
    assert (await register(own, found))["__typename"] == "PasskeyRegistered"
    return found


async def another(app: Application) -> Client:
    """A browser of another member."""
    async with app.house.db.transaction() as session:
        member = await make_member(session, "佐藤 花")
    return await app.as_member(member, method="mail")


async def sign_in(client: Client, credential: str) -> dict[str, object]:
    return await client.change("signInWithPasskey", {"credential": credential}, SIGNED_IN)


async def test_a_passkey_is_made_and_signs_in(app: Application, own: Client, member: MemberId, key: SoftKey) -> None:
    """Nobody types an address; the session it opens is strong; open connections were told to ask anew."""
    (kept,) = (await safety(own))["passkeys"]
    assert (kept["name"], kept["lastUsedAt"]) == ("スマートフォン", None)
    guest = app.guest()
    answer = await sign_in(guest, key.answer(await asked(guest)))
    assert answer["viewer"] == {
        "email": YU,
        "needsSecondFactor": False,
        "sessions": [{"current": True, "method": "PASSKEY", "strong": True}, {"current": False, "method": "MAIL", "strong": True}],
    }
    assert await guest.ask("{ viewer { email } }") == {"viewer": {"email": YU}}
    assert (await safety(own))["passkeys"][0]["lastUsedAt"] is not None
    async with app.house.db.read() as session:
        assert (await session.get_one(Member, member)).authz_version == 1


async def test_what_is_asked_wants_the_owner_and_names_nobody(app: Application, own: Client, key: SoftKey) -> None:
    """A guest is asked for any passkey of this host; a member only for their own; the owner is verified each time."""
    guest, mine = json.loads(await asked(app.guest())), json.loads(await asked(own))
    assert (guest["rpId"], guest["allowCredentials"], guest["userVerification"]) == ("localhost", [], "required")
    assert len(mine["allowCredentials"]) == 1
    assert YU not in json.dumps(guest)
    made = json.loads((await own.change("beginPasskey", {}, "... on PasskeyBegun { options }"))["options"])
    assert made["authenticatorSelection"] == {"residentKey": "required", "requireResidentKey": True, "userVerification": "required"}
    assert (made["excludeCredentials"][0]["id"], made["attestation"]) == (mine["allowCredentials"][0]["id"], "none")


async def test_a_replayed_answer_is_refused(app: Application, key: SoftKey) -> None:
    """Also several at once: one of them opens a session."""
    guest = app.guest()
    credential = key.answer(await asked(guest))
    answers = await asyncio.gather(*(sign_in(app.guest(), credential) for _ in range(3)))
    assert sorted(str(each["__typename"]) for each in answers) == ["Conflict", "Conflict", "SignedIn"]
    async with unchanged(app.house.db):
        again = await sign_in(app.guest("en"), credential)
    assert (again["__typename"], again["code"]) == ("Conflict", "ChallengeOver")
    assert "start once more" in str(again["message"])


@pytest.mark.parametrize(
    "lie",
    [
        {"origin": "https://engawa.example.net"},
        {"host": "engawa.example.net"},
        {"verifies": False},
        {"count": -1},
        {"credential_id": b"somebody's"},
        {"_private": SoftKey("")._private},
        {"member": uuid7()},
    ],
    ids=[
        "another origin",
        "another relying party",
        "owner not verified",
        "a count that goes back",
        "unknown",
        "another key",
        "another owner",
    ],
)
async def test_an_answer_that_does_not_fit_is_refused(app: Application, key: SoftKey, lie: dict[str, object]) -> None:
    """All in the same words, and nothing is written."""
    guest = app.guest()
    assert (await sign_in(guest, key.answer(await asked(guest))))["__typename"] == "SignedIn"
    for name, value in lie.items():
        setattr(key, name, value)
    other = app.guest()
    credential = key.answer(await asked(other))
    async with unchanged(app.house.db):
        answer = await sign_in(other, credential)
    assert (answer["__typename"], answer["code"], answer["field"]) == ("Invalid", "PasskeyNotRight", "credential")
    assert other.http.cookies.get("engawa") is None


@pytest.mark.parametrize(
    "credential", ["", "{}", "[" * 5000, "null", '{"id": 1}', "x" * 20_000, '{"id":"a","rawId":"a","type":"public-key","response":{}}']
)
async def test_what_is_no_answer_is_refused(app: Application, credential: str) -> None:
    """Whatever it is, it is no fault of ours."""
    async with unchanged(app.house.db):
        assert (await sign_in(app.guest(), credential))["code"] == "PasskeyNotRight"


async def test_a_question_of_somebody_else_or_of_another_day_is_refused(app: Application, own: Client, key: SoftKey) -> None:
    """A sign-in's question proves nothing in a session, another member's neither, and each runs out."""
    other = await another(app)
    theirs, guests, late = await asked(other), await asked(app.guest()), await asked(own)
    async with app.house.db.transaction() as session:
        await session.execute(
            update(Challenge)
            .where(Challenge.id == select(Challenge.id).order_by(Challenge.id.desc()).limit(1).scalar_subquery())
            .values(expires_at=now())
        )
    for options in (theirs, guests, late):
        credential = key.answer(options)
        async with unchanged(app.house.db):
            assert (await own.change("stepUp", {"credential": credential}))["code"] == "ChallengeOver"
    credential = key.answer(theirs)
    async with unchanged(app.house.db):
        assert (await sign_in(app.guest(), credential))["code"] == "ChallengeOver"
        assert (await other.change("stepUp", {"credential": credential}))["code"] == "PasskeyNotRight"


async def test_a_registration_that_does_not_fit_is_refused(app: Application, own: Client) -> None:
    """Made elsewhere, for another host, without its owner, without a name, or answered twice."""
    begun = (await own.change("beginPasskey", {}, "... on PasskeyBegun { options }"))["options"]
    origin = app.house.settings.origin
    for lie in (SoftKey("https://engawa.example.net"), SoftKey(origin, "engawa.example.net"), SoftKey(origin, verifies=False)):
        async with unchanged(app.house.db):
            answer = await own.change("registerPasskey", {"credential": lie.make(begun), "name": "鍵"})
        assert (answer["code"], answer["field"]) == ("PasskeyNotRight", "credential")
    credential = key_for(app).make(begun)
    async with unchanged(app.house.db):
        for name, code in ((" ", "Missing"), ("あ" * 41, "TooLong")):
            answer = await own.change("registerPasskey", {"credential": credential, "name": name})
            assert (answer["code"], answer["field"]) == (code, "name")
    assert (await own.change("registerPasskey", {"credential": credential, "name": "鍵"}))["__typename"] == "PasskeyRegistered"
    async with unchanged(app.house.db):
        assert (await own.change("registerPasskey", {"credential": credential, "name": "鍵"}))["code"] == "ChallengeOver"


async def test_a_registration_whose_answer_was_lost_is_told_again(app: Application, own: Client) -> None:
    """The same press of the button, sent again."""
    begun = (await own.change("beginPasskey", {}, "... on PasskeyBegun { options }"))["options"]
    given = {"credential": key_for(app).make(begun), "name": "鍵", "clientMutationId": "one-press"}
    answers = [(await own.change("registerPasskey", given))["__typename"] for _ in range(2)]
    assert answers == ["PasskeyRegistered", "PasskeyRegistered"]
    assert len((await safety(own))["passkeys"]) == 1


async def test_passkeys_are_named_and_removed_by_their_owner_only(app: Application, own: Client, key: SoftKey) -> None:
    """Another member's passkey is not there; without the last one the sessions are weak again."""
    (kept,) = (await safety(own))["passkeys"]
    other = await another(app)
    async with unchanged(app.house.db):
        for wanted in (kept["id"], "nonsense", global_id("Session", uuid7())):
            assert (await other.change("removePasskey", {"passkey": wanted}))["__typename"] == "NotFound"
            assert (await other.change("renamePasskey", {"passkey": wanted, "name": "x"}))["__typename"] == "NotFound"
    renamed = await own.change(
        "renamePasskey",
        {"passkey": kept["id"], "name": " 会社の\u3000パソコン "},
        "... on PasskeyRenamed { viewer { safety { passkeys { name } } } }",
    )
    assert renamed["viewer"]["safety"]["passkeys"] == [{"name": "会社の パソコン"}]
    assert (await own.change("removePasskey", {"passkey": kept["id"]}))["__typename"] == "PasskeyRemoved"
    assert (await safety(own))["passkeys"] == []
    async with app.house.db.read() as session:
        assert (await session.scalars(select(SignInSession.strong_at).where(SignInSession.member_id == key.member))).all() == [None]
    guest = app.guest()
    credential = key.answer(await asked(guest))
    async with unchanged(app.house.db):
        assert (await sign_in(guest, credential))["code"] == "PasskeyNotRight"


async def test_changes_want_fresh_proof(app: Application, own: Client, member: MemberId, key: SoftKey) -> None:
    """An hour later the passkey is asked for; a fresh mail alone does not take it away. Ten are enough."""
    (kept,) = (await safety(own))["passkeys"]
    await grow_old(app, member)
    by_mail = await app.as_member(member, "en", method="mail")
    async with unchanged(app.house.db):
        for client in (own, by_mail):
            for mutation, given in (
                ("beginPasskey", {}),
                ("removePasskey", {"passkey": kept["id"]}),
                ("beginTotp", {}),
                ("renewRecoveryCodes", {}),
            ):
                answer = await client.change(mutation, given)
                assert (answer["__typename"], answer["code"]) == ("NotAllowed", "ProofNeeded")
        assert "confirm once more" in answer["message"]
    stepped = await by_mail.change("stepUp", {"credential": key.answer(await asked(by_mail))})
    assert stepped["__typename"] == "SteppedUp"
    async with app.house.db.transaction() as session:
        session.add_all(
            [Passkey(member_id=member, credential_id=bytes([n]), public_key=b"", sign_count=0, name="鍵", transports=[]) for n in range(9)]
        )
    async with unchanged(app.house.db):
        assert (await by_mail.change("beginPasskey", {}))["code"] == "TooManyPasskeys"


async def test_asking_and_answering_again_and_again_is_refused_for_a_while(app: Application) -> None:
    """The sixty-first answer from one place in an hour is not looked at."""
    guest = app.guest()
    for _ in range(60):
        await guest.change("signInWithPasskey", {"credential": "{}"})
    async with unchanged(app.house.db):
        answer = await guest.change("signInWithPasskey", {"credential": "{}"})
    assert (answer["__typename"], answer["code"]) == ("TooMany", "TooOften")
    assert timedelta(0) < timedelta(seconds=answer["retryAfterSeconds"]) <= timedelta(hours=1)
