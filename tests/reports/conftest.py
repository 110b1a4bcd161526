"""A run with a finding of every sort, and snapshots of whole reports."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from borderclash.about import VERSION
from borderclash.findings import Finding, NotRun, Run
from borderclash.vocab import Severity

SNAPSHOTS = Path(__file__).parents[1] / "snapshots"
UPDATE = "BORDERCLASH_UPDATE_SNAPSHOTS"

UNCITED = Finding(
    code="BC101",
    name="uncited-claim",
    severity=Severity.ERROR,
    message="claim 2021-05-28-nakhchivan.az-mod cites no source",
    table="claims",
    key="2021-05-28-nakhchivan.az-mod",
    field="claim_id",
    value="2021-05-28-nakhchivan.az-mod",
    file="data of mine/claims.csv",
    line=412,
    column=1,
    fix="add a row to citations.csv naming the source you read it in",
)
MISSPELT = Finding(
    code="BC003",
    name="unknown-word",
    severity=Severity.ERROR,
    message="'denys|all' is not a word for stance",
    table="replies",
    key="a/b/whole",
    field="stance",
    value="denys|all",
    suggestion="denies",
    file="data of mine/replies.csv",
    line=3,
    column=17,
    fix="use the word suggested, or look the right one up in the codebook",
)
FRAME = Finding(
    code="BC002",
    name="malformed-cell",
    severity=Severity.ERROR,
    message="'Սև լիճ\\n<b>' is not a name, such as Sev Lich",
    table="place_names",
    key="sev-lich/hy/Սև լիճ\n<b>",
    field="name",
    value="Սև լիճ\n<b>",
    line=7,
    fix="write the cell as the example in the message is written",
)
GONE = Finding(
    "BC913", "unreadable-descriptor", Severity.ERROR, "datapackage.json cannot be read", file="/srv/x/datapackage.json", fix="mend it"
)
EXPIRED = Finding(
    "BC915",
    "expired-waiver",
    Severity.WARNING,
    "the waiver held until 2021-06-30, 100% of it",
    table="waivers",
    key="BC101/claims/x@y.z/*",
    file="../waivers.csv",
    line=2,
    fix="look again",
)
NOTED = Finding("BC899", "rule-of-another-version", Severity.INFO, "no copy of x is kept", table="sources", key="x", fix="keep one")

RUN = Run(
    target="some/package",
    findings=(UNCITED, MISSPELT, FRAME, GONE, EXPIRED, NOTED),
    counts={"BC002": 1, "BC003": 1, "BC101": 1_201, "BC899": 1, "BC913": 1, "BC915": 1},
    by_severity={Severity.ERROR: 1_204, Severity.WARNING: 1, Severity.INFO: 1},
    hidden=1_200,
    ignored=2,
    waived=3,
    not_run=(
        NotRun("BC001", "actors is missing", "actors"),
        NotRun("BC007", "actors is missing", "claims", "speaker"),
        NotRun("BC006", "ValueError: no", broken=True),
    ),
    undated=1,
    unselected=4,
    rows={"claims": 1, "citations": 5},
)
CLEAN = Run("the data that borderclash ships", by_severity=dict.fromkeys(Severity, 0), rows={"claims": 4, "citations": 5})


@pytest.fixture
def same_as_snapshot() -> Callable[[str, str], None]:
    """Return what compares a report, to the byte, with the file of that name; run with the variable `UPDATE` set, it writes the file."""

    def compare(name: str, report: str) -> None:
        path = SNAPSHOTS / name
        report = report.replace(VERSION, "VERSION")
        if os.environ.get(UPDATE):
            path.parent.mkdir(exist_ok=True)
            path.write_text(report, encoding="utf-8", newline="")
        assert report == path.read_bytes().decode("utf-8"), f"to accept what the report says now, set {UPDATE}=1 and run this test again"

    return compare
