"""A security key in software: it makes passkeys and answers questions as a browser hands them on, and lies where a test wants it to."""

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

_PRESENT, _VERIFIED, _ATTESTED = 0x01, 0x04, 0x40


@dataclass(slots=True)
class SoftKey:
    """One passkey of a member, of the place `host`, used on pages of `origin`."""

    origin: str
    host: str = "localhost"
    count: int = 0
    verifies: bool = True
    member: UUID | None = None
    credential_id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    _private: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def make(self, options: str) -> str:
        """Answer `navigator.credentials.create`: the JSON of the new credential."""
        asked = json.loads(options)
        self.member = UUID(bytes=base64url_to_bytes(asked["user"]["id"]))
        numbers = self._private.public_key().public_numbers()
        public = cbor2.dumps({1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")})
        attested = bytes(16) + len(self.credential_id).to_bytes(2, "big") + self.credential_id + public
        statement = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": self._data(_ATTESTED) + attested})
        said = self._client("webauthn.create", asked["challenge"])
        return self._credential({"clientDataJSON": said, "attestationObject": statement, "transports": ["internal"]})

    def answer(self, options: str) -> str:
        """Answer `navigator.credentials.get`: the JSON of the assertion."""
        self.count += 1
        said, data = self._client("webauthn.get", json.loads(options)["challenge"]), self._data(0)
        signature = self._private.sign(data + hashlib.sha256(said).digest(), ec.ECDSA(SHA256()))
        handle = self.member.bytes if self.member else b""
        return self._credential({"clientDataJSON": said, "authenticatorData": data, "signature": signature, "userHandle": handle})

    def _client(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}).encode()

    def _data(self, flags: int) -> bytes:
        flags |= _PRESENT | (_VERIFIED if self.verifies else 0)
        return hashlib.sha256(self.host.encode()).digest() + bytes([flags]) + self.count.to_bytes(4, "big")

    def _credential(self, response: dict[str, Any]) -> str:
        encoded = {name: bytes_to_base64url(part) if isinstance(part, bytes) else part for name, part in response.items()}
        key = bytes_to_base64url(self.credential_id)
        return json.dumps({"id": key, "rawId": key, "type": "public-key", "clientExtensionResults": {}, "response": encoded})
