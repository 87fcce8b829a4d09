"""What browser tests of a living page share: two members who talk, and the sockets that the tabs of a browser really open."""

import json
from dataclasses import dataclass, field

from playwright.async_api import BrowserContext, Page, WebSocket, expect

from server.accounts.commands import open_session
from server.kit.ids import ConversationId, MemberId, global_id
from server.opportunities.rules import ResponseState
from tests.factories.conversations import make_conversation
from tests.factories.opportunities import make_opportunity, make_response
from tests.factories.people import make_member
from tests.support.running import Application, Client
from tests.web.conftest import PATIENCE
from tests.web.words import says

READER = "渡邊 眞由美"


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk between an author, who is at hand without a browser, and a reader, whose session a browser can be given."""

    author: Client
    reader: MemberId
    token: str
    post: str
    conversation: str
    path: str

    async def say(self, *bodies: str) -> None:
        """The author says it."""
        for body in bodies:
            said = await self.author.change("sendMessage", {"conversation": self.conversation, "body": body})
            assert said["__typename"] == "MessageSent", said

    async def said(self) -> list[str]:
        """Everything that was said, as the author reads it, oldest first."""
        query = "query($id: ID!) { response(id: $id) { conversation { messages(first: 100) { edges { node { body } } } } } }"
        answer = await self.author.ask(query, {"id": self.path.rpartition("/")[2]})
        return [edge["node"]["body"] for edge in reversed(answer["response"]["conversation"]["messages"]["edges"])]


async def talk(application: Application) -> Talk:
    """Two members whose talk has begun."""
    async with application.house.db.transaction() as session:
        author = await make_member(session, "髙橋 龍之介", "ソニー")
        reader = await make_member(session, READER, "ニトリ")
        post = await make_opportunity(session, author, title="倉庫の音声入力について、30分相談させてください")
        conversation: ConversationId = await make_conversation(session, author, reader)
        response = await make_response(session, post, reader, state=ResponseState.TALKING, conversation=conversation)
        token = (await open_session(session, reader, "tests")).token
    return Talk(
        await application.as_member(author),
        reader,
        token,
        global_id("Opportunity", post),
        global_id("Conversation", conversation),
        f"/talks/{global_id('Response', response.id)}",
    )


@dataclass(slots=True)
class Sockets:
    """The sockets of all tabs of a browser: which stand open in which tab, and what was asked for on each."""

    opened: list[tuple[Page, WebSocket]] = field(default_factory=list)
    subscribed: dict[WebSocket, list[str]] = field(default_factory=dict)

    def watch(self, context: BrowserContext) -> None:
        """Count every socket of a tab that is opened from now on."""
        # Playwright marks the method's owner, which has slots.
        context.on("page", lambda page: self.watch_tab(page))  # noqa: PLW0108
        for page in context.pages:
            self.watch_tab(page)

    def watch_tab(self, page: Page) -> None:
        """Count the sockets of one tab."""
        page.on("websocket", lambda socket: self._opened(page, socket))

    def _opened(self, page: Page, socket: WebSocket) -> None:
        if "/graphql" not in socket.url:
            return
        asked: list[str] = []
        self.opened.append((page, socket))
        self.subscribed[socket] = asked

        def sent(frame: str | bytes) -> None:
            message = json.loads(frame)
            if message["type"] == "subscribe":
                asked.append(message["payload"]["operationName"])

        socket.on("framesent", sent)

    @property
    def open(self) -> list[WebSocket]:
        """Those that stand open now, in tabs that do."""
        return [socket for page, socket in self.opened if not socket.is_closed() and not page.is_closed()]

    def holders(self) -> list[Page]:
        """The tabs that hold them."""
        return [page for page, socket in self.opened if not socket.is_closed() and not page.is_closed()]


async def open_talk(page: Page, talk: Talk, language: str = "ja") -> None:
    """Open the talk in a tab, and wait until one can write."""
    await page.goto(talk.path)
    await expect(box(page, language)).to_be_visible()


def box(page: Page, language: str = "ja"):
    """Where one writes."""
    return page.get_by_role("textbox", name=says(language, "メッセージ"), exact=True)


async def delivered(page: Page) -> None:
    """Wait until the server has answered everything that was sent in this browser, and the page shows it."""
    nothing = "() => !Object.keys(localStorage).some((key) => key.startsWith('engawa.outbox.'))"
    await page.wait_for_function(nothing, timeout=PATIENCE)


def bubble(page: Page, text: str):
    """What was said with these words, or waits to be sent: once, or as often as it stands there."""
    return page.locator("main li").filter(has_text=text)
