"""Keyed hashes: the same here each time, and nothing that another deployment, or who has only the database, could make."""

from hashlib import sha256

from server.kit.keyed import KeyedHash


def test_only_the_same_secret_makes_the_same_hash() -> None:
    """And neither is the plain hash of what was said."""
    here, again, elsewhere = KeyedHash("a secret"), KeyedHash("a secret"), KeyedHash("another secret")
    said = b"nagi@people.example"
    assert here.of(said) == again.of(said) != elsewhere.of(said)
    assert here.of(said) not in {said, sha256(said).digest()}
    assert here.of(said) != here.of(said + b"e")
    assert len(here.of(said)) == 32
