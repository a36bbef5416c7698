"""Chinese or English: which texts the program shows, changed while it runs."""

from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from salesdesk.desks.widgets.places import TRANSLATIONS
from salesdesk.desks.wording import CHINESE, ENGLISH, set_language

LANGUAGES: Final = {CHINESE: "中文", ENGLISH: "English"}
"""Each language by the name it gives itself."""

_PREFIX: Final = "salesdesk-translator"


def system_language() -> str:
    """Give the language to start in where nobody has chosen: Chinese on a Chinese system."""
    chinese = QLocale.system().language() is QLocale.Language.Chinese
    return CHINESE if chinese else ENGLISH


def speak(app: QApplication, language: str) -> str:
    """Have the application speak *language*; give the language that it now speaks.

    What is already shown stays as it is until it is made again (see `salesdesk.desks`).
    """
    for old in app.findChildren(QTranslator):
        if old.objectName() == _PREFIX:
            app.removeTranslator(old)
            old.setParent(None)
            old.deleteLater()
    spoken = language if language in LANGUAGES else ENGLISH
    ours = str(TRANSLATIONS / f"salesdesk_{spoken}.qm")
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for path in (f"{qt_folder}/qtbase_{spoken}.qm", ours):
        translator = QTranslator(app)
        translator.setObjectName(_PREFIX)
        if translator.load(path):
            app.installTranslator(translator)
        else:
            translator.deleteLater()
    QLocale.setDefault(QLocale(spoken))
    set_language(spoken)
    return spoken
