"""The campaign desk (推广计划): phases and jobs as a list, a picture over days, and the curve.

Decided 2026-11-24: an own painter over an own axis instead of QGraphicsView; the picture, its
header and the curve share one `Axis`, the list owns the vertical scrolling, and the same row
heights keep both sides on one line.
"""
