"""By what a standing query is looked up: no post that meets it is missed, whichever of its conditions it is kept under."""

from hypothesis import given, settings
from hypothesis import strategies as some

from server.kit.ids import CompanyId, GroupId, OpportunityId, SkillId, uuid7
from server.opportunities.rules import AuthorFacts, Direction, Kind, OpportunityFacts, OpportunityFilter, matches
from server.search.japanese.analysis import Kind as TextKind
from server.search.japanese.analysis import default_analyser
from server.standing.rules import conditions_of, rarest, terms_of
from tests.server.opportunities.worlds import BODIES, TITLES, WORDS, some_of

SKILLS = [SkillId(uuid7()) for _ in range(3)]
GROUPS = [GroupId(uuid7()) for _ in range(3)]
COMPANIES = [CompanyId(uuid7()) for _ in range(3)]
PLACES = ("JP-13", "JP-27", "JP-40")
NAMES = ("髙橋 悠", "たかはし ゆう", "Takahashi Yu", "渋谷 葵")

FILTERS = some.builds(
    OpportunityFilter,
    text=some.sampled_from(
        [
            "",
            "",
            *WORDS,
            "c++",
            "Pytho",
            "じどうか",
            "倉庫自動化 py",
            "public relations",
            "登壇してくれる人",
            "PR 相談",
            "about Python please",
        ]
    ),
    kinds=some_of(Kind),
    directions=some_of(Direction),
    skills=some_of(SKILLS),
    companies=some_of(COMPANIES),
    groups=some_of(GROUPS),
    places=some_of(PLACES),
    remote=some.sampled_from((None, True, False)),
)


@some.composite
def facts(draw: some.DrawFn) -> OpportunityFacts:
    """A post with one of the titles and bodies, by one of the names."""
    analyser = default_analyser()
    texts = [draw(some.sampled_from(TITLES)), draw(some.sampled_from(BODIES)), "C++"]
    words = frozenset[str]().union(*(analyser.terms(text, TextKind.PROSE) for text in texts))
    author = AuthorFacts(analyser.terms(draw(some.sampled_from(NAMES)), TextKind.NAME), draw(some_of(COMPANIES)))
    kind, direction, remote = draw(some.sampled_from(Kind)), draw(some.sampled_from(Direction)), draw(some.booleans())
    skills, groups, places = draw(some_of(SKILLS)), draw(some_of(GROUPS)), draw(some_of(PLACES))
    return OpportunityFacts(OpportunityId(uuid7()), kind, direction, remote, skills, groups, places, words, author)


# The first of them cuts all words of the thesaurus.
@settings(deadline=None)
@given(wanted=FILTERS, post=facts())
def test_what_meets_a_filter_has_a_term_of_each_of_its_conditions(wanted: OpportunityFilter, post: OpportunityFacts) -> None:
    """And each condition is met by itself; so any of them may be the one that a query is kept under."""
    if matches(wanted, post):
        terms = terms_of(post)
        assert all(matches(each.asks, post) and not each.terms.isdisjoint(terms) for each in conditions_of(wanted))


# The first of them cuts all words of the thesaurus.
@settings(deadline=None)
@given(wanted=FILTERS, post=facts())
def test_what_meets_every_condition_meets_the_filter(wanted: OpportunityFilter, post: OpportunityFacts) -> None:
    """Taken apart, a filter says what it said."""
    assert matches(wanted, post) == all(matches(each.asks, post) for each in conditions_of(wanted))


def test_a_filter_that_asks_for_nothing_has_no_conditions() -> None:
    """Nor has one of which no word is left."""
    assert conditions_of(OpportunityFilter()) == ()
    assert conditions_of(OpportunityFilter(text=" !? ")) == ()


def test_the_condition_that_the_fewest_meet_is_the_one() -> None:
    """Of several the one that is rare by its nature."""
    wanted = OpportunityFilter(text="物流", kinds=frozenset({Kind.VENUE}), companies=frozenset(COMPANIES[:1]))
    company, words, kind = conditions_of(wanted)
    assert company.terms == {f"c:{COMPANIES[0]}"}
    assert kind.terms == {"k:venue"}
    assert rarest({company: 3, words: 1, kind: 9}) is words
    assert rarest({company: 2, words: 2, kind: 2}) is company


def test_a_long_beginning_is_kept_by_its_first_letters() -> None:
    """Which a post with the whole word is looked up by."""
    (words,) = conditions_of(OpportunityFilter(text="pytho"))
    assert "b:pyth" in words.terms
    assert len([term for term in words.terms if term.startswith("b:")]) == len({term for term in words.terms if term.startswith("b:")})
