"""Wire: the look comes from the tokens, and the folders of the web client lean one way."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.tree import ROOT, files, relative

WEB = ROOT / "web"
TOKENS = "web/src/ui/tokens.css"
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|light-dark)\(")
NAMED = re.compile(
    r"(?:color|background|border|outline|fill|stroke)[a-z-]*\s*:[^;]*\b(?:white|black|red|green|blue|gr[ae]y|orange|yellow|navy)\b"
)
DECLARATION = re.compile(r"^\s*([a-z-]+)\s*:\s*([^;{]+);", re.MULTILINE)
TYPE = re.compile(r"^(font-size|font-family|font|line-height|letter-spacing)$")
SPACE = re.compile(r"^(padding|margin|gap|row-gap|column-gap|border-radius|border-.*-radius|box-shadow)")
MUTED = re.compile(r"@ts-(?:ignore|nocheck|expect-error)|\bas any\b|: any\b|(?:ox|es)lint-disable")
PIXELS = re.compile(r"(?<![\w.-])(\d+(?:\.\d+)?)(px|rem|pt)")
# A hairline or an optical correction is no step of the scale.
HAIRLINE = 3
# folder, what must not be imported there.
PLANTED = [
    ("src/ui", "~/gql"),
    ("src/ui", "../gql"),
    ("src/ui", "~/features/people/person"),
    ("src/ui", "../features/people/person"),
    ("src/lib", "~/features/people/person"),
    ("src/lib", "../app/App"),
    ("src/features/opportunities", "~/features/people/person"),
    ("src/features/opportunities", "../people/person"),
    ("src/features/opportunities", "~/app/App"),
]


def off_the_tokens(path: str, text: str) -> list[str]:
    """Colours, fonts and steps of space in a style sheet that are no token."""
    if path == TOKENS:
        return []
    bare = re.sub(r"/\*.*?\*/", lambda comment: "\n" * comment[0].count("\n"), text, flags=re.DOTALL)
    found = [(match.start(), match[0]) for pattern in (COLOUR, NAMED) for match in pattern.finditer(bare)]
    for match in DECLARATION.finditer(bare):
        name, value = match[1], match[2]
        sized = [float(number) for number, _ in PIXELS.findall(value)]
        if (TYPE.match(name) and sized) or (name == "font-family" and "var(" not in value and value.strip() != "inherit"):
            found.append((match.start(1), match[0].strip()))
        if SPACE.match(name) and any(number > HAIRLINE for number in sized):
            found.append((match.start(1), match[0].strip()))
    return [f"{path}:{bare.count(chr(10), 0, start) + 1} {what}" for start, what in sorted(found)]


def colours_in_code(path: str, text: str) -> list[str]:
    """Colours that are written into a component."""
    literal = re.compile(r"""["'`](#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6}|#[0-9a-fA-F]{8}|(?:rgb|hsl|oklch)a?\([^"'`]*)["'`]""")
    return [f"{path}:{number}" for number, line in enumerate(text.splitlines(), 1) if literal.search(line)]


def muted(path: str, text: str) -> list[str]:
    """Lines that tell a checker to look away, without a comment just above that says why."""
    lines = ["", *text.splitlines()]
    return [
        f"{path}:{number}"
        for number, line in enumerate(lines)
        if MUTED.search(line) and not lines[number - 1].lstrip().startswith(("//", "*", "/*", "{/*"))
    ]


def test_the_compiler_is_strict() -> None:
    """As house.md asks for."""
    settings = re.sub(r"^\s*//.*$|/\*.*?\*/", "", (WEB / "tsconfig.json").read_text("utf-8"), flags=re.MULTILINE)
    options = json.loads(settings)["compilerOptions"]
    assert options["strict"] is True
    assert options["noUncheckedIndexedAccess"] is True


def test_nobody_tells_a_checker_to_look_away() -> None:
    """Over everything that is written for the browser."""
    paths = [path for path in files("web/src", ".ts", ".tsx") if "gql" not in path.parts]
    assert [line for path in paths for line in muted(relative(path), path.read_text("utf-8"))] == []


def test_a_muted_checker_is_caught() -> None:
    """Planted: after a reason it is free, and a reason is a comment of its own."""
    assert len(muted("web/src/lib/a.ts", "g(); // @ts-ignore\nf(); // oxlint-disable-line\nconst many = 1;\n")) == 2
    assert muted("web/src/lib/a.ts", "// The library says any.\nconst a = b as any;\n") == []


def test_style_sheets_use_the_tokens() -> None:
    """Over every style sheet."""
    assert [line for path in files("web/src", ".css") for line in off_the_tokens(relative(path), path.read_text("utf-8"))] == []


def test_components_carry_no_colours() -> None:
    """Over every component; what the code generator wrote is none."""
    paths = [path for path in files("web/src", ".ts", ".tsx") if "gql" not in path.parts]
    assert [line for path in paths for line in colours_in_code(relative(path), path.read_text("utf-8"))] == []


def test_a_value_off_the_tokens_is_caught() -> None:
    """Planted: a colour, a name of one, a font, a size, a step of space; a token, a hairline and a comment are free."""
    planted = """
.a { color: #fff; }
.b { background: white; }
.c {
  font-family: Georgia;
  font-size: 15px;
  padding: 7px;
}
"""
    assert len(off_the_tokens("web/src/ui/Card.module.css", planted)) == 5
    assert off_the_tokens(TOKENS, planted) == []
    assert off_the_tokens("web/src/ui/Card.module.css", "/* #fff */\n.a {\n  color: var(--ink);\n  padding: 1px var(--space-2);\n}\n") == []


def test_a_colour_in_a_component_is_caught() -> None:
    """Planted: a literal; an anchor is free."""
    assert colours_in_code("web/src/ui/Logo.tsx", '<path fill="#1F4E79" />') == ["web/src/ui/Logo.tsx:1"]
    assert colours_in_code("web/src/ui/Page.tsx", '<a href="#main-content">') == []


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The web client's settings, with the few modules that the planted lines name."""
    tree = tmp_path_factory.mktemp("web")
    for name in (".oxlintrc.json", "tsconfig.json", "package.json"):
        shutil.copy(WEB / name, tree / name)
    for path in ("src/gql/index.ts", "src/features/people/person.ts", "src/app/App.ts"):
        (tree / path).parent.mkdir(parents=True, exist_ok=True)
        (tree / path).write_text("export const one = 1;\n", "utf-8")
    return tree


def test_imports_uphill_are_caught(bare: Path) -> None:
    """Planted, all at once: oxlint, with the project's own settings, names every one of them and nothing else."""
    planted = [bare / folder / f"planted{number}.tsx" for number, (folder, _) in enumerate(PLANTED)]
    for path, (_, name) in zip(planted, PLANTED, strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'import {{ one }} from "{name}";\nexport const planted = one;\n', "utf-8")
    answer = oxlint(bare)
    for path in planted:
        path.unlink()
    assert answer.returncode != 0
    assert answer.stdout.count("no-restricted-imports") == len(PLANTED)
    assert [path.name for path in planted if path.name not in answer.stdout] == []


def test_a_ring_in_the_web_is_caught(bare: Path) -> None:
    """Planted: two modules that import each other."""
    ring = [bare / "src/lib/one.ts", bare / "src/lib/two.ts"]
    ring[0].parent.mkdir(parents=True, exist_ok=True)
    ring[0].write_text('import { two } from "./two";\nexport const one = () => two();\n', "utf-8")
    ring[1].write_text('import { one } from "./one";\nexport const two = (): unknown => one();\n', "utf-8")
    answer = oxlint(bare)
    for path in ring:
        path.unlink()
    assert answer.returncode != 0
    assert "no-cycle" in answer.stdout


def oxlint(folder: Path) -> subprocess.CompletedProcess[str]:
    """What the linter says of a folder, with the project's settings and its own Node."""
    node = ROOT / ".venv/bin/node"
    command = [str(node), str(WEB / "node_modules/oxlint/bin/oxlint"), "--deny-warnings", "--threads", "1"]
    return subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
