"""Everything that a client may send and should not: what it is called, its bytes after the introduction, and the code that answers it."""

import json
import struct
import zlib
from typing import Any

from tests.realtime.speaking import INIT, frame, text

Case = tuple[str, bytes, int]
_DEEP = "[" * 20_000
_BEGUN = {"type": "subscribe", "id": "1", "payload": {"query": "endless"}}


def _said(name: str, message: Any, code: int = 4400) -> Case:
    return name, text(message), code


def _begun(name: str, payload: Any) -> Case:
    return _said(f"subscribe with {name}", {"type": "subscribe", "id": "1", "payload": payload})


def _closed(name: str, payload: bytes, code: int = 1002) -> Case:
    return f"close with {name}", frame(8, payload), code


NO_JSON = [
    _said(f"no JSON: {len(words)} {words[:60]!r}", words)
    for words in (
        "",
        " ",
        "{",
        "}",
        "[1",
        "{'type':'ping'}",
        '{type:"ping"}',
        '{"type":"ping",}',
        '{"type":"ping"}{"type":"ping"}',
        '{"type":"ping"} x',
        '// {"type":"ping"}',
        '\ufeff{"type":"ping"}',
        "NaN",
        "-Infinity",
        '{"type":"ping","payload":{"n":NaN}}',
        '{"type":"ping","payload":{"n":Infinity}}',
        '{"type":"ping","payload":{"n":01}}',
        '{"type":"ping","payload":{"n":+1}}',
        '{"type":"pi\nng"}',
        '{"type":"ping","payload":{"s":"\\ud800"}}',
        '{"type":"ping","payload":{"s":"\\udc00\\ud800"}}',
        '{"type":"ping","payload":{"s":"\\x00"}}',
        '{"type":"ping"}\x00',
        _DEEP,
        _DEEP + "]" * 20_000,
        '{"a":' * 5000 + "1" + "}" * 5000,
    )
]
NO_MESSAGE = [
    _said(f"no message: {str(message)[:40]}", message)
    for message in (
        None,
        True,
        1,
        1.5,
        "ping",
        "1" * 60_000,
        "[]",
        "[" + '{"type":"ping"}' + "]",
        {},
        {"id": "1"},
        {"type": None},
        {"type": 1},
        {"type": ["ping"]},
        {"type": {"ping": True}},
        {"type": ""},
        {"type": "Ping"},
        {"type": " ping"},
        {"type": "start", "id": "1"},
        {"type": "stop", "id": "1"},
        {"type": "connection_terminate"},
        {"type": "data", "id": "1", "payload": {}},
        {"type": "connection_ack"},
        {"type": "next", "id": "1", "payload": {}},
        {"type": "error", "id": "1", "payload": []},
        '{"type":"ping","type":"nothing"}',
        {"type": "ping", "payload": 1},
        {"type": "ping", "payload": []},
        {"type": "pong", "payload": "x"},
        {"type": "pong", "payload": False},
        INIT | {"payload": 1},
        INIT | {"payload": []},
        INIT | {"payload": ""},
        {"type": "complete"},
        {"type": "complete", "id": None},
        {"type": "complete", "id": 1},
        {"type": "complete", "id": ""},
        {"type": "complete", "id": "x" * 60_000},
        _BEGUN | {"id": None},
        _BEGUN | {"id": 0},
        _BEGUN | {"id": ""},
        _BEGUN | {"id": ["1"]},
        _BEGUN | {"id": {"1": 1}},
        _BEGUN | {"id": "x" * 1025},
        _BEGUN | {"id": "縁" * 20_000},
        {"type": "subscribe", "payload": {"query": "endless"}},
        {"type": "subscribe", "id": "1"},
    )
] + [_said("a ping with what cannot be sent back", '{"type":"ping","payload":' + '{"a":' * 900 + "1" + "}" * 900 + "}")]
NO_OPERATION = [
    *(
        _begun(f"payload {payload!r}", payload)
        for payload in (None, True, 0, "", "endless", [], [{"query": "endless"}], {}, {"variables": {}})
    ),
    *(_begun(f"query {query!r}", {"query": query}) for query in (None, 1, "", " \n\t", ["endless"], {"query": "endless"})),
    *(_begun(f"variables {given!r}", {"query": "endless", "variables": given}) for given in ([], [1], "", "{}", 0, True)),
    *(_begun(f"operationName {name!r}", {"query": "endless", "operationName": name}) for name in (0, [], {}, False)),
    *(_begun(f"extensions {more!r}", {"query": "endless", "extensions": more}) for more in (0, [], "", True)),
]
OUT_OF_ORDER: list[Case] = [
    _said("a second introduction", INIT, 4429),
    ("an id in use", text(_BEGUN) + text(_BEGUN), 4409),
    ("an id in use, of another operation", text(_BEGUN) + text(_BEGUN | {"payload": {"query": "echo"}}), 4409),
]
_TOO_MUCH = 64 * 1024 + 1
_ZEROS = zlib.compressobj(9, zlib.DEFLATED, -15)
BOMB = _ZEROS.compress(b"0" * 40_000_000) + _ZEROS.flush(zlib.Z_SYNC_FLUSH)
NO_FRAME: list[Case] = [
    ("an unmasked frame", text({"type": "ping"}, masked=False), 1002),
    *((f"a reserved bit {bits}", text({"type": "ping"}, rsv=bits), 1002) for bits in (1, 2, 4, 7)),
    ("a compressed bomb", frame(1, BOMB[:60_000], rsv=4), 1002),
    ("a compressed bomb in pieces", frame(1, BOMB[:20_000], rsv=4, fin=False) + frame(0, BOMB[20_000:], fin=True), 1002),
    *((f"the unknown opcode {opcode}", frame(opcode, b"x"), 1002) for opcode in (3, 4, 5, 6, 7, 11, 12, 13, 14, 15)),
    *((f"a long control frame {opcode}", frame(opcode, b"x" * 126), 1002) for opcode in (8, 9, 10)),
    *((f"a control frame {opcode} in pieces", frame(opcode, b"", fin=False), 1002) for opcode in (8, 9, 10)),
    ("a piece of nothing", frame(0, b"x"), 1002),
    ("a message within a message", frame(1, b"{", fin=False) + text({"type": "ping"}), 1002),
    ("a binary message within a message", frame(1, b"{", fin=False) + frame(2, b"x"), 1002),
    ("an end within a message", frame(1, b"{", fin=False) + frame(8, struct.pack("!H", 1000)), 1002),
    ("a binary message", frame(2, b"\x00\x01"), 4400),
    ("a binary message that is one of ours", frame(2, json.dumps({"type": "ping"}).encode()), 4400),
    ("a binary message in pieces", frame(2, b"{", fin=False) + frame(0, b"}"), 4400),
    ("an empty binary message", frame(2), 4400),
    ("a message that is too long", frame(1, b"x" * _TOO_MUCH), 1009),
    ("a message that says it is too long", frame(1, b"", says=_TOO_MUCH), 1009),
    ("a message that says it is endless", frame(1, b"", says=2**62), 1009),
    ("a message that is too long together", frame(1, b"x" * 40_000, fin=False) + frame(0, b"x" * 40_000), 1009),
    ("a binary message that is too long", frame(2, b"x" * _TOO_MUCH), 1009),
    _closed("half a code", b"\x03"),
    *(_closed(f"the code {code}", struct.pack("!H", code)) for code in (0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 65535)),
    _closed("a reason that is no text", struct.pack("!H", 1000) + b"\xff", 1007),
]
NO_TEXT: list[Case] = [
    (f"no UTF-8: {some!r}", frame(1, b'{"type":"' + some + b'"}'), 1007)
    for some in (b"\x80", b"\xff", b"\xc3", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe3\x81")
] + [("no UTF-8 over two pieces", frame(1, b'{"type":"\xe3\x81', fin=False) + frame(0, b'\xc3"}'), 1007)]
# What only our protocol class bounds: uvicorn's takes it, and it costs the sender only.
OURS: list[Case] = [
    ("a message in too many pieces", frame(1, b"", fin=False) + frame(0, b"", fin=False) * 300, 1009),
    ("too many messages at once", text({"type": "pong"}) * 300, 1008),
    ("too many pings", frame(9, b"?") * 200, 1008),
    ("too many pongs", frame(10, b"!") * 200, 1008),
]
ANYWHERE = NO_JSON + NO_MESSAGE + NO_OPERATION + OUT_OF_ORDER + NO_FRAME
