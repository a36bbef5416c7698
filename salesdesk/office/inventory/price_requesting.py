"""Asking for a price version to come into effect (调价申请), and what the last signature does."""

from dataclasses import dataclass

from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import PriceVersionId
from salesdesk.office.approvals.filing import Filing, file
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.inventory.price_commands import check_open, find_version
from salesdesk.office.inventory.price_effects import check_meant, effect
from salesdesk.office.inventory.price_request_tables import PriceRequest
from salesdesk.office.inventory.price_sheets import PriceReport
from salesdesk.office.inventory.price_signing import approved, check_not_asked, facts_of
from salesdesk.store.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectSignedPrices:
    """Put a version into effect as it was signed; one with a time waits for it.

    Carried out by a request's last signature. Whoever holds `EffectPrices` does the rest when the time
    has come: on a server no desk may change prices in the clock's name.
    """

    version: PriceVersionId

    def __call__(self, work: Work) -> PriceReport | None:
        version = find_version(work, self.version)
        check_open(work, version)
        if version.effective_at is not None and version.effective_at > work.now:
            work.note(Topic.PRICE, version.id, signed=version.name)
            return None
        signed = approved(work, version)
        report = effect(work, version, confirmed=True, signed=signed, meant=True)
        work.touched(Topic.PROJECT, version.project_id)
        return report

    def filing(self, work: Work) -> Filing:
        """Say what it would do now; the threshold looks at how much the sum changes (fen)."""
        version = find_version(work, self.version)
        check_open(work, version)
        what, changes, off = facts_of(work, version)
        sums = {fact.name: int(fact.value) for fact in what if fact.form == "fen"}
        return Filing(
            payload=self,
            project=version.project_id,
            subject=version.name,
            what=what,
            changes=changes,
            amount_fen=abs(sums["sum after"] - sums["sum before"]),
            off_bp=off,
        )

    def filed(self, work: Work, request: int) -> None:
        """Write what the request is about; refuses a second open one (`PricesAsked`)."""
        check_not_asked(work, find_version(work, self.version))
        work.session.add(
            PriceRequest(
                request_id=request,
                version_id=self.version,
                asker_id=work.actor,
                filed_at=work.now,
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPrices:
    """Ask for a price version to come into effect (调价申请): with its last signature, or at its time.

    With prices far from their neighbours' only where they are *meant* so (`PricesFarOff`).
    """

    version: PriceVersionId
    reason: str
    meant: bool = False

    def __call__(self, work: Work) -> int:
        if not self.meant:
            check_meant(work, find_version(work, self.version))
        payload = EffectSignedPrices(version=self.version)
        return file(work, RequestKind.PRICES, payload, self.reason).id
