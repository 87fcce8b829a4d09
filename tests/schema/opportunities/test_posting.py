"""Posting, editing and closing through the front door: what is shown to whom, and what is refused without a trace."""

from datetime import timedelta
from typing import Any

import time_machine

from server.kit.clock import now, today
from server.kit.ids import global_id, parse, uuid7
from server.opportunities.commands import hide_opportunity
from server.opportunities.model import Opportunity
from tests.factories.opportunities import CONTRACT_TERMS, HIRING_TERMS
from tests.factories.people import make_member
from tests.schema.opportunities.asking import Stage, a_hiring, a_post, an_edit, listed, posted, refused
from tests.support.unchanged import ledger

POST = """
query Post($id: ID!) { opportunity(id: $id) {
  kind direction title bodyHtml author { name } authorCompanies { name } skills { name } place remote audience groups { name }
  onBehalfOf recruiterContact pay terms { key label value given } termsVersion lastDay closeReason live
  viewerIsAuthor viewerMayRespond viewerResponse { id } fits hidden { reason }
} }"""
READ = "opportunity { id title termsVersion termsChangedAt postedAt editedAt closedAt closeReason live }"
DAYS = {"past": -1, "too far": 91}
# What is changed in a sound post, the refusal's name, the field that it names.
FAULTS: tuple[tuple[dict[str, Any], str, str], ...] = (
    ({"title": "  "}, "Missing", "title"),
    ({"title": "あ" * 81}, "TooLong", "title"),
    ({"body": "見てください <script>alert(1)</script>"}, "ScriptInText", "body"),
    ({"body": "[ここ](javascript:alert(1))"}, "ScriptInText", "body"),
    ({"body": "あ" * 5001}, "TooLong", "body"),
    ({"skills": [f"スキル{number}" for number in range(11)]}, "TooMany", "skills"),
    ({"place": "あ" * 61}, "TooLong", "place"),
    ({"audience": "ONLY_ME"}, "NotAnAudience", "audience"),
    ({"audience": "CHOSEN_GROUPS"}, "NoGroupChosen", "groups"),
    ({"audience": "CHOSEN_GROUPS", "groups": [global_id("AlumniGroup", uuid7())]}, "NotYourGroup", "groups"),
    ({"audience": "CHOSEN_GROUPS", "groups": ["nonsense"]}, "NotYourGroup", "groups"),
    ({"groups": [global_id("AlumniGroup", uuid7())]}, "GroupsNotChosen", "groups"),
    ({"terms": listed({key: value for key, value in CONTRACT_TERMS.items() if key != "rights"})}, "Missing", "terms.rights"),
    ({"terms": listed(CONTRACT_TERMS | {"recruiter_name": ""})}, "NamelessRecruitment", "terms.recruiter_name"),
    ({"terms": listed(CONTRACT_TERMS | {"payment_days": "61"})}, "NotWithin", "terms.payment_days"),
    ({"terms": listed(CONTRACT_TERMS | {"fee": "応相談"})}, "NotMoney", "terms.fee"),
    ({"terms": listed(CONTRACT_TERMS | {"contract_form": "準委任"})}, "NotAChoice", "terms.contract_form"),
    ({"terms": listed(CONTRACT_TERMS | {"age": "30歳まで"})}, "UnknownTerm", "terms.age"),
    ({"terms": [*listed(CONTRACT_TERMS), {"key": "fee", "value": "1円"}]}, "RepeatedTerm", "terms.fee"),
    ({"kind": "EVENT", "terms": []}, "Missing", "terms.held_on"),
    ({"kind": "VENUE", "terms": listed({"capacity": "0"})}, "NotWithin", "terms.capacity"),
    ({"kind": "HIRING", "terms": []}, "NamelessRecruitment", "terms.recruiter_name"),
    ({"kind": "HIRING", "direction": "OFFERING", "terms": listed(HIRING_TERMS)}, "HiringOnlySeeks", "direction"),
    ({"lastDay": "past"}, "LastDayPast", "lastDay"),
    ({"lastDay": "too far"}, "LastDayTooFar", "lastDay"),
    ({"clientMutationId": "short"}, "BadMutationId", "clientMutationId"),
)


async def shown(client: Any, post: str) -> dict[str, Any] | None:
    """A post as a reader has it."""
    return (await client.ask(POST, {"id": post}))["opportunity"]


async def test_a_post_as_others_see_it(stage: Stage) -> None:
    """Everything that it says; terms with their labels in the reader's language; the body sanitised."""
    post = await posted(stage.author)
    seen = await shown(stage.other, post)
    assert seen is not None
    assert (seen["author"]["name"], seen["authorCompanies"]) == ("髙橋 悠", [{"name": "ひだまり電機"}])
    assert [skill["name"] for skill in seen["skills"]] == ["物流", "データ分析"]
    assert "<strong>倉庫</strong>" in seen["bodyHtml"]
    assert (seen["onBehalfOf"], seen["pay"]) == ("株式会社ひだまり物流", "月20万円〜30万円（税別）")
    assert (seen["viewerIsAuthor"], seen["viewerMayRespond"], seen["viewerResponse"], seen["live"]) == (False, True, None, True)
    assert [term["key"] for term in seen["terms"]] == list(CONTRACT_TERMS)
    form = {"key": "contract_form", "label": "契約の形", "value": "準委任", "given": "QUASI_MANDATE"}
    assert form in seen["terms"]
    stage.other.language = "en"
    english = await shown(stage.other, post)
    assert english is not None
    assert form | {"label": "Form of contract", "value": "Quasi-mandate (paid for work done)"} in english["terms"]
    assert await shown(stage.newcomer, post) is None
    assert await shown(stage.app.guest(), post) is None


async def test_a_public_recruitment_shows_who_recruits_but_not_who_posted(stage: Stage) -> None:
    """domain.md's rule 1: to newcomers and guests, recruiter and contact always, names never."""
    answer = await stage.author.change("postOpportunity", a_hiring(audience="ANYONE"), "... on OpportunityPosted { opportunity { id } }")
    for reader in (stage.newcomer, stage.app.guest()):
        seen = await shown(reader, answer["opportunity"]["id"])
        assert seen is not None
        assert (seen["author"], seen["authorCompanies"], seen["viewerMayRespond"]) == (None, [], False)
        assert (seen["onBehalfOf"], seen["recruiterContact"]) == (HIRING_TERMS["recruiter_name"], HIRING_TERMS["recruiter_contact"])


async def test_a_post_for_chosen_groups(stage: Stage) -> None:
    """It stands in the author's own group, and nobody outside finds it."""
    post = await posted(stage.author, audience="CHOSEN_GROUPS", groups=[global_id("AlumniGroup", stage.group)])
    own = await shown(stage.author, post)
    assert own is not None
    assert own["groups"] == [{"name": "ひだまり電機アルムナイ"}]
    assert await shown(stage.other, post) is None


async def test_what_a_post_may_not_say(stage: Stage) -> None:
    """Each fault is an Invalid that names its field, in a sentence of the reader's language."""
    for changes, code, field in FAULTS:
        day = DAYS.get(changes.get("lastDay", ""))
        moved = {} if day is None else {"lastDay": (today() + timedelta(days=day)).isoformat()}
        answer = await refused(stage, stage.author, "postOpportunity", a_post(**(changes | moved)))
        assert (answer["__typename"], answer["code"], answer["field"]) == ("Invalid", code, field), changes


async def test_the_sentences_say_what_to_do(stage: Stage) -> None:
    """Word for word, where the words matter most."""
    anonymous = a_hiring(terms=listed(HIRING_TERMS | {"recruiter_contact": " "}))
    answer = await refused(stage, stage.author, "postOpportunity", anonymous)
    assert answer["message"] == "採用と業務委託・副業では、だれが募集するのかと連絡先を、かならず書いてください。"
    assert answer["en"] == "Hiring and contract work always say who recruits, and how to reach them."
    answer = await refused(stage, stage.author, "postOpportunity", a_post(body="<script>"))
    assert answer["message"].startswith("プログラム（スクリプト）として動く書き方は使えません。")
    assert answer["en"].startswith("Text that would run as a script cannot be used.")
    late = (today() + timedelta(days=91)).isoformat()
    answer = await refused(stage, stage.author, "postOpportunity", a_post(lastDay=late))
    latest = (today() + timedelta(days=90)).isoformat()
    assert answer["message"] == f"掲載できるのは、はじめに投稿した日から90日までです。最終日は{latest}までの日にしてください。"


async def test_newcomers_and_guests_do_not_post(stage: Stage) -> None:
    """They draft; a draft stays with them."""
    answer = await refused(stage, stage.newcomer, "postOpportunity", a_post())
    assert (answer["__typename"], answer["code"]) == ("NotAllowed", "NotVerified")
    answer = await refused(stage, stage.app.guest(), "postOpportunity", a_post())
    assert (answer["__typename"], answer["code"]) == ("NotAllowed", "NotSignedIn")


async def test_a_post_that_is_sent_twice_is_there_once(stage: Stage) -> None:
    """By its clientMutationId: the second answer is the first one's post, and nothing more is written."""
    given = a_post(clientMutationId="post-once-please")
    fields = "... on OpportunityPosted { opportunity { id } }"
    first = await stage.author.change("postOpportunity", given, fields)
    before = await ledger(stage.app.house.db)
    assert await stage.author.change("postOpportunity", given, fields) == first
    after = await ledger(stage.app.house.db)
    assert {name for name in after if after[name] != before[name]} <= {"session"}


async def test_other_terms_are_a_new_version(stage: Stage) -> None:
    """Equal ones are none; the day of posting never moves."""
    post = await posted(stage.author)
    fields = f"... on OpportunityEdited {{ {READ} }}"
    same = (await stage.author.change("editOpportunity", an_edit(post, title="題を直しました"), fields))["opportunity"]
    assert (same["title"], same["termsVersion"]) == ("題を直しました", 1)
    assert same["termsChangedAt"] == same["postedAt"] != same["editedAt"]
    other = an_edit(post, terms=listed(CONTRACT_TERMS | {"fee": "月25万円（税別）"}))
    changed = (await stage.author.change("editOpportunity", other, fields))["opportunity"]
    assert (changed["termsVersion"], changed["postedAt"]) == (2, same["postedAt"])
    assert changed["termsChangedAt"] > same["termsChangedAt"]


async def test_an_edit_by_somebody_else(stage: Stage) -> None:
    """Who sees the post is told; for who does not, it is not there."""
    post = await posted(stage.author)
    answer = await refused(stage, stage.other, "editOpportunity", an_edit(post))
    assert (answer["__typename"], answer["code"]) == ("NotAllowed", "NotTheAuthor")
    private = await posted(stage.author, audience="CHOSEN_GROUPS", groups=[global_id("AlumniGroup", stage.group)])
    for wrong in (private, global_id("Opportunity", uuid7()), global_id("Company", uuid7()), "nonsense"):
        for mutation, given in (("editOpportunity", an_edit(wrong)), ("closeOpportunity", {"opportunity": wrong, "reason": "FOUND"})):
            answer = await refused(stage, stage.other, mutation, given)
            assert (answer["__typename"], answer["code"]) == ("NotFound", "NotThere")


async def test_a_closed_post_is_not_edited(stage: Stage) -> None:
    """Nor closed again; it stays readable, and says why it ended."""
    post = await posted(stage.author)
    answer = await refused(stage, stage.author, "closeOpportunity", {"opportunity": post, "reason": "EXPIRED"})
    assert (answer["code"], answer["field"]) == ("NotAReason", "reason")
    fields = f"... on OpportunityClosed {{ {READ} }}"
    closed = await stage.author.change("closeOpportunity", {"opportunity": post, "reason": "FOUND"}, fields)
    assert (closed["opportunity"]["closeReason"], closed["opportunity"]["live"]) == ("FOUND", False)
    answer = await refused(stage, stage.author, "editOpportunity", an_edit(post))
    assert (answer["__typename"], answer["code"]) == ("Conflict", "AlreadyClosed")
    assert (answer["message"], answer["en"]) == (
        "この募集は、もう終わっています。内容は変えられません。",
        "This post has ended. It can no longer be changed.",
    )
    answer = await refused(stage, stage.author, "closeOpportunity", {"opportunity": post, "reason": "ENDED"})
    assert (answer["__typename"], answer["code"]) == ("Conflict", "AlreadyClosed")
    seen = await shown(stage.other, post)
    assert seen is not None
    assert (seen["closeReason"], seen["live"], seen["viewerMayRespond"]) == ("FOUND", False, False)
    assert (await stage.other.ask("{ opportunities(first: 5) { totalCount edges { node { id } } } }"))["opportunities"] == {
        "totalCount": 0,
        "edges": [],
    }


async def test_what_an_operator_hid_stays_hidden(stage: Stage) -> None:
    """Though its author edits it, takes it out of the group and brings it back."""
    group = global_id("AlumniGroup", stage.group)
    post = await posted(stage.author, audience="CHOSEN_GROUPS", groups=[group])
    async with stage.app.house.db.transaction() as session:
        member = await make_member(session, company="ひだまり電機")
    colleague = await stage.app.as_member(member)
    assert await shown(colleague, post) is not None
    async with stage.app.house.db.transaction() as session:
        row = await session.get_one(Opportunity, parse("Opportunity", post))
        await hide_opportunity(session, row, stage.group, "勧誘のため")
    assert await shown(colleague, post) is None
    for changes in ({}, {"audience": "CHOSEN_GROUPS", "groups": [group]}):
        answer = await stage.author.change("editOpportunity", an_edit(post, **changes))
        assert answer["__typename"] == "OpportunityEdited"
    assert await shown(colleague, post) is None
    own = await shown(stage.author, post)
    assert own is not None
    assert own["hidden"] == {"reason": "勧誘のため"}


async def test_after_its_last_day_a_post_is_over(stage: Stage) -> None:
    """Gone from every list though no worker ran, with a reason that nobody gave; an edit cannot stretch its life past 90 days."""
    post = await posted(stage.author, lastDay=today().isoformat())
    with time_machine.travel(now() + timedelta(days=1), tick=True):
        assert (await stage.other.ask("{ opportunities(first: 5) { totalCount } }"))["opportunities"]["totalCount"] == 0
        seen = await shown(stage.author, post)
        assert seen is not None
        assert (seen["closeReason"], seen["live"]) == ("EXPIRED", False)
        answer = await refused(stage, stage.author, "editOpportunity", an_edit(post))
        assert (answer["__typename"], answer["code"]) == ("Conflict", "AlreadyClosed")
    long = await posted(stage.author)
    with time_machine.travel(now() + timedelta(days=1), tick=True):
        answer = await refused(stage, stage.author, "editOpportunity", an_edit(long, lastDay=(today() + timedelta(days=90)).isoformat()))
        assert (answer["code"], answer["field"]) == ("LastDayTooFar", "lastDay")
