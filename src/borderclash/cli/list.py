"""`borderclash list`."""

import shutil
import sys
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from borderclash.cli.options import PackageOption, day, emit, meant, wants_colour
from borderclash.errors import UnknownNameError
from borderclash.vocab import Act, Attribution, ReplyStatus

if TYPE_CHECKING:
    from borderclash.dataset import Dataset
    from borderclash.models import Incident

__all__ = ["list_incidents"]

_HINT = "to see every incident with its place, type: borderclash list"

Status = StrEnum("Status", {word.name: word.value for word in (*Attribution, *ReplyStatus)})  # type: ignore[misc]


def list_incidents(
    since: Annotated[str | None, typer.Option(help="Not over before this day, such as 2021-05-01.", show_default=False)] = None,
    until: Annotated[str | None, typer.Option(help="Begun by this day.", show_default=False)] = None,
    place: Annotated[
        str | None, typer.Option(help="In or naming this place: an id, or a name in any language.", show_default=False)
    ] = None,
    kind: Annotated[Act | None, typer.Option(help="Of which this act is alleged.", show_default=False, metavar="ACT")] = None,
    status: Annotated[
        Status | None,
        typer.Option(
            help="How its accusations were met, or one with an accusation of this reply status.", show_default=False, metavar="STATUS"
        ),
    ] = None,
    side: Annotated[str | None, typer.Option(help="In which this side, such as armenia, accuses somebody.", show_default=False)] = None,
    package: PackageOption = None,
) -> None:
    """List the incidents, one a line: id, attribution, accusations, title."""
    from borderclash.dataset import load

    dataset = load(meant(package))
    first, last = day(since, "--since"), day(until, "--until")
    places = _places(dataset, place) if place else None
    if side and side not in {actor.side for actor in dataset.actors.values()}:
        raise UnknownNameError("side", side, sorted({actor.side for actor in dataset.actors.values() if actor.side}))
    chosen = [
        incident
        for incident in sorted(dataset.incidents.values(), key=lambda incident: (incident.date_start, incident.incident_id))
        if _within(incident, first, last)
        and (places is None or _touches(dataset, incident, places))
        and (kind is None or kind in dataset.dossier(incident.incident_id).overview.kinds)
        and (status is None or status in _statuses(dataset, incident))
        and (side is None or _accuses(dataset, incident, side))
    ]
    emit(_table(dataset, chosen))


def _within(incident: "Incident", first: date | None, last: date | None) -> bool:
    over = incident.date_end
    return (first is None or over is None or over >= first) and (last is None or incident.date_start <= last)


def _places(dataset: "Dataset", wanted: str) -> set[str]:
    """Return the ids of the places called `wanted`, and of all within them."""
    names = {(name.name.casefold(), name.place_id) for name in dataset.place_names}
    names |= {(place.name.casefold(), place.place_id) for place in dataset.places.values()}
    found = {place_id for name, place_id in names if wanted.casefold() in (name, place_id)}
    if not found:
        raise UnknownNameError("place", wanted, sorted({*dataset.places, *(place.name for place in dataset.places.values())}), _HINT)
    while inner := {place.place_id for place in dataset.places.values() if place.within in found} - found:
        found |= inner
    return found


def _touches(dataset: "Dataset", incident: "Incident", places: set[str]) -> bool:
    return incident.place_id in places or any(
        location.place_id in places for claim in dataset.dossier(incident.incident_id).claims for location in claim.locations
    )


def _statuses(dataset: "Dataset", incident: "Incident") -> set[str]:
    dossier = dataset.dossier(incident.incident_id)
    return {str(dossier.overview.attribution), *(str(item.status) for item in dossier.claims if item.claim.accused)}


def _accuses(dataset: "Dataset", incident: "Incident", side: str) -> bool:
    claims = dataset.dossier(incident.incident_id).claims
    return any(item.claim.accused and dataset.actors[item.claim.speaker].side == side for item in claims)


def _table(dataset: "Dataset", incidents: "list[Incident]") -> str:
    from io import StringIO

    from rich.console import Console
    from rich.table import Table

    if not incidents:
        return "no incident fits; borderclash list without filters names them all"
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("incident", no_wrap=True)
    table.add_column("attribution", no_wrap=True)
    table.add_column("claims", justify="right")
    table.add_column("accusations", justify="right")
    table.add_column("title")
    for incident in incidents:
        dossier = dataset.dossier(incident.incident_id)
        accusations = sum(1 for item in dossier.claims if item.claim.accused)
        table.add_row(incident.incident_id, str(dossier.overview.attribution), str(len(dossier.claims)), str(accusations), incident.title)
    paper, terminal = StringIO(), sys.stdout.isatty()
    console = Console(file=paper, force_terminal=wants_colour(), width=shutil.get_terminal_size().columns if terminal else 160)
    console.print(table)
    return "\n".join(line.rstrip() for line in paper.getvalue().splitlines())
