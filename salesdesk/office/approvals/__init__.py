"""Approvals (审批): flows as rows, requests, signatures, absences.

2026-11-26: a flow is never changed. Editing it adds a version, and a request keeps the version it was
filed under: that is its snapshot, and nothing is copied. A request's state is derived from its
signatures, its withdrawal and its time. Whoever signs last carries the payload out.
"""
