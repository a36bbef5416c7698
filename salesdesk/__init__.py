"""The program a new-home sales office runs on."""
