"""`import borderclash`: light, lazy, and complete."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import borderclash as bc

HEAVY = ("pydantic", "duckdb", "narwhals", "frictionless", "pandas", "polars", "pyarrow", "typer", "rich", "ruamel")


def loaded_by(code: str) -> set[str]:
    """Return which heavy modules a fresh interpreter has loaded after running `code`."""
    program = f"{code}\nimport sys\nprint(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_library_loads_nothing_heavy():
    assert loaded_by("import borderclash; borderclash.__version__; dir(borderclash)") == set()


def test_the_command_line_loads_only_what_help_needs():
    assert loaded_by("import borderclash.cli") == {"typer"}


def test_loading_data_needs_no_frame_library():
    assert loaded_by("import borderclash; borderclash.load()") & {"pandas", "polars", "pyarrow", "frictionless", "typer", "rich"} == set()


def test_every_public_name_is_there():
    for name in bc.__all__:
        assert getattr(bc, name) is not None


def test_type_checkers_see_the_same_names_as_the_interpreter():
    stub = Path(str(bc.__file__)).with_suffix(".pyi")
    lines = ast.parse(stub.read_text(encoding="utf-8")).body
    seen = {(alias.asname, node.module) for node in lines if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert seen == {(name, f"borderclash.{room}") for name, room in bc._HOME.items()}


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'lod'"):
        bc.lod  # noqa: B018


@pytest.mark.parametrize(
    "first", ["import borderclash.validate", "from borderclash.validate import validate", "import borderclash.cli, borderclash.generate"]
)
def test_a_function_is_never_hidden_by_the_module_of_its_name(first):
    program = f"{first}\nimport borderclash as bc\nassert bc.validate().ok and callable(bc.validate)"
    subprocess.run([sys.executable, "-c", program], check=True)
