"""Our uvicorn protocol for sockets: whole frames as they are, a close frame that arrives, and no more from a client than one may send."""

from collections.abc import Callable
from typing import Any, Final, cast

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import CloseCode, Frame
from websockets.http11 import Request
from websockets.protocol import State

from server.realtime.outgoing import CLOSE_WITHIN, EXTENSION

# What the transport may hold of what a client has not read; the rest waits where it is counted.
FULL_AT: Final = 32 * 1024
# How much is parsed at once, so that a thousand small frames in one piece cannot keep the process.
_STRIDE: Final = 8 * 1024
# Messages that wait to be taken, pieces of one message, control frames in a second.
MOST_UNTAKEN: Final = 256
MOST_PIECES: Final = 256
MOST_CONTROL: Final = 100


class FramesProtocol(WebSocketsSansIOProtocol):
    """The server's side of one socket; it is `server.realtime.outgoing.Frames`, and says so in the scope."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """As uvicorn makes it."""
        super().__init__(*args, **kwargs)
        self.full = False
        self._emptied: Callable[[], None] | None = None
        self._control = 0
        self._control_since = 0.0

    # What `server.realtime.outgoing` asks for.

    def attach(self, emptied: Callable[[], None]) -> None:
        """Call `emptied` each time the transport is no longer full; from then on the socket is open."""
        self._emptied = emptied
        # Its headers stand in the scope; parsed, they would be kept a second time as long as the socket.
        del self.request, self.response

    def write_frame(self, frame: bytes) -> None:
        """Write one whole frame; nothing once a close frame was sent or the client is gone."""
        if self.conn.state is State.OPEN and not self.transport.is_closing():
            self.transport.write(frame)

    def end(self, code: int, reason: str, within: float) -> None:
        """Send the close frame, and let go of a client that does not answer it within so many seconds."""
        if self.conn.state is not State.OPEN or self.transport.is_closing():
            return
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code, "reason": reason})
        self.conn.send_close(code, reason)
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        self._let_go(within)

    def shutdown(self) -> None:
        """Say goodbye, but to who has said it first: those only have their time to read what they did not."""
        if self.handshake_complete and not self.close_sent and self.conn.state is not State.OPEN:
            self.transport.close()
        else:
            super().shutdown()

    # What the transport tells.

    def connection_made(self, transport: Any) -> None:
        """Hold little in the transport."""
        super().connection_made(transport)
        self.transport.set_write_buffer_limits(high=FULL_AT)

    def connection_lost(self, exc: Exception | None) -> None:
        """Let go of who sent."""
        super().connection_lost(exc)
        self._emptied = None

    def pause_writing(self) -> None:
        """The transport is full."""
        super().pause_writing()
        self.full = True

    def resume_writing(self) -> None:
        """The transport has room again."""
        super().resume_writing()
        self.full = False
        if self._emptied is not None:
            self._emptied()

    def data_received(self, data: bytes) -> None:
        """Parse bit by bit; after a frame that broke the protocol nothing is looked at any more."""
        for start in range(0, len(data), _STRIDE):
            if self.conn.parser_exc is not None or self.transport.is_closing():
                return
            super().data_received(data[start : start + _STRIDE])

    # What frames tell.

    def handle_connect(self, event: Request) -> None:
        """Offer the raw writer to the application."""
        super().handle_connect(event)
        if self.response.status_code == 101:
            cast(dict[str, Any], self.scope)["extensions"][EXTENSION] = self

    def handle_cont(self, event: Frame) -> None:
        """Take one more piece of a message; pieces of nothing would never reach the limit of its size."""
        if len(self.frames) >= MOST_PIECES:
            self._fail(CloseCode.MESSAGE_TOO_BIG, "too many pieces")
        else:
            super().handle_cont(event)

    def handle_ping(self) -> None:
        """Send the pong that is ready, unless the close frame went out or the client does not read its pongs."""
        self._count_control()
        output = b"".join(self.conn.data_to_send())
        if not self.close_sent and not (self.full and self.conn.state is State.OPEN):
            self.transport.write(output)

    def handle_pong(self, event: Frame) -> None:  # noqa: ARG002
        """Count it: nobody here sends pings of this kind."""
        self._count_control()

    def handle_close(self, event: Frame) -> None:
        """Answer; who closes without having read what was sent is not waited for longer than others."""
        answered = self.close_sent
        super().handle_close(event)
        if not answered and self.close_timer is None:
            self.close_timer = self.loop.call_later(CLOSE_WITHIN, self.transport.abort)

    def send_receive_event_to_app(self) -> None:
        """Hand a whole message to the application, and read no more until it was taken."""
        data, self.frames = b"".join(self.frames), []
        if self.close_sent:
            return
        if self.queue.qsize() >= MOST_UNTAKEN:
            self._fail(CloseCode.POLICY_VIOLATION, "too many messages at once")
            return
        if self.curr_msg_data_type == "text":
            try:
                self.queue.put_nowait({"type": "websocket.receive", "text": data.decode()})
            except UnicodeDecodeError:
                self._fail(CloseCode.INVALID_DATA, "invalid UTF-8")
                return
        else:
            self.queue.put_nowait({"type": "websocket.receive", "bytes": data})
        if not self.read_paused:
            self.read_paused = True
            self.transport.pause_reading()

    def handle_parser_exception(self) -> None:
        """Send the close frame, then hear the client out: a connection that is closed on what it still sends loses the frame."""
        output = b"".join(self.conn.data_to_send())
        said = self.conn.close_sent
        if self.close_sent or said is None:
            return
        self.queue.put_nowait({"type": "websocket.disconnect", "code": said.code, "reason": said.reason})
        self.transport.write(output)
        self.close_sent = True
        self._let_go(CLOSE_WITHIN)
        if self.transport.can_write_eof():
            self.transport.write_eof()

    def _fail(self, code: CloseCode, reason: str) -> None:
        self.frames = []
        self.conn.fail(code, reason)
        self.handle_parser_exception()

    def _count_control(self) -> None:
        now = self.loop.time()
        if now - self._control_since > 1:
            self._control, self._control_since = 0, now
        self._control += 1
        if self._control > MOST_CONTROL and self.conn.state is State.OPEN:
            self._fail(CloseCode.POLICY_VIOLATION, "too many control frames")

    def _let_go(self, within: float) -> None:
        if self.read_paused:
            self.read_paused = False
            self.transport.resume_reading()
        self.close_timer = self.loop.call_later(within, self.transport.abort)
