"""Wire: the same room holds the same kind of thing in every slice, and a noun has one name on every shelf."""

import ast
import re

from tests.house.tree import CODE, ROOT, Source, dotted, python, source, tracked

FLOOR = {"kit", "search", "http", "realtime", "embedded", "migrations"}
ROOMS = {"__init__", "model", "rules", "policy", "events", "errors", "reads", "documents", "commands"}
GRAPH_ROOMS = {"__init__", "types", "loaders", "queries", "mutations", "subscriptions"}
DATA = (".toml", ".csv", ".json", ".txt")
READERS = {"actor", "viewer", "viewers", "member"}
# Slices, and single questions, that do not ask who reads; each with what makes that safe.
FOR_EVERYBODY = {
    "accounts": "one's own account, and jobs; nothing of it is read for somebody else",
    "companies": "public facts",
    "departures": "ids and words for the job that erases; nothing of it is shown to anybody",
    "groups": "public facts; who is in a group comes as ids, which only people's reads turn into persons",
    "conversations.participants": "commands and jobs ask, after they have checked who is at work",
    "moderation.who_decides": "the job that writes the weekly mail asks, and each reads their own queue",
    "notifications.first_unread": "the job that writes the mail asks",
    "notifications.was_mailed": "a job asks whether it ran before",
    "opportunities.circles_of": "commands and jobs ask; who stands around a label is told to nobody",
    "opportunities.hidden_everywhere": "ids, for deliveries; whether one may be told is asked beside",
    "opportunities.labels_now": "what is said instead of a name, of responses that the reader was found to see",
    "opportunities.live_count": "a number, and no post",
    "opportunities.members_meant": "jobs ask whom a post is meant for, and tell nobody of anybody",
    "opportunities.opportunity_ids_by_authors": "the index asks, and search answers under the predicate",
    "opportunities.opportunity_ids_changed_since": "a job asks, and each is told of what they may see themselves",
    "opportunities.responses_around": "a job asks, and tells nobody",
    "opportunities.still_sharing": "commands and jobs ask; who stands around a label is told to nobody",
    "people.actors_by_tokens": "it answers who asks",
    "people.actors_by_ids": "it answers who asks",
    "people.actors_of_sessions": "it answers who asks",
    "people.actors_still": "it answers who asks",
    "people.member_ids_at": "the index asks, and search answers under the predicate",
    "people.alum_like": "it makes eyes to look with, and reads nobody",
    "people.companies_here": "names of companies, and of no person",
    "people.companies_with_kin": "a part of a statement, and no statement",
    "people.has_blocked": "a command asks, and does not say why it refuses",
    "people.member_like": "it makes eyes to look with, and reads nobody",
    "people.members_here": "a number, and no person",
    "people.readers": "it answers who reads, for the predicates of a delivery",
    "people.skills_by_ids": "words for the picker",
    "rosters.companies_by_name": "names of companies, and of no person",
    "rosters.invitation_by_token": "it answers who holds the link",
    "rosters.judge_of": "names of companies, and of no person",
    "rosters.listed_among": "who brings a list asks, after it was checked that they run the group",
    "rosters.standing_of": "who brings a list asks, after it was checked that they run the group",
    "standing.matches_of": "a job asks, and each is told of what they may see themselves",
    "standing.members_looking": "the job that writes the mail asks, and each reads what they may see themselves",
    "standing.members_told": "a job asks, and marks as read what they were told",
    "standing.members_waiting": "the job that writes the mail asks, and each reads what is their own",
    "synonyms.all_entries": "every search is read with them; stewards' own questions ask who they are",
    "synonyms.hold_entries": "commands and jobs ask, and read queries with the entries",
    "synonyms.keep_up": "every process asks, and reads queries with the entries",
    "synonyms.keep_up_to": "every process asks, and reads queries with the entries",
    "synonyms.state_of": "numbers, for the job that keeps what was saved",
}


def strays(paths: list[str]) -> list[str]:
    """Files of a slice, or of a noun of the graph, that stand in no room."""
    return [path for path in paths if (parts := path.split("/"))[0] in {"server", "schema"} and not _in_a_room(parts)]


def _in_a_room(parts: list[str]) -> bool:
    if len(parts) < 3 or (parts[0] == "server" and parts[1] in FLOOR):
        return True
    rooms = ROOMS if parts[0] == "server" else GRAPH_ROOMS
    if not parts[-1].endswith(".py"):
        return parts[2] == "data" and parts[-1].endswith(DATA)
    return parts[2].removesuffix(".py") in rooms


def misplaced(module: Source) -> list[str]:
    """What stands in a room that is for something else."""
    room = _room(module)
    return [f"{module.path}:{line} {wrong}" for line, wrong in _CHECKS[room](module)] if room in _CHECKS else []


def _room(module: Source) -> str:
    parts = module.path.split("/")
    is_slice = len(parts) > 2 and parts[0] == "server" and parts[1] not in FLOOR
    return parts[2].removesuffix(".py") if is_slice else ""


def _public(module: Source) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    kinds = ast.FunctionDef | ast.AsyncFunctionDef
    return [node for node in module.tree.body if isinstance(node, kinds) and not node.name.startswith("_")]


def _arguments(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    return [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]


def _in_reads(module: Source) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for node in _public(module):
        names = _arguments(node)
        if isinstance(node, ast.AsyncFunctionDef) and names[:1] != ["session"]:
            found.append((node.lineno, f"{node.name}: the session comes first"))
        elif isinstance(node, ast.AsyncFunctionDef) and not READERS.intersection(names) and not _for_everybody(module, node):
            found.append((node.lineno, f"{node.name}: nobody says who reads"))
    return found


def _for_everybody(module: Source, node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return module.path.split("/")[1] in FOR_EVERYBODY or _name(module, node) in FOR_EVERYBODY


def _name(module: Source, node: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    return f"{module.path.split('/')[1]}.{node.name}"


def _in_commands(module: Source) -> list[tuple[int, str]]:
    asynchronous = [node for node in _public(module) if isinstance(node, ast.AsyncFunctionDef)]
    return [(node.lineno, f"{node.name}: the session comes first") for node in asynchronous if _arguments(node)[:1] != ["session"]]


def _in_rules(module: Source) -> list[tuple[int, str]]:
    waiting = [node for node in ast.walk(module.tree) if isinstance(node, ast.AsyncFunctionDef | ast.Await)]
    given = [node for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef) and "session" in _arguments(node)]
    return [(node.lineno, "a rule neither waits nor asks the database") for node in (*waiting, *given)]


def _only_classes(module: Source) -> list[tuple[int, str]]:
    return [(node.lineno, f"{node.name}: no functions here") for node in _public(module)]


_CHECKS = {
    "reads": _in_reads,
    "commands": _in_commands,
    "rules": _in_rules,
    "model": _only_classes,
    "events": _only_classes,
    "errors": _only_classes,
}


def loose_records(module: Source) -> list[str]:
    """Dataclasses of a slice that can be changed, or that take any attribute; what a module keeps to itself may fill up as it goes."""
    found: list[str] = []
    for node in ast.walk(module.tree):
        for decorator in node.decorator_list if isinstance(node, ast.ClassDef) and not node.name.startswith("_") else ():
            named = decorator.func if isinstance(decorator, ast.Call) else decorator
            if dotted(named) not in {"dataclass", "dataclasses.dataclass"}:
                continue
            on = {word.arg for word in decorator.keywords if _is_true(word.value)} if isinstance(decorator, ast.Call) else set[str | None]()
            if not {"frozen", "slots"} <= on:
                found.append(f"{module.path}:{node.lineno} {getattr(node, 'name', '')}")
    return found


def _is_true(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is True


def _slices() -> set[str]:
    return {path.parent.name for path in (ROOT / "server").glob("*/__init__.py")} - FLOOR


def test_every_file_stands_in_a_room() -> None:
    """import-linter sees modules; this sees what else lies about."""
    assert strays([path for path in tracked() if path.startswith(("server/", "schema/"))]) == []


def test_every_room_holds_its_own_kind() -> None:
    """Over all slices."""
    assert [line for module in python("server") for line in misplaced(module)] == []


def test_what_is_read_by_everybody_exists() -> None:
    """An exception that nobody needs any more is taken out."""
    reads = {_name(module, node) for module in python("server") if _room(module) == "reads" for node in _public(module)}
    assert [name for name, reason in FOR_EVERYBODY.items() if name not in reads | _slices() or not reason] == []


def test_records_are_frozen_and_slotted() -> None:
    """Over all slices: what a command is given, what an event says, what a read answers."""
    assert [line for module in python("server") if _room(module) for line in loose_records(module)] == []


def test_a_noun_has_one_name_on_every_shelf() -> None:
    """In the graph and in the tests as in the server; and every slice is tested."""
    nouns = {path.parent.name for path in (ROOT / "schema").glob("*/__init__.py")}
    assert nouns - _slices() == set()
    tested = {path.name for path in (ROOT / "tests/server").iterdir() if path.is_dir() and not path.name.startswith("__")}
    assert tested - FLOOR - _slices() == set()
    assert _slices() - tested == set()


def test_folders_with_code_are_packages() -> None:
    """Otherwise import-linter would not see them."""
    folders = {
        path.rpartition("/")[0] for path in tracked() if path.endswith(".py") and path.startswith(tuple(f"{name}/" for name in CODE))
    }
    apart = re.compile(r"server/migrations/(versions|frozen)")
    assert sorted(folder for folder in folders if not (ROOT / folder / "__init__.py").exists() and not apart.match(folder)) == []


def test_a_stray_file_is_caught() -> None:
    """Planted: a room that does not exist, and data beside a room."""
    planted = ["server/people/utils.py", "server/people/notes.txt", "schema/people/inputs.py"]
    fine = ["server/people/rules/tenure.py", "server/companies/data/companies.toml", "server/kit/anything.py", "schema/build.py"]
    assert strays([*planted, *fine]) == planted


def test_a_misplaced_thing_is_caught() -> None:
    """Planted: one in each room."""
    assert misplaced(source("server/people/reads.py", "async def find(session, ids): ...\n")) != []
    assert misplaced(source("server/companies/reads.py", "async def find(session, ids): ...\n")) == []
    assert misplaced(source("server/people/reads.py", "async def find(actor, session): ...\n")) != []
    assert misplaced(source("server/people/reads.py", "async def find(session, actor, ids): ...\n")) == []
    assert misplaced(source("server/people/commands.py", "async def post(actor, session): ...\n")) != []
    assert misplaced(source("server/people/rules.py", "async def fits(): ...\n")) != []
    assert misplaced(source("server/people/model.py", "def find(): ...\n")) != []
    assert misplaced(source("server/kit/db.py", "def find(): ...\n")) == []


def test_a_loose_record_is_caught() -> None:
    """Planted: one that is open, one that is half closed, one that is closed."""
    planted = (
        "@dataclass\nclass Open: ...\n@dataclass(frozen=True)\nclass Half: ...\n@dataclass(frozen=True, slots=True)\nclass Closed: ...\n"
    )
    assert [line.split()[-1] for line in loose_records(source("server/people/commands.py", planted))] == ["Open", "Half"]
