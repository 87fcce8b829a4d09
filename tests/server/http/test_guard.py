"""What counts as one place for limits."""

import pytest

from server.http.guard import whereabouts


@pytest.mark.parametrize(
    ("host", "place"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("unix socket", "unix socket"),
    ],
)
def test_one_line_is_one_place(host: str, place: str) -> None:
    """Whoever has a line of IPv6 has billions of addresses, and one purse."""
    assert whereabouts(host) == place
