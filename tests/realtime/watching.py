"""What the tests of realtime follow, and the people who do."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from server.kit.ids import GroupId, MemberId, global_id
from tests.support.running import PATIENCE, Answer, Application, Client, Socket

POST = "opportunity { id title live }"
OPPORTUNITIES = f"""subscription Opportunities($filter: OpportunityFilter, $after: Cursor) {{
  opportunities(filter: $filter, after: $after) {{ cursor previous event {{ __typename
    ... on OpportunityPosted {{ {POST} }} ... on OpportunityEdited {{ {POST} }} ... on OpportunityClosed {{ {POST} }}
    ... on OpportunityRestored {{ {POST} }} ... on Gone {{ goneId }} ... on ResyncRequired {{ cursor }} }} }} }}"""
RESPONSE = "response { id state viewerAgreed otherAgreed unread }"
OF_GROUP = "group { id state viewerRole viewerMay }"
PERSON = "person { id viewerConnection { state note } }"
INBOX = f"""subscription Inbox($after: Cursor) {{ inbox(after: $after) {{ cursor previous event {{ __typename
    ... on OpportunityResponded {{ {RESPONSE} }} ... on TalkTakenUp {{ {RESPONSE} }} ... on ResponseDeclined {{ {RESPONSE} }}
    ... on ResponseWithdrawn {{ {RESPONSE} }} ... on AgreementRecorded {{ {RESPONSE} }}
    ... on MessageSent {{ message {{ body mine clientMutationId }} talk: {RESPONSE} }}
    ... on ConversationRead {{ conversation {{ id unread }} }}
    ... on AffiliationConfirmed {{ affiliation {{ id state }} }} ... on AffiliationDeclined {{ reason affiliation {{ id state }} }}
    ... on OpportunityHidden {{ reason opportunity {{ id }} }} ... on OpportunityRestored {{ reason opportunity {{ id }} }}
    ... on ConnectionAsked {{ {PERSON} }} ... on ConnectionAccepted {{ {PERSON} }}
    ... on ApplicantAsked {{ application {{ id state }} }} ... on ApplicationDecided {{ application {{ id state }} }}
    ... on GroupAdmitted {{ {OF_GROUP} }} ... on GroupDeclined {{ reason {OF_GROUP} }}
    ... on RoleGranted {{ role reason {OF_GROUP} }} ... on RoleEnded {{ role reason {OF_GROUP} }}
    ... on ReportDecided {{ report {{ id decision }} }} ... on ResyncRequired {{ cursor }} }} }} }}"""
ITEM = """__typename ... on AffiliationToConfirm { id waitingSince } ... on ReportToDecide { id waitingSince }
    ... on ApplicationToDecide { id waitingSince person { id } application { id state affiliations { id } } }
    ... on CompanyToAccept { id waitingSince } ... on GroupToAdmit { id waitingSince }"""
QUEUE = """subscription Queue($group: ID, $after: Cursor) { queue(group: $group, after: $after) { cursor previous
    item { ...Q } event { __typename
    ... on AffiliationDeclared { affiliation { id state } } ... on AffiliationEdited { affiliation { id state } }
    ... on AffiliationConfirmed { affiliation { id state } } ... on AffiliationDeclined { affiliation { id state } }
    ... on AffiliationVouched { affiliation { id state } } ... on ConfirmationEnded { affiliation { id state } }
    ... on ApplicationOpened { application { ...A } } ... on ApplicationEdited { application { ...A } }
    ... on ApplicantAsked { application { ...A } } ... on ApplicationDecided { application { ...A } }
    ... on ReportFiled { report { id } } ... on ReportDecided { report { id } }
    ... on GroupProposed { group { id state } } ... on GroupAdmitted { group { id state } }
    ... on GroupDeclined { group { id state } } ... on GroupClosed { group { id state } }
    ... on Gone { goneId } ... on ResyncRequired { cursor } } } }
  fragment A on GroupApplication { id state affiliations { id } }"""
QUEUE += f"  fragment Q on QueueItem {{ {ITEM} }}"
FOLLOWED = {"opportunities": OPPORTUNITIES, "inbox": INBOX, "queue": QUEUE}


@dataclass(slots=True)
class Stage:
    """The running application, and who sits before it: `friend` shares the author's group, `stranger` has another one."""

    app: Application
    group_id: GroupId
    other_group_id: GroupId
    members: dict[str, MemberId]
    clients: dict[str, Client]

    def __getattr__(self, name: str) -> Client:
        """The browser of one of them."""
        return self.clients[name]

    @property
    def group(self) -> str:
        """The group's id."""
        return global_id("AlumniGroup", self.group_id)

    @property
    def other_group(self) -> str:
        """The id of the stranger's group."""
        return global_id("AlumniGroup", self.other_group_id)

    def person(self, name: str) -> str:
        """The id of one of them."""
        return global_id("Person", self.members[name])


@dataclass(slots=True)
class Watch:
    """A subscription that is read delivery by delivery; each names the one before."""

    socket: Socket
    stream: str
    last: str | None
    key: str = "watch"
    # What the queue lists now because of the last event; only its stream says so.
    item: Answer | None = None
    cursors: list[str] = field(default_factory=list)

    async def next(self, within: float = PATIENCE) -> Answer:
        """Return the next event."""
        delivery: Answer = (await self.socket.next(self.key, within))[self.stream]
        assert delivery["previous"] == self.last
        assert delivery["cursor"] not in self.cursors
        self.last = delivery["cursor"]
        self.cursors.append(delivery["cursor"])
        self.item = delivery.get("item")
        return delivery["event"]

    async def told(self) -> tuple[str, str]:
        """Return the next event of the stream of opportunities in short: its type, and the title or the id that is gone."""
        event = await self.next()
        return event["__typename"], event["goneId"] if "goneId" in event else event["opportunity"]["title"]


def subscriptions(app: Application) -> int:
    """How many subscriptions there are now: a room counts for those who stand in it, not for its own reading."""
    standing = app.house.graph.opportunities.listeners
    return app.house.following.followers + standing - bool(standing)


@asynccontextmanager
async def watching(client: Client, stream: str = "opportunities", after: str | None = "now", **variables: Any) -> AsyncGenerator[Watch]:
    """Subscribe after what has happened so far, or after a cursor; None: without one."""
    start = await cursor_of(client, stream, variables.get("group")) if after == "now" else after
    async with client.socket() as socket:
        await socket.subscribe("watch", FOLLOWED[stream], {"after": start, **variables})
        yield Watch(socket, stream, start)


async def cursor_of(client: Client, stream: str = "opportunities", group: str | None = None) -> str:
    """The cursor that stands before a snapshot."""
    if stream == "opportunities":
        return (await client.ask("{ opportunities(first: 1) { liveCursor } }"))["opportunities"]["liveCursor"]
    asked = "query Q($group: ID) { viewer { inboxCursor queueCursor(group: $group) } }"
    return (await client.ask(asked, {"group": group}))["viewer"][f"{stream}Cursor"]
