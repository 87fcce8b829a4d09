"""Wire: the laws of the schema hold for the schema as it is built, and every root field has its gate."""

from functools import cache
from typing import Any

import strawberry
from graphql import GraphQLSchema, build_schema

from schema.build import schema
from schema.gates import Gate, Knock, gate, open_gate
from tests.house import laws

# Root fields that guests may use. The field itself says why, in its gate.
OPEN = {
    "Query.arrival",
    "Query.companies",
    "Query.company",
    "Query.group",
    "Query.groups",
    "Query.joinLink",
    "Query.industries",
    "Query.invitation",
    "Query.node",
    "Query.opportunities",
    "Query.opportunity",
    "Query.places",
    "Query.site",
    "Query.skills",
    "Query.viewer",
    "Mutation.acceptInvitation",
    "Mutation.askForPasskey",
    "Mutation.confirmEmailChange",
    "Mutation.declineInvitations",
    "Mutation.enterCode",
    "Mutation.followLink",
    "Mutation.joinByProvider",
    "Mutation.requestSignIn",
    "Mutation.signInToDemo",
    "Mutation.signInWithPasskey",
    "Mutation.signOut",
    "Mutation.signUp",
    "Subscription.opportunities",
}
# Lists that are no connection, and what keeps them short.
SHORT: dict[str, str] = {
    "Affiliation.requests": "one for each of three ways to ask",
    "Affiliation.vouches": "bounded by its read",
    "AlumniGroup.companies": "a group is of one company or a few",
    "AlumniGroup.joinLinks": "open ones are bounded by a refusal, and last a year at most",
    "AlumniGroup.operators": "standing roles, a handful a group",
    "Circles.companies": "bounded by a refusal",
    "Circles.groups": "bounded by a refusal",
    "Company.groups": "a company has one group or a few",
    "Company.predecessors": "a company came from a few",
    "Company.successors": "a company went on as a few",
    "Confirmation.vouchers": "bounded by its read",
    "GroupApplication.affiliations": "a career has few companies",
    "GroupApplication.messages": "bounded by a refusal",
    "GroupRoster.imports": "bounded by its read",
    "JoinedWord.entries": "bounded by its read",
    "Opportunity.authorCompanies": "a career has few companies",
    "Opportunity.exclusions": "bounded by a refusal",
    "Opportunity.groups": "chosen by hand among the author's own",
    "Opportunity.skills": "bounded by a refusal",
    "OwnProfile.skills": "bounded by a refusal",
    "Person.affiliations": "a career has few companies",
    "Person.skills": "bounded by a refusal",
    "Query.askedConfirmations": "bounded by its read",
    "Safety.passkeys": "bounded by a refusal",
    "Site.companies": "a sample for the welcome page, bounded by its read",
    "StandingFilter.companies": "bounded by its input",
    "StandingFilter.groups": "bounded by its input",
    "StandingFilter.skills": "bounded by its input",
    "Viewer.applications": "one a group, and a member has few groups",
    "Viewer.groups": "a member has few groups",
    "Viewer.identities": "linked one by one, each by a mail or by joining",
    "Viewer.startingPoints": "bounded by its read",
    "Viewer.proposedGroups": "bounded by its read",
    "Viewer.sessions": "sessions end by themselves",
}
PLANTED = """
interface Problem { message: String! }
type NotFound implements Problem { message: String! }
type Type { id: ID! }
enum Order { NEWEST }
type Member { id: ID! viewerIsThem: Boolean! old: Int @deprecated(reason: "some day") friends: [Member!]! posts: MemberConnection! }
type MemberConnection { nodes: [Member!]! }
type Query { member(order: String): Member }
input PostInput { clientMutationId: String! }
type Posted { member: Member }
union PostResult = Posted | NotFound
type Mutation { post(input: PostInput!): PostResult! leave(member: ID!): Posted }
"""


@cache
def built() -> GraphQLSchema:
    """The schema as clients see it, read back from its own export."""
    return build_schema(schema.as_str())


@cache
def planted() -> GraphQLSchema:
    """A schema that breaks every law."""
    return build_schema(PLANTED)


def gates(of: strawberry.Schema) -> dict[str, list[Gate]]:
    """The gates of every root field, in the schema as it runs."""
    core: GraphQLSchema = of._schema
    return {name: _gates(field.extensions["strawberry-definition"]) for name, field in laws.roots(core)}


def _gates(definition: Any) -> list[Gate]:
    return [extension for extension in definition.extensions if isinstance(extension, Gate)]


def test_every_root_field_has_one_gate() -> None:
    """Nobody knocks where nobody thought of who may."""
    found = gates(schema)
    assert len(found) > 0
    assert [name for name, its in found.items() if len(its) != 1] == []


def test_only_the_listed_root_fields_are_open() -> None:
    """A field that opens to guests is added here by somebody who thought about it, and says why."""
    open_fields = {name: its[0] for name, its in gates(schema).items() if its and its[0].knock is Knock.ANYBODY}
    assert open_fields.keys() == OPEN
    assert [name for name, its in open_fields.items() if not (its.because or "").strip()] == []


def test_a_root_field_without_a_gate_is_caught() -> None:
    """Planted: one without, one with, one open."""

    @strawberry.type
    class Query:
        @strawberry.field
        def bare(self) -> int:
            return 1

        @strawberry.field(extensions=[gate(Knock.MEMBER)])
        def gated(self) -> int:
            return 1

        @strawberry.field(extensions=[open_gate("Everybody may know.")])
        def opened(self) -> int:
            return 1

    found = gates(strawberry.Schema(Query))
    assert {name: [its.knock for its in gates_] for name, gates_ in found.items()} == {
        "Query.bare": [],
        "Query.gated": [Knock.MEMBER],
        "Query.opened": [Knock.ANYBODY],
    }


def test_root_fields_and_enums_are_described() -> None:
    """Whoever reads the schema alone understands it."""
    assert laws.undescribed(built()) == []
    assert "Order" in laws.undescribed(planted())
    assert "Query.member" in laws.undescribed(planted())


def test_mutations_have_one_shape() -> None:
    """One input with clientMutationId, a nullable union of one success and problems."""
    assert laws.unlike_a_mutation(built()) == []
    assert laws.unlike_a_mutation(planted()) == [
        "post: not nullable",
        "post: has no optional clientMutationId",
        "leave: does not answer with a union of one success and problems",
        "leave: does not take exactly one input",
    ]


def test_connections_are_paged() -> None:
    """`first` is required, so that nobody asks for everything by accident."""
    assert laws.unlike_a_connection(built()) == []
    assert laws.unlike_a_connection(planted()) == [
        "Member.posts: no required first, or no after",
        "MemberConnection: no edges or no pageInfo",
    ]


def test_lists_that_can_grow_are_connections() -> None:
    """A list of things with an id is a connection, or is known to stay short."""
    assert set(laws.bare_lists(built())) - SHORT.keys() == set()
    assert SHORT.keys() - set(laws.bare_lists(built())) == set()
    assert laws.bare_lists(planted()) == ["Member.friends"]


def test_deprecations_carry_a_date() -> None:
    """A client can plan."""
    assert laws.undated(built()) == []
    assert laws.undated(planted()) == ["Member.old"]


def test_orders_and_kinds_are_enums() -> None:
    """No text that only the server's code explains."""
    assert laws.loose_orders(built()) == []
    assert laws.loose_orders(planted()) == ["Query.member(order)"]


def test_types_are_named_for_what_they_are() -> None:
    """One name for one thing."""
    assert laws.misnamed(built()) == []
    assert laws.misnamed(planted()) == ["Type"]


def test_fields_of_the_viewer_are_marked() -> None:
    """What depends on who asks never stands in a shared answer."""
    assert laws.unmarked(built()) == []
    assert laws.unmarked(planted()) == ["Member.viewerIsThem"]
