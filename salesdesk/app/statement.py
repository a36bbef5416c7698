"""The verb ``statement``: a bank's file of a supervised account."""

import argparse

from salesdesk.app.door import OK, REFUSED, seated
from salesdesk.app.incoming import problem_words
from salesdesk.app.speaking import say
from salesdesk.intake.statement import read_statement
from salesdesk.office.sales.supervised_queries import supervised_accounts
from salesdesk.office.sales.supervised_sheets import StatementHeading
from salesdesk.office.sales.supervising import ImportStatement


def take_in(arguments: argparse.Namespace) -> int:
    """Read the file by the headings said, or those of the last one, take it in, and print what came."""
    seat = seated(arguments)
    number = "".join(arguments.account.split())
    said = tuple(
        StatementHeading(field=field.strip(), heading=heading.strip())
        for field, _sign, heading in (
            word.partition("=") for word in arguments.columns.split(",") if word.strip()
        )
    )
    known = next((a.headings for a in seat.ask(supervised_accounts) if a.number == number), ())
    reading = read_statement(arguments.file, said or known)
    answer: dict[str, object] = {}
    if not reading.problems and not arguments.dry_run:
        answer = seat.do(
            ImportStatement(
                account=number,
                lines=reading.lines,
                headings=reading.headings,
                file=arguments.file.name,
                remap=arguments.remap,
            )
        )
    say(
        {
            "rows": len(reading.lines),
            "headings": {one.field: one.heading for one in reading.headings},
            "problems": [problem_words(problem) for problem in reading.problems],
            "notes": [problem_words(note) for note in reading.notes],
            "dry_run": arguments.dry_run or bool(reading.problems),
            **answer,
        }
    )
    return REFUSED if reading.problems else OK
