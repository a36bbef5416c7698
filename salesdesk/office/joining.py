"""An office on a server is joined. Apart from `entrance`: a file office needs no network library."""

from salesdesk.office.entrance import Missing, prints_all
from salesdesk.office.frontdoor import Office
from salesdesk.store.address import Address
from salesdesk.store.database import Clock, system_clock
from salesdesk.store.server import ServerDatabase


def open_server(
    address: Address,
    clock: Clock = system_clock,
    missing: Missing = prints_all,
    isolation: str = "READ COMMITTED",
) -> Office:
    """Give the office at *address*: nothing is asked of the server before somebody signs in."""
    return Office(ServerDatabase(address, clock, isolation=isolation), missing)
