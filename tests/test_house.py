"""The house rules: those that no tool knows, and the tools' own."""

import ast
import functools
import importlib
import pkgutil
import re
import shutil
import string
import subprocess
import sys
from pathlib import Path

import pytest

import salesdesk
from salesdesk.kernel.errors import UserError

TOP = Path(__file__).parents[1]
HOUSE = TOP / "salesdesk"
FILES = sorted(HOUSE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text("utf8")) for path in FILES}
LONGEST = 400
VAGUE = [
    "manager",
    "helper",
    "util",
    "base",
    "common",
    "misc",
    "data",
    "service",
    "controller",
    "handler",
]
VAGUE_NAME = re.compile(f"({'|'.join(VAGUE)})s?", re.IGNORECASE)
VAGUE_KIND = re.compile(f"({'|'.join(word.title() for word in VAGUE)})s?$")
LICENSED = HOUSE / "app"
"""The one room that may import late: the window is up before the heavy rooms."""

AT_THE_TOP = {
    "pyproject.toml", "README.md", "salesdesk", "resources", "tests", "installer", "run.py",
    "requirements.lock", "CHANGELOG.md", "LICENSE",
}  # fmt: skip


def at(path, node):
    return f"{path.relative_to(TOP)}:{node.lineno}"


@functools.cache
def tracked():
    """List the repository's files: by git, or by looking where there is none."""
    if shutil.which("git") and (TOP / ".git").exists():
        listed = subprocess.run(
            ["git", "-c", f"safe.directory={TOP}", "ls-files", "-z"],
            cwd=TOP,
            capture_output=True,
            text=True,
            check=True,
        )
        paths = [TOP / name for name in listed.stdout.split("\0") if name]
    else:
        made = {".git", ".venv", ".hypothesis", ".venv.lock", "build", "dist", "__pycache__"}
        paths = [
            path
            for path in TOP.rglob("*")
            if not any(
                part in made or part.endswith("_cache") for part in path.relative_to(TOP).parts
            )
        ]
    return [path for path in paths if path.is_file()]


# --- shape ----------------------------------------------------------------------------------------


def test_no_vague_names():
    names = [path.stem for path in FILES] + [d.name for d in HOUSE.rglob("*/")]
    assert [name for name in names if VAGUE_NAME.fullmatch(name)] == []
    kinds = [
        f"{at(path, node)} {node.name}"
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and VAGUE_KIND.search(node.name)
    ]
    assert kinds == []


def test_a_vague_name_is_seen():
    assert VAGUE_NAME.fullmatch("helpers")
    assert VAGUE_KIND.search("UnitManager")
    assert not VAGUE_KIND.search("Database")


def test_no_file_is_longer_than_four_hundred_lines():
    long = {str(p.relative_to(TOP)): p.read_text("utf8").count("\n") for p in FILES}
    assert {name: lines for name, lines in long.items() if lines >= LONGEST} == {}


def hidden_imports(tree):
    top = set(tree.body)
    for node in tree.body:  # what one system has and another lacks is chosen in the open
        if isinstance(node, ast.If) and ast.unparse(node.test).startswith(
            ("sys.platform", "os.name")
        ):
            top |= {*node.body, *node.orelse}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom) and node not in top:
            yield node


def test_no_import_hides():
    """No import inside a function or under TYPE_CHECKING: every arrow is drawn."""
    hidden = [
        at(path, node)
        for path, tree in TREES.items()
        if LICENSED not in path.parents
        for node in hidden_imports(tree)
    ]
    assert hidden == []


def test_every_room_says_what_it_is_for_and_keeps_its_door_empty():
    wrong = []
    for room in [HOUSE, *(d for d in HOUSE.rglob("*/") if d.name != "__pycache__")]:
        if not list(room.glob("*.py")):
            continue
        door = room / "__init__.py"
        tree = TREES.get(door)
        if tree is None or not ast.get_docstring(tree):
            wrong.append(f"{room.relative_to(TOP)}: no docstring")
        elif len(tree.body) > 1 and room not in {HOUSE, LICENSED}:
            wrong.append(f"{room.relative_to(TOP)}: more than a docstring")
    assert wrong == []


def test_the_top_level_stays_as_it_is():
    top = {path.relative_to(TOP).parts[0] for path in tracked()}
    assert {name for name in top if not name.startswith(".")} <= AT_THE_TOP


@functools.cache
def import_all():
    broken = {}
    for module in pkgutil.walk_packages(salesdesk.__path__, "salesdesk.", onerror=lambda _: None):
        if module.name.endswith((".__main__", ".migrations.env")) or ".versions." in module.name:
            continue
        try:
            importlib.import_module(module.name)
        except ImportError as error:
            broken[module.name] = str(error)
    return broken


def test_every_module_can_be_imported():
    assert import_all() == {}


# --- what is never called -------------------------------------------------------------------------

BANNED = {
    "QSettings": "runs code from a hostile file",
    "eval": "runs text",
    "exec": "runs text",
    "pickle": "runs code from a hostile file",
    "marshal": "runs code from a hostile file",
    "setHtml": "reads what people typed as rich text",
    "RichText": "reads what people typed as rich text",
    "AutoText": "reads what people typed as rich text",
}
QT_METHODS = {"exec"}
"""``QDialog.exec()`` and ``QApplication.exec()`` share a banned name."""


def breaches(tree):
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) if name in BANNED:
                yield node, BANNED[name]
            case ast.Attribute(attr=name) if name in BANNED and name not in QT_METHODS | {"eval"}:
                yield node, BANNED[name]
            case ast.alias(name=name) if name.split(".")[0] in BANNED:
                yield node, BANNED[name.split(".")[0]]
            case ast.keyword(arg="shell", value=ast.Constant(value=True)):
                yield node.value, "runs a shell"
            case ast.Call(func=ast.Attribute(value=ast.Name(id="yaml"), attr="load")):
                yield node, "builds any object"
            case ast.Call(func=ast.Attribute(value=ast.Name(id="os"), attr="system" | "popen")):
                yield node, "runs a shell"
            case ast.Call(func=ast.Name(id="Signal"), args=args) if any(
                not (isinstance(arg, ast.Name) and arg.id == "object") for arg in args
            ):
                yield node, "is 32 bit or loses keys: always Signal(object)"
            case ast.Call(func=ast.Name(id="text"), args=[ast.JoinedStr(), *_]):
                yield node, "puts values into SQL"


def test_nothing_dangerous_is_called():
    found = [
        f"{at(path, node)}: {why}" for path, tree in TREES.items() for node, why in breaches(tree)
    ]
    assert found == []


@pytest.mark.parametrize(
    "seed",
    [
        "from PySide6.QtCore import QSettings",
        "import pickle",
        "eval('1')",
        "exec(code)",
        "subprocess.run(x, shell=True)",
        "yaml.load(x)",
        "os.system('ls')",
        "paid = Signal(int)",
        "paid = Signal(object, dict)",
        "label.setTextFormat(Qt.TextFormat.RichText)",
        "session.execute(text(f'select {x}'))",
    ],
)
def test_a_seeded_breach_is_seen(seed):
    assert list(breaches(ast.parse(seed)))


def test_the_tools_agree():
    """The import contracts hold; ruff and mypy are gates of their own (.ci/run)."""
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr


# --- what is never in the repository --------------------------------------------------------------

# Written in halves, so that this file does not find itself.
PATHS = "|".join(
    ["/ro" + "ot/", "/ho" + "me/", "/wo" + "rk/", "/Us" + "ers/", "[A-Z]:\\\\Us" + "ers"]
)
INDEXES = "|".join(
    ["pypi" + r"\.org", "pythonhosted" + r"\.org", "index" + "-url", "registry" + r"\.npm"]
)
LOCAL = re.compile(f"(?<![\\w.])({PATHS})|{INDEXES}")
TEXTS = {
    ".py",
    ".toml",
    ".md",
    ".lock",
    ".ts",
    ".tsv",
    ".sh",
    ".spec",
    ".nsi",
    ".desktop",
    ".json",
    ".svg",
    "",
}


def test_no_path_of_a_machine_and_no_registry_address():
    found = []
    for path in tracked():
        if path.suffix in TEXTS:
            text = path.read_text("utf8", errors="replace")
            found += [f"{path.relative_to(TOP)}: {hit.group()}" for hit in LOCAL.finditer(text)]
    assert found == []


# --- refusals -------------------------------------------------------------------------------------


@functools.cache
def refusals():
    import_all()
    todo, found = [UserError], []
    while todo:
        kind = todo.pop()
        if kind.__module__.startswith("salesdesk."):
            found.append(kind)
            todo += kind.__subclasses__()
    return found


def places(sentence):
    return {
        name.split(".")[0].split("[")[0]
        for _, name, *_ in string.Formatter().parse(sentence)
        if name
    }


def test_every_refusal_says_what_is_wrong_and_what_to_do():
    silent = [
        f"{kind.__name__}.{part}"
        for kind in refusals()
        for part in ("problem", "remedy")
        if kind is not UserError and getattr(kind, part) is getattr(UserError, part)
    ]
    assert silent == []


def test_every_refusal_is_raised_with_all_its_facts():
    lacking = []
    for path, tree in TREES.items():
        module = sys.modules.get(".".join(path.relative_to(TOP).with_suffix("").parts))
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            kind = getattr(module, node.func.id, None)
            if kind not in refusals() or kind.__init__ is not UserError.__init__:
                continue
            given = {word.arg for word in node.keywords}
            wanted = places(kind.problem) | places(kind.remedy)
            if None not in given and not wanted <= given:
                lacking.append(
                    f"{at(path, node)}: {kind.__name__} without {sorted(wanted - given)}"
                )
    assert lacking == []


def test_two_refusals_never_share_a_name():
    """Scripts tell refusals apart by their kind, which is the class's name."""
    names = [kind.__name__ for kind in refusals()]
    assert sorted({name for name in names if names.count(name) > 1}) == []
