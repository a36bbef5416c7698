"""The timeline's own words in both languages."""

from datetime import date

from salesdesk.documents.words import is_chinese, moment_words
from salesdesk.office.campaign.axis import MonthSpan

_WORDS: dict[str, dict[str, str]] = {
    "zh_CN": {
        "title": "推广计划",
        "line": "阶段与工作",
        "planned": "计划",
        "actual": "实际",
        "owner": "负责人",
        "today": "今天 {day}",
        "curve": "累计认购（套）",
        "sold": "至今 {units} 套，共 {all} 套",
        "no curve": "尚无认购",
        "late": "晚{days}天",
        "done": "完成 {done}/{total}",
        "late jobs": "逾期 {late} 项",
        "printed": "打印：{at}　{by}",
        "legend job": "工作",
        "legend medium": "媒体",
        "legend milestone": "里程碑",
        "legend actual": "实际进行",
        "legend late": "逾期",
        "legend off": "周末",
        "legend holiday": "节假日",
        "practice": "练习",
    },
    "en": {
        "title": "Campaign timeline",
        "line": "Phase and job",
        "planned": "Planned",
        "actual": "Actual",
        "owner": "Owner",
        "today": "Today {day}",
        "curve": "Units subscribed so far",
        "sold": "{units} of {all} units so far",
        "no curve": "No unit subscribed yet",
        "late": "{days} d late",
        "done": "{done}/{total} done",
        "late jobs": "{late} late",
        "printed": "Printed {at} by {by}",
        "legend job": "Job",
        "legend medium": "Medium",
        "legend milestone": "Milestone",
        "legend actual": "Really done",
        "legend late": "Late",
        "legend off": "Weekend",
        "legend holiday": "Holiday",
        "practice": "PRACTICE",
    },
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def say(language: str, key: str, **facts: object) -> str:
    """Give the timeline's word for *key*, facts filled in."""
    return _WORDS[language][key].format_map(facts)


def month_words(month: MonthSpan, language: str) -> str:
    """Write a month of the axis: 2026年11月, Nov 2026."""
    if is_chinese(language):
        return f"{month.year}年{month.month}月"
    return f"{_MONTHS[month.month - 1]} {month.year}"


def short_month(month: MonthSpan, language: str) -> str:
    """Write a month where there is little room: 11月, Nov."""
    return f"{month.month}月" if is_chinese(language) else _MONTHS[month.month - 1]


def span_words(first_on: date | None, last_on: date | None) -> str:
    """Write two days as 11-24–12-05; one where they are the same, nothing for none."""
    if first_on is None:
        return ""
    if last_on is None:
        return f"{first_on:%m-%d}–"
    if first_on == last_on:
        return f"{first_on:%m-%d}"
    return f"{first_on:%m-%d}–{last_on:%m-%d}"


def printed_words(at: str, by: str, language: str) -> str:
    """Write when and by whom the paper was printed."""
    return say(language, "printed", at=moment_words(at, language), by=by)
