"""Files that come in: spreadsheets, read in a guarded child process and turned into rows with problems.

Decided 2026-11-24: the parent reads the bytes (at most 20 MB), looks at the container without
unpacking it (`prescan`), and hands the bytes to a child process over its standard input; the child
limits itself and answers in JSON. The child opens no file and imports nothing of the office.
"""
