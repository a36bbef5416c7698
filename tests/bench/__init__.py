"""The measured comparisons: ours against an honest baseline in the same run, A B A B.

A module here offers ``CASES``, a tuple of `harness.Case`; ``python3 run.py bench`` runs them all,
``python3 run.py bench board`` those whose name holds the word.
"""
