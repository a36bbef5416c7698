"""The database, one transaction at a time, the journal, and word of what changed."""
