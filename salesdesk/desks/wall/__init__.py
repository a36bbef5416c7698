"""The wall of the waiting hall: a board without names on a second screen, fed by the same truth.

Decided 2026-11-25: it asks one query, `public_board`, whose answer has no place for anything
personal, and it shows either the office's present or says since when it does not know it. It is
painted by hand and speaks the language of the moment it is painted in, so that it need not be
made again like a desk.
"""
