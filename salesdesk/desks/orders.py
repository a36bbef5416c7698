"""Words for commands (buttons, the journal, refusals) and for the fields refusals name."""

from typing import Final

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP

COMMAND_WORDS: Final[dict[str, str]] = {
    "AddPerson": QT_TRANSLATE_NOOP("commands", "Add a person"),
    "RecordPermit": QT_TRANSLATE_NOOP("commands", "Record a pre-sale permit"),
    "ReleaseUnits": QT_TRANSLATE_NOOP("commands", "Release units for sale"),
    "WithdrawUnits": QT_TRANSLATE_NOOP("commands", "Withdraw units from sale"),
    "HoldUnit": QT_TRANSLATE_NOOP("commands", "Hold a unit"),
    "ExtendHold": QT_TRANSLATE_NOOP("commands", "Extend a hold"),
    "LetGo": QT_TRANSLATE_NOOP("commands", "Let a unit go"),
    "RegisterVisit": QT_TRANSLATE_NOOP("commands", "Register a visit or call"),
    "RecordFollowUp": QT_TRANSLATE_NOOP("commands", "Record a follow-up"),
    "TakeDeposit": QT_TRANSLATE_NOOP("commands", "Take a deposit"),
    "ApprovePrice": QT_TRANSLATE_NOOP("commands", "Approve a price"),
    "Subscribe": QT_TRANSLATE_NOOP("commands", "Sign a subscription"),
    "CancelSubscription": QT_TRANSLATE_NOOP("commands", "Cancel a deal"),
    "AcceptBack": QT_TRANSLATE_NOOP("commands", "Accept a returned unit"),
    "VoidReceipt": QT_TRANSLATE_NOOP("commands", "Void a receipt"),
}
"""Command and query names and what people call them."""

FIELD_WORDS: Final[dict[str, str]] = {
    "name": QT_TRANSLATE_NOOP("fields", "Name"),
    "phone": QT_TRANSLATE_NOOP("fields", "Phone"),
    "amount": QT_TRANSLATE_NOOP("fields", "Amount"),
    "reason": QT_TRANSLATE_NOOP("fields", "Reason"),
    "login": QT_TRANSLATE_NOOP("fields", "Login"),
    "password": QT_TRANSLATE_NOOP("fields", "Password"),
    "id_number": QT_TRANSLATE_NOOP("fields", "ID number"),
    "media": QT_TRANSLATE_NOOP("fields", "Media"),
    "manner": QT_TRANSLATE_NOOP("fields", "Manner"),
    "grade": QT_TRANSLATE_NOOP("fields", "Grade"),
}
"""Names of form fields as refusals give them in facts."""
