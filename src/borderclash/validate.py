"""Validation: read what is to be judged, ask the rules, and say what they found, what could not be asked, and what was let pass."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from borderclash.errors import UnknownNameError, UnreadableError
from borderclash.findings import Run
from borderclash.package.given import is_dossiers
from borderclash.rules import RULES
from borderclash.rules.ask import Inquiry
from borderclash.rules.finish import finish
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity

if TYPE_CHECKING:
    from borderclash.package.settings import Settings
    from borderclash.package.tables import Tables

__all__ = ["validate"]

_BEGINNING: Final = re.compile("BC[0-9]{0,3}")

Codes = str | Iterable[str]


def validate(  # noqa: PLR0913 - each is an option that users name
    target: Any = None,
    *,
    select: Codes = (),
    ignore: Codes = (),
    fail_on: Severity | str | None = None,
    max_findings: int | None = None,
    usual_findings: int | None = None,
    settings: Mapping[str, Any] | str | Path | None = None,
    into: str | Path | None = None,
    on: date | None = None,
) -> Run:
    """Judge a claims package by the rules, or dossiers as if they were merged into one.

    What is not given here is as the package's own settings say, and what they do not say is as below.

    Args:
        target: a folder or a `datapackage.json`; or a dossier's `.yaml`, a folder of them, or a list of both; or frames of pandas,
            polars, pyarrow or DuckDB by table name; or tables already read; the shipped data if None.
        select: the only rules to ask: codes, beginnings of codes such as `BC2`, or names; all if none is given.
        ignore: rules whose findings are counted and left out; in the same words.
        fail_on: the mildest severity that fails the run: `error` if not given.
        max_findings: how many findings are shown. The counts are exact however few are shown.
        usual_findings: how many are shown if neither `max_findings` nor the package's settings say; all if None.
        settings: for frames, which bring none of their own: what a descriptor says under `borderclash`, or the package that says it. A
            rule that needs a setting is not asked without it.
        into: for dossiers, the package they are meant for: the one around the folder one works in if None, else the shipped data. Of its
            own rows only errors are told.
        on: the day to judge by. Rules that judge by a day are not asked without one.

    Raises:
        MissingPackageError: if there is no package at `target`.
        UnknownNameError: if a rule, a severity or a setting by a name given does not exist.
        UnreadableError: if the target is nothing that can be judged, or a setting is not what it must be.
    """
    from borderclash.package.tables import Tables  # noqa: PLC0415 - the engine is loaded when something is judged, not before

    if max_findings is not None and max_findings < 0:
        raise ValueError("max_findings must be 0 or more; leave it out to show all")
    chosen = _chosen(select), _chosen(ignore), _severity(fail_on)
    tables, name = _open_dossiers(_paths(target), into) if _is_dossiers(target) else _open(target, settings)
    with nullcontext(tables) if isinstance(target, Tables) else tables:
        own = tables.settings
        wanted = chosen[0] or _chosen(own.select or ())
        ignored = chosen[1] or _chosen(own.ignore or ())
        most = next((most for most in (max_findings, own.max_findings, usual_findings) if most is not None), None)
        asked = [rule for rule in RULES if not wanted or rule.code in wanted]
        inquiry = Inquiry(Scope(tables, on), ignored, most, frozenset(rule.code for rule in RULES))
        unset = {rule.code for rule in asked if not all(getattr(own, need) for need in rule.needs)}
        inquiry.ask([rule for rule in asked if rule.code not in unset and (on is not None or not rule.dated)])
        caught = inquiry.caught
        findings = finish(caught.drafts, tables, most)
        by_severity: Counter[Severity] = Counter()
        for rule in asked:
            by_severity[rule.severity] += caught.counts[rule.code]
        return Run(
            target=name,
            findings=findings,
            counts={code: number for code, number in sorted(caught.counts.items()) if number},
            by_severity={severity: by_severity[severity] for severity in Severity},
            fail_on=chosen[2] or own.fail_on or Severity.ERROR,
            hidden=caught.counts.total() - len(findings),
            ignored=inquiry.left_out.counts.total(),
            waived=caught.waived.total(),
            not_run=tuple(sorted(inquiry.gaps, key=lambda gap: (gap.code, gap.table or "", gap.field or "", gap.reason))),
            undated=sum(rule.dated for rule in asked) if on is None else 0,
            unset=len(unset),
            unselected=len(RULES) - len(asked),
            rows=inquiry.rows(),
        )


def _open(target: Any, settings: Mapping[str, Any] | str | Path | None) -> "tuple[Tables, str]":
    from borderclash.package.door import from_frames  # noqa: PLC0415 - see validate
    from borderclash.package.locate import locate  # noqa: PLC0415 - see validate
    from borderclash.package.read import read  # noqa: PLC0415 - see validate
    from borderclash.package.tables import Tables  # noqa: PLC0415 - see validate

    if isinstance(target, Mapping):
        return from_frames(target, _settings(settings)), "the frames given"
    if settings is not None:
        raise UnreadableError(
            "a package says its own settings; settings= goes with frames, such as validate({'claims': frame}, settings=path)"
        )
    if isinstance(target, Tables):
        return target, "the tables given"
    if target is not None and not isinstance(target, str | Path):
        given = type(target).__name__
        raise UnreadableError(
            f"{given} is nothing that can be judged; give the path of a package, or frames by table name: validate({{'claims': frame}})"
        )
    package = locate(target)
    if package.origin != "argument":
        return read(package), "the data that borderclash ships"
    return read(package), Path(target or package.root).as_posix()


def _is_dossiers(target: Any) -> bool:
    many = isinstance(target, Iterable) and not isinstance(target, str | Mapping) and hasattr(target, "__len__")
    return many or (isinstance(target, str | Path) and is_dossiers(target))


def _paths(target: Any) -> "list[Path | BinaryIO]":
    given = [target] if isinstance(target, str | Path) else list(target)
    if not given or not all(isinstance(path, str | Path) or hasattr(path, "read") for path in given):
        raise UnreadableError("a list given to validate names dossiers: validate(['one.yaml', 'two.yaml'])")
    return [Path(path) if isinstance(path, str) else path for path in given]


def _open_dossiers(paths: "list[Path | BinaryIO]", into: str | Path | None) -> "tuple[Tables, str]":
    from borderclash.package.drafts import read_drafts  # noqa: PLC0415 - see validate
    from borderclash.package.faults import STDIN  # noqa: PLC0415 - see validate
    from borderclash.package.fold import as_tables, fold  # noqa: PLC0415 - see validate
    from borderclash.package.locate import nearest  # noqa: PLC0415 - see validate
    from borderclash.package.sheets import read_sheets  # noqa: PLC0415 - see validate

    package = nearest(into)
    drafts = read_drafts(paths)
    what = f"{len(drafts)} dossiers" if len(drafts) > 1 else paths[0].as_posix() if isinstance(paths[0], Path) else STDIN
    where = "the data that borderclash ships" if package.origin != "argument" else package.root.as_posix()
    return as_tables(fold(read_sheets(package), drafts)), f"{what} as if merged into {where}"


def _settings(given: Mapping[str, Any] | str | Path | None) -> "Settings | None":
    from borderclash.package.descriptor import read_descriptor  # noqa: PLC0415 - see validate
    from borderclash.package.locate import locate  # noqa: PLC0415 - see validate
    from borderclash.package.settings import read_settings  # noqa: PLC0415 - see validate

    if given is None:
        return None
    if not isinstance(given, Mapping):
        return read_descriptor(locate(given)).settings
    settings, faults = read_settings(dict(given), "settings")
    if faults:
        near = f"; did you mean {faults[0].suggestion!r}?" if faults[0].suggestion else ""
        raise UnreadableError(f"settings: {faults[0].message}{near}")
    return settings


def _chosen(given: Codes) -> frozenset[str]:
    """Return the codes of the rules meant by codes, beginnings of codes, or names."""
    if isinstance(given, str):
        given = given.split(",")
    codes: set[str] = set()
    for word in (part.strip() for part in given):
        meant = {rule.code for rule in RULES if word == rule.name or (_BEGINNING.fullmatch(word) and rule.code.startswith(word))}
        if word and not meant:
            family = [rule.code for rule in RULES if rule.code.startswith(word[:3].upper())]
            known = family or [name for rule in RULES for name in (rule.code, rule.name)]
            raise UnknownNameError("rule", word, known, "to list them, type: borderclash explain")
        codes |= meant
    return frozenset(codes)


def _severity(given: Severity | str | None) -> Severity | None:
    if given is None:
        return None
    for severity in Severity:
        if severity.value == given:
            return severity
    raise UnknownNameError("severity", str(given), [severity.value for severity in Severity])
