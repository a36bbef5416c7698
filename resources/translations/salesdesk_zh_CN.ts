<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About salesdesk</source>
        <translation>关于 salesdesk</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Licences of what it is made of</source>
        <translation>所用组件的许可证</translation>
    </message>
    <message>
        <source>The program a new-home sales office runs on. MIT licence.</source>
        <translation>新房售楼处的业务软件。采用 MIT 许可证。</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>版本 {number}</translation>
    </message>
</context>
<context>
    <name>AbsorptionDialog</name>
    <message>
        <source>Absorption by batch {project}</source>
        <translation>分批去化率 {project}</translation>
    </message>
    <message>
        <source>Area m²</source>
        <translation>面积 m²</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Day {days} %</source>
        <translation>{days} 天去化率</translation>
    </message>
    <message>
        <source>Each batch is measured by itself: the units, areas and list prices of its release, whatever joined or left later. Day 1 is the day of the release. Subscribed units count as sold; cancelled ones no more.</source>
        <translation>每批以推出当时的房源、面积和表价为分母，之后加推或收盘都不改变。第 1 天为推出当日。认购即计为去化，退房后不再计入。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>List value</source>
        <translation>货值</translation>
    </message>
    <message>
        <source>Now % of area</source>
        <translation>面积去化率</translation>
    </message>
    <message>
        <source>Now % of list value</source>
        <translation>货值去化率</translation>
    </message>
    <message>
        <source>Now % of units</source>
        <translation>套数去化率</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>推出时间</translation>
    </message>
    <message>
        <source>Sold area m²</source>
        <translation>至今面积 m²</translation>
    </message>
    <message>
        <source>Sold at deal price</source>
        <translation>至今成交金额</translation>
    </message>
    <message>
        <source>Sold by day {days}</source>
        <translation>{days} 天去化套数</translation>
    </message>
    <message>
        <source>Sold now</source>
        <translation>至今套数</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>套数</translation>
    </message>
</context>
<context>
    <name>AccountCodeDialog</name>
    <message>
        <source>Account</source>
        <translation>科目</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>科目编码</translation>
    </message>
    <message>
        <source>Code of an account</source>
        <translation>科目编码设置</translation>
    </message>
    <message>
        <source>Enter what the accountant&apos;s books have.</source>
        <translation>请按会计账套填写。</translation>
    </message>
    <message>
        <source>It counts for the runs from now on; what was exported stays as it was.</source>
        <translation>对以后的导出生效，已导出的凭证不变。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>科目名称</translation>
    </message>
</context>
<context>
    <name>AddForm</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>letters, digits, . _ -</source>
        <translation>字母、数字、. _ -</translation>
    </message>
</context>
<context>
    <name>AddModeForm</name>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Add a payment mode</source>
        <translation>新增付款方式</translation>
    </message>
    <message>
        <source>It asks for what its kind asks for until you write it.</source>
        <translation>在另行设定之前，按其类型的默认条款执行。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>英文名称</translation>
    </message>
</context>
<context>
    <name>AddedTable</name>
    <message>
        <source>Gross area</source>
        <translation>建筑面积</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>户型</translation>
    </message>
    <message>
        <source>Nothing is added</source>
        <translation>没有新增房源</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Total price</source>
        <translation>总价</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房源</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
</context>
<context>
    <name>AdminDesk</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>By pattern</source>
        <translation>按规则建楼</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>审批流程</translation>
    </message>
    <message>
        <source>Go to a page of this desk</source>
        <translation>切换到本台的某一页</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>Nothing here for your role</source>
        <translation>您的岗位没有可用的管理功能</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>案场</translation>
    </message>
    <message>
        <source>Payment modes</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>定价</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>工程进度</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>房源</translation>
    </message>
</context>
<context>
    <name>AdviceBox</name>
    <message>
        <source>Advice from {name}</source>
        <translation>{name} 的指导意见</translation>
    </message>
    <message>
        <source>Advice to the consultant</source>
        <translation>给置业顾问的指导意见</translation>
    </message>
    <message>
        <source>Leave advice</source>
        <translation>留下意见</translation>
    </message>
    <message>
        <source>The consultant sees your advice on the follow-up.</source>
        <translation>置业顾问将在该条跟进中看到您的意见。</translation>
    </message>
    <message>
        <source>Write the advice first.</source>
        <translation>请先填写意见。</translation>
    </message>
</context>
<context>
    <name>AgeingPage</name>
    <message numerus="yes">
        <source>%n deal(s): {open} open, {late} of it overdue, {old} for more than 90 days.</source>
        <translation>
            <numerusform>共 %n 笔交易，未收 {open}，其中逾期 {late}，逾期 90 天以上 {old}。</numerusform>
        </translation>
    </message>
    <message>
        <source>1–30 days</source>
        <translation>1–30 天</translation>
    </message>
    <message>
        <source>31–60 days</source>
        <translation>31–60 天</translation>
    </message>
    <message>
        <source>61–90 days</source>
        <translation>61–90 天</translation>
    </message>
    <message>
        <source>A line for each</source>
        <translation>汇总方式</translation>
    </message>
    <message>
        <source>All deals again</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>By building</source>
        <translation>按楼栋</translation>
    </message>
    <message>
        <source>By consultant</source>
        <translation>按置业顾问</translation>
    </message>
    <message>
        <source>By deal</source>
        <translation>按交易</translation>
    </message>
    <message>
        <source>By project</source>
        <translation>按项目</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>笔数</translation>
    </message>
    <message>
        <source>Not yet due</source>
        <translation>未到期</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>没有未收款项</translation>
    </message>
    <message>
        <source>Of before the start</source>
        <translation>开账前余额</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未收合计</translation>
    </message>
    <message>
        <source>Over 90</source>
        <translation>90 天以上</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Receivables by age</source>
        <translation>应收账龄</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>最早逾期</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>What payment modes make due of agreed units and is not paid yet is listed here by its age. What is open of before the office&apos;s start has no day: it stands apart.</source>
        <translation>已签认购的房源按付款方式应付而未付的款项，按账龄列在这里。开账前的未收款没有到期日，单独列出。</translation>
    </message>
</context>
<context>
    <name>AgendaColumns</name>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>By</source>
        <translation>登记人</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>抽查时间</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>抽查人</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>登记时间</translation>
    </message>
    <message>
        <source>late entry</source>
        <translation>补登记</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>待抽查</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>本人登记</translation>
    </message>
</context>
<context>
    <name>AgendaDesk</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>共 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>As a list</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Checks made</source>
        <translation>抽查记录</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Go where the chosen line is done</source>
        <translation>前往办理所选事项</translation>
    </message>
    <message>
        <source>Move along the lines</source>
        <translation>在各事项间移动</translation>
    </message>
    <message>
        <source>Nobody has checked an entry yet</source>
        <translation>还没有抽查记录</translation>
    </message>
    <message>
        <source>Nothing needs you now</source>
        <translation>目前没有需要您处理的事项</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前待办</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Spot checks</source>
        <translation>抽查</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>列出的事项</translation>
    </message>
    <message>
        <source>What waits for you comes here by itself, with one click to where it is done.</source>
        <translation>需要您处理的事项会自动出现在这里，点一下即可前往办理。</translation>
    </message>
    <message>
        <source>What you find and advise is kept here, and read by the consultant.</source>
        <translation>抽查结果和建议保存在这里，置业顾问也能看到。</translation>
    </message>
</context>
<context>
    <name>AgentForm</name>
    <message>
        <source>Enter the number on the paper.</source>
        <translation>请输入证件上的号码。</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name the power of attorney: its day or its number.</source>
        <translation>请写明授权委托书的日期或编号。</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Power of attorney…</source>
        <translation>授权委托书…</translation>
    </message>
    <message>
        <source>Shown by</source>
        <translation>凭据</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>签署人</translation>
    </message>
    <message>
        <source>The buyer himself</source>
        <translation>买受人本人</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>缺少姓名。</translation>
    </message>
</context>
<context>
    <name>ApprovalsDesk</name>
    <message numerus="yes">
        <source>%n request(s), {pending} being signed</source>
        <translation>
            <numerusform>%n 项申请，{pending} 项签批中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) reserved, {value}</source>
        <translation>
            <numerusform>%n 套留房，货值 {value}</numerusform>
        </translation>
    </message>
    <message>
        <source>A reservation is asked for on the sales control board and signed here.</source>
        <translation>留房在销控表上申请，在这里签批。</translation>
    </message>
    <message>
        <source>A reservation is asked for on the sales control board, at a unit.</source>
        <translation>在销控表上选中房源即可申请留房。</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>全部申请</translation>
    </message>
    <message>
        <source>Find a request</source>
        <translation>查找申请</translation>
    </message>
    <message>
        <source>Give it up…</source>
        <translation>放弃留房…</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>我的申请</translation>
    </message>
    <message>
        <source>Nobody has asked for anything yet</source>
        <translation>还没有任何申请</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Nothing is reserved</source>
        <translation>目前没有留房</translation>
    </message>
    <message>
        <source>Nothing waits for your signature</source>
        <translation>没有待您签批的申请</translation>
    </message>
    <message>
        <source>Request {number}, signed</source>
        <translation>申请 {number}（签字件）</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Requests come here when it is your turn, or that of whom you stand in for.</source>
        <translation>轮到您或您代签的人签批时，申请会出现在这里。</translation>
    </message>
    <message>
        <source>Reservations</source>
        <translation>留房清单</translation>
    </message>
    <message>
        <source>Show on the board</source>
        <translation>在销控表上显示</translation>
    </message>
    <message>
        <source>Sign the chosen request</source>
        <translation>签批所选申请</translation>
    </message>
    <message>
        <source>Stand-ins</source>
        <translation>代签人</translation>
    </message>
    <message>
        <source>Try the unit, the customer&apos;s name or the number.</source>
        <translation>请试试房号、客户姓名或编号。</translation>
    </message>
    <message>
        <source>Unit, name or number</source>
        <translation>房号、姓名或编号</translation>
    </message>
    <message>
        <source>Waits for me</source>
        <translation>待我签批</translation>
    </message>
    <message>
        <source>What needs signatures is listed here with who signed it and who is next.</source>
        <translation>需要签批的事项列在这里：谁已签、下一步是谁。</translation>
    </message>
    <message>
        <source>You have asked for nothing yet</source>
        <translation>您还没有提出申请</translation>
    </message>
</context>
<context>
    <name>ApproveDialog</name>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Approve the price of {unit}</source>
        <translation>审批 {unit} 的成交价</translation>
    </message>
    <message>
        <source>Approved before</source>
        <translation>此前已批准</translation>
    </message>
    <message>
        <source>Ask for a special price of {unit}</source>
        <translation>申请 {unit} 的特批折扣</translation>
    </message>
    <message>
        <source>Ask for approval</source>
        <translation>申请特批</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Deal price</source>
        <translation>成交总价</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>定金</translation>
    </message>
    <message>
        <source>Discounts, in the order of ticking</source>
        <translation>优惠（按勾选顺序计算）</translation>
    </message>
    <message>
        <source>Enter the price in yuan.</source>
        <translation>请输入以元为单位的价格。</translation>
    </message>
    <message>
        <source>Floor price</source>
        <translation>底价</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>表价</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Say why: whoever signs reads it.</source>
        <translation>请说明理由，签批人会看到。</translation>
    </message>
    <message>
        <source>The deposit paid is more than 20 % of this price (R-09).</source>
        <translation>已收定金超过该价格的 20%（R-09）。</translation>
    </message>
    <message>
        <source>The list price.</source>
        <translation>与表价一致。</translation>
    </message>
    <message>
        <source>Why below the list price, for example</source>
        <translation>例如：低于表价的原因</translation>
    </message>
    <message>
        <source>Why this price: whoever signs reads it</source>
        <translation>申请此价的理由，签批人会看到</translation>
    </message>
    <message>
        <source>{amount} above the list price: not allowed (R-08).</source>
        <translation>比表价高 {amount}：不得加价（R-08）。</translation>
    </message>
    <message>
        <source>{amount} below the floor price: the general manager signs it.</source>
        <translation>低于底价 {amount}，须总经理签批。</translation>
    </message>
    <message>
        <source>{amount} or {percent} % below the list price.</source>
        <translation>比表价低 {amount}，即 {percent}%。</translation>
    </message>
    <message>
        <source>{paid} of at most {cap} (20 %)</source>
        <translation>已收 {paid}，上限 {cap}（20%）</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>AttachDialog</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Attach a scan</source>
        <translation>添加扫描件</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose the file first.</source>
        <translation>请先选择文件。</translation>
    </message>
    <message>
        <source>Drop a PDF, PNG or JPEG here, or choose one</source>
        <translation>将 PDF、PNG 或 JPEG 拖到此处，或选择文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>所属文件</translation>
    </message>
    <message>
        <source>Papers and pictures ({endings})</source>
        <translation>文件与图片 ({endings})</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>The file is kept as it is, and is never changed; a wrong one is struck out.</source>
        <translation>文件原样保存，不再改动；添加错的可以作废。</translation>
    </message>
</context>
<context>
    <name>AwayForm</name>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>I am away</source>
        <translation>我要外出</translation>
    </message>
    <message>
        <source>Name the stand-in</source>
        <translation>指定代签人</translation>
    </message>
    <message>
        <source>Nobody else&apos;s role may sign: see People.</source>
        <translation>没有其他人的角色可以签批，请在人员页查看。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Signs for him</source>
        <translation>代签人</translation>
    </message>
    <message>
        <source>Somebody is away</source>
        <translation>他人外出</translation>
    </message>
    <message>
        <source>This is no day; write it as 2026-03-01.</source>
        <translation>日期无效，请写成 2026-03-01。</translation>
    </message>
    <message>
        <source>To, that day too</source>
        <translation>至（含当日）</translation>
    </message>
    <message>
        <source>Who is away</source>
        <translation>外出人</translation>
    </message>
    <message>
        <source>Whoever stands in signs with his own password; the paper names both. He does not sign what he asked for himself.</source>
        <translation>代签人用自己的密码签批，单据上写明两人姓名；代签人本人提出的申请不能由他代签。</translation>
    </message>
</context>
<context>
    <name>BankTable</name>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>收款日</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Every line of the bank is matched</source>
        <translation>银行流水已全部核对</translation>
    </message>
    <message>
        <source>Lines of the bank without a match</source>
        <translation>未核对的银行流水</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>付款人</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>流水号</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Take in the bank&apos;s file of the account; its new lines stand here.</source>
        <translation>导入该账户的银行流水文件，新的流水列在这里。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>probable</source>
        <translation>可能</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>BindDialog</name>
    <message>
        <source>A bound lot goes with its home: held, subscribed and freed with it, at its own price, and sold to nobody else.</source>
        <translation>捆绑后随房屋一同锁定、认购、释放，价款另计，不得卖给他人。</translation>
    </message>
    <message>
        <source>Bind</source>
        <translation>捆绑</translation>
    </message>
    <message>
        <source>Bind a lot to {unit}</source>
        <translation>为 {unit} 捆绑车位/储藏室</translation>
    </message>
    <message>
        <source>Free lots</source>
        <translation>可捆绑的车位/储藏室</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>车位/储藏室</translation>
    </message>
    <message>
        <source>No free lot has this in its number.</source>
        <translation>没有编号含此内容的可捆绑车位/储藏室。</translation>
    </message>
    <message>
        <source>Part of its number</source>
        <translation>编号的一部分</translation>
    </message>
    <message>
        <source>There is no free lot. Lots come in with a price list whose column &apos;use&apos; says parking or storage.</source>
        <translation>没有可捆绑的车位/储藏室。价目表“用途”列写明车位或储藏室的，导入后即为车位/储藏室。</translation>
    </message>
</context>
<context>
    <name>BoardBar</name>
    <message>
        <source>Absorption by batch…</source>
        <translation>分批去化率…</translation>
    </message>
    <message>
        <source>All buildings</source>
        <translation>全部楼栋</translation>
    </message>
    <message>
        <source>All that the filter leaves</source>
        <translation>筛选出的全部房源</translation>
    </message>
    <message>
        <source>As of…</source>
        <translation>时点…</translation>
    </message>
    <message>
        <source>Ask the office again (F5)</source>
        <translation>重新读取（F5）</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Export to Excel (Ctrl+E)</source>
        <translation>导出 Excel（Ctrl+E）</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter by layout, area, price (Ctrl+F)</source>
        <translation>按户型、面积、价格筛选（Ctrl+F）</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>放大（Ctrl++）</translation>
    </message>
    <message>
        <source>Look at the board as it stood at a past moment (Ctrl+T)</source>
        <translation>查看过去某一时点的销控表 (Ctrl+T)</translation>
    </message>
    <message>
        <source>On A3, one building a page</source>
        <translation>A3 纸，一栋一页</translation>
    </message>
    <message>
        <source>On A4, one building a page</source>
        <translation>A4 纸，一栋一页</translation>
    </message>
    <message>
        <source>Print the board (Ctrl+P)</source>
        <translation>打印销控表（Ctrl+P）</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>推盘</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+-)</source>
        <translation>缩小（Ctrl+-）</translation>
    </message>
    <message>
        <source>The building shown</source>
        <translation>当前楼栋</translation>
    </message>
    <message>
        <source>The chosen units</source>
        <translation>所选房源</translation>
    </message>
    <message>
        <source>The whole project</source>
        <translation>整个项目</translation>
    </message>
    <message>
        <source>The whole project at once (Ctrl+9)</source>
        <translation>显示整个项目（Ctrl+9）</translation>
    </message>
    <message>
        <source>When the office was last heard from</source>
        <translation>最近一次与案场同步的时间</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>收盘</translation>
    </message>
    <message>
        <source>{found} of {all}</source>
        <translation>{found} / {all} 套</translation>
    </message>
</context>
<context>
    <name>BoardDesk</name>
    <message>
        <source>A board shows every unit of a project. Import a price list: the program makes the project, its buildings and its units from it.</source>
        <translation>销控表显示项目的每一套房源。请导入价目表，程序会据此建立项目、楼栋和房源。</translation>
    </message>
    <message>
        <source>Import a price list…</source>
        <translation>导入价目表…</translation>
    </message>
    <message>
        <source>Sales-control board</source>
        <translation>销控表</translation>
    </message>
    <message>
        <source>Sales-control board {project}</source>
        <translation>{project} 销控表</translation>
    </message>
    <message>
        <source>The administrator or the site manager imports the price list.</source>
        <translation>请管理员或案场经理导入价目表。</translation>
    </message>
    <message>
        <source>There are no units yet</source>
        <translation>还没有房源</translation>
    </message>
    <message>
        <source>choose all that the filter leaves</source>
        <translation>选择筛选出的全部房源</translation>
    </message>
    <message>
        <source>choose one unit more</source>
        <translation>加选一套房源</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>go to a unit by its number</source>
        <translation>按房号定位</translation>
    </message>
    <message>
        <source>go to the next unit, across gaps</source>
        <translation>移到相邻房源，可跨单元和空格</translation>
    </message>
    <message>
        <source>in the past: play or pause</source>
        <translation>过去时点：播放或暂停</translation>
    </message>
    <message>
        <source>in the past: the change before, the next one</source>
        <translation>过去时点：上一变动、下一变动</translation>
    </message>
    <message>
        <source>larger, smaller, 100 %, the whole project</source>
        <translation>放大、缩小、100%、整个项目</translation>
    </message>
    <message>
        <source>look at the past; Esc: back to now</source>
        <translation>查看过去时点；Esc 回到现在</translation>
    </message>
    <message>
        <source>the first step that is open to the unit</source>
        <translation>办理该房源可办的第一步</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩 {time}</translation>
    </message>
</context>
<context>
    <name>BoardFilterBar</name>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Area from (m²)</source>
        <translation>面积下限（㎡）</translation>
    </message>
    <message>
        <source>Area to (m²)</source>
        <translation>面积上限（㎡）</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>户型</translation>
    </message>
    <message>
        <source>Number or code</source>
        <translation>房号或编码</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>朝向</translation>
    </message>
    <message>
        <source>Price from</source>
        <translation>总价下限</translation>
    </message>
    <message>
        <source>Price to</source>
        <translation>总价上限</translation>
    </message>
    <message>
        <source>Total price</source>
        <translation>总价</translation>
    </message>
</context>
<context>
    <name>BoardPapers</name>
    <message>
        <source>Drawing the board</source>
        <translation>正在绘制销控表</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Export the board</source>
        <translation>导出销控表</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>Writing the workbook</source>
        <translation>正在写入工作簿</translation>
    </message>
</context>
<context>
    <name>BooksDialog</name>
    <message>
        <source>Book</source>
        <translation>票据本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Form {form} is written off.</source>
        <translation>票号 {form} 已核销。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起号</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>领用人</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>领用时间</translation>
    </message>
    <message>
        <source>Issue…</source>
        <translation>发放…</translation>
    </message>
    <message>
        <source>It counts as spoiled; the next receipt takes the form after it.</source>
        <translation>该票计为损毁，下一张收据使用其后一号。</translation>
    </message>
    <message>
        <source>Keep it with the book.</source>
        <translation>请随票据本一并保管。</translation>
    </message>
    <message>
        <source>Next form</source>
        <translation>下一票号</translation>
    </message>
    <message>
        <source>No receipt book is registered</source>
        <translation>还没有登记票据本</translation>
    </message>
    <message>
        <source>Print its slip…</source>
        <translation>打印领用/交回单…</translation>
    </message>
    <message>
        <source>Receipt books</source>
        <translation>票据本</translation>
    </message>
    <message>
        <source>Register a book by its first and last number, then issue it to a cashier.</source>
        <translation>先按起止号登记票据本，再发放给收银员。</translation>
    </message>
    <message>
        <source>Register a book…</source>
        <translation>登记票据本…</translation>
    </message>
    <message>
        <source>Slip of the book {book}</source>
        <translation>票据本 {book} 的单据</translation>
    </message>
    <message>
        <source>Spoiled</source>
        <translation>损毁</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>交回…</translation>
    </message>
    <message>
        <source>To</source>
        <translation>止号</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>未用</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Write a form off…</source>
        <translation>核销一份…</translation>
    </message>
    <message>
        <source>Write it off</source>
        <translation>核销</translation>
    </message>
    <message>
        <source>Write the next form of your book off?</source>
        <translation>核销您票据本的下一份？</translation>
    </message>
    <message>
        <source>returned by {name}</source>
        <translation>{name} 已交回</translation>
    </message>
</context>
<context>
    <name>BoundBox</name>
    <message>
        <source>Bind a lot…</source>
        <translation>捆绑车位/储藏室…</translation>
    </message>
    <message>
        <source>Bound to {unit}</source>
        <translation>已捆绑 {unit}</translation>
    </message>
    <message>
        <source>Parking and storage</source>
        <translation>车位与储藏室</translation>
    </message>
    <message>
        <source>Unbind {lot}…</source>
        <translation>解除捆绑 {lot}…</translation>
    </message>
    <message>
        <source>Unbind…</source>
        <translation>解除捆绑…</translation>
    </message>
</context>
<context>
    <name>BuildingsPage</name>
    <message>
        <source>A whole building from floors and the units of one floor, without a file.</source>
        <translation>无需文件，由楼层和标准层户型直接生成整栋楼。</translation>
    </message>
    <message>
        <source>Add a unit</source>
        <translation>加一户</translation>
    </message>
    <message>
        <source>Add a unit to the floor</source>
        <translation>在标准层加一户</translation>
    </message>
    <message>
        <source>Buildings by pattern</source>
        <translation>按规则建楼</translation>
    </message>
    <message>
        <source>Copy a building</source>
        <translation>复制楼栋</translation>
    </message>
    <message>
        <source>Copy the building</source>
        <translation>复制楼栋</translation>
    </message>
    <message>
        <source>Cores, by commas</source>
        <translation>单元（用逗号分隔）</translation>
    </message>
    <message>
        <source>Fill in the marked cells: area and price are figures above zero.</source>
        <translation>请填写标出的单元格：面积和单价应为大于零的数字。</translation>
    </message>
    <message>
        <source>First floor</source>
        <translation>起始楼层</translation>
    </message>
    <message>
        <source>Its units are not released yet.</source>
        <translation>这些房源尚未推售。</translation>
    </message>
    <message>
        <source>Last floor</source>
        <translation>最高楼层</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>跳过楼层</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>参照</translation>
    </message>
    <message numerus="yes">
        <source>Make %n unit(s)</source>
        <translation>
            <numerusform>生成 %n 套房源</numerusform>
        </translation>
    </message>
    <message>
        <source>Make the building</source>
        <translation>生成楼栋</translation>
    </message>
    <message>
        <source>Name of the building *</source>
        <translation>楼栋名称 *</translation>
    </message>
    <message>
        <source>Name the building.</source>
        <translation>请填写楼栋名称。</translation>
    </message>
    <message>
        <source>No step on</source>
        <translation>不加层差的楼层</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>减一户</translation>
    </message>
    <message>
        <source>Take the unit away</source>
        <translation>去掉这一户</translation>
    </message>
    <message>
        <source>Units of a floor</source>
        <translation>标准层房源</translation>
    </message>
    <message>
        <source>Units of the pattern</source>
        <translation>按规则生成的房源</translation>
    </message>
    <message>
        <source>called</source>
        <translation>新楼栋名称</translation>
    </message>
    <message>
        <source>{building} is made: {units} units, {total}</source>
        <translation>{building} 已生成：{units} 套，合计 {total}</translation>
    </message>
    <message>
        <source>{units} units on {floors} floors, {total}</source>
        <translation>{floors} 层共 {units} 套，合计 {total}</translation>
    </message>
</context>
<context>
    <name>BuyerForm</name>
    <message>
        <source>A share is more than 0, at most 100, with two decimals at most.</source>
        <translation>份额应大于 0、不超过 100，最多两位小数。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Buyer {position}</source>
        <translation>买受人 {position}</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>May be given later</source>
        <translation>可以后补</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Share in %</source>
        <translation>份额（%）</translation>
    </message>
    <message>
        <source>Take this buyer away</source>
        <translation>删除该买受人</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>请填写姓名。</translation>
    </message>
</context>
<context>
    <name>BuyerForms</name>
    <message>
        <source>Another buyer</source>
        <translation>增加买受人</translation>
    </message>
    <message>
        <source>ID number missing</source>
        <translation>缺证件号码</translation>
    </message>
    <message>
        <source>ID number missing: the agreement is flagged until it is given</source>
        <translation>缺证件号码：补齐前认购书将标注提示</translation>
    </message>
    <message>
        <source>Shares: {sum} %</source>
        <translation>份额合计 {sum}%</translation>
    </message>
</context>
<context>
    <name>CallerCard</name>
    <message numerus="yes">
        <source>%n time(/s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>A new customer</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Go on typing…</source>
        <translation>请继续输入…</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>意向等级</translation>
    </message>
    <message>
        <source>In touch today</source>
        <translation>今日已联系</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>老客户</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Looking up</source>
        <translation>查询中</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>Nobody has registered this number. Ask: is this your first visit?</source>
        <translation>该号码尚未登记。请询问：您是第一次来吗？</translation>
    </message>
    <message>
        <source>Nobody looks after this customer yet.</source>
        <translation>该客户暂无置业顾问。</translation>
    </message>
    <message>
        <source>Not a number</source>
        <translation>号码有误</translation>
    </message>
    <message>
        <source>Open this customer</source>
        <translation>查看该客户</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>The office says at once whether the caller is new or whose customer he is.</source>
        <translation>系统即时判客：是新客户，还是哪位置业顾问的客户。</translation>
    </message>
    <message>
        <source>The same name is known with another phone:</source>
        <translation>已有同名客户，电话不同：</translation>
    </message>
    <message>
        <source>This is your own customer.</source>
        <translation>这是您自己的客户。</translation>
    </message>
    <message>
        <source>This is {name}&apos;s customer. Call {name}, or receive him on behalf.</source>
        <translation>这是 {name} 的客户。请通知 {name}，或代为义务接待。</translation>
    </message>
    <message>
        <source>Type the phone number first</source>
        <translation>请先输入电话号码</translation>
    </message>
</context>
<context>
    <name>Campaign</name>
    <message>
        <source>Actual: {span}</source>
        <translation>实际：{span}</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>实际开始</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>实际完成</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Lies outside its phase</source>
        <translation>超出所属阶段</translation>
    </message>
    <message>
        <source>MMM</source>
        <translation>M月</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation>里程碑</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Owner: {name}</source>
        <translation>负责人：{name}</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Planned first day</source>
        <translation>计划开始</translation>
    </message>
    <message>
        <source>Planned last day</source>
        <translation>计划完成</translation>
    </message>
    <message>
        <source>Planned: {span}</source>
        <translation>计划：{span}</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>ddd, d MMM yyyy</source>
        <translation>yyyy年M月d日 ddd</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>{days} d late</source>
        <translation>晚{days}天</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
</context>
<context>
    <name>CampaignBar</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n 项逾期</numerusform>
        </translation>
    </message>
    <message>
        <source>A3, landscape</source>
        <translation>A3 横向</translation>
    </message>
    <message>
        <source>A4, landscape</source>
        <translation>A4 横向</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Days as columns</source>
        <translation>按日显示</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>导出清单</translation>
    </message>
    <message>
        <source>Export the list (Ctrl+E)</source>
        <translation>导出清单 (Ctrl+E)</translation>
    </message>
    <message>
        <source>Go to today (T)</source>
        <translation>回到今天 (T)</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Months as columns</source>
        <translation>按月显示</translation>
    </message>
    <message>
        <source>Move the whole plan by days…</source>
        <translation>整体平移计划…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>重做 (Ctrl+Y)</translation>
    </message>
    <message>
        <source>The whole plan at once</source>
        <translation>显示整个计划</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Weeks as columns</source>
        <translation>按周显示</translation>
    </message>
</context>
<context>
    <name>CampaignDesk</name>
    <message>
        <source>Add a job</source>
        <translation>添加工作</translation>
    </message>
    <message>
        <source>Campaign {project}</source>
        <translation>{project} 推广计划</translation>
    </message>
    <message>
        <source>Days to move everything that is not done (negative: earlier)</source>
        <translation>未完成的各项整体平移几天（负数为提前）</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>导出清单</translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation>回到今天</translation>
    </message>
    <message>
        <source>Import a price list or create a project first.</source>
        <translation>请先导入价目表或新建项目。</translation>
    </message>
    <message>
        <source>It is kept in the journal with your reason, and can be put back.</source>
        <translation>移除原因会记入操作日志，之后可以恢复。</translation>
    </message>
    <message>
        <source>Look at the plan as it is now and change it there.</source>
        <translation>请查看目前的计划，再作修改。</translation>
    </message>
    <message>
        <source>Mark it as done, or not done</source>
        <translation>标记完成／取消完成</translation>
    </message>
    <message>
        <source>Move it by a week</source>
        <translation>移动一周</translation>
    </message>
    <message>
        <source>Move only its end</source>
        <translation>只移动结束日</translation>
    </message>
    <message>
        <source>Move the chosen line by a day</source>
        <translation>所选行移动一天</translation>
    </message>
    <message>
        <source>Move the whole plan</source>
        <translation>整体平移计划</translation>
    </message>
    <message>
        <source>Open its form</source>
        <translation>打开编辑栏</translation>
    </message>
    <message>
        <source>Save or close this form first.</source>
        <translation>请先保存或关闭此编辑栏。</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>Saved: {title}</source>
        <translation>已保存：{title}</translation>
    </message>
    <message>
        <source>Somebody changed this line since.</source>
        <translation>此行已被他人改动，无法撤销。</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take “{title}” out of the plan?</source>
        <translation>将“{title}”移出计划？</translation>
    </message>
    <message>
        <source>There is no project yet</source>
        <translation>还没有项目</translation>
    </message>
    <message>
        <source>Undo, redo</source>
        <translation>撤销、重做</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
</context>
<context>
    <name>CancelDialog</name>
    <message>
        <source>Agreement</source>
        <translation>认购书</translation>
    </message>
    <message>
        <source>All the money goes back.</source>
        <translation>已付款项全部退还。</translation>
    </message>
    <message>
        <source>Ask for approval</source>
        <translation>申请签批</translation>
    </message>
    <message>
        <source>Ask for the cancellation of the deal on {unit}</source>
        <translation>申请取消 {unit} 的交易</translation>
    </message>
    <message>
        <source>Cancel the deal</source>
        <translation>确认退订</translation>
    </message>
    <message>
        <source>Cancel the deal on {unit}</source>
        <translation>退订 {unit}</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Deal price</source>
        <translation>成交总价</translation>
    </message>
    <message>
        <source>Filing {number} struck off on</source>
        <translation>备案 {number} 注销日期</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>退还</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>没收</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>Paid on top</source>
        <translation>另付（加倍部分）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The deposit goes back twice over, and the rest once.</source>
        <translation>定金双倍返还，超出部分原额退还。</translation>
    </message>
    <message>
        <source>The deposit is kept; only what lies above 20 % goes back.</source>
        <translation>定金不予退还；仅退还超过 20% 的部分。</translation>
    </message>
    <message>
        <source>The unit goes to review; it returns to sale only when it is released.</source>
        <translation>房源转入退房待审；重新推售后方可再售。</translation>
    </message>
    <message>
        <source>To pay to the buyer</source>
        <translation>应付买方</translation>
    </message>
    <message>
        <source>Whose fault is it?</source>
        <translation>因谁的原因退订？</translation>
    </message>
</context>
<context>
    <name>CardTable</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>导出列表</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>暂无数据</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>Text file (*.csv)</source>
        <translation>文本文件 (*.csv)</translation>
    </message>
</context>
<context>
    <name>CashierDesk</name>
    <message>
        <source>A second way of paying on the same receipt</source>
        <translation>同一张收据增加一种付款方式</translation>
    </message>
    <message>
        <source>Another way of paying, in the amount</source>
        <translation>在金额框中切换付款方式</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Cashier&apos;s day</source>
        <translation>收银日结</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>收款汇总</translation>
    </message>
    <message>
        <source>Day closes</source>
        <translation>日结记录</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月结</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>我的当日</translation>
    </message>
    <message>
        <source>Payment: share the money out by hand; Alt+4 takes what is shared out</source>
        <translation>收房款：手工分配款项；Alt+4 填入已分配合计</translation>
    </message>
    <message>
        <source>Payment: what is next, all that is due, all that is open</source>
        <translation>收款：下一笔、全部到期款、全部未付款</translation>
    </message>
    <message>
        <source>Print the chosen receipt</source>
        <translation>打印选中的收据</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Receivables</source>
        <translation>应收账龄</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>催款</translation>
    </message>
    <message>
        <source>Supervised account</source>
        <translation>监管账户</translation>
    </message>
    <message>
        <source>Take a deposit</source>
        <translation>收定金</translation>
    </message>
    <message>
        <source>Take a payment</source>
        <translation>收房款</translation>
    </message>
    <message>
        <source>Take the money</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>转账</translation>
    </message>
    <message>
        <source>Usual amounts; Alt+5 all the room up to 20 %</source>
        <translation>常用金额；Alt+5 收足至 20% 上限</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>凭证</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>About the proof</source>
        <translation>证明说明</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>认购书</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Ask for a change to the deal on {unit}</source>
        <translation>申请变更：{unit}</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Correct the shares of the buyers.</source>
        <translation>请更正买受人的份额。</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Deal price</source>
        <translation>成交价</translation>
    </message>
    <message>
        <source>Discounts, in the order of ticking</source>
        <translation>折扣（按勾选顺序）</translation>
    </message>
    <message>
        <source>New day to sign</source>
        <translation>新的签约期限</translation>
    </message>
    <message>
        <source>New mode</source>
        <translation>新的付款方式</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>新价格</translation>
    </message>
    <message>
        <source>Number of the paper, for example</source>
        <translation>例如证件编号</translation>
    </message>
    <message>
        <source>Of {paid}, {kept} would be kept and {owed} paid to the buyer. The unit goes to review.</source>
        <translation>已付 {paid}，其中没收 {kept}，应付给买受人 {owed}。房源转入退房待审。</translation>
    </message>
    <message>
        <source>Only before the contract. The agreement keeps its buyers; the change names those from then on, each with the ID number.</source>
        <translation>仅限签订合同之前。认购书上的买受人保持不变，变更单写明此后的买受人，每人须有证件号码。</translation>
    </message>
    <message>
        <source>Payment mode</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Proof of kinship</source>
        <translation>亲属关系证明</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>变更原因</translation>
    </message>
    <message>
        <source>Reckoned from the list price of that day, never above it; receipts stay. The last signature must be of a role that may give as much.</source>
        <translation>按当时表价计算，不得高于表价；已开收据不变。最后签批人的优惠权限须足够。</translation>
    </message>
    <message>
        <source>Say whose fault it is: that decides what becomes of the deposit.</source>
        <translation>请说明责任方：由此决定定金的处理。</translation>
    </message>
    <message>
        <source>Sign until</source>
        <translation>签约期限</translation>
    </message>
    <message>
        <source>Signed by the site manager or the head of department; a week and more also by the head or the deputy. Until then the old day counts.</source>
        <translation>由案场经理或部门负责人签批；延期超过一周的，还须部门负责人或分管副总签批。批准前仍以原期限为准。</translation>
    </message>
    <message>
        <source>The price stays; receipts stay. A discount that was given for the old mode alone stands in the way.</source>
        <translation>价格和收据不变。只适用于原付款方式的优惠会使变更无法进行。</translation>
    </message>
    <message>
        <source>The shares do not add up to 100 %.</source>
        <translation>份额合计不是 100 %。</translation>
    </message>
    <message>
        <source>Today&apos;s list price counts. With the last signature the new unit is the customer&apos;s under an agreement of its own, all that was paid goes along, receipts stay, and {unit} comes back for review.</source>
        <translation>按当日表价计价。最后一人签批后，新房源另签认购书归该客户，已付款项全部随之转入，收据不变，{unit} 退回待审核。</translation>
    </message>
    <message>
        <source>What shall change</source>
        <translation>变更事项</translation>
    </message>
    <message>
        <source>Who buys from then on</source>
        <translation>变更后的买受人</translation>
    </message>
    <message>
        <source>Whose fault is it?</source>
        <translation>责任方</translation>
    </message>
</context>
<context>
    <name>ChangedTable</name>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Held or sold</source>
        <translation>锁定或已售</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>没有变更</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房源</translation>
    </message>
    <message>
        <source>What</source>
        <translation>变更项</translation>
    </message>
    <message>
        <source>keeps its price</source>
        <translation>保留原价</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Undone</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Check a paper</source>
        <translation>验票</translation>
    </message>
    <message>
        <source>Check code under the QR code</source>
        <translation>二维码下的校验码</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>查验</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Compare both with the paper; the code has eight letters and digits.</source>
        <translation>请与票面逐一核对；校验码为八位字母和数字。</translation>
    </message>
    <message>
        <source>Enter the number, or scan the code.</source>
        <translation>请输入编号，或扫描二维码。</translation>
    </message>
    <message>
        <source>Number, or scan the QR code</source>
        <translation>编号，或扫描二维码</translation>
    </message>
    <message>
        <source>Take nothing on it; tell the administrator to prove the books.</source>
        <translation>请勿据此办理任何事项；通知管理员核验账簿。</translation>
    </message>
    <message>
        <source>The books of {number} were changed.</source>
        <translation>{number} 的账面记录被改动过。</translation>
    </message>
    <message>
        <source>This is no paper of ours: number and code do not go together.</source>
        <translation>不是本处开出的票据：编号与校验码不符。</translation>
    </message>
    <message>
        <source>since {moment}</source>
        <translation>自 {moment} 起</translation>
    </message>
    <message>
        <source>{number} is a genuine contra; it answers {by}: {reason}</source>
        <translation>{number} 是真实的红字收据，冲销 {by}：{reason}</translation>
    </message>
    <message>
        <source>{number} is genuine and stands.</source>
        <translation>{number} 真实有效。</translation>
    </message>
    <message>
        <source>{number} is genuine, and answered by {by}: {reason}</source>
        <translation>{number} 真实，但已由 {by} 红冲：{reason}</translation>
    </message>
    <message>
        <source>{number} is genuine, and void: {reason}</source>
        <translation>{number} 真实，但已作废：{reason}</translation>
    </message>
    <message>
        <source>{number} is genuine, and was exchanged for invoice {by}.</source>
        <translation>{number} 真实，但已换开发票 {by}。</translation>
    </message>
    <message>
        <source>{number} is genuine; its money went back by slip {by}.</source>
        <translation>{number} 真实，但款项已凭退款单 {by} 退还。</translation>
    </message>
</context>
<context>
    <name>CheckListDialog</name>
    <message>
        <source>Bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>Cases that are open keep theirs; without a bank it is for every other one.</source>
        <translation>已建档案不变；银行留空则适用于其他所有银行。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Documents, one a line</source>
        <translation>资料，每行一项</translation>
    </message>
    <message>
        <source>Kind of buyer</source>
        <translation>借款人类别</translation>
    </message>
    <message>
        <source>Kind of loan</source>
        <translation>贷款种类</translation>
    </message>
    <message>
        <source>Set it</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>What a bank wants to see</source>
        <translation>银行所需资料清单</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>By</source>
        <translation>登记人</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>抽查人</translation>
    </message>
    <message>
        <source>Choose a line to read it, and say what you found.</source>
        <translation>选择一行查看内容，并写下抽查结果。</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Comment and advice to the consultant</source>
        <translation>意见与给置业顾问的建议</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Each day chance picks a few entries of the register and follow-ups of the days before. Late entries stand here too, until somebody has commented on them.</source>
        <translation>系统每天从前几日的来电来访登记和跟进记录中随机抽取几条。补登记的记录也列在这里，直到有人写下意见。</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Leave a comment</source>
        <translation>留下意见</translation>
    </message>
    <message>
        <source>Manner</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>No entry chosen</source>
        <translation>未选择记录</translation>
    </message>
    <message>
        <source>Noted; the consultant sees it on the customer&apos;s card.</source>
        <translation>已记下；置业顾问在客户卡片上可以看到。</translation>
    </message>
    <message>
        <source>Nothing to check today</source>
        <translation>今天没有要抽查的记录</translation>
    </message>
    <message>
        <source>Say what is to be improved.</source>
        <translation>请写明需要改进之处。</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>Spot checks</source>
        <translation>抽查</translation>
    </message>
    <message>
        <source>To be improved</source>
        <translation>需改进</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Write the comment first.</source>
        <translation>请先写下意见。</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>登记时间</translation>
    </message>
    <message>
        <source>You wrote this entry yourself: somebody else checks it.</source>
        <translation>这条记录是您本人登记的，由他人抽查。</translation>
    </message>
    <message>
        <source>late entry</source>
        <translation>补登记</translation>
    </message>
</context>
<context>
    <name>ChooseMoneys</name>
    <message>
        <source>Chosen: {sum} of {amount}</source>
        <translation>已选 {sum}，应为 {amount}</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>What is the bank&apos;s line {reference}?</source>
        <translation>银行流水 {reference} 对应哪些收款？</translation>
    </message>
    <message>
        <source>{amount} yuan on {day}, {payer}. Choose one line, or several with Ctrl.</source>
        <translation>{day} 到账 {amount} 元，{payer}。选择一笔，或按住 Ctrl 选择多笔。</translation>
    </message>
</context>
<context>
    <name>CloseDayDialog</name>
    <message>
        <source>Cash of the day, net</source>
        <translation>当日现金净额</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>日结并锁定</translation>
    </message>
    <message>
        <source>Close {day}, {name}</source>
        <translation>{day} 日结 · {name}</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>实点</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>长短款</translation>
    </message>
    <message>
        <source>From then on nothing is dated into this day: money that comes later counts for {day}. Nobody reopens a closed day.</source>
        <translation>锁定后当日不再入账，此后款项记入 {day}；日结后任何人不得重开。</translation>
    </message>
    <message>
        <source>Hand cash over to</source>
        <translation>现金移交给</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>移交金额</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>票据份数</translation>
    </message>
    <message>
        <source>Should be in the drawer</source>
        <translation>现金应有</translation>
    </message>
    <message>
        <source>Slips are as they should be</source>
        <translation>凭条与账面一致</translation>
    </message>
    <message>
        <source>Slips: {tender}, should be {amount}</source>
        <translation>{tender}凭条合计（应有 {amount}）</translation>
    </message>
    <message>
        <source>Taken since, of a later day</source>
        <translation>其后已收（属次日）</translation>
    </message>
    <message>
        <source>Taken to the bank already</source>
        <translation>已缴存银行</translation>
    </message>
    <message>
        <source>There before</source>
        <translation>期初结存</translation>
    </message>
    <message>
        <source>This is no amount.</source>
        <translation>金额无法识别。</translation>
    </message>
    <message>
        <source>Why it differs</source>
        <translation>差异说明</translation>
    </message>
    <message>
        <source>Why you close it</source>
        <translation>代结原因</translation>
    </message>
    <message>
        <source>nobody: it stays in the drawer</source>
        <translation>不移交，留存备用</translation>
    </message>
</context>
<context>
    <name>ClosesPage</name>
    <message numerus="yes">
        <source>%n close(s). Taken {taken}, paid back {back}, difference {off}.</source>
        <translation>
            <numerusform>共 %n 次日结，收款 {taken}，退款 {back}，长短款 {off}。</numerusform>
        </translation>
    </message>
    <message>
        <source>A cashier closes the day on the page of the day; its paper stays here.</source>
        <translation>收银员在“当日”页日结，单据保存在这里。</translation>
    </message>
    <message>
        <source>Cash counted</source>
        <translation>现金实点</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>日结时间</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day closes</source>
        <translation>日结记录</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>长短款</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>移交金额</translation>
    </message>
    <message>
        <source>Handed to</source>
        <translation>移交给</translation>
    </message>
    <message>
        <source>No day was closed yet</source>
        <translation>还没有日结记录</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Print the close…</source>
        <translation>打印日结单…</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>差异说明</translation>
    </message>
</context>
<context>
    <name>CollectionsPage</name>
    <message numerus="yes">
        <source>%n deposit(s), together {sum}.</source>
        <translation>
            <numerusform>共 %n 笔定金，合计 {sum}。</numerusform>
        </translation>
    </message>
    <message>
        <source>A deposit lies here until its contract is signed, or the deal ends.</source>
        <translation>定金在签约或交易结束前列在这里。</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>By consultant</source>
        <translation>按置业顾问</translation>
    </message>
    <message>
        <source>By kind of money</source>
        <translation>按款项类别</translation>
    </message>
    <message>
        <source>By way of paying</source>
        <translation>按付款方式</translation>
    </message>
    <message>
        <source>Collected by day</source>
        <translation>按日收款</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Deposits held</source>
        <translation>在账定金</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>No deposit lies in a deal</source>
        <translation>没有在账定金</translation>
    </message>
    <message>
        <source>Nothing was collected in these days</source>
        <translation>所选日期没有收款</translation>
    </message>
    <message>
        <source>Paid ahead</source>
        <translation>预收款</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>票据数</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Receipts, refunds and contras are added up here by their days.</source>
        <translation>收据、退款、红冲按日期汇总在这里。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>收款日</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Taken {taken}, paid back {back}, net {net}.</source>
        <translation>收款 {taken}，退款 {back}，净额 {net}。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>What</source>
        <translation>汇总项</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>(not in the file)</source>
        <translation>（文件中没有）</translation>
    </message>
    <message>
        <source>Amount with its sign</source>
        <translation>金额（带正负号）</translation>
    </message>
    <message>
        <source>Choose a column of amounts.</source>
        <translation>请选择金额列。</translation>
    </message>
    <message>
        <source>Choose a column.</source>
        <translation>请选择列。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>付款人</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Read the file</source>
        <translation>读取文件</translation>
    </message>
    <message>
        <source>Reference of the bank</source>
        <translation>银行流水号</translation>
    </message>
    <message>
        <source>Which column holds what?</source>
        <translation>各列是什么内容？</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Added ({count})</source>
        <translation>新增（{count}）</translation>
    </message>
    <message>
        <source>All or nothing: either every line is taken in, or none.</source>
        <translation>整批导入：要么全部写入，要么一行也不写。</translation>
    </message>
    <message>
        <source>Back to the columns</source>
        <translation>返回列对应</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Compared with {project}: nothing is written yet</source>
        <translation>与“{project}”比对：尚未写入任何数据</translation>
    </message>
    <message>
        <source>Differences ({count})</source>
        <translation>差异（{count}）</translation>
    </message>
    <message numerus="yes">
        <source>Import %n unit(s)</source>
        <translation>
            <numerusform>导入 %n 套房源</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep their price</source>
        <translation>保留原价</translation>
    </message>
    <message>
        <source>Missing ({count})</source>
        <translation>文件中缺少（{count}）</translation>
    </message>
    <message>
        <source>Missing in the file</source>
        <translation>文件中缺少</translation>
    </message>
    <message>
        <source>Problems ({count})</source>
        <translation>问题（{count}）</translation>
    </message>
    <message>
        <source>The list holds some units only: leave all others alone</source>
        <translation>本表只含部分房源：其余房源保持不变</translation>
    </message>
    <message>
        <source>To look at ({count})</source>
        <translation>需留意（{count}）</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>Value of the units in the file</source>
        <translation>文件内房源货值</translation>
    </message>
</context>
<context>
    <name>ComparisonTable</name>
    <message>
        <source>Area (m²)</source>
        <translation>面积(㎡)</translation>
    </message>
    <message>
        <source>Average after</source>
        <translation>调后均价</translation>
    </message>
    <message>
        <source>Average before</source>
        <translation>调前均价</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>暂无可比较的内容</translation>
    </message>
    <message>
        <source>Sum after</source>
        <translation>调后总额</translation>
    </message>
    <message>
        <source>Sum before</source>
        <translation>调前总额</translation>
    </message>
    <message>
        <source>Type a base price: sums and averages follow while you type.</source>
        <translation>输入基准价：总额和均价随输入即时计算。</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>套数</translation>
    </message>
</context>
<context>
    <name>ContraButton</name>
    <message>
        <source>A contra of receipt {number} is approved.</source>
        <translation>收据 {number} 的红冲已批准。</translation>
    </message>
    <message>
        <source>Answered by {number}: {reason}</source>
        <translation>已红冲 {number}：{reason}</translation>
    </message>
    <message>
        <source>Answers a receipt with one of its own, once the site manager approved it</source>
        <translation>案场经理批准后，开具红字收据冲销原收据</translation>
    </message>
    <message>
        <source>Answers {receipt}: {reason}</source>
        <translation>冲销 {receipt}：{reason}</translation>
    </message>
    <message>
        <source>Approve a contra of receipt {number}?</source>
        <translation>批准红冲收据 {number}？</translation>
    </message>
    <message>
        <source>Approve a contra…</source>
        <translation>批准红冲…</translation>
    </message>
    <message>
        <source>Approve the contra</source>
        <translation>批准红冲</translation>
    </message>
    <message>
        <source>Contra approved: {reason}</source>
        <translation>已批红冲：{reason}</translation>
    </message>
    <message>
        <source>Contra…</source>
        <translation>红冲…</translation>
    </message>
    <message>
        <source>Exchanged for invoice {invoice}</source>
        <translation>已换票 {invoice}</translation>
    </message>
    <message>
        <source>For a receipt that can no longer be made void; the cashier writes it</source>
        <translation>用于已不能作废的收据；由收银员开具</translation>
    </message>
    <message>
        <source>Pay {amount} back, print the contra and keep the copies with it.</source>
        <translation>请退还 {amount}，打印红字收据，并与收回的各联一并保管。</translation>
    </message>
    <message>
        <source>Receipt {receipt} is answered by {contra}.</source>
        <translation>收据 {receipt} 已由 {contra} 冲销。</translation>
    </message>
    <message>
        <source>The cashier writes it in this list.</source>
        <translation>由收银员在本列表中开具。</translation>
    </message>
    <message>
        <source>Write the contra</source>
        <translation>开具红字收据</translation>
    </message>
    <message>
        <source>Write the contra of receipt {number}?</source>
        <translation>开具红字收据冲销 {number}？</translation>
    </message>
    <message>
        <source>{amount} from {payer} for unit {unit} goes back the way it came. The receipt stays; a paper with a number of its own answers it. Approved because: {reason}</source>
        <translation>{payer} 为房源 {unit} 支付的 {amount} 按原方式退回。原收据不动，由另编号码的红字收据冲销。批准原因：{reason}</translation>
    </message>
    <message>
        <source>{amount} from {payer} for unit {unit} may then go back: the cashier answers the receipt with a paper of its own. A receipt of today whose copies are back is made void instead.</source>
        <translation>批准后，{payer} 为房源 {unit} 支付的 {amount} 可以退回：由收银员另开红字收据冲销。当日且各联均已收回的收据请直接作废。</translation>
    </message>
</context>
<context>
    <name>ContractsDesk</name>
    <message numerus="yes">
        <source>%n deal(s), paid {paid}</source>
        <translation>
            <numerusform>共 %n 笔，已收合计 {paid}</numerusform>
        </translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>Find a deal</source>
        <translation>查找交易</translation>
    </message>
    <message>
        <source>No deal here fits. Try the unit, the name or the phone.</source>
        <translation>没有符合的交易，请试试房号、姓名或电话。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Take the next step of the chosen deal</source>
        <translation>办理所选交易的下一步</translation>
    </message>
    <message>
        <source>This step is not open now, or not yours.</source>
        <translation>当前不能办理此步骤，或不在您的权限内。</translation>
    </message>
    <message>
        <source>Write the subscription agreement</source>
        <translation>填写认购书</translation>
    </message>
</context>
<context>
    <name>CopyTable</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>还没有备份</translation>
    </message>
    <message>
        <source>One is made every hour of use and when the program ends.</source>
        <translation>使用期间每小时备份一次，退出程序时再备份一次。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>备份时间</translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Correct an entry</source>
        <translation>更正登记</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>意向等级</translation>
    </message>
    <message>
        <source>Late entry</source>
        <translation>补登</translation>
    </message>
    <message>
        <source>Manner</source>
        <translation>来访方式</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>认知途径</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>下次联系</translation>
    </message>
    <message>
        <source>No. {number}: {name}</source>
        <translation>第 {number} 号：{name}</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>This is no day.</source>
        <translation>日期无法识别。</translation>
    </message>
    <message>
        <source>What stood here before is kept in the journal.</source>
        <translation>更正前的内容保留在日志中。</translation>
    </message>
</context>
<context>
    <name>CreateForm</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>开发企业</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Create a project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>项目名称</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>What you typed is kept.</source>
        <translation>已输入的内容会保留。</translation>
    </message>
</context>
<context>
    <name>Curve</name>
    <message>
        <source>No unit has been subscribed yet; the curve grows from the first one.</source>
        <translation>尚无认购；第一套认购后，曲线从这里开始。</translation>
    </message>
    <message numerus="yes">
        <source>So far: %n unit(s)</source>
        <translation>
            <numerusform>累计：%n 套</numerusform>
        </translation>
    </message>
    <message>
        <source>Subscriptions so far</source>
        <translation>累计认购</translation>
    </message>
    <message numerus="yes">
        <source>This day: %n unit(s), {amount} yuan</source>
        <translation>
            <numerusform>当日：%n 套，{amount} 元</numerusform>
        </translation>
    </message>
    <message>
        <source>Units subscribed, all and by day</source>
        <translation>认购套数：累计与每日</translation>
    </message>
    <message>
        <source>ddd, d MMM yyyy</source>
        <translation>yyyy年M月d日 ddd</translation>
    </message>
</context>
<context>
    <name>CustomerBox</name>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>查到的客户</translation>
    </message>
    <message>
        <source>Name, pinyin initials or part of the phone</source>
        <translation>姓名、拼音首字母或电话片段</translation>
    </message>
    <message>
        <source>Nobody found. Register the visit first.</source>
        <translation>没有查到，请先登记来访。</translation>
    </message>
</context>
<context>
    <name>CustomerHistory</name>
    <message>
        <source>Advice from {name}: {advice}</source>
        <translation>{name} 的指导意见：{advice}</translation>
    </message>
    <message>
        <source>Follow-up due {day}</source>
        <translation>应跟进：{day}</translation>
    </message>
    <message>
        <source>Follow-up: {manner}</source>
        <translation>跟进：{manner}</translation>
    </message>
    <message>
        <source>In line for {unit}: place {place}</source>
        <translation>候补 {unit}：第 {place} 位</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>还没有往来记录。</translation>
    </message>
    <message>
        <source>Show on the board</source>
        <translation>在销控表中查看</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>exchanged for {unit}</source>
        <translation>已换至 {unit}</translation>
    </message>
    <message>
        <source>late entry</source>
        <translation>补登</translation>
    </message>
    <message>
        <source>paid {amount}</source>
        <translation>已付 {amount}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>候补至 {day}</translation>
    </message>
    <message>
        <source>{amount} back to the buyer</source>
        <translation>应退 {amount}</translation>
    </message>
    <message>
        <source>{amount} kept</source>
        <translation>没收 {amount}</translation>
    </message>
    <message>
        <source>{unit} is free for him until {time}</source>
        <translation>{unit} 已空出，优先认购至 {time}</translation>
    </message>
    <message>
        <source>{verdict} · {entry} · {person}</source>
        <translation>{entry}抽查：{verdict} · {person}</translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Buying plan…</source>
        <translation>置业计划…</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>登记次数</translation>
    </message>
    <message>
        <source>Grade {grade}</source>
        <translation>{grade} 级</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>往来记录</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的客户</translation>
    </message>
    <message>
        <source>No customer chosen</source>
        <translation>尚未选择客户</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Register a visit</source>
        <translation>登记来访</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Search, then choose a line.</source>
        <translation>请先搜索，再选择一行。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show numbers…</source>
        <translation>显示号码…</translation>
    </message>
    <message>
        <source>Show the whole numbers of {name}?</source>
        <translation>显示 {name} 的完整号码？</translation>
    </message>
    <message>
        <source>The journal keeps who looked, when and why.</source>
        <translation>日志会记录何人、何时、因何查看。</translation>
    </message>
    <message>
        <source>The two records are one now.</source>
        <translation>两条客户记录已合并。</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>房源</translation>
    </message>
</context>
<context>
    <name>CustomerPicker</name>
    <message>
        <source>Customers found</source>
        <translation>找到的客户</translation>
    </message>
    <message>
        <source>Name, pinyin, initials or part of the phone</source>
        <translation>姓名、拼音、首字母或部分电话</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>未找到客户</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>搜索客户</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message numerus="yes">
        <source>%n customer(/s)</source>
        <translation>
            <numerusform>%n 位客户</numerusform>
        </translation>
    </message>
    <message>
        <source>A customer is made when his first visit or call is registered.</source>
        <translation>登记首次来访或来电时即建立客户。</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>登记次数</translation>
    </message>
    <message>
        <source>Export (Ctrl+E)</source>
        <translation>导出（Ctrl+E）</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name, pinyin, initials, part of the phone (Ctrl+F)</source>
        <translation>姓名、拼音、首字母、部分电话（Ctrl+F）</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>还没有客户</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>未找到客户</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>只看我的</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>打印（Ctrl+P）</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>搜索客户</translation>
    </message>
    <message>
        <source>Try the pinyin initials, or the last four digits of the phone.</source>
        <translation>可试试拼音首字母，或电话后四位。</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Pick a day (Down)</source>
        <translation>选择日期（↓）</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation>年-月-日</translation>
    </message>
</context>
<context>
    <name>DayChoice</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>DayList</name>
    <message>
        <source>Changes on the board {project} {day}</source>
        <translation>销控表变动 {project} {day}</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>导出清单</translation>
    </message>
    <message>
        <source>Filter the changes</source>
        <translation>筛选变动</translation>
    </message>
    <message>
        <source>Filter: unit, state, person</source>
        <translation>筛选：房号、状态、人员</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>打印清单</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房源</translation>
    </message>
    <message>
        <source>What</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>What changed that day</source>
        <translation>当日变动</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>到时自动</translation>
    </message>
    <message>
        <source>held until {time}</source>
        <translation>锁定至 {time}</translation>
    </message>
    <message>
        <source>held without an end</source>
        <translation>锁定不限时</translation>
    </message>
    <message>
        <source>price {total}</source>
        <translation>总价 {total}</translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <source>All</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Cash in the drawer</source>
        <translation>现金应有</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>Cashier&apos;s day</source>
        <translation>收银日结</translation>
    </message>
    <message>
        <source>Close the day…</source>
        <translation>日结…</translation>
    </message>
    <message>
        <source>Count the cash</source>
        <translation>清点现金</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>实点</translation>
    </message>
    <message>
        <source>Counted {counted}; should be {expected}; difference {difference}.</source>
        <translation>实点 {counted}，应有 {expected}，差额 {difference}。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Enter how many there are of each; 0 for an empty drawer.</source>
        <translation>请输入各面额的张数；没有现金请填 0。</translation>
    </message>
    <message>
        <source>Large cash</source>
        <translation>大额现金</translation>
    </message>
    <message>
        <source>Last count of this day: {amount}, difference {difference}.</source>
        <translation>当日最近一次清点：{amount}，差额 {difference}。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Nothing has been counted yet.</source>
        <translation>尚未清点。</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Print the day…</source>
        <translation>打印收银日报…</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Should be in the drawer</source>
        <translation>现金应有</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>That day can be closed once it has come.</source>
        <translation>到该日即可日结。</translation>
    </message>
    <message>
        <source>The day is closed; what came since counts for {day}.</source>
        <translation>当日已日结，此后款项记入 {day}。</translation>
    </message>
    <message>
        <source>There before</source>
        <translation>期初结存</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Way of paying</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Why, where it differs</source>
        <translation>如有差额，请说明原因</translation>
    </message>
    <message>
        <source>Write the count down</source>
        <translation>登记清点结果</translation>
    </message>
    <message>
        <source>{day} is closed, difference {difference}.</source>
        <translation>{day} 已日结，长短款 {difference}。</translation>
    </message>
</context>
<context>
    <name>DaySpan</name>
    <message>
        <source>All days</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期范围</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>指定日期</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>DayTrack</name>
    <message>
        <source>Time of the day</source>
        <translation>时刻</translation>
    </message>
</context>
<context>
    <name>DealColumns</name>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>ID missing</source>
        <translation>缺证件</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已收款</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>总价</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>came from {unit}</source>
        <translation>换自 {unit}</translation>
    </message>
    <message>
        <source>exchanged for {unit}</source>
        <translation>已换至 {unit}</translation>
    </message>
    <message>
        <source>price to check</source>
        <translation>待审价格</translation>
    </message>
    <message>
        <source>{amount} back</source>
        <translation>退 {amount}</translation>
    </message>
    <message>
        <source>{amount} kept</source>
        <translation>没收 {amount}</translation>
    </message>
</context>
<context>
    <name>DealDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DealDoings</name>
    <message>
        <source>Agreement {number}</source>
        <translation>认购书 {number}</translation>
    </message>
    <message>
        <source>Agreement {number} is made; sign the contract by {day}.</source>
        <translation>认购书 {number} 已生成；请于 {day} 前签约。</translation>
    </message>
    <message>
        <source>Change {number}</source>
        <translation>变更单 {number}</translation>
    </message>
    <message>
        <source>Contract {number} is signed; file it by {day}.</source>
        <translation>合同 {number} 已签，请于 {day} 前备案。</translation>
    </message>
    <message>
        <source>It is held back until you release it for sale again.</source>
        <translation>收回后为销控状态，重新推售后方可再售。</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>释放房源</translation>
    </message>
    <message>
        <source>Let {unit} go?</source>
        <translation>释放 {unit}？</translation>
    </message>
    <message>
        <source>Lift it</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Lift the notice for {unit}?</source>
        <translation>解除 {unit} 的催告？</translation>
    </message>
    <message>
        <source>Notice {number}</source>
        <translation>催告函 {number}</translation>
    </message>
    <message>
        <source>Notice {number} is served: the buyer has until {day}.</source>
        <translation>催告函 {number} 已出具：宽限至 {day}。</translation>
    </message>
    <message>
        <source>Request {number} for {unit} is filed: it waits for its signatures.</source>
        <translation>{unit} 的第 {number} 号申请已提交，等待签批。</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>确认收回</translation>
    </message>
    <message>
        <source>Take {unit} back?</source>
        <translation>收回 {unit}？</translation>
    </message>
    <message>
        <source>The ID number of {name} is noted.</source>
        <translation>{name} 的证件号码已登记。</translation>
    </message>
    <message>
        <source>The bank does not lend.</source>
        <translation>银行拒贷。</translation>
    </message>
    <message>
        <source>The contract of {unit} is filed as {number}.</source>
        <translation>{unit} 的合同已备案，备案号 {number}。</translation>
    </message>
    <message>
        <source>The deal goes on as agreed; the notice stays among the papers.</source>
        <translation>交易按约定继续，催告函留档。</translation>
    </message>
    <message>
        <source>The deal on {unit} is cancelled: {kept} kept, {owed} to pay back.</source>
        <translation>{unit} 已退订：没收 {kept}，应退 {owed}。</translation>
    </message>
    <message>
        <source>The measured area of {unit} is noted.</source>
        <translation>{unit} 的实测面积已登记。</translation>
    </message>
    <message>
        <source>The notice for {unit} is lifted.</source>
        <translation>{unit} 的催告已解除。</translation>
    </message>
    <message>
        <source>The online signing {number} of {unit} is noted.</source>
        <translation>{unit} 的网签号 {number} 已登记。</translation>
    </message>
    <message>
        <source>The price of {unit} is approved: {price}.</source>
        <translation>{unit} 的成交价已批准：{price}。</translation>
    </message>
    <message>
        <source>The refund of {amount} has not been paid yet.</source>
        <translation>退款 {amount} 尚未支付。</translation>
    </message>
    <message>
        <source>What the review found</source>
        <translation>审核意见</translation>
    </message>
    <message>
        <source>{customer} loses the hold; everybody can hold the unit at once.</source>
        <translation>{customer} 的锁定将解除，该房源立即可供他人锁定。</translation>
    </message>
    <message>
        <source>{unit} is available again.</source>
        <translation>{unit} 已恢复可售。</translation>
    </message>
    <message>
        <source>{unit} is back and held back.</source>
        <translation>{unit} 已收回，处于销控状态。</translation>
    </message>
    <message>
        <source>{unit} is handed over to {who}.</source>
        <translation>{unit} 已交付给{who}。</translation>
    </message>
    <message>
        <source>{unit} is held until {moment}.</source>
        <translation>{unit} 锁定至 {moment}。</translation>
    </message>
</context>
<context>
    <name>DealPanel</name>
    <message>
        <source>A buyer&apos;s ID number is still missing on the agreement.</source>
        <translation>认购书上仍缺买受人的证件号码。</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>认购书</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>认购书</translation>
    </message>
    <message>
        <source>Agreement…</source>
        <translation>认购书…</translation>
    </message>
    <message>
        <source>Approve another price…</source>
        <translation>重新审批价格…</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>审批人</translation>
    </message>
    <message>
        <source>Asked for it</source>
        <translation>催款情况</translation>
    </message>
    <message>
        <source>Back to the buyer</source>
        <translation>退还买方</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>买受人</translation>
    </message>
    <message>
        <source>Buying plan…</source>
        <translation>置业计划…</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>换自</translation>
    </message>
    <message>
        <source>Cancelled by</source>
        <translation>退订原因方</translation>
    </message>
    <message>
        <source>Choose a line to see where the deal is and what comes next.</source>
        <translation>选择一行，查看交易进度和下一步。</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>签约</translation>
    </message>
    <message>
        <source>Deal price</source>
        <translation>成交总价</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>定金</translation>
    </message>
    <message>
        <source>Deposit kept</source>
        <translation>没收定金</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应付</translation>
    </message>
    <message>
        <source>Enter the ID number…</source>
        <translation>补登证件号码…</translation>
    </message>
    <message>
        <source>Exchanged for</source>
        <translation>换至</translation>
    </message>
    <message>
        <source>Filing</source>
        <translation>备案</translation>
    </message>
    <message>
        <source>Held since</source>
        <translation>锁定时间</translation>
    </message>
    <message>
        <source>Held until</source>
        <translation>锁定至</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>ID number missing</source>
        <translation>缺证件号码</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>表价</translation>
    </message>
    <message>
        <source>Next: lead the customer to the cashier for the deposit.</source>
        <translation>下一步：引导客户到收银处交定金。</translation>
    </message>
    <message>
        <source>Next: the site manager checks and approves the price.</source>
        <translation>下一步：案场经理审核并批准价格。</translation>
    </message>
    <message>
        <source>Next: write and sign the subscription agreement.</source>
        <translation>下一步：填写并签署认购书。</translation>
    </message>
    <message>
        <source>No deal chosen</source>
        <translation>未选择交易</translation>
    </message>
    <message>
        <source>Paid of the price</source>
        <translation>已付房款</translation>
    </message>
    <message>
        <source>Payment mode</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Payment schedule</source>
        <translation>付款计划</translation>
    </message>
    <message>
        <source>Prepare papers…</source>
        <translation>准备认购书…</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>审价</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Show on the board</source>
        <translation>在销控总览中显示</translation>
    </message>
    <message>
        <source>Sign until</source>
        <translation>签约期限</translation>
    </message>
    <message>
        <source>The unit came back; the site manager takes it back after the review.</source>
        <translation>房源已退回，由案场经理审核后收回。</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>{day} 前</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未审批</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>剩 {left}</translation>
    </message>
    <message>
        <source>{paid} of at most {cap} (20 %)</source>
        <translation>已收 {paid}，上限 {cap}（20%）</translation>
    </message>
    <message>
        <source>{price}  ({off} or {percent} % below the list)</source>
        <translation>{price}（低于表价 {off}，即 {percent}%）</translation>
    </message>
</context>
<context>
    <name>DealSeeker</name>
    <message>
        <source>Find a deal</source>
        <translation>查找交易</translation>
    </message>
    <message>
        <source>Unit, customer, pinyin initials or phone</source>
        <translation>房号、客户、拼音首字母或电话</translation>
    </message>
</context>
<context>
    <name>DefectBox</name>
    <message>
        <source>A defect in the program</source>
        <translation>程序错误</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Kept in {file}</source>
        <translation>已记录于 {file}</translation>
    </message>
    <message>
        <source>The last step may not have been carried out: look whether it is there before you repeat it. Everything that was saved is safe. The details below hold no personal data; please pass them on to whoever looks after this program.</source>
        <translation>刚才的操作可能没有完成：重做之前请先核对结果。已保存的数据不受影响。以下详情不含任何个人信息，请转交软件维护人员。</translation>
    </message>
    <message>
        <source>The program made a mistake, not you.</source>
        <translation>程序出错了，不是您的操作问题。</translation>
    </message>
</context>
<context>
    <name>DeliverDialog</name>
    <message>
        <source>Ask for its settlement first, where you can.</source>
        <translation>请尽可能先申请面积补差。</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Filing</source>
        <translation>备案号</translation>
    </message>
    <message>
        <source>Hand over by</source>
        <translation>约定交付日</translation>
    </message>
    <message>
        <source>Hand {unit} over</source>
        <translation>交付 {unit}</translation>
    </message>
    <message>
        <source>Handed over on</source>
        <translation>交付日期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>收房人</translation>
    </message>
    <message>
        <source>The measured area is not settled yet.</source>
        <translation>实测面积尚未结算。</translation>
    </message>
    <message>
        <source>Unit is handed over</source>
        <translation>已交付</translation>
    </message>
    <message>
        <source>Why all the same, with money overdue</source>
        <translation>款项逾期仍交付的原因</translation>
    </message>
</context>
<context>
    <name>DepositForm</name>
    <message>
        <source>Above 20 % of the price it has no effect as deposit (R-09): at most {room} more.</source>
        <translation>超过总价 20% 的部分不具定金效力（R-09）：最多还可收 {room}。</translation>
    </message>
    <message>
        <source>All the room</source>
        <translation>收足上限</translation>
    </message>
    <message>
        <source>Approved by {name}</source>
        <translation>审批人：{name}</translation>
    </message>
    <message>
        <source>At most (20 %)</source>
        <translation>定金上限（20%）</translation>
    </message>
    <message>
        <source>Deposit so far</source>
        <translation>已收定金</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>总价</translation>
    </message>
    <message>
        <source>Room left</source>
        <translation>还可收</translation>
    </message>
    <message>
        <source>Take the deposit</source>
        <translation>收取定金</translation>
    </message>
    <message>
        <source>The hold has run out or was let go: hold the unit again first.</source>
        <translation>锁定已到期或已释放，请先重新锁定房源。</translation>
    </message>
    <message>
        <source>The list price; the site manager has not approved a price yet</source>
        <translation>表价；案场经理尚未审批价格</translation>
    </message>
    <message>
        <source>Unit {unit} is not on hold any more.</source>
        <translation>房源 {unit} 已不在锁定状态。</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>剩 {left}</translation>
    </message>
</context>
<context>
    <name>DepositPage</name>
    <message>
        <source>A consultant holds the unit on the sales control board; it appears here.</source>
        <translation>置业顾问在销控总览中锁定房源后，会立即出现在这里。</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>已收定金</translation>
    </message>
    <message>
        <source>Hold it for the customer on the sales control board first.</source>
        <translation>请先在销控总览中为客户锁定该房源。</translation>
    </message>
    <message>
        <source>No unit is on hold now</source>
        <translation>目前没有锁定的房源</translation>
    </message>
    <message>
        <source>No unit on hold fits. Try the unit, the name or the phone.</source>
        <translation>没有符合的锁定房源，请试试房号、姓名或电话。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>总价</translation>
    </message>
    <message>
        <source>Receipt {number}: {amount} taken for unit {unit}.</source>
        <translation>收据 {number}：已收房源 {unit} 定金 {amount}。</translation>
    </message>
    <message>
        <source>The deposit on {unit} is not finished.</source>
        <translation>房源 {unit} 的收款尚未完成。</translation>
    </message>
    <message>
        <source>This unit is not on hold: no deposit can be taken.</source>
        <translation>该房源未锁定，不能收定金。</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Unit {code} is not on hold</source>
        <translation>房源 {code} 未锁定</translation>
    </message>
    <message>
        <source>Units on hold</source>
        <translation>锁定房源</translation>
    </message>
    <message>
        <source>Which unit?</source>
        <translation>收哪套房的定金？</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>已交定</translation>
    </message>
    <message>
        <source>{all} on hold, {waiting} of them without a deposit</source>
        <translation>锁定 {all} 套，其中 {waiting} 套未交定金</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>In the office now</source>
        <translation>系统现有内容</translation>
    </message>
    <message>
        <source>Save mine</source>
        <translation>保存我的</translation>
    </message>
    <message>
        <source>Somebody else saved this meanwhile</source>
        <translation>在此期间有人保存了此记录</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>Typed here</source>
        <translation>此处填写</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>原来的内容</translation>
    </message>
</context>
<context>
    <name>DiscountList</name>
    <message>
        <source>No discount is on offer today.</source>
        <translation>今日没有可用的优惠。</translation>
    </message>
    <message>
        <source>{name}: {before} → {after}</source>
        <translation>{name}：{before} → {after}</translation>
    </message>
</context>
<context>
    <name>DiscountTable</name>
    <message>
        <source>Discount</source>
        <translation>优惠名称</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>幅度</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>No discount is on offer</source>
        <translation>没有优惠</translation>
    </message>
    <message>
        <source>Only who came by</source>
        <translation>仅限来源</translation>
    </message>
    <message>
        <source>Payment mode</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>叠加</translation>
    </message>
    <message>
        <source>What is offered here can be given when a price is approved.</source>
        <translation>在此设定的优惠，可在价格审核时给予。</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>不可叠加</translation>
    </message>
    <message>
        <source>not today</source>
        <translation>今日不适用</translation>
    </message>
    <message>
        <source>on offer</source>
        <translation>有效</translation>
    </message>
</context>
<context>
    <name>DiscountsPage</name>
    <message>
        <source>At most below the list price: {limits}</source>
        <translation>最多低于表价：{limits}</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>End it…</source>
        <translation>终止…</translation>
    </message>
    <message>
        <source>Limits of the roles…</source>
        <translation>岗位权限…</translation>
    </message>
    <message>
        <source>No role has a limit yet.</source>
        <translation>尚未设定岗位优惠权限。</translation>
    </message>
    <message>
        <source>Offer a discount</source>
        <translation>新增优惠</translation>
    </message>
    <message>
        <source>Offer a discount…</source>
        <translation>新增优惠…</translation>
    </message>
    <message>
        <source>What may be taken off a list price, in which days, and how far each role may go.</source>
        <translation>表价可优惠多少、在哪些日期、各岗位权限多大。</translation>
    </message>
    <message>
        <source>{role}: {percent} %</source>
        <translation>{role}：{percent} %</translation>
    </message>
</context>
<context>
    <name>DraftDialog</name>
    <message>
        <source>2.5 or -1</source>
        <translation>2.5 或 -1</translation>
    </message>
    <message>
        <source>2026-12-01 09:00, or empty: whenever</source>
        <translation>2026-12-01 09:00，留空则随时可执行</translation>
    </message>
    <message>
        <source>A draft changes no price. You put it into effect when it is time.</source>
        <translation>草案不改变任何价格，到时由您执行。</translation>
    </message>
    <message>
        <source>Keep as a price version</source>
        <translation>保存为调价方案</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>不早于</translation>
    </message>
    <message>
        <source>Percentage on every price</source>
        <translation>每套价格的百分比</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>保存草案</translation>
    </message>
    <message>
        <source>Write a number like 2.5 or -1.</source>
        <translation>请填写 2.5 或 -1 这样的数字。</translation>
    </message>
    <message>
        <source>Write day and time like 2026-12-01 09:00.</source>
        <translation>请按 2026-12-01 09:00 的格式填写日期和时间。</translation>
    </message>
</context>
<context>
    <name>DueTable</name>
    <message>
        <source>Agreements to come are due by it from their own day on.</source>
        <translation>今后签署的认购书自签署之日起按此节点应付。</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Nothing waits for this stage</source>
        <translation>没有款项等待此节点</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>款项</translation>
    </message>
</context>
<context>
    <name>Dues</name>
    <message>
        <source>Due soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>Money is due within 14 days; press to look for it</source>
        <translation>14 天内有款项到期；点按查找</translation>
    </message>
    <message>
        <source>Money is overdue; press to look for it</source>
        <translation>有款项逾期；点按查找</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>money due soon</source>
        <translation>款项即将到期</translation>
    </message>
    <message>
        <source>money overdue</source>
        <translation>款项逾期</translation>
    </message>
</context>
<context>
    <name>EditDialog</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>An empty ID number leaves the stored one as it is.</source>
        <translation>证件号码留空则保持原有号码不变。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Edit a customer</source>
        <translation>编辑客户</translation>
    </message>
    <message>
        <source>Fill in the name.</source>
        <translation>请填写姓名。</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>意向等级</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Identity paper</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Not given yet</source>
        <translation>尚未提供</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Phones, separated by commas</source>
        <translation>电话（多个用逗号分隔）</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the whole numbers of {name}?</source>
        <translation>显示 {name} 的完整号码？</translation>
    </message>
    <message>
        <source>Show the whole phones to change them…</source>
        <translation>显示完整电话以便修改…</translation>
    </message>
    <message>
        <source>The journal keeps who looked, when and why.</source>
        <translation>日志会记录何人、何时、因何查看。</translation>
    </message>
</context>
<context>
    <name>EffectQuestion</name>
    <message numerus="yes">
        <source>%n price(s) changed since the draft: {codes}</source>
        <translation>
            <numerusform>%n 套价格自拟定以来已变：{codes}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) (gets/get) a new price: {before} before, {after} after.</source>
        <translation>
            <numerusform>%n 套房源将有新价格：由 {before} 变为 {after}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) not changed, because somebody has (it/them): {codes}</source>
        <translation>
            <numerusform>%n 套房源已有人锁定或购买，价格不变：{codes}</numerusform>
        </translation>
    </message>
    <message>
        <source>Put &apos;{name}&apos; into effect?</source>
        <translation>执行“{name}”？</translation>
    </message>
    <message>
        <source>Put into effect</source>
        <translation>执行</translation>
    </message>
</context>
<context>
    <name>EndForm</name>
    <message>
        <source>End</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>End the discount {name}</source>
        <translation>终止优惠“{name}”</translation>
    </message>
    <message>
        <source>Prices that were approved with it stay as they are.</source>
        <translation>已按此优惠审核的价格不变。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <translation>来访日期</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>意向等级</translation>
    </message>
    <message>
        <source>Interested</source>
        <translation>有意向</translation>
    </message>
    <message>
        <source>Late entry</source>
        <translation>补登</translation>
    </message>
    <message>
        <source>Late entry: the visit was on an earlier day</source>
        <translation>补登：来访发生在之前的日期</translation>
    </message>
    <message>
        <source>Looking around</source>
        <translation>了解阶段</translation>
    </message>
    <message>
        <source>Manner</source>
        <translation>来访方式</translation>
    </message>
    <message>
        <source>Media: how did you hear of us?</source>
        <translation>认知途径：从哪里知道本项目？</translation>
    </message>
    <message>
        <source>Mobile or line</source>
        <translation>手机号或座机号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>下次联系</translation>
    </message>
    <message>
        <source>No intention for now</source>
        <translation>暂无意向</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Ready to buy</source>
        <translation>意向强烈</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Within two days; or +1, 12-24, a day</source>
        <translation>默认两天内；可填 +1、12-24 或日期</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform>等，另 %n 套</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n 套</numerusform>
        </translation>
    </message>
    <message>
        <source>A lot is bound to {code}.</source>
        <translation>已为 {code} 捆绑车位/储藏室。</translation>
    </message>
    <message>
        <source>A reservation of {code} is asked for; three people sign it.</source>
        <translation>已提交 {code} 的留房申请，须经三人签批。</translation>
    </message>
    <message>
        <source>Left as before, without a price: {units}.</source>
        <translation>未定价，保持不变：{units}。</translation>
    </message>
    <message numerus="yes">
        <source>Left as before: %n unit(s) held back. What is held back is released where it is chosen by itself.</source>
        <translation>
            <numerusform>其中 %n 套处于销控，保持不变；如需推出，请单独选中这些房源。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left as before: %n unit(s) that cannot take this step now.</source>
        <translation>
            <numerusform>另有 %n 套目前不能办理此步，保持不变。</numerusform>
        </translation>
    </message>
    <message>
        <source>Unit {code} is on hold.</source>
        <translation>房源 {code} 已锁定。</translation>
    </message>
    <message>
        <source>{code} is bound to nothing any more.</source>
        <translation>{code} 已解除捆绑。</translation>
    </message>
    <message>
        <source>{code} is split.</source>
        <translation>{code} 已拆分。</translation>
    </message>
    <message>
        <source>{step}: {unit}</source>
        <translation>{step}：{unit}</translation>
    </message>
    <message>
        <source>{units} are one unit now.</source>
        <translation>{units} 已合并为一套。</translation>
    </message>
</context>
<context>
    <name>ExchangeForm</name>
    <message>
        <source>As it is</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差价</translation>
    </message>
    <message>
        <source>Discounts, in the order of ticking</source>
        <translation>折扣（按勾选顺序）</translation>
    </message>
    <message>
        <source>Goes along</source>
        <translation>转入款项</translation>
    </message>
    <message>
        <source>List price today</source>
        <translation>当日表价</translation>
    </message>
    <message>
        <source>Lots with it</source>
        <translation>随带车位、储藏</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>新成交价</translation>
    </message>
    <message>
        <source>No free unit fits this.</source>
        <translation>没有符合的可换房源。</translation>
    </message>
    <message>
        <source>No other unit of this project is on offer now. The board shows what is.</source>
        <translation>本项目目前没有其他可售房源，请看销控表。</translation>
    </message>
    <message>
        <source>Of it deposit</source>
        <translation>其中定金</translation>
    </message>
    <message>
        <source>Of it paid ahead</source>
        <translation>其中预收款</translation>
    </message>
    <message>
        <source>Of it price</source>
        <translation>其中房款</translation>
    </message>
    <message>
        <source>Other unit</source>
        <translation>换入房源</translation>
    </message>
    <message>
        <source>Part of its code</source>
        <translation>房号的一部分</translation>
    </message>
    <message>
        <source>Payment mode</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Units that can be had instead</source>
        <translation>可换房源</translation>
    </message>
    <message>
        <source>goes along</source>
        <translation>随迁</translation>
    </message>
    <message>
        <source>is loosened</source>
        <translation>解除捆绑</translation>
    </message>
    <message>
        <source>reserved for this customer</source>
        <translation>已为该客户留房</translation>
    </message>
    <message>
        <source>stays with {unit}</source>
        <translation>留在 {unit}</translation>
    </message>
</context>
<context>
    <name>ExchangeReceiptsDialog</name>
    <message numerus="yes">
        <source>%n receipt(s), together {amount}</source>
        <translation>
            <numerusform>%n 张收据，合计 {amount}</numerusform>
        </translation>
    </message>
    <message>
        <source>Amount of the invoice</source>
        <translation>发票金额</translation>
    </message>
    <message>
        <source>Customer: {name}</source>
        <translation>客户：{name}</translation>
    </message>
    <message>
        <source>Enter the amount on the invoice.</source>
        <translation>请输入发票上的金额。</translation>
    </message>
    <message>
        <source>Enter the number on the invoice.</source>
        <translation>请输入发票号码。</translation>
    </message>
    <message>
        <source>Exchange receipts of {unit} for an invoice</source>
        <translation>{unit} 收据换开发票</translation>
    </message>
    <message>
        <source>Exchange them</source>
        <translation>换票</translation>
    </message>
    <message>
        <source>Invoice number</source>
        <translation>发票号码</translation>
    </message>
    <message>
        <source>Invoice of</source>
        <translation>开票日期</translation>
    </message>
    <message>
        <source>No receipt of this deal stands without an invoice.</source>
        <translation>该交易没有未换票的有效收据。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>The customer&apos;s copy of each is back in my hand</source>
        <translation>各收据客户联均已收回在手</translation>
    </message>
    <message>
        <source>This is no day.</source>
        <translation>这不是日期。</translation>
    </message>
    <message>
        <source>{number} of {day}, {kind}: {amount}</source>
        <translation>{number}，{day}，{kind}：{amount}</translation>
    </message>
</context>
<context>
    <name>ExportVouchersDialog</name>
    <message>
        <source>A voucher for each</source>
        <translation>凭证汇总方式</translation>
    </message>
    <message>
        <source>All that moved up to that day and is in no run yet; each movement is exported once.</source>
        <translation>导出截至该日尚未导出的全部发生额，每笔只导出一次。</translation>
    </message>
    <message>
        <source>Export them</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export vouchers</source>
        <translation>导出凭证</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Write the day like 2026-11-24.</source>
        <translation>日期请按 2026-11-24 的格式填写。</translation>
    </message>
    <message>
        <source>day</source>
        <translation>按日</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>按收据</translation>
    </message>
</context>
<context>
    <name>ExtendDialog</name>
    <message>
        <source>As the office has set it</source>
        <translation>按售楼处设置</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>延长</translation>
    </message>
    <message>
        <source>Extend the hold on {unit}</source>
        <translation>延长 {unit} 的锁定</translation>
    </message>
    <message>
        <source>Held since</source>
        <translation>锁定时间</translation>
    </message>
    <message>
        <source>Held until</source>
        <translation>锁定至</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>The papers are being written: past the longest time</source>
        <translation>正在写认购书：可超过最长锁定时间</translation>
    </message>
    <message>
        <source>{minutes} minutes from now</source>
        <translation>从现在起 {minutes} 分钟</translation>
    </message>
</context>
<context>
    <name>FeeBar</name>
    <message>
        <source>Ask for a waiver…</source>
        <translation>申请减免…</translation>
    </message>
    <message>
        <source>Fix to today</source>
        <translation>计至今日定额</translation>
    </message>
    <message>
        <source>Take the late fees of {amount} too, after what is due</source>
        <translation>到期款之后一并收取滞纳金 {amount}</translation>
    </message>
    <message>
        <source>The fee becomes a line of the schedule, due at once</source>
        <translation>滞纳金列为付款计划中的一项，即时到期</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>Contract</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>Contract is filed</source>
        <translation>已备案</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>File by</source>
        <translation>备案期限</translation>
    </message>
    <message>
        <source>File the contract of {unit}</source>
        <translation>{unit} 合同备案</translation>
    </message>
    <message>
        <source>Filed on</source>
        <translation>备案日期</translation>
    </message>
    <message>
        <source>Filing number</source>
        <translation>备案号</translation>
    </message>
    <message>
        <source>Online signing</source>
        <translation>网签号</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签约日期</translation>
    </message>
</context>
<context>
    <name>FileDrop</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Excel (.xlsx, .xls), OpenDocument (.ods) or text (.csv), up to 20 MB</source>
        <translation>支持 Excel（.xlsx、.xls）、OpenDocument（.ods）和文本（.csv），最大 20 MB</translation>
    </message>
    <message>
        <source>No file yet? Save an empty template:</source>
        <translation>还没有文件？先保存空白模板：</translation>
    </message>
    <message>
        <source>Spreadsheets ({endings})</source>
        <translation>电子表格 ({endings})</translation>
    </message>
</context>
<context>
    <name>FiledDialog</name>
    <message>
        <source>No price may be above them afterwards (R-06).</source>
        <translation>此后任何价格不得高于备案价（R-06）。</translation>
    </message>
    <message>
        <source>Number of the filing</source>
        <translation>备案编号</translation>
    </message>
    <message>
        <source>Record as filed</source>
        <translation>登记备案</translation>
    </message>
    <message>
        <source>Record filed prices</source>
        <translation>登记备案价</translation>
    </message>
    <message>
        <source>The present list prices become the filed prices of all units.</source>
        <translation>现行表价将作为全部房源的备案价。</translation>
    </message>
    <message>
        <source>The prices of &apos;{name}&apos; become the filed prices of its units.</source>
        <translation>“{name}”的价格将作为其房源的备案价。</translation>
    </message>
</context>
<context>
    <name>FloorDialog</name>
    <message>
        <source>Below its floor price no unit is sold without approval. Only you see it.</source>
        <translation>低于底价须经审批；底价仅您可见。</translation>
    </message>
    <message>
        <source>Percentage on the list price</source>
        <translation>按表价的百分比</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Set floor prices</source>
        <translation>设置底价</translation>
    </message>
    <message>
        <source>Set them</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>What is set may be raised here; the general manager lowers it.</source>
        <translation>这里可以上调已定的底价；下调由总经理办理。</translation>
    </message>
    <message>
        <source>Write a number like 2.5 or -1.</source>
        <translation>请填写 2.5 或 -1 这样的数字。</translation>
    </message>
    <message>
        <source>You may also lower what is set.</source>
        <translation>您也可以下调已定的底价。</translation>
    </message>
</context>
<context>
    <name>FloorPlans</name>
    <message>
        <source>Attach a floor plan</source>
        <translation>添加户型图</translation>
    </message>
    <message>
        <source>Every unit of the layout {layout}</source>
        <translation>户型 {layout} 的全部房源</translation>
    </message>
    <message>
        <source>It belongs to</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Strike it out</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Strike {file} out?</source>
        <translation>作废 {file}？</translation>
    </message>
    <message>
        <source>The floor plan is attached.</source>
        <translation>户型图已添加。</translation>
    </message>
    <message>
        <source>The floor plan is struck out.</source>
        <translation>户型图已作废。</translation>
    </message>
    <message>
        <source>The one before it counts again, if there is one.</source>
        <translation>如有前一份，则恢复使用前一份。</translation>
    </message>
    <message>
        <source>{unit} alone</source>
        <translation>仅 {unit}</translation>
    </message>
</context>
<context>
    <name>FlowForm</name>
    <message>
        <source>Act</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>增加步骤</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>何时需要</translation>
    </message>
    <message>
        <source>Days to sign, all steps</source>
        <translation>全部步骤的签批期限（天）</translation>
    </message>
    <message>
        <source>Enter an amount in yuan.</source>
        <translation>请输入金额（元）。</translation>
    </message>
    <message>
        <source>Flow of: {kind}</source>
        <translation>审批流程：{kind}</translation>
    </message>
    <message>
        <source>From which figure on</source>
        <translation>达到多少</translation>
    </message>
    <message>
        <source>How many sign</source>
        <translation>签批人数</translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation>流程说明</translation>
    </message>
    <message>
        <source>Requests already filed keep the flow they were filed under; the next one goes this way.</source>
        <translation>已提交的申请仍按提交时的流程签批；此后提交的申请按新流程。</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签批角色</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Tick who signs this step.</source>
        <translation>请勾选此步骤由谁签批。</translation>
    </message>
    <message>
        <source>Where only one person can sign a step, somebody else asks for him</source>
        <translation>某步骤仅一人可签时，其本人的申请由他人代为提出</translation>
    </message>
    <message>
        <source>Who of these roles</source>
        <translation>这些角色中</translation>
    </message>
    <message>
        <source>Write the flow</source>
        <translation>保存流程</translation>
    </message>
    <message>
        <source>always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>any of them</source>
        <translation>任一角色</translation>
    </message>
    <message>
        <source>each of them</source>
        <translation>每个角色</translation>
    </message>
    <message>
        <source>from a number of days on</source>
        <translation>达到一定天数</translation>
    </message>
    <message>
        <source>from an amount on</source>
        <translation>达到一定金额</translation>
    </message>
    <message>
        <source>from an amount on, or below the floor price</source>
        <translation>达到一定金额，或低于底价</translation>
    </message>
</context>
<context>
    <name>FlowTable</name>
    <message>
        <source>Act</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>何时需要</translation>
    </message>
    <message>
        <source>Days to sign</source>
        <translation>期限（天）</translation>
    </message>
    <message>
        <source>Lacks</source>
        <translation>欠缺</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>请稍候。</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>设定人</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签批角色</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>The flows are being looked up</source>
        <translation>正在读取审批流程</translation>
    </message>
</context>
<context>
    <name>FlowWords</name>
    <message>
        <source>By how many days the signing is put off.</source>
        <translation>按签约推迟的天数计。</translation>
    </message>
    <message>
        <source>By how much the sum of the prices changes.</source>
        <translation>价格总额变动多少。</translation>
    </message>
    <message>
        <source>Every request goes through this step.</source>
        <translation>每份申请都经过此步骤。</translation>
    </message>
    <message>
        <source>For how many days the unit is reserved.</source>
        <translation>按留房天数计。</translation>
    </message>
    <message>
        <source>How much less than the list price.</source>
        <translation>按比表价减少的金额计。</translation>
    </message>
    <message>
        <source>How much less than the price agreed.</source>
        <translation>按比约定价减少的金额计。</translation>
    </message>
    <message>
        <source>Nobody signs step {number} where {person} asks himself.</source>
        <translation>{person}本人提出申请时，第 {number} 步无人可签。</translation>
    </message>
    <message>
        <source>The unit&apos;s whole price.</source>
        <translation>按房源总价计。</translation>
    </message>
    <message numerus="yes">
        <source>To be signed within %n day(s).</source>
        <translation>
            <numerusform>须在 %n 天内签完。</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few people can sign step {number}.</source>
        <translation>第 {number} 步可签的人不够。</translation>
    </message>
    <message>
        <source>always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>approval by {who}</source>
        <translation>由{who}批准</translation>
    </message>
    <message numerus="yes">
        <source>from %n day(s) on</source>
        <translation>
            <numerusform>达到 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>from {amount} on</source>
        <translation>达到 {amount}</translation>
    </message>
    <message>
        <source>from {amount} on or below the floor price</source>
        <translation>达到 {amount} 或低于底价</translation>
    </message>
    <message>
        <source>if {person} asks</source>
        <translation>{person}提出时无人</translation>
    </message>
    <message>
        <source>review by {who}</source>
        <translation>由{who}复核</translation>
    </message>
    <message>
        <source>too few people</source>
        <translation>人数不够</translation>
    </message>
    <message>
        <source>{clause} {when}</source>
        <translation>{when}时{clause}</translation>
    </message>
    <message>
        <source>{left} and {right}</source>
        <translation>{left}和{right}</translation>
    </message>
    <message>
        <source>{left} or {right}</source>
        <translation>{left}或{right}</translation>
    </message>
    <message>
        <source>{left}; {right}</source>
        <translation>{left}；{right}</translation>
    </message>
    <message numerus="yes">
        <source>{roles} (%n people)</source>
        <translation>
            <numerusform>{roles}（%n 人）</numerusform>
        </translation>
    </message>
    <message>
        <source>{roles} (each of them)</source>
        <translation>{roles}（各签一次）</translation>
    </message>
    <message>
        <source>{steps}. {days}</source>
        <translation>{steps}。{days}</translation>
    </message>
</context>
<context>
    <name>FlowsPage</name>
    <message>
        <source>Edit the chosen flow</source>
        <translation>修改所选流程</translation>
    </message>
    <message>
        <source>Edit the flow…</source>
        <translation>修改流程…</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>审批流程</translation>
    </message>
    <message>
        <source>Who signs which request, in which order. Requests already filed keep the flow they were filed under.</source>
        <translation>各类申请由谁按什么顺序签批。已提交的申请仍按提交时的流程。</translation>
    </message>
</context>
<context>
    <name>FollowUpPanel</name>
    <message numerus="yes">
        <source>%n day(/s) overdue</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a line to record it.</source>
        <translation>选择一行即可记录跟进。</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>未到期</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应跟进日</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今日应跟进</translation>
    </message>
    <message>
        <source>Follow-up recorded: {name}</source>
        <translation>已记录跟进：{name}</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>意向等级</translation>
    </message>
    <message>
        <source>Has bought elsewhere.</source>
        <translation>已在别处购房。</translation>
    </message>
    <message>
        <source>In 3 days</source>
        <translation>3 天后</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>一周后</translation>
    </message>
    <message>
        <source>Is thinking it over.</source>
        <translation>仍在考虑。</translation>
    </message>
    <message>
        <source>Manner</source>
        <translation>跟进方式</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>下次联系</translation>
    </message>
    <message>
        <source>No follow-up chosen</source>
        <translation>尚未选择跟进</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Record this follow-up</source>
        <translation>记录本次跟进</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>跟进结果</translation>
    </message>
    <message>
        <source>Said before</source>
        <translation>以往跟进</translation>
    </message>
    <message>
        <source>The next contact is a day to come.</source>
        <translation>下次联系应为今天或以后的日期。</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>Usual results (Alt+1 to 5)</source>
        <translation>常用结果（Alt+1 至 5）</translation>
    </message>
    <message>
        <source>Waits for the family.</source>
        <translation>需与家人商量。</translation>
    </message>
    <message>
        <source>Was not reached.</source>
        <translation>未联系上。</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>沟通内容</translation>
    </message>
    <message>
        <source>Will come to visit.</source>
        <translation>约定来访。</translation>
    </message>
    <message>
        <source>Write down what was said.</source>
        <translation>请填写沟通内容。</translation>
    </message>
</context>
<context>
    <name>FollowUpsPage</name>
    <message numerus="yes">
        <source>%n follow-up(/s)</source>
        <translation>
            <numerusform>%n 条跟进</numerusform>
        </translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>指导意见</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>未到期</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Days over</source>
        <translation>逾期天数</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应跟进日</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今日应跟进</translation>
    </message>
    <message>
        <source>Each visit makes a follow-up due within two days.</source>
        <translation>每次来访登记后，两天内应跟进一次。</translation>
    </message>
    <message>
        <source>Every promise was kept.</source>
        <translation>所有跟进均已按时完成。</translation>
    </message>
    <message>
        <source>Export (Ctrl+E)</source>
        <translation>导出（Ctrl+E）</translation>
    </message>
    <message>
        <source>Filter: customer, consultant, advice…</source>
        <translation>筛选：客户、置业顾问、意见…</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet</source>
        <translation>还没有跟进记录</translation>
    </message>
    <message>
        <source>Nothing is coming</source>
        <translation>没有未到期的跟进</translation>
    </message>
    <message>
        <source>Nothing is due today</source>
        <translation>今日没有应跟进的客户</translation>
    </message>
    <message>
        <source>Nothing is overdue</source>
        <translation>没有逾期的跟进</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>打印（Ctrl+P）</translation>
    </message>
    <message>
        <source>Recorded follow-ups are listed here, the newest first.</source>
        <translation>已记录的跟进列在此处，最新的在前。</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>跟进结果</translation>
    </message>
    <message>
        <source>Which follow-ups</source>
        <translation>跟进范围</translation>
    </message>
    <message>
        <source>advice on {count}</source>
        <translation>有指导意见 {count} 条</translation>
    </message>
</context>
<context>
    <name>ForfeitDialog</name>
    <message>
        <source>After the signatures: {fate} The unit goes to review. Where the buyer comes before, lift the notice.</source>
        <translation>签批后：{fate}房源转入退房待审。如客户在此之前到场，请解除催告。</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>认购书</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Forfeit the deposit of {unit}</source>
        <translation>没收定金：{unit}</translation>
    </message>
    <message>
        <source>Grace until</source>
        <translation>宽限至</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>催告函</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Was due on</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>of {paid}, {kept} kept, {back} returned.</source>
        <translation>已付 {paid} 中，没收 {kept}，退还 {back}。</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>A place in the list is no number.</source>
        <translation>列表中有一处不是数字。</translation>
    </message>
    <message>
        <source>Another size</source>
        <translation>其他尺寸</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>联数</translation>
    </message>
    <message>
        <source>Enter millimetres like 12.5, sizes like 10.</source>
        <translation>请输入毫米数（如 12.5）和字号（如 10）。</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Offset down</source>
        <translation>向下偏移</translation>
    </message>
    <message>
        <source>Offset to the right</source>
        <translation>向右偏移</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>One page: the form writes through</source>
        <translation>一页：复写联单一次打印</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Places as shipped</source>
        <translation>恢复出厂位置</translation>
    </message>
    <message>
        <source>Print on plain paper here all the same</source>
        <translation>本机仍用空白纸打印</translation>
    </message>
    <message>
        <source>Receipt form</source>
        <translation>收据套打</translation>
    </message>
    <message>
        <source>Receipts are printed on the office&apos;s printed form</source>
        <translation>收据套打在本公司的印制票据上</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Test page of the receipt form</source>
        <translation>收据套打测试页</translation>
    </message>
    <message>
        <source>Test page…</source>
        <translation>测试页…</translation>
    </message>
    <message>
        <source>The office&apos;s form</source>
        <translation>票据纸</translation>
    </message>
    <message>
        <source>This machine&apos;s printer has an offset of its own</source>
        <translation>本机打印机单独设置偏移</translation>
    </message>
    <message>
        <source>Three pages, a copy each</source>
        <translation>三页，每联一页</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>down</source>
        <translation>下</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
</context>
<context>
    <name>FormPicture</name>
    <message>
        <source>The form with its frames</source>
        <translation>票据及各栏位置</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Consultants</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Hand over a customer</source>
        <translation>移交客户</translation>
    </message>
    <message>
        <source>Hand {name} over to</source>
        <translation>将 {name} 移交给</translation>
    </message>
    <message>
        <source>Looked after by {name}; open follow-ups go along.</source>
        <translation>现由 {name} 负责；未完成的跟进一并移交。</translation>
    </message>
    <message>
        <source>Nobody looks after this customer yet.</source>
        <translation>该客户暂无置业顾问。</translation>
    </message>
    <message>
        <source>The administrator adds people.</source>
        <translation>请管理员添加人员。</translation>
    </message>
    <message>
        <source>There is no other consultant.</source>
        <translation>没有其他置业顾问。</translation>
    </message>
    <message>
        <source>{customer} is looked after by {consultant} now.</source>
        <translation>{customer} 现由 {consultant} 负责。</translation>
    </message>
</context>
<context>
    <name>HandShares</name>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>本次</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未付</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>款项</translation>
    </message>
</context>
<context>
    <name>HeirChoice</name>
    <message>
        <source>(nobody)</source>
        <translation>（无人）</translation>
    </message>
</context>
<context>
    <name>HoldDialog</name>
    <message>
        <source>As the office has set it</source>
        <translation>按案场设定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Hold unit {code}</source>
        <translation>锁定房源 {code}</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>锁定时长</translation>
    </message>
    <message>
        <source>Register a visit…</source>
        <translation>登记来访…</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} 分钟</translation>
    </message>
</context>
<context>
    <name>IdentifyDialog</name>
    <message>
        <source>Agreement</source>
        <translation>认购书</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买受人</translation>
    </message>
    <message>
        <source>Enter the number on the paper.</source>
        <translation>请填写证件上的号码。</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>ID number of a buyer of {unit}</source>
        <translation>{unit} 买受人的证件号码</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Save the ID number</source>
        <translation>保存证件号码</translation>
    </message>
    <message>
        <source>Signs for the buyer</source>
        <translation>代为签署</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Differences of the price list</source>
        <translation>价目表差异</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>From a spreadsheet into the office, checked and compared before it counts.</source>
        <translation>从电子表格导入案场：先检查、再比对，确认后才生效。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Notes on the file</source>
        <translation>文件提示</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>价目表</translation>
    </message>
    <message>
        <source>Problems of the file</source>
        <translation>文件问题</translation>
    </message>
    <message>
        <source>Save the template</source>
        <translation>保存模板</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>Units added by the price list</source>
        <translation>价目表新增的房源</translation>
    </message>
    <message>
        <source>Units already sold</source>
        <translation>已售房源</translation>
    </message>
    <message>
        <source>Units missing in the price list</source>
        <translation>价目表中缺少的房源</translation>
    </message>
</context>
<context>
    <name>InvoicesDialog</name>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Choose a receipt in the list, then More &gt; Exchange for an invoice.</source>
        <translation>请在收据列表中选中一张，再选“更多 &gt; 换开发票”。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>发票号码</translation>
    </message>
    <message>
        <source>Invoices for receipts</source>
        <translation>换票记录</translation>
    </message>
    <message>
        <source>No receipt was exchanged for an invoice yet</source>
        <translation>还没有换开发票的收据</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>开票日期</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收回的收据</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房源</translation>
    </message>
</context>
<context>
    <name>IssueBookDialog</name>
    <message>
        <source>Choose a cashier.</source>
        <translation>请选择收银员。</translation>
    </message>
    <message numerus="yes">
        <source>Forms {first} to {last}: %n left</source>
        <translation>
            <numerusform>票号 {first} 至 {last}，余 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>Issue it</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>Issue the book {book}</source>
        <translation>发放票据本 {book}</translation>
    </message>
    <message>
        <source>To</source>
        <translation>领用人</translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Between machines the line is always encrypted and the server must show its certificate; your password is kept in no file.</source>
        <translation>机器之间的连接一律加密，服务器须出示证书；您的密码不写入任何文件。</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>证书文件</translation>
    </message>
    <message>
        <source>Choose a desk&apos;s file</source>
        <translation>选择工位文件</translation>
    </message>
    <message>
        <source>Choose a desk&apos;s file…</source>
        <translation>选择工位文件…</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Join an office server</source>
        <translation>加入售楼处服务器</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Make a new office there…</source>
        <translation>在那里新建售楼处…</translation>
    </message>
    <message>
        <source>Office server (*.server.json)</source>
        <translation>售楼处服务器 (*.server.json)</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>The administrator tells you where the office is, or gives you a file that says so (it ends in .server.json). Your login and password come next.</source>
        <translation>售楼处的地址由管理员告知，或由他给您一个工位文件（以 .server.json 结尾）。下一步再输入账号和密码。</translation>
    </message>
    <message>
        <source>for example 192.168.1.10; of two, the second takes over: 10.0.0.1, 10.0.0.2</source>
        <translation>例如 192.168.1.10；可填两台，由后一台接替：10.0.0.1, 10.0.0.2</translation>
    </message>
    <message>
        <source>only where the server&apos;s certificate is the office&apos;s own</source>
        <translation>仅当服务器使用自签证书时填写</translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message>
        <source>Every command</source>
        <translation>全部操作</translation>
    </message>
    <message>
        <source>Every command that was carried out. It can be read, never changed; sealed lines are chained, so that a change would be found.</source>
        <translation>每一项已执行的操作都在这里，只能查看，不能修改；已封存的记录前后相链，任何改动都会被发现。</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全部人员</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>Older lines</source>
        <translation>更早的记录</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>What it changed</source>
        <translation>改变了什么</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>提交的内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>系统自动</translation>
    </message>
    <message>
        <source>not sealed yet</source>
        <translation>尚未封存</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>已封存</translation>
    </message>
    <message>
        <source>{shown} of {held} lines loaded</source>
        <translation>已载入 {held} 条，显示 {shown} 条</translation>
    </message>
    <message>
        <source>{who}, {when}, line {number}</source>
        <translation>{who}，{when}，第 {number} 条</translation>
    </message>
</context>
<context>
    <name>JournalTable</name>
    <message>
        <source>Form</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>No such line</source>
        <translation>没有符合的记录</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>封存</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>系统自动</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未封存</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>已封存</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy the chosen lines</source>
        <translation>复制选中的行</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Leave a window without saving</source>
        <translation>不保存并关闭窗口</translation>
    </message>
    <message>
        <source>Lists and forms</source>
        <translation>列表与表单</translation>
    </message>
    <message>
        <source>On this desk</source>
        <translation>当前工作台</translation>
    </message>
    <message>
        <source>Open the chosen line</source>
        <translation>打开选中的行</translation>
    </message>
    <message>
        <source>Save the form</source>
        <translation>保存表单</translation>
    </message>
</context>
<context>
    <name>LastDrill</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>Last verified restore</source>
        <translation>最近一次恢复演练</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未演练</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>LawDialog</name>
    <message>
        <source>A pack is what a city asks for. A law is set harder at once; softer it is asked for, and others sign.</source>
        <translation>规则包是城市的要求。从严可立即设定；放宽须提交申请，由他人签批。</translation>
    </message>
    <message>
        <source>Adopt this pack</source>
        <translation>采用此规则包</translation>
    </message>
    <message>
        <source>Against it now: {named}</source>
        <translation>目前与之抵触：{named}</translation>
    </message>
    <message>
        <source>Ask for signatures</source>
        <translation>提交签批</translation>
    </message>
    <message>
        <source>Ask for this pack</source>
        <translation>申请采用此规则包</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>It stands</source>
        <translation>执行方式</translation>
    </message>
    <message>
        <source>Law pack of {project}</source>
        <translation>{project}的规则包</translation>
    </message>
    <message>
        <source>No text is cited.</source>
        <translation>未引用条文。</translation>
    </message>
    <message>
        <source>Nothing stands against it now.</source>
        <translation>目前没有与之抵触的情况。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Request {number} is filed.</source>
        <translation>第{number}号申请已提交。</translation>
    </message>
    <message>
        <source>Set this law</source>
        <translation>设定此规则</translation>
    </message>
    <message>
        <source>The law stands softer when all have signed.</source>
        <translation>全部签批后规则才会放宽。</translation>
    </message>
    <message>
        <source>The text it cites</source>
        <translation>引用条文</translation>
    </message>
    <message>
        <source>the city&apos;s notice, the day, who said so</source>
        <translation>城市通知、日期、何人告知</translation>
    </message>
    <message>
        <source>{named} and {count} more</source>
        <translation>{named}等，另有{count}项</translation>
    </message>
</context>
<context>
    <name>LawTable</name>
    <message>
        <source>Against it now</source>
        <translation>目前抵触</translation>
    </message>
    <message>
        <source>Every receipt, claim, sum and seal is looked at; nothing is changed.</source>
        <translation>逐一核对收据、房源占用、金额和封存链，不改动任何数据。</translation>
    </message>
    <message>
        <source>It stands</source>
        <translation>执行方式</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>尚未核对</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>请稍候。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>设定人</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签批人</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>The laws are being looked up</source>
        <translation>正在查询规则</translation>
    </message>
    <message>
        <source>The pack says</source>
        <translation>规则包要求</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>broken: {what}</source>
        <translation>不成立：{what}</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>成立</translation>
    </message>
</context>
<context>
    <name>LeaveForm</name>
    <message numerus="yes">
        <source>%n customer(s) and their open follow-ups go to</source>
        <translation>
            <numerusform>%n 位客户及其未完成跟进移交给</numerusform>
        </translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>办理离职</translation>
    </message>
    <message>
        <source>No customers to hand over; follow-ups go to</source>
        <translation>没有需移交的客户；未完成跟进移交给</translation>
    </message>
    <message>
        <source>The login stops working at once. Everything {name} did stays under that name.</source>
        <translation>登录名立即停用；{name} 做过的一切仍记在其名下。</translation>
    </message>
    <message>
        <source>{name} leaves the office</source>
        <translation>{name} 离职</translation>
    </message>
</context>
<context>
    <name>LeftDialog</name>
    <message>
        <source>Decide each order first: send it, or do not send it.</source>
        <translation>请先逐条决定：发送，或不发送。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Left from before</source>
        <translation>上次未了的指令</translation>
    </message>
    <message>
        <source>These orders were given at this desk before it was closed or lost the office. The office was asked about each: one that counts, counts once.</source>
        <translation>这些指令是本工位关闭或断线之前发出的，已逐条向售楼处核对：生效的只生效一次。</translation>
    </message>
</context>
<context>
    <name>LimitForm</name>
    <message>
        <source>Enter per cent, for example 2 or 2.5.</source>
        <translation>请输入百分比，例如 2 或 2.5。</translation>
    </message>
    <message>
        <source>How far a role may go below the list price</source>
        <translation>岗位优惠权限</translation>
    </message>
    <message>
        <source>Most, in per cent</source>
        <translation>最多（百分比）</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>LineDialog</name>
    <message>
        <source>No money is taken for a place. When the unit is on offer again, the first in line alone may have it held for a while, then the next.</source>
        <translation>候补不收取任何款项。房源重新可售时，先由第一位候补客户在限定时间内优先锁定，再轮到下一位。</translation>
    </message>
    <message>
        <source>Stand in line</source>
        <translation>登记候补</translation>
    </message>
    <message>
        <source>Stand in line for {code}</source>
        <translation>候补 {code}</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>候补至</translation>
    </message>
</context>
<context>
    <name>LineForm</name>
    <message>
        <source>A planned day is missing.</source>
        <translation>请填写计划日期。</translation>
    </message>
    <message>
        <source>Actually begun</source>
        <translation>实际开始</translation>
    </message>
    <message>
        <source>Actually done</source>
        <translation>实际完成</translation>
    </message>
    <message>
        <source>Aims</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Aims in English</source>
        <translation>目标（英文）</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Close the form</source>
        <translation>关闭编辑栏</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>今天完成</translation>
    </message>
    <message>
        <source>Enter it as year-month-day.</source>
        <translation>请按 年-月-日 填写。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>New line of the plan</source>
        <translation>新增一项</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>取消完成</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Planned first day</source>
        <translation>计划开始</translation>
    </message>
    <message>
        <source>Planned last day</source>
        <translation>计划完成</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Take out…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>This is not a day.</source>
        <translation>这不是一个日期。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Title in English</source>
        <translation>名称（英文）</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>outside its phase</source>
        <translation>超出所属阶段</translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>分 %n 期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>每 %n 个月一期</numerusform>
        </translation>
    </message>
    <message>
        <source>the rest</source>
        <translation>余款</translation>
    </message>
    <message>
        <source>{amount} per m²</source>
        <translation>每平方米 {amount}</translation>
    </message>
    <message numerus="yes">
        <source>{event} + %n day(s)</source>
        <translation>
            <numerusform>{event}后 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>{line}, {parts}</source>
        <translation>{line}，{parts}</translation>
    </message>
    <message>
        <source>{money} {figure}, {when}</source>
        <translation>{money} {figure}，{when}</translation>
    </message>
    <message>
        <source>{percent} % above</source>
        <translation>以上 {percent}%</translation>
    </message>
    <message>
        <source>{percent} % to {area} m²</source>
        <translation>{area} m² 以内 {percent}%</translation>
    </message>
</context>
<context>
    <name>ListTools</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>打印列表</translation>
    </message>
</context>
<context>
    <name>LoanColumns</name>
    <message>
        <source>Approved</source>
        <translation>批准金额</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>申请金额</translation>
    </message>
    <message>
        <source>At the bank since</source>
        <translation>送审日期</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应到日</translation>
    </message>
    <message>
        <source>Lacking</source>
        <translation>欠缺/原因</translation>
    </message>
    <message>
        <source>Last word</source>
        <translation>最近说明</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>建档日期</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>已放款</translation>
    </message>
    <message>
        <source>Payment mode</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签约日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房号</translation>
    </message>
</context>
<context>
    <name>LoanDocumentDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Document for the loan of {unit}</source>
        <translation>{unit} 按揭资料</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Name the document.</source>
        <translation>请填写资料名称。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>LoanPanel</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Another bank…</source>
        <translation>换银行另报…</translation>
    </message>
    <message>
        <source>Another document…</source>
        <translation>另加资料…</translation>
    </message>
    <message>
        <source>Another payment mode…</source>
        <translation>变更付款方式…</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>批准金额</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>申请金额</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>Check lists</source>
        <translation>资料清单设定</translation>
    </message>
    <message>
        <source>Choose a line to see what the loan waits for and everything that was done.</source>
        <translation>选择一行，查看该按揭在等什么、已办过什么。</translation>
    </message>
    <message>
        <source>Contract filed</source>
        <translation>合同备案</translation>
    </message>
    <message>
        <source>Contract signed</source>
        <translation>合同签订</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Due from the loan</source>
        <translation>贷款应付日</translation>
    </message>
    <message>
        <source>End the deal without fault…</source>
        <translation>无责退房…</translation>
    </message>
    <message>
        <source>Kind of loan</source>
        <translation>贷款种类</translation>
    </message>
    <message>
        <source>Last word</source>
        <translation>最近说明</translation>
    </message>
    <message>
        <source>No loan chosen</source>
        <translation>未选择按揭</translation>
    </message>
    <message>
        <source>Paid back by</source>
        <translation>还款方式</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>已放款</translation>
    </message>
    <message>
        <source>Record {document}</source>
        <translation>登记{document}</translation>
    </message>
    <message>
        <source>Show the deal</source>
        <translation>查看交易</translation>
    </message>
    <message>
        <source>Show the instalments</source>
        <translation>查看还款计划</translation>
    </message>
    <message>
        <source>So since</source>
        <translation>现状起于</translation>
    </message>
    <message>
        <source>The bank does not lend, and nobody is at fault (R-05). Agree on another payment mode, ask another bank, or end the deal: all the money goes back.</source>
        <translation>银行不予放贷，双方均无过错（R-05）。可变更付款方式、换银行另报，或终止交易，款项全部退还。</translation>
    </message>
    <message>
        <source>The deal is over; its loan case rests.</source>
        <translation>交易已终止，按揭档案搁置。</translation>
    </message>
    <message>
        <source>The fund&apos;s rate</source>
        <translation>公积金利率</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>Yearly rate</source>
        <translation>年利率</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年限</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>有效至{day}</translation>
    </message>
    <message>
        <source>{amount} less than asked for was approved: it stays due from the buyer.</source>
        <translation>批准金额比申请少 {amount}，差额仍由客户支付。</translation>
    </message>
</context>
<context>
    <name>MappingPanel</name>
    <message>
        <source>(not in the file)</source>
        <translation>（文件中没有）</translation>
    </message>
</context>
<context>
    <name>MatchedTable</name>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>收款日</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>In the supervised account</source>
        <translation>已入监管账户</translation>
    </message>
    <message>
        <source>Match the bank&apos;s lines with what was collected; each match is listed here.</source>
        <translation>将银行流水与收款核对后列在这里。</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>Nothing is matched yet</source>
        <translation>尚无已核对的款项</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>付款人</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>流水号</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房号</translation>
    </message>
</context>
<context>
    <name>MeantQuestion</name>
    <message>
        <source>Is this price meant so?</source>
        <translation>确实是这个价格吗？</translation>
    </message>
    <message>
        <source>It is meant so</source>
        <translation>确实如此</translation>
    </message>
</context>
<context>
    <name>MeasureDialog</name>
    <message>
        <source>Contract</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Enter what stands on the paper.</source>
        <translation>请按纸面填写。</translation>
    </message>
    <message>
        <source>Gross area, m²</source>
        <translation>建筑面积（m²）</translation>
    </message>
    <message>
        <source>Measured area of {unit}</source>
        <translation>实测面积：{unit}</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>实测日期</translation>
    </message>
    <message>
        <source>Measured so far</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Note the area</source>
        <translation>登记面积</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>测绘报告</translation>
    </message>
    <message>
        <source>Surveyor and number of the report</source>
        <translation>测绘单位及报告编号</translation>
    </message>
    <message>
        <source>The report says so</source>
        <translation>测绘报告确实如此</translation>
    </message>
    <message>
        <source>This is no area; write 118.62, for example.</source>
        <translation>不是面积，例如 118.62。</translation>
    </message>
    <message>
        <source>This is no day.</source>
        <translation>不是日期。</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>登记次数</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>意向等级</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Keep this record</source>
        <translation>保留此记录</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>户型</translation>
    </message>
    <message>
        <source>Look up the other record of the same person.</source>
        <translation>请查找同一人的另一条记录。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message numerus="yes">
        <source>Merge %n unit(s)</source>
        <translation>
            <numerusform>合并 %n 套房源</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge two records</source>
        <translation>合并客户记录</translation>
    </message>
    <message>
        <source>New number</source>
        <translation>新房号</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Phones, visits and follow-ups of both go to the record kept. The other one stays readable in the journal. This cannot be undone.</source>
        <translation>两条记录的电话、来访和跟进都并入保留的记录，另一条可在日志中查阅。此操作不可撤销。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Two records of the same person</source>
        <translation>同一人的两条记录</translation>
    </message>
    <message>
        <source>{units} become one unit of {area}. They vanish from the board, from prices and from counts; their history stays. Splitting the new unit brings them back, as long as it has no price and was not offered.</source>
        <translation>{units} 合并为一套，面积 {area}。原房源不再出现在销控、定价和统计中，历史记录保留。新房源未定价、未推售前，可拆分恢复。</translation>
    </message>
</context>
<context>
    <name>MissingTable</name>
    <message>
        <source>No unit is missing</source>
        <translation>没有缺少的房源</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房源</translation>
    </message>
</context>
<context>
    <name>ModeForm</name>
    <message>
        <source>% by area</source>
        <translation>按面积分档的比例</translation>
    </message>
    <message>
        <source>% of the price</source>
        <translation>总价的百分比</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>增加一款</translation>
    </message>
    <message>
        <source>Banks, with commas</source>
        <translation>贷款银行（逗号分隔）</translation>
    </message>
    <message>
        <source>Building stage</source>
        <translation>工程节点</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>起算事件</translation>
    </message>
    <message>
        <source>Days after it</source>
        <translation>之后天数</translation>
    </message>
    <message>
        <source>Enter an amount in yuan above 0.</source>
        <translation>请输入大于 0 的金额（元）。</translation>
    </message>
    <message>
        <source>Enter per cent above 0 up to 100, for example 30 or 2.5.</source>
        <translation>请输入大于 0、不超过 100 的百分比，例如 30 或 2.5。</translation>
    </message>
    <message>
        <source>Equal parts</source>
        <translation>等分期数</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数额</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起用日</translation>
    </message>
    <message>
        <source>In steps of</source>
        <translation>贷款取整到</translation>
    </message>
    <message>
        <source>It counts for agreements from now on; those made keep their schedules.</source>
        <translation>对今后签署的认购书生效；已签的认购书保留原付款计划。</translation>
    </message>
    <message>
        <source>Line {number} is not finished.</source>
        <translation>第 {number} 款尚未填完。</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>各款</translation>
    </message>
    <message>
        <source>Months between</source>
        <translation>间隔月数</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>On the day</source>
        <translation>指定日期</translation>
    </message>
    <message>
        <source>Reckoned as</source>
        <translation>计算方式</translation>
    </message>
    <message>
        <source>The mode as a whole</source>
        <translation>整个付款方式</translation>
    </message>
    <message>
        <source>This is no day; write it as 2026-03-01.</source>
        <translation>日期无法识别，请按 2026-03-01 的格式填写。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>款项</translation>
    </message>
    <message>
        <source>What {mode} asks for</source>
        <translation>{mode}的条款</translation>
    </message>
    <message>
        <source>Write 90: 1; 144: 1.5; 3, m² rising, the last one without.</source>
        <translation>请按“90: 1; 144: 1.5; 3”填写：面积递增，最后一档不写面积。</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>保存条款</translation>
    </message>
    <message>
        <source>an amount</source>
        <translation>固定金额</translation>
    </message>
    <message>
        <source>every project</source>
        <translation>全部项目</translation>
    </message>
    <message>
        <source>the rest</source>
        <translation>余款</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>yuan per m²</source>
        <translation>每平方米金额</translation>
    </message>
</context>
<context>
    <name>ModeTable</name>
    <message>
        <source>Asks for</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Banks</source>
        <translation>贷款银行</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>专属折扣</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起用日</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>请稍候。</translation>
    </message>
    <message>
        <source>Payment mode</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>设定人</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>设定时间</translation>
    </message>
    <message>
        <source>The payment modes are being looked up</source>
        <translation>正在查询付款方式</translation>
    </message>
    <message>
        <source>To</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>as shipped</source>
        <translation>出厂默认</translation>
    </message>
    <message>
        <source>every project</source>
        <translation>全部项目</translation>
    </message>
    <message>
        <source>this project</source>
        <translation>本项目</translation>
    </message>
</context>
<context>
    <name>ModeTrial</name>
    <message>
        <source>Area, m²</source>
        <translation>面积（m²）</translation>
    </message>
    <message>
        <source>Enter a price and an area above 0.</source>
        <translation>请输入大于 0 的总价和面积。</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>总价</translation>
    </message>
    <message>
        <source>Tried out: agreed and signed today</source>
        <translation>试算：今日认购并签约</translation>
    </message>
    <message>
        <source>{price} of the price, {others} collected for others.</source>
        <translation>房款 {price}，代收款 {others}。</translation>
    </message>
</context>
<context>
    <name>ModesPage</name>
    <message>
        <source>Add a mode…</source>
        <translation>新增付款方式…</translation>
    </message>
    <message>
        <source>Choose a payment mode.</source>
        <translation>请选择付款方式。</translation>
    </message>
    <message>
        <source>Payment modes</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>What is to be paid when, by the way of paying that a buyer agrees to.</source>
        <translation>买方选定的付款方式下，何时应付多少。</translation>
    </message>
    <message>
        <source>Write what it asks for…</source>
        <translation>设定条款…</translation>
    </message>
    <message>
        <source>Write what the chosen mode asks for</source>
        <translation>设定所选付款方式的条款</translation>
    </message>
</context>
<context>
    <name>MoneyField</name>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
</context>
<context>
    <name>MoneyForm</name>
    <message>
        <source>Ask for the rest, or leave the cash given empty.</source>
        <translation>请补足现金，或将“实收现金”留空。</translation>
    </message>
    <message>
        <source>Cash given</source>
        <translation>实收现金</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Enter yuan, for example 50000 or 5万.</source>
        <translation>请输入金额（元），例如 50000 或 5万。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>付款人</translation>
    </message>
    <message>
        <source>Printed on the receipt</source>
        <translation>将打印在收据上</translation>
    </message>
    <message>
        <source>Take {amount}</source>
        <translation>收取 {amount}</translation>
    </message>
    <message>
        <source>The amount is missing or cannot be read.</source>
        <translation>金额未填写或无法识别。</translation>
    </message>
    <message>
        <source>The cash given is {amount} short.</source>
        <translation>实收现金还差 {amount}。</translation>
    </message>
</context>
<context>
    <name>MoneyTable</name>
    <message>
        <source>All that was collected is in the account</source>
        <translation>所收款项均已入监管账户</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>收款日</translation>
    </message>
    <message>
        <source>Collected, not yet in the supervised account</source>
        <translation>已收款未入监管账户</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Money of receipts that stand is listed here until a line of the bank is it.</source>
        <translation>有效收据的款项在与银行流水核对之前列在这里。</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>付款人</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>流水号</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Way of paying</source>
        <translation>付款方式</translation>
    </message>
</context>
<context>
    <name>MonthsPage</name>
    <message numerus="yes">
        <source>%n closed day(s), taken {taken}, paid back {back}. From then on nothing is dated into this month, and nobody reopens it.</source>
        <translation>
            <numerusform>共 %n 个日结，收款 {taken}，退款 {back}。锁定后本月不再入账，任何人不得重开。</numerusform>
        </translation>
    </message>
    <message>
        <source>A month is closed when it is over and each of its days is closed</source>
        <translation>月份结束且每日均已日结后方可月结</translation>
    </message>
    <message>
        <source>A month is listed once a receipt was given in it.</source>
        <translation>开出收据后，该月份列在这里。</translation>
    </message>
    <message>
        <source>Can be closed</source>
        <translation>可月结</translation>
    </message>
    <message>
        <source>Close the month</source>
        <translation>月结并锁定</translation>
    </message>
    <message>
        <source>Close the month…</source>
        <translation>月结…</translation>
    </message>
    <message>
        <source>Close {month}?</source>
        <translation>月结 {month}？</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已月结</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>Days are open</source>
        <translation>有未结之日</translation>
    </message>
    <message>
        <source>Days closed</source>
        <translation>已结天数</translation>
    </message>
    <message>
        <source>Days open</source>
        <translation>未结天数</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月结</translation>
    </message>
    <message>
        <source>No money has come yet</source>
        <translation>还没有收款</translation>
    </message>
    <message>
        <source>Not over yet</source>
        <translation>未到月末</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Print the close…</source>
        <translation>打印月结单…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>{month} is closed.</source>
        <translation>{month} 已月结。</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>All of your receipts of today are on paper.</source>
        <translation>您今天开出的收据均已打印。</translation>
    </message>
    <message>
        <source>Check a paper…</source>
        <translation>验票…</translation>
    </message>
    <message>
        <source>Exchange for an invoice…</source>
        <translation>换开发票…</translation>
    </message>
    <message>
        <source>Invoice {invoice} over {amount} stands for the receipts now.</source>
        <translation>已换开发票 {invoice}，金额 {amount}。</translation>
    </message>
    <message>
        <source>Invoices for receipts…</source>
        <translation>换票记录…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Print what is on no paper yet…</source>
        <translation>打印尚未打印的收据…</translation>
    </message>
    <message>
        <source>Receipt books…</source>
        <translation>票据本…</translation>
    </message>
    <message>
        <source>Receipt form and its offset…</source>
        <translation>收据套打与偏移…</translation>
    </message>
</context>
<context>
    <name>MortgageDesk</name>
    <message numerus="yes">
        <source>%n deal(s) wait for a loan case</source>
        <translation>
            <numerusform>%n 笔交易待建按揭档案</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n loan(s) over {asked}, {stuck} of them stuck</source>
        <translation>
            <numerusform>%n 宗按揭，共 {asked}，其中停滞 {stuck} 宗</numerusform>
        </translation>
    </message>
    <message>
        <source>A deal waits for one when its payment mode has a loan in it.</source>
        <translation>付款方式含贷款的交易才需要按揭档案。</translation>
    </message>
    <message>
        <source>Agreement {number}</source>
        <translation>认购书 {number}</translation>
    </message>
    <message>
        <source>All, of ended deals too</source>
        <translation>全部（含已终止交易）</translation>
    </message>
    <message>
        <source>All, paid out too</source>
        <translation>全部（含已放款）</translation>
    </message>
    <message>
        <source>Every deal that a loan pays has its case</source>
        <translation>应办按揭的交易均已建档</translation>
    </message>
    <message>
        <source>Every loan moved within the days that its state may take.</source>
        <translation>每宗按揭都在规定天数内推进。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Find a loan</source>
        <translation>查找按揭</translation>
    </message>
    <message>
        <source>Instalments of {unit}</source>
        <translation>{unit} 还款计划</translation>
    </message>
    <message>
        <source>Loan of {unit}: {state}</source>
        <translation>{unit} 按揭：{state}</translation>
    </message>
    <message>
        <source>Loans</source>
        <translation>按揭</translation>
    </message>
    <message>
        <source>Mortgage list</source>
        <translation>按揭办理情况汇总</translation>
    </message>
    <message>
        <source>No deal waits for a loan case.</source>
        <translation>没有待建按揭档案的交易。</translation>
    </message>
    <message>
        <source>No loan is stuck</source>
        <translation>没有停滞的按揭</translation>
    </message>
    <message>
        <source>No loan is under way</source>
        <translation>没有在办的按揭</translation>
    </message>
    <message>
        <source>Open a case for a deal whose payment mode has a loan in it; deals that wait for theirs are offered there.</source>
        <translation>为付款方式含贷款的交易建档；待建档的交易会列出供选择。</translation>
    </message>
    <message>
        <source>Open a case…</source>
        <translation>建档…</translation>
    </message>
    <message>
        <source>Open a loan case</source>
        <translation>建立按揭档案</translation>
    </message>
    <message>
        <source>Print the list…</source>
        <translation>打印汇总…</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>Take the next turn of the chosen loan</source>
        <translation>办理所选按揭的下一步</translation>
    </message>
    <message>
        <source>The check list is set for the cases to come.</source>
        <translation>资料清单已设定，适用于今后建档。</translation>
    </message>
    <message>
        <source>The document is recorded.</source>
        <translation>资料已登记。</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>Unit, customer, bank…</source>
        <translation>房号、客户、银行…</translation>
    </message>
    <message>
        <source>Which loans</source>
        <translation>哪些按揭</translation>
    </message>
    <message>
        <source>receipt {number}</source>
        <translation>收据 {number}</translation>
    </message>
</context>
<context>
    <name>NeedCards</name>
    <message numerus="yes">
        <source>All %n…</source>
        <translation>
            <numerusform>全部 %n 条…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NeedWords</name>
    <message numerus="yes">
        <source>%n against it</source>
        <translation>
            <numerusform>抵触%n项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>晚登 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) over</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>剩 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) on sale have no floor price</source>
        <translation>
            <numerusform>%n 套在售房源没有底价</numerusform>
        </translation>
    </message>
    <message>
        <source>by {person}</source>
        <translation>{person}申请</translation>
    </message>
    <message numerus="yes">
        <source>for %n day(s)</source>
        <translation>
            <numerusform>已 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody to sign: {roles}</source>
        <translation>无人可签：{roles}</translation>
    </message>
    <message>
        <source>signed by {people}</source>
        <translation>{people}签批</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>自 {time} 起</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
</context>
<context>
    <name>NewOfficePage</name>
    <message>
        <source>A new office</source>
        <translation>新建售楼处</translation>
    </message>
    <message>
        <source>A person needs a name and a login; empty both to leave it out.</source>
        <translation>每位人员都需要姓名和登录名；不添加请把两项都清空。</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Administrator&apos;s name</source>
        <translation>管理员姓名</translation>
    </message>
    <message>
        <source>At least {count} characters, please.</source>
        <translation>至少 {count} 个字符。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Company on papers</source>
        <translation>单据上的公司名称</translation>
    </message>
    <message>
        <source>Create the office</source>
        <translation>建立售楼处</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File of the office</source>
        <translation>数据文件</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>售楼处</translation>
    </message>
    <message>
        <source>Office (*.office)</source>
        <translation>售楼处数据 (*.office)</translation>
    </message>
    <message>
        <source>On the server {address}. People are added at the Administration desk.</source>
        <translation>建在服务器 {address} 上。人员在“管理”工作台添加。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>再输一次密码</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Server owner&apos;s login</source>
        <translation>服务器所有者账号</translation>
    </message>
    <message>
        <source>Server owner&apos;s password</source>
        <translation>服务器所有者密码</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>两次输入的密码不一致。</translation>
    </message>
    <message>
        <source>There is a file of this name already; choose another place.</source>
        <translation>该位置已有同名文件，请另选位置。</translation>
    </message>
    <message>
        <source>They get a first password each; you can add more people any time.</source>
        <translation>系统会为每人生成初始密码；以后可随时添加人员。</translation>
    </message>
    <message>
        <source>Two people cannot share the login {login}.</source>
        <translation>登录名 {login} 不能由两人共用。</translation>
    </message>
    <message>
        <source>Where should the office be kept?</source>
        <translation>数据文件保存在哪里？</translation>
    </message>
    <message>
        <source>for example Riverside Garden</source>
        <translation>例如：滨江花园</translation>
    </message>
</context>
<context>
    <name>NoticeDialog</name>
    <message numerus="yes">
        <source>%n day(s) of grace, until {day}.</source>
        <translation>
            <numerusform>宽限 %n 天，至 {day} 止。</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>认购书</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>As the office has set it</source>
        <translation>按设置</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Days of grace</source>
        <translation>宽限天数</translation>
    </message>
    <message>
        <source>Deal price</source>
        <translation>成交价</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>定金</translation>
    </message>
    <message>
        <source>Draft of the notice</source>
        <translation>催告函草稿</translation>
    </message>
    <message>
        <source>Notice of default for {unit}</source>
        <translation>催告：{unit}</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>款项</translation>
    </message>
    <message>
        <source>See the paper…</source>
        <translation>预览催告函…</translation>
    </message>
    <message>
        <source>Serve the notice</source>
        <translation>出具催告函</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>送达方式</translation>
    </message>
    <message>
        <source>Sign until</source>
        <translation>签约期限</translation>
    </message>
    <message>
        <source>Was due on</source>
        <translation>应付日期</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>情况说明</translation>
    </message>
    <message>
        <source>What is overdue</source>
        <translation>逾期事项</translation>
    </message>
    <message>
        <source>When the grace is over and the buyer has not come, the deposit may be forfeited by request: {fate} Signing the contract or a granted extension ends the notice by itself.</source>
        <translation>宽限期满客户仍未履行的，可申请没收定金：{fate}签订合同或获批延期后，催告自动失效。</translation>
    </message>
</context>
<context>
    <name>OfferForm</name>
    <message>
        <source>98 leaves 98 % of the price</source>
        <translation>98 即按 98% 计价（九八折）</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Any payment mode</source>
        <translation>任何付款方式</translation>
    </message>
    <message>
        <source>Enter an amount in yuan.</source>
        <translation>请输入金额（元）。</translation>
    </message>
    <message>
        <source>Enter per cent, for example 98 or 98.5.</source>
        <translation>请输入百分比，例如 98 或 98.5。</translation>
    </message>
    <message>
        <source>Every customer</source>
        <translation>所有客户</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Goes with no other discount</source>
        <translation>不与其他优惠叠加</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Offer a discount</source>
        <translation>新增优惠</translation>
    </message>
    <message>
        <source>Only who came by</source>
        <translation>仅限来源</translation>
    </message>
    <message>
        <source>Payment mode</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Per cent that remain</source>
        <translation>折后百分比</translation>
    </message>
    <message>
        <source>So much is meant to be off</source>
        <translation>确实要优惠这么多</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>This is no day; write it as 2026-03-01.</source>
        <translation>日期无效，请写作 2026-03-01。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>opening week, friends of owners …</source>
        <translation>开盘周、老带新……</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Cancel the deal</source>
        <translation>退房</translation>
    </message>
    <message>
        <source>Choose the units on the board first.</source>
        <translation>请先在销控表上选择房源。</translation>
    </message>
    <message>
        <source>Look at their states: the legend above the board tells them.</source>
        <translation>请查看房源状态，销控表上方有图例说明。</translation>
    </message>
    <message>
        <source>No unit is chosen.</source>
        <translation>尚未选择房源。</translation>
    </message>
    <message>
        <source>None of these units can take this step now.</source>
        <translation>所选房源目前都不能办理此步。</translation>
    </message>
    <message>
        <source>None of these units has a price: without one none is released.</source>
        <translation>所选房源都没有价格：没有价格不能推盘。</translation>
    </message>
    <message>
        <source>Nothing can be done here now</source>
        <translation>目前没有可办理的事项</translation>
    </message>
    <message>
        <source>Price them first: by a list, or by a price version (Administration).</source>
        <translation>请先定价：导入价格表，或用调价版本（管理）。</translation>
    </message>
    <message>
        <source>homes {homes}, lots {lots}</source>
        <translation>房屋 {homes}，车位等 {lots}</translation>
    </message>
</context>
<context>
    <name>OneTimeSlip</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>First sign-in</source>
        <translation>首次登录</translation>
    </message>
    <message>
        <source>Hand it over now: it is shown only this once. At the first sign-in an own password is chosen.</source>
        <translation>请当面交给本人：只显示这一次。首次登录时须自设密码。</translation>
    </message>
    <message>
        <source>It is handed over</source>
        <translation>已交给本人</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Login: {login}</source>
        <translation>登录名：{login}</translation>
    </message>
    <message>
        <source>One-time password</source>
        <translation>一次性密码</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
</context>
<context>
    <name>OnlineDialog</name>
    <message>
        <source>Contract</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Note the number</source>
        <translation>登记网签号</translation>
    </message>
    <message>
        <source>Online signing number</source>
        <translation>网签号</translation>
    </message>
    <message>
        <source>Online signing of {unit}</source>
        <translation>{unit} 网签</translation>
    </message>
</context>
<context>
    <name>OpenLoanDialog</name>
    <message>
        <source>A bank said no before.</source>
        <translation>此前曾被银行拒贷。</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>支行</translation>
    </message>
    <message>
        <source>Choose a deal.</source>
        <translation>请选择交易。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>Kind of buyer</source>
        <translation>借款人类别</translation>
    </message>
    <message>
        <source>Kind of loan</source>
        <translation>贷款种类</translation>
    </message>
    <message>
        <source>Loan officer</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Open a loan case</source>
        <translation>建立按揭档案</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>建档</translation>
    </message>
    <message>
        <source>Paid back by</source>
        <translation>还款方式</translation>
    </message>
    <message>
        <source>The bank&apos;s part</source>
        <translation>银行贷款金额</translation>
    </message>
    <message>
        <source>The fund&apos;s part</source>
        <translation>公积金贷款金额</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年限</translation>
    </message>
    <message>
        <source>{amount} of the schedule are for a loan to pay.</source>
        <translation>付款计划中应由贷款支付 {amount}。</translation>
    </message>
</context>
<context>
    <name>OrderLine</name>
    <message>
        <source>Do not send it</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>It is forgotten: nothing was carried out.</source>
        <translation>已放弃，未办理任何事项。</translation>
    </message>
    <message>
        <source>It was carried out.</source>
        <translation>已办理。</translation>
    </message>
    <message>
        <source>It was carried out: no. {number}.</source>
        <translation>已办理，编号 {number}。</translation>
    </message>
    <message>
        <source>It was not carried out.</source>
        <translation>未办理。</translation>
    </message>
    <message>
        <source>It was not carried out: {why}</source>
        <translation>未办理：{why}</translation>
    </message>
    <message>
        <source>Send it now</source>
        <translation>现在发送</translation>
    </message>
    <message>
        <source>The office does not know it: nothing was carried out. Is it still wanted, and is the money there?</source>
        <translation>售楼处没有这条记录，未办理。现在还要办理吗？款项是否在手？</translation>
    </message>
    <message>
        <source>Typed while the office was silent; it has not been sent.</source>
        <translation>断线时录入，尚未发送。</translation>
    </message>
    <message>
        <source>carried out</source>
        <translation>已办理</translation>
    </message>
    <message>
        <source>not carried out</source>
        <translation>未办理</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>your decision</source>
        <translation>待您决定</translation>
    </message>
</context>
<context>
    <name>Ordered</name>
    <message>
        <source>Delete</source>
        <translation>删除键</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>Outlets</name>
    <message>
        <source>Choose another folder, or close the file where it is open.</source>
        <translation>请换一个文件夹，或先关闭正打开的该文件。</translation>
    </message>
    <message>
        <source>The file could not be written: {why}.</source>
        <translation>文件无法写入：{why}。</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>At least {count} characters, please.</source>
        <translation>至少 {count} 个字符。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>再输一次新密码</translation>
    </message>
    <message>
        <source>Password now</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>两次输入的密码不一致。</translation>
    </message>
    <message>
        <source>This password was given to you by somebody else. Choose your own.</source>
        <translation>这是他人为您设置的密码，请改成自己的密码。</translation>
    </message>
</context>
<context>
    <name>PastBar</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 次变动</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) a second</source>
        <translation>
            <numerusform>每秒 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>回到现在</translation>
    </message>
    <message>
        <source>Back to now (Esc)</source>
        <translation>回到现在 (Esc)</translation>
    </message>
    <message>
        <source>Change by change</source>
        <translation>逐次变动</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Nothing can be done here; it is only looked at.</source>
        <translation>只供查看，不能操作。</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>The change before</source>
        <translation>上一变动</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>The next change</source>
        <translation>下一变动</translation>
    </message>
    <message>
        <source>The past: {day}, {time}</source>
        <translation>过去时点：{day} {time}</translation>
    </message>
    <message>
        <source>Time of the day</source>
        <translation>时刻</translation>
    </message>
</context>
<context>
    <name>PatternTable</name>
    <message>
        <source>The pattern makes no unit yet</source>
        <translation>规则尚未生成房源</translation>
    </message>
    <message>
        <source>Total price</source>
        <translation>总价</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房源</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
</context>
<context>
    <name>PaymentForm</name>
    <message>
        <source>A line&apos;s amount cannot be read, or is more than is open of it.</source>
        <translation>某笔分配金额无法识别，或超过其未付款。</translation>
    </message>
    <message>
        <source>All is shared out</source>
        <translation>已全部分配</translation>
    </message>
    <message>
        <source>All that is due</source>
        <translation>全部到期款</translation>
    </message>
    <message>
        <source>All that is open</source>
        <translation>全部未付款</translation>
    </message>
    <message>
        <source>Apply it to what is open</source>
        <translation>抵付未付款</translation>
    </message>
    <message>
        <source>Correct the amount marked red.</source>
        <translation>请更正标红的金额。</translation>
    </message>
    <message>
        <source>Due in 14 days</source>
        <translation>14 天内到期</translation>
    </message>
    <message>
        <source>It was cancelled or exchanged; look at the contracts desk.</source>
        <translation>该交易已退订或换房，请在“认购签约”中查看。</translation>
    </message>
    <message>
        <source>Keep the rest, {amount}, as paid ahead</source>
        <translation>多出的 {amount} 作为预收款</translation>
    </message>
    <message>
        <source>Nothing is due here: the deal was agreed before the office&apos;s start, or its mode asks for nothing. Money can be kept as paid ahead.</source>
        <translation>没有应收款：该交易在系统启用前已签认购书，或其付款方式未设款项。可作为预收款收取。</translation>
    </message>
    <message>
        <source>Nothing is due: everything is paid. More can be kept as paid ahead.</source>
        <translation>没有应收款：款项已全部付清。多收的可作为预收款。</translation>
    </message>
    <message>
        <source>Open in all</source>
        <translation>未付合计</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Overdue, and {fee} late fee</source>
        <translation>已逾期，另有滞纳金 {fee}</translation>
    </message>
    <message>
        <source>Paid ahead: {amount}</source>
        <translation>预收款：{amount}</translation>
    </message>
    <message>
        <source>Payment schedule</source>
        <translation>付款计划</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>总价</translation>
    </message>
    <message>
        <source>Share out by hand (Ctrl+H)</source>
        <translation>手工分配 (Ctrl+H)</translation>
    </message>
    <message>
        <source>Take more (Alt+4), or give the lines less.</source>
        <translation>请增加收款金额（Alt+4），或减少分配。</translation>
    </message>
    <message>
        <source>Take the payment</source>
        <translation>收取房款</translation>
    </message>
    <message>
        <source>The deal on {unit} takes no payment any more.</source>
        <translation>房源 {unit} 的交易已不能收款。</translation>
    </message>
    <message>
        <source>What is next</source>
        <translation>下一笔</translation>
    </message>
    <message>
        <source>What is shared out</source>
        <translation>已分配合计</translation>
    </message>
    <message>
        <source>With it everything is paid.</source>
        <translation>收取后款项全部付清。</translation>
    </message>
    <message>
        <source>{amount} is for no line yet</source>
        <translation>尚有 {amount} 未分配</translation>
    </message>
    <message>
        <source>{amount} more is shared out than is taken.</source>
        <translation>分配合计比收款多 {amount}。</translation>
    </message>
    <message>
        <source>{amount} more than is taken</source>
        <translation>超出收款 {amount}</translation>
    </message>
    <message>
        <source>{amount} of what was paid ahead pays what is due now.</source>
        <translation>已用预收款 {amount} 抵付应收款。</translation>
    </message>
    <message>
        <source>{open} stays open afterwards.</source>
        <translation>收取后尚欠 {open}。</translation>
    </message>
</context>
<context>
    <name>PaymentPage</name>
    <message>
        <source>A deposit is taken on the page beside this one.</source>
        <translation>定金请在“收定金”页收取。</translation>
    </message>
    <message>
        <source>After the agreement is signed on the contracts desk it appears here.</source>
        <translation>在“认购签约”中签署认购书后，会出现在这里。</translation>
    </message>
    <message>
        <source>Agreed deals</source>
        <translation>已认购交易</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>认购书</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>No agreed deal fits. Try the unit, name, phone or agreement.</source>
        <translation>没有符合的交易，请试试房号、姓名、电话或认购书编号。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Nothing is due yet</source>
        <translation>目前没有应收款</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>总价</translation>
    </message>
    <message>
        <source>Receipt {number}: {amount} received for unit {unit}.</source>
        <translation>收据 {number}：已收房源 {unit} 款项 {amount}。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The payment on {unit} is not finished.</source>
        <translation>房源 {unit} 的收款尚未完成。</translation>
    </message>
    <message>
        <source>This unit has no agreement: nothing is due.</source>
        <translation>该房源没有认购书，没有应收款。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Unit {code} is not agreed</source>
        <translation>房源 {code} 未认购</translation>
    </message>
    <message>
        <source>Who pays?</source>
        <translation>谁来付款？</translation>
    </message>
    <message>
        <source>{all} agreed deals</source>
        <translation>已认购 {all} 套</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>添加人员…</translation>
    </message>
    <message>
        <source>Change the role…</source>
        <translation>调整岗位…</translation>
    </message>
    <message>
        <source>Everybody signs in with an own login; those who leave keep their history.</source>
        <translation>每人使用自己的登录名；离职人员的记录予以保留。</translation>
    </message>
    <message>
        <source>Leaves the office…</source>
        <translation>办理离职…</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>New one-time password for {name}?</source>
        <translation>为 {name} 生成新的一次性密码？</translation>
    </message>
    <message>
        <source>New one-time password…</source>
        <translation>重置密码…</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Projects…</source>
        <translation>所属项目…</translation>
    </message>
    <message>
        <source>Show those who left</source>
        <translation>显示离职人员</translation>
    </message>
    <message>
        <source>The old password stops working at once; the new one is shown once.</source>
        <translation>原密码立即失效；新密码只显示一次。</translation>
    </message>
</context>
<context>
    <name>PeopleTable</name>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>还没有人员</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>所属项目</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>active</source>
        <translation>在职</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>left</source>
        <translation>已离职</translation>
    </message>
    <message>
        <source>one-time password</source>
        <translation>待改一次性密码</translation>
    </message>
</context>
<context>
    <name>PermitForm</name>
    <message>
        <source>Authority</source>
        <translation>发证机关</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Enter the day on which it was issued.</source>
        <translation>请填写核发日期。</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>发证日期</translation>
    </message>
    <message>
        <source>It covers these buildings</source>
        <translation>涵盖楼栋</translation>
    </message>
    <message>
        <source>Permit number</source>
        <translation>预售许可证号</translation>
    </message>
    <message>
        <source>Pre-sale permit for {project}</source>
        <translation>登记“{project}”预售许可证</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Supervised account</source>
        <translation>预售资金监管账户</translation>
    </message>
    <message>
        <source>This is no day; write it as 2026-03-01.</source>
        <translation>日期无效，请写成 2026-03-01。</translation>
    </message>
    <message>
        <source>Tick at least one building.</source>
        <translation>请至少勾选一栋楼。</translation>
    </message>
    <message>
        <source>Why it is corrected</source>
        <translation>更正原因</translation>
    </message>
</context>
<context>
    <name>PermitTable</name>
    <message>
        <source>Authority</source>
        <translation>发证机关</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>更正记录</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>发证日期</translation>
    </message>
    <message>
        <source>No pre-sale permit is recorded</source>
        <translation>尚未登记预售许可证</translation>
    </message>
    <message>
        <source>Permit number</source>
        <translation>预售许可证号</translation>
    </message>
    <message>
        <source>Without one no unit of the project can be released or sold.</source>
        <translation>没有许可证，该项目的房源不能推售或出售。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Timeline of the campaign</source>
        <translation>推广计划时间轴</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>整幅图</translation>
    </message>
</context>
<context>
    <name>PlaceTable</name>
    <message>
        <source>From left, mm</source>
        <translation>距左 mm</translation>
    </message>
    <message>
        <source>From top, mm</source>
        <translation>距上 mm</translation>
    </message>
    <message>
        <source>Height, mm</source>
        <translation>高 mm</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>靠右</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Width, mm</source>
        <translation>宽 mm</translation>
    </message>
</context>
<context>
    <name>PlanBox</name>
    <message>
        <source>Attach floor plan…</source>
        <translation>添加户型图…</translation>
    </message>
    <message>
        <source>Floor plan</source>
        <translation>户型图</translation>
    </message>
    <message>
        <source>Floor plan of {unit}</source>
        <translation>{unit} 的户型图</translation>
    </message>
    <message>
        <source>No floor plan yet. Attach one for every unit of the layout, or for this unit alone.</source>
        <translation>尚无户型图。可为该户型的全部房源添加，也可只为本房源添加。</translation>
    </message>
    <message>
        <source>No floor plan yet; the site manager attaches one.</source>
        <translation>尚无户型图，由案场经理添加。</translation>
    </message>
    <message>
        <source>See it large</source>
        <translation>查看大图</translation>
    </message>
    <message>
        <source>Strike it out…</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>of the layout {layout}</source>
        <translation>户型 {layout}</translation>
    </message>
    <message>
        <source>of this unit alone</source>
        <translation>仅适用于本房源</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Bank&apos;s yearly rate, %</source>
        <translation>商业贷款年利率（%）</translation>
    </message>
    <message>
        <source>Buying plan</source>
        <translation>置业计划</translation>
    </message>
    <message>
        <source>Buying plan {unit}</source>
        <translation>置业计划 {unit}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Discounts, in the order of ticking</source>
        <translation>优惠（按勾选先后计算）</translation>
    </message>
    <message>
        <source>Enter a number.</source>
        <translation>请输入数字。</translation>
    </message>
    <message>
        <source>Enter whole years.</source>
        <translation>请输入整年数。</translation>
    </message>
    <message>
        <source>Enter yuan.</source>
        <translation>请输入金额（元）。</translation>
    </message>
    <message>
        <source>First payment, %</source>
        <translation>首付比例（%）</translation>
    </message>
    <message>
        <source>Name or phone; may stay empty</source>
        <translation>姓名或电话，可不填</translation>
    </message>
    <message>
        <source>No discount is on offer today.</source>
        <translation>今天没有可用的优惠。</translation>
    </message>
    <message>
        <source>Of it the provident fund</source>
        <translation>其中公积金贷款</translation>
    </message>
    <message>
        <source>Payment mode</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Provident fund&apos;s rate, %</source>
        <translation>公积金年利率（%）</translation>
    </message>
    <message>
        <source>Show the list price struck through (R-08)</source>
        <translation>将标价作为原价划线展示（R-08）</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Unit, as 1-1-0601</source>
        <translation>房号，例如 1-1-0601</translation>
    </message>
    <message>
        <source>Years of the loan</source>
        <translation>贷款年限</translation>
    </message>
    <message>
        <source>or first payment</source>
        <translation>或首付金额</translation>
    </message>
    <message>
        <source>{least} or more</source>
        <translation>不低于 {least}</translation>
    </message>
</context>
<context>
    <name>PlanFigures</name>
    <message>
        <source>Approved price</source>
        <translation>审核价</translation>
    </message>
    <message>
        <source>Bank loan</source>
        <translation>商业贷款</translation>
    </message>
    <message>
        <source>Deed tax</source>
        <translation>契税</translation>
    </message>
    <message>
        <source>Equal instalments</source>
        <translation>等额本息</translation>
    </message>
    <message>
        <source>Equal principal</source>
        <translation>等额本金</translation>
    </message>
    <message>
        <source>First payment</source>
        <translation>首付款</translation>
    </message>
    <message>
        <source>First payment and fees</source>
        <translation>首付款与税费合计</translation>
    </message>
    <message>
        <source>In instalments</source>
        <translation>其余分期支付</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>标价</translation>
    </message>
    <message>
        <source>Maintenance fund</source>
        <translation>维修基金</translation>
    </message>
    <message>
        <source>Price per m²</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Provident fund loan</source>
        <translation>公积金贷款</translation>
    </message>
    <message>
        <source>Registration fee</source>
        <translation>不动产登记费</translation>
    </message>
    <message>
        <source>The original price is above the lowest deal of the last days (R-08).</source>
        <translation>所示原价高于前七日内的最低成交价（R-08）。</translation>
    </message>
    <message>
        <source>Total price</source>
        <translation>总价</translation>
    </message>
    <message>
        <source>Valid until {day}; a plan is no offer.</source>
        <translation>有效期至 {day}；本计划不构成要约。</translation>
    </message>
    <message>
        <source>interest {amount}</source>
        <translation>利息合计 {amount}</translation>
    </message>
    <message>
        <source>{amount}  ({percent} %)</source>
        <translation>{amount}（{percent}%）</translation>
    </message>
    <message>
        <source>{amount} a month</source>
        <translation>月供 {amount}</translation>
    </message>
    <message>
        <source>{amount} at first, {step} less each month</source>
        <translation>首月 {amount}，每月递减 {step}</translation>
    </message>
    <message>
        <source>{price} per m²</source>
        <translation>{price}/m²</translation>
    </message>
</context>
<context>
    <name>PlanModel</name>
    <message>
        <source>Actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Phase and job</source>
        <translation>阶段与工作</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
</context>
<context>
    <name>PlanTree</name>
    <message>
        <source>Phases and jobs</source>
        <translation>阶段与工作清单</translation>
    </message>
</context>
<context>
    <name>PostForm</name>
    <message>
        <source>None ticked: {name} works in all projects, also in those to come.</source>
        <translation>未勾选：{name} 属于全部项目，包括今后新增的项目。</translation>
    </message>
    <message>
        <source>Projects of {name}</source>
        <translation>{name} 的所属项目</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Who is posted to some projects sees and does nothing in the others. Customers belong to the office, and everybody finds them.</source>
        <translation>有所属项目的人员，看不到也不能操作其他项目。客户属于全公司，人人可以查找。</translation>
    </message>
    <message>
        <source>Works in</source>
        <translation>所属项目</translation>
    </message>
    <message numerus="yes">
        <source>{name} works in %n project(s) only.</source>
        <translation>
            <numerusform>{name} 只属于 %n 个项目。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message numerus="yes">
        <source>%n page(/s)</source>
        <translation>
            <numerusform>共 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Whole width</source>
        <translation>适合宽度</translation>
    </message>
</context>
<context>
    <name>PriceCheck</name>
    <message numerus="yes">
        <source>%n unit(s) read</source>
        <translation>
            <numerusform>已读取 %n 套</numerusform>
        </translation>
    </message>
    <message>
        <source>All lists of the file</source>
        <translation>文件中的全部列表</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>换一个文件</translation>
    </message>
    <message>
        <source>Choose or name the project.</source>
        <translation>请选择项目或填写新项目名称。</translation>
    </message>
    <message>
        <source>Choose what the file calls differently.</source>
        <translation>文件中叫法不同的列，请在此指定。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列对应</translation>
    </message>
    <message>
        <source>Compare with the office</source>
        <translation>与案场比对</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Headings in row</source>
        <translation>表头所在行</translation>
    </message>
    <message>
        <source>Mend the problems in the file, then choose it again.</source>
        <translation>请在文件中改正问题后重新选择。</translation>
    </message>
    <message>
        <source>No unit could be read.</source>
        <translation>没有读到房源。</translation>
    </message>
    <message>
        <source>Notes ({count})</source>
        <translation>提示（{count}）</translation>
    </message>
    <message>
        <source>Problems ({count})</source>
        <translation>问题（{count}）</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
</context>
<context>
    <name>PriceLineTable</name>
    <message>
        <source>Before (yuan)</source>
        <translation>原价(元)</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Choose one above to see each unit&apos;s price before and after.</source>
        <translation>在上方选择一个方案，查看每套房源调前调后的价格。</translation>
    </message>
    <message>
        <source>Core</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Difference (yuan)</source>
        <translation>差额(元)</translation>
    </message>
    <message>
        <source>Filed (yuan)</source>
        <translation>备案价(元)</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>Gross area (m²)</source>
        <translation>建筑面积(㎡)</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>户型</translation>
    </message>
    <message>
        <source>No version is chosen</source>
        <translation>未选择方案</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Total price (yuan)</source>
        <translation>总价(元)</translation>
    </message>
    <message>
        <source>Unit no.</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Unit price (yuan/m²)</source>
        <translation>单价(元/㎡)</translation>
    </message>
    <message>
        <source>above the filed price</source>
        <translation>高于备案价</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>拟定后已变</translation>
    </message>
    <message>
        <source>keeps its price</source>
        <translation>价格冻结</translation>
    </message>
</context>
<context>
    <name>PriceListPane</name>
    <message>
        <source>Bring in a price list</source>
        <translation>导入价目表</translation>
    </message>
    <message>
        <source>Comparing with the office</source>
        <translation>正在与案场比对</translation>
    </message>
    <message>
        <source>Drop the file here. Our own template, the official one-home-one-price list, floor grids and other lists are recognised by their headings; what is not known you assign by hand. Importing a list again updates prices: you see every difference first, and units that are held or sold keep theirs.</source>
        <translation>把文件拖到这里。本系统模板、官方“一房一价”表、楼层价格表和其他列表按表头自动识别，识别不了的列可手工指定。再次导入即为更新：先逐条列出差异，已锁定或已售的房源价格保持不变。</translation>
    </message>
    <message>
        <source>Imported: {file}</source>
        <translation>已导入：{file}</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>正在读取 {file}</translation>
    </message>
    <message>
        <source>The file is read by a process of its own that cannot harm the office.</source>
        <translation>文件由独立进程读取，不会影响案场数据。</translation>
    </message>
</context>
<context>
    <name>PricesPage</name>
    <message numerus="yes">
        <source>%n price(s) changed</source>
        <translation>
            <numerusform>%n 套价格已变动</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) recorded</source>
        <translation>
            <numerusform>已登记 %n 套价格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) (is/are) not in the version and (keeps its/keep their) price.</source>
        <translation>
            <numerusform>%n 套房源不在方案中，价格不变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) would change</source>
        <translation>
            <numerusform>%n 套将变动</numerusform>
        </translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>A version is drafted, compared, then put into effect. Units that somebody holds or has bought keep their price.</source>
        <translation>方案先拟定、比较，再执行。已锁定或已售房源价格不变。</translation>
    </message>
    <message>
        <source>Ask for signatures…</source>
        <translation>申请签批…</translation>
    </message>
    <message>
        <source>By a percentage…</source>
        <translation>按百分比…</translation>
    </message>
    <message>
        <source>By building</source>
        <translation>按楼栋</translation>
    </message>
    <message>
        <source>By floor</source>
        <translation>按楼层</translation>
    </message>
    <message>
        <source>By layout</source>
        <translation>按户型</translation>
    </message>
    <message>
        <source>Compare by</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Comparison of prices</source>
        <translation>价格对比</translation>
    </message>
    <message>
        <source>Draft from a file</source>
        <translation>从文件拟定</translation>
    </message>
    <message>
        <source>Draft from a price file</source>
        <translation>从价格文件拟定</translation>
    </message>
    <message>
        <source>Each unit</source>
        <translation>逐套</translation>
    </message>
    <message>
        <source>Floor prices…</source>
        <translation>底价…</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件…</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>In effect, against R-06, which only warns here: {units}</source>
        <translation>已执行；R-06 在此仅作提示：{units}</translation>
    </message>
    <message>
        <source>New by a scheme</source>
        <translation>按差价新建</translation>
    </message>
    <message>
        <source>New from this one</source>
        <translation>以此新建</translation>
    </message>
    <message>
        <source>New version, or a new line of the scheme</source>
        <translation>新建方案，或新增一行差价</translation>
    </message>
    <message>
        <source>Open it under Import: there each row is shown with what to do.</source>
        <translation>请在“导入”中打开：那里逐行显示问题和处理办法。</translation>
    </message>
    <message>
        <source>Price lists ({endings})</source>
        <translation>价目表 ({endings})</translation>
    </message>
    <message>
        <source>Price version</source>
        <translation>调价方案</translation>
    </message>
    <message>
        <source>Price versions</source>
        <translation>调价方案列表</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>定价</translation>
    </message>
    <message>
        <source>Put into effect, or save as a version</source>
        <translation>执行，或保存为方案</translation>
    </message>
    <message>
        <source>Put into effect…</source>
        <translation>执行…</translation>
    </message>
    <message>
        <source>Record as filed…</source>
        <translation>登记备案…</translation>
    </message>
    <message>
        <source>Solve for the target</source>
        <translation>反算目标价</translation>
    </message>
    <message>
        <source>Trial of prices</source>
        <translation>价格试算</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤回…</translation>
    </message>
    <message numerus="yes">
        <source>{file} has %n problem(s).</source>
        <translation>
            <numerusform>{file} 有 %n 个问题。</numerusform>
        </translation>
    </message>
    <message>
        <source>{when}, by {who}: {changed} changed, {frozen} kept</source>
        <translation>{when}，{who}：变动 {changed} 套，冻结 {frozen} 套</translation>
    </message>
</context>
<context>
    <name>ProblemTable</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Every row can be taken in.</source>
        <translation>每一行都可以导入。</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Nothing worth noting</source>
        <translation>没有提示</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理办法</translation>
    </message>
</context>
<context>
    <name>ProblemsDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Building progress</source>
        <translation>工程进度</translation>
    </message>
    <message>
        <source>Record a building stage</source>
        <translation>登记工程节点</translation>
    </message>
    <message>
        <source>Record a stage…</source>
        <translation>登记节点…</translation>
    </message>
    <message>
        <source>Which stages the buildings reached, and what is due by them.</source>
        <translation>各楼栋已到的工程节点，以及据此应付的款项。</translation>
    </message>
    <message>
        <source>{building} reached {stage}: {sum} came due.</source>
        <translation>{building}已到“{stage}”：{sum} 已到期应付。</translation>
    </message>
</context>
<context>
    <name>ProjectChoice</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n 套</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of a new project</source>
        <translation>新项目名称</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新项目</translation>
    </message>
</context>
<context>
    <name>ProjectForm</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>开发企业</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Steps without a pre-sale permit: {level}. {meaning} Set under Law pack.</source>
        <translation>无预售许可证时：{level}。{meaning}请在“规则包”中设置。</translation>
    </message>
    <message>
        <source>Totals from prices per m²</source>
        <translation>由单价计算总价</translation>
    </message>
</context>
<context>
    <name>ProjectTable</name>
    <message>
        <source>Create one here, or import a price list: that makes it.</source>
        <translation>可在此新建，或直接导入价目表自动建立。</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>There is no project yet</source>
        <translation>还没有项目</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>套数</translation>
    </message>
    <message>
        <source>Without a permit</source>
        <translation>无许可证时</translation>
    </message>
</context>
<context>
    <name>ProjectsPage</name>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Create a project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Create a project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Law pack…</source>
        <translation>规则包…</translation>
    </message>
    <message>
        <source>Off sale: {units}</source>
        <translation>已收盘：{units}</translation>
    </message>
    <message>
        <source>Pre-sale permits</source>
        <translation>预售许可证</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Record…</source>
        <translation>登记…</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>保存更改</translation>
    </message>
    <message>
        <source>What papers print about a project, and its pre-sale permits.</source>
        <translation>单据上打印的项目信息，以及预售许可证。</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>{project} is saved</source>
        <translation>“{project}”已保存</translation>
    </message>
</context>
<context>
    <name>PromiseDialog</name>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Enter the amount promised.</source>
        <translation>请填写承诺的金额。</translation>
    </message>
    <message>
        <source>Enter the day, for example +3 or 12-01.</source>
        <translation>请填写日期，例如 +3 或 12-01。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Promise to pay for {unit}</source>
        <translation>{unit} 的付款承诺</translation>
    </message>
    <message>
        <source>Will pay on</source>
        <translation>承诺付款日</translation>
    </message>
    <message>
        <source>{name}: {late} overdue, {soon} due within two weeks</source>
        <translation>{name}：已逾期 {late}，两周内到期 {soon}</translation>
    </message>
</context>
<context>
    <name>ProofPage</name>
    <message>
        <source>A backup counts only after it was opened and checked.</source>
        <translation>备份打开并检验通过后才算数。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Backed up and checked.</source>
        <translation>已备份并检验。</translation>
    </message>
    <message>
        <source>Backed up and checked: {path}</source>
        <translation>已备份并检验：{path}</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Backups and proof</source>
        <translation>备份与核对</translation>
    </message>
    <message>
        <source>Do the books hold together?</source>
        <translation>账目是否一致？</translation>
    </message>
    <message>
        <source>Everybody can go on working meanwhile.</source>
        <translation>备份期间可照常工作。</translation>
    </message>
    <message>
        <source>Looking at every law</source>
        <translation>正在逐条核对</translation>
    </message>
    <message>
        <source>Newest verified backup</source>
        <translation>最近一次有效备份</translation>
    </message>
    <message>
        <source>Proof of the books</source>
        <translation>账目核对</translation>
    </message>
    <message>
        <source>Prove the books</source>
        <translation>核对账目</translation>
    </message>
    <message>
        <source>Prove this copy</source>
        <translation>核对此备份</translation>
    </message>
    <message>
        <source>Restore drill</source>
        <translation>恢复演练</translation>
    </message>
    <message>
        <source>Restored for trial and proved: {file}</source>
        <translation>演练恢复并验证通过：{file}</translation>
    </message>
    <message>
        <source>Restores the newest backup into a temporary place, proves it, and writes down that it was done.</source>
        <translation>把最近一份备份恢复到临时位置并逐条验证，然后记入操作日志。</translation>
    </message>
    <message>
        <source>Restoring the newest backup for trial</source>
        <translation>正在演练恢复最近一份备份</translation>
    </message>
    <message>
        <source>Stop working in this office; restore the newest backup whose books hold.</source>
        <translation>请停止使用本案场数据，恢复账目一致的最新备份。</translation>
    </message>
    <message>
        <source>The administrator does the drill.</source>
        <translation>恢复演练由系统管理员进行。</translation>
    </message>
    <message>
        <source>This office, now</source>
        <translation>当前案场</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>{what}: every law holds</source>
        <translation>{what}：全部规则成立</translation>
    </message>
    <message>
        <source>{what}: {count} laws are broken</source>
        <translation>{what}：有 {count} 条规则不成立</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>ReceiptPrinter</name>
    <message numerus="yes">
        <source>%n demand letter(s)</source>
        <translation>
            <numerusform>催款函 %n 封</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s)</source>
        <translation>
            <numerusform>%n 张收据</numerusform>
        </translation>
    </message>
    <message>
        <source>Cash of {day}, {name}</source>
        <translation>{day} {name} 收银日结</translation>
    </message>
    <message>
        <source>Close of {day}, {name}</source>
        <translation>日结单 {day} {name}</translation>
    </message>
    <message>
        <source>Close of {month}</source>
        <translation>月结单 {month}</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>收据 {number}</translation>
    </message>
    <message>
        <source>Receipt {number}, printed again ({count})</source>
        <translation>收据 {number}（补打 {count}）</translation>
    </message>
</context>
<context>
    <name>ReceiptsPage</name>
    <message numerus="yes">
        <source>%n paper(s), {void} void. Taken {taken}, paid back {back}.</source>
        <translation>
            <numerusform>共 %n 张，作废 {void} 张。收款 {taken}，退款 {back}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>收款人</translation>
    </message>
    <message>
        <source>Each deposit taken gives one; choose other days to see older ones.</source>
        <translation>每收一笔定金开一张收据；查看以前的请选择其他日期。</translation>
    </message>
    <message>
        <source>Every copy of it is back in my hand</source>
        <translation>各联均已收回在手</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>For</source>
        <translation>款项</translation>
    </message>
    <message>
        <source>For a refund: original back</source>
        <translation>退款：原件已收回</translation>
    </message>
    <message>
        <source>For a refund: original lost</source>
        <translation>退款：原件遗失</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>It was printed before. The new paper bears the mark “reprint {count}”, so that nobody takes it for a second receipt.</source>
        <translation>该收据已打印过。新打印的收据将标注“补打 {count}”，以免被当作另一张收据。</translation>
    </message>
    <message>
        <source>Keep the originals with the stub.</source>
        <translation>请将收回的原收据与存根一并保管。</translation>
    </message>
    <message>
        <source>Large cash</source>
        <translation>大额现金</translation>
    </message>
    <message>
        <source>Make receipt {number} void?</source>
        <translation>作废收据 {number}？</translation>
    </message>
    <message>
        <source>No receipts in these days</source>
        <translation>这些日期没有收据</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Number, unit, payer…</source>
        <translation>号码、房号、付款人…</translation>
    </message>
    <message>
        <source>Only a receipt of today that is not void yet can be made void</source>
        <translation>只能作废当日且未作废的收据</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>付款人</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>补打</translation>
    </message>
    <message>
        <source>Print receipt {number} again?</source>
        <translation>补打收据 {number}？</translation>
    </message>
    <message>
        <source>Print receipt…</source>
        <translation>打印收据…</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>打印次数</translation>
    </message>
    <message>
        <source>Receipt {number} is void.</source>
        <translation>收据 {number} 已作废。</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Stamp the copies and keep them with the stub.</source>
        <translation>请在各联加盖作废章，并与存根一起保管。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Void the receipt</source>
        <translation>作废收据</translation>
    </message>
    <message>
        <source>Void: {reason}</source>
        <translation>作废：{reason}</translation>
    </message>
    <message>
        <source>Void…</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>{amount} from {payer} for unit {unit} goes back to the payer. The number stays; the paper is stamped void. Where a copy stays away, have a contra approved instead.</source>
        <translation>{payer} 为房源 {unit} 支付的 {amount} 将退还付款人。收据号码保留，票面标注作废。若有一联收不回，请改走红冲审批。</translation>
    </message>
</context>
<context>
    <name>ReceptionDesk</name>
    <message>
        <source>All fields of the form</source>
        <translation>展开表单全部栏目</translation>
    </message>
    <message>
        <source>Choose among chips; a digit or first letter does it too</source>
        <translation>在选项间移动并选择；也可按数字或首字母</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>新登记</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记表</translation>
    </message>
    <message>
        <source>Register the entry, record the follow-up</source>
        <translation>保存登记或跟进</translation>
    </message>
    <message>
        <source>Search or filter the list</source>
        <translation>搜索或筛选列表</translation>
    </message>
    <message>
        <source>The next field of the form</source>
        <translation>转到下一栏</translation>
    </message>
    <message>
        <source>The pages of this desk</source>
        <translation>切换本台页面</translation>
    </message>
    <message>
        <source>Throw the entry away</source>
        <translation>放弃本条登记</translation>
    </message>
    <message>
        <source>Usual results of a follow-up</source>
        <translation>跟进常用结果</translation>
    </message>
</context>
<context>
    <name>RecordField</name>
    <message>
        <source>Found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>RecoverDialog</name>
    <message>
        <source>Anybody else&apos;s password is reset by the administrator. An administrator who has forgotten his own types the recovery key that was printed when the office was created.</source>
        <translation>其他人员的密码由管理员重置。管理员本人忘记密码时，请输入建立售楼处时打印的恢复密钥。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Forgotten password</source>
        <translation>忘记密码</translation>
    </message>
    <message>
        <source>Get a one-time password</source>
        <translation>获取一次性密码</translation>
    </message>
    <message>
        <source>Go to the sign-in</source>
        <translation>去登录</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>One-time password</source>
        <translation>一次性密码</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>First passwords</source>
        <translation>初始密码</translation>
    </message>
    <message>
        <source>Go to the sign-in</source>
        <translation>去登录</translation>
    </message>
    <message>
        <source>I have written the key down.</source>
        <translation>我已抄下恢复密钥。</translation>
    </message>
    <message>
        <source>If the last administrator loses his password, only this key lets somebody in. It is shown once, now, and stored nowhere in clear. Keep it on paper, away from this machine.</source>
        <translation>如果最后一位管理员忘记密码，只有凭此密钥才能恢复。密钥仅在此刻显示一次，系统不保存明文。请抄写或打印后另行保管，不要放在本机。</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>The office is ready. Keep this key.</source>
        <translation>售楼处已建好，请保管好恢复密钥。</translation>
    </message>
</context>
<context>
    <name>RefundAskDialog</name>
    <message>
        <source>Ask for it</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>Ask for the refund of {unit} to be paid</source>
        <translation>申请支付 {unit} 的退款</translation>
    </message>
    <message>
        <source>Declaration of the loss</source>
        <translation>遗失声明</translation>
    </message>
    <message>
        <source>Enter the account it goes to.</source>
        <translation>请填写收款账户。</translation>
    </message>
    <message>
        <source>Enter where the loss is declared.</source>
        <translation>请填写遗失声明。</translation>
    </message>
    <message>
        <source>Exchanged for invoices before, their originals are back: {numbers}</source>
        <translation>此前已换开发票、原件已收回：{numbers}</translation>
    </message>
    <message>
        <source>In whose place, by which paper, and why</source>
        <translation>代何人领取、凭何委托、原因</translation>
    </message>
    <message>
        <source>Into the account</source>
        <translation>收款账户</translation>
    </message>
    <message>
        <source>Original is back</source>
        <translation>原件已收回</translation>
    </message>
    <message>
        <source>Original is lost</source>
        <translation>原件遗失</translation>
    </message>
    <message>
        <source>Original not here yet</source>
        <translation>原件尚未交回</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>领款人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Say in whose place this person takes the money.</source>
        <translation>请说明此人代何人领款。</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>请填写事由。</translation>
    </message>
    <message>
        <source>This refund rests on no receipt of ours.</source>
        <translation>这笔退款没有对应的本所收据。</translation>
    </message>
    <message>
        <source>Way of paying</source>
        <translation>退款方式</translation>
    </message>
    <message>
        <source>{number} of {day}, {payer}: {amount}</source>
        <translation>{number}，{day}，{payer}：{amount}</translation>
    </message>
</context>
<context>
    <name>RefundsPage</name>
    <message>
        <source>Account or order number</source>
        <translation>收款账号或订单号</translation>
    </message>
    <message>
        <source>Ask for it to be paid…</source>
        <translation>申请退款…</translation>
    </message>
    <message>
        <source>Being signed</source>
        <translation>审批中</translation>
    </message>
    <message>
        <source>Cancelled by</source>
        <translation>退订原因方</translation>
    </message>
    <message>
        <source>Choose a line to see what became of the deposit.</source>
        <translation>选择一行，查看定金的处理结果。</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Deposit kept</source>
        <translation>没收定金</translation>
    </message>
    <message>
        <source>Into the account</source>
        <translation>收款账户</translation>
    </message>
    <message>
        <source>Nothing is owed</source>
        <translation>没有应付退款</translation>
    </message>
    <message>
        <source>Nothing owed</source>
        <translation>无应退款</translation>
    </message>
    <message>
        <source>Of it paid on top</source>
        <translation>其中加付</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>待付</translation>
    </message>
    <message>
        <source>Owed since</source>
        <translation>应付时间</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>已退</translation>
    </message>
    <message>
        <source>Paid, {slip}</source>
        <translation>已付，{slip}</translation>
    </message>
    <message>
        <source>Pay back</source>
        <translation>支付退款</translation>
    </message>
    <message>
        <source>Pay back {amount}</source>
        <translation>支付退款 {amount}</translation>
    </message>
    <message>
        <source>Pay {amount} back to {payee}?</source>
        <translation>确认向 {payee} 退款 {amount}？</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>领款人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>凭证号</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>退款申请</translation>
    </message>
    <message>
        <source>Request {request} is with those who sign.</source>
        <translation>申请 {request} 号已送审。</translation>
    </message>
    <message>
        <source>Show the request</source>
        <translation>查看申请</translation>
    </message>
    <message>
        <source>Show those that are settled, too</source>
        <translation>同时显示已结清的</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>退款单</translation>
    </message>
    <message>
        <source>Slip {number}: {amount} paid back.</source>
        <translation>退款单 {number}：已退 {amount}。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>To be asked for first</source>
        <translation>须先申请</translation>
    </message>
    <message>
        <source>To pay back</source>
        <translation>应退</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Unit {unit}, by: {tender}. The slip is numbered and printed at once.</source>
        <translation>房号 {unit}，付款方式：{tender}。确认后立即编号并打印退款单。</translation>
    </message>
    <message>
        <source>Way of paying</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>When a deal is cancelled, what goes back to the buyer appears here.</source>
        <translation>退订后应退还买方的款项会出现在这里。</translation>
    </message>
    <message>
        <source>Which refund?</source>
        <translation>办理哪笔退款？</translation>
    </message>
    <message>
        <source>waits for {people}</source>
        <translation>待 {people} 签批</translation>
    </message>
    <message>
        <source>{amount}: the deposit is returned double</source>
        <translation>{amount}（定金双倍返还）</translation>
    </message>
    <message>
        <source>{count} to pay, together {sum}</source>
        <translation>待付 {count} 笔，合计 {sum}</translation>
    </message>
    <message>
        <source>{request}: {state}</source>
        <translation>{request} 号：{state}</translation>
    </message>
</context>
<context>
    <name>RegisterAccountDialog</name>
    <message>
        <source>Account number</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>监管银行</translation>
    </message>
    <message>
        <source>Choose the project.</source>
        <translation>请选择项目。</translation>
    </message>
    <message>
        <source>Enter what stands on the permit.</source>
        <translation>请按预售许可证填写。</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Register a supervised account</source>
        <translation>登记监管账户</translation>
    </message>
    <message>
        <source>Register it</source>
        <translation>登记</translation>
    </message>
</context>
<context>
    <name>RegisterBookDialog</name>
    <message>
        <source>Enter what stands on the book.</source>
        <translation>请按票据本上所印填写。</translation>
    </message>
    <message>
        <source>First form</source>
        <translation>起号</translation>
    </message>
    <message>
        <source>Last form</source>
        <translation>止号</translation>
    </message>
    <message>
        <source>Name of the book</source>
        <translation>票据本名称</translation>
    </message>
    <message>
        <source>Register a receipt book</source>
        <translation>登记票据本</translation>
    </message>
    <message>
        <source>Register it</source>
        <translation>登记</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>* needed · Return: next field · Ctrl+Return: register</source>
        <translation>* 必填 · 回车：下一栏 · Ctrl+回车：登记</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>全部栏目</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Fill in the name.</source>
        <translation>请填写姓名。</translation>
    </message>
    <message>
        <source>Fill in the phone.</source>
        <translation>请填写电话。</translation>
    </message>
    <message>
        <source>In turn: {name}</source>
        <translation>轮到：{name}</translation>
    </message>
    <message>
        <source>It is not certain that this entry was saved.</source>
        <translation>无法确定本条登记是否已保存。</translation>
    </message>
    <message>
        <source>It is offered to be sent when the office is back, also after a restart.</source>
        <translation>恢复后（重启后也一样）会提示您发送。</translation>
    </message>
    <message>
        <source>It is sent again by itself until the office answers, and counts once.</source>
        <translation>系统会自动重发，直到有应答为止，只登记一次。</translation>
    </message>
    <message>
        <source>Me ({name})</source>
        <translation>本人（{name}）</translation>
    </message>
    <message>
        <source>Nothing of it has been registered.</source>
        <translation>本条内容尚未登记。</translation>
    </message>
    <message>
        <source>Press Register again: it cannot be registered twice.</source>
        <translation>请再按一次“登记”：不会重复登记。</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Registered as no. {number}: {name}</source>
        <translation>已登记为第 {number} 号：{name}</translation>
    </message>
    <message>
        <source>Say on which day the visit was.</source>
        <translation>请填写来访日期。</translation>
    </message>
    <message>
        <source>The line broke; whether this entry was saved is being found out.</source>
        <translation>连接中断，正在确认这条登记是否已保存。</translation>
    </message>
    <message>
        <source>The next contact is a day to come.</source>
        <translation>下次联系应为今天或以后的日期。</translation>
    </message>
    <message>
        <source>The office does not answer: this entry is kept on this machine.</source>
        <translation>售楼处无应答：本条登记已保存在本机。</translation>
    </message>
    <message>
        <source>This is no day: write 2026-11-24, 11-24 or +3.</source>
        <translation>日期无法识别：请写成 2026-11-24、11-24 或 +3。</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Throw this entry away?</source>
        <translation>放弃本条登记？</translation>
    </message>
    <message>
        <source>Whose turn it is</source>
        <translation>按轮接顺序</translation>
    </message>
</context>
<context>
    <name>RegisterPapers</name>
    <message>
        <source>Drawing the register</source>
        <translation>正在生成登记表</translation>
    </message>
    <message>
        <source>Register {project} {first}</source>
        <translation>来电来访登记表 {project} {first}</translation>
    </message>
    <message>
        <source>Register {project} {first} to {last}</source>
        <translation>来电来访登记表 {project} {first} 至 {last}</translation>
    </message>
</context>
<context>
    <name>ReleasePoints</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform>等，另有 %n 套</numerusform>
        </translation>
    </message>
    <message>
        <source>As it stands the release would be refused whole.</source>
        <translation>按目前情况，本次推盘将整批被拒绝。</translation>
    </message>
    <message>
        <source>Being checked…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>{point}: not asked for here</source>
        <translation>{point}：本项目不要求</translation>
    </message>
</context>
<context>
    <name>RemindersPage</name>
    <message numerus="yes">
        <source>%n deal(s): {late} overdue, {soon} due within two weeks.</source>
        <translation>
            <numerusform>共 %n 笔：已逾期 {late}，两周内到期 {soon}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) written.</source>
        <translation>
            <numerusform>已出具催款函 %n 封。</numerusform>
        </translation>
    </message>
    <message>
        <source>A letter may be written now</source>
        <translation>现在可以催款</translation>
    </message>
    <message>
        <source>A letter waits until something is overdue, and the day of the last one is past</source>
        <translation>有款项逾期、且上一封的期限已过，才能再出具</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Each gets the next number and stage and is kept; together they ask for {sum}. They are shown for printing afterwards.</source>
        <translation>每封取下一编号和次数并存档；合计催收 {sum}。随后显示以供打印。</translation>
    </message>
    <message>
        <source>Last letter</source>
        <translation>最近催款函</translation>
    </message>
    <message>
        <source>Note a promise…</source>
        <translation>记录承诺…</translation>
    </message>
    <message>
        <source>Nothing is overdue, and nothing due within two weeks</source>
        <translation>没有逾期款项，两周内也没有到期款项</translation>
    </message>
    <message>
        <source>On</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Overdue and due within two weeks</source>
        <translation>已逾期和两周内到期</translation>
    </message>
    <message>
        <source>Pay by</source>
        <translation>付款期限</translation>
    </message>
    <message>
        <source>Print the letters…</source>
        <translation>打印催款函…</translation>
    </message>
    <message>
        <source>Promised for</source>
        <translation>承诺日</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>催款</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>逾期自</translation>
    </message>
    <message>
        <source>Soon due</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>The promised day is past</source>
        <translation>承诺日已过</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房源</translation>
    </message>
    <message>
        <source>Unit {unit}: promised for {day}.</source>
        <translation>房源 {unit}：承诺于 {day} 付款。</translation>
    </message>
    <message>
        <source>What payment modes make due of agreed units is listed here two weeks before its day, until it is paid.</source>
        <translation>已认购房源按付款方式应付的款项，从到期前两周起列在这里，直到付清。</translation>
    </message>
    <message>
        <source>Which of them</source>
        <translation>显示范围</translation>
    </message>
    <message numerus="yes">
        <source>Write %n demand letter(s)?</source>
        <translation>
            <numerusform>出具 %n 封催款函？</numerusform>
        </translation>
    </message>
    <message>
        <source>Write letters…</source>
        <translation>出具催款函…</translation>
    </message>
    <message>
        <source>Write them</source>
        <translation>出具</translation>
    </message>
    <message>
        <source>{number}, {stage}</source>
        <translation>{number}，{stage}</translation>
    </message>
</context>
<context>
    <name>RequestColumns</name>
    <message>
        <source>About</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>剩余天数</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>申请时间</translation>
    </message>
    <message>
        <source>For</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>表价</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>留房时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房源</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>留至</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>货值</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>RequestDoings</name>
    <message>
        <source>A new request with the facts as they are now; everybody signs anew.</source>
        <translation>按现在的情况重新提出申请，所有人重新签批。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新申请</translation>
    </message>
    <message>
        <source>Ask for {what} again?</source>
        <translation>重新申请{what}？</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>放弃留房</translation>
    </message>
    <message>
        <source>Give up the reservation of {unit}?</source>
        <translation>放弃 {unit} 的留房？</translation>
    </message>
    <message>
        <source>Nobody can sign it any more; you can ask for it again.</source>
        <translation>撤回后无人可再签批；您可以重新申请。</translation>
    </message>
    <message>
        <source>The unit is held back until the site manager releases it.</source>
        <translation>房源转为销控，待案场经理推售。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Withdraw {what}?</source>
        <translation>撤回{what}？</translation>
    </message>
    <message>
        <source>{unit} is held back.</source>
        <translation>{unit} 已转为销控。</translation>
    </message>
    <message>
        <source>{what} is approved and carried out.</source>
        <translation>{what} 已批准并执行。</translation>
    </message>
    <message>
        <source>{what} is asked for again.</source>
        <translation>{what} 已重新申请。</translation>
    </message>
    <message>
        <source>{what} is rejected.</source>
        <translation>{what} 已驳回。</translation>
    </message>
    <message>
        <source>{what} is signed; next: {people}.</source>
        <translation>{what} 已签；下一步：{people}。</translation>
    </message>
    <message>
        <source>{what} is withdrawn.</source>
        <translation>{what} 已撤回。</translation>
    </message>
</context>
<context>
    <name>RequestPanel</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>还剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask again…</source>
        <translation>重新申请…</translation>
    </message>
    <message>
        <source>Asked for again after</source>
        <translation>原申请编号</translation>
    </message>
    <message>
        <source>Asked for again as</source>
        <translation>重新申请编号</translation>
    </message>
    <message>
        <source>Choose a line to see what is asked for, why, and who has signed it.</source>
        <translation>选择一行，查看申请内容、理由和签批情况。</translation>
    </message>
    <message>
        <source>No request chosen</source>
        <translation>未选择申请</translation>
    </message>
    <message>
        <source>No. {number} · asked by {person} · {moment}</source>
        <translation>编号 {number} · 申请人 {person} · {moment}</translation>
    </message>
    <message>
        <source>Print the form…</source>
        <translation>打印申请单…</translation>
    </message>
    <message>
        <source>Sign at this machine…</source>
        <translation>在本机签批…</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签批</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>签批…</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What it changes and costs</source>
        <translation>影响与代价</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Withdrawn because</source>
        <translation>撤回原因</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤回…</translation>
    </message>
</context>
<context>
    <name>RequestQuestion</name>
    <message numerus="yes">
        <source>%n unit(s), {before} before and {after} after.</source>
        <translation>
            <numerusform>%n 套，调前 {before}，调后 {after}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for signatures under &apos;{name}&apos;?</source>
        <translation>为“{name}”申请签批？</translation>
    </message>
    <message>
        <source>Ask for them</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>The last signature puts it into effect, or leaves it ready for its time. It stays as it is while it is signed.</source>
        <translation>最后一人签批后即生效，或到时生效。签批期间方案不变。</translation>
    </message>
</context>
<context>
    <name>ReserveDialog</name>
    <message>
        <source>Ask for a reservation of {code}</source>
        <translation>申请留房：{code}</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Gross area</source>
        <translation>建筑面积</translation>
    </message>
    <message>
        <source>Head of department and deputy review it, the general manager approves it: three people, none of them you. Then nobody else can have the unit until the day is over.</source>
        <translation>部门负责人和分管副总复核，总经理批准：须为三个不同的人，且不能是您本人。批准后，在留房日结束前，房源不会给其他任何人。</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>表价</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前状态</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reserved until</source>
        <translation>留至</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Another file…</source>
        <translation>选择其他文件…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Backups ({files})</source>
        <translation>备份 ({files})</translation>
    </message>
    <message>
        <source>Backups lie beside the office, in a folder that ends in -backups.</source>
        <translation>备份位于售楼处文件旁、名称以 -backups 结尾的文件夹中。</translation>
    </message>
    <message>
        <source>Backups on this machine</source>
        <translation>本机上的备份</translation>
    </message>
    <message>
        <source>No backup found on this machine</source>
        <translation>本机没有找到备份</translation>
    </message>
    <message>
        <source>Office (*.office)</source>
        <translation>售楼处数据 (*.office)</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>The backup is checked first and put into a new file; nothing that exists is touched.</source>
        <translation>先校验备份，再恢复到一个新文件；不会改动任何现有文件。</translation>
    </message>
    <message>
        <source>Where should the restored office be kept?</source>
        <translation>恢复后的数据文件保存在哪里？</translation>
    </message>
    <message>
        <source>Which backup?</source>
        <translation>选择备份</translation>
    </message>
</context>
<context>
    <name>ReturnBookDialog</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Take the book {book} back</source>
        <translation>收回票据本 {book}</translation>
    </message>
    <message>
        <source>Unused forms</source>
        <translation>未用份数</translation>
    </message>
    <message>
        <source>{name} has it. Count the forms that nothing is on.</source>
        <translation>现由 {name} 领用。请清点未使用的份数。</translation>
    </message>
</context>
<context>
    <name>RevealBox</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message numerus="yes">
        <source>Masked again in %n second(/s); copying masks at once.</source>
        <translation>
            <numerusform>%n 秒后恢复隐藏；复制后立即隐藏。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RightsPage</name>
    <message>
        <source>A tick takes effect at once and stands in the journal. Space sets it.</source>
        <translation>勾选立即生效并记入操作日志；空格键可勾选。</translation>
    </message>
    <message>
        <source>Command or question</source>
        <translation>操作或查询</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
</context>
<context>
    <name>RoleForm</name>
    <message numerus="yes">
        <source>%n customer(s) and their open follow-ups go to</source>
        <translation>
            <numerusform>%n 位客户及其未完成跟进移交给</numerusform>
        </translation>
    </message>
    <message>
        <source>Another role for {name}</source>
        <translation>调整 {name} 的岗位</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>调整岗位</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
</context>
<context>
    <name>SavedCard</name>
    <message>
        <source>Consultant: {name}</source>
        <translation>置业顾问：{name}</translation>
    </message>
    <message>
        <source>Follow-up due {day} (today)</source>
        <translation>应跟进：{day}（今天）</translation>
    </message>
    <message>
        <source>Follow-up due {day} (tomorrow)</source>
        <translation>应跟进：{day}（明天）</translation>
    </message>
    <message numerus="yes">
        <source>Follow-up due {day}, in %n day(/s)</source>
        <translation>
            <numerusform>应跟进：{day}（%n 天后）</numerusform>
        </translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>第 {number} 号</translation>
    </message>
    <message>
        <source>Open this customer</source>
        <translation>查看该客户</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>已登记</translation>
    </message>
</context>
<context>
    <name>ScanList</name>
    <message numerus="yes">
        <source>%n page(/s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>A newer one takes its place.</source>
        <translation>已有更新的一份。</translation>
    </message>
    <message>
        <source>Agreement {number}</source>
        <translation>认购书 {number}</translation>
    </message>
    <message>
        <source>Attach scan…</source>
        <translation>添加扫描件…</translation>
    </message>
    <message>
        <source>Change {number}</source>
        <translation>变更 {number}</translation>
    </message>
    <message>
        <source>Checksum: {sum}</source>
        <translation>校验值：{sum}</translation>
    </message>
    <message>
        <source>Contract {number}</source>
        <translation>合同 {number}</translation>
    </message>
    <message>
        <source>No scan yet.</source>
        <translation>尚无扫描件。</translation>
    </message>
    <message>
        <source>No scan yet. Print the paper, have it signed, scan it, and drop the file here.</source>
        <translation>尚无扫描件。请打印文件，签字后扫描，再将文件拖到此处。</translation>
    </message>
    <message>
        <source>Open {file}</source>
        <translation>打开 {file}</translation>
    </message>
    <message>
        <source>Request {number}</source>
        <translation>申请 {number}</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>扫描件</translation>
    </message>
    <message>
        <source>Strike it out…</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>Struck out by {person}, {moment}: {reason}</source>
        <translation>{person} 于 {moment} 作废：{reason}</translation>
    </message>
</context>
<context>
    <name>Scans</name>
    <message>
        <source>It stays to be seen, with your name and the reason, and counts no more.</source>
        <translation>作废后仍可查看，并记下您的姓名与原因，但不再有效。</translation>
    </message>
    <message>
        <source>Strike it out</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Strike {file} out?</source>
        <translation>作废 {file}？</translation>
    </message>
    <message>
        <source>{file} is attached.</source>
        <translation>{file} 已添加。</translation>
    </message>
    <message>
        <source>{file} is struck out.</source>
        <translation>{file} 已作废。</translation>
    </message>
</context>
<context>
    <name>ScheduleList</name>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>本次</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未付</translation>
    </message>
    <message>
        <source>Open then</source>
        <translation>收后未付</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>款项</translation>
    </message>
    <message>
        <source>late fee {amount}</source>
        <translation>滞纳金 {amount}</translation>
    </message>
    <message>
        <source>paid before a change</source>
        <translation>变更前已付</translation>
    </message>
    <message>
        <source>paid before change {number}</source>
        <translation>变更 {number} 前已付</translation>
    </message>
    <message>
        <source>{amount} waived</source>
        <translation>已减免 {amount}</translation>
    </message>
    <message numerus="yes">
        <source>{event} + %n day(s)</source>
        <translation>
            <numerusform>{event}后 %n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SchemeEditor</name>
    <message>
        <source>Add a line</source>
        <translation>新增一行</translation>
    </message>
    <message>
        <source>Base price</source>
        <translation>基准价</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差价</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差价表</translation>
    </message>
    <message>
        <source>Floors</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>How it is rounded</source>
        <translation>取整方式</translation>
    </message>
    <message>
        <source>Line {line}, {column}: &apos;{text}&apos; cannot be read.</source>
        <translation>第 {line} 行“{column}”：无法识别“{text}”。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Per floor</source>
        <translation>逐层</translation>
    </message>
    <message>
        <source>Prices per m² are rounded to</source>
        <translation>单价取整到</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Rounded to</source>
        <translation>取整单位</translation>
    </message>
    <message>
        <source>Totals are rounded to</source>
        <translation>总价取整到</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What is rounded</source>
        <translation>取整对象</translation>
    </message>
    <message>
        <source>Which units</source>
        <translation>适用房源</translation>
    </message>
    <message>
        <source>Which units: names of buildings, cores, layouts, orientations, room numbers (01) or unit codes; empty means all. Floors: 3, 3~17, 18~. Difference: 150, -200, or a factor ×0.985.</source>
        <translation>适用房源：填写楼栋、单元、户型、朝向、房号（01）或房源编号，留空为全部。楼层：3、3~17、18~。差价：150、-200，或系数 ×0.985。</translation>
    </message>
    <message>
        <source>down</source>
        <translation>舍去</translation>
    </message>
    <message>
        <source>half up</source>
        <translation>四舍五入</translation>
    </message>
    <message>
        <source>yuan per m²</source>
        <translation>元/㎡</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Confirming: do not take the money again</source>
        <translation>正在确认，请不要重复收款</translation>
    </message>
    <message>
        <source>Confirming…</source>
        <translation>确认中…</translation>
    </message>
    <message>
        <source>Do not take the money again and do not begin anew: the same order is sent until the office answers, and it counts once. Nothing is printed before.</source>
        <translation>请不要重复收款，也不要重新办理：同一指令会一直发送到有应答为止，只生效一次。确认之前不打印。</translation>
    </message>
    <message>
        <source>It is not known whether this was carried out.</source>
        <translation>尚不清楚这一步是否已办成。</translation>
    </message>
    <message>
        <source>Press the button again: it can only take effect once.</source>
        <translation>请再按一次按钮：同一笔只会生效一次。</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>提交中…</translation>
    </message>
    <message>
        <source>The line broke; whether this was carried out is being found out.</source>
        <translation>连接中断，正在确认是否已办理。</translation>
    </message>
    <message>
        <source>The office does not answer</source>
        <translation>售楼处无应答</translation>
    </message>
    <message>
        <source>The office does not answer: no money and no unit is taken now.</source>
        <translation>售楼处无应答：现在不收款、不锁房。</translation>
    </message>
</context>
<context>
    <name>SettingField</name>
    <message>
        <source>/ 100 %</source>
        <translation>‱</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>{least} 至 {most}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Office settings</source>
        <translation>案场设置</translation>
    </message>
    <message>
        <source>Receipt form…</source>
        <translation>收据套打…</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>保存更改</translation>
    </message>
    <message>
        <source>The settings are saved</source>
        <translation>设置已保存</translation>
    </message>
    <message>
        <source>They hold for every desk of the office.</source>
        <translation>对案场所有工作台生效。</translation>
    </message>
    <message>
        <source>They hold for every desk of the office. The administrator changes them.</source>
        <translation>对案场所有工作台生效。由管理员修改。</translation>
    </message>
</context>
<context>
    <name>SettleAreaDialog</name>
    <message>
        <source>Agreed area</source>
        <translation>约定面积</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差比</translation>
    </message>
    <message>
        <source>Measured area</source>
        <translation>实测面积</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>实测日期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Settle the area of {unit}</source>
        <translation>面积补差：{unit}</translation>
    </message>
    <message>
        <source>The error is beyond 3 %: the buyer may rescind the contract instead.</source>
        <translation>误差超过 3 %：买受人有权退房。</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>待结算</translation>
    </message>
    <message>
        <source>Up to 3 % either way the real area is paid for at the contract&apos;s price. What is larger beyond it the seller bears; what is smaller beyond it is returned double.</source>
        <translation>误差在 3 % 以内（含）据实结算；超出 3 % 的，多出部分由出卖人承担，不足部分双倍返还（办法第 20 条）。</translation>
    </message>
</context>
<context>
    <name>SheetPreview</name>
    <message>
        <source>The first rows of the file</source>
        <translation>文件的前几行</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Change the language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Lose what is typed?</source>
        <translation>放弃已输入的内容？</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Something typed is not saved: {where}. It would be lost.</source>
        <translation>有内容尚未保存：{where}。继续操作将丢失这些内容。</translation>
    </message>
    <message>
        <source>the new office</source>
        <translation>新建售楼处</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Agreement</source>
        <translation>认购书</translation>
    </message>
    <message>
        <source>Can be noted later</source>
        <translation>可以以后补登</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Contract is signed</source>
        <translation>合同已签</translation>
    </message>
    <message>
        <source>Contract number</source>
        <translation>合同编号</translation>
    </message>
    <message>
        <source>Contract price</source>
        <translation>合同价</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Hand over by</source>
        <translation>约定交付日</translation>
    </message>
    <message>
        <source>It is the turn of: {people}. Another person may sign at this machine with his own login and password; you stay signed in.</source>
        <translation>现在轮到：{people}。其他人也可以用自己的账号和密码在本机签批，您的登录不受影响。</translation>
    </message>
    <message>
        <source>Needed where you reject</source>
        <translation>驳回时必填</translation>
    </message>
    <message>
        <source>Online signing number</source>
        <translation>网签号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签批</translation>
    </message>
    <message>
        <source>Sign the contract of {unit}</source>
        <translation>{unit} 签约</translation>
    </message>
    <message>
        <source>Sign until</source>
        <translation>签约期限</translation>
    </message>
    <message>
        <source>Sign: {what}</source>
        <translation>签批：{what}</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签约日期</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>签批人账号</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Another office…</source>
        <translation>打开其他售楼处…</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>大写锁定似乎已打开。</translation>
    </message>
    <message>
        <source>Change the language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Forgotten password…</source>
        <translation>忘记密码…</translation>
    </message>
    <message>
        <source>Latest backup: {age}</source>
        <translation>最近备份：{age}</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>No backup yet.</source>
        <translation>尚无备份。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign in to your desk.</source>
        <translation>登录您的工作台。</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Sit down as</source>
        <translation>选择演练岗位</translation>
    </message>
    <message>
        <source>The sales office at one desk: board, reception, cashier, contracts.</source>
        <translation>销控、接待、收银、认购，一处办理。</translation>
    </message>
</context>
<context>
    <name>SilentBanner</name>
    <message>
        <source>The office server does not answer: not current since {time}.</source>
        <translation>售楼处服务器无应答：自 {time} 起未更新。</translation>
    </message>
    <message>
        <source>You can look and type. No money and no unit is taken until it is back; the desk connects again by itself.</source>
        <translation>可以查看和输入。恢复之前不收款、不锁房；工位会自动重新连接。</translation>
    </message>
</context>
<context>
    <name>Sitting</name>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>The backup is made and checked.</source>
        <translation>备份已完成并通过校验。</translation>
    </message>
    <message>
        <source>Your password is changed.</source>
        <translation>密码已修改。</translation>
    </message>
</context>
<context>
    <name>SoldListPane</name>
    <message>
        <source>Another file</source>
        <translation>换一个文件</translation>
    </message>
    <message>
        <source>Bring in units already sold</source>
        <translation>导入已售房源</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列对应</translation>
    </message>
    <message>
        <source>First receipt number</source>
        <translation>起始收据号</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>For an office that starts in the middle: the units must be imported already. Each row names a unit, its customer, its state (subscribed, signed, filed, delivered), the price and what was paid so far. It comes in as an opening balance, marked as such and dated.</source>
        <translation>适用于中途启用系统的案场：须先导入房源。每行一套房，写明客户、状态（认购、签约、备案、交付）、成交总价和已付金额，作为期初余额导入，注明日期并标记为期初。</translation>
    </message>
    <message>
        <source>Import the project&apos;s price list first.</source>
        <translation>请先导入该项目的价目表。</translation>
    </message>
    <message>
        <source>Mend the problems in the file, then choose it again.</source>
        <translation>请在文件中改正问题后重新选择。</translation>
    </message>
    <message>
        <source>No unit could be read.</source>
        <translation>没有读到房源。</translation>
    </message>
    <message>
        <source>Our receipts go on with number</source>
        <translation>收据号从此号续编</translation>
    </message>
    <message>
        <source>Problems ({count})</source>
        <translation>问题（{count}）</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>正在读取 {file}</translation>
    </message>
    <message numerus="yes">
        <source>Take in %n unit(s)</source>
        <translation>
            <numerusform>导入 %n 套已售房源</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken in: {count} units already sold, {paid} paid so far.</source>
        <translation>已导入 {count} 套已售房源，已付合计 {paid}。</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>房源</translation>
    </message>
    <message>
        <source>empty: from 1, or as they run already</source>
        <translation>留空：从 1 开始，或沿用现有编号</translation>
    </message>
    <message>
        <source>{count} units, {paid} paid so far</source>
        <translation>{count} 套，已付合计 {paid}</translation>
    </message>
</context>
<context>
    <name>SoldTable</name>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>No unit could be read</source>
        <translation>没有读到房源</translation>
    </message>
    <message>
        <source>Old receipts</source>
        <translation>原收据号</translation>
    </message>
    <message>
        <source>Paid so far</source>
        <translation>已付金额</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>成交总价</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房源</translation>
    </message>
</context>
<context>
    <name>SoonBell</name>
    <message numerus="yes">
        <source>%n unit(s) about to run out</source>
        <translation>
            <numerusform>%n 套即将到时</numerusform>
        </translation>
    </message>
    <message>
        <source>The hold of {unit} for {customer} ends at {time} ({minutes} min)</source>
        <translation>{customer} 锁定的 {unit} 将于 {time} 到时（还剩 {minutes} 分钟）</translation>
    </message>
    <message numerus="yes">
        <source>{first} · %n more under the bell</source>
        <translation>
            <numerusform>{first} · 另有 %n 项见铃铛</numerusform>
        </translation>
    </message>
    <message>
        <source>{unit} is free for {customer} until {time}</source>
        <translation>{unit} 已空出，{customer} 优先认购至 {time}</translation>
    </message>
</context>
<context>
    <name>SpanBar</name>
    <message>
        <source>Days shown</source>
        <translation>显示日期</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>其他日期</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Add a part</source>
        <translation>增加一套</translation>
    </message>
    <message>
        <source>Enter m², for example 89.50.</source>
        <translation>请输入面积（㎡），例如 89.50。</translation>
    </message>
    <message>
        <source>Gross area</source>
        <translation>建筑面积</translation>
    </message>
    <message>
        <source>Inside area</source>
        <translation>套内面积</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>户型</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Split {unit}</source>
        <translation>拆分 {unit}</translation>
    </message>
    <message>
        <source>Still to be given away: {gross} of {whole} gross</source>
        <translation>待分配：建筑面积 {gross}（共 {whole}）</translation>
    </message>
    <message>
        <source>{gross}, {inside} of {whole} inside</source>
        <translation>{gross}，套内 {inside}（共 {whole}）</translation>
    </message>
    <message>
        <source>{unit} vanishes from the board, from prices and from counts; its history stays. Merging the parts under its number brings it back, as long as they have no price and were not offered.</source>
        <translation>{unit} 不再出现在销控、定价和统计中，历史记录保留。拆分后的房源未定价、未推售前，按原房号合并即可恢复。</translation>
    </message>
</context>
<context>
    <name>StageForm</name>
    <message numerus="yes">
        <source>%n amount(s) (comes/come) due, {sum}</source>
        <translation>
            <numerusform>%n 笔款项到期应付，合计 {sum}</numerusform>
        </translation>
    </message>
    <message>
        <source>A building stage is reached</source>
        <translation>工程节点已到</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>It is recorded once and not taken back: what waits for it is dated by it.</source>
        <translation>节点只登记一次，不能撤回：等待此节点的款项将据此确定到期日。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Reached on</source>
        <translation>到达日期</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>工程节点</translation>
    </message>
    <message>
        <source>This is no day; write it as 2026-03-01.</source>
        <translation>日期无法识别，请按 2026-03-01 的格式填写。</translation>
    </message>
</context>
<context>
    <name>StageTable</name>
    <message>
        <source>A payment mode whose lines count from a building stage brings it here as soon as somebody agrees to it.</source>
        <translation>付款方式中按工程节点起算的款项，在有人签署认购书后会出现在这里。</translation>
    </message>
    <message>
        <source>Amounts due by it</source>
        <translation>按此应付的笔数</translation>
    </message>
    <message>
        <source>At</source>
        <translation>登记时间</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Nothing is due by building progress</source>
        <translation>没有按工程进度应付的款项</translation>
    </message>
    <message>
        <source>Reached on</source>
        <translation>到达日期</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>登记人</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>工程节点</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未到</translation>
    </message>
</context>
<context>
    <name>StandInPane</name>
    <message>
        <source>End it</source>
        <translation>结束代签</translation>
    </message>
    <message>
        <source>End it…</source>
        <translation>结束代签…</translation>
    </message>
    <message>
        <source>End {stand_in} standing in for {absent}?</source>
        <translation>结束{stand_in}为{absent}代签？</translation>
    </message>
    <message>
        <source>I am away…</source>
        <translation>我要外出…</translation>
    </message>
    <message>
        <source>Nobody signs for {absent} from {day} on. What was signed stays signed.</source>
        <translation>自 {day} 起无人为{absent}代签；已签的仍有效。</translation>
    </message>
    <message>
        <source>Nobody stands in for {absent} any more.</source>
        <translation>已无人为{absent}代签。</translation>
    </message>
    <message>
        <source>Somebody is away…</source>
        <translation>他人外出…</translation>
    </message>
    <message>
        <source>The stand-in is named.</source>
        <translation>代签人已指定。</translation>
    </message>
</context>
<context>
    <name>StandInTable</name>
    <message>
        <source>Away</source>
        <translation>外出人</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Named by</source>
        <translation>指定人</translation>
    </message>
    <message>
        <source>Nobody stands in for anybody</source>
        <translation>目前无人代签</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Say here before you are away, so that requests do not wait for you.</source>
        <translation>外出前请在此指定代签人，以免申请等候。</translation>
    </message>
    <message>
        <source>Signs for him</source>
        <translation>代签人</translation>
    </message>
    <message>
        <source>Stand-ins</source>
        <translation>代签人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>coming</source>
        <translation>即将开始</translation>
    </message>
    <message>
        <source>signs now</source>
        <translation>代签中</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>as of {time}</source>
        <translation>截至 {time}</translation>
    </message>
    <message>
        <source>not current since {time}</source>
        <translation>自 {time} 起未更新</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Enter it as year-month-day.</source>
        <translation>请按 年-月-日 填写。</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>First day of the campaign</source>
        <translation>推广计划开始日期</translation>
    </message>
    <message numerus="yes">
        <source>Five phases with %n job(s), media and milestones. Everything can be moved, renamed and added to afterwards.</source>
        <translation>
            <numerusform>五个阶段，共 %n 项工作、媒体与里程碑；生成后均可移动、改名、增补。</numerusform>
        </translation>
    </message>
    <message>
        <source>Plan the campaign</source>
        <translation>生成推广计划</translation>
    </message>
    <message>
        <source>Plan the campaign from the template</source>
        <translation>按模板编排推广计划</translation>
    </message>
    <message>
        <source>The first day is missing.</source>
        <translation>请填写开始日期。</translation>
    </message>
    <message>
        <source>Your site manager plans the campaign; it appears here then.</source>
        <translation>推广计划由案场经理编排，完成后会显示在这里。</translation>
    </message>
</context>
<context>
    <name>StateLegend</name>
    <message>
        <source>States; press one to look for it</source>
        <translation>房源状态，点击可筛选</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>As of {time}</source>
        <translation>数据截至 {time}</translation>
    </message>
    <message>
        <source>Backup failing</source>
        <translation>备份失败</translation>
    </message>
    <message>
        <source>Backup {age}</source>
        <translation>备份：{age}</translation>
    </message>
    <message>
        <source>Clock wrong</source>
        <translation>时钟有误</translation>
    </message>
    <message numerus="yes">
        <source>Last verified restore: %n day(s) ago</source>
        <translation>
            <numerusform>最近一次恢复演练：%n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>Last verified restore: never</source>
        <translation>最近一次恢复演练：从未演练</translation>
    </message>
    <message>
        <source>Last verified restore: today</source>
        <translation>最近一次恢复演练：今天</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>尚无备份</translation>
    </message>
    <message>
        <source>Not current since {time}</source>
        <translation>自 {time} 起未更新</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>处理中…</translation>
    </message>
</context>
<context>
    <name>StepDialog</name>
    <message>
        <source>Look again on</source>
        <translation>复核日期</translation>
    </message>
    <message>
        <source>Name of the batch</source>
        <translation>推盘批次名称</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>for example: opening day, first batch</source>
        <translation>例如：开盘首批</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message numerus="yes">
        <source>%n of {step}</source>
        <translation>
            <numerusform>{step}（须 %n 人）</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody can sign this: see the stand-ins</source>
        <translation>目前无人可签，请指定代签人</translation>
    </message>
    <message>
        <source>waits for {people}</source>
        <translation>等待 {people}</translation>
    </message>
    <message>
        <source>{person} for {absent}</source>
        <translation>{person}（代{absent}）</translation>
    </message>
    <message>
        <source>{step} (each of them)</source>
        <translation>{step}（每个岗位）</translation>
    </message>
</context>
<context>
    <name>StripCard</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s)</source>
        <translation>
            <numerusform>%n 张收据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n 套</numerusform>
        </translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>推广阶段</translation>
    </message>
    <message>
        <source>Last verified restore</source>
        <translation>上次恢复演练</translation>
    </message>
    <message>
        <source>Received today</source>
        <translation>今日收款</translation>
    </message>
    <message>
        <source>Sold this week</source>
        <translation>本周认购</translation>
    </message>
    <message>
        <source>Sold today</source>
        <translation>今日认购</translation>
    </message>
    <message>
        <source>Visits and calls today</source>
        <translation>今日来访 + 来电</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>no phase today</source>
        <translation>今天不在任何阶段</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{phase}, day {day} of {days}</source>
        <translation>{phase} 第 {day}/{days} 天</translation>
    </message>
</context>
<context>
    <name>SubscribeDialog</name>
    <message>
        <source>As the office has set it</source>
        <translation>按售楼处设置</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Choose how the buyer pays.</source>
        <translation>请选择付款方式。</translation>
    </message>
    <message>
        <source>Correct the shares of the buyers.</source>
        <translation>请修改各买受人的份额。</translation>
    </message>
    <message>
        <source>Days until the contract</source>
        <translation>签约期限（天）</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>定金</translation>
    </message>
    <message>
        <source>Hold: {left} left</source>
        <translation>锁定剩余 {left}</translation>
    </message>
    <message>
        <source>Look at the unit on the board; what you typed stays here.</source>
        <translation>请在销控总览中查看该房源；您填写的内容仍保留在此。</translation>
    </message>
    <message>
        <source>Make the agreement</source>
        <translation>生成认购书</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note, printed on the agreement</source>
        <translation>备注（打印在认购书上）</translation>
    </message>
    <message>
        <source>Papers are being written: more time</source>
        <translation>正在写认购书，延长时间</translation>
    </message>
    <message>
        <source>Payment mode</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Price check</source>
        <translation>审价</translation>
    </message>
    <message>
        <source>Subscription of {unit} by {customer}</source>
        <translation>{customer} 认购 {unit}</translation>
    </message>
    <message>
        <source>The deal is not on hold any more.</source>
        <translation>该交易已不在锁定状态。</translation>
    </message>
    <message>
        <source>The shares do not add up to 100 %.</source>
        <translation>各买受人的份额合计不是 100%。</translation>
    </message>
    <message>
        <source>Waits for the deposit and the approved price</source>
        <translation>需先收定金并批准价格</translation>
    </message>
    <message>
        <source>at the cashier</source>
        <translation>待收银处收取</translation>
    </message>
    <message>
        <source>by the site manager</source>
        <translation>待案场经理审批</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>已逾期 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n 项逾期</numerusform>
        </translation>
    </message>
    <message>
        <source>Jobs done</source>
        <translation>已完成工作</translation>
    </message>
    <message>
        <source>Next milestone</source>
        <translation>下一个里程碑</translation>
    </message>
    <message>
        <source>Units subscribed</source>
        <translation>认购套数</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>还有 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>nothing is late</source>
        <translation>无逾期</translation>
    </message>
    <message numerus="yes">
        <source>{money}, %n in 7 days</source>
        <translation>
            <numerusform>{money}，近 7 天 %n 套</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupervisedPage</name>
    <message>
        <source>All moneys of this line of the bank wait again; both stay in the books.</source>
        <translation>该流水对应的款项恢复为未核对，两次操作均保留记录。</translation>
    </message>
    <message>
        <source>Amount, day within three, and the payer&apos;s name or the reference agree. Look at the list first: you say that they are the same.</source>
        <translation>金额相同、日期相差三日内，且付款人或流水号一致。请先核对列表：由您确认它们是同一笔款项。</translation>
    </message>
    <message>
        <source>Choose the moneys…</source>
        <translation>选择款项…</translation>
    </message>
    <message>
        <source>Collected, not in the account</source>
        <translation>已收未入账</translation>
    </message>
    <message>
        <source>Lines of the bank to match</source>
        <translation>待核对银行流水</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message numerus="yes">
        <source>Match %n line(s)?</source>
        <translation>
            <numerusform>核对 %n 笔流水？</numerusform>
        </translation>
    </message>
    <message>
        <source>Match all that are exact…</source>
        <translation>核对全部一致的…</translation>
    </message>
    <message>
        <source>Match as suggested</source>
        <translation>按建议核对</translation>
    </message>
    <message>
        <source>Match them</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>No supervised account is registered yet; the site manager registers it.</source>
        <translation>尚未登记监管账户，由案场经理登记。</translation>
    </message>
    <message>
        <source>Not yet in the account: {outside} ({moneys}). Lines to match: {waiting} ({lines}).</source>
        <translation>已收未入账 {outside}（{moneys} 笔），待核对流水 {waiting}（{lines} 笔）。</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was taken in: %n problem(s).</source>
        <translation>
            <numerusform>未导入：有 %n 个问题。</numerusform>
        </translation>
    </message>
    <message>
        <source>Register an account…</source>
        <translation>登记账户…</translation>
    </message>
    <message>
        <source>Statements (*.xlsx *.xls *.ods *.csv *.txt)</source>
        <translation>银行流水 (*.xlsx *.xls *.ods *.csv *.txt)</translation>
    </message>
    <message>
        <source>Supervised account</source>
        <translation>监管账户</translation>
    </message>
    <message>
        <source>Take in the bank&apos;s file…</source>
        <translation>导入银行流水…</translation>
    </message>
    <message>
        <source>The bank&apos;s file</source>
        <translation>银行流水文件</translation>
    </message>
    <message>
        <source>The columns of this file have changed</source>
        <translation>文件的列有变化</translation>
    </message>
    <message>
        <source>They have changed: take it in</source>
        <translation>确认变化并导入</translation>
    </message>
    <message>
        <source>Undo it</source>
        <translation>撤销核对</translation>
    </message>
    <message>
        <source>Undo the match of {reference}?</source>
        <translation>撤销 {reference} 的核对？</translation>
    </message>
    <message>
        <source>Undo the match…</source>
        <translation>撤销核对…</translation>
    </message>
    <message>
        <source>{added} line(s) of the bank taken in, {known} known already.</source>
        <translation>导入银行流水 {added} 笔，{known} 笔此前已导入。</translation>
    </message>
</context>
<context>
    <name>TabTools</name>
    <message>
        <source>Copy the list</source>
        <translation>复制列表</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
</context>
<context>
    <name>TabWords</name>
    <message>
        <source>A contract is filed within 30 days of its signing (R-14).</source>
        <translation>合同自签订之日起 30 日内备案（R-14）。</translation>
    </message>
    <message>
        <source>A deal begins when a unit is held on the sales control board.</source>
        <translation>在销控总览中锁定房源后，交易即开始。</translation>
    </message>
    <message>
        <source>Agreement {number}</source>
        <translation>认购书 {number}</translation>
    </message>
    <message>
        <source>Agreements whose contract should be signed by now stand here: have it signed, ask for a later day, or cancel the deal.</source>
        <translation>已过签约期限而未签约的认购列于此：催签、申请延期签约，或办理退订。</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>面积补差</translation>
    </message>
    <message>
        <source>Change {number}</source>
        <translation>变更 {number}</translation>
    </message>
    <message>
        <source>Contract {number}</source>
        <translation>合同 {number}</translation>
    </message>
    <message>
        <source>Filed units stand here until their buyers have the keys.</source>
        <translation>已备案的房源列于此，直到交付业主。</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>待交付</translation>
    </message>
    <message>
        <source>In default</source>
        <translation>催告中</translation>
    </message>
    <message>
        <source>No area was measured yet</source>
        <translation>尚未登记实测面积</translation>
    </message>
    <message>
        <source>No contract waits for its filing</source>
        <translation>没有待备案的合同</translation>
    </message>
    <message>
        <source>No deal is over yet</source>
        <translation>还没有已结束的交易</translation>
    </message>
    <message>
        <source>No deal is under way</source>
        <translation>暂无进行中的交易</translation>
    </message>
    <message>
        <source>No notice of default stands</source>
        <translation>没有催告中的交易</translation>
    </message>
    <message>
        <source>No signing is overdue</source>
        <translation>没有逾期未签约的认购</translation>
    </message>
    <message>
        <source>No unit waits to be handed over</source>
        <translation>没有待交付的房源</translation>
    </message>
    <message>
        <source>Nothing to review</source>
        <translation>没有待审的退房</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>大定逾期</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>退房待审</translation>
    </message>
    <message>
        <source>Sold homes whose measured area is noted stand here: first those that are not settled by the 3 % rule, then the settled ones.</source>
        <translation>已登记实测面积的已售房源显示在此处：未按 3 % 规则结算的在前，已结算的在后。</translation>
    </message>
    <message>
        <source>To file</source>
        <translation>待备案</translation>
    </message>
    <message>
        <source>Units of cancelled deals wait here until they are taken back.</source>
        <translation>退订的房源在此等待审核收回。</translation>
    </message>
    <message>
        <source>Who lets his day pass is served a notice with days of grace; it stands here until he comes, or until the deposit is forfeited by request.</source>
        <translation>客户逾期未履行的，出具催告函并给予宽限期；在客户履行或经签批没收定金之前，显示在此处。</translation>
    </message>
</context>
<context>
    <name>TakingPage</name>
    <message>
        <source>Take it, or press Esc to drop what was typed.</source>
        <translation>请完成收款，或按 Esc 放弃已输入的内容。</translation>
    </message>
    <message>
        <source>Type a unit, a name or a part of the phone number and press Return.</source>
        <translation>输入房号、姓名或部分电话号码后按回车。</translation>
    </message>
</context>
<context>
    <name>TallyStrip</name>
    <message numerus="yes">
        <source>%n lot(s)</source>
        <translation>
            <numerusform>车位/储藏 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n 套</numerusform>
        </translation>
    </message>
    <message>
        <source>Units, area and value by state</source>
        <translation>各状态的套数、面积与货值</translation>
    </message>
    <message>
        <source>{state} {count}</source>
        <translation>{state} {count}</translation>
    </message>
    <message numerus="yes">
        <source>{state}: %n unit(s), {area}, {value}</source>
        <translation>
            <numerusform>{state}：%n 套，{area}，{value}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TenderRow</name>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>凭证号</translation>
    </message>
    <message>
        <source>Slip or order number</source>
        <translation>小票号或订单号</translation>
    </message>
    <message>
        <source>Take this way of paying away</source>
        <translation>删除这种付款方式</translation>
    </message>
    <message>
        <source>Up and Down in the amount change it</source>
        <translation>在金额框中按上下键切换</translation>
    </message>
    <message>
        <source>Way of paying</source>
        <translation>付款方式</translation>
    </message>
</context>
<context>
    <name>Tenders</name>
    <message>
        <source>Another way of paying (+)</source>
        <translation>增加付款方式（+）</translation>
    </message>
</context>
<context>
    <name>TransfersPage</name>
    <message numerus="yes">
        <source>%n transfer(s), together {sum}; no cash moved.</source>
        <translation>
            <numerusform>共 %n 笔对转，合计 {sum}，无现金收付。</numerusform>
        </translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>转入</translation>
    </message>
    <message>
        <source>No transfers in these days</source>
        <translation>所选日期没有转账</translation>
    </message>
    <message>
        <source>Out of</source>
        <translation>转出</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>转账</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>When a contract is signed, a unit exchanged or a deal cancelled, money goes from one account to another without cash; it is listed here.</source>
        <translation>签约、换房、退订时，款项在账目之间转移而不收付现金，均列在这里。</translation>
    </message>
</context>
<context>
    <name>TrialPane</name>
    <message numerus="yes">
        <source>%n above the filed price: {units}</source>
        <translation>
            <numerusform>%n 套高于备案价：{units}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a price: {units}</source>
        <translation>
            <numerusform>%n 套没有价格：{units}</numerusform>
        </translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Average after</source>
        <translation>调后均价</translation>
    </message>
    <message>
        <source>Average before</source>
        <translation>调前均价</translation>
    </message>
    <message>
        <source>Average per m²</source>
        <translation>每平方米均价</translation>
    </message>
    <message>
        <source>Back to the versions</source>
        <translation>返回方案列表</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>By building</source>
        <translation>按楼栋</translation>
    </message>
    <message>
        <source>By floor</source>
        <translation>按楼层</translation>
    </message>
    <message>
        <source>By layout</source>
        <translation>按户型</translation>
    </message>
    <message>
        <source>Compare by</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>户型</translation>
    </message>
    <message numerus="yes">
        <source>Put on %n unit(s), {left} left.</source>
        <translation>
            <numerusform>已加到 %n 套上，仍余 {left}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Read out of present prices</source>
        <translation>从现价识别</translation>
    </message>
    <message>
        <source>Read out of {units} prices: {plain} follow from base, floors and room numbers alone, {fits} with the exceptions in the last lines.</source>
        <translation>已从 {units} 套现价中识别：仅凭基准价、楼层和房号可还原 {plain} 套，加上末尾几行例外可还原 {fits} 套。</translation>
    </message>
    <message>
        <source>Save as a version…</source>
        <translation>保存为方案…</translation>
    </message>
    <message>
        <source>Solve</source>
        <translation>反算</translation>
    </message>
    <message>
        <source>Solved by</source>
        <translation>调整对象</translation>
    </message>
    <message>
        <source>Sum after</source>
        <translation>调后总额</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Target amount</source>
        <translation>目标金额</translation>
    </message>
    <message>
        <source>Target {target}: rounding leaves {residual} over.</source>
        <translation>目标 {target}：取整后余 {residual}。</translation>
    </message>
    <message>
        <source>To a target</source>
        <translation>反算目标</translation>
    </message>
    <message>
        <source>Total of all units</source>
        <translation>全部房源总额</translation>
    </message>
    <message>
        <source>Type a base price, the differences and a target first.</source>
        <translation>请先填写基准价、差价和目标。</translation>
    </message>
    <message>
        <source>Units (frozen)</source>
        <translation>套数（冻结）</translation>
    </message>
    <message>
        <source>Where the residual goes</source>
        <translation>尾差去向</translation>
    </message>
    <message>
        <source>by a last factor</source>
        <translation>调整末尾系数</translation>
    </message>
    <message>
        <source>by the base price</source>
        <translation>调整基准价</translation>
    </message>
    <message>
        <source>residual on the dearest unit</source>
        <translation>尾差加到最贵一套</translation>
    </message>
    <message>
        <source>residual spread over units</source>
        <translation>尾差分摊到各套</translation>
    </message>
    <message>
        <source>residual stays</source>
        <translation>保留尾差</translation>
    </message>
</context>
<context>
    <name>TurnCard</name>
    <message>
        <source>Next in turn for a new customer</source>
        <translation>新客户轮接</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>The administrator adds consultants first.</source>
        <translation>请管理员先添加置业顾问。</translation>
    </message>
    <message>
        <source>Waited longest since the last first visit.</source>
        <translation>距上次接待首访客户时间最长。</translation>
    </message>
</context>
<context>
    <name>TurnDialog</name>
    <message>
        <source>Approved</source>
        <translation>批准金额</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>申请金额</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Documents asked for, one a line</source>
        <translation>要求补的资料，每行一项</translation>
    </message>
    <message>
        <source>Enter a day.</source>
        <translation>请填写日期。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Number of the registration</source>
        <translation>登记编号</translation>
    </message>
    <message>
        <source>Open of the loan&apos;s lines</source>
        <translation>贷款未到款</translation>
    </message>
    <message>
        <source>Part of the loan</source>
        <translation>贷款部分</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>The bank lends</source>
        <translation>银行批准</translation>
    </message>
    <message>
        <source>The fund lends</source>
        <translation>公积金批准</translation>
    </message>
    <message>
        <source>What came in</source>
        <translation>到账金额</translation>
    </message>
    <message>
        <source>{step}: loan of {unit}</source>
        <translation>{step}：{unit} 按揭</translation>
    </message>
</context>
<context>
    <name>UnbindDialog</name>
    <message>
        <source>It is sold on its own again.</source>
        <translation>解除后单独出售。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Unbind</source>
        <translation>解除捆绑</translation>
    </message>
    <message>
        <source>Unbind {lot}</source>
        <translation>解除捆绑 {lot}</translation>
    </message>
</context>
<context>
    <name>UnitExtras</name>
    <message>
        <source>Base</source>
        <translation>基价</translation>
    </message>
    <message>
        <source>Buying plan…</source>
        <translation>置业计划…</translation>
    </message>
    <message>
        <source>By the price version {version} ({source}), {since}.</source>
        <translation>由调价方案“{version}”（{source}）于 {since} 确定。</translation>
    </message>
    <message>
        <source>Filed price</source>
        <translation>备案价</translation>
    </message>
    <message>
        <source>Its steps lead to another price: it was changed since.</source>
        <translation>按其步骤计算的价格与现价不同：之后另有调整。</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>标价</translation>
    </message>
    <message>
        <source>No price was set yet.</source>
        <translation>尚未定价。</translation>
    </message>
    <message>
        <source>Price per m²</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Set by import or by hand, {since}.</source>
        <translation>由导入或手工于 {since} 确定。</translation>
    </message>
    <message>
        <source>Why this price?</source>
        <translation>价格构成</translation>
    </message>
    <message>
        <source>{sign}{amount} → {price}</source>
        <translation>{sign}{amount} → {price}</translation>
    </message>
    <message>
        <source>×{factor} → {price}</source>
        <translation>×{factor} → {price}</translation>
    </message>
</context>
<context>
    <name>UnitFacts</name>
    <message>
        <source>Agreement</source>
        <translation>认购书</translation>
    </message>
    <message>
        <source>Asked for it</source>
        <translation>催款情况</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Buyers are told</source>
        <translation>对外口径</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Deal price</source>
        <translation>成交价</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>定金</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应付</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>Gross area</source>
        <translation>建筑面积</translation>
    </message>
    <message>
        <source>Held until</source>
        <translation>锁定至</translation>
    </message>
    <message>
        <source>Inside area</source>
        <translation>套内面积</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>户型</translation>
    </message>
    <message>
        <source>Look again on</source>
        <translation>复核日期</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>待补</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>朝向</translation>
    </message>
    <message>
        <source>Payment mode</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Price per m²</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Put off because</source>
        <translation>推迟原因</translation>
    </message>
    <message>
        <source>Sign until</source>
        <translation>签约期限</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>With its lots</source>
        <translation>连同车位/储藏室</translation>
    </message>
    <message>
        <source>a buyer&apos;s ID number</source>
        <translation>认购人证件号码</translation>
    </message>
    <message>
        <source>not approved yet</source>
        <translation>尚未审核</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>尚未收取</translation>
    </message>
    <message numerus="yes">
        <source>{day}, %n day(s) over</source>
        <translation>
            <numerusform>{day}，逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>{moment} ({left} left)</source>
        <translation>{moment}（剩 {left}）</translation>
    </message>
    <message>
        <source>{price}, approved by {name}</source>
        <translation>{price}，{name} 审核</translation>
    </message>
</context>
<context>
    <name>UnitGrid</name>
    <message>
        <source>Faces</source>
        <translation>朝向</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>建筑面积</translation>
    </message>
    <message>
        <source>Gross area in m²</source>
        <translation>建筑面积（㎡）</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>套内面积</translation>
    </message>
    <message>
        <source>Inside area in m²; may be empty</source>
        <translation>套内面积（㎡），可不填</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>户型</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Per floor</source>
        <translation>层差</translation>
    </message>
    <message>
        <source>Price per m² on the lowest floor, in yuan</source>
        <translation>最低层的单价（元/㎡）</translation>
    </message>
    <message>
        <source>Units of a floor</source>
        <translation>标准层房源</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>What each floor adds to the price per m², in yuan</source>
        <translation>每高一层单价增加多少（元/㎡）</translation>
    </message>
    <message>
        <source>Yuan/m²</source>
        <translation>单价</translation>
    </message>
</context>
<context>
    <name>UnitHistory</name>
    <message>
        <source>Became</source>
        <translation>变更为</translation>
    </message>
    <message>
        <source>Gross area changed</source>
        <translation>建筑面积变更</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>导入 {file}</translation>
    </message>
    <message>
        <source>Inside area changed</source>
        <translation>套内面积变更</translation>
    </message>
    <message>
        <source>Layout changed</source>
        <translation>户型变更</translation>
    </message>
    <message>
        <source>Made from a pattern</source>
        <translation>按规则建楼</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>暂无记录。</translation>
    </message>
    <message>
        <source>Orientation changed</source>
        <translation>朝向变更</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Released for sale</source>
        <translation>推盘</translation>
    </message>
    <message>
        <source>Use changed</source>
        <translation>用途变更</translation>
    </message>
    <message>
        <source>by itself, when the time was up</source>
        <translation>到期自动解除</translation>
    </message>
</context>
<context>
    <name>UnitLine</name>
    <message>
        <source>In line</source>
        <translation>候补</translation>
    </message>
    <message>
        <source>Stand in line…</source>
        <translation>登记候补…</translation>
    </message>
    <message>
        <source>The unit is sold. Who stands here is called only if the deal falls through.</source>
        <translation>该房源已售，仅在交易解除后才会按顺序通知候补客户。</translation>
    </message>
    <message>
        <source>has the first refusal until {moment} · {who}</source>
        <translation>优先至 {moment} · {who}</translation>
    </message>
    <message>
        <source>his turn is over · {who}</source>
        <translation>已轮过 · {who}</translation>
    </message>
    <message>
        <source>until {day} · {who}</source>
        <translation>至 {day} · {who}</translation>
    </message>
</context>
<context>
    <name>UnitPanel</name>
    <message numerus="yes">
        <source>%n unit(s) chosen</source>
        <translation>
            <numerusform>已选 %n 套</numerusform>
        </translation>
    </message>
    <message>
        <source>Click a unit or go there with the arrow keys. Drag, or press Ctrl and click, to choose several. Typing a number leads to it.</source>
        <translation>单击房源，或用方向键移动到该房源。拖动框选或按住 Ctrl 单击可选择多套；直接输入房号即可定位。</translation>
    </message>
    <message>
        <source>Gross area</source>
        <translation>建筑面积</translation>
    </message>
    <message>
        <source>History</source>
        <translation>房源履历</translation>
    </message>
    <message>
        <source>Homes</source>
        <translation>房屋</translation>
    </message>
    <message>
        <source>Lots</source>
        <translation>车位等</translation>
    </message>
    <message>
        <source>No unit chosen</source>
        <translation>未选择房源</translation>
    </message>
    <message>
        <source>The deal</source>
        <translation>当前交易</translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>Print this change</source>
        <translation>打印此变更单</translation>
    </message>
    <message>
        <source>The deal on {unit}</source>
        <translation>查看 {unit} 的交易</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>VersionTable</name>
    <message>
        <source>Draft one: by a scheme of differences, by a percentage, or from a file. Nothing changes until you put it into effect.</source>
        <translation>可按差价、按百分比或从文件拟定。执行之前，任何价格都不会改变。</translation>
    </message>
    <message>
        <source>Drafted</source>
        <translation>拟定时间</translation>
    </message>
    <message>
        <source>Drafted by</source>
        <translation>拟定人</translation>
    </message>
    <message>
        <source>Effective from</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Sum (yuan)</source>
        <translation>总额(元)</translation>
    </message>
    <message>
        <source>There is no price version yet</source>
        <translation>还没有调价方案</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>套数</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>方案</translation>
    </message>
</context>
<context>
    <name>VisitDetails</name>
    <message>
        <source>About the person</source>
        <translation>客户情况</translation>
    </message>
    <message>
        <source>Opinion and objections</source>
        <translation>意见与抗性</translation>
    </message>
    <message>
        <source>This visit or call</source>
        <translation>本次来访来电</translation>
    </message>
    <message>
        <source>What is wanted</source>
        <translation>购房需求</translation>
    </message>
</context>
<context>
    <name>VisitPanel</name>
    <message>
        <source>Choose a line to read all of it.</source>
        <translation>选择一行查看全部内容。</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>First visit</source>
        <translation>首访</translation>
    </message>
    <message>
        <source>Has been here before</source>
        <translation>复访</translation>
    </message>
    <message>
        <source>Late entry</source>
        <translation>补登</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>认知途径</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>下次联系</translation>
    </message>
    <message>
        <source>No entry chosen</source>
        <translation>尚未选择登记</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>第 {number} 号</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>接待人</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>访次</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>VisitsPage</name>
    <message numerus="yes">
        <source>%n entr(y/ies)</source>
        <translation>
            <numerusform>共 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Call and visit register</source>
        <translation>来电来访登记表</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Correct this entry…</source>
        <translation>更正此条登记…</translation>
    </message>
    <message>
        <source>Corrected: no. {number}, {name}</source>
        <translation>已更正：第 {number} 号，{name}</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Each visit and call is registered the same day: type the phone first.</source>
        <translation>来访来电应当日登记：请先输入电话。</translation>
    </message>
    <message>
        <source>Export (Ctrl+E)</source>
        <translation>导出（Ctrl+E）</translation>
    </message>
    <message>
        <source>Filter: name, media, consultant… (Ctrl+F)</source>
        <translation>筛选：姓名、途径、置业顾问…（Ctrl+F）</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Manner</source>
        <translation>来访方式</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>认知途径</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>下次联系</translation>
    </message>
    <message>
        <source>No entries on these days</source>
        <translation>这几天没有登记</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>接待人</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>访次</translation>
    </message>
    <message>
        <source>again</source>
        <translation>复访</translation>
    </message>
    <message>
        <source>first</source>
        <translation>首访</translation>
    </message>
    <message>
        <source>late</source>
        <translation>补登</translation>
    </message>
    <message>
        <source>late entries {count}</source>
        <translation>补登 {count}</translation>
    </message>
    <message>
        <source>new {count}</source>
        <translation>首访 {count}</translation>
    </message>
</context>
<context>
    <name>VouchersPage</name>
    <message numerus="yes">
        <source>%n movement(s) of {first} to {last} wait for a voucher: {sum}.</source>
        <translation>
            <numerusform>{first} 至 {last} 有 %n 笔发生额待导出，合计 {sum}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Account</source>
        <translation>科目</translation>
    </message>
    <message>
        <source>Account codes…</source>
        <translation>科目编码…</translation>
    </message>
    <message>
        <source>All that moved up to yesterday is in a run.</source>
        <translation>截至昨日的发生额均已导出。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>科目编码</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>贷方</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>借方</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx);;Text file (*.csv)</source>
        <translation>Excel 工作簿 (*.xlsx);;文本文件 (*.csv)</translation>
    </message>
    <message>
        <source>Export vouchers…</source>
        <translation>导出凭证…</translation>
    </message>
    <message>
        <source>No voucher was exported yet</source>
        <translation>尚未导出凭证</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Run {no}: {count} voucher(s). Save its file for the accounting program.</source>
        <translation>第 {no} 批，共 {count} 张凭证。请保存文件供财务软件导入。</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>保存文件</translation>
    </message>
    <message>
        <source>Save the file…</source>
        <translation>保存文件…</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>The accountant exports what moved up to yesterday; each run stays here.</source>
        <translation>由会计导出截至昨日的发生额，每批保存在这里。</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>凭证号</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>Vouchers {no}</source>
        <translation>记账凭证第 {no} 批</translation>
    </message>
    <message>
        <source>{no}: {first} – {last}, {sum}</source>
        <translation>第 {no} 批：{first} 至 {last}，{sum}</translation>
    </message>
</context>
<context>
    <name>WaitingList</name>
    <message>
        <source>Request {number}</source>
        <translation>申请 {number}</translation>
    </message>
    <message>
        <source>Waits for signatures: {change}</source>
        <translation>待签批：{change}</translation>
    </message>
</context>
<context>
    <name>WaiverDialog</name>
    <message>
        <source>Ask for a late fee of {unit} to be waived</source>
        <translation>申请减免 {unit} 的滞纳金</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>Enter how much of it is waived.</source>
        <translation>请填写减免金额。</translation>
    </message>
    <message>
        <source>Late fee</source>
        <translation>滞纳金</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>请说明原因。</translation>
    </message>
    <message>
        <source>To be waived</source>
        <translation>申请减免</translation>
    </message>
    <message>
        <source>{amount} open, fixed on {day}</source>
        <translation>未收 {amount}，{day} 定额</translation>
    </message>
    <message>
        <source>{what}, {first} to {last}: {base} overdue on average, {rate} of ten thousand a day, {fee}</source>
        <translation>{what}，{first} 至 {last}：平均逾期 {base}，日万分之 {rate}，共 {fee}</translation>
    </message>
</context>
<context>
    <name>WallWindow</name>
    <message>
        <source>Wall of the waiting hall</source>
        <translation>公示大屏</translation>
    </message>
</context>
<context>
    <name>WithdrawForm</name>
    <message>
        <source>It covers nothing any more; its record stays. Units that are somebody&apos;s keep it here.</source>
        <translation>撤销后不再覆盖任何楼栋，记录保留；有客户的房源依据此证时不能撤销。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Take its units that are on sale off sale too</source>
        <translation>同时将其在售房源收盘</translation>
    </message>
    <message>
        <source>Units on sale</source>
        <translation>在售房源</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Withdraw the permit {number}</source>
        <translation>撤销预售许可证{number}</translation>
    </message>
</context>
<context>
    <name>WithdrawQuestion</name>
    <message>
        <source>It stays in the list as withdrawn, and can be the start of a new one.</source>
        <translation>它会以“已撤回”留在列表中，也可作为新方案的起点。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Withdraw &apos;{name}&apos;?</source>
        <translation>撤回“{name}”？</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>A file that is already on this machine.</source>
        <translation>打开本机上已有的数据文件。</translation>
    </message>
    <message>
        <source>A new file with your project, an administrator and your people.</source>
        <translation>新建数据文件，设置项目、管理员和人员。</translation>
    </message>
    <message>
        <source>Change the language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Check a backup and put it in the place of a lost or broken file.</source>
        <translation>校验备份并恢复，用于数据文件丢失或损坏时。</translation>
    </message>
    <message>
        <source>Create an office on this machine</source>
        <translation>在本机新建售楼处</translation>
    </message>
    <message>
        <source>Furnished with invented units, customers and receipts, to try everything.</source>
        <translation>内置虚构的房源、客户和收据，可随意试用全部功能。</translation>
    </message>
    <message>
        <source>Join an office server</source>
        <translation>加入售楼处服务器</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Office (*.office *.server.json)</source>
        <translation>售楼处 (*.office *.server.json)</translation>
    </message>
    <message>
        <source>Open an existing office</source>
        <translation>打开已有售楼处</translation>
    </message>
    <message>
        <source>Open an office</source>
        <translation>打开售楼处</translation>
    </message>
    <message>
        <source>Open the practice office</source>
        <translation>打开演练售楼处</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>以前打开过</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Several desks share one office on a PostgreSQL server (14 or newer).</source>
        <translation>多个工位共用 PostgreSQL（14 或更新版本）服务器上的同一个售楼处。</translation>
    </message>
    <message>
        <source>The sales office at one desk: board, reception, cashier, contracts.</source>
        <translation>销控、接待、收银、认购，一处办理。</translation>
    </message>
    <message>
        <source>Which office?</source>
        <translation>打开哪个售楼处？</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>Ask the person who has it.</source>
        <translation>请找有此权限的同事办理。</translation>
    </message>
    <message numerus="yes">
        <source>Confirming %n order(s): do not take the money again</source>
        <translation>
            <numerusform>%n 笔正在确认，请不要重复收款</numerusform>
        </translation>
    </message>
    <message>
        <source>Find customer, unit or receipt (Ctrl+K)</source>
        <translation>搜索客户、房源、收据（Ctrl+K）</translation>
    </message>
    <message>
        <source>Practice office: nothing here is real</source>
        <translation>演练数据，均为虚构</translation>
    </message>
    <message>
        <source>This is done at another desk, which your role does not have.</source>
        <translation>此操作在其他工作台办理，您的岗位没有该工作台。</translation>
    </message>
    <message>
        <source>You: password, lock, sign out</source>
        <translation>我的账号：密码、锁定、退出登录</translation>
    </message>
</context>
<context>
    <name>_Done</name>
    <message>
        <source>Import another file</source>
        <translation>导入另一个文件</translation>
    </message>
    <message>
        <source>New units are not released yet. Record the pre-sale permit of their buildings under Projects, then the site manager releases them on the board.</source>
        <translation>新房源尚未推售。请先在“项目”中登记楼栋的预售许可证，再由案场经理在销控表上推售。</translation>
    </message>
    <message>
        <source>Show on the board</source>
        <translation>在销控表中查看</translation>
    </message>
    <message>
        <source>{added} added, {changed} changed, {kept} kept their price, {unchanged} unchanged; together {total}</source>
        <translation>新增 {added} 套，变更 {changed} 套，保留原价 {kept} 套，无变化 {unchanged} 套；货值合计 {total}</translation>
    </message>
    <message>
        <source>{file} is in {project}</source>
        <translation>{file} 已导入“{project}”</translation>
    </message>
</context>
<context>
    <name>_Hits</name>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>_PaperDialog</name>
    <message>
        <source>Enter what stands on the paper.</source>
        <translation>请按纸面内容填写。</translation>
    </message>
    <message>
        <source>This is no day.</source>
        <translation>这不是日期。</translation>
    </message>
</context>
<context>
    <name>accounts</name>
    <message>
        <source>Alipay</source>
        <translation>支付宝</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>刷卡</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>银行转账</translation>
    </message>
    <message>
        <source>Carried over by exchanges</source>
        <translation>换房结转</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Deposits held</source>
        <translation>暂收定金</translation>
    </message>
    <message>
        <source>Deposits kept</source>
        <translation>没收定金</translation>
    </message>
    <message>
        <source>Held for others</source>
        <translation>代收款项</translation>
    </message>
    <message>
        <source>Late fees</source>
        <translation>滞纳金</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>期初余额</translation>
    </message>
    <message>
        <source>Paid ahead</source>
        <translation>预收款</translation>
    </message>
    <message>
        <source>Penalty paid</source>
        <translation>支付违约金</translation>
    </message>
    <message>
        <source>Price received</source>
        <translation>已收房款</translation>
    </message>
    <message>
        <source>Refunds owed</source>
        <translation>应退款</translation>
    </message>
    <message>
        <source>WeChat Pay</source>
        <translation>微信支付</translation>
    </message>
</context>
<context>
    <name>acts</name>
    <message>
        <source>Approval</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
</context>
<context>
    <name>agent roles</name>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>委托代理人</translation>
    </message>
</context>
<context>
    <name>changed</name>
    <message>
        <source>Gross area</source>
        <translation>建筑面积</translation>
    </message>
    <message>
        <source>Inside area</source>
        <translation>套内面积</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>户型</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>朝向</translation>
    </message>
    <message>
        <source>Total price</source>
        <translation>总价</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>A person leaves</source>
        <translation>人员离职</translation>
    </message>
    <message>
        <source>Accept a returned unit</source>
        <translation>退房验收</translation>
    </message>
    <message>
        <source>Add a buyer&apos;s ID</source>
        <translation>补录买受人证件</translation>
    </message>
    <message>
        <source>Add a campaign job</source>
        <translation>添加推广工作</translation>
    </message>
    <message>
        <source>Add a payment mode</source>
        <translation>新增付款方式</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Adopt a law pack</source>
        <translation>采用规则包</translation>
    </message>
    <message>
        <source>Advise on a follow-up</source>
        <translation>跟进批示</translation>
    </message>
    <message>
        <source>Answer a receipt with a contra</source>
        <translation>红冲收据</translation>
    </message>
    <message>
        <source>Apply what was paid ahead</source>
        <translation>预收款抵付</translation>
    </message>
    <message>
        <source>Approve a contra</source>
        <translation>批准红冲</translation>
    </message>
    <message>
        <source>Approve a price</source>
        <translation>审批价格</translation>
    </message>
    <message>
        <source>Ask for a cancellation</source>
        <translation>申请退订</translation>
    </message>
    <message>
        <source>Ask for a change of names</source>
        <translation>申请更名</translation>
    </message>
    <message>
        <source>Ask for a deposit to be forfeited</source>
        <translation>申请没收定金</translation>
    </message>
    <message>
        <source>Ask for a late fee to be waived</source>
        <translation>申请减免滞纳金</translation>
    </message>
    <message>
        <source>Ask for a later signing</source>
        <translation>申请延期签约</translation>
    </message>
    <message>
        <source>Ask for a price version</source>
        <translation>申请调价生效</translation>
    </message>
    <message>
        <source>Ask for a refund to be paid</source>
        <translation>申请退款</translation>
    </message>
    <message>
        <source>Ask for a reservation</source>
        <translation>申请留房</translation>
    </message>
    <message>
        <source>Ask for a special price</source>
        <translation>申请特批折扣</translation>
    </message>
    <message>
        <source>Ask for an area settlement</source>
        <translation>申请面积补差</translation>
    </message>
    <message>
        <source>Ask for another payment mode</source>
        <translation>申请变更付款方式</translation>
    </message>
    <message>
        <source>Ask for another price</source>
        <translation>申请变更价格</translation>
    </message>
    <message>
        <source>Ask for another unit</source>
        <translation>申请换房</translation>
    </message>
    <message>
        <source>Ask for softer laws</source>
        <translation>申请放宽规则</translation>
    </message>
    <message>
        <source>Ask for something again</source>
        <translation>重新申请</translation>
    </message>
    <message>
        <source>Attach a floor plan</source>
        <translation>添加户型图</translation>
    </message>
    <message>
        <source>Attach a scan</source>
        <translation>添加扫描件</translation>
    </message>
    <message>
        <source>Bind a lot to a home</source>
        <translation>捆绑车位/储藏室</translation>
    </message>
    <message>
        <source>Bring the office forward</source>
        <translation>升级售楼处</translation>
    </message>
    <message>
        <source>Cancel a deal</source>
        <translation>退房</translation>
    </message>
    <message>
        <source>Cancel an agreement</source>
        <translation>退订</translation>
    </message>
    <message>
        <source>Change a person&apos;s role</source>
        <translation>调整人员岗位</translation>
    </message>
    <message>
        <source>Change a setting</source>
        <translation>修改设置</translation>
    </message>
    <message>
        <source>Change filed prices</source>
        <translation>变更备案价</translation>
    </message>
    <message>
        <source>Change one&apos;s own password</source>
        <translation>修改本人密码</translation>
    </message>
    <message>
        <source>Change the buyers</source>
        <translation>变更买受人</translation>
    </message>
    <message>
        <source>Change the payment mode</source>
        <translation>变更付款方式</translation>
    </message>
    <message>
        <source>Change the price of an agreement</source>
        <translation>变更成交价</translation>
    </message>
    <message>
        <source>Check a paper</source>
        <translation>验票</translation>
    </message>
    <message>
        <source>Check a release</source>
        <translation>推盘检查</translation>
    </message>
    <message>
        <source>Check an entry</source>
        <translation>抽查一条记录</translation>
    </message>
    <message>
        <source>Check the books</source>
        <translation>核对账簿</translation>
    </message>
    <message>
        <source>Check the loan first</source>
        <translation>资料初审</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Close the day for a cashier</source>
        <translation>代收银员日结</translation>
    </message>
    <message>
        <source>Close the month</source>
        <translation>月结</translation>
    </message>
    <message>
        <source>Comment on an entry</source>
        <translation>对记录写意见</translation>
    </message>
    <message>
        <source>Compare price versions</source>
        <translation>比较调价方案</translation>
    </message>
    <message>
        <source>Copy a building</source>
        <translation>复制楼栋</translation>
    </message>
    <message>
        <source>Correct a pre-sale permit</source>
        <translation>更正预售许可证</translation>
    </message>
    <message>
        <source>Correct a register entry</source>
        <translation>更正登记</translation>
    </message>
    <message>
        <source>Count the cash</source>
        <translation>清点现金</translation>
    </message>
    <message>
        <source>Create a project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Create the office</source>
        <translation>建立售楼处</translation>
    </message>
    <message>
        <source>Draft a price version</source>
        <translation>拟定调价方案</translation>
    </message>
    <message>
        <source>Edit a campaign job</source>
        <translation>修改推广工作</translation>
    </message>
    <message>
        <source>Edit a customer</source>
        <translation>修改客户资料</translation>
    </message>
    <message>
        <source>Edit a phase</source>
        <translation>修改阶段</translation>
    </message>
    <message>
        <source>Edit a project</source>
        <translation>修改项目</translation>
    </message>
    <message>
        <source>Edit an approval flow</source>
        <translation>修改审批流程</translation>
    </message>
    <message>
        <source>End a discount</source>
        <translation>终止优惠</translation>
    </message>
    <message>
        <source>End holds whose time is over</source>
        <translation>释放到期锁定</translation>
    </message>
    <message>
        <source>Exchange a unit</source>
        <translation>换房</translation>
    </message>
    <message>
        <source>Exchange receipts for an invoice</source>
        <translation>收据换开发票</translation>
    </message>
    <message>
        <source>Export vouchers</source>
        <translation>导出凭证</translation>
    </message>
    <message>
        <source>Extend a hold</source>
        <translation>延长锁定</translation>
    </message>
    <message>
        <source>File a contract</source>
        <translation>合同备案</translation>
    </message>
    <message>
        <source>Find a closed day</source>
        <translation>查找日结</translation>
    </message>
    <message>
        <source>Fix a late fee</source>
        <translation>滞纳金定额</translation>
    </message>
    <message>
        <source>Forfeit a deposit</source>
        <translation>没收定金</translation>
    </message>
    <message>
        <source>Generate a building</source>
        <translation>生成楼栋</translation>
    </message>
    <message>
        <source>Give a reservation up</source>
        <translation>放弃留房</translation>
    </message>
    <message>
        <source>Grant a right</source>
        <translation>授予权限</translation>
    </message>
    <message>
        <source>Grant a special price</source>
        <translation>执行特批折扣</translation>
    </message>
    <message>
        <source>Hand a unit over</source>
        <translation>交付房源</translation>
    </message>
    <message>
        <source>Hand customers over</source>
        <translation>移交客户</translation>
    </message>
    <message>
        <source>Hold a unit</source>
        <translation>锁定房源</translation>
    </message>
    <message>
        <source>Hold units back</source>
        <translation>销控</translation>
    </message>
    <message>
        <source>Import a price list</source>
        <translation>导入价目表</translation>
    </message>
    <message>
        <source>Import opening balances</source>
        <translation>导入期初数据</translation>
    </message>
    <message>
        <source>Issue a receipt book</source>
        <translation>发放票据本</translation>
    </message>
    <message>
        <source>Leave the line for a unit</source>
        <translation>退出候补</translation>
    </message>
    <message>
        <source>Let a unit go</source>
        <translation>释放房源</translation>
    </message>
    <message>
        <source>Let laws stand softer</source>
        <translation>放宽规则</translation>
    </message>
    <message>
        <source>Lift a notice of default</source>
        <translation>解除催告</translation>
    </message>
    <message>
        <source>Limit discounts by role</source>
        <translation>设定岗位优惠权限</translation>
    </message>
    <message>
        <source>List account codes</source>
        <translation>查看科目编码</translation>
    </message>
    <message>
        <source>List closed days</source>
        <translation>查看日结记录</translation>
    </message>
    <message>
        <source>List demand letters</source>
        <translation>列出催款函</translation>
    </message>
    <message>
        <source>List deposits held</source>
        <translation>查看在账定金</translation>
    </message>
    <message>
        <source>List exports of vouchers</source>
        <translation>查看凭证导出记录</translation>
    </message>
    <message>
        <source>List money not yet in the account</source>
        <translation>查看已收未入账款项</translation>
    </message>
    <message>
        <source>List months and their close</source>
        <translation>查看月结</translation>
    </message>
    <message>
        <source>List promises to pay</source>
        <translation>列出付款承诺</translation>
    </message>
    <message>
        <source>List supervised accounts</source>
        <translation>查看监管账户</translation>
    </message>
    <message>
        <source>List the bank&apos;s lines without a match</source>
        <translation>查看未核对流水</translation>
    </message>
    <message>
        <source>List transfers</source>
        <translation>查看转账</translation>
    </message>
    <message>
        <source>List what is matched</source>
        <translation>查看已核对款项</translation>
    </message>
    <message>
        <source>Loan documents are complete</source>
        <translation>资料齐全</translation>
    </message>
    <message>
        <source>Look up a phone number</source>
        <translation>查询来电号码</translation>
    </message>
    <message>
        <source>Lower floor prices</source>
        <translation>下调底价</translation>
    </message>
    <message>
        <source>Make a buying plan</source>
        <translation>制作置业计划</translation>
    </message>
    <message>
        <source>Mark a campaign job done</source>
        <translation>标记工作完成</translation>
    </message>
    <message>
        <source>Mark units as not for sale</source>
        <translation>设为不可售</translation>
    </message>
    <message>
        <source>Match a line of the bank</source>
        <translation>核对银行流水</translation>
    </message>
    <message>
        <source>Merge two customers</source>
        <translation>合并客户</translation>
    </message>
    <message>
        <source>Merge units</source>
        <translation>合并房源</translation>
    </message>
    <message>
        <source>Move a campaign job</source>
        <translation>移动推广工作</translation>
    </message>
    <message>
        <source>Move a phase</source>
        <translation>移动阶段</translation>
    </message>
    <message>
        <source>Move the office</source>
        <translation>迁移售楼处</translation>
    </message>
    <message>
        <source>Name a stand-in</source>
        <translation>指定代签人</translation>
    </message>
    <message>
        <source>Note a measured area</source>
        <translation>登记实测面积</translation>
    </message>
    <message>
        <source>Note a promise to pay</source>
        <translation>记录付款承诺</translation>
    </message>
    <message>
        <source>Note an online signing</source>
        <translation>登记网签</translation>
    </message>
    <message>
        <source>Offer a discount</source>
        <translation>新增优惠</translation>
    </message>
    <message>
        <source>Open a floor plan</source>
        <translation>打开户型图</translation>
    </message>
    <message>
        <source>Open a loan case</source>
        <translation>建立按揭档案</translation>
    </message>
    <message>
        <source>Open a scan</source>
        <translation>打开扫描件</translation>
    </message>
    <message>
        <source>Pay a refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Plan a campaign</source>
        <translation>编制推广计划</translation>
    </message>
    <message>
        <source>Post a person to projects</source>
        <translation>设置所属项目</translation>
    </message>
    <message>
        <source>Pre-register the mortgage</source>
        <translation>预告抵押登记</translation>
    </message>
    <message>
        <source>Preview an import</source>
        <translation>预览导入</translation>
    </message>
    <message>
        <source>Print a change to a deal</source>
        <translation>打印变更单</translation>
    </message>
    <message>
        <source>Print a contra receipt</source>
        <translation>打印红字收据</translation>
    </message>
    <message>
        <source>Print a contra&apos;s paper</source>
        <translation>打印红字收据票面</translation>
    </message>
    <message>
        <source>Print a demand letter</source>
        <translation>打印催款函</translation>
    </message>
    <message>
        <source>Print a loan&apos;s instalments</source>
        <translation>打印还款计划</translation>
    </message>
    <message>
        <source>Print a notice of default</source>
        <translation>打印催告函</translation>
    </message>
    <message>
        <source>Print a receipt</source>
        <translation>打印收据</translation>
    </message>
    <message>
        <source>Print a receipt book&apos;s slip</source>
        <translation>打印票据本单据</translation>
    </message>
    <message>
        <source>Print a receipt&apos;s paper</source>
        <translation>打印收据凭证</translation>
    </message>
    <message>
        <source>Print a request</source>
        <translation>打印申请单</translation>
    </message>
    <message>
        <source>Print all that is on no paper yet</source>
        <translation>打印尚未打印的收据</translation>
    </message>
    <message>
        <source>Print an agreement</source>
        <translation>打印认购书</translation>
    </message>
    <message>
        <source>Print the list of loans</source>
        <translation>打印按揭汇总</translation>
    </message>
    <message>
        <source>Put a price version into effect</source>
        <translation>执行调价方案</translation>
    </message>
    <message>
        <source>Put off a review</source>
        <translation>推迟复核</translation>
    </message>
    <message>
        <source>Put off the signing</source>
        <translation>延期签约</translation>
    </message>
    <message>
        <source>Put signed prices into effect</source>
        <translation>签批后调价生效</translation>
    </message>
    <message>
        <source>Read an export of vouchers</source>
        <translation>查看导出的凭证</translation>
    </message>
    <message>
        <source>Read the paper of a closed day</source>
        <translation>查看日结单</translation>
    </message>
    <message>
        <source>Read the paper of a closed month</source>
        <translation>查看月结单</translation>
    </message>
    <message>
        <source>Read the scheme behind the prices</source>
        <translation>从现价读出定价方案</translation>
    </message>
    <message>
        <source>Reckon a price</source>
        <translation>试算价格</translation>
    </message>
    <message>
        <source>Reckon prices back from a target</source>
        <translation>按目标反算价格</translation>
    </message>
    <message>
        <source>Record a building stage</source>
        <translation>登记工程节点</translation>
    </message>
    <message>
        <source>Record a follow-up</source>
        <translation>记录跟进</translation>
    </message>
    <message>
        <source>Record a loan document</source>
        <translation>登记按揭资料</translation>
    </message>
    <message>
        <source>Record a pre-sale permit</source>
        <translation>登记预售许可证</translation>
    </message>
    <message>
        <source>Record filed prices</source>
        <translation>登记备案价</translation>
    </message>
    <message>
        <source>Recover the administrator</source>
        <translation>恢复管理员</translation>
    </message>
    <message>
        <source>Register a receipt book</source>
        <translation>登记票据本</translation>
    </message>
    <message>
        <source>Register a supervised account</source>
        <translation>登记监管账户</translation>
    </message>
    <message>
        <source>Register a visit or call</source>
        <translation>登记来访来电</translation>
    </message>
    <message>
        <source>Release a refund</source>
        <translation>批准退款</translation>
    </message>
    <message>
        <source>Release units for sale</source>
        <translation>推盘</translation>
    </message>
    <message>
        <source>Remove a campaign job</source>
        <translation>删除推广工作</translation>
    </message>
    <message>
        <source>Reserve a unit</source>
        <translation>留房</translation>
    </message>
    <message>
        <source>Reset a password</source>
        <translation>重置密码</translation>
    </message>
    <message>
        <source>Restore a campaign job</source>
        <translation>恢复推广工作</translation>
    </message>
    <message>
        <source>Restore drill by itself</source>
        <translation>自动恢复演练</translation>
    </message>
    <message>
        <source>Revoke a right</source>
        <translation>收回权限</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>See a customer</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>See a day&apos;s cash</source>
        <translation>查看当日收款</translation>
    </message>
    <message>
        <source>See a deal&apos;s versions</source>
        <translation>查看交易版本</translation>
    </message>
    <message>
        <source>See a loan case</source>
        <translation>查看一宗按揭</translation>
    </message>
    <message>
        <source>See a notice before it is served</source>
        <translation>预览催告函</translation>
    </message>
    <message>
        <source>See a price version</source>
        <translation>查看调价方案</translation>
    </message>
    <message>
        <source>See a unit</source>
        <translation>查看房源</translation>
    </message>
    <message>
        <source>See a unit&apos;s floor plan</source>
        <translation>查看房源户型图</translation>
    </message>
    <message>
        <source>See a unit&apos;s history</source>
        <translation>查看房源历史</translation>
    </message>
    <message>
        <source>See filings due</source>
        <translation>查看待备案</translation>
    </message>
    <message>
        <source>See follow-ups due</source>
        <translation>查看待跟进</translation>
    </message>
    <message>
        <source>See holds about to end</source>
        <translation>查看即将到期的锁定</translation>
    </message>
    <message>
        <source>See how a price came about</source>
        <translation>查看价格构成</translation>
    </message>
    <message>
        <source>See how late fees were reckoned</source>
        <translation>查看滞纳金计算</translation>
    </message>
    <message>
        <source>See large cash payments</source>
        <translation>查看大额现金</translation>
    </message>
    <message>
        <source>See on the board whose money is due</source>
        <translation>在销控图上查看款项到期情况</translation>
    </message>
    <message>
        <source>See one&apos;s own next form</source>
        <translation>查看本人下一票号</translation>
    </message>
    <message>
        <source>See receipts that are on no paper yet</source>
        <translation>查看尚未打印的收据</translation>
    </message>
    <message>
        <source>See receivables by age</source>
        <translation>查看应收账龄</translation>
    </message>
    <message>
        <source>See requests</source>
        <translation>查看申请</translation>
    </message>
    <message>
        <source>See signings overdue</source>
        <translation>查看大定逾期</translation>
    </message>
    <message>
        <source>See the absorption by batch</source>
        <translation>查看分批去化率</translation>
    </message>
    <message>
        <source>See the approval flows</source>
        <translation>查看审批流程</translation>
    </message>
    <message>
        <source>See the area settlements</source>
        <translation>查看面积补差</translation>
    </message>
    <message>
        <source>See the board as it stood</source>
        <translation>查看过去时点的销控表</translation>
    </message>
    <message>
        <source>See the buildings</source>
        <translation>查看楼栋</translation>
    </message>
    <message>
        <source>See the buildings&apos; progress</source>
        <translation>查看工程进度</translation>
    </message>
    <message>
        <source>See the buyers</source>
        <translation>查看买受人</translation>
    </message>
    <message>
        <source>See the campaign timeline</source>
        <translation>查看推广进度</translation>
    </message>
    <message>
        <source>See the customers</source>
        <translation>查看客户列表</translation>
    </message>
    <message>
        <source>See the deal on a unit</source>
        <translation>查看房源交易</translation>
    </message>
    <message>
        <source>See the deals</source>
        <translation>查看交易</translation>
    </message>
    <message>
        <source>See the discounts</source>
        <translation>查看优惠</translation>
    </message>
    <message>
        <source>See the entries to check</source>
        <translation>查看待抽查的记录</translation>
    </message>
    <message>
        <source>See the floor plans</source>
        <translation>查看户型图</translation>
    </message>
    <message>
        <source>See the floor price of a deal&apos;s unit</source>
        <translation>查看单套房源底价</translation>
    </message>
    <message>
        <source>See the floor prices</source>
        <translation>查看底价</translation>
    </message>
    <message>
        <source>See the invoices for receipts</source>
        <translation>查看换票记录</translation>
    </message>
    <message>
        <source>See the journal</source>
        <translation>查看操作日志</translation>
    </message>
    <message>
        <source>See the law pack</source>
        <translation>查看规则包</translation>
    </message>
    <message>
        <source>See the limits of discounts</source>
        <translation>查看优惠权限</translation>
    </message>
    <message>
        <source>See the loan cases</source>
        <translation>查看按揭档案</translation>
    </message>
    <message>
        <source>See the loan check lists</source>
        <translation>查看按揭资料清单</translation>
    </message>
    <message>
        <source>See the lots that can be bound</source>
        <translation>查看可捆绑的车位/储藏室</translation>
    </message>
    <message>
        <source>See the media</source>
        <translation>查看媒体</translation>
    </message>
    <message>
        <source>See the notices of default</source>
        <translation>查看催告</translation>
    </message>
    <message>
        <source>See the original price of R-08</source>
        <translation>查看原价（R-08）</translation>
    </message>
    <message>
        <source>See the payment modes</source>
        <translation>查看付款方式</translation>
    </message>
    <message>
        <source>See the people</source>
        <translation>查看人员</translation>
    </message>
    <message>
        <source>See the permits</source>
        <translation>查看预售许可证</translation>
    </message>
    <message>
        <source>See the price versions</source>
        <translation>查看调价方案列表</translation>
    </message>
    <message>
        <source>See the printed receipt form</source>
        <translation>查看收据套打设置</translation>
    </message>
    <message>
        <source>See the project at a glance</source>
        <translation>查看项目概况</translation>
    </message>
    <message>
        <source>See the projects</source>
        <translation>查看项目</translation>
    </message>
    <message>
        <source>See the receipt books</source>
        <translation>查看票据本</translation>
    </message>
    <message>
        <source>See the receipts</source>
        <translation>查看收据</translation>
    </message>
    <message>
        <source>See the receipts without an invoice</source>
        <translation>查看未换票的收据</translation>
    </message>
    <message>
        <source>See the refunds</source>
        <translation>查看退款</translation>
    </message>
    <message>
        <source>See the reservations</source>
        <translation>查看留房清单</translation>
    </message>
    <message>
        <source>See the rights</source>
        <translation>查看权限</translation>
    </message>
    <message>
        <source>See the sales-control board</source>
        <translation>查看销控表</translation>
    </message>
    <message>
        <source>See the scans of a deal</source>
        <translation>查看成交扫描件</translation>
    </message>
    <message>
        <source>See the scans of a request</source>
        <translation>查看申请扫描件</translation>
    </message>
    <message>
        <source>See the settings</source>
        <translation>查看设置</translation>
    </message>
    <message>
        <source>See the spot checks</source>
        <translation>查看抽查记录</translation>
    </message>
    <message>
        <source>See the stand-ins</source>
        <translation>查看代签人</translation>
    </message>
    <message>
        <source>See the units for an exchange</source>
        <translation>查看可换房源</translation>
    </message>
    <message>
        <source>See the visit register</source>
        <translation>查看来访登记表</translation>
    </message>
    <message>
        <source>See the wall of the waiting hall</source>
        <translation>查看公示大屏</translation>
    </message>
    <message>
        <source>See units to hand over</source>
        <translation>查看待交付</translation>
    </message>
    <message>
        <source>See what a building stage makes due</source>
        <translation>查看工程节点使哪些款项到期</translation>
    </message>
    <message>
        <source>See what a buying plan begins with</source>
        <translation>查看置业计划的默认参数</translation>
    </message>
    <message>
        <source>See what a refund asks for</source>
        <translation>查看退款条件</translation>
    </message>
    <message>
        <source>See what an exchange costs</source>
        <translation>测算换房价款</translation>
    </message>
    <message>
        <source>See what an open day should come to</source>
        <translation>查看待结日应有金额</translation>
    </message>
    <message>
        <source>See what changed on the board</source>
        <translation>查看销控表当日变动</translation>
    </message>
    <message>
        <source>See what is bound to a unit</source>
        <translation>查看捆绑情况</translation>
    </message>
    <message>
        <source>See what is due of a deal</source>
        <translation>查看付款计划</translation>
    </message>
    <message>
        <source>See what is kept back</source>
        <translation>查看销控与不可售的房源</translation>
    </message>
    <message>
        <source>See what is overdue or due soon</source>
        <translation>查看逾期和即将到期款项</translation>
    </message>
    <message>
        <source>See what is to be done</source>
        <translation>查看待办事项</translation>
    </message>
    <message>
        <source>See what lies paid ahead</source>
        <translation>查看预收款</translation>
    </message>
    <message>
        <source>See what payment modes ask for</source>
        <translation>查看付款方式条款</translation>
    </message>
    <message>
        <source>See what waits for vouchers</source>
        <translation>查看待导出凭证</translation>
    </message>
    <message>
        <source>See what was collected</source>
        <translation>查看收款汇总</translation>
    </message>
    <message>
        <source>See which deals await a loan case</source>
        <translation>查看待建按揭档案的交易</translation>
    </message>
    <message>
        <source>See who may sign</source>
        <translation>查看可签批的人员</translation>
    </message>
    <message>
        <source>See who stands in line</source>
        <translation>查看候补</translation>
    </message>
    <message>
        <source>See who works in which projects</source>
        <translation>查看所属项目</translation>
    </message>
    <message>
        <source>See whose turn it is</source>
        <translation>查看轮接顺序</translation>
    </message>
    <message>
        <source>See why a unit costs what it costs</source>
        <translation>查看房源价格构成</translation>
    </message>
    <message>
        <source>Send to the bank</source>
        <translation>送银行审批</translation>
    </message>
    <message>
        <source>Send what the bank asked for</source>
        <translation>补件送出</translation>
    </message>
    <message>
        <source>Serve a notice of default</source>
        <translation>出具催告函</translation>
    </message>
    <message>
        <source>Set a loan check list</source>
        <translation>设定按揭资料清单</translation>
    </message>
    <message>
        <source>Set an account&apos;s code</source>
        <translation>设置科目编码</translation>
    </message>
    <message>
        <source>Set floor prices</source>
        <translation>设置底价</translation>
    </message>
    <message>
        <source>Set how hard a law stands</source>
        <translation>设定规则执行方式</translation>
    </message>
    <message>
        <source>Set up the printed receipt form</source>
        <translation>设置收据套打</translation>
    </message>
    <message>
        <source>Settle an area</source>
        <translation>结算面积补差</translation>
    </message>
    <message>
        <source>Shift the whole campaign</source>
        <translation>整体移动推广计划</translation>
    </message>
    <message>
        <source>Show a customer&apos;s whole data</source>
        <translation>查看客户完整信息</translation>
    </message>
    <message>
        <source>Sign a contract</source>
        <translation>签约</translation>
    </message>
    <message>
        <source>Sign a request</source>
        <translation>签批申请</translation>
    </message>
    <message>
        <source>Sign a subscription</source>
        <translation>签认购书</translation>
    </message>
    <message>
        <source>Signed at the bank</source>
        <translation>银行面签</translation>
    </message>
    <message>
        <source>Split a unit</source>
        <translation>拆分房源</translation>
    </message>
    <message>
        <source>Stand in line for a unit</source>
        <translation>登记候补</translation>
    </message>
    <message>
        <source>Start a campaign job</source>
        <translation>开始推广工作</translation>
    </message>
    <message>
        <source>Strike an attachment out</source>
        <translation>作废附件</translation>
    </message>
    <message>
        <source>Take a deposit</source>
        <translation>收取定金</translation>
    </message>
    <message>
        <source>Take a payment</source>
        <translation>收取房款</translation>
    </message>
    <message>
        <source>Take a receipt book back</source>
        <translation>收回票据本</translation>
    </message>
    <message>
        <source>Take in a bank&apos;s file</source>
        <translation>导入银行流水</translation>
    </message>
    <message>
        <source>Take in the pay-out</source>
        <translation>放款入账</translation>
    </message>
    <message>
        <source>Take the pay-out back</source>
        <translation>冲回放款</translation>
    </message>
    <message>
        <source>The bank asks for more</source>
        <translation>银行要求补件</translation>
    </message>
    <message>
        <source>The loan is approved</source>
        <translation>审批通过</translation>
    </message>
    <message>
        <source>The loan is refused</source>
        <translation>银行拒贷</translation>
    </message>
    <message>
        <source>Try a price scheme</source>
        <translation>试算价格方案</translation>
    </message>
    <message>
        <source>Try out a payment mode</source>
        <translation>试算付款计划</translation>
    </message>
    <message>
        <source>Try out prices</source>
        <translation>试算价格</translation>
    </message>
    <message>
        <source>Unbind a lot</source>
        <translation>解除车位/储藏室捆绑</translation>
    </message>
    <message>
        <source>Unblock units</source>
        <translation>解除不可售</translation>
    </message>
    <message>
        <source>Undo a match</source>
        <translation>撤销核对</translation>
    </message>
    <message>
        <source>Void a receipt</source>
        <translation>作废收据</translation>
    </message>
    <message>
        <source>Waive a late fee</source>
        <translation>减免滞纳金</translation>
    </message>
    <message>
        <source>Withdraw a pre-sale permit</source>
        <translation>撤销预售许可证</translation>
    </message>
    <message>
        <source>Withdraw a price draft</source>
        <translation>撤回调价草案</translation>
    </message>
    <message>
        <source>Withdraw a request</source>
        <translation>撤回申请</translation>
    </message>
    <message>
        <source>Withdraw the loan</source>
        <translation>撤回贷款</translation>
    </message>
    <message>
        <source>Withdraw units from sale</source>
        <translation>收盘</translation>
    </message>
    <message>
        <source>Write a form off</source>
        <translation>核销票据</translation>
    </message>
    <message>
        <source>Write demand letters</source>
        <translation>出具催款函</translation>
    </message>
    <message>
        <source>Write what a payment mode asks for</source>
        <translation>设定付款方式条款</translation>
    </message>
</context>
<context>
    <name>contacts</name>
    <message>
        <source>Phone call</source>
        <translation>电话</translation>
    </message>
</context>
<context>
    <name>contracts</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>还剩 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) of grace</source>
        <translation>
            <numerusform>宽限剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Buyer&apos;s right</source>
        <translation>买受人权利</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>合同编号</translation>
    </message>
    <message>
        <source>Contract price</source>
        <translation>合同价</translation>
    </message>
    <message>
        <source>File by</source>
        <translation>备案期限</translation>
    </message>
    <message>
        <source>Filed on</source>
        <translation>备案日期</translation>
    </message>
    <message>
        <source>Filing</source>
        <translation>备案号</translation>
    </message>
    <message>
        <source>Grace until</source>
        <translation>宽限至</translation>
    </message>
    <message>
        <source>Hand over by</source>
        <translation>约定交付日</translation>
    </message>
    <message>
        <source>Handed over on</source>
        <translation>交付日期</translation>
    </message>
    <message>
        <source>Measured area</source>
        <translation>实测面积</translation>
    </message>
    <message>
        <source>Next: file the contract (R-14).</source>
        <translation>下一步：合同备案（R-14）。</translation>
    </message>
    <message>
        <source>Next: file the contract by {day} (R-14).</source>
        <translation>下一步：于 {day} 前合同备案（R-14）。</translation>
    </message>
    <message>
        <source>Next: hand the unit over by {day}.</source>
        <translation>下一步：于 {day} 前交付。</translation>
    </message>
    <message>
        <source>Next: hand the unit over.</source>
        <translation>下一步：交付。</translation>
    </message>
    <message>
        <source>Next: sign the contract by {day}.</source>
        <translation>下一步：请在 {day} 前签约。</translation>
    </message>
    <message>
        <source>Next: sign the contract.</source>
        <translation>下一步：签约。</translation>
    </message>
    <message>
        <source>Notice of default</source>
        <translation>催告函</translation>
    </message>
    <message>
        <source>Online signing</source>
        <translation>网签号</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期事项</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>面积补差</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签约日期</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>收房人</translation>
    </message>
    <message>
        <source>Was due on</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>area settled, {number}</source>
        <translation>面积已结，{number}</translation>
    </message>
    <message>
        <source>area: nothing to pay</source>
        <translation>面积无差额</translation>
    </message>
    <message>
        <source>beyond 3 %, may be rescinded</source>
        <translation>误差超 3 %，有权退房</translation>
    </message>
    <message>
        <source>buyer pays {amount}</source>
        <translation>应补 {amount}</translation>
    </message>
    <message>
        <source>filing is late</source>
        <translation>备案逾期</translation>
    </message>
    <message>
        <source>grace is over</source>
        <translation>宽限期满</translation>
    </message>
    <message>
        <source>handing over is late</source>
        <translation>交付逾期</translation>
    </message>
    <message>
        <source>last day of grace</source>
        <translation>宽限最后一天</translation>
    </message>
    <message>
        <source>seller returns {amount}</source>
        <translation>应退 {amount}</translation>
    </message>
    <message>
        <source>signing is late</source>
        <translation>签约逾期</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>counted</name>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>成交与认购</translation>
    </message>
    <message>
        <source>Journal lines</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>Ledger lines</source>
        <translation>台账分录</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Steps of units</source>
        <translation>房源状态记录</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>房源</translation>
    </message>
    <message>
        <source>Visits and calls</source>
        <translation>来访来电</translation>
    </message>
</context>
<context>
    <name>deal ends</name>
    <message>
        <source>Cancelled</source>
        <translation>已退订</translation>
    </message>
    <message>
        <source>Exchanged</source>
        <translation>已换房</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>已释放</translation>
    </message>
</context>
<context>
    <name>decisions</name>
    <message>
        <source>Agreed</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>驳回</translation>
    </message>
</context>
<context>
    <name>demand stages</name>
    <message>
        <source>final</source>
        <translation>最后一次</translation>
    </message>
    <message>
        <source>first</source>
        <translation>第一次</translation>
    </message>
    <message>
        <source>second</source>
        <translation>第二次</translation>
    </message>
</context>
<context>
    <name>desks</name>
    <message>
        <source>Administration</source>
        <translation>系统管理</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>推广计划</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收银</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>认购签约</translation>
    </message>
    <message>
        <source>Loans</source>
        <translation>按揭</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>接待登记</translation>
    </message>
    <message>
        <source>Sales control</source>
        <translation>销控总览</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
</context>
<context>
    <name>details</name>
    <message>
        <source>Age band</source>
        <translation>年龄段</translation>
    </message>
    <message>
        <source>Also looked at</source>
        <translation>竞品楼盘</translation>
    </message>
    <message>
        <source>Area wanted</source>
        <translation>意向面积</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>交通工具</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>家庭结构</translation>
    </message>
    <message>
        <source>Floor wanted</source>
        <translation>意向楼层</translation>
    </message>
    <message>
        <source>Home district</source>
        <translation>居住区域</translation>
    </message>
    <message>
        <source>Invited to visit</source>
        <translation>是否邀约到访</translation>
    </message>
    <message>
        <source>Kind of property</source>
        <translation>物业类型</translation>
    </message>
    <message>
        <source>Layout wanted</source>
        <translation>意向户型</translation>
    </message>
    <message>
        <source>Minutes stayed</source>
        <translation>停留时间（分钟）</translation>
    </message>
    <message>
        <source>Objections</source>
        <translation>抗性</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Payment wanted</source>
        <translation>意向付款方式</translation>
    </message>
    <message>
        <source>People in the group</source>
        <translation>来访人数</translation>
    </message>
    <message>
        <source>Price expected</source>
        <translation>心理价位</translation>
    </message>
    <message>
        <source>Price quoted</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>Purpose of buying</source>
        <translation>购房目的</translation>
    </message>
    <message>
        <source>Registered residence</source>
        <translation>户籍</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Time of the call</source>
        <translation>来电时间</translation>
    </message>
    <message>
        <source>Total price wanted</source>
        <translation>意向总价</translation>
    </message>
    <message>
        <source>Unit price wanted</source>
        <translation>意向单价</translation>
    </message>
    <message>
        <source>Units introduced</source>
        <translation>推荐房源</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>天气</translation>
    </message>
    <message>
        <source>What pleased</source>
        <translation>认可点</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>咨询内容</translation>
    </message>
    <message>
        <source>When to buy</source>
        <translation>计划购房时间</translation>
    </message>
    <message>
        <source>Which home it is</source>
        <translation>置业次数</translation>
    </message>
    <message>
        <source>Work district</source>
        <translation>工作区域</translation>
    </message>
</context>
<context>
    <name>dialects</name>
    <message>
        <source>Floor grid: prices only</source>
        <translation>楼层价格表（只有价格）</translation>
    </message>
    <message>
        <source>List, one unit a row</source>
        <translation>普通列表，一行一套</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>未能识别</translation>
    </message>
    <message>
        <source>Official one-home-one-price list</source>
        <translation>官方“一房一价”表</translation>
    </message>
    <message>
        <source>Polish daily file</source>
        <translation>波兰每日公示文件</translation>
    </message>
    <message>
        <source>salesdesk template</source>
        <translation>本系统模板</translation>
    </message>
</context>
<context>
    <name>differences</name>
    <message>
        <source>Base price</source>
        <translation>基准价</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>边套</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>户型</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>朝向</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Room number</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>View</source>
        <translation>景观</translation>
    </message>
</context>
<context>
    <name>discounts</name>
    <message>
        <source>Amount off each m²</source>
        <translation>单价优惠</translation>
    </message>
    <message>
        <source>Amount off the total</source>
        <translation>减免总价</translation>
    </message>
    <message>
        <source>Fixed total</source>
        <translation>一口价</translation>
    </message>
    <message>
        <source>Percentage</source>
        <translation>打折</translation>
    </message>
</context>
<context>
    <name>due</name>
    <message>
        <source>promised for {day}</source>
        <translation>承诺 {day} 付款</translation>
    </message>
    <message>
        <source>promised for {day}, which is past</source>
        <translation>承诺 {day} 付款，已过期</translation>
    </message>
    <message>
        <source>{amount} due on {day}</source>
        <translation>{amount} 元 {day} 到期</translation>
    </message>
    <message numerus="yes">
        <source>{amount} overdue, %n day(s)</source>
        <translation>
            <numerusform>逾期 {amount} 元，%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>{stage} letter {number}, to be paid by {day}</source>
        <translation>{stage}催款函 {number}，付款期限 {day}</translation>
    </message>
</context>
<context>
    <name>due events</name>
    <message>
        <source>Agreement</source>
        <translation>认购</translation>
    </message>
    <message>
        <source>Building stage</source>
        <translation>工程进度</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>指定日期</translation>
    </message>
    <message>
        <source>Filing</source>
        <translation>备案</translation>
    </message>
    <message>
        <source>Handing over</source>
        <translation>交付</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>签约</translation>
    </message>
</context>
<context>
    <name>due money</name>
    <message>
        <source>Balance</source>
        <translation>尾款</translation>
    </message>
    <message>
        <source>Deed tax</source>
        <translation>代收契税</translation>
    </message>
    <message>
        <source>First payment</source>
        <translation>首期款</translation>
    </message>
    <message>
        <source>Instalment</source>
        <translation>分期款</translation>
    </message>
    <message>
        <source>Late fee</source>
        <translation>滞纳金</translation>
    </message>
    <message>
        <source>Maintenance fund</source>
        <translation>代收维修基金</translation>
    </message>
    <message>
        <source>Mortgage loan</source>
        <translation>按揭款</translation>
    </message>
    <message>
        <source>Paid ahead</source>
        <translation>预收款</translation>
    </message>
    <message>
        <source>Provident fund loan</source>
        <translation>公积金贷款</translation>
    </message>
    <message>
        <source>Registration fee</source>
        <translation>代收登记费</translation>
    </message>
</context>
<context>
    <name>entries</name>
    <message>
        <source>Follow-up</source>
        <translation>跟进记录</translation>
    </message>
    <message>
        <source>Register entry</source>
        <translation>来电来访登记</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>&apos;{code}&apos; is no account code.</source>
        <translation>“{code}”不是有效的科目编码。</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no state of a sold unit.</source>
        <translation>“{value}”不是已售房源的状态。</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is not a date.</source>
        <translation>“{value}”不是日期。</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is not a floor.</source>
        <translation>“{value}”不是楼层。</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is not a number.</source>
        <translation>“{value}”不是数字。</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is not a telephone number.</source>
        <translation>“{value}”不是有效的电话号码。</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is not an amount of money.</source>
        <translation>“{value}”不是有效的金额。</translation>
    </message>
    <message>
        <source>A case is opened after the agreement, and rests once the deal is over.</source>
        <translation>签认购书后方可建档；交易终止后档案搁置。</translation>
    </message>
    <message>
        <source>A cell in row {line} of the sheet {sheet} holds {found} characters.</source>
        <translation>工作表“{sheet}”第 {line} 行有一个单元格长达 {found} 个字符。</translation>
    </message>
    <message>
        <source>A contra of receipt {number} is approved already.</source>
        <translation>收据 {number} 的红冲已批准过。</translation>
    </message>
    <message>
        <source>A contra stays as it is. Where the money is due after all, take it anew.</source>
        <translation>红字收据不再变动。若款项仍应收取，请重新收款。</translation>
    </message>
    <message>
        <source>A deposit of {paid} yuan lies on unit {unit}.</source>
        <translation>房源 {unit} 已收定金 {paid} 元。</translation>
    </message>
    <message>
        <source>A discount cannot begin on {begins}: that day is over.</source>
        <translation>优惠不能从{begins}开始：该日已过。</translation>
    </message>
    <message>
        <source>A discount lowers the price and leaves more than nothing; correct it.</source>
        <translation>优惠应降低价格且余额大于零，请更正。</translation>
    </message>
    <message>
        <source>A discount named {name} is on offer already.</source>
        <translation>已有名为“{name}”的有效优惠。</translation>
    </message>
    <message>
        <source>A first payment of {first} yuan is more than the price of {price} yuan.</source>
        <translation>首付款 {first} 元高于总价 {price} 元。</translation>
    </message>
    <message>
        <source>A guardian acts for a person and is 18 or older; a legal representative acts for a company; no buyer acts for himself as for another.</source>
        <translation>监护人须年满 18 周岁且只能代自然人签署；法定代表人只能代公司签署；买受人不能由本人充当自己的代理人。</translation>
    </message>
    <message>
        <source>A hold may last {longest} minutes at the most.</source>
        <translation>锁定最长不超过 {longest} 分钟。</translation>
    </message>
    <message>
        <source>A mistake is answered in an open month.</source>
        <translation>差错请在未结月份处理。</translation>
    </message>
    <message>
        <source>A percentage is given by what remains in per cent, every other discount by an amount; not by both.</source>
        <translation>打折只填折后百分数，其他优惠只填金额，不可两者都填。</translation>
    </message>
    <message>
        <source>A percentage is the difference from the list price: -7 for 7 % below it, 0 for the list price itself.</source>
        <translation>百分比是与表价的差：-7 表示低于表价 7%，0 表示等于表价。</translation>
    </message>
    <message>
        <source>Act on {home} instead, or have the lot unbound first.</source>
        <translation>请对 {home} 操作，或先解除捆绑。</translation>
    </message>
    <message>
        <source>Add a building column if that is wrong.</source>
        <translation>如不正确，请补充楼栋列。</translation>
    </message>
    <message>
        <source>Add a column with the floor if that matters.</source>
        <translation>如需准确楼层，请补充楼层列。</translation>
    </message>
    <message>
        <source>Add at least one unit and one core (it may be unnamed).</source>
        <translation>请至少添加一套房源和一个单元（单元可不命名）。</translation>
    </message>
    <message>
        <source>Add building, floor and unit number, or the unit code.</source>
        <translation>请补充楼栋、楼层和房号，或房源编号。</translation>
    </message>
    <message>
        <source>Agree on another payment mode, or serve a notice of default for the payment.</source>
        <translation>请协商变更付款方式，或就该款项出具催告函。</translation>
    </message>
    <message>
        <source>Agree on {paid} yuan or more; make today&apos;s receipt void first, or cancel the deal: its refund pays the money back.</source>
        <translation>请约定不低于 {paid} 元的价格；或先作废当日收据，或办理退订，由退款退还已付款项。</translation>
    </message>
    <message>
        <source>Agreement {agreement} rests on receipt {number}; it cannot be made void.</source>
        <translation>认购书 {agreement} 以收据 {number} 为依据，该收据不能作废。</translation>
    </message>
    <message>
        <source>All of your receipts of that day are on paper.</source>
        <translation>您当天开出的收据均已打印。</translation>
    </message>
    <message>
        <source>An office on a server has no recovery key.</source>
        <translation>服务器上的售楼处没有恢复密钥。</translation>
    </message>
    <message>
        <source>Another cashier pays it out.</source>
        <translation>由另一位收银员支付。</translation>
    </message>
    <message>
        <source>Another cashier writes it and pays the money out.</source>
        <translation>请由另一位收银员开具并退款。</translation>
    </message>
    <message>
        <source>Another desk was faster: {detail}.</source>
        <translation>其他席位已抢先一步：{detail}。</translation>
    </message>
    <message>
        <source>Another program is using the office right now.</source>
        <translation>另一个程序正在使用此售楼处文件。</translation>
    </message>
    <message>
        <source>Answer it on an open day: contra the receipt, or pay the money back by a refund.</source>
        <translation>请在未结账的日期处理：红冲该收据，或办理退款。</translation>
    </message>
    <message>
        <source>Apply no more than that, or take a payment.</source>
        <translation>请不要超过该金额，或另行收款。</translation>
    </message>
    <message>
        <source>Approve the list price or less (R-08).</source>
        <translation>请按表价或低于表价审批（R-08）。</translation>
    </message>
    <message>
        <source>Areas worked out from total and unit price: {count}.</source>
        <translation>有 {count} 个面积由总价和单价推算得出。</translation>
    </message>
    <message>
        <source>Ask for a later day to sign and have it signed for, or cancel the deal.</source>
        <translation>请先申请延期签约并获批准，或办理退订。</translation>
    </message>
    <message>
        <source>Ask for a price version with these prices: it goes to signatures. Or price them higher.</source>
        <translation>请为含这些价格的价格版本申请签批，或者提高价格。</translation>
    </message>
    <message>
        <source>Ask for it by a request (RequestLaws): others sign. To make a law harder needs nobody.</source>
        <translation>请提交申请（RequestLaws），由他人签批；从严设定无须签批。</translation>
    </message>
    <message>
        <source>Ask for it on the day after.</source>
        <translation>请在次日再申请。</translation>
    </message>
    <message>
        <source>Ask for it; count, sum and average are shown to who signs.</source>
        <translation>请先申请；套数、总额与均价会显示给签批人。</translation>
    </message>
    <message>
        <source>Ask for it; payee and original receipts are shown to who signs.</source>
        <translation>请提交申请；签批人会看到领款人和原收据。</translation>
    </message>
    <message>
        <source>Ask for it; the deposit&apos;s fate is shown to who signs.</source>
        <translation>请提交申请，签批人会看到定金的处理结果。</translation>
    </message>
    <message>
        <source>Ask for no more than is open; what was paid is not waived any more.</source>
        <translation>请申请不超过未收金额的减免；已收的不再减免。</translation>
    </message>
    <message>
        <source>Ask for no more than that, or have the payment mode changed first.</source>
        <translation>申请金额不得超过此数，或先变更付款方式。</translation>
    </message>
    <message>
        <source>Ask for the price version to come into effect: it goes to signatures. Or cut less.</source>
        <translation>请为此调价方案提出生效申请，由各级签批；或减少降幅。</translation>
    </message>
    <message>
        <source>Ask for the price: the general manager signs it. Or give less.</source>
        <translation>请申请特批，由总经理签批；或减少优惠。</translation>
    </message>
    <message>
        <source>Ask that consultant, or the site manager.</source>
        <translation>请联系该置业顾问或案场经理。</translation>
    </message>
    <message>
        <source>Ask the administrator to add a step of the general manager alone to the flow.</source>
        <translation>请管理员在流程中加上须由总经理签批的步骤。</translation>
    </message>
    <message>
        <source>Ask the administrator to add a step without a threshold to the flow.</source>
        <translation>请管理员在流程中加入一个不设门槛的步骤。</translation>
    </message>
    <message>
        <source>Ask the administrator to add the project to yours, or whoever works there.</source>
        <translation>请管理员为您添加该项目，或找该项目的人员办理。</translation>
    </message>
    <message>
        <source>Ask the administrator to end the person&apos;s account.</source>
        <translation>请由系统管理员办理其离职。</translation>
    </message>
    <message>
        <source>Ask the administrator whether your role holds the right for it.</source>
        <translation>请向管理员确认您的岗位是否有此权限。</translation>
    </message>
    <message>
        <source>Ask the site manager to approve it, in the list of receipts, with the reason.</source>
        <translation>请案场经理在收据列表中写明原因并批准。</translation>
    </message>
    <message>
        <source>Ask the site manager to approve the price.</source>
        <translation>请案场经理审批价格。</translation>
    </message>
    <message>
        <source>Ask whoever it belongs to, or the site manager.</source>
        <translation>请找其经办人，或案场经理。</translation>
    </message>
    <message>
        <source>Ask {person}; whoever signs can reject it.</source>
        <translation>请联系{person}；签批人也可以驳回。</translation>
    </message>
    <message>
        <source>Attach the right file, if there is none yet.</source>
        <translation>如尚无正确的文件，请另行添加。</translation>
    </message>
    <message>
        <source>Attach the scan to the deal&apos;s agreement or contract first, then name it here.</source>
        <translation>请先把扫描件附到该交易的认购书或合同，再在此选用。</translation>
    </message>
    <message>
        <source>Attachment {number} is none of unit {unit} that counts.</source>
        <translation>附件 {number} 不是 {unit} 的有效附件。</translation>
    </message>
    <message>
        <source>Attachment {number} is struck out already.</source>
        <translation>附件 {number} 已经作废。</translation>
    </message>
    <message>
        <source>Back up anew, on another disk, and do the drill again.</source>
        <translation>请在另一块磁盘上重新备份，再做一次演练。</translation>
    </message>
    <message>
        <source>Back up now, then do the drill.</source>
        <translation>请先立即备份，再做演练。</translation>
    </message>
    <message>
        <source>Bind the lot to the home that is being bought, or subscribe the home first.</source>
        <translation>请将其捆绑到所购房屋，或先认购房屋。</translation>
    </message>
    <message>
        <source>Bring it to PostgreSQL {oldest} or newer.</source>
        <translation>请升级到 PostgreSQL {oldest} 或更新版本。</translation>
    </message>
    <message>
        <source>Building {building} has no pre-sale permit: an agreement on which money was received is a contract of sale (R-03).</source>
        <translation>{building}没有预售许可证：已收款的认购书即为买卖合同（R-03）。</translation>
    </message>
    <message>
        <source>Building {building} has no pre-sale permit: no money may be taken (R-02).</source>
        <translation>{building}没有预售许可证：不得收取任何款项（R-02）。</translation>
    </message>
    <message>
        <source>Building {building} has no pre-sale permit: no step of sale is lawful (R-01).</source>
        <translation>{building} 尚无预售许可证，不得进行任何销售行为（R-01）。</translation>
    </message>
    <message>
        <source>Cancel the contract and subscribe the other unit; the money is paid back first.</source>
        <translation>请先退房并退款，再认购另一房源。</translation>
    </message>
    <message>
        <source>Cancel the deal on the new unit; the refund pays the money back.</source>
        <translation>请对新房源办理退订，款项由退款单退还。</translation>
    </message>
    <message>
        <source>Cancel the deal: that decides what becomes of the money.</source>
        <translation>请办理退房，由退房手续决定款项的处理。</translation>
    </message>
    <message>
        <source>Cancel the subscription first.</source>
        <translation>请先取消认购。</translation>
    </message>
    <message>
        <source>Cancel without fault: all the money goes back. After an agreement it is asked for, and signed.</source>
        <translation>请按双方无责任办理：所收款项全部退还。签订认购书之后，没收或双倍返还须申请并签批。</translation>
    </message>
    <message>
        <source>Carry the deal by the usual steps: hold, deposit, agreement.</source>
        <translation>请按正常步骤办理：锁定房源、收取定金、签订认购书。</translation>
    </message>
    <message>
        <source>Change at least one entry.</source>
        <translation>请至少更改一项。</translation>
    </message>
    <message>
        <source>Check first floor, last floor and the floors left out.</source>
        <translation>请检查起始层、结束层和跳过的楼层。</translation>
    </message>
    <message>
        <source>Check floors, cores and the units of a floor.</source>
        <translation>请检查楼层、单元和每层房源。</translation>
    </message>
    <message>
        <source>Check the database&apos;s name, or make a new office there.</source>
        <translation>请核对数据库名称，或在那里新建售楼处。</translation>
    </message>
    <message>
        <source>Check the decimal point.</source>
        <translation>请检查小数点。</translation>
    </message>
    <message>
        <source>Check the digits and the unit (yuan or ten thousand yuan).</source>
        <translation>请检查位数和单位（元或万元）。</translation>
    </message>
    <message>
        <source>Check the floors; make large projects building by building.</source>
        <translation>请检查楼层；大项目请逐栋生成。</translation>
    </message>
    <message>
        <source>Check the folder and the name, and that you may read the file.</source>
        <translation>请检查文件夹、文件名以及读取权限。</translation>
    </message>
    <message>
        <source>Check the headings, or assign the columns by hand.</source>
        <translation>请检查表头，或手工指定各列。</translation>
    </message>
    <message>
        <source>Check the network and whether the server runs. Nothing was done.</source>
        <translation>请检查网络以及服务器是否在运行。本次操作没有生效。</translation>
    </message>
    <message>
        <source>Check the number on the invoice.</source>
        <translation>请核对发票号码。</translation>
    </message>
    <message>
        <source>Check the number on the paper.</source>
        <translation>请核对纸面上的编号。</translation>
    </message>
    <message>
        <source>Check the path, or create a new office there.</source>
        <translation>请检查路径，或在该处新建售楼处。</translation>
    </message>
    <message>
        <source>Check the price of the lowest floor and the floor step.</source>
        <translation>请检查最低层单价和层差。</translation>
    </message>
    <message>
        <source>Check the spelling of the name against the ID card.</source>
        <translation>请对照身份证核对姓名用字。</translation>
    </message>
    <message>
        <source>Check the spelling, or search for it first.</source>
        <translation>请核对写法，或先搜索。</translation>
    </message>
    <message>
        <source>Check the two amounts.</source>
        <translation>请核对这两个金额。</translation>
    </message>
    <message>
        <source>Check the year; the longest is {longest} days.</source>
        <translation>请核对年份；最长为 {longest} 天。</translation>
    </message>
    <message>
        <source>Check the year; write a time within two years.</source>
        <translation>请核对年份，填写两年以内的时间。</translation>
    </message>
    <message>
        <source>Check those that were drawn; on any other entry a comment can be left.</source>
        <translation>请抽查系统抽中的记录；对其他记录可以写意见。</translation>
    </message>
    <message>
        <source>Check what you entered and try again.</source>
        <translation>请核对所填内容后重试。</translation>
    </message>
    <message>
        <source>Check whether the two columns were exchanged.</source>
        <translation>请检查这两列是否填反。</translation>
    </message>
    <message>
        <source>Choose a book that is issued.</source>
        <translation>请选择已发放的票据本。</translation>
    </message>
    <message>
        <source>Choose a day between {first} and {last}.</source>
        <translation>请选择 {first} 至 {last} 之间的日期。</translation>
    </message>
    <message>
        <source>Choose a day from {first} to {last}; later ones are a change of the payment mode. The longest promise is among the office settings.</source>
        <translation>请选择 {first} 至 {last} 之间的日期；更晚的应办理付款方式变更。最长承诺期限在办公室设置中。</translation>
    </message>
    <message>
        <source>Choose a home for a home, and a lot for a lot.</source>
        <translation>住宅只能换住宅，车位、储藏只能换车位、储藏。</translation>
    </message>
    <message>
        <source>Choose a line among those that are matched.</source>
        <translation>请在已核对的流水中选择。</translation>
    </message>
    <message>
        <source>Choose a lot of the home&apos;s own project.</source>
        <translation>请选择同一项目的车位/储藏室。</translation>
    </message>
    <message>
        <source>Choose a lot; what a unit is says the column &apos;use&apos; of the price list.</source>
        <translation>请选择车位或储藏室；种类以价目表“用途”列为准。</translation>
    </message>
    <message>
        <source>Choose a receipt of the project that stands.</source>
        <translation>请选择本项目的有效收据。</translation>
    </message>
    <message>
        <source>Choose a target nearer to the present sum, or mend the differences.</source>
        <translation>请选择更接近现有总额的目标，或修改差价。</translation>
    </message>
    <message>
        <source>Choose a time to come, or leave it empty: it then takes effect when you say so.</source>
        <translation>请选择将来的时间，或留空，待您确认时生效。</translation>
    </message>
    <message>
        <source>Choose a unit of the same project, or cancel here and subscribe there.</source>
        <translation>请选择同一项目的房源，或在此退订后到另一项目认购。</translation>
    </message>
    <message>
        <source>Choose a unit that is available or held.</source>
        <translation>请选择可售或已锁定的房源。</translation>
    </message>
    <message>
        <source>Choose an earlier day; the longest time is among the office settings.</source>
        <translation>请选择更早的日期；最长期限见案场设置。</translation>
    </message>
    <message>
        <source>Choose an end on or after the first day.</source>
        <translation>结束日期请选在开始当天或之后。</translation>
    </message>
    <message>
        <source>Choose another building name.</source>
        <translation>请换一个楼栋名称。</translation>
    </message>
    <message>
        <source>Choose another disk and back up again.</source>
        <translation>请换一个磁盘，重新备份。</translation>
    </message>
    <message>
        <source>Choose another login for this person.</source>
        <translation>请为此人另选一个登录名。</translation>
    </message>
    <message>
        <source>Choose another login; those of leavers stay theirs.</source>
        <translation>请换一个登录名；离职人员的登录名不再分配给他人。</translation>
    </message>
    <message>
        <source>Choose another name, or change what that one asks for.</source>
        <translation>请换一个名称，或修改该付款方式的条款。</translation>
    </message>
    <message>
        <source>Choose another name, or end that one first.</source>
        <translation>请换一个名称，或先终止原优惠。</translation>
    </message>
    <message>
        <source>Choose another name, or leave it empty.</source>
        <translation>请另取名称，或留空。</translation>
    </message>
    <message>
        <source>Choose another name; a withdrawn one keeps its own.</source>
        <translation>请另取名称；已撤回的版本仍保留其名称。</translation>
    </message>
    <message>
        <source>Choose another name; nothing was overwritten.</source>
        <translation>请换一个名称；原文件未被覆盖。</translation>
    </message>
    <message>
        <source>Choose another number. What was merged or split comes back under its old number with exactly the areas it had.</source>
        <translation>请换一个房号。被合并或拆分的房源只能按原房号、原面积恢复。</translation>
    </message>
    <message>
        <source>Choose another one, or have what it asks for written anew.</source>
        <translation>请选择其他付款方式，或重新设定其条款。</translation>
    </message>
    <message>
        <source>Choose another unit, or wait until this one is let go; the board shows it.</source>
        <translation>请另选一套，或等待该房源释放；销控表会即时显示。</translation>
    </message>
    <message>
        <source>Choose another unit; a new price alone is its own change.</source>
        <translation>请选择另一房源；只改价格请用“变更价格”。</translation>
    </message>
    <message>
        <source>Choose it by name if it should be read.</source>
        <translation>如需读取，请单独选择该工作表。</translation>
    </message>
    <message>
        <source>Choose it in the list, or check the digits.</source>
        <translation>请在列表中选择，或核对账号。</translation>
    </message>
    <message>
        <source>Choose neighbours that have the same use, no lots.</source>
        <translation>请选择同层同单元、用途相同的相邻房源，车位和储藏室除外。</translation>
    </message>
    <message>
        <source>Choose one of: {sheets}.</source>
        <translation>请从以下工作表中选择：{sheets}。</translation>
    </message>
    <message>
        <source>Choose somebody from the list of people.</source>
        <translation>请从人员名单中选择。</translation>
    </message>
    <message>
        <source>Choose somebody of these roles: {roles}.</source>
        <translation>请选择以下岗位的人员：{roles}。</translation>
    </message>
    <message>
        <source>Choose that payment mode, or have the price approved without the discount.</source>
        <translation>请选用该付款方式，或重新审核不含此优惠的价格。</translation>
    </message>
    <message>
        <source>Choose that payment mode, or leave the discount out.</source>
        <translation>请改用该付款方式，或去掉这项优惠。</translation>
    </message>
    <message>
        <source>Choose the consultant who takes them over.</source>
        <translation>请选择接手客户的置业顾问。</translation>
    </message>
    <message>
        <source>Choose the customer, have his visit registered so, or leave the discount out.</source>
        <translation>请选定客户，或先按该来源登记来访，或去掉这项优惠。</translation>
    </message>
    <message>
        <source>Choose the file again when you want to read it.</source>
        <translation>需要读取时，请重新选择该文件。</translation>
    </message>
    <message>
        <source>Choose the file that lists the account&apos;s movements.</source>
        <translation>请选择列有账户明细的文件。</translation>
    </message>
    <message>
        <source>Choose the home that the lot belongs to.</source>
        <translation>请选择该车位/储藏室所属的房屋。</translation>
    </message>
    <message>
        <source>Choose the moneys that make up the bank&apos;s amount.</source>
        <translation>请选择合计等于到账金额的款项。</translation>
    </message>
    <message>
        <source>Choose the office&apos;s own file; it ends in .office.</source>
        <translation>请选择售楼处文件，其扩展名为 .office。</translation>
    </message>
    <message>
        <source>Choose the project that the list is about, or import the units first.</source>
        <translation>请选择价目表所属的项目，或先导入房源。</translation>
    </message>
    <message>
        <source>Choose the receipts that the invoice was written for.</source>
        <translation>请选择该发票对应的收据。</translation>
    </message>
    <message>
        <source>Choose this one alone, or leave it out.</source>
        <translation>请单独选用，或取消勾选。</translation>
    </message>
    <message>
        <source>Choose your own password first.</source>
        <translation>请先设置自己的密码。</translation>
    </message>
    <message>
        <source>Close it when its last day is past.</source>
        <translation>请在该月最后一天过后月结。</translation>
    </message>
    <message>
        <source>Close {open} first.</source>
        <translation>请先日结 {open}。</translation>
    </message>
    <message>
        <source>Compare all 18 places with the card; the last one checks the others.</source>
        <translation>请与证件逐位核对全部 18 位；最后一位是校验码。</translation>
    </message>
    <message>
        <source>Compare both with the bank, correct the file or have another one made. Nothing was taken in.</source>
        <translation>请与银行核对两笔流水，更正文件或重新导出。本次未导入任何内容。</translation>
    </message>
    <message>
        <source>Compare it with the bank&apos;s slip. Where one transfer pays both, add what tells its parts apart, as {reference}/2.</source>
        <translation>请与银行回单核对。一笔款付多张收据时，请加以区分，如 {reference}/2。</translation>
    </message>
    <message>
        <source>Compare the numbers on the book with the list.</source>
        <translation>请将票据本上的号码与列表核对。</translation>
    </message>
    <message>
        <source>Compare with the new state and save again; what you typed is kept.</source>
        <translation>请对照最新内容后重新保存；您填写的内容已保留。</translation>
    </message>
    <message>
        <source>Copy only the cells of the list into a new workbook and save that.</source>
        <translation>请只把表格内容复制到新工作簿并保存。</translation>
    </message>
    <message>
        <source>Correct it and name its buildings (CorrectPermit): then it stands again.</source>
        <translation>请更正该证并写明楼栋（CorrectPermit），即恢复有效。</translation>
    </message>
    <message>
        <source>Correct one of the numbers, or name that buyer once with the whole share.</source>
        <translation>请更正其中一个号码，或只列该买受人一次并合并份额。</translation>
    </message>
    <message>
        <source>Correct one of the two, or give one alone: the other follows from it.</source>
        <translation>请更正其中之一，或只填一项，另一项由其推算。</translation>
    </message>
    <message>
        <source>Correct the date in the file.</source>
        <translation>请更正文件中的日期。</translation>
    </message>
    <message>
        <source>Correct the day it was started or the day it was done.</source>
        <translation>请更正实际开始日或实际完成日。</translation>
    </message>
    <message>
        <source>Correct the day of the visit.</source>
        <translation>请更正来访日期。</translation>
    </message>
    <message>
        <source>Correct the parts until the sums are equal ({field}).</source>
        <translation>请修改各部分面积，使合计相等（{field}）。</translation>
    </message>
    <message>
        <source>Correct them: each is above 0 %, and together they are 100 %.</source>
        <translation>请更正：每人份额须大于 0%，合计须为 100%。</translation>
    </message>
    <message>
        <source>Count again; if it stays so, write down why.</source>
        <translation>请重新清点；若仍不符，请写明原因。</translation>
    </message>
    <message>
        <source>Count again; its holder writes a spoiled or lost form off first, with the reason.</source>
        <translation>请重新清点；损毁或遗失的，由领用人先注明原因核销。</translation>
    </message>
    <message>
        <source>Counted and books differ: {tender} by {difference} yuan.</source>
        <translation>实点与账面不符：{tender}相差 {difference} 元。</translation>
    </message>
    <message>
        <source>Deals were signed under the permit {number}: {units}.</source>
        <translation>已有成交依据预售许可证{number}签订：{units}。</translation>
    </message>
    <message>
        <source>Delete everything below the list, or split it into several files.</source>
        <translation>请删除表格下方的内容，或拆成几个文件。</translation>
    </message>
    <message>
        <source>Delete one of the two rows.</source>
        <translation>请删除其中一行。</translation>
    </message>
    <message>
        <source>Delete the columns to the right of the list and save the file.</source>
        <translation>请删除表格右侧的列并保存文件。</translation>
    </message>
    <message>
        <source>Delete the text and type it again.</source>
        <translation>请删除该文字后重新输入。</translation>
    </message>
    <message>
        <source>Do not open it. Ask the sender for the list as a plain .xlsx or .csv.</source>
        <translation>请勿打开。请发送人另发普通的 .xlsx 或 .csv 文件。</translation>
    </message>
    <message>
        <source>Do not open it. Scan the signed paper itself and attach that.</source>
        <translation>请勿打开。请直接扫描签字的纸件后再添加。</translation>
    </message>
    <message>
        <source>Do not take the money again. Send the same form again; it counts once.</source>
        <translation>请不要重复收款。同一张单据可再次发送，只会生效一次。</translation>
    </message>
    <message>
        <source>Draft a new version from it.</source>
        <translation>请以它为基础拟定新方案。</translation>
    </message>
    <message>
        <source>Draft a price version from this file, and ask for it to come into effect.</source>
        <translation>请用此文件起草调价方案，再申请生效。</translation>
    </message>
    <message>
        <source>Draft a price version with it, and ask for it to come into effect: it goes to signatures. Or cut less.</source>
        <translation>请据此起草调价方案并提出生效申请，由各级签批；或减少降幅。</translation>
    </message>
    <message>
        <source>Each cashier closes his days first; a manager may do it for him.</source>
        <translation>请各收银员先日结；经理可代为日结。</translation>
    </message>
    <message>
        <source>Each has no price yet, is on offer or somebody&apos;s already, or is blocked: the board shows which.</source>
        <translation>这些房源尚无价格、已推售、已有归属或不可售，详见销控总览。</translation>
    </message>
    <message>
        <source>Each line is paid in or paid out.</source>
        <translation>每笔流水应为收入或支出之一。</translation>
    </message>
    <message>
        <source>Each line needs the reference (流水号) by which it is known again.</source>
        <translation>每笔流水必须有流水号，以便再次识别。</translation>
    </message>
    <message>
        <source>Each step is signed by another person: {people}.</source>
        <translation>每一步须由不同的人签：{people}。</translation>
    </message>
    <message>
        <source>Enter a mobile number of 11 digits, a line with its area code, or +country code.</source>
        <translation>请填写 11 位手机号、带区号的固定电话，或带国家代码（+）的号码。</translation>
    </message>
    <message>
        <source>Enter at least {least} yuan, or choose another mode.</source>
        <translation>请输入不低于 {least} 元，或改用其他付款方式。</translation>
    </message>
    <message>
        <source>Enter it as 2025-09-13.</source>
        <translation>请按 2025-09-13 的格式填写。</translation>
    </message>
    <message>
        <source>Enter it: a change of names names everybody whole.</source>
        <translation>请填写：更名须写明每个人的完整信息。</translation>
    </message>
    <message>
        <source>Enter one of the two.</source>
        <translation>请填写其中一项。</translation>
    </message>
    <message>
        <source>Enter one, for example 3栋.</source>
        <translation>请填写名称，例如 3栋。</translation>
    </message>
    <message>
        <source>Enter subscribed, signed, filed or delivered (认购, 签约, 备案, 交付).</source>
        <translation>请填写认购、签约、备案或交付。</translation>
    </message>
    <message>
        <source>Enter the ID number first, then sign the contract.</source>
        <translation>请先补录证件号，再签约。</translation>
    </message>
    <message>
        <source>Enter the amount that the customer hands over.</source>
        <translation>请填写客户实际交付的金额。</translation>
    </message>
    <message>
        <source>Enter the area in m².</source>
        <translation>请填写面积（㎡）。</translation>
    </message>
    <message>
        <source>Enter the floor as a number, basements as -1 or B1.</source>
        <translation>楼层请填数字，地下层填 -1 或 B1。</translation>
    </message>
    <message>
        <source>Enter the number, for example 01 or 301.</source>
        <translation>请填写房号，例如 01 或 301。</translation>
    </message>
    <message>
        <source>Enter the price at most.</source>
        <translation>最多填写总价。</translation>
    </message>
    <message>
        <source>Enter the real price, or leave the cell empty.</source>
        <translation>请填写实际价格，或将单元格留空。</translation>
    </message>
    <message>
        <source>Enter what came in; what is not the loan&apos;s is taken as a payment of its own.</source>
        <translation>请按到账金额填写；非贷款部分另行收款。</translation>
    </message>
    <message>
        <source>Enter what the bank wrote; for more, withdraw and open another case.</source>
        <translation>请按银行批复填写；如需更多，请撤回后另建档案。</translation>
    </message>
    <message>
        <source>Enter who bought the unit.</source>
        <translation>请填写购房人。</translation>
    </message>
    <message>
        <source>Enter yuan with at most two decimals, for example 50000 or 1,234.56.</source>
        <translation>请以元为单位填写，最多两位小数，例如 50000 或 1,234.56。</translation>
    </message>
    <message>
        <source>Enter {expected}.</source>
        <translation>请填写{expected}。</translation>
    </message>
    <message>
        <source>Enter {first} or later as the last day, or leave it empty: it runs until it is ended.</source>
        <translation>截止日请填 {first} 或以后，或留空：直到被停用为止。</translation>
    </message>
    <message>
        <source>Enter {today} or later, or leave it empty: it begins today.</source>
        <translation>请填写{today}或之后的日期；留空则从今天开始。</translation>
    </message>
    <message>
        <source>Every form of the book {book} is used.</source>
        <translation>票据本 {book} 已用完。</translation>
    </message>
    <message>
        <source>Every pay-out of unit {unit} has a receipt that stands.</source>
        <translation>{unit} 的放款收据均有效。</translation>
    </message>
    <message>
        <source>Everything is paid, or the deal was agreed before the office&apos;s start.</source>
        <translation>款项已付清，或该交易在系统启用前已签认购书。</translation>
    </message>
    <message>
        <source>Excel turned this cell into a date: {value}.</source>
        <translation>Excel 把此单元格变成了日期：{value}。</translation>
    </message>
    <message>
        <source>Exchange the receipts of one deal at a time.</source>
        <translation>请按交易逐笔换票。</translation>
    </message>
    <message>
        <source>Export up to the day before.</source>
        <translation>请导出至前一日。</translation>
    </message>
    <message>
        <source>File the higher prices first, or lower these in a new version.</source>
        <translation>请先备案更高的价格，或在新方案中降低这些价格。</translation>
    </message>
    <message>
        <source>File the lower prices first; the city&apos;s band is among the office settings.</source>
        <translation>请先备案更低的价格；本市幅度可在系统设置中查看。</translation>
    </message>
    <message>
        <source>Fill in both, then import again.</source>
        <translation>请补填后重新导入。</translation>
    </message>
    <message>
        <source>Fill in the list, or choose another sheet.</source>
        <translation>请填写表格，或选择其他工作表。</translation>
    </message>
    <message>
        <source>Fill it in; everything else you typed is kept.</source>
        <translation>请补填该项；其余已填内容均已保留。</translation>
    </message>
    <message>
        <source>Fix and take them first, or have them waived by a request.</source>
        <translation>请先定额收取，或申请减免。</translation>
    </message>
    <message>
        <source>Floors taken from the unit numbers: {count}.</source>
        <translation>有 {count} 个楼层取自房号。</translation>
    </message>
    <message>
        <source>Format the column as text and type the number again.</source>
        <translation>请将该列设为文本格式后重新填写。</translation>
    </message>
    <message>
        <source>Free some space, then do it again.</source>
        <translation>请清理磁盘空间后重试。</translation>
    </message>
    <message>
        <source>From {least} yuan in all on, who pays is identified first: {who} is not.</source>
        <translation>累计付款达到 {least} 元起须先登记付款人证件：{who}尚未登记。</translation>
    </message>
    <message>
        <source>Generate or import the buildings first, then record the permit.</source>
        <translation>请先生成或导入楼栋，再登记许可证。</translation>
    </message>
    <message>
        <source>Give every unit of a floor and every core its own number.</source>
        <translation>请为每层的每套房源和每个单元设置不同编号。</translation>
    </message>
    <message>
        <source>Give it a place on the form.</source>
        <translation>请在票据上给它一个位置。</translation>
    </message>
    <message>
        <source>Give it one day, or make it a job.</source>
        <translation>里程碑只占一天；若需多天，请改为“工作”。</translation>
    </message>
    <message>
        <source>Give less, or ask for the price: it goes to signatures.</source>
        <translation>请减少优惠，或申请特批。</translation>
    </message>
    <message>
        <source>Give less, or ask the administrator to add a step of the general manager to the flow.</source>
        <translation>请减少优惠，或请管理员在流程中增加总经理签批一步。</translation>
    </message>
    <message>
        <source>Give the same move again: it finds out whether the office arrived.</source>
        <translation>请再执行一次同样的迁移命令，程序会查明售楼处是否已迁到。</translation>
    </message>
    <message>
        <source>Give the same name, or another code.</source>
        <translation>请使用相同名称，或改用其他编码。</translation>
    </message>
    <message>
        <source>Give yourself the right to write in this folder, or move the office.</source>
        <translation>请取得该文件夹的写入权限，或移动售楼处文件。</translation>
    </message>
    <message>
        <source>Give {shortest} days or more; the shortest grace is among the office settings.</source>
        <translation>至少给 {shortest} 天；最短宽限期见系统设置。</translation>
    </message>
    <message>
        <source>Go on with it, or withdraw it first.</source>
        <translation>请继续办理，或先撤回。</translation>
    </message>
    <message>
        <source>Go on with request {again}.</source>
        <translation>请办理申请 {again}。</translation>
    </message>
    <message>
        <source>Go on with that deal.</source>
        <translation>请继续办理该交易。</translation>
    </message>
    <message>
        <source>Have a book issued to you (Receipts, More, Receipt books), then take the money.</source>
        <translation>请先领用票据本（收据 &gt; 更多 &gt; 票据本），再收款。</translation>
    </message>
    <message>
        <source>Have a contra approved: it answers the receipt with a number of its own.</source>
        <translation>请走红冲审批：用另编号码的红字收据冲销。</translation>
    </message>
    <message>
        <source>Have it returned first.</source>
        <translation>请先收回。</translation>
    </message>
    <message>
        <source>Have that match undone first, with the reason, on the page of the account.</source>
        <translation>请先在监管账户页撤销核对并说明原因。</translation>
    </message>
    <message>
        <source>Have the ID number recorded with the buyer or the customer, then take the money.</source>
        <translation>请先登记该买受人或客户的证件号码，再收款。</translation>
    </message>
    <message>
        <source>Have the bank&apos;s file as text (.csv), or format the column as text first.</source>
        <translation>请从银行导出文本文件 (.csv)，或先将该列设为文本格式。</translation>
    </message>
    <message>
        <source>Have the filing struck off, then enter the day on which it was.</source>
        <translation>请先办理备案注销，再填写注销日期。</translation>
    </message>
    <message>
        <source>Have the general manager lower the floor prices first, or leave these units as they are.</source>
        <translation>请先由总经理下调底价，或不改这些房源的价格。</translation>
    </message>
    <message>
        <source>Held-back units are released only by name: choose just these on the board, or give their codes (units=…).</source>
        <translation>销控房源须点名推出：请在销控表上单独选中，或按房号指定（units=…）。</translation>
    </message>
    <message>
        <source>Hold the unit again and ask anew. A deposit keeps a hold until the last signature; without one, extend it in time.</source>
        <translation>请重新锁定房源后再申请。已收定金的锁定会保留到签批完成；未收定金的请及时延长。</translation>
    </message>
    <message>
        <source>Hold the unit for the buyer himself, or subscribe with {customer} among the buyers and ask for a change of names.</source>
        <translation>请以买受人本人的名义重新保留；或将{customer}列为买受人之一认购，再申请更名。</translation>
    </message>
    <message>
        <source>Hold the unit for the customer first.</source>
        <translation>请先为客户锁定该房源。</translation>
    </message>
    <message>
        <source>If you sign in {person}&apos;s place, nobody is left to sign the step after.</source>
        <translation>您代{person}签批后，下一步将无人可签。</translation>
    </message>
    <message>
        <source>Import a price for it, then release it.</source>
        <translation>请先导入价格，再推盘。</translation>
    </message>
    <message>
        <source>Import the area with the price per m² as it is. Then draft a price version with the lower price, and ask for it: it goes to signatures.</source>
        <translation>请先按原单价导入新面积，再拟定含较低价格的版本并申请签批。</translation>
    </message>
    <message>
        <source>Import the list with areas first, then the grid.</source>
        <translation>请先导入带面积的价目表，再导入销控格表。</translation>
    </message>
    <message>
        <source>Import the lots anew as they are.</source>
        <translation>请按实际情况重新导入车位或储藏室。</translation>
    </message>
    <message>
        <source>In Excel copy the cells and paste them as values.</source>
        <translation>请在 Excel 中复制这些单元格，再“粘贴为数值”。</translation>
    </message>
    <message>
        <source>In Excel: Data, Edit Links, Break Link; then save it and choose it again.</source>
        <translation>请在 Excel 中选择“数据－编辑链接－断开链接”，保存后重新选择。</translation>
    </message>
    <message>
        <source>In the last file of this account {field} stood under &apos;{before}&apos;, now under &apos;{now}&apos;.</source>
        <translation>该账户上次文件中 {field} 的列标题为“{before}”，现为“{now}”。</translation>
    </message>
    <message>
        <source>Install a PDF viewer, or open the scan at another machine.</source>
        <translation>请安装 PDF 阅读器，或在另一台电脑上打开。</translation>
    </message>
    <message>
        <source>Install the newer program, then open the office again.</source>
        <translation>请安装新版程序后再打开。</translation>
    </message>
    <message>
        <source>Invoice {invoice} was given for other receipts already.</source>
        <translation>发票 {invoice} 已用于其他收据的换票。</translation>
    </message>
    <message>
        <source>Issue another book.</source>
        <translation>请发放另一本。</translation>
    </message>
    <message>
        <source>Issue the book to a cashier.</source>
        <translation>请发放给收银员。</translation>
    </message>
    <message>
        <source>It can be closed from {day} on.</source>
        <translation>自 {day} 起方可日结。</translation>
    </message>
    <message>
        <source>It can no longer be made void; have the money paid back by a refund.</source>
        <translation>该收据不能再作废，请通过退款退还款项。</translation>
    </message>
    <message>
        <source>It can no longer be taken back alone; have the money paid back by a refund.</source>
        <translation>该收据不能再单独退回，请通过退款退还款项。</translation>
    </message>
    <message>
        <source>It is done by: {roles}. Ask one of them.</source>
        <translation>此操作由以下岗位办理：{roles}。请联系其中一位。</translation>
    </message>
    <message>
        <source>It is signed by: {people}.</source>
        <translation>应由以下人员签批：{people}。</translation>
    </message>
    <message>
        <source>It rests on: {receipts}.</source>
        <translation>对应的收据是：{receipts}。</translation>
    </message>
    <message>
        <source>It runs on overdue lines of the price once the office has a rate (settings).</source>
        <translation>设置日费率后，逾期的房款才计滞纳金。</translation>
    </message>
    <message>
        <source>Its history says what it became; choose that unit.</source>
        <translation>其历史记录写明了变更后的房源，请选择该房源。</translation>
    </message>
    <message>
        <source>Its number, authority and day stay. Record the right permit for these buildings, then withdraw this one.</source>
        <translation>证号、机关和日期不能更改。请为这些楼栋登记正确的许可证，再撤销此证。</translation>
    </message>
    <message>
        <source>Keep one of the two rows.</source>
        <translation>请只保留其中一行。</translation>
    </message>
    <message>
        <source>Keep only the sheets with the list.</source>
        <translation>请只保留有表格的工作表。</translation>
    </message>
    <message>
        <source>Keep this file, and restore the newest verified backup beside it.</source>
        <translation>请保留此文件，并将最近一次已校验的备份恢复到旁边。</translation>
    </message>
    <message>
        <source>Lead the customer to the cashier first.</source>
        <translation>请先带客户到收银处。</translation>
    </message>
    <message>
        <source>Leave a discount out; or hold the unit, ask for the price, and make the plan when it is signed.</source>
        <translation>请少选一项优惠；或先锁定房源并提出特批申请，签批后再出置业计划。</translation>
    </message>
    <message>
        <source>Leave it out; the list of reminders shows what is overdue, and what will be.</source>
        <translation>请去掉这一套；催款列表显示已逾期和即将到期的款项。</translation>
    </message>
    <message>
        <source>Leave its use as it is. Another thing to sell is another unit.</source>
        <translation>请保留其用途；另一种可售物应建为另一套房源。</translation>
    </message>
    <message>
        <source>Leave the figure out that is not of this kind.</source>
        <translation>请去掉不属于此类优惠的数字。</translation>
    </message>
    <message>
        <source>Leave the line first to stand there until another day.</source>
        <translation>如需更改日期，请先退出候补。</translation>
    </message>
    <message>
        <source>Leave the price empty, or choose other discounts.</source>
        <translation>请留空价格，或另选优惠。</translation>
    </message>
    <message>
        <source>Leave this signature to {person} or to another stand-in, or let somebody stand in for the step after first.</source>
        <translation>请由{person}本人或其他代签人签批，或先为下一步指定代签人。</translation>
    </message>
    <message>
        <source>Leave this signature to: {roles}. Or reject the request; it can be asked for anew.</source>
        <translation>请将此签批留给：{roles}；或驳回申请，可重新提出。</translation>
    </message>
    <message>
        <source>Let another role sign it too, or give somebody this role first (People).</source>
        <translation>请加入其他角色，或先在人员页为某人设定该角色。</translation>
    </message>
    <message>
        <source>Let another role sign it too, or say that somebody else asks for whoever signs alone.</source>
        <translation>请加入其他角色，或勾选“由他人代为提出”。</translation>
    </message>
    <message>
        <source>Let it go first, or bind before the home is held.</source>
        <translation>请先释放，或在锁定房屋之前捆绑。</translation>
    </message>
    <message>
        <source>Let somebody else release them, or ask for a price version with these prices: it goes to signatures.</source>
        <translation>请由他人推盘，或以这些价格起草调价方案并提出申请，由各级签批。</translation>
    </message>
    <message>
        <source>Let the shares make 100 %, or let one line take the rest.</source>
        <translation>请使各款比例合计 100%，或设一款为余款。</translation>
    </message>
    <message>
        <source>Letter {letter} ({demand_stage}) asks for it already, to be paid by {day}.</source>
        <translation>催款函 {letter}（{demand_stage}）已就此催款，付款期限为 {day}。</translation>
    </message>
    <message>
        <source>Line {line} asks for {open} yuan, not for {amount}.</source>
        <translation>第 {line} 笔应收余额为 {open} 元，不能收 {amount} 元。</translation>
    </message>
    <message>
        <source>Login or password is wrong.</source>
        <translation>登录名或密码错误。</translation>
    </message>
    <message>
        <source>Look at that project&apos;s permits; a wrong one is corrected or withdrawn there.</source>
        <translation>请查看该项目的许可证；有误的在那里更正或撤销。</translation>
    </message>
    <message>
        <source>Look at the comparison; confirm it as it is, or draft a new version.</source>
        <translation>请查看对比；确认照此执行，或拟定新方案。</translation>
    </message>
    <message>
        <source>Look at the file. If the bank renamed the column, say that the columns have changed, and take it in.</source>
        <translation>请查看文件；如确为银行更改了列名，请确认列有变化后再导入。</translation>
    </message>
    <message>
        <source>Look at the line once more; it is taken as it stands.</source>
        <translation>请再核对这一行；导入时按所列数值录入。</translation>
    </message>
    <message>
        <source>Look at the present state, then decide again.</source>
        <translation>请查看当前状态后再作决定。</translation>
    </message>
    <message>
        <source>Look at the price once more. Where it is meant so, confirm it (confirmed=yes).</source>
        <translation>请再核对一遍价格；确实如此，请确认（confirmed=yes）。</translation>
    </message>
    <message>
        <source>Look at the prices once more. Where they are meant so, confirm (meant=yes).</source>
        <translation>请再核对一遍价格；确实如此，请确认（meant=yes）。</translation>
    </message>
    <message>
        <source>Look at the report once more. Where it says so, confirm it (confirmed=yes): the buyer may rescind.</source>
        <translation>请再核对测绘报告。确实如此的，请确认（confirmed=yes）；买受人可以解除合同。</translation>
    </message>
    <message>
        <source>Look at the slip; nothing more is owed.</source>
        <translation>请查看退款单；已无应退款项。</translation>
    </message>
    <message>
        <source>Lot {lot} and {home} are of different projects.</source>
        <translation>{lot} 与 {home} 不在同一项目。</translation>
    </message>
    <message>
        <source>Lot {lot} is bound to {home} already.</source>
        <translation>{lot} 已捆绑到 {home}。</translation>
    </message>
    <message>
        <source>Lot {lot} is bound to {home} and goes with it.</source>
        <translation>{lot} 已捆绑到 {home}，随房屋出售。</translation>
    </message>
    <message>
        <source>Lot {lot} is for owners only: {customer} has not bought a home here.</source>
        <translation>{lot} 仅售业主：{customer} 未在此购房。</translation>
    </message>
    <message>
        <source>Lot {lot} is not bound to any home.</source>
        <translation>{lot} 未捆绑任何房屋。</translation>
    </message>
    <message>
        <source>Make somebody else administrator first.</source>
        <translation>请先将其他人设为系统管理员。</translation>
    </message>
    <message>
        <source>Make the receipt void, or have a contra written, first.</source>
        <translation>请先作废收据或办理红冲。</translation>
    </message>
    <message>
        <source>Mark it as a late entry; it will be shown as one.</source>
        <translation>请标为补登；系统会注明“补登”。</translation>
    </message>
    <message>
        <source>Mark it with today&apos;s date or an earlier one.</source>
        <translation>请填今天或更早的日期。</translation>
    </message>
    <message>
        <source>Mend the price, then take the file in again.</source>
        <translation>请修改价格后重新读入文件。</translation>
    </message>
    <message>
        <source>Mend the row and import the file again.</source>
        <translation>请改正该行后重新导入文件。</translation>
    </message>
    <message>
        <source>Mend the rows that are listed, then import again.</source>
        <translation>请改正所列各行后重新导入。</translation>
    </message>
    <message>
        <source>Mend the two areas, then import again.</source>
        <translation>请改正这两个面积后重新导入。</translation>
    </message>
    <message>
        <source>Mend those above first and import again.</source>
        <translation>请先处理以上问题，再重新导入。</translation>
    </message>
    <message>
        <source>Merge and split before pricing. Withdraw the draft where there is one.</source>
        <translation>合并和拆分须在定价之前；如有调价草案，请先撤回。</translation>
    </message>
    <message>
        <source>More problems, not listed: {count}.</source>
        <translation>另有 {count} 个问题未列出。</translation>
    </message>
    <message>
        <source>More was paid ({value}) than the unit costs ({price}).</source>
        <translation>已付金额（{value}）超过房价（{price}）。</translation>
    </message>
    <message>
        <source>Move its frame, make it smaller, or take the offset back.</source>
        <translation>请移动或缩小该栏，或减小偏移。</translation>
    </message>
    <message>
        <source>Move its phases, or shift the whole plan to a new start.</source>
        <translation>请移动各阶段，或将整个计划平移到新的起始日。</translation>
    </message>
    <message>
        <source>Move one of them; the test page shows every frame.</source>
        <translation>请移开其中一栏；测试页会显示每一栏的边框。</translation>
    </message>
    <message>
        <source>Name a file in a folder that exists and is yours.</source>
        <translation>请指定一个已存在且可写入的文件夹中的文件。</translation>
    </message>
    <message>
        <source>Name each discount once, in the order they are taken off.</source>
        <translation>每项优惠只写一次，按抵扣顺序排列。</translation>
    </message>
    <message>
        <source>Name it by its number, or give the project too.</source>
        <translation>请改用编号，或同时指明项目。</translation>
    </message>
    <message>
        <source>Name its legal representative, or a proxy with the power of attorney.</source>
        <translation>请填写其法定代表人，或持授权委托书的代理人。</translation>
    </message>
    <message>
        <source>Name the guardian who signs for the minor.</source>
        <translation>请填写代未成年人签署的监护人。</translation>
    </message>
    <message>
        <source>Name the project too: {example}.</source>
        <translation>请同时写明项目：{example}。</translation>
    </message>
    <message>
        <source>Name the two buildings or cores so that their numbers differ.</source>
        <translation>请修改楼栋或单元名称，使两者编号不同。</translation>
    </message>
    <message>
        <source>Name the units it became, as the board shows them, or take the row out.</source>
        <translation>请改为销控表上变更后的房源，或删去此行。</translation>
    </message>
    <message>
        <source>Neither a unit price nor a total price is given.</source>
        <translation>单价和总价都没有填写。</translation>
    </message>
    <message>
        <source>No amount is given, or both ways at once.</source>
        <translation>没有金额，或收支同时有金额。</translation>
    </message>
    <message>
        <source>No column gives a unit price or a total price.</source>
        <translation>没有单价列或总价列。</translation>
    </message>
    <message>
        <source>No column gives the building.</source>
        <translation>没有楼栋列。</translation>
    </message>
    <message>
        <source>No column gives the gross area.</source>
        <translation>没有建筑面积列。</translation>
    </message>
    <message>
        <source>No column gives the unit number.</source>
        <translation>没有房号列。</translation>
    </message>
    <message>
        <source>No column of the bank&apos;s file gives {field}; it has: {headings}.</source>
        <translation>银行流水文件中没有 {field} 列；现有列：{headings}。</translation>
    </message>
    <message>
        <source>No column says which unit it is.</source>
        <translation>没有任何一列能说明是哪套房源。</translation>
    </message>
    <message>
        <source>No deposit has been taken for unit {unit}.</source>
        <translation>房源 {unit} 尚未收取定金。</translation>
    </message>
    <message>
        <source>No floor is left to build, or one is named twice.</source>
        <translation>没有可生成的楼层，或楼层重复。</translation>
    </message>
    <message>
        <source>No font here can print {characters}.</source>
        <translation>现有字体无法打印：{characters}。</translation>
    </message>
    <message>
        <source>No late fee runs on unit {unit} today.</source>
        <translation>房源 {unit} 今日没有计算中的滞纳金。</translation>
    </message>
    <message>
        <source>No money up to {day} waits for a voucher.</source>
        <translation>截至 {day} 没有待导出的发生额。</translation>
    </message>
    <message>
        <source>No notice of default stands for unit {unit}.</source>
        <translation>{unit} 没有有效的催告。</translation>
    </message>
    <message>
        <source>No paper was given and no cash lies there: the day needs no close.</source>
        <translation>当日未开票且无现金结存，无需日结。</translation>
    </message>
    <message>
        <source>No program of this machine opens {file}.</source>
        <translation>本机没有可以打开 {file} 的程序。</translation>
    </message>
    <message>
        <source>No step of the approval flow applies to this request.</source>
        <translation>审批流程中没有适用于此申请的步骤。</translation>
    </message>
    <message>
        <source>No unit there can be released now.</source>
        <translation>该范围内目前没有可推的房源。</translation>
    </message>
    <message>
        <source>Nobody alone keeps the deposit on unit {unit}, or gives it back twice over.</source>
        <translation>没收或双倍返还房源{unit}的定金，一个人不能单独决定。</translation>
    </message>
    <message>
        <source>Nobody has approved a contra of receipt {number} yet.</source>
        <translation>收据 {number} 的红冲尚未批准。</translation>
    </message>
    <message>
        <source>Nobody has the book {book}.</source>
        <translation>票据本 {book} 无人领用。</translation>
    </message>
    <message>
        <source>Nobody holds unit {unit}: it is {state}.</source>
        <translation>房源 {unit} 无人锁定，当前为“{state}”。</translation>
    </message>
    <message>
        <source>Nobody in the office has the number {person}.</source>
        <translation>售楼处没有编号为 {person} 的人员。</translation>
    </message>
    <message>
        <source>Nobody is there to sign step {number} of this request: {roles}.</source>
        <translation>此申请的第 {number} 步无人可签：{roles}。</translation>
    </message>
    <message>
        <source>Nobody said that the original receipts are back.</source>
        <translation>尚未确认原收据已收回。</translation>
    </message>
    <message>
        <source>Nothing is due of unit {unit} here.</source>
        <translation>房源 {unit} 在本系统中没有应收款。</translation>
    </message>
    <message>
        <source>Nothing is owed to the buyer: the deposit was kept.</source>
        <translation>定金不予退还，无应退客户款项。</translation>
    </message>
    <message>
        <source>Nothing is said of the original receipts {receipts} of this refund.</source>
        <translation>这笔退款的原收据 {receipts} 尚无说明。</translation>
    </message>
    <message>
        <source>Nothing more has to be done about it.</source>
        <translation>无需再做。</translation>
    </message>
    <message>
        <source>Nothing more has to be done with it.</source>
        <translation>无需再作处理。</translation>
    </message>
    <message>
        <source>Nothing more is to be done.</source>
        <translation>无须再办。</translation>
    </message>
    <message>
        <source>Nothing of this is softer than it stands.</source>
        <translation>所申请的内容并未比目前放宽。</translation>
    </message>
    <message>
        <source>Nothing to do, unless it should be one.</source>
        <translation>若确非房源，无需处理。</translation>
    </message>
    <message>
        <source>Nothing was changed. Restore the newest verified backup, and move that.</source>
        <translation>没有任何改动。请先恢复最近一份已验证的备份，再迁移恢复出的售楼处。</translation>
    </message>
    <message>
        <source>Nothing was changed. Verify the office; mend it or restore a verified backup.</source>
        <translation>没有任何改动。请先验证该售楼处，修复后再试，或恢复一份已验证的备份。</translation>
    </message>
    <message>
        <source>Nothing was changed; the office works where it was.</source>
        <translation>没有任何改动，售楼处仍在原处正常使用。</translation>
    </message>
    <message>
        <source>Nothing was printed. Print it on plain paper (Receipts, More, Receipt form), or have its frame made larger there.</source>
        <translation>没有打印。请改用空白纸打印（收据 › 更多 › 收据套打），或在那里把该栏放大。</translation>
    </message>
    <message>
        <source>Nothing was released. Give them a price, or leave them out (of a building: leave_unpriced=yes).</source>
        <translation>没有推出任何房源。请先为这些房源定价，或不选它们（整栋推售时：leave_unpriced=yes）。</translation>
    </message>
    <message>
        <source>Nothing was saved. Look whether the disk is there and sound; the newest backup can be restored on another.</source>
        <translation>没有保存任何内容。请检查磁盘是否连接正常、是否完好；最新的备份可以恢复到另一块磁盘。</translation>
    </message>
    <message>
        <source>Nothing was sent: no money and no unit is taken now. The desk connects again by itself; what you typed stays.</source>
        <translation>未发送任何内容：现在不收款、不锁房。工位会自动重新连接；已输入的内容保留。</translation>
    </message>
    <message>
        <source>Nothing would change for unit {unit}.</source>
        <translation>房源 {unit} 没有任何变更。</translation>
    </message>
    <message>
        <source>Notice {notice} gives the buyer of {unit} until {day}, that day included.</source>
        <translation>催告函 {notice} 给 {unit} 的客户宽限至 {day}（含当日）。</translation>
    </message>
    <message>
        <source>Notice {notice} stands for unit {unit} already, with grace until {day}.</source>
        <translation>{unit} 已有催告函 {notice}，宽限至 {day}。</translation>
    </message>
    <message>
        <source>Now it is the turn of: {people}.</source>
        <translation>现在轮到：{people}。</translation>
    </message>
    <message>
        <source>Of this late fee of {fee} yuan {open} yuan are open, not {amount}.</source>
        <translation>该笔滞纳金 {fee} 元，未收 {open} 元，不足 {amount} 元。</translation>
    </message>
    <message>
        <source>Of unit {unit} nothing is overdue.</source>
        <translation>房源 {unit} 没有逾期款项。</translation>
    </message>
    <message>
        <source>Of unit {unit} {amount} yuan of late fees run or are open.</source>
        <translation>房源 {unit} 尚有滞纳金 {amount} 元未结清。</translation>
    </message>
    <message>
        <source>Offer another unit, or wait; the board shows who is in line.</source>
        <translation>请推荐其他房源，或等待；销控表上可查看候补。</translation>
    </message>
    <message>
        <source>Offer another unit; the administrator sets how long a line may be.</source>
        <translation>请推荐其他房源；候补人数上限由管理员设置。</translation>
    </message>
    <message>
        <source>Offer the unit to everybody, or let the administrator look at the law pack.</source>
        <translation>请公开推售该房源，或请管理员查看法规包。</translation>
    </message>
    <message>
        <source>On floor {floor} unit {number} would have no price.</source>
        <translation>{floor} 层 {number} 号房的价格不大于零。</translation>
    </message>
    <message>
        <source>One stands in line behind a hold, a reservation or a subscription.</source>
        <translation>只有已锁定、留房或认购的房源可以候补。</translation>
    </message>
    <message>
        <source>Only what is not released or held back, and never was more, becomes another unit.</source>
        <translation>只有未推售或销控、且从未有过其他状态的房源可以合并或拆分。</translation>
    </message>
    <message>
        <source>Only whoever owns the office on the server may do this.</source>
        <translation>只有服务器上该售楼处的所有者才能执行此操作。</translation>
    </message>
    <message>
        <source>Open another case first, where the buyer asks again.</source>
        <translation>客户再次申请时，请先另建档案。</translation>
    </message>
    <message>
        <source>Open it in Excel and save it again as .xlsx.</source>
        <translation>请在 Excel 中打开并另存为 .xlsx。</translation>
    </message>
    <message>
        <source>Open it in Excel or WPS and save it as .xlsx, or export it as .csv.</source>
        <translation>请用 Excel 或 WPS 打开并另存为 .xlsx，或导出为 .csv。</translation>
    </message>
    <message>
        <source>Open it in the program: it is copied first and then brought forward.</source>
        <translation>请在程序中打开：先自动备份，再升级。</translation>
    </message>
    <message>
        <source>Open it there; this file is kept as it was.</source>
        <translation>请到那里打开；此文件保持原样。</translation>
    </message>
    <message>
        <source>Open it, save it once, or copy the cells and paste them as values.</source>
        <translation>请打开并保存一次，或复制后“粘贴为数值”。</translation>
    </message>
    <message>
        <source>Open it, save it without a password, and attach that; or scan the paper.</source>
        <translation>请打开后另存为不带密码的文件再添加，或扫描纸件。</translation>
    </message>
    <message>
        <source>Open it, take the password off, save it and choose it again.</source>
        <translation>请打开文件，取消密码并保存，然后重新选择。</translation>
    </message>
    <message>
        <source>Open one first: the bank, the amount, the years.</source>
        <translation>请先建档：银行、金额、年限。</translation>
    </message>
    <message>
        <source>Open that customer; a manager can merge the two.</source>
        <translation>请打开该客户；案场经理可合并两条记录。</translation>
    </message>
    <message>
        <source>Open that project, or choose another name.</source>
        <translation>请打开该项目，或换一个名称。</translation>
    </message>
    <message>
        <source>Open the form anew; look first at what was done.</source>
        <translation>请先查看已办结果，再重新打开表单。</translation>
    </message>
    <message>
        <source>Papers and the journal carry the server&apos;s time; what this window counts down is wrong by the difference. Set this machine&apos;s clock right.</source>
        <translation>单据和日志一律用服务器时间；本窗口的倒计时会差这么多。请校准本机时钟。</translation>
    </message>
    <message>
        <source>Pay it that way, or ask for the refund again with the other one.</source>
        <translation>按批准的方式支付，或换一种方式重新申请。</translation>
    </message>
    <message>
        <source>Pay more at first, or choose the combined loan.</source>
        <translation>请提高首付款，或改用组合贷。</translation>
    </message>
    <message>
        <source>Pay the refund; it settles the receipt&apos;s money.</source>
        <translation>请支付退款，以结清该收据的款项。</translation>
    </message>
    <message>
        <source>Pay {payees}; or write in whose place {payee} takes the money, by which proxy, and why.</source>
        <translation>请付给 {payees}；或写明 {payee} 代何人领取、凭何委托及原因。</translation>
    </message>
    <message>
        <source>Per cent are what remains: 98 takes 2 % off. Where it is meant so, confirm it (confirmed=yes).</source>
        <translation>百分数指折后剩余：98 即优惠 2%。确属如此，请确认（confirmed=yes）。</translation>
    </message>
    <message>
        <source>Permit {permit} was issued on {issued}: {count} of its units would stay unpublished after {days} days (R-07).</source>
        <translation>预售许可证{permit}于{issued}核发：满{days}日后仍有{count}套未公开（R-07）。</translation>
    </message>
    <message>
        <source>Possible now: {allowed}.</source>
        <translation>当前可办理：{allowed}。</translation>
    </message>
    <message>
        <source>Print one of them again by its number, if it must be.</source>
        <translation>确需补打的，请按编号逐张补打。</translation>
    </message>
    <message>
        <source>Print that one again, or wait until its day is past; then the next stage follows.</source>
        <translation>请重新打印该函，或等其期限过后再出具下一次催款函。</translation>
    </message>
    <message>
        <source>Put it back first, or add it anew.</source>
        <translation>请先恢复它，或重新添加。</translation>
    </message>
    <message>
        <source>Put it into effect then, or draft one without a time from it.</source>
        <translation>请届时执行，或以它为基础拟定不定时的方案。</translation>
    </message>
    <message>
        <source>Put its line back. Where the list is meant to hold some units only, say so (partial=yes): what it leaves out then stays as it is.</source>
        <translation>请补回该行；如确为部分房源的价目表，请注明（partial=yes），未列房源保持不变。</translation>
    </message>
    <message>
        <source>Put the login that made the office into the address, for example founder@.</source>
        <translation>请在地址中使用建立该售楼处的登录名，例如 founder@。</translation>
    </message>
    <message>
        <source>Put the owner&apos;s login into the address: postgresql+psycopg://OWNER@HOST/DATABASE</source>
        <translation>请在地址中填写所有者的登录名：postgresql+psycopg://OWNER@HOST/DATABASE</translation>
    </message>
    <message>
        <source>Raise the base price, or mend the differences.</source>
        <translation>请提高基准价，或修改差价。</translation>
    </message>
    <message>
        <source>Reading {file} was stopped.</source>
        <translation>已停止读取 {file}。</translation>
    </message>
    <message>
        <source>Receipt {number} has the reference {reference} already.</source>
        <translation>收据 {number} 已用凭证号 {reference}。</translation>
    </message>
    <message>
        <source>Receipt {number} is of another deal than {first}.</source>
        <translation>收据 {number} 与 {first} 不属于同一笔交易。</translation>
    </message>
    <message>
        <source>Receipt {number} is of {day}; that day is closed, and stays as it was counted.</source>
        <translation>收据 {number} 属于 {day}，该日已日结，不得更改。</translation>
    </message>
    <message>
        <source>Receipt {number} is of {day}; that day is over.</source>
        <translation>收据 {number} 开于 {day}，当日已过。</translation>
    </message>
    <message>
        <source>Receipt {number} is on paper; nobody said that every copy is back.</source>
        <translation>收据 {number} 已打印，尚未确认各联均已收回。</translation>
    </message>
    <message>
        <source>Receipt {number} is void already.</source>
        <translation>收据 {number} 已作废。</translation>
    </message>
    <message>
        <source>Receipt {number} was answered by the contra {contra} already.</source>
        <translation>收据 {number} 已由红字收据 {contra} 冲销。</translation>
    </message>
    <message>
        <source>Receipt {number} was exchanged for the invoice {invoice}.</source>
        <translation>收据 {number} 已换开发票 {invoice}。</translation>
    </message>
    <message>
        <source>Receipt {receipt} is void, answered, a refund, or of another project.</source>
        <translation>收据 {receipt} 已作废、已红冲、属退款，或属其他项目。</translation>
    </message>
    <message>
        <source>Receipts are numbered already; the next is {next}.</source>
        <translation>收据已开始编号，下一号为 {next}。</translation>
    </message>
    <message>
        <source>Record each as got, or why it is not needed; expired ones are brought anew.</source>
        <translation>请逐项登记已收，或注明不需要的原因；过期的须重新提供。</translation>
    </message>
    <message>
        <source>Record its measured area first.</source>
        <translation>请先登记实测面积。</translation>
    </message>
    <message>
        <source>Record the day on which the buyer signed at the bank.</source>
        <translation>请登记客户面签日期。</translation>
    </message>
    <message>
        <source>Record the measured area and have its settlement signed, then hand the unit over.</source>
        <translation>请登记实测面积并签批面积补差，再交付。</translation>
    </message>
    <message>
        <source>Record the new contact as a new follow-up.</source>
        <translation>请将本次联系另记为一条新的跟进。</translation>
    </message>
    <message>
        <source>Record the permit for this building, then do it again.</source>
        <translation>请先登记该楼栋的预售许可证，再重新办理。</translation>
    </message>
    <message>
        <source>Record the right permit for these buildings first, then do it again.</source>
        <translation>请先为这些楼栋登记正确的许可证，然后重试。</translation>
    </message>
    <message>
        <source>Reject it; the request can be filed anew at this price.</source>
        <translation>请驳回；可按现价重新申请。</translation>
    </message>
    <message>
        <source>Reject it; {person} can ask again with the facts as they are now.</source>
        <translation>请驳回；{person}可按现在的情况重新申请。</translation>
    </message>
    <message>
        <source>Release all units of the permit together, or block those that are not for sale.</source>
        <translation>请将该证全部房源一并推出，不对外销售的请设为不可售。</translation>
    </message>
    <message>
        <source>Request {request} asks for a waiver of this late fee of unit {unit} already.</source>
        <translation>申请 {request} 号已在申请减免房源 {unit} 的这笔滞纳金。</translation>
    </message>
    <message>
        <source>Request {request} asks for the price version &apos;{name}&apos; already.</source>
        <translation>申请 {request} 已在申请调价方案“{name}”。</translation>
    </message>
    <message>
        <source>Request {request} asks for the refund of unit {unit} already.</source>
        <translation>申请 {request} 号已在申请 {unit} 的退款。</translation>
    </message>
    <message>
        <source>Request {request} asks for this change to unit {unit} already.</source>
        <translation>第 {request} 号申请已在申请房源 {unit} 的同一变更。</translation>
    </message>
    <message>
        <source>Request {request} asks for unit {unit} and this customer already.</source>
        <translation>申请 {request} 已为该客户申请房源 {unit}。</translation>
    </message>
    <message>
        <source>Request {request} asks for {law} already.</source>
        <translation>第{request}号申请已在申请{law}。</translation>
    </message>
    <message>
        <source>Request {request} is approved and carried out.</source>
        <translation>申请 {request} 已批准并执行。</translation>
    </message>
    <message>
        <source>Request {request} is {person}&apos;s.</source>
        <translation>申请 {request} 是{person}提出的。</translation>
    </message>
    <message>
        <source>Request {request} is {state}.</source>
        <translation>申请 {request} {state}。</translation>
    </message>
    <message>
        <source>Request {request} was asked for again.</source>
        <translation>申请 {request} 已重新提交。</translation>
    </message>
    <message>
        <source>Request {request} was signed for another way of paying: {tender}.</source>
        <translation>申请 {request} 号批准的是另一种退款方式：{tender}。</translation>
    </message>
    <message>
        <source>Reservations are forbidden in this project: its law pack blocks R-26.</source>
        <translation>本项目禁止留房：法规包将 R-26 设为禁止。</translation>
    </message>
    <message>
        <source>Row {line}, unit {unit}: {why}</source>
        <translation>第 {line} 行，房源 {unit}：{why}</translation>
    </message>
    <message>
        <source>Row {line}: the reference {reference} is known already, with {known}, not {told}.</source>
        <translation>第 {line} 行：流水号 {reference} 已存在，为 {known}，而非 {told}。</translation>
    </message>
    <message>
        <source>Save it as .xlsx without macros and choose that file.</source>
        <translation>请另存为不含宏的 .xlsx，再选择该文件。</translation>
    </message>
    <message>
        <source>Save it with fewer dots, at most {limit} million, and attach that.</source>
        <translation>请以较低的分辨率另存（至多 {limit} 百万像素）后再添加。</translation>
    </message>
    <message>
        <source>Save the list again and choose the new file.</source>
        <translation>请重新保存表格，再选择新文件。</translation>
    </message>
    <message>
        <source>Say what shall be otherwise.</source>
        <translation>请说明要变更什么。</translation>
    </message>
    <message>
        <source>Say which one came in: the bank&apos;s or the fund&apos;s.</source>
        <translation>请指明到账的是银行部分还是公积金部分。</translation>
    </message>
    <message>
        <source>Say yourself which column holds what, or use our template.</source>
        <translation>请手工指定各列的含义，或使用本系统模板。</translation>
    </message>
    <message>
        <source>Say yourself which column it is, or add it to the file.</source>
        <translation>请手工指定该列，或在文件中补上。</translation>
    </message>
    <message>
        <source>Say yourself which column it is, or add it to the file. Units without prices come in from a file that has no column but those known.</source>
        <translation>请自行指定是哪一列，或在文件中补上。不带价格导入房源时，文件中只能有可识别的列。</translation>
    </message>
    <message>
        <source>Say yourself which column it is, or have the bank&apos;s usual file made.</source>
        <translation>请指定对应的列，或让银行按原格式导出。</translation>
    </message>
    <message>
        <source>Scan it with 200 dpi or in grey, or ask the administrator for a higher limit.</source>
        <translation>请以 200 dpi 或灰度扫描，或请管理员调高上限。</translation>
    </message>
    <message>
        <source>Scan the paper again and attach the new file.</source>
        <translation>请重新扫描后添加新文件。</translation>
    </message>
    <message>
        <source>Scan the paper again and save it as PDF, PNG or JPEG, then attach that file.</source>
        <translation>请重新扫描，存为 PDF、PNG 或 JPEG 后再添加。</translation>
    </message>
    <message>
        <source>Scan the paper again with 200 dpi and attach the new file.</source>
        <translation>请以 200 dpi 重新扫描后添加新文件。</translation>
    </message>
    <message>
        <source>Search again and open the remaining record.</source>
        <translation>请重新搜索，打开合并后保留的记录。</translation>
    </message>
    <message>
        <source>Serve a notice with its days of grace first, or cancel the deal without fault.</source>
        <translation>请先发出催告函并给足宽限期，或者按双方无责任解除。</translation>
    </message>
    <message>
        <source>Set it at once (SetLaw, AdoptLawPack); it needs no signatures.</source>
        <translation>可直接设定（SetLaw、AdoptLawPack），无须签批。</translation>
    </message>
    <message>
        <source>Set the clock right; receipts must be in order of time.</source>
        <translation>请校准时钟；收据必须按时间先后开具。</translation>
    </message>
    <message>
        <source>Several machines writing there destroy the file. Move it to this machine&apos;s own disk.</source>
        <translation>多台电脑同时写入会损坏文件。请将其移到本机磁盘。</translation>
    </message>
    <message>
        <source>Several projects have a unit {unit}: {projects}.</source>
        <translation>多个项目都有房源 {unit}：{projects}。</translation>
    </message>
    <message>
        <source>Share it out, too, or say that it is paid ahead.</source>
        <translation>请一并分配，或将其作为预收款。</translation>
    </message>
    <message>
        <source>Share the money out so that no line gets too much.</source>
        <translation>请重新分配款项，使每笔不超过其余额。</translation>
    </message>
    <message>
        <source>Shorten it to at most {limit} characters.</source>
        <translation>请缩短到 {limit} 个字符以内。</translation>
    </message>
    <message>
        <source>Show the list price without striking it through.</source>
        <translation>请不要将标价作为划线原价展示。</translation>
    </message>
    <message>
        <source>Somebody changed the file from outside. Restore the newest verified backup.</source>
        <translation>文件曾在程序之外被改动。请恢复最近一次已校验的备份。</translation>
    </message>
    <message>
        <source>Somebody else who may check entries checks it.</source>
        <translation>请由其他有抽查权限的人抽查。</translation>
    </message>
    <message>
        <source>Somebody&apos;s units rest on the permit {number} alone: {units}.</source>
        <translation>以下已有客户的房源仅依据预售许可证{number}：{units}。</translation>
    </message>
    <message>
        <source>Start the primary again, or promote the standby (pg_ctl promote). Nothing was done.</source>
        <translation>请重新启动主机，或将备机提升为主机（pg_ctl promote）。本次操作没有生效。</translation>
    </message>
    <message>
        <source>Start the program again; if it stays so, reinstall it.</source>
        <translation>请重新启动程序；如仍如此，请重新安装。</translation>
    </message>
    <message>
        <source>Step {number}: too few people are {roles}; each signature is another person&apos;s.</source>
        <translation>第 {number} 步：{roles}人数不够；每次签批须由不同的人完成。</translation>
    </message>
    <message>
        <source>Stop working in this office; restore the newest verified backup.</source>
        <translation>请停止在此售楼处文件中操作，并恢复最近一次已校验的备份。</translation>
    </message>
    <message>
        <source>Take at most {room} yuan as deposit; the rest is an instalment of the price.</source>
        <translation>定金最多再收 {room} 元；其余应作为房款收取。</translation>
    </message>
    <message>
        <source>Take back the customer copy of each receipt, then say so and give the invoice.</source>
        <translation>请先收回每张收据的客户联并确认，再交付发票。</translation>
    </message>
    <message>
        <source>Take every copy back and say so; where one stays away, have a contra approved.</source>
        <translation>请收回全部各联并确认；若有一联收不回，请走红冲审批。</translation>
    </message>
    <message>
        <source>Take it out; passwords belong into the keyring or libpq&apos;s passfile.</source>
        <translation>请删除其中的密码；密码应放在系统钥匙串或 libpq 的密码文件中。</translation>
    </message>
    <message>
        <source>Take that part out; behind the question mark only hosts and TLS are named.</source>
        <translation>请删去这一部分；问号后面只能写主机和 TLS 参数。</translation>
    </message>
    <message>
        <source>Take the deposit, or let the unit go.</source>
        <translation>请收取定金，或释放该房源。</translation>
    </message>
    <message>
        <source>Take the money in again with a receipt of its own.</source>
        <translation>请另开收据把款项收回。</translation>
    </message>
    <message>
        <source>Take the payment first. Where the keys are given all the same, say why (overdue_reason=...): it stands on the manager&apos;s desk until it is paid.</source>
        <translation>请先收款；如仍交付，请说明原因（overdue_reason=……）：在付清之前一直列在案场经理的工作台上。</translation>
    </message>
    <message>
        <source>Take the row out of the file, or check its unit.</source>
        <translation>请从文件中删除该行，或核对房源。</translation>
    </message>
    <message>
        <source>Take them back and name them as returned, or as lost with a declaration.</source>
        <translation>请收回并注明已收回，或凭声明注明遗失。</translation>
    </message>
    <message>
        <source>Take {open} yuan, or say that the rest is paid ahead.</source>
        <translation>请收取 {open} 元，或将多余部分作为预收款。</translation>
    </message>
    <message>
        <source>That part of the loan of unit {unit} was paid out on {day}.</source>
        <translation>{unit} 的该部分贷款已于{day}放款。</translation>
    </message>
    <message>
        <source>The ID card number is wrong: {why}.</source>
        <translation>身份证号码有误：{why}</translation>
    </message>
    <message>
        <source>The ID number of {buyer}, who buys {unit}, is missing.</source>
        <translation>{unit} 的买受人{buyer}缺证件号。</translation>
    </message>
    <message>
        <source>The ID number of {name} is missing.</source>
        <translation>缺少{name}的证件号码。</translation>
    </message>
    <message>
        <source>The account {account} never stands in a voucher.</source>
        <translation>科目 {account} 不进入凭证。</translation>
    </message>
    <message>
        <source>The account {number} is registered already.</source>
        <translation>账号 {number} 已登记。</translation>
    </message>
    <message>
        <source>The address {place} must not say &apos;{part}&apos; like this.</source>
        <translation>地址 {place} 中不能这样写“{part}”。</translation>
    </message>
    <message>
        <source>The administrator gives a new password. If he has lost his own, whoever owns the server sets one there.</source>
        <translation>请管理员重设密码。管理员自己的密码遗失时，由服务器的所有者在服务器上重设。</translation>
    </message>
    <message>
        <source>The agreement on unit {unit} is cancelled by a request and its signatures.</source>
        <translation>房源 {unit} 的认购书须经申请和签批才能退订。</translation>
    </message>
    <message>
        <source>The agreement takes that price. For another, ask for it: it goes to signatures, too.</source>
        <translation>认购书按此价签订；如需其他价格，请另行申请，同样由各级签批。</translation>
    </message>
    <message>
        <source>The amount must be more than 0.</source>
        <translation>金额必须大于 0。</translation>
    </message>
    <message>
        <source>The amount {value} is far too large.</source>
        <translation>金额 {value} 过大。</translation>
    </message>
    <message>
        <source>The amount {value} is not above zero.</source>
        <translation>金额 {value} 不大于零。</translation>
    </message>
    <message>
        <source>The area of unit {unit} is settled, by change {change}.</source>
        <translation>{unit} 的面积已由 {change} 结算。</translation>
    </message>
    <message>
        <source>The area {value} is not above zero.</source>
        <translation>面积 {value} 不大于零。</translation>
    </message>
    <message>
        <source>The area {value} m² is far too large.</source>
        <translation>面积 {value} ㎡ 过大。</translation>
    </message>
    <message>
        <source>The areas of unit {number} cannot be right: {areas} m².</source>
        <translation>房号 {number} 的面积不正确：{areas} ㎡。</translation>
    </message>
    <message>
        <source>The backup could not be verified: {detail}.</source>
        <translation>备份未通过校验：{detail}。</translation>
    </message>
    <message>
        <source>The backup that was due could not be made: {why}.</source>
        <translation>到期的备份未能完成：{why}。</translation>
    </message>
    <message>
        <source>The backup {place} did not stand the drill: {detail}.</source>
        <translation>备份 {place} 未通过演练：{detail}。</translation>
    </message>
    <message>
        <source>The bank got {bank} yuan by {reference}; what was chosen makes {chosen}.</source>
        <translation>流水 {reference} 到账 {bank} 元，所选款项合计 {chosen} 元。</translation>
    </message>
    <message>
        <source>The bank&apos;s reference is missing.</source>
        <translation>缺少银行流水号。</translation>
    </message>
    <message>
        <source>The building has no name.</source>
        <translation>楼栋没有名称。</translation>
    </message>
    <message>
        <source>The building is missing.</source>
        <translation>缺少楼栋。</translation>
    </message>
    <message>
        <source>The building {building} was taken from the sheet&apos;s name.</source>
        <translation>楼栋“{building}”取自工作表名称。</translation>
    </message>
    <message>
        <source>The buyer of {unit} has until {day}: nothing is overdue.</source>
        <translation>{unit} 的期限是 {day}：尚未逾期。</translation>
    </message>
    <message>
        <source>The buyers&apos; shares are {shares} %, together {sum} %.</source>
        <translation>各买受人份额为 {shares}%，合计 {sum}%。</translation>
    </message>
    <message>
        <source>The cashier can write it.</source>
        <translation>收银员现在可以开具。</translation>
    </message>
    <message>
        <source>The cell holds a formula without a result: {value}</source>
        <translation>单元格是没有计算结果的公式：{value}</translation>
    </message>
    <message>
        <source>The code {code} is {name} already.</source>
        <translation>编码 {code} 已用于 {name}。</translation>
    </message>
    <message>
        <source>The column headings of the sheet {sheet} are not known.</source>
        <translation>无法识别工作表“{sheet}”的表头。</translation>
    </message>
    <message>
        <source>The contract of unit {unit} had to be signed by {day}; {signed} is later.</source>
        <translation>{unit} 的合同应在 {day} 前签订，{signed} 已超期。</translation>
    </message>
    <message>
        <source>The contract of unit {unit} is due on {day} already.</source>
        <translation>房源 {unit} 的签约期限已是 {day}。</translation>
    </message>
    <message>
        <source>The contract of unit {unit} is filed, as {filing}.</source>
        <translation>{unit} 的合同已备案，备案号 {filing}。</translation>
    </message>
    <message>
        <source>The copy is not equal to the office: {detail}.</source>
        <translation>副本与售楼处不一致：{detail}。</translation>
    </message>
    <message>
        <source>The customer&apos;s name is missing.</source>
        <translation>缺少客户姓名。</translation>
    </message>
    <message>
        <source>The day to sign may be put off by {longest} days in all, to {last}.</source>
        <translation>签约期限累计最多延期 {longest} 天，至 {last}。</translation>
    </message>
    <message>
        <source>The deal of receipt {number} is over.</source>
        <translation>收据 {number} 所属的交易已结束。</translation>
    </message>
    <message>
        <source>The discount {name} goes with no other discount.</source>
        <translation>优惠“{name}”不可与其他优惠叠加。</translation>
    </message>
    <message>
        <source>The discount {name} is for customers who came by: {manner}.</source>
        <translation>优惠“{name}”仅限以下来源的客户：{manner}。</translation>
    </message>
    <message>
        <source>The discount {name} is for {mode} only.</source>
        <translation>优惠“{name}”仅适用于{mode}。</translation>
    </message>
    <message>
        <source>The discount {name} is named twice.</source>
        <translation>优惠“{name}”重复了。</translation>
    </message>
    <message>
        <source>The discount {name} turns {before} yuan into {after} yuan.</source>
        <translation>优惠“{name}”使 {before} 元变为 {after} 元。</translation>
    </message>
    <message>
        <source>The discounts lead to {reckoned} yuan, not to {price} yuan.</source>
        <translation>按优惠计算为 {reckoned} 元，而非 {price} 元。</translation>
    </message>
    <message>
        <source>The disk is full; nothing was saved.</source>
        <translation>磁盘已满，未保存任何内容。</translation>
    </message>
    <message>
        <source>The disk under {place} does not read or write as it should (SQLITE_IOERR).</source>
        <translation>{place} 所在的磁盘读写出错（SQLITE_IOERR）。</translation>
    </message>
    <message>
        <source>The file gives no prices: new units come in without one.</source>
        <translation>文件中没有价格：新房源将不带价格导入。</translation>
    </message>
    <message>
        <source>The file has no area column; compare a few with the plans.</source>
        <translation>文件没有面积列，请抽查几套与图纸核对。</translation>
    </message>
    <message>
        <source>The file has no floor column; check a few on the board.</source>
        <translation>文件没有楼层列，请在销控表上抽查几套。</translation>
    </message>
    <message>
        <source>The file has {count} problems; nothing was imported. First: {first}</source>
        <translation>文件有 {count} 个问题，未导入任何内容。第一个：{first}</translation>
    </message>
    <message>
        <source>The file holds no unit that could be imported.</source>
        <translation>文件中没有可导入的房源。</translation>
    </message>
    <message>
        <source>The file {place} holds a password.</source>
        <translation>文件 {place} 中含有密码。</translation>
    </message>
    <message>
        <source>The final letter {letter} for unit {unit} is past.</source>
        <translation>房源 {unit} 的最后一次催款函 {letter} 已过期限。</translation>
    </message>
    <message>
        <source>The first number can only be set before the first receipt is printed.</source>
        <translation>起始编号只能在开出第一张收据之前设定。</translation>
    </message>
    <message>
        <source>The floor is missing.</source>
        <translation>缺少楼层。</translation>
    </message>
    <message>
        <source>The general manager lowers floor prices. For one buyer, ask for the price instead.</source>
        <translation>底价由总经理下调。若只为一位客户，请改为申请特批价格。</translation>
    </message>
    <message>
        <source>The general manager or his deputy records a new filing (RefilePrices). Or leave these units out.</source>
        <translation>变更备案由总经理或副总登记（RefilePrices），或者不包含这些房源。</translation>
    </message>
    <message>
        <source>The grid names the unit {code}, which the office lacks.</source>
        <translation>销控格表中的房源 {code} 在系统中不存在。</translation>
    </message>
    <message>
        <source>The gross area is above zero and not below the inside area.</source>
        <translation>建筑面积应大于零，且不小于套内面积。</translation>
    </message>
    <message>
        <source>The gross area is missing.</source>
        <translation>缺少建筑面积。</translation>
    </message>
    <message>
        <source>The gross area of {code}, {gross} m², is below its inside area of {inside} m².</source>
        <translation>{code} 的建筑面积 {gross} m² 小于套内面积 {inside} m²。</translation>
    </message>
    <message>
        <source>The hold on unit {unit} for which the price was asked is over.</source>
        <translation>申请此价时 {unit} 的锁定已结束。</translation>
    </message>
    <message>
        <source>The inside area {value} is larger than the gross area {gross}.</source>
        <translation>套内面积 {value} 大于建筑面积 {gross}。</translation>
    </message>
    <message>
        <source>The invoice is over {amount} yuan, the receipts make {sum} yuan.</source>
        <translation>发票金额为 {amount} 元，收据合计 {sum} 元。</translation>
    </message>
    <message>
        <source>The invoice stands for its money; a refund of the deal pays it back.</source>
        <translation>该款项已以发票为凭；需退款时请走交易退款。</translation>
    </message>
    <message>
        <source>The last day {ends} is before {first}, the first day of which it could be given.</source>
        <translation>截止日 {ends} 早于最早可用之日 {first}。</translation>
    </message>
    <message>
        <source>The line to {place} broke; whether this was done is being found out.</source>
        <translation>与 {place} 的连接中断，正在确认这笔操作是否已入账。</translation>
    </message>
    <message>
        <source>The line {reference} is not matched.</source>
        <translation>流水 {reference} 尚未核对。</translation>
    </message>
    <message>
        <source>The lines of {mode} make {made} yuan of a price of {price} yuan.</source>
        <translation>付款方式“{mode}”各款合计 {made} 元，与房价 {price} 元不符。</translation>
    </message>
    <message>
        <source>The list changes the price of {count} units, first {unit}; prices change by a request and its signatures.</source>
        <translation>价格表改动了 {count} 套房源的价格（首套 {unit}）；价格须经申请和签批方可变更。</translation>
    </message>
    <message>
        <source>The list leaves out {code}, which somebody holds or has bought.</source>
        <translation>价目表漏掉了 {code}，该房源已被占用或售出。</translation>
    </message>
    <message>
        <source>The loan case of unit {unit} is {state}.</source>
        <translation>{unit} 的按揭现为{state}。</translation>
    </message>
    <message>
        <source>The loan of unit {unit} has two parts.</source>
        <translation>{unit} 的贷款分为两部分。</translation>
    </message>
    <message>
        <source>The loan of unit {unit} is not signed at the bank yet.</source>
        <translation>{unit} 的贷款尚未银行面签。</translation>
    </message>
    <message>
        <source>The loan of unit {unit} was signed at the bank on {day}.</source>
        <translation>{unit} 的贷款已于{day}面签。</translation>
    </message>
    <message>
        <source>The login &apos;{login}&apos; is already in use.</source>
        <translation>登录名“{login}”已被使用。</translation>
    </message>
    <message>
        <source>The login &apos;{login}&apos; is in use on this server, by another office or the server.</source>
        <translation>登录名“{login}”在这台服务器上已被其他售楼处或服务器本身使用。</translation>
    </message>
    <message>
        <source>The login {login} does not own the office.</source>
        <translation>登录名 {login} 不是该售楼处数据库的所有者。</translation>
    </message>
    <message>
        <source>The login {login} may not make accounts on {place}.</source>
        <translation>登录名 {login} 无权在 {place} 上建立账号。</translation>
    </message>
    <message>
        <source>The measured area of unit {unit} is not settled.</source>
        <translation>{unit} 的实测面积尚未结算。</translation>
    </message>
    <message>
        <source>The milestone {title} has more than one day.</source>
        <translation>里程碑“{title}”不止一天。</translation>
    </message>
    <message>
        <source>The money of receipt {number} is matched with the bank&apos;s line {reference}.</source>
        <translation>收据 {number} 的款项已与银行流水 {reference} 核对。</translation>
    </message>
    <message>
        <source>The money of receipt {number} went along when unit {unit} was exchanged.</source>
        <translation>{unit} 换房时，收据 {number} 的款项已转入新房源。</translation>
    </message>
    <message>
        <source>The next letter for unit {unit} is the {demand_stage} one.</source>
        <translation>房源 {unit} 的下一封是{demand_stage}催款函。</translation>
    </message>
    <message>
        <source>The number gives {code}, which another unit has or had.</source>
        <translation>该房号为 {code}，已被其他房源使用或曾经使用。</translation>
    </message>
    <message>
        <source>The number {number} is that of unit {unit} already.</source>
        <translation>编号 {number} 已属于房源 {unit}。</translation>
    </message>
    <message>
        <source>The office at {place} cannot be written.</source>
        <translation>无法写入售楼处文件 {place}。</translation>
    </message>
    <message>
        <source>The office at {place} has version {found}; this program works with {known}.</source>
        <translation>{place} 的售楼处数据是版本 {found}，本程序使用版本 {known}。</translation>
    </message>
    <message>
        <source>The office at {place} is damaged: {detail}.</source>
        <translation>售楼处文件 {place} 已损坏：{detail}。</translation>
    </message>
    <message>
        <source>The office cannot be copied at {table}: {detail}.</source>
        <translation>复制售楼处时在数据表 {table} 处中断：{detail}。</translation>
    </message>
    <message>
        <source>The office cannot be moved; {law}: {broken}.</source>
        <translation>售楼处无法迁移；{law}：{broken}。</translation>
    </message>
    <message>
        <source>The office has not answered since {since}.</source>
        <translation>自 {since} 起售楼处无应答。</translation>
    </message>
    <message>
        <source>The office on the server has version {found}; this program needs {known}.</source>
        <translation>服务器上的售楼处数据是版本 {found}，本程序需要版本 {known}。</translation>
    </message>
    <message>
        <source>The office server {place} does not answer: {detail}.</source>
        <translation>售楼处服务器 {place} 没有应答：{detail}。</translation>
    </message>
    <message>
        <source>The office server {place} is a standby: it takes no writes.</source>
        <translation>售楼处服务器 {place} 是备机，不能写入。</translation>
    </message>
    <message>
        <source>The office&apos;s tables or guards at {place} are not as this program made them.</source>
        <translation>{place} 中的数据表或防护规则已不是本程序建立时的样子。</translation>
    </message>
    <message>
        <source>The panel of a lot shows the home that it is bound to.</source>
        <translation>车位/储藏室的侧栏显示其捆绑的房屋。</translation>
    </message>
    <message>
        <source>The parts have {parts} m², {unit} has {whole} m².</source>
        <translation>各部分合计 {parts} ㎡，{unit} 为 {whole} ㎡。</translation>
    </message>
    <message>
        <source>The pattern has no unit on a floor.</source>
        <translation>模板中每层没有房源。</translation>
    </message>
    <message>
        <source>The pattern makes the unit {code} twice.</source>
        <translation>该模板会重复生成房源 {code}。</translation>
    </message>
    <message>
        <source>The pattern makes {count} units, at most {most}.</source>
        <translation>该模板会生成 {count} 套房源，上限为 {most} 套。</translation>
    </message>
    <message>
        <source>The payment mode {mode} is not offered today.</source>
        <translation>付款方式“{mode}”今日不可选用。</translation>
    </message>
    <message>
        <source>The permit {number} is already recorded, for {project}.</source>
        <translation>预售许可证{number}已登记于{project}。</translation>
    </message>
    <message>
        <source>The permit {number} says all of this already.</source>
        <translation>预售许可证{number}的内容与此相同。</translation>
    </message>
    <message>
        <source>The permit {number} was withdrawn.</source>
        <translation>预售许可证{number}已撤销。</translation>
    </message>
    <message>
        <source>The picture {file} is {found} dots large.</source>
        <translation>图片 {file} 过大：{found} 像素。</translation>
    </message>
    <message>
        <source>The present password is wrong.</source>
        <translation>当前密码错误。</translation>
    </message>
    <message>
        <source>The price is below the floor price, and no step is the general manager&apos;s own.</source>
        <translation>价格低于底价，而流程中没有须由总经理签批的步骤。</translation>
    </message>
    <message>
        <source>The price of unit {unit} changed since the request.</source>
        <translation>房源 {unit} 的价格在申请后有变动。</translation>
    </message>
    <message>
        <source>The price of unit {unit} is not above zero (row {line}).</source>
        <translation>房源 {unit} 的价格不大于零（第 {line} 行）。</translation>
    </message>
    <message>
        <source>The price of unit {unit} is not approved yet.</source>
        <translation>房源 {unit} 的价格尚未审批。</translation>
    </message>
    <message>
        <source>The price of {code} changes by a request and its signatures.</source>
        <translation>{code} 的价格须经申请和签批方可变更。</translation>
    </message>
    <message>
        <source>The price of {code} would be {percent} % below {highest} yuan, the highest since it was signed or offered: beyond the {limit} % that your role may cut.</source>
        <translation>{code} 的价格将比签批或推盘以来的最高价 {highest} 元低 {percent}%，超出您的岗位可降的 {limit}%。</translation>
    </message>
    <message>
        <source>The price version &apos;{name}&apos; cannot be changed any more: {price_state}.</source>
        <translation>调价方案“{name}”不能再变动：{price_state}。</translation>
    </message>
    <message>
        <source>The price version &apos;{name}&apos; comes into effect by a request and its signatures.</source>
        <translation>调价方案“{name}”须经申请和签批才能生效。</translation>
    </message>
    <message>
        <source>The price version &apos;{name}&apos; is meant for this very moment too.</source>
        <translation>调价方案“{name}”也定在同一时刻生效。</translation>
    </message>
    <message>
        <source>The price version &apos;{name}&apos; is meant for {at}.</source>
        <translation>调价方案“{name}”定于 {at} 生效。</translation>
    </message>
    <message>
        <source>The price was approved with the discount {name}, which is for {mode} only.</source>
        <translation>该价格按优惠“{name}”审核，仅适用于{mode}。</translation>
    </message>
    <message>
        <source>The program could not start its file reader.</source>
        <translation>程序无法启动文件读取进程。</translation>
    </message>
    <message>
        <source>The provident fund lends {most} yuan at most, not {loan} yuan.</source>
        <translation>公积金最多可贷 {most} 元，不能贷 {loan} 元。</translation>
    </message>
    <message>
        <source>The refund of unit {unit} does not rest on receipt {receipt}.</source>
        <translation>{unit} 的退款与收据 {receipt} 无关。</translation>
    </message>
    <message>
        <source>The refund of unit {unit} is paid by a request and its signatures.</source>
        <translation>{unit} 的退款须经申请和签批后支付。</translation>
    </message>
    <message>
        <source>The row &apos;{value}&apos; was left out: it is no unit.</source>
        <translation>“{value}”一行未读取：不是房源。</translation>
    </message>
    <message>
        <source>The row lacks the building or the unit&apos;s number.</source>
        <translation>该行缺少楼栋或房号。</translation>
    </message>
    <message>
        <source>The rule of the deposit is shown with the cancellation.</source>
        <translation>定金处理规则见退房手续。</translation>
    </message>
    <message>
        <source>The server does not let you do this: {detail}.</source>
        <translation>服务器拒绝了此操作：{detail}。</translation>
    </message>
    <message>
        <source>The server has a login &apos;{login}&apos; that is not an office&apos;s.</source>
        <translation>服务器上的登录名“{login}”不属于售楼处。</translation>
    </message>
    <message>
        <source>The server runs PostgreSQL {found}.</source>
        <translation>服务器的 PostgreSQL 版本是 {found}。</translation>
    </message>
    <message>
        <source>The server {place} cannot be spoken to safely: {detail}.</source>
        <translation>无法与服务器 {place} 安全通信：{detail}。</translation>
    </message>
    <message>
        <source>The server {place} refused login or password.</source>
        <translation>服务器 {place} 不接受该登录名或密码。</translation>
    </message>
    <message>
        <source>The sheet {sheet} of {file} has too many columns: {found}, at most {limit}.</source>
        <translation>{file} 的工作表“{sheet}”列数过多：{found}，上限为 {limit}。</translation>
    </message>
    <message>
        <source>The sheet {sheet} of {file} has too many rows: {found}, at most {limit}.</source>
        <translation>{file} 的工作表“{sheet}”行数过多：{found}，上限为 {limit}。</translation>
    </message>
    <message>
        <source>The sheet {sheet} was left out: it holds no list of this kind.</source>
        <translation>工作表“{sheet}”未读取：不是同类表格。</translation>
    </message>
    <message>
        <source>The site manager can release it.</source>
        <translation>案场经理可以推出该房源。</translation>
    </message>
    <message>
        <source>The spreadsheet has rounded this reference: {value}.</source>
        <translation>表格软件已将该流水号四舍五入：{value}。</translation>
    </message>
    <message>
        <source>The target cannot be reached with these differences.</source>
        <translation>按这些差价无法达到目标。</translation>
    </message>
    <message>
        <source>The telephone {phone} already belongs to {customer}.</source>
        <translation>电话 {phone} 已属于客户 {customer}。</translation>
    </message>
    <message>
        <source>The time {at} is over: no version can be meant for it any more.</source>
        <translation>{at} 已过，不能再定为调价方案的生效时间。</translation>
    </message>
    <message>
        <source>The total of the file is kept; check the three figures.</source>
        <translation>保留文件中的总价；请核对这三个数字。</translation>
    </message>
    <message>
        <source>The total {value} does not fit unit price times area ({expected}).</source>
        <translation>总价 {value} 与单价乘面积（{expected}）不符。</translation>
    </message>
    <message>
        <source>The unit number is missing.</source>
        <translation>缺少房号。</translation>
    </message>
    <message>
        <source>The unit {code} is already in row {first} of {sheet}.</source>
        <translation>房源 {code} 在工作表“{sheet}”第 {first} 行已出现。</translation>
    </message>
    <message>
        <source>The unit {code} stands in the file twice.</source>
        <translation>房源 {code} 在文件中出现两次。</translation>
    </message>
    <message>
        <source>The unit {code} was merged or split; it is no more.</source>
        <translation>房源 {code} 已合并或拆分，不再存在。</translation>
    </message>
    <message>
        <source>The unit {code} was on offer as &apos;{before}&apos;; it cannot become &apos;{use}&apos;.</source>
        <translation>{code} 曾以“{before}”推盘，不能改为“{use}”。</translation>
    </message>
    <message>
        <source>The unit {unit} is {state} already.</source>
        <translation>房源 {unit} 已处于“{state}”状态。</translation>
    </message>
    <message>
        <source>The unit {unit} stands there twice.</source>
        <translation>房源 {unit} 出现了两次。</translation>
    </message>
    <message>
        <source>There are {count} records for {what} &apos;{key}&apos;.</source>
        <translation>有 {count} 条{what}记录与“{key}”相符。</translation>
    </message>
    <message>
        <source>There is a payment mode {name} already.</source>
        <translation>付款方式“{name}”已存在。</translation>
    </message>
    <message>
        <source>There is a price version &apos;{name}&apos; in this project already: {price_state}.</source>
        <translation>本项目已有名为“{name}”的价格版本：{price_state}。</translation>
    </message>
    <message>
        <source>There is already a file at {place}.</source>
        <translation>{place} 已有文件。</translation>
    </message>
    <message>
        <source>There is already a project &apos;{name}&apos;.</source>
        <translation>项目“{name}”已存在。</translation>
    </message>
    <message>
        <source>There is already a release batch &apos;{name}&apos;.</source>
        <translation>已有推盘批次“{name}”。</translation>
    </message>
    <message>
        <source>There is no backup of this office yet.</source>
        <translation>本售楼处还没有备份。</translation>
    </message>
    <message>
        <source>There is no file {file} that can be opened.</source>
        <translation>没有可以打开的文件 {file}。</translation>
    </message>
    <message>
        <source>There is no line of the bank below the headings.</source>
        <translation>列标题下没有银行流水。</translation>
    </message>
    <message>
        <source>There is no office at {place}.</source>
        <translation>{place} 没有售楼处文件。</translation>
    </message>
    <message>
        <source>There is no office in the database at {place}.</source>
        <translation>{place} 的数据库中没有售楼处。</translation>
    </message>
    <message>
        <source>There is no original price yet: nothing was sold in this project (R-08).</source>
        <translation>本项目尚无成交，没有可比较的原价（R-08）。</translation>
    </message>
    <message>
        <source>There is no sheet {sheet} in this file.</source>
        <translation>文件中没有工作表“{sheet}”。</translation>
    </message>
    <message>
        <source>There is no unit below the headings.</source>
        <translation>表头下面没有房源。</translation>
    </message>
    <message>
        <source>There is no {what} &apos;{key}&apos;.</source>
        <translation>没有{what}“{key}”。</translation>
    </message>
    <message>
        <source>There is no {what} with the printed number &apos;{key}&apos;.</source>
        <translation>没有印刷编号为“{key}”的{what}。</translation>
    </message>
    <message>
        <source>There is nothing to close on {day}.</source>
        <translation>{day} 没有可日结的内容。</translation>
    </message>
    <message>
        <source>They may be merged and split until they are priced.</source>
        <translation>定价之前可以合并和拆分。</translation>
    </message>
    <message>
        <source>This belongs to a project that you do not work for.</source>
        <translation>这属于您不在的项目。</translation>
    </message>
    <message>
        <source>This cannot be done.</source>
        <translation>无法办理此操作。</translation>
    </message>
    <message>
        <source>This customer was merged into another record.</source>
        <translation>该客户已并入另一条记录。</translation>
    </message>
    <message>
        <source>This entry is not among those drawn for today.</source>
        <translation>这条记录不在今天抽中的范围内。</translation>
    </message>
    <message>
        <source>This follow-up was already recorded.</source>
        <translation>该次跟进已记录。</translation>
    </message>
    <message>
        <source>This form was already sent with other contents.</source>
        <translation>此表单已以其他内容提交过。</translation>
    </message>
    <message>
        <source>This is a one-time password.</source>
        <translation>这是一次性密码。</translation>
    </message>
    <message>
        <source>This is not the office&apos;s recovery key.</source>
        <translation>这不是该售楼处的恢复密钥。</translation>
    </message>
    <message>
        <source>This is the last administrator of the office.</source>
        <translation>这是售楼处唯一的系统管理员。</translation>
    </message>
    <message>
        <source>This machine&apos;s clock shows {here}, the office server&apos;s {there}.</source>
        <translation>本机时钟为 {here}，售楼处服务器为 {there}。</translation>
    </message>
    <message>
        <source>This machine&apos;s clock shows {now}, but the office has worked until {last}.</source>
        <translation>本机时钟为 {now}，而售楼处的业务已记到 {last}。</translation>
    </message>
    <message>
        <source>This office has version {found}; this program knows up to version {known}.</source>
        <translation>该售楼处文件为版本 {found}，本程序最高支持版本 {known}。</translation>
    </message>
    <message>
        <source>This office was moved to {place} on {day}.</source>
        <translation>此售楼处已于 {day} 迁移到 {place}。</translation>
    </message>
    <message>
        <source>This office was on its way to {place} when it was cut off.</source>
        <translation>本售楼处在迁往 {place} 的途中被中断。</translation>
    </message>
    <message>
        <source>This password is too easy to guess.</source>
        <translation>密码过于简单，容易被猜中。</translation>
    </message>
    <message>
        <source>This pattern makes no building.</source>
        <translation>按此模板无法生成楼栋。</translation>
    </message>
    <message>
        <source>This project works with the program already: units are released, sold or paid here.</source>
        <translation>本项目已在系统中开展业务：已有房源推出、销售或收款。</translation>
    </message>
    <message>
        <source>This refund was paid already, with slip {number}.</source>
        <translation>该退款已支付，退款单号 {number}。</translation>
    </message>
    <message>
        <source>This step is signed by: {roles}.</source>
        <translation>这一步应由以下岗位签批：{roles}。</translation>
    </message>
    <message>
        <source>This would make {laws} softer: nobody relaxes a law alone.</source>
        <translation>这将放宽{laws}：任何人不得单独放宽规则。</translation>
    </message>
    <message>
        <source>Too many wrong passwords for &apos;{login}&apos;.</source>
        <translation>“{login}”输错密码次数过多。</translation>
    </message>
    <message>
        <source>Too many wrong recovery keys.</source>
        <translation>恢复密钥多次输入错误。</translation>
    </message>
    <message>
        <source>Turn TLS on at the server and name its certificate: ?sslrootcert=FILE. Only on this machine itself it may be missing.</source>
        <translation>请在服务器上启用 TLS 并指明证书：?sslrootcert=文件。仅本机连接可以不用。</translation>
    </message>
    <message>
        <source>Type both again. The administrator can give a new password.</source>
        <translation>请重新输入。管理员可以重设密码。</translation>
    </message>
    <message>
        <source>Type both again; check Caps Lock. The administrator can reset a password.</source>
        <translation>请重新输入登录名和密码，并检查大写锁定键。系统管理员可以重置密码。</translation>
    </message>
    <message>
        <source>Type it again; check the Caps Lock key.</source>
        <translation>请重新输入，并检查大写锁定键。</translation>
    </message>
    <message>
        <source>Type the key from the paper printed when the office was created.</source>
        <translation>请输入建立售楼处时打印在纸上的密钥。</translation>
    </message>
    <message>
        <source>Unbind it there first, or choose another lot.</source>
        <translation>请先在那里解除捆绑，或另选一个。</translation>
    </message>
    <message>
        <source>Undo that match first, with the reason, if it is wrong.</source>
        <translation>如有误，请先撤销核对并说明原因。</translation>
    </message>
    <message>
        <source>Unit {unit} has a loan case already: it is {state}.</source>
        <translation>{unit} 已有按揭档案，现为{state}。</translation>
    </message>
    <message>
        <source>Unit {unit} has no loan case.</source>
        <translation>{unit} 没有按揭档案。</translation>
    </message>
    <message>
        <source>Unit {unit} has no price.</source>
        <translation>房源 {unit} 没有价格。</translation>
    </message>
    <message>
        <source>Unit {unit} has no subscription agreement here.</source>
        <translation>房源 {unit} 在本系统中没有认购书。</translation>
    </message>
    <message>
        <source>Unit {unit} is a lot itself; nothing is bound to it.</source>
        <translation>{unit} 本身是车位/储藏室，不能再捆绑其他。</translation>
    </message>
    <message>
        <source>Unit {unit} is held by {who}.</source>
        <translation>房源 {unit} 由 {who} 锁定。</translation>
    </message>
    <message>
        <source>Unit {unit} is held for {customer}, who is none of these buyers.</source>
        <translation>房源{unit}是为{customer}保留的，所填买受人中没有该客户。</translation>
    </message>
    <message>
        <source>Unit {unit} is kept until {until} for the first in line, a customer of {who}.</source>
        <translation>房源 {unit} 在 {until} 前优先保留给第一位候补客户（{who} 的客户）。</translation>
    </message>
    <message>
        <source>Unit {unit} is neither parking nor storage.</source>
        <translation>{unit} 既不是车位也不是储藏室。</translation>
    </message>
    <message>
        <source>Unit {unit} is no more: it was merged or split.</source>
        <translation>房源 {unit} 已合并或拆分，不再存在。</translation>
    </message>
    <message>
        <source>Unit {unit} is not free: it is {state}, with {who}.</source>
        <translation>房源 {unit} 已被占用：当前为“{state}”，经手人 {who}。</translation>
    </message>
    <message>
        <source>Unit {unit} is not on offer: it is {state}.</source>
        <translation>房源 {unit} 不可销售：当前为“{state}”。</translation>
    </message>
    <message>
        <source>Unit {unit} is not on sale: it is {state}.</source>
        <translation>房源 {unit} 不在售：当前为{state}。</translation>
    </message>
    <message>
        <source>Unit {unit} is signed online already, as {number}.</source>
        <translation>{unit} 已网签，网签号 {number}。</translation>
    </message>
    <message>
        <source>Unit {unit} is {state}: no loan pays it.</source>
        <translation>{unit} 现为{state}，不适用贷款付款。</translation>
    </message>
    <message>
        <source>Unit {unit} is {state}: only an agreement is exchanged.</source>
        <translation>{unit} 为“{state}”，只有认购阶段可以换房。</translation>
    </message>
    <message>
        <source>Unit {unit} is {state}: there is no line behind it.</source>
        <translation>房源 {unit} 为{state}：不能候补。</translation>
    </message>
    <message>
        <source>Unit {unit} was measured again since this was asked for.</source>
        <translation>申请之后 {unit} 又登记了新的实测面积。</translation>
    </message>
    <message>
        <source>Unit {unit} was not measured yet.</source>
        <translation>{unit} 尚未登记实测面积。</translation>
    </message>
    <message>
        <source>Unit {unit}: {each} per m² by {area} m² is {expected}, not {total}.</source>
        <translation>房源 {unit}：单价 {each} 元/m² 乘以 {area} m² 应为 {expected} 元，而不是 {total} 元。</translation>
    </message>
    <message>
        <source>Units on sale rest on the permit {number} alone: {units}.</source>
        <translation>以下在售房源仅依据预售许可证{number}：{units}。</translation>
    </message>
    <message>
        <source>Units put on floor 1 because the file gives none: {count}.</source>
        <translation>文件未提供楼层，有 {count} 套按 1 层处理。</translation>
    </message>
    <message>
        <source>Use at least {length} characters, not a common word, not your own name.</source>
        <translation>密码至少 {length} 个字符，不要用常见词或自己的姓名。</translation>
    </message>
    <message>
        <source>Use at most {longest} characters.</source>
        <translation>最多 {longest} 个字符。</translation>
    </message>
    <message>
        <source>Use the server&apos;s own administrator for this once; no desk needs it later.</source>
        <translation>请仅此一次使用服务器管理员账号；以后各岗位都不需要它。</translation>
    </message>
    <message>
        <source>Wait a moment and do it again; close other programs that opened the file.</source>
        <translation>请稍候再试；并关闭打开该文件的其他程序。</translation>
    </message>
    <message>
        <source>Wait for its grace to end, or lift it before another notice is served.</source>
        <translation>请等宽限期满，或先解除再另行催告。</translation>
    </message>
    <message>
        <source>Wait for its signatures, or withdraw it first.</source>
        <translation>请等待签批，或先撤回原申请。</translation>
    </message>
    <message>
        <source>Wait until the day is past, or name an overdue payment.</source>
        <translation>请等期限过后，或注明逾期的款项。</translation>
    </message>
    <message>
        <source>Wait {seconds} seconds, then try again.</source>
        <translation>请等待 {seconds} 秒后再试。</translation>
    </message>
    <message>
        <source>What came of it stands in the unit&apos;s deal or history.</source>
        <translation>结果见该房源的交易或历史记录。</translation>
    </message>
    <message>
        <source>What came since is of the next day; a mistake is answered there.</source>
        <translation>此后款项记入次日；差错在次日处理。</translation>
    </message>
    <message>
        <source>What came to nothing can be asked for again by whoever asked for it.</source>
        <translation>未成的申请可由原申请人重新提出。</translation>
    </message>
    <message>
        <source>What could be released there is held back: {count} unit(s).</source>
        <translation>该范围内可推的 {count} 套房源均处于销控。</translation>
    </message>
    <message>
        <source>What is owed for the area of unit {unit} comes to another sum by now.</source>
        <translation>{unit} 的面积差价按现在的规则已不是申请时的金额。</translation>
    </message>
    <message>
        <source>What receipt {number} kept as paid ahead pays what is due by now.</source>
        <translation>收据 {number} 的预收款已抵付应收款。</translation>
    </message>
    <message>
        <source>What receipt {number} paid is counted in a schedule that was changed since.</source>
        <translation>收据 {number} 的款项已计入变更后的付款计划。</translation>
    </message>
    <message>
        <source>What request {request} is about has changed: {what}.</source>
        <translation>申请 {request} 的内容已有变化：{what}。</translation>
    </message>
    <message>
        <source>What there is to add can be left as a comment.</source>
        <translation>如需补充，可以写意见。</translation>
    </message>
    <message>
        <source>What was agreed before the office&apos;s start is changed on its own paper.</source>
        <translation>启用前签订的认购书，请在原纸质文件上变更。</translation>
    </message>
    <message>
        <source>What was before the start is in the books already.</source>
        <translation>启用前的余额已在账套中。</translation>
    </message>
    <message>
        <source>What was due by it is dated: nothing more is to be done.</source>
        <translation>按此应付的款项已确定到期日，无须再做。</translation>
    </message>
    <message>
        <source>What was exported stays in its run: take the file from the list again.</source>
        <translation>已导出的凭证保存在各批次中，可重新保存文件。</translation>
    </message>
    <message>
        <source>Where its receipt is void or answered, take the pay-out back first.</source>
        <translation>如收据已作废或红冲，请先冲回放款。</translation>
    </message>
    <message>
        <source>Where {person} asks himself, nobody is left to sign step {number} ({roles}).</source>
        <translation>{person}本人提出申请时，第 {number} 步（{roles}）无人可签。</translation>
    </message>
    <message>
        <source>Who asks does not sign, and each step is another person&apos;s. Let somebody else ask, name a stand-in for today (Approvals), or give somebody this role or this project (People).</source>
        <translation>申请人不能签批，每一步须由不同的人签。请由他人申请，或指定今日的代签人（“审批”），或让某人担任此岗位或加入本项目（“人员”）。</translation>
    </message>
    <message>
        <source>Whoever owns it brings it forward, with the owner&apos;s login in the address: run.py upgrade --office ADDRESS</source>
        <translation>由所有者升级，地址中写明所有者登录名：run.py upgrade --office 地址</translation>
    </message>
    <message>
        <source>With {area} m² the price of {code} would be {price} yuan per m², {percent} % below {highest} yuan, the highest since it was signed or offered: beyond the {limit} % that your role may cut.</source>
        <translation>按 {area} m² 计，{code} 的单价为每平方米 {price} 元，比签批或推盘以来的最高单价 {highest} 元低 {percent}%，超出您的岗位可降的 {limit}%。</translation>
    </message>
    <message>
        <source>Withdraw that one, or choose another time.</source>
        <translation>请撤回该方案，或另选时间。</translation>
    </message>
    <message>
        <source>Withdraw the request and ask anew.</source>
        <translation>请撤回申请后重新申请。</translation>
    </message>
    <message>
        <source>Withdraw them from sale first; with take_off the permit is withdrawn and they with it.</source>
        <translation>请先将其收盘；或选择同时收盘（take_off）后撤销。</translation>
    </message>
    <message>
        <source>Write digits only, for example 12345.67.</source>
        <translation>请只填数字，例如 12345.67。</translation>
    </message>
    <message>
        <source>Write four digits, with more for sub-accounts: 2203.01.</source>
        <translation>请填写四位编码，明细科目如 2203.01。</translation>
    </message>
    <message>
        <source>Write it like this: postgresql+psycopg://HOST:5432/DATABASE</source>
        <translation>格式为：postgresql+psycopg://主机:5432/数据库</translation>
    </message>
    <message>
        <source>Write that stage, or leave the stage open.</source>
        <translation>请出具该次催款函，或不指定次数。</translation>
    </message>
    <message>
        <source>Write the building into every row, for example 1栋.</source>
        <translation>请在每一行填写楼栋，例如 1栋。</translation>
    </message>
    <message>
        <source>Write the number as it is printed, with its letters: {example}.</source>
        <translation>请照单据上印的编号填写，连同字母，例如 {example}。</translation>
    </message>
    <message>
        <source>You approved the contra of receipt {number} yourself.</source>
        <translation>收据 {number} 的红冲是您本人批准的。</translation>
    </message>
    <message>
        <source>You asked for this yourself.</source>
        <translation>这是您本人提出的申请。</translation>
    </message>
    <message>
        <source>You do not stand in for {person} today.</source>
        <translation>您今天不是{person}的代签人。</translation>
    </message>
    <message>
        <source>You have no receipt book with a form left.</source>
        <translation>您没有尚有余票的票据本。</translation>
    </message>
    <message>
        <source>You may not do this: {command}.</source>
        <translation>您无权办理：{command}。</translation>
    </message>
    <message>
        <source>You signed request {request} for this refund yourself.</source>
        <translation>这笔退款的申请 {request} 号是您签批的。</translation>
    </message>
    <message>
        <source>You wrote this entry yourself.</source>
        <translation>这条记录是您本人登记的。</translation>
    </message>
    <message>
        <source>Your work is saved, but not copied. Free some space, or have the administrator choose another backup folder; it is tried again every few minutes.</source>
        <translation>您的数据已保存，但没有备份。请清理磁盘空间，或请系统管理员另选备份文件夹；系统每隔几分钟会重试。</translation>
    </message>
    <message>
        <source>a row holds what its table forbids</source>
        <translation>有记录的内容不符合该表的约束</translation>
    </message>
    <message>
        <source>an index does not fit its table</source>
        <translation>索引与数据表不符</translation>
    </message>
    <message>
        <source>another program holds the file</source>
        <translation>文件正被其他程序占用</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>文件无法读取</translation>
    </message>
    <message>
        <source>it does not have 18 places</source>
        <translation>号码不是18位</translation>
    </message>
    <message>
        <source>it has other numbers of rows</source>
        <translation>各表的行数与备份不同</translation>
    </message>
    <message>
        <source>it is starting or stopping</source>
        <translation>正在启动或停止</translation>
    </message>
    <message>
        <source>it lets nobody in without encryption (TLS)</source>
        <translation>它拒绝未加密（TLS）的连接</translation>
    </message>
    <message>
        <source>it offers no encryption (TLS)</source>
        <translation>不提供加密（TLS）</translation>
    </message>
    <message>
        <source>its certificate is another machine&apos;s</source>
        <translation>其证书属于另一台主机</translation>
    </message>
    <message>
        <source>its certificate is not the one named, or nobody known here vouches for it</source>
        <translation>其证书与指定的不符，或未被本机信任</translation>
    </message>
    <message>
        <source>its pages do not hold together</source>
        <translation>文件内部的数据页已损坏</translation>
    </message>
    <message>
        <source>no answer came in time</source>
        <translation>等待超时</translation>
    </message>
    <message>
        <source>no machine has this name</source>
        <translation>找不到这个名称的主机</translation>
    </message>
    <message>
        <source>no memory is left</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>no way leads to this machine</source>
        <translation>网络无法到达这台主机</translation>
    </message>
    <message>
        <source>nothing listens at this port</source>
        <translation>该端口没有服务在监听</translation>
    </message>
    <message>
        <source>only digits and a last X belong there</source>
        <translation>只能是数字，末位可为X</translation>
    </message>
    <message>
        <source>rows refer to others that are not there</source>
        <translation>有记录指向不存在的记录</translation>
    </message>
    <message>
        <source>the certificate file is not there, or cannot be read</source>
        <translation>证书文件不存在或无法读取</translation>
    </message>
    <message>
        <source>the check digit does not fit</source>
        <translation>校验位不符</translation>
    </message>
    <message>
        <source>the date of birth in it is not possible</source>
        <translation>其中的出生日期不存在</translation>
    </message>
    <message>
        <source>the disk does not read or write as it should</source>
        <translation>磁盘读写出错</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the file cannot be opened</source>
        <translation>文件无法打开</translation>
    </message>
    <message>
        <source>the file cannot be written</source>
        <translation>文件无法写入</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>the file is encrypted</source>
        <translation>文件已加密</translation>
    </message>
    <message>
        <source>the file is no database</source>
        <translation>文件不是数据库</translation>
    </message>
    <message>
        <source>the line broke</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>the list of its tables cannot be read</source>
        <translation>文件中的表目录无法读取</translation>
    </message>
    <message>
        <source>what answers there is no PostgreSQL</source>
        <translation>对方不是 PostgreSQL 服务器</translation>
    </message>
    <message>
        <source>{agent} cannot act for {name}.</source>
        <translation>{agent} 不能代 {name} 签署。</translation>
    </message>
    <message>
        <source>{ahead} yuan lie paid ahead on unit {unit}, not {amount}.</source>
        <translation>房源 {unit} 的预收款为 {ahead} 元，不足 {amount} 元。</translation>
    </message>
    <message>
        <source>{amount} yuan are more than the {approved} yuan that were approved.</source>
        <translation>{amount} 元超过批准的 {approved} 元。</translation>
    </message>
    <message>
        <source>{amount} yuan are more than the {asked} yuan asked for.</source>
        <translation>{amount} 元超过申请的 {asked} 元。</translation>
    </message>
    <message>
        <source>{amount} yuan are more than the {due} yuan of unit {unit} that a loan pays.</source>
        <translation>{amount} 元超过 {unit} 应由贷款支付的 {due} 元。</translation>
    </message>
    <message>
        <source>{amount} yuan is more than the {open} yuan still open.</source>
        <translation>{amount} 元超过未付款 {open} 元。</translation>
    </message>
    <message>
        <source>{amount} yuan of unit {unit} are overdue, the oldest since {day}.</source>
        <translation>房源 {unit} 有 {amount} 元逾期未付，最早自 {day} 起。</translation>
    </message>
    <message>
        <source>{amount} yuan would bring the deposit above 20 % of the price (R-09); {room} yuan more are possible.</source>
        <translation>再收 {amount} 元将使定金超过房价的 20%（R-09）；最多还可收 {room} 元。</translation>
    </message>
    <message>
        <source>{area} m² is {percent} % off the {agreed} m² that were agreed for unit {unit}.</source>
        <translation>{area} m² 与房源 {unit} 约定的 {agreed} m² 相差 {percent}%。</translation>
    </message>
    <message>
        <source>{at} is more than two years ahead.</source>
        <translation>{at}距今超过两年。</translation>
    </message>
    <message>
        <source>{building} reached {stage} on {day}.</source>
        <translation>{building}已于 {day} 到达“{stage}”。</translation>
    </message>
    <message>
        <source>{compared} yuan per m² cannot be shown as the original price: the lowest deal here was at {lowest} yuan per m² (R-08).</source>
        <translation>{compared} 元/m² 不能作为原价展示：本项目最低成交价为 {lowest} 元/m²（R-08）。</translation>
    </message>
    <message>
        <source>{counted} unused forms were counted; the book {book} has {unused}.</source>
        <translation>清点未用 {counted} 份，而票据本 {book} 应有 {unused} 份。</translation>
    </message>
    <message>
        <source>{count} days up to the end of {month} are open: {days}.</source>
        <translation>截至 {month} 月末有 {count} 个工作日未日结：{days}。</translation>
    </message>
    <message>
        <source>{count} documents of unit {unit} are lacking: {items}.</source>
        <translation>{unit} 尚缺{count}项资料：{items}。</translation>
    </message>
    <message>
        <source>{count} filed prices stand and would change, first {unit}: from {before} to {price} yuan.</source>
        <translation>{count} 套已有备案价会被更改，首套 {unit}：从 {before} 元改为 {price} 元。</translation>
    </message>
    <message>
        <source>{count} filed prices would be far from the list price, first {unit}: {price} yuan, listed at {median} yuan.</source>
        <translation>{count} 套的备案价与表价相差很大，首套 {unit}：备案价 {price} 元，表价 {median} 元。</translation>
    </message>
    <message>
        <source>{count} floor prices would be above the list price: {units}.</source>
        <translation>有 {count} 套的底价会高于表价：{units}。</translation>
    </message>
    <message>
        <source>{count} floor prices would be lower than they are: {units}.</source>
        <translation>有 {count} 套的底价会低于现定底价：{units}。</translation>
    </message>
    <message>
        <source>{count} list prices would be cut by more than the {limit} % that your role may, first {unit}: {price} yuan is {percent} % below {highest} yuan, the highest since it was signed or offered.</source>
        <translation>{count} 套的表价降幅超出您的岗位可降的 {limit}%，首套 {unit}：{price} 元比签批或推盘以来的最高价 {highest} 元低 {percent}%。</translation>
    </message>
    <message>
        <source>{count} of these units exist already, first {code}.</source>
        <translation>其中 {count} 套房源已存在，第一套为 {code}。</translation>
    </message>
    <message>
        <source>{count} prices are far from their neighbours&apos; or from what they were, first {unit}: {price} yuan per m², where {median} are usual.</source>
        <translation>有 {count} 套的价格与同类房源或原价相差过大，首套 {unit}：单价 {price} 元/㎡，常见为 {median} 元。</translation>
    </message>
    <message>
        <source>{count} unit(s) have no price: {units}.</source>
        <translation>有 {count} 套房源没有价格：{units}。</translation>
    </message>
    <message>
        <source>{count} units are not in this project, first {unit}.</source>
        <translation>有 {count} 套房源不在本项目中，首套为 {unit}。</translation>
    </message>
    <message>
        <source>{count} units cost something else than when &apos;{name}&apos; was drafted, first {unit}.</source>
        <translation>自“{name}”拟定以来，有 {count} 套房源的价格已变，首套为 {unit}。</translation>
    </message>
    <message>
        <source>{count} units would be offered first at over {limit} % less than any of their kind, first {unit}: {price} yuan per m² is {percent} % below {lowest} yuan, the lowest at which such units were offered.</source>
        <translation>{count} 套首次推盘的价格比同类房源低出 {limit}% 以上，首套 {unit}：每平方米 {price} 元，比同类房源推盘的最低价 {lowest} 元低 {percent}%。</translation>
    </message>
    <message>
        <source>{count} units would be offered for over {limit} % less than they were listed at, and you priced them so yourself, first {unit}: {price} yuan instead of {highest} yuan.</source>
        <translation>{count} 套将以低于原表价 {limit}% 以上的价格推盘，而价格由您本人调低，首套 {unit}：{price} 元，原为 {highest} 元。</translation>
    </message>
    <message>
        <source>{count} units would cost less than their floor price: {units}.</source>
        <translation>有 {count} 套的价格会低于底价：{units}。</translation>
    </message>
    <message>
        <source>{count} units would cost more than their filed price (R-06), first {unit}: {price} yuan, filed {filed} yuan.</source>
        <translation>有 {count} 套房源将高于备案价（R-06），首套 {unit}：{price} 元，备案价 {filed} 元。</translation>
    </message>
    <message>
        <source>{count} units would cost over {percent} % less than filed (R-06), first {unit}: {price} yuan, filed {filed} yuan.</source>
        <translation>有 {count} 套房源将比备案价低 {percent}% 以上（R-06），首套 {unit}：{price} 元，备案价 {filed} 元。</translation>
    </message>
    <message>
        <source>{count} units would get no price above zero, first {unit}.</source>
        <translation>有 {count} 套房源得不到大于零的价格，首套为 {unit}。</translation>
    </message>
    <message>
        <source>{customer} has unit {unit} already: it is {state}.</source>
        <translation>{customer}已有房源 {unit}：{state}。</translation>
    </message>
    <message>
        <source>{customer} is a customer of {who}.</source>
        <translation>{customer}是{who}的客户。</translation>
    </message>
    <message>
        <source>{customer} stands in line for unit {unit} already.</source>
        <translation>{customer}已在候补房源 {unit}。</translation>
    </message>
    <message>
        <source>{days} days of grace are too few.</source>
        <translation>宽限 {days} 天太短。</translation>
    </message>
    <message>
        <source>{day} has not come yet, so {title} cannot be done then.</source>
        <translation>{day} 还没到，“{title}”不能记在那一天。</translation>
    </message>
    <message>
        <source>{day} has not come yet.</source>
        <translation>{day} 尚未到来。</translation>
    </message>
    <message>
        <source>{day} is closed already.</source>
        <translation>{day} 已经日结。</translation>
    </message>
    <message>
        <source>{day} is no day that can be promised for unit {unit}.</source>
        <translation>房源 {unit} 不能承诺在 {day} 付款。</translation>
    </message>
    <message>
        <source>{day} is not over: money may still move on it.</source>
        <translation>{day} 尚未结束，仍可能有发生额。</translation>
    </message>
    <message>
        <source>{day} is over: the register is written the same day.</source>
        <translation>{day} 已过：登记表须当日填写。</translation>
    </message>
    <message>
        <source>{day} is too far away to plan for.</source>
        <translation>{day} 离今天太远，无法排入计划。</translation>
    </message>
    <message>
        <source>{field} and {other} would be printed on one another.</source>
        <translation>“{field}”与“{other}”会重叠打印。</translation>
    </message>
    <message>
        <source>{field} contains a character that cannot be stored.</source>
        <translation>“{field}”含有无法保存的字符。</translation>
    </message>
    <message>
        <source>{field} has to stay on the paper.</source>
        <translation>“{field}”必须保留在票据上。</translation>
    </message>
    <message>
        <source>{field} is missing.</source>
        <translation>“{field}”未填写。</translation>
    </message>
    <message>
        <source>{field} is too long ({length} characters).</source>
        <translation>“{field}”过长（{length} 个字符）。</translation>
    </message>
    <message>
        <source>{field} would stand outside of the form ({wide} x {high} mm), offset included.</source>
        <translation>计入偏移后，“{field}”会超出票据（{wide} × {high} 毫米）。</translation>
    </message>
    <message>
        <source>{field}: &apos;{value}&apos; cannot be used.</source>
        <translation>“{field}”不能填“{value}”。</translation>
    </message>
    <message>
        <source>{file} broke its reader; reading was stopped.</source>
        <translation>读取 {file} 时出错，已停止。</translation>
    </message>
    <message>
        <source>{file} broke the reader or needs too much memory; reading was stopped.</source>
        <translation>{file} 导致读取出错或占用内存过大，已停止读取。</translation>
    </message>
    <message>
        <source>{file} cannot be attached.</source>
        <translation>{file} 不能作为附件。</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>无法读取 {file}。</translation>
    </message>
    <message>
        <source>{file} contains formulas that were never calculated.</source>
        <translation>{file} 含有未计算的公式。</translation>
    </message>
    <message>
        <source>{file} contains macros.</source>
        <translation>{file} 含有宏。</translation>
    </message>
    <message>
        <source>{file} could not be read within {seconds} seconds; reading was stopped.</source>
        <translation>{file} 在 {seconds} 秒内未能读完，已停止读取。</translation>
    </message>
    <message>
        <source>{file} has too many sheets: {found}, at most {limit}.</source>
        <translation>{file} 的工作表过多：{found}，上限为 {limit}。</translation>
    </message>
    <message>
        <source>{file} holds programs or other files, which no scanned paper does.</source>
        <translation>{file} 内含程序或其他文件，扫描件不会如此。</translation>
    </message>
    <message>
        <source>{file} is built in a way that no spreadsheet is.</source>
        <translation>{file} 的内部结构不像正常的电子表格。</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} 是空的。</translation>
    </message>
    <message>
        <source>{file} is no PDF, PNG or JPEG, or it is damaged.</source>
        <translation>{file} 不是 PDF、PNG 或 JPEG，或已损坏。</translation>
    </message>
    <message>
        <source>{file} is not a spreadsheet, or it is damaged.</source>
        <translation>{file} 不是电子表格，或已损坏。</translation>
    </message>
    <message>
        <source>{file} is protected by a password.</source>
        <translation>{file} 设有密码保护。</translation>
    </message>
    <message>
        <source>{file} is too large: {found}, at most {limit}.</source>
        <translation>{file} 过大：{found}，上限为 {limit}。</translation>
    </message>
    <message>
        <source>{file} takes values from other files.</source>
        <translation>{file} 引用了其他文件的数据。</translation>
    </message>
    <message>
        <source>{first} and {second} have the same ID number.</source>
        <translation>{first}与{second}的证件号码相同。</translation>
    </message>
    <message>
        <source>{first} yuan is less than the {percent} % to be paid at first: {least} yuan.</source>
        <translation>首付款 {first} 元低于最低比例 {percent}%，即 {least} 元。</translation>
    </message>
    <message>
        <source>{law}: {broken}.</source>
        <translation>{law}：{broken}。</translation>
    </message>
    <message>
        <source>{month} is closed, or a later month is.</source>
        <translation>{month} 或其后月份已月结。</translation>
    </message>
    <message>
        <source>{month} is not over yet.</source>
        <translation>{month} 尚未结束。</translation>
    </message>
    <message>
        <source>{most} customers stand in line for unit {unit}.</source>
        <translation>房源 {unit} 已有 {most} 位客户候补。</translation>
    </message>
    <message>
        <source>{name} ({role}) does not look after customers.</source>
        <translation>{name}（{role}）不负责跟进客户。</translation>
    </message>
    <message>
        <source>{name} is a company; nobody is named who acts for it.</source>
        <translation>{name} 是公司，尚未填写代其签署的人。</translation>
    </message>
    <message>
        <source>{name} is not 18 yet: born on {born}.</source>
        <translation>{name} 未满 18 周岁：{born} 出生。</translation>
    </message>
    <message>
        <source>{name} still has {count} customers.</source>
        <translation>{name} 名下还有 {count} 位客户。</translation>
    </message>
    <message>
        <source>{number} is a contra: it answers receipt {receipt}.</source>
        <translation>{number} 是红字收据，冲销的是收据 {receipt}。</translation>
    </message>
    <message>
        <source>{number} is a refund slip; no contra answers it.</source>
        <translation>{number} 是退款单，不能红冲。</translation>
    </message>
    <message>
        <source>{number}: {field} does not fit its frame on the form: {text}</source>
        <translation>{number}：“{field}”在票据上放不下：{text}</translation>
    </message>
    <message>
        <source>{open} is not closed yet, and comes before {day}.</source>
        <translation>{open} 尚未日结，且早于 {day}。</translation>
    </message>
    <message>
        <source>{paid} yuan of the price of unit {unit} are paid, more than {price} yuan.</source>
        <translation>房源 {unit} 的房款已付 {paid} 元，多于 {price} 元。</translation>
    </message>
    <message>
        <source>{payee} is no buyer of unit {unit} and paid none of its receipts.</source>
        <translation>{payee} 不是 {unit} 的买受人，也不是任何一张收据的交款人。</translation>
    </message>
    <message>
        <source>{percent} % off is beyond the {limit} % that the role of whoever signs last may give.</source>
        <translation>优惠 {percent}% 超出最后签批人的岗位可给的 {limit}%。</translation>
    </message>
    <message>
        <source>{percent} % off is beyond what anybody at the end of this approval flow may give.</source>
        <translation>优惠 {percent}% 超出此审批流程末步任何人可给的幅度。</translation>
    </message>
    <message>
        <source>{percent} % off the list price is beyond the {limit} % that your plans may show.</source>
        <translation>比表价低 {percent}%，超出您的置业计划可显示的 {limit}%。</translation>
    </message>
    <message>
        <source>{percent} % off the list price is beyond the {limit} % that your role may give.</source>
        <translation>低于表价 {percent} %，超出您岗位的权限 {limit} %。</translation>
    </message>
    <message>
        <source>{percent} % remain of the price with this discount: {off} % are off.</source>
        <translation>此折扣后只剩价格的 {percent}%，即优惠 {off}%。</translation>
    </message>
    <message>
        <source>{person} does not work under you.</source>
        <translation>{person}不归您管理。</translation>
    </message>
    <message>
        <source>{person} has already checked this entry.</source>
        <translation>{person}已抽查过这条记录。</translation>
    </message>
    <message>
        <source>{person} has signed this request already.</source>
        <translation>{person}已在此申请上签过字。</translation>
    </message>
    <message>
        <source>{person} or the administrator can name you, from day to day.</source>
        <translation>可由{person}或管理员按日期指定您代签。</translation>
    </message>
    <message>
        <source>{place} cannot be written: {reason}.</source>
        <translation>{place} 无法写入：{reason}。</translation>
    </message>
    <message>
        <source>{place} is not a salesdesk office.</source>
        <translation>{place} 不是售楼处文件。</translation>
    </message>
    <message>
        <source>{place} is not the address of an office server.</source>
        <translation>{place} 不是售楼处服务器的地址。</translation>
    </message>
    <message>
        <source>{place} lies on a network share or a synchronised folder ({kind}).</source>
        <translation>{place} 位于网络共享或同步文件夹（{kind}）中。</translation>
    </message>
    <message>
        <source>{price} yuan for unit {unit} is {percent} % of its list price of {median} yuan.</source>
        <translation>房源 {unit} 的价格 {price} 元，为表价 {median} 元的 {percent}%。</translation>
    </message>
    <message>
        <source>{price} yuan for unit {unit} were signed by request {request}.</source>
        <translation>房源 {unit} 的价格 {price} 元已由申请 {request} 签批。</translation>
    </message>
    <message>
        <source>{price} yuan is above the list price of {listed} yuan.</source>
        <translation>{price} 元高于表价 {listed} 元。</translation>
    </message>
    <message>
        <source>{price} yuan is below the floor price of unit {unit}.</source>
        <translation>{price} 元低于房源 {unit} 的底价。</translation>
    </message>
    <message>
        <source>{price} yuan per m² for unit {unit} is {percent} % of the {median} yuan that are usual here.</source>
        <translation>房源 {unit} 的单价 {price} 元/㎡，仅为同类房源常见单价 {median} 元的 {percent}%。</translation>
    </message>
    <message>
        <source>{price} yuan per m² for {code} is far from the {usual} yuan that are usual here.</source>
        <translation>{code} 的单价 {price} 元/㎡，与常见的 {usual} 元相差过大。</translation>
    </message>
    <message>
        <source>{project} has a campaign plan already.</source>
        <translation>{project} 已有推广计划。</translation>
    </message>
    <message>
        <source>{project} has no buildings yet: the permit would cover nothing.</source>
        <translation>{project}还没有楼栋：此证将不覆盖任何房源。</translation>
    </message>
    <message>
        <source>{rest} of {amount} yuan is for no line.</source>
        <translation>{amount} 元中有 {rest} 元未分配到任何款项。</translation>
    </message>
    <message>
        <source>{title} was started on {started}, after {done}.</source>
        <translation>“{title}”开始于 {started}，晚于完成日 {done}。</translation>
    </message>
    <message>
        <source>{title} was taken out of the plan.</source>
        <translation>“{title}”已从计划中移除。</translation>
    </message>
    <message>
        <source>{title} would take {days} days.</source>
        <translation>{title} 长达 {days} 天。</translation>
    </message>
    <message>
        <source>{title}: {plan_to} is before {plan_from}.</source>
        <translation>{title}：{plan_to} 早于 {plan_from}。</translation>
    </message>
    <message>
        <source>{units} do not lie side by side on one floor of one core.</source>
        <translation>{units} 不是同一单元同一层的相邻房源。</translation>
    </message>
    <message>
        <source>{unit} and {other} in row {first} of {sheet} would share the code {code}.</source>
        <translation>{unit} 与工作表“{sheet}”第 {first} 行的 {other} 会得到同一个房源编号 {code}。</translation>
    </message>
    <message>
        <source>{unit} and {to} are not of one kind: one is a lot.</source>
        <translation>{unit} 与 {to} 类型不同：其中之一是车位或储藏。</translation>
    </message>
    <message>
        <source>{unit} and {to} are of different projects.</source>
        <translation>{unit} 与 {to} 不属于同一项目。</translation>
    </message>
    <message>
        <source>{unit} has a price already, or stands in a price draft.</source>
        <translation>{unit} 已有价格，或已列入调价草案。</translation>
    </message>
    <message>
        <source>{unit} is a lot: lots are neither merged nor split.</source>
        <translation>{unit} 是车位或储藏室，不能合并或拆分。</translation>
    </message>
    <message>
        <source>{unit} is the unit that the customer has already.</source>
        <translation>{unit} 就是客户现有的房源。</translation>
    </message>
    <message>
        <source>{unit} is {state}, or was offered or claimed before.</source>
        <translation>{unit} 当前为{state}，或曾推售、占用过。</translation>
    </message>
    <message>
        <source>{unit} is {state}: what is bound to it stays as it is.</source>
        <translation>{unit} 处于“{state}”：捆绑关系不能变动。</translation>
    </message>
    <message>
        <source>{what} is matched already.</source>
        <translation>{what} 已核对。</translation>
    </message>
    <message>
        <source>{what} is registered already, in the book {book}.</source>
        <translation>{what} 已登记在票据本 {book} 中。</translation>
    </message>
    <message>
        <source>{what} is {state}; &apos;{step}&apos; is not possible now.</source>
        <translation>{what} 当前为“{state}”，不能办理“{step}”。</translation>
    </message>
    <message>
        <source>{what} was changed by someone else in the meantime.</source>
        <translation>{what} 刚被他人修改。</translation>
    </message>
    <message>
        <source>{what} {number} is not yours.</source>
        <translation>{what} {number} 不是您的。</translation>
    </message>
    <message>
        <source>{who} has the book {book}.</source>
        <translation>票据本 {book} 现由 {who} 领用。</translation>
    </message>
    <message>
        <source>{who} takes no money.</source>
        <translation>{who} 不收款。</translation>
    </message>
</context>
<context>
    <name>faults</name>
    <message>
        <source>Buyer&apos;s fault</source>
        <translation>买方原因</translation>
    </message>
    <message>
        <source>Nobody&apos;s fault</source>
        <translation>双方均无过错</translation>
    </message>
    <message>
        <source>Seller&apos;s fault</source>
        <translation>卖方原因</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>0 or more</source>
        <translation>0 或以上</translation>
    </message>
    <message>
        <source>0 up to the price</source>
        <translation>0 到总价之间</translation>
    </message>
    <message>
        <source>1 or more</source>
        <translation>1 或以上</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>批示</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>认购书</translation>
    </message>
    <message>
        <source>Agreement&apos;s number</source>
        <translation>认购书号</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Amount in figures</source>
        <translation>小写金额</translation>
    </message>
    <message>
        <source>Amount in words</source>
        <translation>大写金额</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>Bank reference</source>
        <translation>银行流水号</translation>
    </message>
    <message>
        <source>Base price</source>
        <translation>基准价</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>支行</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买受人</translation>
    </message>
    <message>
        <source>Cash counted</source>
        <translation>清点现金</translation>
    </message>
    <message>
        <source>Cash handed over</source>
        <translation>移交现金</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Check code</source>
        <translation>校验码</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>Contract number</source>
        <translation>合同编号</translation>
    </message>
    <message>
        <source>Core</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day of the month</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Days until signing</source>
        <translation>签约期限（天）</translation>
    </message>
    <message>
        <source>Declaration of the loss</source>
        <translation>遗失声明</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差价</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Effective from</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Filed on</source>
        <translation>备案日期</translation>
    </message>
    <message>
        <source>Filing number</source>
        <translation>备案号</translation>
    </message>
    <message>
        <source>Filing struck off on</source>
        <translation>备案注销日期</translation>
    </message>
    <message>
        <source>First form</source>
        <translation>起号</translation>
    </message>
    <message>
        <source>First payment</source>
        <translation>首付款</translation>
    </message>
    <message>
        <source>First payment, %</source>
        <translation>首付比例</translation>
    </message>
    <message>
        <source>First receipt number</source>
        <translation>起始收据号</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>Further details</source>
        <translation>其他登记项</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>意向等级</translation>
    </message>
    <message>
        <source>Gross area</source>
        <translation>建筑面积</translation>
    </message>
    <message>
        <source>Hand over by</source>
        <translation>约定交付日</translation>
    </message>
    <message>
        <source>Handed over on</source>
        <translation>交付日期</translation>
    </message>
    <message>
        <source>Handed over to</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>Height of the form</source>
        <translation>票据高度</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>In whose place, and why</source>
        <translation>代何人领取及原因</translation>
    </message>
    <message>
        <source>Inside area</source>
        <translation>套内建筑面积</translation>
    </message>
    <message>
        <source>Invoice number</source>
        <translation>发票号码</translation>
    </message>
    <message>
        <source>Invoice of</source>
        <translation>开票日期</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>发证日期</translation>
    </message>
    <message>
        <source>Kind of ID</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Last form</source>
        <translation>止号</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>户型</translation>
    </message>
    <message>
        <source>Loan officer</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Look again on</source>
        <translation>复核日期</translation>
    </message>
    <message>
        <source>Manner</source>
        <translation>来访方式</translation>
    </message>
    <message>
        <source>Marks (printed again, void, contra)</source>
        <translation>标记（补打、作废、红冲）</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>认知途径</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>时点</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Month of the year</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>下次联系日期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note on the receipt</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Notes and coins</source>
        <translation>票面张数</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Number of the form</source>
        <translation>票号</translation>
    </message>
    <message>
        <source>Offset across</source>
        <translation>向右偏移</translation>
    </message>
    <message>
        <source>Offset down</source>
        <translation>向下偏移</translation>
    </message>
    <message>
        <source>Online signing number</source>
        <translation>网签号</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>朝向</translation>
    </message>
    <message>
        <source>Original receipts back</source>
        <translation>已收回的原收据</translation>
    </message>
    <message>
        <source>Original receipts lost</source>
        <translation>遗失的原收据</translation>
    </message>
    <message>
        <source>Output file</source>
        <translation>输出文件</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>Paid so far</source>
        <translation>已付金额</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Part of the loan</source>
        <translation>贷款部分</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>领款人</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>交款人</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>收款方式</translation>
    </message>
    <message>
        <source>Payment mode</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Percentage</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>Permit number</source>
        <translation>许可证号</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Project&apos;s name</source>
        <translation>项目名称</translation>
    </message>
    <message>
        <source>Provident fund</source>
        <translation>公积金</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>二维码</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Receipt book</source>
        <translation>票据本</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>收据号</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>收款人</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Seller&apos;s name</source>
        <translation>收款单位</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>Signatures needed</source>
        <translation>所需签名数</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签约日期</translation>
    </message>
    <message>
        <source>Slips of other ways of paying</source>
        <translation>其他收款方式凭条</translation>
    </message>
    <message>
        <source>Stand-in</source>
        <translation>代签人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>收房人</translation>
    </message>
    <message>
        <source>Taken to the bank</source>
        <translation>缴存银行</translation>
    </message>
    <message>
        <source>The provident fund&apos;s part</source>
        <translation>公积金贷款额</translation>
    </message>
    <message>
        <source>The provident fund&apos;s rate</source>
        <translation>公积金年利率</translation>
    </message>
    <message>
        <source>The provident fund&apos;s rate, 1/100 %</source>
        <translation>公积金年利率（万分之一）</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>门槛</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Total price</source>
        <translation>总价</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房源</translation>
    </message>
    <message>
        <source>Unit on the receipt</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>房源</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Ways of paying</source>
        <translation>收款方式</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>款项内容</translation>
    </message>
    <message>
        <source>Which copy it is</source>
        <translation>联次</translation>
    </message>
    <message>
        <source>Who is away</source>
        <translation>外出人</translation>
    </message>
    <message>
        <source>Width of the form</source>
        <translation>票据宽度</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Yearly rate</source>
        <translation>年利率</translation>
    </message>
    <message>
        <source>Yearly rate, 1/100 %</source>
        <translation>年利率（万分之一）</translation>
    </message>
    <message>
        <source>Years of the loan</source>
        <translation>贷款年限</translation>
    </message>
    <message>
        <source>a day and time like 2026-11-24T09:00</source>
        <translation>日期和时间，如 2026-11-24T09:00</translation>
    </message>
    <message>
        <source>a day like 2026-11-24</source>
        <translation>形如 2026-11-24 的日期</translation>
    </message>
    <message>
        <source>a day not later than today</source>
        <translation>今天或以前的日期</translation>
    </message>
    <message>
        <source>a day still to come</source>
        <translation>今天以后的日期</translation>
    </message>
    <message>
        <source>a document that is there</source>
        <translation>已收到的资料</translation>
    </message>
    <message>
        <source>a factor between 0 and 10, with at most six decimals</source>
        <translation>大于 0 且不超过 10 的系数，最多六位小数</translation>
    </message>
    <message>
        <source>a follow-up that was recorded</source>
        <translation>已填写的跟进记录</translation>
    </message>
    <message>
        <source>a moment until now</source>
        <translation>不晚于现在的时点</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a number like 0012001</source>
        <translation>形如 0012001 的号码</translation>
    </message>
    <message>
        <source>a number with two decimals at most</source>
        <translation>最多两位小数的数字</translation>
    </message>
    <message>
        <source>a percentage from -90 to 400, with at most four decimals</source>
        <translation>-90 到 400 之间的百分比，最多四位小数</translation>
    </message>
    <message>
        <source>a price above 0</source>
        <translation>大于 0 的价格</translation>
    </message>
    <message>
        <source>a price that a home may have</source>
        <translation>一套住宅可能有的价格</translation>
    </message>
    <message>
        <source>a right that somebody else keeps</source>
        <translation>仍有他人持有的权限</translation>
    </message>
    <message>
        <source>a unit that nobody holds</source>
        <translation>无人占用的房源</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>above 0</source>
        <translation>大于0的金额</translation>
    </message>
    <message>
        <source>an amount, and who receives it</source>
        <translation>金额和接收人</translation>
    </message>
    <message>
        <source>another cashier</source>
        <translation>另一位收银员</translation>
    </message>
    <message>
        <source>at least one step without a threshold</source>
        <translation>至少一个不设门槛的步骤</translation>
    </message>
    <message>
        <source>at most 10,000 forms</source>
        <translation>至多 10,000 份</translation>
    </message>
    <message>
        <source>each once, at most 40</source>
        <translation>每项一次，最多40项</translation>
    </message>
    <message>
        <source>each once, cash by its notes</source>
        <translation>每种一次，现金按票面</translation>
    </message>
    <message>
        <source>each receipt once, at least one</source>
        <translation>每张收据一次，至少一张</translation>
    </message>
    <message>
        <source>each role once</source>
        <translation>每个岗位一次</translation>
    </message>
    <message>
        <source>either a layout or a unit</source>
        <translation>户型或房源，二选一</translation>
    </message>
    <message>
        <source>letters, digits, . _ -</source>
        <translation>字母、数字或 . _ -</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>留空</translation>
    </message>
    <message>
        <source>one of request, agreement, change and contract</source>
        <translation>申请、认购书、变更、合同之一</translation>
    </message>
    <message>
        <source>one of the steps in the list</source>
        <translation>列表中的一个进位单位</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>the last number of the same book, as long as the first</source>
        <translation>同一本的末号，位数与起号相同</translation>
    </message>
    <message>
        <source>two different customers</source>
        <translation>两位不同的客户</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>yourself</source>
        <translation>您本人</translation>
    </message>
    <message>
        <source>yuan per m² with at most four decimals</source>
        <translation>每平方米的元数，最多四位小数</translation>
    </message>
</context>
<context>
    <name>id kinds</name>
    <message>
        <source>Business licence</source>
        <translation>营业执照</translation>
    </message>
    <message>
        <source>Hong Kong or Macau permit</source>
        <translation>港澳居民来往内地通行证</translation>
    </message>
    <message>
        <source>Officer&apos;s card</source>
        <translation>军官证</translation>
    </message>
    <message>
        <source>Other paper</source>
        <translation>其他证件</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>护照</translation>
    </message>
    <message>
        <source>Resident ID card</source>
        <translation>居民身份证</translation>
    </message>
    <message>
        <source>Taiwan permit</source>
        <translation>台湾居民来往大陆通行证</translation>
    </message>
</context>
<context>
    <name>identity</name>
    <message>
        <source>Born {day}, female</source>
        <translation>{day} 出生，女</translation>
    </message>
    <message>
        <source>Born {day}, male</source>
        <translation>{day} 出生，男</translation>
    </message>
</context>
<context>
    <name>journal</name>
    <message>
        <source>A voucher for each</source>
        <translation>凭证汇总方式</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>About the proof</source>
        <translation>证明说明</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Account code</source>
        <translation>科目编码</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>批示</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>认购书</translation>
    </message>
    <message>
        <source>Ahead of its day</source>
        <translation>提前付款</translation>
    </message>
    <message>
        <source>Aims</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Aims in English</source>
        <translation>英文目标</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Applied of what was paid ahead</source>
        <translation>预收款抵付</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>恢复出厂</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>发证机关</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>外出人</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>Banks</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>Based on</source>
        <translation>基于方案</translation>
    </message>
    <message>
        <source>Bound to</source>
        <translation>绑定</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>支行</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Buyer no.</source>
        <translation>买受人序号</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>买受人</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>系统自动</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>推广计划</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>取消，责任方</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>已执行</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>抽查</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>开发企业</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>Contra</source>
        <translation>红字收据</translation>
    </message>
    <message>
        <source>Contra approved</source>
        <translation>红冲已批准</translation>
    </message>
    <message>
        <source>Contra printed</source>
        <translation>红字收据打印</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>合同编号</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>新楼栋</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>清点金额</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Days shifted</source>
        <translation>顺延天数</translation>
    </message>
    <message>
        <source>Days to sign</source>
        <translation>签批时限（天）</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Declaration of the loss</source>
        <translation>遗失声明</translation>
    </message>
    <message>
        <source>Demand letter</source>
        <translation>催款函</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>长短款</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Discount limit</source>
        <translation>优惠权限</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Document now</source>
        <translation>资料状态</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>完成日期</translation>
    </message>
    <message>
        <source>Drafted</source>
        <translation>拟定</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>应付日期</translation>
    </message>
    <message>
        <source>Effective from</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束状态</translation>
    </message>
    <message>
        <source>Every copy is back</source>
        <translation>各联均已收回</translation>
    </message>
    <message>
        <source>Exchanged with</source>
        <translation>互换房源</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>应有金额</translation>
    </message>
    <message>
        <source>Far prices are meant</source>
        <translation>价格偏离属实</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>责任方</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>备案</translation>
    </message>
    <message>
        <source>Filed on</source>
        <translation>备案日期</translation>
    </message>
    <message>
        <source>Filing</source>
        <translation>备案号</translation>
    </message>
    <message>
        <source>Filing struck off on</source>
        <translation>备案注销日期</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>校验码</translation>
    </message>
    <message>
        <source>First form</source>
        <translation>起号</translation>
    </message>
    <message>
        <source>First receipt number</source>
        <translation>起始收据号</translation>
    </message>
    <message>
        <source>Floor prices</source>
        <translation>底价</translation>
    </message>
    <message>
        <source>Floors</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>Floors left out</source>
        <translation>跳过楼层</translation>
    </message>
    <message>
        <source>Floors with flats</source>
        <translation>住宅楼层</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Form written off</source>
        <translation>核销票号</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Full details shown</source>
        <translation>查看完整资料</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>意向等级</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>授予权限</translation>
    </message>
    <message>
        <source>Hand over by</source>
        <translation>约定交付日</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>移交金额</translation>
    </message>
    <message>
        <source>Handed over on</source>
        <translation>交付日期</translation>
    </message>
    <message>
        <source>Handed over though overdue, because</source>
        <translation>逾期仍交付的原因</translation>
    </message>
    <message>
        <source>Handed over to</source>
        <translation>交付给</translation>
    </message>
    <message>
        <source>Handed to</source>
        <translation>移交给</translation>
    </message>
    <message>
        <source>Height (1/10 mm)</source>
        <translation>高（0.1 毫米）</translation>
    </message>
    <message>
        <source>Height (mm)</source>
        <translation>高（毫米）</translation>
    </message>
    <message>
        <source>Highest floor</source>
        <translation>最高楼层</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>领用人</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>住宅</translation>
    </message>
    <message>
        <source>ID given for buyer no.</source>
        <translation>补登证件的买受人序号</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>In the place of</source>
        <translation>代签</translation>
    </message>
    <message>
        <source>In whose place, and why</source>
        <translation>代何人领取及原因</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>变为</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>发票号码</translation>
    </message>
    <message>
        <source>Invoice of</source>
        <translation>开票日期</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>发证日期</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工作项</translation>
    </message>
    <message>
        <source>Keep their price</source>
        <translation>价格冻结</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Kind of ID</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Kind of buyer</source>
        <translation>借款人类别</translation>
    </message>
    <message>
        <source>Kind of loan</source>
        <translation>贷款种类</translation>
    </message>
    <message>
        <source>Last form</source>
        <translation>止号</translation>
    </message>
    <message>
        <source>Late entry</source>
        <translation>补登</translation>
    </message>
    <message>
        <source>Late fee fixed</source>
        <translation>滞纳金定额</translation>
    </message>
    <message>
        <source>Late fees too</source>
        <translation>一并收滞纳金</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>法规</translation>
    </message>
    <message>
        <source>Law pack</source>
        <translation>法规包</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>户型</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>户型</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>离职</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不打印的栏目</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>力度</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>候补</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Lines planned</source>
        <translation>计划条数</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>按揭</translation>
    </message>
    <message>
        <source>Loan now</source>
        <translation>按揭现状</translation>
    </message>
    <message>
        <source>Loan officer</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>车位/储藏室</translation>
    </message>
    <message>
        <source>Lots let go</source>
        <translation>解绑车位</translation>
    </message>
    <message>
        <source>Lots that go along</source>
        <translation>随带车位</translation>
    </message>
    <message>
        <source>Lowest floor</source>
        <translation>最低楼层</translation>
    </message>
    <message>
        <source>Manner</source>
        <translation>来访方式</translation>
    </message>
    <message>
        <source>Match undone</source>
        <translation>撤销核对</translation>
    </message>
    <message>
        <source>Matched with the bank&apos;s line</source>
        <translation>核对银行流水</translation>
    </message>
    <message>
        <source>Means of payment</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Measured area</source>
        <translation>实测面积</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>认知途径</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Merged customer</source>
        <translation>被合并客户</translation>
    </message>
    <message>
        <source>Merged from</source>
        <translation>并入来源</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Moneys</source>
        <translation>款项</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Month closed</source>
        <translation>月结</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>下次联系</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note or coin</source>
        <translation>票面</translation>
    </message>
    <message>
        <source>Notes and coins</source>
        <translation>票面张数</translation>
    </message>
    <message>
        <source>Notice lifted</source>
        <translation>撤销催告</translation>
    </message>
    <message>
        <source>Notice of default</source>
        <translation>催告函</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现状态</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Offset down (1/10 mm)</source>
        <translation>向下偏移（0.1 毫米）</translation>
    </message>
    <message>
        <source>Offset down (mm)</source>
        <translation>向下偏移（毫米）</translation>
    </message>
    <message>
        <source>Offset to the right (1/10 mm)</source>
        <translation>向右偏移（0.1 毫米）</translation>
    </message>
    <message>
        <source>Offset to the right (mm)</source>
        <translation>向右偏移（毫米）</translation>
    </message>
    <message>
        <source>Old password</source>
        <translation>原密码</translation>
    </message>
    <message>
        <source>On the printed form</source>
        <translation>套打</translation>
    </message>
    <message>
        <source>Online signing</source>
        <translation>网签</translation>
    </message>
    <message>
        <source>Online signing number</source>
        <translation>网签号</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>仅这些</translation>
    </message>
    <message>
        <source>Opened on</source>
        <translation>建档日期</translation>
    </message>
    <message>
        <source>Original receipts back</source>
        <translation>已收回的原收据</translation>
    </message>
    <message>
        <source>Original receipts lost</source>
        <translation>遗失的原收据</translation>
    </message>
    <message>
        <source>Originals are back</source>
        <translation>原件已收回</translation>
    </message>
    <message>
        <source>Others may ask</source>
        <translation>可由他人申请</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>应退金额</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>Pages of a receipt</source>
        <translation>每张收据页数</translation>
    </message>
    <message>
        <source>Paid back by</source>
        <translation>还款方式</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Paid so far</source>
        <translation>已付金额</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>付款凭证</translation>
    </message>
    <message>
        <source>Part of the list only</source>
        <translation>仅部分清单</translation>
    </message>
    <message>
        <source>Part of the loan</source>
        <translation>贷款部分</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>登记项</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>领款人</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>付款人</translation>
    </message>
    <message>
        <source>Payment mode</source>
        <translation>购房付款方式</translation>
    </message>
    <message>
        <source>Payment overdue</source>
        <translation>逾期款项</translation>
    </message>
    <message>
        <source>Percentage</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>Permit</source>
        <translation>预售许可证</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Places moved on the form</source>
        <translation>移动的栏目数</translation>
    </message>
    <message>
        <source>Places on the form</source>
        <translation>栏目位置</translation>
    </message>
    <message>
        <source>Planned from</source>
        <translation>计划开始</translation>
    </message>
    <message>
        <source>Planned to</source>
        <translation>计划结束</translation>
    </message>
    <message>
        <source>Pre-sale permit rule</source>
        <translation>预售许可证规则</translation>
    </message>
    <message>
        <source>Price approved</source>
        <translation>审定价格</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>价目表</translation>
    </message>
    <message>
        <source>Price version</source>
        <translation>调价方案</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Promised for</source>
        <translation>承诺付款日</translation>
    </message>
    <message>
        <source>Proof of kinship</source>
        <translation>亲属关系证明</translation>
    </message>
    <message>
        <source>Put into effect</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Receipt book</source>
        <translation>票据本</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考号</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Released for</source>
        <translation>批准付给</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Review on</source>
        <translation>复核日期</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>收回权限</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>取整规则</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>法规</translation>
    </message>
    <message>
        <source>Run of vouchers</source>
        <translation>凭证批次</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描件</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>定价方案</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>送达方式</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签批</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签约日期</translation>
    </message>
    <message>
        <source>Signs as</source>
        <translation>签署身份</translation>
    </message>
    <message>
        <source>Signs for the buyer</source>
        <translation>代为签署</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>凭条</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Stand-in</source>
        <translation>代签人</translation>
    </message>
    <message>
        <source>Stands alone</source>
        <translation>不可叠加</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Started on</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Successor</source>
        <translation>接手人</translation>
    </message>
    <message>
        <source>Supervised account</source>
        <translation>监管账户</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>收房人</translation>
    </message>
    <message>
        <source>Taken off sale too</source>
        <translation>同时收盘</translation>
    </message>
    <message>
        <source>Taken to the bank</source>
        <translation>缴存银行</translation>
    </message>
    <message>
        <source>Text cited</source>
        <translation>引用条文</translation>
    </message>
    <message>
        <source>The columns have changed</source>
        <translation>列有变化</translation>
    </message>
    <message>
        <source>The provident fund&apos;s part</source>
        <translation>公积金部分</translation>
    </message>
    <message>
        <source>The provident fund&apos;s rate, 1/100 %</source>
        <translation>公积金年利率（万分之一）</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Total price</source>
        <translation>总价</translation>
    </message>
    <message>
        <source>Unbound from</source>
        <translation>解绑</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房源</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>房源</translation>
    </message>
    <message>
        <source>Units made</source>
        <translation>生成套数</translation>
    </message>
    <message>
        <source>Unpriced units left out</source>
        <translation>未定价房源不推售</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Unused forms</source>
        <translation>未用份数</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>来访</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>已减免</translation>
    </message>
    <message>
        <source>What is overdue</source>
        <translation>逾期事由</translation>
    </message>
    <message>
        <source>While papers are written</source>
        <translation>办理期间</translation>
    </message>
    <message>
        <source>Width (1/10 mm)</source>
        <translation>宽（0.1 毫米）</translation>
    </message>
    <message>
        <source>Width (mm)</source>
        <translation>宽（毫米）</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Yearly rate, 1/100 %</source>
        <translation>年利率（万分之一）</translation>
    </message>
    <message>
        <source>Years of the loan</source>
        <translation>贷款年限</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>Home</source>
        <translation>住宅</translation>
    </message>
    <message>
        <source>Parking</source>
        <translation>车位</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>商铺</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>储藏室</translation>
    </message>
</context>
<context>
    <name>kinship proofs</name>
    <message>
        <source>birth certificate</source>
        <translation>出生医学证明</translation>
    </message>
    <message>
        <source>household register</source>
        <translation>户口簿</translation>
    </message>
    <message>
        <source>marriage certificate</source>
        <translation>结婚证</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>notarised statement</source>
        <translation>公证书</translation>
    </message>
</context>
<context>
    <name>law level meanings</name>
    <message>
        <source>No unit of a building without a recorded pre-sale permit can be released, held or sold.</source>
        <translation>楼栋未登记预售许可证的，其房源不得推售、锁定或出售。</translation>
    </message>
    <message>
        <source>Permits are not looked at. Only for completed homes, or where the law asks for none.</source>
        <translation>不检查许可证。仅适用于现房销售，或法律不要求许可证的情形。</translation>
    </message>
    <message>
        <source>Steps without a recorded permit are possible; each one warns and is noted as such.</source>
        <translation>未登记许可证也可办理，但每次都会提醒并留下记录。</translation>
    </message>
</context>
<context>
    <name>law levels</name>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>禁止</translation>
    </message>
    <message>
        <source>Warn only</source>
        <translation>仅提醒</translation>
    </message>
</context>
<context>
    <name>law packs</name>
    <message>
        <source>China, national</source>
        <translation>全国</translation>
    </message>
    <message>
        <source>Cities with a notary&apos;s draw</source>
        <translation>公证摇号城市</translation>
    </message>
    <message>
        <source>None of these laws (outside China)</source>
        <translation>不适用（中国大陆以外）</translation>
    </message>
    <message>
        <source>Shenzhen: filed prices within 15 %</source>
        <translation>深圳：备案价±15%以内</translation>
    </message>
</context>
<context>
    <name>laws</name>
    <message>
        <source>All units of a permit are published in 10 days</source>
        <translation>取证后10日内公开全部房源</translation>
    </message>
    <message>
        <source>An agreement with money on it is a contract</source>
        <translation>已收款的认购书即为买卖合同</translation>
    </message>
    <message>
        <source>An old price shown is the lowest deal of 7 days</source>
        <translation>被比较的原价不得高于前七日最低成交价</translation>
    </message>
    <message>
        <source>Demand letters have no gap, and their stages follow one another</source>
        <translation>催款函编号连续，次数依次递进</translation>
    </message>
    <message>
        <source>Each contra answers one receipt, to nothing</source>
        <translation>每张红字收据冲销一张收据，合计为零</translation>
    </message>
    <message>
        <source>Each form of a receipt book is used once, in order</source>
        <translation>票据本每张票据按序使用一次</translation>
    </message>
    <message>
        <source>Every attachment is as it was attached</source>
        <translation>每个附件都与添加时一致</translation>
    </message>
    <message>
        <source>Every fen paid stands on what is due or paid ahead, or was returned or kept</source>
        <translation>已付的每一分钱，或抵应收，或为预收，或已退、已没收</translation>
    </message>
    <message>
        <source>Every invoice is the sum of its receipts</source>
        <translation>每张发票等于所换收据之和</translation>
    </message>
    <message>
        <source>Every late fee follows from its days, no day twice</source>
        <translation>每笔滞纳金与其天数相符，无重复计日</translation>
    </message>
    <message>
        <source>Every late fee is taken, waived or open, and lies in its own account</source>
        <translation>每笔滞纳金或已收、或减免、或未收，且在其本科目</translation>
    </message>
    <message>
        <source>Every loan case turns by its table</source>
        <translation>按揭流转逐步可循</translation>
    </message>
    <message>
        <source>Every loan pay-out is its receipt, once</source>
        <translation>放款与收据一一对应</translation>
    </message>
    <message>
        <source>Every receipt equals the money taken for it</source>
        <translation>每张收据与所收款项相符</translation>
    </message>
    <message>
        <source>Every refund asked for is paid as it was signed</source>
        <translation>凡经申请的退款均按批准支付</translation>
    </message>
    <message>
        <source>Every sale has its contract and its filing</source>
        <translation>每套已售房源都有合同与备案</translation>
    </message>
    <message>
        <source>Every subscription has its agreement</source>
        <translation>每笔认购都有认购书</translation>
    </message>
    <message>
        <source>Exported vouchers are balanced and equal the ledger</source>
        <translation>导出的凭证借贷平衡且与账目一致</translation>
    </message>
    <message>
        <source>No deal paid back more than it received</source>
        <translation>没有交易退款多于收款</translation>
    </message>
    <message>
        <source>No internal reservation where a draw is held</source>
        <translation>公证摇号项目不得内部留房</translation>
    </message>
    <message>
        <source>No journal line was changed afterwards</source>
        <translation>操作日志未被事后改动</translation>
    </message>
    <message>
        <source>No money is in the supervised account twice</source>
        <translation>任何款项不会两次计入监管账户</translation>
    </message>
    <message>
        <source>No permit, no deposit or booking money</source>
        <translation>无预售许可不得收取定金、预订款</translation>
    </message>
    <message>
        <source>No permit, no sale</source>
        <translation>无预售许可不得销售</translation>
    </message>
    <message>
        <source>No receipt was changed afterwards</source>
        <translation>收据未被事后改动</translation>
    </message>
    <message>
        <source>No record refers to nothing</source>
        <translation>没有指向空处的记录</translation>
    </message>
    <message>
        <source>No unit is taken twice</source>
        <translation>没有一房二卖</translation>
    </message>
    <message>
        <source>Promises to pay stand as they were noted</source>
        <translation>承诺付款保持登记时的原样</translation>
    </message>
    <message>
        <source>Receipt numbers have no gap and no double</source>
        <translation>收据号无断号、无重号</translation>
    </message>
    <message>
        <source>Sold at the filed price or below</source>
        <translation>不高于备案价销售</translation>
    </message>
    <message>
        <source>Steps of a unit follow one another</source>
        <translation>房源状态前后衔接</translation>
    </message>
    <message>
        <source>The ledger equals the receipts</source>
        <translation>台账与收据相符</translation>
    </message>
    <message>
        <source>What is due of a deal makes its price</source>
        <translation>应收款合计等于成交价</translation>
    </message>
    <message>
        <source>What is matched with a line of the bank makes its amount</source>
        <translation>与银行流水核对的款项合计等于流水金额</translation>
    </message>
    <message>
        <source>What is open of each due amount is what was not paid of it</source>
        <translation>每笔应收的未收额等于应收减已收</translation>
    </message>
    <message>
        <source>What leaves one deal arrives in the other</source>
        <translation>换房转出的款项等于转入的款项</translation>
    </message>
    <message>
        <source>What was applied of money paid ahead names its lines</source>
        <translation>已抵付的预收款均对应应收款项</translation>
    </message>
</context>
<context>
    <name>loan buyers</name>
    <message>
        <source>Business owner</source>
        <translation>企业主</translation>
    </message>
    <message>
        <source>Employed</source>
        <translation>受薪人士</translation>
    </message>
</context>
<context>
    <name>loan documents</name>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Got</source>
        <translation>已收</translation>
    </message>
    <message>
        <source>Lacking</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不需要</translation>
    </message>
</context>
<context>
    <name>loan methods</name>
    <message>
        <source>Equal instalments</source>
        <translation>等额本息</translation>
    </message>
    <message>
        <source>Equal principal</source>
        <translation>等额本金</translation>
    </message>
</context>
<context>
    <name>loan parts</name>
    <message>
        <source>The bank&apos;s</source>
        <translation>银行部分</translation>
    </message>
    <message>
        <source>The provident fund&apos;s</source>
        <translation>公积金部分</translation>
    </message>
</context>
<context>
    <name>loan states</name>
    <message>
        <source>Approved</source>
        <translation>审批通过</translation>
    </message>
    <message>
        <source>At the bank</source>
        <translation>银行审批中</translation>
    </message>
    <message>
        <source>Awaiting pay-out</source>
        <translation>待放款</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>初审通过</translation>
    </message>
    <message>
        <source>Collecting papers</source>
        <translation>待收资料</translation>
    </message>
    <message>
        <source>First check</source>
        <translation>资料初审</translation>
    </message>
    <message>
        <source>More papers asked for</source>
        <translation>补件中</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>已放款</translation>
    </message>
    <message>
        <source>Partly paid out</source>
        <translation>部分放款</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒贷</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>loan steps</name>
    <message>
        <source>Approved</source>
        <translation>审批通过</translation>
    </message>
    <message>
        <source>Bank asks for more</source>
        <translation>要求补件</translation>
    </message>
    <message>
        <source>Bank was answered</source>
        <translation>补件送出</translation>
    </message>
    <message>
        <source>First check passed</source>
        <translation>初审通过</translation>
    </message>
    <message>
        <source>Handed back</source>
        <translation>初审退回</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>建档</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>放款</translation>
    </message>
    <message>
        <source>Paid out in part</source>
        <translation>部分放款</translation>
    </message>
    <message>
        <source>Papers complete</source>
        <translation>资料齐全</translation>
    </message>
    <message>
        <source>Pay-out taken back</source>
        <translation>冲回放款</translation>
    </message>
    <message>
        <source>Pre-registered</source>
        <translation>预告抵押登记</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒贷</translation>
    </message>
    <message>
        <source>Sent to the bank</source>
        <translation>送审</translation>
    </message>
    <message>
        <source>Signed at the bank</source>
        <translation>银行面签</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>loan stuck</name>
    <message>
        <source>Documents are lacking</source>
        <translation>资料欠缺</translation>
    </message>
    <message>
        <source>Has not moved for long</source>
        <translation>停滞过久</translation>
    </message>
    <message>
        <source>Nothing is due from a loan any more</source>
        <translation>已无应由贷款支付的款项</translation>
    </message>
    <message>
        <source>Refused: decide how it goes on</source>
        <translation>拒贷，待定后续</translation>
    </message>
    <message>
        <source>The pay-out&apos;s receipt is void</source>
        <translation>放款收据已作废</translation>
    </message>
</context>
<context>
    <name>manners</name>
    <message>
        <source>Channel</source>
        <translation>渠道带访</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>面谈</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>短信/微信</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>线上</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>老带新</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>来访</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;About salesdesk</source>
        <translation>关于 salesdesk(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>立即备份(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Change password…</source>
        <translation>修改密码(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Desks</source>
        <translation>工作台(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>搜索(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>锁定(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Narrow rail</source>
        <translation>收窄侧栏(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Office</source>
        <translation>售楼处(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出程序(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Sign out</source>
        <translation>退出登录(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Show the &amp;wall on the second screen</source>
        <translation>在第二块屏幕上显示公示大屏(&amp;W)</translation>
    </message>
</context>
<context>
    <name>modes</name>
    <message>
        <source>Combined loan</source>
        <translation>组合贷</translation>
    </message>
    <message>
        <source>Commercial mortgage</source>
        <translation>商业按揭</translation>
    </message>
    <message>
        <source>Instalments</source>
        <translation>分期付款</translation>
    </message>
    <message>
        <source>Lump sum</source>
        <translation>一次性付款</translation>
    </message>
    <message>
        <source>Provident fund loan</source>
        <translation>公积金</translation>
    </message>
</context>
<context>
    <name>needs</name>
    <message>
        <source>Approvals waiting for me</source>
        <translation>待我审批</translation>
    </message>
    <message>
        <source>Buyers&apos; grace is over</source>
        <translation>催告宽限期满</translation>
    </message>
    <message>
        <source>Contracts to file</source>
        <translation>待备案合同</translation>
    </message>
    <message>
        <source>Deals near the floor price</source>
        <translation>成交价接近底价</translation>
    </message>
    <message>
        <source>Follow-ups overdue</source>
        <translation>跟进逾期</translation>
    </message>
    <message>
        <source>Handed over, money overdue</source>
        <translation>已交付、款项逾期</translation>
    </message>
    <message>
        <source>Holds about to end</source>
        <translation>即将到期的锁定</translation>
    </message>
    <message>
        <source>Kept back: look again</source>
        <translation>销控待复核</translation>
    </message>
    <message>
        <source>Large cash</source>
        <translation>大额现金</translation>
    </message>
    <message>
        <source>Late register entries</source>
        <translation>补登记</translation>
    </message>
    <message>
        <source>Laws that were relaxed</source>
        <translation>已放宽的规则</translation>
    </message>
    <message>
        <source>Loans that are stuck</source>
        <translation>停滞的按揭</translation>
    </message>
    <message>
        <source>On sale without a floor price</source>
        <translation>在售而无底价</translation>
    </message>
    <message>
        <source>Price versions due</source>
        <translation>调价方案到期待生效</translation>
    </message>
    <message>
        <source>Prices to approve</source>
        <translation>待价格审核</translation>
    </message>
    <message>
        <source>Requests nobody can sign</source>
        <translation>无人可签的申请</translation>
    </message>
    <message>
        <source>Reservations about to end</source>
        <translation>即将到期的留房</translation>
    </message>
    <message>
        <source>Returned units to accept</source>
        <translation>退房待审</translation>
    </message>
    <message>
        <source>Signing overdue</source>
        <translation>大定逾期未签约</translation>
    </message>
    <message>
        <source>Spot checks to make</source>
        <translation>今日抽查</translation>
    </message>
</context>
<context>
    <name>overdue</name>
    <message>
        <source>A payment has not come</source>
        <translation>款项未到</translation>
    </message>
    <message>
        <source>The contract is not signed</source>
        <translation>合同未签</translation>
    </message>
</context>
<context>
    <name>price sources</name>
    <message>
        <source>By hand</source>
        <translation>手工</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Percentage</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>定价方案</translation>
    </message>
</context>
<context>
    <name>price states</name>
    <message>
        <source>Draft</source>
        <translation>草案</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>已到时间</translation>
    </message>
    <message>
        <source>In effect</source>
        <translation>已执行</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>待生效</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>public</name>
    <message>
        <source>Available</source>
        <translation>可售</translation>
    </message>
    <message>
        <source>In talks</source>
        <translation>洽谈中</translation>
    </message>
    <message>
        <source>Not for sale</source>
        <translation>不可售</translation>
    </message>
    <message>
        <source>Not released</source>
        <translation>未推售</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>已预留</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>已售</translation>
    </message>
    <message>
        <source>Subscribed</source>
        <translation>已认购</translation>
    </message>
</context>
<context>
    <name>receipts</name>
    <message>
        <source>Contra</source>
        <translation>红冲</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>定金</translation>
    </message>
    <message>
        <source>Late fee</source>
        <translation>滞纳金</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>期初余额</translation>
    </message>
    <message>
        <source>Purchase price</source>
        <translation>房款</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
</context>
<context>
    <name>release points</name>
    <message>
        <source>A filed price is recorded (R-06)</source>
        <translation>已登记备案价（R-06）</translation>
    </message>
    <message>
        <source>All units can be released now</source>
        <translation>所有房源当前均可推出</translation>
    </message>
    <message>
        <source>Every building has its permit (R-01)</source>
        <translation>各楼栋均有预售许可证（R-01）</translation>
    </message>
    <message>
        <source>Every unit has its price</source>
        <translation>每套房源均有价格</translation>
    </message>
    <message>
        <source>No price version is still waiting</source>
        <translation>没有尚未生效的调价方案</translation>
    </message>
    <message>
        <source>Nothing of a permit stays unpublished after 10 days (R-07)</source>
        <translation>取证满 10 日后无未公开房源（R-07）</translation>
    </message>
    <message>
        <source>Nothing of it is held back</source>
        <translation>其中没有销控房源</translation>
    </message>
    <message>
        <source>Prices within what was filed (R-06)</source>
        <translation>价格在备案范围内（R-06）</translation>
    </message>
</context>
<context>
    <name>request facts</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>About the proof</source>
        <translation>证明说明</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>批准后</translation>
    </message>
    <message>
        <source>Against it now</source>
        <translation>目前抵触数</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>认购书</translation>
    </message>
    <message>
        <source>Average per m² after</source>
        <translation>调后均价（每㎡）</translation>
    </message>
    <message>
        <source>Average per m² before</source>
        <translation>调前均价（每㎡）</translation>
    </message>
    <message>
        <source>Below the floor price by</source>
        <translation>低于底价</translation>
    </message>
    <message>
        <source>Below the list price by</source>
        <translation>低于表价</translation>
    </message>
    <message>
        <source>Beyond 3 %, may be rescinded</source>
        <translation>误差超 3 %，有权退房</translation>
    </message>
    <message>
        <source>Beyond 3 %, twice</source>
        <translation>超出 3 % 部分（双倍）</translation>
    </message>
    <message>
        <source>Beyond 3 %, twice (now)</source>
        <translation>超出 3 % 部分（双倍，原）</translation>
    </message>
    <message>
        <source>Beyond 3 %, twice (then)</source>
        <translation>超出 3 % 部分（双倍）</translation>
    </message>
    <message>
        <source>Buyer pays</source>
        <translation>买受人应补</translation>
    </message>
    <message>
        <source>Buyer pays (now)</source>
        <translation>买受人应补（原）</translation>
    </message>
    <message>
        <source>Buyer pays (then)</source>
        <translation>买受人应补</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>买受人</translation>
    </message>
    <message>
        <source>Buyers (now)</source>
        <translation>买受人（现）</translation>
    </message>
    <message>
        <source>Buyers (then)</source>
        <translation>买受人（变更后）</translation>
    </message>
    <message>
        <source>Cancelled because</source>
        <translation>退订原因</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>Counted after</source>
        <translation>起算日（不含）</translation>
    </message>
    <message>
        <source>Counted to</source>
        <translation>计至</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Days late</source>
        <translation>逾期天数</translation>
    </message>
    <message>
        <source>Deal price</source>
        <translation>成交价</translation>
    </message>
    <message>
        <source>Deal price (now)</source>
        <translation>成交价（现）</translation>
    </message>
    <message>
        <source>Deal price (then)</source>
        <translation>成交价（批准后）</translation>
    </message>
    <message>
        <source>Declaration of the loss</source>
        <translation>遗失声明</translation>
    </message>
    <message>
        <source>Deepest cut, in percent of the highest price</source>
        <translation>最大降幅（以最高表价计）</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差价</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Error of the area</source>
        <translation>面积误差比</translation>
    </message>
    <message>
        <source>Error of the area (now)</source>
        <translation>面积误差比（原）</translation>
    </message>
    <message>
        <source>Error of the area (then)</source>
        <translation>面积误差比（实测）</translation>
    </message>
    <message>
        <source>Exchanged from</source>
        <translation>换自</translation>
    </message>
    <message>
        <source>Filing struck off on</source>
        <translation>备案注销日期</translation>
    </message>
    <message>
        <source>Floor price</source>
        <translation>底价</translation>
    </message>
    <message>
        <source>Goes along</source>
        <translation>转入款项</translation>
    </message>
    <message>
        <source>Grace until</source>
        <translation>宽限至</translation>
    </message>
    <message>
        <source>Gross area</source>
        <translation>建筑面积</translation>
    </message>
    <message>
        <source>Gross area (now)</source>
        <translation>建筑面积（约定）</translation>
    </message>
    <message>
        <source>Gross area (then)</source>
        <translation>建筑面积（实测）</translation>
    </message>
    <message>
        <source>In percent of the list price</source>
        <translation>优惠幅度</translation>
    </message>
    <message>
        <source>In whose place, and why</source>
        <translation>代何人领取及原因</translation>
    </message>
    <message>
        <source>Into the account</source>
        <translation>收款账户</translation>
    </message>
    <message>
        <source>Invoices given for receipts</source>
        <translation>已换开发票</translation>
    </message>
    <message>
        <source>It stands (now)</source>
        <translation>执行方式（目前）</translation>
    </message>
    <message>
        <source>It stands (then)</source>
        <translation>执行方式（批准后）</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>没收</translation>
    </message>
    <message>
        <source>Kept (now)</source>
        <translation>没收（现）</translation>
    </message>
    <message>
        <source>Kept (then)</source>
        <translation>没收（批准后）</translation>
    </message>
    <message>
        <source>Kept off sale</source>
        <translation>停售天数</translation>
    </message>
    <message>
        <source>Large sum in cash</source>
        <translation>大额现金</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期款项</translation>
    </message>
    <message>
        <source>Late fee</source>
        <translation>滞纳金</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Law pack</source>
        <translation>规则包</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>户型</translation>
    </message>
    <message>
        <source>Less in all since the agreement</source>
        <translation>签订认购书后累计减价</translation>
    </message>
    <message>
        <source>Less than now by</source>
        <translation>本次减价</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>表价</translation>
    </message>
    <message>
        <source>Lots</source>
        <translation>车位、储藏</translation>
    </message>
    <message>
        <source>Lots (now)</source>
        <translation>车位、储藏（现）</translation>
    </message>
    <message>
        <source>Lots (then)</source>
        <translation>车位、储藏（变更后）</translation>
    </message>
    <message>
        <source>Lots left behind</source>
        <translation>留下车位、储藏</translation>
    </message>
    <message>
        <source>Lots taken along</source>
        <translation>随迁车位、储藏</translation>
    </message>
    <message>
        <source>Lots unbound</source>
        <translation>解绑车位、储藏</translation>
    </message>
    <message>
        <source>New list price</source>
        <translation>新房源表价</translation>
    </message>
    <message>
        <source>New price with lots</source>
        <translation>新总价（含车储）</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>不早于</translation>
    </message>
    <message>
        <source>Notice of default</source>
        <translation>催告函</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>目前</translation>
    </message>
    <message>
        <source>Of it deposit</source>
        <translation>其中定金</translation>
    </message>
    <message>
        <source>Of it on top: returned double</source>
        <translation>其中双倍返还加付</translation>
    </message>
    <message>
        <source>Of it paid</source>
        <translation>其中已收</translation>
    </message>
    <message>
        <source>Of it paid ahead</source>
        <translation>其中预收款</translation>
    </message>
    <message>
        <source>Of it paid in before</source>
        <translation>其中原付款项</translation>
    </message>
    <message>
        <source>Of it price</source>
        <translation>其中房款</translation>
    </message>
    <message>
        <source>Of it waived before</source>
        <translation>其中已减免</translation>
    </message>
    <message>
        <source>Open (then)</source>
        <translation>减免后未收</translation>
    </message>
    <message>
        <source>Original receipts back</source>
        <translation>原收据已收回</translation>
    </message>
    <message>
        <source>Original receipts lost</source>
        <translation>原收据遗失</translation>
    </message>
    <message>
        <source>Overdue on average</source>
        <translation>平均逾期金额</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>领款人</translation>
    </message>
    <message>
        <source>Payment mode</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Payment mode (now)</source>
        <translation>付款方式（现）</translation>
    </message>
    <message>
        <source>Payment mode (then)</source>
        <translation>付款方式（变更后）</translation>
    </message>
    <message>
        <source>Price asked for</source>
        <translation>申请价格</translation>
    </message>
    <message>
        <source>Price version</source>
        <translation>调价方案</translation>
    </message>
    <message>
        <source>Prices kept: held or sold</source>
        <translation>不变的套数（已锁定或已售）</translation>
    </message>
    <message>
        <source>Prices that change</source>
        <translation>将变更的套数</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Proof of kinship</source>
        <translation>亲属关系证明</translation>
    </message>
    <message>
        <source>Put off in all since the agreement</source>
        <translation>签订认购书后累计延期</translation>
    </message>
    <message>
        <source>Put off now by</source>
        <translation>本次延期</translation>
    </message>
    <message>
        <source>Rate a day</source>
        <translation>日费率</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>测绘报告</translation>
    </message>
    <message>
        <source>Reserved until</source>
        <translation>留至</translation>
    </message>
    <message>
        <source>Seller returns</source>
        <translation>出卖人应退</translation>
    </message>
    <message>
        <source>Seller returns (now)</source>
        <translation>出卖人应退（原）</translation>
    </message>
    <message>
        <source>Seller returns (then)</source>
        <translation>出卖人应退</translation>
    </message>
    <message>
        <source>Settled before</source>
        <translation>此前已结算</translation>
    </message>
    <message>
        <source>Settled before (now)</source>
        <translation>此前已结算（原）</translation>
    </message>
    <message>
        <source>Settled before (then)</source>
        <translation>此前已结算</translation>
    </message>
    <message>
        <source>Sign until</source>
        <translation>签约期限</translation>
    </message>
    <message>
        <source>Sign until (now)</source>
        <translation>签约期限（现）</translation>
    </message>
    <message>
        <source>Sign until (then)</source>
        <translation>签约期限（变更后）</translation>
    </message>
    <message>
        <source>State of the unit</source>
        <translation>房源状态</translation>
    </message>
    <message>
        <source>Sum after</source>
        <translation>调后总额</translation>
    </message>
    <message>
        <source>Sum before</source>
        <translation>调前总额</translation>
    </message>
    <message>
        <source>The text it cites</source>
        <translation>引用条文</translation>
    </message>
    <message>
        <source>To be waived</source>
        <translation>申请减免</translation>
    </message>
    <message>
        <source>To pay back</source>
        <translation>应退</translation>
    </message>
    <message>
        <source>To pay back (now)</source>
        <translation>应退（现）</translation>
    </message>
    <message>
        <source>To pay back (then)</source>
        <translation>应退（批准后）</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>房源</translation>
    </message>
    <message>
        <source>Unit (now)</source>
        <translation>房源（现）</translation>
    </message>
    <message>
        <source>Unit (then)</source>
        <translation>房源（批准后）</translation>
    </message>
    <message>
        <source>Units in it</source>
        <translation>方案内套数</translation>
    </message>
    <message>
        <source>Up to 3 %</source>
        <translation>3 % 以内部分</translation>
    </message>
    <message>
        <source>Up to 3 % (now)</source>
        <translation>3 % 以内部分（原）</translation>
    </message>
    <message>
        <source>Up to 3 % (then)</source>
        <translation>3 % 以内部分</translation>
    </message>
    <message>
        <source>Value tied up</source>
        <translation>占用货值</translation>
    </message>
    <message>
        <source>Waived on the deal before</source>
        <translation>本单此前已减免</translation>
    </message>
    <message>
        <source>Was due on</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Way of paying</source>
        <translation>退款方式</translation>
    </message>
    <message>
        <source>Whose fault</source>
        <translation>责任方</translation>
    </message>
</context>
<context>
    <name>request states</name>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Asked for again</source>
        <translation>已重新申请</translation>
    </message>
    <message>
        <source>Being signed</source>
        <translation>签批中</translation>
    </message>
    <message>
        <source>Out of time</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>requests</name>
    <message>
        <source>Agreement</source>
        <translation>认购书</translation>
    </message>
    <message>
        <source>Another payment mode</source>
        <translation>变更付款方式</translation>
    </message>
    <message>
        <source>Another price</source>
        <translation>变更价格</translation>
    </message>
    <message>
        <source>Area settlement</source>
        <translation>面积补差</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>退订</translation>
    </message>
    <message>
        <source>Change of names</source>
        <translation>更名</translation>
    </message>
    <message>
        <source>Deposit forfeited</source>
        <translation>没收定金</translation>
    </message>
    <message>
        <source>Late fee waived</source>
        <translation>减免滞纳金</translation>
    </message>
    <message>
        <source>Later signing</source>
        <translation>延期签约</translation>
    </message>
    <message>
        <source>Price version</source>
        <translation>调价方案</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Reservation</source>
        <translation>留房</translation>
    </message>
    <message>
        <source>Softer laws</source>
        <translation>放宽规则</translation>
    </message>
    <message>
        <source>Special price</source>
        <translation>特批折扣</translation>
    </message>
    <message>
        <source>Unit exchange</source>
        <translation>换房</translation>
    </message>
</context>
<context>
    <name>reservation states</name>
    <message>
        <source>Became a hold</source>
        <translation>已转小定</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>留房中</translation>
    </message>
</context>
<context>
    <name>right groups</name>
    <message>
        <source>Approvals and reservations</source>
        <translation>审批与留房</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>推广计划</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>认购交易</translation>
    </message>
    <message>
        <source>Loans</source>
        <translation>按揭</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>People and the office</source>
        <translation>人员与案场</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Projects and price lists</source>
        <translation>项目与价目表</translation>
    </message>
    <message>
        <source>Reception and customers</source>
        <translation>接待与客户</translation>
    </message>
    <message>
        <source>Sales-control board</source>
        <translation>销控表</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>收银</translation>
    </message>
</context>
<context>
    <name>role meanings</name>
    <message>
        <source>Approves what others reviewed.</source>
        <translation>批准已复核的申请。</translation>
    </message>
    <message>
        <source>Looks after customers, holds units, signs subscriptions.</source>
        <translation>维护客户、锁定房源、办理认购。</translation>
    </message>
    <message>
        <source>People, rights, settings and price lists; sells nothing.</source>
        <translation>管理人员、权限、设置和价目表，不参与销售。</translation>
    </message>
    <message>
        <source>Registers visits and calls.</source>
        <translation>登记来访来电。</translation>
    </message>
    <message>
        <source>Reviews after the head of department; looks into the register.</source>
        <translation>在部门负责人之后复核；抽查来访登记。</translation>
    </message>
    <message>
        <source>Reviews what is asked for first; looks into register and follow-ups.</source>
        <translation>首先复核各类申请；抽查登记与回访。</translation>
    </message>
    <message>
        <source>Runs the board: releases, approves prices, cancels, plans the campaign.</source>
        <translation>掌管销控：推售、审价、退订，并制定推广计划。</translation>
    </message>
    <message>
        <source>Takes deposits, pays refunds, counts the cash.</source>
        <translation>收定金、退款、清点现金。</translation>
    </message>
</context>
<context>
    <name>roles</name>
    <message>
        <source>Administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>Deputy general manager</source>
        <translation>分管副总</translation>
    </message>
    <message>
        <source>General manager</source>
        <translation>总经理</translation>
    </message>
    <message>
        <source>Head of department</source>
        <translation>部门负责人</translation>
    </message>
    <message>
        <source>Property consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Receptionist</source>
        <translation>接待</translation>
    </message>
    <message>
        <source>Site manager</source>
        <translation>案场经理</translation>
    </message>
</context>
<context>
    <name>rounding</name>
    <message>
        <source>To fen, half up</source>
        <translation>四舍五入到分</translation>
    </message>
    <message>
        <source>To whole yuan, down</source>
        <translation>舍去角分到元</translation>
    </message>
    <message>
        <source>To whole yuan, half up</source>
        <translation>四舍五入到元</translation>
    </message>
</context>
<context>
    <name>served</name>
    <message>
        <source>By hand</source>
        <translation>当面送达</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Registered post</source>
        <translation>挂号信</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>短信或微信</translation>
    </message>
</context>
<context>
    <name>setting groups</name>
    <message>
        <source>Buying plan</source>
        <translation>置业计划</translation>
    </message>
    <message>
        <source>Holds and signing</source>
        <translation>锁定与签约</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁屏</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Numbers on papers</source>
        <translation>单据编号</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>案场</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>来电来访登记</translation>
    </message>
    <message>
        <source>Wall in the waiting hall</source>
        <translation>公示大屏</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>0: no limit is known, and a combined loan asks for the fund&apos;s part.</source>
        <translation>0 表示未设上限，组合贷须填写公积金部分。</translation>
    </message>
    <message>
        <source>100 is 1 % of the price; 0 leaves it out of buying plans.</source>
        <translation>100 即总价的 1%；填 0 则置业计划不列此项。</translation>
    </message>
    <message>
        <source>150 is 1.5 % of the price; 0 leaves it out of buying plans.</source>
        <translation>150 即总价的 1.5%；填 0 则置业计划不列此项。</translation>
    </message>
    <message>
        <source>260 is 2.60 %. A plan may be made with another rate.</source>
        <translation>260 即 2.60%。制作计划时可另填利率。</translation>
    </message>
    <message>
        <source>310 is 3.10 %. A plan may be made with another rate.</source>
        <translation>310 即 3.10%。制作计划时可另填利率。</translation>
    </message>
    <message>
        <source>5 is 0.5 in ten thousand of what is overdue; 0: none.</source>
        <translation>5 即逾期额的万分之零点五；0 为不计。</translation>
    </message>
    <message>
        <source>A buying plan is valid for</source>
        <translation>置业计划有效期</translation>
    </message>
    <message>
        <source>A demand letter gives</source>
        <translation>催款函付款期限</translation>
    </message>
    <message>
        <source>A hold lasts</source>
        <translation>锁定时长</translation>
    </message>
    <message>
        <source>A hold with its extensions lasts at most</source>
        <translation>含延长的最长锁定</translation>
    </message>
    <message>
        <source>A hold&apos;s end is announced before by</source>
        <translation>锁定到期前提醒</translation>
    </message>
    <message>
        <source>A notice of default gives</source>
        <translation>催告宽限期</translation>
    </message>
    <message>
        <source>A page of the wall stands for</source>
        <translation>大屏每页停留</translation>
    </message>
    <message>
        <source>A place in line counts at most</source>
        <translation>候补最长有效</translation>
    </message>
    <message>
        <source>A plan begins with so many years.</source>
        <translation>置业计划默认按此年限计算。</translation>
    </message>
    <message>
        <source>A price may be below the filed one by</source>
        <translation>价格可低于备案价的幅度</translation>
    </message>
    <message>
        <source>A reservation lasts at most</source>
        <translation>留房最长期限</translation>
    </message>
    <message>
        <source>Added for writing the agreement</source>
        <translation>签认购书时延长</translation>
    </message>
    <message>
        <source>After the deposit, so that no unit is lost meanwhile.</source>
        <translation>收定金后使用，避免办理期间房源失效。</translation>
    </message>
    <message>
        <source>Agreement numbers begin with</source>
        <translation>认购书编号前缀</translation>
    </message>
    <message>
        <source>Agreements are cancelled by request</source>
        <translation>退订须申请签批</translation>
    </message>
    <message>
        <source>As the city has set it; 0 leaves it out of buying plans.</source>
        <translation>按当地标准填写；填 0 则置业计划不列此项。</translation>
    </message>
    <message>
        <source>At most, behind the one who has it. No money is taken.</source>
        <translation>一套房源最多的候补人数，不收取任何款项。</translation>
    </message>
    <message>
        <source>Backups lie in</source>
        <translation>备份位置</translation>
    </message>
    <message>
        <source>Beyond it the price has to be filed anew (R-06).</source>
        <translation>超出此幅度须重新备案（R-06）。</translation>
    </message>
    <message>
        <source>Cash of one person is large from</source>
        <translation>个人现金视为大额的起点</translation>
    </message>
    <message>
        <source>Change numbers begin with</source>
        <translation>变更单编号前缀</translation>
    </message>
    <message>
        <source>Contra numbers begin with</source>
        <translation>红字收据号码前缀</translation>
    </message>
    <message>
        <source>Counted from its signing; 30 by law (R-14).</source>
        <translation>自签约起算；法定 30 天（R-14）。</translation>
    </message>
    <message>
        <source>Counted from its start.</source>
        <translation>自锁定之时起计算。</translation>
    </message>
    <message>
        <source>Counted from the subscription; printed on the agreement.</source>
        <translation>自认购之日起计算，打印在认购书上。</translation>
    </message>
    <message>
        <source>Customers in line for a unit</source>
        <translation>每套房源候补人数</translation>
    </message>
    <message>
        <source>Days after the day it was due; later it counts from then.</source>
        <translation>应付日之后的天数；逾期则自应付日次日起计。</translation>
    </message>
    <message>
        <source>Days from the day it was taken on.</source>
        <translation>自登记之日起的天数。</translation>
    </message>
    <message>
        <source>Days from the request on; then the unit is held back.</source>
        <translation>自申请日起的天数；到期后房源转为销控。</translation>
    </message>
    <message>
        <source>Days, where nobody set a day; then the manager is told.</source>
        <translation>未指定日期时的天数；到期后提醒案场经理。</translation>
    </message>
    <message>
        <source>Decides which day a receipt and a visit belong to.</source>
        <translation>决定收据和来访算作哪一天。</translation>
    </message>
    <message>
        <source>Deed tax above 140 m²</source>
        <translation>契税（140 m² 以上）</translation>
    </message>
    <message>
        <source>Deed tax up to 140 m²</source>
        <translation>契税（140 m² 及以下）</translation>
    </message>
    <message>
        <source>Demand letters begin with</source>
        <translation>催款函编号前缀</translation>
    </message>
    <message>
        <source>Each takes the next form of the cashier&apos;s own book.</source>
        <translation>每张收据使用收银员本人票据本的下一份。</translation>
    </message>
    <message>
        <source>Else the form of the handing over warns.</source>
        <translation>否则交付窗口仅作提醒。</translation>
    </message>
    <message>
        <source>Empty: beside the office&apos;s file. Another disk is safer.</source>
        <translation>留空：与案场文件放在一起。存到另一块磁盘更安全。</translation>
    </message>
    <message>
        <source>Entries and follow-ups that chance picks each day; 0: none.</source>
        <translation>每天随机抽取的登记和跟进条数；0 表示不抽查。</translation>
    </message>
    <message>
        <source>For agreements printed from now on.</source>
        <translation>对此后打印的认购书生效。</translation>
    </message>
    <message>
        <source>For changes to deals that are signed from now on.</source>
        <translation>用于此后批准的变更单。</translation>
    </message>
    <message>
        <source>For contra receipts written from now on.</source>
        <translation>用于今后开具的红字收据。</translation>
    </message>
    <message>
        <source>For letters written from now on.</source>
        <translation>用于此后出具的催款函。</translation>
    </message>
    <message>
        <source>For notices of default served from now on.</source>
        <translation>用于此后出具的催告函。</translation>
    </message>
    <message>
        <source>For one home; 0 leaves it out of buying plans.</source>
        <translation>每套；填 0 则置业计划不列此项。</translation>
    </message>
    <message>
        <source>For receipts printed from now on.</source>
        <translation>对此后打印的收据生效。</translation>
    </message>
    <message>
        <source>For refunds paid from now on.</source>
        <translation>对此后支付的退款生效。</translation>
    </message>
    <message>
        <source>Hand over only after the area is settled</source>
        <translation>面积补差结算后方可交付</translation>
    </message>
    <message>
        <source>In all, counted from the day agreed at first.</source>
        <translation>累计天数，从认购书约定之日起算。</translation>
    </message>
    <message>
        <source>In percent; 0: without a bound.</source>
        <translation>百分比；0 为不设上限。</translation>
    </message>
    <message>
        <source>Largest file that may be attached</source>
        <translation>附件大小上限</translation>
    </message>
    <message>
        <source>Late fee a day, in tenths of a ten-thousandth</source>
        <translation>滞纳金日率（万分之零点一为单位）</translation>
    </message>
    <message>
        <source>Late fee at most, of the amount due</source>
        <translation>滞纳金上限（占应付额）</translation>
    </message>
    <message>
        <source>Least first payment</source>
        <translation>最低首付比例</translation>
    </message>
    <message>
        <source>Least first payment, provident fund</source>
        <translation>公积金最低首付比例</translation>
    </message>
    <message>
        <source>Loans are lent in steps of</source>
        <translation>贷款额取整到</translation>
    </message>
    <message>
        <source>Longest loan</source>
        <translation>最长贷款年限</translation>
    </message>
    <message>
        <source>Longest promise to pay</source>
        <translation>付款承诺最长期限</translation>
    </message>
    <message>
        <source>Maintenance fund per m²</source>
        <translation>每平方米维修基金</translation>
    </message>
    <message>
        <source>Megabytes of a scan or a floor plan.</source>
        <translation>扫描件或户型图的兆字节数。</translation>
    </message>
    <message>
        <source>Name of the office</source>
        <translation>案场名称</translation>
    </message>
    <message>
        <source>No deposit is forfeited before it is over.</source>
        <translation>期满之前不得没收定金。</translation>
    </message>
    <message>
        <source>No late fee when paid within</source>
        <translation>宽限期内付清不计滞纳金</translation>
    </message>
    <message>
        <source>Notice numbers begin with</source>
        <translation>催告函编号前缀</translation>
    </message>
    <message>
        <source>Of all that is paid for a deal; 0: only at the contract.</source>
        <translation>按该交易累计付款计算；0：仅签约时要求。</translation>
    </message>
    <message>
        <source>Of buying plans whose loan is all the fund&apos;s.</source>
        <translation>用于全部由公积金贷款的置业计划。</translation>
    </message>
    <message>
        <source>Of buying plans with a mortgage, a combined loan, instalments.</source>
        <translation>用于商业按揭、组合贷和分期付款的置业计划。</translation>
    </message>
    <message>
        <source>Of homes on offer; never of those not released or sold.</source>
        <translation>只公示在售房源，未推售和已售房源一律不标价。</translation>
    </message>
    <message>
        <source>On one day: marked on receipts, the day and the to-do list; 0: never.</source>
        <translation>按一日累计：在收据、当日收银和待办中标出；0：不标。</translation>
    </message>
    <message>
        <source>Parking and storage for owners only</source>
        <translation>车位、储藏室仅售业主</translation>
    </message>
    <message>
        <source>Price versions come into effect by request</source>
        <translation>调价须申请签批</translation>
    </message>
    <message>
        <source>Printed on it; it is no offer.</source>
        <translation>印在置业计划上；计划不构成要约。</translation>
    </message>
    <message>
        <source>Receipt numbers begin with</source>
        <translation>收据编号前缀</translation>
    </message>
    <message>
        <source>Receipts are written on books of printed forms</source>
        <translation>收据使用票据本</translation>
    </message>
    <message>
        <source>Refund numbers begin with</source>
        <translation>退款编号前缀</translation>
    </message>
    <message>
        <source>Refunds are paid by request</source>
        <translation>退款须经申请</translation>
    </message>
    <message>
        <source>Registration fee</source>
        <translation>不动产登记费</translation>
    </message>
    <message>
        <source>Shorter, because money is at hand.</source>
        <translation>因经手现金，时间宜短。</translation>
    </message>
    <message>
        <source>Shortest grace of a notice</source>
        <translation>最短催告宽限期</translation>
    </message>
    <message>
        <source>Shown in the window&apos;s title and at the sign-in.</source>
        <translation>显示在窗口标题和登录页。</translation>
    </message>
    <message>
        <source>Signing may be put off by</source>
        <translation>签约最长可延期</translation>
    </message>
    <message>
        <source>Spot checks a day</source>
        <translation>每天抽查条数</translation>
    </message>
    <message>
        <source>The cashier&apos;s window locks after</source>
        <translation>收银窗口自动锁屏</translation>
    </message>
    <message>
        <source>The contract is filed within</source>
        <translation>合同备案期限</translation>
    </message>
    <message>
        <source>The contract is signed within</source>
        <translation>签约期限</translation>
    </message>
    <message>
        <source>The first in line has the unit to himself for</source>
        <translation>第一位候补客户优先时间</translation>
    </message>
    <message>
        <source>The provident fund lends at most</source>
        <translation>公积金最高可贷</translation>
    </message>
    <message>
        <source>The wall shows list prices</source>
        <translation>大屏显示标价</translation>
    </message>
    <message>
        <source>The window locks after</source>
        <translation>窗口自动锁屏</translation>
    </message>
    <message>
        <source>Then the unit becomes available again by itself.</source>
        <translation>到期后房源自动恢复可售。</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>To its consultant; 0: not at all.</source>
        <translation>提醒锁定的置业顾问；0 为不提醒。</translation>
    </message>
    <message>
        <source>To pay; the letter of the next stage waits for it.</source>
        <translation>过期后才出具下一次催款函。</translation>
    </message>
    <message>
        <source>What is kept back is looked at again after</source>
        <translation>销控房源的复核间隔</translation>
    </message>
    <message>
        <source>What is left over is paid at first.</source>
        <translation>不足部分并入首付款。</translation>
    </message>
    <message>
        <source>What takes longer is a change of the payment mode.</source>
        <translation>更长的应办理付款方式变更。</translation>
    </message>
    <message>
        <source>When it is free again; then the next in line.</source>
        <translation>自房源重新可售起，之后轮到下一位。</translation>
    </message>
    <message>
        <source>Where no other grace is written into it.</source>
        <translation>催告函未另行填写时适用。</translation>
    </message>
    <message>
        <source>Where the project does not fit on one.</source>
        <translation>项目一页放不下时轮播。</translation>
    </message>
    <message>
        <source>Who has bought no home here gets no lot without one.</source>
        <translation>未在此购房者不能单独购买。</translation>
    </message>
    <message>
        <source>Who pays is identified from</source>
        <translation>付款人须先登记证件的起点</translation>
    </message>
    <message>
        <source>With signatures; else the cashier pays alone.</source>
        <translation>经签批；否则由收银员直接支付。</translation>
    </message>
    <message>
        <source>With signatures; else the site manager cancels alone.</source>
        <translation>经签批后执行；否则案场经理可单独退订。</translation>
    </message>
    <message>
        <source>With signatures; else the site manager does it alone.</source>
        <translation>经签批后生效；否则案场经理可单独执行。</translation>
    </message>
    <message>
        <source>Without a key or the mouse; the password opens it again.</source>
        <translation>无键盘鼠标操作即锁屏，输入密码解锁。</translation>
    </message>
    <message>
        <source>Yearly rate of a bank&apos;s loan</source>
        <translation>商业贷款年利率</translation>
    </message>
    <message>
        <source>Yearly rate of the provident fund</source>
        <translation>公积金贷款年利率</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Available</source>
        <translation>可售</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>不可售</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>交付</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>备案</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>销控</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>退房待审</translation>
    </message>
    <message>
        <source>Not released</source>
        <translation>未推售</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>留房</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>已选房</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签约</translation>
    </message>
    <message>
        <source>Subscribed</source>
        <translation>认购</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>Accept back</source>
        <translation>退房验收</translation>
    </message>
    <message>
        <source>Approve the price</source>
        <translation>审批价格</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新申请</translation>
    </message>
    <message>
        <source>Ask for a cancellation</source>
        <translation>申请退房</translation>
    </message>
    <message>
        <source>Ask for a reservation</source>
        <translation>申请留房</translation>
    </message>
    <message>
        <source>Ask for a special price</source>
        <translation>申请特批折扣</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>退房</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Extend the hold</source>
        <translation>延长锁定</translation>
    </message>
    <message>
        <source>File the contract</source>
        <translation>合同备案</translation>
    </message>
    <message>
        <source>Forfeit the deposit</source>
        <translation>没收定金</translation>
    </message>
    <message>
        <source>Give the reservation up</source>
        <translation>放弃留房</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交付</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>销控</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>释放</translation>
    </message>
    <message>
        <source>Lift the notice</source>
        <translation>解除催告</translation>
    </message>
    <message>
        <source>Look again later</source>
        <translation>推迟复核</translation>
    </message>
    <message>
        <source>Mark as not for sale</source>
        <translation>设为不可售</translation>
    </message>
    <message>
        <source>Measured area</source>
        <translation>实测面积</translation>
    </message>
    <message>
        <source>Merge into one unit</source>
        <translation>合并为一套</translation>
    </message>
    <message>
        <source>Note the online signing</source>
        <translation>登记网签</translation>
    </message>
    <message>
        <source>Notice of default</source>
        <translation>催告</translation>
    </message>
    <message>
        <source>Print the notice</source>
        <translation>打印催告函</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Release for sale</source>
        <translation>推盘</translation>
    </message>
    <message>
        <source>Settle the area</source>
        <translation>面积补差</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签批</translation>
    </message>
    <message>
        <source>Sign last</source>
        <translation>最后签批</translation>
    </message>
    <message>
        <source>Sign the contract</source>
        <translation>签约</translation>
    </message>
    <message>
        <source>Split the unit</source>
        <translation>拆分房源</translation>
    </message>
    <message>
        <source>Subscribe</source>
        <translation>签认购书</translation>
    </message>
    <message>
        <source>Take a payment</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Take the deposit</source>
        <translation>收取定金</translation>
    </message>
    <message>
        <source>Time over</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>解除不可售</translation>
    </message>
    <message>
        <source>Withdraw from sale</source>
        <translation>收盘</translation>
    </message>
</context>
<context>
    <name>tenders</name>
    <message>
        <source>Alipay</source>
        <translation>支付宝</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>刷卡</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>银行转账</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Paid before the start</source>
        <translation>系统启用前已付</translation>
    </message>
    <message>
        <source>WeChat Pay</source>
        <translation>微信支付</translation>
    </message>
</context>
<context>
    <name>things</name>
    <message>
        <source>building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>buyer without ID</source>
        <translation>未录证件的买受人</translation>
    </message>
    <message>
        <source>campaign job</source>
        <translation>推广工作</translation>
    </message>
    <message>
        <source>campaign plan</source>
        <translation>推广计划</translation>
    </message>
    <message>
        <source>command</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>consultant</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>contra receipt</source>
        <translation>红字收据</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>day close</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>deal</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>demand letter</source>
        <translation>催款函</translation>
    </message>
    <message>
        <source>export of vouchers</source>
        <translation>凭证导出批次</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>late fee</source>
        <translation>滞纳金</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>户型</translation>
    </message>
    <message>
        <source>line of the bank</source>
        <translation>银行流水</translation>
    </message>
    <message>
        <source>lot</source>
        <translation>车位或储藏</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>milestone</source>
        <translation>里程碑</translation>
    </message>
    <message>
        <source>money</source>
        <translation>款项</translation>
    </message>
    <message>
        <source>monthly close</source>
        <translation>月结</translation>
    </message>
    <message>
        <source>payment mode</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>pre-sale permit</source>
        <translation>预售许可证</translation>
    </message>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>price version</source>
        <translation>调价方案</translation>
    </message>
    <message>
        <source>project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>receipt book</source>
        <translation>票据本</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>release</source>
        <translation>推盘记录</translation>
    </message>
    <message>
        <source>right</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>subscription agreement</source>
        <translation>认购书</translation>
    </message>
    <message>
        <source>supervised account</source>
        <translation>监管账户</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>房源</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>来访记录</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} 天 {hours} 小时</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{span} ago</source>
        <translation>{span}前</translation>
    </message>
</context>
<context>
    <name>transfers</name>
    <message>
        <source>Deposit forfeited</source>
        <translation>没收定金</translation>
    </message>
    <message>
        <source>Deposit to price</source>
        <translation>定金转房款</translation>
    </message>
    <message>
        <source>Exchange: into the new unit</source>
        <translation>换房：新房转入</translation>
    </message>
    <message>
        <source>Exchange: out of the old unit</source>
        <translation>换房：原房转出</translation>
    </message>
    <message>
        <source>Paid ahead, applied</source>
        <translation>预收款抵应收</translation>
    </message>
    <message>
        <source>Paid double</source>
        <translation>双倍返还</translation>
    </message>
    <message>
        <source>To be paid back</source>
        <translation>转应退款</translation>
    </message>
</context>
<context>
    <name>verdicts</name>
    <message>
        <source>Comment</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>To be improved</source>
        <translation>需改进</translation>
    </message>
</context>
<context>
    <name>wall</name>
    <message>
        <source>F11 full screen · Esc leave · ← → turn · S other screen · N other project</source>
        <translation>F11 全屏 · Esc 退出 · ← → 翻页 · S 换屏幕 · N 换项目</translation>
    </message>
    <message>
        <source>List prices in yuan for the whole home</source>
        <translation>标价为每套总价，单位：元</translation>
    </message>
    <message>
        <source>List prices in yuan for the whole lot</source>
        <translation>标价为每个车位（储藏室）总价，单位：元</translation>
    </message>
    <message>
        <source>No homes have been entered yet.</source>
        <translation>尚未录入房源。</translation>
    </message>
    <message>
        <source>Not current since {time}</source>
        <translation>{time} 起未更新</translation>
    </message>
    <message>
        <source>Please ask at the desk before you choose a home.</source>
        <translation>选房前请向前台核实。</translation>
    </message>
    <message>
        <source>Practice office</source>
        <translation>演练数据</translation>
    </message>
    <message>
        <source>Waiting for the office</source>
        <translation>正在连接售楼处</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>截至 {time}</translation>
    </message>
    <message>
        <source>floors {low}-{high}</source>
        <translation>{low}–{high} 层</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
</context>
</TS>
