"""The README says nothing that is not so: its Python runs, and its two commands are the ones that continuous integration runs."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, flags=re.DOTALL)


def test_the_python_runs_and_prints_what_it_says(capsys):
    (program,) = blocks("python")
    exec(compile(program, "README.md", "exec"), {})  # noqa: S102 - running it is the test
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "az-mod accuses am-armed-forces of small-arms-fire"
    assert printed[1] == "denied"


def test_the_two_commands_are_run_in_continuous_integration():
    first, second = (line.removeprefix("$ ") for line in blocks("console")[0].splitlines())
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert (first, second) == ("pip install . && borderclash validate", 'pip install -e ".[test]" && pytest')
    assert second.replace("pip install ", "pip install -q ") in script


def test_every_link_leads_somewhere():
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert target.startswith("https://") or (ROOT / target).exists(), target
