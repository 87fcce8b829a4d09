"""The two ceremonies of passkeys, over py_webauthn: what a browser is asked, and whether its answer fits; the rest is refused alike."""

import secrets
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import parse_authentication_credential_json, parse_client_data_json, parse_registration_credential_json
from webauthn.helpers.structs import (
    AuthenticationCredential,
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    RegistrationCredential,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from server.accounts.errors import PasskeyNotRight
from server.accounts.model import Passkey
from server.accounts.rules import CHALLENGE_LIVES, RelyingParty
from server.kit.ids import MemberId

# A real answer has some 2 KB; an attestation chain that nobody asked for may have more.
_LONGEST: Final = 16_384
_TIMEOUT: Final = int(CHALLENGE_LIVES.total_seconds() * 1000)


@dataclass(frozen=True, slots=True)
class Registering:
    """A browser's answer to a registration, as it came; nothing of it is believed yet."""

    challenge: bytes
    credential: RegistrationCredential


@dataclass(frozen=True, slots=True)
class Asserting:
    """A browser's answer to a question, as it came; nothing of it is believed yet."""

    challenge: bytes
    credential: AuthenticationCredential


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPasskey:
    """A key that a registration made."""

    credential_id: bytes
    public_key: bytes
    sign_count: int
    transports: list[str]


def new_challenge() -> bytes:
    """Return 32 bytes that nobody can guess."""
    return secrets.token_bytes(32)


def registration_options(party: RelyingParty, challenge: bytes, member: MemberId, email: str, known: Sequence[Passkey]) -> str:
    """Return what `navigator.credentials.create` is asked, as JSON: a key that can be found without a name, and knows its owner."""
    options = generate_registration_options(
        rp_id=party.host,
        rp_name="縁側 Engawa",
        user_id=member.bytes,
        user_name=email,
        user_display_name=email,
        challenge=challenge,
        timeout=_TIMEOUT,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
        ),
        exclude_credentials=_descriptors(known),
    )
    return options_to_json(options)


def question_options(party: RelyingParty, challenge: bytes, known: Sequence[Passkey]) -> str:
    """Return what `navigator.credentials.get` is asked, as JSON; without known keys any key for this place may answer."""
    options = generate_authentication_options(
        rp_id=party.host,
        challenge=challenge,
        timeout=_TIMEOUT,
        allow_credentials=_descriptors(known),
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return options_to_json(options)


def read_registration(answer: str) -> Registering:
    """Take a registration's answer apart; raise PasskeyNotRight."""
    with _refusing():
        credential = parse_registration_credential_json(_short(answer))
        return Registering(parse_client_data_json(credential.response.client_data_json).challenge, credential)


def read_answer(answer: str) -> Asserting:
    """Take a question's answer apart; raise PasskeyNotRight."""
    with _refusing():
        credential = parse_authentication_credential_json(_short(answer))
        return Asserting(parse_client_data_json(credential.response.client_data_json).challenge, credential)


def verified_registration(party: RelyingParty, answer: Registering) -> NewPasskey:
    """Return the key that was made; raise PasskeyNotRight when it was made elsewhere, or without its owner."""
    with _refusing():
        found = verify_registration_response(
            credential=answer.credential,
            expected_challenge=answer.challenge,
            expected_rp_id=party.host,
            expected_origin=list(party.origins),
            require_user_verification=True,
        )
        return NewPasskey(
            credential_id=found.credential_id,
            public_key=found.credential_public_key,
            sign_count=found.sign_count,
            transports=[transport.value for transport in answer.credential.response.transports or ()],
        )


def verified_count(party: RelyingParty, answer: Asserting, passkey: Passkey) -> int:
    """Return the passkey's new count of signatures; raise PasskeyNotRight when the answer is not its own, here and now."""
    handle = answer.credential.response.user_handle
    with _refusing():
        found = verify_authentication_response(
            credential=answer.credential,
            expected_challenge=answer.challenge,
            expected_rp_id=party.host,
            expected_origin=list(party.origins),
            credential_public_key=passkey.public_key,
            credential_current_sign_count=passkey.sign_count,
            require_user_verification=True,
        )
    if handle and handle != passkey.member_id.bytes:
        raise PasskeyNotRight("credential")
    return found.new_sign_count


def _descriptors(known: Sequence[Passkey]) -> list[PublicKeyCredentialDescriptor]:
    # The transports are left to the browser: a hint that has become wrong would hide a key.
    return [PublicKeyCredentialDescriptor(id=passkey.credential_id) for passkey in known]


def _short(answer: str) -> str:
    if len(answer) > _LONGEST:
        raise PasskeyNotRight("credential")
    return answer


@contextmanager
def _refusing() -> Generator[None]:
    """Whatever a made-up answer breaks in the library is a refusal, and never a fault of ours."""
    try:
        yield
    except Exception as fault:
        raise PasskeyNotRight("credential") from fault
