"""Dataset -> a folder of pages."""

import json
import re
import shutil
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

import jinja2
import marko
from marko.helpers import MarkoExtension
from markupsafe import Markup

from borderclash.about import DATA_LICENCE, NAME, SUMMARY, VERSION
from borderclash.citation import OURS, cite, work_of
from borderclash.columns import TABLES
from borderclash.dataset import Dataset, first_known_of
from borderclash.dossier import Dossier
from borderclash.errors import UnreadableError
from borderclash.models import Claim, Incident
from borderclash.package.descriptor import read_descriptor
from borderclash.package.settings import Settings
from borderclash.projections.codebook import codebook
from borderclash.reports.dossier import Names, when_in_words
from borderclash.reports.pages import rule_markdown
from borderclash.rules import RULES
from borderclash.site.history import statuses_over_time
from borderclash.site.languages import language
from borderclash.site.lists import groups, resting_on
from borderclash.site.numbers import table, told
from borderclash.site.pictures import pictures
from borderclash.site.threads import columns, deed, threads
from borderclash.vocab import Act, Attribution, PlacePrecision, ReplyStatus
from borderclash.wording import day_in_words, spaced

__all__ = ["build"]

_AS_TYPED: Final = str.maketrans({"ə": "e", "ı": "i"})
_HERE: Final = Path(__file__).parent
_STATUS: Final = {
    ReplyStatus.DENIED: "denied by the accused side",
    ReplyStatus.PARTLY_DENIED: "partly denied by the accused side",
    ReplyStatus.COUNTERED: "countered by the accused side with another account",
    ReplyStatus.JUSTIFIED: "justified by the accused side",
    ReplyStatus.ADMITTED: "admitted by the accused side",
    ReplyStatus.RETRACTED: "taken back or denied by the accuser's own side",
    ReplyStatus.NONCOMMITTAL: "the accused side would not say",
    ReplyStatus.UNANSWERED: "no answer found; where it was looked for is shown",
    ReplyStatus.UNRECORDED: "no answer and no search recorded",
}
_CALLED: Final = {status: spaced(status) for status in ReplyStatus} | {ReplyStatus.RETRACTED: "taken back or denied by own side"}
_PRECISION: Final = {
    PlacePrecision.EXACT: "the place is known exactly",
    PlacePrecision.SETTLEMENT: "the settlement is known",
    PlacePrecision.NEAR_SETTLEMENT: "known to be near a settlement",
    PlacePrecision.DISTRICT: "the district is known",
    PlacePrecision.BORDER_SECTOR: "the sector of the border is known",
    PlacePrecision.PROVINCE: "the province is known",
    PlacePrecision.COUNTRY: "no more than the country is known",
}


@dataclass(frozen=True)
class _Page:
    """One page: its path, its template and what that needs."""

    path: str
    template: str
    context: dict[str, Any]


def build(dataset: Dataset, out: Path, *, issues: str | None = None) -> tuple[Path, ...]:
    """Write the site of a dataset to the folder `out`, all of it or nothing, and return the files.

    Args:
        dataset: what it shows.
        out: the folder; if it is there, it must be an earlier site or empty.
        issues: the address where errors are reported, if there is one.

    Raises:
        MissingExtraError: if the plots cannot be drawn for want of a library.
        UnreadableError: if `out` holds something else, or cannot be written.
    """
    if out.exists() and any(out.iterdir()) and not (out / "borderclash-site.json").is_file():
        raise UnreadableError(f"{out} holds files that are no borderclash site; name a new or empty folder")
    site = _Site(dataset, issues)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".borderclash-site-", dir=out.parent) as scratch:
            made = Path(scratch) / "site"
            site.write(made)
            if out.exists():
                shutil.rmtree(out)
            made.rename(out)
    except OSError as error:
        raise UnreadableError(f"{out} cannot be written: {error.strerror}; name a folder of yours") from error
    return tuple(sorted(path for path in out.rglob("*") if path.is_file()))


class _Site:
    def __init__(self, dataset: Dataset, issues: str | None) -> None:
        self.dataset = dataset
        self.names = Names(dataset.actors, dataset.places)
        self.known = first_known_of(dataset)
        self.histories = statuses_over_time(dataset, self.known)
        self.work = work_of(dataset.package) if dataset.package else OURS
        self.settings = read_descriptor(dataset.package).settings if dataset.package else Settings()
        self.columns = columns(dataset, self.settings.parties)
        self.env = jinja2.Environment(
            loader=jinja2.FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
        )
        self.env.globals |= {
            "ds": dataset,
            "name": self.names,
            "day": day_in_words,
            "side": self._side,
            "short": lambda day: f"{day.day} {day:%b %Y}",
            "when": when_in_words,
            "language": language,
            "deed": deed,
            "figure": told,
            "said": spaced,
            "precision": {precision.value: text for precision, text in _PRECISION.items()},
            "status_words": {status.value: text for status, text in _STATUS.items()},
            "status_called": {status.value: called for status, called in _CALLED.items()},
            "about": {"name": NAME, "version": VERSION, "summary": SUMMARY, "licence": DATA_LICENCE},
            "issues": issues,
            "span": self._span(),
            "edition": self._edition(),
            "cite": partial(cite, self.work),
        }

    def _span(self) -> tuple[date, date] | None:
        """Return the first and the last day of the incidents."""
        incidents = self.dataset.incidents.values()
        if not incidents:
            return None
        return min(each.date_start for each in incidents), max(each.date_end or each.date_start for each in incidents)

    def _edition(self) -> str:
        """Return which edition of the data it is, in words."""
        version = f"version {self.work.version} of the data" if self.work.version else "an edition of the data without a number"
        return f"{version}, of {day_in_words(self.work.dated)}" if self.work.dated else version

    def _side(self, actor_id: str) -> str:
        """Return for whom an actor speaks, in words."""
        side = self.dataset.actors[actor_id].side
        return f"side of {self.names.actor(side)}" if side else "of no side"

    def write(self, root: Path) -> None:
        """Write every page and asset below `root`."""
        for page in self._pages():
            path = root / page.path
            path.parent.mkdir(parents=True, exist_ok=True)
            up = "../" * page.path.count("/")
            text = self.env.get_template(page.template).render(root=up, **page.context)
            path.write_text(text, encoding="utf-8")
        shutil.copytree(_HERE / "assets", root / "assets")
        note = {"made by": f"{NAME} {VERSION}", "incidents": len(self.dataset.incidents), "claims": len(self.dataset.claims)}
        (root / "borderclash-site.json").write_text(json.dumps(note) + "\n", encoding="utf-8")

    def _pages(self) -> Iterator[_Page]:
        ds = self.dataset
        incidents = sorted(ds.incidents.values(), key=lambda incident: (incident.date_start, incident.incident_id))
        yield _Page("index.html", "index.html", self._start(incidents))
        for place, incident in enumerate(incidents):
            yield _Page(f"incidents/{incident.incident_id}.html", "incident.html", self._incident(incidents, place))
        for actor in ds.actors.values():
            yield _Page(f"actors/{actor.actor_id}.html", "actor.html", self._actor(actor.actor_id))
        for place_ in ds.places.values():
            yield _Page(f"places/{place_.place_id}.html", "place.html", self._place(place_.place_id))
        yield _Page("actors.html", "actors.html", self._actors())
        yield _Page("places.html", "places.html", self._places())
        sources = sorted(ds.sources.values(), key=lambda source: (self.names.actor(source.publisher).casefold(), source.source_id))
        yield _Page("sources.html", "sources.html", {"sources": sources, "cited": resting_on(ds)})
        yield _Page("rules.html", "rules.html", {"rules": [(rule, _html(rule_markdown(rule), 3)) for rule in RULES]})
        yield _Page("codebook.html", "prose.html", {"title": "Codebook", "body": _html(_for_readers(codebook()), 1, _ANCHORED)})
        yield _Page("method.html", "method.html", {"tables": TABLES})

    def _start(self, incidents: list[Incident]) -> dict[str, Any]:
        ds = self.dataset
        accusations = [claim for claim in ds.claims.values() if claim.accused]
        statuses = Counter(ds.outcomes[claim.claim_id].status for claim in accusations)
        attributions = Counter(overview.attribution for overview in ds.overviews.values())
        acts = [act for act in Act if any(act in overview.kinds for overview in ds.overviews.values())]
        return {
            "rows": [self._row(incident) for incident in incidents],
            "accusations": len(accusations),
            "answered": sum(ds.outcomes[claim.claim_id].replies > 0 for claim in accusations),
            "statuses": [(status, statuses[status]) for status in ReplyStatus if statuses[status]],
            "attributions": [(word, attributions[word]) for word in Attribution if attributions[word]],
            "acts": acts,
            "accusers": sorted({side for claim in accusations if (side := ds.actors[claim.speaker].side)}),
            "accused": sorted({side for claim in accusations if claim.accused and (side := ds.actors[claim.accused].side)}),
            "pictures": pictures(ds),
            "languages": len({source.language for source in ds.sources.values()}),
        }

    def _row(self, incident: Incident) -> dict[str, Any]:
        """Return an incident as a row of the list, with what it is filtered by."""
        ds = self.dataset
        claims = ds.claims_of(incident.incident_id)
        accusations = [claim for claim in claims if claim.accused]
        places = {incident.place_id} if incident.place_id else set()
        places |= {location.place_id for claim in claims for location in ds.of("locations", claim.claim_id)}
        names = {name.name for place in places for name in ds.names_of(place)} | {self.names.place(place) for place in places}
        overview = ds.overviews[incident.incident_id]
        return {
            "incident": incident,
            "overview": overview,
            "claims": len(claims),
            "accusations": accusations,
            "statuses": dict(Counter(ds.outcomes[claim.claim_id].status.value for claim in accusations)),
            "places": " ".join(sorted(self._within(places))),
            "acts": " ".join(act.value for act in overview.kinds),
            "charges": " ".join(sorted({self._charge(claim) for claim in accusations})),
            "text": _plain(" ".join([when_in_words(incident), incident.title, *sorted(names), *(claim.text for claim in claims)])),
        }

    def _charge(self, claim: Claim) -> str:
        """Return what an accusation is filtered by: the accuser's side, the accused's, the act and what became of it."""
        sides = (self.dataset.actors[actor].side or "" for actor in (claim.speaker, claim.accused) if actor)
        return "/".join([*sides, claim.act or "", self.dataset.outcomes[claim.claim_id].status])

    def _within(self, places: set[str]) -> set[str]:
        """Return places, and all that they lie in."""
        found: set[str] = set()
        for place in places:
            at: str | None = place
            while at and at not in found:
                found.add(at)
                at = self.dataset.places[at].within
        return found

    def _incident(self, incidents: list[Incident], place: int) -> dict[str, Any]:
        ds, incident = self.dataset, incidents[place]
        dossier = ds.dossier(incident.incident_id)
        found = threads(ds, dossier, self.columns)
        shown = {card.column for thread in found for card in (thread.head, *thread.answers)}
        sources = {cited.source.source_id: cited.source for entry in dossier.claims for cited in entry.cites}
        foreign = [card for thread in found for card in thread.answers if not card.owned]
        sources |= {cited.source.source_id: cited.source for card in foreign for cited in card.entry.cites}
        days = {self.known.claims[entry.claim.claim_id] for entry in (*dossier.claims, *(card.entry for card in foreign))}
        read = [source.accessed for source in ds.sources.values()]
        return {
            "dossier": dossier,
            "incident": incident,
            "threads": found,
            "columns": [column for column in self.columns if column.key in shown],
            "numbers": {source: number for number, source in enumerate(sources, start=1)},
            "sources": list(sources.values()),
            "figures": table(ds, dossier, self.names),
            "known": self.known,
            "days": sorted(days),
            "first": min({incident.date_start, *days}),
            "last": max({*read, *days}),
            "history": self.histories[incident.incident_id],
            "report": self._report(dossier),
            "parts": [each for each in ds.incidents.values() if each.part_of == incident.incident_id],
            "before": incidents[place - 1] if place else None,
            "after": incidents[place + 1] if place + 1 < len(incidents) else None,
        }

    def _report(self, dossier: Dossier) -> str:
        """Return a report of an error as far as it can be written before one is found."""
        work = self.work
        lines = [
            f"Incident: {dossier.incident.incident_id} ({dossier.incident.title})",
            f"Data: {' '.join(part for part in (work.name, work.version, f'of {work.dated}' if work.dated else '') if part)}",
            "Claim (keep the one that is meant):",
            *(f"  {entry.claim.claim_id}" for entry in dossier.claims),
            "What the page says:",
            "What it should say:",
            "Where that can be read (address, publisher, day):",
        ]
        return "\n".join(lines)

    def _actor(self, actor_id: str) -> dict[str, Any]:
        ds = self.dataset
        claims = sorted(ds.claims.values(), key=lambda claim: (self.known.claims[claim.claim_id], claim.claim_id))
        said = [claim for claim in claims if claim.speaker == actor_id]
        about = [claim for claim in claims if claim.accused == actor_id]
        published = [source for source in ds.sources.values() if actor_id in (source.publisher, source.agency)]
        return {"actor": ds.actors[actor_id], "said_claims": said, "about_claims": about, "published": published}

    def _actors(self) -> dict[str, Any]:
        ds = self.dataset
        return {
            "groups": groups(ds, self.settings.parties),
            "said_by": Counter(claim.speaker for claim in ds.claims.values()),
            "charged": Counter(claim.accused for claim in ds.claims.values()),
            "pages_of": Counter(source.publisher for source in ds.sources.values()),
        }

    def _places(self) -> dict[str, Any]:
        """Return the places by name, and of each the languages of both sides in which no name is recorded."""
        ds = self.dataset
        missing = {}
        for place in ds.places:
            named = {name.language for name in ds.names_of(place)}
            missing[place] = [language(each[0]) for each in self.settings.name_languages if not named & set(each)]
        return {"places": sorted(ds.places.values(), key=lambda place: place.name.casefold()), "missing": missing}

    def _place(self, place_id: str) -> dict[str, Any]:
        ds = self.dataset
        named = {location.claim_id for location in ds.locations if location.place_id == place_id}
        here = {ds.claims[claim].incident_id for claim in named}
        here |= {incident.incident_id for incident in ds.incidents.values() if incident.place_id == place_id}
        inside = [place for place in ds.places.values() if place.within == place_id]
        return {"place": ds.places[place_id], "names": ds.names_of(place_id), "here": sorted(here), "inside": inside}


def _plain(text: str) -> str:
    """Return text as it is searched: small letters without their marks, as `plain` in site.js makes of what is typed."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(letter))
    return bare.translate(_AS_TYPED)


def _for_readers(markdown: str) -> str:
    """Return the codebook without the paragraph that speaks to those who would edit its file."""
    return "\n\n".join(part for part in markdown.split("\n\n") if not part.startswith("*This file is generated"))


class _Anchors:
    """Gives headings the ids that the links of the codebook lead to."""

    def render_heading(self, element: Any) -> str:
        """Return a heading as HTML."""
        text = self.render_children(element)  # type: ignore[attr-defined]
        return f'<h{element.level} id="{re.sub("<.+?>", "", text).lower().replace(" ", "-")}">{text}</h{element.level}>\n'


_ANCHORED: Final = MarkoExtension(renderer_mixins=[_Anchors])


def _html(markdown: str, level: int, *anchors: MarkoExtension) -> Markup:
    """Return Markdown of ours as HTML, its headings `level` deeper than they are, with `anchors` if others link to them."""
    lines, fenced = [], False
    for line in markdown.splitlines():
        fenced ^= line.startswith("```")
        lines.append("#" * (level - 1) + line if line.startswith("#") and not fenced else line)
    return Markup(marko.Markdown(extensions=["gfm", *anchors]).convert("\n".join(lines)))  # noqa: S704 - our own text
