"""Deals: holds, deposits, price approval, subscription, cancellation, return.

Stands on the ledger, the inventory, customers and staff.
"""
