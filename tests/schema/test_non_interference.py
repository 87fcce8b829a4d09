"""What somebody hides changes no answer that the other gets: a taste of the long proof, and that it can fail."""

import pytest
from sqlalchemy import true

from server.people.reads import skills
from tests.prove.interfering.comparing import ask_both, differs, two_worlds


async def test_what_is_hidden_changes_no_answer(server_url: str, template: str) -> None:
    """Over all root fields, with words, filters, counts and ids, those of hidden things among them."""
    async with two_worlds(server_url, template, seed=150) as two:
        await ask_both(two, 150)


async def test_a_leak_would_be_found(server_url: str, template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Suggest every skill, whoever has it: a few questions are enough to notice."""
    monkeypatch.setattr(skills, "_known_to", lambda _: true())
    async with two_worlds(server_url, template, seed=7) as two:
        found = [(await differs(two, two.asker.question("skills")))[0] for _ in range(20)]
    assert any(found)
