"""The sales-control board: every unit of a project as one picture, and the work on units."""
