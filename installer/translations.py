r"""Bring the translations together: source texts from the code, Chinese from ``parts/*.tsv``, out come the ``.ts``.

    .venv/bin/python installer/translations.py           write the .ts files, list what is wrong
    .venv/bin/python installer/translations.py --check   write nothing, exit 1 where anything is wrong
    .venv/bin/python installer/translations.py --missing list only rows to fill in, ready for a part
    .venv/bin/python installer/translations.py --prune   also drop rows no source text asks for any more

A part is UTF-8, one text a line: ``context<TAB>source<TAB>中文``, a newline inside a text as ``\n``. The
context is the class that calls ``self.tr`` or the first argument of ``translate`` and
``QT_TRANSLATE_NOOP``; ``*`` stands for every context that has no row of its own. English plurals write
both forms into the source, ``%n unit(s) (is/are) free``; columns four and five may give "one" and
"many" instead. The parts are the truth; the ``.ts`` are made for Qt Linguist and ``lrelease`` and
committed, the ``.qm`` are compiled by ``run.py`` (or by the installer) and never committed.
"""

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

HOUSE = Path(__file__).resolve().parents[1]
FOLDER = HOUSE / "resources" / "translations"
CHINESE = "salesdesk_zh_CN.ts"
ENGLISH = "salesdesk_en.ts"
ANY = "*"

PLACE = re.compile(r"\{[^{}]*\}|%n|%L?\d")
EITHER = re.compile(r"\(([^()/\s]*)/([^()/\s]*)\)")
PROSE = re.compile(r"[a-z]{3,} .*[a-z]{3,}")


@dataclass(frozen=True, order=True)
class Text:
    """One text the program shows: its context, its English source, and whether it counts things."""

    context: str
    source: str
    plural: bool = False


@dataclass(frozen=True)
class Row:
    """One line of a part."""

    chinese: str
    one: str
    many: str
    where: str


@dataclass
class Findings:
    """Everything that keeps the translations from being complete, in words."""

    missing: list[Text] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    unused: list[tuple[str, str]] = field(default_factory=list)

    def lines(self) -> list[str]:
        """List the findings for people."""
        return [
            *self.wrong,
            *(f"missing: [{text.context}] {shown(text.source)}" for text in self.missing),
            *(
                f"no source text asks for: [{context}] {shown(text)}"
                for context, text in self.unused
            ),
        ]


def shown(text: str) -> str:
    """Write *text* as a part writes it."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def meant(text: str) -> str:
    """Read *text* as a part writes it."""
    escapes = {"\\n": "\n", "\\t": "\t", "\\\\": "\\"}
    return re.sub(r"\\[nt\\]", lambda found: escapes[found.group()], text)


# --- source texts -------------------------------------------------------------------------------


class Collector(ast.NodeVisitor):
    """Finds ``self.tr``, ``translate`` and ``QT_TRANSLATE_NOOP`` in one file, as lupdate does."""

    def __init__(self, where: str, findings: Findings) -> None:
        self.where = where
        self.findings = findings
        self.texts: set[Text] = set()
        self.classes: list[str] = []
        self.in_fstring = 0

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Remember the class, the context of ``self.tr`` inside it."""
        self.classes.append(node.name)
        self.generic_visit(node)
        self.classes.pop()

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Remember that an f-string hides what stands in it."""
        self.in_fstring += 1
        self.generic_visit(node)
        self.in_fstring -= 1

    def visit_Call(self, node: ast.Call) -> None:
        """Take the texts of the three calls that mark one."""
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name == "tr" and isinstance(node.func, ast.Attribute):
            self._tr(node)
        elif name in {"translate", "QT_TRANSLATE_NOOP"}:
            self._translate(node, name)
        self.generic_visit(node)

    def _tr(self, node: ast.Call) -> None:
        source = literal(node.args[0]) if node.args else None
        place = f"{self.where}:{node.lineno}"
        if source is None:
            self.findings.wrong.append(f"{place}: tr() of something that is no plain text")
            return
        if self.in_fstring:
            self.findings.wrong.append(f"{place}: tr() in an f-string is not found by lupdate")
        plural = len(node.args) > 2 or any(word.arg == "n" for word in node.keywords)  # noqa: PLR2004
        self._take(self.classes[-1] if self.classes else "", source, place, plural=plural)

    def _translate(self, node: ast.Call, name: str) -> None:
        if len(node.args) < 2:  # noqa: PLR2004
            return
        context, source = literal(node.args[0]), literal(node.args[1])
        if context is None or source is None:
            return  # the marked text stands elsewhere; str.translate() ends here too
        place = f"{self.where}:{node.lineno}"
        if self.in_fstring:
            self.findings.wrong.append(f"{place}: {name}() in an f-string is not found by lupdate")
        plural = "%n" in source
        self._take(context, source, place, plural=plural)

    def _take(self, context: str, source: str, place: str, *, plural: bool) -> None:
        if not source:
            self.findings.wrong.append(f"{place}: an empty text gives the file's header")
            return
        if ("%n" in source) is not plural:
            self.findings.wrong.append(f"{place}: %n and the number go together: {shown(source)}")
        self.texts.add(Text(context, source, plural))


def literal(node: ast.expr) -> str | None:
    """Give the text of a literal string, None for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def python_files() -> list[Path]:
    """List the program's sources."""
    return sorted((HOUSE / "salesdesk").rglob("*.py"))


def collect(findings: Findings) -> list[Text]:
    """Give every text the program shows, sorted."""
    texts: set[Text] = set()
    for path in python_files():
        collector = Collector(path.relative_to(HOUSE).as_posix(), findings)
        collector.visit(ast.parse(path.read_text("utf8"), str(path)))
        texts |= collector.texts
    return sorted(texts)


# --- the parts ----------------------------------------------------------------------------------


def read_parts(findings: Findings) -> dict[tuple[str, str], Row]:
    """Read all parts; two different translations of one text are a finding."""
    rows: dict[tuple[str, str], Row] = {}
    for path in sorted((FOLDER / "parts").glob("*.tsv")):
        for number, line in enumerate(path.read_text("utf-8-sig").split("\n"), 1):
            if not line.strip() or line.startswith("#"):
                continue
            where = f"{path.name}:{number}"
            cells = [meant(cell) for cell in line.rstrip("\r").split("\t")]
            if len(cells) not in {3, 5} or not cells[1] or not cells[2].strip():
                findings.wrong.append(
                    f"{where}: three columns (or five) are needed, all filled in"
                )
                continue
            one, many = cells[3:] or ("", "")
            row = Row(cells[2], one, many, where)
            first = rows.setdefault((cells[0], cells[1]), row)
            if first.chinese != row.chinese:
                findings.wrong.append(
                    f"{where}: [{cells[0]}] {shown(cells[1])} is {row.chinese} here, {first.chinese} in {first.where}"
                )
    return rows


def judge(text: Text, row: Row) -> Iterator[str]:
    """Say what is wrong with one translation."""
    for what, words in (("Chinese", row.chinese), ("one", row.one), ("many", row.many)):
        if not words:
            continue
        wanted, found = sorted(PLACE.findall(text.source)), sorted(PLACE.findall(words))
        if set(wanted) != set(found):
            yield (
                f"{row.where}: {what} has the places {found}, the source has {wanted}: {shown(text.source)}"
            )
    if row.chinese == text.source and PROSE.search(text.source):
        yield f"{row.where}: still English: {shown(text.source)}"


def match(
    texts: Iterable[Text], rows: dict[tuple[str, str], Row], findings: Findings
) -> dict[Text, Row]:
    """Give each text its row; what has none is missing, what nobody asked for is unused."""
    found: dict[Text, Row] = {}
    used: set[tuple[str, str]] = set()
    for text in texts:
        key = (text.context, text.source)
        key = key if key in rows else (ANY, text.source)
        if key not in rows:
            findings.missing.append(text)
            continue
        used.add(key)
        found[text] = rows[key]
        findings.wrong += judge(text, rows[key])
    findings.unused = sorted(set(rows) - used)
    return found


# --- the .ts ------------------------------------------------------------------------------------


def english_forms(text: Text, row: Row | None) -> tuple[str, str]:
    """Give the English for one and for many: from the part, else from ``(s)`` and ``(is/are)``."""
    if row and row.one and row.many:
        return row.one, row.many
    both = text.source.replace("(s)", "(/s)")
    return EITHER.sub(r"\1", both), EITHER.sub(r"\2", both)


def ts(language: str, texts: Iterable[Text], forms: dict[Text, tuple[str, ...]]) -> str:
    """Write a ``.ts``: contexts and texts sorted, no line numbers, so that a change reads well."""
    by_context: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        by_context[text.context].append(text)
    out = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    out.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    for context in sorted(by_context):
        out += ["<context>", f"    <name>{xml(context)}</name>"]
        for text in by_context[context]:
            out += message(text, forms.get(text, ()))
        out.append("</context>")
    out.append("</TS>")
    return "\n".join(out) + "\n"


def message(text: Text, forms: tuple[str, ...]) -> list[str]:
    """Write one text of a ``.ts``."""
    state = "" if forms else ' type="unfinished"'
    head = '    <message numerus="yes">' if text.plural else "    <message>"
    out = [head, f"        <source>{xml(text.source)}</source>"]
    if text.plural:
        out.append(f"        <translation{state}>")
        out += [f"            <numerusform>{xml(form)}</numerusform>" for form in forms or ("",)]
        out.append("        </translation>")
    else:
        out.append(f"        <translation{state}>{xml(forms[0] if forms else '')}</translation>")
    return [*out, "    </message>"]


def xml(text: str) -> str:
    """Escape *text* as Qt does."""
    return escape(text, {"'": "&apos;", '"': "&quot;"})


def build() -> tuple[dict[str, str], Findings]:
    """Give the ``.ts`` files as they should be, by name, and what is wrong with them."""
    findings = Findings()
    texts = collect(findings)
    rows = match(texts, read_parts(findings), findings)
    plurals = [text for text in texts if text.plural]
    files = {
        CHINESE: ts("zh_CN", texts, {text: (row.chinese,) for text, row in rows.items()}),
        ENGLISH: ts(
            "en", plurals, {text: english_forms(text, rows.get(text)) for text in plurals}
        ),
    }
    return files, findings


# --- the command --------------------------------------------------------------------------------


def prune(unused: Iterable[tuple[str, str]]) -> None:
    """Drop the rows *unused* from the parts."""
    gone = set(unused)
    for path in sorted((FOLDER / "parts").glob("*.tsv")):
        lines = path.read_text("utf-8-sig").split("\n")
        kept = [
            line
            for line in lines
            if tuple(meant(cell) for cell in line.split("\t")[:2]) not in gone
        ]
        if kept != lines:
            path.write_text("\n".join(kept), "utf8", newline="\n")


def stale(files: dict[str, str]) -> list[str]:
    """List the committed ``.ts`` that differ from what code and parts give."""
    return [
        f"{name} is not fresh: run installer/translations.py"
        for name, text in files.items()
        if not (FOLDER / name).exists() or (FOLDER / name).read_text("utf8") != text
    ]


def main(args: list[str]) -> int:
    """Write or check the translations; 1 where anything is wrong, 2 for an unknown option."""
    if set(args) - {"--check", "--missing", "--prune"}:
        print(__doc__)
        return 2
    files, findings = build()
    if "--missing" in args:
        for text in findings.missing:
            print(f"{text.context}\t{shown(text.source)}\t")
        return 1 if findings.missing else 0
    if "--prune" in args:
        prune(findings.unused)
        files, findings = build()
    if "--check" in args:
        findings.wrong += stale(files)
    else:
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (FOLDER / name).write_text(text, "utf8", newline="\n")
    for line in findings.lines():
        print(line)
    print(f"{len(findings.lines())} findings, {len(findings.missing)} of them missing texts")
    return 1 if findings.lines() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
