"""The marks of fields that depend on the viewer: what bears none comes out the same for every viewer who is told of an event.

What hangs on the author alone does so for all who see them, and for all who do not.
"""

from contextlib import AsyncExitStack

import pytest
from graphql import GraphQLInterfaceType, GraphQLNamedType, GraphQLObjectType, GraphQLSchema, GraphQLUnionType, build_schema, get_named_type

from schema.build import schema
from schema.planning import selects_alike
from tests.realtime.test_opportunities import close, edit
from tests.realtime.watching import FOLLOWED, Stage, cursor_of
from tests.schema.opportunities.asking import posted

MARK = "@viewerDependent"
DEEPEST = 4


def unmarked(graph: GraphQLSchema, kind: GraphQLNamedType, depth: int = 0) -> str:
    """Select everything that can be asked of a type without an argument and through no marked field."""
    if isinstance(kind, GraphQLUnionType):
        return "{ __typename " + " ".join(f"... on {each.name} {unmarked(graph, each, depth)}" for each in kind.types) + " }"
    assert isinstance(kind, GraphQLObjectType)
    parts: list[str] = ["__typename"]
    for name, field in kind.fields.items():
        below = get_named_type(field.type)
        if _marked(field) or any(argument.default_value is None and str(argument.type).endswith("!") for argument in field.args.values()):
            continue
        if name == "previous":
            continue
        if not isinstance(below, GraphQLObjectType | GraphQLUnionType | GraphQLInterfaceType):
            parts.append(name)
        elif depth < DEEPEST:
            parts.append(f"{name} {unmarked(graph, below, depth + 1)}")
    return "{ " + " ".join(parts) + " }"


def _marked(field: object) -> bool:
    node = getattr(field, "ast_node", None)
    return node is not None and any(f"@{directive.name.value}" == MARK for directive in node.directives or ())


async def test_what_bears_no_mark_is_the_same_for_every_viewer(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = build_schema(schema.as_str())
    selection = unmarked(graph, graph.type_map["OpportunityDelivery"])
    assert "bodyHtml" in selection
    assert "author { __typename id name }" in selection
    # With one that is marked each is answered apart, so that nothing is alike because it was shared.
    selection = selection.replace("opportunity { ", "opportunity { viewerIsAuthor ")
    assert not selects_alike(schema.graph, f"subscription {{ opportunities {selection} }}")
    monkeypatch.setitem(FOLLOWED, "opportunities", f"subscription S($after: Cursor) {{ opportunities(after: $after) {selection} }}")
    names = ("author", "friend", "operator", "stranger", "newcomer", "guest")
    async with AsyncExitStack() as stack:
        sockets = {name: await stack.enter_async_context(stage.clients[name].socket()) for name in names}
        start = await cursor_of(stage.guest)
        for socket in sockets.values():
            await socket.subscribe("watch", FOLLOWED["opportunities"], {"after": start})

        async def told(kind: str) -> None:
            answers = {name: (await socket.next("watch"))["opportunities"] for name, socket in sockets.items()}
            for answer in answers.values():
                assert answer["event"]["__typename"] == kind
                answer["event"]["opportunity"].pop("viewerIsAuthor")
            seen, unseen = answers["author"], answers["newcomer"]
            assert [answers[name] for name in names] == [seen, seen, seen, seen, unseen, unseen]
            # They differ in what hangs on the author, and in nothing else.
            post = seen["event"]["opportunity"]
            assert (post.pop("author")["name"], len(post.pop("authorCompanies"))) == ("髙橋 悠", 1)
            assert [unseen["event"]["opportunity"].pop(name) for name in ("author", "authorCompanies")] == [None, []]
            assert seen == unseen

        post = await posted(stage.author, audience="ANYONE")
        await told("OpportunityPosted")
        await edit(stage.author, post, title="書きかえました", audience="ANYONE")
        await told("OpportunityEdited")
        await close(stage.author, post)
        await told("OpportunityClosed")


def test_what_is_said_of_the_viewer_bears_the_mark() -> None:
    graph = build_schema(schema.as_str())
    fields = [
        (f"{kind.name}.{name}", field)
        for kind in graph.type_map.values()
        if isinstance(kind, GraphQLObjectType) and kind.name not in {"Query", "Viewer"}
        for name, field in kind.fields.items()
        if "viewer" in name.lower() and get_named_type(field.type).name != "Viewer"
    ]
    assert len(fields) > 8
    assert [name for name, field in fields if not _marked(field)] == []
    marked = {
        f"{kind.name}.{name}"
        for kind in graph.type_map.values()
        if isinstance(kind, GraphQLObjectType)
        for name, field in kind.fields.items()
        if _marked(field)
    }
    assert {"Opportunity.fits", "Opportunity.hidden", "Message.mine", "Response.unread", "Person.headline"} <= marked
