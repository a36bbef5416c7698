"""The one licence for an import that is not at the top of a file.

The window is painted before SQLAlchemy, ReportLab and openpyxl are imported (design 5):
they together cost eight times an empty window.
"""

from importlib import import_module
from types import ModuleType


def load(name: str) -> ModuleType:
    """Import the module *name* now."""
    return import_module(name)
