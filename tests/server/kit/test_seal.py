"""Seals: what was sealed opens for its owner here, and for nobody and nowhere else."""

import pytest

from server.kit.seal import BrokenSeal, Seal

OWNER, OTHER = b"owner" * 3, b"other" * 3


def test_what_was_sealed_opens_for_its_owner() -> None:
    """Equal secrets look different, and none can be read."""
    seal = Seal("a secret of the deployment")
    one, other = seal.close(b"JBSWY3DPEHPK3PXP", OWNER), seal.close(b"JBSWY3DPEHPK3PXP", OWNER)
    assert seal.open(one, OWNER) == seal.open(other, OWNER) == b"JBSWY3DPEHPK3PXP"
    assert one != other
    assert b"JBSWY3DPEHPK3PXP" not in one


@pytest.mark.parametrize("spoil", ["owner", "deployment", "bit", "nonce", "short", "empty"])
def test_anything_else_is_no_seal(spoil: str) -> None:
    """Another row, another key, a changed bit, a piece."""
    seal = Seal("a secret of the deployment")
    sealed = seal.close(b"JBSWY3DPEHPK3PXP", OWNER)
    changed = {
        "bit": sealed[:-1] + bytes([sealed[-1] ^ 1]),
        "nonce": bytes([sealed[0] ^ 1]) + sealed[1:],
        "short": sealed[:20],
        "empty": b"",
    }.get(spoil, sealed)
    opening = Seal("another secret of another deployment") if spoil == "deployment" else seal
    with pytest.raises(BrokenSeal):
        opening.open(changed, OTHER if spoil == "owner" else OWNER)
