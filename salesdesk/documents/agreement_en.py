"""The subscription agreement in English: the same articles, clause by clause."""

ENGLISH: dict[str, str] = {
    "title": "Subscription Agreement for a New Home",
    "number": "No. {number}",
    "at": "Date of signing: {at}",
    "foot": "{project} · Subscription Agreement {number}",
    "seller": "Party A (Seller)",
    "buyer": "Party B (Buyer)",
    "name": "Name",
    "address": "Address",
    "phone": "Phone",
    "buyer.number": "No.",
    "buyer.name": "Name",
    "buyer.id": "Identification",
    "buyer.phone": "Phone",
    "buyer.address": "Postal address",
    "buyer.share": "Share",
    "buyer.acts": "{agent} ({kind} {number}) signs for {buyer} as {role}{document}.",
    "buyer.document": ", by: {document}",
    "agent.guardian": "guardian",
    "agent.representative": "legal representative",
    "agent.proxy": "proxy",
    "sign.for": "{buyer} (by {agent})",
    "id.resident": "Resident ID card",
    "id.passport": "Passport",
    "id.hk_macau": "Mainland Travel Permit (Hong Kong and Macao)",
    "id.taiwan": "Mainland Travel Permit (Taiwan)",
    "id.officer": "Officer's card",
    "id.company": "Business licence",
    "id.other": "Other paper",
    "id.missing": "(to be supplied)",
    "article": "Article {number}. {heading}",
    "preamble": (
        "In the matter of Party B's subscription for a new home developed by Party A, the parties "
        "agree as follows, on an equal and voluntary footing and in good faith, under the Civil "
        "Code of the People's Republic of China and the rules on the sale of new homes."
    ),
    # the unit
    "unit.heading": "The Unit",
    "unit.project": "Project",
    "unit.place": "Location",
    "unit.building": "Building",
    "unit.core": "Core",
    "unit.floor": "Floor",
    "unit.floor_of": "{floor}",
    "unit.number": "Unit no.",
    "unit.use": "Use",
    "unit.layout": "Layout",
    "unit.orientation": "Orientation",
    "unit.code": "Unit code",
    "unit.gross": "Gross area",
    "unit.inside": "Inside area",
    "unit.shared": "Shared area",
    "unit.area": "{area} m²",
    "unit.1": (
        "Party A agrees to sell, and Party B of his own will subscribes for, the home described "
        'above (the "Unit"). Party B confirms that he knows its position, layout, orientation, '
        "surroundings and state of construction from a visit or from the published particulars."
    ),
    "unit.2": (
        "The areas above are those published when this agreement is signed. The areas entered in "
        "the real-estate register are final; how a difference is settled is agreed in the sale "
        "and purchase contract."
    ),
    # what allows the sale
    "basis.heading": "Basis of Sale",
    "basis.permit": (
        "The Unit is sold before completion under pre-sale permit no. <b>{permit}</b>, issued by "
        "<b>{authority}</b>. The permit is on display at the sales office for Party B to check."
    ),
    "basis.permit_only": (
        "The Unit is sold before completion under pre-sale permit no. <b>{permit}</b>. "
        "The permit is on display at the sales office for Party B to check."
    ),
    "basis.open": (
        "Party A enters here the name and number of the document under which the Unit is sold, "
        "and shows the original: ____________________________________. While this is blank, "
        "Party A may not take any booking money on the strength of this agreement."
    ),
    "basis.2": (
        "Party A warrants that, when this agreement is signed, the Unit is neither sold nor "
        "promised to another nor seized, and that Party A has told Party B in writing of any "
        "mortgage on the Unit or on its land."
    ),
    # the price
    "price.heading": "Price",
    "price.method": "Priced by",
    "price.by_area": "Gross area",
    "price.unit": "List price per m²",
    "price.per_area": "¥{amount} per m²",
    "price.list": "List price",
    "price.less": "Discount",
    "price.more": "Addition",
    "price.yuan": "¥{amount}",
    "price.deal": "Price in figures",
    "price.deal_unit": "Price per m²",
    "price.words": "Price in words",
    "price.rmb": "{words}",
    "lots.code": "Lot",
    "lots.kind": "Kind",
    "lots.area": "Gross area",
    "lots.price": "Price",
    "lots.whole": "Unit and lots in figures",
    "lots.words": "In words",
    "lots.parking": "Parking",
    "lots.storage": "Storage",
    "price.3": (
        "The parking and storage lots below are bound to the Unit and subscribed with it; their "
        "prices are their own. With the price of the Unit they make RMB <b>{amount}</b> (in "
        "words: {words}). The deposit is reckoned on the whole."
    ),
    "price.1": (
        "The Unit is priced by its gross area. Its price is RMB <b>{amount}</b> (in words: "
        "<b>{words}</b>), which is RMB {per_area} per m² of gross area."
    ),
    "price.2": (
        "The price is fixed while this agreement is in force; neither party may change it alone. "
        "Deed tax, the maintenance fund for residential property and other taxes and fees that "
        "the law lays on a buyer are not included and are paid by Party B. Party A may charge "
        "nothing else that has not been marked."
    ),
    # payment
    "payment.heading": "Payment",
    "payment.1": (
        "Party B has chosen this mode of payment: <b>{mode}</b>. The amounts, dates and ways of "
        "the payments are agreed in the sale and purchase contract; money paid before completion "
        "goes into the project's supervised account."
    ),
    "payment.2": (
        "Where a part of the price is paid by a loan, Party B truthfully and promptly hands in "
        "the papers that the lender asks for, and Party A gives the help that is needed."
    ),
    # the deposit
    "deposit.heading": "Deposit",
    "deposit.1": (
        "To secure the making of the sale and purchase contract, Party B pays Party A an earnest "
        "deposit of RMB <b>{amount}</b> (in words: <b>{words}</b>)."
    ),
    "deposit.paid": (
        "Party A has received this deposit and has given a receipt stating the time of receipt: "
        "no. <b>{receipts}</b>."
    ),
    "deposit.open": (
        "Party B pays this deposit on signing this agreement, and Party A at once gives a receipt "
        "stating the time of receipt."
    ),
    "deposit.moved": (
        "This agreement stands in the place of agreement <b>{before}</b>, which the parties end by "
        "exchanging the unit; what was paid under it counts as paid under this one."
    ),
    "deposit.beyond": (
        "Besides the deposit RMB <b>{beyond}</b> was paid; it counts as an advance on the price."
    ),
    "deposit.3": (
        "The deposit is at most twenty per cent of the price, and is the amount actually paid. "
        "What exceeds this has no effect as a deposit; it counts as an advance on the price and "
        "is returned if no contract is made."
    ),
    "deposit.4": (
        "Once the sale and purchase contract is made, the deposit is credited to Party B's first "
        "payment of the price."
    ),
    # signing the contract
    "sign.heading": "Signing Period and Keeping of the Unit",
    "sign.1": (
        "The parties make the sale and purchase contract at Party A's sales office within {days} "
        "days of signing this agreement, at the latest on <b>{sign_by}</b> (that day included). "
        "Party B brings valid identification, this agreement and the deposit receipts."
    ),
    "sign.2": (
        "Party A has shown Party B the text of the sale and purchase contract to be made and has "
        "explained its main terms."
    ),
    "sign.3": (
        "During this period Party A keeps the Unit for Party B: it may not sell or promise it to "
        "another, put a new mortgage on it, or raise the price."
    ),
    "sign.4": (
        "Where more time is needed, the parties confirm a new date in writing before the period "
        "ends."
    ),
    # default
    "default.heading": "Default",
    "default.1": (
        "If Party B without good reason does not make the sale and purchase contract within the "
        "period, the deposit paid is not returned, and Party A may rescind this agreement and "
        "sell the Unit to another."
    ),
    "default.2": (
        "If Party A sells the Unit to another, raises the price alone, or without good reason "
        "refuses to make the sale and purchase contract, it returns twice the deposit paid."
    ),
    "default.3": (
        "In both cases Party A returns in full whatever Party B has paid that has no effect as a "
        "deposit."
    ),
    "default.4": (
        "For one default, either the deposit rule or a penalty applies, not both. Where the "
        "deposit does not make good the loss, the party that suffered it may claim the rest."
    ),
    # nobody's fault
    "free.heading": "Where the Deposit Rule Does Not Apply",
    "free.1": (
        "If the contract is not made for a reason for which neither party answers, such as force "
        "majeure, a change of policy or a loan that is not granted, or because the parties after "
        "talks in good faith do not agree on its terms, either party may rescind this agreement "
        "by notice in writing, and the deposit rule does not apply."
    ),
    "free.2": (
        "Within fifteen days of such rescission Party A returns all that Party B has paid to the "
        "person who paid it, with interest where the law provides for it."
    ),
    "free.3": (
        "If both parties are at fault that the contract is not made, the deposit rule does not "
        "apply and each answers for its own part."
    ),
    # buyers
    "buyers.heading": "Buyers and Transfer",
    "buyers.joint": (
        "Where Party B is more than one person, each buyer has the share stated above and all are "
        "jointly and severally bound; a notice to one of them is a notice to all."
    ),
    "buyers.2": (
        "Party B may not transfer rights or duties under this agreement, or replace, add or leave "
        "out a buyer, without Party A's consent in writing."
    ),
    # notices, personal data, disputes, effect
    "notice.heading": "Notices and Personal Information",
    "notice.1": (
        "Notices go to the addresses and phone numbers stated in this agreement. A change is told "
        "to the other party in writing within three days; until then a notice sent to the old "
        "address or number counts as delivered."
    ),
    "notice.2": (
        "Party A uses Party B's personal information only to carry out this agreement, to make "
        "and file the sale and purchase contract and to meet its duties under the law; to hand it "
        "to others it needs Party B's separate consent. Party B may see and correct it."
    ),
    "effect.heading": "Effect and Disputes",
    "effect.1": (
        "This agreement is a preliminary agreement to make a sale and purchase contract. It takes "
        "effect when both parties have signed or sealed it. Where the contract, once made, "
        "differs from this agreement, the contract prevails."
    ),
    "effect.2": (
        "The parties settle disputes over this agreement by talks; failing that, either may go to "
        "the people's court of the place where the Unit lies."
    ),
    "effect.3": (
        "This agreement is made in three copies of equal force: two for Party A, one for Party B."
    ),
    "extra.heading": "Further Terms",
    "extra.1": "{note}",
    "sign.seller": "Party A (seal)",
    "sign.agent": "Authorised representative (signature)",
    "sign.consultant": "Consultant",
    "sign.approved": "Price approved by",
    "sign.day": "Date",
    "sign.day_blank": "",
    "sign.buyer": "Party B (signature)",
    "sign.none": "(Signatures)",
}
"""``{fact}`` places are filled with escaped values; <b> is the only markup."""
