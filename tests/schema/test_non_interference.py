"""What somebody hides changes no answer that the other gets: a taste of the long proof, and that it can fail."""

import json
from typing import Any

import pytest
from sqlalchemy import true

from server.opportunities.reads import facets as counts_of_posts
from server.opportunities.reads import lists
from server.people.reads import questions as questions_of
from server.people.reads import search, skills
from server.search.widening import FEW
from server.standing.reads import matching
from tests.prove.interfering.comparing import Two, arriving_in_both, ask_both, differs, two_worlds
from tests.prove.interfering.planting import plant, plant_in_searches
from tests.prove.interfering.values import CODES
from tests.prove.interfering.worlds import SECRET, WORDS


@pytest.mark.parametrize("enough", [FEW, None], ids=["few are many", "as usual"])
async def test_what_is_hidden_changes_no_answer(
    server_url: str, template: str, monkeypatch: pytest.MonkeyPatch, enough: int | None
) -> None:
    """Over all root fields, with words, filters, counts and ids, those of hidden things among them; also where nobody counts on."""
    for module in (search, lists) if enough else ():
        assert module.ENOUGH > FEW
        monkeypatch.setattr(module, "ENOUGH", enough)
    async with two_worlds(server_url, template, seed=150) as two:
        await ask_both(two, 150)


async def test_what_arrives_is_the_same(server_url: str, template: str) -> None:
    """Live, as notices and by mail, of what the reader has saved; and so is what a search would have brought."""
    async with two_worlds(server_url, template, seed=11) as two:
        assert await arriving_in_both(two) == {}


async def test_values_that_are_hidden_find_and_count_nothing(server_url: str, template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By each filter of people and in each count; and an availability that its employer could count would be noticed."""
    facets = "facets { places { place { code } count } languages { language { code } count } availability { availability count } withMe }"
    filters = ["{}", "{withMe: true}"]
    filters += [f'{{{name}: ["{code}"]}}' for name in ("places", "languages") for code in CODES]
    filters += [f"{{availability: [{each}]}}" for each in ("NOW", "TALK", "CONSIDERING")]
    # Also where little is found, and the search goes on with what is near: how much that is tells nothing either.
    filters += ['{}, text: "物流"', '{availability: [NOW]}, text: "物流"']
    questions = [f"{{ people(first: 50, filter: {each}) {{ totalCount edges {{ node {{ id }} }} {facets} }} }}" for each in filters]
    async with two_worlds(server_url, template, seed=11) as two:
        for question in questions:
            leaks, answers = await differs(two, question)
            assert not leaks, f"{question}\n{answers}"
        monkeypatch.setattr(questions_of, "_of_employers", lambda _: ())
        assert any([(await differs(two, question))[0] for question in questions])


async def test_places_of_hidden_posts_find_and_count_nothing(server_url: str, template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By any place, beside what is remote, with words and without; and counts that saw every post would be noticed."""
    facets = "facets { remote places { place { code } count } }"
    filters = [f'places: ["{code}"]{more}' for code in CODES for more in ("", ", remote: true", ', text: "物流"')]
    listed = f"totalCount edges {{ node {{ id place }} }} {facets}"
    questions = [
        f"{{ opportunities(first: 50, order: NEWEST, filter: {{{each}}}) {{ {listed} }} }}" for each in ("", "remote: true", *filters)
    ]
    async with two_worlds(server_url, template, seed=11) as two:
        for question in questions:
            leaks, answers = await differs(two, question)
            assert not leaks, f"{question}\n{answers}"
        monkeypatch.setattr(counts_of_posts, "listed_to", lambda _: true())
        assert any([(await differs(two, question))[0] for question in questions])


async def test_a_leak_would_be_found(server_url: str, template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Suggest every skill, whoever has it: a few questions are enough to notice."""
    monkeypatch.setattr(skills, "_known_to", lambda _: true())
    async with two_worlds(server_url, template, seed=7) as two:
        found = [(await differs(two, two.asker.question("skills")))[0] for _ in range(20)]
    assert any(found)


async def test_leaks_in_searches_would_be_found(server_url: str, template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted: posts and people are listed and counted, whoever may see them."""
    plant_in_searches(monkeypatch)
    async with two_worlds(server_url, template, seed=7) as two:
        for root in ("opportunities", "people"):
            # Few of the questions ask for what the plant changes: a hidden post keeps its number, and counts where it is from afar.
            assert await _differing(two, root, 100), root


async def _differing(two: Two, root: str, most: int) -> str | None:
    """Return the first of so many questions about a root field that is answered differently."""
    for _ in range(most):
        question = two.asker.question(root)
        if (await differs(two, question))[0]:
            return question
    return None


async def test_leaks_on_the_way_to_the_reader_would_be_found(server_url: str, template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted one for each way: each is seen in what comes by it, and nowhere else."""
    plant(monkeypatch)
    async with two_worlds(server_url, template, seed=11) as two:
        found = await arriving_in_both(two)
    ways = {"would have matched", "live opportunities", "live inbox", "notices", "mails at once", "digest", "newcomers"}
    assert set(found) == ways


async def test_a_leak_in_matching_would_be_found(server_url: str, template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted: a post meets what is saved with its author's name and companies, whoever may see the author."""
    sound = matching.members_meant

    async def blind(*given: Any) -> Any:
        return dict.fromkeys(await sound(*given), True)

    monkeypatch.setattr(matching, "members_meant", blind)
    async with two_worlds(server_url, template, seed=11) as two:
        found = await arriving_in_both(two)
    assert set(found) >= {"live inbox", "notices"}


SLIPS = ("暗郷", "量于", "ひみつう", "高僑", "物硫", "takahashu", "soukoo", "アンゴウウ", "造舩")
TAKEN = (
    "{ people(first: 20, text: %s) { totalCount exactCount dropped readAs { typed meant } edges { near } } "
    "opportunities(first: 20, filter: { text: %s }) { totalCount exactCount dropped readAs { typed meant } edges { near } "
    "facets { directions { direction count } remote companies { company { name } count } groups { group { name } count } } } }"
)


async def test_no_slip_is_taken_for_what_is_hidden(server_url: str, template: str) -> None:
    """What mistyped words are read as, what is only near, and how many there are of what: the same, whatever is hidden."""
    async with two_worlds(server_url, template, seed=11) as two:
        words = [*SLIPS, *(f"{word}{more}" for word in (*WORDS, *SECRET) for more in ("", "う", "のこと"))]
        for word in words:
            written = json.dumps(word, ensure_ascii=False)
            different, answers = await differs(two, TAKEN % (written, written))
            assert not different, answers
