"""The rules of opportunities: which terms are asked, what may be written, who may take which step."""

from datetime import date, timedelta
from itertools import product

import pytest

from server.kit.refusal import Invalid, Missing, Refusal, TooLong
from server.opportunities import errors
from server.opportunities.rules import (
    Act,
    Direction,
    Kind,
    Labels,
    ResponseState,
    Side,
    TermType,
    acts_open_to,
    agreed_by,
    checked_body,
    checked_last_day,
    checked_note,
    checked_place,
    checked_terms,
    checked_title,
    form,
    on_behalf_of,
    pay_of,
    state_after,
)
from tests.factories.opportunities import CONTRACT_TERMS, HIRING_TERMS, SPEAKER_TERMS

SEEKING, OFFERING = Direction.SEEKING, Direction.OFFERING
NOBODY: frozenset[Side] = frozenset()
DAY = date(2026, 11, 23)


def refusal_of(kind: Kind, terms: dict[str, str], direction: Direction = SEEKING) -> tuple[type[Invalid], str]:
    """The refusal of these terms, and the field that it names."""
    with pytest.raises(Invalid) as raised:
        checked_terms(kind, direction, terms.items())
    return type(raised.value), raised.value.field


def without(terms: dict[str, str], key: str) -> dict[str, str]:
    """The terms but one."""
    return {name: value for name, value in terms.items() if name != key}


@pytest.mark.parametrize(
    ("kind", "terms"), [(Kind.HIRING, HIRING_TERMS), (Kind.CONTRACT, CONTRACT_TERMS), (Kind.SPEAKER, SPEAKER_TERMS), (Kind.OTHER, {})]
)
def test_complete_terms_are_kept_in_the_order_of_the_form(kind: Kind, terms: dict[str, str]) -> None:
    """Whatever the order in which they were given."""
    kept = checked_terms(kind, SEEKING, reversed(terms.items()))
    assert list(kept.items()) == list(terms.items())


@pytest.mark.parametrize(("kind", "terms"), [(Kind.HIRING, HIRING_TERMS), (Kind.CONTRACT, CONTRACT_TERMS), (Kind.SPEAKER, SPEAKER_TERMS)])
def test_each_required_term_is_missed_by_its_name(kind: Kind, terms: dict[str, str]) -> None:
    """domain.md's rule 5: every one of them; an empty text is no answer; who recruits has a sentence of its own."""
    for key in terms:
        nameless = key.startswith("recruiter_")
        expected = (errors.NamelessRecruitment if nameless else Missing, f"terms.{key}")
        assert refusal_of(kind, without(terms, key)) == expected
        assert refusal_of(kind, terms | {key: " \u3000"}) == expected


def test_the_first_fault_in_the_order_of_the_form_is_the_answer() -> None:
    """However many there are; unknown keys come last."""
    terms = without(without(HIRING_TERMS, "pay"), "work") | {"bonus": "2回"}
    assert refusal_of(Kind.HIRING, terms) == (Missing, "terms.work")
    assert refusal_of(Kind.HIRING, HIRING_TERMS | {"bonus": "2回", "age": "30"}) == (errors.UnknownTerm, "terms.age")


def test_a_fixed_term_asks_for_its_length_and_its_renewal() -> None:
    """And only a fixed one: what another choice leaves unasked is not kept."""
    fixed = HIRING_TERMS | {"contract_term": "FIXED"}
    assert refusal_of(Kind.HIRING, fixed) == (Missing, "terms.contract_term_detail")
    assert refusal_of(Kind.HIRING, fixed | {"contract_term_detail": "1年"}) == (Missing, "terms.renewal")
    whole = fixed | {"contract_term_detail": "1年", "renewal": "業績による。通算3年まで"}
    assert checked_terms(Kind.HIRING, SEEKING, whole.items()) == whole
    assert checked_terms(Kind.HIRING, SEEKING, (whole | {"contract_term": "OPEN_ENDED"}).items()) == HIRING_TERMS


def test_an_offer_of_ones_own_work_need_not_say_who_pays() -> None:
    """What only a recruiter can say is asked when somebody is sought; the name always."""
    offered = {key: CONTRACT_TERMS[key] for key in ("recruiter_name", "work", "contract_form", "hours_expected", "fee", "period", "place")}
    assert checked_terms(Kind.CONTRACT, OFFERING, offered.items()) == offered
    assert refusal_of(Kind.CONTRACT, offered) == (errors.NamelessRecruitment, "terms.recruiter_address")
    assert refusal_of(Kind.CONTRACT, without(offered, "recruiter_name"), OFFERING) == (errors.NamelessRecruitment, "terms.recruiter_name")


@pytest.mark.parametrize(
    ("key", "value", "refusal"),
    [
        ("fee", "応相談", errors.NotMoney),
        ("fee", "20", errors.NotMoney),
        ("fee", "円", errors.NotMoney),
        ("payment_days", "61", errors.NotWithin),
        ("payment_days", "-1", errors.NotWithin),
        ("payment_days", "1か月", errors.NotWithin),
        ("contract_form", "EMPLOYMENT", errors.NotAChoice),
        ("contract_form", "準委任", errors.NotAChoice),
        ("rights", "あ" * 501, TooLong),
    ],
)
def test_shapes(key: str, value: str, refusal: type[Invalid]) -> None:
    """Money has an amount and a currency; payment comes within 60 days (フリーランス法); a choice is one of its values."""
    assert refusal_of(Kind.CONTRACT, CONTRACT_TERMS | {key: value}) == (refusal, f"terms.{key}")


@pytest.mark.parametrize("value", ["0", "60", "６０"])
def test_days_to_payment_within_bounds(value: str) -> None:
    """Full-width digits are digits."""
    assert checked_terms(Kind.CONTRACT, SEEKING, (CONTRACT_TERMS | {"payment_days": value}).items())["payment_days"] == value


@pytest.mark.parametrize(("value", "sound"), [("2027-01-12", True), ("2027年1月12日", True), ("2027-02-30", False), ("来週", False)])
def test_days(value: str, sound: bool) -> None:
    """A day that is none is refused."""
    terms = {"held_on": value, "held_at": "19時", "venue": "渋谷", "attendance_fee": "無料", "organiser": "有志"}
    if sound:
        assert checked_terms(Kind.EVENT, SEEKING, terms.items()) == terms
    else:
        assert refusal_of(Kind.EVENT, terms) == (errors.NotADate, "terms.held_on")


def test_a_term_that_is_given_twice_is_refused() -> None:
    """Nobody knows which one was meant."""
    with pytest.raises(errors.RepeatedTerm) as raised:
        checked_terms(Kind.OTHER, SEEKING, [("on_behalf_of", "個人"), ("on_behalf_of", "会社")])
    assert raised.value.field == "terms.on_behalf_of"


def test_every_form_is_whole() -> None:
    """Labels in both languages, choices for choices, conditions that name a choice of the same form."""
    for kind, direction in product(Kind, Direction):
        fields = form(kind, direction)
        assert fields, kind
        keys = {field.key: field for field in fields}
        assert len(keys) == len(fields)
        for field in fields:
            assert field.labels.ja
            assert field.labels.en
            assert bool(field.choices) is (field.type is TermType.CHOICE)
            assert field.when is None or field.when[1] in {choice.code for choice in keys[field.when[0]].choices}


def test_pay_and_on_whose_behalf() -> None:
    """The amount as it was written; without any, that none is paid."""
    assert pay_of(Kind.HIRING, SEEKING, HIRING_TERMS) == "年480万円〜620万円"
    assert pay_of(Kind.CONTRACT, SEEKING, CONTRACT_TERMS) == "月20万円〜30万円（税別）"
    assert pay_of(Kind.SPEAKER, SEEKING, SPEAKER_TERMS) == (Labels("謝礼", "Fee"), Labels("なし", "None"))
    assert pay_of(Kind.OTHER, SEEKING, {}) is None
    assert on_behalf_of(HIRING_TERMS) == "株式会社ひだまり物流"
    assert on_behalf_of({"on_behalf_of": "個人として"}) == "個人として"


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "こんにちは <SCRIPT src=//x>",
        "[ここ](javascript:alert(1))",
        "[ここ](&#106;avascript&colon;alert(1))",
        '<img src=x onerror="alert(1)">',
        "<iframe src=https://example.com></iframe>",
        "[x](data:text/html;base64,AAAA)",
        "[x]\n\n[x]: javascript:alert(1)",
        "<javascript:alert(1)>",
        '<a href="javascript:alert(1)">x</a>',
    ],
)
def test_markdown_that_carries_script_is_refused(body: str) -> None:
    """Rather than silently changed."""
    with pytest.raises(errors.ScriptInText) as raised:
        checked_body(body)
    assert raised.value.field == "body"


@pytest.mark.parametrize(
    "body",
    ["`<script>` の話をします。", "```\n<script>alert(1)</script>\n```", "1 < 2 で、a > b です。", "JavaScript: 3年、TypeScript: 2年"],
)
def test_code_about_script_is_not_script(body: str) -> None:
    """Members may talk of it."""
    assert checked_body(body) == body


def test_what_is_written_has_bounds() -> None:
    """Exactly at the limit is fine; blanks around do not count; invisible characters vanish."""
    assert checked_title(" あ" + "い" * 79 + "\n") == "あ" + "い" * 79
    assert checked_title("ab\u200b\u0007\n c") == "ab c"
    assert checked_place("  ") is None
    for check, longest in ((checked_title, 80), (checked_body, 5000), (checked_place, 60), (checked_note, 1000)):
        assert check("あ" * longest) == "あ" * longest
        with pytest.raises(TooLong) as raised:
            check("あ" * (longest + 1))
        assert raised.value.params == {"limit": longest}
    for check in (checked_title, checked_body, checked_note):
        with pytest.raises(Missing):
            check(" \u200b\n")


def test_the_last_day_is_within_ninety_days_of_posting() -> None:
    """Also in an edit, long after: nothing is bumped."""
    for last_day in (DAY, DAY + timedelta(days=90)):
        assert checked_last_day(last_day, today=DAY, posted_on=DAY) == last_day
    with pytest.raises(errors.LastDayPast):
        checked_last_day(DAY - timedelta(days=1), today=DAY, posted_on=DAY)
    with pytest.raises(errors.LastDayTooFar) as raised:
        checked_last_day(DAY + timedelta(days=90), today=DAY, posted_on=DAY - timedelta(days=1))
    assert (raised.value.field, raised.value.params["latest"]) == ("lastDay", "2027-02-20")


def outcome(act: Act, state: ResponseState, side: Side, agreed: frozenset[Side] = NOBODY) -> ResponseState | type[Refusal] | None:
    """The state after a step, or the refusal of it."""
    try:
        return state_after(act, state, side, agreed=agreed)
    except Refusal as refusal:
        return type(refusal)


def test_the_life_of_a_response() -> None:
    """responded → talking → agreed; declined by the author, withdrawn by the responder, before both have agreed."""
    s, author, responder = ResponseState, Side.AUTHOR, Side.RESPONDER
    assert outcome(Act.TAKE_UP, s.RESPONDED, author) is s.TALKING
    assert outcome(Act.TAKE_UP, s.RESPONDED, responder) is errors.NotTheAuthor
    assert outcome(Act.TAKE_UP, s.WITHDRAWN, author) is errors.AlreadyWithdrawn
    assert outcome(Act.TAKE_UP, s.DECLINED, author) is errors.AlreadyDeclined
    assert outcome(Act.DECLINE, s.TALKING, author) is s.DECLINED
    assert outcome(Act.DECLINE, s.AGREED, author) is errors.AlreadyAgreed
    assert outcome(Act.WITHDRAW, s.RESPONDED, author) is errors.NotTheResponder
    assert outcome(Act.WITHDRAW, s.TALKING, responder) is s.WITHDRAWN
    assert outcome(Act.WITHDRAW, s.AGREED, responder) is errors.AlreadyAgreed
    assert outcome(Act.RECORD_AGREEMENT, s.RESPONDED, author) is errors.NotTalkingYet
    assert outcome(Act.RECORD_AGREEMENT, s.TALKING, author) is s.TALKING
    assert outcome(Act.RECORD_AGREEMENT, s.TALKING, author, agreed_by(author=True, responder=False)) is None
    assert outcome(Act.RECORD_AGREEMENT, s.TALKING, responder, agreed_by(author=True, responder=False)) is s.AGREED


def test_a_second_click_changes_nothing() -> None:
    """The step that was taken is no mistake."""
    s = ResponseState
    done = [(Act.TAKE_UP, s.TALKING, Side.AUTHOR), (Act.TAKE_UP, s.AGREED, Side.AUTHOR), (Act.DECLINE, s.DECLINED, Side.AUTHOR)]
    done += [(Act.WITHDRAW, s.WITHDRAWN, Side.RESPONDER), (Act.RECORD_AGREEMENT, s.AGREED, Side.AUTHOR)]
    assert [outcome(*step) for step in done] == [None] * len(done)


def test_what_is_offered_can_be_done_and_nothing_else_can() -> None:
    """For every state and side: the steps on offer lead somewhere, all others are refused or were taken before."""
    for state, side, agreed in product(ResponseState, Side, (NOBODY, frozenset({Side.AUTHOR}), frozenset({Side.RESPONDER}))):
        offered = acts_open_to(state, side, agreed=agreed)
        for act in Act:
            assert isinstance(outcome(act, state, side, agreed), ResponseState) is (act in offered), (act, state, side, agreed)
