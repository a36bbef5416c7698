"""An attachment shown by another program of this machine, from a copy that goes with ours."""

from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from weakref import finalize

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.office.sales.attachment_rules import ENDINGS
from salesdesk.office.sales.attachment_sheets import AttachedFile

_OWN_EYES = 0o400


class NoViewer(UserError):
    """The machine has no program for this kind of file."""

    problem = QT_TRANSLATE_NOOP("errors", "No program of this machine opens {file}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Install a PDF viewer, or open the scan at another machine."
    )


class Outside:
    """Copies of attachments in a folder that nobody else reads; they go with this object."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.forget: finalize[..., Outside] | None = None

    def show(self, file: AttachedFile) -> None:
        """Have the system's viewer open a copy, named by its number and by what its bytes are.

        Raises `NoViewer`.
        """
        if self.folder is None:
            self.folder = Path(mkdtemp(prefix="salesdesk-"))
            self.forget = finalize(self, rmtree, self.folder, ignore_errors=True)
        line = file.line
        copy = self.folder / f"{line.id}-{line.sha256[:8]}{ENDINGS[line.media]}"
        try:
            copy.unlink(missing_ok=True)
            copy.write_bytes(file.content)
            copy.chmod(_OWN_EYES)
        except OSError as error:
            raise NoViewer(file=line.name) from error
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            raise NoViewer(file=line.name)
