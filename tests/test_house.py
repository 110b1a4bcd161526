"""The laws of the house that no linter knows."""

import ast
from pathlib import Path

import pytest

import borderclash

SOURCE = Path(str(borderclash.__file__)).parent
MODULES = sorted(SOURCE.rglob("*.py"))


def _stable(node: ast.ImportFrom) -> bool:
    """Whether an import from narwhals is of its second stable interface."""
    names = {f"{node.module}.{alias.name}" for alias in node.names}
    return all(name == "narwhals.stable.v2" or name.startswith("narwhals.stable.v2.") for name in names)


def breaches(tree: ast.AST) -> list[str]:
    """Return what a module does that only the engine's own door may do, or nobody."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import) and any(alias.name.split(".")[0] == "narwhals" for alias in node.names):
            found.append(f"line {node.lineno}: import narwhals; write: from narwhals.stable import v2 as nw")
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "narwhals" and not _stable(node):
            found.append(f"line {node.lineno}: from {node.module}; write: from narwhals.stable import v2 as nw")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "collect":
            found.append(f"line {node.lineno}: .collect(); fetch with Tables.rows")
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_narwhals_enters_by_its_stable_door_and_nothing_is_collected(module):
    assert breaches(ast.parse(module.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "line",
    [
        "import narwhals",
        "import narwhals as nw",
        "from narwhals import col",
        "import narwhals.stable.v2",
        "frame.collect()",
        "f(x).collect(backend='x')",
    ],
)
def test_a_breach_is_seen(line):
    assert len(breaches(ast.parse(line))) == 1


def test_the_stable_door_is_no_breach():
    assert breaches(ast.parse("from narwhals.stable import v2 as nw\nfrom narwhals.stable.v2 import col\ncollect(x)")) == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_printing_and_exiting_stay_under_the_roof(module):
    roof = {"__main__.py", "generate.py"}
    if module.name in roof or "cli" in module.relative_to(SOURCE).parts:
        return
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            assert ast.unparse(node.func) not in {
                "print",
                "sys.exit",
                "exit",
                "sys.stdout.write",
                "sys.stderr.write",
                "date.today",
                "datetime.now",
            }, f"line {node.lineno}"
