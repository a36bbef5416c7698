"""The only room where things are put together: the command line, the window, the practice office.

Stands on everything. Decided 2026-11-24: heavy rooms are imported by `rooms.load` alone, so that
the window is painted before them; nothing else imports below the top of a file.
"""
