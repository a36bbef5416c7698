"""Every command and query there is, by name: for rights, for the journal, for the command line."""

from collections.abc import Callable, Mapping
from typing import Any

from salesdesk.office.approvals import commands as approvals
from salesdesk.office.approvals import queries as approval_queries
from salesdesk.office.campaign import commands as campaign
from salesdesk.office.customers import checking, checks, register
from salesdesk.office.customers import commands as customers
from salesdesk.office.customers import queries as customer_queries
from salesdesk.office.figures import absorption, needs, search, strip
from salesdesk.office.figures import queries as figure_queries
from salesdesk.office.inventory import commands as inventory
from salesdesk.office.inventory import (
    generating,
    law_commands,
    law_queries,
    lots,
    past,
    price_commands,
    price_limits,
    price_queries,
    public,
    release_check,
    reviews,
)
from salesdesk.office.inventory import queries as inventory_queries
from salesdesk.office.ledger import commands as ledger
from salesdesk.office.ledger import queries as ledger_queries
from salesdesk.office.sales import (
    change_queries,
    changing,
    discount_commands,
    discount_queries,
    ending,
    line,
    line_queries,
    opening_entry,
    original_price,
    plan_queries,
    price_check,
    repricing,
    reservations,
    reserving,
    till,
    undoing,
)
from salesdesk.office.sales import commands as sales
from salesdesk.office.sales import queries as sales_queries
from salesdesk.office.staff import commands as staff
from salesdesk.office.staff import queries as staff_queries

COMMANDS: Mapping[str, type[Any]] = {
    command.__name__: command
    for command in (
        staff.AddPerson,
        staff.ChangeOwnPassword,
        staff.ResetPassword,
        staff.GrantRight,
        staff.RevokeRight,
        staff.ChangeSetting,
        approvals.EditFlow,
        approvals.SetStandIn,
        approvals.SignRequest,
        approvals.WithdrawRequest,
        approvals.RestartRequest,
        customers.EditCustomer,
        customers.MergeCustomers,
        customers.RevealCustomer,
        customers.HandOver,
        customers.ChangeRole,
        customers.PersonLeaves,
        register.RegisterVisit,
        register.CorrectVisit,
        register.RecordFollowUp,
        register.AdviseFollowUp,
        checking.CheckEntry,
        checking.CommentEntry,
        inventory.CreateProject,
        inventory.EditProject,
        inventory.RecordPermit,
        law_commands.SetLaw,
        law_commands.AdoptLawPack,
        inventory.ImportUnits,
        generating.GenerateUnits,
        generating.CopyBuilding,
        inventory.ReleaseUnits,
        inventory.WithdrawUnits,
        inventory.HoldBack,
        inventory.BlockUnits,
        inventory.UnblockUnits,
        reviews.ReviewHoldBack,
        lots.BindLot,
        lots.UnbindLot,
        price_commands.DraftPrices,
        price_commands.EffectPrices,
        price_commands.WithdrawPriceDraft,
        price_limits.SetFiledPrices,
        price_limits.SetFloorPrices,
        ledger.PrintReceipt,
        ledger.CountCash,
        reserving.RequestReservation,
        reserving.GiveUpReservation,
        changing.RequestExtension,
        changing.RequestMode,
        changing.RequestNames,
        ending.RequestCancellation,
        repricing.RequestPrice,
        sales.HoldUnit,
        sales.ExtendHold,
        sales.LetGo,
        line.StandInLine,
        line.LeaveLine,
        price_check.ApprovePrice,
        discount_commands.OfferDiscount,
        discount_commands.EndDiscount,
        discount_commands.LimitDiscount,
        sales.Subscribe,
        sales.IdentifyBuyer,
        opening_entry.ImportOpening,
        till.TakeDeposit,
        till.VoidReceipt,
        undoing.CancelSubscription,
        undoing.PayRefund,
        undoing.AcceptBack,
        campaign.PlanCampaign,
        campaign.ShiftCampaign,
        campaign.MovePhase,
        campaign.EditPhase,
        campaign.AddJob,
        campaign.EditJob,
        campaign.MoveJob,
        campaign.StartJob,
        campaign.MarkJob,
        campaign.RemoveJob,
        campaign.RestoreJob,
    )
}

PAYLOADS: Mapping[str, type[Any]] = {
    command.__name__: command
    for command in (
        reserving.ReserveUnit,
        changing.ExtendSignBy,
        changing.ChangeMode,
        changing.ChangeNames,
        ending.CancelDeal,
        repricing.ChangePrice,
    )
}
"""Commands that an approval carries out with its last signature; nobody holds a right to them."""

QUERIES: Mapping[str, Callable[..., Any]] = {
    query.__name__: query
    for query in (
        staff_queries.people,
        staff_queries.rights,
        staff_queries.settings,
        staff_queries.journal,
        approval_queries.requests,
        approval_queries.request_sheet,
        approval_queries.flows,
        approval_queries.stand_ins,
        customer_queries.media,
        customer_queries.known_caller,
        customer_queries.customer,
        customer_queries.customers,
        customer_queries.next_consultant,
        customer_queries.visit_register,
        customer_queries.follow_ups_due,
        checks.spot_sample,
        checks.spot_checks,
        inventory_queries.projects,
        inventory_queries.buildings,
        inventory_queries.permits,
        law_queries.law_pack,
        inventory_queries.board,
        inventory_queries.unit_card,
        inventory_queries.unit_history,
        lots.bound_to,
        lots.free_lots,
        past.board_at,
        past.board_changes,
        public.public_board,
        reviews.kept_back,
        release_check.release_check,
        price_queries.price_versions,
        price_queries.price_version,
        price_queries.price_comparison,
        price_queries.floor_prices,
        price_queries.unit_price_steps,
        ledger_queries.receipts,
        ledger_queries.refunds,
        ledger_queries.day_cash,
        sales_queries.payment_modes,
        sales_queries.deals,
        discount_queries.discounts,
        discount_queries.discount_limits,
        discount_queries.price_steps,
        discount_queries.price_offer,
        plan_queries.buying_plan,
        plan_queries.plan_start,
        original_price.original_price,
        sales_queries.deal_on,
        sales_queries.buyers,
        change_queries.deal_versions,
        line_queries.unit_line,
        reservations.reservations,
        search.find,
        figure_queries.timeline,
        absorption.absorption,
        needs.needs,
        strip.project_strip,
    )
}
