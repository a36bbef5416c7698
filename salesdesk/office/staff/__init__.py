"""The people of the office: sign-in, roles and rights, and the office's own settings."""
