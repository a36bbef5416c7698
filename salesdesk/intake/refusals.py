"""Why a file cannot be read at all: each refusal with what to do about it."""

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError


class FileRefused(UserError):
    """A file that comes in and is not taken; nothing of it was used."""

    problem = QT_TRANSLATE_NOOP("errors", "{file} cannot be read.")
    remedy = QT_TRANSLATE_NOOP("errors", "Open it in Excel and save it again as .xlsx.")


class NoSuchFile(FileRefused):
    """Nothing, or no plain file, at that place."""

    problem = QT_TRANSLATE_NOOP("errors", "There is no file {file} that can be opened.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Check the folder and the name, and that you may read the file."
    )


class EmptyFile(FileRefused):
    """A file without a filled cell."""

    problem = QT_TRANSLATE_NOOP("errors", "{file} is empty.")
    remedy = QT_TRANSLATE_NOOP("errors", "Save the list again and choose the new file.")


class NotASpreadsheet(FileRefused):
    """Something else than .xlsx, .xls, .ods or .csv, whatever its name says, or a damaged one."""

    problem = QT_TRANSLATE_NOOP("errors", "{file} is not a spreadsheet, or it is damaged.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Open it in Excel or WPS and save it as .xlsx, or export it as .csv."
    )


class Encrypted(FileRefused):
    """A spreadsheet behind a password."""

    problem = QT_TRANSLATE_NOOP("errors", "{file} is protected by a password.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Open it, take the password off, save it and choose it again."
    )


class TooLarge(FileRefused):
    """More bytes, packed or unpacked, than any price list has."""

    problem = QT_TRANSLATE_NOOP("errors", "{file} is too large: {found}, at most {limit}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Copy only the cells of the list into a new workbook and save that."
    )


class TooManyRows(FileRefused):
    """More rows than any project has units."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The sheet {sheet} of {file} has too many rows: {found}, at most {limit}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Delete everything below the list, or split it into several files."
    )


class TooManyColumns(FileRefused):
    """A cell far to the right, or a table that is no list."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The sheet {sheet} of {file} has too many columns: {found}, at most {limit}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Delete the columns to the right of the list and save the file."
    )


class TooManySheets(FileRefused):
    """More sheets than any project has buildings."""

    problem = QT_TRANSLATE_NOOP("errors", "{file} has too many sheets: {found}, at most {limit}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Keep only the sheets with the list.")


class CellTooLong(FileRefused):
    """One cell with a whole book in it."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "A cell in row {line} of the sheet {sheet} holds {found} characters."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Shorten it to at most {limit} characters.")


class Suspicious(FileRefused):
    """A container built to harm: a bomb, a path that leads out of it."""

    problem = QT_TRANSLATE_NOOP("errors", "{file} is built in a way that no spreadsheet is.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Do not open it. Ask the sender for the list as a plain .xlsx or .csv."
    )


class HasMacros(FileRefused):
    """A workbook that carries a program."""

    problem = QT_TRANSLATE_NOOP("errors", "{file} contains macros.")
    remedy = QT_TRANSLATE_NOOP("errors", "Save it as .xlsx without macros and choose that file.")


class DrawsOnOtherFiles(FileRefused):
    """A workbook whose cells come from other files or from a database."""

    problem = QT_TRANSLATE_NOOP("errors", "{file} takes values from other files.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "In Excel: Data, Edit Links, Break Link; then save it and choose it again."
    )


class FormulasWithoutValues(FileRefused):
    """A workbook with formulas that nobody has calculated and whose cells cannot be named."""

    problem = QT_TRANSLATE_NOOP("errors", "{file} contains formulas that were never calculated.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Open it, save it once, or copy the cells and paste them as values."
    )


class TookTooLong(FileRefused):
    """A file that keeps the reader busy beyond its time."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{file} could not be read within {seconds} seconds; reading was stopped."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Copy only the cells of the list into a new workbook and save that."
    )


class NeedsTooMuch(FileRefused):
    """A file that needs more memory than a price list may, or that broke its reader."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{file} broke the reader or needs too much memory; reading was stopped."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Copy only the cells of the list into a new workbook and save that."
    )


class ReaderMissing(FileRefused):
    """The reading process itself could not be started."""

    problem = QT_TRANSLATE_NOOP("errors", "The program could not start its file reader.")
    remedy = QT_TRANSLATE_NOOP("errors", "Start the program again; if it stays so, reinstall it.")


class ReadingStopped(FileRefused):
    """Somebody gave up waiting."""

    problem = QT_TRANSLATE_NOOP("errors", "Reading {file} was stopped.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose the file again when you want to read it.")


BY_NAME: dict[str, type[FileRefused]] = {
    kind.__name__: kind
    for kind in (
        NotASpreadsheet, EmptyFile, Encrypted, TooLarge, TooManyRows, TooManyColumns,
        TooManySheets, CellTooLong, Suspicious, FormulasWithoutValues, NeedsTooMuch,
    )
}  # fmt: skip
"""What the child may answer, by name."""
