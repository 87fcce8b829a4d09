"""How it is told what a word was taken for: as those who were found write it, in the script of who asks where they do."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from server.search.highlight import highlight
from server.search.japanese.analysis import Kind
from server.search.japanese.folding import fold, has_kanji
from server.search.japanese.words import Word

MOST_TOLD: Final = 2
# What is longer is no word that somebody mistyped.
_LONGEST: Final = 20


@dataclass(frozen=True, slots=True)
class ReadAs:
    """A word as it was typed, and what it was taken for, the commonest first."""

    typed: str
    meant: tuple[str, ...]


def told_as(words: Sequence[Word], texts: Iterable[tuple[str, Kind]]) -> tuple[ReadAs, ...]:
    """Say what words were taken for. Pass only texts that the viewer may read: what stands in none of them is not told."""
    whole = list(dict.fromkeys(texts))
    # Of a name the part that was meant, but where it was met as a whole alone.
    parts = [(part, kind) for text, kind in whole for part in (text.split() if kind is Kind.NAME else [text])]
    told = (ReadAs(word.text, _forms(word, parts) or _forms(word, whole)) for word in words)
    return tuple(each for each in told if each.meant)


def _forms(word: Word, texts: Sequence[tuple[str, Kind]]) -> tuple[str, ...]:
    marked = (segment.text.strip() for text, kind in texts for segment in highlight(text, [word], kind=kind) if segment.marked)
    typed = fold(word.text).text
    # Two that are folded alike are one word for who reads it.
    forms = Counter(form for form in marked if 0 < len(form) <= _LONGEST and fold(form).text != typed)
    scripts = [_script(word.text), "kana", "kanji", "latin"]
    by_script = {script: [form for form, _ in forms.most_common() if _script(form) == script] for script in scripts}
    alike = next((some for some in by_script.values() if some), list[str]())
    first = {fold(form).text: form for form in reversed(alike)}
    return tuple(form for form in alike if first[fold(form).text] == form)[:MOST_TOLD]


def _script(text: str) -> str:
    return "kanji" if has_kanji(text) else "latin" if text.isascii() else "kana"
