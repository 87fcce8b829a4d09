"""How a mail is written: whatever members wrote into their names and titles, it stays text."""

import pytest

from server.kit.actor import Language
from server.kit.settings import Settings
from server.kit.text.catalogue import catalogue
from workers.mails.writing import Letter, write_mail

NAMES = (
    "sign_in",
    "sign_up",
    "already_member",
    "no_account",
    "new_response",
    "first_unread",
    "affiliation_confirmed",
    "affiliation_declined",
)
WORDS: dict[str, object] = {"minutes": 15, "title": "壁打ち", "name": "髙橋", "company": "ひだまり", "decider": "ひだまりの会"}


def letter(kind: str, /, language: Language = "ja", **words: object) -> Letter:
    """A letter with these words."""
    return Letter(
        name=kind, to="yu@people.example", language=language, path="/talks/x", words=WORDS | words, code="012345", quote="理由\n\n二つめ"
    )


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_mail_has_the_same_in_both_bodies(name: str, language: Language) -> None:
    """Subject, words, button, code and what is quoted; nothing is left unfilled, and the demo says what it is."""
    mail = write_mail(letter(name, language), Settings(_env_file=None), "key:1")
    assert mail.subject == catalogue(language)[f"mail.{name}.subject"]
    for part in ("http://localhost:8000/talks/x", "012345", "二つめ", catalogue(language)[f"mail.{name}.button"]):
        assert (part in mail.text, part in mail.html) == (True, True), part
    assert not {"{", "}"} & set(mail.text)
    assert catalogue(language)["mail.frame.demo"] in mail.text
    assert "#1F4E79" in mail.html


@pytest.mark.parametrize(
    "written",
    [
        "<b>&amp;</b>",
        "</mj-text><mj-image src='https://x.example/p.png'/>",
        "]]>",
        "<!-- ",
        "{title} {{ name }} {% x %}",
        "%s",
        "a\x0bb\x01\ufffe",
        "🙂 & 髙橋",
    ],
)
def test_what_members_wrote_stays_text(written: str) -> None:
    """No mark of theirs becomes one of ours, and no character keeps the mail from being written."""
    plain = write_mail(letter("new_response"), Settings(_env_file=None), "key:1")
    mail = write_mail(letter("new_response", title=written, name=written), Settings(_env_file=None), "key:1")
    assert mail.subject == plain.subject
    assert mail.html.count("<") == plain.html.count("<")
    assert mail.html.count(">") - plain.html.count(">") <= written.count(">") * 2
    kept = written.replace("\x0b", "").replace("\x01", "").replace("\ufffe", "")
    assert mail.text.count(kept) == 2
