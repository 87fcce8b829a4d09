"""The rules of what a profile tells: links, languages, stamps, and the one next step."""

import pytest
from hypothesis import given
from hypothesis import strategies as any_

from server.kit.refusal import Refusal, TooMany
from server.people.errors import NotHttps, UnknownLanguage, UnreadableLink, UnreadableVersion
from server.people.rules.languages import clean_languages, known_languages, words_of
from server.people.rules.links import clean_links, host_of
from server.people.rules.stamps import rewritten, stamp_of
from server.people.rules.steps import Step, Told, next_step

NOTHING = Told(name="渡邊 眞由美", reading=None, gives=(), asks=(), headline=None, availability=None)


@pytest.mark.parametrize(
    ("written", "kept", "host"),
    [
        ("https://www.example.com", "https://www.example.com", "example.com"),
        (" example.jp/わたし?q=1#a ", "https://example.jp/%E3%82%8F%E3%81%9F%E3%81%97?q=1#a", "example.jp"),
        ("HTTPS://Example.COM/A%20b", "https://example.com/A%20b", "example.com"),
        # Cyrillic letters that look like Latin ones show what they are.
        ("https://ехаmple.com/", "https://xn--mple-43d3a6i.com/", "xn--mple-43d3a6i.com"),
        ("https://日本語.jp", "https://xn--wgv71a119e.jp", "xn--wgv71a119e.jp"),
        ("https://ｅｘａｍｐｌｅ.com", "https://example.com", "example.com"),
    ],
)
def test_a_link_is_kept_as_computers_read_it(written: str, kept: str, host: str) -> None:
    """And its host is shown in letters that nothing resembles."""
    assert clean_links([written, written, " "]) == [kept]
    assert host_of(kept) == host


@pytest.mark.parametrize(
    ("written", "refusal"),
    [
        ("http://example.com", NotHttps),
        ("javascript://example.com/%0aalert(1)", NotHttps),
        ("javascript:alert(1)", UnreadableLink),
        ("data:text/html,x", UnreadableLink),
        ("https://user@example.com", UnreadableLink),
        ("https://bank.example\\@evil.example", UnreadableLink),
        ("https://example.com\\.evil.example", UnreadableLink),
        ("https://user:word@example.com/", UnreadableLink),
        ("https://example.com:8443/", UnreadableLink),
        ("https://127.0.0.1/", UnreadableLink),
        ("https://[::1]/", UnreadableLink),
        ("https://localhost/", UnreadableLink),
        ("https://ex ample.com/", UnreadableLink),
        ("https://example.com/a\nb", UnreadableLink),
        ("https:///example.com", UnreadableLink),
        (f"https://{'a' * 64}.example", UnreadableLink),
        (f"https://example.com/{'a' * 300}", Refusal),
    ],
)
def test_what_is_no_link_is_refused(written: str, refusal: type[Refusal]) -> None:
    """Other schemes, credentials, ports, numbers, and what browsers read otherwise than people."""
    with pytest.raises(refusal):
        clean_links([written])


@given(any_.text(max_size=60))
def test_whatever_is_kept_begins_with_a_plain_host(text: str) -> None:
    """Anything at all: it is refused, or it is https with a host of letters, digits, dots and hyphens."""
    try:
        kept = clean_links([f"https://{text}"])
    except Refusal:
        return
    for link in kept:
        assert link.startswith("https://")
        assert link.isascii()
        assert all(letter.isalnum() or letter in ".-" for letter in host_of(link))


def test_languages_are_those_of_the_list() -> None:
    """Once each, the best first, found by their names in both languages."""
    assert clean_languages(["en", "ja", "en"]) == ["en", "ja"]
    assert words_of(["en"]) == "英語 English"
    assert next(iter(known_languages())) == "ja"
    for wrong in (["tlh"], ["EN"], [""]):
        with pytest.raises(UnknownLanguage):
            clean_languages(wrong)
    with pytest.raises(TooMany):
        clean_languages(list(known_languages())[:11])


def test_a_stamp_tells_what_was_written_over() -> None:
    """Only where somebody else wrote, and something else than what is wanted; an unknown field counts as unread."""
    stamp = stamp_of({"headline": "前", "gives": ["壁打ち"], "bio": None})
    now = {"headline": "後", "gives": ["壁打ち"], "bio": "紹介", "place": None}
    assert rewritten(stamp, now, {"headline": "私", "gives": [], "bio": "紹介"}) == ["headline"]
    assert rewritten(stamp, now, {"headline": "後"}) == []
    assert rewritten(stamp, now, {"place": "仙台"}) == ["place"]
    for wrong in ("a", "!!", "あ", "A" * 2000, "AAAA=A"):
        with pytest.raises(UnreadableVersion):
            rewritten(wrong, now, {"headline": "私"})


def test_one_step_at_a_time() -> None:
    """From what helps most on; what is told or was put away is not suggested, and in the end nothing is."""
    steps: list[Step] = []
    while (step := next_step(NOTHING, {each.value for each in steps})) is not None:
        steps.append(step)
    assert steps == [Step.GIVES, Step.READING, Step.ASKS, Step.HEADLINE, Step.AVAILABILITY]
    latin = Told(name="Alex Baker", reading=None, gives=("x",), asks=("y",), headline="z", availability="talk")
    assert next_step(latin, ()) is None
