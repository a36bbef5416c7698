"""Both languages are complete, and what is compiled from them reaches the screen."""

import ast
import importlib.util
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6 import __file__ as qt
from PySide6.QtCore import QTranslator

import run

TOP = Path(run.__file__).parent
FOLDER = TOP / "resources" / "translations"


def load_tool():
    spec = importlib.util.spec_from_file_location(
        "translations", TOP / "installer/translations.py"
    )
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


tool = load_tool()


@pytest.fixture(scope="module")
def built():
    return tool.build()


@pytest.fixture
def small_house(tmp_path, monkeypatch):
    """A house of one window, for the tool to work on."""
    monkeypatch.setattr(tool, "HOUSE", tmp_path)
    monkeypatch.setattr(tool, "FOLDER", tmp_path / "translations")
    (tmp_path / "salesdesk").mkdir()
    (tmp_path / "translations" / "parts").mkdir(parents=True)

    def furnish(source, rows):
        (tmp_path / "salesdesk" / "window.py").write_text(source, "utf8")
        (tmp_path / "translations" / "parts" / "one.tsv").write_text(rows, "utf8")
        return tool.build()

    return furnish


WINDOW = """
class Window(QWidget):
    def show(self):
        self.tr("Hold {unit}").format(unit=1)
        self.tr("%n unit(s) (is/are) free", "", 3)
"""


def test_every_text_is_translated_and_the_ts_are_fresh(built):
    files, findings = built
    assert findings.lines() + tool.stale(files) == []


def test_the_tool_finds_what_qt_linguist_finds(tmp_path):
    """Ours knows the classes as Python does; Qt's own must not know other texts."""
    findings = tool.Findings()
    ours = {(text.context, text.source) for text in tool.collect(findings)}
    lupdate = Path(qt).parent / "lupdate"
    made = tmp_path / "qt.ts"
    files = [str(path) for path in tool.python_files()]
    subprocess.run([lupdate, "-silent", *files, "-ts", made], check=True, capture_output=True)
    theirs = {
        (context.findtext("name"), message.findtext("source"))
        for context in ET.parse(made).iter("context")
        for message in context.iter("message")
    }
    assert ours == theirs


def parents():
    """List (module, class) of every class of ours that another one is made from."""
    for path in tool.python_files():
        tree = ast.parse(path.read_text("utf8"))
        here = ".".join(path.relative_to(TOP).with_suffix("").parts)
        came_from = {
            name.asname or name.name: (node.module, name.name)
            for node in tree.body
            if isinstance(node, ast.ImportFrom)
            for name in node.names
        }
        for node in ast.walk(tree):
            for parent in node.bases if isinstance(node, ast.ClassDef) else ():
                name = ast.unparse(parent).split("[")[0]
                yield came_from.get(name, (here, name))


def test_plurals_are_asked_for_by_the_class_itself():
    """PySide looks a plural up under the object's own class only: not under the parent that asks."""
    known = set(parents())
    lost = []
    for path in tool.python_files():
        collector = tool.Collector(path.name, tool.Findings())
        collector.visit(ast.parse(path.read_text("utf8")))
        here = ".".join(path.relative_to(TOP).with_suffix("").parts)
        lost += [t for t in collector.texts if t.plural and (here, t.context) in known]
    assert lost == []


def test_a_complete_small_house_has_no_findings(small_house):
    files, findings = small_house(
        WINDOW, "Window\tHold {unit}\t保留 {unit}\nWindow\t%n unit(s) (is/are) free\t%n 套可售\n"
    )
    assert findings.lines() == []
    english = ET.fromstring(files[tool.ENGLISH])
    assert [form.text for form in english.iter("numerusform")] == [
        "%n unit is free",
        "%n units are free",
    ]


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ("Window\tHold {unit}\t保留 {unit}\n", "missing: [Window] %n unit(s)"),
        ("*\tHold {unit}\t保留\n", "has the places []"),
        ("Window\tHold {unit}\t保留 {house}\n", "has the places ['{house}']"),
        ("Window\tHold {unit}\n", "three columns"),
        ("Window\tHold {unit}\t保留 {unit}\nWindow\tHold {unit}\t锁定 {unit}\n", "in one.tsv:1"),
        ("Window\tGone\t没有了\n", "no source text asks for: [Window] Gone"),
    ],
)
def test_what_is_wrong_is_found(small_house, rows, finding):
    _, findings = small_house(WINDOW, rows)
    assert any(finding in line for line in findings.lines()), findings.lines()


@pytest.mark.parametrize(
    ("call", "finding"),
    [
        ("f\"{self.tr('Save')}\"", "f-string"),
        ("self.tr(words)", "no plain text"),
        ('self.tr("%n unit(s)")', "go together"),
        ('self.tr("Saved", "", 3)', "go together"),
    ],
)
def test_calls_that_qt_would_overlook_are_found(small_house, call, finding):
    source = f"class Window:\n    def show(self):\n        return {call}\n"
    _, findings = small_house(source, "*\tSave\t保存\n")
    assert any(finding in line for line in findings.wrong), findings.lines()


@pytest.mark.parametrize("name", ["salesdesk_zh_CN", "salesdesk_en"])
def test_the_compiled_words_load(name, tmp_path):
    shutil.copy(FOLDER / f"{name}.ts", tmp_path)
    words = QTranslator()
    done = [run.lrelease(), "-silent", f"{name}.ts", "-qm", f"{name}.qm"]
    subprocess.run(done, cwd=tmp_path, check=True, capture_output=True)
    assert words.load(str(tmp_path / f"{name}.qm"))
    for message in ET.parse(FOLDER / f"{name}.ts").iter("context"):
        context = message.findtext("name")
        for text in message.iter("message"):
            wanted = text.findtext("translation")
            if text.get("numerus") or not wanted:
                continue
            assert words.translate(context, text.findtext("source")) == wanted


def test_run_py_has_compiled_what_is_there():
    assert run.translations_stand()
