"""Paper and workbooks: pure functions of a stored sheet; the same sheet gives the same bytes.

No clock, no session and no window here. ReportLab and openpyxl live in this room only. Decided on
2026-11-24: a receipt is one A4 page with three tear-off copies, each in the ink of its copy, and
rare Han characters that Noto Sans SC lacks come from a second embedded face.
"""
