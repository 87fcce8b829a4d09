"""Keyed hashes: how something that can be guessed, an address, is kept so that only this deployment can recognise it."""

import hmac
from hashlib import sha256

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


class KeyedHash:
    """HMAC-SHA256 with a key of its own: who has the database, and not the secret, can try no guess on what is kept."""

    def __init__(self, secret: str) -> None:
        """Derive the key from the deployment's secret."""
        self._key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"engawa keyed hash 1").derive(secret.encode())

    def of(self, said: bytes) -> bytes:
        """Return the hash of the bytes: 32 bytes, the same each time, and others under another secret."""
        return hmac.digest(self._key, said, sha256)
