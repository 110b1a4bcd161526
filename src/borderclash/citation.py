"""How to cite a dataset, or one incident of it; and the CITATION.cff of this one, from the same words."""

import json
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from borderclash.about import AUTHORS, CODE_LICENCE, DATA_LICENCE, DATE, KEYWORDS, NAME, SUMMARY, TITLE, VERSION
from borderclash.errors import UnknownNameError, UnreadableError
from borderclash.models import Incident
from borderclash.package.locate import Package

__all__ = ["FORMATS", "OURS", "Work", "cff", "cite", "work_of"]

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TEX: Final = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {mark: f"\\{mark}" for mark in "{}%&#_$"}


@dataclass(frozen=True)
class Work:
    """What is cited.

    Attributes:
        name: its short name, by which it is keyed.
        title: its title.
        authors: who made it.
        version: its version, or an empty string.
        dated: the day of this version, if one is known.
        licence: what it may be used under, or an empty string.
    """

    name: str
    title: str
    authors: tuple[str, ...]
    version: str = ""
    dated: date | None = None
    licence: str = ""


OURS: Final = Work(NAME, TITLE, AUTHORS, VERSION, date.fromisoformat(DATE), DATA_LICENCE)
"""The data that borderclash ships, in this version."""


def work_of(package: Package) -> Work:
    """Return what is cited when a package is: what its descriptor says, or of our own data, in this version, what we say.

    Raises:
        UnreadableError: if the descriptor cannot be read.
    """
    try:
        told = json.loads(package.descriptor.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableError(
            f"{package.descriptor} cannot be read ({error}); to see why, type: borderclash validate {package.root}"
        ) from error
    told = told if isinstance(told, dict) else {}
    if (told.get("name"), told.get("version")) == (NAME, VERSION):
        return OURS
    name = str(told.get("name") or package.root.resolve().name)
    return Work(
        name=name,
        title=str(told.get("title") or name),
        authors=tuple(_each(told, "contributors", "title")),
        version=str(told.get("version") or ""),
        dated=_day(told.get("created")),
        licence=", ".join(_each(told, "licenses", "name")),
    )


def _each(told: Mapping[str, Any], key: str, name: str) -> list[str]:
    rows = told.get(key)
    return [str(row[name]) for row in rows if isinstance(row, dict) and row.get(name)] if isinstance(rows, list) else []


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        return None


def cite(work: Work, incident: Incident | None = None, form: str = "text") -> str:
    """Return the citation of a dataset, or of one incident of it, ending with a line feed.

    Args:
        work: the dataset.
        incident: one of its incidents, or None for the whole.
        form: `text`, `bibtex` or `csl-json`.

    Raises:
        UnknownNameError: if there is no such form.
    """
    if form not in FORMATS:
        raise UnknownNameError("format of citations", form, FORMATS)
    return FORMATS[form](work, incident) + "\n"


def _edition(work: Work) -> str:
    version = f"version {work.version}" if work.version else ""
    return ", ".join(part for part in (version, work.dated.isoformat() if work.dated else "") if part)


def _text(work: Work, incident: Incident | None) -> str:
    authors = ", ".join(work.authors) or work.name
    year = work.dated.year if work.dated else "n.d."
    edition = f" ({_edition(work)})" if _edition(work) else ""
    licence = f" {work.licence}." if work.licence else ""
    part = f"{incident.title} (incident {incident.incident_id}). In: " if incident else ""
    return f"{authors} ({year}). {part}{work.title}{edition} [Data set].{licence}"


def _bibtex(work: Work, incident: Incident | None) -> str:
    within = f"Incident {incident.incident_id} in: {work.title}" if incident else ""
    fields = {
        "author": " and ".join(f"{{{_tex(author)}}}" for author in work.authors or (work.name,)),
        "title": f"{{{_tex(incident.title if incident else work.title)}}}",
        "year": str(work.dated.year) if work.dated else "",
        "date": work.dated.isoformat() if work.dated else "",
        "version": _tex(work.version),
        "type": "Data set",
        "note": _tex(", ".join(part for part in (within, _edition(work), work.licence) if part)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if work.dated:
        lines.insert(3, f"  month = {_MONTHS[work.dated.month - 1]},")
    return "\n".join([f"@misc{{{_key(work, incident)},", *lines, "}"])


def _tex(text: str) -> str:
    return "".join(_TEX.get(mark, mark) for mark in text)


def _key(work: Work, incident: Incident | None) -> str:
    return "-".join(part for part in (work.name, work.version, incident.incident_id if incident else "") if part)


def _csl(work: Work, incident: Incident | None) -> str:
    item: dict[str, Any] = {
        "id": _key(work, incident),
        "type": "dataset",
        "title": incident.title if incident else work.title,
        "author": [{"literal": author} for author in work.authors or (work.name,)],
    }
    if incident:
        item |= {"container-title": work.title, "number": incident.incident_id}
    if work.version:
        item["version"] = work.version
    if work.dated:
        item["issued"] = {"date-parts": [[work.dated.year, work.dated.month, work.dated.day]]}
    if work.licence:
        item["note"] = work.licence
    return json.dumps([item], ensure_ascii=False, indent=2)


FORMATS: Final[Mapping[str, Callable[[Work, Incident | None], str]]] = {"text": _text, "bibtex": _bibtex, "csl-json": _csl}
"""Every form of a citation by the name `--format` knows it by."""


def cff() -> str:
    """Return the CITATION.cff of this version."""
    abstract = (
        f"{SUMMARY} A curated dataset as a data package, typed loaders and a validator. "
        f"The code is licensed {CODE_LICENCE}, the data {DATA_LICENCE}."
    )
    lines = [
        "cff-version: 1.2.0",
        f"message: If you use {NAME}, please cite it as below, and name the version of the data.",
        "type: software",
        f'title: "{TITLE}"',
        "abstract: >-",
        *textwrap.wrap(abstract, 140, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False),
        f"version: {VERSION}",
        f"date-released: {DATE}",
        "license:",
        f"  - {CODE_LICENCE}",
        f"  - {DATA_LICENCE}",
        "authors:",
        *(f"  - name: {author}" for author in AUTHORS),
        "keywords:",
        *(f"  - {keyword}" for keyword in KEYWORDS),
    ]
    return "\n".join(lines) + "\n"
