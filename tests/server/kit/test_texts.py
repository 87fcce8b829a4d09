"""Markdown that members write, ids, and sentences with numbers: what may stand in a page, and what names a thing."""

import re
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.kit.actor import Language
from server.kit.ids import MalformedId, global_id, parse, parse_any, uuid7, uuid7_of
from server.kit.text import plain_text, sentence, to_html

LINK = 'rel="noopener noreferrer nofollow ugc"'


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "![写真](https://elsewhere.example/a.png)",
        "[押す](javascript:alert(1))",
        "[押す](JaVaScRiPt&colon;alert(1))",
        "[押す](data:text/html;base64,PHNjcmlwdD4=)",
        "[押す](vbscript:x)",
        "<javascript:alert(1)>",
        '<a href="https://elsewhere.example" onclick="alert(1)">押す</a>',
        "<iframe src=https://elsewhere.example></iframe>",
        "<style>*{display:none}</style>",
        "<svg/onload=alert(1)>",
        '[a](https://a.example "onmouseover=alert(1)")',
        "```html\n<script>alert(1)</script>\n```",
    ],
)
def test_nothing_that_runs_or_loads_reaches_a_page(source: str) -> None:
    shown = to_html(source)
    for part in ("<script", "<img", "<svg", "<iframe", "<style", 'javascript:alert(1)"', 'href="data:', 'href="vbscript', "title="):
        assert part not in shown
    assert not any(f"<a {attribute}" in shown for attribute in ("onclick", "style"))
    assert 'href="javascript' not in shown.lower()


def test_what_members_write_is_shown() -> None:
    assert to_html("# 大きく\n\n**強く** と *弱く*\n\n- 一\n- 二") == (
        "<h3>大きく</h3>\n<p><strong>強く</strong> と <em>弱く</em></p>\n<ul>\n<li>一</li>\n<li>二</li>\n</ul>\n"
    )
    assert to_html("[縁側](https://engawa.example/?a=1&b=2)") == f'<p><a href="https://engawa.example/?a=1&amp;b=2" {LINK}>縁側</a></p>\n'
    assert to_html("1 < 2 & 3") == "<p>1 &lt; 2 &amp; 3</p>\n"
    assert to_html("") == ""


def test_the_words_without_their_marks() -> None:
    assert plain_text("# 題\n\n**倉庫**の[便](https://a.example) & <b>x</b>\n\n- 一\n- 二") == "題 倉庫の便 & <b>x</b> 一 二"
    assert plain_text("![写真](https://a.example/a.png)") == "!写真"
    assert plain_text("  \n ") == ""


@given(st.text(st.one_of(st.sampled_from("あ漢 \n\t\r.()1;:/'\"|\u3000\x85\u2028{}$%^@?!,"), st.characters(exclude_categories=["Cs"]))))
def test_what_has_no_marks_is_read_as_what_has(text: str) -> None:
    """A paragraph with a mark behind it goes the long way, and comes to the same words."""
    bare = re.sub(r"[\\`*_\[\]<>&#+=~-]", "", text)
    assert plain_text(f"{bare}\n\n*x*") == f"{plain_text(bare)} x".strip()


@pytest.mark.parametrize(
    ("language", "count", "told"),
    [
        ("en", 0, "0 things in your queue are waiting for an answer."),
        ("en", 1, "1 thing in your queue is waiting for an answer."),
        ("en", 1200, "1,200 things in your queue are waiting for an answer."),
        ("ja", 1, "運営のページで、1件がお返事を待っています。"),
        ("ja", 1200, "運営のページで、1,200件がお返事を待っています。"),
    ],
)
def test_numbers_have_their_word_and_their_separators(language: Language, count: int, told: str) -> None:
    assert sentence(language, "mail.queue.body", count=count) == told


def test_ids_are_ordered_by_time_and_name_their_type() -> None:
    assert [uuid7_of(at, 0) for at in (1, 2, 3)] == sorted(uuid7_of(at, 0) for at in (3, 1, 2))
    key = uuid7()
    assert (key.version, key.variant) == (7, "specified in RFC 4122")
    for name in ("Person", "Opportunity", "Message"):
        written = global_id(name, key)
        assert len(written) == 23
        assert (parse(name, written), parse_any(written)) == (key, (name, key))
    with pytest.raises(MalformedId):
        parse("Person", global_id("Company", key))


@pytest.mark.parametrize(
    "text", ["", "x", "あ", "p", "=" * 23, "-" * 23, str(UUID(int=0)), global_id("Person", UUID(int=0)) + "A", "Q" * 23, "\0"]
)
def test_what_is_no_id_names_nothing(text: str) -> None:
    with pytest.raises(MalformedId):
        parse_any(text)
