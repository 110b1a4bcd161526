"""The commands as people type them: what they print, what they exit with, and what they say when they are held wrong."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import borderclash as bc

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "datapackage"
SEED = "2021-05-28-nakhchivan"


def run(*arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, with no terminal."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "borderclash", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "1", "GITHUB_ACTIONS": "", **environment},
        check=False,
    )


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the shipped package, to be broken."""
    copy = tmp_path / "copy"
    shutil.copytree(SHIPPED, copy)
    return copy


def edit(package: Path, table: str, old: str, new: str) -> int:
    """Replace the first `old` in a table's file; return the line it stood in."""
    file = package / "data" / f"{table}.csv"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
    return text[: text.index(old)].count("\n") + 1


def test_the_shipped_data_is_clean_and_nothing_is_said_on_standard_error():
    done = run("validate")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].startswith("ok: checked ")
    assert not re.search(r"(?m)^(error|warning)\[", done.stdout)


def test_version_and_help():
    assert run("--version").stdout.startswith("borderclash ")
    done = run("--help")
    assert done.returncode == 0
    for command in ("validate", "explain", "show", "list", "export", "cite"):
        assert command in done.stdout
        page = run(command, "--help")
        assert page.returncode == 0
        assert f"Example: borderclash {command}" in " ".join(page.stdout.split())


def test_show_prints_accusation_denial_figure_and_sources_of_both_sides():
    done = run("show", SEED)
    assert (done.returncode, done.stderr) == (0, "")
    for words in (
        "Ministry of Defence of Azerbaijan accuses Armed Forces of Armenia",
        "-> denies: Ministry of Defence of Armenia",
        "1 wounded",
        "status   denied",
        "https://en.trend.az/azerbaijan/politics/3430808.html",
        "https://armenpress.am/eng/news/1053723/",
    ):
        assert words in done.stdout
    assert "\x1b" not in done.stdout


def test_every_incident_can_be_shown_and_every_claim_of_it_is_told_once():
    from borderclash.reports.dossier import Names, report

    dataset = bc.load()
    for incident in dataset.incidents:
        shown = report(dataset.dossier(incident), Names(dataset.actors, dataset.places))
        for claim in dataset.claims_of(incident):
            headings = [line for line in shown.splitlines() if line.endswith(f"  [{claim.claim_id.removeprefix(incident + '.')}]")]
            assert len(headings) == 1, claim.claim_id


TRUCE = "2021-07-28-gegharkunik-kalbajar"


def told(dataset, incident, **how):
    """Return an incident as `show` tells it."""
    from borderclash.reports.dossier import Names, report

    return report(dataset.dossier(incident), Names(dataset.actors, dataset.places), **how)


def test_an_answer_told_elsewhere_is_told_in_short_with_where_it_stands():
    dataset = bc.load()
    shown = told(dataset, TRUCE)
    block = shown[shown.index("[am-ombudsman]") :].split("\n\n")[0]
    assert re.search(
        r"-> denies the target: Ministry of Defence of Azerbaijan\n +28 July 2021, whole above, \[az-mod-2\]\n +Says its", block
    )


def test_the_accused_side_answers_before_the_speaker_adds():
    dataset = bc.load()
    for incident in dataset.incidents:
        for block in told(dataset, incident).split("\n\n"):
            leads = re.findall(r"(?m)^   -> (\w+)", block)
            own = [lead in ("corrects", "retracts", "updates", "repeats") for lead in leads]
            assert own == sorted(own), block


def test_answers_stand_beside_what_they_answer_where_there_is_room():
    dataset = bc.load()
    shown = told(dataset, TRUCE, width=160, beside=True)
    assert re.search(r"(?m)^Ministry of Defence of Armenia accuses .* -> counters: Ministry of Defence of Azerbaijan$", shown)
    assert max(len(line) for line in shown.splitlines() if "://" not in line) <= 160
    coloured = told(dataset, TRUCE, width=160, beside=True, colour=True)
    assert re.sub(r" +$", "", re.sub("\x1b\\[[0-9;]*m", "", coloured), flags=re.MULTILINE) == shown
    for claim in dataset.claims_of(TRUCE):
        assert f"  [{claim.claim_id.removeprefix(TRUCE + '.')}]" in shown


def test_list_filters():
    assert SEED in run("list").stdout
    may = run(
        "list", "--since", "2021-05-28", "--until", "2021-05-28", "--status", "denied", "--kind", "small-arms-fire", "--side", "azerbaijan"
    )
    assert [line.split()[0] for line in may.stdout.splitlines()[1:]] == [SEED]
    assert SEED in run("list", "--place", "Naxçıvan").stdout
    assert SEED in run("list", "--place", "azerbaijan").stdout
    assert SEED not in run("list", "--place", "Գեղարքունիք").stdout
    assert SEED not in run("list", "--side", "armenia").stdout


def test_explain_one_and_all():
    assert "BC201" in run("explain").stdout
    page = run("explain", "BC201").stdout
    for heading in ("Why it matters", "How to fix", "Breaks", "Holds"):
        assert heading in page
    assert json.loads(run("explain", "BC201", "--format", "json").stdout)["code"] == "BC201"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("validate", "nowhere"), "nowhere"),
        (("validate", "--select", "BC2O1"), "BC2O1"),
        (("validate", "--on", "28.05.2021"), "such as 2021-05-28"),
        (("validate", "--format", "xml"), "text"),
        (("validate", "--fail-on", "eror"), "error"),
        (("show", "2021-05-28-nakhichevan"), "did you mean '2021-05-28-nakhchivan'?"),
        (("show",), "Try 'borderclash show --help' for help"),
        (("list", "--side", "armenian"), "did you mean 'armenia'?"),
        (("list", "--place", "Nakhchivn"), "did you mean 'Nakhchivan'?"),
        (("list", "--kind", "sniping"), "sniper-fire"),
        (("explain", "uncited-clam"), "did you mean 'uncited-claim'?"),
        (("valdate",), "validate"),
        (("validate", "--output", "no/such/folder/report.txt"), "cannot write"),
    ],
)
def test_wrong_use_exits_2_and_says_what_to_type(arguments, words, tmp_path):
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2, done.stdout
    assert words in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_a_broken_copy_exits_1_names_file_line_and_what_to_type(package):
    line = edit(package, "claims", ",small-arms-fire,", ",small-arm-fire,")
    done = run("validate", package)
    assert done.returncode == 1
    assert "error[BC003] unknown-word" in done.stdout
    assert f"claims.csv:{line} (act)" in done.stdout
    assert "small-arms-fire" in done.stdout
    assert run("validate", package, "--exit-zero").returncode == 0
    assert run("validate", package, "--ignore", "BC003").returncode == 0


def test_a_report_goes_to_a_file(package, tmp_path):
    edit(package, "claims", ",small-arms-fire,", ",small-arm-fire,")
    report = tmp_path / "report.json"
    done = run("validate", package, "--format", "json", "--output", report)
    assert (done.returncode, done.stdout) == (1, "")
    findings = json.loads(report.read_text(encoding="utf-8"))["findings"]
    assert [finding["code"] for finding in findings if finding["severity"] != "info"] == ["BC003"]


def test_a_pipe_that_closes_early_is_no_accident():
    command = f"'{sys.executable}' -m borderclash explain | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_what_is_typed_beats_what_the_package_says_and_that_beats_the_usual(package):
    descriptor = package / "datapackage.json"
    content = json.loads(descriptor.read_text(encoding="utf-8"))
    content["borderclash"] |= {"ignore": [], "max_findings": 2, "fail_on": "info"}
    descriptor.write_text(json.dumps(content), encoding="utf-8")
    shown = {
        arguments: run("validate", package, "--select", "BC112", *arguments).stdout.count("info[BC112]")
        for arguments in ((), ("--max-findings", "3"), ("--max-findings", "0"))
    }
    assert shown == {(): 2, ("--max-findings", "3"): 3, ("--max-findings", "0"): len(bc.load().sources)}
    assert run("validate", package, "--select", "BC112").returncode == 1
    assert run("validate", package, "--select", "BC112", "--fail-on", "error").returncode == 0


def test_an_incident_can_be_shown_as_of_a_day():
    assert "-> denies: Ministry of Defence of Armenia" in run("show", SEED, "--as-of", "2021-05-28").stdout
    before = run("show", SEED, "--as-of", "2021-05-27")
    assert (before.returncode, before.stdout) == (0, f"nothing had been said of {SEED} by 2021-05-27\n")
    misspelt = run("show", SEED[:-1], "--as-of", "2021-05-27")
    assert (misspelt.returncode, misspelt.stderr) == (
        2,
        f"borderclash: no incident is called {SEED[:-1]!r}; did you mean {SEED!r}? To see them all, type: borderclash list\n",
    )
    assert run("show", SEED, "--as-of", "28 May").returncode == 2


@pytest.mark.parametrize("form", ["csv", "parquet", "sqlite"])
def test_an_export_is_written_and_quiet(tmp_path, form):
    done = run("export", form, "-o", tmp_path / "out", "--only", "claims,view_accusations")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    out = tmp_path / "out"
    assert out.stat().st_size if form == "sqlite" else {path.stem for path in out.iterdir()} == {"claims", "view_accusations"}


def test_an_export_held_wrong_says_what_to_type(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    for arguments, message in [
        (("csv", "-o", tmp_path), "name a folder that is new or empty with -o"),
        (("sqlite", "-o", tmp_path / "thesis.txt"), "name another with -o"),
        (("sqlite", "-o", tmp_path / "x.db", "--only", "view_toll"), "did you mean 'view_tolls'?"),
        (("sqlite", "-o", tmp_path / "x.db", "--as-of", "May"), "--as-of"),
        (("csv",), "--output"),
    ]:
        done = run("export", *arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert message in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_an_export_as_of_a_day(tmp_path):
    assert run("export", "csv", "-o", tmp_path / "then", "--as-of", "2021-05-27", "--only", "claims").returncode == 0
    then = (tmp_path / "then" / "claims.csv").read_text(encoding="utf-8")
    assert "2021-05-25-verin-shorzha.am-mod," in then
    assert SEED not in then


def test_citations():
    assert f"(version {bc.__version__}, " in run("cite").stdout
    assert run("cite", SEED, "--format", "bibtex").stdout.startswith(f"@misc{{borderclash-{bc.__version__}-{SEED},")
    assert json.loads(run("cite", SEED, "-f", "csl-json").stdout)[0]["number"] == SEED
    wrong = run("cite", SEED[:-1])
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert f"did you mean {SEED!r}?" in wrong.stderr


def at_a_terminal(*arguments: str, **environment: str) -> str:
    """Run the command with a terminal for both streams; return all that is written to it."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "borderclash", *map(str, arguments)]
    settings = {**os.environ, "PYTHONUTF8": "1", "TERM": "xterm-256color", "GITHUB_ACTIONS": "", **environment}
    running = subprocess.Popen(command, stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL, env=settings)
    os.close(theirs)
    written = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # on Linux the end of a terminal whose other side is closed
            part = b""
        if not part:
            break
        written += part
    os.close(ours)
    assert running.wait() == 0
    return written.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals there")
def test_who_waits_at_a_terminal_is_told_what_is_being_done(tmp_path):
    drawn = at_a_terminal("plot", "lag", "-o", tmp_path / "lag.svg")
    assert "reading the data" in drawn
    assert "drawing" in drawn
    assert "wrote" in drawn


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals there")
def test_a_wide_terminal_has_two_columns_and_a_narrow_one_has_one():
    plain = re.compile("\x1b\\[[0-9;]*m")
    wide, narrow = (plain.sub("", at_a_terminal("show", SEED, COLUMNS=columns)) for columns in ("150", "139"))
    assert re.search(r"(?m)^Ministry of Defence of Azerbaijan accuses.* -> denies", wide)
    assert re.search(r"(?m)^   -> denies", narrow)
