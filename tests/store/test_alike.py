"""What one desk has asked, the next one asks without putting it into SQL again."""

from contextlib import closing

from sqlalchemy import event
from sqlalchemy.engine.interfaces import CacheStats

from salesdesk.office.entrance import open_office
from salesdesk.office.inventory.queries import board
from salesdesk.store.alike import FileDialect, ServerDialect
from tests.furnished import copied, seat


def asked(place, clock):
    """Ask for the board in an office opened for it; give how each statement came to be SQL."""
    with closing(open_office(place, clock)) as office:
        ways = []
        event.listen(
            office.database.engine,
            "before_cursor_execute",
            lambda _c, _cursor, _sql, _given, context, _many: ways.append(context.cache_hit),
        )
        assert seat(office, "manager").ask(board)
    return set(ways)


def test_a_second_office_asks_what_the_first_has_asked(lived, tmp_path, clock):
    place = copied(lived, tmp_path)
    asked(place, clock)
    ways = asked(place, clock)
    assert CacheStats.CACHE_HIT in ways
    assert CacheStats.CACHE_MISS not in ways


def test_only_servers_of_one_release_are_alike():
    one, other = ServerDialect(), ServerDialect()
    assert one == other
    assert hash(one) == hash(other)
    other.server_version_info = (99, 1)
    assert one != other
    assert FileDialect() == FileDialect()
    assert FileDialect() != one
