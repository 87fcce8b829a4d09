"""What a bus of hints is, whatever carries them."""

from collections.abc import Callable
from typing import Final, Protocol, TypeAlias

Listener: TypeAlias = Callable[[str, int], None]
# The head in a call that carries none: hints may have been lost, so whoever listens looks for themselves, once.
LOST: Final = -1


class Bus(Protocol):
    """The port. `publish` never fails a caller and waits for nobody; `listen` returns a function that ends the listening."""

    async def publish(self, stream: str, head: int) -> None:
        """Tell every listener of `stream`, in all processes, that its head is `head`. Of several hints the highest may come alone."""
        ...

    def listen(self, stream: str, listener: Listener) -> Callable[[], None]:
        """Call `listener(stream, head)` in the event loop for each hint, and with LOST where some may have gone by unheard."""
        ...
