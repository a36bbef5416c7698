"""People who may buy: the register of calls and visits, follow-ups, whose customer somebody is.

Stands on staff.
"""
