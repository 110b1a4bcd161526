"""A dossier told in a terminal: each claim, beneath it what answers it, and at the end the sources by number.

A claim stands where it is an answer, if it is one, so that a denial is read beside what it denies; a claim that accuses stands in a
place of its own, and what it answers tells it in short and points to it. The answers of the accused's side come first, what the
speaker's own side adds comes last. Where there is room, a claim and what answers it stand in two columns.
"""

import textwrap
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import StringIO
from typing import Final

from borderclash.dossier import OWN_SIDE, Answer, Dossier, DossierClaim
from borderclash.models import Actor, Incident, Place, Source
from borderclash.reports.style import paint
from borderclash.vocab import DatePrecision, ReplyStatus
from borderclash.wording import day_in_words, deed_in_words, figure_in_words, spaced

__all__ = ["Names", "report", "when_in_words"]

_INDENT: Final = "   "
_LABEL: Final = 9
_GAP: Final = 4
_SHORT: Final = 220
_OF_STATUS: Final[Mapping[ReplyStatus, str]] = {
    ReplyStatus.DENIED: "red",
    ReplyStatus.PARTLY_DENIED: "red",
    ReplyStatus.COUNTERED: "yellow",
    ReplyStatus.UNANSWERED: "yellow",
    ReplyStatus.UNRECORDED: "yellow",
}


class Names:
    """What actors and places are called; an id that is not among them is its own name."""

    def __init__(self, actors: Mapping[str, Actor], places: Mapping[str, Place]) -> None:
        """Look names up in the tables given."""
        self._actors, self._places = actors, places

    def actor(self, actor_id: str | None) -> str:
        """Return what an actor is called."""
        if actor_id is None:
            return "nobody"
        return self._actors[actor_id].name if actor_id in self._actors else actor_id

    def place(self, place_id: str) -> str:
        """Return what a place is called."""
        return self._places[place_id].name if place_id in self._places else place_id

    def party(self, actor_id: str) -> str:
        """Return the id of the side of an actor, or its own where it has none."""
        side = self._actors[actor_id].side if actor_id in self._actors else None
        return side or actor_id

    def side(self, actor_id: str) -> str:
        """Return the side of an actor in words, or an empty string where it has none."""
        side = self._actors[actor_id].side if actor_id in self._actors else None
        return f", side of {self.actor(side)}" if side else ""


def report(dossier: Dossier, names: Names, *, colour: bool = False, width: int = 100, beside: bool = False) -> str:
    """Return the dossier as text, no line but an address longer than `width`; `beside`, answers stand to the right of what they answer."""
    return "\n".join(_Teller(dossier, names, colour=colour, width=width, beside=beside).lines()) + "\n"


def when_in_words(incident: Incident) -> str:
    """Return when an incident was, as well as its precision says."""
    start, end = incident.date_start, incident.date_end
    last = day_in_words(end) if end else "still going on"
    if incident.date_precision is DatePrecision.NIGHT and end:
        return f"night of {day_in_words(start)} to {last}"
    if incident.date_precision in (DatePrecision.WEEK, DatePrecision.MONTH):
        return f"on a day of the {incident.date_precision} up to {last}"
    if end == start:
        return last
    days = "on some days " if incident.date_precision is DatePrecision.DAYS else ""
    return f"{days}from {day_in_words(start)} to {last}" if end else f"since {day_in_words(start)}, {last}"


class _Teller:
    """Tells one dossier; every claim is told whole once, and named by its short id elsewhere."""

    def __init__(self, dossier: Dossier, names: Names, *, colour: bool, width: int, beside: bool) -> None:
        self._dossier, self._names, self._colour, self._width, self._beside = dossier, names, colour, width, beside
        self._claims = {item.claim.claim_id: item for item in dossier.claims}
        self._numbers: dict[str, int] = {}
        self._told: set[str] = set()

    def lines(self) -> Iterator[str]:
        """Yield the lines of the whole dossier."""
        yield from self._head()
        whole = self._width
        if self._beside:
            self._width = (whole - _GAP) // 2
        for item in self._dossier.claims:
            if self._dossier.stands_alone(item):
                yield from self._thread(item)
        for item in self._dossier.claims:
            if item.claim.claim_id not in self._told:  # answers that go round in a circle
                yield from self._thread(item)
        self._width = whole
        yield ""
        yield self._paint("Sources", "bold")
        sources = {source.source_id: source for source in self._dossier.sources}
        for source_id in self._numbers:
            yield from self._source(sources[source_id])

    def _thread(self, item: DossierClaim) -> Iterator[str]:
        yield ""
        if self._beside:
            claim = list(self._statement(item, ""))
            yield from _side_by_side(claim, list(self._answers(item, "")), self._width, colour=self._colour)
        else:
            yield from self._claim(item, "")

    def _head(self) -> Iterator[str]:
        incident, overview = self._dossier.incident, self._dossier.overview
        yield from self._wrap(incident.title, "", style="bold")
        place = (
            f"{self._names.place(incident.place_id)} ({incident.place_precision})" if incident.place_id else f"({incident.place_precision})"
        )
        parts = [incident.incident_id, when_in_words(incident), place, str(overview.attribution)]
        yield from self._wrap(" | ".join(parts), "")
        if incident.part_of:
            yield from self._wrap(f"part of {incident.part_of}", "")
        if incident.note:
            yield from self._wrap(incident.note, "", style="dim")

    def _claim(self, item: DossierClaim, indent: str, lead: str = "") -> Iterator[str]:
        yield from self._statement(item, indent, lead)
        yield from self._answers(item, indent + ("  " if lead else _INDENT))

    def _statement(self, item: DossierClaim, indent: str, lead: str = "") -> Iterator[str]:
        claim = item.claim
        self._told.add(claim.claim_id)
        who = self._names.actor(claim.speaker)
        act = spaced(claim.act or "an act not named")
        charge = f" accuses {self._names.actor(claim.accused)} of {act}" if claim.accused and not lead else ""
        yield from self._wrap(f"{lead}{who}{charge}", indent, style="bold", hang="  " if lead else "")
        indent += "  " if lead else _INDENT
        hour = f", {claim.said_at:%H:%M}" if claim.said_at else ""
        yield from self._wrap(f"{_said(item)}{hour}  [{self._short(claim.claim_id)}]", indent, style="dim")
        yield from self._wrap(claim.text, indent)
        if claim.accused and item.status is not ReplyStatus.UNRECORDED:
            yield from self._status(item, indent)
        yield from self._details(item, indent)

    def _answers(self, item: DossierClaim, indent: str) -> Iterator[str]:
        for reply in sorted(item.replies, key=lambda answer: self._rank(item, answer)):
            yield from self._answer(reply, indent)

    def _rank(self, item: DossierClaim, answer: Answer) -> int:
        """Return where an answer comes: the accused's side first, then third voices, then the speaker's own side."""
        if answer.reply.stance in OWN_SIDE:
            return 2 + OWN_SIDE.index(answer.reply.stance)
        accused = item.claim.accused
        return int(accused is None or self._names.party(answer.claim.speaker) != self._names.party(accused))

    def _details(self, item: DossierClaim, indent: str) -> Iterator[str]:
        if item.figures:
            yield from self._labelled("figures", "; ".join(figure_in_words(figure, self._names.actor) for figure in item.figures), indent)
        if item.locations:
            yield from self._labelled("places", ", ".join(f"{self._names.place(at.place_id)} ({at.role})" for at in item.locations), indent)
        if item.cites:
            yield from self._labelled("read in", ", ".join(self._cited(item)), indent)
        if item.claim.note:
            yield from self._labelled("note", item.claim.note, indent)
        searched: dict[date, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for search in item.searches:
            searched[search.searched_on][self._names.actor(search.outlet)].append(search.language)
        for on, outlets in searched.items():
            where = ", ".join(f"{outlet} ({', '.join(languages)})" for outlet, languages in outlets.items())
            yield from self._labelled("searched", f"{day_in_words(on)}, no reply found: {where}", indent)

    def _status(self, item: DossierClaim, indent: str) -> Iterator[str]:
        outcome = item.outcome
        voices = [text for holds, text in ((outcome.others_deny, "others deny it"), (outcome.others_confirm, "others confirm it")) if holds]
        value = self._paint(str(item.status), _OF_STATUS.get(item.status, "blue"), "bold")
        yield f"{indent}{self._paint('status'.ljust(_LABEL), 'dim')}{value}{''.join(f', {voice}' for voice in voices)}"

    def _answer(self, answer: Answer, indent: str) -> Iterator[str]:
        claim, reply = answer.claim, answer.reply
        lead = f"-> {deed_in_words(reply)}: "
        item = self._claims.get(claim.claim_id)
        if item is not None and claim.claim_id not in self._told and not self._dossier.stands_alone(item):
            yield from self._claim(item, indent, lead)
        else:
            yield from self._pointer(answer, item, indent, lead)

    def _pointer(self, answer: Answer, item: DossierClaim | None, indent: str, lead: str) -> Iterator[str]:
        """Tell in short an answer that is told whole elsewhere, and where."""
        claim = answer.claim
        yield from self._wrap(f"{lead}{self._names.actor(claim.speaker)}", indent, style="bold", hang="  ")
        if item is None:
            where = f"whole in another incident, [{claim.claim_id}]"
        else:
            place = "above" if claim.claim_id in self._told else "below"
            where = f"{_said(item)}, whole {place}, [{self._short(claim.claim_id)}]"
        yield from self._wrap(where, indent + "  ", style="dim")
        yield from self._wrap(textwrap.shorten(claim.text, _SHORT, placeholder=" …"), indent + "  ")

    def _cited(self, item: DossierClaim) -> Iterator[str]:
        for cited in item.cites:
            number = self._numbers.setdefault(cited.source.source_id, len(self._numbers) + 1)
            quote = f' "{cited.citation.quote}"' if cited.citation.quote else ""
            relation = "" if cited.citation.relation == "reported" else f", {spaced(cited.citation.relation)}"
            yield f"[{number}] {self._names.actor(cited.source.publisher)}{relation}{quote}"

    def _source(self, source: Source) -> Iterator[str]:
        number = f"[{self._numbers[source.source_id]}]".rjust(5)
        text = f", text of {self._names.actor(source.agency)}" if source.agency else ""
        when = f", {day_in_words(source.published)}" if source.published else ""
        publisher = f"{self._names.actor(source.publisher)} ({source.language}{self._names.side(source.publisher)}{text}){when}"
        yield from self._wrap(f"{number} {publisher}", "", hang="      ")
        yield f"      {source.url}"

    def _labelled(self, label: str, text: str, indent: str) -> Iterator[str]:
        head, *rest = textwrap.wrap(text, max(self._width - len(indent) - _LABEL, 30), break_long_words=False, break_on_hyphens=False)
        yield f"{indent}{self._paint(label.ljust(_LABEL), 'dim')}{head}"
        yield from (f"{indent}{' ' * _LABEL}{line}" for line in rest)

    def _wrap(self, text: str, indent: str, *, style: str = "", hang: str = "") -> Iterator[str]:
        lines: Sequence[str] = textwrap.wrap(
            text, self._width, initial_indent=indent, subsequent_indent=indent + hang, break_long_words=False, break_on_hyphens=False
        )
        yield from (self._paint(line, style) if style else line for line in lines)

    def _short(self, claim_id: str) -> str:
        return claim_id.removeprefix(f"{self._dossier.incident.incident_id}.")

    def _paint(self, text: str, *styles: str) -> str:
        return paint(text, *styles, colour=self._colour)


def _said(item: DossierClaim) -> str:
    return day_in_words(item.outcome.said) if item.outcome.said else "undated"


def _side_by_side(left: Sequence[str], right: Sequence[str], width: int, *, colour: bool) -> Iterator[str]:
    """Yield the lines of two columns, each so wide."""
    from rich.console import Console  # noqa: PLC0415 - only a wide terminal has two columns
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table.grid(padding=(0, _GAP, 0, 0))
    table.add_column(width=width)
    table.add_column(width=width)
    table.add_row(*(Text("\n").join(Text.from_ansi(line) for line in lines) for lines in (left, right)))
    console = Console(file=StringIO(), width=2 * width + 2 * _GAP, force_terminal=colour, color_system="standard" if colour else None)
    with console.capture() as caught:
        console.print(table)
    yield from (line.rstrip() for line in caught.get().splitlines())
