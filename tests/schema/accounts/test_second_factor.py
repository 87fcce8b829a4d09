"""Apps and recovery codes through the front door: set up, given once each, locked after five wrong ones, stood in for, taken away."""

import asyncio
from datetime import timedelta

import pytest
from pyotp.totp import TOTP
from sqlalchemy import select, update

from server.accounts.model import RecoveryCode, SignInSession, Totp
from server.kit.clock import now
from server.kit.ids import MemberId
from tests.factories.people import make_member
from tests.schema.accounts.proving import codes_of, grow_old, key_for, let_the_app_tick, register, safety, set_up_app
from tests.support.running import Application, Client
from tests.support.unchanged import unchanged

WRONG = "000000"


@pytest.fixture
async def member(app: Application) -> MemberId:
    """A member."""
    async with app.house.db.transaction() as session:
        return await make_member(session)


@pytest.fixture
async def own(app: Application, member: MemberId) -> Client:
    """A browser on which the member has just signed in by mail."""
    return await app.as_member(member, method="mail")


async def given(client: Client, **proof: str) -> str:
    """What becomes of a proof: the refusal's name, or SteppedUp."""
    answer = await client.change("stepUp", proof)
    return answer.get("code") or answer["__typename"]


async def test_an_app_is_set_up_by_its_first_code(app: Application, own: Client) -> None:
    """Its secret is told once, in three forms, and lies sealed; until a code of it came it proves nothing."""
    begun = await own.change("beginTotp", {}, "... on TotpBegun { secret uri qrCode }")
    assert begun["uri"].startswith("otpauth://totp/Engawa:")
    assert f"secret={begun['secret']}" in begun["uri"]
    assert begun["qrCode"].startswith("data:image/svg+xml")
    assert (await safety(own))["totp"] is False
    async with app.house.db.read() as session:
        row = (await session.scalars(select(Totp))).one()
        assert begun["secret"].encode() not in row.secret
    async with unchanged(app.house.db, but=["totp"]):
        assert await given(own, totp=TOTP(begun["secret"]).now()) == "NoTotp"
        assert (await own.change("confirmTotp", {"totp": WRONG}))["code"] == "WrongTotp"
    confirmed = await own.change(
        "confirmTotp", {"totp": TOTP(begun["secret"]).now()}, "... on TotpConfirmed { viewer { safety { totp } } }"
    )
    assert confirmed["viewer"]["safety"]["totp"] is True
    async with unchanged(app.house.db):
        assert (await own.change("beginTotp", {}))["code"] == "TotpThere"


async def test_a_code_serves_once(app: Application, own: Client) -> None:
    """Neither the one that set the app up, nor any other; also when it is sent on two browsers at once."""
    secret = await set_up_app(own)
    async with unchanged(app.house.db, but=["totp"]):
        assert await given(own, totp=TOTP(secret).now()) == "WrongTotp"
    await let_the_app_tick(app)
    code = TOTP(secret).now()
    results = await asyncio.gather(*(given(own, totp=code) for _ in range(3)))
    assert sorted(results) == ["SteppedUp", "WrongTotp", "WrongTotp"]


async def test_five_wrong_codes_close_the_app_for_a_while(app: Application, own: Client) -> None:
    """Even for the right one, which serves a quarter of an hour later; the other ways stay open."""
    secret = await set_up_app(own)
    codes = await codes_of(own)
    await let_the_app_tick(app)
    async with unchanged(app.house.db, but=["totp"]):
        assert [await given(own, totp=WRONG) for _ in range(5)] == ["WrongTotp"] * 5
    async with unchanged(app.house.db):
        answer = await own.change("stepUp", {"totp": TOTP(secret).now()})
    assert (answer["__typename"], answer["code"]) == ("TooMany", "TotpLocked")
    assert 800 < answer["retryAfterSeconds"] <= 901
    assert await given(own, recoveryCode=codes[0]) == "SteppedUp"
    async with app.house.db.transaction() as session:
        await session.execute(update(Totp).values(tried_at=now() - timedelta(minutes=15)))
    assert await given(own, totp=TOTP(secret).now()) == "SteppedUp"


async def test_a_recovery_code_serves_once(app: Application, own: Client, member: MemberId) -> None:
    """However it is typed; ten are told once, and only their hashes are kept; new ones make the old ones void."""
    await register(own, key_for(app))
    codes = await codes_of(own)
    assert len(set(codes)) == 10
    async with app.house.db.read() as session:
        hashes = (await session.scalars(select(RecoveryCode.hash))).all()
        assert not any(code.encode() in kept for code in codes for kept in hashes)
    later = await app.as_member(member, method="mail")
    typed = codes[0].replace("-", " ").upper()
    assert await given(later, recoveryCode=typed) == "SteppedUp"
    async with unchanged(app.house.db):
        assert await given(later, recoveryCode=codes[0]) == "WrongRecoveryCode"
        assert await given(later, recoveryCode="") == "WrongRecoveryCode"
    assert (await safety(later))["recoveryCodesLeft"] == 9
    await codes_of(later)
    async with unchanged(app.house.db):
        assert await given(later, recoveryCode=codes[1]) == "WrongRecoveryCode"


async def test_another_members_code_is_refused(app: Application, own: Client) -> None:
    """Of paper or of an app."""
    secret, codes = await set_up_app(own), await codes_of(own)
    async with app.house.db.transaction() as session:
        stranger = await make_member(session, "佐藤 花")
    other = await app.as_member(stranger)
    await set_up_app(other)
    await let_the_app_tick(app)
    async with unchanged(app.house.db, but=["totp"]):
        assert await given(other, recoveryCode=codes[0]) == "WrongRecoveryCode"
        assert await given(other, totp=TOTP(secret).now()) == "WrongTotp"


async def test_exactly_one_proof_is_given(app: Application, own: Client) -> None:
    """None and two are refused before anything is counted; without an app there is nothing to count."""
    async with unchanged(app.house.db):
        assert await given(own) == "OneProof"
        assert await given(own, totp=WRONG, recoveryCode="x") == "OneProof"
        assert await given(own, totp=WRONG) == "NoTotp"
        assert (await own.change("confirmTotp", {"totp": WRONG}))["code"] == "NoTotp"
        assert (await own.change("renewRecoveryCodes", {}))["code"] == "NoFactor"
        assert (await own.change("removeTotp", {}))["code"] == "NoTotp"


async def test_the_last_factor_takes_the_codes_with_it(app: Application, own: Client, member: MemberId) -> None:
    """And the strength of every session; removing wants fresh proof like setting up."""
    secret = await set_up_app(own)
    await codes_of(own)
    await grow_old(app, member)
    async with unchanged(app.house.db):
        assert (await own.change("removeTotp", {}))["code"] == "ProofNeeded"
    await let_the_app_tick(app)
    assert await given(own, totp=TOTP(secret).now()) == "SteppedUp"
    removed = await own.change("removeTotp", {}, "... on TotpRemoved { viewer { safety { totp recoveryCodesLeft provenUntil } } }")
    assert removed["viewer"]["safety"]["totp"] is False
    assert removed["viewer"]["safety"]["recoveryCodesLeft"] == 0
    async with app.house.db.read() as session:
        assert (await session.scalars(select(SignInSession.strong_at))).all() == [None]


async def test_a_secret_that_was_sealed_under_another_key_is_as_good_as_lost(app: Application, own: Client) -> None:
    """Said calmly, and the app can be set up again once it was removed."""
    await set_up_app(own)
    async with app.house.db.transaction() as session:
        await session.execute(update(Totp).values(secret=b"\0" * 64))
    async with unchanged(app.house.db, but=["totp"]):
        assert await given(own, totp=WRONG) == "NoTotp"
    assert (await own.change("removeTotp", {}))["__typename"] == "TotpRemoved"


async def test_recovery_codes_are_tried_ten_times_an_hour(app: Application, own: Client) -> None:
    """Then this way is closed for the member."""
    await set_up_app(own)
    async with unchanged(app.house.db):
        assert [await given(own, recoveryCode="x") for _ in range(10)] == ["WrongRecoveryCode"] * 10
        assert await given(own, recoveryCode="x") == "TooOften"
