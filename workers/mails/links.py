"""The addresses that mails point at: pages of the web client."""

from server.kit.ids import MemberId, OpportunityId, ResponseId, global_id

HOME = "/"
JOIN = "/join"
MY_DATA = "/me/data"
MY_PROFILE = "/me"
MY_SIGN_INS = "/me/signins"
CAREER = "/me/career"
GROUPS = "/groups"
PENDING = "/pending"
PEOPLE = "/people"
QUEUE = "/queue"
SIGN_IN = "/signin"
SIGN_INS = "/me/signins"
SEARCHES = "/me/searches"


def sign_in(token: str) -> str:
    """Return the page that asks once more before it uses the token; in the fragment it reaches no server and no log."""
    return f"/signin/link#token={token}"


def email_change(token: str) -> str:
    """Return the page that asks once more before it confirms an address."""
    return f"/signin/email#token={token}"


def invitation(token: str) -> str:
    """Return the page that shows the group before it asks for an answer."""
    return f"/invitation#token={token}"


def refusal(token: str) -> str:
    """Return the address that a mail program calls for who wants no invitation any more."""
    return f"/invitations/refused/{token}"


def queue_refusal(token: str) -> str:
    """Return the address that a mail program calls for who wants the weekly mail of the queue no more."""
    return f"/queue/refused/{token}"


def standing_refusal(token: str) -> str:
    """Return the address that a mail program calls for who wants no mail of what they saved."""
    return f"/standing/refused/{token}"


def opportunity(opportunity: OpportunityId) -> str:
    """Return the page of a post."""
    return f"/opportunities/{global_id('Opportunity', opportunity)}"


def person(member: MemberId) -> str:
    """Return the page of a person."""
    return f"/people/{global_id('Person', member)}"


def talk(response: ResponseId) -> str:
    """Return the page of a response and its conversation."""
    return f"/talks/{global_id('Response', response)}"


def group_roles(slug: str) -> str:
    """Return the page of who runs a group."""
    return f"/groups/{slug}/roles"


def group(slug: str) -> str:
    """Return the page of a group."""
    return f"/groups/{slug}"
