"""Opportunities and responses as rows: for tests that need one to be there, however it came about."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Level
from server.kit.clock import now, today
from server.kit.ids import ConversationId, GroupId, MemberId, OpportunityId, SkillId
from server.opportunities.model import Opportunity, OpportunityGroup, OpportunitySkill, OpportunityTerms, Response
from server.opportunities.rules import Direction, Kind, ResponseState, on_behalf_of, places_of

# Complete terms of the two kinds that cannot be anonymous, and of a speaker without a fee.
HIRING_TERMS: dict[str, str] = {
    "recruiter_name": "株式会社ひだまり物流",
    "recruiter_address": "東京都台東区上野1-2-3",
    "recruiter_contact": "saiyo@hidamari.example",
    "authority": "OWN_BUSINESS",
    "work": "倉庫の業務改善の企画",
    "work_range": "会社の定める業務",
    "place": "東京都台東区",
    "place_range": "変更なし",
    "employment": "PERMANENT",
    "dispatch": "NO",
    "contract_term": "OPEN_ENDED",
    "trial_period": "3か月",
    "hours": "9:00〜18:00",
    "overtime": "月10時間ほど",
    "breaks": "12:00〜13:00",
    "days_off": "土日・祝日",
    "pay": "年480万円〜620万円",
    "fixed_overtime_pay": "なし",
    "insurance": "社会保険完備",
    "smoking": "NO_SMOKING",
}
CONTRACT_TERMS: dict[str, str] = {
    "recruiter_name": "株式会社ひだまり物流",
    "recruiter_address": "東京都台東区上野1-2-3",
    "recruiter_contact": "saiyo@hidamari.example",
    "authority": "EMPLOYED",
    "work": "配送計画の見直し",
    "contract_form": "QUASI_MANDATE",
    "hours_expected": "月20時間ほど",
    "fee": "月20万円〜30万円（税別）",
    "closing_date": "月末",
    "payment_date": "翌月末",
    "payment_days": "30",
    "period": "2027年1月〜3月",
    "place": "オンライン",
    "rights": "成果物の権利は発注者に移る",
    "confidentiality": "秘密保持契約を結ぶ",
    "ending_early": "1か月前に知らせる",
}
SPEAKER_TERMS: dict[str, str] = {"when": "2027年2月の平日夜", "fee_terms": "NONE", "travel": "実費"}


async def make_opportunity(
    session: AsyncSession,
    author: MemberId,
    *,
    kind: Kind = Kind.SOUNDING_BOARD,
    direction: Direction = Direction.SEEKING,
    title: str = "新しい物流サービスの壁打ちをお願いします",
    body: str = "倉庫の**自動化**について、率直な意見をください。",
    audience: Level = Level.VERIFIED,
    groups: Sequence[GroupId] = (),
    skills: Sequence[SkillId] = (),
    terms: Mapping[str, str] | None = None,
    last_day: date | None = None,
    posted_at: datetime | None = None,
    **columns: Any,
) -> OpportunityId:
    """Add a live post, by default for verified members; `columns` are further columns of the row."""
    terms = {"duration": "1時間", "fee_terms": "NONE"} if terms is None else dict(terms)
    row = Opportunity(
        author_id=author,
        kind=kind.value,
        direction=direction.value,
        title=title,
        body=body,
        audience=int(audience),
        posted_at=posted_at or now(),
        last_day=last_day or today() + timedelta(days=30),
        **({"on_behalf_of": on_behalf_of(terms), "places": places_of(columns.get("place"), terms)} | columns),
    )
    session.add(row)
    await session.flush()
    session.add_all(OpportunityGroup(opportunity_id=row.id, group_id=group) for group in groups)
    session.add_all(OpportunitySkill(opportunity_id=row.id, skill_id=skill, position=at) for at, skill in enumerate(skills))
    session.add(OpportunityTerms(opportunity_id=row.id, version=1, terms=terms))
    await session.flush()
    return OpportunityId(row.id)


async def make_response(
    session: AsyncSession,
    opportunity: OpportunityId,
    responder: MemberId,
    *,
    state: ResponseState = ResponseState.RESPONDED,
    note: str = "倉庫の立ち上げを3年していました。お話しできます。",
    conversation: ConversationId | None = None,
    **columns: Any,
) -> Response:
    """Add a response; one that talks wants its conversation from `make_conversation`."""
    row = Response(
        opportunity_id=opportunity,
        responder_id=responder,
        terms_version=1,
        note=note,
        state=state.value,
        conversation_id=conversation,
        **columns,
    )
    session.add(row)
    await session.flush()
    return row
