"""Lists in the graph: PageInfo, and how `first` and `after` become a page request."""

import strawberry

from server.kit.paging import Page, PageRequest, T


@strawberry.type(description="Where a page of a list ends.")
class PageInfo:
    """Whether more follow, and the cursor to go on from."""

    has_next_page: bool
    end_cursor: str | None


def page_info(page: Page[T]) -> PageInfo:
    """Return the PageInfo of a page."""
    return PageInfo(has_next_page=page.has_next, end_cursor=page.cursors[-1] if page.cursors else None)


def page_request(first: int, after: str | None) -> PageRequest:
    """Return the request; `first` outside 1 to 100 is refused (BadPage)."""
    return PageRequest(first, after)
