"""The command line `engawa`: run, serve, worker, demo, doctor, grant, accounts, group, companies, import, search, log, erase, schema."""

import argparse
import asyncio
import contextlib
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import uvloop

from engawa import worker
from engawa.doctor import examine
from engawa.erase import erase_now
from engawa.grant import NotGranted, grant, make_group, merge, renew_log, reset_factors
from engawa.importing import Wanted, import_members
from engawa.invent import NotInvented, invent
from engawa.logs import configure_logs
from engawa.parts import House
from engawa.sdl import check_sdl, write_sdl
from engawa.searching import NotSearched, configure, reindex
from engawa.serving import NotServed, serve
from server.accounts.rules import DEMO_KEYS
from server.embedded import EmbeddedPostgresRefused
from server.kit.settings import Settings, SettingsRefused, load_settings
from server.kit.text import sentence

_STARTED = time.monotonic()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status. What a person can mend is told in one sentence, without a traceback."""
    options = _parser().parse_args(arguments)
    configure_logs()
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except (SettingsRefused, EmbeddedPostgresRefused, NotGranted, NotInvented, NotSearched, NotServed) as refusal:
        print(f"engawa: {refusal}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="engawa", description="Engawa (縁側)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, command: Callable[[argparse.Namespace], int], about: str) -> argparse.ArgumentParser:
        found = commands.add_parser(name, help=about, description=about)
        found.set_defaults(command=command)
        return found

    add("run", _serve, "migrate, load the demo world when everything is embedded, and serve")
    add("serve", _serve, "the same as run; in a real deployment the worker runs beside it")
    add("worker", _worker, "run the jobs of a real deployment: mails, indexing, notices")
    demo = add("demo", _demo, "make a demo world of any size in an empty DATA_DIR; the same seed makes the same world")
    demo.add_argument("--members", default="2000", help="from 200 to 200000")
    demo.add_argument("--seed", default="1", help="a whole number")
    add("doctor", _doctor, "print what is configured, reached, migrated, and what is not")
    grants = add("grant", _grant, "make somebody who has an account a steward, an operator of a group, or the company's contact in it")
    grants.add_argument("role", choices=["steward", "operator", "contact"])
    grants.add_argument("email")
    grants.add_argument("--group", help="the group's short name (for operator and contact)")
    accounts = add("accounts", _accounts, "help somebody who lost what they sign in with")
    accounts.add_argument("change", choices=["reset-second-factor"], help="take passkeys, app and recovery codes away; sign out everywhere")
    accounts.add_argument("email")
    groups = add("group", _group, "make an alumni group")
    groups.add_argument("slug", help="its short name in addresses, e.g. sony")
    groups.add_argument("--name", required=True)
    groups.add_argument("--company", required=True, action="append", help="any name of a company; may be given several times")
    companies = add("companies", _companies, "merge two companies that are one")
    companies.add_argument("what", choices=["merge"])
    companies.add_argument("company", help="any name of the company that ends in the other")
    companies.add_argument("into", help="any name of the company that stays")
    _members(add("import", _import, "bring a group's list of members; they are written to when its operators say so"))
    _indexes(add("search", _search, "give the search engine its settings, or build its indexes anew while searches go on"))
    log = add("log", _log, "after the database was restored from a backup: let no page go on from where it stood before")
    log.add_argument("what", choices=["renew"])
    _erasure(add("erase", _erase, "erase a member at once, as the law may require; what others wrote stays, unnamed"))
    sdl = add("schema", _schema, "write schema/schema.graphql anew")
    sdl.add_argument("--check", action="store_true", help="only compare it with what the code offers")
    return parser


def _erasure(erase: argparse.ArgumentParser) -> None:
    erase.add_argument("email")
    erase.add_argument("--now", action="store_true", required=True, help="without the fourteen days to change one's mind")
    erase.add_argument("--yes", action="store_true", help="do not ask whether it is meant")


def _indexes(search: argparse.ArgumentParser) -> None:
    search.add_argument("what", choices=["configure", "reindex"])
    search.add_argument("--anew", action="store_true", help="begin again, also where an earlier reindex was broken off")


def _members(imports: argparse.ArgumentParser) -> None:
    imports.add_argument("what", choices=["members"])
    imports.add_argument("file", type=Path, help="a .csv or .xlsx file")
    imports.add_argument("--group", required=True, help="the group's short name")
    imports.add_argument("--consent", required=True, help="why these people may be written to; it is kept with the import")
    imports.add_argument("--preview", action="store_true", help="only say what would go in")
    imports.add_argument("--rejects", type=Path, help="write bad rows to this .csv file, with their reasons")


def _tell(message: str) -> None:
    print(f"engawa  {time.monotonic() - _STARTED:5.1f} s  {message}", flush=True)


def _serve(_options: argparse.Namespace) -> int:
    settings = load_settings()
    uvloop.run(serve(settings, _tell, lambda house: _welcome(settings, house)))
    return 0


def _welcome(settings: Settings, _house: House) -> None:
    _tell("ready")
    print(f"\n  縁側  {settings.origin}\n", flush=True)
    if settings.embedded:
        print(f"  ready-made sign-ins    {settings.origin}/signin", flush=True)
        for key in DEMO_KEYS:
            print(f"    - {sentence('ja', f'accounts.demo.{key}.label')} / {sentence('en', f'accounts.demo.{key}.label')}", flush=True)
        print(f"  mails                  {settings.origin}/dev/mail\n  Ctrl-C stops everything.\n", flush=True)


def _worker(_options: argparse.Namespace) -> int:
    with contextlib.suppress(KeyboardInterrupt):
        uvloop.run(worker.work(load_settings(), _tell))
    return 0


def _demo(options: argparse.Namespace) -> int:
    settings = load_settings({**os.environ, "DEMO_MEMBERS": options.members, "DEMO_SEED": options.seed})
    _tell(asyncio.run(invent(settings, _tell)))
    return 0


def _doctor(_options: argparse.Namespace) -> int:
    return asyncio.run(examine(print))


def _grant(options: argparse.Namespace) -> int:
    print(asyncio.run(grant(load_settings(), options.role, options.email, options.group)))
    return 0


def _accounts(options: argparse.Namespace) -> int:
    print(asyncio.run(reset_factors(load_settings(), options.email)))
    return 0


def _group(options: argparse.Namespace) -> int:
    print(asyncio.run(make_group(load_settings(), options.slug, options.name, options.company)))
    return 0


def _companies(options: argparse.Namespace) -> int:
    print(asyncio.run(merge(load_settings(), options.company, options.into)))
    return 0


def _import(options: argparse.Namespace) -> int:
    wanted = Wanted(options.file, options.group, options.consent, options.preview, options.rejects)
    print(asyncio.run(import_members(load_settings(), wanted)))
    return 0


def _search(options: argparse.Namespace) -> int:
    settings = load_settings()
    print(asyncio.run(configure(settings, _tell) if options.what == "configure" else reindex(settings, _tell, anew=options.anew)))
    return 0


def _log(_options: argparse.Namespace) -> int:
    print(asyncio.run(renew_log(load_settings())))
    return 0


def _erase(options: argparse.Namespace) -> int:
    if not options.yes:
        print(
            f"Everything of {options.email} will be erased, and cannot be brought back. Type the address again to go on: ",
            end="",
            flush=True,
        )
        if sys.stdin.readline().strip().lower() != options.email.strip().lower():
            print("Nothing was erased.")
            return 1
    print(asyncio.run(erase_now(load_settings(), options.email)))
    return 0


def _schema(options: argparse.Namespace) -> int:
    if options.check:
        return check_sdl(print)
    write_sdl()
    return 0
