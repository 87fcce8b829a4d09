"""Cursors: a position in a stream, sealed so that it tells nothing and cannot be made up."""

import base64
import binascii
import struct
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


class UnreadableCursor(ValueError):
    """The text is no cursor that this deployment sealed."""


@dataclass(frozen=True, slots=True)
class Position:
    """Just after event `offset` of stream `stream_id`, in one `epoch` of it."""

    epoch: UUID
    stream_id: int
    offset: int


class CursorKey:
    """Seals and opens positions. Deterministic (AES-SIV), so that every viewer of a stream gets equal bytes."""

    def __init__(self, secret: str) -> None:
        """Derive the key from the deployment's secret."""
        derived = HKDF(algorithm=SHA256(), length=64, salt=None, info=b"engawa cursor 1").derive(secret.encode())
        self._cipher = AESSIV(derived)

    def seal(self, position: Position) -> str:
        """Return the cursor of a position: 64 characters, URL-safe."""
        plain = position.epoch.bytes + struct.pack(">qq", position.stream_id, position.offset)
        return base64.urlsafe_b64encode(self._cipher.encrypt(plain, None)).decode()

    def open(self, cursor: str) -> Position:
        """Return the position again; raise UnreadableCursor for anything that was not sealed here."""
        try:
            plain = self._cipher.decrypt(base64.b64decode(cursor, altchars=b"-_", validate=True), None)
        except (InvalidTag, binascii.Error, ValueError) as error:
            raise UnreadableCursor from error
        stream_id, offset = struct.unpack(">qq", plain[16:])
        return Position(UUID(bytes=plain[:16]), stream_id, offset)
