"""The demo world is one and the same for a seed, hangs together, and holds nobody who exists."""

import re
from collections import Counter
from dataclasses import astuple
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import pairwise

import pytest

from engawa.demo.shapes import Opportunity, World
from engawa.demo.terms import in_its_month
from engawa.demo.texts import drafts, english_drafts, professions, read
from engawa.demo.world import build_world, company_names
from server.accounts.rules import DEMO_KEYS, demo_email
from server.kit.actor import Level
from server.kit.clock import TOKYO
from server.opportunities.rules.kinds import Direction, Kind
from server.opportunities.rules.terms import checked_terms

AT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
KANA = re.compile(r"[ぁ-ゖァ-ヺー・ ]+")


@pytest.fixture(scope="module")
def world() -> World:
    """The world as `make run` shows it."""
    return build_world(AT)


def digest(world: World) -> str:
    """A fingerprint of everything in the world."""
    return sha256(repr(astuple(world)).encode()).hexdigest()


def test_the_same_seed_makes_the_same_world() -> None:
    """And another seed, or another instant, another one."""
    small = build_world(AT, seed=1, members=300, opportunities=60)
    assert digest(build_world(AT, seed=1, members=300, opportunities=60)) == digest(small)
    assert digest(build_world(AT, seed=2, members=300, opportunities=60)) != digest(small)
    assert digest(build_world(AT + timedelta(days=40), seed=1, members=300, opportunities=60)) != digest(small)


def test_it_is_as_large_as_it_says(world: World) -> None:
    """2,000 people of 18 companies, 300 posts over every kind in its directions, and some sixty talks."""
    assert len(world.people) == 2000
    assert len(world.opportunities) == 300
    assert {affiliation.company for affiliation in world.affiliations} == set(company_names())
    assert len(company_names()) == 18
    found = {(post.kind, post.direction) for post in world.opportunities}
    every = {(kind.name.lower(), direction.name.lower()) for kind in Kind for direction in Direction}
    assert every - found == {("hiring", "offering")}
    assert 50 <= sum(1 for response in world.responses if response.talk) <= 110
    assert {response.state for response in world.responses} == {"responded", "talking", "agreed", "declined", "withdrawn"}
    assert {post.close_reason for post in world.opportunities} == {None, "found", "ended", "withdrawn"}
    assert {post.audience for post in world.opportunities} == {Level.ANYONE, Level.SIGNED_IN, Level.VERIFIED, Level.CHOSEN_GROUPS}


def test_every_id_and_address_is_one_of_its_kind(world: World) -> None:
    """No two things share an id, no two people an address or a name."""
    everything = [*world.people, *world.affiliations, *world.opportunities, *world.responses, *world.reports]
    ids = [thing.id for thing in everything] + [response.talk.id for response in world.responses if response.talk]
    ids += [message.id for response in world.responses if response.talk for message in response.talk.messages]
    assert len(set(ids)) == len(ids)
    assert {key.version for key in ids} == {7}
    assert len({person.email for person in world.people}) == len(world.people)
    assert len({person.name for person in world.people}) == len(world.people)


def test_tenures_are_sane(world: World) -> None:
    """They have ended, last at least half a year, follow one another, and began after their company did."""
    earliest: dict[str, int] = read("employers")["earliest"]
    of_person: dict[object, list[tuple[date, date]]] = {}
    for affiliation in world.affiliations:
        assert affiliation.started_on.day == affiliation.ended_on.day == 1
        assert affiliation.started_on.year >= earliest[affiliation.company]
        assert affiliation.started_on + timedelta(days=180) < affiliation.ended_on < AT.date()
        of_person.setdefault(affiliation.person, []).append((affiliation.started_on, affiliation.ended_on))
    assert set(of_person) == {person.id for person in world.people}
    assert max(map(len, of_person.values())) == 3
    for tenures in of_person.values():
        assert all(before[1] < after[0] for before, after in pairwise(tenures))


def test_confirmations_are_made_by_who_may(world: World) -> None:
    """By an operator of that company's group or the steward, never by oneself; a few per cent still wait."""
    runs = {(membership.group, membership.person) for membership in world.memberships if membership.role}
    stewards = {person.id for person in world.people if person.is_steward}
    for affiliation in world.affiliations:
        assert (affiliation.decided_at is None) == (affiliation.decided_by is None)
        if affiliation.decided_by is not None and affiliation.decided_at is not None:
            assert affiliation.decided_by != affiliation.person
            assert affiliation.decided_by in stewards or (affiliation.company, affiliation.decided_by) in runs
            assert affiliation.declared_at <= affiliation.decided_at <= AT
    waiting = sum(1 for person in world.people if person.verified_at is None)
    assert 0.05 < waiting / len(world.people) < 0.11
    crew = Counter(group for group, _ in runs)
    assert set(crew) == set(company_names())
    assert set(crew.values()) <= {2, 3}
    assert len(stewards) == 1


def test_names_can_be_read(world: World) -> None:
    """Every name has its reading in kana and a romanised form; variant kanji and Latin names are among them."""
    for person in world.people:
        assert KANA.fullmatch(person.reading), person.name
        assert person.romanised.replace(" ", "").replace("'", "").replace("-", "").isalpha()
        assert len(person.name.split()) == len(person.reading.split()) or not person.name.isascii()
    families = {person.name.split()[0] for person in world.people}
    assert {"髙橋", "高橋", "渡邉", "渡邊", "齋藤", "斎藤", "山﨑", "山崎", "濱田", "𠮷田"} <= families
    assert 20 <= sum(1 for person in world.people if person.name.isascii()) <= 60
    assert sum(1 for person in world.people if person.former_name) > 100


def test_texts_are_whole(world: World) -> None:
    """No text is empty, and no slot is left unfilled; a post and its author's words are not repeated."""
    texts = [text for person in world.people for text in (person.headline, person.bio, *person.gives, *person.asks) if text is not None]
    texts += [text for post in world.opportunities for text in (post.title, post.body, *(value for _, value in post.terms))]
    texts += [response.note for response in world.responses] + [report.note for report in world.reports]
    texts += [message.body for response in world.responses if response.talk for message in response.talk.messages]
    assert [text for text in texts if not text.strip() or "{" in text or "!" in text or "！" in text] == []
    assert len({post.title for post in world.opportunities}) == len(world.opportunities)
    assert len({person.headline for person in world.people}) > 700


def test_every_draft_is_ready() -> None:
    """Also the ones that this world happens not to use: no slot is forgotten, and none makes a sentence stumble."""
    texts = [text for draft in (*drafts(), *english_drafts()) for text in (draft.title, draft.body, *draft.terms.values())]
    assert [text for text in texts if re.search(r"[{}]|(?<!も)のの|[るた]の(?:会|夜|方)", text)] == []


def test_terms_are_complete_for_their_kind(world: World) -> None:
    """The product itself would accept them as they are."""
    for post in world.opportunities:
        kept = checked_terms(Kind[post.kind.upper()], Direction[post.direction.upper()], post.terms)
        assert kept.keys() == dict(post.terms).keys(), post.title


def test_posts_stand_within_their_time(world: World) -> None:
    """At most 90 days, written by members who were confirmed by then, for a group that they are in."""
    people = {person.id: person for person in world.people}
    approved = {(membership.group, membership.person) for membership in world.memberships if membership.state == "approved"}
    for post in world.opportunities:
        verified_at = people[post.author].verified_at
        assert verified_at is not None
        assert verified_at < post.posted_at < AT
        assert 10 <= (post.last_day - post.posted_at.astimezone(TOKYO).date()).days < 90
        assert post.closed_at is None or post.posted_at < post.closed_at <= AT
        assert (post.group is not None) == (post.audience == Level.CHOSEN_GROUPS)
        assert post.group is None or (post.group, post.author) in approved


def test_answers_follow_their_posts(world: World) -> None:
    """Nobody answers twice or themselves; talks stay in order; agreed needs both sides."""
    posts: dict[object, Opportunity] = {post.id: post for post in world.opportunities}
    assert len({(response.opportunity, response.responder) for response in world.responses}) == len(world.responses)
    for response in world.responses:
        post = posts[response.opportunity]
        assert response.responder != post.author
        assert post.posted_at < response.responded_at <= response.last_activity_at <= AT
        assert (response.talk is not None) == (response.state in {"talking", "agreed"})
        assert (response.state == "agreed") == (response.author_agreed_at is not None and response.responder_agreed_at is not None)
        if response.talk:
            sent = [message.sent_at for message in response.talk.messages]
            assert sent == sorted(sent)
            assert response.responded_at <= response.talk.created_at <= sent[0]
            assert 3 <= len(sent) <= 12
            assert {message.author for message in response.talk.messages} == {post.author, response.responder}
            assert max(response.talk.author_read, response.talk.responder_read) == len(sent)


def test_every_kind_has_words_for_its_answers() -> None:
    """Notes and talks exist for each kind in each direction, and there are enough of them not to sound alike."""
    notes, exchanges = read("notes"), read("exchanges")["exchange"]
    for draft in drafts():
        headings = {draft.kind.upper(), f"{draft.kind} {draft.direction}".upper()}
        assert any(heading in notes for heading in headings), headings
        assert any(headings & set(exchange["kinds"]) for exchange in exchanges), headings
    assert len(exchanges) >= 40
    assert sum(len(profession.ja.pasts) * len(profession.ja.nows) for profession in professions().values()) > 800


def test_reports_wait_where_they_can_be_decided(world: World) -> None:
    """On posts of a group in its queue, everything else with the stewards; only talks carry an excerpt."""
    kinds = Counter(report.subject_kind for report in world.reports)
    assert kinds == {"opportunity": 4, "member": 2, "conversation": 2}
    assert sum(1 for report in world.reports if report.group == "sony") == 2
    since = {post.id: post.posted_at for post in world.opportunities} | {person.id: person.joined_at for person in world.people}
    since |= {response.talk.id: response.talk.created_at for response in world.responses if response.talk}
    for report in world.reports:
        assert report.reporter != report.about
        assert (report.excerpt is not None) == (report.subject_kind == "conversation")
        assert report.group is None or report.subject_kind == "opportunity"
        assert since[report.subject] < report.filed_at <= AT


def test_the_ready_made_sign_ins_are_there(world: World) -> None:
    """A member, another company's member with a hand raised, and an operator with something to decide."""
    people = {person.sign_in: person for person in world.people if person.sign_in}
    assert {key: person.email for key, person in people.items()} == {key: demo_email(key) for key in DEMO_KEYS}
    assert people["member"].name == "髙橋 龍之介"
    assert people["colleague"].former_name == "佐野 眞由美"
    runs = {membership.group for membership in world.memberships if membership.role and membership.person == people["operator"].id}
    assert runs == {"sony"}
    assert any(affiliation.company == "sony" and affiliation.decided_at is None for affiliation in world.affiliations)
    waiting = [response for response in world.responses if response.responder == people["colleague"].id and response.state == "responded"]
    assert [response.note for response in waiting] == ["店舗の視点でよければ、ぜひ。"]


def test_nobody_exists(world: World) -> None:
    """Addresses end where no mail can go, and no text claims that a company stands behind anything."""
    texts = repr(astuple(world))
    addresses = re.findall(r"[\w.+-]+@[\w.-]+", texts)
    assert addresses
    assert {address.rpartition(".")[2] for address in addresses} == {"example"}
    assert re.findall(r"https?://|(?<![\da-f-])0\d{1,3}-\d{2,4}-\d{4}(?![\da-f-])", texts) == []
    names = "|".join(re.escape(name) for name in company_names().values())
    assert re.findall(rf"(?:{names})(?:公認|公式|後援|が主催|の推薦|主催)", texts) == []
    invented = {person.organisation for person in world.people if person.organisation}
    assert invented.isdisjoint(company_names().values())


@pytest.mark.parametrize(
    ("text", "posted_on", "expected"),
    [
        ("2027年1月から6か月", date(2026, 9, 30), "2026年11月から6か月"),
        ("2026年12月から", date(2027, 1, 2), "2027年2月から"),
        ("12月の平日、月20万円〜30万円", date(2026, 12, 1), "1月の平日、月20万円〜30万円"),
        ("月4回、3か月", date(2027, 6, 1), "月4回、3か月"),
    ],
)
def test_months_move_with_the_post(text: str, posted_on: date, expected: str) -> None:
    """A text names the months after its own day, whenever the demo is started; lengths of time stay."""
    assert in_its_month(text, posted_on) == expected


def test_some_are_connected_and_somebody_asks_every_ready_made_sign_in(world: World) -> None:
    """Each pair once, verified by then; who asks is connected with nobody of those whom they ask."""
    people = {person.id: person for person in world.people}
    pairs = {frozenset(pair.both) for pair in world.connections}
    assert len(pairs) == len(world.connections) > 300
    for pair in world.connections:
        assert pair.one != pair.other
        assert all((people[each].verified_at or AT) <= pair.since <= AT for each in pair.both)
    asked = {people[request.asked].sign_in for request in world.connection_requests}
    assert asked == set(DEMO_KEYS)
    assert not any(frozenset((request.asker, request.asked)) in pairs for request in world.connection_requests)
