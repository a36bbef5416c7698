"""Loans that pay for homes (按揭、公积金、组合贷): one case a deal, turn by turn, to the pay-out.

Decided 2026-11-26: what a case stands at is its newest turn, no column; turns only grow, and the table
of `rules` is a trigger of both stores. A pay-out is a receipt of the till and a turn in one transaction.
Where the bank says no, nobody is at fault (R-05): another payment mode, another bank, or the deal ends.
"""
