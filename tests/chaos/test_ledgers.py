"""What the run of faults compares: each thing that may go wrong is seen, and nothing else is."""

from collections import Counter

from server.kit.ids import MemberId, uuid7
from server.kit.log import OPPORTUNITIES, inbox
from tests.chaos.ledgers import Delivered, Rows, Sent, Told, Verdict, compare

AUTHOR, READER = MemberId(uuid7()), MemberId(uuid7())
FIRST, SECOND, OF_GROUP, SAID = "配送 1", "会計 2", "会計 3", "ことば 4"
POSTED = [Told("OpportunityPosted", title) for title in (FIRST, SECOND, OF_GROUP)]
MATCH, SPOKEN = Told("StandingQueryMatched", FIRST), Told("MessageSent", SAID)


def world() -> tuple[list[Sent], Rows, Delivered]:
    """Three posts, the last for group 1 alone; the reader is in it, is spoken to, and waits for what is in the first post."""
    sent = [Sent("OpportunityPosted", FIRST, AUTHOR, began=1, acknowledged="OpportunityPosted")]
    sent += [Sent("OpportunityPosted", SECOND, AUTHOR, began=2, acknowledged="OpportunityPosted")]
    sent += [Sent("OpportunityPosted", OF_GROUP, AUTHOR, 1, began=3, acknowledged="OpportunityPosted")]
    sent += [Sent("MessageSent", SAID, AUTHOR, began=4, acknowledged="MessageSent")]
    rows = Rows(Counter([FIRST, SECOND, OF_GROUP, SAID]), {OPPORTUNITIES: list(POSTED), inbox(READER): [MATCH, SPOKEN]})
    reader = Delivered(READER, {1})
    reader.streams[OPPORTUNITIES] = list(POSTED)
    reader.streams[inbox(READER)] = [MATCH, SPOKEN]
    return sent, rows, reader


def told(sent: list[Sent], rows: Rows, reader: Delivered) -> Verdict:
    """Hold them beside each other."""
    return compare(sent, rows, [reader], {READER: "配送"})


def counts(verdict: Verdict) -> tuple[int, int, int, int, int]:
    """How often each went wrong."""
    found = (verdict.lost, verdict.doubled, verdict.out_of_order, verdict.unauthorised, verdict.other)
    lost, doubled, disordered, unauthorised, other = map(len, found)
    return lost, doubled, disordered, unauthorised, other


def test_what_agrees_is_not_complained_of() -> None:
    assert told(*world()).wrong == []


def test_what_was_not_delivered_is_lost() -> None:
    sent, rows, reader = world()
    reader.streams[OPPORTUNITIES].remove(POSTED[1])
    reader.streams[inbox(READER)].remove(SPOKEN)
    assert counts(told(sent, rows, reader)) == (2, 0, 0, 0, 0)


def test_what_has_no_row_is_lost_and_what_has_two_is_doubled() -> None:
    sent, rows, reader = world()
    del rows.written[FIRST]
    rows.written[SAID] = 2
    assert counts(told(sent, rows, reader)) == (1, 1, 0, 0, 0)


def test_what_was_delivered_twice_is_doubled() -> None:
    sent, rows, reader = world()
    reader.streams[OPPORTUNITIES].append(POSTED[2])
    assert counts(told(sent, rows, reader)) == (0, 1, 0, 0, 0)


def test_what_came_before_its_turn_is_out_of_order() -> None:
    sent, rows, reader = world()
    reader.streams[OPPORTUNITIES].reverse()
    assert counts(told(sent, rows, reader)) == (0, 0, 1, 0, 0)


def test_who_waits_is_told_once() -> None:
    sent, rows, reader = world()
    rows.log[inbox(READER)] = reader.streams[inbox(READER)] = [SPOKEN]
    assert counts(told(sent, rows, reader)) == (1, 0, 0, 0, 0)
    sent, rows, reader = world()
    rows.log[inbox(READER)] = [MATCH, MATCH, SPOKEN]
    assert counts(told(sent, rows, reader)) == (0, 1, 0, 0, 0)


def test_another_groups_post_is_for_its_members_alone() -> None:
    sent, rows, reader = world()
    reader.groups = {2}
    assert counts(told(sent, rows, reader)) == (0, 0, 0, 1, 0)
    reader.streams[OPPORTUNITIES].remove(POSTED[2])
    assert counts(told(sent, rows, reader)) == (0, 0, 0, 0, 0)


def test_who_left_the_group_is_told_of_no_post_that_began_afterwards() -> None:
    sent, rows, reader = world()
    reader.left_at = 2.5
    assert counts(told(sent, rows, reader)) == (0, 0, 0, 1, 0)
    reader.left_at = 3.5
    assert counts(told(sent, rows, reader)) == (0, 0, 0, 0, 0)
    reader.streams[OPPORTUNITIES].remove(POSTED[2])
    assert counts(told(sent, rows, reader)) == (0, 0, 0, 0, 0)


def test_who_signed_out_is_told_of_nothing_that_began_afterwards() -> None:
    sent, rows, reader = world()
    reader.signed_out_at = 1.5
    assert counts(told(sent, rows, reader)) == (0, 0, 0, 3, 0)
    reader.streams[OPPORTUNITIES], reader.streams[inbox(READER)] = [POSTED[0]], []
    assert counts(told(sent, rows, reader)) == (0, 0, 0, 0, 0)


def test_what_is_in_no_log_and_what_nobody_answered_is_told() -> None:
    sent, rows, reader = world()
    sent[1].acknowledged = None
    reader.streams[OPPORTUNITIES].append(Told("OpportunityPosted", "どこにもない"))
    reader.complaints.append("a gap")
    assert counts(told(sent, rows, reader)) == (0, 0, 0, 0, 3)
