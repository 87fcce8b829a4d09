"""Sentences for people: the ja and en catalogues of the server, and the one way from a refusal to its sentence."""

from server.kit.text.catalogue import sentence, sentence_of
from server.kit.text.dates import day_of
from server.kit.text.markdown import plain_text, to_html

__all__ = ["day_of", "plain_text", "sentence", "sentence_of", "to_html"]
