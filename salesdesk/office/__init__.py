"""The trade itself, without windows."""
