"""Words of the papers about a deal after its agreement: the notice of default, in both languages."""

DEALS_ZH: dict[str, str] = {
    "request.forfeit": "没收定金申请单",
    "change.forfeit": "没收定金变更单",
    "request.area": "面积补差申请单",
    "request.refund": "退款申请单",
    "request.waiver": "滞纳金减免申请单",
    "change.area": "面积补差结算单",
    "fact.area source": "测绘报告",
    "fact.may rescind": "误差超3%，买受人有权退房",
    "fact.gross area": "建筑面积",
    "fact.now: gross area": "建筑面积（原）",
    "fact.then: gross area": "建筑面积（实测）",
    "fact.area error": "面积误差比",
    "fact.now: area error": "面积误差比（原）",
    "fact.then: area error": "面积误差比",
    "fact.within 3 %": "3%以内部分",
    "fact.now: within 3 %": "3%以内部分（原）",
    "fact.then: within 3 %": "3%以内部分",
    "fact.beyond 3 %, twice": "超出3%部分（双倍）",
    "fact.now: beyond 3 %, twice": "超出3%部分（双倍）（原）",
    "fact.then: beyond 3 %, twice": "超出3%部分（双倍）",
    "fact.settled before": "此前已结算",
    "fact.now: settled before": "此前已结算（原）",
    "fact.then: settled before": "此前已结算",
    "fact.seller returns": "出卖人应退",
    "fact.now: seller returns": "出卖人应退（原）",
    "fact.then: seller returns": "出卖人应退",
    "fact.buyer pays": "买受人应补",
    "fact.now: buyer pays": "买受人应补（原）",
    "fact.then: buyer pays": "买受人应补",
    "fact.notice": "催告函编号",
    "fact.overdue since": "到期日",
    "fact.grace until": "宽限至",
    "notice.title": "催告函",
    "notice.number": "编号：{number}",
    "notice.draft": "草稿",
    "notice.to": "致：{buyers}",
    "notice.unit": (
        "贵方于{agreed}与本公司签订《认购书》（编号<b>{agreement}</b>），认购“{project}”"
        "<b>{unit}</b>，总价人民币<b>{price}</b>元，已付定金人民币<b>{paid}</b>元。"
    ),
    "notice.signing": (
        "按约定，贵方应于<b>{since}</b>前（含当日）到本公司签订《商品房买卖合同》。"
        "截至本函出具之日已逾期<b>{days}</b>天，合同仍未签订。"
    ),
    "notice.payment": (
        "按约定，贵方应于<b>{since}</b>前（含当日）支付{payment}人民币<b>{amount}</b>元。"
        "截至本函出具之日已逾期<b>{days}</b>天，该款项仍未收到。"
    ),
    "notice.come": (
        "请贵方于<b>{last}</b>前（含当日，自本函出具次日起共{grace}天）携带身份证件及所需资料，"
        "到本公司售楼处签订合同。"
    ),
    "notice.pay": "请贵方于<b>{last}</b>前（含当日，自本函出具次日起共{grace}天）付清上述款项。",
    "notice.then": (
        "届时仍未履行的，本公司将依据《认购书》约定及《中华人民共和国民法典》第五百八十六条、"
        "第五百八十七条解除认购：已付人民币{paid}元中，定金<b>{kept}</b>元不予返还，"
        "其余<b>{returned}</b>元退还贵方；该房源由本公司另行处理。"
    ),
    "notice.ask": "贵方如有正当理由需要延期，请在上述日期前以书面形式向本公司提出。",
    "notice.why": "情况说明：{why}",
    "notice.overdue since": "到期日",
    "notice.grace": "宽限至",
    "notice.price": "总价（元）",
    "notice.paid": "已付（元）",
    "notice.kept": "不予返还（元）",
    "notice.returned": "退还（元）",
    "notice.address": "送达地址",
    "notice.served": "送达方式",
    "notice.phone": "联系电话",
    "notice.maker": "经办人",
    "notice.seal": "出具单位（盖章）：",
    "notice.day": "日期：",
    "notice.receipt": "送达回执",
    "notice.received": "本人已收到上述催告函（编号{number}）。",
    "notice.sign": "签收人：",
    "served.by hand": "当面送达",
    "served.registered post": "挂号信",
    "served.courier": "快递（EMS）",
    "served.message": "短信或微信",
    "served.e-mail": "电子邮件",
}
"""The Chinese of it."""

DEALS_EN: dict[str, str] = {
    "request.forfeit": "Request to Forfeit the Deposit",
    "change.forfeit": "Deposit Forfeited",
    "request.area": "Request for an Area Settlement",
    "request.refund": "Request to Pay a Refund",
    "request.waiver": "Request to Waive a Late Fee",
    "change.area": "Area Settlement",
    "fact.area source": "Report",
    "fact.may rescind": "Beyond 3 %, the buyer may rescind",
    "fact.gross area": "Gross area",
    "fact.now: gross area": "Gross area (now)",
    "fact.then: gross area": "Gross area (then)",
    "fact.area error": "Error of the area",
    "fact.now: area error": "Error of the area (now)",
    "fact.then: area error": "Error of the area (then)",
    "fact.within 3 %": "Up to 3 %",
    "fact.now: within 3 %": "Up to 3 % (now)",
    "fact.then: within 3 %": "Up to 3 % (then)",
    "fact.beyond 3 %, twice": "Beyond 3 %, twice",
    "fact.now: beyond 3 %, twice": "Beyond 3 %, twice (now)",
    "fact.then: beyond 3 %, twice": "Beyond 3 %, twice (then)",
    "fact.settled before": "Settled before",
    "fact.now: settled before": "Settled before (now)",
    "fact.then: settled before": "Settled before (then)",
    "fact.seller returns": "Seller returns",
    "fact.now: seller returns": "Seller returns (now)",
    "fact.then: seller returns": "Seller returns (then)",
    "fact.buyer pays": "Buyer pays",
    "fact.now: buyer pays": "Buyer pays (now)",
    "fact.then: buyer pays": "Buyer pays (then)",
    "fact.notice": "Notice of default",
    "fact.overdue since": "Was due on",
    "fact.grace until": "Grace until",
    "notice.title": "Notice of Default",
    "notice.number": "No. {number}",
    "notice.draft": "DRAFT",
    "notice.to": "To: {buyers}",
    "notice.unit": (
        "On {agreed} you signed subscription agreement <b>{agreement}</b> with us for unit"
        " <b>{unit}</b> of {project}, at a total price of CNY <b>{price}</b>, and paid a deposit of"
        " CNY <b>{paid}</b>."
    ),
    "notice.signing": (
        "By the agreement you were to sign the contract of sale by <b>{since}</b>, that day"
        " included. Days overdue on the day of this notice: <b>{days}</b>; the"
        " contract has not been signed."
    ),
    "notice.payment": (
        "By the agreement you were to pay {payment}, CNY <b>{amount}</b>, by <b>{since}</b>, that"
        " day included. Days overdue on the day of this notice: <b>{days}</b>; the"
        " money has not come."
    ),
    "notice.come": (
        "Please come to our sales office by <b>{last}</b> (that day included; {grace} days from"
        " the day after this notice) with your identity papers, and sign the contract."
    ),
    "notice.pay": (
        "Please pay the sum named above by <b>{last}</b> (that day included; {grace} days from"
        " the day after this notice)."
    ),
    "notice.then": (
        "If this is not done by then, we shall end the subscription by the agreement and by"
        " articles 586 and 587 of the Civil Code: of the CNY {paid} paid, the deposit of"
        " CNY <b>{kept}</b> is kept and the remaining CNY <b>{returned}</b> is returned to you;"
        " the unit is sold elsewhere."
    ),
    "notice.ask": "If you have good reason to need more time, ask us in writing before that day.",
    "notice.why": "About the case: {why}",
    "notice.overdue since": "Was due on",
    "notice.grace": "Grace until",
    "notice.price": "Total price (CNY)",
    "notice.paid": "Paid (CNY)",
    "notice.kept": "Kept (CNY)",
    "notice.returned": "Returned (CNY)",
    "notice.address": "Sent to",
    "notice.served": "Served by",
    "notice.phone": "Phone",
    "notice.maker": "Handled by",
    "notice.seal": "Seller (seal):",
    "notice.day": "Date:",
    "notice.receipt": "Acknowledgement of receipt",
    "notice.received": "I have received the notice above (no. {number}).",
    "notice.sign": "Received by:",
    "served.by hand": "Hand delivery",
    "served.registered post": "Registered post",
    "served.courier": "Courier",
    "served.message": "Text message",
    "served.e-mail": "E-mail",
}
"""The English of it: the same keys, the same facts."""
