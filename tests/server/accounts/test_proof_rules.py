"""What counts as proof: the half minutes of an app's code, the count of wrong ones, codes on paper, and how long a proof holds."""

from datetime import UTC, datetime, timedelta

import pytest
from pyotp.totp import TOTP

from server.accounts.rules import attempt_number, clean_passkey_name, clean_recovery_code, proven_until, recovery_code_of, totp_step
from server.kit.refusal import Missing, TooLong

AT = datetime(2026, 11, 25, 12, 0, 10, tzinfo=UTC)
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
STEP = int(AT.timestamp()) // 30


@pytest.mark.parametrize(("seconds", "serves"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_a_code_serves_in_its_half_minute_and_the_ones_beside(seconds: int, serves: bool) -> None:
    """Clocks differ a little; not by more."""
    code = TOTP(SECRET).at(AT + timedelta(seconds=seconds))
    assert totp_step(SECRET, code, AT, None) == (STEP + seconds // 30 if serves else None)


def test_no_code_serves_after_a_later_one() -> None:
    """The one of before neither, though its half minute is beside."""
    code = TOTP(SECRET).at(AT)
    assert totp_step(SECRET, code, AT, STEP - 1) == STEP
    assert totp_step(SECRET, code, AT, STEP) is None
    assert totp_step(SECRET, "", AT, None) is None


def test_wrong_codes_are_counted_until_a_quarter_of_an_hour_has_gone() -> None:
    """The count starts anew then."""
    assert attempt_number(0, None, AT) == 1
    assert attempt_number(4, AT - timedelta(minutes=14), AT) == 5
    assert attempt_number(5, AT - timedelta(minutes=15), AT) == 1


def test_a_fresh_sign_in_is_proof_only_without_a_factor() -> None:
    """With one, only the factor is; each holds ten minutes."""
    before, ten = AT - timedelta(hours=1), timedelta(minutes=10)
    assert proven_until(has_factor=False, opened_at=AT, strong_at=None) == AT + ten
    assert proven_until(has_factor=True, opened_at=AT, strong_at=None) is None
    assert proven_until(has_factor=True, opened_at=AT, strong_at=before) == before + ten
    assert proven_until(has_factor=True, opened_at=before, strong_at=AT) == AT + ten


def test_a_code_on_paper_is_read_however_it_is_typed() -> None:
    """Four groups of four that cannot be mistaken for each other."""
    code = recovery_code_of(bytes(range(16)))
    assert code == "2345-6789-abcd-efgh"
    assert clean_recovery_code(" ２３４５ 6789-ABCDefgh ") == "23456789abcdefgh"
    assert not set("lo01") & set(recovery_code_of(bytes(range(16))) + recovery_code_of(bytes(range(16, 32))))


def test_the_name_of_a_passkey_is_one_short_line() -> None:
    """Without what cannot be seen."""
    assert clean_passkey_name(" 会社の\n\u200bパソコン ") == "会社の パソコン"
    with pytest.raises(Missing):
        clean_passkey_name("\u200b ")
    with pytest.raises(TooLong):
        clean_passkey_name("あ" * 41)
