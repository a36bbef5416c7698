"""The subscription agreement in Chinese: our own wording of what the law and the trade ask for."""

CHINESE: dict[str, str] = {
    "title": "商品房认购书",
    "number": "编号：{number}",
    "at": "签署时间：{at}",
    "foot": "{project} · 认购书 {number}",
    "seller": "甲方（出卖人）",
    "buyer": "乙方（买受人）",
    "name": "名称",
    "address": "地址",
    "phone": "电话",
    "buyer.number": "序",
    "buyer.name": "姓名 / 名称",
    "buyer.id": "证件",
    "buyer.phone": "联系电话",
    "buyer.address": "通讯地址",
    "buyer.share": "份额",
    "buyer.acts": "{buyer}由其{role}{agent}（{kind} {number}）代为签署{document}。",
    "buyer.document": "，凭：{document}",
    "agent.guardian": "监护人",
    "agent.representative": "法定代表人",
    "agent.proxy": "委托代理人",
    "sign.for": "{buyer}（{agent} 代）",
    "id.resident": "居民身份证",
    "id.passport": "护照",
    "id.hk_macau": "港澳居民来往内地通行证",
    "id.taiwan": "台湾居民来往大陆通行证",
    "id.officer": "军官证",
    "id.company": "营业执照",
    "id.other": "其他证件",
    "id.missing": "（待补）",
    "article": "第{number}条　{heading}",
    "preamble": (
        "甲乙双方就乙方认购甲方所开发商品房一事，依据《中华人民共和国民法典》和商品房销售的有关规定，"
        "本着平等、自愿、诚信的原则协商一致，订立本认购书，共同遵守。"
    ),
    # the unit
    "unit.heading": "认购房屋",
    "unit.project": "项目",
    "unit.place": "坐落",
    "unit.building": "楼栋",
    "unit.core": "单元",
    "unit.floor": "楼层",
    "unit.floor_of": "{floor} 层",
    "unit.number": "房号",
    "unit.use": "用途",
    "unit.layout": "户型",
    "unit.orientation": "朝向",
    "unit.code": "房屋代码",
    "unit.gross": "建筑面积",
    "unit.inside": "套内建筑面积",
    "unit.shared": "分摊面积",
    "unit.area": "{area} ㎡",
    "unit.1": (
        "甲方同意出售、乙方自愿认购上表所列房屋（以下称“该房屋”）。乙方确认已通过现场察看或者公示资料，"
        "了解该房屋的位置、户型、朝向、周边环境和建设进度。"
    ),
    "unit.2": (
        "上表面积为签署本认购书时公示的面积，最终面积以不动产登记的记载为准；面积差异如何结算，"
        "由双方在商品房买卖合同中约定。"
    ),
    # what allows the sale
    "basis.heading": "销售依据",
    "basis.permit": (
        "该房屋为预售商品房，甲方已取得商品房预售许可证，证号：<b>{permit}</b>，核发机关：<b>{authority}</b>。"
        "该许可证已在销售现场公示，供乙方核对。"
    ),
    "basis.permit_only": (
        "该房屋为预售商品房，甲方已取得商品房预售许可证，证号：<b>{permit}</b>。"
        "该许可证已在销售现场公示，供乙方核对。"
    ),
    "basis.open": (
        "该房屋的销售依据文件名称及文号由甲方填写并出示原件：________________________________。"
        "此处未填写的，甲方不得凭本认购书收取任何预订性质的款项。"
    ),
    "basis.2": (
        "甲方保证：签署本认购书时，该房屋未出售、未预订给他人，也未被查封；"
        "该房屋或者其占用的土地已设定抵押的，甲方已将抵押情况书面告知乙方。"
    ),
    # the price
    "price.heading": "计价与房价",
    "price.method": "计价方式",
    "price.by_area": "按建筑面积计价",
    "price.unit": "标价单价",
    "price.per_area": "¥{amount} 元/㎡",
    "price.list": "标价总额",
    "price.less": "优惠金额",
    "price.more": "调增金额",
    "price.yuan": "¥{amount} 元",
    "price.deal": "认购总价（小写）",
    "price.deal_unit": "折合单价",
    "price.words": "认购总价（大写）",
    "price.rmb": "人民币{words}",
    "lots.code": "车位/储藏室",
    "lots.kind": "种类",
    "lots.area": "建筑面积",
    "lots.price": "价款",
    "lots.whole": "房屋与车位/储藏室合计（小写）",
    "lots.words": "合计（大写）",
    "lots.parking": "车位",
    "lots.storage": "储藏室",
    "price.3": (
        "下列车位、储藏室与该房屋捆绑，随该房屋一并认购，价款另计；与房价合计为人民币"
        "<b>{amount}</b>元（大写：{words}）。定金以合计价款计。"
    ),
    "price.1": (
        "该房屋按建筑面积计价，认购总价为人民币 <b>{amount}</b> 元（大写：<b>人民币{words}</b>），"
        "折合建筑面积每平方米 {per_area} 元。"
    ),
    "price.2": (
        "认购总价在本认购书有效期内固定，任何一方不得单方变更。契税、住宅专项维修资金等依法应由买受人"
        "负担的税费不含在认购总价内，由乙方另行缴纳；此外，甲方不得收取未标明的费用。"
    ),
    # payment
    "payment.heading": "付款方式",
    "payment.1": (
        "乙方选择的付款方式为：<b>{mode}</b>。各期款项的金额、期限和支付办法，在商品房买卖合同中约定；"
        "预售资金应当存入该项目的预售资金监管账户。"
    ),
    "payment.2": (
        "以贷款支付部分房价的，乙方应当如实、及时提交贷款机构要求的资料，甲方给予必要的协助。"
    ),
    # the deposit
    "deposit.heading": "定金",
    "deposit.1": (
        "为担保双方订立商品房买卖合同，乙方向甲方交付定金人民币 <b>{amount}</b> 元"
        "（大写：<b>人民币{words}</b>）。"
    ),
    "deposit.paid": (
        "甲方已收到上述定金，并开具了写明收款时间的收据，收据编号：<b>{receipts}</b>。"
    ),
    "deposit.open": (
        "上述定金由乙方在签署本认购书时交付，甲方收款后应当立即开具写明收款时间的收据。"
    ),
    "deposit.moved": (
        "本认购书替代编号 <b>{before}</b> 的认购书；双方因换房终止原认购书，"
        "原认购书项下已付款项视为本认购书项下已付款项。"
    ),
    "deposit.beyond": "除上述定金外，另有已付款人民币 <b>{beyond}</b> 元，作为预付房价款。",
    "deposit.3": (
        "定金不超过认购总价的百分之二十，以实际交付的数额为准；超出的部分不发生定金的效力，"
        "作为预付房价款，未订立合同的应予返还。"
    ),
    "deposit.4": "商品房买卖合同订立后，定金抵作乙方应付的第一期房价款。",
    # signing the contract
    "sign.heading": "签约期限与房屋保留",
    "sign.1": (
        "双方应当自签署本认购书之日起 {days} 日内，最迟于 <b>{sign_by}</b>（含当日），"
        "在甲方销售现场订立商品房买卖合同。乙方应携带有效身份证明、本认购书和定金收据到场。"
    ),
    "sign.2": "甲方已向乙方出示拟订立的商品房买卖合同文本，并就其主要条款作了说明。",
    "sign.3": (
        "在上述期限内，甲方为乙方保留该房屋，不得将其出售、预订给他人或者新设抵押，也不得提高认购总价。"
    ),
    "sign.4": "确需延期签约的，应当在期限届满前由双方以书面形式确认新的期限。",
    # default
    "default.heading": "违约责任",
    "default.1": (
        "乙方无正当理由未在约定期限内订立商品房买卖合同的，已付定金不予返还，"
        "甲方可以解除本认购书并将该房屋另行出售。"
    ),
    "default.2": (
        "甲方将该房屋另售他人、单方提高房价，或者无正当理由拒绝订立商品房买卖合同的，"
        "应当双倍返还乙方已付的定金。"
    ),
    "default.3": "依前两款处理时，乙方已付款项中不具有定金效力的部分，甲方应当如数返还。",
    "default.4": (
        "对同一违约行为，定金与违约金不同时适用；定金不足以弥补损失的，受损失的一方可以请求赔偿"
        "超过定金部分的损失。"
    ),
    # nobody's fault
    "free.heading": "不适用定金罚则的情形",
    "free.1": (
        "因不可抗力、政策变化、贷款未获批准等不可归责于双方的原因，或者双方经诚信磋商仍不能就商品房买卖"
        "合同的条款达成一致，致使合同未能订立的，任何一方可以书面通知对方解除本认购书，定金罚则不适用。"
    ),
    "free.2": (
        "依前款解除的，甲方应当自解除之日起十五日内，将乙方已付款项全部退还原付款人；"
        "依法应当支付利息的，一并支付。"
    ),
    "free.3": "双方对合同未能订立均有过错的，不适用定金罚则，由双方各自承担相应的责任。",
    # buyers
    "buyers.heading": "买受人与权利转让",
    "buyers.joint": (
        "乙方为两人以上的，各买受人按上表所列份额享有权利，对本认购书约定的义务承担连带责任；"
        "向其中任何一人发出的通知，视为向全体买受人发出。"
    ),
    "buyers.2": "未经甲方书面同意，乙方不得转让本认购书的权利和义务，也不得更换、增减买受人。",
    # notices, personal data, disputes, effect
    "notice.heading": "通知与个人信息",
    "notice.1": (
        "本认购书所载的地址和电话用于双方之间的通知与送达。如有变更，应当在三日内书面告知对方；"
        "未告知的，按原地址和电话发出的通知视为已经送达。"
    ),
    "notice.2": (
        "甲方只为履行本认购书、订立和备案商品房买卖合同以及履行法定义务处理乙方的个人信息；"
        "向其他单位提供的，须取得乙方的单独同意。乙方可以查阅、更正自己的个人信息。"
    ),
    "effect.heading": "效力与争议",
    "effect.1": (
        "本认购书是双方订立商品房买卖合同的预约，自双方签字或者盖章之日起生效；商品房买卖合同订立后，"
        "两者不一致的，以商品房买卖合同为准。"
    ),
    "effect.2": (
        "因本认购书发生的争议，由双方协商解决；协商不成的，向该房屋所在地的人民法院提起诉讼。"
    ),
    "effect.3": "本认购书一式三份，甲方两份，乙方一份，每份的效力相同。",
    "extra.heading": "补充约定",
    "extra.1": "{note}",
    "sign.seller": "甲方（盖章）",
    "sign.agent": "授权代表（签字）",
    "sign.consultant": "置业顾问",
    "sign.approved": "价格核准",
    "sign.day": "日期",
    "sign.day_blank": "　　　　年　　　月　　　日",
    "sign.buyer": "乙方（签字）",
    "sign.none": "（以下无正文，为签署栏）",
}
"""``{fact}`` places are filled with escaped values; <b> is the only markup."""
