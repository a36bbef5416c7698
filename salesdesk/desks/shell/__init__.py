"""The window around the desks: sign-in, first run, rail, search, lock, settings."""
