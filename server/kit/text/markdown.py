"""Markdown that members write: what of it may become HTML, and its plain text for lists, search and mail."""

import html
import re

import nh3
from markdown_it import MarkdownIt

_PARSER = MarkdownIt("commonmark", {"html": False, "linkify": False}).disable("image")
# Where none of these stands, every character stands for itself: most of what is written is of that kind.
_MARKED = re.compile(r"[\\`*_\[\]<>&#+=~\x00-\x08\x0e-\x1f\x7f-]|^\s*\d+[.)]", re.MULTILINE)
_TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "code", "pre", "a", "h3", "h4", "hr"}
_HEADINGS = {"h1": "h3", "h2": "h3", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}


def to_html(source: str) -> str:
    """Return sanitised HTML: no raw HTML, no images, links only http(s) and mailto, opened without referrer."""
    tokens = _PARSER.parse(source)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = _HEADINGS[token.tag]
    rendered = _PARSER.renderer.render(tokens, _PARSER.options, {})
    return nh3.clean(
        rendered,
        tags=_TAGS,
        attributes={"a": {"href"}, "*": set()},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer nofollow ugc",
    )


def plain_text(source: str) -> str:
    """Return the words of a Markdown text without its marks, on one line."""
    if not _MARKED.search(source):
        return " ".join(source.split())
    bare = nh3.clean(_PARSER.render(source), tags=set())
    return " ".join(html.unescape(bare).split())
