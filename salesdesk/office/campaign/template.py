"""The plan a new campaign starts from: the five phases, their jobs, media and milestones.

The order of phases and what belongs to each follow the trade's phase table (准备期 to 续销期).
Days count from the phase's first day. A plan made from it is rows, and edited as rows.
"""

from typing import NamedTuple

from salesdesk.office.campaign.rules import JobKind


class JobPattern(NamedTuple):
    """One line of a template: first day (0 is the phase's first) and length in days."""

    kind: JobKind
    first: int
    days: int
    title: str
    english: str


class PhasePattern(NamedTuple):
    """One phase of a template and its length in days."""

    key: str
    days: int
    title: str
    english: str
    aims: str
    aims_english: str
    jobs: tuple[JobPattern, ...]


_J, _M, _S = JobKind.JOB, JobKind.MEDIUM, JobKind.MILESTONE

PREPARATION = PhasePattern(
    "preparation",
    60,
    "准备期",
    "Preparation",
    "销售工具全部发包、开工；口碑先行，悄悄酝酿；企划方案定稿；销售准备就绪",
    "Sales tools commissioned and under way; word of mouth begins; the marketing plan is final; "
    "the office is ready to sell",
    (
        JobPattern(_J, 0, 15, "平面、立面定案", "Plans and elevations settled"),
        JobPattern(_J, 5, 14, "现场接待中心设计与发包", "Sales gallery designed and commissioned"),
        JobPattern(_J, 7, 14, "申请工地水电与电话", "Power, water and telephone for the site"),
        JobPattern(_J, 10, 18, "敲定广告宣传作业流程", "Advertising workflow agreed"),
        JobPattern(_J, 20, 30, "分区域布桩", "Local introducers placed by district"),
        JobPattern(_J, 25, 25, "定点看板制作", "Fixed hoardings produced"),
        JobPattern(
            _J, 30, 30, "销售资料、说辞与人员培训", "Sales materials, scripts and training"
        ),
        JobPattern(_M, 15, 45, "工地围墙看板", "Site fence panels"),
        JobPattern(_M, 30, 30, "重点据点户外看板", "Outdoor hoardings at key spots"),
        JobPattern(_S, 59, 1, "销售准备完成", "Ready to sell"),
    ),
)

TRIAL = PhasePattern(
    "trial",
    45,
    "引导试销期",
    "Lead-in trial",
    "用好公司老客户资料，先行成交；现场准备收尾；放出进场前的销售消息",
    "First deals from the company's own customers; the site made ready; word goes out before "
    "the launch",
    (
        JobPattern(_J, 0, 7, "预告公开日期", "Launch date announced"),
        JobPattern(
            _J, 0, 21, "电话拜访老客户，先期销售", "Existing customers called for early sales"
        ),
        JobPattern(_J, 7, 14, "DM寄发", "Direct mail sent out"),
        JobPattern(_J, 0, 30, "建照与预售许可申请", "Building and pre-sale permits applied for"),
        JobPattern(_J, 5, 40, "来人来电统计与追踪", "Visits and calls counted and followed up"),
        JobPattern(_J, 20, 10, "报纸稿(NP)见报", "First newspaper ads appear"),
        JobPattern(_J, 10, 10, "排定媒体计划", "Media plan fixed"),
        JobPattern(_J, 0, 35, "接待中心完工", "Sales gallery completed"),
        JobPattern(_M, 20, 20, "报纸型海报", "Newspaper-style posters"),
        JobPattern(_M, 15, 30, "电台(RD)预热", "Radio teasers"),
        JobPattern(_M, 0, 45, "定点看板", "Fixed hoardings"),
        JobPattern(_M, 7, 21, "DM直邮", "Direct mail"),
        JobPattern(_S, 36, 1, "接待中心开放", "Sales gallery opens"),
        JobPattern(_S, 42, 1, "取得预售许可证", "Pre-sale permit granted"),
    ),
)

STRONG = PhasePattern(
    "strong",
    60,
    "公开强销期",
    "Public strong sales",
    "扩大宣传面，开发潜在客源；承接试销热度，打响第一波强销；来人来电集中促成",
    "Wider publicity and new prospects; the trial's momentum carried into the first wave; "
    "visits and calls turned into deals",
    (
        JobPattern(_J, 0, 10, "来人来电最后过滤", "Last filtering of visitors and callers"),
        JobPattern(_J, 0, 60, "实施销售控制", "Sales control in force"),
        JobPattern(_J, 0, 5, "现场指示牌、旗帜挂设完毕", "Signs and flags up on site"),
        JobPattern(
            _J, 8, 21, "举办SP活动，配合报纸、海报", "Sales events, backed by ads and posters"
        ),
        JobPattern(_J, 5, 40, "DS派报、扫街直销", "Leaflets and door-to-door calls"),
        JobPattern(_J, 0, 60, "随时掌握案情进展", "Progress of the project kept in view"),
        JobPattern(_M, 0, 60, "定点看板", "Fixed hoardings"),
        JobPattern(_M, 10, 30, "杂志", "Magazines"),
        JobPattern(_M, 0, 45, "报纸(NP)", "Newspapers"),
        JobPattern(_M, 8, 21, "SP活动与配合海报", "Event posters"),
        JobPattern(_M, 0, 30, "房屋效果图", "House perspectives"),
        JobPattern(_M, 0, 60, "说明书、平面图", "Brochures and floor plans"),
        JobPattern(_S, 8, 1, "开盘", "Launch day"),
        JobPattern(_S, 45, 1, "加推评估", "Decision on further release"),
    ),
)

SPRINT = PhasePattern(
    "sprint",
    45,
    "冲刺期",
    "Sprint",
    "第二波强销；集中签约；主推有抗性的房源",
    "The second wave; contracts signed together; homes with objections promoted",
    (
        JobPattern(_J, 0, 14, "客户反应统计分析", "Customer reactions analysed"),
        JobPattern(_J, 5, 12, "媒体效果总结", "Media results summed up"),
        JobPattern(
            _J, 7, 35, "每周四、五、六派发宣传品", "Leaflets each Thursday, Friday, Saturday"
        ),
        JobPattern(_J, 7, 35, "每周六、日报纸稿(NP)", "Newspaper ads each Saturday and Sunday"),
        JobPattern(_M, 0, 45, "定点看板", "Fixed hoardings"),
        JobPattern(_M, 5, 35, "海报", "Posters"),
        JobPattern(_M, 7, 35, "报纸(NP)", "Newspapers"),
        JobPattern(_S, 20, 1, "集中签约日", "Contract signing day"),
    ),
)

CONTINUING = PhasePattern(
    "continue",
    60,
    "续销期",
    "Continuing sales",
    "攻克难销房源；第三波强销；分析、追踪未成交客户",
    "Hard-to-sell homes cleared; the third wave; customers who did not buy studied and followed up",
    (
        JobPattern(_J, 0, 30, "有望客户再过滤", "Hopeful prospects filtered again"),
        JobPattern(_J, 0, 60, "顺应竞争个案，机动应对", "Flexible moves as rival projects act"),
        JobPattern(_J, 10, 40, "未成交客户分析与追踪", "Customers who did not buy followed up"),
        JobPattern(_M, 5, 45, "海报", "Posters"),
        JobPattern(_M, 10, 40, "报纸(NP)", "Newspapers"),
        JobPattern(_S, 59, 1, "结案总结", "Close-out review"),
    ),
)

PHASES: tuple[PhasePattern, ...] = (PREPARATION, TRIAL, STRONG, SPRINT, CONTINUING)
"""The template in the order of the campaign; a phase begins the day after the one before it."""
