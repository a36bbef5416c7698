"""The approvals desk (审批): what waits for me, what I asked for, all requests, who holds what.

2026-11-26: a signature is given with the signer's own login and password, typed for each, so that
another person can sign at this machine: a second seat is opened for it, used once and closed.
"""
