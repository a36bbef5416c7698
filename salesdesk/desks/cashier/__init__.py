"""The cashier's desk: deposits and their receipts, voids, refunds, and the day's cash."""
