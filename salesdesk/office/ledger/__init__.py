"""The money: receipts, tenders, postings, refunds and counted cash, in a ledger that only grows.

Stands on customers and staff. Decided 2026-11-24: a void marks the same number (a row of its own),
a contra would be a new receipt; receipt rows are never updated.
"""
