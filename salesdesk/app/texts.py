"""The compiled texts (``.qm``): not in the repository, made where a checkout has none yet.

``run.py`` makes them anew whenever the ``.ts`` changed; ``python -m salesdesk`` without it would
speak English, whatever was chosen.
"""

import os
import subprocess
from pathlib import Path

import PySide6

from salesdesk.app.speaking import complain
from salesdesk.desks.widgets.places import TRANSLATIONS


def compile_missing() -> None:
    """Compile every text that has no ``.qm`` beside it; where that fails, say how it is done."""
    name = "lrelease.exe" if os.name == "nt" else "lrelease"
    tool = Path(PySide6.__file__).with_name(name)
    for source in sorted(TRANSLATIONS.glob("*.ts")):
        target = source.with_suffix(".qm")
        if target.exists():
            continue
        unfinished = source.with_suffix(f".{os.getpid()}.tmp")
        try:
            subprocess.run(  # noqa: S603 - Qt's own tool, a file of ours
                [tool, "-silent", source, "-qm", unfinished], check=True, capture_output=True
            )
            unfinished.replace(target)
        except (OSError, subprocess.CalledProcessError):
            complain(f"{source.name} could not be compiled; python3 run.py does it.")
