"""Documents: our client's by their ids and strangers' own, each parsed and validated once while it is remembered."""

import json
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

from graphql import DocumentNode, GraphQLError, OperationDefinitionNode, parse
from strawberry.extensions.base_extension import SchemaExtension
from strawberry.schema.schema import validate_document

from schema.cost import Affordable
from server.realtime.operations import Operation

_FILE: Final = Path(__file__).parent / "operations.json"
MOST_TOKENS: Final = 3000
# What is remembered of strangers' documents. Parsed, one takes up to two hundred bytes for each of its letters.
MOST_KEPT: Final = 256
MOST_LETTERS: Final = 128 * 1024


class NotTaken(GraphQLError):
    """A document that is not looked at at all; `code` is the error's name for clients."""

    code: str = "BAD_REQUEST"


class UnknownDocument(NotTaken):
    """No document of our client has this id: the page is older or newer than the server."""

    code = "UNKNOWN_DOCUMENT"

    def __init__(self) -> None:
        """The id itself is not repeated; it can be anything."""
        super().__init__("There is no document of this id. The page may be of another release; load it anew.")


class DocumentNotTaken(NotTaken):
    """This deployment takes only documents that it knows."""

    code = "DOCUMENT_NOT_TAKEN"

    def __init__(self) -> None:
        """Say how to ask."""
        super().__init__("This deployment takes no documents but its own client's, by documentId.")


class Unnamed(NotTaken):
    """Which of several operations to run was not said, or there is none of that name."""

    def __init__(self) -> None:
        """Say what is missing."""
        super().__init__("The parameter operationName must name one of the document's operations.")


class MutationByGet(NotTaken):
    """A GET changes nothing."""

    code = "MUTATION_BY_GET"

    def __init__(self) -> None:
        """Say how to ask."""
        super().__init__("Mutations are sent by POST.")


@dataclass(slots=True)
class Prepared:
    """A parsed document, and what is wrong with it; None before it was validated. `alike` is what schema.planning found out about it."""

    document: DocumentNode
    faults: list[GraphQLError] | None = None
    alike: dict[str | None, Any] = field(default_factory=dict[str | None, Any])

    def check_name(self, name: str | None) -> None:
        """Raise Unnamed unless `name` names an operation; without one the document has to have just one."""
        names = [each.name and each.name.value for each in self.document.definitions if isinstance(each, OperationDefinitionNode)]
        if (name is None and len(names) > 1) or (name is not None and name not in names):
            raise Unnamed


@cache
def persisted() -> Mapping[str, str]:
    """Return the documents that our own client asks, by their ids."""
    found: dict[str, str] = json.loads(_FILE.read_text("utf-8"))
    return found


def text_of(operation: Operation, *, known_only: bool = False) -> str:
    """Return the text of an operation's document; raise NotTaken. `known_only`: only our client's, however they are named."""
    if operation.document_id is not None:
        text = persisted().get(operation.document_id)
        if text is None:
            raise UnknownDocument
        return text
    if known_only:
        raise DocumentNotTaken
    return operation.query


class Shelf:
    """Prepared documents by their text: `own` stay for good, all others push each other out, the longest unused first."""

    def __init__(self, own: Callable[[], Mapping[str, str]] = persisted) -> None:
        """`own()` is asked for once, when the first document comes."""
        self._find_own = own
        self._own: dict[str, Prepared | None] | None = None
        self._others: OrderedDict[str, Prepared] = OrderedDict()
        self._letters = 0

    @property
    def others(self) -> tuple[int, int]:
        """How many documents of strangers are remembered, and how many letters they have."""
        return len(self._others), self._letters

    def prepared(self, text: str) -> Prepared:
        """Return a document; raise GraphQLError where it is none, or longer than 3,000 tokens."""
        if self._own is None:
            self._own = dict.fromkeys(self._find_own().values())
        if text in self._own:
            # Ours are right, so that nobody has to be shown where they are wrong.
            found = self._own[text] = self._own[text] or Prepared(parse(text, max_tokens=MOST_TOKENS, no_location=True))
            return found
        if text in self._others:
            self._others.move_to_end(text)
            return self._others[text]
        found = Prepared(parse(text, max_tokens=MOST_TOKENS))
        self._keep(text, found)
        return found

    def _keep(self, text: str, found: Prepared) -> None:
        # One alone may not push all others out.
        if len(text) > MOST_LETTERS // 8:
            return
        self._others[text] = found
        self._letters += len(text)
        while len(self._others) > MOST_KEPT or self._letters > MOST_LETTERS:
            gone, _ = self._others.popitem(last=False)
            self._letters -= len(gone)


SHELF: Final = Shelf()


class Remembered(SchemaExtension):
    """Takes parsing and validation from the shelf; what a document costs is part of its validation."""

    def on_operation(self) -> Iterator[None]:
        """Add the rule of what may be asked for."""
        self.execution_context.validation_rules += (Affordable,)
        yield

    def on_parse(self) -> Iterator[None]:
        """Parse, or remember."""
        self.execution_context.graphql_document = SHELF.prepared(self.execution_context.query or "").document
        yield

    def on_validate(self) -> Iterator[None]:
        """Validate, or remember what was found."""
        context = self.execution_context
        prepared = SHELF.prepared(context.query or "")
        if prepared.faults is None:
            schema: Any = cast(Any, context.schema)._schema  # noqa: SLF001
            prepared.faults = validate_document(schema, prepared.document, context.validation_rules)
        context.pre_execution_errors = prepared.faults
        yield
