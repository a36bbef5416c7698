"""Somebody is let in: what is fetched with his seat, off the window thread."""

from dataclasses import dataclass

from salesdesk.desks.link import Seat
from salesdesk.desks.shell.backstage import Backstage, LeftOrder
from salesdesk.desks.shell.face import OfficeFace


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated:
    """A seat just taken, and what the window must know before it shows a desk."""

    seat: Seat
    rights: frozenset[str]
    face: OfficeFace
    left: tuple[LeftOrder, ...] = ()
    """Orders that an earlier program left; decided, or for the person to decide."""


def seated(stage: Backstage, face: OfficeFace, login: str, password: str) -> Seated:
    """Sign in; blocks, and raises what the office refuses."""
    seat = stage.sign_in(face.place, login, password)
    try:
        left = tuple(stage.left_orders(seat))
        return Seated(seat=seat, rights=seat.rights, face=stage.within(seat, face), left=left)
    except BaseException:  # the line broke right after it
        stage.sign_out(seat)
        raise
