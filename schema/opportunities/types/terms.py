"""Terms in the graph: as a form, and as they read."""

from collections.abc import Mapping
from enum import Enum

import strawberry

from schema.opportunities.types.words import Direction, Kind
from server.kit.actor import Language
from server.kit.text import sentence
from server.opportunities.rules import Labels, TermField, TermType, form, pay_of


@strawberry.enum(description="How a term is filled in; of a choice the value is sent.")
class TermsFieldType(Enum):
    """How a term is filled in."""

    LINE = TermType.LINE
    TEXT = TermType.TEXT
    CHOICE = TermType.CHOICE


@strawberry.type(description="One of a term's choices.")
class TermsChoice:
    """A choice."""

    value: str
    label: str


@strawberry.type(description="The condition under which a term is asked: another term has this value.")
class TermsCondition:
    """A condition."""

    key: str
    value: str


@strawberry.type(description="A term that a kind asks for.")
class TermsField:
    """A question of the form."""

    key: str
    label: str
    hint: str | None = strawberry.field(description="How it is written, where that is not plain.")
    required: bool = strawberry.field(description="Under its condition, where it has one.")
    type: TermsFieldType
    choices: list[TermsChoice]
    when: TermsCondition | None = strawberry.field(description="Null: it is always asked.")


@strawberry.type(description="A term of a post.")
class Term:
    """A term."""

    key: str
    label: str
    value: str = strawberry.field(description="As it reads.")
    given: str = strawberry.field(description="As its author gave it: what the form holds; of a choice the value.")


def terms_form(kind: Kind, direction: Direction, language: Language) -> list[TermsField]:
    """Return the form of a kind in a language."""
    return [_field(each, language) for each in form(kind, direction)]


def terms_shown(kind: Kind, direction: Direction, terms: Mapping[str, str], language: Language) -> list[Term]:
    """Return the terms of a post in the order of the form, in the reader's language."""
    return [
        Term(
            key=each.key,
            label=_in(each.labels, language),
            value=_in(each.label_of(terms[each.key]), language),
            given=terms[each.key],
        )
        for each in form(kind, direction)
        if each.key in terms
    ]


def pay_shown(kind: Kind, direction: Direction, terms: Mapping[str, str], language: Language) -> str | None:
    """Return the one line on pay for lists."""
    pay = pay_of(kind, direction, terms)
    if pay is None or isinstance(pay, str):
        return pay
    return sentence(language, "opportunities.terms.unpaid", label=_in(pay[0], language), value=_in(pay[1], language))


def _field(each: TermField, language: Language) -> TermsField:
    return TermsField(
        key=each.key,
        label=_in(each.labels, language),
        hint=_hint(each, language),
        required=each.required,
        type=TermsFieldType(each.type),
        choices=[TermsChoice(value=choice.code, label=_in(choice.labels, language)) for choice in each.choices],
        when=None if each.when is None else TermsCondition(key=each.when[0], value=each.when[1]),
    )


def _hint(each: TermField, language: Language) -> str | None:
    if each.shape is None:
        return None
    return sentence(language, f"opportunities.hints.{each.shape}", least=each.least, most=each.most)


def _in(labels: Labels, language: Language) -> str:
    return labels.ja if language == "ja" else labels.en
