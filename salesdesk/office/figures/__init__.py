"""Figures that read several trades at once: stands on all of them, writes nothing."""
