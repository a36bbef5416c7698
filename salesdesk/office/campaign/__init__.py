"""The campaign (推广计划): phases, jobs, media and milestones of selling one project, by the day.

Stands on staff, beside the inventory and the ledger. Decided 2026-11-24: an actual date is a fact
of a job, a phase's actual dates are derived from its jobs; the curve of subscriptions is asked
from above (`office.figures`), because claims belong to the inventory; titles keep an optional
English text beside the Chinese one, so that one plan reads in both languages.
"""
