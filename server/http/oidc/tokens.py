"""What of an ID token is believed: its signature by a key of the provider's, and every claim that could be another's."""

import math
from typing import Any, Final, cast

from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import JWKRegistry, Key, KeySet

from server.kit.clock import now

# Asymmetric ones only: our own secret never serves as a key, and `none` is no signature.
ALGORITHMS: Final = ("RS256", "PS256", "ES256")
_LEEWAY: Final = 60
_OLDEST: Final = 15 * 60
_LONGEST_SUBJECT: Final = 255


class TokenRefused(Exception):
    """The answer is not one that this provider gave to this deployment for this request; the message says which part, for the log."""


class KeyUnknown(TokenRefused):
    """The token names a key that the provider's set did not hold when it was read."""


def keys_of(document: dict[str, Any]) -> KeySet:
    """Return the signing keys of a JWKS document; what is no key that we use is left out."""
    found: list[Key] = []
    listed: object = document.get("keys")
    for data in cast(list[Any], listed) if isinstance(listed, list) else []:
        if not isinstance(data, dict) or cast(dict[str, Any], data).get("use", "sig") != "sig":
            continue
        try:
            key = JWKRegistry.import_key(cast(dict[str, Any], data))
        except (JoseError, ValueError, TypeError):
            continue
        if key.key_type in {"RSA", "EC"}:
            found.append(key)
    return KeySet(found)


def believed(token: str, keys: KeySet, *, issuer: str, client_id: str, nonce: str) -> dict[str, Any]:
    """Return the claims of a token that holds in every part; raise TokenRefused, or KeyUnknown where its key may be a new one."""
    at = int(now().timestamp())
    registry = jwt.JWTClaimsRegistry(
        now=at,
        leeway=_LEEWAY,
        iss={"essential": True, "value": issuer},
        sub={"essential": True},
        aud={"essential": True, "value": client_id},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True, "value": nonce},
    )
    try:
        claims = jwt.decode(token, keys, algorithms=ALGORITHMS).claims
        registry.validate(claims)
    except InvalidKeyIdError as error:
        raise KeyUnknown("kid") from error
    except (JoseError, ValueError, TypeError) as error:
        raise TokenRefused(str(error)) from error
    _check_audience(claims, client_id)
    if not math.isfinite(claims["iat"]) or claims["iat"] < at - _OLDEST:
        raise TokenRefused("iat")
    if not isinstance(claims["nonce"], str) or not 0 < len(claims["sub"]) <= _LONGEST_SUBJECT or not claims["sub"].isprintable():
        raise TokenRefused("nonce or sub")
    return claims


def verified_email(claims: dict[str, Any]) -> str | None:
    """Return the address that the provider says it has verified. Some write that `true` as a text."""
    email = claims.get("email")
    return email if isinstance(email, str) and claims.get("email_verified") in (True, "true") else None


def _check_audience(claims: dict[str, Any], client_id: str) -> None:
    """A token for several parties must have been issued to us, and one that names its party must name us."""
    several = isinstance(claims["aud"], list) and len(cast(list[str], claims["aud"])) > 1
    if claims.get("azp", None if several else client_id) != client_id:
        raise TokenRefused("azp")
