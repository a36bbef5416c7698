"""Faults on purpose: what must survive a power cut, a kill and a bad network, and checkers that can fail.

Each proof is a module with one ``run(seed, ...)`` that gives a report; the tests run its short form.
"""
