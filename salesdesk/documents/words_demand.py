"""Words of the demand letter, in both languages."""

from typing import Final

DEMAND_ZH: Final[dict[str, str]] = {
    "demand.title": "催款函",
    "demand.title of": "催款函（{stage}）",
    "demand.number": "编号：{number}",
    "demand.to": "致：{buyers}",
    "demand stage.first": "第一次",
    "demand stage.second": "第二次",
    "demand stage.final": "最后一次",
    "demand.unit": (
        "贵方认购“{project}”<b>{unit}</b>（《认购书》编号<b>{agreement}</b>），总价人民币"
        "<b>{price}</b>元，截至本函出具之日已付人民币<b>{paid}</b>元。"
    ),
    "demand.overdue": (
        "按付款计划，下列款项已逾期未付，最早一笔的到期日为<b>{since}</b>，合计人民币<b>{amount}</b>元。"
    ),
    "demand.earlier": "就最早到期的款项，本公司已先后致函催告（编号{earlier}），至今未收到款项。",
    "demand.promised": "贵方曾承诺于<b>{promised}</b>付款，该日期已过。",
    "demand.pay": "请贵方于<b>{last}</b>前（含当日，自本函出具次日起共{days}天）付清上述款项。",
    "demand.else": "如有困难，请在上述日期前与本公司联系，说明可以付款的日期。",
    "demand.then": (
        "本函为最后一次催款。届时仍未付清的，本公司将按合同约定追究逾期付款责任，"
        "并可依照约定及《中华人民共和国民法典》第五百六十三条主张解除。"
    ),
    "demand.paid already": "如贵方在收到本函前已付清，请告知付款日期及凭证号，本函即不再适用。",
    "demand.money": "款项",
    "demand.due on": "到期日",
    "demand.amount": "应付（元）",
    "demand.open": "未付（元）",
    "demand.late": "逾期",
    "demand.days": "{days} 天",
    "demand.sum": "合计",
    "demand.pay by": "请付至",
    "demand.asked": "催收金额（元）",
    "demand.price": "总价（元）",
    "demand.paid": "已付（元）",
    "demand.maker": "经办人",
    "demand.phone": "联系电话",
    "demand.address": "送达地址",
    "demand.office": "公司地址",
    "demand.seal": "出具单位（盖章）：",
    "demand.day": "日期：",
}
"""The Chinese of it; ``{fact}`` is filled in, ``<b>`` is bold."""

DEMAND_EN: Final[dict[str, str]] = {
    "demand.title": "Demand for Payment",
    "demand.title of": "Demand for Payment ({stage})",
    "demand.number": "No. {number}",
    "demand.to": "To: {buyers}",
    "demand stage.first": "first letter",
    "demand stage.second": "second letter",
    "demand stage.final": "final letter",
    "demand.unit": (
        "You subscribed unit <b>{unit}</b> of {project} (agreement <b>{agreement}</b>) at a total price"
        " of CNY <b>{price}</b>; on the day of this letter CNY <b>{paid}</b> of it are paid."
    ),
    "demand.overdue": (
        "By the payment schedule the amounts below are overdue, the earliest since <b>{since}</b>,"
        " CNY <b>{amount}</b> in all."
    ),
    "demand.earlier": (
        "For the earliest of them we have written before (no. {earlier}); the money has not come."
    ),
    "demand.promised": "You promised to pay by <b>{promised}</b>; that day is past.",
    "demand.pay": (
        "Please pay this sum by <b>{last}</b> (that day included; {days} days from the day after this"
        " letter)."
    ),
    "demand.else": (
        "If you cannot, please call us before that day and say when you will be able to pay."
    ),
    "demand.then": (
        "This is our last letter. If the money has not come by then, we shall claim what the contract"
        " says for late payment, and may end the contract by its terms and by article 563 of the Civil"
        " Code."
    ),
    "demand.paid already": (
        "If you have paid before this letter reaches you, please tell us the day and the bank's"
        " reference; the letter is then without effect."
    ),
    "demand.money": "Amount for",
    "demand.due on": "Due on",
    "demand.amount": "Due (CNY)",
    "demand.open": "Open (CNY)",
    "demand.late": "Late",
    "demand.days": "{days} d",
    "demand.sum": "In all",
    "demand.pay by": "Pay by",
    "demand.asked": "Asked for (CNY)",
    "demand.price": "Total price (CNY)",
    "demand.paid": "Paid (CNY)",
    "demand.maker": "Handled by",
    "demand.phone": "Phone",
    "demand.address": "Sent to",
    "demand.office": "Our address",
    "demand.seal": "Seller (seal):",
    "demand.day": "Date:",
}
"""The English of it: the same keys, the same facts."""
