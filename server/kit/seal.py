"""Seals: how a secret that must be read again is kept, encrypted and bound to whom it belongs."""

import binascii
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE: Final = 16


class BrokenSeal(ValueError):
    """The bytes were not sealed by this deployment for this owner: another SECRET_KEY, another row, or tampered with."""


class Seal:
    """Seals and opens bytes. Authenticated (AES-SIV) with a nonce in front, so that equal secrets look different."""

    def __init__(self, secret: str) -> None:
        """Derive the key from the deployment's secret."""
        derived = HKDF(algorithm=SHA256(), length=64, salt=None, info=b"engawa seal 1").derive(secret.encode())
        self._cipher = AESSIV(derived)

    def close(self, plain: bytes, owner: bytes) -> bytes:
        """Return the sealed bytes; they open only for the same owner."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._cipher.encrypt(plain, [owner, nonce])

    def open(self, sealed: bytes, owner: bytes) -> bytes:
        """Return what was sealed for the owner; raise BrokenSeal for anything else."""
        try:
            return self._cipher.decrypt(sealed[_NONCE:], [owner, sealed[:_NONCE]])
        except (InvalidTag, ValueError) as error:
            raise BrokenSeal from error

    def token(self, plain: bytes, purpose: bytes) -> str:
        """Return the sealed bytes as they stand in an address."""
        return urlsafe_b64encode(self.close(plain, purpose)).decode().rstrip("=")

    def of_token(self, token: str, purpose: bytes) -> bytes:
        """Return what a token of this purpose holds; raise BrokenSeal for anything that is none of ours."""
        try:
            sealed = urlsafe_b64decode(token + "=" * (-len(token) % 4))
        except (binascii.Error, ValueError) as error:
            raise BrokenSeal from error
        return self.open(sealed, purpose)
