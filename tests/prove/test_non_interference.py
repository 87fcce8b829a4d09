"""What somebody hides changes no answer that the other gets, and nothing that arrives: thousands of questions to two databases."""

import os

from tests.prove.interfering.comparing import arriving_in_both, ask_both, two_worlds

RUNS = max(1, int(os.environ.get("PROVE_SIZE", "1")))
QUESTIONS = 2_000


async def test_what_is_hidden_changes_no_answer(server_url: str, template: str) -> None:
    """In as many worlds as the size says; each with people who hide in every way, and other dice."""
    for seed in range(RUNS):
        async with two_worlds(server_url, template, seed) as two:
            await ask_both(two, QUESTIONS)
            assert await arriving_in_both(two, loud=False) == {}
