"""Where offices lie on this machine when nobody says otherwise."""

from pathlib import Path

from platformdirs import user_documents_path

ENDING = ".office"


def offices_folder() -> Path:
    """Give the folder in which offices are put."""
    return user_documents_path() / "salesdesk"


def default_place(name: str) -> Path:
    """Give where an office called *name* would be put."""
    kept = "".join(c if c.isalnum() or c in "-_ " else "-" for c in name).strip() or "office"
    return offices_folder() / f"{kept}{ENDING}"
