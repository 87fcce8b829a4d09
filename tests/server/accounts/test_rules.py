"""Addresses, codes, hashes and the plain names of browsers."""

import pytest

from server.accounts.errors import BadEmail, TermsNotAccepted
from server.accounts.rules import TERMS_VERSION, check_terms, clean_code, clean_email, code_hash, device_label, token_hash

CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/604.1"
EDGE = CHROME + " Edg/140.0.0.0"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (" Hanako@Example.COM ", "hanako@example.com"),
        ("a+b@mail.example.co.jp", "a+b@mail.example.co.jp"),
        ("ｈａｎａ@example.com", "hana@example.com"),
    ],
)
def test_an_address_is_kept_in_one_spelling(written: str, kept: str) -> None:
    """However it was typed, also in full width."""
    assert clean_email(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        "",
        "hanako",
        "hanako@",
        "@example.com",
        "a b@example.com",
        "a@example",
        "a@b..example.com",
        "a@x.com\nBcc: b@x.com",
        "a@" + "x" * 260 + ".com",
    ],
)
def test_what_is_no_address_is_refused(written: str) -> None:
    """A mail header cannot be smuggled in either."""
    with pytest.raises(BadEmail) as refused:
        clean_email(written)
    assert refused.value.field == "email"


def test_a_code_is_read_as_it_was_typed() -> None:
    """Full width, with spaces or a hyphen."""
    assert [clean_code(code) for code in ("123456", "１２３４５６", "123 456", "123-456", "abc")] == ["123456"] * 4 + [""]


def test_hashes_tell_codes_and_tokens_apart() -> None:
    """The salt makes equal codes of two mails differ."""
    assert code_hash("123456", b"a" * 16) != code_hash("123456", b"b" * 16)
    assert code_hash("123456", b"a" * 16) != code_hash("123457", b"a" * 16)
    assert token_hash("one") != token_hash("two")
    assert len(token_hash("one")) == 32


@pytest.mark.parametrize(
    ("agent", "label"),
    [(CHROME, "Chrome, Windows"), (SAFARI, "Safari, iPhone"), (EDGE, "Edge, Windows"), (FIREFOX, "Firefox, Linux"), ("curl/8", "")],
)
def test_a_browser_has_a_plain_name(agent: str, label: str) -> None:
    """Which may be given again and stays the same."""
    assert device_label(agent) == label
    assert device_label(label) == label


def test_only_the_present_terms_are_accepted() -> None:
    """Somebody who read older ones is asked again."""
    check_terms(TERMS_VERSION)
    with pytest.raises(TermsNotAccepted):
        check_terms("2020-01-01")
