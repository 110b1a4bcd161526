"""Validation as a whole: broken copies of a sound package, each with its code, key, file and line; selecting, waiving, capping."""

import shutil
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import borderclash as bc
from borderclash.columns import TABLES
from borderclash.errors import MissingPackageError, UnknownNameError
from borderclash.findings import Finding, NotRun, Run
from borderclash.package.locate import locate
from borderclash.package.read import read
from borderclash.rules import RULES
from borderclash.rules.rule import over_rows
from borderclash.validate import validate
from borderclash.vocab import Severity

BASE = Path(__file__).parent / "cases" / "base"
SHIPPED = Path(__file__).parents[1] / "datapackage"
FIRE = "2001-04-02-tarn-weir.northland-mod"
DENIAL = "2001-04-02-tarn-weir.southland-mod"
MINE = "2001-04-20-weir.southland-mod"

Edit = tuple[str, str, str]

FEW = "BC0,BC101,BC201,BC9"
"""The rules whose findings these tests spell out; what other rules make of the same faults is told beside them."""

judge = partial(validate, select=FEW)


@pytest.fixture
def broken(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that copies the sound package and replaces text in its tables: (table, old, new), each old text there once."""

    def make(*edits: Edit) -> Path:
        root = tmp_path / "package"
        shutil.copytree(BASE, root)
        for table, old, new in edits:
            file = root / "data" / f"{table}.csv"
            text = file.read_text(encoding="utf-8")
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {table}"
            file.write_text(text.replace(old, new), encoding="utf-8", newline="")
        return root

    return make


def told(run: Run) -> list[tuple]:
    return [(f.code, f.key, Path(f.file).name if f.file else None, f.line, f.field) for f in run.findings]


def number(prefix: str) -> int:
    return sum(rule.code.startswith(prefix) for rule in RULES)


def test_a_sound_package_has_nothing_to_answer_for_under_any_rule():
    run = validate(BASE, on=date(2001, 6, 1))
    assert (run.findings, run.not_run, run.ok, run.exit_code, run.undated, run.unselected) == ((), (), True, 0, 0, 0)
    assert run.rows["claims"] == 3
    assert list(run.rows) == list(TABLES)


DUPLICATE = ("searches", f"{MINE},2001-05-01,northland-wire,qaa,,\n", f"{MINE},2001-05-01,northland-mod,qaa,,\n")
DANGLING = ("claims", ",northland-mod,southland-army,", ",northland-mod,southland-armi,")
MISSPELT = ("replies", ",denies,", ",denys,")
BAD_DATE = ("claims", ",2001-04-20,,,,The", ",20.04.2001,,,,The")
NO_CITATION = ("citations", f"{MINE},river-observer-2,reported,last paragraph,\n", "")
NO_DENIAL = ("replies", f"{DENIAL},{FIRE},whole,denies,named,\n", "")

ONE_FAULT = {
    "a key twice": (DUPLICATE, ("BC006", f"{MINE}/2001-05-01/northland-mod/qaa", "searches.csv", 3, "claim_id"), MINE, None),
    "a reference to nothing": (DANGLING, ("BC007", FIRE, "claims.csv", 2, "accused"), "southland-armi,", "southland-army"),
    "a misspelt word": (MISSPELT, ("BC003", f"{DENIAL}/{FIRE}/whole", "replies.csv", 2, "stance"), "denys,", "denies"),
    "a date that is none": (BAD_DATE, ("BC002", MINE, "claims.csv", 4, "said_on"), "20.04.2001,", None),
    "a citation taken out": (NO_CITATION, ("BC101", MINE, "claims.csv", 4, "claim_id"), MINE, None),
    "a denial taken out": (NO_DENIAL, ("BC201", FIRE, "claims.csv", 2, "accused"), "southland-army,", None),
    "a required cell emptied": (("actors", "Northland Wire", ""), ("BC001", "northland-wire", "actors.csv", 5, "name"), ",news-", None),
    "a number out of range": (("places", ",22.3,2,", ",22.3,2000,"), ("BC004", "weir", "places.csv", 4, "uncertainty_km"), "2000,", None),
    "a source that is not there": (
        ("searches", f"{MINE},2001-05-01,river-observer,en,,", f"{MINE},2001-05-01,river-observer,en,river-observer-3,"),
        ("BC007", f"{MINE}/2001-05-01/river-observer/en", "searches.csv", 4, "source_id"),
        "river-observer-3,",
        "river-observer-2",
    ),
}


@pytest.mark.parametrize(("edit", "expected", "cell", "suggestion"), ONE_FAULT.values(), ids=ONE_FAULT)
def test_one_fault_is_one_finding_with_its_place(broken, edit, expected, cell, suggestion):
    run = judge(broken(edit))
    assert told(run) == [expected]
    (finding,) = run.findings
    line = Path(finding.file).read_text(encoding="utf-8").splitlines()[finding.line - 1]
    assert line[finding.column - 1 :].startswith(cell)
    assert line[finding.column - 2] == "," or finding.column == 1
    assert finding.suggestion == suggestion
    assert (run.ok, run.exit_code, run.complete, run.counts[expected[0]], run.failing) == (False, 1, True, 1, 1)


def test_all_faults_are_reported_together_in_the_order_of_the_files(broken):
    run = judge(broken(DUPLICATE, DANGLING, MISSPELT, BAD_DATE, NO_CITATION))
    assert [(code, file, line) for code, _, file, line, _ in told(run)] == [
        ("BC007", "claims.csv", 2),
        ("BC101", "claims.csv", 4),
        ("BC002", "claims.csv", 4),
        ("BC003", "replies.csv", 2),
        ("BC006", "searches.csv", 3),
    ]


def test_two_faults_in_one_row_are_two_findings(broken):
    run = judge(broken(("claims", f"{MINE},2001-04-20-weir,southland-mod", f"{MINE},2001-04-20-wier,"), BAD_DATE, NO_CITATION))
    assert [(f.code, f.field) for f in run.findings] == [
        ("BC101", "claim_id"),
        ("BC007", "incident_id"),
        ("BC002", "said_on"),
        ("BC001", "speaker"),
    ]
    assert {f.line for f in run.findings} == {4}


def test_a_misspelt_stance_does_not_breed_a_missing_denial(broken):
    run = judge(broken(("replies", ",whole,denies,", ",hole,denys,")))
    assert [(f.code, f.suggestion) for f in run.findings] == [("BC003", "whole"), ("BC003", "denies")]
    assert run.complete


def test_a_misspelt_speaker_of_a_reply_does_not_breed_a_missing_denial(broken):
    run = judge(broken(("claims", f"{DENIAL},2001-04-02-tarn-weir,southland-mod", f"{DENIAL},2001-04-02-tarn-weir,southland-mud")))
    assert [(f.code, f.field) for f in run.findings] == [("BC007", "speaker")]


@pytest.mark.parametrize("actor", ["southland-mod", "southland-army"])
@pytest.mark.parametrize(("side", "code"), [("southlan", "BC007"), ("South Land", "BC002")])
def test_a_misspelt_side_does_not_breed_a_missing_denial(broken, actor, side, code):
    old = next(line for line in (BASE / "data" / "actors.csv").read_text(encoding="utf-8").splitlines() if line.startswith(f"{actor},"))
    run = judge(broken(("actors", old, old.replace(",southland,", f",{side},"))))
    assert [(f.code, f.field) for f in run.findings] == [(code, "side")]


@pytest.mark.parametrize("search", ["", f"{MINE},2001-05-01,northland-wire,qaa,,\n"])
def test_one_search_records_a_silence_and_none_does_not(broken, search):
    lines = "".join(f"{MINE},2001-05-01,{rest},,\n" for rest in ("northland-mod,qaa", "northland-wire,qaa", "river-observer,en"))
    run = judge(broken(("searches", lines, search)))
    assert told(run) == ([] if search else [("BC201", MINE, "claims.csv", 4, "accused")])


def test_a_missing_column_is_one_finding_and_what_needs_it_did_not_run(broken):
    root = broken(NO_CITATION)
    file = root / "data" / "replies.csv"
    file.write_text("reply_id,aspect,stance,basis,note\n" + f"{DENIAL},whole,denies,named,\n", encoding="utf-8")
    run = judge(root)
    assert [(f.code, f.table) for f in run.findings] == [("BC101", "claims"), ("BC909", "replies")]
    assert {"BC001", "BC002", "BC005", "BC006", "BC201"} <= {gap.code for gap in run.not_run}
    assert {gap.reason for gap in run.not_run} == {"replies has no column answers"}
    assert not any(gap.broken for gap in run.not_run)
    assert (run.complete, run.exit_code) == (False, 1)


def test_a_missing_table_is_one_finding_and_what_needs_it_did_not_run(broken):
    root = broken()
    (root / "data" / "actors.csv").unlink()
    run = judge(root)
    assert [(f.code, f.table) for f in run.findings] == [("BC911", "actors")]
    assert {"BC001", "BC007", "BC201"} <= {gap.code for gap in run.not_run}
    assert "BC101" not in {gap.code for gap in run.not_run}
    assert run.exit_code == 1
    assert judge(root, ignore="BC911").exit_code == 2
    assert validate(root, select="BC101").ok


def test_a_ragged_row_is_one_finding_and_breeds_no_others(broken):
    run = judge(broken(("sources", "southland-wire-1,southland-wire,,", "southland-wire-1,southland-wire,")))
    assert [(f.code, f.table, f.line) for f in run.findings] == [("BC905", "sources", 5)]
    assert {("BC007", "citations", "source_id"), ("BC007", "searches", "source_id")} == {
        (gap.code, gap.table, gap.field) for gap in run.not_run if gap.code == "BC007"
    }
    assert run.exit_code == 1


def test_lines_are_physical_after_a_quoted_newline(broken):
    newline = ("sources", "Statement on fire near Tarn", '"Statement on\nfire near Tarn"')
    root = broken(newline, ("sources", "southland-wire-1,southland-wire", "southland-wire-1,southland-wine"))
    assert [(f.code, f.line, f.field, f.column) for f in validate(root).findings] == [
        ("BC002", 2, "title", 34),
        ("BC007", 6, "publisher", 18),
    ]


def frames(kind: str) -> dict:
    root = locate(BASE).root
    read_as = {name: pl.read_csv(root / "data" / f"{name}.csv", infer_schema=False) for name in TABLES}
    replies = read_as["replies"].with_columns(stance=pl.lit("denys"))
    read_as |= {"citations": read_as["citations"].head(3), "replies": replies, "searches": pl.concat([read_as["searches"]] * 2)}
    if kind == "polars":
        return read_as
    if kind == "pandas":
        return {name: frame.to_pandas() for name, frame in read_as.items()}
    arrow = {name: frame.to_arrow() for name, frame in read_as.items()}
    return arrow if kind == "pyarrow" else {name: duckdb.from_arrow(table) for name, table in arrow.items()}


NORTH, EAST = f"{MINE}/2001-05-01/northland-mod/qaa", f"{MINE}/2001-05-01/river-observer/en"
ONCE = "; out of place in this way: 1"


@pytest.mark.parametrize("kind", ["pandas", "polars", "pyarrow", "duckdb"])
def test_frames_of_every_library_give_the_same_findings(kind):
    run = judge(frames(kind))
    assert [(f.code, f.table, f.key, f.line, f.field, f.message) for f in run.findings] == [
        ("BC101", "claims", MINE, 3, "claim_id", f"claim {MINE} cites no source"),
        ("BC003", "replies", f"{DENIAL}/{FIRE}/whole", 1, "stance", "'denys' is not a word for stance"),
        ("BC918", "searches", f"{MINE}/2001-05-01/northland-mod/qaa", 4, None, f"{NORTH} stands after {EAST}, which sorts after it{ONCE}"),
        *(
            ("BC006", "searches", f"{MINE}/2001-05-01/{outlet}/{language}", line, "claim_id", message)
            for line, outlet, language, message in (
                (4, "northland-mod", "qaa", f"the key {MINE}/2001-05-01/northland-mod/qaa is already that of row 1"),
                (5, "northland-wire", "qaa", f"the key {MINE}/2001-05-01/northland-wire/qaa is already that of row 2"),
                (6, "river-observer", "en", f"the key {MINE}/2001-05-01/river-observer/en is already that of row 3"),
            )
        ),
    ]
    assert run.target == "the frames given"
    assert all(f.file is None and f.column is None for f in run.findings)


def test_typed_frames_are_judged_like_their_text():
    given = {name: frame.to_pandas() for name, frame in frames("polars").items()}
    given["claims"]["said_on"] = pd.to_datetime(given["claims"]["said_on"])
    given["places"]["latitude"] = given["places"]["latitude"].astype(float)
    assert dict(validate(given, select="BC0,BC101,BC201").counts) == {"BC003": 1, "BC006": 3, "BC101": 1}


def test_a_frame_given_alone_is_judged_and_the_others_are_missed():
    run = judge({"actors": pa.table({column: pa.array(["x"], pa.string()) for column in TABLES["actors"].names})})
    assert run.counts["BC911"] == len(TABLES) - 1
    assert ("BC003", "actors") in {(f.code, f.table) for f in run.findings}
    assert run.exit_code == 1


def test_a_package_is_named_by_folder_or_descriptor_and_one_that_is_not_there_is_misuse(tmp_path):
    assert judge(str(BASE / "datapackage.json")).ok
    with pytest.raises(MissingPackageError):
        validate(tmp_path / "nothing")


def test_tables_already_read_are_judged_and_stay_open():
    with read(locate(BASE)) as tables:
        assert judge(tables).ok
        assert validate(tables, select="BC201").ok
        assert len(tables.rows(tables["claims"])) == 3


@pytest.mark.parametrize(
    ("select", "ignore", "codes", "ignored", "unselected"),
    [
        ("BC101", (), ["BC101"], 0, len(RULES) - 1),
        (["uncited-claim", "BC00"], (), ["BC101", "BC002", "BC003"], 0, len(RULES) - 1 - number("BC0")),
        ("BC0, BC201", (), ["BC002", "BC003"], 0, len(RULES) - 1 - number("BC0")),
        ("BC0,BC101", "BC101", ["BC002", "BC003"], 1, len(RULES) - 1 - number("BC0")),
        ("BC0,BC101", ["BC0"], ["BC101"], 2, len(RULES) - 1 - number("BC0")),
        ("BC0", "BC002", ["BC003"], 1, len(RULES) - number("BC0")),
    ],
)
def test_rules_are_selected_and_ignored_and_what_is_ignored_is_counted(broken, select, ignore, codes, ignored, unselected):
    run = validate(broken(BAD_DATE, NO_CITATION, MISSPELT), select=select, ignore=ignore)
    assert [f.code for f in run.findings] == codes
    assert (run.ignored, run.unselected, run.hidden) == (ignored, unselected, 0)


@pytest.mark.parametrize(("given", "near"), [("BC0001", "BC001"), ("uncited-clam", "uncited-claim"), ("bc101", "BC101")])
def test_an_unknown_rule_is_misuse_and_the_nearest_is_named(given, near):
    for where in ("select", "ignore"):
        with pytest.raises(UnknownNameError, match="no rule is called") as error:
            validate(BASE, **{where: given})
        assert near in str(error.value)


def test_an_unknown_severity_is_misuse():
    with pytest.raises(UnknownNameError, match="did you mean 'warning'"):
        validate(BASE, fail_on="warnings")


WAIVER = "BC101,claims,{},{},No copy was found.,2001-05-01,{}\n"


@pytest.mark.parametrize(
    ("waivers", "findings", "waived"),
    [
        (WAIVER.format(MINE, "*", ""), [], 1),
        (WAIVER.format(MINE, "claim_id", ""), [], 1),
        (WAIVER.format(MINE, "claim_id", "") + WAIVER.format(MINE, "*", ""), [], 1),
        (WAIVER.format(MINE, "text", ""), ["BC101"], 0),
        (WAIVER.format(FIRE, "*", ""), ["BC101"], 0),
        (WAIVER.format(MINE, "*", "2001-06-30"), ["BC915"], 1),
        (WAIVER.format(MINE, "*", "2001-07-01"), [], 1),
        (WAIVER.replace("claims", "sources").format(MINE, "*", ""), ["BC101"], 0),
        (WAIVER.replace("BC101", "BC201").format(MINE, "*", ""), ["BC101"], 0),
    ],
)
def test_a_waiver_accepts_its_finding_and_no_other_and_is_counted(broken, waivers, findings, waived):
    root = broken(NO_CITATION)
    with (root / "data" / "waivers.csv").open("a", encoding="utf-8") as file:
        file.write(waivers)
    run = validate(root, select="BC101,BC915", on=date(2001, 7, 1))
    assert [f.code for f in run.findings] == findings
    assert run.waived == waived
    assert run.ok is (findings != ["BC101"])
    assert sum(run.counts.values()) == len(findings)


def test_a_waiver_accepts_one_cell_of_a_row_and_leaves_the_other(broken):
    root = broken(("actors", "northland-wire,Northland Wire,news-agency", "northland-wire,,newsagency"))
    with (root / "data" / "waivers.csv").open("a", encoding="utf-8") as file:
        file.write("BC003,actors,northland-wire,kind,A word of another list.,2001-05-01,\n")
    for most in (None, 5, 1, 0):
        run = validate(root, select="BC0", max_findings=most)
        assert [f.code for f in run.findings] == ["BC001"][:most]
        assert (dict(run.counts), run.waived, run.hidden) == ({"BC001": 1}, 1, 0 if most != 0 else 1)


def test_findings_beyond_the_cap_are_counted_exactly_and_the_first_are_shown():
    rows = 300
    claims = pl.DataFrame(
        {
            "claim_id": [f"x.a-{number}" for number in range(rows)],
            "incident_id": ["nowhere"] * rows,
            "speaker": [None] * rows,
            "act": ["firing" if number % 2 else "other" for number in range(rows)],
            "text": ["Says so."] * rows,
        }
    )
    empty = {name: pl.DataFrame(schema=dict.fromkeys(table.names, pl.String)) for name, table in TABLES.items()}
    whole = pl.concat([empty["claims"], claims.cast(pl.String)], how="diagonal")
    given = empty | {"claims": whole}
    full = validate(given, select="BC0,BC101")
    assert dict(full.counts) == {"BC001": rows, "BC003": rows // 2, "BC007": rows, "BC101": rows}
    assert (full.total, full.hidden, len(full.findings)) == (3 * rows + rows // 2, 0, 3 * rows + rows // 2)
    for most in (0, 1, 7, 1_000):
        run = validate(given, select="BC0,BC101", max_findings=most)
        assert run.findings == full.findings[:most]
        assert dict(run.counts) == dict(full.counts)
        assert run.by_severity == full.by_severity
        assert run.hidden == full.total - len(run.findings)
    with pytest.raises(ValueError, match="0 or more"):
        validate(given, max_findings=-1)


def test_a_rule_that_fails_is_said_and_the_others_run(broken, monkeypatch):
    @over_rows("BC199", "broken-rule", table="claims", reads=("claims",), message="never {said}")
    def broken_rule(scope):
        return scope["claims"].select("_row", "claim_id", "no_such_column")

    monkeypatch.setattr(sys.modules["borderclash.validate"], "RULES", (broken_rule, *RULES))
    run = validate(broken(NO_CITATION), select="BC199,BC0,BC101")
    assert [f.code for f in run.findings] == ["BC101"]
    assert [(gap.code, gap.broken) for gap in run.not_run] == [("BC199", True)]
    assert "no_such_column" in str(run.not_run[0]) or "not found" in str(run.not_run[0])
    assert (run.complete, run.ok, run.exit_code) == (False, False, 2)


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        ({}, [2, 4]),
        ({"max_findings": 1}, [2, 4]),
        ({"select": "BC101,BC919"}, [2]),
        ({"select": "BC919"}, []),
        ({"ignore": "BC101"}, [4]),
        ({"ignore": "BC919"}, []),
        ({"on": None}, [2]),
    ],
)
def test_a_waiver_that_accepts_nothing_is_found_where_its_rule_was_heard(broken, options, lines):
    root = broken(NO_CITATION)
    stale = WAIVER.replace("BC101", "BC915").replace("claims", "waivers").format(f"BC101/claims/{MINE}/*", "*", "")
    with (root / "data" / "waivers.csv").open("a", encoding="utf-8") as file:
        file.write(WAIVER.format(FIRE, "*", "") + WAIVER.format(MINE, "*", "") + stale)
    run = validate(root, **({"select": "BC101,BC915,BC919", "on": date(2001, 7, 1)} | options))
    keys = {2: f"BC101/claims/{FIRE}/*", 4: f"BC915/waivers/BC101/claims/{MINE}/*/*"}
    expected = [("BC919", keys[line], line) for line in lines]
    assert [(f.code, f.key, f.line) for f in run.findings] == expected[: options.get("max_findings")]
    assert run.counts.get("BC919", 0) == len(lines)


def test_a_waiver_of_a_rule_that_could_not_run_is_not_blamed(broken):
    root = broken()
    with (root / "data" / "waivers.csv").open("a", encoding="utf-8") as file:
        file.write(WAIVER.format(FIRE, "*", ""))
    assert [f.code for f in validate(root, select="BC101,BC919").findings] == ["BC919"]
    (root / "data" / "citations.csv").unlink()
    run = validate(root, select="BC101,BC919")
    assert (run.findings, [gap.code for gap in run.not_run]) == ((), ["BC101"])


def test_the_package_says_what_is_not_said_and_the_caller_overrules_it(broken):
    root = broken(BAD_DATE, NO_CITATION)
    descriptor = root / "datapackage.json"
    text = descriptor.read_text(encoding="utf-8")
    given = '"borderclash": {"select": ["BC0", "BC101"], "ignore": ["BC101"], "max_findings": 0, "fail_on": "info",'
    descriptor.write_text(text.replace('"borderclash": {', given), encoding="utf-8")
    run = validate(root)
    assert (run.findings, run.hidden, run.ignored, run.fail_on) == ((), 1, 1, Severity.INFO)
    run = validate(root, ignore="BC0", max_findings=9, fail_on="error")
    assert ([f.code for f in run.findings], run.ignored, run.fail_on) == (["BC101"], 1, Severity.ERROR)


@pytest.mark.parametrize(
    ("severity", "fail_on", "ok"),
    [
        ("error", "error", False),
        ("warning", "error", True),
        ("warning", "warning", False),
        ("info", "warning", True),
        ("info", "info", False),
    ],
)
def test_what_fails_a_run(severity, fail_on, ok):
    run = Run("x", by_severity={Severity(severity): 2}, counts={"BC1": 2}, fail_on=Severity(fail_on))
    assert (run.ok, bool(run), run.exit_code, run.failing) == (ok, ok, 0 if ok else 1, 0 if ok else 2)


def test_a_run_and_its_parts_say_what_they_are():
    finding = Finding("BC101", "uncited-claim", Severity.ERROR, "claim x cites no source", "claims", "x", "claim_id", file="a.csv", line=3)
    assert str(finding) == "error[BC101] uncited-claim: claim x cites no source (a.csv:3 (claim_id))"
    gap = NotRun("BC007", "actors is missing", "claims", "speaker")
    assert str(gap) == "BC007 on claims.speaker could not run: actors is missing"
    run = Run("x/", (finding,), {"BC101": 2}, {Severity.ERROR: 2}, hidden=1, not_run=(gap,), rows={"claims": 4})
    assert repr(run) == "<Run of x/: not ok, BC101 x2, 1 not run, 4 rows>"
    assert run.exit_code == 1
    assert Run("x", not_run=(gap,)).exit_code == 2


def test_the_day_is_asked_for_only_by_rules_that_need_it(broken):
    root = broken(NO_CITATION)
    with (root / "data" / "waivers.csv").open("a", encoding="utf-8") as file:
        file.write(WAIVER.format(MINE, "*", "2001-06-30"))
    undated = judge(root)
    assert (undated.findings, undated.undated, undated.ok) == (
        (),
        sum(rule.dated for rule in RULES if rule.code[:3] in {"BC0", "BC9"}),
        True,
    )
    dated = validate(root, select="BC915", on=date(2001, 7, 1))
    assert [(f.code, f.line, f.field) for f in dated.findings] == [("BC915", 2, "until")]
    assert (dated.undated, dated.ok) == (0, True)
    assert not validate(root, select="BC915", on=date(2001, 7, 1), fail_on="warning").ok


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow", "duckdb"])
def test_the_shipped_data_is_as_clean_in_frames_as_in_files(backend):
    frames = {name: bc.frame(name, backend=backend) for name in bc.TABLES}
    held, bare = bc.validate(frames, settings=SHIPPED), bc.validate(frames, ignore=["BC112"])
    files = bc.validate(SHIPPED)
    assert (held.ok, dict(held.counts), held.waived, held.unset) == (files.ok, dict(files.counts), files.waived, 0)
    assert (files.ok, bare.ok, bare.not_run) == (True, True, ())
    assert {severity for run in (files, bare) for severity, number in run.by_severity.items() if number} <= {Severity.INFO}
    assert bare.unset == 4


def test_settings_are_given_with_frames_only_and_must_be_settings():
    with pytest.raises(bc.UnreadableError, match="a package says its own settings"):
        bc.validate(SHIPPED, settings={})
    with pytest.raises(bc.UnreadableError, match="did you mean 'parties'"):
        bc.validate({}, settings={"partis": ["a"]})
    with pytest.raises(bc.UnreadableError, match="int is nothing that can be judged"):
        bc.validate(3)


def test_of_more_than_can_be_shown_the_gravest_are(tmp_path):
    package = tmp_path / "copy"
    shutil.copytree(SHIPPED, package)
    (package / "datapackage.json").write_text("{", encoding="utf-8")
    run = bc.validate(package, max_findings=3)
    assert "BC913" in {finding.code for finding in run.findings}
    assert len(run.findings) == 3
    assert run.hidden == run.total - 3


def test_where_no_name_is_known_none_is_offered():
    assert "choose" not in str(bc.UnknownNameError("incident", "x", []))
