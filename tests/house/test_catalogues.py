"""Wire: whatever the server says stands in both catalogues, is used, and speaks with the house's voice."""

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

from server.kit.refusal import Absent, Conflict, Exhausted, Forbidden, Invalid, Refusal
from tests.house.modules import below, import_all
from tests.house.tree import CODE, ROOT, Source, dotted, files, python, relative, source

CATALOGUES = "server/kit/text/catalogues"
JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
PRODUCT = "縁側"
# The branches of the tree of refusals: nobody raises them bare.
BRANCHES = {Invalid, Absent, Forbidden, Conflict, Exhausted}
# Given by the class itself, not by who raises it.
BY_THE_CLASS = {"retry_after", "minutes"}
# look.md's voice: what we do not say, and what we say.
UNSPOKEN = {
    "退職者": "卒業生",
    "ユーザー": "メンバー",
    "サインイン": "ログイン",
    "旧姓": "在籍時のお名前",
    "提供できること": "お手伝いできること",
    "却下": "見送り",
    "応募する": "手を挙げる",
    "権限がありません": "見つかりません",
    "不正な": "直し方を言う",
    "！": "。",
    "!": "。",
}


@cache
def texts(language: str) -> dict[str, str]:
    """Every text of a language, as it stands in the files, by its key `<slice>.<path>`."""
    found: dict[str, str] = {}
    for path in files(f"{CATALOGUES}/{language}", ".toml"):
        _collect(found, path.stem, tomllib.loads(path.read_text("utf-8")))
    return found


def _collect(found: dict[str, str], prefix: str, table: dict[str, Any]) -> None:
    for key, value in table.items():
        if isinstance(value, dict):
            _collect(found, f"{prefix}.{key}", value)
        else:
            found[f"{prefix}.{key}"] = str(value)


def uneven(ja: dict[str, str], en: dict[str, str]) -> list[str]:
    """Keys that are missing, empty, untranslated or filled with other placeholders in one of the two languages."""
    found = [f"{key}: only in one language" for key in ja.keys() ^ en.keys()]
    for key in ja.keys() & en.keys():
        if not ja[key].strip() or not en[key].strip():
            found.append(f"{key}: empty")
        if JAPANESE.search(en[key].replace(PRODUCT, "")):
            found.append(f"{key}: Japanese in the English text")
        if not JAPANESE.search(ja[key]) and re.search(r"[a-z]{3}", _bare(ja[key])):
            found.append(f"{key}: not translated")
        if placeholders(ja[key]) != placeholders(en[key]):
            found.append(f"{key}: {placeholders(ja[key])} in Japanese, {placeholders(en[key])} in English")
    return sorted(found)


def placeholders(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _bare(text: str) -> str:
    return "".join(literal for literal, _, _, _ in string.Formatter().parse(text)).replace("Engawa", "")


def unspoken(ja: dict[str, str]) -> list[str]:
    """Texts with a word that the house does not use."""
    return [f"{key}: {word} → {better}" for key, text in ja.items() for word, better in UNSPOKEN.items() if word in text]


def key_of(refusal: type) -> str:
    """Where the sentence of a refusal stands."""
    return f"{refusal.__module__.split('.')[1]}.{refusal.__name__}"


def refusals() -> set[type]:
    """Every refusal that somebody may raise."""
    import_all("errors", "refusal", "cursor", "paging", "outcomes", "limits")
    return {refusal for refusal in below(Refusal) - BRANCHES if refusal.__module__.split(".")[0] in CODE}


def orphans(keys: set[str], used: set[str], prefixes: set[str]) -> list[str]:
    """Keys that nobody asks for: not named in full, and under no prefix that is put together with something."""
    return sorted(key for key in keys if key not in used and not key.startswith(tuple(prefixes or {"\0"})))


def asked_for(module: Source) -> Iterator[tuple[str, bool]]:
    """Texts of a module that could be keys; the flag says that only the beginning is known."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value, False
        if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
            yield str(node.values[0].value), True


def unfilled(module: Source, wanted: dict[str, set[str]]) -> list[str]:
    """Refusals that are raised without a value for a placeholder of their sentence."""
    found: list[str] = []
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call) or any(keyword.arg is None for keyword in node.keywords):
            continue
        name = dotted(node.func).split(".")[-1]
        missing = wanted.get(name, set()) - {keyword.arg for keyword in node.keywords} - BY_THE_CLASS
        if missing:
            found.append(f"{module.path}:{node.lineno} {name} without {sorted(missing)}")
    return found


def undrawn(module: Source) -> list[str]:
    """Refusals that the tree on top of their module does not show."""
    tree = ast.get_docstring(module.tree) or ""
    return [f"{module.path}: {node.name}" for node in module.tree.body if isinstance(node, ast.ClassDef) and node.name not in tree]


def test_the_two_languages_say_the_same_things() -> None:
    """No text is missing, empty, untranslated, or has other placeholders."""
    assert texts("ja") != {}
    assert uneven(texts("ja"), texts("en")) == []


def test_the_voice_is_ours() -> None:
    """The short list of look.md, over everything the server says in Japanese."""
    assert unspoken(texts("ja")) == []


def test_every_refusal_has_a_sentence() -> None:
    """In both languages, under the name of its class."""
    keys = {key_of(refusal) for refusal in refusals()}
    assert sorted(keys - texts("ja").keys()) == []
    assert sorted(keys - texts("en").keys()) == []


def test_every_sentence_is_used() -> None:
    """Every key is a refusal's or is asked for somewhere; mail templates ask, too."""
    asked = [found for module in python(*CODE) for found in asked_for(module)]
    templates = "\n".join(path.read_text("utf-8") for folder in CODE for path in files(folder, ".html", ".mjml", ".txt", ".j2", ".jinja"))
    keys = set(texts("ja"))
    used = {text for text, _ in asked} | {key_of(refusal) for refusal in refusals()} | {key for key in keys if key in templates}
    prefixes = {text for text, partly in asked if partly and "." in text and text.split(".")[0] in {key.split(".")[0] for key in keys}}
    assert orphans(keys, used, prefixes) == []


def test_every_refusal_is_raised_with_what_its_sentence_needs() -> None:
    """Otherwise the caller would see an error where a sentence belongs."""
    own_words = {refusal.__name__ for refusal in refusals() if "__init__" in vars(refusal)}
    wanted = {refusal.__name__: placeholders(texts("ja").get(key_of(refusal), "")) for refusal in refusals()}
    wanted = {name: names for name, names in wanted.items() if name not in own_words}
    assert [line for module in python("server", "workers", "engawa") for line in unfilled(module, wanted)] == []


def test_errors_open_with_their_tree() -> None:
    """Whoever opens the module sees the hierarchy first."""
    assert [line for module in python("server") if module.path.endswith("/errors.py") for line in undrawn(module)] == []


def test_no_catalogue_stands_elsewhere() -> None:
    """One folder a language, one file a slice."""
    found = {relative(path) for path in (ROOT / CATALOGUES).rglob("*.toml")}
    assert {path for path in found if not re.fullmatch(rf"{CATALOGUES}/(ja|en)/[a-z_]+\.toml", path)} == set()


def test_uneven_catalogues_are_caught() -> None:
    """Planted: one of each kind."""
    ja = {"a.Only": "あ", "a.Empty": "", "a.Same": "not translated", "a.Holes": "{limit}文字", "a.Fine": "{n}人", "a.Leak": "あ"}
    en = {"a.Empty": "x", "a.Same": "not translated", "a.Holes": "{max} characters", "a.Fine": "{n} people", "a.Leak": "あ"}
    assert [line.split(":")[0] for line in uneven(ja, en)] == ["a.Empty", "a.Holes", "a.Leak", "a.Only", "a.Same"]


def test_a_foreign_voice_is_caught() -> None:
    """Planted: a word that is not ours, and one that is."""
    assert unspoken({"a.Bad": "ユーザーが見つかりません。", "a.Good": "メンバーが見つかりません。"}) == ["a.Bad: ユーザー → メンバー"]


def test_an_orphan_is_caught() -> None:
    """Planted: a key that nobody names; one named in full and one under a prefix are used."""
    assert orphans({"mail.subject", "mail.body", "a.Left"}, {"mail.subject"}, {"mail.b"}) == ["a.Left"]
    asked = set(asked_for(source("workers/mails/write.py", 'say("mail.subject")\nsay(f"mail.{kind}")\n')))
    assert {("mail.subject", False), ("mail.", True)} <= asked


def test_an_unfilled_sentence_is_caught() -> None:
    """Planted: one placeholder without a value; a call that passes on what it was given is left alone."""
    planted = 'raise TooLong("title")\nraise TooLong("title", limit=80)\nraise TooLong("title", **given)\n'
    assert unfilled(source("server/people/commands.py", planted), {"TooLong": {"limit"}}) == [
        "server/people/commands.py:1 TooLong without ['limit']"
    ]


def test_an_undrawn_refusal_is_caught() -> None:
    """Planted: a class that the tree does not show."""
    planted = '"""The tree.\n\nConflict\n└── AlreadyClosed\n"""\nclass AlreadyClosed: ...\nclass Forgotten: ...\n'
    assert undrawn(source("server/opportunities/errors.py", planted)) == ["server/opportunities/errors.py: Forgotten"]
