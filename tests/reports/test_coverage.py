"""How well the time is covered: every incident and accusation counts once, and thin months are named."""

from pathlib import Path

import pytest

import borderclash as bc
from borderclash.reports.coverage import THIN, coverage_tables

PACKAGES = (None, Path(__file__).parents[1] / "other_border" / "package")


def rows(text: str) -> list[list[str]]:
    table = text.split("\n\n", maxsplit=1)[0].splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


@pytest.mark.parametrize("package", PACKAGES)
def test_months_add_up_to_all_and_all_is_what_is_there(package):
    ds = bc.load(package)
    head, _, *months, total = rows(coverage_tables(ds))
    accusations = [claim.claim_id for claim in ds.claims.values() if claim.accused]
    assert total[:2] == ["**all**", str(len(ds.incidents))]
    for number, name in enumerate(head):
        if number and number != head.index("media of two sides"):
            assert sum(int(month[number].split()[0]) for month in months) == int(total[number].split()[0]), name
    assert total[head.index("accusations")] == str(len(accusations))
    for status in head[head.index("answered") + 1 :]:
        assert total[head.index(status)] == str(sum(ds.reply_status(claim) == status for claim in accusations))


def test_answered_are_those_with_a_reply_of_the_accused_side():
    ds = bc.load()
    head, *_, total = rows(coverage_tables(ds))
    answered = sum(bool(claim.accused) and ds.outcomes[claim.claim_id].replies > 0 for claim in ds.claims.values())
    accusations = int(total[head.index("accusations")])
    assert total[head.index("answered")] == f"{answered} ({100 * answered / accusations:.0f} %)"


def test_a_month_with_few_incidents_is_named_and_one_with_many_is_not():
    ds = bc.load()
    thin = coverage_tables(ds).split("\n\n")[1]
    months = [f"{incident.date_start:%Y-%m}" for incident in ds.incidents.values()]
    for month in set(months):
        assert (month in thin) == (months.count(month) < THIN), month
