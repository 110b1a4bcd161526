"""The action's own shell steps on a repository with a good and a bad pull request, the hooks, and the workflow that `init` writes."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from borderclash.about import VERSION
from borderclash.contribute.init import init

from .conftest import DOSSIER

ROOT = Path(__file__).parents[2]
STEPS = ROOT / ".ci" / "action"


def yaml(path):
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def sh(repository, step, **environment):
    """Run one of the action's steps as the runner does."""
    here = Path(sys.executable).parent
    env = {**os.environ, "PATH": f"{here}{os.pathsep}{os.environ['PATH']}", "GITHUB_ACTIONS": "true", **environment}
    return subprocess.run(["bash", str(STEPS / step)], cwd=repository, env=env, capture_output=True, text=True, check=False)


@pytest.fixture
def repository(tmp_path, package):
    """A repository with the base package on its main branch, and a function that commits on a branch."""
    root = tmp_path / "repository"
    shutil.copytree(package, root / "claims")

    def git(*arguments):
        named = ["-c", "user.name=x", "-c", "user.email=x@x.example"]
        return subprocess.run(["git", *named, *arguments], cwd=root, check=True, capture_output=True, text=True).stdout.strip()

    git("init", "-qb", "main")
    git("add", ".")
    git("commit", "-qm", "base")
    return root, git


def merge(root, dossier):
    command = [sys.executable, "-m", "borderclash", "merge", str(dossier), "--into", "claims"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def test_a_good_pull_request_is_told_and_passes(repository, dossier, tmp_path):
    root, git = repository
    base = git("rev-parse", "HEAD")
    assert merge(root, dossier()).returncode == 0
    git("commit", "-qam", "an incident")
    summary, output = tmp_path / "summary.md", tmp_path / "output"
    told = sh(root, "diff", PACKAGE="claims", BASE=base, GITHUB_STEP_SUMMARY=str(summary), GITHUB_OUTPUT=str(output))
    assert told.returncode == 0, told.stderr
    assert "1 incident added" in summary.read_text()
    assert "`2001-05-01-weir` Alleged fire near Weir" in summary.read_text()
    assert output.read_text() == "level=minor\n"
    judged = sh(root, "validate", PACKAGE="claims", DOSSIERS="", FAIL_ON="error", FORMAT="github", GITHUB_STEP_SUMMARY=str(summary))
    assert judged.returncode == 0, judged.stdout
    assert "::error" not in judged.stdout


def test_a_bad_pull_request_is_annotated_on_the_lines_to_mend(repository, dossier, tmp_path):
    root, git = repository
    base = git("rev-parse", "HEAD")
    assert merge(root, dossier()).returncode == 0
    for table, old, new in (
        ("replies", "2001-05-01-weir.northland-mod,2001-05-01-weir.southland-mod,whole,denies,named,\n", ""),
        ("claims", "small-arms-fire,Says a shot", "small-arm-fire,Says a shot"),
        ("figures", "southland,military", "southlands,military"),
    ):
        file = root / "claims" / "data" / f"{table}.csv"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
    git("commit", "-qam", "three mistakes")
    summary = tmp_path / "summary.md"
    told = sh(root, "diff", PACKAGE="claims", BASE=base, GITHUB_STEP_SUMMARY=str(summary), GITHUB_OUTPUT=str(tmp_path / "output"))
    assert told.returncode == 0, told.stderr
    judged = sh(root, "validate", PACKAGE="claims", DOSSIERS="", FAIL_ON="error", FORMAT="github", GITHUB_STEP_SUMMARY=str(summary))
    assert judged.returncode == 1
    line = 1 + next(
        n for n, row in enumerate((root / "claims/data/claims.csv").read_text().splitlines()) if "weir.southland-mod,2001-05-01" in row
    )
    found = set(re.findall(r"::error file=([^,]+),line=([0-9]+).*?(BC[0-9]{3})", judged.stdout))
    assert ("claims/data/claims.csv", str(line), "BC003") in found, judged.stdout
    assert ("claims/data/claims.csv", str(line), "BC201") in found
    assert any(file == "claims/data/figures.csv" and code == "BC007" for file, _, code in found)
    assert "BC201" in summary.read_text()


def test_dossiers_of_a_pull_request_are_annotated_where_they_were_typed(repository, dossier, tmp_path):
    root, _ = repository
    (root / "inbox").mkdir()
    shutil.copy(dossier(("accused: northland-army", "acused: northland-army")), root / "inbox" / "weir.yaml")
    summary = str(tmp_path / "summary.md")
    judged = sh(root, "validate", PACKAGE="claims", DOSSIERS="inbox/*.yaml", FAIL_ON="error", FORMAT="github", GITHUB_STEP_SUMMARY=summary)
    assert judged.returncode == 1
    assert re.search(r"::error file=inbox/weir\.yaml,line=11,.*BC922", judged.stdout), judged.stdout


def test_what_a_dossier_would_change_is_told_and_its_name_may_hold_a_space(repository, dossier, tmp_path):
    root, git = repository
    (root / "inbox").mkdir()
    shutil.copy(dossier(), root / "inbox" / "the weir.yaml")
    summary, output = tmp_path / "summary.md", tmp_path / "output"
    told = {"GITHUB_STEP_SUMMARY": str(summary), "GITHUB_OUTPUT": str(output)}
    step = sh(root, "diff", PACKAGE="claims", DOSSIERS="inbox/*.yaml", BASE=git("rev-parse", "HEAD"), **told)
    assert step.returncode == 0, step.stderr
    assert "With one dossier merged:" in summary.read_text()
    assert "1 incident added" in summary.read_text()
    assert output.read_text() == "level=minor\n"
    assert not git("status", "--porcelain", "claims")
    judged = sh(root, "validate", PACKAGE="claims", DOSSIERS="inbox/the weir.yaml", FAIL_ON="error", FORMAT="github", **told)
    assert judged.returncode == 0, judged.stdout
    assert "the weir.yaml as if merged into claims" in judged.stdout
    shutil.copy(dossier(("accused:", "acused:")), root / "inbox" / "the weir.yaml")
    assert sh(root, "diff", PACKAGE="claims", DOSSIERS="none/*.yaml\ninbox/*.yaml", BASE="", **told).returncode == 0
    assert "cannot be merged yet" in summary.read_text()


@pytest.mark.parametrize(
    ("form", "sign"), [("text", "`````text\nerror[BC201]"), ("markdown", "BC201"), ("json", "BC201"), ("github", "BC201")]
)
def test_the_findings_stand_in_the_summary_in_every_format(repository, tmp_path, form, sign):
    root, _ = repository
    replies = root / "claims" / "data" / "replies.csv"
    replies.write_text(replies.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    summary = tmp_path / "summary.md"
    judged = sh(root, "validate", PACKAGE="claims", DOSSIERS="", FAIL_ON="error", FORMAT=form, GITHUB_STEP_SUMMARY=str(summary))
    assert judged.returncode == 1
    assert sign in summary.read_text()
    assert "BC201" in judged.stdout


def test_infos_on_the_rows_of_the_package_are_no_annotations(repository, tmp_path):
    root, _ = repository
    sources = root / "claims" / "data" / "sources.csv"
    text = sources.read_text(encoding="utf-8")
    assert "https://web.archive.org" in text
    sources.write_text(re.sub(r"https://web\.archive\.org[^,]*", "", text), encoding="utf-8")
    summary = tmp_path / "summary.md"
    judged = sh(root, "validate", PACKAGE="claims", DOSSIERS="", FAIL_ON="error", FORMAT="github", GITHUB_STEP_SUMMARY=str(summary))
    assert "::notice" not in judged.stdout
    assert "BC112" in judged.stdout
    assert "BC112" in summary.read_text()


def test_a_path_that_is_no_package_is_said(repository):
    root, git = repository
    told = sh(root, "diff", PACKAGE="clams", BASE=git("rev-parse", "HEAD"))
    assert told.returncode == 2
    assert "clams holds no datapackage.json" in told.stderr


def test_the_action_runs_those_very_steps_and_pins_what_it_uses():
    action = yaml(ROOT / "action.yml")
    steps = action["runs"]["steps"]
    used = [step["uses"] for step in steps if "uses" in step]
    assert all(re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}", use) for use in used)
    run = [re.fullmatch(r'bash "\$GITHUB_ACTION_PATH/\.ci/action/(\w+)"', step["run"]).group(1) for step in steps if "run" in step]
    assert run == ["install", "diff", "validate"]
    assert all((STEPS / name).is_file() for name in run)
    for step in steps:
        for name in step.get("env", {}):
            assert name in (STEPS / step["run"].split("/")[-1].rstrip('"')).read_text(encoding="utf-8")
    told = next(step for step in steps if step.get("id") == "diff")
    assert set(told["env"]) == {"PACKAGE", "DOSSIERS", "BASE"}
    assert {"path", "fail-on", "format"} <= set(action["inputs"])


def test_the_hooks_run_commands_that_are_there():
    from borderclash.cli import app

    commands = {command.name for command in app.registered_commands}
    hooks = yaml(ROOT / ".pre-commit-hooks.yaml")
    assert {hook["id"] for hook in hooks} >= {"borderclash-validate", "borderclash-tidy"}
    for hook in hooks:
        program, command, *_ = hook["entry"].split()
        assert (program, command in commands) == ("borderclash", True)
        assert re.search(hook["files"], "datapackage/data/claims.csv" if "dossier" not in hook["id"] else "inbox/my.yaml")


@pytest.fixture
def clone(tmp_path):
    """A clone of this checkout as it stands, edits of tracked files and all, with a tag to name."""

    def git(*arguments, folder=ROOT):
        named = ["-c", "user.name=x", "-c", "user.email=x@x.example"]
        return subprocess.run(["git", *named, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()

    if not (ROOT / ".git").exists():
        pytest.skip("this is no checkout, and pre-commit clones one")
    git("clone", "--quiet", "--shared", "--no-checkout", str(ROOT), str(tmp_path / "clone"))
    git("tag", "v0-test", git("stash", "create") or git("rev-parse", "HEAD"), folder=tmp_path / "clone")
    return tmp_path / "clone"


def dossiers_that_lean_on_each_other(folder):
    """Write ten dossiers whose one source only the last describes."""
    folder.mkdir()
    for day in range(1, 11):
        said, answered = f"2001-05-{day:02}", f"2001-05-{day + 1:02}"
        text = DOSSIER.replace("2001-05-02", answered).replace("2001-05-01", said).replace("2001-05-03", "2001-05-20")
        (folder / f"{said}.yaml").write_text(text if day == 10 else text.partition("sources:")[0], encoding="utf-8")


def test_pre_commit_installs_a_local_clone_and_runs_every_hook_of_it(repository, clone, tmp_path):
    root, git = repository
    dossiers_that_lean_on_each_other(root / "inbox")
    hooks = [
        {"id": hook["id"], "args": ["--into", "claims"] if "dossier" in hook["id"] else ["claims"]}
        for hook in yaml(ROOT / ".pre-commit-hooks.yaml")
    ]
    with (root / ".pre-commit-config.yaml").open("w", encoding="utf-8") as stream:
        YAML().dump({"repos": [{"repo": str(clone), "rev": "v0-test", "hooks": hooks}]}, stream)
    git("add", ".")
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose"]
    env = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"), "GITHUB_ACTIONS": ""}
    env.pop("PRE_COMMIT_NO_CONCURRENCY", None)

    def run():
        return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)

    clean = run()
    if "PackageNotFound" in clean.stdout + clean.stderr or "No matching distribution" in clean.stdout + clean.stderr:
        pytest.skip("pip cannot reach what the hooks need")
    assert clean.returncode == 0, clean.stdout + clean.stderr
    assert clean.stdout.count("Passed") == len(hooks), clean.stdout
    assert clean.stdout.count("as if merged into claims") == 1, clean.stdout
    replies, wrong = root / "claims" / "data" / "replies.csv", root / "inbox" / "2001-05-03.yaml"
    replies.write_text(replies.read_text().splitlines()[0] + "\n", encoding="utf-8")
    wrong.write_text(wrong.read_text().replace("accused:", "acused:"), encoding="utf-8")
    broken = run()
    assert broken.returncode == 1
    assert "BC201" in broken.stdout
    assert "BC922" in broken.stdout


def test_the_workflow_that_init_writes_tells_the_change_and_judges_dossiers(tmp_path, dossier):
    root, summary = tmp_path / "claims", tmp_path / "summary.md"
    init(root, ["northland", "southland"])
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@x.example"]
    for words in (("init", "-qb", "main"), ("add", "."), ("commit", "-qm", "base")):
        subprocess.run([*git, *words], cwd=root, check=True)
    actors = root / "data" / "actors.csv"
    actors.write_text(actors.read_text(encoding="utf-8").replace("Northland,", "The North,"), encoding="utf-8")
    (root / "inbox").mkdir()
    shutil.copy(dossier(("accused:", "acused:")), root / "inbox" / "weir.yaml")
    base = subprocess.run([*git, "rev-parse", "HEAD"], cwd=root, check=True, capture_output=True, text=True).stdout.strip()
    here = Path(sys.executable).parent
    env = {**os.environ, "PATH": f"{here}{os.pathsep}{os.environ['PATH']}", "BASE": base, "GITHUB_STEP_SUMMARY": str(summary)}
    steps = [step["run"] for step in yaml(root / ".github/workflows/claims.yml")["jobs"]["validate"]["steps"] if "run" in step]
    assert steps[0] == f"pip install borderclash=={VERSION}"
    done = [
        subprocess.run(["bash", "-e", "-c", step], cwd=root, env=env, capture_output=True, text=True, check=False) for step in steps[1:]
    ]
    assert [each.returncode for each in done] == [0, 0, 0, 1], done
    assert "the actor northland changed" in summary.read_text(encoding="utf-8")
    assert "BC922" in done[-1].stdout
    hooks = yaml(root / ".pre-commit-config.yaml")["repos"][0]["hooks"]
    ours = yaml(ROOT / ".pre-commit-hooks.yaml")
    assert {hook["id"]: hook.get("require_serial") for hook in hooks} == {hook["id"]: hook.get("require_serial") for hook in ours}


def test_the_docs_pin_the_version_there_is():
    text = (ROOT / "docs" / "continuous-integration.md").read_text(encoding="utf-8")
    assert re.findall(r"pip install borderclash(\S*)", text) == [f"=={VERSION}"] * 2
    assert set(re.findall(r"@v([0-9.]+) #|rev: v([0-9.]+)", text)) == {(VERSION, ""), ("", VERSION)}


@pytest.mark.parametrize("name", ["incident.yml", "correction.yml"])
def test_the_issue_forms_are_forms(name):
    form = yaml(ROOT / ".github" / "ISSUE_TEMPLATE" / name)
    assert {"name", "description", "body"} <= set(form)
    assert len({item["id"] for item in form["body"] if "id" in item}) == sum("id" in item for item in form["body"])
