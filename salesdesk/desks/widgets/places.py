"""Where the files that come with the program lie: fonts, icons, translations."""

import sys
from pathlib import Path

_FROZEN = getattr(sys, "_MEIPASS", None)

RESOURCES: Path = (Path(_FROZEN) if _FROZEN else Path(__file__).parents[3]) / "resources"
"""The folder of fonts, icons, translations and policy tables."""

FONTS: Path = RESOURCES / "fonts"
ICONS: Path = RESOURCES / "icons"
TRANSLATIONS: Path = RESOURCES / "translations"
