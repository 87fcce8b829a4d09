"""How somebody comes who joins by a group's link."""

import strawberry


@strawberry.input(description="The join link that somebody came by, and what they answered.")
class JoinLinkArrivalInput:
    """A token, and answers."""

    token: str
    answers: list[str] = strawberry.field(description="In the order of the link's questions.")
