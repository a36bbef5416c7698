"""What there is to sell: projects, buildings, permits, units, their prices, releases and claims.

Stands on customers and staff. Decided 2026-11-24: a unit has no state column; its state is read
from its one live claim (partial unique index) and its release line (law 1 of the house plan).
"""
