"""The contracts desk: every deal from its hold to the subscription agreement, and its undoing."""
