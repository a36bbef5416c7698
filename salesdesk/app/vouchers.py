"""The verb ``vouchers``: a run of vouchers as a file for the accountant's program."""

import argparse
from pathlib import Path

from salesdesk.app.door import OK, seated
from salesdesk.app.speaking import say
from salesdesk.documents.vouchers import voucher_csv, voucher_xlsx
from salesdesk.office.ledger.vouchers import voucher_run


def write(arguments: argparse.Namespace) -> int:
    """Write the run as .csv or .xlsx, as the file's ending says: the same bytes however often."""
    sheet = seated(arguments).ask(voucher_run, arguments.run)
    place: Path = arguments.out
    make = voucher_csv if place.suffix.lower() == ".csv" else voucher_xlsx
    place.write_bytes(make(sheet))
    say({"run": arguments.run, "lines": len(sheet.lines), "file": str(place)})
    return OK
