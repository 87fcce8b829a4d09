"""Members who prove who they are: passkeys, an app and codes, set up through the front door as their owners do."""

from typing import Any

from pyotp.totp import TOTP
from sqlalchemy import update

from server.accounts.model import SignInSession, Totp
from server.kit.clock import now
from server.kit.ids import MemberId
from tests.factories.passkeys import SoftKey
from tests.support.running import Application, Client

SAFETY = "safety { passkeys { id name lastUsedAt } totp recoveryCodesLeft provenUntil emailChange { newEmail oldConfirmed newConfirmed } }"
VIEWER = f"viewer {{ isSteward needsSecondFactor {SAFETY} }}"


def key_for(app: Application) -> SoftKey:
    """A passkey on the pages of the application."""
    return SoftKey(app.house.settings.origin)


async def asked(client: Client) -> str:
    """What the browser is asked: by a guest for any passkey, by a member for one of their own."""
    return (await client.change("askForPasskey", {}, "... on PasskeyAsked { options }"))["options"]


async def register(client: Client, key: SoftKey, name: str = "スマートフォン") -> dict[str, Any]:
    """Make a passkey; the answer of registerPasskey."""
    begun = await client.change("beginPasskey", {}, "... on PasskeyBegun { options }")
    given = {"credential": key.make(begun["options"]), "name": name}
    return await client.change("registerPasskey", given, f"... on PasskeyRegistered {{ {VIEWER} }}")


async def set_up_app(client: Client) -> str:
    """Set an authenticator app up; its secret."""
    secret = (await client.change("beginTotp", {}, "... on TotpBegun { secret }"))["secret"]
    confirmed = await client.change("confirmTotp", {"totp": TOTP(secret).now()})
    assert confirmed["__typename"] == "TotpConfirmed"
    return secret


async def codes_of(client: Client) -> list[str]:
    """Ten new recovery codes."""
    return (await client.change("renewRecoveryCodes", {}, "... on RecoveryCodesRenewed { codes }"))["codes"]


async def safety(client: Client) -> dict[str, Any]:
    """What keeps the viewer's account."""
    return (await client.ask(f"{{ viewer {{ {SAFETY} }} }}"))["viewer"]["safety"]


async def grow_old(app: Application, member: MemberId) -> None:
    """Every sign-in and proof of the member lies an hour back."""
    async with app.house.db.transaction() as session:
        before = now().replace(microsecond=0)
        old = before.fromtimestamp(before.timestamp() - 3600, before.tzinfo)
        mine = update(SignInSession).where(SignInSession.member_id == member)
        await session.execute(mine.values(created_at=old))
        await session.execute(mine.where(SignInSession.strong_at.is_not(None)).values(strong_at=old))


async def let_the_app_tick(app: Application) -> None:
    """Half a minute goes by for every app: its present code was not given yet."""
    async with app.house.db.transaction() as session:
        await session.execute(update(Totp).values(last_step=Totp.last_step - 2))
